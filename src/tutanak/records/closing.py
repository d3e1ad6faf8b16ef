"""Marks that open within what is told close within it ("X'in “savaşı kaybettiğini” | söyledi"): settled last, as no rule reads them."""

from __future__ import annotations

from tutanak.mentions.model import proven
from tutanak.records.model import Position, Statement
from tutanak.spans import Span
from tutanak.text.layout import Layout


def close_marks(layout: Layout, records: list[Statement] | list[Position]) -> None:
    """Lengthen each record whose last word stands right before the mark that closes what it opens."""
    if not layout.quotations:
        return
    for record in records:
        span = closed(layout, record.span)
        if span is not record.span:
            record.span = span
            told = record.proof.get("content")
            if told is not None:
                record.proof["content"] = proven((span,), told.how, told.rule)


def closed(layout: Layout, span: Span) -> Span:
    """The span with the closing mark behind it, where its opening one is within."""
    last = layout.token_at(span.end) - 1
    quote = layout.tokens[last].quote
    if quote < 0:
        return span
    marks = layout.quotations[quote]
    ends = marks.closed and marks.last == last + 1 and span.start < marks.open and span.end <= marks.end
    return Span(span.start, marks.close) if ends else span
