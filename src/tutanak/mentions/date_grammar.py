"""The grammar of dates and periods: from the smallest time to the largest phrase.

`Grammar(stream, published).at(i)` reads the longest time that begins at a piece. What needs a publication date and
has none keeps its relative form (`timex`) and stays unresolved.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.mentions import date_calendar as calendar
from tutanak.mentions import date_lexicon as words
from tutanak.mentions import numerals
from tutanak.mentions.date_calendar import Stretch
from tutanak.mentions.numeral_marks import BREAK, NUMBER, Mark, Stream, is_whole
from tutanak.mentions.numerals import Numeral

_LATE: Final = 1900  # two years that only words join are of these two centuries
_DASHES: Final = frozenset("-–—~‑")
_DATE_SIGNS: Final = frozenset("./-")
_YEARS: Final = (1000, 2199)
_WINTER: Final = 24  # as EDTF numbers it


@mypyc_attr(acyclic=True)
class Time:
    """A time at pieces [first, last). stretch: None where unresolved. based: was the publication date used?

    kind: date period duration set time. mark: the last piece's. parts: a duration's (count, grain) pairs.
    head: what the last word names (a grain, "month name", "year", "weekday", ...), for what may follow.
    """

    __slots__ = ("based", "first", "head", "kind", "last", "loose", "mark", "parts", "stretch", "timex")

    def __init__(
        self, first: int, last: int, kind: str, stretch: Stretch | None, mark: Mark, head: str = "", timex: str = "", based: bool = False
    ) -> None:
        self.first = first
        self.last = last
        self.kind = kind
        self.stretch = stretch
        self.mark = mark
        self.head = head
        self.timex = timex
        self.based = based
        self.loose = False
        self.parts: list[tuple[Decimal, str]] = []


class Grammar:
    """Reads times from a stream; `reference` is the moment of publication, or None."""

    __slots__ = ("reference", "s", "wide")

    def __init__(self, s: Stream, reference: datetime | None, wide: bool = False) -> None:
        self.s = s
        self.reference = reference
        self.wide = wide

    # ---- whole phrases

    def at(self, i: int) -> Time | None:
        """The longest time from piece `i` on: a simple one, its parts, a range, a bound."""
        time = self.whole(i)
        if time is None:
            return None
        time = self.ranged(time) or time
        return self.bounded(time) or time

    def whole(self, i: int) -> Time | None:
        """A simple time with the parts its genitives lead to ("bu yılın ilk 7 ayında") and its titles ("günü")."""
        time = self.simple(i)
        if time is None:
            return None
        while True:
            longer = self.part_of(time)
            if longer is None:
                return self.titled(time)
            time = longer

    # ---- simple times

    def simple(self, i: int) -> Time | None:
        mark = self.s.at(i)
        if mark.role == "figure" or mark.role in ("digit", "ten", "hundred", "scale", "half", "fused"):
            return self.from_number(i)
        if mark.kind == "word" and self._month_at(i):
            return self.from_month(i)
        return (
            self.day_word(i)
            or self.next_week(i)
            or self.counted(i)
            or self.shifted(i)
            or self.weekday(i)
            or self.holiday(i)
            or self.vague(i)
            or self.opening(i)
            or self.season(i)
            or self.bare(i)
        )

    def from_number(self, i: int) -> Time | None:
        if not self._begins_time(i):
            return None
        if self.s.at(i).role == "figure":
            written = self.written_date(i) or (self.written_short(i) if self.wide else None)
            if written is not None:
                return written
        return (
            self.day_month(i)
            or self.year_first(i)
            or self.century(i)
            or self.decade(i)
            or self.year_named(i)
            or self.duration(i)
            or self.year(i)
            or self.shifted(i)
        )

    def _begins_time(self, i: int) -> bool:
        """Most numbers count something: those are told at a glance by the word behind them."""
        numeral = numerals.read(self.s, i)
        if numeral is None or self.s.at(numeral.last).kind in ("word", "sign"):
            return True
        return numeral.plain and (numeral.mark.set_off or len(numeral.mark.digits) == 4)

    def written_date(self, i: int) -> Time | None:
        """ "22.04.2019", "22/04/2019", "2019-04-22"."""
        s = self.s
        if not (self._joined(i + 1) and self._joined(i + 2) and self._joined(i + 3) and self._joined(i + 4)):
            return None
        sign = s.at(i + 1).stem
        if sign not in _DATE_SIGNS or s.at(i + 3).stem != sign or s.at(i + 4).role != "figure":
            return None
        a, b, c = self._whole_number(i), self._whole_number(i + 2), self._whole_number(i + 4)
        day, month, year = (c, b, a) if a > 31 else (a, b, c)
        if year < 100:
            year += 2000 if year < 70 else 1900
        stretch = calendar.date(year, month, day)
        if stretch is None and self.wide and 0 < day < 32 and 0 < month < 13:
            return Time(i, i + 5, "date", None, s.at(i + 4), "none", f"{year}-{month:02d}-{day:02d}")
        return Time(i, i + 5, "date", stretch, s.at(i + 4), "day") if stretch else None

    def written_short(self, i: int) -> Time | None:
        """ "22/04", "11/2016", "2016-11", "2020/Eyl/23"."""
        s = self.s
        sign = s.at(i + 1).stem
        if sign not in ("/", "-") or s.at(i + 1).kind != "sign" or (s.at(i - 1).stem == sign and s.touching(i)):
            return None
        named = self._named_date(i)
        if named is not None:
            return named
        a, b = self._whole_number(i), self._whole_number(i + 2)
        if s.at(i + 2).role != "figure" or (s.at(i + 3).stem == sign and s.touching(i + 3)) or b < 1:
            return None
        if (self._year_at(i) and b < 13) or (self._year_at(i + 2) and a < 13):
            year, month = (a, b) if a > 31 else (b, a)
            return Time(i, i + 3, "period", calendar.month(year, month), s.at(i + 2), "month") if month > 0 else None
        if sign != "/" or not (s.touching(i + 1) and s.touching(i + 2)) or not (0 < a < 32 and b < 13):
            return None
        return self._short_date(i, a, b)

    def _short_date(self, i: int, day: int, month: int) -> Time:
        year, last = self._year_behind(i + 3) if not self.s.at(i + 2).ending.length else (0, i + 3)
        stretch, based = self._placed(year, month, day, day)
        timex = "" if year else f"XXXX-{month:02d}-{day:02d}"
        return Time(i, last, "date", stretch, self.s.at(last - 1), "day" if stretch else "none", timex, based)

    def _named_date(self, i: int) -> Time | None:
        """Day, month by name and year in any order, joined by one sign: "Eyl-23-2020", "2020/23/Eyl"."""
        s, sign = self.s, self.s.at(i + 1).stem
        if s.at(i + 3).stem != sign or not all(s.touching(i + k) for k in (1, 2, 3, 4)):
            return None
        year = day = month = 0
        for j in (i, i + 2, i + 4):
            number = self._whole_number(j) if s.at(j).role == "figure" else 0
            month = month or self._month_at(j)
            year = year or (self._year_at(j) if number > 31 else 0)
            day = day or (number if 0 < number < 32 else 0)
        stretch = calendar.date(year, month, day) if year and month and day else None
        return Time(i, i + 5, "date", stretch, s.at(i + 4), "day") if stretch else None

    def _joined(self, i: int) -> bool:
        return self.s.touching(i) and self.s.at(i) is not BREAK

    def _whole_number(self, i: int) -> int:
        """The figure at `i` as a day, month or year; -1 where it is none."""
        digits = self.s.at(i).digits
        return int(digits) if digits.isdigit() and len(digits) <= 4 else -1

    def _small(self, i: int, top: int) -> tuple[int, int]:
        """A number of at most `top` at `i`, in digits or words: (value, piece behind it), value -1 for none."""
        numeral = numerals.read(self.s, i)
        if numeral is None or not 0 < numeral.value <= top or numeral.value % 1:
            return -1, i
        if numeral.figures and not self.s.at(i).digits.isdigit():
            return -1, i
        return int(numeral.value), numeral.last

    def day_month(self, i: int) -> Time | None:
        """ "13 Ekim", "13 Ekim 2022", "13-14 Ekim", "18 ve 19 Haziran 2024", "28 Şubat - 1 Mart" (its first half)."""
        first, j = self._small(i, 31)
        if first < 0 or self.s.at(j - 1).ending.length:
            return None
        last = first
        if self._joint(j):
            second, k = self._small(j + 1, 31)
            if second > first and not self.s.at(k - 1).ending.length and self._month_at(k):
                last, j = second, k
        month = self._month_at(j)
        if not month or (self.s.at(j - 1).dotted and not self.s.at(i).digits):
            return None
        return self._day_in_month(i, j, first, last, month)

    def _joint(self, j: int) -> bool:
        mark = self.s.at(j)
        return mark.stem in _DASHES or mark.stem in words.JOINERS or mark.stem in ("ve", "veya", ",")

    def _month_at(self, j: int) -> int:
        """The month named at piece `j`, 0 for none; a lower-case homograph needs an ending or a figure before it."""
        mark = self.s.at(j)
        if mark.kind != "word":
            return 0
        return words.MONTHS.get(mark.stem, 0) or (
            words.SHORT_MONTHS.get(mark.stem, 0) if self.wide and not mark.ending.length and self.s.text[self.s.start(j)].isupper() else 0
        )

    def _day_in_month(self, i: int, j: int, first: int, last: int, month: int) -> Time | None:
        s = self.s
        mark, behind = s.at(j), j + 1
        year = 0
        if not mark.ending.length or mark.ending.own:
            year, behind = self._year_behind(j + 1)
        if year:
            mark = s.at(behind - 1)
        stretch, based = self._placed(year, month, first, last)
        timex = f"XXXX-{month:02d}-{first:02d}" + (f"/XXXX-{month:02d}-{last:02d}" if last > first else "")
        if stretch is None and (year or self.reference):
            return None
        return Time(i, behind, "date" if first == last else "period", stretch, mark, "day", "" if year else timex, based)

    def _year_behind(self, j: int) -> tuple[int, int]:
        """A year at `j` behind a month (a comma between them may stand): (year, piece behind), 0 for none."""
        k = j + 1 if self.s.at(j).stem == "," else j
        year = self._year_at(k)
        if not year or (k > j and self.s.at(k).ending.length and self.s.at(k).ending.case == "nom"):
            return 0, j
        return year, k + 1

    def _year_at(self, j: int) -> int:
        """A year in four digits at `j`, 0 for none."""
        mark = self.s.at(j)
        if mark.role != "figure" or mark.dotted or len(mark.digits) != 4 or not mark.digits.isdigit():
            return 0
        year = int(mark.digits)
        return year if _YEARS[0] <= year <= _YEARS[1] else 0

    def _placed(self, year: int, month: int, first: int, last: int) -> tuple[Stretch | None, bool]:
        """Days first..last of a month; without a year, of the one nearest to publication."""
        if year:
            return self._days(year, month, first, last), False
        if self.reference is None:
            return None, True
        best: Stretch | None = None
        for shift in (0, -1, 1, -2, 2, -3, 3, -4, 4):
            stretch = self._days(self.reference.year + shift, month, first, last)
            if stretch is not None and (best is None or self._distance(stretch) < self._distance(best)):
                best = stretch
            if best is not None and abs(shift) >= 1 and shift > 0:
                break
        return best, True

    def _distance(self, stretch: Stretch) -> float:
        """How far a stretch is from publication, in seconds; 0 inside."""
        reference = self.reference
        if reference is None or stretch.start is None or stretch.end is None:
            return 0.0
        if stretch.start <= reference < stretch.end:
            return 0.0
        return (stretch.start - reference).total_seconds() if stretch.start > reference else (reference - stretch.end).total_seconds()

    def _days(self, year: int, month: int, first: int, last: int) -> Stretch | None:
        begin, end = calendar.date(year, month, first), calendar.date(year, month, last)
        if begin is None or end is None:
            return None
        return Stretch(begin.start, end.end, "day")

    def year_first(self, i: int) -> Time | None:
        """ "2017 Nisan", "2025 yazı"."""
        year = self._year_at(i)
        if not year or self.s.at(i).ending.length:
            return None
        k = i + 2 if self.s.at(i + 1).stem == "," else i + 1
        month = self._month_at(k)
        if month and self.s.at(i + 1).kind != "break":
            return Time(i, k + 1, "period", calendar.month(year, month), self.s.at(k), "month")
        season = words.SEASONS.get(self.s.at(i + 1).stem, 0)
        if season and (self.s.at(i + 1).ending.length or self._has_season_title(i + 2)):
            return self._season(i, i + 2, year, season, False)
        return None

    def _season(self, first: int, last: int, year: int, season: int, based: bool) -> Time:
        start = datetime(year, 3 + 3 * (season - 21), 1)
        return Time(first, last, "period", calendar.span(start, 1, "season"), self.s.at(last - 1), "season", "", based)

    def season(self, i: int) -> Time | None:
        """ "yaz aylarında", "kış mevsiminde", "sonbaharda": of the present year; "yaz" alone is more often a verb."""
        mark = self.s.at(i)
        season = words.SEASONS.get(mark.stem, 0)
        named = self._has_season_title(i + 1) if not mark.ending.length else mark.stem in words.PLAIN_SEASONS and mark.ending.case == "loc"
        return self._season_beside(i, i + 1, 0, season) if season and named else None

    def _season_beside(self, first: int, last: int, shift: int, season: int) -> Time:
        """The season of the present year, or of one beside it; the winter under way began in the year before."""
        if self.reference is None:
            return Time(first, last, "period", None, self.s.at(last - 1), "season", f"P{shift}Y:season {season}", True)
        early = season == _WINTER and self.reference.month < 3
        return self._season(first, last, self.reference.year + shift - early, season, True)

    def _has_season_title(self, j: int) -> bool:
        """ "[yaz] ayları", "[kış] mevsimi"."""
        mark = self.s.at(j)
        return mark.stem in _TITLES["season"] and (mark.ending.plural if mark.stem == "ay" else mark.ending.own)

    def year(self, i: int) -> Time | None:
        """A year by itself: with a case ending or a word that makes it one ("2025'te", "2025 yılı", "2014-2018")."""
        year = self._year_at(i)
        if not year:
            return None
        mark = self.s.at(i)
        second = self._year_range(i, year)
        if second is not None:
            return second
        if mark.ending.plural or (mark.set_off and mark.ending.plural):
            return None
        likely = mark.set_off and year >= 1500 and not self._counts(i)
        if not (likely or self._year_word(i + 1) or self.wide or self._bracketed(i) or self._listed(i)):
            return None
        return Time(i, i + 1, "period", calendar.year(year), mark, "year")

    def year_named(self, i: int) -> Time | None:
        """ "2025 yılı": a year and no duration, unless "önce" or "-lik" makes it one."""
        mark = self.s.at(i + 1)
        return self.year(i) if words.GRAINS.get(mark.stem) == "year" and mark.ending.own and not mark.ending.lik else None

    def _year_word(self, j: int) -> bool:
        mark = self.s.at(j)
        if words.GRAINS.get(mark.stem) == "year" and mark.ending.own:
            return True
        return (words.PARTS.match(self.s, j) is not None and mark.ending.length > 0) or mark.stem in ("itibarıyla", "itibariyle")

    def _counts(self, i: int) -> bool:
        """ "2000'in üzerinde", "1900'den fazla", "araç sayısı 1500'e çıktı": a bound, or what it is the number of, makes it an amount."""
        return self.s.at(i + 1).stem in ("üzer", "üst", "alt", "fazla", "az", "yakın", "aşkın", "çok") or self._is_number(i)

    def _is_number(self, i: int) -> bool:
        if self.s.at(i).ending.case not in ("acc", "dat", "gen"):
            return False
        reached = self.s.at(i).ending.case != "gen" and self._written(i + 1).startswith(words.REACHED)
        return reached or self._written(i - 1) in words.NUMBERS

    def _written(self, i: int) -> str:
        return self.s.low[self.s.start(i) : self.s.end(i)] if 0 <= i < len(self.s.pieces) else ""

    def _bracketed(self, i: int) -> bool:
        return self.s.at(i - 1).stem == "(" and self.s.at(i + 1).stem == ")"

    def _listed(self, i: int) -> bool:
        """ "2023, 2024 ve 2025 yıllarında": a year beside years."""
        j = i + 1
        while self.s.at(j).stem in (",", "ve", "ile") and self._year_at(j + 1):
            j += 2
        return j > i + 1 and (self.s.at(j - 1).set_off or words.GRAINS.get(self.s.at(j).stem) == "year")

    def _year_range(self, i: int, year: int) -> Time | None:
        """ "2014-2018", "2014 ile 2018 arasında": two years, with a word that closes them where no dash joins them."""
        joint = self.s.at(i + 1).stem
        if (joint not in _DASHES and joint not in words.JOINERS) or self.s.at(i).ending.length:
            return None
        second = self._year_at(i + 2)
        if second <= year or second > year + 200:
            return None
        closer = words.CLOSERS.match(self.s, i + 3)
        if joint in words.JOINERS and (closer is None or not _LATE <= year < second < _LATE + 200):
            return None
        last = i + 3 + (len(closer.words) if closer is not None else 0)
        return Time(i, last, "period", Stretch(datetime(year, 1, 1), datetime(second + 1, 1, 1), "year"), self.s.at(last - 1), "year")

    def century(self, i: int) -> Time | None:
        """ "21. yüzyıl"."""
        numeral = numerals.read(self.s, i)
        if numeral is None or not numeral.ordinal or not 0 < numeral.value <= 21:
            return None
        if words.GRAINS.get(self.s.at(numeral.last).stem) != "century":
            return None
        start = datetime(max(int(numeral.value) * 100 - 100, 1), 1, 1)
        return Time(i, numeral.last + 1, "period", calendar.span(start, 1, "century"), self.s.at(numeral.last), "century")

    def decade(self, i: int) -> Time | None:
        """ "1990'lar", "90'lı yıllar" (the former alone: which century the latter means is the article's secret)."""
        mark = self.s.at(i)
        if mark.role != "figure" or not mark.ending.plural or not mark.digits.isdigit() or len(mark.digits) != 4 or mark.digits[-1] != "0":
            return None
        return Time(i, i + 1, "period", calendar.span(datetime(int(mark.digits), 1, 1), 1, "decade"), mark, "decade")

    def from_month(self, i: int) -> Time | None:
        """ "Ekim 2022", "ocak-temmuz", "Ekim'de", "ekim ayında"."""
        month = self._month_at(i)
        mark = self.s.at(i)
        if self.wide and self.s.at(i + 1).stem in ("-", "/"):
            named = self._named_date(i)
            if named is not None:
                return named
        if not mark.ending.length:
            if self._joint(i + 1) and self.s.at(i + 1).stem != "," and self._month_at(i + 2):
                return self._months(i, month)
            year, behind = self._year_behind(i + 1)
            if year:
                return Time(i, behind, "period", calendar.month(year, month), self.s.at(behind - 1), "month")
        if not self._is_month(i):
            return None
        stretch, based = self._month_placed(month, month)
        return Time(i, i + 1, "period", stretch, mark, "month name", f"XXXX-{month:02d}", based)

    def _months(self, i: int, first: int) -> Time | None:
        """ "ocak-temmuz dönemi", "Ocak-Şubat 2017"."""
        last = self._month_at(i + 2)
        mark, behind, year = self.s.at(i + 2), i + 3, 0
        if not mark.ending.length:
            year, behind = self._year_behind(i + 3)
        if not year and self.s.at(i + 1).stem not in _DASHES and self.s.at(behind).stem not in ("dönem", "ay") and not self._closes(behind):
            return None
        timex = f"XXXX-{first:02d}/XXXX-{last:02d}"
        if year:
            start = calendar.month(year if last >= first else year - 1, first)
            end = calendar.month(year, last)
            stretch, based = (Stretch(start.start, end.end, "month") if start and end else None), False
        else:
            stretch, based = self._month_placed(first, last)
        closer = words.CLOSERS.match(self.s, behind)
        behind += len(closer.words) if closer is not None else 0
        return Time(i, behind, "period", stretch, self.s.at(behind - 1), "months", "" if year else timex, based)

    def _closes(self, j: int) -> bool:
        return words.CLOSERS.match(self.s, j) is not None

    def _is_month(self, i: int) -> bool:
        """Is the month's name a month here, and no person's or thing's? A case, "ayı" or a range says so."""
        mark, following = self.s.at(i), self.s.at(i + 1)
        if following.stem == "ay" and following.ending.own:
            return True
        if self.wide:
            return mark.stem != "aralık" or self.s.text[self.s.start(i)].isupper()
        if following.stem == "dönem":
            return True
        if mark.ending.case in ("loc", "abl") or mark.ending.ki:
            if mark.ending.own and mark.stem == "ocak":
                return False  # "taş ocağında"
            return mark.stem != "aralık" or self.s.text[self.s.start(i)].isupper()
        if mark.ending.case == "dat":
            return following.stem in ("kadar", "dek", "değin")
        if not mark.ending.length:
            return following.ending.length > 0 and words.PARTS.match(self.s, i + 1) is not None  # "haziran sonunda"
        return mark.ending.case == "gen" and (words.PARTS.match(self.s, i + 1) is not None or following.role == "figure")

    def _month_placed(self, first: int, last: int) -> tuple[Stretch | None, bool]:
        """Months first..last of the year in which they are nearest to publication."""
        if self.reference is None:
            return None, True
        best: Stretch | None = None
        for shift in (0, -1, 1):
            stretch = self._month_span(self.reference.year + shift, first, last)
            if stretch is not None and (best is None or self._distance(stretch) < self._distance(best)):
                best = stretch
        return best, True

    def _month_span(self, year: int, first: int, last: int) -> Stretch | None:
        start, end = calendar.month(year, first), calendar.month(year if last >= first else year + 1, last)
        return Stretch(start.start, end.end, "month") if start and end else None

    def day_word(self, i: int) -> Time | None:
        """ "dün", "önceki gün", "yarın"."""
        phrase = words.DAYS.match(self.s, i)
        if phrase is None:
            return None
        last = i + len(phrase.words)
        shift = int(phrase.meaning)
        return Time(i, last, "date", self._unit(shift, "day"), self.s.at(last - 1), "day word", f"P{shift}D", True)

    def _unit(self, shift: int, grain: str) -> Stretch | None:
        return calendar.unit(self.reference, shift, grain) if self.reference else None

    def next_week(self, i: int) -> Time | None:
        """ "haftaya salı"."""
        mark = self.s.at(i)
        day = words.WEEKDAYS.get(self.s.at(i + 1).stem, -1)
        if mark.stem != "hafta" or mark.ending.case != "dat" or mark.ending.own or day < 0:
            return None
        return Time(i, i + 2, "date", self._weekday(day, 1), self.s.at(i + 1), "weekday", "", True)

    def shifted(self, i: int) -> Time | None:
        """ "geçen hafta", "bu yıl", "önümüzdeki salı", "geçtiğimiz temmuz"."""
        phrase = words.SHIFTS.match(self.s, i)
        if phrase is None:
            return None
        j = i + len(phrase.words)
        mark = self.s.at(j)
        shift = int(phrase.meaning)
        time: Time | None = None
        if mark.stem == "haftasonu":
            time = self._weekend(i, j + 1, shift)
        elif mark.stem in words.GRAINS and mark.kind == "word":
            time = self._shifted_grain(i, j, shift, words.GRAINS[mark.stem])
        elif mark.stem in words.WEEKDAYS:
            strict = phrase.words[-1] == "önceki"
            time = Time(i, j + 1, "date", self._weekday(words.WEEKDAYS[mark.stem], shift, strict), mark, "weekday", "", True)
        elif self._month_at(j):
            time = Time(i, j + 1, "period", self._shifted_month(self._month_at(j), shift), mark, "month name", "", True)
        elif mark.stem in words.SEASONS and not mark.ending.copula:
            time = self._shifted_season(i, j, shift, words.SEASONS[mark.stem])
        if time is not None and phrase.says in words.LOOSE:
            time.loose = True
        return time

    def _shifted_grain(self, i: int, j: int, shift: int, grain: str) -> Time | None:
        mark = self.s.at(j)
        if grain in ("second", "minute") or mark.ending.plural or mark.ending.lik or (grain == "hour" and not self.wide):
            return None
        if mark.stem == "hafta" and self.s.at(j + 1).stem == "son" and self.s.at(j + 1).ending.own:
            return self._weekend(i, j + 2, shift)
        kind = "date" if grain == "day" else "period"
        return Time(i, j + 1, kind, self._unit(shift, grain), mark, grain, f"P{shift}{words.ISO[grain][-1]}", True)

    def _weekend(self, first: int, last: int, shift: int) -> Time:
        week = self._unit(shift, "week")
        stretch = None
        if week is not None and week.start is not None:
            stretch = Stretch(week.start + calendar.DAY * 5, week.end, "day")
        return Time(first, last, "period", stretch, self.s.at(last - 1), "weekend", "", True)

    def _weekday(self, day: int, shift: int | None, strict: bool = False) -> Stretch | None:
        """A weekday of this week (0) or one beside it; None: the one nearest to publication."""
        if self.reference is None:
            return None
        today = calendar.floor(self.reference, "day")
        if shift is None:
            ahead = (day - today.weekday()) % 7
            return calendar.unit(today, ahead if ahead <= 3 else ahead - 7, "day")
        start = calendar.floor(self.reference, "week") + calendar.DAY * day
        if shift == -1 and start < today and not strict:
            return calendar.unit(start, 0, "day")
        return calendar.unit(start, 7 * shift, "day")

    def _shifted_month(self, month: int, shift: int) -> Stretch | None:
        if self.reference is None:
            return None
        year = self.reference.year
        if shift < 0 and month >= self.reference.month:
            year -= 1
        if shift > 0 and month <= self.reference.month:
            year += 1
        return calendar.month(year, month)

    def _shifted_season(self, i: int, j: int, shift: int, season: int) -> Time:
        return self._season_beside(i, j + 1, shift, season)

    def counted(self, i: int) -> Time | None:
        """ "son 10 yılda", "önümüzdeki 3 ay içinde"."""
        phrase = words.COUNTED.match(self.s, i)
        if phrase is None:
            return None
        span = self.duration(i + len(phrase.words)) if not self._year_at(i + len(phrase.words)) else None
        if span is None or not is_whole(span.parts[0][0]) or span.mark.ending.lik:
            return None
        count, grain = span.parts[0]
        side = int(phrase.meaning)
        stretch = self._beside(side * int(count), grain)
        time = Time(i, span.last, "period", stretch, span.mark, "counted", f"P{side * int(count)}{words.ISO[grain][-1]}", True)
        if self.s.at(span.last).stem in ("iç", "süre", "zarf"):
            time.last += 1
            time.mark = self.s.at(time.last - 1)
        return time

    def _beside(self, count: int, grain: str) -> Stretch | None:
        """`count` units up to publication (negative) or from it on."""
        if self.reference is None:
            return None
        start = self.reference if grain in ("hour", "minute", "second") else calendar.floor(self.reference, "day")
        other = calendar.add(start, count, grain)
        if other is None:
            return None
        written = grain if grain in ("year", "month") else "day"
        return Stretch(other, start, written) if count < 0 else Stretch(start, other, written)

    def duration(self, i: int) -> Time | None:
        """ "7 ay", "5 yıl 1 ay", "2 yıl önce", "yarım asır"."""
        parts: list[tuple[Decimal, str]] = []
        j = i
        mark = BREAK
        while True:
            numeral = self._count(j + 1 if parts and self.s.at(j).stem == "ve" and self.wide else j)
            if numeral is None or numeral.ordinal or numeral.mark.ending.length or not self._near(numeral.last):
                break
            grain = words.GRAINS.get(self.s.at(numeral.last).stem)
            if grain is None or grain in ("quarter", "half") or self.s.at(numeral.last).kind != "word":
                break
            if parts and parts[-1][1] == grain:
                parts[-1] = (parts[-1][0] + numeral.value, grain)
            else:
                parts.append((numeral.value * 100, "year") if grain == "century" else (numeral.value, grain))
            mark = self.s.at(numeral.last)
            j = numeral.last + 1
            if mark.ending.length:
                break
        if not parts:
            return None
        time = Time(i, j, "duration", None, mark, "duration", _iso(parts))
        time.parts = parts
        return self._related(time)

    def _count(self, j: int) -> Numeral | None:
        """A number of units; "bir ve çeyrek" too where a calendar's user speaks."""
        numeral = numerals.read(self.s, j)
        quarter = self.s.at(numeral.last + 1) if numeral is not None and self.wide and self.s.at(numeral.last).stem == "ve" else BREAK
        if numeral is not None and quarter.role == "half" and quarter.value is not None and self.s.at(numeral.last + 2).stem in words.GRAINS:
            return numeral.longer(numeral.value + quarter.value, numeral.last + 2, numeral.mark)
        return numeral

    def _near(self, j: int) -> bool:
        return self.s.start(j) - self.s.end(j - 1) <= 2 if j < len(self.s.pieces) else False

    def _related(self, time: Time) -> Time:
        """ "2 yıl önce": a date as far from publication as the duration is long."""
        if time.mark.ending.length:
            return time
        phrase = words.RELATIONS.match(self.s, time.last)
        if phrase is None:
            return time
        last = time.last + len(phrase.words)
        side = int(phrase.meaning)
        stretch = self._far(time.parts, side)
        far = Time(time.first, last, "date", stretch, self.s.at(last - 1), "relative", time.timex if side > 0 else "-" + time.timex, True)
        far.loose = side > 0
        far.parts = time.parts
        return far

    def _far(self, parts: list[tuple[Decimal, str]], side: int) -> Stretch | None:
        if self.reference is None or any(count > 9999 or count % 1 for count, _ in parts):
            return None
        moment: datetime | None = self.reference
        for count, grain in parts:
            moment = calendar.add(moment, side * int(count), grain) if moment else None
        return calendar.unit(moment, 0, parts[-1][1]) if moment else None

    def weekday(self, i: int) -> Time | None:
        """ "salı günü": a weekday's name with "günü", or with a case that only a day takes."""
        mark = self.s.at(i)
        if mark.stem not in words.WEEKDAYS or mark.kind != "word":
            return None
        titled = self.s.at(i + 1).stem == "gün" and self.s.at(i + 1).ending.own
        if not (titled or self.wide or (mark.stem != "pazar" and not mark.ending.lik)):
            return None
        number = words.WEEKDAYS[mark.stem]
        again = self.s.at(i + 1).stem == "günler" and not self._joint(i - 1)  # "perşembe günleri": week by week, on no one day
        stretch = None if again else self._weekday(number, None)
        return Time(i, i + 1, "set" if again else "date", stretch, mark, "weekday", f"XXXX-WXX-{number + 1}", not again)

    def holiday(self, i: int) -> Time | None:
        phrase = words.HOLIDAYS.match(self.s, i)
        if phrase is None:
            return None
        month, day = phrase.meaning.split()
        stretch, based = self._placed(0, int(month), int(day), int(day))
        last = i + len(phrase.words)
        return Time(i, last, "date", stretch, self.s.at(last - 1), "day", f"XXXX-{int(month):02d}-{int(day):02d}", based)

    def vague(self, i: int) -> Time | None:
        """ "kısa vadede", "şimdiye kadar": periods that no calendar holds."""
        phrase = words.VAGUE.match(self.s, i)
        if phrase is None:
            return None
        last = i + len(phrase.words)
        return Time(i, last, "period", None, self.s.at(last - 1), "vague")

    def bare(self, i: int) -> Time | None:
        """ "yılın ilk yarısı", "ayın 21'i", "yıl sonu": a unit without a word that places it means the present one."""
        mark = self.s.at(i)
        grain = words.GRAINS.get(mark.stem)
        if grain not in ("day", "week", "month", "year", "quarter", "century") or mark.kind != "word":
            return None
        if mark.ending.case == "loc" and not mark.ending.own and not mark.ending.ki and self.s.at(i + 1).trigger & NUMBER:
            return Time(i, i + 1, "set", None, mark, "set", f"P1{words.ISO[grain][-1]}")  # "yılda 47 milyar metreküp"
        time = Time(i, i + 1, "period", self._unit(0, grain), mark, grain, f"P0{words.ISO[grain][-1]}", True)
        if mark.ending.case == "gen" and not mark.ending.plural:
            return self.part_of(time)
        if mark.ending.length:
            return None
        lasting = words.BOUNDS["nom"].match(self.s, i + 1)
        return self.part_behind(time) or (time if lasting is not None and grain in ("month", "year") else None)

    def opening(self, i: int) -> Time | None:
        """ "ilk çeyrekte", "ilk yarıyıl": of the present year."""
        mark = self.s.at(i + 1)
        grain = words.GRAINS.get(mark.stem)
        if self.s.at(i).stem not in words.FIRSTS or mark.stem not in ("çeyrek", "yarıyıl") or grain is None or mark.kind != "word":
            return None
        stretch = self._edge(self._unit(0, "year"), 1, grain)
        return Time(i, i + 2, "period", stretch, mark, grain, f"P0Y:first 1 {grain}", True)

    # ---- parts of times

    def part_of(self, time: Time) -> Time | None:
        """What a genitive leads to: "yılın [ilk 7 ayında]", "Ocak 2015'in [ilk haftası]", "ayın [21'i]", "yılın [sonu]"."""
        j = time.last
        if time.kind == "duration":
            return None
        ending = time.mark.ending
        if ending.case == "gen" and not ending.lik:
            return (
                self.leading(time, j)
                or self.ordinal_part(time, j)
                or self.named_part(time, j)
                or self.months_of(time, j)
                or self.numbered_day(time, j)
                or self.part_behind(time)
                or self.same(time, j)
            )
        if not ending.length:
            return self.part_behind(time) or (self.named_part(time, j) if time.head == "week" else None)
        return None

    def _inside(self, time: Time, last: int, stretch: Stretch | None, head: str, timex: str = "") -> Time:
        inner = Time(
            time.first,
            last,
            "date" if stretch is not None and stretch.grain == "day" and head == "day" else "period",
            stretch,
            self.s.at(last - 1),
            head,
            timex,
            time.based,
        )
        inner.loose = time.loose
        return inner

    def leading(self, time: Time, j: int) -> Time | None:
        """ "ilk 7 ayı", "ilk çeyreği", "son haftası", "ilk üç çeyreği"."""
        mark = self.s.at(j)
        side = 1 if mark.stem in words.FIRSTS else (-1 if mark.stem in words.LASTS else 0)
        if side == 0 and mark.ending.ordinal and mark.stem == "bir" and self.s.at(j + 1).role in ("figure", "digit", "ten"):
            side = 1
        if not side or (mark.ending.length and not mark.ending.ordinal):
            return None
        count, k = self._small(j + 1, 400)
        if count < 0 or self.s.at(k).stem not in words.GRAINS:
            count, k = 1, j + 1
        if self.s.at(k).stem not in words.GRAINS:
            count, k = self._small_quarter(j + 1)
        grain = words.GRAINS.get(self.s.at(k).stem)
        if grain is None or (not self.s.at(k).ending.own and not self.s.at(k).ending.length):
            return None
        timex = f"{time.timex}:{'first' if side > 0 else 'last'} {count} {grain}"
        return self._inside(time, k + 1, self._edge(time.stretch, side * count, grain), grain, timex)

    def months_of(self, time: Time, j: int) -> Time | None:
        """ "yılın [7 ayında]": its first seven months."""
        count, k = self._small(j, 12)
        mark = self.s.at(k)
        if time.head != "year" or count < 2 or mark.stem != "ay" or not mark.ending.own or mark.ending.plural or mark.ending.lik:
            return None
        return self._inside(time, k + 1, self._edge(time.stretch, count, "month"), "month", f"{time.timex}:first {count} month")

    def _small_quarter(self, j: int) -> tuple[int, int]:
        """ "ilk üç çeyreği": the grammar of numbers takes "üç çeyrek" for three quarters of one; here it counts quarters."""
        mark = self.s.at(j)
        value = int(mark.value) if mark.value is not None and mark.role in ("digit", "figure") and is_whole(mark.value) else -1
        return value, j + 1

    def _edge(self, whole: Stretch | None, count: int, grain: str) -> Stretch | None:
        """The first (count > 0) or last units of a stretch."""
        if whole is None or whole.start is None or whole.end is None:
            return None
        if grain == "week":
            return self._edge_week(whole, count)
        if count > 0:
            return calendar.span(whole.start, count, grain)
        start = calendar.add(whole.end, count, grain)
        return Stretch(start, whole.end, grain) if start else None

    def _edge_week(self, whole: Stretch, count: int) -> Stretch | None:
        """Weeks of a month or year: the first is the one with its first Thursday."""
        if whole.start is None or whole.end is None:
            return None
        if count > 0:
            thursday = whole.start + calendar.DAY * ((3 - whole.start.weekday()) % 7)
            return calendar.span(calendar.floor(thursday, "week"), count, "week")
        last = calendar.floor(whole.end - calendar.DAY, "week")
        start = calendar.add(last, count + 1, "week")
        return Stretch(start, last + calendar.DAY * 7, "week") if start else None

    def ordinal_part(self, time: Time, j: int) -> Time | None:
        """ "üçüncü çeyreği", "3. ayı", "ikinci yarısı", "3'üncü haftası"."""
        numeral = numerals.read(self.s, j)
        if numeral is None or not numeral.ordinal or not 0 < numeral.value < 400:
            return None
        mark = self.s.at(numeral.last)
        grain = words.GRAINS.get(mark.stem)
        if grain is None or not mark.ending.own:
            return None
        number = int(numeral.value)
        stretch = None
        if time.stretch is not None and time.stretch.start is not None:
            first = self._edge(time.stretch, 1, grain)
            stretch = calendar.unit(first.start, number - 1, grain) if first is not None and first.start is not None else None
        return self._inside(time, numeral.last + 1, stretch, grain, f"{time.timex}:{number} {grain}")

    def named_part(self, time: Time, j: int) -> Time | None:
        """ "geçen yılın ocak ayı", "bu yılın ocak-haziran dönemi", "önümüzdeki haftanın pazartesi günü"."""
        mark = self.s.at(j)
        month = self._month_at(j)
        if month and time.head in ("year", "relative"):
            return self._month_in(time, j, month)
        day = words.WEEKDAYS.get(mark.stem, -1)
        if day >= 0 and time.head == "week":
            start = time.stretch.start if time.stretch else None
            stretch = calendar.unit(start, day, "day") if start else None
            return self._inside(time, j + 1, stretch, "weekday")
        season = words.SEASONS.get(mark.stem)
        if season and time.head == "year" and (mark.ending.length or self._has_season_title(j + 1)):
            start = time.stretch.start if time.stretch else None
            if start is None:
                return self._inside(time, j + 1, None, "season", f"{time.timex}:season {season}")
            return self._season(time.first, j + 1, start.year, season, time.based)
        phrase = words.HOLIDAYS.match(self.s, j)
        if phrase is not None and time.head == "year" and time.stretch is not None and time.stretch.start is not None:
            number, of = phrase.meaning.split()
            return self._inside(time, j + len(phrase.words), calendar.date(time.stretch.start.year, int(number), int(of)), "day")
        return None

    def _month_in(self, time: Time, j: int, month: int) -> Time:
        last, second = j + 1, month
        if self._joint(j + 1) and self._month_at(j + 2):
            second, last = self._month_at(j + 2), j + 3
        stretch = None
        if time.stretch is not None and time.stretch.start is not None:
            stretch = self._month_span(time.stretch.start.year, month, second)
        return self._inside(time, last, stretch, "month name", f"{time.timex}:{month}-{second}")

    def numbered_day(self, time: Time, j: int) -> Time | None:
        """ "ayın 21'i", "Eylül'ün 3'ü"."""
        if time.head not in ("month", "month name"):
            return None
        day, last = self._small(j, 31)
        if day < 0 or not self.s.at(last - 1).ending.own:
            return None
        stretch = None
        if time.stretch is not None and time.stretch.start is not None:
            stretch = calendar.date(time.stretch.start.year, time.stretch.start.month, day)
            if stretch is None:
                return None
        return self._inside(time, last, stretch, "day", f"{time.timex}-{day:02d}")

    def part_behind(self, time: Time) -> Time | None:
        """ "yıl sonu", "Temmuz'un sonu", "ay başında", "2025 ortası"."""
        if time.head in ("part", "day", "day word", "relative", "counted", "weekend") or self.s.at(time.last - 1) is BREAK:
            return None
        phrase = words.PARTS.match(self.s, time.last)
        last = time.last + (len(phrase.words) if phrase is not None else 0)
        if phrase is None or not self.s.at(last - 1).ending.own:
            return None
        if time.head == "week" and phrase.meaning == "end" and not time.mark.ending.length:
            return self._weekend(time.first, last, 0)
        return self._inside(time, last, _part(time.stretch, phrase.meaning), "part", f"{time.timex}:{phrase.meaning}")

    def same(self, time: Time, j: int) -> Time | None:
        """ "geçen yılın aynı dönemi": which one is told elsewhere."""
        if self.s.at(j).stem != "aynı" or self.s.at(j + 1).stem not in ("dönem", "ay", "çeyrek", "hafta", "gün"):
            return None
        inner = self._inside(time, j + 2, None, "same", f"{time.timex}:same")
        inner.loose = True
        return inner

    def titled(self, time: Time) -> Time:
        """ "salı [günü]", "13 Ekim [tarihinde]", "2025 [yılında]", "ekim [ayında]", "ocak-temmuz [döneminde]", "9 Mayıs [Salı günü]"."""
        j = time.last
        mark = self.s.at(j)
        if time.mark.ending.length and not (time.mark.ending.own and time.mark.ending.case == "acc"):
            return time
        if time.head == "day" and mark.stem in words.WEEKDAYS:
            time.last, time.mark = j + 1, mark
            j, mark = j + 1, self.s.at(j + 1)
        wanted = _TITLES.get(time.head, ())
        if mark.stem in wanted and (mark.ending.own or mark.ending.plural):
            time.last, time.mark = j + 1, mark
            open_ = mark.ending.own and mark.ending.case == "acc"
            longer = self.part_of(time) or (self.part_behind(time) if open_ else None)  # "2025 yılı [sonunda]", "nisan ayı [başında]"
            return self.titled(longer) if longer is not None else time
        return time

    # ---- ranges and bounds

    def ranged(self, time: Time) -> Time | None:
        """ "28 Şubat - 1 Mart", "2014'ten 2018'e kadar", "Mayıs ile Ekim arasında"."""
        s, j = self.s, time.last
        joint = s.at(j)
        ending = time.mark.ending
        if time.kind == "duration" or time.kind == "set":
            return None
        if ending.case == "abl":
            return self._from_to(time, j)
        if ending.length and not (ending.own and ending.case == "acc"):
            return None
        dashed = joint.stem in _DASHES
        if not dashed and joint.stem not in words.JOINERS:
            return None
        second = self.whole(j + 1)
        if second is None or second.kind == "duration":
            return None
        closer = words.CLOSERS.match(s, second.last)
        if closer is None and not dashed and joint.stem in ("ve", "ile"):
            return None
        last = second.last + (len(closer.words) if closer is not None else 0)
        return self._between(time, second, last)

    def _from_to(self, time: Time, j: int) -> Time | None:
        second = self.whole(j)
        if second is None or second.kind == "duration" or second.mark.ending.case != "dat":
            return None
        until = words.BOUNDS["dat"].match(self.s, second.last)
        return self._between(time, second, second.last + (len(until.words) if until is not None else 0))

    def _between(self, first: Time, second: Time, last: int) -> Time | None:
        self._lend_year(first, second)
        start, end = _start(first), _end(second)
        if start is not None and end is not None and end <= start:
            start, end = self._turned(first, second, start, end)
        if start is not None and end is not None and end <= start:
            return None
        grain = second.stretch.grain if second.stretch else "day"
        stretch = Stretch(start, end, grain) if start is not None and end is not None else None
        return Time(first.first, last, "period", stretch, self.s.at(last - 1), "range", "", first.based or second.based)

    def _lend_year(self, first: Time, second: Time) -> None:
        """ "Mayıs'tan Ekim 2020'ye": the year told with the second holds for the first."""
        end = _end(second)
        if (
            second.based
            or not first.timex.startswith("XXXX")
            or first.stretch is None
            or first.stretch.start is None
            or first.stretch.end is None
            or end is None
        ):
            return
        years = (end - calendar.DAY).year - first.stretch.start.year
        start, stop = calendar.add(first.stretch.start, years, "year"), calendar.add(first.stretch.end, years, "year")
        if start is not None and stop is not None and start > end:
            start, stop = calendar.add(start, -1, "year"), calendar.add(stop, -1, "year")
        first.stretch, first.based = Stretch(start, stop, first.stretch.grain), False

    def _turned(self, first: Time, second: Time, start: datetime, end: datetime) -> tuple[datetime | None, datetime | None]:
        """A range over the turn of a year: "Kasım'dan Mart'a"."""
        if second.based and second.timex:
            return start, calendar.add(end, 1, "year")
        if first.based and first.timex:
            return calendar.add(start, -1, "year"), end
        return start, end

    def _begun(self, time: Time) -> Stretch | None:
        """What has gone on since "ekim" or "salı" began in the past, though the next one may be nearer."""
        stretch, reference = time.stretch, self.reference
        if stretch is None or stretch.start is None or reference is None or stretch.start <= reference or not time.timex.startswith("XXXX-"):
            return stretch
        grain = "week" if time.timex.startswith("XXXX-W") else "year"
        return Stretch(calendar.add(stretch.start, -1, grain), calendar.add(stretch.end, -1, grain) if stretch.end else None, stretch.grain)

    def bounded(self, time: Time) -> Time | None:
        """ "2020'den beri", "yıl sonuna kadar", "2030'dan önce"."""
        if time.kind == "duration":
            return None
        ending = time.mark.ending
        phrases = words.BOUNDS.get("nom" if ending.own and ending.case == "acc" else ending.case)
        phrase = phrases.match(self.s, time.last) if phrases is not None else None
        if phrase is None:
            return None
        last = time.last + len(phrase.words)
        stretch = _bounded(self._begun(time) if phrase.meaning == "since" else time.stretch, phrase.meaning)
        bounded = Time(
            time.first, last, "period" if phrase.meaning != "on" else time.kind, stretch, self.s.at(last - 1), "bound", time.timex, time.based
        )
        bounded.loose = time.loose
        return bounded


_TITLES: Final = {
    "day": ("gün", "günler", "tarih", "dönem"), "weekday": ("gün", "günler"), "month": ("ay",),
    "month name": ("ay", "dönem"), "months": ("dönem", "ay"),
    "year": ("yıl", "sene", "dönem"), "quarter": ("dönem",), "month part": ("dönem",), "day word": ("gün", "günler"), "range": ("dönem",),
    "season": ("ay", "mevsim", "dönem", "sezon"), "century": (), "decade": ("yıl",), "holiday": ("gün", "günler"),
}  # fmt: skip


def _iso(parts: list[tuple[Decimal, str]]) -> str:
    """An ISO 8601 duration: P5Y1M, PT1H30M."""
    days, hours = "", ""
    for count, grain in parts:
        written = format(count.normalize(), "f")
        sign = words.ISO[grain]
        if sign[0] == "T":
            hours += written + sign[1]
        else:
            days += written + sign
    return "P" + days + ("T" + hours if hours else "")


def _part(whole: Stretch | None, part: str) -> Stretch | None:
    """The beginning, middle or end of a stretch: its first, second, last third; of a year whole months, of a month whole days."""
    if whole is None or whole.start is None or whole.end is None:
        return None
    third = (whole.end - whole.start) / 3
    grain = "month" if whole.grain in ("year", "half", "decade", "century") else "day"
    first, second = calendar.floor(whole.start + third, grain), calendar.floor(whole.start + third * 2, grain)
    if part == "start":
        return Stretch(whole.start, first, grain)
    return Stretch(first, second, grain) if part == "mid" else Stretch(second, whole.end, grain)


def _start(time: Time) -> datetime | None:
    return time.stretch.start if time.stretch is not None else None


def _end(time: Time) -> datetime | None:
    return time.stretch.end if time.stretch is not None else None


def _bounded(stretch: Stretch | None, side: str) -> Stretch | None:
    if stretch is None or side == "on":
        return stretch
    if side == "before":
        return Stretch(None, stretch.start, stretch.grain)
    if side == "until":
        return Stretch(None, stretch.end, stretch.grain)
    return Stretch(stretch.end if side == "after" else stretch.start, None, stretch.grain)
