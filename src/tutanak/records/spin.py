"""Findings of spun text: synonyms put in by a machine, each with the word that was meant."""

from __future__ import annotations

from typing import Final

from tutanak.records.model import Finding
from tutanak.text.layout import Layout, Swap
from tutanak.text.swaps import SPUN

SEVERAL: Final = 3
"""Swaps of different words that an article must show before any is told, unless it is spun as a whole: one in twenty-two ordinary articles
has one or two words that also stand in the list ("deklarasyon", "elzem"), two of 1,614 have three or more."""


def find(layout: Layout) -> tuple[list[Finding], float]:
    """The swapped words, and the article's spin: 0 (as its author wrote it) to 1 (spun).

    An article that is not spun as a whole shows only the swaps that no writer makes, where there are several.
    """
    several = len({swap.variant.rule for swap in layout.swaps}) >= SEVERAL
    return [_finding(layout, swap) for swap in layout.swaps] if several or layout.spin >= SPUN else [], layout.spin


def _finding(layout: Layout, swap: Swap) -> Finding:
    return Finding(kind="spin", span=swap.span(layout), meant=swap.variant.meant, rule=swap.variant.rule)
