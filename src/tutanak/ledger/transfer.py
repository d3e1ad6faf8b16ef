"""A ledger as lines of JSON, whole, and entered again: decisions first, then each document with its places, readings and records.

Columns go over as they are, whatever they are; ids do not, for every ledger gives its own. What can be derived (names, roles, pairs,
standing) is derived again, so that two ledgers may be put together: what is there already is not entered twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from tutanak.errors import LedgerError
from tutanak.exports.cast import digest_of
from tutanak.exports.minutes import KINDS
from tutanak.ledger.entry import Entered, entered, entry, packed
from tutanak.ledger.keeping import Writer
from tutanak.ledger.settling import settle
from tutanak.ledger.tables import actors, documents, forms, mentions, readings, records, reviews, sources, tombstones

Row = dict[str, Any]

SCHEMA = "tutanak-ledger/1"
PORTION = 100
KEPT = ("hash", "local", "day", "edtf", "start", "end", "words", "confidence", "rule")
"""Columns of a record that go over as they are."""

OWN = frozenset({"id", "document_id", "reading_id", "run_id", "superseded_by", "supersedes"})
"""Columns whose values hold in one ledger alone."""


def lines(connection: Connection) -> Iterator[Row]:
    """All that was read and decided, as rows that `Taker` enters again."""
    for kind, table in (("tombstone", tombstones), ("review", reviews)):
        for row in connection.execute(select(table).order_by(table.c.id)):
            yield {"schema": SCHEMA, kind: _columns(table, row)}
    last = 0
    while portion := list(connection.execute(select(documents).where(documents.c.id > last).order_by(documents.c.id).limit(PORTION))):
        last = portion[-1].id
        yield from _documents(connection, portion)


def _columns(table: Table, row: Any) -> Row:
    return {str(c.name): row._mapping[c.name] for c in table.c if c.name not in OWN}


def _documents(connection: Connection, portion: Sequence[Any]) -> Iterator[Row]:
    ids = [row.id for row in portion]
    places, read, found = _by(connection, sources, ids), _by(connection, readings, ids), _by(connection, records, ids)
    gone = [row.superseded_by for rows in places.values() for row in rows if row.superseded_by]
    marks = {row.id: row.mark for row in connection.execute(select(sources.c.id, sources.c.mark).where(sources.c.id.in_(gone)))}
    for row in portion:
        yield {
            "schema": SCHEMA,
            "document": _columns(documents, row),
            "sources": [{**_columns(sources, s), "superseded_by": marks.get(s.superseded_by)} for s in places[row.id]],
            "readings": [
                {**_columns(readings, r), "records": [_columns(records, f) for f in found[row.id] if f.reading_id == r.id]} for r in read[row.id]
            ],
        }


def _by(connection: Connection, table: Table, ids: Sequence[int]) -> dict[int, list[Any]]:
    """The rows of a table by their documents, in the order in which they were entered."""
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.document_id.in_(ids)).order_by(table.c.id)):
        found[row.document_id].append(row)
    return found


def without_text(row: Row) -> Row:
    """A line without the article's words: it can be read, but not entered again."""
    if "document" not in row:
        return row
    bare = [{**r, "records": [{**f, "words": None, "words_sha256": digest_of(f["words"])} for f in r["records"]]} for r in row["readings"]]
    return {**row, "document": {**row["document"], "text": None}, "readings": bare}


class Taker:
    """Enters what `lines` told, within one transaction of the writer. links: places that gave way to others, of which some may come later.

    decided: how often each decision was told so far: of one that was made, taken back and made again within a second, all count.
    """

    def __init__(self, writer: Writer, links: dict[str, str], decided: Counter[tuple[str, ...]]) -> None:
        self.writer = writer
        self.connection = writer.connection
        self.entered: list[int] = []
        self.links = links
        self.decided = decided
        self.urls: list[str] = []
        self.fresh: set[str] = set()

    def take(self, row: Mapping[str, Any]) -> bool:
        """Enter one line; False where all of it was there already. Raises LedgerError where it is none."""
        if row.get("schema") != SCHEMA:
            raise LedgerError(f"not a line of a ledger: its schema is {row.get('schema')!r}, {SCHEMA!r} is wanted (tutanak export --format jsonl)")
        try:
            if "document" in row:
                return self._document(row)
            return self._decision(row)
        except (KeyError, TypeError, AttributeError) as problem:
            raise LedgerError(f"not a line of a ledger: {type(problem).__name__} {problem}") from None

    def close(self) -> None:
        """Write what is left; link and settle what was entered."""
        self.writer.finish()
        self._stand()
        known = select(sources.c.mark, sources.c.id).where(sources.c.mark.in_(set(self.links.values())))
        for row in self.connection.execute(known).all():
            for mark in [mark for mark, other in self.links.items() if other == row.mark]:
                self._link(mark, row.id)
        settle(self.connection, self.entered)

    def _stand(self) -> None:
        """Of the texts that both ledgers have of one page the one that was entered last stands."""
        standing: dict[str, list[Any]] = defaultdict(list)
        asked = select(sources).where(sources.c.url.in_(self.urls), sources.c.superseded_by.is_(None))
        for row in self.connection.execute(asked.order_by(sources.c.added, sources.c.id)).all():
            standing[row.url].append(row)
        for rows in standing.values():
            for row in [row for row in rows if row.document_id != rows[-1].document_id]:
                self.links[row.mark] = rows[-1].mark

    def _link(self, mark: str, by: int) -> None:
        """One place gave way to another."""
        del self.links[mark]
        gone = (sources.c.mark == mark, sources.c.superseded_by.is_(None))
        self.entered += self.connection.execute(select(sources.c.document_id).where(*gone)).scalars()
        self.connection.execute(update(sources).where(*gone).values(superseded_by=by))

    def _decision(self, row: Mapping[str, Any]) -> bool:
        kind, table = ("review", reviews) if "review" in row else ("tombstone", tombstones)
        told = row[kind]
        which = {name: told[name] for name in ("target", "verdict", "reviewer", "at", "mark") if name in told}
        self.decided[kind, *which.values()] += 1
        same = select(func.count()).select_from(table).where(*(table.c[name] == value for name, value in which.items()))
        if (self.connection.execute(same).scalar() or 0) >= self.decided[kind, *which.values()]:
            return False
        ident = (self.connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
        told = {**told, "id": ident, **({"supersedes": self._last(told)} if kind == "review" else {})}
        self.connection.execute(insert(table).values(**told))
        if kind == "review":
            self._concern([told["target"], *map(str, (told["change"] or {}).values())])
        return True

    def _concern(self, targets: Sequence[str]) -> None:
        """Records and people that are there already, and on which a decision came in."""
        self.entered += self.connection.execute(select(records.c.document_id).where(records.c.hash.in_(targets))).scalars()
        named = select(forms.c.id).join(actors, actors.c.id == forms.c.actor_id).where(actors.c.key.in_(targets))
        self.writer.singles |= set(self.connection.execute(named).scalars())

    def _last(self, told: Row) -> int | None:
        """The decision that a review takes the place of."""
        if told["verdict"] == "comment":
            return None
        asked = select(func.max(reviews.c.id)).where(reviews.c.target == told["target"], reviews.c.verdict != "comment")
        return self.connection.execute(asked).scalar()

    def _document(self, row: Mapping[str, Any]) -> bool:
        told = row["document"]
        if told["text"] is None:
            raise LedgerError("written without text (--no-text); a ledger needs the texts")
        if told["sha256"] in self.fresh:
            self.writer.finish()  # what was told of this document a moment ago is seen below
        ident = self.connection.execute(select(documents.c.id).where(documents.c.sha256 == told["sha256"])).scalar()
        fresh = ident is None
        if ident is None:
            ident = self.writer.id(documents)
            self.fresh.add(told["sha256"])
            self.writer.collect(documents, [{**told, "id": ident}])
            self.writer.index(ident, told["title"], told["text"])
        there = There(self.connection, None if fresh else ident)
        placed = [self._source(source, ident, there) for source in row["sources"]]
        read = [self._reading(reading, told, ident, there) for reading in row["readings"]]
        if any(placed) or any(read):
            self.entered.append(ident)
        return fresh or any(placed) or any(read)

    def _source(self, told: Row, document: int, there: There) -> bool:
        if told["superseded_by"]:
            self.links[told["mark"]] = told["superseded_by"]
        if told["mark"] in there.marks:
            return False
        own = {"id": self.writer.id(sources), "document_id": document, "superseded_by": None, "run_id": self.writer.run}
        self.writer.collect(sources, [{**told, **own}])
        if told["url"] and not told["superseded_by"]:
            self.urls.append(told["url"])
        return True

    def _reading(self, told: Row, doc: Row, document: int, there: There) -> bool:
        """A reading with its records; of one that is there already, the records that people made."""
        ident = there.readings.get((told["engine"], told["pack"], told["published"]))
        minutes = _minutes(told, doc)
        if ident is not None:
            new = [f for f in told["records"] if f["made_by"] != "read" and (ident, f["hash"]) not in there.by_hand]
            self._records(new, told["published"], minutes, {}, document, ident)
            return bool(new)
        ident = self.writer.id(readings)
        row = {name: value for name, value in told.items() if name != "records"}
        own = {"id": ident, "document_id": document, "current": told["current"] and not there.current, "run_id": self.writer.run}
        self.writer.collect(readings, [{**row, **own}])
        if (told["changes"] or {}).get("same"):
            return True  # read anew with nothing new: whatever was found stands with the reading before
        whole = entry(minutes, told["published"])
        forms, day = whole.forms.items(), told["published"][:10]
        named = [{"reading_id": ident, "local": local, "form_id": self.writer.form(f), "name": f.name, "day": day} for local, f in forms]
        self.writer.collect(mentions, named)
        self._records(told["records"], told["published"], minutes, {(r.kind, r.local): r for r in whole.records}, document, ident)
        return True

    def _records(
        self, rows: Iterable[Row], published: str, minutes: Row, read: Mapping[tuple[str, str], Entered], document: int, reading: int
    ) -> None:
        """Records as they were entered: their roles and pairs told anew, all else as it is."""
        for row in rows:
            made = read[row["kind"], row["local"]] if row["made_by"] == "read" else entered(minutes, published, row["kind"], row["body"])
            kept = {name: row[name] for name in KEPT}
            made = made._replace(**kept, body=packed(row["body"]))
            self.writer.record(made, document, reading, row["made_by"], row["replaces"])


class There:
    """What a ledger holds of a document already: nothing of one that is new."""

    def __init__(self, connection: Connection, document: int | None) -> None:
        self.marks: set[str] = set()
        self.readings: dict[tuple[str, str, str], int] = {}
        self.current = False
        self.by_hand: set[tuple[int, str]] = set()
        if document is not None:
            self._look(connection, document)

    def _look(self, connection: Connection, document: int) -> None:
        self.marks.update(connection.execute(select(sources.c.mark).where(sources.c.document_id == document)).scalars())
        for row in connection.execute(select(readings).where(readings.c.document_id == document)):
            self.readings[row.engine, row.pack, row.published] = row.id
            self.current = self.current or row.current
        made = select(records.c.reading_id, records.c.hash).where(records.c.document_id == document, records.c.made_by != "read")
        self.by_hand.update((row.reading_id, row.hash) for row in connection.execute(made))


def _minutes(told: Row, doc: Row) -> Row:
    """The minutes of a reading, as far as who stands in them goes."""
    read = {kind: [f["body"] for f in told["records"] if f["kind"] == kind and f["made_by"] == "read"] for kind in KINDS}
    return {**told["frame"], **read, "doc": {**told["frame"]["doc"], "text": doc["text"]}}
