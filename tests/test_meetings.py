"""Meetings: invented sentences in tests/cases/tr/meetings.txt, and the examples of every rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tutanak.languages import load
from tutanak.mentions import find
from tutanak.records import meetings, statements
from tutanak.records.model import Meeting
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


def met(text: str) -> list[Meeting]:
    layout = lay_out(text)
    mentions = find(layout)
    return [m for m in meetings.take(layout, mentions, statements.take(layout, mentions)) if m.confidence >= 0.5]


def told(actor: Any) -> str:
    return actor if isinstance(actor, str) else actor.id if type(actor).__name__ == "State" else getattr(actor, "name", None) or actor.text


def drawn(m: Meeting) -> str:
    place = f" @ {told(m.place)}" if m.place is not None else ""
    return f"{m.kind} {m.status}: {' + '.join(sorted(told(p) for p in m.participants))}{place}"


def ordered(line: str) -> str:
    """A case line with its participants sorted."""
    head, _, rest = line.partition(": ")
    names, at, place = rest.partition(" @ ")
    return f"{head}: {' + '.join(sorted(names.split(' + ')))}{at}{place}"


@pytest.mark.parametrize(("text", "expected"), cases("meetings.txt"))
def test_cases(text: str, expected: list[str]) -> None:
    assert sorted(drawn(m) for m in met(text)) == sorted(ordered(line) for line in expected)


ENTRIES = [e for part in ("verbs", "nouns") for e in load("tr").section("meetings")[part] if "example" in e]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["says"])
def test_examples(entry: dict[str, Any]) -> None:
    rule = "tr/meetings:" + entry["says"]
    assert rule in [m.rule for m in met(entry["example"])]
    if "not" in entry:
        assert rule not in [m.rule for m in met(entry["not"])]


def test_every_field_is_proven() -> None:
    for text, _ in cases("meetings.txt"):
        for m in met(text):
            filled = {f for f in ("place", "occasion", "date", "frequency") if getattr(m, f) is not None}
            assert filled | {"kind", "participants", "status", "evidence"} == set(m.proof)
