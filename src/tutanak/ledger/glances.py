"""What pages ask at a glance: when a pair was written of, by whom, on what; what was entered last; one document by its sha256."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from tutanak.errors import NotFound, Unclear
from tutanak.ledger.asking import TIMELINE, Asked, narrowed
from tutanak.ledger.naming import key
from tutanak.ledger.tables import actors, begins, documents, forms, readings, records, roles, sources, ties
from tutanak.ledger.telling import PORTION, Cited, cite

Row = dict[str, Any]

MONTH = 7
"""Letters of a day that tell its month."""


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


def glance(connection: Connection, pair: tuple[str, str], asked: Asked, per: int) -> Glance:
    """The records that a question wants, counted."""
    kinds = asked.kinds or TIMELINE
    stretch = func.substr(ties.c.day, 1, per)
    counted = narrowed(select(stretch, ties.c.kind, func.count()), pair, asked).where(ties.c.kind.in_(kinds), ties.c.day != "")
    tallies = tuple(Tally(*row) for row in connection.execute(counted.group_by(stretch, ties.c.kind).order_by(stretch)))
    return Glance(tallies, _outlets(connection, pair, asked, kinds), _topics(connection, pair, asked, kinds), *days(connection, pair))


def days(connection: Connection, pair: tuple[str, str]) -> tuple[str, str]:
    """The first and the last day of a pair's records; empty where there are none."""
    asked = select(func.min(ties.c.day), func.max(ties.c.day)).where(ties.c.a == pair[0], ties.c.b == pair[1])
    first, last = connection.execute(asked.where(ties.c.day != "", ties.c.status == "shown")).one()
    return first or "", last or ""


def _outlets(connection: Connection, pair: tuple[str, str], asked: Asked, kinds: Sequence[str]) -> dict[str, int]:
    n = func.count(ties.c.record_id.distinct())
    chosen = select(sources.c.outlet, n).select_from(ties).join(records, records.c.id == ties.c.record_id)
    chosen = chosen.join(sources, sources.c.document_id == records.c.document_id).where(ties.c.kind.in_(kinds), sources.c.outlet.is_not(None))
    chosen = narrowed(chosen, pair, replace(asked, outlet="")).group_by(sources.c.outlet).order_by(n.desc(), sources.c.outlet)
    return {row[0]: row[1] for row in connection.execute(chosen.limit(40))}


def _topics(connection: Connection, pair: tuple[str, str], asked: Asked, kinds: Sequence[str]) -> dict[str, int]:
    chosen = select(readings.c.topics, func.count(ties.c.record_id.distinct())).select_from(ties).join(records, records.c.id == ties.c.record_id)
    chosen = chosen.join(readings, readings.c.id == records.c.reading_id).where(ties.c.kind.in_(kinds))
    found: Counter[str] = Counter()
    for topics, n in connection.execute(narrowed(chosen, pair, replace(asked, topic="")).group_by(readings.c.topics)):
        found.update({topic: n for topic in topics.split("|") if topic})
    return dict(found.most_common())


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


def subjects(connection: Connection, pair: tuple[str, str], asked: Asked) -> dict[str, dict[str, int]]:
    """On which topics each speaker's statements are: topics of their articles, with how many statements."""
    name = func.coalesce(actors.c.name, func.nullif(forms.c.name, ""), roles.c.state)
    chosen = (
        select(name, readings.c.topics, func.count()).select_from(ties).join(records, records.c.id == ties.c.record_id)
        .join(readings, readings.c.id == records.c.reading_id).join(roles, roles.c.record_id == records.c.id)
        .outerjoin(forms, forms.c.id == roles.c.form_id).outerjoin(actors, actors.c.id == forms.c.actor_id)
        .where(ties.c.kind == "statements", roles.c.role == "speaker").group_by(name, readings.c.topics)
    )  # fmt: skip
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for who, topics, n in connection.execute(narrowed(chosen, pair, asked)):
        found[who or ""].update({topic: n for topic in topics.split("|") if topic})
    return {who: dict(counted.most_common()) for who, counted in found.items()}


def articles(connection: Connection, pair: tuple[str, str], asked: Asked) -> list[tuple[Cited, int]]:
    """The articles whose records tie a pair, the newest first, each with how many do."""
    n, day = func.count(ties.c.record_id.distinct()), func.max(ties.c.day)
    chosen = select(records.c.document_id, n, day).select_from(ties).join(records, records.c.id == ties.c.record_id)
    chosen = narrowed(chosen, pair, asked).group_by(records.c.document_id).order_by(day.desc(), records.c.document_id)
    rows = connection.execute(chosen.limit(asked.limit).offset(asked.offset)).all()
    cited = cite(connection, [row[0] for row in rows])
    return [(cited[row[0]], row[1]) for row in rows if row[0] in cited]


def tied(connection: Connection, named: str) -> str | None:
    """The name under which records tie a body that is called so in plain letters."""
    every = connection.execute(select(ties.c.a).distinct().union(select(ties.c.b).distinct())).scalars()
    return next((name for name in sorted(every) if key(name) == named), None)


def newest(connection: Connection, hashes: Sequence[str]) -> list[int]:
    """The number of the newest record of each of these ids."""
    found: dict[str, int] = {}
    for start in range(0, len(hashes), PORTION):
        asked = select(records.c.hash, func.max(records.c.id)).where(records.c.hash.in_(hashes[start : start + PORTION])).group_by(records.c.hash)
        found |= {row[0]: row[1] for row in connection.execute(asked)}
    return [found[h] for h in dict.fromkeys(hashes) if h in found]
