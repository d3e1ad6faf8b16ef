"""Positions: the stances that actors declare, in their own words or by report.

A statement is cut into clauses; the predicate of a clause says its force (by lemma, mood and person), else
words that judge by themselves do. In direct speech each clause stands alone; in reported speech the clauses of
one force are one. The narrator's own report of a stance ("X, Y'yi kınadı") is a position too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, pairwise
from typing import Final

from tutanak.mentions.model import Actor, Mention, Mentions, Proof, Proofs, State, Unnamed, proven
from tutanak.records.about import Scopes, is_back
from tutanak.records.frames import Arguments, Predicate, arguments, match_at, modified, predicates, role
from tutanak.records.model import Position, Statement
from tutanak.records.outlets import only_tells
from tutanak.records.parties import conjuncts_before, nominative, row_before_object
from tutanak.records.position_clauses import PARTICIPLES, STOPS, Clause, Verdict, clauses, goes_on_with_subject
from tutanak.records.position_forces import (
    BY_OTHERS,
    DENIED_ABILITY,
    FORECAST,
    OPENED,
    SURE,
    WILL,
    complement,
    helps_terror,
    is_keeping,
    judge,
    keeps_silent,
    of_whom_told,
    stances,
    verdict,
)  # fmt: skip
from tutanak.records.position_heads import behind_joined, is_of_another_noun
from tutanak.records.position_nouns import asked_in
from tutanak.records.position_reports import by_no_means
from tutanak.records.position_sides import (
    LEFT_OUT,
    Held,
    Side,
    actors_in,
    crowd,
    crowd_behind,
    holder_of,
    is_owner,
    keys,
    opening_subject,
    owned_surely,
    subject_of,
    subject_place,
    words_of,
)
from tutanak.records.possessors import only_tells_whose
from tutanak.records.reporting import reporting
from tutanak.records.sources import source_at
from tutanak.records.unspoken import keeps_name
from tutanak.records.voices import NOBODY, Voice, is_text
from tutanak.spans import Span, stretch
from tutanak.text.layout import Form, Layout, Sentence, Token

CARRIED: Final = "of whom the speech is"
BY_CUE: Final = "reporting verb"
NEAR: Final = 3  # words between what is asked for and the verb that asks ("konusunda")
WEAKLY: Final = "weak reporting verb"
DEED: Final = "reporting verb of another's doing"
OPENS: Final = 3  # words within which a subject stands at the front
RUNS_ON: Final = 3  # sentences for which a text runs on
CONTRARY: Final = frozenset(("aksine", "bilakis", "tersine"))
HOPED: Final = ("aor", "opt")
OPENING: Final = frozenset(("de", "da", "ise", "ayrıca", "ve"))


class Taker:
    """What the positions of one article are taken with."""

    __slots__ = ("found", "known", "layout", "mentions", "said", "scopes", "seen", "starts")

    def __init__(self, layout: Layout, mentions: Mentions, said: list[Statement]) -> None:
        self.layout = layout
        self.said = sorted(said, key=lambda s: s.span.start)
        self.starts = [s.span.start for s in self.said]
        self.mentions = mentions
        self.known = stances()
        self.scopes: Scopes | None = None  # made for the first position
        self.found: list[Position] = []
        self.seen: dict[tuple[Span, str], int] = {}

    def issuers(self, sentence: Sentence, found: Predicate) -> Held:
        """Whose text it is that a passive tells of: the speakers of a statement in the sentence, beside a word for a text or a converb."""
        after = self.layout.tokens[found.last] if found.last < len(self.layout.tokens) else None
        told = found.converb or (found.participle and after is not None and after.form.lemma in reporting().texts)
        if not told:
            return (), ()
        for statement in self.said[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]:
            press = any(only_tells(self.layout, speaker) for speaker in statement.speakers)
            if statement.mode == "indirect" and not press:
                proof = statement.proof.get("speaker")
                return statement.speakers, proof.spans if proof is not None else ()
        return (), ()

    def spoke_before(self, sentence: Sentence) -> Voice:
        """Whose text runs on: the speakers of the last statement that ends before a sentence, or stands in it."""
        at = bisect_left(self.starts, sentence.end) - 1
        if at < 0 or self.said[at].span.end < self.layout.sentences[max(sentence.index - RUNS_ON, 0)].start:
            return NOBODY
        last = self.said[at]
        proof = last.proof.get("speaker")
        if proof is None or any(only_tells(self.layout, speaker) for speaker in last.speakers):
            return NOBODY
        return Voice(last.speakers, proof.spans, "register", 0.6)

    def add(self, span: Span, given: Verdict, holders: tuple[Actor, ...], said: tuple[Span, ...], within: Statement | None) -> None:
        """Write one position down; where a report within a report holds the same clause, it is of who speaks in the inner one."""
        tokens = self.layout.tokens
        (about, spans), why = self.concerned(span, holders, within)
        proof: Proofs = {"force": proven((stretch(tokens[given.first].start, tokens[given.last - 1].end),), "derived", given.rule)}
        if holders:
            proof["holder"] = holder_proof(said, within, given.rule)
        if about:
            proof["about"] = proven(spans, "inferred", why)
        sure = given.sure if holders else given.sure * 0.8
        position = Position(
            rule=given.rule, confidence=round(sure, 2), reasons=(given.reason,), within=within, proof=proof,
            span=span, force=given.force, holders=holders, about=about,
        )  # fmt: skip
        place = self.seen.setdefault((span, given.force), len(self.found))
        self.found[place : place + 1] = [inner_of(position, self.found[place]) if place < len(self.found) else position]

    def concerned(self, span: Span, holders: tuple[Actor, ...], within: Statement | None) -> tuple[Held, str]:
        """Whom the words of a stance name or mean, as those of a statement, the holder's own side left out; and what tells so."""
        told = Statement(rule="", confidence=1, mode="indirect", span=span, speakers=holders, cue=None)
        if within is not None:
            told.mode, told.addressee, told.proof = within.mode, within.addressee, dict(within.proof)
            told.span = within.span if span.holds(within.span) else span
        self.scopes = self.scopes or Scopes(self.layout, self.mentions)
        scope = self.scopes.of(told, None)
        own = Side(self.mentions, holders, reported=True).own | {scope.own}
        names = [h.span for h in holders if isinstance(h, Unnamed)]  # "Kenya halkının …", whose state is no other's
        found = others(scope.actors, scope.spans, own, names)
        if found[0] or within is None or within.mode != "direct":
            return found, scope.why
        return self.carried(span, within, own), CARRIED

    def carried(self, span: Span, within: Statement, own: set[str | None]) -> Held:
        """The one other state of which a clause of direct speech that names nobody tells: all of a short speech does, or it points back."""
        found = others(within.about, within.proof["about"].spans if within.about else (), own, [])
        if len(found[0]) != 1 or not isinstance(found[0][0], State):
            return (), ()
        named = found[1][0]
        alone = not within.span.holds(named) and len(pieces(self.layout, within.span)) == 1
        return found if alone or self.points_back(span, within, named) else ((), ())

    def points_back(self, span: Span, within: Statement, named: Span) -> bool:
        """Does a word of a clause ("bu", "onların") point back to what stands before it, in its sentence or the one before?"""
        first, last = self.layout.token_at(span.start), self.layout.token_at(span.end)
        near = [low for low, _ in pieces(self.layout, within.span) if low <= first][-2:]
        before = bool(near) and near[0] <= self.layout.token_at(named.start) < first
        return before and any(is_back(token) for token in self.layout.tokens[first:last])


def others(actors: Sequence[Actor], spans: Sequence[Span], own: set[str | None], names: list[Span]) -> Held:
    """Those who are not of the own side, and not told by the words for who takes the stance."""
    kept = [not any(key in own for key in keys(a)) and not any(n.holds(s) for n in names) for a, s in zip(actors, spans, strict=True)]
    return tuple(compress(actors, kept)), tuple(compress(spans, kept))


def inner_of(a: Position, b: Position) -> Position:
    """Of two positions in the same words the one that stands in the shorter statement."""
    if a.within is None or b.within is None:
        return b if a.within is None else a
    return a if a.within.span.end - a.within.span.start < b.within.span.end - b.within.span.start else b


def holder_proof(said: tuple[Span, ...], within: Statement | None, rule: str) -> Proof:
    if said:
        return proven(said, "derived", rule)
    speaker = within.proof.get("speaker") if within is not None else None
    return proven(speaker.spans if speaker is not None else (), "inferred", "speaker of the statement")


def words_span(tokens: list[Token], first: int, last: int) -> Span:
    """The characters of tokens [first, last) without the marks around them."""
    while last > first + 1 and tokens[last - 1].low in (".", ",", ";", ":", "!", "?", "..."):
        last -= 1
    return stretch(tokens[first].start, tokens[last - 1].end)


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
    """Each clause of direct speech stands alone, but for verbs of one subject in one tense, which are told in one breath."""
    layout = taker.layout
    side = Side(taker.mentions, statement.speakers, False)
    for first, last in pieces(layout, statement.span):
        cut = clauses(layout, first, last, False)
        weigh_spoken(taker, cut, side)
        for group in in_one_breath(layout.tokens, cut):
            clause = next((c for c in group if c.verdict is not None), group[0])
            given = clause.verdict
            if given is not None:
                holders, said = holder_of(layout, clause, given, side)
                given.sure = owned_surely(layout, clause, given, side, said)
                taker.add(words_span(layout.tokens, group[0].first, group[-1].last), given, holders, said, statement)


def weigh_spoken(taker: Taker, cut: list[Clause], side: Side) -> None:
    """The verdicts on the clauses of a sentence spoken; a hope holds of the clause behind it too."""
    hope: Verdict | None = None
    for clause in cut:
        given = judge(taker.layout, taker.known, clause, side)
        if hope is not None and taker.layout.tokens[clause.head].form.tense in HOPED and (given is None or given.reason != "predicate"):
            given = hope_of(hope)
        hope = given if given is not None and given.reason == OPENED else None
        clause.verdict = given


def in_one_breath(tokens: list[Token], cut: list[Clause]) -> list[list[Clause]]:
    """Neighbouring clauses that one stance holds together ("savaşacağız, boyun eğmeyeceğiz", "… sona ermiştir ve bunu kabul etmiyoruz")."""
    groups: list[list[Clause]] = []
    for clause in cut:
        before = groups[-1][-1] if groups else None
        if before is not None and are_one(tokens, groups[-1], before, clause):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def are_one(tokens: list[Token], group: list[Clause], before: Clause, clause: Clause) -> bool:
    """Does a clause go on with the stance of those before it, or they with what it stands on ("dönem bitti ve biz bunu kabul etmiyoruz")?"""
    given = next((c.verdict for c in group if c.verdict is not None), None)
    if given is None:
        joined = before.last < clause.first and tokens[before.last].low == "ve"
        return joined and clause.verdict is not None and len(group) == 1
    same = clause.verdict is None or clause.verdict.force == given.force
    return same and goes_on_with_subject(tokens, before, clause)


def hope_of(before: Verdict) -> Verdict:
    """The hope of the clause before holds of this one too ("Umarım … başlar, … dökülmez")."""
    return Verdict(before.force, before.rule, before.sure, before.first, before.last, before.own, before.reason)


def take_reported(taker: Taker, statement: Statement) -> None:
    """Reported clauses of one force are one position; where they make up half of the statement, it is the whole."""
    layout = taker.layout
    side = Side(taker.mentions, statement.speakers, True)
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    cued = by_cue(taker, statement)
    cut = clauses(layout, first, last, True)
    for clause in cut:
        clause.verdict = None if cites(layout.tokens, clause) else weigh(layout, clause, cued, judge(layout, taker.known, clause, side))
    inherit(layout, cut)
    groups = grouped(layout, side, cut)
    before: Held = ((), ())
    for group in groups:
        given = group[0].verdict
        if given is not None:
            holders, said = holder_of(layout, group[0], given, side)
            if not said and before[1] and given.own and goes_on_with(layout, group[0]):
                holders, said = before
            before = holders, said
            given.sure = owned_surely(layout, group[0], given, side, said)
            span = reach(layout, statement, group, len(groups) == 1)
            taker.add(with_cue(layout, statement, span, given), given, holders, said, statement)


def cites(tokens: list[Token], clause: Clause) -> bool:
    """Does a clause tell of a quotation that ends before its verb ("…” dedi"), so that the stance is in the quotation?"""
    head = tokens[clause.head]
    return head.form.verb_form == "finite" and head.quote < 0 and any(t.quote >= 0 for t in tokens[max(clause.head - 3, clause.first) : clause.head])


def goes_on_with(layout: Layout, clause: Clause) -> bool:
    """Has a clause no subject of its own, so that it is told of the one before it ("Kenya'nın karşı çıktığını ve … istediğini")?"""
    return layout.tokens[clause.head].form.possessive == "3sg" and subject_place(layout.tokens, clause) < 0


def inherit(layout: Layout, cut: list[Clause]) -> None:
    """What is to come of a subject left out, or is only warned of, is told as the clause before it ("… büyüyeceğini ve … zayıflatacağını")."""
    tokens = layout.tokens
    for before, clause in pairwise(cut):
        given, first = clause.verdict, before.verdict
        if first is None and is_contrary(tokens, before, clause):
            before.verdict = given
        if given is None or first is None:
            continue
        foreseen = first.force == "expectation" and (given.reason == LEFT_OUT or (first.reason == FORECAST and is_by_nobody(tokens, clause, given)))
        if foreseen or is_foretold(layout, clause, given, first) or (given.reason == WEAKLY and first.force == "opposition"):
            clause.verdict = first


def is_foretold(layout: Layout, clause: Clause, given: Verdict, first: Verdict) -> bool:
    """Is what cannot be told of those of whom the clause before foretells ("… oy kaybedeceğini ve barajı | geçemeyeceğini")?"""
    told = first.reason == FORECAST and given.reason == DENIED_ABILITY and given.force == "opposition" and goes_on_with(layout, clause)
    form = layout.tokens[clause.head].form
    return told and form.suffix == "acak" and not form.passive and not by_no_means(layout.tokens, clause)


def is_contrary(tokens: list[Token], before: Clause, clause: Clause) -> bool:
    """Is a blame set against what the clause before denies ("güvenliği sağlamadığını, | aksine istikrarsızlığı artırdığını")?"""
    blames = clause.verdict is not None and clause.verdict.force == "opposition"
    return blames and tokens[clause.first].low in CONTRARY and tokens[before.head].form.negative


def is_by_nobody(tokens: list[Token], clause: Clause, given: Verdict) -> bool:
    """Is it in the passive what is to come, by nobody named ("… ulaşacağını, hizmetlerin | sunulacağını")?"""
    return given.reason == BY_OTHERS and not any(t.low == "tarafından" or t.form.case == "equ" for t in tokens[clause.first : clause.head])


def by_cue(taker: Taker, statement: Statement) -> Verdict | None:
    """The force that the reporting verb itself gives."""
    if statement.cue is None:
        return None
    layout = taker.layout
    first, last = layout.token_at(statement.cue.start), layout.token_at(statement.cue.end)
    for at in range(last - 1, first - 1, -1):
        found = match_at(layout, taker.known.cues, at, first)
        if found is not None:
            if found.frame.wants.get("deed"):
                return Verdict(found.frame.wants["force"], found.frame.rule, SURE, found.first, found.head + 1, False, DEED)
            reason = WEAKLY if found.frame.wants.get("weak") else BY_CUE
            return Verdict(found.frame.wants["force"], found.frame.rule, SURE, found.first, found.head + 1, False, reason)
    return None


def weigh(layout: Layout, clause: Clause, cued: Verdict | None, found: Verdict | None) -> Verdict | None:
    """Where the reporting verb asks, what is asked is a demand; otherwise the clause's own words come first."""
    if cued is None:
        return found
    form = layout.tokens[clause.head].form
    if cued.reason == DEED and form.suffix != "ma":
        return found
    if cued.rule.endswith(":uyar") and form.suffix == "ma" and form.possessive:
        return Verdict("demand", cued.rule, SURE, cued.first, cued.last, False, BY_CUE)  # "engel olmaması yönünde uyardı"
    if cued.reason == WEAKLY and found is not None and found.force == "support":
        return Verdict("opposition", cued.rule, found.sure, cued.first, cued.last, False, WEAKLY)  # a warning praises nothing
    asked = cued.force == "demand" and form.suffix not in PARTICIPLES
    weighty = cued.force in ("opposition", "expectation") and cued.reason != WEAKLY
    return cued if asked or found is None or weighty else found


def grouped(layout: Layout, side: Side, cut: list[Clause]) -> list[list[Clause]]:
    """Neighbouring clauses of one force; those without any stand between groups, and so do those of another subject."""
    groups: list[list[Clause]] = []
    for clause in cut:
        if clause.verdict is None:
            continue
        last = groups[-1][0].verdict if groups else None
        if last is not None and last.force == clause.verdict.force and not is_of_another(layout, side, groups[-1][0], clause):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def is_of_another(layout: Layout, side: Side, first: Clause, clause: Clause) -> bool:
    """Is a stance told of somebody else than the one before it ("Kenya'nın çekilmeyi, | Uganda'nın ise … istediğini")?"""
    if clause.verdict is None or first.verdict is None or not (clause.verdict.own and first.verdict.own):
        return False
    here, before = subject_of(layout, clause, side), subject_of(layout, first, side)
    return here is not None and before is not None and here.actor and before.actor and here.entity is not before.entity


def reach(layout: Layout, statement: Statement, group: list[Clause], alone: bool) -> Span:
    """The words of a group of clauses; of the whole statement where they are half of it and no other force is in it."""
    span = words_span(layout.tokens, group[0].first, group[-1].last)
    return statement.span if alone and 2 * span.length >= statement.span.length else span


def with_cue(layout: Layout, statement: Statement, span: Span, given: Verdict) -> Span:
    """What the reporting verb asks for, with that verb, which carries it ("istifa etmesi | çağrısında bulundu")."""
    cue = statement.cue
    if cue is None or given.reason != BY_CUE or given.force != "demand" or span.end < statement.span.end or cue.start < span.end:
        return span
    near = layout.token_at(cue.start) - layout.token_at(span.end) <= NEAR
    return Span(span.start, layout.tokens[given.last - 1].end) if near else span


# THE NARRATOR


def take_narrated(taker: Taker, sentence: Sentence, taken: list[Span]) -> None:
    """Stances that the narrator reports, outside of all statements."""
    layout = taker.layout
    behind = sentence.first  # the converb of a stance told before, whose words are its own
    for named in predicates(layout, taker.known.told, sentence.first, sentence.last):
        found = kept_up(layout.tokens, named)
        span = found.span(layout)
        before = layout.tokens[found.first - 1].low if found.first else ""
        if any(span.meets(other) for other in taken) or not is_told(layout, found) or before in ("bu", "şu"):
            continue
        given = verdict(layout, found, found.form.negative, found.head)
        if given is None or not reported_stance(found.form, given.force) or not is_verb(layout.tokens[found.head], found):
            continue
        if helps_terror(layout.tokens, found) or is_of_those(found.form) or keeps_name(layout.tokens, found) or keeps_silent(layout.tokens, found):
            continue
        ends = [other.end for other in taken if other.end <= span.start]
        begin = layout.token_at(ends[-1]) if ends else sentence.first
        fresh = begin > sentence.first and layout.tokens[begin - 1].form.verb_form in ("finite", "converb") and begin + 1 < found.first
        report(taker, sentence, found, given, max(begin if fresh else sentence.first, behind if behind < found.first else sentence.first))
        behind = found.last if found.converb else behind


def is_of_those(form: Form) -> bool:
    """Does the participle stand for people without a name, whose stance it is ("planı | destekleyenleri uyardı")?"""
    return form.suffix == "an" and (form.number == "pl" or bool(form.possessive) or form.case not in ("", "nom"))


def take_asked(taker: Taker, sentence: Sentence) -> None:
    """What is asked for by a noun, in a report too."""
    for asked in asked_in(taker.layout, taker.mentions, sentence):
        holder = asked.holder
        taker.add(words_span(taker.layout.tokens, asked.first, asked.last), asked.verdict, actors_in([holder]), (holder.span,), None)


def is_verb(token: Token, found: Predicate) -> bool:
    """Does the word read as a verb, be it after another reading where its phrase tells so ("plana sıcak | bakan", not "bakan")?"""
    return token.form.verb_form != "" or (found.form.suffix == "an" and len(found.frame.words) > 0)


def kept_up(tokens: list[Token], found: Predicate) -> Predicate:
    """The stance with the verb that tells that it goes on ("eleştirmeyi | sürdürdü", "karşı çıkmaya | devam eden"), else as it was found."""
    form = found.form
    if form.suffix != "ma" or form.possessive or found.last + 1 >= len(tokens):
        return found
    at = found.last + 1 if tokens[found.last].low == "devam" else found.last
    verb = tokens[at].form
    lasts = verb.lemma == "et" and form.case == "dat" if at > found.last else is_keeping(verb) and form.case == "acc"
    return Predicate(found.frame, found.first, at, verb) if lasts else found


def is_told(layout: Layout, found: Predicate) -> bool:
    """Of some verbs the narrator reports a stance only where a deed stands before ("… gelmesini bekliyor", "… göndermeye karar verdi")."""
    wanted = found.frame.wants["told"]
    form = found.form
    if "caus" in form.voice:
        return False  # "önerisini kabul ettiremediği"
    if wanted is True or (form.negative and str(wanted).startswith("negative")):
        return True
    past = form.tense == "past" and wanted == "ma"  # "… gelmesini bekledi" may be a wait
    if past or form.suffix not in ("", "an", "ken"):
        return False
    asked = "asked" in found.frame.wants and of_whom_told(layout.tokens, found.first)
    return asked or complement(layout.tokens, found.first) in str(wanted).split()


def reported_stance(form: Form, force: str) -> bool:
    """Does the narrator report it as taken: not one to come (but a demand announced), none hoped for."""
    if form.verb_form == "verbal_noun":
        return form.suffix == "ma" and form.possessive.startswith("3") and form.case in ("nom", "acc", "gen") and force == "opposition"
    if form.tense == "aor" and form.copula == "past":
        return False  # "Y saldırsaydı X kınardı"
    ahead = form.tense == "fut" or form.suffix == "acak"
    return form.tense not in ("nec", "imp", "cond") and (not ahead or force == "demand")


def report(taker: Taker, sentence: Sentence, found: Predicate, given: Verdict, begin: int) -> None:
    """Write down a stance that the narrator reports; its words begin behind token `begin`."""
    layout = taker.layout
    reacting = reacts(found)
    holders, low = who_holds(taker, sentence, found)
    named, said = actors_in(holders), words_of(holders)
    if not holders and not reacting:
        named, said = unnamed_holders(taker, sentence, found, low)
        low = behind_crowd(layout, said, found, max(low, begin)) if named and not by_others(found) else low
    if not named and by_others(found) and not found.frame.wants.get("active"):
        told = whose_text(taker, sentence, found)
        named, said, low = told.actors, told.spans, max(low, told.last)
    if not named and given.force in WILL and found.finite:
        named, said = subject_before(taker, sentence)
    if not named and not aims_at_deed(layout, found, given):
        return
    start = max(low, begin)
    before = [m for m in holders if start <= m.last <= found.first and not by_others(found) and not reacting]
    if before and (before[0].case == "gen" or not object_before(layout.tokens, start, before[0].first)):
        start = max(start, *(m.last for m in before))
    first = own_words(layout.tokens, behind_text(layout.tokens, start, found.first), found.first)
    if found.form.verb_form == "verbal_noun" and first >= found.first:
        return  # "suçlamaları reddederek"
    given.sure = min(given.sure, 0.7)
    taker.add(stretch(layout.tokens[first].start, layout.tokens[found.head].end), given, named, said, None)


def by_others(found: Predicate) -> bool:
    """Is it in the passive, and none that is its subject's own doing ("hazırlanıyor")?"""
    return found.passive and not found.frame.wants.get("self")


def aims_at_deed(layout: Layout, found: Predicate, given: Verdict) -> bool:
    """Is a deed aimed at, by whomever ("seferlerin yolculara hizmet vermesi | hedefleniyor")?"""
    return found.finite and by_others(found) and given.force == "aim" and complement(layout.tokens, behind_too(layout.tokens, found.first), 1) == "ma"


def behind_too(tokens: list[Token], at: int) -> int:
    """Where the words end before token `at`, "de" aside ("hizmet vermesi | de hedefleniyor")."""
    return at - 1 if at and tokens[at - 1].low in ("de", "da") else at


def subject_before(taker: Taker, sentence: Sentence) -> Held:
    """Who is the subject of the sentence before, in one paragraph, where this one names none."""
    before = taker.layout.sentences[sentence.index - 1] if sentence.index > 0 else sentence
    if before is sentence or "\n" in taker.layout.text[before.end : sentence.start]:
        return (), ()
    named = [m for m in taker.mentions.within(before.first, before.last) if m.actor and m.case == "nom" and m.first <= before.first + OPENS]
    if not named or taker.layout.tokens[named[0].first].quote >= 0 or role(taker.layout, taker.mentions, named[0]) != "nom":
        return (), ()
    return actors_in(named[:1]), (named[0].span,)


def behind_crowd(layout: Layout, said: tuple[Span, ...], found: Predicate, low: int) -> int:
    """Behind people without a name who are the subject ("Rus şirketler, | ayrıcalık bekliyor"), unless what the verb governs stands before them."""
    first, last = layout.token_at(said[0].start), layout.token_at(said[0].end)
    governed = any(t.form.case in ("acc", "dat") and not t.form.verb_form for t in layout.tokens[low:first])
    return low if governed or last >= found.first else last


def behind_text(tokens: list[Token], first: int, last: int) -> int:
    """Behind the text that only tells where it was said ("yaptığı açıklamada, | …"), else `first`."""
    for at in range(last - 2, first, -1):
        if tokens[at + 1].low == "," and tokens[at].form.case == "loc" and tokens[at].quote < 0 and (is_text(tokens[at]) or is_session(tokens[at])):
            return at + 2
    return first


def is_session(token: Token) -> bool:
    return token.form.lemma == "toplantı"


def object_before(tokens: list[Token], first: int, last: int) -> bool:
    """Does what the verb governs stand before its subject ("bu bölgeye, Kenya, … sıcak bakmıyor"), so that the words begin with it?"""
    at = last - 2 if tokens[last - 1].low == "," else last - 1
    if at < first + 2 or tokens[at].quote >= 0:
        return False
    form = tokens[at].form
    return form.case in ("acc", "dat") and form.pos == "NOUN" and not form.verb_form and tokens[at - 1].form.verb_form != "verbal_noun"


def who_holds(taker: Taker, sentence: Sentence, found: Predicate) -> tuple[list[Mention], int]:
    """Those named whose stance a narrated predicate tells, and where its clause begins."""
    layout = taker.layout
    low = clause_start(layout, sentence.first, found.first)
    stand = arguments(layout, taker.mentions, found, sentence.first, sentence.last)
    finite = found.finite or goes_on_as_finite(layout.tokens, found)
    if found.form.possessive:
        stand.modified, stand.subject = [], free_genitives(layout, stand.by_case.get("gen", []), found)[-1:] or stand.subject
    elif found.participle and not finite:
        stand.subject = []
        low = behind_comma(layout, low, found.first)
    if found.form.suffix == "an" and not found.passive and not reacts(found):
        stand.modified = told_of(taker, found, sentence.last)
    if stand.modified and not found.passive and only_tells_whose(layout, stand.modified[-1], sentence.last):
        return [], low
    if finite and (row := row_before_object(layout, taker.mentions, found, low)):
        return row, low
    if finite and not by_others(found):
        stand.modified, stand.subject = ([], nominative(layout, taker.mentions, low, found.first) or stand.subject)
    if found.frame.wants.get("of"):
        return who_react(taker, found, low), low
    if found.frame.wants.get("from"):
        return stand.by_case.get("abl", []), low  # "karara, Kenya'dan | tepki geldi"
    return own_agents(layout, stand, found) if by_others(found) else stand.modified or stand.subject, low


def reacts(found: Predicate) -> bool:
    """Does the predicate tell what somebody's reaction is to ("tepki çeken karar")?"""
    return bool(found.frame.wants.get("of") or found.frame.wants.get("from"))


def told_of(taker: Taker, found: Predicate, high: int) -> list[Mention]:
    """Those named as the noun that a participle stands before, by itself or joined to others."""
    tokens = taker.layout.tokens
    at = behind_joined(tokens, found.last, high)
    named = modified(taker.layout, taker.mentions, at, high)
    return [] if named and is_of_another_noun(tokens, at, named[0]) else named


def own_words(tokens: list[Token], first: int, last: int) -> int:
    """Where the words of the stance begin: behind an acronym of who is named, marks and joints."""
    if first + 3 < last and tokens[first].text == "(" and tokens[first + 2].text == ")":
        first += 3
    while first < last and (tokens[first].kind == "punct" or tokens[first].low in OPENING):
        first += 1
    return first


def goes_on_as_finite(tokens: list[Token], found: Predicate) -> bool:
    """ "daveti reddetmiş ve … söylemişti": "-mış" before a joint."""
    form, joint = found.form, tokens[found.last].low if found.last < len(tokens) else ""
    return form.verb_form == "participle" and form.suffix == "mis" and not form.possessive and joint in ("ve", ",")


def free_genitives(layout: Layout, named: list[Mention], found: Predicate) -> list[Mention]:
    """Those in the genitive that own nothing of the clause ("Suriye'nin birliğini | desteklediği")."""
    return [m for m in named if not is_owner(layout.tokens, m, Clause(m.first, found.last, found.head))]


def unnamed_holders(taker: Taker, sentence: Sentence, found: Predicate, low: int) -> Held:
    """People without a name, or of a passive those whose text the sentence reports ("saldırının kınandığı açıklamada, …")."""
    if by_others(found):
        return taker.issuers(sentence, found)
    layout, mentions = taker.layout, taker.mentions
    people = crowd(layout, mentions, low, found.first) if found.finite or found.converb else crowd_behind(layout, mentions, found)
    if people is None and found.finite:
        people = opening_subject(layout, mentions, sentence, low, found.first)
    return ((people,), (people.span,)) if people is not None else ((), ())


def whose_text(taker: Taker, sentence: Sentence, found: Predicate) -> Voice:
    """Whose text it is in which a passive stance stands ("X'ten yapılan açıklamada, | saldırı kınandı"); last: where its words begin."""
    layout = taker.layout
    if not (found.finite or found.converb):
        return NOBODY
    for at in range(found.first - 1, sentence.first - 1, -1):
        token = layout.tokens[at]
        if token.form.case == "loc" and token.quote < 0 and is_text(token):
            source = source_at(layout, taker.mentions, at, sentence.first) or taker.spoke_before(sentence)
            return Voice(source.actors, source.spans, "source", 0.7, at + 1) if source else NOBODY
    return NOBODY


def who_react(taker: Taker, found: Predicate, low: int) -> list[Mention]:
    """Whose the reaction is that a deed draws ("karar, Kenya'nın sert | tepkisine yol açtı"); nobody's in "tepki çeken"."""
    if not taker.layout.tokens[found.first].form.possessive:
        return []
    at = found.first - 1
    while at > max(low, found.first - 3) and taker.layout.tokens[at].form.pos in ("ADJ", "ADV"):
        at -= 1
    mention = taker.mentions.at(at)
    return conjuncts_before(taker.layout, taker.mentions, mention, low) if mention is not None and mention.actor else []


def own_agents(layout: Layout, stand: Arguments, found: Predicate) -> list[Mention]:
    """Who does what the passive tells; not the agent of a participle before it ("X tarafından düzenlenen saldırıların kınandığı")."""
    return [m for m in stand.agents if not any(t.form.verb_form for t in layout.tokens[m.last : found.first])]


def behind_comma(layout: Layout, low: int, high: int) -> int:
    """Where a participle's own words begin: behind the subject of the main clause ("Kaynaklar, | planı reddeden X'in …")."""
    for at in range(low + 1, min(low + 8, high)):
        if layout.tokens[at].text == "," and layout.tokens[at - 1].form.case == "nom":
            return at + 1
    return low


def clause_start(layout: Layout, first: int, head: int) -> int:
    """After the last finite verb or converb that a comma closes before the head."""
    for at in range(head - 1, first, -1):
        before = layout.tokens[at - 1]
        if layout.tokens[at].low in STOPS and before.form.verb_form in ("finite", "converb"):
            return at + 1
        if layout.tokens[at].low == "ve" and before.form.verb_form == "finite" and before.form.tense == "past" and before.quote < 0:
            return at + 1  # "toplantıya katıldı ve | planı reddetti"
    return first


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Position]:
    """The positions of an article, in text order."""
    said = [s for s in statements if not s.heading]
    taker = Taker(layout, mentions, said)
    for statement in said:
        if statement.mode == "direct":
            take_direct(taker, statement)
        else:
            take_reported(taker, statement)
    narrate(taker, said)
    return without_echoes(taker.found)


def without_echoes(found: list[Position]) -> list[Position]:
    """Of what one verb tells twice, by a report and by the report inside it: of one holder the wider words ("X'in endişe duyduğunu aktardı"),
    of two those of who speaks in the inner one ("Bakanlığa göre X, … gerektiğini söyledi")."""
    if len(found) < 2:
        return found
    told: dict[tuple[int, str], Position] = {}
    kept: list[Position] = []
    for position in sorted(found, key=lambda p: (p.span.start, -p.span.end)):
        key = (position.proof["force"].spans[0].end, position.force)
        wider = told.setdefault(key, position)
        if wider is not position and wider.span.holds(position.span):
            if is_same(wider.holder, position.holder):
                continue
            if is_retold(wider, position):
                kept.remove(wider)
                told[key] = position
        kept.append(position)
    return sorted(kept, key=lambda p: p.span)


def is_retold(outer: Position, inner: Position) -> bool:
    """Does one stand in a statement that another speaker retells?"""
    a, b = outer.within, inner.within
    return a is not None and b is not None and a.span.holds(b.span) and a.span != b.span


def is_same(a: Actor | None, b: Actor | None) -> bool:
    """Are they one actor, people without a name by the words for them, or a state and who speaks for it?"""
    if isinstance(a, Unnamed) and isinstance(b, Unnamed):
        return a.text == b.text
    if isinstance(a, State) or isinstance(b, State):
        return a is not None and b is not None and any(key in keys(b) for key in keys(a))
    return a is b


def narrate(taker: Taker, said: list[Statement]) -> None:
    """Walk the sentences beside the statements' spans, both in text order."""
    taken = sorted([s.span for s in said] + [s.cue for s in said if s.cue is not None])
    at = 0
    for sentence in taker.layout.sentences:
        while at < len(taken) and taken[at].end <= sentence.start:
            at += 1
        take_asked(taker, sentence)
        near = at
        while near < len(taken) and taken[near].start < sentence.end:
            near += 1
        take_narrated(taker, sentence, taken[at:near])
