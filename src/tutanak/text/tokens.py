"""Tokens: words, numbers and marks with their places, in one pass of one pattern.

A word keeps its apostrophe suffix ("Putin’in"), its hyphens ("Türkiye-AB", "F-16’lar") and, where it is an
abbreviation, an initial or an ordinal, its dot ("Dr.", "W.", "6.").
"""

from __future__ import annotations

import re
from typing import Final

from tutanak.text.context import settle
from tutanak.text.layout import Doubt, Token
from tutanak.text.morphology import DOT, GLUED, MARK, STOP, Morphology

_LETTER: Final = r"[^\W\d_]"
_TAIL: Final = r"(?:[^\W_]|[\u0300-\u036f\u00ad])*"  # combining marks and soft hyphens stay with their word
_WORD: Final = _LETTER + _TAIL
_APOSTROPHE: Final = "['’‘´`ʼ′]"
_SUFFIX: Final = rf"(?:{_APOSTROPHE}{_WORD})"
_CAPITAL: Final = "[A-ZÇĞİÖŞÜÂÎÛ]"
_PLAIN: Final = "[a-zçğıöşüA-ZÇĞİÖŞÜ]+(?=[ ,])"  # most words; said apart, for speed
_HYPHEN: Final = "[-‐‑]"

PATTERN: Final = re.compile(
    rf"""
      {_PLAIN}
    | (?:https?://|www\.)[^\s<>"'“”‘’]*[^\s<>"'“”‘’.,;:!?)\]…]
    | {_WORD}(?:{_HYPHEN}(?:{_WORD}|\d+))*(?:{_SUFFIX}+(?:{_HYPHEN}{_WORD}{_SUFFIX}?)*)?
        (?:(?<=\b{_CAPITAL})(?:\.{_CAPITAL}(?!\w))*\.(?:{_LETTER}{{2,}}{_TAIL}|(?<=\.\w\.))?{_SUFFIX}?)?   # A.B.D., T.C.’nin, G.Saray
        (?:@[\w-]+(?:\.[\w-]+)+)?
    | \d+(?:[.,:]\d+)*(?:{_SUFFIX}|{_WORD}{_SUFFIX}?|{_HYPHEN}{_LETTER}{{2,}}{_TAIL}{_SUFFIX}?)?
    | [@\#]\w+
    | \.{{2,}} | [?!]{{2,}} | '' | ’’ | ‘‘ | `` | ,, | [^\w\s\u200b-\u200f\u2060\ufeff] | _
    """,
    re.VERBOSE,
)

_ORDINAL: Final = re.compile(r"\d{1,3}|[IVX]+")
_PERCENT: Final = frozenset(["yüzde", "%", "binde"])


def tokenize(text: str, morphology: Morphology) -> tuple[list[Token], list[int], list[int]]:
    """All tokens of a text; the places of those that are quotation marks; of those that may end a sentence."""
    tokens: list[Token] = []
    marks: list[int] = []
    stops: list[int] = []
    doubts: list[tuple[int, Doubt]] = []
    known = morphology.known
    for match in PATTERN.finditer(text):
        string = match.group()
        word = known.get(string)
        if word is None:
            word = morphology.study(string)
        start = match.start()
        if word.role:
            if word.role == DOT and tokens and _owns_dot(text, start, tokens, morphology):
                if _take_dot(tokens[-1], morphology):
                    stops.append(len(tokens) - 1)
                continue
            if word.role == GLUED:
                tokens.append(_part(string[: word.base], start, morphology))
                tokens.append(_part(string[word.base :], start + word.base, morphology))
                continue
            (marks if word.role == MARK else stops).append(len(tokens))
        elif word.doubt is not None:
            doubts.append((len(tokens), word.doubt))
        tokens.append(Token(word, start, start + len(string)))
    settle(tokens, doubts)
    return tokens, marks, stops


def _part(string: str, start: int, morphology: Morphology) -> Token:
    """One of two words that stand together."""
    return Token(morphology.known.get(string) or morphology.study(string), start, start + len(string))


def _owns_dot(text: str, dot: int, tokens: list[Token], morphology: Morphology) -> bool:
    """Does the dot behind the last token belong to it, an abbreviation's or an ordinal's? A percentage is no ordinal."""
    token = tokens[-1]
    if token.end != dot:
        return False
    if token.low in morphology.abbreviations:
        return True
    ordinal = _ORDINAL.fullmatch(token.text) is not None and text[dot + 1 : dot + 2] in " \u00a0" and text[dot + 2 : dot + 3].isalpha()
    return ordinal and (len(tokens) < 2 or tokens[-2].low not in _PERCENT)


def _take_dot(token: Token, morphology: Morphology) -> bool:
    """Lengthen an abbreviation or an ordinal by its dot; may it end a sentence all the same ("vb.")?"""
    text = token.text + "."
    word = morphology.known.get(text) or morphology.study(text)
    token.read_as(word)
    token.end = token.base_end = token.end + 1
    return word.role == STOP
