"""Words as the number and time grammars see them: stems of closed sets with their endings, figures, marks.

Most words of an article are none of theirs and cost one look-up. What a word form is never changes, so it is
noted with the word; the marks of a text stand in one `Stream`, which the grammars walk by index.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load
from tutanak.mentions.numeral_endings import BARE, Ending, is_apostrophe, read
from tutanak.text.layout import SIGNS, Form, Layout, Sentence, Token, Word, place_for_notes

_SPLIT: Final = re.compile(
    r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d.]))|(?:\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?![\d,]))|(?:(?<!\d[.,:])\d+[.,]\d+(?![.,:]?\d))|\d+|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_"
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_ABROAD: Final = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")
_SIMPLE: Final = re.compile(r"[^\d-]+")
_SOFT: Final = {"k": "ğ", "ç": "c"}


@mypyc_attr(acyclic=True)
class Stem:
    """A word of a closed set. role: digit ten hundred scale half dozen sign point division, or "" (a plain word)."""

    __slots__ = ("harmony", "homograph", "role", "says", "trigger", "value", "verb")

    def __init__(
        self, says: str, role: str = "", value: Decimal | None = None, homograph: bool = False, verb: bool = False, harmony: str = ""
    ) -> None:
        self.says = says
        self.role = role
        self.value = value
        self.homograph = homograph
        self.verb = verb
        self.harmony = harmony
        self.trigger = 0


@mypyc_attr(acyclic=True)
class Mark:
    """What one piece of a token is to the grammars.

    kind: figure word sign other break. stem: the base form (a sign stands for itself). base: length of the stem in
    characters, bare: up to an apostrophe. digits: a figure as written ("4,5"). dotted: an ordinal's dot stands behind it.
    trigger: 0, or a set of bits: NUMBER, TIME. counts: may it be a part of a number? tidy: its value as readers write it, when asked for.
    """

    __slots__ = (
        "bare", "base", "counts", "digits", "dotted", "ending", "homograph", "kind", "role", "set_off", "stem", "tidy", "trigger", "value", "verb",
    )  # fmt: skip

    def __init__(self, kind: str, stem: str, ending: Ending = BARE, base: int = 0) -> None:
        self.kind = kind
        self.stem = stem
        self.ending = ending
        self.base = base
        self.bare = base
        self.value: Decimal | None = None
        self.tidy: Decimal | None = None
        self.role = ""
        self.counts = False
        self.digits = ""
        self.dotted = False
        self.homograph = False
        self.verb = False
        self.set_off = False
        self.trigger = 0

    def play(self, role: str) -> None:
        """Take a role."""
        self.role = role
        self.counts = role in COUNTING


_Row = tuple[str, Stem, bool]  # as written, the stem, softened?
NUMERAL_ROLES: Final = frozenset(["digit", "ten", "hundred", "scale", "half"])
COUNTING: Final = NUMERAL_ROLES | {"fused", "figure"}
NUMBER: Final = 1
TIME: Final = 2
OTHER: Final = Mark("other", "")
BREAK: Final = Mark("break", "")
BARE_MARK: Final = Mark("sign", "")


@mypyc_attr(acyclic=True)
class Piece:
    """A part of a token at [start, end) of it; an end of -1 is the token's."""

    __slots__ = ("end", "mark", "start")

    def __init__(self, start: int, end: int, mark: Mark) -> None:
        self.start = start
        self.end = end
        self.mark = mark


class _Begun:
    """What words with the same three first letters may begin with: rows of `Lexicon.beginnings`, and as written. nothing: is there none?"""

    __slots__ = ("fronts", "nothing", "rows")

    def __init__(self, rows: list[_Row], letters: str) -> None:
        self.rows = rows
        self.fronts = tuple([says for says, _, _ in rows])
        self.nothing = not rows and letters.isalpha()


_WHOLE: Final = Piece(0, -1, OTHER)  # what most words are to the grammars
_OTHERS: Final = [_WHOLE]
_BREAKS: Final = [Piece(0, 0, BREAK)]
_NOTHING: Final = Word("\n", "\n", "punct", 1, (Form("", "PUNCT"),))


class Lexicon:
    """All stems the grammars know, and the word forms seen so far."""

    def __init__(self) -> None:
        self.stems: dict[str, Stem] = {}
        self.beginnings: dict[str, list[_Row]] = {}  # by two letters: as written, the stem, softened?; the longest first
        self.begun: dict[str, _Begun] = {}  # by a word's first three letters
        self.numerals: dict[str, list[_Row]] = {}  # by two letters: those that a number in one word is made of
        self.place = -1  # of a word's pieces among its notes
        self.sign = 0  # of words where a number or a time may begin
        _enter_numbers(self)

    def enter(self, says: str, trigger: int = 0, harmony: str = "") -> Stem:
        """Make a stem known (once); its triggers add up."""
        stem = self.stems.get(says)
        if stem is None:
            stem = self._enter(Stem(says, harmony=harmony))
        stem.trigger |= trigger
        stem.harmony = stem.harmony or harmony
        return stem

    def _enter(self, stem: Stem, soft: str = "") -> Stem:
        self.stems[stem.says] = stem
        self._begin(stem.says, stem, False)
        if not soft and len(stem.says) > 3 and stem.says[-1] in _SOFT:
            soft = stem.says[:-1] + _SOFT[stem.says[-1]]
        if soft:
            self._begin(soft, stem, True)
        self.place, self.sign = -1, 0  # what is noted is out of date
        return stem

    def _begin(self, says: str, stem: Stem, soft: bool) -> None:
        rows = [row for row in self.beginnings.get(says[:2], ()) if (row[0], row[2]) != (says, soft)]
        self.beginnings[says[:2]] = sorted([*rows, (says, stem, soft)], key=_longest_first)
        self.begun, self.numerals = {}, {}

    def number(self, entry: dict[str, Any], role: str) -> None:
        """Enter a number word of the pack."""
        stem = Stem(entry["says"], role, Decimal(str(entry.get("value", 0))), entry.get("homograph", False), entry.get("verb", False))
        stem.trigger = NUMBER | TIME
        self._enter(stem, entry.get("soft", ""))

    def begins(self) -> int:
        """The sign of words where a number or a time may begin."""
        if not self.sign:
            self.sign = SIGNS.of_test(self._triggers)
        return self.sign

    def _triggers(self, word: Word) -> bool:
        return any(piece.mark.trigger for piece in self.pieces(word))

    def pieces(self, word: Word) -> list[Piece]:
        """The pieces of a word; noted for its other places unless it says nothing, as most words do."""
        if self.place < 0:
            self.place = place_for_notes()
        found = noted(word, self.place)
        if found is None:
            found = self._study(word.low)
            if found[0].mark is not OTHER:
                word.note(self.place, found)
        return found

    def _study(self, low: str) -> list[Piece]:
        begun = self._begins(low[:3])
        if begun.nothing:
            return _OTHERS  # most words
        plain = low.isalpha()
        if plain and not low.startswith(begun.fronts):
            return _OTHERS
        if plain or _SIMPLE.fullmatch(low):
            whole = self._whole(low, begun)
            return [Piece(0, len(low), whole)] if whole is not OTHER else _OTHERS
        if not low[0].isdecimal():
            whole = self._whole(low, begun)
            if whole is not OTHER:
                return [Piece(0, len(low), whole)]
        pieces = [Piece(m.start(), m.end(), self._piece(m.group())) for m in _SPLIT.finditer(low)]
        pieces = _suffixed(low, pieces)
        if not low[0].isdecimal() and not _all_known(pieces):
            return _OTHERS
        return pieces or _OTHERS

    def _piece(self, string: str) -> Mark:
        return figure(string) if string[0].isdecimal() else self.word(string)

    def word(self, low: str) -> Mark:
        """A word or sign as a mark."""
        return self._whole(low, self._begins(low[:3]))

    def _whole(self, low: str, begun: _Begun) -> Mark:
        if low.startswith(begun.fronts):
            found = (self._fused(low) if len(low) > 3 else None) or self._inflected(low, begun.rows)
            if found is not None:
                return found
        if low[0].isalnum():
            return OTHER
        return Mark("sign", low, base=len(low))

    def _begins(self, letters: str) -> _Begun:
        """What a word of these three first letters may begin with: most begin with nothing that the grammars know."""
        begun = self.begun.get(letters)
        if begun is None:
            own = self.beginnings.get(letters[:2], [])
            if not letters[:2].isalpha() or len(letters) < 2:
                own = own + self.beginnings.get(letters[:1], [])  # behind a single letter ("m'ye") no letter follows
            rows = [row for row in own if letters.startswith(row[0]) or row[0].startswith(letters)]
            begun = self.begun[letters] = _Begun(rows, letters)
        return begun

    def _inflected(self, low: str, rows: list[_Row]) -> Mark | None:
        for says, stem, soft in rows:
            found = self._with_ending(stem, low, len(says), soft) if low.startswith(says) else None
            if found is not None:
                return found
        return None

    def _with_ending(self, stem: Stem, low: str, cut: int, soft: bool) -> Mark | None:
        rest = low[cut:]
        if soft and (not rest or rest[0] not in "aeıioöuü"):
            return None
        quote = rest.find("'")
        if quote > 0:  # "yuanı'na": a possessive, then a case set off
            return self._with_two_endings(stem, rest, cut, quote)
        set_off = quote == 0
        ending = read(stem.says, rest[1:] if set_off else rest, stem.harmony, set_off)
        if ending is None or (ending.each and not stem.role):
            return None
        return _marking(stem, ending, cut, set_off)

    def _with_two_endings(self, stem: Stem, rest: str, cut: int, quote: int) -> Mark | None:
        own = read(stem.says, rest[:quote], stem.harmony)
        ending = read(stem.says, rest[:quote] + rest[quote + 1 :], stem.harmony)
        if own is None or ending is None:
            return None
        mark = _marking(stem, ending, cut, True)
        mark.bare = cut + quote
        return mark

    def _fused(self, low: str) -> Mark | None:
        """ "onbinaltıyüz": number words written together, the last with an ending."""
        words: list[Stem] = []
        at = 0
        while at < len(low):
            stem = self._number_at(low, at)
            if stem is None:
                break
            words.append(stem)
            at += len(stem.says)
        if len(words) < 2:
            return None
        value = fused_value(words)
        rest = low[at:]
        set_off = bool(rest) and is_apostrophe(rest[0])
        ending = read(words[-1].says, rest[1:] if set_off else rest, "", set_off)
        if value is None or ending is None:
            return None
        mark = Mark("word", low[:at], ending, at)
        mark.value, mark.trigger, mark.set_off = value, NUMBER | TIME, set_off
        mark.play("fused")
        return mark

    def _number_at(self, low: str, at: int) -> Stem | None:
        letters = low[at : at + 2]
        rows = self.numerals.get(letters)
        if rows is None:
            own = self.beginnings.get(letters, [])
            rows = self.numerals[letters] = [row for row in own if not row[2] and row[1].role in NUMERAL_ROLES]
        for says, stem, _ in rows:
            if low.startswith(says, at):
                return stem
        return None


def noted(word: Word, place: int) -> list[Piece] | None:
    """What is noted of a word at the grammars' place."""
    notes = word.notes
    return notes[place] if place < len(notes) else None


def _longest_first(row: tuple[str, Stem, bool]) -> tuple[int, bool]:
    return -len(row[0]), row[2]


def _marking(stem: Stem, ending: Ending, cut: int, set_off: bool) -> Mark:
    mark = Mark("word", stem.says, ending, cut)
    mark.homograph, mark.verb, mark.set_off = stem.homograph, stem.verb, set_off
    mark.play(stem.role)
    mark.trigger = stem.trigger
    if stem.role:
        mark.value = stem.value
    return mark


def _all_known(pieces: list[Piece]) -> bool:
    """Words joined by hyphens are taken apart only when the grammars know every one ("ocak-temmuz", not "F-16")."""
    figures = any(p.mark.kind == "figure" for p in pieces)
    return all(p.mark.kind in ("sign", "figure") or (p.mark.kind == "word" and (p.mark.trigger or not figures)) for p in pieces)


def _suffixed(low: str, pieces: list[Piece]) -> list[Piece]:
    """A figure takes the suffix behind its apostrophe ("2025'te") and its ordinal's dot ("6.")."""
    kept: list[Piece] = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        after = low[piece.end] if piece.end < len(low) else ""
        if piece.mark.kind == "figure" and after and i + 1 < len(pieces):
            if is_apostrophe(after) and i + 2 < len(pieces) and low[pieces[i + 2].start].isalpha():
                piece = _set_off(low, piece, pieces[i + 2].end)
                i += 2
            elif after == "." and piece.end + 1 == len(low):
                piece = Piece(piece.start, len(low), _dotted(piece.mark))
                i += 1
        kept.append(piece)
        i += 1
    return kept


def _set_off(low: str, piece: Piece, end: int) -> Piece:
    rest = low[piece.end + 1 : end]
    ending = read("", rest, "", True)
    mark = figure(piece.mark.digits)
    if ending is not None:
        mark.ending, mark.set_off = ending, True
    return Piece(piece.start, end, mark)


def _dotted(mark: Mark) -> Mark:
    mark.dotted = True
    return mark


def figure(digits: str) -> Mark:
    """A figure in digits: Turkish grouping ("1.250.000"), decimal comma, or a decimal dot not before three digits."""
    mark = Mark("figure", "", BARE, len(digits))
    mark.digits = digits
    mark.play("figure")
    mark.trigger = NUMBER | TIME
    if _GROUPED.fullmatch(digits):
        mark.value = Decimal(digits.replace(".", "").replace(",", "."))
    elif _GROUPED_ABROAD.fullmatch(digits):
        mark.value = Decimal(digits.replace(",", ""))
    else:
        mark.value = Decimal(digits.replace(",", "."))
    return mark


def is_whole(value: Decimal) -> bool:
    """Of any size: `%` breaks on a number of more digits than the precision has."""
    return value == value.to_integral_value()


def fused_value(words: list[Stem]) -> Decimal | None:
    """The value of number words in a row, or None where they make no number ("birbir")."""
    total, group, scale = Decimal(0), Decimal(0), Decimal("1e30")
    floor = 1000
    for word in words:
        value = word.value or Decimal(0)
        if word.role == "digit" and floor > 1 and value:
            group, floor = group + value, 1
        elif word.role == "ten" and floor > 10:
            group, floor = group + value, 10
        elif word.role == "hundred" and floor in (1, 1000) and group in (0, 2, 3, 4, 5, 6, 7, 8, 9):
            group, floor = (group or Decimal(1)) * 100, 100
        elif word.role == "scale" and value < scale:
            total, group, scale, floor = total + (group or Decimal(1)) * value, Decimal(0), value, 1000
        else:
            return None
    return total + group


def _enter_numbers(lexicon: Lexicon) -> None:
    section = load("tr").section("numerals")
    for entry in section["words"]:
        lexicon.number(entry, _role(int(entry["value"])))
    for role in ("halves", "dozens"):
        for entry in section[role]:
            lexicon.number(entry, {"halves": "half", "dozens": "dozen"}[role])
    for name, role in (("signs", "sign"), ("points", "point"), ("division", "division")):
        for entry in section[name]:
            lexicon.number(entry, role)
            lexicon.stems[entry["says"]].trigger = NUMBER if role == "sign" else 0


def _role(value: int) -> str:
    if value < 10:
        return "digit"
    if value < 100:
        return "ten"
    return "hundred" if value == 100 else "scale"


class Stream:
    """The pieces of sentences in order, with the tokens they are of as a parallel list, and with a break between sentences.

    low: the text folded. numbers, times: indices of the pieces where a number or a time may begin. layout: what it was made of.
    numerals: what was read so far, by its first piece.
    """

    __slots__ = ("layout", "low", "numbers", "numerals", "pieces", "text", "times", "tokens")

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.text = layout.text
        self.low = layout.low
        self.pieces: list[Piece] = []
        self.tokens: list[Token] = []
        self.numbers: list[int] = []
        self.times: list[int] = []
        self.numerals: dict[int, Any] = {}

    def add(self, token: Token, pieces: list[Piece]) -> None:
        """Add the pieces of a token."""
        for piece in pieces:
            trigger = piece.mark.trigger
            if trigger:
                if trigger & NUMBER:
                    self.numbers.append(len(self.pieces))
                if trigger & TIME:
                    self.times.append(len(self.pieces))
            self.pieces.append(piece)
            self.tokens.append(token)

    def at(self, i: int) -> Mark:
        """The mark at `i`, a break beyond the ends."""
        return self.pieces[i].mark if 0 <= i < len(self.pieces) else BREAK

    def mark(self, i: int) -> Mark:
        """The mark at `i`, that is there."""
        return self.pieces[i].mark

    def start(self, i: int) -> int:
        """Offset where piece `i` begins."""
        return self.tokens[i].start + self.pieces[i].start

    def end(self, i: int) -> int:
        """Offset behind piece `i`."""
        piece, token = self.pieces[i], self.tokens[i]
        return token.start + piece.end if piece.end >= 0 else token.end

    def token(self, i: int) -> int:
        """Index of the token that piece `i` is of."""
        return self.tokens[i].index

    def is_noun_itself(self, i: int) -> bool:
        """Is the word at `i`, stem and ending together, a noun of its own ("marka", no "mark" with an ending)?"""
        token = self.tokens[i]
        return token.form.pos == "NOUN" and token.form.lemma == token.low and token.base_end == token.end

    def touching(self, i: int) -> bool:
        """Does piece `i` begin where the one before it ends?"""
        if not 0 < i < len(self.pieces) or self.start(i) != self.end(i - 1):
            return False
        return self.pieces[i].mark is not BREAK and self.pieces[i - 1].mark is not BREAK

    def bare_end(self, i: int) -> int:
        """Offset where the word at `i` ends without a suffix set off by an apostrophe."""
        mark = self.pieces[i].mark
        return self.start(i) + mark.bare if mark.set_off else self.end(i)

    def stem_end(self, i: int) -> int:
        """Offset where the stem at `i` ends, without any ending."""
        mark = self.pieces[i].mark
        return self.start(i) + mark.base if mark.ending is not BARE or mark.dotted else self.end(i)


_last: Final[list[tuple[Layout, int, Stream]]] = []


def told(layout: Layout, lexicon: Lexicon) -> Stream:
    """The marks of those sentences that hold a number or a time; kept for the text read last: quantities and dates ask one after the other."""
    if _last and _last[0][0] is layout and _last[0][1] == len(lexicon.stems):
        return _last[0][2]
    places = sorted({layout.tokens[at].sentence for at in layout.bearing(lexicon.begins())})
    made = _marked(layout, lexicon, [layout.sentences[place] for place in places])
    _last[:] = [(layout, len(lexicon.stems), made)]
    return made


def stream(layout: Layout, lexicon: Lexicon) -> Stream:
    """The marks of a whole text."""
    return _marked(layout, lexicon, layout.sentences)


def _marked(layout: Layout, lexicon: Lexicon, sentences: list[Sentence]) -> Stream:
    made = Stream(layout)
    layout.bearing(lexicon.begins())  # now all words are studied
    for sentence in sentences:
        made.add(layout.tokens[sentence.first], _BREAKS)
        _mark(made, layout.tokens, sentence, lexicon.place)
    made.add(_past(layout), _BREAKS)
    return made


def _mark(made: Stream, tokens: list[Token], sentence: Sentence, place: int) -> None:
    pieces, places = made.pieces, made.tokens
    for at in range(sentence.first, sentence.last):
        token = tokens[at]
        found = noted(token.word, place)
        if found is not None:
            made.add(token, found)
        else:  # most words
            pieces.append(_WHOLE)
            places.append(token)


def _past(layout: Layout) -> Token:
    """A token of nothing, where the text is over."""
    token = Token(_NOTHING, len(layout.text), len(layout.text))
    token.base_end = len(layout.text)
    token.index = len(layout.tokens)
    return token
