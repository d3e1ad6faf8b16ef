"""Findings of spun text: synonyms put in by a machine, each with the word that was meant."""

from __future__ import annotations

from tutanak.records.model import Finding
from tutanak.text.layout import Layout, Swap


def find(layout: Layout) -> tuple[list[Finding], float]:
    """The swapped words, and the article's spin: 0 (as its author wrote it) to 1 (spun).

    An article that is not spun as a whole shows only the swaps that no writer makes.
    """
    return [_finding(layout, swap) for swap in layout.swaps], layout.spin


def _finding(layout: Layout, swap: Swap) -> Finding:
    return Finding(kind="spin", span=swap.span(layout), meant=swap.variant.meant, rule=swap.variant.rule)
