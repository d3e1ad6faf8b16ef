"""What reported clauses alone tell: whether the subject is left out, what comes upon somebody, what is denied on a condition."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tutanak.languages import word_list
from tutanak.records.frames import Predicate
from tutanak.records.position_clauses import Clause, Verdict, last_word
from tutanak.records.position_sides import CONDITIONS, of_another_verb, possession, subject_place
from tutanak.text.layout import Form, Token

AGENDA: Final = word_list("positions", "agenda")
UNDERGONE: Final = word_list("positions", "undergone")
NEVER: Final = word_list("positions", "never")
RELATIONS: Final = word_list("positions", "ties") | word_list("positions", "relations")
NEAR: Final = 8  # words before the state among which the relations stand
FORCED: Final = frozenset(("zorunda", "mecburiyetinde", "mecbur"))
IN_CASE: Final = frozenset(("halinde", "durumunda", "takdirde"))


def left_out(tokens: list[Token], clause: Clause) -> bool:
    """Is nobody named who will: no genitive, or one that does what a verb inside tells ("Kenya'nın düzenleyeceği | toplantıya katılacağını")?"""
    front = tokens[clause.first].form
    if front.case == "gen" and front.number == "pl" and is_forced(tokens, clause.head):
        return False  # "ailelerin ne yiyeceklerini düşünmek zorunda kalacağını"
    at = subject_place(tokens, clause)
    if at < 0:
        return True
    alone = sum(token.form.case == "gen" for token in tokens[clause.first : clause.head]) == 1
    return alone and not tokens[at].form.verb_form and of_another_verb(tokens, at + 1, clause.head)


def is_forced(tokens: list[Token], head: int) -> bool:
    """Is it what somebody will have to do ("azaltmak zorunda | kalacağını")?"""
    return tokens[head].form.lemma == "kal" and tokens[head - 1].low in FORCED


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


def state_of_relations(tokens: list[Token], clause: Clause, reported: bool) -> Verdict | None:
    """The state that relations are told to be in, by whatever adjective or place ("ilişkiler | kopma noktasında", "dostluğumuzun eşsiz olduğunu")."""
    head = clause.head
    linked = tokens[head].form.lemma in ("ol", "değil") and tokens[head].form.tense not in ("fut", "nec", "opt", "imp")
    base = last_word(tokens, clause.first, head) if linked else head
    if base <= clause.first or tokens[head].form.suffix == "acak" or not tells_state(tokens[base].form):
        return None
    for at in range(max(clause.first, base - NEAR), base):
        if is_relation(tokens, at) and tokens[at].form.case == ("gen" if reported else "nom") and is_whole(tokens, at, base, reported):
            return Verdict("level", "tr/positions:relations", 0.55, base, head + 1, False, "relations")
    return None


def tells_state(form: Form) -> bool:
    """Is it an adjective, or a noun in the locative, other than what is only talked about?"""
    if form.verb_form or form.lemma in AGENDA or form.possessive.startswith("1") or form.person.startswith(("1", "2")):
        return False
    return (form.pos == "ADJ" and form.case in ("", "nom") and not form.possessive) or (form.pos == "NOUN" and form.case == "loc")


def is_relation(tokens: list[Token], at: int) -> bool:
    form = tokens[at].form
    known = form.lemma in RELATIONS or (form.lemma == "birlik" and at > 0 and tokens[at - 1].low == "iş")
    return known and (form.possessive != "" or form.number == "pl")


def is_whole(tokens: list[Token], at: int, base: int, reported: bool) -> bool:
    """Are the relations the subject: no verb between, and no owner of a thing that is?"""
    compound = tokens[base - 1].form.suffix == "ma" and tokens[base].form.possessive != ""  # "kopma noktasında"
    if any(t.form.verb_form or t.low == "," for t in tokens[at + 1 : base - compound]):
        return False
    return possession(tokens, at, base) < 0 if reported else tokens[at + 1].form.case != "gen"
