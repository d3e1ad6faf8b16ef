"""What governs an amount: the verb or noun of change behind it, shared by the amounts of a list."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import word_list
from tutanak.mentions.model import Quantity
from tutanak.records.figure_brackets import told_again
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import DRAWN, DRAWS, NTH, Noun, bare, lemma_in
from tutanak.text.layout import Token

AHEAD: Final = 12  # tokens behind an amount in which its verb is looked for
LISTS: Final = word_list("figures", "lists")
PASSING: Final = word_list("figures", "passing")
PEAKS: Final = word_list("figures", "peaks")
NEAR: Final = 4
RELATIVE: Final = ("percent", "multiple", "point")
PLACED: Final = ("üzerinde", "üstünde", "altında")
LIST: Final = 20  # amounts that one verb may end; a longer list is no sentence


@mypyc_attr(acyclic=True)
class Change:
    """What governs an amount: token of the verb or noun of change, its direction, is the amount the level reached."""

    __slots__ = ("direction", "lemma", "level", "token")

    def __init__(self, token: int, lemma: str, direction: str, level: bool) -> None:
        self.token = token
        self.lemma = lemma
        self.direction = direction
        self.level = level


def governs(scene: Scene, quantity: Quantity, place: int) -> Change | None:
    """The verb or noun of change behind an amount, in its clause, or what it is more or less than."""
    tokens = scene.layout.tokens
    compared = _compared(scene, quantity) or _passed(scene, quantity)
    if compared is not None:
        return compared
    barrier = _next_of(scene, place)
    last = min(quantity.core_last + AHEAD, len(tokens))
    for at in range(quantity.core_last, last):
        token = tokens[at]
        if scene.places[at] != scene.places[quantity.first] or (token.kind == "punct" and token.text in ",;:.") or at >= barrier:
            return None
        if token.low == "olan" and at <= quantity.last:
            return None  # "ağırlığı 3 ton olan uydu fırlatıldı"
        change = _governs_at(scene, token, at, quantity)
        if change is not None:
            return change
        if token.form.verb_form in ("finite", "converb") and token.form.pos == "VERB":
            return None
        if at == quantity.last and quantity.bound != "exact" and token.form.suffix == "an" and token.form.lemma not in scene.words.levels:
            return None  # "5 milyar dolar civarında değerlenen pazar büyüyor"
        if at >= quantity.last and token.form.verb_form == "participle" and quantity.case not in ("", "nom") and token.form.lemma != "ol":
            return None  # "üçte birine sıkışmış … baskıyı artırıyor"
    return None


def _passed(scene: Scene, quantity: Quantity) -> Change | None:
    """ "ticaret 5 milyar doları [aştı]", but "5 milyar doları aşan ticaret" tells of no way it went."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.bound != "over" or quantity.case != "acc" or quantity.span.end != quantity.core.end or at >= len(tokens):
        return None
    form = tokens[at].form
    return Change(at, form.lemma, "up", True) if form.pos == "VERB" and form.lemma in PASSING else None


def _compared(scene: Scene, quantity: Quantity) -> Change | None:
    """ "ortalamanın yüzde 20 [üzerinde]", "yüzde 20 [daha ucuz]", "3 kat [daha fazla]": how much more or less than something else."""
    tokens, at = scene.layout.tokens, quantity.core_last
    if quantity.kind not in RELATIVE or quantity.case != "nom" or quantity.own or quantity.lik or quantity.last != at:
        return None
    at += at + 1 < len(tokens) and tokens[at].low == "daha"
    way = scene.words.comparisons.get(tokens[at].low) if at < len(tokens) else None
    if way is None or (tokens[at].low.startswith(PLACED) and not (quantity.first > 0 and tokens[quantity.first - 1].form.case == "gen")):
        return None
    return Change(at, tokens[at].low, way, False)


def _next_of(scene: Scene, place: int) -> int:
    """Where the next amount begins, past "bir" and what tells this one again in brackets."""
    for i in range(place + 1, min(place + 4, len(scene.quantities))):
        if not _is_article(scene, scene.quantities[i]) and not told_again(scene, i):
            return scene.quantities[i].first
    return len(scene.layout.tokens)


def _is_article(scene: Scene, quantity: Quantity) -> bool:
    """Is it the "bir" of "yüzde 8'lik bir düşüş"?"""
    return quantity.value == 1 and quantity.kind == "number" and scene.layout.tokens[quantity.first].low == "bir"


def _governs_at(scene: Scene, token: Token, at: int, quantity: Quantity) -> Change | None:
    words = scene.words
    if token.form.lemma in DRAWN and (way := DRAWS.get(scene.layout.tokens[at - 1].low)) is not None:
        return Change(at, token.form.lemma, way, _is_level(scene, quantity))  # "fiyatları yüzde 4 aşağı çekmesi"
    for form in token.forms:
        if form.lemma not in words.governing:
            continue
        if form.pos != "VERB" and form.lemma in words.nouns:
            return Change(at, form.lemma, words.nouns[form.lemma], False)
        if form.lemma == "değer" and (gain := _gain(scene, at)) is not None:
            return gain
        if form.lemma == "uza" and quantity.kind != "duration":
            return None  # "12 kilometre uzanıyor"
        if form.pos == "VERB" and form.lemma == "düş" and _falls_to(scene, quantity):
            return None
        if form.pos == "VERB" and form.lemma == "gel" and scene.layout.tokens[at - 1].low in ("denk", "karşılık", "anlamına", "meydana"):
            return None  # "yüzde 16'sına denk gelen"
        if form.pos == "VERB" and form.lemma in words.changes:
            level = _is_level(scene, quantity) or _is_attribute_of_level(scene, quantity, at)
            return Change(at, form.lemma, words.changes[form.lemma], level) if level or form.lemma not in words.levels else None
    return None


def _falls_to(scene: Scene, quantity: Quantity) -> bool:
    """ "kişi başına 2 kilogram düşüyor": it falls to somebody, it does not fall."""
    return quantity.case != "dat" and quantity.first > 0 and scene.layout.tokens[quantity.first - 1].low == "başına"


def drawn(scene: Scene, place: int) -> Change | None:
    """ "yüzde 25'ten yüzde 10'a [çekildi]": which way it went, the two levels tell."""
    tokens, quantity, at = scene.layout.tokens, scene.quantities[place], scene.quantities[place].last
    earlier = scene.quantities[place - 1] if place > 0 else quantity
    if quantity.case != "dat" or at >= len(tokens) or earlier.case != "abl" or earlier.last != quantity.first:
        return None
    if (earlier.kind, earlier.unit) != (quantity.kind, quantity.unit) or earlier.value == quantity.value:
        return None
    verb = tokens[at + 1] if tokens[at].low == "kadar" and at + 1 < len(tokens) else tokens[at]
    if verb.form.pos != "VERB" or verb.form.lemma not in DRAWN:
        return None
    return Change(verb.index, verb.form.lemma, "up" if quantity.value > earlier.value else "down", True)


def _gain(scene: Scene, at: int) -> Change | None:
    """ "yüzde 2 değer kazandı"."""
    tokens = scene.layout.tokens
    form = tokens[at + 1].form if at + 1 < len(tokens) else None
    way = scene.words.gains.get(form.lemma) if form is not None and form.pos == "VERB" else None
    return Change(at + 1, f"değer {tokens[at + 1].form.lemma}", way, False) if way is not None else None


def _is_level(scene: Scene, quantity: Quantity) -> bool:
    """Is the amount a level that is left or reached ("15 milyar dolara"), not the change itself ("yüzde 3'e yakın büyüme")?"""
    if quantity.span.end > quantity.core.end and quantity.case == "dat":
        return _until(scene, quantity)
    return quantity.case == "dat" or (quantity.case == "abl" and quantity.bound == "exact") or _until(scene, quantity)


def _until(scene: Scene, quantity: Quantity) -> bool:
    tokens, at = scene.layout.tokens, quantity.core_last
    if at < len(tokens) and lemma_in(tokens[at], scene.words.carriers) and tokens[at].form.case == "dat":
        return True  # "30 milyar dolar seviyesine yükseldi"
    if is_goal(scene, quantity):
        return True  # "30 milyar dolar hedefine yükseltmek"
    return quantity.bound in ("over", "under", "about") and quantity.last > at and at < len(tokens) and tokens[quantity.last - 1].form.case == "dat"


def _is_attribute_of_level(scene: Scene, quantity: Quantity, at: int) -> bool:
    """ "3 milyar dolarlık [piyasa değerine] ulaştı": the level reached, before its verb at `at`."""
    if not 0 < at - quantity.core_last < AHEAD or scene.layout.tokens[at].form.lemma not in scene.words.levels:
        return False
    near = scene.layout.tokens[quantity.core_last : min(quantity.core_last + NEAR, at)]
    reached = next((token for token in near if token.form.case == "dat"), None)
    if reached is None:
        return False
    peak = quantity.case == "ins" and lemma_in(reached, PEAKS)  # "4 milyar dolarla tarihi [zirvesine] ulaştı"
    return peak or (quantity.lik and lemma_in(reached, scene.words.carriers))


def is_goal(scene: Scene, quantity: Quantity) -> bool:
    """Is the amount a goal that something reaches ("30 milyar dolar [hedefine]")?"""
    tokens, at = scene.layout.tokens, quantity.core_last
    return at < len(tokens) and not quantity.lik and tokens[at].form.lemma in scene.words.goals and tokens[at].form.case == "dat"


def added(scene: Scene, noun: Noun) -> Change | None:
    """ "istihdama 2 milyon yeni iş [ekledi]": those counted are what came to those there were, no names to a list."""
    tokens, at = scene.layout.tokens, noun.head + 1
    form = tokens[at].form if at < len(tokens) else None
    way = scene.words.additions.get(form.lemma) if form is not None and form.pos == "VERB" else None
    listed = any(lemma_in(token, LISTS) for token in tokens[max(noun.first - NEAR, 0) : noun.first])
    return Change(at, tokens[at].form.lemma, way, False) if way is not None and not listed else None


def counted_level(scene: Scene, quantity: Quantity, noun: Noun) -> Change | None:
    """ "bu sayı 19 tıra kadar düştü", "3 seferden 7 sefere yükseldi", but "4 köye ulaştı": the verb reaches a number, not those counted."""
    tokens, at = scene.layout.tokens, noun.head + 1
    if at < len(tokens) and bare(tokens[noun.head].form) and tokens[at].form.pos == "VERB" and tokens[at].form.lemma in scene.words.swelling:
        return Change(at, tokens[at].form.lemma, scene.words.changes[tokens[at].form.lemma], False)  # "10 bin kişi arttı"
    if tokens[noun.head].form.case != "dat" or at >= len(tokens):
        return None
    at += tokens[at].low == "kadar" and at + 1 < len(tokens)
    form = tokens[at].form
    way = scene.words.changes.get(form.lemma) if form.pos == "VERB" else None
    return Change(at, form.lemma, way, True) if way is not None and _is_of_number(scene, quantity, noun) else None


def _is_of_number(scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """Does the clause before the amount tell of a number: "asker sayısı", "bu rakam", "3 seferden"?"""
    tokens, earlier = scene.layout.tokens, quantity.first - 1
    if earlier >= 0 and tokens[earlier].form.case == "abl" and tokens[earlier].form.lemma == tokens[noun.head].form.lemma:
        return True
    for at in range(earlier, max(quantity.first - AHEAD, -1), -1):
        if scene.places[at] != scene.places[quantity.first] or tokens[at].form.verb_form in ("finite", "converb"):
            return False
        if tokens[at].form.lemma in scene.words.anaphors and tokens[at].form.case in ("", "nom", "acc", "gen"):
            return True
    return False


def told_change(scene: Scene, noun: Noun | None) -> Change | None:
    """ "[artış] yüzde 12 oldu": the change itself is what the amount tells, no level of something."""
    if noun is None:
        return None
    token = scene.layout.tokens[noun.head]
    form, words = token.form, scene.words
    way = words.nouns.get(form.lemma) or (words.changes.get(form.lemma) if form.pos == "VERB" and form.suffix in ("is", "ma") else None)
    return Change(noun.head, form.lemma, way, False) if way is not None else None


def shared(scene: Scene, changes: list[Change | None], place: int) -> Change | None:
    """Ellipsis: the amounts of a list share the verb of the last ("geçen yıl yüzde 14, bu yıl yüzde 7'den fazla büyüdü")."""
    quantities = scene.quantities
    quantity, change = quantities[place], changes[place]
    far = min(len(quantities), place + LIST)
    while change is None and place + 1 < far:
        before = quantities[place].last
        if scene.layout.tokens[before - 1].low.endswith("ken"):
            return None  # "yüzde 13'ken bu yıl yüzde 9'a indi"
        while place + 2 < far and _is_of_time(scene, quantities[place + 1]):
            place += 1
        following = quantities[place + 1]
        gap = range(before, following.first)
        if following.kind != quantity.kind or following.unit != quantity.unit or scene.places[following.first] != scene.places[quantity.first]:
            return None
        if not all(_may_stand_between(scene, at) for at in gap) and not _listed(scene, gap, quantity, following):
            return None
        place += 1
        change = changes[place]
    return change


def _is_of_time(scene: Scene, quantity: Quantity) -> bool:
    """ "[ikinci] [çeyreğinde]"."""
    return quantity.kind == "ordinal" or scene.layout.tokens[quantity.first].form.lemma in ("çeyrek", "yarı")


def ahead_in_list(scene: Scene, changes: list[Change | None], place: int) -> Change | None:
    """ "ihracat yüzde 4 artışla 911 milyon dolara, ithalat yüzde 5 artışla 677 milyon dolara ulaştı": levels share the last verb,
    whatever changes of their own stand between."""
    quantities = scene.quantities
    quantity = quantities[place]
    if quantity.case != "dat" or quantity.own:
        return None
    for later in range(place + 1, min(len(quantities), place + LIST)):
        following = quantities[later]
        between = scene.layout.tokens[quantity.last : following.first]
        if scene.places[following.first] != scene.places[quantity.first] or any(_ends_clause(scene, token) for token in between):
            return None
        change = changes[later]
        if (following.kind, following.unit, following.case) == (quantity.kind, quantity.unit, "dat") and change is not None:
            return change if change.level else None
    return None


def _ends_clause(scene: Scene, token: Token) -> bool:
    """A verb that ends its clause, no "artarak" that only tells by how much."""
    form = token.form
    return form.verb_form == "finite" or (form.verb_form == "converb" and not (form.suffix == "arak" and form.lemma in scene.words.changes))


def _listed(scene: Scene, gap: range, quantity: Quantity, following: Quantity) -> bool:
    """ "işçi sayısının 14 bin 200'e, memur sayısının ise bin 150'ye": each with its own subject."""
    tokens = scene.layout.tokens
    if len(gap) == 0 or tokens[gap[0]].text not in (",", "ve") or quantity.case != following.case:
        return False
    if quantity.case == "nom" and quantity.kind != "percent":
        return False
    return all(tokens[at].form.verb_form not in ("finite", "converb") for at in gap)


def _may_stand_between(scene: Scene, at: int) -> bool:
    token = scene.layout.tokens[at]
    nth = token.low in NTH or (token.form.lemma in ("çeyrek", "yarı") and token.form.case == "loc")  # "ikinci çeyreğinde ise yüzde 3"
    return scene.taken[at] or token.text in (",", "ve", "ise", "de", "da") or token.form.pos in ("ADV", "CCONJ") or nth


def modifies(scene: Scene, change: Change) -> bool:
    """ "282 milyar dolara ulaşacak mal ihracatı": the verb of change stands before its subject."""
    form = scene.layout.tokens[change.token].form
    near = change.token + 1 < len(scene.layout.tokens) and scene.places[change.token] == scene.places[change.token + 1]
    return form.verb_form == "participle" and not form.possessive and form.case in ("", "nom") and near
