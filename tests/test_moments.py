"""When something was said or done, as text cases: tests/cases/tr/moments.txt."""

from __future__ import annotations

import pytest

import tutanak
from textcases import answered

CASES = answered("tr/moments.txt")
KINDS = {"s": "statements", "a": "acts"}


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_moments(text: str, wanted: list[str]) -> None:
    minutes = tutanak.read(text, published="2025-08-13", language="tr").to_dict()
    letter = wanted[0][0]
    assert [f"{letter} {row['when']['edtf'] if row['when'] else '-'}" for row in minutes[KINDS[letter]]] == wanted
    assert tutanak.verify(minutes).failures == ()


def test_a_false_time_is_found_out() -> None:
    minutes = tutanak.read(CASES[0][0], published="2025-08-13", language="tr").to_dict()
    minutes["statements"][0]["when"]["edtf"] = "2025-08-11"
    assert len(tutanak.verify(minutes).failures) == 1
