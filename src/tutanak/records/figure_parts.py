"""Parts of a sum and stakes: "ihracatın 3 milyar doları", "sahaya yüzde 15 ortak oldu"."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Quantity
from tutanak.records.figure_counts import part_by_bound
from tutanak.records.figure_exclusions import figurative
from tutanak.records.figure_heads import singular
from tutanak.records.figure_nouns import noun_phrase
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, is_noun, lemma_in

HELD: Final = 6  # tokens behind "yüzde 15 hisse ile" in which "ortak" stands
NEAR: Final = 9  # tokens before a stake in which what it is in is named


def is_part(scene: Scene, quantity: Quantity) -> bool:
    """ "107 bin varil[i]": an amount with a possessive of its own, no accusative that a verb reaches ("3 milyar doları aştı")."""
    tokens, at = scene.layout.tokens, quantity.last
    whole = quantity.bound == "exact" or quantity.span.end == quantity.core.end or part_by_bound(scene.layout, quantity)
    own = quantity.own and quantity.kind in ("money", "measure") and whole
    return own and not figurative(scene, quantity) and not (at < len(tokens) and _is_reached(scene, at))


def _is_reached(scene: Scene, at: int) -> bool:
    """Does the verb reach the amount, or is it somebody's ("3 milyar doları [buldu]", "100 milyon doları [var]")?"""
    reached = lemma_in(scene.layout.tokens[at], scene.words.reaching) and not scene.taken[at]  # but "1 milyar dolarını [geçen yıl] ödedi"
    return reached or scene.layout.tokens[at].low in ("var", "yok", "vardı", "yoktu", "olan")


def whole_of(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[ihracatın] 3 milyar doları": the genitive before a part, but "bakanın 100 milyon doları" is his."""
    before = quantity.first - 1
    if before < 0 or not is_part(scene, quantity):
        return None
    token, named = scene.layout.tokens[before], scene.mentions.at(before)
    if token.form.case != "gen" or scene.taken[before] or (named is not None and named.kind != "description"):
        return None
    return Noun(before, before, token.low) if token.form.pos == "PRON" else noun_phrase(scene.layout, scene.taken, before)


def stake_in(scene: Scene, quantity: Quantity) -> Noun | None:
    """ "[sahaya] yüzde 15 ortak oldu", "yüzde 15 hisseyle ortak olduğu [saha]": what the stake is in."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.kind != "percent" or at >= len(tokens):
        return None
    partner = _partner(scene, at)
    if partner < 0:
        return None
    between, before = range(at, partner), range(quantity.first - 1, max(quantity.first - NEAR, -1), -1)
    for place in (*between, *before):
        if tokens[place].form.case in ("dat", "loc") and is_noun(tokens[place]) and not scene.taken[place]:
            return Noun(place, place, singular(tokens[place]))
    return _shared_behind(scene, partner + 1)


def _partner(scene: Scene, at: int) -> int:
    """The token of "ortak" behind a percentage, or behind its "hisse ile"; -1 where none is."""
    tokens, last = scene.layout.tokens, at + 1
    if tokens[at].form.lemma in ("hisse", "pay") and at + 1 < len(tokens):
        if tokens[at].form.case != "ins" and tokens[at + 1].low != "ile":
            return -1
        last = min(at + HELD, len(tokens))
    return next((j for j in range(at, last) if tokens[j].form.lemma == "ortak" and not tokens[j].form.possessive), -1)


def _shared_behind(scene: Scene, at: int) -> Noun | None:
    """ "ortak olduğu [proje]"."""
    tokens = scene.layout.tokens
    clause = at + 1 < len(tokens) and tokens[at].form.verb_form == "participle" and is_noun(tokens[at + 1])
    return Noun(at + 1, at + 1, singular(tokens[at + 1])) if clause else None
