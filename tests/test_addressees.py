"""To whom things are said, as text cases: tests/cases/tr/addressees.txt."""

from __future__ import annotations

import pytest

import tutanak
from textcases import answered

CASES = answered("tr/addressees.txt")


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_addressees(text: str, wanted: list[str]) -> None:
    minutes = tutanak.read(text, language="tr").to_dict()
    names = {row["id"]: row["name"] for field in ("people", "organisations") for row in minutes[field]}
    heard = [s["addressee"] for s in minutes["statements"] if not s["heading"]]
    assert [ref["text"] if isinstance(ref, dict) else names.get(ref, ref) or "-" for ref in heard] == wanted
    assert tutanak.verify(minutes).failures == ()
