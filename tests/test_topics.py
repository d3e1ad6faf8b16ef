"""Topics on invented press texts."""

from __future__ import annotations

import pytest

from marked import CASES, read
from tutanak.records import topics

LINES = [line for line in (CASES / "topics.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:60])
def test_cases(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    found = topics.take(*read(text.replace(" | ", "\n")))
    assert set(found) == set(wanted.split())
