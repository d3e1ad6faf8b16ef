"""Sentences: each rule looks at one possible cut and says SPLIT, JOIN or nothing; the first answer wins.

A possible cut stands behind a full stop, a question or exclamation mark or dots, and behind the brackets
and quotation marks that close after them. Line ends always cut. A quotation is cut inside, never from outside:
an outer sentence holds its quotations whole. `explain` runs the same rules and tells which one answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.spans import Span
from tutanak.text.layout import Quotation, Sentence, Token

JOIN, UNDECIDED, SPLIT = -1, 0, 1
_STOPS: Final = frozenset(".!?…")
_BRACKETS: Final = frozenset(")]}")
_OPENERS: Final = frozenset("“„«‘'\"([{-–—•*")
_LONGEST: Final = 250  # tokens outside quotations; the longest sentence of 1,956 real articles has 182
_HEADING: Final = 3  # words in capitals that begin a sentence: fewer are a name
_LONG: Final = 4  # tokens: fewer words in marks are a title or a call, not a sentence of their own


@mypyc_attr(acyclic=True)
class Cut:
    """A possible cut: behind token `stop` and the brackets after it, before token `next`; `first` begins the sentence."""

    __slots__ = ("first", "next", "quotation", "stop", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], first: int, stop: int, next: int, quotation: Quotation | None) -> None:
        self.text = text
        self.tokens = tokens
        self.first = first
        self.stop = stop
        self.next = next
        self.quotation = quotation  # the one that closes here, if any

    @property
    def follower(self) -> Token:
        """The first word or number behind the cut, opening marks passed over."""
        place = self.next
        while place + 1 < len(self.tokens) and place < self.next + _LONG and self.tokens[place].text in _OPENERS:
            place += 1
        return self.tokens[place]

    @property
    def glued(self) -> bool:
        """Do the next words follow without a space?"""
        return self.tokens[self.next - 1].end == self.tokens[self.next].start


# WHAT FOLLOWS


def a_small_letter_follows(cut: Cut) -> int:
    """No sentence begins with a small letter ("Ne oldu?" diye sordu)."""
    return JOIN if cut.follower.text[0].islower() else UNDECIDED


def a_mark_follows(cut: Cut) -> int:
    """A comma, a colon or another stop carries the sentence on."""
    text = cut.tokens[cut.next].text
    return JOIN if text in (",", ";", ":", "/") or text[0] in _STOPS or text in _BRACKETS else UNDECIDED


def a_digit_is_glued(cut: Cut) -> int:
    """A digit glued to the stop is a number cut short (.549)."""
    return JOIN if cut.glued and cut.tokens[cut.next].text[0].isdigit() else UNDECIDED


# QUOTATION MARKS CLOSE


def marks_close_at_the_front(cut: Cut) -> int:
    """“A. B.” Sonra …: a speech that begins the sentence is the sentence."""
    return SPLIT if cut.quotation is not None and cut.quotation.first - 1 == cut.first else UNDECIDED


def marks_close_behind_a_colon(cut: Cut) -> int:
    """… şöyle konuştu: “A. B.” Sonra …"""
    return SPLIT if cut.quotation is not None and cut.tokens[cut.quotation.first - 2].text == ":" else UNDECIDED


def marks_close_around_few_words(cut: Cut) -> int:
    """ "Neden?" Konferansı: a title in marks ends nothing."""
    quotation = cut.quotation
    if quotation is None or quotation.last - quotation.first > _LONG or cut.tokens[quotation.last - 1].text == ".":
        return UNDECIDED
    return JOIN


Rule = Callable[[Cut], int]
FOLLOWING: Final[tuple[Rule, ...]] = (a_small_letter_follows, a_mark_follows, a_digit_is_glued)
CLOSING: Final[tuple[Rule, ...]] = (marks_close_behind_a_colon, marks_close_around_few_words, marks_close_at_the_front)
RULES: Final[tuple[Rule, ...]] = (*FOLLOWING, *CLOSING)


def decide(cut: Cut) -> tuple[bool, str]:
    """Does the sentence end at the cut, and by which rule?"""
    for rule in FOLLOWING if cut.quotation is None else RULES:
        answer = rule(cut)
        if answer != UNDECIDED:
            return answer == SPLIT, rule.__name__
    return True, "a_stop_ends"


class _Dividing:
    """The possible cuts of a text, level by level: level -1 outside all marks, level n inside quotation n."""

    def __init__(self, text: str, tokens: list[Token], stops: list[int], quotations: list[Quotation]) -> None:
        self.text = text
        self.tokens = tokens
        self.closing: dict[int, Quotation] = {}
        self.levels: dict[int, list[int]] = {}
        self.told: list[tuple[int, bool, str]] = []
        for stop in stops:
            self.levels.setdefault(tokens[stop].quote, []).append(stop)
        for quotation in quotations:
            if quotation.closed and tokens[quotation.last - 1].text[-1] in _STOPS:
                self.closing[quotation.last] = quotation
                self.levels.setdefault(quotation.parent, []).append(quotation.last)
        for level in self.levels.values():
            level.sort()

    def between(self, first: int, last: int, level: int, at: int) -> tuple[list[tuple[int, int]], int]:
        """Token ranges of the sentences of a level in [first, last); `at`: where in the level's stops to begin, and then end."""
        ranges: list[tuple[int, int]] = []
        stops = self.levels.get(level, [])
        while at < len(stops) and stops[at] < last:
            stop = stops[at]
            at += 1
            next = self._behind(stop)
            if first < next < last and self._ends(Cut(self.text, self.tokens, first, stop, next, self.closing.get(stop))):
                ranges.append((first, next))
                first = next
        if first < last:
            ranges.append((first, last))
        return ranges, at

    def _behind(self, stop: int) -> int:
        """The token behind a stop and the brackets that close right after it."""
        next = stop + 1
        while next < len(self.tokens) and self.tokens[next].text in _BRACKETS and self.tokens[next].start == self.tokens[next - 1].end:
            next += 1
        return next

    def _ends(self, cut: Cut) -> bool:
        answer, rule = decide(cut)
        self.told.append((cut.stop, answer, rule))
        return answer


def divide(
    text: str, tokens: list[Token], stops: list[int], quotations: list[Quotation], paragraphs: list[Span]
) -> tuple[list[Sentence], dict[int, list[Sentence]]]:
    """The outer sentences in order, and those inside each quotation; sets each token's `index` and `sentence`."""
    dividing = _Dividing(text, tokens, stops, quotations)
    return _outer(dividing, _whole(paragraphs, quotations)), {q.index: _inner(dividing, q) for q in quotations}


def explain(text: str, tokens: list[Token], stops: list[int], quotations: list[Quotation], paragraphs: list[Span]) -> list[tuple[int, bool, str]]:
    """Each possible cut in order: the stop's token, whether the sentence ends there, the rule that said so."""
    dividing = _Dividing(text, tokens, stops, quotations)
    _outer(dividing, _whole(paragraphs, quotations))
    for quotation in quotations:
        _inner(dividing, quotation)
    return sorted(dividing.told)


def _whole(paragraphs: list[Span], quotations: list[Quotation]) -> list[tuple[int, int]]:
    """(number, end) of the paragraphs, those that a quotation joins taken as one: the first one's number, the last one's end."""
    joins = [(q.open, q.close) for q in quotations if q.parent < 0 and q.close > paragraphs[q.paragraph].end]
    whole: list[tuple[int, int]] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        while at < len(joins) and joins[at][1] <= paragraph.start:
            at += 1
        if whole and at < len(joins) and joins[at][0] < paragraph.start:
            whole[-1] = (whole[-1][0], paragraph.end)
        else:
            whole.append((number, paragraph.end))
    return whole


def _outer(dividing: _Dividing, paragraphs: list[tuple[int, int]]) -> list[Sentence]:
    tokens = dividing.tokens
    sentences: list[Sentence] = []
    first = at = 0
    for number, end_of_paragraph in paragraphs:
        last = _past(tokens, first, end_of_paragraph)
        ranges, at = dividing.between(first, last, -1, at)
        for begin, end in _pieces(tokens, ranges):
            sentence = Sentence(tokens[begin].start, tokens[end - 1].end, begin, end, number)
            sentence.index = len(sentences)
            sentences.append(sentence)
            _number(tokens, begin, end, sentence.index)
        first = last
    return sentences


def _pieces(tokens: list[Token], ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences no writer wrote are cut, behind words outside quotations, so that what looks at a whole sentence stays linear."""
    for first, end in ranges:
        begin = _past_heading(tokens, first, end)
        if begin > first:
            yield first, begin
        if end - begin <= _LONGEST:
            yield begin, end
            continue
        outside = 0
        for place in range(begin, end):
            token = tokens[place]
            outside += token.quote < 0
            if outside >= _LONGEST and token.quote < 0 and token.kind != "punct" and place + 1 < end:
                yield begin, place + 1
                begin, outside = place + 1, 0
        yield begin, end


def _past_heading(tokens: list[Token], first: int, end: int) -> int:
    """Where the sentence begins that a heading in capitals is glued to ("BAKAN İSTİFA ETTİ | Bakan, …"), else `first`."""
    at = first
    while at < end and _is_shouted(tokens[at]):
        at += 1
    if at - first < _HEADING or at >= end or tokens[at].quote != tokens[first].quote:
        return first
    for last in range(at, max(at - 3, first + _HEADING - 1), -1):  # "… GEÇECEK | BM Genel Sekreteri"
        if tokens[last].capital and all(len(t.text) < 5 for t in tokens[last:at]) and any(f.verb_form == "finite" for f in tokens[last - 1].forms):
            return last
    return first


def _is_shouted(token: Token) -> bool:
    return token.text.isupper() or token.kind == "number" or (token.text == "," and token.kind == "punct")


def _past(tokens: list[Token], place: int, offset: int) -> int:
    """The first token that starts at `offset` or later, looked for from `place` on."""
    while place < len(tokens) and tokens[place].start < offset:
        place += 1
    return place


def _number(tokens: list[Token], first: int, last: int, sentence: int) -> None:
    for place in range(first, last):
        token = tokens[place]
        token.index = place
        token.sentence = sentence


def _line_end(text: str, tokens: list[Token], first: int, last: int) -> int:
    """The first token after `first` that a line end stands before, or `last`."""
    line = text.find("\n", tokens[first].start, tokens[last - 1].end)
    return last if line < 0 else min(last, _past(tokens, first, line))


def _inner(dividing: _Dividing, quotation: Quotation) -> list[Sentence]:
    tokens = dividing.tokens
    sentences: list[Sentence] = []
    first = quotation.first
    while first < quotation.last:
        last = _line_end(dividing.text, tokens, first, quotation.last)
        ranges, _ = dividing.between(first, last, quotation.index, 0)
        sentences.extend(Sentence(tokens[b].start, tokens[e - 1].end, b, e, quotation.paragraph, quotation.index) for b, e in ranges)
        first = last
    for number, sentence in enumerate(sentences):
        sentence.index = number
    return sentences
