"""Word forms and their readings."""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.text import casing
from tutanak.text.layout import Form

DOT, MARK, STOP = 1, 2, 3
_MOST: Final = 200_000  # words remembered before the memory is emptied


class Word:
    """What is known of a string wherever it stands."""

    __slots__ = ("base", "forms", "kind", "low", "role")

    def __init__(self, low: str, kind: str, base: int, forms: tuple[Form, ...], role: int) -> None:
        self.low = low
        self.kind = kind
        self.base = base
        self.forms = forms
        self.role = role


class Morphology:
    """Readings of word forms in one language."""

    def __init__(self) -> None:
        self.known: dict[str, Word] = {}
        self.abbreviations: frozenset[str] = frozenset(["dr", "prof", "doç", "yrd", "av", "org", "gen", "alb", "vb", "vs", "st", "mr", "müh", "no", "bkz"])

    def study(self, string: str) -> Word:
        """Read a string not seen before, and remember it."""
        if len(self.known) >= _MOST:
            self.known.clear()
        word = self._read(string)
        self.known[string] = word
        return word

    def _read(self, string: str) -> Word:
        from tutanak.text.quotations import MARKS
        low = casing.fold(string)
        if string[0].isdigit():
            return Word(low, "number", len(string), (Form(low, "NUM"),), 0)
        if string[0].isalnum() or string[0] in "@#":
            base = low.find("'")
            return Word(low, "word", base if base > 0 else len(string), (Form(low, "NOUN"),), 0)
        role = MARK if string in MARKS else DOT if string == "." else STOP if string[0] in ".!?…" else 0
        return Word(low, "punct", len(string), (Form(string, "PUNCT"),), role)


@cache
def turkish() -> Morphology:
    """The morphology of Turkish, loaded once."""
    return Morphology()
