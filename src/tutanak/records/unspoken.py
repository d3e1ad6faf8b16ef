"""Speech that has not taken place: what one is only asked or awaited to say ("… kabul etmesi gerektiğini", "… açıklamasını istedi")."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import Predicate
from tutanak.records.grammar import ASKING, CLOSING, FEASIBLE, IF, JOINING_OR, LINKING, PREVENTED
from tutanak.records.reporting import Cue
from tutanak.records.voices import is_text
from tutanak.text.layout import Form, Token

UNSPOKEN: Final = word_list("reporting", "unspoken") | FEASIBLE | PREVENTED
ON_THAT: Final = IF | LINKING | {"için", "yönünde"}  # behind a deed in no case: it is hung on, or asked for
NEAR: Final = 4  # words behind the deed among which stands what asks for it ("açıklamasını | sabırsızlıkla bekliyor")
JOINED: Final = 12  # and words among which another deed of the same doer is joined to it
NAMES: Final = frozenset(("ad", "isim", "kimlik"))


def is_unspoken(tokens: list[Token], cue: Cue, high: int) -> bool:
    """Is it only demanded, awaited, possible or prevented that somebody says so? Such a deed of saying ends in "-ması"."""
    form = cue.predicate.form
    if form.suffix != "ma" or not form.possessive:
        return False
    at, case = last_joined(tokens, cue.last, form, high)
    if case == "nom" and at < high and tokens[at].low in ON_THAT:
        return True
    for token in tokens[at : min(at + (1 if case in ("nom", "dat") else NEAR), high)]:
        if token.form.lemma in UNSPOKEN:
            return True
        if token.kind == "punct" or token.form.verb_form or token.form.possessive:
            return False
    return False


def is_no_telling(tokens: list[Token], cue: Cue, high: int) -> bool:
    """Do words in marks stand before the cue without anybody's saying them: only asked about ("“…” diyebilir mi?") or awaited?"""
    asks = cue.predicate.finite and cue.last < high and tokens[cue.last].low in ASKING
    return asks or is_unspoken(tokens, cue, high)


def names_thing(tokens: list[Token], cue: Cue, high: int) -> bool:
    """Does a passive participle only call a thing so ("“Kara Cuma” denilen | olayda", not "“…” denilen açıklamada")?"""
    called = cue.predicate.frame.head == "de" and cue.passive and cue.predicate.form.suffix == "an"
    return called and not any(is_text(t) for t in tokens[cue.last : min(cue.last + NEAR, high)])


def last_joined(tokens: list[Token], at: int, form: Form, high: int) -> tuple[int, str]:
    """Behind the last deed joined to the one before token `at` ("kabul etmesi | ve özür dilemesi gerektiğini"), with its case."""
    if at >= high or tokens[at].low not in JOINING_OR:
        return at, form.case
    for token in tokens[at + 1 : min(at + JOINED, high)]:
        other = token.form
        if other.suffix == form.suffix and other.possessive == form.possessive:
            return token.index + 1, other.case
        if other.verb_form in CLOSING or other.suffix in ("dik", "acak"):
            break
    return at, form.case


def keeps_name(tokens: list[Token], asked: Predicate) -> bool:
    """Does somebody only wish not to be named ("adının açıklanmasını | istemeyen yetkili"): no word and no stance on any matter?"""
    if asked.frame.head != "iste" or asked.form.suffix != "an":
        return False
    return any(t.form.lemma in NAMES and t.form.possessive.startswith("3") for t in tokens[max(asked.first - NEAR, 0) : asked.first])
