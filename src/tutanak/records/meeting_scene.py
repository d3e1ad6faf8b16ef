"""The ground on which encounters are looked for: the rules of the pack, one article, one predicate, one encounter."""

from __future__ import annotations

from functools import cache
from typing import Any

from tutanak.languages import load
from tutanak.mentions.model import Mentions, Organisation, Place, Unnamed, When
from tutanak.records.frames import Frame, Frames, Predicate
from tutanak.records.model import Statement
from tutanak.records.parties import Party, Statements, States, stems
from tutanak.spans import Span
from tutanak.text.layout import Layout, Sentence

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
