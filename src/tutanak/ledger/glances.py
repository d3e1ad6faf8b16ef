"""What pages ask at a glance: when a pair was written of, by whom, on what; what was entered last; one document by its sha256."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from tutanak.errors import NotFound, Unclear
from tutanak.exports.minutes import KINDS
from tutanak.ledger.asking import TIMELINE, Asked, Tied, tied
from tutanak.ledger.naming import key
from tutanak.ledger.prepared import Among, Prepared
from tutanak.ledger.tables import begins, documents, pair_counts, records, sources, ties
from tutanak.ledger.telling import PORTION, Cited, cite

Row = dict[str, Any]

MONTH = 7
"""Letters of a day that tell its month."""
OUTLETS = 40
"""Outlets by which a relation can be filtered: those with most of its records."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many records of a kind are of one stretch of days ("2031", "2031-03", "2031-03-04")."""

    stretch: str
    kind: str
    records: int


@dataclass(frozen=True, slots=True)
class Glance:
    """Records of a pair over time, and how many each outlet and topic has of all that the question otherwise wants.

    first, last: days of the pair's records, whatever the question.
    """

    tallies: tuple[Tally, ...]
    outlets: dict[str, int]
    topics: dict[str, int]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Entered:
    """An article with the moment when it was entered, and how many of its records are shown."""

    source: Cited
    at: str
    records: int
    pair: tuple[str, str] | None

    def to_dict(self) -> Row:
        return {"source": self.source.to_dict(), "at": self.at, "records": self.records, "pair": list(self.pair) if self.pair else None}


def glance(
    connection: Connection, pair: tuple[str, str], asked: Asked, per: int, whole: Tied | None = None, within: tuple[str, str] | None = None
) -> Glance:
    """The records that a question wants, counted. whole, within: all records of the pair and their days, where they were read already."""
    wanted = asked.kinds or TIMELINE
    found, outlets, topics = (_of(connection, pair, free, whole) for free in (asked, _free(asked, "outlet"), _free(asked, "topic")))
    counts: Counter[tuple[str, str]] = Counter()
    for (day, kind), n in Counter(map(itemgetter(2, 1), found.of(wanted))).items():
        counts[day[:per], kind] += n if day else 0
    tallies = tuple(Tally(*told, n) for told, n in sorted(counts.items()) if n)
    by, on = Counter(map(itemgetter(3), outlets.of(wanted))), Counter(map(itemgetter(4), topics.of(wanted)))
    return Glance(tallies, _outlets(connection, by), _topics(on, topics.topics(connection)), *(within or days(connection, pair)))


def _of(connection: Connection, pair: tuple[str, str], asked: Asked, whole: Tied | None) -> Tied:
    return (whole.within(asked) if whole else None) or tied(connection, pair, asked)


def _free(asked: Asked, name: str) -> Asked:
    """The question without one of its conditions, and without what only the page depends on."""
    plain = Asked()
    return replace(asked, limit=plain.limit, offset=plain.offset, **{name: ""})  # type: ignore[arg-type]


def _day(last: bool) -> Prepared:
    """The last day on which a record ties a pair, or the first."""
    asked = select(ties.c.day).where(ties.c.a == bindparam("a"), ties.c.b == bindparam("b"), ties.c.day != "", ties.c.status == "shown")
    return Prepared(lambda: asked.order_by(ties.c.day.desc() if last else ties.c.day).limit(1))


FIRST, LAST = _day(last=False), _day(last=True)


def days(connection: Connection, pair: tuple[str, str]) -> tuple[str, str]:
    """The first and the last day of a pair's records; empty where there are none."""
    first, last = (asked.rows(connection, a=pair[0], b=pair[1]) for asked in (FIRST, LAST))
    return (first[0][0], last[0][0]) if first else ("", "")


OUTLETS_OF = Prepared(lambda: (
    select(sources.c.document_id, sources.c.outlet).distinct().where(sources.c.outlet.is_not(None), Among(sources.c.document_id, "ids"))
))  # fmt: skip


def _outlets(connection: Connection, counts: Mapping[int, int]) -> dict[str, int]:
    """How many records each outlet has: an article that two of them had counts for both."""
    found: Counter[str] = Counter()
    for document, outlet in OUTLETS_OF.rows(connection, ids=sorted(counts)):
        found[outlet] += counts[document]
    return dict(sorted(found.items(), key=lambda row: (-row[1], row[0]))[:OUTLETS])


def _topics(counts: Mapping[int, int], treated: Mapping[int, str]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for reading, n in counts.items():
        found[treated[reading]] += n
    alone: Counter[str] = Counter()
    for topics, n in found.items():
        alone.update({topic: n for topic in topics.split("|") if topic})
    return dict(sorted(alone.items(), key=lambda row: (-row[1], row[0])))


def pulses(connection: Connection, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], dict[str, int]]:
    """How many shown records of each month tie each of these pairs."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    month = func.substr(ties.c.day, 1, MONTH)
    if not pairs:
        return {}
    wanted = or_(*(and_(ties.c.a == a, ties.c.b == b) for a, b in pairs))
    asked = select(ties.c.a, ties.c.b, month, func.count()).where(wanted, ties.c.status == "shown", ties.c.day != "")
    for a, b, stretch, n in connection.execute(asked.group_by(ties.c.a, ties.c.b, month).order_by(month)):
        found[a, b][stretch] = n
    return dict(found)


def counted(connection: Connection) -> dict[str, int]:
    """How many articles there are, and how many records of them are shown."""
    articles = connection.execute(select(func.count()).select_from(documents)).scalar() or 0
    shown = select(func.count()).select_from(records).where(records.c.kind.in_(KINDS), records.c.status == "shown")
    return {"articles": articles, "records": connection.execute(shown).scalar() or 0}


def latest(connection: Connection, limit: int, offset: int = 0) -> list[Entered]:
    """The articles entered last, the newest first."""
    asked = select(documents.c.id).order_by(documents.c.id.desc()).limit(limit).offset(offset)
    return entered(connection, list(connection.execute(asked).scalars()))


def entered(connection: Connection, ids: Sequence[int]) -> list[Entered]:
    """The articles with these numbers, in this order."""
    cited, pairs = cite(connection, ids), _pairs(connection, ids)
    added = {row.id: row.added for row in connection.execute(select(documents.c.id, documents.c.added).where(documents.c.id.in_(ids)))}
    counted = select(records.c.document_id, func.count()).where(records.c.document_id.in_(ids), records.c.status == "shown")
    shown = {row[0]: row[1] for row in connection.execute(counted.group_by(records.c.document_id))}
    return [Entered(cited[ident], added[ident], shown.get(ident, 0), pairs.get(ident)) for ident in ids if ident in cited]


def _pairs(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The pair that most records of each document tie."""
    n = func.count()
    asked = select(records.c.document_id, ties.c.a, ties.c.b, n).join(ties, ties.c.record_id == records.c.id)
    asked = asked.where(records.c.document_id.in_(ids), ties.c.status == "shown").group_by(records.c.document_id, ties.c.a, ties.c.b)
    found: dict[int, tuple[str, str]] = {}
    for document, a, b, _ in connection.execute(asked.order_by(n.desc(), ties.c.a, ties.c.b)):
        found.setdefault(document, (a, b))
    return found


def document(connection: Connection, beginning: str) -> int:
    """The document whose sha256 begins so. Raises NotFound, Unclear."""
    asked = select(documents.c.id).where(begins(documents.c.sha256, beginning)).limit(2)
    found = connection.execute(asked).scalars().all() if beginning else []
    if len(found) != 1:
        raise (Unclear if found else NotFound)(f"{'several articles have' if found else 'no article has'} a sha256 that begins with {beginning!r}")
    return int(found[0])


def articles(connection: Connection, told: Tied, limit: int, offset: int = 0) -> list[tuple[Cited, int]]:
    """The articles over which the records of a pair are spread, the newest first, each with how many it has."""
    counts, last = Counter(map(itemgetter(3), told.rows)), dict(map(itemgetter(3, 2), reversed(told.rows)))  # the newest day comes last, and stays
    newest = sorted(sorted(counts), key=last.__getitem__, reverse=True)[offset : offset + limit]
    cited = cite(connection, newest)
    return [(cited[document], counts[document]) for document in newest if document in cited]


def tied_as(connection: Connection, named: str) -> str | None:
    """The name under which records tie a body that is called so in plain letters."""
    every = connection.execute(select(pair_counts.c.a).union(select(pair_counts.c.b))).scalars()
    return next((name for name in sorted(every) if key(name) == named), None)


def newest(connection: Connection, hashes: Sequence[str]) -> list[int]:
    """The number of the newest record of each of these ids."""
    found: dict[str, int] = {}
    for start in range(0, len(hashes), PORTION):
        asked = select(records.c.hash, func.max(records.c.id)).where(records.c.hash.in_(hashes[start : start + PORTION])).group_by(records.c.hash)
        found |= {row[0]: row[1] for row in connection.execute(asked)}
    return [found[h] for h in dict.fromkeys(hashes) if h in found]
