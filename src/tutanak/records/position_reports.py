"""What reported clauses alone tell: whether the subject is left out, what comes upon somebody, what is denied on a condition."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import Predicate
from tutanak.records.position_clauses import Clause
from tutanak.records.position_sides import CONDITIONS, of_another_verb, subject_place
from tutanak.text.layout import Form, Token

UNDERGONE: Final = word_list("positions", "undergone")
NEVER: Final = word_list("positions", "never")
RELATIONS: Final = word_list("positions", "ties") | word_list("positions", "relations")
IN_CASE: Final = frozenset(("halinde", "durumunda", "takdirde"))


def left_out(tokens: list[Token], clause: Clause) -> bool:
    """Is nobody named who will: no genitive, or one that does what a verb inside tells ("Kenya'nın düzenleyeceği | toplantıya katılacağını")?"""
    at = subject_place(tokens, clause)
    if at < 0:
        return True
    alone = sum(token.form.case == "gen" for token in tokens[clause.first : clause.head]) == 1
    return alone and not tokens[at].form.verb_form and of_another_verb(tokens, at + 1, clause.head)


def undergoes(tokens: list[Token], clause: Clause, form: Form) -> bool:
    """Does something only come upon whoever the verb is told of ("nasıl değiştiğini göreceğini", "sorun | yaşanmayacağını")?"""
    if form.lemma not in UNDERGONE:
        return False
    return not form.passive or is_thing(tokens[clause.head - 1].form)


def is_thing(form: Form) -> bool:
    return form.pos == "NOUN" and form.case == "nom" and not form.possessive


def on_condition(tokens: list[Token], clause: Clause) -> bool:
    """Is it told on what something hangs ("haklar verilmediği sürece …", "işbirliği olmadan …", "saldırılar durmazsa …")?"""
    for token in tokens[clause.first : clause.head]:
        form = token.form
        if token.low in CONDITIONS or (form.verb_form == "finite" and "cond" in (form.tense, form.copula)):
            return True
        if form.verb_form == "converb" and form.suffix in ("madan", "dikca"):
            return True
    return False


def hangs_on(tokens: list[Token], clause: Clause) -> bool:
    """Does a deed stand before on which it hangs ("belgelerin … içermesi halinde …")?"""
    return any(tokens[at + 1].low in IN_CASE and tokens[at].form.suffix == "ma" for at in range(clause.first, clause.head))


def by_no_means(tokens: list[Token], clause: Clause) -> bool:
    """Is it denied outright ("hiçbir şekilde ücret alamayacağını", "asla …")?"""
    told = tokens[clause.first : clause.head]
    return any(token.low in NEVER for token in told) or any(f"{a.low} {b.low}" in NEVER for a, b in pairwise(told))


def tells_of_relations(tokens: list[Token], low: int, found: Predicate) -> bool:
    """Do relations do what a verb tells ("ilişkilerimiz | gelişiyor"), or does one make them do so ("ilişkilerini | geliştirdi")?"""
    if found.form.suffix == "an":
        return False
    made = ("caus" in found.form.voice or found.form.lemma == "geliştir") and not found.passive
    for at in range(found.first - 1, low - 1, -1):
        form = tokens[at].form
        if form.verb_form == "finite" or (form.verb_form in ("participle", "verbal_noun") and form.possessive):
            return False
        if form.lemma in RELATIONS or (form.lemma == "birlik" and at > low and tokens[at - 1].low == "iş"):
            return form.case in (("acc", "nom") if made else ("gen", "nom"))
    return False
