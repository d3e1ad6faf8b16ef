"""The relative clause before what an amount measures: "[yurt dışında kullanılan] oyların", "[her yıl ihraç ettiği] malların"."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from tutanak.languages import word_list
from tutanak.records.figure_heads import adjective
from tutanak.records.figure_nouns import noun_phrase
from tutanak.records.figure_scene import Scene
from tutanak.records.figure_words import Noun, bare, is_noun, possessed
from tutanak.text.layout import Token

LONG: Final = 12  # tokens of a clause
CASES: Final = ("acc", "dat", "loc", "abl", "ins")
NO_HALF: Final = word_list("figures", "no_halves")


def first_of_clause(scene: Scene, noun: Noun) -> int:
    """The token where the clause begins whose participle stands right before the noun; its own first one where there is none.

    A participle by itself ("yapılan ihracat") says nothing more, and one before a name only describes it.
    """
    tokens, verb = scene.layout.tokens, noun.first - 1
    owned = any(tokens[at].form.case == "gen" for at in range(noun.first, noun.head))  # "[planlanan] hattın kapasitesi": the owner's
    if owned or tokens[noun.first].capital or not _is_attribute(scene, verb):
        return noun.first
    at = _past_complements(scene, verb)
    subject = _subject_of(scene, at, verb) if tokens[verb].form.possessive else at
    while subject == at < verb and (scene.taken[at] or tokens[at].form.pos == "ADV"):
        at = subject = at + 1  # a time at the head of the sentence is that of its verb
    other = subject > 0 and (_is_amount(scene, subject - 1) or tokens[subject - 1].low == "olarak")  # "400 milyon lira [ciro yapan] şirket"
    return noun.first if subject == verb or other else subject


def _is_attribute(scene: Scene, at: int) -> bool:
    """Is it a participle that tells which: "kullanılan", "ettiği", "alınacak", not when it was told ("açıklanan") or of another amount?"""
    if at < 1 or scene.taken[at]:
        return False
    form = scene.layout.tokens[at].form
    told = form.verb_form == "participle" and form.case in ("", "nom") and form.suffix in ("an", "dik", "acak")
    return told and form.lemma not in scene.words.published


def _past_complements(scene: Scene, verb: int) -> int:
    """The first of the words before a participle that belong to it: nouns in a case, times, adverbs, the bare half of a verb."""
    tokens, at = scene.layout.tokens, verb
    low = max(verb - LONG, 0)
    while at > low and scene.places[at - 1] == scene.places[verb] and _may_belong(scene, at - 1, verb):
        at = _first_of_phrase(scene, at - 1)
    return at if tokens[at].low != "tarafından" else verb


def _may_belong(scene: Scene, at: int, verb: int) -> bool:
    before, token, following = (scene.layout.tokens[max(at + n, 0)] for n in (-1, 0, 1))
    if scene.taken[at] or token.kind != "word":
        return scene.taken[at] and not _is_amount(scene, at)
    if token.form.verb_form:
        return token.form.verb_form == "verbal_noun" and at == verb - 1  # "yapılması [planlanan]"
    if token.low == "her" or before.low == "her":
        return bare(token.form)  # "[her yıl] ihraç ettiği"
    if token.form.lemma in scene.words.adverbial and not token.form.possessive:
        return False  # "aynı [dönemde] gerçekleşen"
    if following.low == "tarafından" or token.low == "tarafından":
        return True
    return _is_half(token, at == verb - 1) or (token.form.case in CASES and token.form.pos != "PRON") or token.form.pos == "ADV"


def _is_half(token: Token, beside: bool) -> bool:
    """ "[ihraç] ettiği", "[gaz] taşıyan"."""
    return beside and is_noun(token) and bare(token.form) and not token.capital and token.low not in NO_HALF


def _first_of_phrase(scene: Scene, head: int) -> int:
    """Where the complement begins that ends at the token: with its name, or with what makes a compound with a possessed noun."""
    tokens, named = scene.layout.tokens, scene.mentions.at(head)
    if scene.taken[head]:
        return head
    if named is not None and named.kind != "description" and named.first <= head < named.last:
        return named.first
    if tokens[head].capital:
        while head > 0 and tokens[head - 1].capital and bare(tokens[head - 1].form) and scene.mentions.at(head - 1) is None:
            head -= 1  # "[Borsa] İstanbul'da"
        return head
    if not possessed(tokens[head]) or tokens[head].form.case not in CASES:
        return head
    first = noun_phrase(scene.layout, scene.taken, head).first
    while first < head and _is_doer(scene, first, head):
        first += 1
    return first


def _is_doer(scene: Scene, at: int, head: int) -> bool:
    """ "[Bakan] yurt dışında kullanılan oyların": a word in capitals that is a name by itself, or begins the sentence."""
    token = scene.layout.tokens[at]
    if not token.capital or token.form.case not in ("", "nom") or adjective(token):
        return False
    named = scene.mentions.at(at)
    begins = at == 0 or scene.places[at - 1] != scene.places[at]
    return begins or (named is not None and named.last <= head)


def _subject_of(scene: Scene, first: int, verb: int) -> int:
    """The genitive that did what "-dığı" tells: "[Kanada'nın] her yıl ihraç ettiği"; `first` where none stands right before."""
    at = first - 1
    if at < 0 or scene.taken[at] or scene.places[at] != scene.places[verb] or scene.layout.tokens[at].form.case != "gen":
        return first
    named = scene.mentions.at(at)
    return named.first if named is not None and named.last == at + 1 and named.kind != "description" else at


def _is_amount(scene: Scene, at: int) -> bool:
    """Is the token of a quantity, not of a time?"""
    i = bisect_right(scene.firsts, at) - 1
    return scene.taken[at] and not (i >= 0 and at < scene.mentions.whens[i].last)
