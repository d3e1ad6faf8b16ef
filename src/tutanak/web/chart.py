"""Figures on one measure as a drawing: value against time, the period as a bar, a bound as an arrow, who says so as colour and label."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from math import ceil, floor, log10

from tutanak.ledger.measures import Measure
from tutanak.ledger.telling import Told
from tutanak.web.linking import href
from tutanak.web.speech import Speech

TOP, FOOT, ROW = 14, 26, 32
"""Room above, the height of the axis, and what a label of two lines needs at least, in units of the drawing."""
LEAST, NARROW = 150, 600

SHORT = 300
"""Days within which a chart tells months, not years."""


@dataclass(slots=True)
class Point:
    """A figure in the drawing. x, x2: of its period, or of its day where it has none; y, y2: of its value, or of both where it is a range.

    side: a, b or other; label: the y of its words.
    """

    told: Told
    amount: str
    owner: str
    href: str
    side: str
    bound: str
    dated: bool
    x: float
    x2: float
    y: float
    y2: float
    label: float = 0.0
    clashes: bool = False

    @property
    def middle(self) -> float:
        return (self.x + self.x2) / 2


@dataclass(frozen=True, slots=True)
class Clash:
    """Two figures that cannot both be true."""

    x: float
    y: float
    y2: float
    x2: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of figures of one measure, unit and role."""

    width: float
    height: float
    left: float
    right: float
    points: list[Point]
    clashes: list[Clash]
    levels: list[tuple[float, str]]
    days: list[tuple[float, str]] = field(default_factory=list)


def charts(measure: Measure, pair: tuple[str, str], speech: Speech, width: float) -> list[Chart]:
    """Drawings of a measure, one for each role: a change and a level have no scale in common; none where all figures say the same."""
    roles: dict[str, list[Told]] = {}
    for figure in measure.figures:
        if span(figure):
            roles.setdefault(figure.body["role"] or "", []).append(figure)
    telling = [figures for figures in roles.values() if len({(*values(f), f.body["bound"]) for f in figures}) > 1]
    return [draw(figures, measure.disagreements, pair, speech, width) for figures in telling]


def draw(
    figures: Sequence[Told], disagreements: Sequence[tuple[str, str]], pair: tuple[str, str], speech: Speech, width: float
) -> Chart:  # fmt: skip
    """Figures side by side, their words in a column at the right."""
    height = max(LEAST, ROW * len(figures) + 12) + TOP + FOOT
    left, right = (64, width - 250) if width > NARROW else (44, width - 148)
    low, high, step = _scale([v for f in figures for v in values(f)])
    days = [d for f in figures for d in span(f)]
    first, last = _room(min(days), max(days))

    def x(day: date) -> float:
        return round(left + (right - left) * (day - first).days / (last - first).days, 1)

    def y(value: float) -> float:
        return round(TOP + (height - TOP - FOOT) * (high - value) / (high - low), 1)

    points = [_point(f, pair, speech, [x(d) for d in span(f)], [y(v) for v in values(f)]) for f in figures]
    _spread(points, TOP + 10, height - FOOT - 6)
    levels = [(y(low + step * n), speech.scaled(_exact(low + step * n))) for n in range(round((high - low) / step) + 1)]
    clashes, years = list(_clashes(points, disagreements)), list(_times(first, last, x, speech, right - left))
    return Chart(width, height, left, right, points, clashes, levels, years)


def _point(figure: Told, pair: tuple[str, str], speech: Speech, xs: list[float], ys: list[float]) -> Point:
    body, who = figure.body, next(iter(figure.roles.get("claimed_by", ())), None)
    state = body.get("owner") or (who.state if who else None)
    side = "ab"[pair.index(state)] if state in pair else "other"
    arrow = {"up": "▲ ", "down": "▼ "}.get(body["direction"] or "", "")
    sign = {"over": "> ", "under": "< ", "about": "≈ "}.get(body["bound"], "")
    amount = arrow + sign + speech.amount(body["value"], body["unit"], body["value_to"])
    owner = who.name if who else figure.source.outlet or speech("unknown")
    return Point(figure, amount, owner, href(who) if who else "", side, body["bound"], bool(figure.edtf), xs[0], xs[-1], ys[0], ys[-1])


def values(figure: Told) -> list[float]:
    """The value, or both ends of a range; a fall is below nought."""
    body = figure.body
    sign = -1 if body["direction"] == "down" and body["role"] == "change" else 1
    return [sign * float(Decimal(str(body[name]))) for name in ("value", "value_to") if body[name] is not None]


def span(figure: Told) -> list[date]:
    """The first and last day of a figure's period; the day of its article where it has none."""
    first, _, last = (figure.edtf or figure.day).partition("/")
    try:
        return [_first(first), max(_last(last or first), _first(first))]
    except ValueError:
        return [_first(figure.day), _first(figure.day)] if figure.day else []


def _first(told: str) -> date:
    year, month, day = (*map(int, told.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _last(told: str) -> date:
    parts = list(map(int, told.split("-")))
    if len(parts) == 3:
        return date(*parts)
    return date(parts[0], 12, 31) if len(parts) == 1 else (date(parts[0], parts[1], 28) + timedelta(4)).replace(day=1) - timedelta(1)


def _scale(values: Sequence[float]) -> tuple[float, float, float]:
    """Bottom, top and step of the axis, in round numbers; from nought where that leaves the figures apart."""
    low, high = min(values), max(values)
    if low > 0 and (low < 0.5 * high or low == high):
        low = 0.0
    if high < 0 and (high > 0.5 * low or low == high):
        high = 0.0
    rough = (high - low or abs(high) or 1) / 4
    power = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= rough)
    return floor(low / step - 0.2) * step if low else 0.0, (ceil(high / step + 0.2) if high else 0) * step, step


def _exact(value: float) -> Decimal:
    return Decimal(repr(round(value, 9))).normalize()


def _room(first: date, last: date) -> tuple[date, date]:
    """Whole years around all periods; whole months where they are within one year."""
    if (last - first).days < SHORT:
        return first.replace(day=1), (last.replace(day=28) + timedelta(4)).replace(day=1)
    return date(first.year, 1, 1), date(last.year + 1, 1, 1)


def _times(first: date, last: date, x: Callable[[date], float], speech: Speech, width: float) -> Iterator[tuple[float, str]]:
    """Where years begin, or months within one year, as far as there is room for their names."""
    if (last - first).days < SHORT + 62:
        months = [date(n // 12, n % 12 + 1, 1) for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]
        every = ceil(len(months) * 74 / width)
        yield from ((x(month), speech.day(month.isoformat()[:7], short=True)) for month in months[::every])
        return
    every = ceil((last.year - first.year) * 46 / width)
    yield from ((x(date(year, 1, 1)), speech.day(str(year))) for year in range(first.year, last.year + 1, every))


def _spread(points: list[Point], top: float, foot: float) -> None:
    """Labels at the height of their figures, moved apart where they would lie on each other."""
    ordered = sorted(points, key=lambda p: (min(p.y, p.y2), p.x))
    at = top
    for point in ordered:
        point.label = max((point.y + point.y2) / 2, at)
        at = point.label + ROW
    over = ordered[-1].label - foot + ROW / 2 - 8
    for point in reversed(ordered) if over > 0 else ():
        point.label = min(point.label, foot - ROW / 2 + 8)
        foot = point.label - ROW / 2 - 8
    for point in points:
        point.label = round(point.label, 1)


def _clashes(points: Sequence[Point], disagreements: Sequence[tuple[str, str]]) -> Iterator[Clash]:
    by_id = {p.told.id: p for p in points}
    for one, other in disagreements:
        if one in by_id and other in by_id:
            p, q = by_id[one], by_id[other]
            p.clashes = q.clashes = True
            yield Clash(p.middle, p.y, q.y, q.middle)
