"""Numbers in digits and words, read from a stream of marks: "146 milyar 500 milyon", "bin yüz", "yirmi bir buçuk".

`read(stream, i)` gives the numeral that begins at a piece; `find(layout)` all of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load
from tutanak.mentions.numeral_marks import BREAK, Lexicon, Mark, Stream, is_whole, told
from tutanak.text.layout import Layout

_TOP: Final = Decimal("1e40")
_NOTHING: Final = Decimal(0)
LEXICON: Final = Lexicon()
_MULTIPLIERS: Final = {entry["says"]: Decimal(entry["value"]) for entry in load("tr").section("numerals")["multipliers"]}


@mypyc_attr(acyclic=True)
class Numeral:
    """A number at pieces [first, last): its value and how it is written.

    end: offset behind it without a suffix set off by an apostrophe. mark: that of its last piece (the ending is there).
    figures: are there digits; plain: nothing but one figure. ordinal: "6.", "altıncı". fraction: "üçte bir".
    """

    __slots__ = ("figures", "first", "fraction", "last", "mark", "ordinal", "plain", "value")

    def __init__(self, first: int, last: int, value: Decimal, mark: Mark) -> None:
        self.first = first
        self.last = last
        self.value = value
        self.mark = mark
        self.figures = False
        self.plain = False
        self.ordinal = False
        self.fraction = False

    def start(self, s: Stream) -> int:
        return s.start(self.first)

    def longer(self, value: Decimal, last: int, mark: Mark) -> Numeral:
        """The number with what stands behind it; what was read at its place stays as it is."""
        made = Numeral(self.first, last, value, mark)
        made.figures, made.plain, made.ordinal, made.fraction = self.figures, self.plain, self.ordinal, self.fraction
        return made

    def end(self, s: Stream) -> int:
        """Offset behind the number, an apostrophe suffix left out."""
        return s.bare_end(self.last - 1)

    def stem_end(self, s: Stream) -> int:
        """Offset behind the number without any ending ("binin" → "bin")."""
        return s.stem_end(self.last - 1)


@mypyc_attr(acyclic=True)
class _Sum:
    """A number being added up, largest scale first."""

    __slots__ = ("figure", "floor", "group", "parts", "scale", "some")

    def __init__(self) -> None:
        self.parts: list[Decimal] = []  # finished parts, each with its scale
        self.scale = _TOP  # of the last part
        self.group = _NOTHING
        self.floor = 1000  # the next small word must be below
        self.some = False  # is there anything in the group
        self.figure = False  # is the group a figure in digits

    def total(self) -> Decimal:
        total = self.group
        for part in self.parts:
            total = total + part
        return total

    def take(self, mark: Mark) -> bool:
        """Add a mark if the number may go on with it."""
        role = mark.role
        value = mark.value if mark.value is not None else _NOTHING
        if role == "figure":
            return self._take_figure(mark, value)
        if role == "scale":
            return self._take_scale(value)
        if role == "half":
            return self._take_half(mark, value)
        if self.figure:
            return False
        if role == "fused":
            return self._take_fused(value)
        return self._take_small(role, value)

    def _take_figure(self, mark: Mark, value: Decimal) -> bool:
        if self.some or (self.parts and (value >= min(self.scale, Decimal(1000)) or not _goes_on(mark))):
            return False
        self.group, self.some, self.figure = value, True, True
        return True

    def _take_scale(self, value: Decimal) -> bool:
        if not self.some:
            if self.parts and value > self.scale:  # "yüz bin trilyon"
                self.parts[-1] *= value
                self.scale = value
                return len(self.parts) == 1
            if value != 1000 or self.scale <= value:
                return False
            self.group = Decimal(1)
        if value >= self.scale:
            return False
        self.parts.append(self.group * value)
        self.group, self.some, self.figure, self.floor, self.scale = _NOTHING, False, False, 1000, value
        return True

    def _take_half(self, mark: Mark, value: Decimal) -> bool:
        if mark.stem == "buçuk":
            if not self.some or not is_whole(self.group):
                return False
            self.group += value
        elif mark.stem == "çeyrek" and self.some and not self.figure and not self.parts and self.group < 10:
            self.group *= value  # "üç çeyrek"
        elif self.some or self.parts:
            return False
        else:
            self.group = value
        self.some, self.floor, self.figure = True, 0, True
        return True

    def _take_fused(self, value: Decimal) -> bool:
        if self.some or value >= self.scale:
            return False
        self.group, self.some, self.floor, self.figure = value, True, 0, value >= 1000
        return True

    def _take_small(self, role: str, value: Decimal) -> bool:
        if value == 0 and (self.some or self.parts):
            return False
        if role == "hundred":
            if self.floor < 1000 and not (self.floor == 1 and self.group < 10 and self.group > 1):
                return False
            self.group = (self.group or Decimal(1)) * 100
            self.floor = 100
        else:
            size = 10 if role == "ten" else 1
            if self.floor <= size:
                return False
            self.group = self.group + value if self.some else value
            self.floor = size if value else 0
        self.some = True
        return self.group < self.scale


def read(s: Stream, i: int) -> Numeral | None:
    """The numeral whose first piece is `i` (a sign before it is not looked for), as long as it gets."""
    if not s.at(i).counts:
        return None
    known: Numeral | None = s.numerals.get(i)
    if known is None:
        known = s.numerals[i] = _read(s, i)
    return known


def _read(s: Stream, i: int) -> Numeral | None:
    added = _Sum()
    j = i
    mark = BREAK
    figures = False
    while True:
        following = s.at(j)
        if not following.counts:
            break
        if j > i and ((_closed(mark) and not _shared_out(mark, following)) or not _follows(s, j)):
            break
        if added.parts and _is_decimal(following) and s.at(j + 1).role != "scale":
            break
        if not added.take(following):
            break
        figures = figures or following.role == "figure"
        mark = following
        j += 1
        j = _pointed(s, j, added, mark)
        mark = s.at(j - 1)
    if j == i:
        return _lone_scale(s, i)
    numeral = Numeral(i, j, added.total(), mark)
    numeral.figures, numeral.plain = figures, figures and j == i + 1
    numeral.ordinal = mark.dotted or mark.ending.ordinal
    return numeral


def _goes_on(mark: Mark) -> bool:
    """May the figure stand behind a scale: "2 trilyon [172,4] milyar", no "5 milyar [007]"?"""
    return mark.digits[0] != "0" and (mark.digits.isdigit() or _is_decimal(mark))


def _is_decimal(mark: Mark) -> bool:
    """ "172,4"."""
    whole, comma, decimals = mark.digits.partition(",")
    return mark.role == "figure" and bool(comma) and whole.isdigit() and decimals.isdigit()


def _closed(mark: Mark) -> bool:
    """Has the word an ending, so that the number ends with it?"""
    return mark.dotted or mark.set_off or mark.ending.length > 0


def _shared_out(mark: Mark, following: Mark) -> bool:
    """ "20'şer bin", "beşer milyon": the ending of "each" stands before the scale."""
    return mark.ending.each and mark.ending.case == "nom" and following.role == "scale"


def _follows(s: Stream, j: int) -> bool:
    """Are pieces j-1 and j set apart by a space and nothing else, or touching after a figure ("5milyon")?"""
    gap = s.start(j) - s.end(j - 1)
    if gap == 0:
        return s.mark(j - 1).role == "figure" and s.mark(j).role != "figure"
    return gap <= 3 and "\n" not in s.low[s.end(j - 1) : s.start(j)]


def _lone_scale(s: Stream, i: int) -> Numeral | None:
    """ "trilyonuncu": a scale stands alone only as an ordinal."""
    mark = s.at(i)
    if mark.role != "scale" or not mark.ending.ordinal or mark.value is None:
        return None
    numeral = Numeral(i, i + 1, mark.value, mark)
    numeral.ordinal = True
    return numeral


def _pointed(s: Stream, j: int, added: _Sum, mark: Mark) -> int:
    """ "yüz üç nokta altı", "iki yüz nokta sıfır üç", "3 virgül 6": what stands behind the point are its decimals."""
    if s.at(j).role == "point" and mark.role == "figure":
        return _pointed_figure(s, j, added, mark)
    if s.at(j).role != "point" or added.figure or mark.role not in ("digit", "ten", "hundred", "fused") or mark.ending.length:
        return j
    k, digits = j + 1, ""
    while s.at(k).role == "digit" and s.at(k).value == 0:
        digits += "0"
        k += 1
    rest = read(s, k) if s.at(k).role in ("digit", "ten", "hundred", "fused") else None
    if rest is not None and not rest.figures and is_whole(rest.value):
        digits += str(rest.value)
        k = rest.last
    if not digits:
        return j
    added.group += Decimal("0." + digits)
    added.some, added.figure = True, True
    return k


def _pointed_figure(s: Stream, j: int, added: _Sum, mark: Mark) -> int:
    """ "3 virgül 6": two figures and the word between them."""
    decimals = s.at(j + 1)
    if mark.ending.length or not mark.digits.isdigit() or not decimals.digits.isdigit() or decimals.role != "figure":
        return j
    added.group += Decimal("0." + decimals.digits)
    return j + 2


def dozens(s: Stream, numeral: Numeral) -> Numeral:
    """ "üç düzine": the dozen multiplies."""
    mark = s.at(numeral.last)
    if mark.role == "dozen" and mark.value is not None and not numeral.mark.ending.length:
        return numeral.longer(numeral.value * mark.value, numeral.last + 1, mark)
    return numeral


def usable(s: Stream, numeral: Numeral) -> bool:
    """Is it a number at all, and no homograph ("ondan", "yüzü", "bindi", "yedi.")?"""
    mark = numeral.mark
    if numeral.last - numeral.first > 1 or numeral.figures:
        return numeral.figures or not mark.ending.plural
    if mark.ending.plural or _is_gold(s, numeral):
        return False
    if mark.verb and not mark.ending.length:
        return s.at(numeral.last).kind in ("word", "other")
    if not mark.homograph:
        return True
    if mark.ending.length and not mark.set_off:
        return mark.ending.ordinal
    return not (mark.stem == "yüz" and s.low.startswith("yüz", s.start(numeral.last) if numeral.last < len(s.pieces) else 0))


def _is_gold(s: Stream, numeral: Numeral) -> bool:
    """ "[altının] onsu": no genitive of six, but for "bunların altının"."""
    mark = numeral.mark
    if mark.stem != "altı" or mark.set_off or mark.ending.case != "gen" or mark.ending.own:
        return False
    return not numeral.first or not s.low[: s.end(numeral.first - 1)].endswith(("ların", "lerin", "lardan", "lerden"))


def negative(s: Stream, i: int) -> int:
    """Where the number that begins at `i` has its sign: the piece of "eksi" or of "-", else -1."""
    before = s.at(i - 1)
    if before.role == "sign":
        return i - 1
    if before.kind == "sign" and before.stem in "-−–" and (i < 2 or not s.touching(i - 1)) and s.start(i) - s.end(i - 1) <= 1:
        earlier = s.at(i - 2)
        if earlier.counts:
            return -1
        return i - 1 if s.touching(i) or earlier is BREAK else -1
    return -1


def multiplier(s: Stream, j: int) -> Decimal | None:
    """ "10k", "10M": what the letter at `j` multiplies the figure before it by."""
    return _MULTIPLIERS.get(s.text[s.start(j) : s.end(j)]) if j < len(s.pieces) else None


def find(layout: Layout) -> list[Numeral]:
    """All numerals of a text in order (ordinals too), homographs left out."""
    s = told(layout, LEXICON)
    found: list[Numeral] = []
    free = 0
    for i in s.numbers:
        if i < free:
            continue
        numeral = read(s, i)
        if numeral is not None and usable(s, numeral):
            found.append(numeral)
            free = numeral.last
    return found
