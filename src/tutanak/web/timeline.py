"""The timeline of a pair as a drawing: a lane for each kind, a bar for each stretch of days, each leading into that stretch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tutanak.ledger.glances import Tally
from tutanak.web.speech import Speech

YEAR, MONTH, DAY = 4, 7, 10
"""Letters of an ISO day that tell a stretch of this length."""

FEW_DAYS, FEW_MONTHS = 62, 72
"""Stretches up to which a span is told day by day, and month by month."""

LANE, FOOT, TEXT = 30, 34, 118
"""Heights of a lane and of the axis, width of the names of lanes, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many records of a kind one stretch has."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    records: int


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch: its bars, and what it is called. since: by which its own page is asked for."""

    since: str
    x: float
    width: float
    records: int
    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words on the axis; strong: where a new year or month begins."""

    x: float
    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of this width and height. lanes: kinds with the y of their foot."""

    width: float
    height: float
    left: float
    lanes: tuple[tuple[str, float], ...]
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Pulse:
    """How much was written, stretch by stretch, in a few pixels."""

    width: float
    height: float
    bars: tuple[Bar, ...]


def per(first: str, last: str) -> int:
    """How finely a span of days is told."""
    begin, end = _day(first), _day(last, end=True)
    if (end - begin).days <= FEW_DAYS:
        return DAY
    return MONTH if (end - begin).days <= FEW_MONTHS * 31 else YEAR


def _day(told: str, *, end: bool = False) -> date:
    """The first or the last day that a day, month or year has."""
    year, month, day = (*map(int, told[:10].split("-")), 0, 0)[:3]
    if not end:
        return date(year, month or 1, day or 1)
    if day:
        return date(year, month, day)
    return (date(year, month, 28) + timedelta(4)).replace(day=1) - timedelta(1) if month else date(year, 12, 31)


def stretches(first: str, last: str, per: int) -> Iterator[str]:
    """All stretches from one to another, also those without a record."""
    at, end = _day(first), _day(last, end=True)
    while at <= end:
        yield at.isoformat()[:per]
        at = at + timedelta(1) if per == DAY else (at.replace(day=28) + timedelta(4)).replace(day=1) if per == MONTH else date(at.year + 1, 1, 1)


def draw(tallies: Sequence[Tally], span: tuple[str, str], kinds: Sequence[str], speech: Speech, width: float) -> Timeline:
    """The drawing of these records from a first day to a last. width: 960 for a wide page, 340 for a narrow one."""
    fine = per(*span)
    left = TEXT if width > 600 else 0
    names = list(stretches(*span, fine))
    step = (width - left) / max(len(names), 1)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for tally in tallies:
        counts[tally.stretch][tally.kind] = counts[tally.stretch].get(tally.kind, 0) + tally.records
    lane = LANE if left else LANE + 14
    most = max((n for found in counts.values() for n in found.values()), default=1)
    lanes = tuple((kind, lane * (n + 1)) for n, kind in enumerate(kinds))
    columns = tuple(_column(name, left + step * n, step, counts.get(name, {}), lanes, most, speech) for n, name in enumerate(names))
    return Timeline(width, lane * len(kinds) + FOOT, left, lanes, columns, tuple(_marks(names, left, step, speech)))


def _column(
    name: str, x: float, step: float, counts: dict[str, int], lanes: Sequence[tuple[str, float]], most: int, speech: Speech
) -> Column:  # fmt: skip
    wide = max(min(step * 0.72, 26), min(step, 2))
    bars = []
    for kind, foot in lanes:
        if n := counts.get(kind):
            height = max((LANE - 9) * (n / most) ** 0.5, 4)
            bars.append(Bar(round(x + (step - wide) / 2, 1), round(foot - height, 1), round(wide, 1), round(height, 1), kind, n))
    return Column(name, round(x, 1), round(step, 1), sum(counts.values()), speech.day(name), tuple(bars))


def _marks(names: Sequence[str], left: float, step: float, speech: Speech) -> Iterator[Mark]:
    """Words where a year or month begins; between them months or days as far as there is room."""
    begins = [n for n, name in enumerate(names) if n == 0 or _outer(name) != _outer(names[n - 1])]
    room = 0.0
    for n, name in enumerate(names):
        x, words = left + step * n, _begun(name, speech) if n in begins else _within(name, speech)
        wide = 7.5 * len(words) + 10
        ahead = min((left + step * b for b in begins if b > n), default=left + step * len(names) + 10)
        if x >= room and (n in begins or x + wide <= ahead):
            yield Mark(round(x, 1), words, n in begins)
            room = x + wide


def _outer(name: str) -> str:
    """What begins anew with a stretch: the month of a day, the year of a month."""
    return name[:MONTH] if len(name) == DAY else name[:YEAR] if len(name) == MONTH else name


def _begun(name: str, speech: Speech) -> str:
    return speech.day(name[:MONTH], short=True) if len(name) >= DAY else name[:YEAR]


def _within(name: str, speech: Speech) -> str:
    return str(int(name[8:])) if len(name) == DAY else speech.month(name) if len(name) == MONTH else name


@dataclass(frozen=True, slots=True)
class Zoom:
    """Where on the way from all years to one month a question stands. up: the stretches that hold this one; before, after: its neighbours."""

    now: str
    up: tuple[str, ...]
    before: str
    after: str


def zoom(since: str, until: str) -> Zoom:
    """The stretch that a question is confined to; none where it is not one year or month."""
    if since != until or len(since) not in (YEAR, MONTH):
        return Zoom("", (), "", "")
    up = (since[:YEAR],) if len(since) == MONTH else ()
    first, last = _day(since), _day(since, end=True)
    return Zoom(since, up, (first - timedelta(1)).isoformat()[: len(since)], (last + timedelta(1)).isoformat()[: len(since)])
