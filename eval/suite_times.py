"""Times in the shape of the outside suites: what a calendar's user says, clock times and sets among it.

The dates are read by the reader's own grammar in its wide form; clock times, parts of the day and sets are added here.
Where the suites and Turkish disagree on where a range ends, both readings are given.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from tutanak.languages import load
from tutanak.mentions import date_calendar as calendar
from tutanak.mentions import date_lexicon as words
from tutanak.mentions import dates, numerals  # noqa: F401
from tutanak.mentions.date_calendar import Stretch
from tutanak.mentions.date_grammar import Grammar, Time
from tutanak.mentions.numeral_marks import TIME, Stream, stream
from tutanak.mentions.numeral_phrases import Phrases
from tutanak.mentions.numerals import LEXICON
from tutanak.text import lay_out

Entity = dict[str, Any]
_PACK: Final[dict[str, Any]] = load("tr").section("dates")["calendar"]
_DAYPARTS: Final = Phrases()
for _entry in _PACK["parts_of_day"]:
    _DAYPARTS.add(LEXICON, _entry["says"], f"{_entry['from']} {_entry['to']}", TIME)
_FEW: Final = Phrases()
for _entry in _PACK["few"]:
    _FEW.add(LEXICON, _entry["says"], str(_entry["value"]), TIME)
_NOW: Final = Phrases()
for _entry in _PACK["now"]:
    _NOW.add(LEXICON, _entry["says"], "", TIME)
for _entry in _PACK["holidays"]:
    words.HOLIDAYS.add(LEXICON, _entry["says"].replace("günü", "gün"), f"{_entry['month']} {_entry['day']}", TIME)
for _word in (*_PACK["every"], *_PACK["whole"], "saat"):
    LEXICON.enter(_word, TIME)
LEXICON.enter("paskalya", TIME)
for _entry in _PACK["days"]:
    words.DAYS.add(LEXICON, _entry["says"], str(_entry["shift"]), TIME)
for _word in (
    "geçe",
    "kala",
    "civar",
    "en",
    "geç",
    "kadar",
    "erken",
    "daha",
    "iç",
    "ya",
    "da",
    "veya",
    "eşit",
    "yemek",
    "hafta",
    "yaklaşan",
    "haftasonu",
    "ait",
    "iş",
    "önce",
    "sonra",
    "süre",
    "zarf",
    "herhangi",
    "zaman",
):
    LEXICON.enter(_word)
_DASHES: Final = frozenset("-–—~")
_DAY_GRAINS: Final = ("day", "week", "month", "quarter", "half", "year", "decade", "century")
_AFTER_CLOCK: Final = {"sonra": "after", "önce": "before", "evvel": "before", "beri": "after", "itibaren": "after"}


class Clock:
    """A time of day at pieces [first, last): candidates in seconds; day: part of the day named with it, if any."""

    __slots__ = ("bare", "first", "last", "part", "times")

    def __init__(self, first: int, last: int, times: list[int], part: str, bare: bool) -> None:
        self.first = first
        self.last = last
        self.times = times
        self.part = part
        self.bare = bare


class Hit:
    """An answer at pieces [first, last), ending at an offset."""

    __slots__ = ("end", "first", "last", "values")

    def __init__(self, first: int, last: int, values: list[str], end: int) -> None:
        self.first = first
        self.last = last
        self.values = values
        self.end = end


def entities(text: str, reference: str | None) -> list[Entity]:
    """All times of a text, told against its reference time."""
    s = stream(lay_out(text), LEXICON)
    moment = datetime.fromisoformat(reference[:19]) if reference else datetime(2016, 11, 7)
    assistant = Assistant(s, moment)
    hits = assistant.run()
    return [{"start": s.start(h.first), "end": h.end, "kind": "time", "values": h.values} for h in hits]


class Assistant:
    def __init__(self, s: Stream, moment: datetime) -> None:
        self.s = s
        self.now = moment
        self.grammar = Grammar(s, moment, wide=True)
        self.seen_clock = False

    def run(self) -> list[Hit]:
        found: list[Hit] = []
        i = 0
        while i < len(self.s.pieces):
            hit = self.at(i) if self.s.at(i).trigger or self.s.at(i).stem in ("en", "gece", "<", "iş") else None
            if hit is None:
                i += 1
                continue
            found.append(hit)
            i = max(hit.last, i + 1)
        return found

    # ---- one answer

    def at(self, i: int) -> Hit | None:
        return self.every(i) or self.now_word(i) or self.latest(i) or self.work_days(i) or self.dated(i) or self.timed(i) or self.whole_unit(i)

    def now_word(self, i: int) -> Hit | None:
        phrase = _NOW.match(self.s, i)
        if phrase is None or self.s.at(i + len(phrase.words) - 1).ending.length:
            return None
        last = i + len(phrase.words)
        return Hit(i, last, [f"DT:{self.now.isoformat(' ', 'seconds')}"], self.s.bare_end(last - 1))

    def whole_unit(self, i: int) -> Hit | None:
        """ "tüm gün", "birkaç saat", "haftalık", "hafta", "yılın"."""
        s = self.s
        few = _FEW.match(s, i)
        if few is not None:
            last = i + len(few.words)
            grain = words.GRAINS.get(s.at(last).stem)
            return Hit(i, last + 1, [f"DU:{_duration(Decimal(few.meaning), grain)}"], self._unit_end(last)) if grain else None
        if s.at(i).stem in _PACK["whole"] and words.GRAINS.get(s.at(i + 1).stem):
            return Hit(i, i + 2, [f"DU:{_duration(Decimal(1), words.GRAINS[s.at(i + 1).stem])}"], s.bare_end(i + 1))
        grain = words.GRAINS.get(s.at(i).stem)
        mark = s.at(i)
        if grain is None or mark.kind != "word" or grain in ("second", "minute", "hour", "quarter", "half", "century") or mark.ending.plural:
            return None
        if mark.ending.lik and not mark.ending.case_at > 3:
            return Hit(i, i + 1, [f"S:{_duration(Decimal(1), grain)}"], s.bare_end(i))
        if mark.ending.own and not mark.ending.ours and mark.ending.case != "acc":
            return None
        part = words.PARTS.match(s, i + 1) if grain == "day" and mark.ending.case == "gen" else None
        if part is not None and part.meaning == "end":
            return Hit(i, i + 2, [f"DT:{_moment(calendar.floor(self.now, 'day'), 86399)}"], s.end(i + 1))
        stretch = calendar.unit(self.now, 0, grain)
        if stretch is not None and not mark.ending.length and s.at(i + 1).stem == "iç" and s.at(i + 2).stem == "daha" and s.at(i + 3).stem == "sonra":
            return Hit(i, i + 4, [v for x in _halves_of(stretch, "end") for v in _told(x)], s.end(i + 3))
        end = s.end(i) if mark.ending.case in ("gen", "nom") or mark.ending.ours else s.stem_end(i)
        first = i - 1 if mark.ending.ours and s.low[s.start(i - 1) : s.end(i - 1)] == "benim" else i
        return Hit(first, i + 1, _told(stretch), end) if stretch else None

    def _unit_end(self, j: int) -> int:
        """A unit of time without "-lığına" or a bare locative."""
        mark = self.s.at(j)
        return self.s.stem_end(j) if mark.ending.lik or (mark.ending.case == "loc" and not mark.ending.own) else self.s.bare_end(j)

    def latest(self, i: int) -> Hit | None:
        """ "en geç yarın"."""
        if self.s.at(i).stem != "en" or self.s.at(i + 1).stem != "geç":
            return None
        hit = self.dated(i + 2) or self.timed(i + 2)
        if hit is None:
            return None
        return Hit(i, hit.last, [_until(v) for v in hit.values], hit.end)

    # ---- sets

    def every(self, i: int) -> Hit | None:
        """ "her gün", "her iki gün", "her pazartesi saat 16"."""
        s = self.s
        if s.at(i).stem not in _PACK["every"] or s.at(i).ending.length:
            return None
        number = numerals.read(s, i + 1)
        j = number.last if number is not None else i + 1
        count = int(number.value) if number is not None else 1
        grain, day = words.GRAINS.get(s.at(j).stem), words.WEEKDAYS.get(s.at(j).stem)
        if grain is None and day is None:
            return None
        told = f"S:{_duration(Decimal(count), grain)}" if grain else f"S:XXXX-WXX-{(day or 0) + 1}"
        clock = self.clock(j + 1)
        if clock is not None and not clock.bare and (grain in (None, "day")):
            hour = clock.times[0] // 3600
            return Hit(i, clock.last, [f"S:T{hour:02d}" if grain else f"{told}T{hour:02d}"], s.bare_end(clock.last - 1))
        return Hit(i, j + 1, [told], s.end(j) if s.at(j).ending.case != "acc" else s.bare_end(j))

    # ---- dates, with the clock behind them

    def dated(self, i: int) -> Hit | None:
        s = self.s
        date = self._date(i)
        part = self._this_part(i) or self.clock_first(i)
        if part is not None:
            return part
        if date is None:
            return None
        if date.kind == "duration":
            return self.lasting(date)
        if date.kind == "set":
            return None
        if date.head == "none":
            return Hit(i, date.last, [f"X:{date.timex}"], s.bare_end(date.last - 1))
        special = self.anchored(date) or self.end_of_day(date) or self.later(date) or self.days_of_month(date)
        if special is not None:
            return special
        ranged = self.grammar.ranged(date) if date.mark.ending.case == "abl" and date.head == "day" else None
        if ranged is not None and ranged.stretch is not None:
            return self._ranged(date, ranged)
        if date.stretch is not None and date.stretch.grain == "day":
            joined = self.joined(date)
            if joined is not None:
                return joined
        return self.plain(date)

    def _this_part(self, i: int) -> Hit | None:
        """ "bu akşam [22]": a part of today."""
        if self.s.at(i).stem != "bu":
            return None
        phrase = _DAYPARTS.match(self.s, i + 1)
        if phrase is None or self.s.at(i + 1 + len(phrase.words)).stem == "yemek":
            return None
        today = calendar.unit(self.now, 0, "day")
        time = Time(i, i + 1, "date", today, self.s.at(i), "day word", "", True)
        return self.joined(time)

    def _date(self, i: int) -> Time | None:
        """A simple date; a weekday with the date or the day of the month behind it; the week of a date; Easter."""
        s = self.s
        if s.at(i).stem == "paskalya":
            return Time(i, i + 1, "date", _easter(self.now), s.at(i), "day", "XXXX", True)
        week = self._week(i)
        if week is not None:
            return week
        date = self.grammar.whole(i) or self._last_weekday(i)
        if date is None:
            return None
        if date.head == "weekday":
            return self._weekday_date(date)
        if (date.head == "counted" and date.mark.stem != "gün") or date.head != "day":
            return date
        if s.at(date.last).stem == "hafta" and s.at(date.last).ending.own and date.stretch is not None and date.stretch.start is not None:
            return Time(i, date.last + 1, "period", calendar.unit(date.stretch.start, 0, "week"), s.at(date.last), "week of", date.timex, date.based)
        return date

    def work_days(self, i: int) -> Hit | None:
        """ "önümüzdeki 4 iş günü": days from tomorrow on, Saturdays and Sundays left out."""
        s = self.s
        numeral = numerals.read(s, i + 1)
        if words.COUNTED.match(s, i) is None or numeral is None or s.at(numeral.last).stem != "iş" or s.at(numeral.last + 1).stem != "gün":
            return None
        first = day = calendar.floor(self.now, "day") + calendar.DAY
        left = int(numeral.value)
        while left:
            left -= day.weekday() < 5
            day += calendar.DAY
        return Hit(i, numeral.last + 2, [f"R:{first.date()}/{day.date()}"], s.bare_end(numeral.last + 1))

    def _last_weekday(self, i: int) -> Time | None:
        """ "son çarşamba"."""
        day = words.WEEKDAYS.get(self.s.at(i + 1).stem, -1)
        if self.s.at(i).stem != "son" or self.s.at(i).ending.length or day < 0:
            return None
        time = Time(i, i + 2, "date", self.grammar._weekday(day, -1), self.s.at(i + 1), "weekday", "", True)
        return self.grammar.titled(time)

    def _week(self, i: int) -> Time | None:
        """ "31'inci hafta", "18'i haftası"."""
        numeral = numerals.read(self.s, i) if self.s.at(i).role == "figure" else None
        if numeral is None or self.s.at(numeral.last).stem != "hafta" or numeral.value > 53:
            return None
        if numeral.ordinal:
            first = datetime(self.now.year, 1, 4)
            stretch = calendar.unit(first, int(numeral.value) - 1, "week")
        elif numeral.mark.ending.own:
            day = calendar.date(self.now.year, self.now.month, int(numeral.value))
            stretch = calendar.unit(day.start, 0, "week") if day is not None and day.start is not None else None
        else:
            return None
        mark = self.s.at(numeral.last)
        return Time(i, numeral.last + 1, "period", stretch, mark, "week of", "", True)

    def _weekday_date(self, date: Time) -> Time:
        """ "pazartesi 21'i", "perşembe 29/03", "bu cuma günü 15 Haziran"."""
        second = self.grammar.simple(date.last) if self.s.at(date.last).role in ("figure", "digit", "ten") else None
        if second is not None and second.head == "day" and second.kind == "date":
            second.first = date.first
            return second
        numeral = numerals.read(self.s, date.last) if self.s.at(date.last).role == "figure" else None
        if numeral is None or not numeral.mark.ending.own or numeral.value > 31 or (numeral.mark.ending.case == "acc" and not numeral.mark.set_off):
            return date
        day = calendar.date(self.now.year, self.now.month, int(numeral.value))
        weekday = date.stretch.start.weekday() if date.stretch and date.stretch.start else -1
        if day is None or (day.start is not None and day.start.weekday() != weekday and numeral.mark.ending.case == "dat"):
            return date
        return Time(date.first, numeral.last, "date", day, numeral.mark, "numbered", "", True)

    def clock_first(self, i: int) -> Hit | None:
        """ "12-4 Pazartesi"."""
        if self.s.at(i).role != "figure":
            return None
        first = self.clock(i)
        second = self.clock(first.last + 1) if first is not None and self.s.at(first.last).stem in _DASHES else None
        if first is None or second is None or self.s.at(second.last).stem not in words.WEEKDAYS:
            return None
        day = self.grammar.weekday(second.last)
        if day is None:
            return None
        days = [d for d in self._days(day) if d is not None]
        return Hit(
            i, day.last, [f"DTR:{_moment(d, a)}/{_moment(d, b)}" for d in days for a, b in _pairs(first, second)], self.s.bare_end(day.last - 1)
        )

    def anchored(self, date: Time) -> Hit | None:
        """ "bugünden 2 gün sonra", "yarından sonraki iki gün", "dünden önce 2 günden fazla bir sürede"."""
        s, j = self.s, date.last
        if date.head != "day word":
            return None
        start = date.stretch.start if date.stretch else None
        last = s.at(j - 1)
        told = s.low[s.start(date.first) : s.end(j - 1)]
        side, inside = (1, False)
        if last.ending.case == "abl" and s.at(j).stem in ("sonra", "sonraki", "itibaren", "önce", "önceki"):
            side = -1 if s.at(j).stem.startswith("önce") else 1
            inside = s.at(j).stem in ("sonraki",)
            j += 1
        elif "sonra" in told and told != "yarın":
            start = start - calendar.DAY if start else None
        elif last.ending.case != "abl":
            return None
        if s.at(j).stem == "gelecek":
            inside, j = True, j + 1
        span = self.grammar.duration(j)
        if span is None or start is None or any(c % 1 for c, _ in span.parts):
            return None
        return self._anchored(date, span, start, side, inside)

    def _anchored(self, date: Time, span: Time, start: datetime, side: int, inside: bool) -> Hit | None:
        s = self.s
        moment: datetime | None = start
        for count, grain in span.parts:
            moment = calendar.add(moment, side * int(count), grain) if moment else None
        if moment is None or any(g in ("hour", "minute", "second") for _, g in span.parts):
            return None
        day, first = f"{moment.date()}", f"{start.date()}"
        bound = s.at(span.last)
        if span.mark.ending.case == "abl" and bound.stem in ("fazla", "az"):
            more = bound.stem == "fazla"
            values = [f"R:../{day}" if side < 0 else f"R:{day}/.."] if more else [f"R:{first}/{day}"]
            last, end = span.last + 1, s.stem_end(span.last)
            if s.at(last).stem == "bir" and s.at(last + 1).stem == "süre":
                last, end = last + 2, s.end(last + 1)
            return Hit(date.first, last, values, end)
        if bound.stem == "iç":
            values = [f"R:{first}/{day}"] if inside else [f"D:{day}"]
            through = inside or s.at(date.last).stem == "itibaren"
            return Hit(date.first, span.last + 1, values, s.end(span.last) if through else s.bare_end(span.last - 1))
        if not span.mark.ending.length or span.head == "relative":
            return Hit(date.first, span.last, [f"D:{day}"], s.bare_end(span.last - 1))
        return None

    def end_of_day(self, date: Time) -> Hit | None:
        """ "yarının sonunda"."""
        phrase = words.PARTS.match(self.s, date.last)
        if date.mark.ending.case == "gen" and phrase is not None and date.stretch is not None and date.stretch.grain == "day":
            last, seconds = date.last + len(phrase.words), 86399 if phrase.meaning == "end" else 0
            return Hit(date.first, last, [f"DT:{_moment(d, seconds)}" for d in self._days(date) if d], self.s.end(last - 1))
        if (
            date.head == "part"
            and date.stretch is not None
            and date.stretch.grain == "day"
            and date.stretch.start is not None
            and date.stretch.end is not None
            and date.stretch.end - date.stretch.start <= calendar.DAY
        ):
            days = [date.stretch.start + timedelta(days=k) for k in (-7, 0, 7)]
            return Hit(date.first, date.last, [f"DT:{_moment(calendar.floor(d, 'day'), 86399)}" for d in days], self.s.end(date.last - 1))
        return None

    def later(self, date: Time) -> Hit | None:
        """ "bu hafta daha sonra", "yıl içinde daha sonra"."""
        s, j = self.s, date.last
        j = j + 1 if s.at(j).stem == "iç" else j
        k = j + 1 if s.at(j).stem == "daha" else j
        if (
            s.at(k).stem != "sonra"
            or date.kind != "period"
            or date.stretch is None
            or date.stretch.end is None
            or k == date.last
            or date.mark.ending.length
        ):
            return None
        half = [v for x in _halves_of(date.stretch, "end") for v in _told(x)]
        return Hit(date.first, k + 1, [*half, f"R:{self.now.date()}/{date.stretch.end.date()}"], s.end(k))

    def days_of_month(self, date: Time) -> Hit | None:
        """ "gelecek ay 4'ünden 23'üne kadar", "Eylül'ün 3'üyle 12'si arası"."""
        s = self.s
        if date.head in ("month", "month name"):
            first, j = self.grammar._small(date.last, 31)
        elif date.head == "day" and date.mark.ending.case == "ins" and date.stretch is not None and date.stretch.start is not None:
            first, j = date.stretch.start.day, date.last
        else:
            return None
        second, k = self.grammar._small(j, 31)
        start = date.stretch.start if date.stretch else None
        if first < 0 or second <= first or not s.at(j - 1).ending.own or start is None:
            return None
        last = k + 1 if s.at(k).stem in ("kadar", "arası", "ara") else k
        values = []
        for year in (start.year - 1, start.year, start.year + 1):
            a, b = calendar.date(year, start.month, first), calendar.date(year, start.month, second)
            values += [f"R:{a.start.date()}/{b.start.date()}"] if a and b and a.start and b.start else []
        return Hit(date.first, last, values, s.bare_end(last - 1))

    def joined(self, date: Time) -> Hit | None:
        """A date with a clock time, a range of them, or a part of the day."""
        s = self.s
        j = date.last + 1 if s.at(date.last).stem == "," else date.last
        until = s.at(j).stem == "en" and s.at(j + 1).stem == "geç"
        j = j + 2 if until else j
        days = [d for d in self._days(date) if d is not None]
        ranged = self.clock_range(j, dated=True)
        if ranged is not None:
            first, second, last, end = ranged
            pairs = _pairs(first, second)
            return Hit(date.first, last, [f"DTR:{_moment(d, a)}/{_moment(d, b)}" for d in days for a, b in pairs], end)
        clock = self.clock(j)
        if clock is not None and (not clock.bare or (j == date.last and self._cased(clock))):
            return self._clocked(date, clock, days, until)
        part = _DAYPARTS.match(s, j)
        if part is not None:
            last = j + len(part.words)
            begin, end_hour = (int(x) for x in part.meaning.split())
            end = s.stem_end(last - 1) if s.at(last - 1).ending.case in ("dat", "abl") and len(part.words) < 2 else s.end(last - 1)
            if part.says == "öğleden sonra":
                end = s.stem_end(last - 1)
            values = [self._day_part(d, begin, end_hour) for d in days]
            return Hit(date.first, last, values, end)
        return None

    def _day_part(self, day: datetime, begin: int, end: int) -> str:
        if begin == end:
            return f"DT:{_moment(day, 12 * 3600)}"
        last = end * 3600 if end < 24 or begin < 20 else 24 * 3600 - 1
        return f"DTR:{_moment(day, begin * 3600)}/{_moment(day, last)}"

    def _clocked(self, date: Time, clock: Clock, days: list[datetime], until: bool) -> Hit:
        s = self.s
        values = [f"DT:{_moment(d, t)}" for d in days for t in clock.times]
        side, last, end = self._side(clock.last)
        if until:
            side, last, end = "before", clock.last, self._clock_end(clock)
        if side:
            bound = [v[3:] for v in values]
            told = [f"DTR:{v}/.." if side == "after" else f"DTR:../{v}" for v in bound]
            return Hit(date.first, last, told, end)
        if s.at(clock.last).stem in ("civar", "civarı"):
            return Hit(date.first, clock.last + 1, values, s.bare_end(clock.last))
        return Hit(date.first, clock.last, values, self._clock_end(clock))

    def _cased(self, clock: Clock) -> bool:
        mark = self.s.at(clock.last - 1)
        return mark.role == "figure" or mark.ending.case in ("loc", "dat", "abl")

    def _clock_end(self, clock: Clock) -> int:
        """Behind the clock time; a locative or dative word loses its ending unless a relational -ki follows it."""
        mark = self.s.at(clock.last - 1)
        if mark.set_off:
            return self.s.bare_end(clock.last - 1)
        if mark.ending.case in ("dat", "acc") and not mark.ending.ki:
            return self.s.stem_end(clock.last - 1)
        return self.s.end(clock.last - 1)

    def _side(self, j: int) -> tuple[str, int, int]:
        """What bounds a clock time behind it: (side or "", piece behind, end)."""
        s = self.s
        mark, before = s.at(j), s.at(j - 1)
        if before.ending.case == "abl" and mark.stem in _AFTER_CLOCK:
            if mark.stem == "itibaren" and s.at(j + 1).stem == "herhangi":
                return "after", j + 4, s.end(j + 3)
            return _AFTER_CLOCK[mark.stem], j + 1, s.stem_end(j)
        if before.ending.case in ("loc", "nom") and (k := self._or(j)):
            return self._or_later(k)
        if mark.stem == "kadar" and s.at(j + 1).stem in ("erken", "geç"):
            return ("after" if s.at(j + 1).stem == "erken" else "before"), j + 2, s.end(j + 1)
        return "", j, 0

    def _or(self, j: int) -> int:
        """The piece behind "ya da", "veya", "ve"; 0 for none."""
        s = self.s
        if s.at(j).stem == "ya" and s.at(j + 1).stem == "da":
            return j + 2
        return j + 1 if s.at(j).stem in ("veya", "ve") else 0

    def _or_later(self, k: int) -> tuple[str, int, int]:
        s = self.s
        k2 = k + 1 if s.at(k).stem == "daha" else k
        stem = s.at(k2).stem
        mark = s.at(k2)
        if stem in ("sonra", "sonraki"):
            return "after", k2 + 1, s.start(k2) + 5 if stem == "sonraki" or mark.ending.copula else s.end(k2)
        if stem in ("önce", "erken"):
            return "before", k2 + 1, s.end(k2)
        return "", k, 0

    def _days(self, date: Time) -> list[datetime | None]:
        return [d.start for d in self.alternatives(date)]

    def alternatives(self, date: Time) -> list[Stretch]:
        """A date without its year or week: before and after the reference."""
        if date.stretch is None:
            return []
        found = [date.stretch]
        start, end = date.stretch.start, date.stretch.end
        if not date.based or start is None or end is None or date.head not in ("day", "weekday", "month name", "months", "month"):
            return found
        if not date.timex:
            return found
        grain, step = ("week", 1) if date.head == "weekday" else ("year", 1)
        for side in (-step, step):
            a, b = calendar.add(start, side, grain), calendar.add(end, side, grain)
            if a and b:
                found.append(Stretch(a, b, date.stretch.grain))
        return found

    # ---- dates alone

    def plain(self, date: Time) -> Hit | None:
        s = self.s
        ranged = self.grammar.ranged(date)
        if ranged is not None and ranged.stretch is not None:
            return self._ranged(date, ranged)
        bounded = self._bounded(date)
        if bounded is not None:
            return bounded
        if date.stretch is None:
            return None
        values = [v for stretch in self.alternatives(date) for v in _told(stretch)]
        values += self._more(date)
        if s.at(date.last).stem in ("civar", "civarı"):
            values += [f"X:{v[2:]}" for v in values if v.startswith("D:")]
            return Hit(date.first, date.last + 1, values, s.bare_end(date.last))
        if date.head == "season" and date.based:
            season = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}.get(date.stretch.start.month if date.stretch.start else 0, "")
            values.append(f"X:{date.stretch.start.year if date.stretch.start else 0}-{season}")
        return Hit(date.first, date.last, values, self._date_end(date))

    def _more(self, date: Time) -> list[str]:
        """How the suites count: from tomorrow on, the exact day of "iki ay önce", halves for the beginning and the end."""
        if date.head == "counted":
            return self._counted(date)
        if date.head == "relative":
            return self._relative(date)
        if date.head == "hour" and date.stretch is not None:
            return [f"DTR:{self.now.isoformat(' ', 'seconds')}/{(self.now + timedelta(hours=1)).isoformat(' ', 'seconds')}"]
        if date.head == "part":
            return self._conventional(date)
        if date.head in ("year", "months") and date.stretch is not None and date.stretch.start is not None and date.stretch.end is not None:
            last = calendar.floor(date.stretch.end - calendar.DAY, date.stretch.grain)
            return [f"R:{date.stretch.start.date()}/{last.date()}"] if last > date.stretch.start else []
        if date.head == "week of" and date.stretch is not None and date.stretch.start is not None:
            day = date.stretch.start
            return [f"R:{d.date()}/{(d + timedelta(days=7)).date()}" for d in (day - timedelta(days=28), day - timedelta(days=35))]
        return []

    def _counted(self, date: Time) -> list[str]:
        stretch = date.stretch
        if stretch is None or stretch.start is None or stretch.end is None:
            return []
        if date.mark.stem in ("dakika", "saat", "saniye") or any(
            u in self.s.low[self.s.start(date.first) : self.s.end(date.last - 1)] for u in ("dakika", "saat", "saniye")
        ):
            span = self.grammar.duration(date.first + 1)
            moment: datetime | None = self.now
            side = 1 if stretch.end > self.now else -1
            for count, grain in span.parts if span is not None else []:
                moment = calendar.add(moment, side * int(count), grain) if moment else None
            if moment is None:
                return []
            a, b = sorted((self.now, moment))
            return [f"DTR:{a.isoformat(' ', 'seconds')}/{b.isoformat(' ', 'seconds')}"]
        return [f"R:{(stretch.start + calendar.DAY).date()}/{(stretch.end + calendar.DAY).date()}"]

    def _relative(self, date: Time) -> list[str]:
        span = self.grammar.duration(date.first)
        if span is None:
            return []
        side = -1 if date.timex.startswith("-") else 1
        parts = [(Decimal(n), u) for n, u in _parts_of(date.timex)]
        moment: datetime | None = self.now
        for count, grain in parts:
            moment = calendar.add(moment, side * int(count), grain) if moment else None
        if moment is None:
            return []
        if any(grain in ("hour", "minute", "second") for _, grain in parts):
            a, b = sorted((self.now, moment))
            return [f"DTR:{a.isoformat(' ', 'seconds')}/{b.isoformat(' ', 'seconds')}"]
        return [f"D:{moment.date()}"]

    def _conventional(self, date: Time) -> list[str]:
        phrase = next((p for k in range(date.last - 1, date.first, -1) if (p := words.PARTS.match(self.s, k))), None)
        whole = self.grammar.simple(date.first) if phrase is not None else None
        bare = self.s.at(date.first).stem in words.GRAINS
        stretch = calendar.unit(self.now, 0, words.GRAINS[self.s.at(date.first).stem]) if bare else (whole.stretch if whole is not None else None)
        if phrase is None or stretch is None:
            return []
        found = [stretch]
        if whole is not None and whole.head == "month name":
            found = self.alternatives(whole)
        values = [v for w in found for x in _halves_of(w, phrase.meaning) for v in _told(x)]
        if stretch.start is not None and stretch.start < self.now:
            values.append(f"R:{stretch.start.date()}/{self.now.date()}")
        return values

    def _date_end(self, date: Time) -> int:
        """Behind a date: no suffix set off, no case behind a possessive; "günü" only with what makes it more than a weekday."""
        s, j = self.s, date.last - 1
        mark = s.at(j)
        if date.head == "weekday" and mark.stem == "gün" and s.at(date.first).stem in words.WEEKDAYS:
            return s.end(j - 1)
        if date.head == "decade" and mark.ending.plural:
            return s.start(j) + mark.base + 4
        if date.head == "numbered" and mark.ending.own:
            return (
                s.start(j)
                + mark.base
                + (1 if mark.set_off else 0)
                + (mark.ending.length if mark.ending.case in ("acc", "nom") else mark.ending.case_at)
            )
        if mark.set_off:
            return s.bare_end(j)
        if mark.stem == "tarih" and mark.ending.plural:
            return s.bare_end(j - 1)
        if mark.stem in ("iç", "ara"):
            return s.start(j) + mark.base + mark.ending.length - (2 if mark.ending.ki else 0)
        if date.head == "day word" and mark.ending.case == "abl":
            return s.stem_end(j)
        if date.head == "week of" and mark.ending.ki:
            return s.stem_end(j)
        if date.head == "part" or (mark.ending.ki and date.head not in ("year", "week of")):
            return s.end(j)
        if mark.ending.own and mark.ending.case in ("loc", "dat", "abl"):
            return s.start(j) + mark.base + mark.ending.case_at
        return s.stem_end(j) if mark.ending.case == "loc" else s.end(j)

    def _ranged(self, first: Time, ranged: Time) -> Hit:
        s = self.s
        stretch = ranged.stretch
        values = _told(stretch) if stretch else []
        if stretch is not None and stretch.start is not None and stretch.end is not None:
            last = calendar.floor(stretch.end - timedelta(microseconds=1), stretch.grain)
            values.append(f"R:{stretch.start.date()}/{last.date()}")
            for side in (-1, 1):
                a, b, c = calendar.add(stretch.start, side, "year"), calendar.add(stretch.end, side, "year"), calendar.add(last, side, "year")
                if a and b and c and ranged.based:
                    values += [f"R:{a.date()}/{b.date()}", f"R:{a.date()}/{c.date()}"]
        mark = s.at(ranged.last - 1)
        end = s.end(ranged.last - 1) if first.mark.ending.case == "abl" else s.bare_end(ranged.last - 1)
        if mark.ending.ki:
            end = s.start(ranged.last - 1) + mark.base + mark.ending.length - 2
        if mark.stem == "kadar":
            end = s.stem_end(ranged.last - 1)
        return Hit(ranged.first, ranged.last, values, end)

    def _bounded(self, date: Time) -> Hit | None:
        """ "2010'dan önce", "1/1/2016 ve sonrası", "yarına kadar"."""
        s, j = self.s, date.last
        stretches = self.alternatives(date)
        bounded = self.grammar.bounded(date)
        if bounded is not None and bounded.stretch is not None:
            if date.head == "part":
                whole = self._conventional(date)
                stretches = [*stretches, *(_parsed(v) for v in whole)]
            phrase = s.low[s.start(j) : s.end(bounded.last - 1)]
            values = [v for stretch in stretches for v in _bounds(stretch, _side_of(phrase))]
            mark = s.at(bounded.last - 1)
            end = s.end(bounded.last - 1) if not mark.ending.length else s.stem_end(bounded.last - 1)
            if mark.stem == "sonraki":
                end = s.start(bounded.last - 1) + 5
            return Hit(date.first, bounded.last, values, end) if values else None
        k = self._or(j)
        if k:
            side, last, end = self._or_later(k)
            if side:
                told = [
                    f"R:{x.start.date() if x.start else '..'}/.." if side == "after" else f"R:../{(x.end if x.grain != 'day' else x.start).date()}"
                    for x in stretches
                    if x.start and x.end
                ]
                return Hit(date.first, last, told, end)
        if s.at(j).stem == "kadar" and s.at(j + 1).stem in ("erken", "geç"):
            told = [f"R:{x.start.date()}/.." if s.at(j + 1).stem == "erken" else f"R:../{x.start.date()}" for x in stretches if x.start]
            return Hit(date.first, j + 2, told, s.end(j + 1))
        return None

    # ---- durations

    def lasting(self, time: Time) -> Hit | None:
        """ "3 saat", "5 dakika içinde", "2 saatten az"."""
        s, j = self.s, time.last
        ended = time.mark.ending
        inside = s.at(j)
        if inside.stem == "iç" and inside.ending.case == "loc" and not ended.length:
            return Hit(time.first, j + 1, self._within(time.parts), s.end(j))
        if ended.case == "abl" and not ended.own and s.at(j).stem in ("fazla", "az", "çok"):
            return Hit(time.first, j + 1, [f"DU:{time.timex}"], s.stem_end(j))
        if s.at(time.first - 1).stem == "%":
            return None
        return Hit(time.first, time.last, [f"DU:{time.timex}"], self._unit_end(time.last - 1))

    def _within(self, parts: list[tuple[Decimal, str]]) -> list[str]:
        moment: datetime | None = self.now
        for count, grain in parts:
            if count % 1:
                return []
            moment = calendar.add(moment, int(count), grain) if moment else None
        if moment is None:
            return []
        if any(grain in ("hour", "minute", "second") for _, grain in parts):
            return [f"DTR:{self.now.isoformat(' ', 'seconds')}/{moment.isoformat(' ', 'seconds')}"]
        return [f"D:{moment.date()}"]

    # ---- clock times alone

    def timed(self, i: int) -> Hit | None:
        ranged = self.clock_range(i, dated=False)
        if ranged is not None:
            first, second, last, end = ranged
            self.seen_clock = True
            return Hit(i, last, [f"TR:{_clock(a)}/{_clock(b)}" for a, b in _pairs(first, second)], end)
        clock = self.clock(i)
        if clock is not None and (not clock.bare or self._plainly(clock)):
            self.seen_clock = True
            return self._timed(clock)
        part = _DAYPARTS.match(self.s, i)
        if part is not None and self.s.at(i + len(part.words)).stem == "yemek":
            return None
        if part is not None and not self.s.at(i + len(part.words) - 1).ending.copula:
            last = i + len(part.words)
            begin, end = (int(x) for x in part.meaning.split())
            told = f"T:{_clock(begin * 3600)}" if begin == end else f"TR:{_clock(begin * 3600)}/{_clock(end * 3600 if end < 24 else 24 * 3600 - 1)}"
            return Hit(i, last, [told], self.s.end(last - 1))
        return None

    def _plainly(self, clock: Clock) -> bool:
        """A bare number is a time where a clock time was told before and it has a case of time: "toplantıyı 16'ya al"."""
        mark = self.s.at(clock.last - 1)
        return self.seen_clock and mark.ending.case in ("loc", "dat") and (mark.set_off or not mark.homograph) and not mark.ending.own

    def _timed(self, clock: Clock) -> Hit:
        side, last, end = self._side(clock.last)
        times = [_clock(t) for t in clock.times]
        if side:
            return Hit(clock.first, last, [f"TR:{t}/.." if side == "after" else f"TR:../{t}" for t in times], end)
        return Hit(clock.first, clock.last, [f"T:{t}" for t in times], self._clock_end(clock))

    def clock_range(self, i: int, dated: bool) -> tuple[Clock, Clock, int, int] | None:
        """ "16 ile 17 arası", "5'ten 7'ye kadar", "13-15 arası": (first, second, piece behind, end)."""
        s = self.s
        first = self.clock(i)
        if first is None:
            return None
        joint, case = s.at(first.last), s.at(first.last - 1).ending.case
        dashed, fromto = joint.stem in _DASHES, case == "abl"
        if not dashed and not fromto and joint.stem not in ("ile", "ila", "ve") and case != "ins":
            return None
        second = self.clock(first.last + (0 if fromto or case == "ins" else 1))
        if second is None:
            return None
        last, end = second.last, s.bare_end(second.last - 1)
        mark = s.at(last)
        if fromto:
            if s.at(last - 1).ending.case != "dat" or mark.stem != "kadar":
                return None
            last, end = last + 1, s.start(last) + mark.base
        elif mark.stem in ("ara", "arası"):
            last, end = last + 1, s.start(last) + mark.base + (mark.ending.length - (2 if mark.ending.ki else 0) if mark.stem == "ara" else 0)
        elif not dashed or (first.bare and second.bare and not dated):
            return None
        if first.bare and second.bare and not dated and not fromto and (max(first.times + second.times) > 24 * 3600):
            return None
        if (second.part and not first.part) or (first.part and not second.part):
            _agree(first, second)
        return first, second, last, end

    def clock(self, i: int) -> Clock | None:
        """A time of day that begins at piece `i`: "sabah 8", "saat 14.30", "sekizi 20 geçe", "9:30"."""
        s = self.s
        phrase = _DAYPARTS.match(s, i)
        part, j = "", i
        if phrase is not None:
            part, j = phrase.says, i + len(phrase.words)
            if s.at(j - 1).ending.length and phrase.says not in ("öğleden sonra", "gece yarı"):
                return None
            if phrase.says == "gece yarı":
                return Clock(i, j, [0], part, False)
        told = s.at(j).stem == "saat" and not s.at(j).ending.length
        j = j + 1 if told else j
        read = self._past(j) or self._digital(j) or self._hour(j)
        if read is None:
            return None
        seconds, last, exact = read
        bare = not part and not told and not exact
        return Clock(i, last, _halves(seconds, part), part, bare)

    def _past(self, j: int) -> tuple[int, int, bool] | None:
        """ "sekizi 20 geçe", "beşe çeyrek kala"."""
        s = self.s
        hour = numerals.read(s, j)
        if hour is None or hour.mark.ending.case not in ("acc", "dat") or hour.value > 24:
            return None
        minute = numerals.read(s, hour.last)
        if minute is None or s.at(minute.last).stem not in ("geçe", "kala"):
            return None
        minutes = 15 if minute.mark.role == "half" else int(minute.value)
        seconds = int(hour.value) * 3600 + (minutes if s.at(minute.last).stem == "geçe" else -minutes) * 60
        return seconds, minute.last + 1, True

    def _digital(self, j: int) -> tuple[int, int, bool] | None:
        """ "9:30", "8:00:31", "14.30"."""
        s = self.s
        mark = s.at(j)
        if mark.role != "figure":
            return None
        if len(mark.digits) in (4, 5) and mark.digits[-3] == "." and mark.digits.replace(".", "").isdigit():
            hour, minute = (int(x) for x in mark.digits.split("."))
            return (hour * 3600 + minute * 60, j + 1, True) if hour < 25 and minute < 60 else None
        parts = [mark.digits]
        while s.at(j + 1).stem == ":" and s.touching(j + 1) and s.touching(j + 2) and s.at(j + 2).role == "figure" and len(parts) < 3:
            parts.append(s.at(j + 2).digits)
            j += 2
        if len(parts) < 2 or not all(p.isdigit() and len(p) <= 2 for p in parts):
            return None
        hour, minute, second = (*(int(p) for p in parts), 0)[:3]
        return (hour * 3600 + minute * 60 + second, j + 1, True) if hour < 25 and minute < 60 and second < 60 else None

    def _hour(self, j: int) -> tuple[int, int, bool] | None:
        """ "8", "yedi buçuk", "bir otuz"."""
        s = self.s
        mark = s.at(j)
        numeral = numerals.read(s, j)
        if (
            numeral is None
            or numeral.ordinal
            or numeral.value > 24
            or numeral.value % 1 not in (0, Decimal("0.5"))
            or (numeral.figures and not mark.digits.isdigit())
        ):
            return None
        if (
            len(mark.digits) > 2
            or s.at(numeral.last).stem in words.GRAINS
            or s.at(numeral.last).stem in words.MONTHS
            or (s.at(numeral.last).stem == "/" and s.touching(numeral.last))
        ):
            return None
        minutes = numerals.read(s, numeral.last)
        if minutes is not None and not numeral.figures and not numeral.mark.ending.length and not minutes.figures and minutes.value in range(10, 60):
            return int(numeral.value) * 3600 + int(minutes.value) * 60, minutes.last, False
        return int(numeral.value * 3600), numeral.last, False


def _easter(now: datetime) -> Stretch:
    """Easter Sunday of the year (Gregorian)."""
    year = now.year
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    x = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    start = datetime(year, month, day + 1)
    return Stretch(start, start + calendar.DAY, "day")


def _parts_of(timex: str) -> list[tuple[int, str]]:
    days, _, hours = timex.lstrip("-").lstrip("P").partition("T")
    names = {"Y": "year", "M": "month", "W": "week", "D": "day"}
    clock = {"H": "hour", "M": "minute", "S": "second"}
    found = [(int(float(n)), names[u]) for n, u in re.findall(r"([\d.]+)([YMWD])", days)]
    return found + [(int(float(n)), clock[u]) for n, u in re.findall(r"([\d.]+)([HMS])", hours)]


def _parsed(value: str) -> Stretch:
    """A stretch from "R:a/b"."""
    a, _, b = value.partition(":")[2].partition("/")
    start = datetime.fromisoformat(a)
    return Stretch(start, datetime.fromisoformat(b) if b else start + calendar.DAY, "month")


def _halves_of(whole: Stretch, part: str) -> list[Stretch]:
    """The suites' beginning, middle and end of a week, month or year."""
    start, end = whole.start, whole.end
    if start is None or end is None:
        return []
    days = (end - start).days
    if days == 7:
        a = b = start + timedelta(days=3)
    elif days <= 31:
        a, b = (start + timedelta(days=9), start + timedelta(days=20)) if part == "mid" else (start + timedelta(days=15),) * 2
    else:
        a = b = start.replace(month=7)
    return [Stretch(start, a, "day") if part == "start" else Stretch(a, b, "day") if part == "mid" else Stretch(b, end, "day")]


def _agree(first: Clock, second: Clock) -> None:
    """ "sabah 8 - 9", "3 ile sabah 8": a part of the day holds for both when the times allow it."""
    named, other = (first, second) if first.part else (second, first)
    if first is named:
        later = [t for t in other.times if t > named.times[0]]
        other.times = later[:1] or other.times
    else:
        earlier = [t for t in other.times if t < named.times[0]]
        other.times = earlier[:1] or other.times


def _pairs(first: Clock, second: Clock) -> list[tuple[int, int]]:
    """Which first time goes with which second: the nearest later one; both halves of the day where both are open."""
    pairs = []
    for a in first.times:
        later = sorted((b - a) % 86400 for b in second.times)
        later = [x for x in later if x > 0] or later
        b = a + later[0]
        pairs.append((a, b if b in second.times else b % 86400))
    if len(first.times) == 1 and len(second.times) == 1:
        return [(first.times[0], second.times[0])]
    return pairs


def _halves(seconds: int, part: str) -> list[int]:
    """A time of day in the half that its part of the day names; both halves where none is named."""
    noon = 12 * 3600
    if seconds > noon + 3599 or seconds >= 24 * 3600:
        return [seconds % 86400]
    if part in ("sabah",):
        return [seconds]
    if part in ("öğle", "öğlen"):
        return [seconds if seconds >= 10 * 3600 else seconds + noon]
    if part:
        return [seconds + noon if seconds < noon else seconds]
    if seconds >= noon:
        return [seconds, seconds - noon]
    return [seconds, seconds + noon]


def _clock(seconds: int) -> str:
    return f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _moment(day: datetime, seconds: int) -> str:
    return (day + timedelta(seconds=seconds)).isoformat(" ", "seconds")


def _duration(count: Decimal, grain: str | None) -> str:
    sign = words.ISO[grain or "day"]
    return f"PT{count}{sign[1]}" if sign[0] == "T" else f"P{count}{sign}"


def _until(value: str) -> str:
    kind, _, told = value.partition(":")
    open_kind = {"D": "R", "R": "R", "DT": "DTR", "T": "TR"}.get(kind, kind)
    return f"{open_kind}:../{told.split('/')[0]}"


def _side_of(phrase: str) -> str:
    for word, side in (
        ("önce", "before"),
        ("evvel", "before"),
        ("erken", "before"),
        ("sonra", "after"),
        ("geç", "after"),
        ("kadar", "until"),
        ("dek", "until"),
        ("değin", "until"),
    ):
        if word in phrase:
            return side
    return "since"


def _bounds(stretch: Stretch, side: str) -> list[str]:
    start, end = stretch.start, stretch.end
    if start is None or end is None:
        return []
    if side == "before":
        return [f"R:../{start.date()}"]
    if side == "until":
        return [f"R:../{start.date()}", f"R:../{end.date()}"]
    if side == "after":
        return [f"R:{(start if stretch.grain == 'day' else end).date()}/..", f"R:{end.date()}/.."]
    return [f"R:{start.date()}/.."]


def _told(stretch: Stretch | None) -> list[str]:
    if stretch is None:
        return []
    start, end = stretch.start, stretch.end
    if start is None or end is None:
        return [f"R:{start.date() if start else '..'}/{end.date() if end else '..'}"]
    if stretch.grain in ("hour", "minute", "second"):
        return [f"DTR:{start.isoformat(' ', 'seconds')}/{end.isoformat(' ', 'seconds')}"]
    if stretch.grain == "day" and end - start == calendar.DAY:
        return [f"D:{start.date()}"]
    return [f"R:{start.date()}/{end.date()}"]
