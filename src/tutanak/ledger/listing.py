"""All that a ledger holds of a sort, a page at a time: each page begins where the one before ended, however deep."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from tutanak.exports.minutes import KINDS
from tutanak.ledger.asking import MOST, Asked, ids, said_before, spoken_by
from tutanak.ledger.measures import Measure, side_by_side
from tutanak.ledger.naming import key
from tutanak.ledger.people import Actor
from tutanak.ledger.tables import actors, documents, forms, readings, records, sources
from tutanak.ledger.telling import Told, tell

Place = tuple[str, int]
"""Where a page of records ended: the day and number of the last one."""


def told(connection: Connection, pair: tuple[str, str] | None, asked: Asked, after: Place | None = None) -> list[Told]:
    """Records of all kinds or some, the newest first: of a pair from `asked.offset` on, of all after `after`."""
    kinds = asked.kinds or KINDS
    if pair:
        return tell(connection, ids(connection, pair, asked, kinds, asked.limit, asked.offset))
    statuses = ("shown", "doubtful") if asked.doubtful else ("shown",)
    runs = [_run(connection, kind, status, asked, after) for kind in kinds for status in statuses]
    return tell(connection, [number for _, number in islice(merge(*runs, key=lambda row: (_last_first(row[0]), row[1])), asked.limit)])


def _last_first(day: str) -> tuple[int, ...]:
    """A day so that a later one comes before an earlier one, and none last."""
    return (*(-ord(letter) for letter in day), 1)


def _run(connection: Connection, kind: str, status: str, asked: Asked, after: Place | None) -> Iterator[Place]:
    """One kind by the index that has its days in order: a sort of all kinds at once would read them all."""
    r = records.c
    chosen = select(r.day, r.id).where(r.kind == kind, r.status == status, ~said_before(r.id), *_wanted(asked))
    if after:
        chosen = chosen.where(or_(r.day < after[0], and_(r.day == after[0], r.id > after[1])), r.day <= after[0])
    for row in connection.execute(chosen.order_by(r.day.desc(), r.id).limit(asked.limit)):
        yield row.day, row.id


def _wanted(asked: Asked) -> Iterator[ColumnElement[bool]]:
    r = records.c
    if asked.since:
        yield r.day >= asked.since
    if asked.until:
        yield and_(r.day <= f"{asked.until}~", r.day != "")
    if asked.speaker:
        yield r.id.in_(spoken_by(asked.speaker))
    if asked.topic:
        treated = readings.c.topics.contains(f"|{asked.topic}|", autoescape=True)
        yield select(readings.c.id).where(readings.c.id == r.reading_id, treated).exists()


def measures(connection: Connection, pair: tuple[str, str] | None, asked: Asked) -> list[Measure]:
    """The newest figures side by side, those of a pair or of all."""
    wanted = Asked(asked.since, asked.until, ("figures",), asked.speaker, asked.topic, asked.doubtful, limit=MOST)
    return side_by_side(told(connection, pair, wanted))


def known(connection: Connection, kind: str, named: str, after: Place | None, limit: int) -> list[tuple[Actor, Place]]:
    """People or bodies in the order of their names, whose names hold all these words; each with the place where it stands."""
    chosen = select(actors, func.coalesce(func.sum(forms.c.count), 0).label("mentions")).outerjoin(forms, forms.c.actor_id == actors.c.id)
    chosen = chosen.where(actors.c.kind == kind, *(actors.c.folded.contains(word, autoescape=True) for word in key(named).split()))
    if after:
        chosen = chosen.where(or_(actors.c.folded > after[0], and_(actors.c.folded == after[0], actors.c.id > after[1])))
    rows = connection.execute(chosen.group_by(*actors.c).order_by(actors.c.folded, actors.c.id).limit(limit))
    return [(Actor(r.id, r.key, r.kind, r.name, r.state, int(r.mentions)), (r.folded, r.id)) for r in rows]


def entered(connection: Connection, since: str, until: str, outlet: str, before: int | None, limit: int) -> list[int]:
    """The numbers of documents, those entered last first: published in these days, by this outlet."""
    stood = sources.c.document_id == documents.c.id, *_published(since, until), (sources.c.outlet == outlet if outlet else true())
    chosen: Select[tuple[int]] = select(documents.c.id).where(select(sources.c.id).where(*stood).exists())
    if before is not None:
        chosen = chosen.where(documents.c.id < before)
    return [row.id for row in connection.execute(chosen.order_by(documents.c.id.desc()).limit(limit))]


def _published(since: str, until: str) -> Iterator[ColumnElement[bool]]:
    if since:
        yield sources.c.published >= since
    if until:
        yield sources.c.published <= f"{until}~"
