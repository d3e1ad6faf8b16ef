"""What an article is known by: its words, character 5-grams, and the marks that spinners and editors leave alone.

Marks are numbers and names (of people, places, bodies, months), without their endings, in the order of the text. All of
it is folded, serves look-up alone, and needs no reading: a fingerprint costs less than a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from tutanak.text.casing import fold

GRAM: Final = 5
"""Characters of a gram."""

_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|\w+")
_ENDING: Final = re.compile(r"'\w*")  # in folded text: what stands behind an apostrophe
_CAPITAL: Final = "A-ZÇĞİÖŞÜÂÎÛ"
_CLOSING: Final = frozenset('.,;:!?)"')
_MARK: Final = re.compile(rf"[\d{_CAPITAL}](?:(?<=\d)\d*(?:[.,:]\d+)*|(?<=[^\s.!?…\"“”«»] [{_CAPITAL}])\w*)")
"""Numbers, and capitals within a sentence. It begins with a class of characters, for that is what `re` looks for quickly."""
_CHOSEN: Final = tuple(map(ord, "eı"))
"""5-grams that begin with these letters, taken for one, stand for all: an eighth of the work, and two texts choose the same ones."""


class Print:
    """The fingerprint of a text. words: folded, without what stands behind an apostrophe; marks: the numbers and names among them."""

    __slots__ = ("_chosen", "_grams", "_order", "_pairs", "_runs", "marks", "words")

    def __init__(self, text: str) -> None:
        low = fold(text)
        self.words: list[str] = _words(low)
        self.marks: list[str] = fold("\n".join(_MARK.findall(text))).split()
        self._chosen: npt.NDArray[np.int64] | None = None
        self._grams: frozenset[str] | None = None
        self._order: frozenset[int] | None = None
        self._pairs: frozenset[int] | None = None
        self._runs: frozenset[int] | None = None

    @property
    def line(self) -> str:
        return " ".join(self.words)

    @property
    def grams(self) -> frozenset[str]:
        """The character 5-grams of the words."""
        if self._grams is None:
            self._grams = frozenset(grams(self.line))
        return self._grams

    @property
    def chosen(self) -> npt.NDArray[np.int64]:
        """5-grams chosen by their first letter, which stand for all of them; all where a text is so short that it has none of those.
        Each is told by the number that its other four letters, of 16 bits, make."""  # fmt: skip
        if self._chosen is None:
            self._chosen = _chosen(self.line)
        return self._chosen

    @property
    def runs(self) -> frozenset[int]:
        """The runs of four words."""
        if self._runs is None:
            words = self.words
            self._runs = together(words, words[1:], words[2:], words[3:])
        return self._runs

    @property
    def order(self) -> frozenset[int]:
        """The marks two by two."""
        if self._order is None:
            self._order = together(self.marks, self.marks[1:])
        return self._order

    @property
    def pairs(self) -> frozenset[int]:
        """The words two by two."""
        if self._pairs is None:
            self._pairs = together(self.words, self.words[1:])
        return self._pairs


def together(*words: Sequence[str]) -> frozenset[int]:
    """Words that stand together, each such group told by a number of this process: two of them are one number once in 2^64. Tuples would be
    looked through by the collector of cycles again and again."""  # fmt: skip
    return frozenset(map(hash, zip(*words, strict=False)))


def _words(low: str) -> list[str]:
    """The words of a folded text. Most stand between spaces with nothing else, or a closing mark, and need no pattern."""
    words: list[str] = []
    for piece in low.split():
        if piece.isalpha():
            words.append(piece)
        elif piece[-1] in _CLOSING and piece[:-1].isalpha():
            words.append(piece[:-1])
        else:
            words += _WORD.findall(_ENDING.sub(" ", piece) if "'" in piece else piece)
    return words


def _chosen(line: str) -> npt.NDArray[np.int64]:
    units = line.encode("utf-16-le", "surrogatepass").ljust(2 * GRAM, b"\0")
    first = np.frombuffer(units, "<u2")[: 1 - GRAM]
    rest = np.ndarray(len(first), "<i8", units, 2, (2,))  # at each letter the four behind it
    chosen = rest[(first == _CHOSEN[0]) | (first == _CHOSEN[1])]
    return chosen if len(chosen) else rest


def grams(line: str) -> list[str]:
    """All 5-grams of a line, in order; a line that is shorter is one."""
    return [line[i : i + GRAM] for i in range(max(1, len(line) - GRAM + 1))]
