"""The keys under which an article is found again among a million: one shared key makes a candidate, nothing more.

Three kinds, for three ways of copying: bands of a MinHash over character 5-grams (a whole text taken over, also with
words swapped); runs of marks (names and numbers stay where they were in a spun part); runs of words (sentences of a long
report taken over). Kept keys are few, so that an article costs less than a kilobyte; those asked with are more, so that a
short text is found in a long one, and the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from rensa import RMinHash

from tutanak.stories.prints import Print, grams

BANDS: Final = 16
ROWS: Final = 4
SEED: Final = 20_22_10_13
KEPT: Final = 18  # keys of marks, and of runs of words, that are kept of an article
ASKED: Final = 192  # and that are asked with
PRIME: Final = (1 << 61) - 1
F: Final = 0x9E37_79B9_7F4A_7C15 % PRIME  # codes are mixed as the digits of a number to this base
MASK: Final = (1 << 48) - 1
EVERY: Final = 6  # a run begins at every sixth kind of word: two texts choose the same ones

_CHOSEN: Final = re.compile("(?=([aeiı].{4}))[aeiı]")
"""5-grams that begin with these letters stand for all: a quarter of the work, and two texts choose the same ones."""


@dataclass(frozen=True, slots=True)
class Keys:
    """bands: of the MinHash; marks: of runs of marks; runs: of runs of words; the two in an order that all texts share."""

    bands: tuple[int, ...]
    marks: tuple[int, ...]
    runs: tuple[int, ...]

    @property
    def kept(self) -> tuple[int, ...]:
        return *self.bands, *self.marks[:KEPT], *self.runs[:KEPT]

    @property
    def asked(self) -> tuple[int, ...]:
        return *self.bands, *self.marks[:ASKED], *self.runs[:ASKED]


def keys(print_: Print) -> Keys:
    """The keys of an article."""
    return Keys(_bands(print_.line), _marks(print_.marks), _runs(print_.words))


def _bands(line: str) -> tuple[int, ...]:
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(_CHOSEN.findall(line) or grams(line))
    digest = sketch.digest()
    bands = zip(*(digest[row::ROWS] for row in range(ROWS)), strict=True)
    return tuple(((((i * F + a) * F + b) * F + c) * F + d) % PRIME & MASK for i, (a, b, c, d) in enumerate(bands, 1))


def _marks(marks: Sequence[str]) -> tuple[int, ...]:
    """Keys of three marks in a row."""
    codes = [crc32(mark.encode()) for mark in marks]
    return tuple(sorted({((a * F + b) * F + c) % PRIME & MASK for a, b, c in zip(codes, codes[1:], codes[2:], strict=False)}))


def _runs(words: Sequence[str]) -> tuple[int, ...]:
    """Keys of runs of words that begin at words chosen by their hash."""
    codes = [crc32(word.encode()) for word in words]
    runs = zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)
    return tuple(sorted({((((a * F + b) * F + c) * F + d) * F + e) % PRIME & MASK for a, b, c, d, e in runs if not a % EVERY}))
