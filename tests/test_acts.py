"""Acts: invented sentences in tests/cases/tr/acts.txt, and the examples of every rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tutanak.languages import load
from tutanak.mentions import find
from tutanak.mentions.model import State, Unnamed
from tutanak.records import acts, meetings, statements, undertakings
from tutanak.records.model import Act
from tutanak.text import lay_out

CASES = Path(__file__).parent / "cases" / "tr"


def cases(name: str) -> list[tuple[str, list[str]]]:
    """(text, expected lines) of a case file."""
    found: list[tuple[str, list[str]]] = []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            found.append((line.replace("|", "\n"), []))
    return found


def found(text: str, layer: str, least: float) -> list[Act]:
    layout = lay_out(text)
    mentions = find(layout)
    said = statements.take(layout, mentions)
    met, made = meetings.take(layout, mentions, said), undertakings.take(layout, mentions, said)
    taken = acts.take(layout, mentions, said, met, made)
    return [a for a in taken if a.layer == layer and a.confidence >= least]


def done(text: str, least: float = 0.0) -> list[Act]:
    return found(text, "done", least)


def told(actor: Any) -> str:
    """The state of an actor, else its name; the words of one without a name, whatever state they tell of."""
    if isinstance(actor, Unnamed):
        return actor.text
    code = actor.id if isinstance(actor, State) else actor.state
    return str(code or actor.name)


def drawn(a: Act) -> str:
    source, target = (" + ".join(sorted({told(x) for x in side})) for side in (a.source, a.target))
    return f"{a.type}: {source} > {target}"


SUITES = (
    "acts.txt", "acts_words.txt", "acts_deeds.txt", "acts_press.txt", "acts_ways.txt", "acts_told.txt", "acts_spread.txt", "acts_wider.txt",
    "acts_fresh.txt", "acts_asked.txt", "acts_nearer.txt", "acts_sides.txt", "acts_views.txt", "acts_given.txt", "acts_force.txt",
    "acts_matrix.txt",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case for name in SUITES for case in cases(name)])
def test_cases(text: str, expected: list[str]) -> None:
    assert sorted(drawn(a) for a in done(text, 0.5)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), cases("acts_planned.txt"))
def test_planned(text: str, expected: list[str]) -> None:
    assert sorted(drawn(a) for a in found(text, "planned", 0.5)) == sorted(expected)


ENTRIES = [e for part in ("acts", "hostile") for e in load("tr").section("acts")[part]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["says"])
def test_examples(entry: dict[str, Any]) -> None:
    rule = "tr/acts:" + entry["says"]
    assert rule in [a.rule for a in done(entry["example"])]
    if "not" in entry:
        assert rule not in [a.rule for a in done(entry["not"])]


def test_every_field_is_proven() -> None:
    for text, _ in cases("acts.txt"):
        for a in done(text):
            assert {"type", "layer", "evidence", "source", "target"} >= set(a.proof) >= {"type", "layer", "evidence", "source"}
