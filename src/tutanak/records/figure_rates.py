"""The rate an amount holds at, its period where no time is told: "yıllık 2 milyon ton", "her ay 40 gemi", "günde yaklaşık 200 tır"."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Quantity, When
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import lemma_in
from tutanak.spans import Span

FAR: Final = 12  # tokens between "her ay" and the amount
NEAR: Final = 4  # tokens between the amount and "her gün" behind it
ROUGHLY: Final = ("ortalama", "toplam", "yaklaşık", "en", "az", "fazla", "çok")


def rate_of(scene: Scene, quantity: Quantity, measure: Span | None) -> When | None:
    """The nearest word before the amount, or in what it measures, that says how often."""
    if quantity.kind in ("multiple", "duration", "point"):
        return None
    if quantity.kind in ("percent", "share"):
        return _each(scene, quantity) or _each_behind(scene, quantity)  # "yıllık enflasyon yüzde 36": a kind of rate, no period
    return _beside(scene, quantity) or _each(scene, quantity) or _each_behind(scene, quantity) or _in_measure(scene, measure)


def _beside(scene: Scene, quantity: Quantity) -> When | None:
    """ "[yıllık] 1,5 milyar dolar", "[günde] yaklaşık 200 tır"."""
    tokens, at = scene.layout.tokens, quantity.first - 1
    while at >= 0 and tokens[at].low in ROUGHLY:
        at -= 1
    if at > 0 and lemma_in(tokens[at], scene.words.carriers) and tokens[at].form.possessive.startswith("3"):
        at -= 1  # "[yıllık] kapasitesi 50 milyon ton"
    if at < 0 or scene.places[at] != scene.places[quantity.first]:
        return None
    form, low = tokens[at].form, tokens[at].low
    often = form.lemma if form.case == "loc" and not form.possessive else low if low.endswith(("lık", "lik", "lük")) else ""
    return _rate(scene, at, at + 1, often)


def _each(scene: Scene, quantity: Quantity) -> When | None:
    """ "Limana [her ay] 40 gemi yanaşıyor", "[her yıl] giren yakıtın 2 milyon litre olduğu"."""
    tokens = scene.layout.tokens
    for at in range(quantity.first - 2, max(quantity.first - FAR, -1), -1):
        if scene.places[at] != scene.places[quantity.first] or tokens[at].form.verb_form in ("finite", "converb"):
            return None
        if tokens[at].low == "her" and tokens[at + 1].form.case in ("", "nom"):
            return _rate(scene, at, at + 2, tokens[at + 1].low)
    return None


def _each_behind(scene: Scene, quantity: Quantity) -> When | None:
    """ "Halkın yüzde 50'si [her gün] gazete okuyor": right behind the amount or what it counts."""
    tokens, last = scene.layout.tokens, min(quantity.last + NEAR, len(scene.layout.tokens) - 1)
    for at in range(quantity.last, last):
        if scene.places[at] != scene.places[quantity.first] or scene.taken[at] or tokens[at].form.verb_form or tokens[at].kind == "punct":
            return None
        if tokens[at].low == "her" and tokens[at + 1].form.case in ("", "nom"):
            return _rate(scene, at, at + 2, tokens[at + 1].low)
    return None


def _in_measure(scene: Scene, measure: Span | None) -> When | None:
    """ "Fabrikanın [yıllık] üretim kapasitesi 50 bin ton"."""
    if measure is None:
        return None
    first, last = scene.layout.token_at(measure.start), scene.layout.token_at(measure.end)
    near = (_rate(scene, at, at + 1, scene.layout.tokens[at].low) for at in range(max(first - 1, 0), last))
    return next((rate for rate in near if rate is not None), None)


def _rate(scene: Scene, first: int, last: int, word: str) -> When | None:
    """The time of these tokens when `word` is one of rate and no number before it makes it a length ("10 yıllık")."""
    timex = scene.words.rates.get(word)
    if timex is None or any(scene.taken[first:last]):
        return None
    tokens = scene.layout.tokens
    return When(Span(tokens[first].start, tokens[last - 1].end), first, last, "set", None, None, None, timex)
