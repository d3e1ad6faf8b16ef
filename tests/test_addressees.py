"""To whom things are said, as text cases: tests/cases/tr/addressees.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

import tutanak

LINES = (Path(__file__).parent / "cases" / "tr" / "addressees.txt").read_text(encoding="utf-8").splitlines()


def cases() -> list[tuple[str, list[str]]]:
    """(text, whom each of its statements is said to) of each case."""
    found: list[tuple[str, list[str]]] = []
    for line in LINES:
        if line.startswith("> "):
            found[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "wanted"), cases(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_addressees(text: str, wanted: list[str]) -> None:
    minutes = tutanak.read(text, language="tr").to_dict()
    names = {row["id"]: row["name"] for field in ("people", "organisations") for row in minutes[field]}
    heard = [s["addressee"] for s in minutes["statements"] if not s["heading"]]
    assert [ref["text"] if isinstance(ref, dict) else names.get(ref, ref) or "-" for ref in heard] == wanted
    assert tutanak.verify(minutes).failures == ()
