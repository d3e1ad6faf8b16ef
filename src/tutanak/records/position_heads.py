"""Whose stance a participle tells: that of the noun it stands before, whoever else the sentence names further on."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention
from tutanak.records.grammar import JOINING_OR, OBLIQUE
from tutanak.text.layout import Token

TIMES: Final = frozenset(("dönemin", "günün", "zamanın"))  # "dönemin Başbakanı X"
REACH: Final = 14  # words behind a participle among which another is joined to it


def behind_joined(tokens: list[Token], at: int, high: int) -> int:
    """Where the noun begins that participles stand before ("Kenya'yı destekleyen ve Uganda'ya silah satan | Norveç"), `at`: behind the first."""
    while at < high and tokens[at].low in JOINING_OR:
        joined = next((t for t in tokens[at + 1 : min(at + REACH, high)] if t.form.suffix == "an" or t.form.verb_form == "finite"), None)
        if joined is None or joined.form.suffix != "an" or is_headless(joined):
            return at
        at = joined.index + 1
    return at


def is_headless(participle: Token) -> bool:
    """Does the participle stand for those it tells of ("planı | reddedenleri")?"""
    form = participle.form
    return form.number == "pl" or bool(form.possessive) or form.case not in ("", "nom")


def is_of_another_noun(tokens: list[Token], at: int, named: Mention) -> bool:
    """Does a noun between the participle, which ends before token `at`, and the name end its phrase ("gelmek isteyen Kenyalılara seslenen | X")?"""
    between = tokens[at : named.first]
    if any(ends_phrase(token) for token in between):
        return True
    return bool(between) and is_many(between[-1]) and named.case in OBLIQUE


def ends_phrase(token: Token) -> bool:
    """Does a word end the phrase of a noun: by a case, or because a verb follows on it?"""
    form = token.form
    if form.verb_form:
        return True
    if token.kind != "word" or form.pos not in ("NOUN", "PROPN", "PRON") or token.low in TIMES:
        return False
    return form.case in OBLIQUE or (form.case == "gen" and not token.capital)


def is_many(token: Token) -> bool:
    """Is it a noun in the plural that nobody owns, so that a name behind it is another's ("almak isteyen yatırımcılar | Norveç'e gitti")?"""
    form = token.form
    return form.pos == "NOUN" and form.number == "pl" and form.case == "nom" and not form.possessive and not form.verb_form
