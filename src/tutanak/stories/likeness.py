"""How alike two articles are, and how surely they are one text: weights set by tools/weigh_stories.py, shipped as data."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import astuple, dataclass
from functools import cache
from importlib import resources
from math import exp
from typing import Any, Final

import orjson

from tutanak.stories.prints import Print, together

Kinds = AbstractSet[Any]

LEAD: Final = 30
"""Words of a beginning: background stands further down."""

CHANGED: Final = 0.8
"""Share of marks with the same neighbours that articles on the same matter reach without being one text."""
LITTLE: Final = 0.05
LOOSE: Final = 0.5
"""Shared runs of words, and shared neighbours of marks, below which two texts are nothing to each other."""
ENOUGH: Final = 12
"""Neighbouring marks that make it no chance."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares, 0 to 1, of the smaller of two texts that stand in the larger too: its runs of words, its character 5-grams,
    its marks, its marks two by two (their order); of all that both have (both_...); of the words, two by two, of that
    beginning which is found again best, or worst, in the other text (lead, both_leads); and whether all marks stand in
    one order in both, as a spinner leaves them (intact)."""  # fmt: skip

    runs: float
    grams: float
    marks: float
    order: float
    both_grams: float
    both_order: float
    lead: float
    both_leads: float
    intact: float

    @property
    def certainty(self) -> float:
        """How surely they are one text, republished, revised, updated or spun: 0 to 1."""
        bias, weights = _weights()
        return 1.0 / (1.0 + exp(-bias - sum(w * x for w, x in zip(weights, astuple(self), strict=True))))


def likeness(one: Print, other: Print) -> Likeness:
    """What two texts share."""
    small, large = sorted((one, other), key=lambda p: len(p.words))
    pairs, pairs_large = small.order, large.order
    grams, grams_large = set(small.chosen.tolist()), set(large.chosen.tolist())
    leads = _lead(small, large), _lead(large, small)
    return Likeness(
        _within(small.runs, large.runs), _within(grams, grams_large), _within(set(small.marks), set(large.marks), 1),
        _within(pairs, pairs_large, 0.5), _both(grams, grams_large), _both(pairs, pairs_large, 0.5),
        max(leads), min(leads), _intact(pairs, pairs_large),
    )  # fmt: skip


def apart(one: Print, other: Print) -> bool:
    """Have two texts too little in common to be anything to each other? Told before the costly shares are reckoned."""
    small, large = sorted((one, other), key=lambda p: len(p.words))
    if _within(small.runs, large.runs) >= LITTLE:
        return False
    return _within(small.order, large.order, 0.5) < LOOSE


def _intact(one: Kinds, other: Kinds) -> float:
    """0 where a fifth or more of the marks have other neighbours; 1 where none has, and there are enough to tell."""
    whole = max(0.0, (_both(one, other) - CHANGED) / (1 - CHANGED))
    return whole * min(1.0, len(one | other) / ENOUGH)


def _lead(one: Print, other: Print) -> float:
    """How much of the first words of one text the other has."""
    return _within(together(one.words[: LEAD - 1], one.words[1:LEAD]), other.pairs)


def _within(small: Kinds, large: Kinds, doubt: float = 0) -> float:
    """The share of the small set that is in the large one; `doubt` draws it to one half where the set is tiny."""
    return (len(small & large) + doubt) / (max(len(small), 1) + 2 * doubt)


def _both(one: Kinds, other: Kinds, doubt: float = 0) -> float:
    shared = len(one & other)
    return (shared + doubt) / (max(len(one) + len(other) - shared, 1) + 2 * doubt)


@cache
def _weights() -> tuple[float, Sequence[float]]:
    found = orjson.loads((resources.files("tutanak.stories") / "weights.json").read_bytes())
    return found["bias"], [found["weights"][name] for name in Likeness.__slots__]
