"""Ranges of numbers, in the interval notation of the outside suites: "20'den büyük ve 30'dan küçük" is (20,30)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from suite_wide import Wide, wide
from tutanak.languages import load
from tutanak.mentions.numeral_marks import Stream
from tutanak.mentions.numeral_phrases import Phrases
from tutanak.mentions.numerals import LEXICON

Entity = dict[str, Any]
_PACK: Final = load("tr").section("numerals")["comparisons"]
_BEHIND: Final[dict[str, Phrases]] = {}
_BEFORE: Final = Phrases()
for _entry in _PACK["behind"]:
    _BEHIND.setdefault(_entry["case"], Phrases()).add(LEXICON, _entry["says"], _entry["relation"])
for _entry in _PACK["before"]:
    _BEFORE.add(LEXICON, _entry["says"], _entry["relation"])
for _word in ("ve", "ancak", "ile", "ara", "arası", "kadar", "eşit", "veya", "ya", "da", "değil"):
    LEXICON.enter(_word)
_JOINERS: Final = ("ve", "ancak", ",")
_DASHES: Final = ("-", "–", "—", "~")


class Limit:
    """One constraint at offsets [start, end), pieces [first, last): lower and upper end, each open or closed."""

    __slots__ = ("closed_high", "closed_low", "end", "first", "high", "last", "low", "sign", "start")

    def __init__(self, s: Stream, first: int, last: int, means: str, value: Decimal, end: int) -> None:
        self.first = first
        self.last = last
        self.start = s.start(first)
        self.end = end
        self.low = value if means in (">", ">=", "=") else None
        self.high = value if means in ("<", "<=", "=") else None
        self.closed_low = means in (">=", "=")
        self.closed_high = means in ("<=", "=")
        self.sign = False

    def told(self) -> str:
        low = "" if self.low is None else _told(self.low)
        high = "" if self.high is None else _told(self.high)
        return f"{'[' if self.closed_low else '('}{low},{high}{']' if self.closed_high else ')'}"


def _told(value: Decimal) -> str:
    return format(float(value), ".15g")


def entities(s: Stream) -> list[Entity]:
    """All ranges of a stream."""
    limits: list[Limit] = []
    free = 0
    for i in s.numbers:
        if i < free:
            continue
        number = wide(s, i)
        limit = _limit(s, number) if number is not None else None
        if limit is not None:
            free = limit.last
            if not (limits and _merge(s, limits[-1], limit)):
                limits.append(limit)
        elif number is not None:
            free = number.last
    return [{"start": x.start, "end": x.end, "kind": "numberrange", "value": x.told()} for x in limits]


def _limit(s: Stream, number: Wide) -> Limit | None:
    return _between(s, number) or _compared(s, number) or _announced(s, number)


def _between(s: Stream, number: Wide) -> Limit | None:
    """ "20 ve 30 arasında", "1000-5000", "20'den 100'e kadar"."""
    joint = s.at(number.last)
    dashed = joint.stem in _DASHES
    case = number.mark.ending.case
    fromto = case == "abl"
    if not (dashed or joint.stem in ("ve", "ile") or fromto):
        return None
    second = _at(s, number.last + (0 if fromto else 1))
    if second is None or (dashed and (second.value <= number.value or s.at(second.last).stem in _DASHES)):
        return None
    last, end = second.last, second.end(s)
    if fromto:
        if second.mark.ending.case != "dat" or s.at(last).stem != "kadar":
            return None
        last, end = last + 1, s.start(last) + s.at(last).base
    elif not dashed:
        if s.at(last).stem not in ("ara", "arası"):
            return None
        mark = s.at(last)
        last, end = last + 1, s.start(last) + mark.base + (mark.ending.length - _copula(s, last) if mark.stem == "ara" else 0)
    limit = Limit(s, number.first, last, ">=", number.value, end)
    limit.high = second.value
    return limit


def _at(s: Stream, i: int) -> Wide | None:
    return wide(s, i)


def _copula(s: Stream, i: int) -> int:
    """Length of "-dır" at the end of piece `i`."""
    return 3 if s.at(i).ending.copula else 0


def _compared(s: Stream, number: Wide) -> Limit | None:
    """ "20'den büyük veya eşit", "otuzun üzerinde", "beş yüz ve daha fazlası", "20'ye eşit"."""
    ending = number.mark.ending
    phrases = _BEHIND.get(ending.case if not ending.own or ending.case != "acc" else "acc")
    phrase = phrases.match(s, number.last) if phrases is not None else None
    if phrase is None:
        return None
    last = number.last + len(phrase.words)
    means = phrase.meaning
    mark = s.at(last - 1)
    whole = phrase.cases[-1] == "" and not (mark.ending.own and len(phrase.words) < 3)
    end = s.end(last - 1) if whole else s.start(last - 1) + mark.base + (mark.ending.length if phrase.cases[-1] else 0)
    limit = Limit(s, number.first, last, means, number.value, end)
    return _at_least(s, _or_equal(s, limit, means), number)


def _or_equal(s: Stream, limit: Limit, means: str) -> Limit:
    """ "... veya eşit(tir)", "... değil", after equality "... ya da daha az"."""
    j = limit.last
    if means in "<>" and s.at(j).stem == "değil":
        limit.low, limit.high = limit.high, limit.low
        limit.closed_low, limit.closed_high = limit.low is not None, limit.high is not None
        return _longer(s, limit, j + 1)
    k = j + 1 if s.at(j).stem == "veya" else j + 2 if s.at(j).stem == "ya" and s.at(j + 1).stem == "da" else -1
    if k < 0:
        return limit
    if means in "<>" and s.at(k).stem == "eşit":
        limit.closed_low, limit.closed_high = limit.low is not None, limit.high is not None
        return _longer(s, limit, k + 1)
    if means == "=" and s.at(k).stem == "daha" and s.at(k + 1).stem in ("az", "fazla"):
        if s.at(k + 1).stem == "az":
            limit.low, limit.closed_low = None, False
        else:
            limit.high, limit.closed_high = None, False
        return _longer(s, limit, k + 2)
    return limit


def _longer(s: Stream, limit: Limit, last: int) -> Limit:
    limit.last, limit.end = last, s.end(last - 1)
    return limit


def _at_least(s: Stream, limit: Limit, number: Wide) -> Limit:
    """ "en az 30'a eşit": the words before it say more than those behind."""
    before = _BEFORE.match_before(s, number.first)
    if before is None or limit.low is None or limit.high is None:
        return limit
    if before.meaning == ">=":
        limit.high, limit.closed_high = None, False
    limit.first = number.first - len(before.words)
    limit.start = s.start(limit.first)
    return limit


def _announced(s: Stream, number: Wide) -> Limit | None:
    """ "en az 20", "<= 100", "eşittir yüz yetmiş"."""
    before = _BEFORE.match_before(s, number.first)
    if before is None:
        return None
    first = number.first - len(before.words)
    if before.meaning == "=" and s.at(first).kind == "word" and not s.at(first).ending.copula:
        return None
    limit = Limit(s, first, number.last, before.meaning, number.value, number.end(s))
    limit.sign = before.words[0][0] in "<>="
    return limit


def _merge(s: Stream, earlier: Limit, limit: Limit) -> bool:
    """ "20'den büyük ve 30'dan küçük": a lower and an upper limit side by side are one range."""
    if limit.first - earlier.last != 1 or s.at(earlier.last).stem not in _JOINERS or earlier.sign or limit.sign:
        return False
    if (earlier.low is None) == (limit.low is None) or (earlier.high is None) == (limit.high is None):
        return False
    if earlier.low is None:
        earlier.low, earlier.closed_low = limit.low, limit.closed_low
    else:
        earlier.high, earlier.closed_high = limit.high, limit.closed_high
    earlier.last, earlier.end = limit.last, limit.end
    return True
