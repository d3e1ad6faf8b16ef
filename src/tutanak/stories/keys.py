"""The keys under which an article is found again among a million: one shared key makes a candidate, nothing more.

Three kinds, for three ways of copying: bands of a MinHash over character 5-grams (a whole text taken over, also with
words swapped); runs of marks (names and numbers stay where they were in a spun part); runs of words (sentences of a long
report taken over). Kept keys are few, so that an article costs less than a kilobyte; those asked with are more, so that a
short text is found in a long one, and the other way round.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from zlib import adler32, crc32

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

from tutanak.stories.prints import Print

BANDS: Final = 16
ROWS: Final = 4
SEED: Final = 20_22_10_13
MIXED: Final = np.uint64(0x9E37_79B9_7F4A_7C15)  # spreads letters over all bits of a number
KEPT: Final = 20  # keys of marks, and of runs of words, that are kept of an article
ASKED: Final = 192  # and that are asked with
RUN: Final = 5  # words of a run
LETTERS: Final = 6  # of the word with which a run begins: every seventh word of a Turkish text


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
    return Keys(_bands(print_.chosen), _marks(print_.marks), _runs(print_.words))


def _bands(chosen: npt.NDArray[np.int64]) -> tuple[int, ...]:
    hashed = chosen.view(np.uint64) * MIXED
    hashed ^= hashed >> np.uint64(32)
    (digest,) = RMinHash.digest_matrix_from_flat_token_hashes(hashed, [0, len(hashed)], BANDS * ROWS, SEED).to_rows()
    raw = array("Q", digest).tobytes()
    width = len(raw) // BANDS
    return tuple(_keys([b"%d " % band + raw[band * width : (band + 1) * width] for band in range(BANDS)]))


def _marks(marks: Sequence[str]) -> tuple[int, ...]:
    """Keys of three marks in a row."""
    return tuple(sorted(set(_keys([f"{a} {b} {c}".encode() for a, b, c in zip(marks, marks[1:], marks[2:], strict=False)]))))


def _runs(words: Sequence[str]) -> tuple[int, ...]:
    """Keys of runs of words that begin at words of one length: two texts choose the same ones."""
    begins = [n for n, word in enumerate(words[: 1 - RUN]) if len(word) == LETTERS]
    return tuple(sorted(set(_keys([" ".join(words[n : n + RUN]).encode() for n in begins]))))


def _keys(of: Iterable[bytes]) -> list[int]:
    """Of each a number of 35 bits, as `runs` keeps them."""
    return [crc32(told) << 3 | adler32(told) & 7 for told in of]
