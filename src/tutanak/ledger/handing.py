"""What a ledger holds, told as minutes (docs/schema.md): each current reading with the records that stand, and what the ledger knows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from tutanak.errors import NotFound
from tutanak.exports.minutes import KINDS, SCHEMA
from tutanak.ledger.settling import judged
from tutanak.ledger.tables import actors, documents, forms, mentions, readings, records, sources, ties

Row = dict[str, Any]

PORTION = 200


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which records are told. doubtful: also those below the default confidence; withdrawn: also those that no longer stand;
    since and until: ISO days; pair: of actors, in order.

    Where records are chosen by day or pair, the statements come along in which they stand.
    """

    doubtful: bool = False
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    pair: tuple[str, str] | None = None
    withdrawn: bool = False

    @property
    def narrow(self) -> bool:
        return bool(self.since or self.until or self.pair)

    def wanted(self) -> list[Any]:
        """The conditions on records."""
        r = records.c
        also = [status for status, wanted in (("doubtful", self.doubtful), ("withdrawn", self.withdrawn)) if wanted]
        told: list[Any] = [r.status.in_(("shown", *also))]
        told += [r.kind.in_(self.kinds)] if self.kinds else []
        told += [r.day >= self.since] if self.since else []
        told += [and_(r.day != "", r.day < self.until + "~")] if self.until else []
        if self.pair:
            told.append(select(ties.c.record_id).where(ties.c.record_id == r.id, ties.c.a == self.pair[0], ties.c.b == self.pair[1]).exists())
        return told


def minutes(connection: Connection, told: Chosen) -> Iterator[Row]:
    """The minutes of every document that stands somewhere, in the order in which they were entered."""
    last = 0
    while portion := list(connection.execute(_readings(told).where(readings.c.id > last).order_by(readings.c.id).limit(PORTION))):
        last = portion[-1].id
        yield from _portion(connection, portion, told)


def one(connection: Connection, document: int, *, doubtful: bool = False) -> Row:
    """The minutes of one document; of one that was replaced also what was withdrawn. Raises NotFound."""
    asked = select(readings, documents.c.sha256, documents.c.text, documents.c.title, documents.c.language).join(documents)
    row = connection.execute(asked.where(documents.c.id == document, readings.c.current)).first()
    if row is None:
        raise NotFound("that article has no reading that stands")
    standing = _sources(connection, [document])[document]
    places = standing or _sources(connection, [document], superseded=True)[document]
    ids = [row.id, *connection.execute(_by_hand(row)).scalars()]
    found = [record for some in _records(connection, ids, Chosen(doubtful, withdrawn=not standing)).values() for record in some]
    verdicts = judged(connection, [record.hash for record in found])
    told = _minutes(row, places, _named(connection, [row.id])[row.id], sorted(found, key=lambda r: (r.start, r.id)), verdicts)
    unsure = select(func.count(records.c.hash.distinct())).where(records.c.reading_id.in_(ids), records.c.status == "doubtful")
    return {**told, "number": document, "stands": bool(standing), "doubtful": connection.execute(unsure).scalar() or 0}


def _by_hand(row: Any) -> Select[Any]:
    """Older readings of the same document to which records are tied that people made and that stand."""
    asked = select(records.c.reading_id).where(records.c.document_id == row.document_id, records.c.reading_id != row.id).distinct()
    return asked.where(records.c.made_by != "read", records.c.status == "shown")


def _readings(told: Chosen) -> Select[Any]:
    """Readings that are current, or to which records are tied that people made; where records are chosen, only those that have some."""
    standing = select(sources.c.id).where(sources.c.document_id == documents.c.id, sources.c.superseded_by.is_(None)).exists()
    some = select(records.c.id).where(records.c.reading_id == readings.c.id, *told.wanted()).exists()
    by_hand = select(records.c.id).where(records.c.reading_id == readings.c.id, records.c.made_by != "read", records.c.status == "shown").exists()
    asked = select(readings, documents.c.sha256, documents.c.text, documents.c.title, documents.c.language).join(documents)
    return asked.where(standing, some) if told.narrow else asked.where(standing, or_(readings.c.current, by_hand))


def _portion(connection: Connection, portion: Sequence[Any], told: Chosen) -> Iterator[Row]:
    ids = [row.id for row in portion]
    places, named, found = _sources(connection, [row.document_id for row in portion]), _named(connection, ids), _records(connection, ids, told)
    verdicts = judged(connection, [record.hash for some in found.values() for record in some])
    for row in portion:
        yield _minutes(row, places[row.document_id], named[row.id], found[row.id], verdicts)


def _sources(connection: Connection, ids: Sequence[int], *, superseded: bool = False) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    asked = select(sources).where(sources.c.document_id.in_(ids)).order_by(sources.c.id)
    for row in connection.execute(asked if superseded else asked.where(sources.c.superseded_by.is_(None))):
        names = ("url", "outlet", "author", "title", "published", "article_id", "place", "fetched", "found")
        found[row.document_id].append({name: row._mapping[name] for name in names})
    return found


def _named(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, Row]]:
    """Who the local ids of people and bodies stand for."""
    found: dict[int, dict[str, Row]] = defaultdict(dict)
    asked = select(mentions.c.reading_id, mentions.c.local, actors.c.key, actors.c.name).join(forms, forms.c.id == mentions.c.form_id)
    asked = asked.join(actors, actors.c.id == forms.c.actor_id).where(mentions.c.reading_id.in_(ids))
    for row in connection.execute(asked):
        found[row.reading_id][row.local] = {"actor": row.key, "known_as": row.name}
    return found


def _records(connection: Connection, ids: Sequence[int], told: Chosen) -> dict[int, list[Any]]:
    """The records that are wanted, and the statements in which they stand."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    asked = select(records).where(records.c.reading_id.in_(ids)).order_by(records.c.start, records.c.id)
    seen: set[tuple[int, str]] = set()
    for row in connection.execute(asked.where(*told.wanted())):
        if (row.reading_id, row.hash) not in seen:  # two records that differ in nothing are one
            seen.add((row.reading_id, row.hash))
            found[row.reading_id][row.local] = row
    lacking = {row.body["in"] for some in found.values() for row in some.values()} - {None}
    if lacking and told.narrow and not told.kinds:
        for row in connection.execute(asked.where(records.c.local.in_(lacking), *Chosen(told.doubtful).wanted())):
            if any(row.local == r.body["in"] for r in found[row.reading_id].values()):
                found[row.reading_id].setdefault(row.local, row)
    return {ident: list(some.values()) for ident, some in found.items()} | {ident: [] for ident in ids if ident not in found}


def _minutes(row: Any, places: list[Row], named: dict[str, Row], found: list[Any], verdicts: dict[str, str]) -> Row:
    first = places[0]
    locals_ = {record.local for record in found}
    doc = {
        "id": first["article_id"], "title": first["title"] or row.title, "url": first["url"], "outlet": first["outlet"],
        "published": row.published or first["published"], "language": row.language, "sha256": row.sha256, "text": row.text, "author": first["author"],
    }  # fmt: skip
    frame = {name: value for name, value in row.frame.items() if name not in ("schema", "doc")}
    told: Row = {"schema": SCHEMA, "doc": doc}
    for kind in ("people", "organisations"):
        told[kind] = [{**one, **named.get(one["id"], {})} for one in frame.pop(kind)]
    told |= {"places": frame.pop("places"), "states": frame.pop("states")}
    told |= {kind: [_record(record, locals_, verdicts) for record in found if record.kind == kind] for kind in KINDS}
    return {**told, **frame, "sources": places, "read_by": {"engine": row.engine, "pack": row.pack, "at": row.added}}


def _record(record: Any, there: set[str], verdicts: dict[str, str]) -> Row:
    """A record with what the ledger knows of it; what it refers to and is not told is left out."""
    body = {name: None if name in ("in", "repeats") and value not in there else value for name, value in record.body.items()}
    kept = {"hash": record.hash, "standing": record.status, "made_by": record.made_by, "day": record.day, "verdict": verdicts.get(record.hash)}
    return {**body, "ledger": kept}
