"""The records: what a careful reader writes down, each value with its proof (the shape is docs/schema.md).

Every record carries `within` (the statement whose words it stands in, SCHEMA.md's `in`), `when`, the id of
the rule that made it, a confidence with its reasons, and one proof for each filled field.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from tutanak.mentions.model import Actor, Organisation, Person, Place, Proofs, Unnamed, When
from tutanak.spans import Span

__all__ = [
    "Act", "Actor", "Figure", "Finding", "Meeting", "Organisation", "Person", "Place", "Position", "Record", "Statement", "Undertaking", "Unnamed",
]  # fmt: skip


@dataclass(slots=True, eq=False, kw_only=True)
class Record:
    """What all kinds share. `id` is local to the article ("s4") and set when the minutes are put together."""

    id: str = ""
    rule: str
    confidence: float
    reasons: tuple[str, ...] = ()
    within: Statement | None = None
    when: When | None = None
    proof: Proofs = field(default_factory=dict)


@dataclass(slots=True, eq=False, kw_only=True)
class Statement(Record):
    """Speech, writing or a post. mode: direct or indirect; span: the words said; speakers: several when they speak jointly."""

    mode: str
    span: Span
    speakers: tuple[Actor, ...]
    cue: Span | None
    addressee: Actor | None = None
    about: tuple[Actor, ...] = ()
    heading: bool = False
    repeats: Statement | None = None

    @property
    def speaker(self) -> Actor | None:
        """Who speaks (the first of joint speakers), or None where nobody is named."""
        return self.speakers[0] if self.speakers else None


@dataclass(slots=True, eq=False, kw_only=True)
class Position(Record):
    """A stance. force: level aim intention expectation demand support opposition; holders: several when they take it jointly."""

    span: Span
    force: str
    holders: tuple[Actor, ...]
    about: tuple[Actor, ...] = ()

    @property
    def holder(self) -> Actor | None:
        """Whose stance it is (the first of joint holders), or None where nobody is named."""
        return self.holders[0] if self.holders else None


@dataclass(slots=True, eq=False, kw_only=True)
class Meeting(Record):
    """An encounter. kind: meeting call visit summit talks ceremony; status: held ongoing planned cancelled mentioned."""

    kind: str
    participants: tuple[Actor, ...]
    status: str
    evidence: Span
    place: Place | Organisation | Unnamed | str | None = None  # a str is a state's code
    occasion: Span | None = None
    date: Span | None = None
    frequency: Span | None = None
    at_home: bool = False  # a state's own body, with who presides over it: no act between states
    idle: bool = False  # told by no more than where a visitor is: no act


@dataclass(slots=True, eq=False, kw_only=True)
class Figure(Record):
    """A quantity that states a fact. bound: exact over under about range; direction: up down; role: level change share.

    owner: the state whose it is by a first person possessor ("işletmelerimiz"): the speaker's.
    """

    span: Span
    value: Decimal
    unit: str
    bound: str = "exact"
    value_to: Decimal | None = None
    direction: str | None = None
    role: str | None = None
    measure: Span | None = None
    period: Span | None = None
    claimed_by: tuple[Actor, ...] = ()
    owner: str | None = None
    checks: tuple[str, ...] = ()
    ucum: str | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Undertaking(Record):
    """What states made or discuss. kind: agreement project plan body aid sanction; span: its name."""

    span: Span
    kind: str
    parties: tuple[Actor, ...] = ()
    status: str | None = None
    evidence: Span | None = None
    proposer: Actor | None = None
    period: Span | None = None


@dataclass(slots=True, eq=False, kw_only=True)
class Act(Record):
    """Who did what to whom, on the PLOVER types. layer: done planned demanded denied."""

    type: str
    source: tuple[Actor, ...]
    target: tuple[Actor, ...]
    evidence: Span
    layer: str = "done"


@dataclass(slots=True, eq=False, kw_only=True)
class Finding:
    """What was seen in the text itself: spin, heading_drift, unclosed_quote, ..."""

    kind: str
    span: Span
    meant: str | None = None
    rule: str = ""
