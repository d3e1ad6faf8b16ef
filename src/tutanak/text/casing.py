"""Case and folding for Turkish: the one module that may change a letter's case.

Every function keeps the length: one code point in, one out, so that offsets stay true.
"""

from __future__ import annotations

import unicodedata
from typing import Final


def lower(text: str) -> str:
    """Lower case by Turkish rules: I → ı, İ → i; same length."""
    return text.replace("I", "ı").replace("İ", "i").lower()  # six passes in C beat one str.translate fourteen times


def upper(text: str) -> str:
    """Upper case by Turkish rules: i → İ, ı → I; letters whose upper case is longer (ß) stay as they are."""
    dotted = text.replace("i", "İ").replace("ı", "I")
    raised = dotted.upper()
    return raised if len(raised) == len(text) else "".join([_raised(c) for c in dotted])


def fold(text: str) -> str:
    """Lower case with plain marks (’ ‘ → ', “ ” → "); same length. For look-up alone."""
    return plain(text).replace("I", "ı").replace("İ", "i").lower()


def bare(text: str) -> str:
    """Lower case without any mark on a letter ("Kılıçdaroğlu" → "kilicdaroglu"); same length. For look-up alone."""
    low = lower(text)
    return low if low.isascii() else low.translate(_BARE)


def plain(text: str) -> str:
    """Typographic marks made plain (’ ‘ → ', “ ” → "), case kept; same length."""
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def _raised(letter: str) -> str:
    """The upper case of one letter, unless it needs two."""
    raised = letter.upper()
    return raised if len(raised) == 1 else letter


def _stripped(code: int) -> int:
    """The letter under its marks; a letter that is more than that stays as it is."""
    parts = unicodedata.normalize("NFD", chr(code))
    return ord(parts[0]) if len(parts) > 1 and all(unicodedata.combining(p) for p in parts[1:]) else code


_BARE: Final = {code: _stripped(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))} | {ord("ı"): ord("i"), ord("ə"): ord("e")}
