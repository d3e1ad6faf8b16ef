"""A spun copy laid beside its original, word by word: where a record of the copy stands in the original."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tutanak.spans import Span
from tutanak.stories.swapped import changes
from tutanak.stories.wording import Words


class Aligned:
    """Two texts of the same words in the same order, but for swaps."""

    def __init__(self, original: str, copy: str) -> None:
        self._old, self._new = Words(original), Words(copy)
        self._places = list(_places(self._old, self._new))
        self._starts = [start for start, _ in self._new.places]
        self._ends = [end for _, end in self._new.places]

    def original(self, span: Span) -> Span:
        """The stretch of the original that a stretch of the copy was made of; an empty one where that has no word."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        if first >= last:
            return Span(0, 0)
        return self._old.span(self._places[first][0], self._places[last - 1][1])


def _places(old: Words, new: Words) -> Iterator[tuple[int, int]]:
    """Of each word of the copy, the words [first, last) of the original that it stands for."""
    at = done = 0
    for change in changes(old.low, new.low):
        yield from ((at + n, at + n + 1) for n in range(change.start - done))
        yield from ((change.first, change.last) for _ in range(change.start, change.end))
        at, done = change.last, change.end
    yield from ((at + n, at + n + 1) for n in range(len(new.low) - done))
