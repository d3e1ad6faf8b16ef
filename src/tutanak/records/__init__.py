"""The records floor: what a careful reader would write down of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from tutanak.mentions.model import Mentions
from tutanak.records import acts, addressees, figures, findings, meetings, moments, positions, spin, statements, topics, undertakings
from tutanak.records.closing import close_marks
from tutanak.records.model import Act, Figure, Finding, Meeting, Position, Statement, Undertaking
from tutanak.text.layout import Layout


@dataclass(slots=True)
class Records:
    """All records of one article, of every confidence, each list in text order."""

    statements: list[Statement] = field(default_factory=list)
    positions: list[Position] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    spin: float = 0.0


def take(layout: Layout, mentions: Mentions) -> Records:
    """The records of an article laid out and with its mentions found."""
    said = statements.take(layout, mentions)
    met = meetings.take(layout, mentions, said)
    addressees.infer(layout, said, met)
    moments.of_statements(layout, mentions, said)
    made = undertakings.take(layout, mentions, said)
    done = acts.take(layout, mentions, said, met, made)
    moments.of_acts(layout, mentions, done, said, met)
    swapped, score = spin.find(layout)
    held = positions.take(layout, mentions, said)
    counted, named = figures.take(layout, mentions, said), topics.take(layout, mentions)
    found = [*swapped, *findings.find(layout, said)]
    close_marks(layout, said)
    close_marks(layout, held)
    return Records(
        statements=said,
        positions=held,
        meetings=met,
        figures=counted,
        undertakings=made,
        acts=done,
        topics=named,
        findings=found,
        spin=score,
    )
