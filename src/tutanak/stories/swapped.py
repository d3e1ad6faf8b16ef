"""Two texts word by word: what stands in one for what stood in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

LONGEST: Final = 3
"""Words of a swap, on either side: what is longer was rewritten."""
SPUN: Final = 0.035
"""Share of the words in common places that are swapped, from which on a copy counts as spun; editors stay below 0.025."""
STEM: Final = 4
"""Letters that a word and its swap may not both begin with: another ending is an editor's change."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words [first, last) of the original and [start, end) of the copy that stand for each other; one of them may be empty."""

    first: int
    last: int
    start: int
    end: int


def changes(original: Sequence[str], copy: Sequence[str]) -> Iterator[Change]:
    """Where two sequences of words differ, in order."""
    for kind, first, last, start, end in SequenceMatcher(None, original, copy).get_opcodes():
        if kind != "equal":
            yield Change(first, last, start, end)


def swaps(original: Sequence[str], copy: Sequence[str]) -> Iterator[Change]:
    """Short changes of words for others: synonyms, as a machine puts them in."""
    for change in changes(original, copy):
        old, new = original[change.first : change.last], copy[change.start : change.end]
        if 0 < len(old) <= LONGEST and 0 < len(new) <= LONGEST and not _kindred(old, new):
            yield change


def swapped(original: Sequence[str], copy: Sequence[str]) -> float:
    """The share of swapped words among those that both texts have in the same places."""
    if len(original) > len(copy):
        original, copy = copy, original
    found = list(changes(original, copy))
    kept = len(original) - sum(c.last - c.first for c in found)
    moved = sum(s.last - s.first for s in swaps(original, copy))
    return moved / max(kept + moved, 1)


def covered(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the longer text that the shorter one has in the same places, word for word or swapped."""
    found = list(changes(one, other))
    kept = len(one) - sum(c.last - c.first for c in found)
    moved = sum(min(s.last - s.first, s.end - s.start) for s in swaps(one, other))
    return (kept + moved) / max(len(one), len(other), 1)


def _kindred(old: Sequence[str], new: Sequence[str]) -> bool:
    """Numbers, and words that share their beginning, are not put in by a dictionary."""
    beginnings = {word[:STEM] for word in old}
    return any(word[0].isdigit() for word in (*old, *new)) or any(word[:STEM] in beginnings for word in new)
