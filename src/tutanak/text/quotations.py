"""Quotations: which marks open and close, paragraph by paragraph.

A mark's glyph says less than its place: papers write ”wrong way” marks, open with “ and close with ", and
re-open a speech at each paragraph. So a mark opens or closes by what stands beside it and by what is open.
"""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.spans import Span
from tutanak.text.layout import Quotation, Token

_DOUBLE, _ANGLE, _SINGLE = 0, 1, 2
_FAMILY: Final[dict[str, int]] = {
    **dict.fromkeys(["“", "”", '"', "„", "‟", "''", "’’", "‘‘", "``", "´´", ",,", "＂", "″"], _DOUBLE),
    **dict.fromkeys(["«", "»", "<<", ">>"], _ANGLE),
    **dict.fromkeys(["'", "‘", "’", "‚", "‹", "›", "`", "´"], _SINGLE),
}  # fmt: skip

_OPENING: Final = frozenset((*"“„‟«‘‚‹", "<<"))
# Those by which words that stand alone begin, as headings and names do.
OPENING_MARKS: Final = frozenset(("“", '"', "‘", "'", "«"))
_CLOSING: Final = frozenset((*"”»’›", ">>"))
_BEFORE: Final = frozenset("([{-–—/:;,")  # what may touch an opening mark from the left
_ENDERS: Final = frozenset(".!?…")
_FARTHEST: Final = 20  # paragraphs over which an open speech may wait for its closing mark
_LONGEST_TITLE: Final = 10  # words
_IN_TITLES: Final = frozenset(("ve", "ile", "için", "veya", "ya", "da", "de"))  # small words of a name that has capitals
_DEEPEST: Final = 8  # marks nested deeper than this are noise, and would cost quadratic time


@mypyc_attr(acyclic=True)
class _Open:
    """A mark that opened: its token, family and the first place where its speech re-opens."""

    __slots__ = ("family", "reopened", "token")

    def __init__(self, token: int, family: int) -> None:
        self.token = token
        self.family = family
        self.reopened = -1


class _Pairing:
    """The marks of one paragraph, read from left to right."""

    __slots__ = ("counts", "end", "pairs", "stack", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], end: int) -> None:
        self.text = text
        self.tokens = tokens
        self.end = end
        self.stack: list[_Open] = []
        self.counts = [0, 0, 0]
        self.pairs: list[tuple[int, int, bool]] = []  # opening token, closing token (or past the last), closed

    def read(self, marks: list[int]) -> None:
        for place in marks:
            family = _FAMILY[self.tokens[place].text]
            if self._opens(place, family):
                self._open(place, family)
            elif self.counts[family]:
                self._close(place, family)
            elif family == _DOUBLE and self.stack and self.stack[-1].family == _SINGLE:
                self._close(place, _SINGLE)  # "‘Hazırız.” dedi": opened by a mark of another kind
        while self.stack:
            self._leave(self.end)

    def _opens(self, place: int, family: int) -> bool:
        """Does the mark open? By its place first, its glyph second, what is open third."""
        token = self.tokens[place]
        left = _room_before(self.text, token.start)
        right = _room_after(self.text, token.end)
        if left and not right:
            return not (token.text in _CLOSING and self.counts[family])
        if right and not left:
            return False
        if token.text in _OPENING:
            return not (self.counts[family] and left and self._goes_on(place))
        return token.text not in _CLOSING and not self.counts[family] and family != _SINGLE

    def _goes_on(self, place: int) -> bool:
        """Does the sentence go on in small letters behind the mark ("Hazırız “ dedi")?"""
        return place + 1 < self.end and self.tokens[place + 1].kind == "word" and not self.tokens[place + 1].capital

    def _open(self, place: int, family: int) -> None:
        if len(self.stack) >= _DEEPEST:
            return
        if self.stack and self.stack[-1].family == family and self.stack[-1].reopened < 0 and _ended(self.tokens[place - 1]):
            self.stack[-1].reopened = place
        self.stack.append(_Open(place, family))
        self.counts[family] += 1

    def _close(self, place: int, family: int) -> None:
        while self.stack[-1].family != family:
            self._leave(place)
        opened = self.stack.pop()
        self.counts[family] -= 1
        self.pairs.append((opened.token, place, True))

    def _leave(self, end: int) -> None:
        """Close what nobody closed: at its re-opening or at `end`; a lone single mark is an apostrophe."""
        opened = self.stack.pop()
        self.counts[opened.family] -= 1
        if opened.family != _SINGLE:
            self.pairs.append((opened.token, opened.reopened if opened.reopened >= 0 else end, False))


def _room_before(text: str, start: int) -> bool:
    """May an opening mark stand here?"""
    before = text[start - 1 : start]
    if before in ("'", '"') and start > 1:  # a mark right behind a mark: what stands before both?
        before = text[start - 2 : start - 1]
    return not before or before.isspace() or before in _BEFORE or before in _OPENING


def _room_after(text: str, end: int) -> bool:
    """May a closing mark end here?"""
    after = text[end : end + 1]
    return not after or after.isspace() or not (after.isalnum() or after in _OPENING or after in "([{@#$€%\"'")


def _ended(token: Token) -> bool:
    return token.text[-1] in _ENDERS


def pair(text: str, tokens: list[Token], marks: list[int], paragraphs: list[Span]) -> list[Quotation]:
    """All quotations in order of their opening marks; sets each token's `quote`."""
    quotations: list[Quotation] = []
    at = 0
    number = 0
    while number < len(paragraphs):
        first = at
        at = _marks_until(tokens, marks, at, paragraphs[number].end)
        last = number
        if at > first:
            pairing = _read(text, tokens, marks[first:at], paragraphs[number].end)
            last, more = _runs_on(text, tokens, marks, paragraphs, number, at, pairing)
            if last > number:
                at = more
                pairing = _read(text, tokens, marks[first:at], paragraphs[last].end)
            _write_down(pairing, number, quotations)
        number = last + 1
    return quotations


def _read(text: str, tokens: list[Token], marks: list[int], offset: int) -> _Pairing:
    pairing = _Pairing(text, tokens, _first_from(tokens, marks[-1], offset))
    pairing.read(marks)
    return pairing


def _marks_until(tokens: list[Token], marks: list[int], at: int, offset: int) -> int:
    while at < len(marks) and tokens[marks[at]].start < offset:
        at += 1
    return at


def _runs_on(text: str, tokens: list[Token], marks: list[int], paragraphs: list[Span], number: int, at: int, pairing: _Pairing) -> tuple[int, int]:
    """The paragraph where a speech left open in paragraph `number` is closed, and the first mark after it.

    Papers break one quotation into paragraphs without marks between; the next mark of all is then a closing one.
    The paragraph itself where the speech is closed, re-opened, or never closed.
    """
    if at >= len(marks) or not any(not closed and end == pairing.end for _, end, closed in pairing.pairs):
        return number, at
    closing = _closing(text, tokens, marks, paragraphs, number, at)
    if closing < 0:
        return number, at
    last = number
    while paragraphs[last].end <= tokens[marks[closing]].start:
        last += 1
    return last, _marks_until(tokens, marks, at, paragraphs[last].end)


def _closing(text: str, tokens: list[Token], marks: list[int], paragraphs: list[Span], number: int, at: int) -> int:
    """The mark, from `at` on, that closes a speech left open before; -1 where a paragraph opens anew first, or none does."""
    depth = 1
    last = number
    for place in range(at, len(marks)):
        token = tokens[marks[place]]
        while paragraphs[last].end <= token.start:
            last += 1
        if last - number > _FARTHEST:
            return -1
        if _FAMILY[token.text] == _SINGLE:
            continue
        before, after = _room_before(text, token.start), _room_after(text, token.end)
        if before and not after:
            if not text[paragraphs[last].start : token.start].strip():
                return -1
            depth += 1
        elif after and not before:
            depth -= 1
            if depth == 0:
                return place
    return -1


def _first_from(tokens: list[Token], place: int, offset: int) -> int:
    """The first token at `offset` or later, counted from `place` on."""
    while place < len(tokens) and tokens[place].start < offset:
        place += 1
    return place


def _write_down(pairing: _Pairing, paragraph: int, quotations: list[Quotation]) -> None:
    """Pairs become quotations: numbered, nested, known to their tokens."""
    tokens = pairing.tokens
    around: list[Quotation] = []
    for first, last, closed in sorted(pairing.pairs, key=lambda pair: (pair[0], -pair[1])):
        if last - first < 2:
            continue  # nothing between the marks
        while around and around[-1].last <= first:
            around.pop()
        close = tokens[last].end if closed else tokens[last - 1].end
        end = tokens[last].start if closed else close
        parent = around[-1].index if around else -1
        quotation = Quotation(tokens[first].end, end, tokens[first].start, close, first + 1, last, paragraph, parent, closed)
        quotation.index = len(quotations)
        quotations.append(quotation)
        around.append(quotation)
        within = tokens[first + 1 : last]
        speech = parent if is_aside(within) else quotation.index
        for token in within:
            token.quote = quotation.index
            token.speech = speech


def is_aside(within: list[Token]) -> bool:
    """Are these a few words that the writer marks ("kınadığını"), no speech of their own ("Hazırız.")?"""
    return (len(within) <= 3 and all(token.kind == "word" for token in within)) or is_clause(within) or is_title(within)


def is_title(within: list[Token]) -> bool:
    """Is it a name of several words ("Bölgesel Sınır İzleme Misyonu", "Barış için Ortaklık Programı")?"""
    if len(within) > _LONGEST_TITLE or not (within[0].capital and within[-1].capital):
        return False
    return all(token.kind == "word" and (token.capital or token.low in _IN_TITLES) and token.form.verb_form != "finite" for token in within)


def is_clause(within: list[Token]) -> bool:
    """Is it a clause that only the sentence around it makes whole ("… iki köyü vurduğunu")?"""
    form = within[-1].form
    if form.suffix not in ("dik", "acak", "ma") or not form.possessive.startswith("3"):
        return False
    return not any(token.form.verb_form == "finite" or token.text in (".", "?", "!", ":") for token in within)
