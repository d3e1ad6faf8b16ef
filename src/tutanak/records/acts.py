"""Acts: who did what to whom, on the PLOVER types, each type between the same actors once.

Acts come from predicates of the pack (`by_predicate`), from what a speaker says of another's deeds (`by_charge`), and
from meetings, which are CONSULT.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from tutanak.languages import load
from tutanak.mentions import nationality
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, Proof, State, Unnamed
from tutanak.records.frames import Frame, Frames, Predicate
from tutanak.records.model import Act, Meeting, Statement
from tutanak.records.parties import (
    ENDS,
    Party,
    Statements,
    States,
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
    key,
    left_out,
    next_verb,
    nominative,
    part,
    parties,
    speaker,
    state_of,
    verb_words,
)
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Sentence, Token

DONE, PLANNED, DEMANDED, DENIED = "done", "planned", "demanded", "denied"
# After these the noun belongs to something else.
FAR = frozenset(("için", "üzerine", "rağmen", "dolayı", "nedeniyle", "göre", "kadar", "sonra", "önce", "ve"))
NOT = frozenset(("değil",))
TOGETHER = frozenset(("CONSULT", "AGREE", "COOPERATE"))
LIKELIHOOD = {DONE: 1.0, PLANNED: 0.5, DEMANDED: 0.4, DENIED: 0.3}


class Rules:
    """The acts section of the pack, ready to match."""

    def __init__(self, section: dict[str, Any], rule: str) -> None:
        acts = {str(entry["says"]) for entry in section["acts"]}
        alone = [{**entry, "alone": True} for entry in section["hostile"] if entry["says"] not in acts]
        self.frames = Frames(Frame(entry, rule + str(entry["says"])) for entry in [*section["acts"], *alone])
        self.charges: dict[str, bool] = {rule + str(entry["says"]): bool(entry.get("impossible")) for entry in section["hostile"]}
        self.wished: frozenset[str] = frozenset(section["wished"])
        self.denied: frozenset[str] = frozenset(section["denied"])
        self.states_of: frozenset[str] = frozenset(section["states_of"])
        self.hoped: frozenset[str] = frozenset(section["hoped"])
        self.after: frozenset[str] = frozenset(section["after"])
        self.private: tuple[str, ...] = tuple(section["private"])
        self.victims: frozenset[str] = frozenset(section["victims"])
        self.recalls: frozenset[str] = frozenset(section["recalls"])
        self.crowds: frozenset[str] = frozenset(section["crowds"])
        self.homes: dict[str, str] = section["homes"]
        self.if_words: frozenset[str] = frozenset(section["if_words"])


@cache
def rules() -> Rules:
    pack = load("tr")
    return Rules(pack.section("acts"), pack.rule("acts", ""))


class Scene:
    """One article while its acts are looked for."""

    __slots__ = ("bodies", "cues", "deeds", "layout", "meetings", "mentions", "rules", "statements", "states")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement], meetings: list[Meeting]) -> None:
        self.deeds: list[Deed] = []
        self.meetings = meetings
        self.layout = layout
        self.mentions = mentions
        self.statements = Statements(statements)
        self.cues = {s.cue.end: s for s in statements if s.cue is not None and not s.heading}
        self.states = States(mentions)
        self.bodies: dict[str, Actor] = {o.name: o for o in mentions.organisations}
        self.rules = rules()


class Deed:
    """An act as one place of the article tells it."""

    __slots__ = ("confidence", "evidence", "layer", "reasons", "rule", "source", "target", "type", "within")

    def __init__(self, type: str, source: list[Party], target: list[Party], evidence: Span, layer: str, rule: str) -> None:
        self.type = type
        self.source = source
        self.target = target
        self.evidence = evidence
        self.layer = layer
        self.rule = rule
        self.confidence = 0.8 * LIKELIHOOD[layer]
        self.reasons: list[str] = [] if layer == DONE else [layer]
        self.within: Statement | None = None

    def doubt(self, factor: float, reason: str) -> None:
        self.confidence *= factor
        self.reasons.append(reason)


def take(layout: Layout, mentions: Mentions, statements: list[Statement], meetings: list[Meeting]) -> list[Act]:
    """The main political acts of an article, each once, in text order of their first report."""
    scene = Scene(layout, mentions, statements, meetings)
    deeds = [by_meeting(scene, m) for m in meetings]
    met = {m.evidence.end for m in meetings}
    for predicate in everywhere(layout, scene.rules.frames):
        deed = by_predicate(scene, predicate) if not predicate.frame.wants.get("alone") else None
        if deed is not None and deed.evidence.end not in met:
            deeds.append(deed)
            scene.deeds.append(deed)
        charge = by_charge(scene, predicate) if predicate.frame.rule in scene.rules.charges else None
        if charge is not None:
            deeds.append(charge)
    return [act(deed) for deed in merge(deeds)]


# FROM PREDICATES


def by_predicate(scene: Scene, p: Predicate) -> Deed | None:
    """The act that a predicate reports, if its voice, polarity and parties allow one."""
    wants = p.frame.wants
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    source = doers(scene, p, sentence)
    if wants.get("joint"):
        source, target = sides(scene, p, sentence, source)
        target = target or counterpart(scene, p, source)
    else:
        target = targets(scene, p, sentence, source) or of_clause(scene, p, sentence, source) or meant(scene, p, sentence, source)
    if not source or not target:
        return None
    kind = str(wants.get("negated", wants["type"]) if p.form.negative else wants["type"])
    deed = Deed(kind, source, target, p.span(scene.layout), layer(scene, p, sentence), p.frame.rule)
    weigh(scene, p, deed)
    return deed


def own_wish(layout: Layout, p: Predicate) -> bool:
    """"çalışmak istedi": who wants to do it himself asks nobody."""
    before = layout.tokens[p.first - 1].form if p.first else None
    return p.frame.wants["type"] == "REQUEST" and before is not None and before.suffix == "mak" and before.case == "nom"


def sides(scene: Scene, p: Predicate, sentence: Sentence, doing: list[Party]) -> tuple[list[Party], list[Party]]:
    """Those who do it together: subjects and partners ("A, B ile anlaştı", "A ile B arasında anlaşma sağlandı"); the first faces the rest."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].quote
    told = list(doing)
    low = sentence.first if p.passive else clause_start(layout, mentions, p, sentence.first, ENDS)
    for mention in mentions.within(low, p.first):
        if layout.tokens[mention.first].quote == quote and part(layout, mentions, mention) == "partner":
            told.extend(actors(scene, [mention, *beside(layout, mentions, mention)]))
    return told[:1], once([t for t in told[1:] if not akin(t, told[0])])


def once(told: list[Party]) -> list[Party]:
    """Each actor once."""
    return [t for i, t in enumerate(told) if all(key(t.actor) != key(u.actor) for u in told[:i])]


def counterpart(scene: Scene, p: Predicate, source: list[Party]) -> list[Party]:
    """Whom "we" agreed with: the other side of the meeting that the speaker reports ("mutabık kaldık")."""
    if not source or not (p.form.person or p.form.possessive).endswith("pl"):
        return []
    for meeting in scene.meetings:
        told = [Party(a, meeting.evidence, "inferred") for a in meeting.participants]
        if any(akin(t, source[0]) for t in told):
            return as_actors(scene, [t for t in told if not akin(t, source[0])])
    return []


def meant(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """A target that the clause does not name: who did what "this" recalls, whose deed is asked for, or where the blow falls."""
    kind = p.frame.wants["type"]
    found: list[Party] = []
    if kind in ("ACCUSE", "REJECT"):
        found = recalled(scene, p, sentence)
    elif kind == "REQUEST":
        found = asked(scene, p, sentence) or asked_crowd(scene, p, sentence)
    elif kind == "ASSAULT" and not p.form.verb_form:
        found = struck(scene, p, sentence)
    return [t for t in found if all(not akin(t, s) for s in source)]


def recalled(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The doer of the last deed, where "söz konusu" or "bu" recalls it."""
    before = scene.layout.tokens[max(sentence.first, p.first - 4) : p.first]
    if not scene.deeds or not any(t.low in scene.rules.recalls for t in before):
        return []
    return [Party(t.actor, t.span, "inferred") for t in scene.deeds[-1].source]


def asked(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """Whose deed is asked for: the first genitive of the clauses before ("X'in çekilmesi, Y'nin açılması çağrısı yapıldı")."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].quote
    low = clause_start(layout, mentions, p, sentence.first, ENDS)
    for mention in mentions.within(max(low, crowd(scene, p, ["dat", "abl", "acc"], low)), p.first):
        if layout.tokens[mention.first].quote == quote and mention.actor and part(layout, mentions, mention) == "gen":
            return actors(scene, [mention])
    return []


def asked_crowd(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """A crowd that is asked, in its base form ("uluslararası toplum", "tüm ülkeler")."""
    layout = scene.layout
    low = clause_start(layout, scene.mentions, p, sentence.first, ENDS)
    at = crowd(scene, p, list(p.frame.wants["to"]), low)
    form = layout.tokens[at].form
    if form.lemma not in scene.rules.crowds or at == p.first:
        return []
    first = at - 1 if at > low and layout.tokens[at - 1].form.pos in ("ADJ", "DET") else at
    plural = ("lar" if "lar" in layout.tokens[at].low else "ler") if form.number == "pl" else ""
    words = " ".join([*(t.text for t in layout.tokens[first:at]), form.lemma + plural])
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return [Party(Unnamed(words, span), span)]


def struck(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The state of the place around the word ("İsrail'in saldırısı sonucu Gazze'de yaralanan")."""
    for mention in scene.mentions.within(max(sentence.first, p.first - 12), min(sentence.last, p.last + 5)):
        if mention.case in ("loc", "dat") and isinstance(mention.entity, Place | State):
            return [Party(t.actor, t.span, "inferred") for t in actors(scene, [mention])]
    return []


def beside(layout: Layout, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The name right after "X ile" ("Katar ile Mısır ilişkilerini geliştirdi")."""
    if mention.last + 1 >= len(layout.tokens) or layout.tokens[mention.last].low != "ile":
        return []
    after = mentions.at(mention.last + 1)
    return [after] if after is not None and after.case == "nom" else []


def akin(a: Party, b: Party) -> bool:
    """The same actor, or two of one state: nobody acts on himself."""
    mine, other = state_of(a.actor), state_of(b.actor)
    return key(a.actor) == key(b.actor) or (mine is not None and mine == other)


def doers(scene: Scene, p: Predicate, sentence: Sentence) -> list[Party]:
    """The source: agent of a passive, subject, owner of a noun, speaker of a first person or of the statement it announces, or left out."""
    layout, mentions = scene.layout, scene.mentions
    token = layout.tokens[p.head]
    if p.frame.wants.get("said"):
        return as_actors(scene, speaker(scene.statements.at(token.start)))
    announced = scene.cues.get(token.end)
    if announced is not None and announced.speakers:
        return as_actors(scene, speaker(announced))
    if p.passive:
        return actors(scene, by_agent(layout, mentions, sentence.first, p.first))
    if not p.form.verb_form:
        owner = genitive(layout, mentions, max(sentence.first, p.first - 15), p.first)
        if not owner and p.form.possessive in ("3sg", "3pl"):
            owner = nominative(layout, mentions, sentence.first, p.first)
        return actors(scene, owner)
    if is_nominalised(p):
        said = scene.statements.at(token.start)
        if said is not None and p.form.possessive.startswith("1"):
            return as_actors(scene, speaker(said))
        return as_actors(scene, clause_subject(layout, mentions, p, sentence.first, said))
    found = grammatical_subject(layout, mentions, p, sentence.first, sentence.last)
    if found:
        return actors(scene, found)
    if (p.form.person or p.form.possessive).startswith("1"):
        return as_actors(scene, speaker(scene.statements.at(token.start)))
    if token.quote >= 0 or p.participle:
        return []
    return as_actors(scene, parties(left_out(layout, mentions, sentence), "inferred"))


def actors(scene: Scene, found: list[Mention]) -> list[Party]:
    """Actors that mentions name; a place stands for its state."""
    told: list[Party] = []
    for mention in found:
        for entity in mention.entities:
            actor = home(scene, entity) if isinstance(entity, Place) else entity
            if actor is not None and all(key(p.actor) != key(actor) for p in told):
                told.append(Party(actor, mention.span))
    return as_actors(scene, told)


def home(scene: Scene, place: Place) -> Actor | None:
    """The state that a place stands for as a target."""
    code = place.state or scene.rules.homes.get(place.name)
    return scene.states.of(code) if code is not None else None


def as_actors(scene: Scene, found: list[Party]) -> list[Party]:
    """Officers of a body act for the body."""
    told: list[Party] = []
    for p in found:
        actor = p.actor
        if isinstance(actor, Person) and actor.state is None and actor.org is not None:
            actor = scene.bodies.get(actor.org, actor)
        told.append(Party(actor, p.span, p.how))
    return told


def targets(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """The target: the nearest mention in one of the rule's cases, or the owner of the noun in that case."""
    cases = list(p.frame.wants["to"])
    if p.passive and p.frame.wants.get("thing"):
        return []
    if p.passive:
        patient = grammatical_subject(scene.layout, scene.mentions, p, sentence.first, sentence.last) if "acc" in cases else []
        return actors(scene, patient) or objects(scene, p, [*cases, "nom"], sentence, source)
    return objects(scene, p, cases, sentence, source)


def objects(scene: Scene, p: Predicate, cases: list[str], sentence: Sentence, source: list[Party]) -> list[Party]:
    """The nearest actors before the predicate that fit one of the cases and are not the source; else a people ("Rus diplomatları")."""
    layout, mentions = scene.layout, scene.mentions
    quote = layout.tokens[p.head].quote
    low = clause_start(layout, mentions, p, sentence.first, ENDS)
    if p.frame.wants["type"] == "REQUEST":
        low = max(low, crowd(scene, p, cases, low))
    if not p.form.verb_form and source:
        low = max(low, layout.token_at(source[-1].span.start))
    for mention in reversed(mentions.within(low, p.first)):
        if mention.last > p.first or layout.tokens[mention.first].quote != quote:
            continue
        stands = part(layout, mentions, mention)
        if not fits(layout, mention, stands, cases, p) or (p.frame.wants.get("thing") and stands in cases):
            continue
        found = actors(scene, conjuncts_before(layout, mentions, mention, sentence.first - 1))
        found = [t for t in found if all(not akin(t, s) for s in source)]
        if found:
            return found
    return people(scene, p, low, source)


def crowd(scene: Scene, p: Predicate, cases: list[str], low: int) -> int:
    """Where a request names a crowd as its target ("uluslararası topluma", "tüm ülkelere"): nobody before it is asked."""
    for at in range(p.first - 1, low - 1, -1):
        form = scene.layout.tokens[at].form
        if form.lemma in scene.rules.crowds and form.case in cases:
            return at
    return low


def of_clause(scene: Scene, p: Predicate, sentence: Sentence, source: list[Party]) -> list[Party]:
    """Who is to do it: the subject of the -mA clause that is the object ("İran'ın durdurmasını istedi")."""
    if "clause" not in p.frame.wants["to"]:
        return []
    layout, mentions = scene.layout, scene.mentions
    for at in range(p.first - 1, max(sentence.first, p.first - 6) - 1, -1):
        form = layout.tokens[at].form
        if form.verb_form == "verbal_noun" and form.case in ("acc", "nom") and form.possessive:
            found = actors(scene, genitive(layout, mentions, sentence.first, at))
            return [t for t in found if all(not akin(t, s) for s in source)]
    return []


def people(scene: Scene, p: Predicate, low: int, source: list[Party]) -> list[Party]:
    """The state of a people named right before the predicate."""
    for at in range(p.first - 1, max(low, p.first - 8) - 1, -1):
        token = scene.layout.tokens[at]
        if token.capital and scene.mentions.at(at) is None:
            code = nationality(token)
            if code is not None:
                party = Party(scene.states.of(code), token.span)
                return [] if any(akin(party, s) for s in source) else [party]
    return []


def fits(layout: Layout, mention: Mention, stands: str, cases: list[str], p: Predicate) -> bool:
    """Does the mention, or the noun it belongs to, stand in one of the cases as an object of this predicate?"""
    between = layout.tokens[mention.last : p.first]
    if stands in cases or (stands == "partner" and "ins" in cases):
        if p.frame.wants["type"] == "REJECT" and any(t.form.verb_form == "verbal_noun" and t.form.case in cases for t in between):
            return False
        return not any(t.form.verb_form == "participle" and not t.form.passive for t in between)
    if stands == "nom" and not between and "acc" in cases and mention.kind == "description":
        return True  # "10 Rus diplomatı": its ending is the accusative's as well as the possessive's
    return stands in ("gen", "modifier", "nom", "loc", "abl", "agent") and belongs(between, stands, cases)


def belongs(between: list[Token], stands: str, cases: list[str]) -> bool:
    """Does the mention own or qualify the noun phrase in one of the cases ("Rusya'nın önerisini", "Suriye'deki hedefleri")?"""
    head = next((i for i in range(len(between) - 1, max(-1, len(between) - 5), -1) if is_object(between[i], cases)), -1)
    if head < 0 or any(t.low in (",", ";") or t.low in FAR or t.form.verb_form == "finite" for t in between[: head + 1]):
        return False
    owned = between[head].form.possessive in ("3sg", "3pl")
    if stands == "gen":
        return owned
    return stands == "modifier" or (stands == "nom" and (owned or between[0].form.pos == "ADJ")) or linked(between)


def is_object(token: Token, cases: list[str]) -> bool:
    """A noun in one of the cases, or what somebody does ("yer almasına karşı çıktı")."""
    form = token.form
    if form.verb_form:
        return form.verb_form == "verbal_noun" and form.suffix == "ma" and form.case in cases and not form.passive
    return form.case in cases and form.pos in ("NOUN", "PROPN")


def linked(between: list[Token]) -> bool:
    """Is it tied to the noun by "-deki" or a participle ("X tarafından düzenlenen saldırıyı")?"""
    return any(t.form.suffix == "ki" or t.form.verb_form == "participle" for t in between)


# WHEN AND WHETHER


def layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """done, planned, demanded or denied, by tense, mood, polarity and the verb above."""
    form = p.form
    if (form.negative and not p.frame.wants.get("negated")) or follows(scene.layout, p.last, NOT):
        return DENIED
    if form.verb_form == "finite":
        return finite_layer(form)
    if form.suffix == "acak" or form.suffix == "madan":
        return PLANNED
    if form.verb_form == "converb":
        return converb_layer(scene, p, sentence)
    return above_layer(scene, p, sentence)


def converb_layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """A converb takes its layer from the verb above it."""
    above = next_verb(scene.layout, scene.mentions, p.head, sentence.last, 30)
    if above < 0 or p.form.suffix not in ("ip", "arak"):
        return DONE
    form = scene.layout.tokens[above].form
    if form.verb_form == "finite":
        return finite_layer(form)
    return PLANNED if form.suffix in ("acak", "mak", "ma") else DONE


def finite_layer(form: Form) -> str:
    if form.tense in ("nec", "imp", "opt"):
        return DEMANDED
    return PLANNED if form.tense in ("fut", "cond") or form.copula == "cond" else DONE


def above_layer(scene: Scene, p: Predicate, sentence: Sentence) -> str:
    """What the words after a nominalised act say of it ("saldırması halinde", "saldırmasını istedi", "suçladığını yalanladı")."""
    layout, rules = scene.layout, scene.rules
    verbal = p.form.verb_form == "verbal_noun"
    if verbal and (p.form.suffix == "mak" or follows(layout, p.last, rules.if_words)):
        return PLANNED
    if verbal and p.frame.wants["type"] in scene.rules.hoped and not follows(layout, p.last, scene.rules.after):
        return PLANNED
    for at in range(p.last, min(sentence.last, p.last + 30)):
        words, token = verb_words(layout, at), layout.tokens[at]
        if words in rules.denied or token.form.lemma in rules.denied:
            return DENIED
        if verbal and (words in rules.wished or token.form.lemma in rules.wished):
            return DEMANDED
        if token.form.verb_form == "finite" or (token.form.verb_form and not verbal):
            break
    return DONE


def weigh(scene: Scene, p: Predicate, deed: Deed) -> None:
    """Lower the confidence where something is inferred, told in passing, or no actor among states."""
    token = scene.layout.tokens[p.head]
    deed.within = scene.statements.at(token.start)
    if any(s.how == "inferred" for s in deed.source) and token.end not in scene.cues and deed.within is None:
        deed.doubt(0.6, "the doer is left out")
    if any(t.how == "inferred" for t in deed.target):
        deed.doubt(0.75 if p.form.verb_form else 0.6, "a target from other words")
    if token.quote >= 0:
        deed.doubt(0.75, "said in a quotation")
    if not p.form.verb_form:
        deed.doubt(0.85, "told by a noun")
    if not all(public(scene, s.actor) for s in deed.source) or not all(public(scene, t.actor) for t in deed.target):
        deed.doubt(0.6, "an actor of no known state or body")


def public(scene: Scene, actor: Actor) -> bool:
    """Does the actor act for a state or a public body?"""
    if isinstance(actor, Organisation):
        return not any(word in actor.name.lower() for word in scene.rules.private)
    if isinstance(actor, State):
        return True
    return state_of(actor) is not None or (isinstance(actor, Person) and actor.org is not None)


# FROM STATEMENTS AND MEETINGS


def by_charge(scene: Scene, p: Predicate) -> Deed | None:
    """An ACCUSE of the speaker against the doer of what he calls a wrong."""
    statement = scene.statements.at(scene.layout.tokens[p.head].start)
    if statement is None or not statement.speakers or attributive(scene.layout, p) or scene.rules.charges[p.frame.rule] != impossible(p.form):
        return None
    sentence = around(scene.layout, scene.layout.tokens[p.head])
    low = max(sentence.first, scene.layout.token_at(statement.span.start))
    accused = actors(scene, charged(scene, p, low, sentence))
    source = as_actors(scene, speaker(statement))
    accused = [a for a in accused if all(not akin(a, s) for s in source)]
    if not accused:
        return None
    deed = Deed("ACCUSE", source, accused[:1], p.span(scene.layout), DONE, p.frame.rule)
    deed.within = statement
    deed.doubt(0.75, "a charge by what is said")
    if not all(public(scene, s.actor) for s in source):
        deed.doubt(0.6, "an actor of no known state or body")
    return deed


def attributive(layout: Layout, p: Predicate) -> bool:
    """Does it only qualify a noun ("işgal ettiği topraklar")?"""
    return p.participle and p.last < len(layout.tokens) and layout.tokens[p.last].form.pos in ("NOUN", "ADJ") and p.form.case == "nom"


def impossible(form: Form) -> bool:
    """"kabul edilemez"."""
    return form.negative and form.passive


def charged(scene: Scene, p: Predicate, low: int, sentence: Sentence) -> list[Mention]:
    """Whose deed it is: subject of the verb, owner of the noun, else the first of whom something is said; never whose rights are hurt."""
    layout, mentions = scene.layout, scene.mentions
    if p.form.verb_form and not p.passive and not is_nominalised(p):
        return grammatical_subject(layout, mentions, p, low, sentence.last)
    found = genitive(layout, mentions, low, p.first, strict=True) or by_agent(layout, mentions, low, p.first)
    if found and not hurt(scene, found[0]):
        return found
    for mention in mentions.within(low, p.first):
        told = layout.tokens[mention.first].quote == layout.tokens[p.head].quote and part(layout, mentions, mention) in ("gen", "modifier")
        if told and not hurt(scene, mention):
            return [mention]
    return []


def hurt(scene: Scene, mention: Mention) -> bool:
    """Is it a victim: is its sovereignty, land or people spoken of?"""
    return any(t.form.lemma in scene.rules.victims for t in scene.layout.tokens[mention.last : mention.last + 3])


def by_meeting(scene: Scene, meeting: Meeting) -> Deed:
    """A meeting is a CONSULT between the states of its participants."""
    told = as_actors(scene, [Party(a, meeting.evidence) for a in meeting.participants])
    first = [t for t in told if akin(t, told[0])]
    rest = [t for t in told if not akin(t, told[0])]
    layer = DONE if meeting.status in ("held", "ongoing", "mentioned") else PLANNED
    deed = Deed("CONSULT", first, rest, meeting.evidence, layer, "tr/acts:" + meeting.kind)
    deed.confidence = min(deed.confidence, meeting.confidence) if rest else 0.2
    deed.reasons.extend(meeting.reasons)
    deed.within = meeting.within
    if not all(public(scene, t.actor) for t in told):
        deed.doubt(0.6, "an actor of no known state or body")
    return deed


# EACH ACT ONCE


def merge(deeds: list[Deed]) -> list[Deed]:
    """One act for each type between the same actors, in either direction where both do it together."""
    kept: dict[tuple[str, ...], Deed] = {}
    for deed in deeds:
        known = kept.setdefault(identity(deed), deed)
        if known is not deed and deed.confidence > known.confidence:
            known.confidence, known.reasons, known.layer = deed.confidence, deed.reasons, deed.layer
            known.source, known.target, known.evidence, known.rule, known.within = deed.source, deed.target, deed.evidence, deed.rule, deed.within
    return sorted(kept.values(), key=lambda d: d.evidence)


def identity(deed: Deed) -> tuple[str, ...]:
    source = sorted({state_of(p.actor) or key(p.actor) for p in deed.source})
    target = sorted({state_of(p.actor) or key(p.actor) for p in deed.target})
    if deed.type in TOGETHER:
        return (deed.type, *sorted({*source, *target}))
    return (deed.type, *source, ">", *target)


# THE RECORD


def act(deed: Deed) -> Act:
    """The record, each field with its proof."""
    source, target = tuple(p.actor for p in deed.source), tuple(p.actor for p in deed.target)
    record = Act(
        type=deed.type, source=source, target=target, evidence=deed.evidence, layer=deed.layer,
        rule=deed.rule, confidence=round(deed.confidence, 2), reasons=tuple(deed.reasons), within=deed.within,
    )  # fmt: skip
    record.proof["evidence"] = Proof((deed.evidence,), "quoted", deed.rule)
    record.proof["type"] = record.proof["layer"] = Proof((deed.evidence,), "derived", deed.rule)
    for name, told in (("source", deed.source), ("target", deed.target)):
        if told:
            how = "inferred" if any(p.how == "inferred" for p in told) else "derived"
            record.proof[name] = Proof(tuple(p.span for p in told), how, deed.rule)  # type: ignore[arg-type]
    return record
