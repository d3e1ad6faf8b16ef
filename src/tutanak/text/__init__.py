"""The text floor: an article laid out in paragraphs, quotations, sentences and tokens with their readings."""

from __future__ import annotations

from tutanak.spans import Span, stretch
from tutanak.text import neither, quotations, sentences, swaps, tokens
from tutanak.text.layout import Layout
from tutanak.text.morphology import turkish

__all__ = ["as_it_stands", "explain", "lay_out"]


def lay_out(text: str) -> Layout:
    """Lay out a text: paragraphs, tokens with readings, quotations, sentences, swaps, what is told of neither. Linear in the text's length."""
    layout = as_it_stands(text)
    swaps.settle(layout)
    neither.settle(layout)
    return layout


def as_it_stands(text: str) -> Layout:
    """Lay out a text without looking for swapped words."""
    paragraphs = _paragraphs(text)
    low, words, marks, stops = tokens.tokenize(text, turkish())
    quoted = quotations.pair(text, words, marks, paragraphs)
    outer, inner = sentences.divide(text, words, stops, quoted, paragraphs)
    return Layout(text, low, paragraphs, quoted, outer, inner, words)


def explain(text: str) -> list[tuple[int, bool, str]]:
    """Each place where a sentence might end: the offset of its stop, whether it ends there, the rule that said so."""
    paragraphs = _paragraphs(text)
    _, words, marks, stops = tokens.tokenize(text, turkish())
    quoted = quotations.pair(text, words, marks, paragraphs)
    return [(words[stop].start, ends, rule) for stop, ends, rule in sentences.explain(text, words, stops, quoted, paragraphs)]


def _paragraphs(text: str) -> list[Span]:
    """The lines that hold more than white space, without the white space around them."""
    spans: list[Span] = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + (len(line) - len(line.lstrip()) if line[0].isspace() else 0)
            spans.append(stretch(start, start + len(bare)))
        at += len(line)
    return spans
