"""A span: a half-open stretch of Unicode code points of a text, and its algebra."""

from __future__ import annotations

from typing import Any, Final, NamedTuple


class Span(NamedTuple):
    """The stretch [start, end) of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    @property
    def length(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Does `other` lie wholly inside this span?"""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Do both share at least one character?"""
        return self.start < other.end and other.start < self.end

    def likeness(self, other: Span) -> float:
        """Intersection over union, in characters."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        union = max(self.end, other.end) - min(self.start, other.start)
        return max(shared, 0) / union if union else 0.0

    def to_dict(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end}


# Looked up once: compiled, each name of a call would cost a search of its own.
MADE: Final[Any] = tuple.__new__
_SPAN: Final[Any] = Span


def stretch(start: int, end: int) -> Span:
    """`Span(start, end)`, made at less than half the cost: what each sentence needs several of."""
    made: Span = MADE(_SPAN, (start, end))
    return made


def cover(spans: list[Span] | tuple[Span, ...]) -> Span:
    """The smallest span that holds them all."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
