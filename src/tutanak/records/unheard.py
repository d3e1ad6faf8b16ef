"""Cues that no pack knows: what stands where a verb of saying stands, in an article whose words were swapped.

"… sürdüğünü dermeyan etti", "“…” diye lakırdı etti", "… sürdüğü serdediliyor". A dictionary has more words for saying than any list;
but few verbs take a fact as their object, right before them, and those that see it or know it are few (reporting.yaml: noticed).
So do the words of a known cue whose verb was swapped: "… sürdüğüne dikkat celbetti", "… sürdüğü öne atıldı".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import MARKS, Frame, Predicate, stood_for
from tutanak.text.layout import Form, Layout, Meant, Token

RULE: Final = "tr/reporting:by its place"
EMPTY: Final = word_list("reporting", "empty")
NOTICED: Final = word_list("reporting", "noticed")
TENSES: Final = frozenset(("past", "evid", "prog"))
_SAID: Final = Frame({"says": "et", "takes": ["acc"], "quote": "yes", "strong": False, "guess": False}, RULE)


def with_unheard(layout: Layout, known: Sequence[Predicate], first: int, last: int, quote: int, worded: Mapping[str, Frame]) -> list[Predicate]:
    """The predicates of a spun sentence with those that only their place tells, in order; worded: frames by the word before their verb."""
    heads = {predicate.head for predicate in known}
    tokens = layout.tokens[first + 1 : last]
    found = [_said(layout, token, first, worded) for token in tokens if token.index not in heads and token.quote == quote and _tells(token.form)]
    return sorted([*known, *(p for p in found if p is not None)], key=lambda p: p.head)


def _tells(form: Form) -> bool:
    """May the form tell of speech that took place?"""
    if form.negative or form.lemma in NOTICED:
        return False
    if form.verb_form == "finite":
        return form.tense in TENSES and form.person.startswith("3")
    return form.verb_form == "participle" and form.suffix == "an" and form.case == "nom" and not form.possessive


def _said(layout: Layout, verb: Token, low: int, worded: Mapping[str, Frame]) -> Predicate | None:
    """The predicate that begins right behind a fact, or behind the marks of a quotation, and ends with this verb."""
    at = verb.index - (verb.form.lemma in EMPTY or stood_for(verb.form) > 0)
    frame = worded.get(layout.tokens[at - 1].low) if at - 2 >= low else None
    if frame is not None and _is_fact(layout.tokens[at - 2], frame.wants["takes"], "pass" in verb.form.voice):
        return Predicate(frame, at - 1, verb.index, verb.form)
    if isinstance(verb.form, Meant) or at <= low or (at < verb.index and not _is_bare(layout.tokens[at])):
        return None  # of a swap that is known, what was meant says what it does
    if not _follows(layout.tokens, at, low, "pass" in verb.form.voice):
        return None
    return Predicate(_SAID, at, verb.index, verb.form)


def _is_bare(noun: Token) -> bool:
    """A word without an ending, that makes a verb of an empty one: of no known meaning, and none that sees or knows."""
    form = noun.form
    return noun.kind == "word" and form.case in ("", "nom") and not form.possessive and not form.verb_form and noun.low not in NOTICED


def _follows(tokens: list[Token], at: int, low: int, passive: bool) -> bool:
    """Does what is told stand right before token `at`, or before whom it is told to: a fact in the case that the voice asks for, or a quotation?"""
    if at - 2 >= low and tokens[at - 1].form.case == "dat" and not tokens[at - 1].form.verb_form:
        at -= 1
    before = tokens[at - 1]
    if before.low == "diye":
        return at - 2 >= low and tokens[at - 2].text in MARKS
    return _is_fact(before, ("acc",), passive)


def _is_fact(told: Token, takes: Sequence[str], passive: bool) -> bool:
    """Is the token the end of a clause that states a fact, in one of these cases? What is an object is the subject of a passive."""
    cases = ["nom" if passive and case == "acc" else case for case in takes]
    facts = (f for f in told.forms if f.verb_form == "participle" and f.suffix in ("dik", "acak"))
    return told.quote < 0 and any(f.case in cases and f.possessive.startswith("3") for f in facts)
