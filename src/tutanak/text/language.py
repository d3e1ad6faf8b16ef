"""Is it Turkish? Told by the words that only grammar needs, as the language pack lists them."""

from __future__ import annotations

from functools import cache

from tutanak.languages import load
from tutanak.text.layout import Layout

ENOUGH = 400  # words looked at
FEW = 25  # words below which one sign of Turkish is enough
SHARE = 0.05  # news has 0.10 to 0.25 of them


@cache
def _function_words() -> tuple[frozenset[str], frozenset[str]]:
    words = load("tr").section("function_words")
    turkish, foreign = frozenset(words["turkish"].split()), frozenset(words["foreign"].split())
    return turkish, foreign - turkish


def is_turkish(layout: Layout) -> bool:
    """Does the article's beginning read as Turkish? Texts too short to tell are taken for Turkish unless another language shows."""
    words = [t.low for t in layout.tokens[: 2 * ENOUGH] if t.kind == "word"][:ENOUGH]
    turkish, foreign = _function_words()
    ours, theirs = sum(w in turkish for w in words), sum(w in foreign for w in words)
    if len(words) < FEW:
        return not _strange(words) and (ours >= theirs or _letters(words))
    return ours > 2 * theirs and ours >= SHARE * len(words) and not _strange(words)


def _letters(words: list[str]) -> bool:
    return any(c in "ğış" for w in words for c in w)


def _strange(words: list[str]) -> bool:
    """Letters Turkish does not write: another alphabet, or the schwa of Azerbaijani."""
    letters = sum(map(len, words))
    strange = sum(c > "\u02af" or c == "ə" for w in words for c in w)
    return strange > 0.02 * letters
