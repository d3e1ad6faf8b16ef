"""What an article is to another that is known: same, republished, update, revision, spun, or one that shares background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tutanak.stories.likeness import Likeness
from tutanak.stories.prints import Print
from tutanak.stories.swapped import SPUN, covered, swapped

SAME: Final = "same"
REPUBLISHED: Final = "republished"
UPDATE: Final = "update"
REVISION: Final = "revision"
SPUN_COPY: Final = "spun"
ORIGINAL: Final = "original"  # the text that the other article was spun from
BACKGROUND: Final = "shares_background"

ONE_TEXT: Final = frozenset({SAME, REPUBLISHED, UPDATE, REVISION, SPUN_COPY, ORIGINAL})
"""Relations of articles of one story."""

SURE: Final = 0.45
"""How sure two articles must be one text to be of one story; no trap of the tuning half comes near it."""
FEW: Final = 0.12
"""Share of runs of words in common from which on two articles share background, ..."""
SENTENCE: Final = 8
"""... if they are as many as a sentence has: a formula of the trade is none."""
COVERED: Final = 0.7
"""Share of the longer text from which on one that is swapped so much that little else tells it is a copy of the other: texts that share
background have half at most, ..."""
MUCH: Final = 0.1
LEFT: Final = 0.6
"""... if so many words are swapped, and so many numbers and names left: of tables and reports of exchanges each day's has other numbers."""
WHOLE: Final = 0.8
"""5-grams in common from which on a text counts as taken over whole, where the outlets are not known."""


@dataclass(frozen=True, slots=True)
class Known:
    """An article as far as relations need it. spin: how surely it is spun, judged by its own words (0 to 1)."""

    print: Print
    url: str | None = None
    outlet: str | None = None
    spin: float = 0.0


def relation(new: Known, old: Known, like: Likeness) -> str | None:
    """What the new article is to the old one; None: nothing."""
    if new.url and new.url == old.url:
        return SAME if new.print.words == old.print.words else REVISION
    if like.certainty < SURE:
        return _shared(new, old, like) if like.runs >= FEW and len(new.print.runs & old.print.runs) >= SENTENCE else None
    if new.print.words == old.print.words:
        return SAME
    if swapped(old.print.words, new.print.words) >= SPUN:
        return _spun(new, old)
    return _retold(new, old, like)


def _shared(new: Known, old: Known, like: Likeness) -> str:
    """A text that is no sure copy of another shares background with it, unless it is the other word for word, but for very many swaps."""
    one, other = new.print.words, old.print.words
    return _spun(new, old) if like.marks >= LEFT and covered(one, other) >= COVERED and swapped(one, other) >= MUCH else BACKGROUND


def _spun(new: Known, old: Known) -> str:
    return ORIGINAL if old.spin > new.spin else SPUN_COPY


def _retold(new: Known, old: Known, like: Likeness) -> str:
    """Republished by another outlet, or brought up to date by the same; told by the text where outlets are not known."""
    if new.outlet and old.outlet:
        return UPDATE if new.outlet == old.outlet else REPUBLISHED
    return REPUBLISHED if like.both_grams >= WHOLE else UPDATE
