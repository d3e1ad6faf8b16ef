"""Meetings: invented sentences in tests/cases/tr/meetings*.txt, and the examples of every rule."""

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


def read(text: str) -> list[Meeting]:
    layout = lay_out(text)
    mentions = find(layout)
    return meetings.take(layout, mentions, statements.take(layout, mentions))


def met(text: str) -> list[Meeting]:
    return [m for m in read(text) if m.confidence >= 0.5]


def told(actor: Any) -> str:
    return actor if isinstance(actor, str) else actor.id if type(actor).__name__ == "State" else getattr(actor, "name", None) or actor.text


def drawn(m: Meeting) -> str:
    """The meeting as a case line without occasion and date."""
    place = f" @ {told(m.place)}" if m.place is not None else ""
    return f"{m.kind} {m.status}: {' + '.join(sorted(told(p) for p in m.participants))}{place}"


def extras(text: str, m: Meeting) -> set[str]:
    """Occasion and date as a case line writes them."""
    return {f"{name}: {span.of(text)}" for name, span in (("occasion", m.occasion), ("date", m.date)) if span is not None}


def ordered(line: str) -> str:
    """A case line with its participants sorted, without occasion and date."""
    head, _, rest = line.partition(" ; ")[0].partition(": ")
    names, at, place = rest.partition(" @ ")
    return f"{head}: {' + '.join(sorted(names.split(' + ')))}{at}{place}"


FILES = (
    "meetings.txt", "meetings_told.txt", "meetings_press.txt", "meetings_ways.txt", "meetings_spread.txt", "meetings_passing.txt",
    "meetings_unreal.txt", "meetings_ready.txt", "meetings_fresh.txt", "meetings_scenes.txt", "meetings_aims.txt", "meetings_lands.txt",
    "meetings_there.txt", "meetings_alone.txt", "meetings_apart.txt", "meetings_grammar.txt", "meetings_events.txt",
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case for name in FILES for case in cases(name)])
def test_cases(text: str, expected: list[str]) -> None:
    sure = [line for line in expected if not line.startswith("~")]
    found = {drawn(m): m for m in met(text)}
    assert sorted(found) == sorted(ordered(line) for line in sure)
    doubtful = {drawn(m) for m in read(text) if m.confidence < 0.5}
    assert {ordered(line[1:]) for line in expected if line.startswith("~")} <= doubtful
    for line in sure:
        assert {e.strip() for e in line.split(" ; ")[1:]} <= extras(text, found[ordered(line)])


@pytest.mark.parametrize(("text", "expected"), cases("meetings_circumstances.txt"))
def test_circumstances(text: str, expected: list[str]) -> None:
    """Occasion and date are those written, and no others."""
    told = {drawn(m): extras(text, m) for m in met(text)}
    assert told == {ordered(line): {e.strip() for e in line.split(" ; ")[1:]} for line in expected}


ENTRIES = [e for part in ("verbs", "nouns") for e in load("tr").section("meetings")[part] if "example" in e]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e["says"])
def test_examples(entry: dict[str, Any]) -> None:
    rule = "tr/meetings:" + entry["says"]
    assert rule in [m.rule for m in met(entry["example"])]
    if "not" in entry:
        assert rule not in [m.rule for m in met(entry["not"])]


def test_an_office_is_no_occasion() -> None:
    (meeting,) = met("Finlandiya Cumhurbaşkanı Mikko Laine, AB Konseyi Başkanı Pierre Dumont ile Brüksel'de bir araya geldi.")
    assert meeting.occasion is None


def test_every_field_is_proven() -> None:
    for text, _ in cases("meetings.txt"):
        for m in met(text):
            filled = {f for f in ("place", "occasion", "date", "frequency") if getattr(m, f) is not None}
            assert filled | {"kind", "participants", "status", "evidence"} == set(m.proof)


def test_what_was_over_for_days_when_the_article_was_published_is_mentioned() -> None:
    text = "Açıklama yapıldı.\nTogo Dışişleri Bakanı Faure Bamba, 3 Mart'ta Çad Dışişleri Bakanı Idris Oumar ile görüştü."
    layout = lay_out(text)

    def status(published: str | None) -> str:
        mentions = find(layout, published)
        return meetings.take(layout, mentions, statements.take(layout, mentions))[0].status

    assert status("2026-03-20") == "mentioned"
    assert status("2026-03-04") == status(None) == "held"


def test_what_is_dealt_with_before_its_day_is_planned() -> None:
    text = "Togo Dışişleri Bakanı Faure Bamba, Çad Dışişleri Bakanı Idris Oumar'ın mart ayındaki Togo ziyaretini değerlendirdi."
    layout = lay_out(text)

    def status(published: str | None) -> str:
        mentions = find(layout, published)
        return meetings.take(layout, mentions, statements.take(layout, mentions))[0].status

    assert status("2026-01-10") == status("2026/01/10") == "planned"
    assert status("2026-05-10") == "mentioned"
