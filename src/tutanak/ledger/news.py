"""What is new: the undertakings of all pairs, and the digest of the last days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from tutanak.errors import NotFound, Unclear
from tutanak.ledger.asking import MOST, said_before
from tutanak.ledger.fates import Fate, follow
from tutanak.ledger.measures import Measure, side_by_side
from tutanak.ledger.tables import records, sources, ties
from tutanak.ledger.telling import Told, tell

Row = dict[str, Any]

FOLLOWED = 2000
"""Undertakings among which the steps of one are looked for."""

DAYS = {"d": 1, "g": 1, "w": 7, "h": 7, "m": 30, "a": 30, "y": 365}
"""Units of a stretch of days, by their first letters in English and Turkish ("gün", "hafta", "ay", "yıl")."""


@dataclass(frozen=True, slots=True)
class News:
    """What articles since a day told: pairs by records, meetings, undertakings whose status was told, figures that disagree."""

    since: str
    until: str
    articles: int
    pairs: tuple[tuple[str, str, int], ...]
    meetings: tuple[Told, ...]
    fates: tuple[Fate, ...]
    measures: tuple[Measure, ...]

    def to_dict(self) -> Row:
        return {
            "since": self.since, "until": self.until, "articles": self.articles, "pairs": [list(p) for p in self.pairs],
            "meetings": [m.to_dict() for m in self.meetings], "undertakings": [f.to_dict() for f in self.fates],
            "disagreements": [m.to_dict() for m in self.measures],
        }  # fmt: skip


def day(told: str, now: datetime | None = None) -> str:
    """An ISO day, from one or from a stretch before now ("7d", "2w"). Raises Unclear."""
    if match := re.fullmatch(r"(\d{1,4})\s*([dgwhmay])", told.strip().lower()):
        today = (now or datetime.now(UTC)).date()
        return date.fromordinal(max(today.toordinal() - int(match[1]) * DAYS[match[2]], 1)).isoformat()
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", told):
        return told
    raise Unclear(f"{told!r} is no day: give one (2022-10-13, 2022-10, 2022), or a stretch before today (7d, 2w, 3m)")


def news(connection: Connection, since: str, until: str, limit: int = 20) -> News:
    """What the articles published in these days told."""
    last = f"{until or '9'}~"
    published = select(func.count(sources.c.document_id.distinct())).where(sources.c.published >= since, sources.c.published <= last)
    n = func.count()
    tied = select(ties.c.a, ties.c.b, n).where(ties.c.status == "shown", ties.c.day >= since, ties.c.day <= last)
    pairs = connection.execute(tied.group_by(ties.c.a, ties.c.b).order_by(n.desc(), ties.c.a, ties.c.b).limit(limit)).all()
    meetings = _newest(connection, "meetings", since, last, limit)
    fates = [f for f in follow(_newest(connection, "undertakings", since, last, MOST)) if f.status]
    measures = [m for m in side_by_side(_newest(connection, "figures", since, last, MOST)) if m.disagreements]
    return News(
        since, until, connection.execute(published).scalar() or 0, tuple((row[0], row[1], row[2]) for row in pairs),
        tuple(m for m in meetings if m.body["status"] != "mentioned"), tuple(fates[:limit]), tuple(measures[:limit]),
    )  # fmt: skip


def undertakings(connection: Connection, pair: tuple[str, str] | None, *, only_open: bool, silent: str = "", limit: int = MOST) -> list[Fate]:
    """What became of undertakings: of all, or of a pair's; silent: only what is open and was not heard of since that day."""
    number, rows = (ties.c.record_id, ties.c) if pair else (records.c.id, records.c)
    asked = select(number).where(rows.kind == "undertakings", rows.status == "shown")
    if pair:
        asked = asked.where(ties.c.a == pair[0], ties.c.b == pair[1])
    ids = list(connection.execute(asked.order_by(rows.day.desc(), number).limit(None if silent else limit)).scalars())
    return [fate for fate in follow(tell(connection, ids)) if (fate.open or not (only_open or silent)) and (not silent or _silent(fate, silent))]


def followed(connection: Connection, number: int) -> Fate:
    """The undertaking that a record tells of, with its steps among those of the same pairs, or of all where it has none. Raises NotFound."""
    told = tell(connection, [number])[0]
    if told.kind != "undertakings":
        raise NotFound(f"{told.id}: one of {told.kind}, not an undertaking")
    asked = select(records.c.id).where(records.c.kind == "undertakings", records.c.status == "shown")
    if told.pairs:
        tied = or_(*(and_(ties.c.a == a, ties.c.b == b) for a, b in told.pairs))
        asked = asked.where(records.c.id.in_(select(ties.c.record_id).where(tied)))
    ids = set(connection.execute(asked.order_by(records.c.day.desc(), records.c.id).limit(FOLLOWED)).scalars())
    fates = follow(tell(connection, sorted({*ids, number})))
    return next(fate for fate in fates if any(step.number == number for step in fate.steps))


def _silent(fate: Fate, since: str) -> bool:
    """Was it last heard of before that day? Of what is undated nobody knows."""
    return "" < fate.steps[-1].day < since


def _newest(connection: Connection, kind: str, since: str, last: str, limit: int) -> list[Told]:
    asked = select(records.c.id).where(records.c.kind == kind, records.c.status == "shown", records.c.day >= since, records.c.day <= last)
    asked = asked.where(~said_before(records.c.id))
    return tell(connection, list(connection.execute(asked.order_by(records.c.day.desc(), records.c.id).limit(limit)).scalars()))
