"""The ground on which acts are looked for: the rules of the pack, one article, one deed, and who counts as an actor."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load, word_list
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, State, Unnamed
from tutanak.records.act_groups import with_groups
from tutanak.records.act_rows import row_before, row_of
from tutanak.records.frames import Frame, Frames, Predicate
from tutanak.records.model import Meeting, Statement
from tutanak.records.outlets import only_tells
from tutanak.records.parties import DELEGATES, GOVERNMENTS, Party, Statements, States, genitive, key, may_be_object, state_of, stems
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Token

SIDES: Final = tuple(sorted(word_list("actors", "adherents")))
UNITS: Final = word_list("acts", "units")
REBELS: Final = word_list("acts", "rebels")
DONE, PLANNED, DEMANDED, DENIED = "done", "planned", "demanded", "denied"
CHARGED: Final = "a charge by what is said"  # why a deed is less sure
# Deeds that others blame.
PEOPLE: Final = frozenset(("insan", "kadın", "çocuk", "azınlık", "işçi"))  # whose rights are nobody's own
HOSTILE: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN"))
LIKELIHOOD: Final = {DONE: 1.0, PLANNED: 0.5, DEMANDED: 0.4, DENIED: 0.3}


class Rules:
    """The acts section of the pack, ready to match."""

    def __init__(self, section: dict[str, Any], rule: str) -> None:
        acts = {str(entry["says"]) for entry in section["acts"]}
        alone = [{**entry, "alone": True} for entry in section["hostile"] if entry["says"] not in acts]
        self.frames = Frames((Frame(entry, rule + str(entry["says"])) for entry in [*section["acts"], *alone]), ahead=True, parted=True)
        self.signings: frozenset[str] = frozenset()  # rules of meetings by which something is signed: the act is another's
        self.demand = rule + "-malı"
        self.refusal = rule + "-meyeceğiz"
        self.mediation = rule + "arabuluculuk"
        self.charges: dict[str, dict[str, Any]] = {rule + str(entry["says"]): entry for entry in section["hostile"]}
        self.made: frozenset[str] = frozenset(section["made"])
        self.orders: frozenset[str] = frozenset(section["orders"])
        self.ordering: frozenset[str] = frozenset(section["ordering"])
        self.encounters: frozenset[str] = frozenset(section["encounters"])
        self.reasons: frozenset[str] = frozenset(section["reasons"])
        self.claims: frozenset[str] = frozenset(section["claims"])
        self.wished: frozenset[str] = frozenset(section["wished"])
        self.denied: frozenset[str] = frozenset(section["denied"])
        self.states_of: frozenset[str] = frozenset(section["states_of"])
        self.answers: frozenset[str] = frozenset(section["answers"])
        self.feared: frozenset[str] = frozenset(section["feared"])
        self.blamed: frozenset[str] = frozenset(section["blamed"])
        self.hoped: frozenset[str] = frozenset(section["hoped"])
        self.after: frozenset[str] = frozenset(section["after"])
        self.private: tuple[str, ...] = tuple(section["private"])
        self.victims: frozenset[str] = frozenset(section["victims"])
        self.recalls: frozenset[str] = frozenset(section["recalls"])
        self.crowds: frozenset[str] = frozenset(section["crowds"])
        self.homes: dict[str, str] = section["homes"]
        self.if_words: frozenset[str] = frozenset(section["if_words"])
        self.ready: frozenset[str] = frozenset(section["ready"])
        self.all: frozenset[str] = frozenset(section["all"])
        self.refused = stems(section["refused"])
        self.laymen: tuple[str, ...] = tuple(section["laymen"])
        self.broken: frozenset[str] = frozenset(section["broken"])
        self.offers: frozenset[str] = frozenset(section["offers"])
        self.texts: frozenset[str] = frozenset(section["texts"])
        self.unarmed: frozenset[str] = frozenset(section["unarmed"])
        self.firms: frozenset[str] = frozenset(section["firms"])
        self.material: frozenset[str] = frozenset(section["material"])
        self.military: tuple[str, ...] = tuple(section["military"])
        self.troops: frozenset[str] = frozenset(section["troops"])
        self.favours: frozenset[str] = frozenset(section["favours"])
        self.happened: frozenset[str] = frozenset(section["happened"])
        self.public_banks: tuple[str, ...] = tuple(section["public_banks"])
        self.thanks: frozenset[str] = frozenset(section["thanks"])
        self.officers: frozenset[str] = frozenset(section["officers"])
        self.envoys: frozenset[str] = frozenset(section["envoys"])
        self.moves: frozenset[str] = frozenset(section["moves"])
        self.hurting: frozenset[str] = frozenset(section["hurting"])
        self.relief: frozenset[str] = frozenset(section["relief"])
        self.blows: frozenset[str] = frozenset(section["blows"])
        self.arms: frozenset[str] = frozenset(section["arms"])


@cache
def rules() -> Rules:
    pack = load("tr")
    found = Rules(pack.section("acts"), pack.rule("acts", ""))
    found.signings = frozenset(pack.rule("meetings", str(e["says"])) for e in pack.section("meetings")["verbs"] if e.get("signing"))
    return found


class Scene:
    """One article while its acts are looked for."""

    __slots__ = ("_sides", "bodies", "concern", "cues", "deeds", "layout", "meetings", "mentions", "rules", "statements", "states")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement], meetings: list[Meeting]) -> None:
        self.deeds: list[Deed] = []
        self.meetings = meetings
        self.layout = layout
        self.mentions = with_groups(layout, mentions)
        self.statements = Statements(statements)
        self.cues = {s.cue.end: s for s in statements if s.cue is not None and not s.heading}
        self.states = States(mentions)
        self.bodies: dict[str, Actor] = {o.name: o for o in mentions.organisations}
        self.rules = rules()
        self.concern: dict[str, int] = {}
        self._sides: list[Party] | None = None

    def sides(self) -> list[Party]:
        """The states that the article's statements are about, those of most statements first (`concern` counts them)."""
        if self._sides is None:
            self._sides = self._count_sides()
        return list(self._sides)

    def _count_sides(self) -> list[Party]:
        told: dict[str, Party] = {}
        for statement in self.statements.rows:
            for actor in statement.about:
                if isinstance(actor, State):
                    self.concern[actor.id] = self.concern.get(actor.id, 0) + 1
                    told.setdefault(actor.id, Party(actor, statement.span, "inferred"))
        return sorted(told.values(), key=lambda party: -self.concern[key(party.actor)])


@mypyc_attr(acyclic=True)
class Deed:
    """An act as one place of the article tells it; `meeting` and `town` tell it from others between the same."""

    __slots__ = ("confidence", "evidence", "layer", "meeting", "reasons", "rule", "sentence", "source", "target", "town", "type", "within")

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
        self.meeting: Meeting | None = None  # the encounter that it is
        self.town = ""  # the town that a blow struck
        self.sentence = -1  # the first token of the sentence that tells it, where a predicate does

    def doubt(self, factor: float, reason: str) -> None:
        self.confidence *= factor
        self.reasons.append(reason)


def actors(scene: Scene, found: list[Mention]) -> list[Party]:
    """Actors that mentions name; a place stands for its state."""
    told: list[Party] = []
    for mention in found:
        for party in row_of(scene.layout, scene.states, mention, scene.rules.officers):
            told.extend([party] if all(key(p.actor) != key(party.actor) for p in told) else [])
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
    """Officers of a body act for the body, unnamed ones for their state."""
    told: list[Party] = []
    for p in found:
        actor = p.actor
        if isinstance(actor, Person) and actor.state is None and actor.org is not None:
            actor = scene.bodies.get(actor.org, actor)
        if isinstance(actor, Organisation) and actor.state is None and (code := led_by(scene, actor)) is not None:
            actor = scene.states.of(code)
        if isinstance(actor, Unnamed) and (row := officers_told(scene, actor)):
            told.extend(r for r in row if all(key(t.actor) != key(r.actor) for t in told))
            continue
        if isinstance(actor, Unnamed) and actor.state is None:
            actor = seated(scene, government_in(scene.layout, actor.span)) or actor
        if isinstance(actor, Organisation) and actor.state is None:
            at = scene.layout.token_at(actor.mentions[0].start)
            actor = seated(scene, at) or seated(scene, at - 1) or unit_of(scene, at) or actor
        if isinstance(actor, Unnamed) and actor.state is not None and not any(word in fold(actor.text) for word in scene.rules.laymen):
            actor = scene.states.of(actor.state)
        if all(t.actor is not actor for t in told):  # two officers of one body are that body
            told.append(Party(actor, p.span, p.how))
    return told


def officers_told(scene: Scene, crowd: Unnamed) -> list[Party]:
    """The states of a row whose officers speak without names ("İngiltere, Almanya ve İspanya | Başbakanları", "Fransız ve İngiliz | yetkililer")."""
    last = scene.layout.token_at(crowd.span.end) - 1
    form = scene.layout.tokens[last].form
    officers = form.lemma in scene.rules.officers and form.number == "pl"
    if not officers and (crowd.state is not None or any(word in fold(crowd.text) for word in scene.rules.laymen)):
        return []
    return row_before(scene.layout, scene.states, scene.layout.token_at(crowd.span.start), last - 1)


def government_in(layout: Layout, words: Span) -> int:
    """Index of the token that names a government among these words ("Gazze'deki | hükümetin medya ofisi"), or of their first."""
    first = layout.token_at(words.start)
    return next((t.index for t in layout.tokens[first : layout.token_at(words.end)] if t.form.lemma in GOVERNMENTS), first)


def seated(scene: Scene, at: int) -> Actor | None:
    """The state of the place whose government it is ("Gazze'deki | hükümetin medya ofisi")."""
    tokens = scene.layout.tokens
    if at < 1 or tokens[at].form.lemma not in GOVERNMENTS or (at + 1 < len(tokens) and tokens[at + 1].low.startswith(SIDES)):
        return None
    seat = scene.mentions.at(at - 1)
    near = seat is not None and isinstance(seat.entity, Place) and seat.last == at and scene.layout.tokens[at - 1].form.suffix == "ki"
    return home(scene, seat.entity) if seat is not None and near and isinstance(seat.entity, Place) else None


def unit_of(scene: Scene, at: int) -> Actor | None:
    """The state whose unit the body at token `at` is told to be ("X Silahlı Kuvvetleri'nin savaşı yöneten birimi | Y Karargahı")."""
    tokens = scene.layout.tokens
    while at > 0 and tokens[at - 1].capital and scene.mentions.at(at - 1) is None:
        at -= 1  # words of its name that were left out
    if at < 2 or not any(f.lemma in UNITS and f.possessive == "3sg" and f.case == "nom" for f in tokens[at - 1].forms):
        return None
    found = genitive(scene.layout, scene.mentions, scene.layout.sentences[tokens[at - 1].sentence].first, at - 1, strict=True)
    code = state_of(found[-1].entity) if found and not isinstance(found[-1].entity, Unnamed) else None
    return scene.states.of(code) if code is not None else None


def led_by(scene: Scene, body: Organisation) -> str | None:
    """The state of the leader whose government or administration it is ("Trump yönetimi")."""
    *names, last = body.name.split()
    if not names or last not in ("yönetimi", "hükümeti", "kabinesi"):
        return None
    return next((p.state for p in scene.mentions.people if p.state is not None and p.name.split()[-len(names) :] == names), None)


def akin(a: Party, b: Party) -> bool:
    """The same actor, or two of one state: nobody acts on himself. Those who fight their own state are none of its."""
    mine, other = state_of(a.actor), state_of(b.actor)
    return key(a.actor) == key(b.actor) or (mine is not None and mine == other and is_rebel(a.actor) == is_rebel(b.actor))


def is_rebel(actor: Actor) -> bool:
    """Is it a group that fights the state in which it is at home?"""
    return isinstance(actor, Organisation) and actor.name in REBELS


def once(told: list[Party]) -> list[Party]:
    """Each actor once."""
    return [t for i, t in enumerate(told) if all(key(t.actor) != key(u.actor) for u in told[:i])]


def public(scene: Scene, actor: Actor) -> bool:
    """Does the actor act for a state or a public body?"""
    if isinstance(actor, Organisation):
        name = fold(actor.name)
        for bank in scene.rules.public_banks:
            name = name.replace(bank, "")
        return not any(word in name for word in scene.rules.private)
    if isinstance(actor, State):
        return True
    if isinstance(actor, Unnamed) and actor.text.split()[-1].startswith(tuple(scene.rules.crowds)):
        return True
    if isinstance(actor, Person) and actor.office and any(word in fold(actor.office) for word in scene.rules.laymen):
        return False
    return state_of(actor) is not None or (isinstance(actor, Person) and actor.org is not None)


def in_phrase(layout: Layout, p: Predicate, found: list[Mention]) -> list[Mention]:
    """Those found behind a participle, unless another noun ends its phrase before them ("ihlal eden girişimlere | karşı koymak ve X'i")."""
    if not found or not p.participle or p.form.suffix != "an" or found[0].first < p.last:
        return found
    person = isinstance(found[0].entity, Person)
    for token in layout.tokens[p.reach + 1 : found[0].first]:
        form, common = token.form, token.form.pos == "NOUN" and not token.capital
        joined = layout.tokens[token.index + 1].form.pos == "ADJ"  # "genişlemeden sorumlu üye X"
        ended = form.case in ("gen", "acc", "dat", "loc", "abl", "ins") and not joined
        if common and not form.verb_form and (ended or (not person and not form.possessive and token.index == found[0].first - 1)):
            return []
    return found


def is_parties(scene: Scene, party: Party) -> bool:
    """ "taraflar", read as states of the article."""
    return not isinstance(party.actor, Unnamed) and scene.layout.low.startswith("taraf", party.span.start)


def is_outlet(scene: Scene, party: Party) -> bool:
    """Is it a newspaper, an agency, a station: it tells of deeds and does none."""
    return isinstance(party.actor, Organisation) and only_tells(scene.layout, party.actor)


def must_be_passive(token: Token) -> bool:
    """Is it a passive in every reading ("alınması", not "çekilmesi")?"""
    return token.form.passive and all(f.passive for f in token.forms if f.verb_form)


def has_word(layout: Layout, words: frozenset[str] | list[str], first: int, last: int) -> bool:
    """Does one of the lemmas stand among tokens [first, last)?"""
    for at in range(max(first, 0), min(last, len(layout.tokens))):
        for form in layout.tokens[at].forms:
            if form.lemma in words:
                return True
    return False


def hurt(scene: Scene, mention: Mention, breaks: bool = False, by_verb: bool = True) -> bool:
    """Is it a victim: is its sovereignty, land or people spoken of, or (breaks) a decision or agreement of its?"""
    for token in scene.layout.tokens[mention.last : mention.last + 7]:
        if token.form.case == "gen" and token.form.possessive and token.form.lemma in DELEGATES:
            continue  # "X devletinin | egemenliğine"
        if token.index > mention.last and token.form.suffix == "ki" and is_anothers(scene, token.index - 1):
            continue  # "X'in | Y topraklarındaki politikasını": Y's
        other = scene.mentions.at(token.index)
        if other is not None and other.case != "gen" and isinstance(other.entity, State) and token.index > mention.last:
            return False  # "X'in … Y egemenliğini tanıma kararı"
        if token.form.verb_form or token.low in (",", "hakkında", "hakkındaki") or (token.form.case == "gen" and not token.form.possessive):
            return False
        if token.form.possessive in ("3sg", "3pl") and not (by_verb and may_be_object(token)):
            broken = breaks and not is_compounded(scene.layout, mention, token)
            victims = scene.rules.victims if not are_peoples_rights(scene.layout, token) else ()
            return any(f.lemma in victims or (broken and f.lemma in scene.rules.broken) for f in token.forms)
    return False


def are_peoples_rights(layout: Layout, token: Token) -> bool:
    """Are they rights of people as such, which no state has ("X'in | insan haklarını")?"""
    return token.index > 0 and token.form.lemma == "hak" and layout.tokens[token.index - 1].low in PEOPLE


def is_anothers(scene: Scene, at: int) -> bool:
    """Does token `at` name a state in a compound of its own ("Y | topraklarındaki")?"""
    owner = scene.mentions.at(at)
    return owner is not None and owner.case == "nom" and isinstance(owner.entity, State)


def is_compounded(layout: Layout, mention: Mention, token: Token) -> bool:
    """Is its possessive that of a compound ("sınır anlaşmasını"), not the mention's?"""
    before = layout.tokens[token.index - 1]
    return token.index > mention.last and before.form.pos == "NOUN" and before.form.case in ("nom", "") and before.base_end == before.end
