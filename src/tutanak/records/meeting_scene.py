"""The ground on which encounters are looked for: the rules of the pack, one article, one predicate, one encounter."""

from __future__ import annotations

from functools import cache
from typing import Any

from tutanak.languages import load
from tutanak.mentions.model import Mentions, Organisation, Person, Place, Unnamed, When
from tutanak.records.frames import Frame, Frames, Predicate
from tutanak.records.model import Statement
from tutanak.records.parties import Party, Statements, States, stems
from tutanak.spans import Span
from tutanak.text.layout import Layout, Sentence, first_from

HELD, ONGOING, PLANNED, CANCELLED, MENTIONED, UNREAL = "held", "ongoing", "planned", "cancelled", "mentioned", ""


class Rules:
    """The meetings section of the pack, ready to match."""

    def __init__(self, section: dict[str, Any], rule: str, press: frozenset[str], bodies: frozenset[str]) -> None:
        self.press, self.bodies = press, bodies
        stays = [{"says": word, "kind": "visit", "stay": True} for word in section["stays"]]
        nouns = [{**entry, "noun": True} for entry in [*section["nouns"], *stays]]
        middle = [Frame({**entry, "says": entry["middle"]}, rule + str(entry["says"]), "pass") for entry in section["verbs"] if "middle" in entry]
        frames = [*middle, *(Frame(entry, rule + str(entry["says"])) for entry in [*section["verbs"], *nouns])]
        self.frames = Frames(frames, ahead=True)
        self.does = stems(section["does"])
        self.happens = stems(section["happens"])
        self.planned, self.cancelled, self.broken, self.ongoing = (stems(section["status"][n]) for n in ("planned", "cancelled", "broken", "ongoing"))
        self.media: dict[str, str] = section["media"]
        self.ended, self.begun = (stems(section["status"][n]) for n in ("ended", "begun"))
        self.coming: frozenset[str] = frozenset(section["coming"])
        self.possible: frozenset[str] = frozenset(section["possible"])
        self.fresh: frozenset[str] = frozenset(section["fresh"])
        self.assemblies: tuple[str, ...] = tuple(section["assemblies"])
        self.cabinets: tuple[tuple[str, ...], ...] = tuple(tuple(name.split()) for name in section["cabinets"])
        self.joint: frozenset[str] = frozenset(section["joint"])
        self.mutual: frozenset[str] = frozenset(section["mutual"])
        self.sojourns: frozenset[str] = frozenset(section["sojourns"])
        self.turns: frozenset[str] = frozenset(section["turns"])
        self.apart: frozenset[str] = frozenset(section["apart"])
        self.peaks: frozenset[str] = frozenset(section["peaks"])
        self.not_encounters: frozenset[str] = frozenset(section["not_encounters"])
        self.after: frozenset[str] = frozenset(section["after"])
        self.buildings: frozenset[str] = frozenset(section["buildings"])
        self.houses: frozenset[str] = frozenset(section["houses"])
        self.posts: frozenset[str] = frozenset(section["posts"])
        self.visits: frozenset[str] = frozenset(entry["says"] for entry in section["nouns"] if entry.get("tour") and not entry.get("stop"))
        self.presence: frozenset[str] = frozenset(section["presence"])
        self.lands: frozenset[str] = frozenset(section["lands"])
        self.regions: frozenset[str] = frozenset(section["regions"])
        self.wilds: frozenset[str] = frozenset(section["wilds"])
        self.spells: frozenset[str] = frozenset(section["spells"])
        self.escorts: frozenset[str] = frozenset(section["escorts"])
        self.company: frozenset[str] = frozenset(section["company"])
        self.departs = stems(section["departs"])
        self.discusses = stems(section["discusses"])
        self.within: frozenset[str] = frozenset(section["within"])
        self.before: frozenset[str] = frozenset(section["before"])
        self.unreal, self.reaches = (stems(section["status"][n]) for n in ("unreal", "reaches"))
        self.attends = stems(section["attends"])
        self.tries: frozenset[str] = frozenset(section["status"]["tries"])
        self.besides = stems(section["besides"])
        self.motions: frozenset[str] = frozenset(section["motions"])
        self.outlets: frozenset[str] = frozenset(section["outlets"])
        self.societies: frozenset[str] = frozenset(section["societies"])
        self.companies: frozenset[str] = frozenset(section["companies"])
        self.purposes: frozenset[str] = frozenset(section["purposes"])
        self.greets = stems(section["greets"])
        self.signs = stems(section["signs"])
        self.solemnities: frozenset[str] = frozenset(section["solemnities"])
        self.tours: frozenset[str] = frozenset(section["tours"])
        self.other_heads: frozenset[str] = frozenset(section["other_heads"])
        self.not_heads: frozenset[str] = frozenset(section["not_heads"])
        self.reminds = stems(section["reminds"])
        self.outcomes = stems(section["outcomes"])
        self.phases = stems(section["phases"])
        self.reports: frozenset[str] = frozenset(section["reports"])
        self.agrees = stems(section["agrees"])
        self.alludes = stems(section["alludes"])
        self.aside: frozenset[str] = frozenset((*section["claims"], *section["aside"]))
        self.delegations: frozenset[str] = frozenset(section["delegations"])
        self.leads: frozenset[str] = frozenset(section["leads"])
        self.summits: frozenset[str] = frozenset(section["summits"])
        self.errands: frozenset[str] = frozenset(section["errands"])
        self.purposive: frozenset[str] = frozenset(section["purposive"])
        self.processes: frozenset[str] = frozenset(section["processes"])
        self.speaks: frozenset[str] = frozenset(section["speaks"])
        self.concerning: frozenset[str] = frozenset(section["concerning"])
        self.claims: frozenset[str] = frozenset(section["claims"])
        self.honours: frozenset[str] = frozenset(section["honours"])
        self.invites: frozenset[str] = frozenset(section["invites"])
        self.attendance: frozenset[str] = frozenset(section["attendance"])
        self.among: frozenset[str] = frozenset(section["among"])
        self.denied = stems(section["status"]["denied"])
        self.stages: frozenset[str] = frozenset(section["stages"])
        self.anniversaries: frozenset[str] = frozenset(section["anniversaries"])
        self.leaders: frozenset[str] = frozenset(section["leaders"])
        self.frequencies: frozenset[str] = frozenset(section["frequencies"])
        self.occasions: frozenset[str] = frozenset(section["occasions"])


@cache
def rules() -> Rules:
    pack = load("tr")
    known = pack.section("bodies")["known"]
    press = names_of([entry for entry in known if entry.get("press")])
    return Rules(pack.section("meetings"), pack.rule("meetings", ""), press, names_of(known) - press)


def names_of(bodies: list[dict[str, Any]]) -> frozenset[str]:
    """All names that bodies go by."""
    return frozenset(name for entry in bodies for name in (entry["name"], entry.get("full", ""), *entry.get("also", ())))


class Encounter:
    """An encounter as one place of the article tells it.

    aimed: it is told only as that for which somebody has come ("X ile görüşmek üzere geldi");
    also: it is told as one more ("Y ile de görüştü");
    earlier: it is said to have been before ("daha önce yaptığı görüşme");
    asked: it is told only by an invitation;
    bare: too few parties are named for a record, but place, date or kind are told; chaired: it tells who presides or speaks in it;
    event: the name of its occasion, in small letters;
    greets: a guest is welcomed or seen off; framing: a journey, within which others meet;
    grouped: its parties are told as a group ("iki lider"); broad: its place is a whole state;
    idle: it tells no more than that somebody is there;
    joins: it tells who else attended the encounter told before;
    single: one alone did it, others are told apart as partners; split: it is one of several told by the same words;
    over: a verb says that it has come to its end;
    press: they speak to the press together, which those do who have met;
    size: of how many it is said to be ("ikili", "üçlü"), 0 where that is not told;
    teamed: several did it together, others are told apart as partners;
    turn: the number of the round of talks that it is, 0 where none is told.
    """

    __slots__ = (
        "aimed", "also", "asked", "attends", "bare", "broad", "chaired", "confidence", "date", "earlier", "event", "evidence", "finite", "framing",
        "frequency", "greets", "grouped", "idle", "joins", "kind", "lodged", "named", "occasion", "over", "parties", "place", "place_span", "press",
        "reasons", "rule", "sentence", "single", "size", "split", "status", "teamed", "told_by_noun", "turn", "vague", "within",
    )  # fmt: skip

    def __init__(self, kind: str, parties: list[Party], status: str, evidence: Span, rule: str, sentence: int) -> None:
        self.kind = kind
        self.parties = parties
        self.status = status
        self.evidence = evidence
        self.rule = rule
        self.sentence = sentence
        self.aimed = False
        self.also = False
        self.asked = False
        self.attends = False
        self.bare = False
        self.broad = False
        self.chaired = False
        self.confidence = 0.85
        self.reasons: list[str] = []
        self.date: When | None = None
        self.earlier = False
        self.event = ""
        self.finite = False
        self.framing = False
        self.frequency: Span | None = None
        self.greets = False
        self.grouped = False
        self.idle = False
        self.joins = False
        self.lodged = False
        self.named = False
        self.occasion: Span | None = None
        self.over = False
        self.place: Place | Organisation | Unnamed | None = None
        self.place_span: Span | None = None
        self.press = False
        self.single = False
        self.size = 0
        self.split = False
        self.teamed = False
        self.told_by_noun = False
        self.turn = 0
        self.vague = False
        self.within: Statement | None = None

    def doubt(self, factor: float, reason: str) -> None:
        self.confidence *= factor
        self.reasons.append(reason)


class Scene:
    """One article while its encounters are looked for; what few articles ask for is looked up when they do."""

    __slots__ = ("_bodies", "_initials", "_officers", "_surnames", "firsts", "layout", "mentions", "rules", "statements", "states")

    def __init__(self, layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
        self.layout = layout
        self.mentions = mentions
        self.firsts = [when.first for when in mentions.whens]
        self.statements = Statements(statements)
        self.states = States(mentions)
        self.rules = rules()
        self._bodies: dict[int, Organisation] | None = None
        self._initials: dict[str, Organisation] | None = None
        self._surnames: dict[str, Person] | None = None
        self._officers: dict[tuple[str, str], list[Person]] | None = None

    @property
    def bodies(self) -> dict[int, Organisation]:
        """By where they are named."""
        if self._bodies is None:
            self._bodies = {span.start: body for body in self.mentions.organisations for span in body.mentions}
        return self._bodies

    @property
    def initials(self) -> dict[str, Organisation]:
        """Bodies by what is written of them in capitals."""
        if self._initials is None:
            written = [(self.layout.text[span.start : span.end], body) for body in self.mentions.organisations for span in body.mentions]
            self._initials = {name: body for name, body in written if name.isupper()}
        return self._initials

    @property
    def surnames(self) -> dict[str, Person]:
        if self._surnames is None:
            self._surnames = {p.name.split()[-1]: p for p in self.mentions.people}
        return self._surnames

    @property
    def officers(self) -> dict[tuple[str, str], list[Person]]:
        """People by their state and office."""
        if self._officers is None:
            self._officers = {}
            for person in self.mentions.people:
                if person.state and person.office and person.mentions:
                    self._officers.setdefault((person.state, person.office), []).append(person)
        return self._officers

    def is_dated(self, at: int) -> bool:
        """Is the word part of a date ("gelecek hafta")?"""
        i = first_from(self.firsts, at + 1) - 1
        return i >= 0 and at < self.mentions.whens[i].last


class Setting:
    """A predicate in its sentence [low, high), its own clause from `start`.

    governor: the light verb of a noun, above or before it, or -1; above: the verb that it is an argument of, or -1.
    number: that of the article's sentence; one inside a quotation has the number of the sentence around it.
    """

    __slots__ = ("above", "governor", "high", "low", "number", "predicate", "sentence", "start")

    def __init__(self, predicate: Predicate, sentence: Sentence, start: int, number: int) -> None:
        self.predicate = predicate
        self.sentence = sentence
        self.number = number
        self.low = sentence.first
        self.high = sentence.last
        self.start = start
        self.governor = -1
        self.above = -1
