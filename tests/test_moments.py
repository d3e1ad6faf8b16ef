"""When something was said or done, as text cases: tests/cases/tr/moments.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

import tutanak

LINES = (Path(__file__).parent / "cases" / "tr" / "moments.txt").read_text(encoding="utf-8").splitlines()
KINDS = {"s": "statements", "a": "acts"}


def cases() -> list[tuple[str, list[str]]]:
    """(text, the time of each of its statements or acts) of each case."""
    found: list[tuple[str, list[str]]] = []
    for line in LINES:
        if line.startswith("> "):
            found[-1][1].append(line[2:])
        elif line and not line.startswith("#"):
            found.append((line, []))
    return found


@pytest.mark.parametrize(("text", "wanted"), cases(), ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_moments(text: str, wanted: list[str]) -> None:
    minutes = tutanak.read(text, published="2025-08-13", language="tr").to_dict()
    letter = wanted[0][0]
    assert [f"{letter} {row['when']['edtf'] if row['when'] else '-'}" for row in minutes[KINDS[letter]]] == wanted
    assert tutanak.verify(minutes).failures == ()


def test_a_false_time_is_found_out() -> None:
    minutes = tutanak.read(cases()[0][0], published="2025-08-13", language="tr").to_dict()
    minutes["statements"][0]["when"]["edtf"] = "2025-08-11"
    assert len(tutanak.verify(minutes).failures) == 1
