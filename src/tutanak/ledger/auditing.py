"""Is all well with a ledger: every text is the one that came, every reading whole, every record counts as what it should."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, func, select, text

from tutanak.exports.minutes import dumped
from tutanak.ledger import whole
from tutanak.ledger.settling import statuses
from tutanak.ledger.tables import documents, metadata, pair_counts, readings, records, roles, runs, ties

PORTION = 200


def audit(connection: Connection) -> Iterator[str]:
    """What is wrong, one line each; nothing where all is well."""
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _documents(connection)
    yield from _readings(connection)
    yield from _records(connection)
    yield from _pairs(connection)
    yield from _words(connection)


def _file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds."""
    for (found,) in connection.execute(text("PRAGMA integrity_check")):
        if found != "ok":
            yield f"the file is damaged: {found}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of {row[0]} points to none of {row[2]} (rowid {row[1]})"


def _documents(connection: Connection) -> Iterator[str]:
    for row in connection.execution_options(yield_per=PORTION).execute(select(documents.c.sha256, documents.c.text, documents.c.blanked)):
        if not row.blanked and sha256(row.text.encode()).hexdigest() != row.sha256:
            yield f"document {row.sha256[:12]}: its text is not the one that came"


def _readings(connection: Connection) -> Iterator[str]:
    """Each document has one current reading, and each reading gives the very minutes that were entered."""
    asked = select(documents.c.sha256, func.count(readings.c.id)).outerjoin(readings, (readings.c.document_id == documents.c.id) & readings.c.current)
    for sha, n in connection.execute(asked.group_by(documents.c.id, documents.c.sha256).having(func.count(readings.c.id) != 1)):
        yield f"document {sha[:12]}: {n} current readings where there is one"
    told = select(readings.c.id, readings.c.minutes_sha256, documents.c.sha256).join(documents, documents.c.id == readings.c.document_id)
    for row in connection.execute(told.where(~documents.c.blanked, readings.c.changes.is_(None) | readings.c.current)).all():
        if sha256(dumped(whole.minutes(connection, row.id))).hexdigest() != row.minutes_sha256:
            yield f"document {row.sha256[:12]}: reading {row.id} is not the one that was entered"


def _records(connection: Connection) -> Iterator[str]:
    """Words stand where they should, statuses, roles and ties are what the decisions say."""
    there = func.substr(documents.c.text, records.c.start + 1, records.c.end - records.c.start).label("there")
    asked = select(records.c.hash, records.c.words, there)
    for row in connection.execute(asked.join(documents, documents.c.id == records.c.document_id)):
        if row.words != row.there:
            yield f"record {row.hash}: its words are not those of the text"
    ids = list(connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars())
    for start in range(0, len(ids), PORTION):
        for ident, is_, should in statuses(connection, ids[start : start + PORTION]):
            if is_ != should:
                yield f"record number {ident}: counts as {is_}, should be {should}"
    for table in (roles, ties):
        asked_of = select(func.count()).select_from(table).join(records, records.c.id == table.c.record_id)
        if n := connection.execute(asked_of.where((table.c.status != records.c.status) | (table.c.day != records.c.day))).scalar():
            yield f"{n} {table.name} count as something else than their records"


def _pairs(connection: Connection) -> Iterator[str]:
    """Each pair has as many records as are told."""
    tied = select(ties.c.a, ties.c.b, func.count()).where(ties.c.status == "shown").group_by(ties.c.a, ties.c.b)
    there, counted = ({(a, b): n for a, b, n in connection.execute(asked)} for asked in (tied, select(pair_counts)))
    for a, b in sorted(pair for pair in there | counted if there.get(pair, 0) != counted.get(pair, 0)):
        yield f"pair {a} {b}: {there.get((a, b), 0)} records, {counted.get((a, b), 0)} are told"


def _words(connection: Connection) -> Iterator[str]:
    """Every document is in the index of words."""
    indexed = "SELECT count(*) FROM words_docsize" if connection.dialect.name == "sqlite" else "SELECT count(DISTINCT document_id) FROM words"
    n, there = connection.execute(text(indexed)).scalar(), connection.execute(select(func.count()).select_from(documents)).scalar()
    if n != there:
        yield f"{n} documents can be searched where there are {there}"


def facts(connection: Connection) -> dict[str, int | str | None]:
    """What a ledger holds, in numbers."""
    tables = ("documents", "sources", "readings", "records", "actors", "reviews", "runs", "failures")
    told: dict[str, int | str | None] = {
        name: connection.execute(select(func.count()).select_from(metadata.tables[name])).scalar() for name in tables
    }  # fmt: skip
    for kind, status, n in connection.execute(select(records.c.kind, records.c.status, func.count()).group_by(records.c.kind, records.c.status)):
        if status == "shown":
            told[f"{kind} shown"] = n
    first, newest = connection.execute(select(func.min(func.nullif(records.c.day, "")), func.max(records.c.day))).one()
    told |= {"first day": first, "last day": newest}
    versions = select(readings.c.engine, readings.c.pack, func.count()).where(readings.c.current).group_by(readings.c.engine, readings.c.pack)
    told |= {f"read by tutanak {engine} · {pack}": n for engine, pack, n in connection.execute(versions)}
    told["runs not ended"] = connection.execute(select(func.count()).select_from(runs).where(runs.c.ended.is_(None))).scalar()
    return told
