"""The nouns that are joined to what an amount measures: "[çimento, cam ve] toprak ürünleri ihracatı"."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.figure_nouns import noun_phrase
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, bare, possessed
from tutanak.text.layout import Token

THERE_IS: Final = word_list("figures", "there_is")
COPULAS: Final = ("dır", "dir", "dur", "dür", "tır", "tir", "tur", "tür")


def first_of_list(scene: Scene, noun: Noun) -> int:
    """The token where the list begins whose last member is the noun, or what it begins with; its own first one where it is in none."""
    tokens, first = scene.layout.tokens, noun.first
    if tokens[first].form.pos == "PRON":
        return first  # "sanayi ürünleridir ve [bunun] yüzde 55'i"
    joint = "ve"
    while first > 1 and tokens[first - 1].text == joint and _is_member(scene, first - 2):
        first = noun_phrase(scene.layout, scene.taken, first - 2).first
        joint = ","
    return first


def first_of_relation(scene: Scene, noun: Noun) -> int:
    """ "[Avrupa'nın Rus gazına] bağımlılığı": where it begins with whose it is and to what; its own first token where nobody's is told so."""
    tokens, to = scene.layout.tokens, noun.first - 1
    if to < 1 or scene.taken[to] or tokens[to].form.case != "dat" or scene.places[to] != scene.places[noun.first] or tokens[to].form.verb_form:
        return noun.first
    if not possessed(tokens[noun.head]) or not _names_thing(tokens[to]) or any(tokens[at].form.case == "gen" for at in range(noun.first, noun.head)):
        return noun.first
    first = noun_phrase(scene.layout, scene.taken, to).first
    owned = first < to and any(tokens[at].form.case == "gen" for at in range(first, to))
    return first if owned else noun.first


def _names_thing(token: Token) -> bool:
    return token.kind == "word" and token.form.pos in ("NOUN", "PROPN")


def _is_member(scene: Scene, at: int) -> bool:
    """May the token be a member of a list of things: a bare common noun or the end of a compound, nobody who does or tells something?"""
    token, words = scene.layout.tokens[at], scene.words
    if scene.taken[at] or token.kind != "word" or scene.places[at] != scene.places[at + 1]:
        return False
    if token.form.pos not in ("NOUN", "ADJ") or _is_predicate(token):  # a stuff may be both ("seramik", "demir")
        return False
    lemma = token.form.lemma
    if lemma in words.doers or lemma in words.tellings or lemma in words.sources or lemma in words.adverbial or scene.mentions.at(at) is not None:
        return False
    begins = at == 0 or scene.places[at - 1] != scene.places[at]
    return (not token.capital or begins) and (bare(token.form) or _ends_compound(scene.layout.tokens, at))


def _is_predicate(token: Token) -> bool:
    """ "beş banka [var] ve", "sanayi [ürünleridir] ve": the end of another clause."""
    said = token.low.endswith(COPULAS) and not token.form.lemma.endswith(COPULAS)
    return bool(token.form.copula) or token.low in THERE_IS or said


def _ends_compound(tokens: list[Token], at: int) -> bool:
    """ "süt [ürünleri]"."""
    return at > 0 and possessed(tokens[at]) and tokens[at - 1].form.pos == "NOUN" and bare(tokens[at - 1].form)
