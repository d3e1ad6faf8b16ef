"""The force of a clause: by its mood, its predicate, what is to come, or words that judge by themselves."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from tutanak.languages import Pack, load, word_list
from tutanak.mentions import actor_state, nationality
from tutanak.mentions.model import Actor, Organisation, Person, State, Unnamed
from tutanak.records.frames import CALLED, GAP, MARKS, Frame, Frames, Predicate, match_at
from tutanak.records.grammar import IF, WE, is_able
from tutanak.records.outlets import only_tells
from tutanak.records.parties import is_duty
from tutanak.records.position_clauses import AGAINST, BARE, NEEDED, PARTICIPLES, Clause, Verdict, as_predicate, last_word, opens_with_subject
from tutanak.records.position_nominals import nominal_stance
from tutanak.records.position_reports import by_no_means, hangs_on, left_out, on_condition, state_of_relations, tells_of_relations, undergoes
from tutanak.records.position_sides import (
    CONDITIONS,
    CROWDS,
    FRAMED,
    INSTRUMENTS,
    LEFT_OUT,
    OWN_STEP,
    RULERS,
    SET_OFF,
    Side,
    agents_of,
    is_of_own,
    is_own_word,
    subject_of,
    subject_place,
)
from tutanak.text.casing import fold
from tutanak.text.layout import SIGNS, Form, Layout, Token
from tutanak.text.nouns import is_bare

SECTION: Final = "positions"
SURE: Final = 0.8
SHOWN: Final = 0.5
REACH: Final = 22  # words before what is awaited among which those stand of whom it is
CALLING: Final = word_list("positions", "calling")
QUESTIONS: Final = word_list("positions", "questions")
EFFORTS: Final = word_list("positions", "efforts")
STEPS: Final = word_list("positions", "steps")
GUESTS: Final = word_list("positions", "guests")
TELLING: Final = word_list("positions", "telling")
DOUBTING: Final = word_list("positions", "doubting")
SUCCEEDING: Final = word_list("positions", "succeeding")
MIDDLE: Final = word_list("positions", "middle")
FORCES: Final = word_list("positions", "forces")
KNOWING: Final = word_list("positions", "knowing")
LASTING: Final = word_list("positions", "lasting")
TERROR: Final = word_list("positions", "terror")
GOODS: Final = word_list("positions", "goods")
ILLS: Final = word_list("positions", "ills")
EFFECTS: Final = word_list("positions", "effects")
TRIED: Final = word_list("positions", "tried")
SHOWING: Final = word_list("positions", "showing")
SEEING: Final = word_list("positions", "seeing")
THINGS: Final = 3  # words before a verb among which the good or the ill stands that it does something to
LEADING: Final = word_list("positions", "leading")
RUIN: Final = ILLS | word_list("positions", "ruin")
COURSES: Final = word_list("positions", "courses")
CHIEF: Final = word_list("positions", "chief")
BEFALLEN: Final = word_list("positions", "befallen")
NEEDS: Final = frozenset(("gerek", "lazım", "şart"))
COMMENTING: Final = word_list("positions", "commenting")
BEGUN: Final = frozenset(("başla", "gerçekleş"))  # of what one plans oneself ("uçuşlarımız | başlayacak")
BECOMING: Final = word_list("positions", "becoming")
ATTAINED: Final = word_list("positions", "attained")
PROVIDED: Final = IF | {"sonra", "koşuluyla", "şartıyla", "kaydıyla", "suretiyle", "yoluyla", "durumda"}
TIES: Final = word_list("positions", "ties")
POINTING: Final = frozenset(("odur", "şudur", "o", "şu"))
POINTED: Final = frozenset(("bu", "budur", "şu", "şudur", "bunlar", "bunlardır", "şunlardır"))
OPENING: Final = 8  # words in which a hope is told
NOT_DONE: Final = ("ılmaz", "ilmez", "ulmaz", "ülmez")  # "teröristle müzakere edilmez"
JUDGING: Final = frozenset(("support", "opposition"))
PHRASE: Final = 9  # words before a noun among which its attributes stand
BY_WHICH: Final = frozenset(("arak", "ip"))  # converbs that tell by what one will not attain something
MANNER: Final = frozenset(("şekilde", "biçimde"))
JOINING: Final = frozenset(("bir", "ve", ","))
OPENED: Final = "opening word"
OWN_FUTURE: Final = "own future step"
BY_OTHERS: Final = "planned by others"
FORECAST: Final = "forecast"
DENIED_ABILITY: Final = "denied ability"
WILL: Final = frozenset(("aim", "intention"))
COPULAR: Final = frozenset(("ol", "değil"))


class Stances:
    """The pack's section, ready to match."""

    __slots__ = (
        "asides", "befalling", "behave", "behaviours", "behind", "charged", "conveyed", "conveying", "cues", "events", "finding", "forming",
        "harming", "judging", "musing", "naming",
        "observers", "openers", "outcomes", "planned", "polite", "predicates", "subjects", "through", "told",
    )  # fmt: skip

    def __init__(self, pack: Pack) -> None:
        section = pack.section(SECTION)
        frames = _frames(pack, section["predicates"])
        self.predicates = Frames(frames)
        self.told = Frames([f for f in frames if f.wants.get("told")])
        self.cues = Frames(_frames(pack, section["cues"]))
        self.asides = Frames(_frames(pack, section["asides"]))
        self.polite: frozenset[str] = frozenset(row["says"] for row in section["polite"])
        self.naming: frozenset[str] = frozenset(section["naming"])
        self.finding: frozenset[str] = frozenset(section["finding"])
        self.behind: dict[str, str] = {str(row["says"]): str(row["behind"]) for row in section["subjects"] if "behind" in row}
        self.through = Frames(_frames(pack, section["through"]))
        self.harming = Frames(_frames(pack, section["harming"]))
        self.forming = Frames(_frames(pack, section["forming"]))
        self.behaviours: frozenset[str] = frozenset(section["conduct"]["nouns"])
        self.behave: frozenset[str] = frozenset(section["conduct"]["verbs"])
        self.outcomes: frozenset[str] = frozenset(section["outcomes"])
        self.planned: frozenset[str] = frozenset(section["planned"])
        self.events: frozenset[str] = frozenset(section["events"])
        self.observers: tuple[str, ...] = tuple(section["observers"])
        self.musing: frozenset[str] = frozenset(section["musing"])
        self.befalling: frozenset[str] = frozenset(section["befalling"])
        self.conveying: frozenset[str] = frozenset(section["conveying"])
        self.conveyed = _forces(pack, section["conveyed"])
        self.openers = _forces(pack, section["openers"])
        self.subjects = _forces(pack, section["subjects"])
        self.charged: dict[str, tuple[str, int, str]] = {
            str(row["says"]): (str(row["force"]), int(row.get("weight", 1)), pack.rule(SECTION, row["says"])) for row in section["charged"]
        }
        self.judging = SIGNS.of_words([*self.subjects, *self.charged])  # of words that tell a stance by themselves, or as subjects


def _forces(pack: Pack, rows: list[dict[str, Any]]) -> dict[str, tuple[str, str]]:
    return {str(row["says"]): (str(row["force"]), pack.rule(SECTION, row["says"])) for row in rows}


def _frames(pack: Pack, rows: list[dict[str, Any]]) -> list[Frame]:
    return [Frame(row, pack.rule(SECTION, row["says"])) for row in rows]


@cache
def stances() -> Stances:
    return Stances(load("tr"))


def judge(layout: Layout, known: Stances, clause: Clause, side: Side) -> Verdict | None:
    """The force of a clause: by mood where it binds, by its predicate, by what is to come, by charged words."""
    token = layout.tokens[clause.head]
    form = as_predicate(token)
    if not side.reported and tells_that(layout.tokens, clause) >= 0:
        return through(layout, known, clause, side)
    if is_aside(layout, known, clause):
        return None
    if not side.reported and (retold := said_so(layout.tokens, clause)) > clause.first:
        return judge(layout, known, Clause(clause.first, retold + 1, retold), side)
    first = opened(layout, known, clause) or bound(layout.tokens, known, form, clause) or by_subject(layout, known, clause, form, side)
    if first is not None:
        return first
    found = through(layout, known, clause, side) or by_predicate(layout, known, clause, side)
    firm = found is not None and (found.firm or praises_deed(layout, clause, found, form, side))
    if found is not None and firm and found.sure >= SHOWN and not (found.force == "support" and follows_from(layout, clause)):
        return only_if(layout.tokens, clause, found)
    if found is not None and found.reason == "predicate" and not found.own:
        found = only_if(layout.tokens, clause, found)  # "ancak çekilmeleri şartıyla mümkün olduğunu"
    if found is not None and form.copula == "past" and may_be(token, form):
        return None  # "teşvik edebilirdim": what was not done
    if found is not None and found.force in JUDGING and may_be(token, form) and not found.reason.endswith(FRAMED):
        return Verdict("expectation", "tr/positions:-abilir", 0.5, clause.head, clause.head + 1, False, "possibility")
    ahead = to_come(layout, known, clause, form, side) if token.kind == "word" else None
    if ahead is not None and ahead.reason == "possibility":
        ahead.force = "expectation" if found is not None and found.force == "opposition" else ahead.force  # "yol açabileceğini": a thing may
    if ahead is not None and (ahead.reason == "possibility" or (found is not None and found.rule.endswith(":mümkün"))):
        ahead = only_if(layout.tokens, clause, ahead)
    refused = (unworthy(layout.tokens, clause) or unwilling(layout.tokens, clause)) if form.negative else None
    given = ahead or found or refused or able(layout, token, form, clause, side)
    if given is not None and given.sure >= SHOWN:
        return given
    given = by_charge(layout, known, clause) or given  # "soykırımı sürdürmeye devam ediyor"
    return given or state_of_relations(layout.tokens, clause, side.reported)


def said_so(tokens: list[Token], clause: Clause) -> int:
    """Where the sentence ends that the speaker says to say or to think ("ateşkes şart | diyoruz", "… gelmeli | diye düşünüyorum"); else -1."""
    form, at = tokens[clause.head].form, clause.head - 1
    if not form.person.startswith("1") or form.negative or form.tense in ("fut", "nec", "opt") or form.verb_form != "finite":
        return -1
    if form.lemma in DOUBTING and at > clause.first and tokens[at].low == "diye":
        at -= 1
    elif form.lemma != "de":
        return -1
    told = tokens[at]
    return at if told.kind == "word" and told.quote == tokens[clause.head].quote and told.form.verb_form in ("", "finite") else -1


def praises_deed(layout: Layout, clause: Clause, found: Verdict, form: Form, side: Side) -> bool:
    """Is a deed said to be good, be it to come or not ("görüşmelerin sürmesi faydalı olur")?"""
    told = form.lemma == "ol" and found.force == "support"
    return told and deed_before(layout.tokens, clause.first, found.first + 1, side.reported)


def only_if(tokens: list[Token], clause: Clause, given: Verdict) -> Verdict:
    """What can be only on a condition is asked for ("barışın ancak askerler çekildikten sonra mümkün olabileceğini")."""
    if given.force != "expectation":
        return given
    only = next((at for at in range(clause.first + 1, clause.head) if tokens[at].low == "ancak" and goes_on_before(tokens, at)), clause.head)
    if any(token.low in PROVIDED or is_means(token) for token in tokens[only : clause.head]):
        given.force = "demand"
    return given


def is_means(token: Token) -> bool:
    """Is it a deed by which something is brought about ("kurulmasıyla")?"""
    return token.form.case == "ins" and token.form.verb_form == "verbal_noun" and token.form.suffix == "ma"


def goes_on_before(tokens: list[Token], at: int) -> bool:
    """Does "ancak" stand inside a clause, so that it means "only": behind a word, or a genitive and a comma?"""
    return tokens[at - 1].kind == "word" or (tokens[at - 1].low == "," and at > 1 and tokens[at - 2].form.case == "gen")


def is_aside(layout: Layout, known: Stances, clause: Clause) -> bool:
    """Is it a courtesy, or in direct speech a question?"""
    tokens = layout.tokens
    if clause.last < len(tokens) and "?" in (tokens[clause.last - 1].low, tokens[clause.last].low):
        return True
    form = tokens[clause.head].form
    told = form.person in ("1sg", "1pl", "3pl") or (form.suffix == "dik" and form.possessive == "3sg")
    if form.lemma == "iste" and told and clause.head > clause.first:
        light = tokens[clause.head - 1].form.lemma == "et" and clause.head - 1 > clause.first
        said = tokens[clause.head - 1 - light].form
        return said.lemma in known.polite and (form.person == "1sg" or light or said.suffix == "mak")
    before = last_word(tokens, clause.first, clause.head) if form.lemma in COPULAR else -1
    if match_at(layout, known.asides, clause.head, clause.first) is not None:
        return True
    return before >= 0 and match_at(layout, known.asides, before, clause.first) is not None


def opened(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """A word before the predicate that gives the force of the clause ("Umarım …", "Umuyoruz ki …", "Temennim odur ki …")."""
    tokens = layout.tokens
    for at in range(clause.first, min(clause.first + OPENING, clause.head)):
        found = known.openers.get(tokens[at].low) or (hoping(tokens, known, clause) if at == clause.first + 1 else None)
        if found is None and tokens[at].low == "ki" and at > clause.first:
            return hoped_that(layout, known, clause, at)
        if found is not None and not (at + 1 == clause.head and tokens[at + 1].low == "ki"):
            return Verdict(found[0], found[1], SURE, at, at + 1, True, OPENED)
    return None


def hoping(tokens: list[Token], known: Stances, clause: Clause) -> tuple[str, str] | None:
    """A hope told in two words at the front ("Ümit ederiz … sonuçlanır")."""
    at = clause.first + 1
    form = tokens[at].form
    if form.lemma != "et" or form.verb_form != "finite" or not form.person.startswith("1"):
        return None
    found = known.subjects.get(tokens[at - 1].form.lemma)
    return found if found is not None and found[0] == "expectation" else None


def hoped_that(layout: Layout, known: Stances, clause: Clause, at: int) -> Verdict | None:
    """The hope that the words before "ki" tell of what follows ("umuyoruz ki …", "temennim odur ki …"), no more than hope."""
    before = layout.tokens[at - 1]
    named = known.subjects.get(layout.tokens[at - 2].form.lemma) if before.low in POINTING and at - 2 >= clause.first else None
    if named is not None and named[0] == "expectation":
        return Verdict(named[0], named[1], SURE, at - 2, at + 1, True, OPENED)
    found = match_at(layout, known.predicates, at - 1, clause.first) if before.form.verb_form == "finite" or before.form.copula else None
    given = verdict(layout, found, before.form.negative, at - 1) if found is not None and before.form.person.startswith("1") else None
    if given is None or given.force != "expectation":
        return None
    return Verdict(given.force, given.rule, SURE, at - 1, at + 1, True, OPENED)


def bound(tokens: list[Token], known: Stances, form: Form, clause: Clause) -> Verdict | None:
    """Necessity and command are demands."""
    if form.tense == "nec" and form.person == "1sg" and form.lemma in TELLING:
        return None
    if form.copula == "past" and form.lemma.endswith(NEEDED):
        return Verdict("demand", "tr/positions:-malıydı", 0.55, clause.head, clause.head + 1, False, "necessity")
    if form.tense == "nec" and form.passive and form.lemma in known.naming and tokens[clause.head - 1].low in CALLED:
        return None  # "önemli bir adım olarak görülmelidir"
    if form.tense == "nec":
        return Verdict("demand", "tr/positions:-malı", 0.85, clause.head, clause.head + 1, False, "necessity")
    to_you = form.person == "2sg" and clause.head > clause.first and tokens[clause.head - 1].form.case == "acc"  # "katliamı durdur"
    told = form.person in ("2pl", "3sg", "3pl") or to_you
    if form.tense == "imp" and form.verb_form == "finite" and told and form.lemma not in known.musing:
        return Verdict("demand", "tr/positions:-sın", 0.6, clause.head, clause.head + 1, False, "command")
    if form.tense == "opt" and form.verb_form == "finite" and form.person == "1pl":
        return Verdict("demand", "tr/positions:-alım", call_to_all(tokens, known, form, clause), clause.head, clause.head + 1, False, "call to all")
    return None


def call_to_all(tokens: list[Token], known: Stances, form: Form, clause: Clause) -> float:
    """How sure it is that "-alım" calls upon others: with "gelin" it is, in a concession, a question or a word of telling it is not."""
    before = tokens[clause.first : clause.head]
    if any(token.low in CALLING for token in before):
        return 0.65
    mere = form.lemma in TELLING or form.lemma in known.musing or form.lemma in SEEING
    if mere or asks_for(tokens, clause) or any("cond" in (t.form.tense, t.form.copula) for t in before[-2:]) or tokens[clause.last - 1].low == "diye":
        return 0.4
    return 0.55


def by_subject(layout: Layout, known: Stances, clause: Clause, form: Form, side: Side) -> Verdict | None:
    """A nominal sentence about one's aim, hope or guilt ("Hedefimiz …", "… sorumlusu …dır")."""
    if form.verb_form not in ("", "verbal_noun") and form.lemma not in ("ol", "geç"):
        return None
    if (needed := to_be_done(layout.tokens, clause)) >= 0:
        return Verdict("demand", "tr/positions:gereken", 0.65, needed, needed + 1, False, "subject")
    if layout.tokens[clause.head].low in BARE or judges(layout.tokens, clause):
        return None  # "talebimiz makul"
    made = None if side.reported else nominal_stance(layout.tokens, clause)
    if made is not None:
        return made
    deed = clause.head + (form.verb_form == "verbal_noun")
    for at in layout.bearing_among(known.judging, clause.first, clause.head):
        token = layout.tokens[at]
        found = known.subjects.get(token.form.lemma)
        if found is not None and at >= clause.first + 8 and token.form.lemma not in known.behind:
            continue
        chief = at > clause.first and layout.tokens[at - 1].low in CHIEF and layout.tokens[at + 1].form.case != "loc"  # "asıl hedef barıştır"
        subject = (chief or token.form.possessive[:1] in ("1", "3")) and token.form.case in ("nom", "gen")
        if form.lemma == "ol" and at + 1 == clause.head:
            subject = False  # "toprak talebi olduğunu"
        wanted = known.behind.get(token.form.lemma) if found is not None else None
        near = [t.low for t in layout.tokens[max(at - 2, clause.first) : at]] if wanted is not None else []
        if found is not None and wanted in near and token.form.case in ("nom", "gen"):
            return Verdict(found[0], found[1], 0.6, at, at + 1, False, "subject")
        if found is not None and found[0] == "aim" and subject and owned(layout, clause, at, side) and harms(layout, known, at + 1, deed):
            return Verdict("opposition", found[1], 0.6, at, at + 1, False, "subject")  # "Uganda'nın amacının barışı engellemek olduğunu"
        if found is not None and wanted is None and subject and (found[0] == "opposition" or not owned(layout, clause, at, side)):
            of_others = token.form.lemma == "beklenti" and at > clause.first and layout.tokens[at - 1].form.case == "abl"  # "Kenya'dan beklentimiz"
            return Verdict("demand" if of_others else found[0], found[1], 0.7, at, at + 1, False, "subject")
    return None


def to_be_done(tokens: list[Token], clause: Clause) -> int:
    """Where "gereken" stands, of which a deed is told ("yapılması | gereken şey ateşkesi korumaktır"); else -1."""
    linked = tokens[clause.head].form.lemma in COPULAR
    deed = last_word(tokens, clause.first, clause.head) if linked else clause.head
    there = tokens[clause.head].low in ("var", "vardır") and tokens[clause.head - 1].form.lemma == "şey"
    pointed = tokens[clause.head].low in POINTED or there
    if deed < 0 or not (pointed or (tokens[deed].form.verb_form == "verbal_noun" and tokens[deed].form.suffix in ("mak", "ma"))):
        return -1
    for at in range(clause.first + 1, deed):
        before = tokens[at - 1].form
        if tokens[at].form.lemma == "gerek" and tokens[at].form.suffix == "an" and before.suffix == "ma" and before.possessive:
            return at
    return -1


def judges(tokens: list[Token], clause: Clause) -> bool:
    """Is the predicate an adjective, in marks or before "olduğunu" too?"""
    form = tokens[clause.head].form
    linked = form.lemma in COPULAR and form.verb_form != "verbal_noun"
    base = last_word(tokens, clause.first, clause.head) if linked else clause.head
    return base >= 0 and tokens[base].form.pos == "ADJ" and not tokens[base].form.possessive


def owned(layout: Layout, clause: Clause, at: int, side: Side) -> bool:
    """Is it another's aim: does a genitive stand before it that is not of the speaker's own side ("ülkesinin hedefinin")?"""
    before = layout.tokens[at - 1].form
    if before.case == "gen" and before.possessive.startswith("1") and (before.lemma in EFFORTS or before.lemma in STEPS):
        return False  # "bu adımların ve çabalarımızın amacı"
    for n in range(clause.first, at):
        form = layout.tokens[n].form
        if form.case == "gen":
            mention = side.mentions.at(n)
            own = side.is_own(mention) if mention is not None else side.reported and is_own_word(form)
            if not own and form.lemma not in WE and (form.possessive or form.lemma not in INSTRUMENTS):
                return True
    return False


def through(layout: Layout, known: Stances, clause: Clause, side: Side) -> Verdict | None:
    """The force of a clause that the predicate only frames ("… olduğunu düşünüyoruz", "… yanlış olduğunu gösteriyor")."""
    form, wanted = layout.tokens[clause.head].form, tells_that(layout.tokens, clause)
    frame = match_at(layout, known.through, through_at(layout, clause), clause.first) if wanted < 0 else None
    if wanted < 0 and (frame is None or not frames(frame)):
        return None
    tells = frame is None or bool(frame.frame.wants.get("tells"))
    inner = told_clause(layout.tokens, clause.first, frame.first if frame is not None else wanted, tells)
    if inner < 0 or asks_for(layout.tokens, Clause(clause.first, inner, inner)):
        return None  # "ne olacağını göreceğiz"
    if frame is not None and form.negative:
        return doubted(clause, form, layout.tokens[inner].form)
    if frame is not None and frame.frame.wants.get("of") not in (None, layout.tokens[inner].form.suffix):
        return None
    given = framed(layout, known, Clause(clause.first, inner + 1, inner), side, form)
    if given is not None and tells and given.reason.startswith(OWN_FUTURE):
        given.force = "intention"  # "karşılık vereceğimizi bildirdik"
    if given is not None and frame is not None and "shows" in frame.frame.wants and layout.tokens[inner].form.negative:
        given.own = False  # "Kenya barış istemediğini gösterdi": the blame is the speaker's
    return told_by(layout, clause, given, side) if given is not None and frame is not None and tells else given


def through_at(layout: Layout, clause: Clause) -> int:
    """Where the words may end that frame a clause: its last, or the one before "olduğunu" ("… gerektiği görüşünde | olduğunu")."""
    before = clause.head - 1
    linked = layout.tokens[clause.head].form.lemma == "ol" and before > clause.first and layout.tokens[before].form.case == "loc"
    return before if linked else clause.head


def frames(found: Predicate) -> bool:
    """Does it frame the clause before it: in its case, and no passive that tells what is said by whomever?"""
    wants, form = found.frame.wants, found.form
    person = form.person or form.possessive
    anothers = form.suffix == "dik" and form.possessive == "3sg"  # "X'in … olacağını değerlendirdiğini"
    mine = "mine" not in wants or form.person.startswith("1") or anothers
    mine = mine and ("third" not in wants or not person.startswith("3"))
    return mine and form.case == wants.get("case", form.case) and not (wants.get("tells") and form.passive)


def told_by(layout: Layout, clause: Clause, given: Verdict, side: Side) -> Verdict | None:
    """Whose the stance is that a verb of telling frames: the own side's, else of its subject where that is named ("Kenya … gerektiğini söylüyor")."""
    form = layout.tokens[clause.head].form
    teller = form.possessive if side.reported else form.person
    named = any(t.form.case == "gen" for t in layout.tokens[clause.first : clause.head])
    if teller.startswith("1") or (side.reported and (teller == "3pl" or not named)):
        return given
    subject = subject_of(layout, clause, side)
    if side.reported and subject is None and not follows_another(layout.tokens, clause.first):
        return given  # "İsrail'in durması gerektiğini liderlere ilettiğini"
    given.own = True
    known = subject is not None and subject.actor and subject.first <= clause.first + 2
    return given if known or (subject is None and not side.reported and form.tense == "prog") else None


def follows_another(tokens: list[Token], first: int) -> bool:
    """Does a reported clause stand before that at token `first`, so that its subject may be told there?"""
    joint = tokens[first - 1].low if first > 1 else ""
    return joint == "ve" or (joint == "," and tokens[first - 2].form.suffix in PARTICIPLES)


def told_clause(tokens: list[Token], first: int, last: int, tells: bool) -> int:
    """Where the clause ends that is told before token `last`, whom it is told between ("… gerektiğini | karşı tarafa ilettik"); else -1."""
    at = last_word(tokens, first, last)
    low = max(first, at - 3)
    while at > low and not tokens[at].form.verb_form and (tells or tokens[at].low in GAP or tokens[at].form.pos == "ADV"):
        at = last_word(tokens, first, at)
    told = at >= 0 and tokens[at].form.suffix in PARTICIPLES and tokens[at].form.possessive
    return at if told else -1


def doubted(clause: Clause, form: Form, inner: Form) -> Verdict | None:
    """What one does not believe ("… yaradığını düşünmüyorum"); what one does not believe to come is foreseen not to."""
    if form.lemma not in DOUBTING or form.tense in ("fut", "past") or form.copula == "past":
        return None
    force = "expectation" if inner.suffix == "acak" else "opposition"
    return Verdict(force, "tr/positions:düşünmüyor", 0.55, clause.head, clause.head + 1, True, "disbelief")


def framed(layout: Layout, known: Stances, inner: Clause, side: Side, frame: Form) -> Verdict | None:
    """The force of the clause inside, milder for its frame."""
    form = layout.tokens[inner.head].form
    inside = Side(side.mentions, side.actors, True)
    given = judge(layout, known, inner, inside)
    if given is None:
        return None
    ahead = given.force == "intention" and form.suffix == "acak"  # "… sonuçları olacağını düşünüyorum"
    if given.force in WILL and not ahead and is_seen(form, frame) and not is_own_subject(layout.tokens, inner, inside):
        return None
    given.sure = min(given.sure, 0.7)
    given.force = "expectation" if ahead else given.force
    given.reason += FRAMED
    return given


def tells_that(tokens: list[Token], clause: Clause) -> int:
    """Where the words begin with which a speaker says that he says it ("… olduğunu | ifade etmek istiyorum"); else -1."""
    form, at = tokens[clause.head].form, clause.head - 1
    if form.lemma != "iste" or not form.person.startswith("1") or form.negative or at <= clause.first or tokens[at].form.suffix != "mak":
        return -1
    light = tokens[at].form.lemma == "et"
    told = tokens[at - 1].form.lemma in ("ifade", "teyit") if light else tokens[at].form.lemma in TELLING
    return (at - 1 if light else at) if told else -1


def is_seen(inner: Form, frame: Form) -> bool:
    """Is it what others are seen to be after ("kısıtlamaya çalıştığını | görüyoruz", "… çalıştığını | gördüklerini")?"""
    told = frame.person or frame.possessive
    return inner.possessive.startswith("3") and told != inner.possessive and told in ("1sg", "1pl", "3pl")


def by_predicate(layout: Layout, known: Stances, clause: Clause, side: Side) -> Verdict | None:
    """What the pack says of the clause's predicate; of "… olduğunu", of the word before."""
    head, tokens = clause.head, layout.tokens
    still = remains(tokens, clause)
    found = match_at(layout, known.predicates, head, clause.first) if still < 0 else None
    if (found is None or found.form.verb_form != "verbal_noun") and (lasting := goes_on(layout, known, clause)) is not None:
        return lasting
    if (became := becomes(tokens, clause)) >= 0:
        found = match_at(layout, known.predicates, became, clause.first) or found
    found = said_of(layout, known, clause, still, found) or by_conduct(layout, known, clause, head)
    if found is None and tokens[head].form.lemma in known.conveying and (passed := conveyed(layout, known, clause)) is not None:
        return passed
    if found is None and (tokens[head].form.lemma in known.naming or tokens[head].form.lemma in known.finding):
        found = by_name(layout, known, clause)
    if found is None:
        return harm_tried(layout, known, clause)
    if "mine" in found.frame.wants and tries_harm(layout, known, clause, side, found):
        return Verdict("opposition", found.frame.rule, 0.6, found.first, head + 1, False, "predicate")
    if takes_none(layout, found, clause, side):
        return None
    negative = found.form.negative or tokens[head].form.negative or tokens[head].low.startswith("değil")
    if negative and wants_nothing_but(tokens, found):
        return Verdict("aim", found.frame.rule, 0.65, found.first, head + 1, True, "predicate")
    if negative and nothing_but(tokens, found.head):
        negative = False
    if not negative and found.passive and is_nobodys(layout, found, clause, side):
        return None
    return of_whom(layout, known, clause, side, found, verdict(layout, found, negative, head))


def tries_harm(layout: Layout, known: Stances, clause: Clause, side: Side, found: Predicate) -> bool:
    """Do others try to do harm ("süreci çıkmaza sürüklemeye | çalıştığını")?"""
    if found.form.negative or not harms(layout, known, clause.first, found.first):
        return False
    named = side.mentions.within(clause.first, clause.head) if side.reported and found.form.possessive == "3sg" else []
    return is_anothers_aim(layout, clause, side) or any(m.actor and m.case == "gen" and not side.is_own(m) for m in named)


def harm_tried(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """The harm that something is an attempt at, or shows one wills ("sorumluluktan kaçma | girişimi olduğunu", "… niyetini ortaya koyduğunu")."""
    tokens, head = layout.tokens, clause.head
    shown = next((at for at in range(head, max(head - 4, clause.first), -1) if tokens[at].form.lemma in TRIED), -1)
    if shown <= clause.first + 1 or tokens[head].form.negative or tokens[head].low.startswith("değil") or tokens[shown].form.possessive != "3sg":
        return None
    if tokens[shown - 1].form.verb_form != "verbal_noun" or not harms(layout, known, clause.first, shown) or not shows(tokens, head, shown):
        return None
    return Verdict("opposition", "tr/positions:tried", 0.6, shown, head + 1, False, "predicate")


def shows(tokens: list[Token], head: int, shown: int) -> bool:
    """Is something told to be what stands at `shown`, or to show it?"""
    return head == shown or (tokens[head].form.lemma == "ol" and head == shown + 1) or (tokens[head].form.lemma in SHOWING and head > shown)


def by_conduct(layout: Layout, known: Stances, clause: Clause, verb: int) -> Predicate | None:
    """The adjective that judges how one behaves, by its verb ("yapıcı bir | tutum sergiliyor", "yıkıcı | politikalarını sürdürdüğünü")."""
    tokens, noun = layout.tokens, verb - 1
    form = tokens[verb].form
    if form.negative or (form.lemma not in known.behave and not is_keeping(form)) or noun <= clause.first:
        return None
    if tokens[noun].form.lemma not in known.behaviours or tokens[noun].form.case not in ("nom", "acc"):
        return None
    at = noun - 2 if tokens[noun - 1].low == "bir" else noun - 1
    found = match_at(layout, known.predicates, at, max(at - 1, clause.first)) if at >= clause.first else None
    return found if found is not None and not found.form.negative and found.frame.wants.get("force") in JUDGING else None


def of_whom(layout: Layout, known: Stances, clause: Clause, side: Side, found: Predicate, given: Verdict | None) -> Verdict | None:
    """The verdict where it hangs on whom the predicate is told of: the own side that must, or others who would not."""
    wants, form = found.frame.wants, layout.tokens[clause.head].form
    if given is None:
        return None
    bent = given.force == "aim" or found.frame.head == "çekin"  # "baltalamaktan çekinmiyor"
    if bent and "with" not in wants and is_anothers_aim(layout, clause, side) and harms(layout, known, clause.first, found.first):
        given.force, given.own = "opposition", False
    if "ill" in wants and done_to(layout.tokens, found, clause.first, ILLS):
        given.force, given.sure = str(wants["ill"]), max(given.sure, 0.55)  # "yeni bir savaşa zemin hazırlıyor"
    if "ties" in wants and given.force == "support" and tells_of_ties(layout.tokens, clause.first, found.first):
        given.force = "level"
    we = form.person == "1pl" or (side.reported and form.possessive == "3pl" and subject_place(layout.tokens, clause) < 0)
    if "hangs" in wants and not form.negative and deed_before(layout.tokens, clause.first, found.first, side.reported):
        given.force, given.own, given.sure = str(wants["hangs"]), False, 0.6  # "açılmasının ABD'nin tutumuna bağlı olduğunu"
    if "ours" in wants and we and given.force == wants.get("force"):
        given.sure = float(wants["ours"])  # "iki devletli çözüme bağlıyız"
    if not side.reported:
        return given
    if "first" in wants and we:
        given.force = str(wants["first"])  # "karşılık vermek durumunda olduklarını"
    if "blamed" in wants and form.negative and is_of_others(layout, clause, side):
        given.force, given.own = "opposition", False  # "Kenya'nın barışa hazır olmadığını"
    return given


def deed_before(tokens: list[Token], first: int, last: int, reported: bool) -> bool:
    """Is it a deed that the predicate at token `last` is told of ("hattın açılmasının tarafların tutumuna | bağlı olduğunu")?"""
    told = (t.form for t in tokens[first : last - 1] if t.form.verb_form == "verbal_noun" and t.form.suffix == "ma")
    return any(form.possessive.startswith("3") and form.case == ("gen" if reported else "nom") for form in told)


def tells_of_ties(tokens: list[Token], first: int, last: int) -> bool:
    """Are relations the subject of what stands at token `last` ("ilişkilerimiz çok daha iyi ve | yapıcı")?"""
    ties = next((at for at in range(first, last) if tokens[at].form.lemma in TIES and tokens[at].form.case in ("nom", "gen")), last)
    told = ties < last and bool(tokens[ties].form.possessive or tokens[ties].form.number == "pl")
    return told and not any(t.form.verb_form for t in tokens[ties + 1 : last])


def harms(layout: Layout, known: Stances, first: int, last: int) -> bool:
    """Is the deed that ends before token `last` one that does harm ("barışı engellemek | olduğunu", "bölgeyi istikrarsızlaştırmayı | hedefliyor")?"""
    at = next((n for n in range(last - 1, max(first, last - 3) - 1, -1) if layout.tokens[n].form.verb_form == "verbal_noun"), -1)
    if at < 0 or layout.tokens[at].form.negative:
        return False
    found = match_at(layout, known.predicates, at, first)
    blamed = found is not None and found.frame.wants.get("force") == "opposition" and found.frame.wants.get("sure", SURE) >= SHOWN
    return blamed or match_at(layout, known.harming, at, first) is not None


def is_anothers_aim(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is the aim that of a thing or of others ("bu uygulamaların … amaçladığını", "bu saldırı … hedefliyor")?"""
    form, subject = layout.tokens[clause.head].form, subject_of(layout, clause, side)
    if subject is not None:
        return not side.is_own(subject)
    if side.reported:
        at = subject_place(layout.tokens, clause)
        return at >= 0 and not is_own_word(layout.tokens[at].form)
    if form.person not in ("3sg", "3pl"):
        return False
    return (form.person == "3sg" and opens_with_subject(layout.tokens, clause)) or not is_of_own(layout.tokens, clause)


def is_of_others(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is it told of somebody who is not of the speaker's own side?"""
    subject = subject_of(layout, clause, side)
    return subject is not None and subject.actor and not side.is_own(subject)


def said_of(layout: Layout, known: Stances, clause: Clause, still: int, found: Predicate | None) -> Predicate | None:
    """The frame of the predicate where it suits the clause, else that of its nominal word."""
    if found is not None and not suits(layout, found, clause):
        found = None
    if found is not None and found.frame.nominal:
        found = blamed(layout, known, clause, found)
    base = verdict_at(layout, known, clause, still)
    if found is not None or base < 0:
        return found
    return judging_word(layout, known, clause, base) or joined_word(layout, known, clause, base)


def joined_word(layout: Layout, known: Stances, clause: Clause, base: int) -> Predicate | None:
    """The adjective that judges before another joined to it ("haksız ve ekonomik açıdan | elverişsiz")."""
    tokens = layout.tokens
    if tokens[base].form.pos != "ADJ" or tokens[base].form.possessive:
        return None
    at = next((n - 1 for n in range(base - 1, max(base - 5, clause.first), -1) if tokens[n].low == "ve"), -1)
    found = match_at(layout, known.predicates, at, clause.first) if at >= clause.first and is_adjective(tokens[at]) else None
    return found if found is not None and found.frame.nominal and found.frame.wants.get("force") in JUDGING else None


def takes_none(layout: Layout, found: Predicate, clause: Clause, side: Side) -> bool:
    """Does the frame take no stance here: of a verbal noun, of guests received, of terror helped, of another's deed?"""
    if found.form.verb_form == "verbal_noun" or not suits(layout, found, clause) or is_received(layout, found):
        return True
    if helps_terror(layout.tokens, found) or keeps_silent(layout.tokens, found) or lies_ahead(layout.tokens, found, clause):
        return True
    return "mine" in found.frame.wants and is_deed_of_another(layout, clause, layout.tokens[clause.head].form, side)


def lies_ahead(tokens: list[Token], found: Predicate, clause: Clause) -> bool:
    """Does something await somebody ("ülkeyi zor günler bekliyor"), so that nobody hopes for it?"""
    if found.frame.head != "bekle" or (found.form.person or found.form.possessive) != "3sg" or complement(tokens, found.first):
        return False
    words = [t.form for t in tokens[clause.first : found.first]]
    return any(f.case == "acc" and not f.verb_form for f in words) and not any(f.case == "abl" for f in words)


def nothing_but(tokens: list[Token], at: int) -> bool:
    """Does "başka bir şey (değil)" stand behind the word at `at` in the ablative ("soygundan | başka bir şey değil")?"""
    return tokens[at].form.case == "abl" and at + 1 < len(tokens) and tokens[at + 1].low == "başka"


def wants_nothing_but(tokens: list[Token], found: Predicate) -> bool:
    """Does "-den başka bir şey" stand before a verb of wanting ("eve dönmekten başka bir şey | istemiyoruz")?"""
    near = [t.low for t in tokens[max(found.first - 3, 0) : found.first]]
    return near[-1:] == ["şey"] and "başka" in near and found.frame.wants.get("with", {}).get("mak") == "aim"


def helps_terror(tokens: list[Token], found: Predicate) -> bool:
    """Is it terror that is told to be helped ("terör örgütlerine | destek verdiğini"): a claim of a deed, no stance?"""
    first = found.first
    if found.frame.wants.get("force") != "support" or found.form.negative or not str(found.frame.wants["says"]).startswith("destek"):
        return False
    for at in range(max(first - 4, 0), first):
        if tokens[at].form.lemma in TERROR:
            return any(t.form.case in ("dat", "acc") and not t.form.verb_form for t in tokens[max(first - 2, at) : first])
    return False


def keeps_silent(tokens: list[Token], found: Predicate) -> bool:
    """Is it only a word to the press that is refused ("konu hakkında yorum yapmayı | reddetti")?"""
    at = found.first - 2
    return found.frame.head == "reddet" and at >= 0 and tokens[at + 1].form.suffix == "ma" and tokens[at].form.lemma in COMMENTING


def is_nobodys(layout: Layout, found: Predicate, clause: Clause, side: Side) -> bool:
    """Is nobody named who does what a passive tells, of a verb that takes no stance then ("onaylandı", not "X yönetimince onay verildi")?"""
    wanted = found.frame.wants.get("active")
    return wanted is True or (wanted == "agent" and not agents_of(layout, clause, side))


def verdict_at(layout: Layout, known: Stances, clause: Clause, still: int) -> int:
    """The word that a nominal predicate says, or that something is said to make ("… önemli bir parçasını | oluşturuyor")."""
    head = clause.head
    linked = still >= 0 or layout.tokens[head].form.lemma in COPULAR
    base = last_word(layout.tokens, clause.first, still if still >= 0 else head) if linked else head
    made = match_at(layout, known.forming, base, clause.first) if base >= 0 else None
    word = last_word(layout.tokens, clause.first, made.first) if made is not None else -1
    if made is None or word < 0 or layout.tokens[word].form.verb_form:
        return base
    return word if not made.frame.nominal or match_at(layout, known.predicates, word, clause.first) is not None else base


def conveyed(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """A stance that one lets another know ("endişelerini X yetkililerine ilettiklerini")."""
    for at in range(clause.head - 1, max(clause.head - 7, clause.first - 1), -1):
        form = layout.tokens[at].form
        if form.verb_form:
            return None
        found = known.conveyed.get(form.lemma) if form.case == "acc" and form.possessive else None
        if found is not None:
            return Verdict(found[0], found[1], 0.7, at, clause.head + 1, True, "predicate")
    return None


def goes_on(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """A stance that goes on ("desteklemeye devam ediyoruz", "ihlal etmeyi sürdürdüğünü"): that of the verb that does."""
    form = layout.tokens[clause.head].form
    at, case = (clause.head - 1, "acc") if is_keeping(form) else (clause.head - 2, "dat")
    if case == "dat" and form.lemma == "başla":
        at += 1  # "ihlal etmeye başladı"
    elif case == "dat" and layout.tokens[at + 1].low != "devam":
        return None
    if at <= clause.first or layout.tokens[at].form.suffix != "ma" or layout.tokens[at].form.case != case:
        return None
    now = form.tense != "fut" and form.suffix != "acak"
    found = match_at(layout, known.predicates, at, clause.first) or by_conduct(layout, known, clause, at) if now else None
    if found is not None and not suits(layout, found, clause):
        return None
    given = verdict(layout, found, form.negative, clause.head) if found is not None else None
    asked = given is not None and given.force in ("demand", "expectation")
    if given is None or given.force == "intention" or (asked and (form.passive or may_be(layout.tokens[clause.head], form))):
        return None
    return given


def is_keeping(form: Form) -> bool:
    """Is it "sürdür", by itself or as what makes something go on?"""
    return form.lemma == "sürdür" or (form.lemma == "sür" and "caus" in form.voice)


def remains(tokens: list[Token], clause: Clause) -> int:
    """Where "olmaya" stands in "… olmaya devam ettiğini" or "… olmayı sürdürdüğünü", which say no more than "olduğunu"; else -1."""
    if clause.head - 1 > clause.first and tokens[clause.head - 1].low == "olmayı" and is_keeping(tokens[clause.head].form):
        return clause.head - 1
    at = clause.head - 2
    return at if at > clause.first and tokens[at].low == "olmaya" and tokens[at + 1].low == "devam" else -1


def becomes(tokens: list[Token], clause: Clause) -> int:
    """Where the verb stands of what something has come to do ("barışı tehdit | eder hale geldiğini"); else -1."""
    at = clause.head - 2
    came = at > clause.first and tokens[clause.head].form.lemma == "gel" and tokens[at + 1].low == "hale"
    return at if came and any(form.suffix == "ar" for form in tokens[at].forms) else -1


def is_received(layout: Layout, found: Predicate) -> bool:
    """Is somebody received, not something accepted ("heyeti kabul etti", "X hedef oldu")?"""
    says, before = str(found.frame.wants["says"]), layout.tokens[found.first - 1] if found.first else None
    if before is None:
        return False
    if says == "kabul et":
        return before.form.case == "acc" and (before.form.lemma in GUESTS or before.low.startswith("beraberindeki") or before.base_end < before.end)
    return says == "hedef" and before.form.case == "dat" and not layout.tokens[found.head].form.possessive


def by_name(layout: Layout, known: Stances, clause: Clause) -> Predicate | None:
    """What a thing is called, which judges it ("bir darbe girişimi | olarak değerlendiriyoruz", "yersiz | buluyoruz")."""
    at = clause.head - 2
    if at > clause.first and layout.tokens[at + 1].low in MANNER:
        at -= 1  # "dürüst | şekilde davranmadığını"
    if at + 1 >= clause.first and layout.tokens[clause.head].form.lemma in known.finding and is_adjective(layout.tokens[at + 1]):
        found = match_at(layout, known.predicates, at + 1, clause.first)
        return found if found is not None and found.frame.wants.get("force") in JUDGING else None
    if at <= clause.first or layout.tokens[at + 1].low not in CALLED:
        return None
    called = Clause(clause.first, at + 2, at + 1)
    found = match_at(layout, known.predicates, at, clause.first)
    found = blamed(layout, known, called, found) if found is not None else by_epithet(layout, known, called, at)
    if layout.tokens[at + 1].low == "diye" and (layout.tokens[at].form.verb_form or layout.tokens[clause.head].form.lemma == "gör"):
        return None  # "değerlendirir miyiz | diye gördük"
    force = found.frame.wants.get("force") if found is not None else ""
    return found if force in JUDGING or force == "level" else None


def blamed(layout: Layout, known: Stances, clause: Clause, found: Predicate) -> Predicate:
    """The adjective that blames what a noun would praise ("vahim bir | adımdır", "utanç verici bir | dönüm noktasıdır"), else the noun."""
    if found.frame.wants.get("force") != "support" or layout.tokens[found.head].form.pos != "NOUN":
        return found
    epithet = by_epithet(layout, known, clause, found.first)
    blames = epithet is not None and epithet.frame.wants.get("negated" if epithet.form.negative else "force") == "opposition"
    return epithet if epithet is not None and blames else found


def is_adjective(token: Token) -> bool:
    """May the word be an adjective without an ending ("yanlış", which is an adverb too)?"""
    return any(form.pos == "ADJ" and form.case in ("", "nom") and not form.possessive for form in token.forms)


def is_deed_of_another(layout: Layout, clause: Clause, form: Form, side: Side) -> bool:
    """Is it what another side does, or what is past: a claim of a deed ("İsrail'in … çalıştığını", "… çalıştık")?"""
    if form.tense == "past" or (form.person or form.possessive).startswith("1"):
        return form.tense == "past"
    subject = subject_of(layout, clause, side)
    if subject is not None or not side.reported:
        return subject is None or not side.is_own(subject)
    goes_on_so = form.possessive == "3sg" and follows_another(layout.tokens, clause.first)  # "İsrail'in … yaptığını ve etkilemeye çalıştığını"
    return goes_on_so or subject_place(layout.tokens, clause) >= 0


def judging_word(layout: Layout, known: Stances, clause: Clause, base: int) -> Predicate | None:
    """The word of a nominal predicate, or its adjective: where one of them blames, that one ("vahim bir örnek")."""
    word = match_at(layout, known.predicates, base, clause.first) if base < clause.head else None
    if word is None and layout.tokens[base].form.lemma == "biri" and base > clause.first:
        word = match_at(layout, known.predicates, base - 1, clause.first)  # "en önemli engellerden biri"
        word = word if word is not None and word.frame.wants.get("force") != "demand" else None  # "en önemli şartlardan biri"
    if word is not None and word.form.verb_form == "verbal_noun":
        word = None  # "adil bir anlaşma oldu"
    made = layout.tokens[clause.head].form.lemma not in COPULAR and remains(layout.tokens, clause) < 0
    if word is not None and made and word.frame.wants.get("force") in WILL:
        word = None  # "hedef haline geldi"
    epithet = by_epithet(layout, known, clause, base)
    if epithet is not None and word is not None and epithet.form.suffix == "an":
        epithet = None  # "hakaret eden yazardan şikayetçi"
    return epithet if word is None or (epithet is not None and epithet.frame.wants["force"] == "opposition") else word


def by_epithet(layout: Layout, known: Stances, clause: Clause, base: int) -> Predicate | None:
    """The judging adjective of a nominal predicate ("… hayati bir meseledir", "… tehlikeli bir hamle olduğunu")."""
    tokens = layout.tokens
    after = base + 1 + (base + 1 < len(tokens) and tokens[base + 1].text in MARKS)
    called = after < len(tokens) and tokens[after].low in CALLED  # "“terörist bir eylem” olarak nitelendirdi"
    bare = (is_bare_end(tokens, base) and not (called and tokens[base].form.possessive)) or (base == clause.head and is_bare_phrase(tokens, clause))
    if is_there(tokens, clause, base) or tokens[base].form.lemma == "yok":
        return None  # "olumlu haber de yoktu"
    if (tokens[base].form.verb_form and not bare) or not (base < clause.head or tokens[base].form.copula or called or bare):
        return None
    near = base - 2 if tokens[base - 1].low == "bir" else base - 1
    for at in range(near, max(min(near if bare else base - 4, phrase_low(tokens, clause.first, base)), clause.first) - 1, -1):
        if tokens[at].low in ("birinin", "değil") or (tokens[base].form.lemma != "biri" and is_governed(tokens[at].form)):
            return None  # "önemli ülkelerden birinin başkanıdır", "terör örgütü değil, direniş hareketi"
        one_of = tokens[base].form.lemma == "biri"  # "destekleyen ülkelerden biri"
        beside = at == base - 1 or (at == base - 2 and (one_of or tokens[base - 1].low == "bir"))
        clause_of = tokens[at].form.suffix == "an" and beside and (one_of or tokens[base].form.pos == "NOUN")  # "huzuru kaçıran örgütlerdir"
        manner = tokens[at + 1].low == "bir" and (tokens[at].form.case == "equ" or is_adjective(tokens[at]))  # "düşmanca bir", "iyi bir adımdır"
        if tokens[at].form.pos == "ADJ" or manner or tokens[at].form.suffix == "ar" or clause_of or (called and tokens[at].form.pos == "NOUN"):
            found = match_at(layout, known.predicates, at, clause.first if tokens[at].form.verb_form else max(at - 1, clause.first))
            if found is not None and found.frame.wants.get("negated" if found.form.negative else "force") in JUDGING:
                return found if is_said_of(tokens, at, base, found) else None
    return None


def is_said_of(tokens: list[Token], at: int, base: int, found: Predicate) -> bool:
    """Does the adjective at token `at` judge the nouns behind it ("tarihi bir adım", not "tarihi bir şehir")?"""
    spared = found.frame.wants.get("not_of", ())
    return not any(token.form.lemma in spared for token in tokens[at + 1 : base + 1])


def is_there(tokens: list[Token], clause: Clause, base: int) -> bool:
    """Is it only told that there are some ("bölgede önemli gelişmeler olduğunu"), of whom nothing is said?"""
    form = tokens[base].form
    some = form.pos == "NOUN" and form.number == "pl" and form.case == "nom" and not form.possessive
    return some and tokens[clause.head].form.lemma == "ol" and not any(t.form.case == "gen" for t in tokens[clause.first : base])


def is_governed(form: Form) -> bool:
    """Is it a noun that the predicate governs, so that what stands before is told of that ("önemli olaylara | şahit")?"""
    return form.pos == "NOUN" and not form.verb_form and form.case in ("dat", "acc", "abl", "loc", "ins")


def is_bare_end(tokens: list[Token], base: int) -> bool:
    """Does a clause end with a noun that is all its predicate ("Bu, çok önemli bir konu", "… bir geçiş koridoru")?"""
    form = tokens[base].form
    noun = (form.pos == "NOUN" or form.suffix == "ma") and form.case == "nom"
    if noun and form.possessive == "3sg" and base > 1 and (is_bare(tokens[base - 1].form) or tokens[base - 1].form.suffix == "is"):
        return any(token.low == "bir" for token in tokens[phrase_low(tokens, max(base - PHRASE, 0), base) : base - 1])
    return base > 0 and tokens[base - 1].low == "bir" and noun and not form.possessive


def is_bare_phrase(tokens: list[Token], clause: Clause) -> bool:
    """Is a noun with its adjective all that is told of a subject before it ("bunlar istikrar açısından | önemli gelişmeler")?"""
    form, low = tokens[clause.head].form, phrase_low(tokens, clause.first, clause.head)
    noun = (form.pos == "NOUN" and not form.verb_form) or form.suffix == "ma"
    if not noun or form.case != "nom" or form.copula or low <= clause.first:
        return False
    told = tokens[clause.head - 1].form.suffix == "an" or any(token.form.pos == "ADJ" for token in tokens[low : clause.head])
    return told and any(token.form.pos in ("NOUN", "PROPN", "PRON") and token.form.case == "nom" for token in tokens[clause.first : low])


def phrase_low(tokens: list[Token], first: int, base: int) -> int:
    """Where the words begin that may be attributes of a noun ("çok | önemli bir ticaret, lojistik ve ulaştırma koridoru")."""
    at = base
    while at > max(first, base - PHRASE) and (tokens[at - 1].low in JOINING or may_go_before(tokens[at - 1].form)):
        at -= 1
    return at


def may_go_before(form: Form) -> bool:
    """Is it an adjective, or a noun or a deed that begins a compound ("geçiş koridoru", "ulaştırma koridoru")?"""
    deed = form.verb_form == "verbal_noun" and form.suffix in ("ma", "is") and form.case == "nom" and not form.possessive
    return form.pos == "ADJ" or deed or is_bare(form)


def suits(layout: Layout, found: Predicate, clause: Clause) -> bool:
    """Does the clause speak of what the frame needs ("ilişki … gelişiyor"), in the case or voice it needs?"""
    wants = found.frame.wants
    needs = wants.get("needs")
    if "unless_behind" in wants and stands_behind(layout.tokens[found.head - 1], str(wants["unless_behind"])):
        return False  # "karşı karşıya kalırız"
    if "of_case" in wants and not is_of_case(layout.tokens, found.first, clause.first, wants):
        return False  # "müzakereye açık", not "durum açık"
    if "unless" in wants and any(token.form.lemma in wants["unless"] for token in layout.tokens[clause.first : found.first]):
        return False  # "tavrımız açık"
    if "duty" in wants and is_duty(layout, found.first):
        return False
    if found.frame.head in NEEDS and found.form.verb_form != "participle" and not found.frame.words and is_own_need(layout.tokens[found.first - 1]):
        return False  # "bunu belirtmem gerekiyor"
    if "just" in wants and layout.tokens[found.first].low != found.frame.words[0]:
        return False  # "zorunda olduğunu" is no "zor olduğunu"
    if found.form.case != wants.get("case", found.form.case) or ("plain" in wants and found.form.voice):
        return False
    if "goods" in wants and not done_to(layout.tokens, found, clause.first, GOODS | ILLS if "ill" in wants else GOODS):
        return False  # "köprüyü yıktı" is a deed, "barışı yıktı" a blame
    if "theirs" in wants and (found.form.person or found.form.possessive) in ("1sg", "1pl", "3pl" if found.form.possessive else "1pl"):
        return False
    if "voiced" in wants and wants["voiced"] not in found.form.voice:
        return False
    if "of_ties" in wants and not tells_of_relations(layout.tokens, clause.first, found):
        return False
    if "free" in wants and found.form.possessive:
        return False  # "ısrarının bir örneği"
    if not needs or ("or_deed" in wants and is_deed_noun(layout.tokens[found.first - 1].form)):
        return True
    return any(form.lemma in needs for at in range(clause.first, found.first) for form in layout.tokens[at].forms)


def is_own_need(before: Token) -> bool:
    """Is it only one's own telling that is said to be needed ("bunu belirtmem | gerekiyor")?"""
    return before.low.endswith("m") and any(form.suffix == "ma" and form.possessive == "1sg" and form.lemma in TELLING for form in before.forms)


def is_deed_noun(form: Form) -> bool:
    """Is it a deed that begins a compound ("artırma | çalışmaları")?"""
    return form.verb_form == "verbal_noun" and form.suffix == "ma" and form.case == "nom" and not form.possessive


def done_to(tokens: list[Token], found: Predicate, low: int, things: frozenset[str]) -> bool:
    """Does a good or an ill stand before the verb that does something to it ("barışı | baltalıyor", "yeni bir krize | yol açıyor")?"""
    near = tokens[max(found.first - THINGS, low) : found.first]
    return any(t.form.lemma in things and t.form.case in ("nom", "acc", "dat", "gen") for t in near)


def is_of_case(tokens: list[Token], first: int, low: int, wants: dict[str, Any]) -> bool:
    """Is the noun right before, adverbs between, in the case that the frame wants, or one of its words?"""
    at = first - 1
    while at > low and (tokens[at].form.pos == "ADV" or tokens[at].low in ("her", "zaman", "türlü")):
        at -= 1
    return at >= low and (tokens[at].form.case == wants["of_case"] or tokens[at].form.lemma in wants.get("or", ()))


def stands_behind(token: Token, words: str) -> bool:
    return token.low in words.split() or token.form.lemma in words.split()


def verdict(layout: Layout, found: Predicate, negative: bool, head: int) -> Verdict | None:
    wants = found.frame.wants
    force = refused(layout, found) if negative else force_with(layout, found)
    if not force:
        return None
    if force == "aim" and found.form.tense == "aor":
        force = "intention"  # "… isteriz" offers
    if "first" in wants and found.form.person.startswith("1"):
        force = str(wants["first"])
    own = bool(wants.get("own")) and not (found.form.passive and found.head < head)  # "kabul edilemez olduğunu": by who says it
    sure = wants["surely"] if "surely" in wants and force != wants.get("force") else wants.get("sure", SURE)
    given = Verdict(force, found.frame.rule, float(sure), found.first, head + 1, own, "predicate")
    effect = layout.tokens[head - 1].form.lemma in EFFECTS  # "olumsuz etkileri olacağını" foresees
    named = found.frame.nominal and found.head < head and force == "opposition" and not negative and not effect  # "büyük bir hata olacaktır"
    helps = negative and wants.get("force") == "support" and not wants.get("own") and not found.frame.nominal  # "çözüme katkı sağlamayacaktır"
    given.firm = bool(wants.get("firm") or named or helps or (wants.get("own") and force == "opposition"))  # "kabul edilemez olacağını" too
    return given


def refused(layout: Layout, found: Predicate) -> str | None:
    """The force of the negative; of not wanting, only where another's doing is not wanted."""
    wants = found.frame.wants
    told = wants.get("with")
    if not told:
        return wants.get("negated")
    before = complement(layout.tokens, found.first)
    if before == "mak" and "unwilling" in wants and found.form.person != "1sg":
        return str(wants["unwilling"])  # "masadan kalkmak istemiyoruz"
    fits = before in (("ma",) if "ma" in told else told) or (before == "" and has_object(layout.tokens, found))
    return wants.get("negated") if fits else None


def has_object(tokens: list[Token], found: Predicate) -> bool:
    """Does a thing stand before a verb of wanting ("yeni bir yönetim | istemiyoruz", "boru hattını | istemediğini")?"""
    before = tokens[found.first - 1] if found.first else None
    if before is None or not found.frame.wants.get("things") or before.form.verb_form:
        return False
    return before.form.case in ("nom", "acc") if before.form.pos in ("NOUN", "PROPN") else before.form.pos == "PRON" and before.form.case == "acc"


def force_with(layout: Layout, found: Predicate) -> str | None:
    """The force by the nominal clause right before the predicate, else its plain one."""
    wants = found.frame.wants
    before = layout.tokens[found.first - 1].form if found.first else None
    if before is not None and found.frame.nominal and before.suffix == "ma" and before.possessive.startswith("2"):
        return "demand" if wants.get("force") == "support" else wants.get("force")  # "adım atmanız önemli"
    told = found.form.person.startswith("1") or bool(wants.get("of_all") and not complement(layout.tokens, found.first))
    of_them = "asked" in wants and ((told and asks(layout.tokens, found.first)) or asks_of(layout.tokens, found, told))
    if of_them or ("asked" in wants and asks_for_thing(layout.tokens, found)):
        return str(wants["asked"])
    turned = wants["turned"].get(complement(layout.tokens, found.first)) if "turned" in wants else None
    if turned is not None:
        return str(turned)  # "bir komisyon kurmayı kabul etti"
    by_suffix = wants.get("with")
    if by_suffix:
        suffix = complement(layout.tokens, found.first, 1 if wants.get("beside") else 3)
        if suffix == "mak" and found.form.passive and by_suffix.get(suffix) == "aim":
            return None  # "önünün kesilmek istendiğini": by nobody named
        if suffix in by_suffix:
            return str(by_suffix[suffix])
        if not wants.get("bare", True):
            return None
    return wants.get("force")


def asks_of(tokens: list[Token], found: Predicate, told: bool) -> bool:
    """Is others' doing awaited: of those in the ablative ("iki ülkeden … uymasını bekliyor"), or of several ("gelmelerini bekliyoruz")?"""
    forms = tokens[found.first - 1].forms if found.first else ()
    before = next((f for f in forms if f.suffix == "ma" and f.possessive), None)  # "savunmasını", which is a noun too
    if before is None or found.frame.head != "bekle" or found.passive:
        return False
    doers = (t for t in tokens[max(found.first - REACH, 0) : found.first] if is_asked(tokens, t.index) and not tokens[t.index + 1].form.verb_form)
    return (told and before.possessive == "3pl") or any(t.capital or t.form.lemma in CROWDS for t in doers)


def asks_for_thing(tokens: list[Token], found: Predicate) -> bool:
    """Is a thing awaited of a state or of who rules it ("hükümetten yeni adımlar | bekliyor", "Kenya'dan özür beklediklerini")?"""
    before = tokens[found.first - 1].form if found.first else None
    thing = before is not None and before.case in ("nom", "acc") and before.pos == "NOUN" and not before.verb_form
    return thing and found.frame.head == "bekle" and not found.passive and not found.form.negative and of_whom_told(tokens, found.first)


def of_whom_told(tokens: list[Token], before: int) -> bool:
    """Is something awaited of a state or of who rules it ("Londra'dan | ilk adımı bekliyor", "hükümetten | …")?"""
    near = (tokens[n] for n in range(max(before - 5, 0), before) if is_asked(tokens, n))
    return any((t.capital and t.base_end < t.end) or t.form.lemma in CROWDS or t.form.lemma in RULERS for t in near)


def asks(tokens: list[Token], before: int) -> bool:
    """Does an ablative stand before: "sizden … bekliyoruz", not "görüşmelerden …", "aydan itibaren …"?"""
    return any(is_asked(tokens, n) for n in range(max(before - 5, 0), before))


def is_asked(tokens: list[Token], at: int) -> bool:
    """Is it someone in the ablative: no deed or event, no measure, no time of which a postposition follows?"""
    form, after = tokens[at].form, tokens[at + 1]
    event = form.verb_form == "verbal_noun" or (form.lemma.endswith(("ma", "me")) and tokens[at].base_end == tokens[at].end)
    return form.case == "abl" and not event and after.form.pos != "ADP" and form.lemma not in stances().events


def complement(tokens: list[Token], before: int, reach: int = 3) -> str:
    """The ending of the nominal clause that ends within `reach` words before token `before`: mak ma dik acak, or ""; "yapmayı" is a mak."""
    for at in range(before - 1, max(before - 1 - reach, -1), -1):
        for form in tokens[at].forms:
            if form.verb_form == "verbal_noun" and form.suffix == "ma" and form.case != "nom" and not form.possessive:
                return "mak"
            if form.verb_form == "verbal_noun" or (form.verb_form == "participle" and form.suffix in PARTICIPLES and form.possessive):
                return form.suffix
    return ""


def to_come(layout: Layout, known: Stances, clause: Clause, form: Form, side: Side) -> Verdict | None:
    """An own future step is an intention, another's an expectation; what cannot be is refused."""
    ahead = form.tense == "fut" or (form.verb_form == "participle" and form.suffix == "acak")
    if not ahead or form.person.startswith("2") or (is_asked_itself(layout.tokens, clause) if side.reported else asks_for(layout.tokens, clause)):
        return None
    if form.copula == "past":
        return None  # "yapmasaydım silahları olacaktı": what did not come
    token = layout.tokens[clause.head]
    force, sure, reason = foreseen(layout, known, clause, form, side)
    if is_able(token.low):
        several = form.possessive == "3pl" and not any(t.form.case == "gen" for t in layout.tokens[clause.first : clause.head])
        alone = reason == OWN_STEP and is_of_one(layout, clause, side) and not (side.reported and hangs_on(layout.tokens, clause))
        unsaid = reason == LEFT_OUT and (several or (form.lemma != "ol" and not hangs_on(layout.tokens, clause)))
        own = alone or (not form.passive and (reason == OWN_FUTURE or unsaid))
        return Verdict("intention" if own else "expectation", "tr/positions:-abilir", 0.5, clause.head, clause.head + 1, own, "possibility")
    if form.negative and unable(token.low, form):
        if form.lemma in TELLING and form.lemma != "et":
            return None  # "bunu söyleyemeyeceğini"
        given = "opposition" if denies(layout, known, clause, form, reason) else "expectation"
        if side.reported:
            given = outright(layout.tokens, clause, given)
        return Verdict(given, "tr/positions:-amayacak", 0.5, clause.head, clause.head + 1, False, DENIED_ABILITY)
    own = force == "intention" and not (reason == BY_OTHERS and form.lemma == "ol")
    return Verdict(force, f"tr/positions:-acak {force}", sure, clause.head, clause.head + 1, own, reason)


def outright(tokens: list[Token], clause: Clause, given: str) -> str:
    """What cannot be unless something is so is foreseen; what can by no means be is refused, and what those cannot who speak."""
    if on_condition(tokens, clause):
        return "expectation"
    own = tokens[clause.head].form.possessive == "3pl" and left_out(tokens, clause)
    return "opposition" if own or by_no_means(tokens, clause) else given


def is_of_one(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is it the own side alone that may, not "iki ülke", nor one set off before another subject?"""
    subject = subject_of(layout, clause, side)
    return subject is None or (len(subject.entities) == 1 and layout.tokens[subject.last].low not in SET_OFF)


def denies(layout: Layout, known: Stances, clause: Clause, form: Form, reason: str) -> bool:
    """Does "-amayacak" refuse: the own side's deed, what a thing is said to be ("… çözüm olamayacağını"), or one told in words that judge?"""
    if form.lemma == "sür" or (form.lemma == "et" and lasts(layout.tokens, clause.head)):
        return True  # "bu durumun devam edemeyeceğini"
    named = form.lemma == "ol" and layout.tokens[clause.head - 1].form.lemma not in SUCCEEDING
    if (form.person or form.possessive).startswith("1") or form.passive or reason in (OWN_STEP, LEFT_OUT) or named:
        return True
    return any(token.form.lemma in known.charged for token in layout.tokens[clause.first : clause.head])


def asks_for(tokens: list[Token], clause: Clause) -> bool:
    """Does a question word stand in the clause ("ne zaman ayrılacak"), none that concedes ("ne olursa olsun")?"""
    linked = tokens[clause.head].form.lemma == "ol"  # "ne kadar haksız olduğunu" exclaims
    asked = [at for at in range(clause.first, clause.head) if is_question(tokens, at) and not (linked and tokens[at + 1].low == "kadar")]
    if asked and tokens[clause.head].form.lemma not in SEEING and tells_what(tokens, asked[-1], clause.head):
        return False
    return any(not any("cond" in (t.form.tense, t.form.copula) for t in tokens[at + 1 : at + 4]) for at in asked)


def tells_what(tokens: list[Token], at: int, head: int) -> bool:
    """Does the question word at `at` ask inside what the verb tells ("ne yapacağımızı | açıklayacağız")?"""
    return any(t.form.suffix in PARTICIPLES and t.form.possessive and t.form.case in ("acc", "dat") for t in tokens[at + 1 : head])


def is_asked_itself(tokens: list[Token], clause: Clause) -> bool:
    """Does a reported clause itself ask ("nasıl hareket edeceğini", "olup olmadığını"), and not a verb inside it ("nasıl değiştiğini göreceğini")?"""
    before, form = tokens[clause.head - 1].form, tokens[clause.head].form
    if form.negative and before.verb_form == "converb" and before.lemma == form.lemma:
        return True
    inner = next((at for at in range(clause.head - 1, clause.first - 1, -1) if tokens[at].form.verb_form), clause.first - 1)
    asked = [t for t in tokens[inner + 1 : clause.head] if is_question(tokens, t.index) and not t.capital]
    return any(tokens[t.index - 1].low != "bir" for t in asked)  # "bir kaç cephede"


def is_question(tokens: list[Token], at: int) -> bool:
    """Is it a question word, and not "ne … ne de"?"""
    if tokens[at].low != "ne":
        return tokens[at].low in QUESTIONS
    return tokens[at + 1].low not in ("de", "da") and not any(t.low == "ne" for t in tokens[max(at - 12, 0) : at] + tokens[at + 1 : at + 12])


def is_steady(tokens: list[Token], clause: Clause, reported: bool) -> bool:
    """Is it the own side's effort that will go on ("çalışmalarımız sürecek", "desteğin süreceğini")?"""
    for at in range(max(clause.first, clause.head - 6), clause.head):
        form = tokens[at].form
        if form.possessive == "1pl" and form.case == "nom" and (form.lemma in EFFORTS or not comes_about(tokens[clause.head].form)):
            return True
        told = form.case == "gen" if reported else form.case == "nom" and not form.possessive and tokens[at + 1].low != "için"
        anothers = at > clause.first and tokens[at - 1].form.case == "gen" and tokens[at - 1].capital
        if told and form.lemma in EFFORTS and lasts(tokens, clause.head) and not anothers:
            return True
    return False


def comes_about(form: Form) -> bool:
    """Is it a change that comes by itself ("çocuklarımız | gelişecek", "ihracatımız artacak"), which one foresees?"""
    return not form.voice and form.lemma not in BEGUN and (form.lemma in stances().befalling or form.lemma in BECOMING)


def is_own_course(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is it the own side's course that will not change ("Kenya'nın temel politikası | değişmeyecek")?"""
    tokens = layout.tokens
    if tokens[clause.head].form.lemma != "değiş" or not tokens[clause.head].form.negative:
        return False
    owners = (m for m in side.mentions.within(clause.first, clause.head) if m.actor and m.case == "gen")
    return any(side.is_own(m) for m in owners) and any(t.form.lemma in COURSES and t.form.possessive for t in tokens[clause.first : clause.head])


def lasts(tokens: list[Token], head: int) -> bool:
    """Does the verb at `head` tell that something goes on ("sürecek", "devam edecek", not "yardım edecek")?"""
    lemma = tokens[head].form.lemma
    return lemma in LASTING and (lemma != "et" or tokens[head - 1].low == "devam")


def foreseen(layout: Layout, known: Stances, clause: Clause, form: Form, side: Side) -> tuple[str, float, str]:
    person = form.person or form.possessive
    subject = subject_of(layout, clause, side) if not person.startswith("1") else None
    counted = form.lemma == "aş" and any(t.form.pos == "NUM" for t in layout.tokens[clause.first : clause.head])
    if person.startswith("1") and (counted or form.lemma in ATTAINED):
        return "expectation", 0.6, FORECAST
    if person.startswith("1") or clause.person:
        return "intention", 0.8, OWN_FUTURE
    if form.lemma == "ol" and form.negative and not side.reported and lacks(layout.tokens[clause.head - 1].form):
        return "expectation", 0.6, FORECAST
    if side.reported and (undergoes(layout.tokens, clause, form) or succeeds(layout.tokens, clause, form)):
        return "expectation", 0.6, "what befalls"
    own = (subject is not None and side.is_own(subject)) or is_own_subject(layout.tokens, clause, side)
    own = own or (not side.reported and form.person == "3sg" and not form.passive and is_told_before(layout, clause, side))
    if own or is_steady(layout.tokens, clause, side.reported) or is_own_course(layout, clause, side):
        return "intention", 0.7, OWN_STEP
    if form.lemma == "ol" and not form.negative and not side.reported and layout.tokens[clause.head - 1].form.lemma in known.planned:
        return "intention", 0.55, BY_OTHERS  # "tatbikatlar olacak"
    if side.reported and is_unsaid(layout.tokens, clause, form):
        if befalls(layout.tokens, known, clause, form) or foresees(layout, known, side) or ruins(layout.tokens, clause, form):
            return "expectation", 0.6, "what befalls"
        return "intention", 0.7, LEFT_OUT
    if form.passive and not form.negative and not side.reported and follows_from(layout, clause) and not by_own_side(layout.tokens, clause):
        return "expectation", 0.55, FORECAST  # "istekleri olmasa bu sorun çözülecek"
    if form.passive and (foresees(layout, known, side) or (not side.reported and form.lemma in known.outcomes)):
        return "expectation", 0.6, FORECAST  # "bu sorun çözülecek"
    if form.passive and not (form.lemma in MIDDLE and acts_itself(layout, clause, side)):
        sure = side.reported or form.negative or speaks_as_body(side) or by_own_side(layout.tokens, clause)
        official = any(actor_state(actor) is not None for actor in side.actors)
        return "intention", 0.5 if sure or official else 0.45, BY_OTHERS
    if subject is not None and subject.actor and side.watches:
        return "intention", 0.55, "future step of others, by an observer's report"
    return "expectation", 0.55 if form.lemma == "ol" else 0.65, FORECAST


def is_unsaid(tokens: list[Token], clause: Clause, form: Form) -> bool:
    """Is the subject left out; of those who withdraw, does no genitive stand at all ("Kenya'nın işgal ettiği bölgelerden çekileceğini")?"""
    return left_out(tokens, clause) and (form.lemma not in MIDDLE or subject_place(tokens, clause) < 0)


def succeeds(tokens: list[Token], clause: Clause, form: Form) -> bool:
    """Is it success that is to come ("başarılı | olacağını")?"""
    return form.lemma == "ol" and tokens[clause.head - 1].form.lemma in SUCCEEDING


def is_told_before(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is the own side the subject of the clause before, and nobody of this one ("Kenya … karışmaz | ve her anlaşmayı destekleyecektir")?"""
    tokens = layout.tokens
    if tokens[clause.first - 1].low not in ("ve", ",") or opens_with_subject(tokens, clause):
        return False
    begin = clause.first - 1
    while begin > 0 and begin > clause.first - REACH and tokens[begin - 1].low != "." and tokens[begin - 1].text not in MARKS:
        begin -= 1
    named = next((m for m in side.mentions.within(begin, clause.first) if m.case == "nom" and m.first <= begin + 2), None)
    return named is not None and named.actor and side.is_own(named)


def lacks(thing: Form) -> bool:
    """Is it what the own side will not have ("seçeneğimiz | olmayacak"), no effort nor step of its own?"""
    return thing.possessive == "1pl" and thing.case == "nom" and thing.lemma not in EFFORTS and thing.lemma not in STEPS and thing.lemma != "niyet"


def acts_itself(layout: Layout, clause: Clause, side: Side) -> bool:
    """Is one named or forces that of themselves do what looks like a passive ("İsrail'in | çekileceğini", "ordunun | çekileceğini")?"""
    case = "gen" if side.reported else "nom"
    if any(m.actor and m.case == case for m in side.mentions.within(clause.first, clause.head)):
        return True
    return any(t.form.lemma in FORCES and t.form.case == case for t in layout.tokens[clause.first : clause.head])


def foresees(layout: Layout, known: Stances, side: Side) -> bool:
    """Do only those speak who do not decide what comes: an outlet, an expert, observers?"""
    return bool(side.actors) and all(only_tells(layout, actor) or is_observer(known, actor) for actor in side.actors)


def is_observer(known: Stances, actor: Actor) -> bool:
    """Is it an expert by his office ("stratejist"), or people described so ("gözlemciler")?"""
    if isinstance(actor, Person):
        return actor.office is not None and fold(actor.office.split()[-1]).startswith(known.observers)
    return isinstance(actor, Unnamed) and fold(actor.text.split()[-1]).startswith(known.observers)


def speaks_as_body(side: Side) -> bool:
    """Does a state or a body of one speak, whose plans it tells in the passive ("görevler icra edilecek")?"""
    return bool(side.actors) and all(isinstance(actor, State | Organisation) and actor_state(actor) is not None for actor in side.actors)


def by_own_side(tokens: list[Token], clause: Clause) -> bool:
    """Is it done by the own side ("önlemler ülkemizce alınacak")?"""
    return any(t.form.case == "equ" and t.form.possessive.startswith("1") for t in tokens[clause.first : clause.head])


def is_own_subject(tokens: list[Token], clause: Clause, side: Side) -> bool:
    """Do the words tell that it is the speaker's own side that will ("ülkesinin …", "komşu ülkeyi | kendilerinin destekleyeceğini")?"""
    if is_own_word(tokens[clause.first].form):
        return True
    at = subject_place(tokens, clause) if side.reported else -1
    if at > clause.first and nationality(tokens[at - 1]) in side.own:
        return True  # "Fransız askerlerin"
    if at > clause.first and is_own_word(tokens[at].form) and tokens[at - 1].form.verb_form in ("finite", "converb"):
        return True  # "ilerleme olmazsa | partisinin …"
    if at < 0 or tokens[at].form.lemma not in ("ülke", "kendi") or not is_own_word(tokens[at].form):
        return False  # "Kenya hükümetinin"
    return tokens[at].form.lemma == "ülke" or not any(t.low == "kendi" for t in tokens[clause.first : at])  # "kendi geleceğini kendisinin"


def befalls(tokens: list[Token], known: Stances, clause: Clause, form: Form) -> bool:
    """Is the subject a thing right before the verb ("… kriz yaşanacağını", "savaş çıkacağını"), so that nobody is left out?"""
    thing = tokens[clause.head - 1].form if clause.head > clause.first else None
    any_of = form.lemma == "ol" and any(t.low == "herhangi" for t in tokens[max(clause.head - 3, clause.first) : clause.head])
    if thing is None or (form.lemma not in known.befalling and not any_of) or form.possessive != "3sg" or thing.possessive or "caus" in form.voice:
        return False
    return thing.case == "nom" and (thing.pos == "NOUN" or thing.suffix == "ma")


def ruins(tokens: list[Token], clause: Clause, form: Form) -> bool:
    """Is it told to lead into ruin, which nobody announces of himself ("ülkeyi geriye | götüreceğini", "felakete sürükleyeceğini")?"""
    return form.lemma in LEADING and tokens[clause.head - 1].form.lemma in RUIN and tokens[clause.head - 1].form.case == "dat"


def able(layout: Layout, token: Token, form: Form, clause: Clause, side: Side) -> Verdict | None:
    """ "-amaz" refuses, "-abilir" foresees."""
    unsaid = form.lemma == "söyle" and form.person == "1sg"
    if form.verb_form != "finite" or form.tense != "aor" or form.copula == "past" or form.lemma in KNOWING or unsaid:
        return None  # "tahmin edemezdik", "bilemeyiz", "kötü geçtiğini söyleyemem"
    if not form.negative and (asks_for(layout.tokens, clause) or concedes_it(layout.tokens, clause, token, form)):
        return None
    follows = follows_from(layout, clause) or by_deed(layout.tokens, clause, form)
    if form.negative and unable(token.low, form) and cannot(layout, clause, form, side):
        return None
    if form.negative and (unable(token.low, form) or (token.low == "olmaz" and not follows)):
        return Verdict("opposition", "tr/positions:-amaz", 0.55, clause.head, clause.head + 1, False, DENIED_ABILITY)
    if form.negative and form.person == "3sg" and not follows and token.low.endswith(NOT_DONE):
        return Verdict("opposition", "tr/positions:-ılmaz", 0.5, clause.head, clause.head + 1, False, "not done")
    subject = subject_of(layout, clause, side) if form.negative and form.person == "3sg" and not form.passive else None
    if subject is not None and side.is_own(subject) and not follows:
        return Verdict("intention", "tr/positions:-maz", 0.5, clause.head, clause.head + 1, False, "own will")
    if follows and (form.person.startswith("2") or layout.tokens[clause.head - 2].low == layout.tokens[clause.head - 3].low):
        return None  # "bakarsanız görürsünüz", "olsa olsa bir adım olur"
    if follows and not answers(layout.tokens, clause, form):
        sure = 0.45 if form.person == "1sg" or form.lemma == "de" else 0.55
        return Verdict("expectation", "tr/positions:-sa -ar", sure, clause.head, clause.head + 1, False, "what follows from what")
    if form.person.startswith("1") and form.lemma in ATTAINED:
        return Verdict("expectation", "tr/positions:-arız", 0.5, clause.head, clause.head + 1, True, FORECAST)
    if form.person.startswith("1"):
        sure = 0.5 if form.person == "1pl" and form.lemma not in TELLING and form.lemma not in BEFALLEN else 0.45
        return Verdict("intention", "tr/positions:-arız", sure, clause.head, clause.head + 1, True, "own will")
    if may_be(token, form):
        return Verdict("expectation", "tr/positions:-abilir", 0.5, clause.head, clause.head + 1, False, "possibility")
    return None


def cannot(layout: Layout, clause: Clause, form: Form, side: Side) -> bool:
    """Is it only told what the own side or those spoken to are unable to do ("Kenya barışı zorla dayatamaz", by Kenya; "uyuyamazsınız")?"""
    if form.person.startswith("2"):
        told = layout.tokens[clause.first : clause.head]
        by = any(t.form.verb_form == "converb" and t.form.suffix in BY_WHICH for t in told)  # "baskı yaparak sonuç alamazsınız"
        return not by and not any(t.form.possessive == "1pl" or t.form.lemma in WE for t in told)  # "irademizi kıramazsınız"
    subject = subject_of(layout, clause, side) if form.person == "3sg" else None
    return subject is not None and side.is_own(subject)


def answers(tokens: list[Token], clause: Clause, form: Form) -> bool:
    """Does the own side tell what it will do if others do something ("başkası almazsa biz | alırız"), not what comes upon it?"""
    if form.person != "1pl" or form.negative or form.lemma in ATTAINED or form.lemma in BEFALLEN:
        return False
    conditions = [t.form for t in tokens[clause.first : clause.head] if t.form.verb_form == "finite" and "cond" in (t.form.tense, t.form.copula)]
    named = any(t.low in ("biz", "bizler") for t in tokens[clause.first : clause.head]) or any(f.lemma == "gerek" for f in conditions)
    return named and bool(conditions) and not any(f.person.startswith("1") for f in conditions)


def unworthy(tokens: list[Token], clause: Clause) -> Verdict | None:
    """ "… sürdürülebilir değil", "… kabul edilebilir değildir" refuse."""
    denied = tokens[clause.head].low.startswith("değil") or tokens[clause.head].form.lemma == "ol"
    base = last_word(tokens, clause.first, clause.head) if denied else -1
    if base < 0 or "pass" not in tokens[base].form.voice or not tokens[base].low.endswith(("abilir", "ebilir")):
        return None
    return Verdict("opposition", "tr/positions:-abilir değil", 0.65, base, clause.head + 1, False, DENIED_ABILITY)


def unwilling(tokens: list[Token], clause: Clause) -> Verdict | None:
    """ "Anlaşmayı imzalayacak değiliz." """
    form, base = tokens[clause.head].form, last_word(tokens, clause.first, clause.head)
    if form.lemma != "değil" or not form.person.startswith("1") or base < 0:
        return None
    free = tokens[base].form.lemma == "mecbur" or tokens[base].low == "zorunda"  # "çekilmek zorunda değiliz"
    if not free and not any(f.tense == "fut" or f.suffix == "acak" for f in tokens[base].forms):
        return None
    return Verdict("intention", "tr/positions:-acak değil", 0.6, base, clause.head + 1, True, OWN_FUTURE)


def may_be(token: Token, form: Form) -> bool:
    """ "-abilir", "-mayabilir"."""
    return form.tense == "aor" and form.verb_form == "finite" and is_able(token.low)


def concedes_it(tokens: list[Token], clause: Clause, token: Token, form: Form) -> bool:
    """Is it only conceded before the contrary is said ("… diyebilir | ama …")?"""
    return may_be(token, form) and form.person == "3sg" and clause.last < len(tokens) and tokens[clause.last].low in AGAINST


def by_deed(tokens: list[Token], clause: Clause, form: Form) -> bool:
    """Is it told of a deed what comes of it ("sınırın açılması ticareti hızlandırır")?"""
    if form.negative or form.passive or form.person != "3sg" or tokens[clause.head - 1].form.lemma == "anlam":
        return False
    subject = next((t.form for t in tokens[clause.first : clause.head] if t.form.possessive and t.form.verb_form == "verbal_noun"), None)
    return subject is not None and subject.suffix == "ma" and subject.case == "nom"


def follows_from(layout: Layout, clause: Clause) -> bool:
    """Does a condition stand before ("kaybedersek … kalırız", "bulunmadığı takdirde … gelir")?"""
    told = layout.tokens[clause.first : clause.head]
    return any(t.low in CONDITIONS or (t.form.verb_form == "finite" and "cond" in (t.form.tense, t.form.copula)) for t in told)


def unable(low: str, form: Form) -> bool:
    """Is the negative that of ability ("gel-eme-z", not "etkile-me-z")?"""
    at = low.find("m", max(len(form.lemma) - 1, 1))
    return at > 0 and low[at - 1] in "ae" and (form.voice != "" or low[:at] != form.lemma)


def by_charge(layout: Layout, known: Stances, clause: Clause) -> Verdict | None:
    """Words that judge by themselves; their weights must reach two."""
    weight, best = 0, ("", 0, "")
    where = clause.head
    for at in layout.bearing_among(known.judging, clause.first, clause.last):
        found = known.charged.get(layout.tokens[at].form.lemma)
        if found is not None:
            weight += found[1]
            if found[1] > best[1]:
                best, where = found, at
    if weight < 2:
        return None
    return Verdict(best[0], best[2], min(0.45 + 0.05 * weight, 0.65), where, where + 1, False, "charged words")
