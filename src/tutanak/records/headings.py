"""Headings that repeat a quotation: tied to the statement whose words they repeat, which also gives their speaker."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from tutanak.mentions.model import proven
from tutanak.records.model import Statement
from tutanak.spans import Span
from tutanak.text.layout import Layout

NEAR: Final = 200  # statements before and behind a heading among which the one is that it repeats
STEM: Final = 5  # letters: enough to tell "hedefliyoruz" and "hedeflediğimiz" as one word, few enough to keep others apart


def stems(layout: Layout, span: Span) -> set[str]:
    """The first letters of the words in a span."""
    first, last = layout.token_at(span.start), layout.token_at(span.end)
    return {t.low[:STEM] for t in layout.tokens[first:last] if t.kind != "punct"}


def mark_headings(layout: Layout, statements: list[Statement]) -> None:
    """Give each heading the body statement that shares most of its words (at least a third), and its speaker."""
    headings = [s for s in statements if s.heading]
    if not headings:
        return
    bodies = sorted((s for s in statements if not s.heading and s.speakers), key=lambda s: s.span)
    words = [stems(layout, s.span) for s in bodies]
    places = [s.span.start for s in bodies]
    for heading in headings:
        mine, at = stems(layout, heading.span), bisect_left(places, heading.span.start)
        shared = [(len(mine & words[i]), bodies[i]) for i in range(max(0, at - NEAR), min(at + NEAR, len(bodies)))]
        count, best = max(shared, key=lambda pair: pair[0], default=(0, None))
        if best is not None and 3 * count >= len(mine):
            repeat(heading, best)


def repeat(heading: Statement, body: Statement) -> None:
    heading.repeats = body
    heading.speakers = body.speakers
    heading.confidence = 0.7
    heading.proof["speaker"] = proven((body.span,), "inferred", "heading repeats")
    heading.reasons = ("heading", "repeats a statement")
