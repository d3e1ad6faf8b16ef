"""What an amount leaves to another of its list: "2022'de 5, 2023'te [7 milyar dolar]", "[yüzde] 2,1, Fransa'da 1,9", "4 milyar avroyu, … [aştı]"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tutanak.mentions.model import Quantity
from tutanak.mentions.quantities import tidy
from tutanak.records.figure_exclusions import COUNTED, clock, in_name, looks_like_year, names
from tutanak.records.figure_numbers import number_of
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import lemma_in
from tutanak.text.layout import Token

GAP: Final = 7  # tokens between an amount and the next of its list
MEASURED: Final = ("money", "measure")
WHOLE: Final = 100
JOINTS: Final = (",", "ve", ";")


def complete(scene: Scene) -> list[Quantity]:
    """The amounts of an article, each with what it leaves to the one behind or before it in its list."""
    found = list(scene.quantities)
    for i in range(len(found) - 2, -1, -1):
        if _is_joined(scene, found[i], found[i + 1]):
            found[i] = _reaching_too(scene, _borrowing(scene, found[i], found[i + 1]), found[i + 1])
    for i in range(1, len(found)):
        if found[i].kind == "number" and found[i - 1].kind == "percent" and _is_joined(scene, found[i - 1], found[i]):
            found[i] = _in_percent(scene, found[i - 1], found[i])
    return found


def _is_joined(scene: Scene, earlier: Quantity, later: Quantity) -> bool:
    """Does a comma or "ve" stand right behind the first, and no verb before the second?"""
    tokens, at = scene.layout.tokens, earlier.last
    if not 0 < later.first - at <= GAP or tokens[at].text not in JOINTS or scene.places[earlier.first] != scene.places[later.first]:
        return False
    return all(token.form.verb_form not in ("finite", "converb", "participle") for token in tokens[at : later.first])


def _borrowing(scene: Scene, quantity: Quantity, lender: Quantity) -> Quantity:
    """ "İhracat 3,5, ithalat [4,2 milyar dolar]": the unit and the scale are told once, at the end."""
    if lender.kind not in MEASURED or not _is_bare(scene, quantity) or not _contrasts(scene, quantity, lender):
        return quantity
    if number_of(scene, quantity, None) is not None:
        return quantity  # "ölü sayısı 12, hasar 5 milyon dolar"
    scale = lender.scale if quantity.scale == 1 and quantity.value < 1000 else Decimal(1)
    lent = _lent(quantity, lender)
    lent.value, lent.assumed, lent.case = tidy(quantity.value * scale), lender.assumed, lender.case
    lent.own, lent.scale = lender.own, lender.scale
    return lent


def _lent(quantity: Quantity, lender: Quantity) -> Quantity:
    """The amount in the unit of another."""
    lent = quantity.again()
    lent.unit, lent.kind, lent.ucum, lent.lender = lender.unit, lender.kind, lender.ucum, lender.core
    return lent


def _is_bare(scene: Scene, quantity: Quantity) -> bool:
    """A number in digits with nothing behind it that it counts, no year, no clock, no part of a name."""
    plain = quantity.kind == "number" and quantity.bound in ("exact", "about") and not quantity.lik and quantity.value_to is None
    if not plain or not scene.layout.text[quantity.core.start].isdigit() or quantity.span.end != quantity.core.end:
        return False
    return not (looks_like_year(scene, quantity) or clock(scene, quantity) or names(scene, quantity) or in_name(scene, quantity))


def _contrasts(scene: Scene, earlier: Quantity, later: Quantity) -> bool:
    """Does each follow a word in the same case: two times, two places, two subjects ("Almanya 12, Fransa [ise] 5")?"""
    one, other = _word_before(scene, earlier.first), _word_before(scene, later.first)
    if one is None or other is None or other.index < earlier.last:
        return False
    if one.low in scene.words.steps and other.low in scene.words.steps:
        return True
    case = _case(other)
    if _case(one) != case and scene.taken[one.index] and not scene.taken[other.index]:
        one = _before_time(scene, one)  # "[İhracat] 2024'te 262, ithalat 344 milyar dolar"
    return _case(one) == case or not _cases(one).isdisjoint(_cases(other)) or (case not in ("nom", "acc") and _is_told_apart(scene, one.index, case))


def _before_time(scene: Scene, token: Token) -> Token:
    """The word before the time that ends with the token; the token itself where none stands there."""
    first = token.index
    while first > 0 and scene.taken[first - 1]:
        first -= 1
    return _word_before(scene, first) or token


def _is_told_apart(scene: Scene, at: int, case: str) -> bool:
    """ "[Almanya'da] enflasyon yüzde 2,1, Fransa'da 1,9": does the word that the next of the list stands against come before the subject?"""
    tokens = scene.layout.tokens
    for j in range(at - 1, max(at - GAP, -1), -1):
        if scene.places[j] != scene.places[at] or tokens[j].kind == "punct" or tokens[j].form.verb_form:
            return False
        if _case(tokens[j]) == case:
            return True
    return False


def _case(token: Token) -> str:
    return token.form.case or "nom"


def _cases(token: Token) -> set[str]:
    """The cases of a noun by all its readings: "borcu" may be a nominative."""
    return {form.case or "nom" for form in token.forms if form.pos == "NOUN"}


def _word_before(scene: Scene, first: int) -> Token | None:
    """The word before an amount, past what only qualifies it or stresses the word."""
    tokens, at = scene.layout.tokens, first - 1
    while at >= 0 and (tokens[at].low in ("ise", "de", "da") or tokens[at].low in scene.words.totals or tokens[at].low in scene.words.only):
        at -= 1
    return tokens[at] if at >= 0 and tokens[at].kind != "punct" and scene.places[at] == scene.places[first] else None


def _reaching_too(scene: Scene, quantity: Quantity, later: Quantity) -> Quantity:
    """ "ihracat 4 milyar avroyu, ithalat 3 milyar avroyu [aştı]": what the last of a list reaches or passes, the others do too."""
    at = later.last
    if quantity.case != "acc" or later.case != "acc" or at >= len(scene.layout.tokens) or quantity.bound != "exact":
        return quantity
    if not lemma_in(scene.layout.tokens[at], scene.words.reaching) or later.span.end != later.core.end:
        return quantity
    told = quantity.again()
    told.own, told.bound = quantity.own and quantity.kind not in COUNTED, later.bound
    return told


def _in_percent(scene: Scene, lender: Quantity, quantity: Quantity) -> Quantity:
    """ "[yüzde] 2,1, Fransa'da 1,9, İspanya'da 2,7 oldu": the word for percent is told once, in front."""
    if not _is_bare(scene, quantity) or quantity.value > WHOLE or quantity.case != lender.case or not _contrasts(scene, lender, quantity):
        return quantity
    before = scene.layout.tokens[quantity.first - 1]
    if not _stands_alone(scene, quantity) or lemma_in(before, scene.words.serials) or number_of(scene, quantity, None) is not None:
        return quantity  # "enflasyon yüzde 3, endeks 98 oldu"
    return _lent(quantity, lender)


def _stands_alone(scene: Scene, quantity: Quantity) -> bool:
    """Is there nothing behind it that it could count: the next of the list, a verb, "olarak"?"""
    tokens, at = scene.layout.tokens, quantity.last
    if at >= len(tokens) or scene.places[at] != scene.places[quantity.first]:
        return True
    token = tokens[at]
    return token.kind == "punct" or token.low in ("ve", "olarak", "iken") or token.form.pos == "VERB"
