"""Is it Turkish? Told by the words that only grammar needs, as the language pack lists them, and by the letters."""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.languages import load
from tutanak.text.layout import Layout

ENOUGH: Final = 400
"""Words looked at."""
SHARE: Final = 0.05
"""Least share of words that show Turkish; news has 0.3 and more."""
OURS: Final = frozenset("ğış")
THEIRS: Final = frozenset("əăêñßøåýňșțłżęąœæõã")


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    words = load("tr").section("function_words")
    turkish = frozenset(words["turkish"].split())
    return turkish, frozenset(words["foreign"].split()) - turkish


def is_turkish(layout: Layout) -> bool:
    """Does the article's beginning read as Turkish? Words without any sign, as in a line of names, are taken for Turkish."""
    words = [t.low for t in layout.tokens[: 2 * ENOUGH] if t.kind == "word"][:ENOUGH]
    turkish, foreign = _function_words()
    theirs = sum(w in foreign for w in words)
    ours = sum(w in turkish or not OURS.isdisjoint(w) for w in words)
    return not _strange(words) and ours >= 2 * theirs and (ours >= SHARE * len(words) or not theirs)


def _strange(words: list[str]) -> bool:
    """Letters that Turkish does not write: another alphabet, or the schwa of Azerbaijani."""
    letters = "".join(words)
    return sum(c > "\u02af" or c in THEIRS for c in letters) > 0.02 * len(letters)
