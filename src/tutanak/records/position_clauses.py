"""Clauses of a statement, and the verdict on each: what force it has and what gave it."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import word_list
from tutanak.records.frames import MARKS
from tutanak.records.grammar import BUT
from tutanak.text.layout import Form, Layout, Token

PARTICLES: Final = frozenset(("da", "de", "ki", "diye", "olarak", "şeklinde", "ise", "bile", "mi", "mı", "mu", "mü"))
TAIL: Final = PARTICLES | word_list("positions", "afterthoughts")
JOINTS: Final = BUT | {"ve", "çünkü", "oysa", "zira", "lakin", "veya"}
STOPS: Final = frozenset((",", ";", ":", "–", "—", "..."))
ENDERS: Final = STOPS | JOINTS
BARE: Final = frozenset(("var", "yok"))  # predicates without an ending
AGAINST: Final = JOINTS - {"ve", "veya"}
PARTICIPLES: Final = frozenset(("dik", "acak"))
REASONS: Final = ("çünkü", "zira")
JOINED: Final = 14  # words within which the condition stands that a verb before it shares
INVERTED: Final = 5  # words within which the verb stands before the end
NEEDED: Final = ("malı", "meli")


@mypyc_attr(acyclic=True)
class Verdict:
    """The force of a clause and what gave it: tokens [first, last), a rule; `own`: the stance is the verb's subject's."""

    __slots__ = ("firm", "first", "force", "last", "own", "reason", "rule", "sure")

    def __init__(self, force: str, rule: str, sure: float, first: int, last: int, own: bool, reason: str) -> None:
        self.force = force
        self.rule = rule
        self.sure = sure
        self.first = first
        self.last = last
        self.own = own
        self.reason = reason
        self.firm = own and force == "opposition"  # holds of what is to come too


@mypyc_attr(acyclic=True)
class Clause:
    """Tokens [first, last) with their predicate's last word at `head` and the verdict on them, if any.

    person: that of the next clause, where it stands for both ("koruyacak, savunacağız").
    """

    __slots__ = ("first", "head", "last", "person", "verdict")

    def __init__(self, first: int, last: int, head: int) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.person = ""
        self.verdict: Verdict | None = None


def last_word(tokens: list[Token], first: int, last: int) -> int:
    """Index of the last word of [first, last) that is no mark and no particle, or -1."""
    at = last - 1
    while at >= first and (tokens[at].kind == "punct" or tokens[at].low in TAIL):
        at -= 1
    return at if at >= first else -1


def as_predicate(token: Token) -> Form:
    """The reading of a clause's last word: "-malı" is a necessity there, not an adjective."""
    for form in token.forms:
        if form.tense == "nec" or (form.copula and not form.verb_form and token.form.tense == "imp"):
            return form
        if form.copula == "past" and form.lemma.endswith(NEEDED):
            return form  # "yapmalıydık"
    return token.form


def ends_clause(form: Form, reported: bool) -> bool:
    """May a clause end with this form: a finite verb, or in reported speech its nominal counterpart."""
    if reported:
        return (form.verb_form == "participle" and form.suffix in PARTICIPLES and form.possessive != "") or (
            form.verb_form == "verbal_noun" and form.suffix == "ma" and form.possessive != "" and form.case != "ins"
        )
    return (form.verb_form == "finite" and form.tense != "cond" and "cond" not in form.copula) or form.copula in ("gen", "pres", "past")


def clauses(layout: Layout, first: int, last: int, reported: bool) -> list[Clause]:
    """Tokens [first, last) cut after each predicate that a comma or a joint follows."""
    cut: list[Clause] = []
    start = first
    tokens = layout.tokens
    end = as_predicate(tokens[max(last_word(tokens, first, last), first)])
    for at in range(first + 1, last - 3):
        if at <= start or tokens[behind_mark(tokens, at)].low not in ENDERS:
            continue
        form = as_predicate(tokens[at])
        low = tokens[at].low
        against = low == "değil" and tokens[at + 1].low in AGAINST  # "çıkarımıza değil | ama …"
        bare = not reported and (low in BARE or against or is_adjective_alone(tokens, at))
        apart = (bare or ends_clause(form, reported)) and not concedes(tokens, at) and not supposes(tokens, at, last)
        if apart and not (governed(form, end) if reported else is_attribute(tokens, at, last)):
            add_clause(tokens, cut, start, at + 1, reported)
            start = at + 1
    add_clause(tokens, cut, start, last, reported)
    share_person(tokens, cut)
    return cut


def is_adjective_alone(tokens: list[Token], at: int) -> bool:
    """Is it an adjective that is all the predicate of its clause, for a reason follows ("bu önemli | çünkü …")?"""
    return tokens[at + 1].low in REASONS and tokens[at].form.pos == "ADJ"


def behind_mark(tokens: list[Token], at: int) -> int:
    """The token behind the one at `at`, and behind the mark that closes there ("“… reddettiğini” | ve …")."""
    return at + 2 if tokens[at].quote > tokens[at + 1].quote and tokens[at + 1].text in MARKS else at + 1


def share_person(tokens: list[Token], cut: list[Clause]) -> None:
    """The ending of the last of coordinated verbs in one tense holds of those before it ("koruyacak, savunacağız")."""
    for at in range(len(cut) - 2, -1, -1):
        before, clause = cut[at], cut[at + 1]
        first, second = tokens[before.head].form, tokens[clause.head].form
        person = clause.person or second.person if tokens[before.last].low in (",", "ve") else ""
        same = first.tense == second.tense == "fut" and first.person == "3sg" and not first.copula
        if person.startswith("1") and same and not opens_with_subject(tokens, before):
            before.person = person


def opens_with_subject(tokens: list[Token], clause: Clause) -> bool:
    """Is the first noun of a clause in the nominative ("Kriz | bitecek, …")?"""
    noun = next((t.form for t in tokens[clause.first : clause.head] if t.form.pos in ("NOUN", "PROPN", "PRON")), None)
    return noun is not None and noun.case in ("", "nom")


def goes_on_with_subject(tokens: list[Token], before: Clause, clause: Clause) -> bool:
    """Does a verb go on with the subject and the tense of the one before it ("ihlal ediyor | ve kısıtlıyor", "koruyacak, | savunacağız")?"""
    if tokens[before.last].low not in (",", "ve") or before.last < clause.first - 2:
        return False
    first, second = tokens[before.head].form, tokens[clause.head].form
    if first.verb_form != "finite" or first.tense != second.tense or "past" in (first.copula, second.copula):
        return False
    shared = first.person == "3sg" and second.person.startswith("1") and not opens_with_subject(tokens, before)
    return shared or (first.person == second.person and not has_subject(tokens, clause))


def has_subject(tokens: list[Token], clause: Clause) -> bool:
    """Does a clause name its own subject: a nominative that is no part of a compound or of the verb's phrase?"""
    for at in range(clause.first, clause.head - 1):
        form, after = tokens[at].form, tokens[at + 1].form
        named = form.case == "nom" and form.pos in ("NOUN", "PROPN", "PRON") and not form.verb_form
        if named and not (after.pos in ("NOUN", "PROPN") and after.case != "nom") and not after.possessive:
            return True
    return False


def concedes(tokens: list[Token], at: int) -> bool:
    """ "nereden gelirse gelsin": the command of a concession ends no clause."""
    before = tokens[at - 1].form
    return tokens[at].form.tense == "imp" and "cond" in (before.tense, before.copula) and before.lemma == tokens[at].form.lemma


def supposes(tokens: list[Token], at: int, last: int) -> bool:
    """Does the ending of a condition behind hold of this verb too ("silahlar | alınır ve depolanırsa, …")?"""
    form = tokens[at].form
    if form.tense != "aor" or form.person != "3sg" or form.copula or tokens[at + 1].low not in (",", "ve"):
        return False
    after = next((t.form for t in tokens[at + 1 : min(at + JOINED, last)] if t.form.verb_form == "finite" and t.form.copula), None)
    return after is not None and after.tense == "aor" and "cond" in after.copula


def is_attribute(tokens: list[Token], at: int, last: int) -> bool:
    """Is "-acak" told of a noun, with others of its kind before that noun ("ticareti | artıracak, bağları güçlendirecek anlaşmalar")?"""
    form, joint = tokens[at].form, tokens[at + 1].low
    if joint == "ve" and tokens[at].low.endswith(("ilebilir", "ulabilir")) and tokens[at + 2].form.pos == "ADJ":
        return True  # "sürdürülebilir ve kalıcı bir barış"
    if form.tense != "fut" or form.person != "3sg" or form.copula or joint not in (",", "ve") or tokens[at + 2].low in JOINTS:
        return False
    for token in tokens[at + 2 : min(at + 14, last - 1)]:
        after = tokens[token.index + 1]
        if any(f.suffix == "acak" and f.case == "nom" and not f.possessive for f in token.forms) and after.low not in (",", "ve"):
            return after.kind == "word" and after.low not in TAIL and after.form.verb_form != "finite"
    return False


def governed(form: Form, end: Form) -> bool:
    """Is it a thing that the last predicate governs ("korunması ve … artırılmasının, önem taşıdığını"), not a clause beside it?"""
    because = form.suffix == "dik" and form.case == "abl" and end.case != "abl"  # "işgal altında olduğundan, …"
    return because or (form.verb_form == "verbal_noun" and end.suffix in PARTICIPLES)


def add_clause(tokens: list[Token], cut: list[Clause], first: int, last: int, reported: bool) -> None:
    while first < last and (tokens[first].low in STOPS or tokens[first].low == "ve" or tokens[first].text in MARKS):
        first += 1
    head = last_word(tokens, first, last)
    if head > first and tokens[head].form.lemma == "durum" and tokens[head - 1].form.suffix == "mis" and tokens[head].form.case == "loc":
        head -= 1  # "nitelik kazanmış | durumdadır"
    if head >= 0:
        cut.append(Clause(first, last, head if reported else verb_before(tokens, first, head)))


def verb_before(tokens: list[Token], first: int, head: int) -> int:
    """Where the verb stands of speech that puts words behind it ("doğru bulmuyorum | açıkçası"), else `head`."""
    end = tokens[head].form
    if end.verb_form == "finite" or end.copula or end.person or end.pos == "VERB":
        return head
    for at in range(head - 1, max(head - INVERTED, first), -1):
        form = tokens[at].form
        if tokens[at].kind == "punct" or (form.verb_form and form.verb_form != "finite"):
            return head
        if form.verb_form == "finite" and form.tense not in ("imp", "cond") and not form.copula and form.person and tokens[at].low not in TAIL:
            return head if tokens[at].low.endswith(("makta", "mekte")) else at  # "yardım etmekte kararlı"
    return head
