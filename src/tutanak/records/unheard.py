"""Cues that no pack knows: what stands where a verb of saying stands, in an article whose words were swapped.

"… sürdüğünü dermeyan etti", "“…” diye lakırdı etti", "… sürdüğü serdediliyor". A dictionary has more words for saying than any list;
but few verbs take a fact as their object, right before them, and those that see it or know it are few (reporting.yaml: noticed).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import MARKS, Frame, Predicate
from tutanak.text.layout import Form, Layout, Meant, Token

RULE: Final = "tr/reporting:by its place"
EMPTY: Final = word_list("reporting", "empty")
NOTICED: Final = word_list("reporting", "noticed")
TENSES: Final = frozenset(("past", "evid", "prog"))
_SAID: Final = Frame({"says": "et", "takes": ["acc"], "quote": "yes", "strong": False, "guess": False}, RULE)


def with_unheard(layout: Layout, known: Sequence[Predicate], first: int, last: int, quote: int) -> list[Predicate]:
    """The predicates of a spun sentence with those that only their place tells, in order."""
    heads = {predicate.head for predicate in known}
    tokens = layout.tokens[first + 1 : last]
    found = [_said(layout, token, first) for token in tokens if token.index not in heads and token.quote == quote and _tells(token.form)]
    return sorted([*known, *(p for p in found if p is not None)], key=lambda p: p.head)


def _tells(form: Form) -> bool:
    """May the form tell of speech that took place, and is it none that the swap is known of?"""
    if form.negative or isinstance(form, Meant) or form.lemma in NOTICED:
        return False
    if form.verb_form == "finite":
        return form.tense in TENSES and form.person.startswith("3")
    return form.verb_form == "participle" and form.suffix == "an" and form.case == "nom" and not form.possessive


def _said(layout: Layout, verb: Token, low: int) -> Predicate | None:
    """The predicate that begins right behind a fact, or behind the marks of a quotation, and ends with this verb."""
    at = verb.index
    if verb.form.lemma in EMPTY:
        at -= 1
        if at <= low or not _is_bare(layout.tokens[at]):
            return None
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
    case = "nom" if passive else "acc"
    told = (f for f in before.forms if f.verb_form == "participle" and f.suffix in ("dik", "acak"))
    return before.quote < 0 and any(f.case == case and f.possessive.startswith("3") for f in told)
