"""Two wordings side by side, with the characters of both: swaps of a spun copy, versions of one quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from tutanak.spans import Span
from tutanak.stories.swapped import changes, swaps
from tutanak.text.casing import fold

_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’‘´`ʼ′]\w+)?")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one text and those that stand for them in another; either may be empty. The spans are of the two texts."""

    old: str
    new: str
    old_span: Span
    new_span: Span

    @property
    def kind(self) -> str:
        """dropped, added, or changed."""
        return "added" if not self.old else "dropped" if not self.new else "changed"

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind, "old": self.old, "new": self.new, "old_span": [self.old_span.start, self.old_span.end],
            "new_span": [self.new_span.start, self.new_span.end],
        }  # fmt: skip


class Words:
    """The words of a text with their places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [match.span() for match in _WORD.finditer(text)]
        low = fold(text)
        self.low = [low[start:end] for start, end in self.places]

    def span(self, first: int, last: int) -> Span:
        """The characters of words [first, last); where there are none, the place before `first`."""
        if first == last:
            at = self.places[first][0] if first < len(self.places) else len(self.text)
            return Span(at, at)
        return Span(self.places[first][0], self.places[last - 1][1])


def put_in(original: str, copy: str) -> Iterator[Wording]:
    """The swaps of a spun copy: what its machine put in for the words of the original."""
    old, new = Words(original), Words(copy)
    for swap in swaps(old.low, new.low):
        yield _wording(old, new, swap.first, swap.last, swap.start, swap.end)


def differences(one: str, other: str) -> Iterator[Wording]:
    """Where two wordings differ, word by word; marks and letter case do not count."""
    old, new = Words(one), Words(other)
    for change in changes(old.low, new.low):
        yield _wording(old, new, change.first, change.last, change.start, change.end)


def _wording(old: Words, new: Words, first: int, last: int, start: int, end: int) -> Wording:
    was, now = old.span(first, last), new.span(start, end)
    return Wording(was.of(old.text), now.of(new.text), was, now)
