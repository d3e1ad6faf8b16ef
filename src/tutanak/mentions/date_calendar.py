"""The calendar: stretches of days and their arithmetic, and how EDTF writes them.

A stretch is half-open, [start, end), in local time without a zone.
"""

from __future__ import annotations

from datetime import MAXYEAR, datetime, timedelta
from typing import Final

from mypy_extensions import mypyc_attr

DAY: Final = timedelta(days=1)
_MONTHS: Final = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_SECONDS: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}


@mypyc_attr(acyclic=True)
class Stretch:
    """[start, end) with the unit it is told in; None for an open end.

    grain: day week month quarter season half year decade century hour minute second.
    """

    __slots__ = ("end", "grain", "start")

    def __init__(self, start: datetime | None, end: datetime | None, grain: str) -> None:
        self.start = start
        self.end = end
        self.grain = grain


def add(moment: datetime, count: int, grain: str) -> datetime | None:
    """`moment` moved by whole units; the day is clipped to the month ("31 January + 1 month"); None beyond the calendar."""
    months = _MONTHS.get(grain)
    try:
        return moment + timedelta(seconds=_SECONDS[grain] * count) if months is None else _add_months(moment, months * count)
    except (OverflowError, ValueError):
        return None


def _add_months(moment: datetime, count: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
    if not 1 <= year < MAXYEAR:
        raise ValueError(year)
    day = min(moment.day, days_of(year, month + 1))
    return moment.replace(year=year, month=month + 1, day=day)


def days_of(year: int, month: int) -> int:
    """How many days a month has."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def floor(moment: datetime, grain: str) -> datetime:
    """The beginning of the unit that holds `moment` (a week begins on Monday)."""
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if grain == "day":
        return day
    if grain == "week":
        return day - DAY * day.weekday()
    if grain in _SECONDS:
        return moment.replace(microsecond=0)
    return _floor_months(day, _MONTHS[grain])


def _floor_months(day: datetime, length: int) -> datetime:
    if length < 12:
        return day.replace(month=(day.month - 1) // length * length + 1, day=1)
    years = length // 12
    return day.replace(year=max(day.year // years * years, 1), month=1, day=1)


def unit(moment: datetime, shift: int, grain: str) -> Stretch | None:
    """The unit that holds `moment`, moved by `shift` units."""
    start = add(floor(moment, grain), shift, grain)
    return None if start is None else span(start, 1, grain)


def span(start: datetime, count: int, grain: str) -> Stretch | None:
    """`count` units from `start` on."""
    end = add(start, count, grain)
    return None if end is None else Stretch(start, end, grain)


def date(year: int, month: int, day: int) -> Stretch | None:
    """A day, or None where the calendar has none such."""
    if not (1 <= year < MAXYEAR and 1 <= month <= 12 and 1 <= day <= days_of(year, month)):
        return None
    start = datetime(year, month, day)
    return Stretch(start, start + DAY, "day")


def month(year: int, number: int) -> Stretch | None:
    return span(datetime(year, number, 1), 1, "month") if 1 <= year < MAXYEAR else None


def year(number: int) -> Stretch | None:
    return span(datetime(number, 1, 1), 1, "year") if 1 <= number < MAXYEAR else None


def edtf(stretch: Stretch) -> str:
    """The stretch in EDTF: one unit by itself ("2025-07", "2025-22" the summer), others as first/last unit ("2025-07/2025-09"), open ends as ".."."""
    if stretch.start is None or stretch.end is None:
        return f"{_point(stretch.start, stretch.grain)}/{_last(stretch.end, stretch.grain)}"
    grain = stretch.grain
    if grain in ("decade", "century") and add(stretch.start, 1, grain) == stretch.end:
        digits = 3 if grain == "decade" else 2
        return f"{stretch.start.year:04d}"[:digits] + "X" * (4 - digits)
    if grain == "season" and add(stretch.start, 1, grain) == stretch.end:
        return f"{stretch.start.year:04d}-{20 + stretch.start.month // 3}"
    first, last = _point(stretch.start, grain), _last(stretch.end, grain)
    return first if first == last else f"{first}/{last}"


_WRITTEN: Final = {"week": "day", "quarter": "month", "season": "month", "half": "month", "decade": "year", "century": "year"}


def _point(moment: datetime | None, grain: str) -> str:
    if moment is None:
        return ".."
    grain = _WRITTEN.get(grain, grain)
    if grain == "year":
        return moment.isoformat()[:4]
    if grain == "month":
        return moment.isoformat()[:7]
    if grain == "day":
        return moment.isoformat()[:10]
    return moment.isoformat(timespec="seconds")


def _last(end: datetime | None, grain: str) -> str:
    """The last unit before an end that is not included."""
    if end is None or grain in ("hour", "minute", "second"):
        return _point(end, grain)
    return _point(end - timedelta(microseconds=1), grain)
