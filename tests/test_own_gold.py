"""The project's own gold: it stands off the text, and nothing of an article is in it but names."""

from __future__ import annotations

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
    texts = {row["id"]: row["text"] for row in own_gold.articles({mark["id"] for mark in rows(own_gold.MARKS)})}
    for mark in rows(own_gold.MARKS):
        assert not [s for s in strings(mark["records"]) if len(s.split()) > 3 and s in texts[mark["id"]]], mark["id"]


def test_halves_are_told() -> None:
    halves = [mark["half"] for mark in rows(own_gold.MARKS)]
    assert set(halves) == {"open", "blind"}
    assert len(halves) == len({mark["id"] for mark in rows(own_gold.MARKS)}) == 85


def test_a_text_that_is_not_the_one_marked_is_refused() -> None:
    with pytest.raises(ValueError, match=r"a1: the text in .* is not the one that was marked"):
        own_gold._whole({"id": "a1", "text": "0" * 16, "records": {}}, {"id": "a1", "text": TEXT})


def test_errors_of_the_blind_half_are_not_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["own_gold.py", "--half", "blind", "--errors", "acts"])
    with pytest.raises(SystemExit) as stop:
        own_gold.main()
    assert stop.value.code == 2
    assert "errors are told of the open half alone" in capsys.readouterr().err
