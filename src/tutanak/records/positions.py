"""Positions: the stances that actors declare, in their own words or by report.

A statement is cut into clauses; the predicate of a clause says its force (by lemma, mood and person), else
words that judge by themselves do. In direct speech each clause stands alone; in reported speech the clauses of
one force are one. The narrator's own report of a stance ("X, Y'yi kınadı") is a position too.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any, Final

from tutanak.languages import Pack, load
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, Proof, Proofs, State, Unnamed
from tutanak.records.frames import Frame, Frames, Predicate, arguments, match_at, predicates
from tutanak.records.model import Position, Statement
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Sentence, Token

SECTION: Final = "positions"
SURE: Final = 0.8
TAIL: Final = frozenset(("da", "de", "ki", "diye", "olarak", "ise", "bile", "mi", "mı", "mu", "mü"))
JOINTS: Final = frozenset(("ve", "ama", "ancak", "fakat", "çünkü", "oysa", "zira", "lakin", "veya"))
OPENING: Final = frozenset(("de", "da", "ise", "ayrıca", "ve"))
STOPS: Final = frozenset((",", ";", ":", "–", "—", "..."))
QUESTIONS: Final = frozenset(("ne", "nasıl", "kim", "kimin", "kime", "nerede", "niçin", "neden", "mi", "mı", "mu", "mü", "kaç", "hangi"))
EFFORTS: Final = frozenset(("destek", "yardım", "çalışma", "çalış", "çaba", "mücadele", "katkı", "işbirliği", "dayanışma"))
LASTING: Final = frozenset(("sür", "et", "art", "kesil"))
JUDGING: Final = frozenset(("support", "opposition"))
OWN_WORDS: Final = frozenset(("ülke", "hükümet", "devlet", "millet", "ordu", "parti", "kendi"))
LEFT_OUT: Final = "future step, subject left out"
ENDERS: Final = STOPS | JOINTS
COPULAR: Final = frozenset(("ol", "değil"))
PARTICIPLES: Final = frozenset(("dik", "acak"))
NOUNS: Final = frozenset(("ma", "mak", "is"))


class Stances:
    """The pack's section, ready to match."""

    __slots__ = ("asides", "charged", "cues", "openers", "polite", "predicates", "subjects", "through", "told")

    def __init__(self, pack: Pack) -> None:
        section = pack.section(SECTION)
        frames = _frames(pack, section["predicates"])
        self.predicates = Frames(frames)
        self.told = Frames([f for f in frames if f.wants.get("told")])
        self.cues = Frames(_frames(pack, section["cues"]))
        self.asides = Frames(_frames(pack, section["asides"]))
        self.polite: frozenset[str] = frozenset(row["says"] for row in section["polite"])
        self.through: frozenset[str] = frozenset(row["says"] for row in section["through"])
        self.openers = _forces(pack, section["openers"])
        self.subjects = _forces(pack, section["subjects"])
        self.charged: dict[str, tuple[str, int, str]] = {
            str(row["says"]): (str(row["force"]), int(row.get("weight", 1)), pack.rule(SECTION, row["says"])) for row in section["charged"]
        }


def _forces(pack: Pack, rows: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    return {str(row["says"]): (str(row["force"]), pack.rule(SECTION, row["says"])) for row in rows}


def _frames(pack: Pack, rows: list[dict[str, Any]]) -> list[Frame]:
    return [Frame(row, pack.rule(SECTION, row["says"])) for row in rows]


@cache
def stances() -> Stances:
    return Stances(load("tr"))


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


class Clause:
    """Tokens [first, last) with their predicate's last word at `head` and the verdict on them, if any."""

    __slots__ = ("first", "head", "last", "verdict")

    def __init__(self, first: int, last: int, head: int) -> None:
        self.first = first
        self.last = last
        self.head = head
        self.verdict: Verdict | None = None


# CLAUSES


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
    return token.form


def ends_clause(form: Form, reported: bool) -> bool:
    """May a clause end with this form: a finite verb, or in reported speech its nominal counterpart."""
    if reported:
        return (form.verb_form == "participle" and form.suffix in PARTICIPLES and form.possessive != "") or (
            form.verb_form == "verbal_noun" and form.suffix == "ma" and form.possessive != ""
        )
    return (form.verb_form == "finite" and form.tense != "cond" and "cond" not in form.copula) or form.copula in ("gen", "pres", "past")


def clauses(layout: Layout, first: int, last: int, reported: bool) -> list[Clause]:
    """Tokens [first, last) cut after each predicate that a comma or a joint follows."""
    cut: list[Clause] = []
    start = first
    tokens = layout.tokens
    for at in range(first + 1, last - 3):
        if tokens[at + 1].low in ENDERS and at > start and ends_clause(as_predicate(tokens[at]), reported):
            add_clause(tokens, cut, start, at + 1)
            start = at + 1
    add_clause(tokens, cut, start, last)
    return cut


def add_clause(tokens: list[Token], cut: list[Clause], first: int, last: int) -> None:
    while first < last and (tokens[first].low in STOPS or tokens[first].low == "ve"):
        first += 1
    head = last_word(tokens, first, last)
    if head >= 0:
        cut.append(Clause(first, last, head))


# FORCE


def judge(layout: Layout, known: Stances, clause: Clause, side: Side) -> Verdict | None:
    """The force of a clause: by mood where it binds, by its predicate, by what is to come, by charged words."""
    token = layout.tokens[clause.head]
    form = as_predicate(token)
    if is_aside(layout, known, clause):
        return None
    first = opened(layout, known, clause) or bound(form, clause) or by_subject(layout, known, clause, form)
    if first is not None:
        return first
    found = through(layout, known, clause, side) or by_predicate(layout, known, clause, side)
    if found is not None and found.firm:
        return found
    ahead = to_come(layout, clause, form, side) if token.kind == "word" else None
    return ahead or found or able(token, form, clause) or by_charge(layout, known, clause)


def is_aside(layout: Layout, known: Stances, clause: Clause) -> bool:
    """Is it a courtesy, or in direct speech a question?"""
    tokens = layout.tokens
    if clause.last < len(tokens) and "?" in (tokens[clause.last - 1].low, tokens[clause.last].low):
        return True
    form = tokens[clause.head].form
    if form.lemma == "iste" and form.person == "1sg" and clause.head > clause.first:
        light = tokens[clause.head - 1].form.lemma == "et" and clause.head - 1 > clause.first
        return tokens[clause.head - 1 - light].form.lemma in known.polite
    before = last_word(tokens, clause.first, clause.head) if form.lemma in COPULAR else -1
    if match_at(layout, known.asides, clause.head, clause.first) is not None:
        return True
    return before >= 0 and match_at(layout, known.asides, before, clause.first) is not None


def opened(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """A word at the front that gives the force of what follows ("Umarım …")."""
    for at in range(clause.first, min(clause.first + 2, clause.last)):
        found = known.openers.get(layout.tokens[at].low)
        if found is not None:
            return Verdict(found[0], found[1], SURE, at, at + 1, True, "opening word")
    return None


def bound(form: Form, clause: Clause) -> Verdict | None:
    """Necessity and command are demands."""
    if form.tense == "nec":
        return Verdict("demand", "tr/positions:-malı", 0.85, clause.head, clause.head + 1, False, "necessity")
    if form.tense == "imp" and form.verb_form == "finite" and form.person in ("2pl", "3sg", "3pl") and form.lemma != "ol":
        return Verdict("demand", "tr/positions:-sın", 0.6, clause.head, clause.head + 1, False, "command")
    return None


def by_subject(layout: Layout, known: Stances, clause: Clause, form: Form) -> Verdict | None:
    """A nominal sentence about one's aim, hope or guilt ("Hedefimiz …", "… sorumlusu …dır")."""
    if form.verb_form not in ("", "verbal_noun") and form.lemma != "ol":
        return None
    for at in range(clause.first, min(clause.first + 8, clause.head)):
        token = layout.tokens[at]
        found = known.subjects.get(token.form.lemma)
        subject = bool(token.form.possessive) and token.form.case in ("nom", "gen")
        if found is not None and subject and (found[0] == "opposition" or not owned(layout.tokens, clause, at)):
            return Verdict(found[0], found[1], 0.7, at, at + 1, False, "subject")
    return None


def owned(tokens: list[Token], clause: Clause, at: int) -> bool:
    """Is it another's aim: does a genitive stand before it?"""
    return any(tokens[n].form.case == "gen" for n in range(clause.first, at))


def through(layout: Layout, known: Stances, clause: Clause, side: Side) -> Verdict | None:
    """The force of a clause that the predicate only frames ("… olduğunu düşünüyoruz", "… yanlış olduğunu gösteriyor")."""
    token = layout.tokens[clause.head]
    if token.form.lemma not in known.through or token.form.negative:
        return None
    inner = last_word(layout.tokens, clause.first, clause.head)
    if inner < 0 or layout.tokens[inner].form.suffix not in PARTICIPLES or not layout.tokens[inner].form.possessive:
        return None
    given = judge(layout, known, Clause(clause.first, inner + 1, inner), Side(side.mentions, side.actors, True))
    if given is not None:
        given.sure = min(given.sure, 0.7)
        given.force = "expectation" if given.force == "intention" and layout.tokens[inner].form.suffix == "acak" else given.force
        given.reason += ", in a frame of saying or thinking"
    return given


def by_predicate(layout: Layout, known: Stances, clause: Clause, side: Side) -> Verdict | None:
    """What the pack says of the clause's predicate; of "… olduğunu", of the word before."""
    head, tokens = clause.head, layout.tokens
    found = match_at(layout, known.predicates, head, clause.first)
    base = last_word(tokens, clause.first, head) if tokens[head].form.lemma in COPULAR else head
    if found is None and base >= 0:
        found = (match_at(layout, known.predicates, base, clause.first) if base < head else None) or by_epithet(layout, known, clause, base)
    if found is None or found.form.verb_form == "verbal_noun" or not suits(layout, found, clause):
        return None
    if "mine" in found.frame.wants and is_deed_of_another(layout, clause, tokens[head].form, side):
        return None
    negative = found.form.negative or tokens[head].form.negative or tokens[head].low.startswith("değil")
    return verdict(layout, found, negative, head)


def is_deed_of_another(layout: Layout, clause: Clause, form: Form, side: Side) -> bool:
    """Is it what another side does, or what is past: a claim of a deed ("İsrail'in … çalıştığını", "… çalıştık")?"""
    if form.tense == "past" or (form.person or form.possessive).startswith("1"):
        return form.tense == "past"
    subject = subject_of(layout, clause, side)
    return not side.is_own(subject) if subject is not None else not side.reported or has_subject(layout.tokens, clause)


def by_epithet(layout: Layout, known: Stances, clause: Clause, base: int) -> Predicate | None:
    """The judging adjective of a nominal predicate ("… hayati bir meseledir", "… tehlikeli bir hamle olduğunu")."""
    tokens = layout.tokens
    if tokens[base].form.verb_form or not (base < clause.head or tokens[base].form.copula):
        return None
    for at in range(base - 1, max(base - 4, clause.first) - 1, -1):
        if tokens[at].form.pos == "ADJ":
            found = match_at(layout, known.predicates, at, at)
            if found is not None and found.frame.wants.get("force") in JUDGING:
                return found
    return None


def suits(layout: Layout, found: Predicate, clause: Clause) -> bool:
    """Does the clause speak of what the frame needs ("ilişki … gelişiyor"), in the case or voice it needs?"""
    wants = found.frame.wants
    needs = wants.get("needs")
    if found.form.case != wants.get("case", found.form.case) or ("plain" in wants and found.form.voice):
        return False
    return not needs or any(form.lemma in needs for at in range(clause.first, found.first) for form in layout.tokens[at].forms)


def verdict(layout: Layout, found: Predicate, negative: bool, head: int) -> Verdict | None:
    wants = found.frame.wants
    force = refused(layout, found) if negative else force_with(layout, found)
    if not force:
        return None
    if force == "aim" and found.form.tense == "aor":
        force = "intention"  # "… isteriz" offers
    if "first" in wants and found.form.person.startswith("1"):
        force = str(wants["first"])
    given = Verdict(force, found.frame.rule, float(wants.get("sure", SURE)), found.first, head + 1, bool(wants.get("own")), "predicate")
    given.firm = given.firm or bool(wants.get("firm"))
    return given


def refused(layout: Layout, found: Predicate) -> str | None:
    """The force of the negative; of not wanting, only where another's doing is not wanted."""
    wants = found.frame.wants
    clauses_before = wants.get("with")
    if clauses_before and complement(layout.tokens, found.first) not in (("ma",) if "ma" in clauses_before else clauses_before):
        return None
    return wants.get("negated")


def force_with(layout: Layout, found: Predicate) -> str | None:
    """The force by the nominal clause right before the predicate, else its plain one."""
    wants = found.frame.wants
    if "asked" in wants and found.form.person.startswith("1") and asks(layout.tokens, found.first):
        return str(wants["asked"])
    by_suffix = wants.get("with")
    if by_suffix:
        suffix = complement(layout.tokens, found.first)
        if suffix in by_suffix:
            return str(by_suffix[suffix])
        if not wants.get("bare", True):
            return None
    return wants.get("force")


def asks(tokens: list[Token], before: int) -> bool:
    """Does an ablative stand before: "sizden … bekliyoruz"?"""
    return any(tokens[n].form.case == "abl" for n in range(max(before - 5, 0), before))


def complement(tokens: list[Token], before: int) -> str:
    """The ending of the nominal clause that ends within two words before token `before`: mak ma dik acak, or ""; "yapmayı" is a mak."""
    for at in range(before - 1, max(before - 4, -1), -1):
        for form in tokens[at].forms:
            if form.verb_form == "verbal_noun" and form.suffix == "ma" and form.case != "nom" and not form.possessive:
                return "mak"
            if form.verb_form == "verbal_noun" or (form.verb_form == "participle" and form.suffix in PARTICIPLES and form.possessive):
                return form.suffix
    return ""


def to_come(layout: Layout, clause: Clause, form: Form, side: Side) -> Verdict | None:
    """An own future step is an intention, another's an expectation; what cannot be is refused."""
    ahead = form.tense == "fut" or (form.verb_form == "participle" and form.suffix == "acak")
    if not ahead or form.person.startswith("2") or (not side.reported and asks_for(layout.tokens, clause)):
        return None
    token = layout.tokens[clause.head]
    if "abil" in token.low or "ebil" in token.low:
        return Verdict("expectation", "tr/positions:-abilir", 0.5, clause.head, clause.head + 1, False, "possibility")
    if form.negative and unable(token.low, form):
        return Verdict("opposition", "tr/positions:-amayacak", 0.45, clause.head, clause.head + 1, False, "denied ability")
    force, sure, reason = foreseen(layout, clause, form, side)
    return Verdict(force, f"tr/positions:-acak {force}", sure, clause.head, clause.head + 1, force == "intention", reason)


def asks_for(tokens: list[Token], clause: Clause) -> bool:
    """Does a question word stand in the clause ("ne zaman ayrılacak")?"""
    return any(tokens[at].low in QUESTIONS for at in range(clause.first, clause.head))


def is_steady(tokens: list[Token], clause: Clause, reported: bool) -> bool:
    """Is it the own side's effort that will go on ("çalışmalarımız sürecek", "desteğin süreceğini")?"""
    for at in range(max(clause.first, clause.head - 6), clause.head):
        form = tokens[at].form
        if form.possessive == "1pl" and form.case == "nom":
            return True
        if reported and form.case == "gen" and form.lemma in EFFORTS and tokens[clause.head].form.lemma in LASTING:
            return True
    return False


def foreseen(layout: Layout, clause: Clause, form: Form, side: Side) -> tuple[str, float, str]:
    person = form.person or form.possessive
    if person.startswith("1"):
        return "intention", 0.8, "own future step"
    subject = subject_of(layout, clause, side)
    own = (subject is not None and side.is_own(subject)) or is_own_word(layout.tokens[clause.first].form)
    if own or is_steady(layout.tokens, clause, side.reported):
        return "intention", 0.7, "future step of the own side"
    if side.reported and not has_subject(layout.tokens, clause):
        return "intention", 0.7, LEFT_OUT
    if form.passive:
        return "intention", 0.5 if side.reported else 0.45, "planned by others"
    if subject is not None and subject.actor and side.watches:
        return "intention", 0.55, "future step of others, by an observer's report"
    return "expectation", 0.55 if form.lemma == "ol" else 0.65, "forecast"


def able(token: Token, form: Form, clause: Clause) -> Verdict | None:
    """ "-amaz" refuses, "-abilir" foresees."""
    if form.verb_form != "finite" or form.tense != "aor":
        return None
    if form.negative and unable(token.low, form):
        return Verdict("opposition", "tr/positions:-amaz", 0.55, clause.head, clause.head + 1, False, "denied ability")
    if form.person.startswith("1"):
        return Verdict("intention", "tr/positions:-arız", 0.45, clause.head, clause.head + 1, True, "own will")
    if "abil" in token.low or "ebil" in token.low:
        return Verdict("expectation", "tr/positions:-abilir", 0.45, clause.head, clause.head + 1, False, "possibility")
    return None


def unable(low: str, form: Form) -> bool:
    """Is the negative that of ability ("gel-eme-z", not "etkile-me-z")?"""
    at = low.find("m", max(len(form.lemma) - 1, 1))
    return at > 0 and low[at - 1] in "ae" and (form.voice != "" or low[:at] != form.lemma)


def by_charge(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """Words that judge by themselves; their weights must reach two."""
    weight, best = 0, ("", 0, "")
    where = clause.head
    for at in range(clause.first, clause.last):
        found = known.charged.get(layout.tokens[at].forms[0].lemma)
        if found is not None:
            weight += found[1]
            if found[1] > best[1]:
                best, where = found, at
    if weight < 2:
        return None
    return Verdict(best[0], best[2], min(0.45 + 0.05 * weight, 0.65), where, where + 1, False, "charged words")


# WHOSE


class Side:
    """The side that speaks: its actors, and the codes and ids that count as its own."""

    __slots__ = ("actors", "mentions", "own", "reported", "watches")

    def __init__(self, mentions: Mentions, actors: tuple[Actor, ...], reported: bool) -> None:
        self.mentions = mentions
        self.actors = actors
        self.reported = reported
        self.watches = not any(isinstance(actor, Person | State) for actor in actors)
        self.own = {key for actor in actors for key in keys(actor)} | home(mentions, actors)

    def is_own(self, mention: Mention) -> bool:
        return any(key in self.own for entity in mention.entities if not isinstance(entity, str) for key in keys(entity))


def home(mentions: Mentions, actors: tuple[Actor, ...]) -> set[str]:
    """The states of the organisations that the actors speak for ("AK Parti": TR)."""
    names = {actor.org for actor in actors if isinstance(actor, Person) and actor.org}
    return {o.state for o in mentions.organisations if o.name in names and o.state} if names else set()


def keys(entity: Any) -> tuple[str, ...]:
    """What an entity is known by: its id, and the state it belongs to."""
    if isinstance(entity, State):
        return (entity.id,)
    if isinstance(entity, Unnamed):
        return (entity.state,) if entity.state else ()
    return (entity.id, entity.state) if entity.state else (entity.id,)


def is_own_word(form: Form) -> bool:
    """ "Ülkesinin …", "hükümetimiz …": the speaker's own side."""
    return form.lemma in OWN_WORDS and form.possessive != "" and form.case in ("gen", "nom")


def has_subject(tokens: list[Token], clause: Clause) -> bool:
    """Does a genitive stand in the reported clause that possesses nothing after it?"""
    plural = tokens[clause.head].form.possessive == "3pl"
    for at in range(clause.first, clause.head):
        form = tokens[at].form
        if form.case == "gen" and not (plural and form.number == "sg") and not possesses(tokens, at, clause.head):
            return True
    return False


def possesses(tokens: list[Token], at: int, end: int) -> bool:
    """Does a noun with a possessive of its own follow the genitive within three words, before another genitive?"""
    if tokens[at].form.verb_form == "verbal_noun":
        return False
    for n in range(at + 1, min(at + 4, end)):
        form = tokens[n].form
        if form.possessive.startswith("3") and form.lemma not in (tokens[n].low, "baş", "ara") and form.suffix != "ki":
            compound = n > at + 1 and form.case != "acc" and is_bare_noun(tokens[n - 1].form)
            return not compound and (n + 1 < end or form.case != "nom")
        if form.case == "gen":
            return False
    return False


def is_bare_noun(form: Form) -> bool:
    return form.pos in ("NOUN", "PROPN") and form.case == "nom" and not form.possessive and not form.verb_form


def subject_of(layout: Layout, clause: Clause, side: Side) -> Mention | None:
    """Whom the clause's predicate is said of, where that is named: genitive in reported clauses, nominative at the front in direct ones."""
    for mention in side.mentions.within(clause.first, clause.head):
        if side.reported and mention.case == "gen":
            return None if of_another_verb(layout.tokens, mention.last, clause.head) else mention
        if not side.reported and mention.case == "nom" and mention.actor and mention.first <= clause.first + 1:
            return None if layout.tokens[mention.last].low in ("ile", "ve") else mention
    return None


def of_another_verb(tokens: list[Token], at: int, head: int) -> bool:
    """Is the genitive before token `at` the subject of a participle before the predicate ("Kurul'un açıkladığı planı reddettiklerini")?"""
    if tokens[at].text == ",":
        return False
    verb = next((t.form for t in tokens[at:head] if t.form.possessive and t.form.verb_form in ("participle", "verbal_noun")), None)
    return verb is not None and verb.verb_form == "participle" and verb.suffix in ("dik", "acak")


def holder_of(layout: Layout, clause: Clause, given: Verdict, side: Side) -> tuple[tuple[Actor, ...], Span | None]:
    """Whose stance it is, and the words that say so when they stand in the clause."""
    form = layout.tokens[clause.head].form
    if given.own and not form.passive and not (form.person or form.possessive).startswith("1"):
        subject = subject_of(layout, clause, side)
        if subject is not None and subject.first <= clause.first + 2 and subject.actor and not side.is_own(subject):
            return actors_in([subject]), subject.span
    return side.actors, None


def owned_surely(layout: Layout, clause: Clause, given: Verdict, side: Side, said: Span | None) -> float:
    """The confidence, less where an aim or intention may be that of a third party that is no known actor."""
    if given.force not in ("aim", "intention") or not given.own or said is not None:
        return given.sure
    return min(given.sure, 0.45) if is_anothers(layout, clause, side) else given.sure


def is_anothers(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is the predicate said of a third party: no first person, no passive, none of the speaker's own side?"""
    form = layout.tokens[clause.head].form
    if form.passive or (form.person or form.possessive).startswith("1") or is_own_word(layout.tokens[clause.first].form):
        return False
    subject = subject_of(layout, clause, side)
    if subject is not None and side.is_own(subject):
        return False
    return has_subject(layout.tokens, clause) if side.reported else subject is None and form.person in ("3sg", "3pl")


def actors_in(named: list[Mention]) -> tuple[Actor, ...]:
    """Whom the mentions name, places left out."""
    return tuple(entity for mention in named for entity in mention.entities if not isinstance(entity, Place))


def concerned(mentions: Mentions, first: int, last: int, own: set[str], states: dict[str, State]) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
    """States and bodies named in [first, last) that are not the holder's own, with their words."""
    about: dict[int, Actor] = {}
    spans: list[Span] = []
    for mention in mentions.within(first, last):
        for entity in mention.entities:
            actor = as_party(entity, states)
            if actor is not None and not any(key in own for key in keys(actor)):
                if id(actor) not in about:
                    spans.append(mention.span)
                about[id(actor)] = actor
    return tuple(about.values()), tuple(spans)


def as_party(entity: Any, states: dict[str, State]) -> Actor | None:
    """A person or an organ stands for the state, a place for none."""
    if isinstance(entity, State):
        return entity
    if isinstance(entity, Person):
        return states.get(entity.state) if entity.state else None
    if isinstance(entity, Organisation):
        return states.get(entity.state, entity) if entity.state else entity
    return None


# RECORDS


class Taker:
    """What the positions of one article are taken with."""

    __slots__ = ("found", "known", "layout", "mentions", "seen", "states")

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self.known = stances()
        self.states = {state.id: state for state in mentions.states}
        self.found: list[Position] = []
        self.seen: dict[tuple[Span, str], int] = {}

    def add(self, span: Span, given: Verdict, holders: tuple[Actor, ...], said: Span | None, within: Statement | None) -> None:
        """Write one position down; where a report within a report holds the same clause, it is of who speaks in the inner one."""
        tokens = self.layout.tokens
        holder = holders[0] if holders else None
        own = set(keys(holder)) if holder is not None else set()
        first, last = self.layout.token_at(span.start), self.layout.token_at(span.end)
        about, spans = concerned(self.mentions, first, last, own, self.states)
        proof: Proofs = {"force": Proof((Span(tokens[given.first].start, tokens[given.last - 1].end),), "derived", given.rule)}
        if holder is not None:
            proof["holder"] = holder_proof(said, within, given.rule)
        if about:
            proof["about"] = Proof(spans, "derived", f"tr/{SECTION}:about")
        sure = given.sure if holder is not None else given.sure * 0.8
        position = Position(
            rule=given.rule, confidence=round(sure, 2), reasons=(given.reason,), within=within, proof=proof,
            span=span, force=given.force, holder=holder, about=about,
        )  # fmt: skip
        place = self.seen.setdefault((span, given.force), len(self.found))
        self.found[place : place + 1] = [inner_of(position, self.found[place]) if place < len(self.found) else position]


def inner_of(a: Position, b: Position) -> Position:
    """Of two positions in the same words the one that stands in the shorter statement."""
    if a.within is None or b.within is None:
        return b if a.within is None else a
    return a if a.within.span.end - a.within.span.start < b.within.span.end - b.within.span.start else b


def holder_proof(said: Span | None, within: Statement | None, rule: str) -> Proof:
    if said is not None:
        return Proof((said,), "derived", rule)
    speaker = within.proof.get("speaker") if within is not None else None
    return Proof(speaker.spans if speaker is not None else (), "inferred", "speaker of the statement")


def words_span(tokens: list[Token], first: int, last: int) -> Span:
    """The characters of tokens [first, last) without the marks around them."""
    while last > first + 1 and tokens[last - 1].low in (".", ",", ";", ":", "!", "?", "..."):
        last -= 1
    return Span(tokens[first].start, tokens[last - 1].end)


def pieces(layout: Layout, span: Span) -> list[tuple[int, int]]:
    """The token ranges of the sentences that a stretch of speech consists of."""
    first, last = layout.token_at(span.start), layout.token_at(span.end)
    if first >= last:
        return []
    token = layout.tokens[first]
    held: list[Sentence] = layout.inner.get(token.quote, []) if token.quote >= 0 else []
    if not held:
        held = sentences_over(layout, first, last)
    cut = [(max(s.first, first), min(s.last, last)) for s in held if s.first < last and s.last > first]
    return cut or [(first, last)]


def sentences_over(layout: Layout, first: int, last: int) -> list[Sentence]:
    at, end = layout.tokens[first].sentence, layout.tokens[last - 1].sentence
    return layout.sentences[at : end + 1] if 0 <= at <= end else []


def take_direct(taker: Taker, statement: Statement) -> None:
    """Each clause of direct speech stands alone."""
    layout = taker.layout
    side = Side(taker.mentions, statement.speakers, False)
    for first, last in pieces(layout, statement.span):
        for clause in clauses(layout, first, last, False):
            given = judge(layout, taker.known, clause, side)
            if given is not None:
                holders, said = holder_of(layout, clause, given, side)
                given.sure = owned_surely(layout, clause, given, side, said)
                taker.add(words_span(layout.tokens, clause.first, clause.last), given, holders, said, statement)


def take_reported(taker: Taker, statement: Statement) -> None:
    """Reported clauses of one force are one position; where they make up half of the statement, it is the whole."""
    layout = taker.layout
    side = Side(taker.mentions, statement.speakers, True)
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    cued = by_cue(taker, statement)
    cut = clauses(layout, first, last, True)
    for clause in cut:
        clause.verdict = weigh(layout, clause, cued, judge(layout, taker.known, clause, side))
    inherit(cut)
    groups = grouped(cut)
    for group in groups:
        given = group[0].verdict
        if given is not None:
            holders, said = holder_of(layout, group[0], given, side)
            given.sure = owned_surely(layout, group[0], given, side, said)
            taker.add(reach(layout, statement, group, len(groups) == 1), given, holders, said, statement)


def inherit(cut: list[Clause]) -> None:
    """What is to come of a subject left out is told of the clause before it ("… büyüyeceğini ve … zayıflatacağını")."""
    for before, clause in pairwise(cut):
        given, first = clause.verdict, before.verdict
        if given is not None and first is not None and given.reason == LEFT_OUT and first.force == "expectation":
            clause.verdict = first


def by_cue(taker: Taker, statement: Statement) -> Verdict | None:
    """The force that the reporting verb itself gives."""
    if statement.cue is None:
        return None
    layout = taker.layout
    first, last = layout.token_at(statement.cue.start), layout.token_at(statement.cue.end)
    for at in range(last - 1, first - 1, -1):
        found = match_at(layout, taker.known.cues, at, first)
        if found is not None:
            reason = "weak reporting verb" if found.frame.wants.get("weak") else "reporting verb"
            return Verdict(found.frame.wants["force"], found.frame.rule, SURE, found.first, found.head + 1, False, reason)
    return None


def weigh(layout: Layout, clause: Clause, cued: Verdict | None, found: Verdict | None) -> Verdict | None:
    """Where the reporting verb asks, what is asked is a demand; otherwise the clause's own words come first."""
    if cued is None:
        return found
    form = layout.tokens[clause.head].form
    asked = cued.force == "demand" and form.suffix not in PARTICIPLES
    weighty = cued.force in ("opposition", "expectation") and not cued.reason.startswith("weak")
    return cued if asked or found is None or weighty else found


def grouped(cut: list[Clause]) -> list[list[Clause]]:
    """Neighbouring clauses of one force; those without any stand between groups."""
    groups: list[list[Clause]] = []
    for clause in cut:
        if clause.verdict is None:
            continue
        last = groups[-1][0].verdict if groups else None
        if last is not None and last.force == clause.verdict.force:
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def reach(layout: Layout, statement: Statement, group: list[Clause], alone: bool) -> Span:
    """The words of a group of clauses; of the whole statement where they are half of it and no other force is in it."""
    span = words_span(layout.tokens, group[0].first, group[-1].last)
    return statement.span if alone and 2 * span.length >= statement.span.length else span


# THE NARRATOR


def take_narrated(taker: Taker, sentence: Sentence, taken: list[Span]) -> None:
    """Stances that the narrator reports, outside of all statements."""
    layout = taker.layout
    for found in predicates(layout, taker.known.told, sentence.first, sentence.last):
        span = found.span(layout)
        if any(span.meets(other) for other in taken):
            continue
        given = verdict(layout, found, found.form.negative, found.head)
        if given is None or not reported_stance(found.form, given.force) or not layout.tokens[found.head].form.verb_form:
            continue
        report(taker, sentence, found, given)


def reported_stance(form: Form, force: str) -> bool:
    """Does the narrator report it as taken: not one to come (but a demand announced), none hoped for."""
    if form.verb_form == "verbal_noun":
        return form.suffix == "ma" and form.possessive.startswith("3") and form.case in ("nom", "acc", "gen") and force == "opposition"
    ahead = form.tense == "fut" or form.suffix == "acak"
    return form.tense not in ("nec", "imp", "cond") and (not ahead or force == "demand")


def report(taker: Taker, sentence: Sentence, found: Predicate, given: Verdict) -> None:
    layout = taker.layout
    low = clause_start(layout, sentence.first, found.first)
    stand = arguments(layout, taker.mentions, found, sentence.first, sentence.last)
    if found.form.possessive:
        stand.modified, stand.subject = [], stand.by_case.get("gen", [])[-1:]
    elif found.participle:
        stand.subject = []
    holders = stand.agents or ([] if found.passive else stand.modified or stand.subject)
    if not holders:
        return
    first = max([low] + [m.last for m in holders if low <= m.last <= found.first and not stand.agents])
    while first < found.first and (layout.tokens[first].kind == "punct" or layout.tokens[first].low in OPENING):
        first += 1
    given.sure = min(given.sure, 0.7)
    span = Span(layout.tokens[first].start, layout.tokens[found.head].end)
    taker.add(span, given, actors_in(holders), holders[0].span, None)


def clause_start(layout: Layout, first: int, head: int) -> int:
    """After the last finite verb or converb that a comma closes before the head."""
    for at in range(head - 1, first, -1):
        if layout.tokens[at].low in STOPS and layout.tokens[at - 1].form.verb_form in ("finite", "converb"):
            return at + 1
    return first


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Position]:
    """The positions of an article, in text order."""
    taker = Taker(layout, mentions)
    said = [s for s in statements if not s.heading]
    for statement in said:
        if statement.mode == "direct":
            take_direct(taker, statement)
        else:
            take_reported(taker, statement)
    narrate(taker, said)
    taker.found.sort(key=lambda p: p.span)
    return taker.found


def narrate(taker: Taker, said: list[Statement]) -> None:
    """Walk the sentences beside the statements' spans, both in text order."""
    taken = sorted([s.span for s in said] + [s.cue for s in said if s.cue is not None])
    at = 0
    for sentence in taker.layout.sentences:
        while at < len(taken) and taken[at].end <= sentence.start:
            at += 1
        near = at
        while near < len(taken) and taken[near].start < sentence.end:
            near += 1
        take_narrated(taker, sentence, taken[at:near])
