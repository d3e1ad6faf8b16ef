"""Tokens: words, numbers and marks with their places, in one pass of one pattern.

A word keeps its apostrophe suffix ("Putin’in"), its hyphens ("Türkiye-AB", "F-16’lar") and, where it is an
abbreviation, an initial or an ordinal, its dot ("Dr.", "W.", "6.").
"""

from __future__ import annotations

import re
from typing import Final

from tutanak.text import casing
from tutanak.text.context import settle
from tutanak.text.layout import Doubt, Token, Word
from tutanak.text.morphology import DOT, GLUED, MARK, STOP, Morphology

_LETTER: Final = r"[^\W\d_]"
_TAIL: Final = r"(?:[^\W_]|[\u0300-\u036f\u00ad])*"  # combining marks and soft hyphens stay with their word
_WORD: Final = _LETTER + _TAIL
_APOSTROPHE: Final = "['’‘´`ʼ′]"
_SUFFIX: Final = rf"(?:{_APOSTROPHE}{_WORD})"
_CAPITAL: Final = "[A-ZÇĞİÖŞÜÂÎÛ]"
_PLAIN: Final = "[a-zçğıöşüA-ZÇĞİÖŞÜ]+(?=[ ,])"  # most words; said apart, for speed
_HYPHEN: Final = "[-‐‑]"
_AGAIN: Final = rf"{_CAPITAL}(?:[a-zçğıöşü]{{2,}}|(?<![AEIİOÖUÜDTNSY])[a-zçğıöşü]\b)"  # a word of its own, no ending ("'De" is a slip)

PATTERN: Final = re.compile(
    rf"""
      {_PLAIN}
    | [a-zçğıöşü]{{2,}}(?=['’]{_AGAIN})   # "…sürecek’Bakan": the mark closes a quotation
    | (?:https?://|www\.)[^\s<>"'“”‘’]*[^\s<>"'“”‘’.,;:!?)\]…]
    | {_WORD}(?:{_HYPHEN}(?:{_WORD}|\d+))*(?:{_SUFFIX}+(?:{_HYPHEN}{_WORD}{_SUFFIX}?)*)?
        (?:(?<=\b{_CAPITAL})(?:\.{_CAPITAL}(?!\w))*\.(?:{_LETTER}{{2,}}{_TAIL}|(?<=\.\w\.))?{_SUFFIX}?)?   # A.B.D., T.C.’nin, G.Saray
        (?:@[\w-]+(?:\.[\w-]+)+|(?:\.[a-z\d-]+)*\.(?:com|org|net|gov|edu)(?:\.[a-z]{{2}})?\b{_SUFFIX}?)?   # a@b.tr, Sendika.org'un
    | \d+(?:[.,:]\d+)*(?:{_SUFFIX}|{_WORD}{_SUFFIX}?|{_HYPHEN}{_LETTER}{{2,}}{_TAIL}{_SUFFIX}?)?
    | [@\#]\w+
    | \.{{2,}} | [?!]{{2,}} | '' | ’’ | ‘‘ | `` | ´´ | ,, | << | >> | [^\w\s\u200b-\u200f\u2060\ufeff] | _
    """,
    re.VERBOSE,
)

_ORDINAL: Final = re.compile(r"\d{1,3}|[IVX]+")
_PERCENT: Final = frozenset(["yüzde", "%", "binde"])
_OPENING: Final = frozenset('“"(')  # part from what follows, whatever it is
_CLOSING: Final = frozenset('”"):;?!…')  # part from what stands before, unless that is the same mark again
_DOUBLED: Final = frozenset("?!…")


class Tokenizing:
    """The tokens of a text in the making; marks, stops: places of quotation marks, and of what may end a sentence.

    lows: what has been read of the line, folded, stretch by stretch: most of it has been folded long ago.
    """

    __slots__ = ("doubts", "lows", "marks", "morphology", "stops", "text", "tokens")

    def __init__(self, text: str, morphology: Morphology) -> None:
        self.text = text
        self.morphology = morphology
        self.tokens: list[Token] = []
        self.marks: list[int] = []
        self.stops: list[int] = []
        self.doubts: list[tuple[int, Doubt]] = []
        self.lows: list[str] = []

    def run(self) -> str:
        """From space to space, line by line: most stretches are one word; the others are taken apart. Gives the text folded."""
        start = 0
        lines: list[str] = []
        for line in self.text.split("\n"):
            self.lows = []
            for stretch in line.split(" "):
                self.enter(stretch, start)
                start += len(stretch) + 1
            lines.append(" ".join(self.lows))
        return "\n".join(lines)

    def enter(self, stretch: str, start: int) -> None:
        """Add the tokens of a stretch without spaces that begins at `start`."""
        word = self.morphology.known.get(stretch)
        if word is not None and word.alone:
            self.add(word, start, start + len(stretch))
            self.lows.append(word.low)
        elif len(stretch) > 1 and stretch[-1] in ",." and stretch[0] not in _OPENING:
            self.enter_marked(stretch, start)
        elif stretch:
            self.enter_new(stretch, start, self.read_whole(stretch) if word is None else None)
        else:
            self.lows.append(stretch)

    def enter_marked(self, stretch: str, start: int) -> None:
        """Add a stretch that ends in a comma or a dot: most are a word and the mark."""
        word = self.before_mark(stretch, start)
        if word is not None:
            self.lows.append(stretch if word.low is word.text else word.low + stretch[-1])
        else:
            first = len(self.tokens)
            self.read(start, start + len(stretch))
            self.lows.append(self.folded(first, start, start + len(stretch)))

    def enter_new(self, stretch: str, start: int, word: Word | None) -> None:
        """Add a stretch that was not met before as one word: as the word it is, or taken apart."""
        if word is not None:
            self.add(word, start, start + len(stretch))
            self.lows.append(word.low)
        else:
            first = len(self.tokens)
            self.take_apart(stretch, start)
            self.lows.append(self.folded(first, start, start + len(stretch)))

    def folded(self, first: int, start: int, end: int) -> str:
        """The stretch [start, end) folded, whose tokens stand from `first` on."""
        parts: list[str] = []
        for token in self.tokens[first:]:
            if token.start > start:
                parts.append(casing.fold(self.text[start : token.start]))
            parts.append(token.low)
            start = token.end
        if start < end:
            parts.append(casing.fold(self.text[start:end]))
        return "".join(parts)

    def whole(self, stretch: str) -> Word | None:
        """The stretch as one word: one met before, or one that is read whole."""
        word = self.morphology.known.get(stretch)
        if word is None:
            return self.read_whole(stretch)
        return word if word.alone else None

    def read_whole(self, stretch: str) -> Word | None:
        """A stretch not met before as one word: letters alone, perhaps with an ending behind an apostrophe."""
        letters = stretch.isalpha()
        if not letters and not _is_inflected(stretch):
            return None
        word = self.morphology.study(stretch, letters)
        return word if word.alone else None

    def take_apart(self, stretch: str, start: int) -> None:
        """The marks at both ends of a stretch part by themselves; the pattern reads what is left and no word."""
        first, last = 0, len(stretch)
        while first < last - 1 and stretch[first] in _OPENING:
            self.add_mark(stretch[first], start + first)
            first += 1
        while last > first + 1 and stretch[last - 1] in _CLOSING and stretch[last - 2] not in _DOUBLED:
            last -= 1
        self.enter_core(stretch[first:last], start + first)
        for at in range(last, len(stretch)):
            self.add_mark(stretch[at], start + at)

    def enter_core(self, core: str, start: int) -> None:
        word = self.whole(core)
        if word is not None:
            self.add(word, start, start + len(core))
        elif core[-1] not in ",." or self.before_mark(core, start) is None:
            self.read(start, start + len(core))

    def add_mark(self, mark: str, start: int) -> None:
        self.add_one(self.morphology.word(mark), mark, start)

    def before_mark(self, stretch: str, start: int) -> Word | None:
        """Add a word and the comma or dot behind it, where that is a token of its own; the word, if so."""
        word = self.whole(stretch[:-1])
        if word is None or not _bears(word, stretch[-1]):
            return None
        end = start + len(stretch) - 1
        self.add(word, start, end)
        self.add_mark(stretch[-1], end)
        return word

    def add(self, word: Word, start: int, end: int) -> None:
        if word.doubt is not None:
            self.doubts.append((len(self.tokens), word.doubt))
        self.tokens.append(Token(word, start, end))

    def read(self, start: int, end: int) -> None:
        """Read the stretch [start, end) by the pattern."""
        for match in PATTERN.finditer(self.text, start, end):
            string = match.group()
            self.add_one(self.morphology.word(string), string, match.start())

    def add_one(self, word: Word, string: str, start: int) -> None:
        if word.role:
            self.add_marked(word, string, start)
        else:
            self.add(word, start, start + len(string))

    def add_marked(self, word: Word, string: str, start: int) -> None:
        """Add what is no plain word: a dot may belong to the word before it, and a heading may run into the text."""
        tokens = self.tokens
        if word.role == DOT and tokens and _owns_dot(self.text, start, tokens, self.morphology):
            if _take_dot(tokens[-1], self.morphology):
                self.stops.append(len(tokens) - 1)
        elif word.role == GLUED:
            self.add_part(string[: word.base], start)
            self.add_part(string[word.base :], start + word.base)
        else:
            (self.marks if word.role == MARK else self.stops).append(len(tokens))
            tokens.append(Token(word, start, start + len(string)))

    def add_part(self, string: str, start: int) -> None:
        """Add one of two words that stand together."""
        self.tokens.append(Token(self.morphology.word(string), start, start + len(string)))


def tokenize(text: str, morphology: Morphology) -> tuple[str, list[Token], list[int], list[int]]:
    """A text folded; all its tokens; the places of those that are quotation marks; of those that may end a sentence."""
    made = Tokenizing(text, morphology)
    low = made.run()
    settle(made.tokens, made.doubts)
    return low, made.tokens, made.marks, made.stops


def _is_inflected(stretch: str) -> bool:
    """Letters, one apostrophe and an ending: "Putin’in"."""
    mark = "’" if "’" in stretch else "'"
    if mark not in stretch:
        return False
    name, _, ending = stretch.partition(mark)
    return name.isalpha() and ending.isalpha() and ending[0].islower()


def _bears(word: Word, mark: str) -> bool:
    """Is the mark right behind the word a token of its own? (The dot behind an initial or a number may not be.)"""
    return word.kind != "punct" if mark == "," else len(word.text) > 1 and word.text.isalpha()


def _owns_dot(text: str, dot: int, tokens: list[Token], morphology: Morphology) -> bool:
    """Does the dot behind the last token belong to it, an abbreviation's or an ordinal's? A percentage is no ordinal."""
    token = tokens[-1]
    if token.end != dot:
        return False
    if token.low in morphology.abbreviations:
        return True
    if not (token.text[0].isdecimal() or token.text[0] in "IVX") or _ORDINAL.fullmatch(token.text) is None:
        return False
    ordinal = text[dot + 1 : dot + 2] in " \u00a0" and text[dot + 2 : dot + 3].isalpha()
    return ordinal and (len(tokens) < 2 or tokens[-2].low not in _PERCENT)


def _take_dot(token: Token, morphology: Morphology) -> bool:
    """Lengthen an abbreviation or an ordinal by its dot; may it end a sentence all the same ("vb.")?"""
    text = token.text + "."
    word = morphology.word(text)
    token.read_as(word)
    token.end = token.base_end = token.end + 1
    return word.role == STOP
