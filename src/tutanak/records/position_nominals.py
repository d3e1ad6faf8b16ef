"""Nominal sentences that take a stance by what they are made of: what one wants is …, A's good is B's good, what comes first is …"""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.records.position_clauses import Clause, Verdict
from tutanak.text.layout import Form, Token

WANTING: Final = word_list("positions", "wanting")
AWAITING: Final = word_list("positions", "awaiting")
ASKING_FOR: Final = word_list("positions", "asking_for")
FIRST_OF_ALL: Final = word_list("positions", "first_of_all")
THINGS: Final = frozenset(("şey", "tek", "asıl", "bu", "budur", "şudur", ","))
MEANS: Final = frozenset(("demek", "demektir", "anlamına"))
LINKING: Final = frozenset(("gel", "ol", "değil"))


def nominal_stance(tokens: list[Token], clause: Clause) -> Verdict | None:
    """The stance of a nominal sentence, by its make."""
    if tokens[clause.head].form.negative or tokens[clause.head].low.startswith("değil"):
        return None
    return what_is_wanted(tokens, clause) or one_with_another(tokens, clause) or what_comes_first(tokens, clause)


def what_is_wanted(tokens: list[Token], clause: Clause) -> Verdict | None:
    """ "İstediğimiz şey barıştır", "beklediğimiz, ateşkesin korunmasıdır", "gönlümden geçen bu"."""
    nominal = is_nominal(tokens[clause.head].form)
    for at in range(clause.first, clause.head):
        form = tokens[at].form
        heart = form.suffix == "an" and form.lemma == "geç" and tokens[at - 1].low.startswith("gönl")
        own = form.suffix == "dik" and form.possessive in ("1sg", "1pl") and form.case == "nom"
        if not (own or heart) or (tokens[at + 1].low not in THINGS and not (nominal and tokens[clause.head].form.verb_form == "verbal_noun")):
            continue
        force = wanted_force(form.lemma, tokens[at - 1].low if at > clause.first else "")
        if force and nominal:
            return Verdict(force, "tr/positions:wanting", 0.6, at, at + 1, True, "subject")
    return None


def wanted_force(lemma: str, before: str) -> str:
    """What one wants is an aim, what one awaits is expected, what one asks for is demanded."""
    if lemma in WANTING or (lemma == "geç" and before.startswith("gönl")):
        return "aim"
    if lemma in AWAITING or before in ("umut", "ümit", "temenni"):
        return "expectation"
    return "demand" if lemma in ASKING_FOR or before == "talep" else ""


def is_nominal(form: Form) -> bool:
    """Is it the predicate of a nominal sentence: a noun, an adjective, a deed, with or without "-dır"?"""
    return form.verb_form in ("", "verbal_noun") and form.tense == ""


def one_with_another(tokens: list[Token], clause: Clause) -> Verdict | None:
    """ "Komşumuzun güvenliği bizim güvenliğimizdir", "… güvenliği demektir": one with the other."""
    at = clause.head
    while at > clause.first and (tokens[at].low in MEANS or tokens[at].form.lemma in LINKING):
        at -= 1
    noun = tokens[at].form
    if not (noun.pos == "NOUN" or noun.suffix == "ma") or not noun.possessive or not is_owned(tokens, at, clause.first):
        return None
    for n in range(clause.first + 1, at - 1):
        form = tokens[n].form
        if form.lemma != noun.lemma or not form.possessive or form.case != "nom" or not is_owned(tokens, n, clause.first):
            continue
        if all(t.low == "," or t.form.case == "gen" or t.form.pos == "ADJ" or t.low == "aynı" for t in tokens[n + 1 : at]):
            return Verdict("support", "tr/positions:one with another", 0.6, n, at + 1, False, "subject")
    return None


def is_owned(tokens: list[Token], at: int, low: int) -> bool:
    """Does a genitive own the noun, right before it or before its adjective?"""
    return any(tokens[n].form.case == "gen" for n in range(max(at - 2, low), at)) or tokens[at].form.possessive.startswith("1")


def what_comes_first(tokens: list[Token], clause: Clause) -> Verdict | None:
    """ "Şu anki öncelik, sınırların korunmasıdır": of a deed of one's own an aim, of others' a demand."""
    deed = tokens[clause.head].form
    if deed.verb_form != "verbal_noun" or deed.suffix not in ("mak", "ma"):
        return None
    for at in range(clause.first, clause.head):
        form = tokens[at].form
        if form.lemma in FIRST_OF_ALL and form.case == "nom" and not form.possessive and tokens[at + 1].low in (",", "ise", "her"):
            force = "demand" if deed.suffix == "ma" and deed.possessive else "aim"
            return Verdict(force, "tr/positions:first_of_all", 0.55, at, at + 1, False, "subject")
    return None
