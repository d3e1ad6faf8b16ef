"""Fields that the scorer does not look at, counted on a tiny invented gold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "eval"))
import fields
from own_gold import marked
from scoring import scorer

TEXT = "Kenya ile Uganda dün Göller Zirvesi'nde gümrük anlaşması imzaladı."
KINDS = ("people", "organisations", "places", "statements", "positions", "meetings", "figures", "undertakings")


def span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def article(**records: list[dict[str, Any]]) -> dict[str, Any]:
    return {"doc": {"id": "a1", "text": TEXT}, **{kind: records.get(kind, []) for kind in KINDS}}


def meeting(**told: Any) -> dict[str, Any]:
    whole = {
        "kind": "meeting",
        "status": "held",
        "participants": ["KE", "UG"],
        "place": None,
        "evidence": span("imzaladı"),
        "date": None,
        "occasion": None,
    }
    return {**whole, **told}


def figure(**told: Any) -> dict[str, Any]:
    whole = {"value": 2, "unit": "kişi", "bound": "exact", "direction": None, "role": "level", "measure": None, "period": None, "claimed_by": None}
    return {**span("gümrük"), **whole, **told}


def counts(gold: dict[str, Any], system: dict[str, Any]) -> fields.Counts:
    return fields.measured(scorer(), [gold], {"a1": system})


def agreement(*parties: str) -> dict[str, Any]:
    return {**span("gümrük anlaşması"), "kind": "agreement", "parties": list(parties)}


def test_parties_are_counted_one_by_one(shared: Path) -> None:
    assert shared.is_dir()
    told = counts(article(undertakings=[agreement("KE", "UG")]), article(undertakings=[agreement("UG", "PE", "NO")]))
    assert told["undertakings.parties"] == [1, 2, 3]


def test_what_is_not_found_or_of_another_kind_is_not_compared(shared: Path) -> None:
    assert shared.is_dir()
    other = {**agreement("KE"), "kind": "plan"}
    assert counts(article(undertakings=[agreement("KE")]), article(undertakings=[other]))["undertakings.parties"] == [0, 0, 0]


def test_words_and_references_are_right_where_both_are_there_and_alike(shared: Path) -> None:
    assert shared.is_dir()
    gold = article(meetings=[meeting(date=span("dün"), occasion=span("Göller Zirvesi"), status="planned")])
    told = counts(gold, article(meetings=[meeting(date=span("Kenya"), occasion=span("Zirvesi"))]))
    assert told["meetings.date"] == [0, 1, 1]
    assert told["meetings.occasion"] == [1, 1, 1]
    assert told["meetings.place"] == [0, 0, 0]
    assert told["meetings.status"] == [0, 1, 1]


def test_a_field_of_none_counts_where_none_is_a_value(shared: Path) -> None:
    assert shared.is_dir()
    told = counts(article(figures=[figure(claimed_by="UG")]), article(figures=[figure(direction="up")]))
    assert told["figures.direction"] == [0, 1, 1]
    assert told["figures.claimed_by"] == [0, 1, 0]


def test_states_of_bodies_stand_by_their_names(shared: Path) -> None:
    assert shared.is_dir()
    gold = article(organisations=[{"id": "o1", "name": "Göller Birliği", "state": "KE"}], places=[{"id": "l1", "name": "Lamu", "state": "KE"}])
    system = article(organisations=[{"id": "o1", "name": "Göller Birliği", "state": "UG"}], places=[{"id": "l1", "name": "Lamu", "state": "KE"}])
    told = counts(gold, system)
    assert told["organisations.state"] == [0, 1, 1]
    assert told["places.state"] == [1, 1, 1]


def test_both_halves_are_told(shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert shared.is_dir()
    sample = {half: marked(half, 1) for half in ("open", "blind")}
    monkeypatch.setattr(fields, "marked", lambda half, turn: tuple(part[:2] for part in sample[half]) if turn is None else ([], []))
    monkeypatch.setattr(fields, "minutes_of", lambda found: {row["id"]: {} for row in (*found, *sample["open"][1], *sample["blind"][1])})
    monkeypatch.setattr(sys, "argv", ["fields.py"])
    assert fields.main() == 0
    told = capsys.readouterr().out
    assert told.count("undertakings.parties") == 2
    assert "(open, 2 articles)" in told
    assert "(blind, 2 articles)" in told
