"""The gate: floors that only rise, and a verdict that can fail."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "eval"))
import gate  # noqa: E402


class Score:
    """A scorer of the tests' own: F1 alone."""

    @staticmethod
    def f1(right: int, gold: int, system: int) -> tuple[float, float, float]:
        return right / system, right / gold, 2 * right / (gold + system)


def docs(right: int) -> dict[str, gate.Counts]:
    tasks = json.loads(gate.FLOORS.read_text(encoding="utf-8"))["f1"]
    return {f"d{i}": {t: [right, 10, 10] for t in tasks} for i in range(3)}


BEFORE: dict[str, Any] = {
    "f1": {"people": {"floor": 0.95, "date": "2022-10-13", "why": "before"}, "places": {"floor": 0.5}},
    "precision": {}, "seed": {}, "own1": {}, "stories": {},
}  # fmt: skip


def test_a_score_below_its_floor_is_named() -> None:
    assert gate.table(docs(9), BEFORE, {}, Score.f1) == ["people"]


def test_floors_rise_and_never_fall(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path, tasks = tmp_path / "floors.json", docs(9)
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "scored", lambda *_: tasks)
    gate.raised(tasks, {"own1": {"acts": 0.456}, "stories": {}}, copy.deepcopy(BEFORE), Score, "because")
    floors = json.loads(path.read_text(encoding="utf-8"))
    after = floors["f1"]
    assert floors["own1"]["acts"]["floor"] == 0.45
    assert after["people"] == {"floor": 0.95, "date": "2022-10-13", "why": "before"}
    assert after["places"]["floor"] == 0.9
    assert after["places"]["why"] == "because"


def test_a_kind_below_its_precision_must_be_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "EXPERIMENTAL", frozenset({"acts"}))
    told = gate.precise(docs(5), {"precision": {}})
    assert "precision of meetings: not marked experimental" in told
    assert not [t for t in told if "acts" in t]


def test_every_floor_says_when_and_why() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    rows = [row for part in floors.values() for row in part.values() if row.get("floor")]
    assert all(row.get("date") and row.get("why") for row in rows)
