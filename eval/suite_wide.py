"""Numbers as a pocket calculator's user says them: "eksi iki bölü üç", "- 1 4/5", "10k", "3 düzine", "çeyrek"."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Final

from tutanak.mentions import numerals
from tutanak.mentions.numeral_marks import Mark, Stream

_DASHES: Final = ("-", "−")


class Wide:
    """A number at pieces [first, last)."""

    __slots__ = ("first", "last", "mark", "value")

    def __init__(self, first: int, last: int, value: Decimal, mark: Mark) -> None:
        self.first = first
        self.last = last
        self.value = value
        self.mark = mark

    def start(self, s: Stream) -> int:
        return s.start(self.first)

    def end(self, s: Stream) -> int:
        """Behind it without a suffix set off."""
        return s.bare_end(self.last - 1)

    def number_end(self, s: Stream) -> int:
        """Behind the bare number: no suffix, no ordinal's dot."""
        return s.stem_end(self.last - 1)


def wide(s: Stream, i: int) -> Wide | None:
    """The number that begins at piece `i`, with its sign before it, in any form."""
    if s.at(i).role == "sign":
        number = _unsigned(s, i + 1)
        return Wide(i, number.last, -number.value, number.mark) if number is not None else None
    number = _unsigned(s, i)
    sign = _minus(s, i)
    if number is not None and sign >= 0:
        return Wide(sign, number.last, -number.value, number.mark)
    return number


def _minus(s: Stream, i: int) -> int:
    """The piece of a minus sign before the number, else -1."""
    mark = s.at(i - 1)
    if mark.kind != "sign" or mark.stem not in _DASHES or s.start(i) - s.end(i - 1) > 1:
        return -1
    earlier = s.at(i - 2)
    if s.touching(i - 1) and earlier.kind != "break" and earlier.stem not in "<>=(":
        return -1
    return -1 if earlier.role in ("figure", "digit", "ten", "hundred", "scale") else i - 1


def _unsigned(s: Stream, i: int) -> Wide | None:
    numeral = numerals.read(s, i)
    if numeral is None:
        return _portion(s, i)
    numeral = numerals.dozens(s, numeral)
    number = Wide(i, numeral.last, numeral.value, numeral.mark)
    if s.at(i - 1).stem == "," and s.touching(i) and not s.touching(i - 1) and numeral.plain:
        return Wide(i - 1, numeral.last, Decimal("0." + numeral.mark.digits), numeral.mark)
    if numeral.plain:
        number = _multiplied(s, number)
    return _divided(s, _mixed(s, number))


def _portion(s: Stream, i: int) -> Wide | None:
    mark = s.at(i)
    return Wide(i, i + 1, mark.value, mark) if mark.role == "half" and mark.stem != "buçuk" and mark.value is not None else None


def _multiplied(s: Stream, number: Wide) -> Wide:
    """ "10k", "- 10  k"."""
    times = numerals.multiplier(s, number.last)
    if times is None or s.touching(number.last + 1):
        return number
    return Wide(number.first, number.last + 1, number.value * times, number.mark)


def _mixed(s: Stream, number: Wide) -> Wide:
    """ "4/5", "2  1/4"."""
    above = number.last
    if s.at(above).stem == "/":
        return _slash(s, number, Decimal(0), number.value, above)
    if s.at(above).role == "figure" and s.at(above + 1).stem == "/" and s.touching(above + 1):
        part = s.at(above).value
        return _slash(s, number, number.value, part or Decimal(0), above + 1)
    return number


def _slash(s: Stream, number: Wide, whole: Decimal, above: Decimal, at: int) -> Wide:
    below = s.at(at + 1)
    if (
        below.role != "figure"
        or not below.value
        or not (s.touching(at) and s.touching(at + 1))
        or s.at(at + 2).stem == "/"
        or below.value > 1000
        or s.at(at - 1).digits[:1] == "0"
    ):
        return number
    if s.at(number.first - 1).stem in ("/", "-") and s.touching(number.first) and s.touching(number.first - 1):
        return number
    return Wide(number.first, at + 2, whole + _ratio(above, below.value), below)


def _divided(s: Stream, number: Wide) -> Wide:
    """ "iki bölü üç", "yirmi bir bölü beş"."""
    if s.at(number.last).role != "division":
        return number
    below = numerals.read(s, number.last + 1)
    if below is None or not below.value:
        return number
    return Wide(number.first, below.last, _ratio(number.value, below.value), below.mark)


def _ratio(above: Decimal, below: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 15
        return above / below
