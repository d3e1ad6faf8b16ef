"""The project's own gold: it stands off the text, and nothing of an article is in it but names."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "eval"))
import own_gold
from scoring import rows

TEXT = "Norveç Başbakanı Ole Bakken, Oslo'da konuştu."
RECORDS: list[dict[str, Any]] = [
    {"id": "p1", "name": "Ole Bakken", "office": "Başbakanı", "state": "NO", "org": None, "mentions": []},
    {"id": "s1", "start": 0, "end": 6, "speaker": {"text": "Bakken ve Kaya"}, "about": ["NO", {"text": "Oslo"}]},
]


def test_words_become_places_and_words_again() -> None:
    cut = own_gold.cut(RECORDS, TEXT)
    assert cut[0]["name"] == [17, 27]
    assert cut[1]["about"][1] == {"text": [29, 33]}
    assert cut[1]["speaker"] == {"text": "Bakken ve Kaya"}, "what is not in the text just so is kept"
    assert own_gold.told(cut, TEXT) == RECORDS


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    return [value] if isinstance(value, str) else [s for one in value for s in strings(one)] if isinstance(value, list) else []


def test_no_text_of_an_article_is_in_it(shared: Path) -> None:
    """Strings are names and units; what has four words or more is a list of names that does not stand in the text just so."""
    assert shared.is_dir()
    marks = [*rows(own_gold.MARKS), *rows(own_gold.TWICE)]
    texts = {row["id"]: row["text"] for row in own_gold.articles({mark["id"] for mark in marks})}
    for mark in marks:
        assert not [s for s in strings(mark["records"]) if len(s.split()) > 3 and s in texts[mark["id"]]], mark["id"]


def test_halves_are_told() -> None:
    marks = list(rows(own_gold.MARKS))
    assert {(mark["round"], mark["half"]) for mark in marks} == {(turn, half) for turn in own_gold.turns() for half in ("open", "blind")}
    assert len(marks) == len({mark["id"] for mark in marks})


def test_a_round_is_added_to_those_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks, compiled, halves = (tmp_path / name for name in ("marks.jsonl", "compiled.jsonl", "halves.json"))
    monkeypatch.setattr(own_gold, "MARKS", marks)
    marks.write_text(json.dumps({"id": "a1", "half": "open", "round": 1, "text": "0" * 16, "records": {}}) + "\n", encoding="utf-8")
    compiled.write_text(json.dumps({"schema": "tutanak/1", "doc": {"id": "a2", "text": TEXT}, "people": []}) + "\n", encoding="utf-8")
    halves.write_text('{"a2": "blind"}', encoding="utf-8")
    own_gold.pack(compiled, halves)
    assert [mark["id"] for mark in rows(marks)] == ["a1", "a2"]
    added = list(rows(marks))[1]
    assert (added["round"], added["half"], added["records"]) == (2, "blind", {"people": []})
    with pytest.raises(ValueError, match="marked before: a2"):
        own_gold.pack(compiled, halves)


def test_a_text_that_is_not_the_one_marked_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a1: the text in .* is not the one that was marked"):
        own_gold._whole({"id": "a1", "text": "0" * 16, "records": {}}, {"id": "a1", "text": TEXT})


def test_errors_of_the_blind_half_are_not_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["own_gold.py", "--half", "blind", "--errors", "acts"])
    with pytest.raises(SystemExit) as stop:
        own_gold.main()
    assert stop.value.code == 2
    assert "errors are told of the open half alone" in capsys.readouterr().err


def test_what_is_marked_twice_is_of_the_gold() -> None:
    twice = [mark["id"] for mark in rows(own_gold.TWICE)]
    assert len(twice) == len(set(twice)) > 0
    assert set(twice) <= {mark["id"] for mark in rows(own_gold.MARKS)}


def test_agreement_is_that_of_two_annotators(shared: Path) -> None:
    assert shared.is_dir()
    told = own_gold.agreement(own_gold.scorer())
    assert told["people"][0] == 1.0
    assert all(0 < score <= 1 for scores in told.values() for score in scores)
