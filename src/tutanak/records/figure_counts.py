"""Counts: which numbers count what stands behind them, and which only refer to it."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions import nationality, people_word
from tutanak.mentions.model import Quantity
from tutanak.records.figure_exclusions import looks_like_year
from tutanak.records.figure_heads import adjective, counted, singular
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, bare, is_noun
from tutanak.records.grammar import LISTING
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token

_PART_BOUNDS: Final = ("fazlası", "azı", "çoğu", "yakını", "aşkını")
LISTED: Final = 7  # tokens of one more of a list, with its joint
MANY: Final = 10
BOUNDING: Final = word_list("figures", "bounding")
THERE_IS: Final = word_list("figures", "there_is")
REPEATS: Final = word_list("figures", "repeats")
_DEFINITE: Final = ("son", "ilk", "diğer", "öteki", "öbür", "aynı")  # "son iki savaş": those that are known


def refers(scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """ "iki ülke", "her iki taraf" mean those two."""
    tokens = scene.layout.tokens
    written = scene.layout.text[quantity.core.start : quantity.core.end]
    before = tokens[quantity.first - 1].low if quantity.first > 0 else ""
    known = before in ("son", "ilk") or (before in _DEFINITE and not written.isdigit())
    if before in ("her", "bu", "söz", "o", "şu") or (known and quantity.value <= 3):
        return True
    if quantity.value == 1:
        return written != "1"
    if quantity.bound != "exact":
        return False  # "en az iki eski bakan"
    if before == "ilk" and noun.head + 1 < len(tokens) and tokens[noun.head + 1].form.lemma == "ara":
        return True  # "ilk 500 firma arasında"
    if _is_rank(tokens, quantity.first) and noun.head + 2 < len(tokens) and tokens[noun.head + 1].text in ('"', "”", "’"):
        return tokens[noun.head + 2].form.lemma in ("ara", "liste", "sırala")  # "\"en etkili 100 kadın\" listesi"
    if tokens[noun.head].form.possessive and (before == "ilk" or _is_rank(tokens, quantity.first)):
        return True  # "dünyanın ilk 10 ekonomisi"
    if quantity.value == 2 and noun.head + 1 < len(tokens) and tokens[noun.head + 1].low == "arası":
        return True  # "iki şehir arası 250 kilometre"
    if quantity.value == 2 and tokens[noun.head].word.bare in scene.words.doubles:
        return True  # "iki Kore"
    named = scene.mentions.at(quantity.last)
    if quantity.lik and tokens[noun.head].capital and noun.first == noun.head and people_word(tokens[noun.head]) is None:
        return True  # "74 milyonluk Türkiye"
    if named is not None and named.kind in ("state", "place") and named.last > noun.head and nationality(tokens[noun.head], ("nation",)) is None:
        return True  # "86 milyon Türkiye"
    if quantity.value == 2 and named is not None and named.kind in ("state", "place", "name") and named.last > noun.head:
        return True
    small = quantity.value == 2 or (quantity.value == 3 and not written.isdigit())
    small = small and not _is_listed(scene, quantity, noun)
    return (small and _characterises(scene, noun, quantity.value == 2)) or (quantity.value <= 5 and _apposed(scene, noun))


def _is_rank(tokens: list[Token], first: int) -> bool:
    """ "dünyanın en büyük [10] ekonomisi"."""
    return first > 1 and tokens[first - 2].low == "en" and adjective(tokens[first - 1])


def _is_listed(scene: Scene, quantity: Quantity, noun: Noun) -> bool:
    """ "[iki bakan] ve 12 milletvekili", "[iki bakan], 3 milletvekili ve 12 iş insanı": counted among others that are."""
    tokens, joint = scene.layout.tokens, noun.head + 1
    if joint + 1 >= len(tokens) or tokens[joint].text not in LISTING or not _begins_count(scene, quantity, joint + 1):
        return False
    beyond = range(joint + 2, min(joint + LISTED, len(tokens) - 1))
    return tokens[joint].text != "," or any(tokens[at].text in LISTING and _begins_count(scene, quantity, at + 1) for at in beyond)


def _begins_count(scene: Scene, quantity: Quantity, at: int) -> bool:
    """Does another number that counts something begin at the token, no "iki taraf ve iki toplum", no "30 milyar dolarlık", no time?"""
    found = next((q for q in scene.quantities if q.first == at), None)
    return found is not None and found.kind == "number" and found.case == "nom" and not found.lik and found.value != quantity.value


def _apposed(scene: Scene, noun: Noun) -> bool:
    """ "iki nükleer güç olan Fransa ile Çin": their names follow."""
    tokens = scene.layout.tokens
    following = tokens[noun.head + 1] if noun.head + 1 < len(tokens) else None
    head = tokens[noun.head].form
    return following is not None and following.low == "olan" and head.case in ("", "nom") and not head.possessive


def _characterises(scene: Scene, noun: Noun, two: bool) -> bool:
    """ "iki kardeş halk": two that are known, not counted, but "adada iki ayrı halk var"."""
    tokens = scene.layout.tokens
    there = noun.head + 1 < len(tokens) and tokens[noun.head + 1].low in THERE_IS
    if there and noun.first < noun.head and tokens[noun.head].form.case in ("", "nom"):
        return False  # "ülkede iki büyük parti var"
    if any(tokens[at].low in ("ayrı", "farklı", "yeni") for at in range(noun.first, noun.head)):
        return False
    if noun.lemma in scene.words.people and any(people_word(tokens[at]) is not None for at in range(noun.first, noun.head)):
        return False  # "iki Filistinli kardeş", but "iki kardeş ülke"
    sides = noun.first < noun.head and tokens[noun.first].form.lemma in scene.words.sides  # "iki ülke ticareti"
    return sides or noun.lemma in scene.words.referring or (two and noun.lemma in scene.words.paired and _begins_clause(scene, noun))


def _begins_clause(scene: Scene, noun: Noun) -> bool:
    """ "İki şirket anlaştı", "Bakan, iki şirketin": where nothing stands before the number, they were told before; but "Polis, iki şirketi bastı"."""
    tokens, before = scene.layout.tokens, noun.first - 2
    if noun.first != noun.head or tokens[noun.first - 1].kind == "number":
        return False
    if before < 0 or scene.places[before] != scene.places[noun.first]:
        return True
    between = noun.head + 1 < len(tokens) and tokens[noun.head + 1].form.lemma == "ara"
    return tokens[before].kind == "punct" and (tokens[noun.head].form.case == "gen" or between)


def confidence_of(scene: Scene, quantity: Quantity, noun: Noun) -> float:
    written = scene.layout.text[quantity.core.start : quantity.core.end]
    if any(c.isdigit() for c in written) or quantity.value >= 10:
        return 0.9
    return 0.4 if noun.lemma in scene.words.arranged else 0.65  # "üç temel unsur" arranges a speech, "iki gemi" counts


def counts_behind(scene: Scene, quantity: Quantity) -> bool:
    """ "5'i", "12 bin 500'e": with a case of its own it counts nothing behind it, unless a bound stands between."""
    if quantity.span.end == quantity.core.end:
        return quantity.case == "nom" and not quantity.own
    return scene.layout.tokens[quantity.last - 1].form.case != "dat"


def only_people(scene: Scene, noun: Noun) -> bool:
    """ "75 [Türk], 15 Iraklı çalışan": a people's word before the next number of a list."""
    tokens, at = scene.layout.tokens, noun.head + 2
    listed = at + 1 < len(tokens) and tokens[at - 1].text in (",", "ve") and scene.taken[at] and people_word(tokens[noun.head]) is not None
    while listed and at < len(tokens) and scene.taken[at]:
        at += 1
    following = counted(scene.layout, scene.words, at) if listed else None
    if following is None:
        return False
    people, staff, persons = scene.words.people, scene.words.staff, scene.words.persons  # no "750 bin İsrailli, 156 yerleşimde"
    return people_word(tokens[at]) is not None or following.lemma in people or following.lemma in staff or following.lemma in persons


def compares(scene: Scene, quantity: Quantity) -> bool:
    """ "20 kat daha büyük": a multiple of what was said before."""
    tokens, at = scene.layout.tokens, quantity.last
    if at >= len(tokens) or quantity.case != "nom":
        return False
    return tokens[at].low in ("daha", "fazla") or (adjective(tokens[at]) and not is_noun(tokens[at]))


def up_to(scene: Scene, quantity: Quantity) -> bool:
    """ "1,2 milyona kadar [göçmene]": a dative before "kadar" and what is counted."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.bound != "exact" or at + 1 >= len(tokens) or tokens[at].low != "kadar" or looks_like_year(scene, quantity):
        return False
    noun = counted(scene.layout, scene.words, at + 1)
    return noun is not None and not tokens[at + 1].capital and scene.layout.text[quantity.core.start].isdigit()


def part_by_bound(layout: Layout, quantity: Quantity) -> bool:
    """ "göçmenlerin 4 binden [fazlası]", "300'e [yakınının]", "göstericilerden [120'sinin] üzerinde": the bound, or the amount, says so."""
    if quantity.own and quantity.case == "gen" and quantity.span.end > quantity.core.end:
        return True
    return quantity.span.end > quantity.core.end and layout.tokens[quantity.last - 1].low.startswith(_PART_BOUNDS)


def refers_back(scene: Scene, quantity: Quantity) -> bool:
    """ "[bunu] 10 milyara çıkaracağız": a pronoun just before stands for the amount told before."""
    tokens = scene.layout.tokens
    near = (tokens[at] for at in range(max(quantity.first - 4, 0), quantity.first) if scene.places[at] == scene.places[quantity.first])
    return any(token.form.pos == "PRON" and token.form.lemma in ("bu", "o") and token.form.case in ("", "nom", "acc") for token in near)


def up_to_amount(scene: Scene, quantity: Quantity) -> bool:
    """ "100 milyon avroya kadar [kredi]": a dative before "kadar" and what it is of."""
    tokens, at = scene.layout.tokens, quantity.last
    if quantity.bound != "exact" or quantity.case != "dat" or at + 1 >= len(tokens) or tokens[at].low != "kadar":
        return False
    following = tokens[at + 1]
    return is_noun(following) and not following.capital and following.form.pos == "NOUN" and following.form.case in ("", "nom")


def part_whole(scene: Scene, quantity: Quantity) -> str | None:
    """The unit of a whole in the plural right before its part: "[öğrencilerden] 45'i", "[adayların] 17'si"."""
    tokens, before = scene.layout.tokens, quantity.first - 1
    before -= before > 0 and tokens[before].low in ("da", "de", "ise")
    if before < 0 or tokens[before].form.case not in ("gen", "abl"):
        return None
    named = tokens[min(quantity.last, len(tokens) - 1)].form.pos == "PROPN"  # "mürettebatın 13'ünün Hint, …"
    if tokens[before].form.number != "pl" and not named:
        return None
    if tokens[before].form.verb_form == "participle":
        return "kişi"
    return singular(tokens[before]) if is_noun(tokens[before]) and not tokens[before].low.startswith("bunlar") else None


def under(layout: Layout, quantity: Quantity) -> Quantity:
    """The amount with "kadar" behind it, an upper bound."""
    at = quantity.last
    told = quantity.again()
    told.bound, told.span, told.last, told.case = "under", Span(quantity.span.start, layout.tokens[at].end), at + 1, "nom"
    return told


def told_span(layout: Layout, quantity: Quantity) -> Span:
    """The words of the amount, with the verb that bounds it: "[300'ü aştı]", as "[300'ü aşan]"."""
    at = quantity.last
    if quantity.bound == "exact" or quantity.case not in ("acc", "dat") or quantity.span.end != quantity.core.end or at >= len(layout.tokens):
        return quantity.span
    verb = layout.tokens[at]
    return Span(quantity.span.start, verb.end) if verb.form.pos == "VERB" and verb.form.lemma in BOUNDING else quantity.span


def with_unit(layout: Layout, quantity: Quantity, noun: Noun) -> Quantity:
    """ "[14 kez] bombalandı": how often is a unit of its own, and a part of the amount."""
    if noun.lemma not in REPEATS:
        return quantity
    told = quantity.again()
    told.span = Span(quantity.span.start, layout.tokens[noun.head].end)
    return told


def together(scene: Scene, quantity: Quantity, noun: Noun) -> Noun:
    """ "3 bin [kişi ve kuruluş]", "35 bin [füze ve bomba]": what a large number counts together, two nouns in the singular."""
    tokens, joint = scene.layout.tokens, noun.head + 1
    first = tokens[noun.head]
    if quantity.value < MANY or joint + 1 >= len(tokens) or tokens[joint].low != "ve" or first.capital or not bare(first.form) or not is_noun(first):
        return noun
    if scene.taken[joint + 1] or scene.mentions.at(joint + 1) is not None or scene.places[joint + 1] != scene.places[joint]:
        return noun
    second = counted(scene.layout, scene.words, joint + 1)
    token = tokens[joint + 1]
    alone = not token.form.possessive and not token.form.verb_form and not token.low.endswith("ki") and token.form.number != "pl"
    if second is None or second.head != joint + 1 or token.capital or not alone or second.lemma == noun.lemma:
        return noun  # no "20 sperm ve yumurta örneği", a compound of both
    if _begins_another(scene, joint + 1):
        return noun
    return Noun(noun.first, second.head, f"{noun.lemma} ve {second.lemma}")


def _begins_another(scene: Scene, at: int) -> bool:
    """ "10 gemi ve [deniz] hava unsurlarının": does the bare noun begin a phrase of its own, no half of a verb ("[iflas] etti")?"""
    tokens = scene.layout.tokens
    if at + 2 >= len(tokens) or not bare(tokens[at].form) or not is_noun(tokens[at + 1]) or tokens[at + 1].sentence != tokens[at].sentence:
        return False
    return tokens[at + 1].form.pos in ("NOUN", "PROPN") and tokens[at + 2].form.pos != "VERB"
