"""A text that breaks off anywhere is read: reports arrive cut, and a rule that looks at the word behind its words must mind the end.

So is one that stands deep in a quotation, whose sentences are numbered apart from the article's.
"""

from __future__ import annotations

import re

import pytest

import tutanak
from marked import CASES, Marked

EVERY = 9  # of the cases of a file
FILES = sorted(path.name for path in CASES.glob("*.txt"))


BEFORE = "Bu iş böyle yürür. " * 6


def sentences(name: str, every: int = EVERY) -> list[str]:
    """Every ninth case of a file as plain text, or so many."""
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    told = [Marked(line.split(" | ")[-1]).text for line in lines if len(line) > 25 and not line.startswith(("#", ">", " "))]
    return told[::every]


@pytest.mark.parametrize("name", FILES)
def test_a_text_may_break_off_anywhere(name: str) -> None:
    for text in sentences(name):
        cut = [text[: word.end()].rstrip('.,;:"”’ ') for word in re.finditer(r"\S+", text)]
        for part in filter(None, cut):
            assert tutanak.read(part, language="tr").article.text == part


@pytest.mark.parametrize("name", FILES)
def test_a_text_may_stand_deep_in_a_quotation(name: str) -> None:
    for text in sentences(name, 1):
        told = f"Ali Sert anlattı: “{BEFORE}{text} {BEFORE}”"
        assert tutanak.read(told, language="tr").article.text == told


def test_a_byline_that_reads_as_a_verb_may_end_a_text() -> None:
    """ "çatana" may be who clashes with somebody: nothing stands behind it."""
    text = "Bakan konuştu.\nAli Osman Çatana"
    assert tutanak.read(text, language="tr").article.text == text
