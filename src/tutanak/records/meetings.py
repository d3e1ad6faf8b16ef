"""Meetings: encounters between actors, each once, from verbs ("bir araya geldi") and nouns ("görüşmesinin ardından").

Every place that reports an encounter gives an `Encounter`; those of one encounter (the same parties, kinds and times
that agree) become one record (`merge`).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Any

from tutanak.languages import load
from tutanak.mentions.model import Mention, Mentions, Organisation, Person, Place, Proof, State, Unnamed, When
from tutanak.records.frames import Frame, Frames, Predicate, match_at
from tutanak.records.model import Meeting, Statement
from tutanak.records.parties import (
    CUTS,
    ENDS,
    Party,
    Statements,
    States,
    above,
    around,
    by_agent,
    clause_start,
    clause_subject,
    conjuncts_before,
    everywhere,
    follows,
    genitive,
    grammatical_subject,
    is_nominalised,
    is_object_relative,
    key,
    left_out,
    named_delegates,
    next_verb,
    nominative,
    part,
    parties,
    speaker,
    state_of,
    stem,
    stems,
    verb_words,
)  # fmt: skip
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Sentence, Token

# Participles that only place in time or say that it goes on ("geçen hafta", "süren").
PASSING = frozenset(("geç", "gel", "sür", "et", "ol"))
AWAY = frozenset(("karşı", "göre", "yönelik", "ilişkin", "dair", "rağmen", "doğru"))
HELD, ONGOING, PLANNED, CANCELLED, MENTIONED, UNREAL = "held", "ongoing", "planned", "cancelled", "mentioned", ""


class Rules:
    """The meetings section of the pack, ready to match."""

    def __init__(self, section: dict[str, Any], rule: str) -> None:
        nouns = [{**entry, "noun": True} for entry in section["nouns"]]
        self.frames = Frames(Frame(entry, rule + str(entry["says"])) for entry in [*section["verbs"], *nouns])
        self.does = stems(section["does"])
        self.happens = stems(section["happens"])
        self.planned = stems(section["status"]["planned"])
        self.cancelled = stems(section["status"]["cancelled"])
        self.ongoing = stems(section["status"]["ongoing"])
        self.media: dict[str, str] = section["media"]
        self.begun = stems(section["status"]["begun"])
        self.coming: frozenset[str] = frozenset(section["coming"])
        self.apart: frozenset[str] = frozenset(section["apart"])
        self.not_encounters: frozenset[str] = frozenset(section["not_encounters"])
        self.after: frozenset[str] = frozenset(section["after"])
        self.before: frozenset[str] = frozenset(section["before"])
        self.unreal = stems(section["status"]["unreal"])
        self.attends = stems(section["attends"])
        self.motions: frozenset[str] = frozenset(section["motions"])
        self.outlets: frozenset[str] = frozenset(section["outlets"])
        self.companies: frozenset[str] = frozenset(section["companies"])
        self.purposes: frozenset[str] = frozenset(section["purposes"])
        self.frequencies: frozenset[str] = frozenset(section["frequencies"])
        self.occasions: frozenset[str] = frozenset(section["occasions"])


@cache
def rules() -> Rules:
    pack = load("tr")
    return Rules(pack.section("meetings"), pack.rule("meetings", ""))


class Encounter:
    """An encounter as one place of the article tells it; bare: too few parties are named for a record, but place, date or kind are told."""

    __slots__ = (
        "bare", "confidence", "date", "evidence", "finite", "frequency", "kind", "lodged", "occasion", "parties", "place", "place_span", "reasons",
        "rule", "sentence", "status", "told_by_noun", "vague", "within",
    )  # fmt: skip

    def __init__(self, kind: str, parties: list[Party], status: str, evidence: Span, rule: str, sentence: int) -> None:
        self.kind = kind
        self.parties = parties
        self.status = status
        self.evidence = evidence
        self.rule = rule
        self.sentence = sentence
        self.bare = False
        self.confidence = 0.85
        self.reasons: list[str] = []
        self.date: When | None = None
        self.finite = False
        self.frequency: Span | None = None
        self.lodged = False
        self.occasion: Span | None = None
        self.place: Place | Organisation | Unnamed | None = None
        self.place_span: Span | None = None
        self.told_by_noun = False
        self.vague = False
        self.within: Statement | None = None

    def doubt(self, factor: float, reason: str) -> None:
        self.confidence *= factor
        self.reasons.append(reason)


class Scene:
    """One article while its encounters are looked for."""

    __slots__ = ("layout", "mentions", "rules", "statements", "states", "surnames")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
        self.layout = layout
        self.mentions = mentions
        self.statements = Statements(statements)
        self.states = States(mentions)
        self.surnames = {p.name.split()[-1]: p for p in mentions.people}
        self.rules = rules()


class Setting:
    """A predicate in its sentence [low, high), its own clause from `start`; governor: the verb above a noun, or -1."""

    __slots__ = ("governor", "high", "low", "predicate", "sentence", "start")

    def __init__(self, predicate: Predicate, sentence: Sentence, start: int) -> None:
        self.predicate = predicate
        self.sentence = sentence
        self.low = sentence.first
        self.high = sentence.last
        self.start = start
        self.governor = -1


def take(layout: Layout, mentions: Mentions, statements: list[Statement]) -> list[Meeting]:
    """The meetings of an article, each once, in text order of their first report."""
    scene = Scene(layout, mentions, statements)
    told: list[Encounter] = []
    for predicate in everywhere(layout, scene.rules.frames):
        told.extend(encounters(scene, predicate))
    return [meeting(encounter) for encounter in merge(told)]


def encounters(scene: Scene, predicate: Predicate) -> list[Encounter]:
    """What a predicate reports: none, one encounter, or one for each partner ("ikili görüşmeler", "ayrı ayrı")."""
    sentence = around(scene.layout, scene.layout.tokens[predicate.head])
    noun = bool(predicate.frame.wants.get("noun"))
    setting = Setting(predicate, sentence, clause_start(scene.layout, scene.mentions, predicate, sentence.first, ENDS if noun else CUTS))
    found = by_noun(scene, setting) if noun else by_verb(scene, setting)
    if found is None:
        return []
    finish(scene, setting, found)
    if found.bare and found.place is None and not found.vague:
        return []
    return apart(scene, setting, found) if len(found.parties) > 2 else [found]


# STATUS


def status_of(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """What the verb at token `at` says of the encounter: its time, or UNREAL (denied, wished, conditional)."""
    if (form.negative and form.suffix != "madan") or (form.tense == "aor" and is_possible(scene.layout.tokens[at].low)):
        return UNREAL
    if form.verb_form == "finite":
        return finite_status(form)
    if form.verb_form == "converb":
        return converb_status(scene, setting, at, form)
    if form.verb_form == "verbal_noun":
        return noun_status(scene, setting, at, form)
    return PLANNED if form.suffix == "acak" else HELD


def is_possible(word: str) -> bool:
    """"ziyaret edebilir": what may be has not happened."""
    return "abil" in word or "ebil" in word


def finite_status(form: Form) -> str:
    if form.tense in ("cond", "nec", "imp", "opt"):
        return UNREAL
    if form.tense == "fut":
        return PLANNED
    if form.copula == "past" and form.tense == "evid":
        return MENTIONED
    if form.tense == "prog" and not form.copula:
        return ONGOING
    return PLANNED if form.tense == "aor" and not form.copula else HELD


def converb_status(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """A converb takes its time from the verb above it; "-madan önce" has not happened yet."""
    if form.suffix == "madan":
        return PLANNED if follows(scene.layout, at + 1, scene.rules.before) else UNREAL
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 40)
    if above == at + 1 and scene.layout.tokens[above].form.lemma == form.lemma:
        return UNREAL  # "görüşüp görüşmediği"
    while above >= 0 and scene.layout.tokens[above].form.verb_form in ("converb", "verbal_noun"):
        above = next_verb(scene.layout, scene.mentions, above, setting.high, 40)
    if above < 0:
        return HELD
    over = scene.layout.tokens[above].form
    return PLANNED if over.tense == "fut" or over.suffix == "acak" else HELD


def noun_status(scene: Scene, setting: Setting, at: int, form: Form) -> str:
    """A nominalised encounter: what is said of it ("bekleniyor", "ardından", "üzere", "reddetti") gives its time."""
    rules = scene.rules
    if follows(scene.layout, at + 1, rules.after):
        return HELD
    if (form.suffix == "mak" and form.case != "abl") or follows(scene.layout, at + 1, rules.before):
        return PLANNED
    above = next_verb(scene.layout, scene.mentions, at, setting.high, 6)
    if above < 0:
        return HELD
    return PLANNED if form.case == "abl" and scene.layout.tokens[above].form.suffix == "acak" else governed(scene, setting, above)


def governed(scene: Scene, setting: Setting, above: int) -> str:
    """What the verb above a nominal encounter says of it."""
    rules, words, form = scene.rules, verb_words(scene.layout, above), scene.layout.tokens[above].form
    if words in rules.cancelled:
        return CANCELLED
    if words in rules.unreal or stem(form) in rules.unreal or form.negative:
        return UNREAL
    if words in rules.planned or stem(form) in rules.planned:
        return PLANNED
    if (words in rules.ongoing and form.tense == "prog") or (words in rules.begun and form.tense == "past"):
        return ONGOING
    if words in rules.does or stem(form) in rules.does or words in rules.happens or stem(form) in rules.happens:
        return status_of(scene, setting, above, form) if form.verb_form != "verbal_noun" else PLANNED
    return PLANNED if form.tense == "fut" and form.lemma == "ol" else HELD


# VERBS


def by_verb(scene: Scene, setting: Setting) -> Encounter | None:
    """The encounter that a verb reports: its doer and the other party by the cases that the rule names."""
    p = setting.predicate
    status = status_of(scene, setting, p.head, p.form)
    if status == UNREAL or not needed(scene, setting):
        return None
    wants = p.frame.wants
    others = objects(scene, setting)
    if not others and "ins" not in wants["with"]:
        return None
    doers = [] if wants.get("brings") else doers_of(scene, setting, others)
    if wants.get("to") and (not others or not travels(scene, setting, doers, others)):
        return None
    return encounter(scene, setting, doers, others, status, p.span(scene.layout))


def needed(scene: Scene, setting: Setting) -> bool:
    """Does the word that the rule needs stand right before the verb ("telefonda konuştu")?"""
    needs = setting.predicate.frame.wants.get("needs")
    if not needs:
        return True
    before = scene.layout.tokens[max(setting.low, setting.predicate.first - 8) : setting.predicate.first]
    return any(t.form.lemma in needs or t.low.startswith(tuple(needs)) for t in before)


def objects(scene: Scene, setting: Setting) -> list[Mention]:
    """The other parties: partners before the verb in its own clause (else in the sentence), or objects in the rule's case."""
    p = setting.predicate
    wants = p.frame.wants
    if p.passive and "ins" not in wants["with"]:
        return patients(scene, setting)
    cases: list[str] = ["dat"] if wants.get("to") else list(wants["with"])
    found = in_cases(scene, setting, cases, setting.start)
    if not found and "ins" in cases:
        found = in_cases(scene, setting, cases, setting.low)
    if not found and "ins" in cases:
        found = delegates(scene, setting)
    return [m for m in found if not wants.get("person") or is_actor(m)]


def delegates(scene: Scene, setting: Setting) -> list[Mention]:
    """Partners named by their states alone ("Mısır ve Katar dışişleri bakanlarıyla")."""
    layout, p = scene.layout, setting.predicate
    found = named_delegates(layout, scene.mentions, setting.low, p.first)
    told = [state_mention(scene, code, span) for code, span, stands in found if stands == "partner"]
    return told if len(told) > 1 else company(scene, setting) or told


def company(scene: Scene, setting: Setting) -> list[Mention]:
    """A described group as partner, in its base form ("Türk iş dünyası temsilcileriyle")."""
    layout, p = scene.layout, setting.predicate
    for at in range(p.first - 1, max(setting.start, p.first - 6) - 1, -1):
        form = layout.tokens[at].form
        several = form.lemma in scene.rules.companies and "pl" in (form.number, form.possessive[1:])
        if several and with_whom(layout, at, form) and scene.mentions.at(at) is None:
            first = at
            while first > setting.start and is_attribute(layout.tokens[first - 1]):
                first -= 1
            span = Span(layout.tokens[first].start, layout.tokens[at].end)
            words = " ".join([*(t.text for t in layout.tokens[first:at]), plural(form)])
            return [Mention(span, first, at + 1, (Unnamed(words, span),), "description", "ins")]
    return []


def with_whom(layout: Layout, at: int, form: Form) -> bool:
    return form.case == "ins" or (form.case == "nom" and follows(layout, at + 1, frozenset(("ile",))))


def is_attribute(token: Token) -> bool:
    form = token.form
    return token.kind == "word" and form.pos in ("NOUN", "ADJ", "PROPN") and form.case in ("nom", "") and not form.verb_form


def plural(form: Form) -> str:
    """The plural of a noun without its case: "temsilciler", "temsilcileri"."""
    back = next((c in "aıou" for c in reversed(form.lemma) if c in "aıoueiöü"), False)
    ending = ("lar" if back else "ler") + (("ı" if back else "i") if form.possessive else "")
    return form.lemma + ending


def state_mention(scene: Scene, code: str, span: Span) -> Mention:
    at = scene.layout.token_at(span.start)
    return scene.mentions.at(at) or Mention(span, at, at + 1, (scene.states.of(code),), "state", "nom")


def patients(scene: Scene, setting: Setting) -> list[Mention]:
    """Who is received, in the passive: subject, genitive of a nominalised verb, or head of a participle."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if is_nominalised(p):
        found = genitive(layout, mentions, setting.low, p.first, strict=True)
    else:
        found = grammatical_subject(layout, mentions, p, setting.low, setting.high)
    return [m for m in found if not p.frame.wants.get("person") or is_actor(m)]


def is_actor(mention: Mention) -> bool:
    """Can it be received or called: a person, a body, someone described?"""
    return any(isinstance(e, Person | Organisation | Unnamed) for e in mention.entities)


def in_cases(scene: Scene, setting: Setting, cases: list[str], low: int) -> list[Mention]:
    """Mentions in one of these cases before the predicate, with those that share their ending; partners all, others the nearest."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    quote = layout.tokens[p.head].quote
    reach = setting.governor if 0 <= setting.governor < p.first else p.first
    found: list[Mention] = []
    for mention in reversed(mentions.within(low, p.first)):
        if mention.last > p.first or layout.tokens[mention.first].quote != quote or mention in found:
            continue
        stands = part(layout, mentions, mention)
        if p.frame.wants.get("noun") and not found and taken_away(layout, mention, reach):
            continue
        if stands == "dat" and follows(layout, mention.last, AWAY):
            continue
        if p.frame.wants.get("to") and next_verb(layout, mentions, mention.last - 1, p.last, 40) != p.head:
            continue
        if stands == "partner" and "ins" in cases:
            if not found or mention.last + 1 >= found[0].first:
                found[:0] = [m for m in conjuncts_before(layout, mentions, mention, low) if m not in found]
        elif not found and stands != "ins" and (stands in cases or (stands == "nom" and "acc" in cases and is_vague_object(layout, mention))):
            found.extend(conjuncts_before(layout, mentions, mention, low))
    return found


def is_vague_object(layout: Layout, mention: Mention) -> bool:
    """"Amerikalı diplomatı": its ending is the accusative's as well as the possessive's."""
    return mention.kind == "description" and any(f.case == "acc" or f.possessive == "3sg" for f in layout.tokens[mention.last - 1].forms)


def taken_away(layout: Layout, mention: Mention, at: int) -> bool:
    """Does a noun between belong to another phrase, so that the name is no party to the noun at `at` ("ABD ile savaş, olası müzakereler")?"""
    for token in layout.tokens[mention.last : at]:
        form = token.form
        if form.verb_form == "participle" and not form.passive and form.lemma not in PASSING:
            return True
        if token.low in (",", "ve") or (form.pos == "NOUN" and not form.verb_form and form.case in ("acc", "dat", "gen", "abl")):
            return True
    return False


def doers_of(scene: Scene, setting: Setting, others: list[Mention]) -> list[Party]:
    """Who does it: agent of a passive, subject, the speaker of a first person, or the subject left out."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if p.passive and "ins" not in p.frame.wants["with"]:
        return parties(by_agent(layout, mentions, setting.low, p.first))
    if is_nominalised(p) and not p.form.possessive.startswith("1"):
        return clause_subject(layout, mentions, p, setting.low, scene.statements.at(layout.tokens[p.head].start))
    subject = grammatical_subject(layout, mentions, p, setting.low, setting.high)
    if subject and any(subject[-1].span == o.span for o in others):
        subject = nominative(layout, mentions, setting.low, layout.token_at(min(o.span.start for o in others)))
    sent = named_delegates(layout, mentions, setting.low, p.first) if not others else []
    if len(sent) > 1 and sent[0][2] == "nom" and (not subject or subject[-1].span in [span for _, span, _ in sent]):
        return [Party(scene.states.of(code), span) for code, span, _ in sent]
    if subject:
        return parties(subject)
    return absent(scene, setting, p.form, layout.tokens[p.head])


def absent(scene: Scene, setting: Setting, form: Form, token: Token) -> list[Party]:
    """The doer that no word of the clause names: the speaker ("görüştük"), or the last sentence's subject."""
    statement = scene.statements.at(token.start)
    if token.quote >= 0:
        return speaker(statement) if (form.person or form.possessive).startswith("1") else []
    if statement is not None and statement.mode == "indirect":
        return speaker(statement)
    return parties(left_out(scene.layout, scene.mentions, setting.sentence), "inferred")


def travels(scene: Scene, setting: Setting, doers: list[Party], to: list[Mention]) -> bool:
    """Is it a person of one state who goes to another, with a purpose among states?"""
    there = {state_of(e) for m in to for e in m.entities}
    persons = [p for p in doers if isinstance(p.actor, Person)]
    if not persons or None in there or any(state_of(p.actor) in there for p in persons):
        return False
    sent = all(isinstance(e, State) for m in to for e in m.entities) and any(isinstance(p.actor, Person) and p.actor.office for p in persons)
    return sent or any(t.form.lemma in scene.rules.purposes for t in scene.layout.tokens[setting.low : setting.high])


# NOUNS


def by_noun(scene: Scene, setting: Setting) -> Encounter | None:
    """The encounter that a noun names, with the verb above it ("görüşme yaptı") or beside it ("yaptığı görüşmede")."""
    p = setting.predicate
    if compounded(scene, p) or (p.frame.wants.get("solo") and is_frame_of_other(scene, setting)):
        return None
    head = scene.layout.tokens[p.head]
    setting.governor, left = governor(scene, setting)
    status = noun_tense(scene, setting, left)
    if status == UNREAL:
        return None
    if left:
        setting.start = clause_start(scene.layout, scene.mentions, at_token(p, setting.governor), setting.low, CUTS)
    doers, others = noun_parties(scene, setting, left)
    if p.frame.wants.get("solo") and doers:
        others = [m for m in others if any(isinstance(e, Person) for e in m.entities)]
    last = setting.governor if setting.governor > p.head and status != MENTIONED else p.head
    return encounter(scene, setting, doers, others, status, Span(scene.layout.tokens[p.first].start, max(head.end, scene.layout.tokens[last].end)))


def is_frame_of_other(scene: Scene, setting: Setting) -> bool:
    """Is a summit only the occasion of an encounter that a verb of its own reports ("zirvesi kapsamında bir araya geldi")?"""
    p = setting.predicate
    if not follows(scene.layout, p.last, scene.rules.after):
        return False
    verb = next_verb(scene.layout, scene.mentions, p.head, setting.high, 7)
    found = match_at(scene.layout, scene.rules.frames, verb, p.last) if verb >= 0 else None
    return found is not None and not found.frame.wants.get("noun")


def at_token(predicate: Predicate, at: int) -> Predicate:
    return Predicate(predicate.frame, at, at, predicate.form)


def compounded(scene: Scene, p: Predicate) -> bool:
    """Is the noun one that names no encounter between actors ("basın toplantısı", "kabir ziyareti")?"""
    return p.first > 0 and any(f.lemma in scene.rules.not_encounters for f in scene.layout.tokens[p.first - 1].forms)


def governor(scene: Scene, setting: Setting) -> tuple[int, bool]:
    """The light verb of the noun: a participle to its left ("yaptığı ikili görüşmede"), else the verb it is an argument of; -1 if none."""
    layout, rules = scene.layout, scene.rules
    left = light_participle(scene, setting)
    if left >= 0 and layout.tokens[left].form.suffix == "dik":
        return left, True
    right = next_verb(layout, scene.mentions, setting.predicate.head, setting.high, 7)
    if right >= 0 and not governs(scene, setting, right):
        right = -1
    if left >= 0 and (right < 0 or stem(layout.tokens[right].form) not in rules.does):
        return left, True
    return right, False


def governs(scene: Scene, setting: Setting, at: int) -> bool:
    """Is the noun an argument of the verb: its case fits, and no postposition takes it away ("görüşmelere ilişkin")?"""
    layout, rules, p = scene.layout, scene.rules, setting.predicate
    form, case = layout.tokens[at].form, p.form.case
    after = layout.tokens[p.last]
    if case in ("", "nom", "acc"):
        return True
    if case == "gen":
        return form.passive or bool(form.verb_form != "finite" and stem(form) not in rules.does)
    if case == "dat":
        if verb_words(layout, at) in rules.ongoing:
            return True
        return after.form.pos != "ADP" and (stem(form) not in rules.does or stem(form) in rules.attends)
    return case == "loc" and form.lemma == "bulun"


def light_participle(scene: Scene, setting: Setting) -> int:
    """A light verb's participle at most five words before the noun, or -1."""
    layout, rules, head = scene.layout, scene.rules, setting.predicate.first
    for at in range(head - 1, max(setting.low, head - 6) - 1, -1):
        form = layout.tokens[at].form
        if form.verb_form == "participle":
            return at if stem(form) in rules.does or stem(form) in rules.happens else -1
    return -1


def noun_tense(scene: Scene, setting: Setting, left: bool) -> str:
    """The time of a noun's encounter."""
    layout, at = scene.layout, setting.predicate.head
    if left:
        form = layout.tokens[setting.governor].form
        return PLANNED if form.suffix == "acak" else HELD
    if follows(layout, at + 1, scene.rules.after):
        return HELD
    if follows(layout, at + 1, scene.rules.before):
        return PLANNED
    return governed(scene, setting, setting.governor) if setting.governor >= 0 else HELD


def noun_parties(scene: Scene, setting: Setting, left: bool) -> tuple[list[Party], list[Mention]]:
    """Owners and doers of the encounter, and its other parties."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    others = in_cases(scene, setting, ["ins", *p.frame.wants.get("with", ())], setting.start) or delegates(scene, setting)
    names = compounds(scene, setting)
    if names and (not others or p.frame.wants.get("tour") or len(names) > 1):
        others = names
    if between(layout, others):
        return [], others
    owner = genitive(layout, mentions, setting.low if left else setting.start, setting.governor if left else p.first, strict=True)
    if owner:
        return parties(owner), others
    found = noun_doers(scene, setting, left, others)
    return parties(found or genitive(layout, mentions, setting.start, p.first)), others


def between(layout: Layout, others: list[Mention]) -> bool:
    """"A ile B arasında": all the parties are told."""
    return len(others) > 1 and others[-1].last < len(layout.tokens) and layout.tokens[others[-1].last].low in ("arasında", "arasındaki")


def noun_doers(scene: Scene, setting: Setting, left: bool, others: list[Mention]) -> list[Mention]:
    """Who does it where no genitive owns it: the subject of its light verb, or of the sentence ("görüşmesinin ardından")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    owned = layout.tokens[p.head].form.possessive in ("3sg", "3pl")
    if left and not is_object_relative(at_form(p, layout.tokens[setting.governor], setting.governor)):
        return []
    if left:
        said = scene.statements.at(layout.tokens[p.head].start)
        found = nominative(layout, mentions, setting.low, setting.governor)
        if not found and said is not None and said.mode == "indirect":
            return []
        return found or above(layout, mentions, p.head) or genitive(layout, mentions, setting.low, setting.governor)
    does = setting.governor >= 0 and not left and is_done(scene, layout.tokens[setting.governor].form)
    if not (does or left or owned):
        return []
    if len({key(p.actor) for p in parties(others)}) > 1 and not does:
        return []
    if does:
        verb = at_form(p, layout.tokens[setting.governor], setting.governor)
        verb.first = p.first
        found = grammatical_subject(layout, mentions, verb, setting.low, setting.high)
    else:
        found = nominative(layout, mentions, setting.low, p.first) or above(layout, mentions, p.head)
    return found or (left_out(layout, mentions, setting.sentence) if others or does else [])


def is_done(scene: Scene, form: Form) -> bool:
    """Does somebody do it, or does it happen ("görüşme yaptı", "görüşme yapıldı")?"""
    return stem(form) in scene.rules.does and "pass" not in form.voice


def at_form(predicate: Predicate, token: Token, at: int) -> Predicate:
    return Predicate(predicate.frame, at, at, token.form)


def compounds(scene: Scene, setting: Setting) -> list[Mention]:
    """Names that stand as the first part of the noun's compound ("Türkiye ziyareti", "ABD-İran müzakereleri")."""
    layout, mentions, p = scene.layout, scene.mentions, setting.predicate
    if layout.tokens[p.head].form.possessive not in ("3sg", "3pl"):
        return []
    pair = hyphened(scene, p.first - 1)
    if pair:
        return pair
    named = bool(p.frame.wants.get("named"))
    at, most = p.first - 1, 8 if named else 3
    while at > setting.low and at >= p.first - most and mentions.at(at) is None and inside_name(layout.tokens[at], named):
        at -= 1
    mention = mentions.at(at)
    if mention is None or mention.case != "nom" or mention.first < setting.low:
        return []
    found = conjuncts_before(layout, mentions, mention, setting.low - 1)
    states = len(found) > 1 and all(isinstance(m.entity, State) for m in found)
    return found if states or not named else []


def hyphened(scene: Scene, at: int) -> list[Mention]:
    """Two people in one word ("Davutoğlu-Downer görüşmesi")."""
    token = scene.layout.tokens[at] if at >= 0 else None
    if token is None or not token.capital or "-" not in token.text or scene.mentions.at(at) is not None:
        return []
    found = [scene.surnames.get(word) for word in token.base.split("-")]
    return [Mention(token.span, at, at + 1, (person,), "name", "nom") for person in found if person is not None]


def inside_name(token: Token, named: bool) -> bool:
    """May the word stand between the first part of a compound and its head?"""
    return (token.capital or token.low == "ve") if named else token.form.pos in ("ADJ", "NOUN", "NUM")


# AN ENCOUNTER PUT TOGETHER


def encounter(scene: Scene, setting: Setting, doers: list[Party], others: list[Mention], status: str, evidence: Span) -> Encounter | None:
    """Doers and others as participants; None where too few are known for an encounter."""
    wants = setting.predicate.frame.wants
    told = [p for p in doers if (p.how != "inferred" or isinstance(p.actor, Person | State)) and not is_medium(scene, p)]
    found = Encounter(str(wants["kind"]), told, status, evidence, setting.predicate.frame.rule, setting.sentence.index)
    for mention in others:
        for entity in mention.entities:
            destination(scene, found, wants, mention)
            actor = scene.states.of_place(entity) if isinstance(entity, Place) else entity
            if actor is not None and (not isinstance(entity, Place) or found.kind == "visit"):
                told.append(Party(actor, mention.span))
        if mention.kind == "group":
            found.doubt(0.65, "a group whose members are inferred")
    found.parties = distinct(told)
    found.bare = bool(wants.get("stay")) or (len(found.parties) < 2 and not attended(scene, setting, found))
    return found


def is_medium(scene: Scene, party: Party) -> bool:
    """Is it an outlet that reports ("The Times gazetesi")?"""
    layout = scene.layout
    return isinstance(party.actor, Organisation) and follows(layout, layout.token_at(party.span.end), scene.rules.outlets)


def attended(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """One participant is enough where he attends a summit, or where a body's summit takes place."""
    if not setting.predicate.frame.wants.get("solo") or not found.parties or setting.governor < setting.predicate.head:
        return False
    verb = stem(scene.layout.tokens[setting.governor].form)
    person = isinstance(found.parties[0].actor, Person)
    body = isinstance(found.parties[0].actor, Organisation)
    return verb in scene.rules.attends if person else body and (verb in scene.rules.happens or verb in scene.rules.does)


def destination(scene: Scene, found: Encounter, wants: dict[str, Any], mention: Mention) -> None:
    """Where a visit goes is its place."""
    if (wants.get("tour") or wants.get("to")) and found.place is None and isinstance(mention.entity, Place | State):
        found.place = as_place(scene, mention.entity, mention)
        found.place_span = mention.span


def as_place(scene: Scene, entity: Place | State | Organisation, mention: Mention) -> Place | Organisation | Unnamed:
    """A state, or a capital that was read as its state, is a place all the same ("Pekin'i ziyaret etti"): by its words."""
    if not isinstance(entity, State):
        return entity
    words = mention.span.of(scene.layout.text)
    return next((p for p in scene.mentions.places if p.name == words), None) or Unnamed(words, mention.span, entity.id)


def distinct(told: list[Party]) -> list[Party]:
    """Each party once; a state steps back where its person or body takes part."""
    people = {state_of(p.actor) for p in told if isinstance(p.actor, Person)}
    kept: list[Party] = []
    for party in told:
        if isinstance(party.actor, State) and party.actor.id in people:
            continue
        if all(key(party.actor) != key(k.actor) for k in kept):
            kept.append(party)
    return kept


def finish(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Kind by its medium, place, date, occasion, frequency, the statement it stands in, and what makes it doubtful."""
    p, layout = setting.predicate, scene.layout
    found.told_by_noun = bool(p.frame.wants.get("noun")) and not (setting.governor >= 0 and is_done(scene, layout.tokens[setting.governor].form))
    found.vague = bool(p.frame.wants.get("vague"))
    found.finite = p.finite or (setting.governor >= 0 and layout.tokens[setting.governor].form.verb_form == "finite")
    medium(scene, setting, found)
    if found.place is None and found.kind != "call":
        where(scene, setting, found)
    found.date = date_of(scene, setting)
    if found.status == ONGOING and found.date is not None and found.date.span.of(layout.text).split()[0].lower() in scene.rules.coming:
        found.status = PLANNED
    found.within = scene.statements.at(layout.tokens[p.head].start)
    beside(scene, setting, found)
    recalled(found, p.finite or setting.sentence.index <= 2)
    weigh(scene, setting, found)


def recalled(found: Encounter, reported: bool) -> None:
    """One that a speaker recalls, and of which he does not report as a participant, is mentioned in passing, unless the article itself reports it."""
    said = found.within
    if found.status != HELD or said is None:
        return
    if said.mode == "indirect" and reported:
        return
    taking_part = any(key(p.actor) == key(s) for p in found.parties for s in said.speakers)
    if said.mode == "direct" or not taking_part or found.told_by_noun:
        found.status = MENTIONED


def medium(scene: Scene, setting: Setting, found: Encounter) -> None:
    """"telefonda" makes it a call, "heyetler arası" talks."""
    if found.kind not in ("meeting", "talks"):
        return
    for token in scene.layout.tokens[max(setting.low, setting.predicate.first - 8) : setting.predicate.last]:
        kind = scene.rules.media.get(token.form.lemma)
        if kind:
            found.kind = kind
            return
    if found.vague and found.parties and all(isinstance(p.actor, State) for p in found.parties):
        found.kind = "talks"


def where(scene: Scene, setting: Setting, found: Encounter) -> None:
    """The nearest place that belongs to the encounter's own verb: "Ankara'da", "Ankara'ya gelerek", or the one "burada" recalls."""
    layout, p = scene.layout, setting.predicate
    high = max(p.first, setting.governor)
    for mention in reversed(scene.mentions.within(setting.low, high)):
        if layout.tokens[mention.first].quote == layout.tokens[p.head].quote and own_place(scene, setting, mention):
            settle(scene, found, mention)
            if found.place is not None:
                return
    if any(t.low == "burada" for t in layout.tokens[setting.low : p.first]) and setting.sentence.index > 0:
        before = layout.sentences[layout.tokens[p.head].sentence - 1]
        for mention in reversed(scene.mentions.within(before.first, before.last)):
            if found.place is None and mention.case in ("dat", "loc", "acc"):
                settle(scene, found, mention)


def settle(scene: Scene, found: Encounter, mention: Mention) -> None:
    """The place is what the mention names, if that can be one."""
    for entity in mention.entities:
        if isinstance(entity, Place | State | Organisation):
            found.place = as_place(scene, entity, mention)
            found.place_span = mention.span
            return


def own_place(scene: Scene, setting: Setting, mention: Mention) -> bool:
    """Is the first verb after the place the encounter's own, a light verb, or one of coming and visiting?"""
    p, rules = setting.predicate, scene.rules
    if mention.case not in ("loc", "dat", "acc"):
        return False
    above = next_verb(scene.layout, scene.mentions, mention.last - 1, setting.high, 40)
    verb = stem(scene.layout.tokens[above].form) if above >= 0 else ""
    if mention.case == "dat":
        return above == mention.last and verb in rules.motions
    if mention.case == "acc":
        return above == mention.last + 1 and verb_words(scene.layout, above) == "ziyaret et"
    return above < 0 or above >= p.first or verb in rules.does or verb in rules.happens or verb in rules.motions or is_verbal_noun(scene, above)


def is_verbal_noun(scene: Scene, at: int) -> bool:
    return scene.layout.tokens[at].form.verb_form == "verbal_noun"


def date_of(scene: Scene, setting: Setting) -> When | None:
    """The last date before the predicate, or before the verb above it, in its sentence."""
    whens = scene.mentions.whens
    i = bisect_left(whens, max(setting.predicate.head, setting.governor), key=lambda w: w.first) - 1
    while i >= 0 and whens[i].first >= setting.low:
        if whens[i].kind == "date":
            return whens[i]
        i -= 1
    return None


def beside(scene: Scene, setting: Setting, found: Encounter) -> None:
    """The occasion and how often, from the words of the clause."""
    layout, rules = scene.layout, scene.rules
    for at in range(setting.low, setting.predicate.first):
        token = layout.tokens[at]
        if found.frequency is None and token.low in rules.frequencies:
            last = at + 1 if follows(layout, at + 1, frozenset(("olarak",))) else at
            found.frequency = Span(token.start, layout.tokens[last].end)
        if token.form.lemma in rules.occasions and token.quote == layout.tokens[setting.predicate.head].quote:
            found.occasion = occasion(layout, at, setting.low) or found.occasion


def occasion(layout: Layout, at: int, low: int) -> Span | None:
    """The name of the event that ends at token `at`: its capitalised words and numbers."""
    first = at
    while first > low and named(layout, first - 1):
        first -= 1
    if first == at and not layout.tokens[at].capital:
        return None
    return Span(layout.tokens[first].start, layout.tokens[at].start + len(layout.tokens[at].base))


def named(layout: Layout, at: int) -> bool:
    token = layout.tokens[at]
    if token.kind == "punct":
        return token.low in ("-", "–", "(", ")") or (token.low == "." and layout.tokens[at - 1].kind == "number")
    return token.kind == "number" or (token.capital and token.form.case in ("nom", "")) or token.low == "ve"


def weigh(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Lower the confidence where something is inferred or said in passing."""
    if any(party.how == "inferred" for party in found.parties):
        found.doubt(0.8, "a participant from the sentence before")
    if setting.predicate.frame.wants.get("noun"):
        found.doubt(0.85, "told by a noun")
    if found.kind == "visit" and len({state_of(p.actor) or key(p.actor) for p in found.parties}) < 2:
        found.doubt(0.6, "a visit at home")
    if scene.layout.tokens[setting.predicate.head].quote >= 0:
        found.doubt(0.75, "in a quotation")
    if any(isinstance(party.actor, Unnamed) for party in found.parties):
        found.doubt(0.8, "an unnamed participant")


def apart(scene: Scene, setting: Setting, found: Encounter) -> list[Encounter]:
    """"ikili görüşmeler", "ayrı ayrı": one encounter for each partner."""
    words = scene.layout.tokens[max(setting.low, setting.predicate.first - 3) : setting.predicate.head + 2]
    if not any(t.low in scene.rules.apart for t in words):
        return [found]
    first, *rest = found.parties
    return [one_of(found, [first, other]) for other in rest]


def one_of(found: Encounter, told: list[Party]) -> Encounter:
    single = Encounter(found.kind, told, found.status, found.evidence, found.rule, found.sentence)
    for name in ("confidence", "reasons", "date", "finite", "frequency", "occasion", "place", "place_span", "within"):
        setattr(single, name, getattr(found, name))
    return single


# ONE ENCOUNTER, ONCE


def merge(told: list[Encounter]) -> list[Encounter]:
    """Each encounter once: later reports of the same parties join the first that they can mean; bare ones add to it, or tell where one stays."""
    kept: list[Encounter] = []
    by_party: dict[str, list[Encounter]] = {}
    stay: Encounter | None = None
    for one in told:
        if one.bare:
            stay = recall(kept, one) or stay
            continue
        known = next((k for k in candidates(by_party, one) if same(k, one)), None)
        if known is not None:
            join(known, one)
        else:
            kept.append(one)
            known = one
            lodge(one, stay)
        stay = one if one.place is not None and one.kind in ("visit", "summit") else stay
        enter(by_party, known)
    return kept


def enter(by_party: dict[str, list[Encounter]], known: Encounter) -> None:
    for party in known.parties:
        row = by_party.setdefault(state_of(party.actor) or key(party.actor), [])
        if known not in row[-8:]:
            row.append(known)


def recall(kept: list[Encounter], one: Encounter) -> Encounter | None:
    """A bare noun speaks of the last encounter ("İstanbul'da gerçekleşen görüşmede"); any other tells of a stay, which is returned."""
    last = kept[-1] if kept else None
    if last is None or not one.vague or one.sentence - last.sentence > 3 or not same_time(last, one) or not within(last, one):
        return one if one.place is not None and one.status in (HELD, ONGOING) else None
    if last.place is None and last.kind != "call":
        last.place, last.place_span = one.place, one.place_span
    last.date = last.date or one.date
    if last.kind == "meeting" and last.vague:
        last.kind = one.kind
    return None


def within(known: Encounter, one: Encounter) -> bool:
    return all(any(agree(a, b) for b in known.parties) for a in one.parties)


def lodge(one: Encounter, stay: Encounter | None) -> None:
    """An encounter told without a place happens where its participant stays ("Varşova'da yaptığı temaslar")."""
    if stay is None or one.place is not None or one.kind == "call" or one.status not in (HELD, ONGOING):
        return
    if one.sentence - stay.sentence <= 8 and (not stay.parties or any(agree(a, b) for a in stay.parties for b in one.parties)):
        one.place, one.place_span = stay.place, stay.place_span
        one.lodged = True


def candidates(by_party: dict[str, list[Encounter]], one: Encounter) -> list[Encounter]:
    """Encounters of the first party, or of the second where the first has none: the last eight."""
    for party in one.parties:
        row = by_party.get(state_of(party.actor) or key(party.actor))
        if row:
            return row[-8:]
    return []


def same(known: Encounter, one: Encounter) -> bool:
    """Can both be one encounter: parties that agree, kinds that agree, times that agree?"""
    small, large = sorted((known.parties, one.parties), key=len)
    if not all(any(agree(a, b) for b in large) for a in small):
        return False
    return same_kind(known, one) and same_time(known, one)


def agree(a: Party, b: Party) -> bool:
    """The same actor, or a state and someone of that state."""
    if key(a.actor) == key(b.actor):
        return True
    one, other = state_of(a.actor), state_of(b.actor)
    return one is not None and one == other and (isinstance(a.actor, State) or isinstance(b.actor, State))


def same_kind(known: Encounter, one: Encounter) -> bool:
    if known.kind == one.kind or one.vague or known.vague:
        return True
    return "call" not in (known.kind, one.kind)


def same_time(known: Encounter, one: Encounter) -> bool:
    if known.status == one.status:
        return True
    if CANCELLED in (known.status, one.status):
        return PLANNED in (known.status, one.status)
    if one.vague and not one.finite:
        return True
    past = (HELD, ONGOING, MENTIONED)
    return known.status in past and one.status in past and same_day(known, one)


def same_day(known: Encounter, one: Encounter) -> bool:
    if known.date is None or one.date is None or known.date.edtf is None or one.date.edtf is None:
        return True
    return known.date.edtf == one.date.edtf


def join(known: Encounter, one: Encounter) -> None:
    """Add what a later report knows."""
    framing = known.kind == "visit" and one.kind != "visit"
    if one.sentence == known.sentence and not known.finite and (one.finite or framing):
        known.kind, known.evidence, known.rule, known.status, known.finite = one.kind, one.evidence, one.rule, one.status, one.finite
    elif known.vague and known.kind == "meeting" and one.kind != "meeting":
        known.kind = one.kind
    if one.status == CANCELLED or (known.status == MENTIONED and one.status in (HELD, ONGOING)):
        known.status = one.status
    known.parties = distinct([specific(p, one.parties) for p in known.parties] + (one.parties if one.sentence == known.sentence else []))
    known.confidence = max(known.confidence, one.confidence)
    if one.place is not None and (known.place is None or known.lodged):
        known.place, known.place_span, known.lodged = one.place, one.place_span, False
    known.date = known.date or one.date
    known.occasion = known.occasion or one.occasion
    known.frequency = known.frequency or one.frequency


def specific(party: Party, others: list[Party]) -> Party:
    """The person for whom the state stood."""
    if isinstance(party.actor, State):
        for other in others:
            if not isinstance(other.actor, State) and state_of(other.actor) == party.actor.id:
                return other
    return party


# THE RECORD


def meeting(found: Encounter) -> Meeting:
    """The record, each field with its proof."""
    record = Meeting(
        kind=found.kind, participants=tuple(p.actor for p in found.parties), status=found.status, evidence=found.evidence,
        place=found.place, occasion=found.occasion,
        date=found.date.span if found.date else None, frequency=found.frequency, rule=found.rule, confidence=round(found.confidence, 2),
        reasons=tuple(found.reasons), within=found.within, when=found.date,
    )  # fmt: skip
    prove(record, found)
    return record


def prove(record: Meeting, found: Encounter) -> None:
    rule = found.rule
    record.proof["evidence"] = Proof((found.evidence,), "quoted", rule)
    record.proof["kind"] = record.proof["status"] = Proof((found.evidence,), "derived", rule)
    inferred = any(p.how == "inferred" for p in found.parties)
    record.proof["participants"] = Proof(tuple(p.span for p in found.parties), "inferred" if inferred else "derived", rule)
    if found.place_span is not None:
        record.proof["place"] = Proof((found.place_span,), "inferred" if found.lodged else "derived", rule)
    for name, span in (("occasion", found.occasion), ("date", record.date), ("frequency", found.frequency)):
        if span is not None:
            record.proof[name] = Proof((span,), "quoted", rule)

