"""Writing entries down, within the transaction of the one writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import Connection, Table, func, select, update

from tutanak.exports.relation import Pair
from tutanak.ledger import tallying
from tutanak.ledger.actors import hold, resolve
from tutanak.ledger.dialects import Dialect, Values, Words, values
from tutanak.ledger.entry import Entered, Entry, entry, packed
from tutanak.ledger.indexing import indexed
from tutanak.ledger.known import Known, Read
from tutanak.ledger.model import Added, Outcome, Source, now
from tutanak.ledger.naming import Form
from tutanak.ledger.settling import first_status, settle
from tutanak.ledger.tables import documents, forms, mentions, readings, records, roles, sources, ties
from tutanak.ledger.tombs import buried, without_buried

Row = dict[str, Any]
Version = tuple[str, str]

ORDER = (documents, sources, readings, forms, records, roles, ties, mentions)
"""Tables in the order in which their rows can be written."""


class Writer:
    """Enters readings, table by table; ids are given here, for nobody else writes now. version: of the engine and of the pack."""

    def __init__(self, connection: Connection, dialect: Dialect, version: Version, run: int | None = None) -> None:
        self.connection = connection
        self.dialect = dialect
        self.version = version
        self.run = run
        self.at = now()
        self._rows: dict[Table, list[Values]] = {table: [] for table in ORDER}
        self._words: list[Words] = []
        self._next: dict[Table, int] = {}
        self._forms: dict[tuple[str, ...], int] = {}
        self._asked: set[str] = set()
        self._counts: dict[int, int] = {}
        self._tied: Counter[Pair] = Counter()
        self._fresh: set[int] = set()
        self._unsettled: dict[int, None] = {}
        self._new_forms: list[int] = []
        self.singles: set[int] = set()
        self.offices: set[tuple[str, str]] = set()

    def add(self, given: Sequence[tuple[Entry, Source]], made: Callable[[], None] = lambda: None) -> list[Added]:
        """Enter readings with their sources; what is there already stays as it is. made: called when what is left is the database's work."""
        marks = buried(self.connection)
        given = [(_without(entered, marks), source) for entered, source in given] if marks else given
        with self.dialect.by_index(self.connection):
            known = Known(self.connection, [entered.doc["sha256"] for entered, _ in given], [s.url for _, s in given if s.url])
            self._look_up([form for entered, _ in given for form in _forms_of(entered)])
        added = [self._one(entered, source, known) for entered, source in given]
        made()
        self.finish()
        return added

    def finish(self) -> None:
        """Write what is collected, and bring what hangs on it up to date."""
        self._write()
        settle(self.connection, list(self._unsettled))
        resolve(self.connection, self._new_forms)
        self._unsettled, self._new_forms = {}, []

    def name_again(self, singles: Iterable[int], offices: Iterable[tuple[str, str]]) -> None:
        """Say anew who is meant by surnames and offices that stand alone, after all that was added."""
        resolve(self.connection, sorted(singles))
        hold(self.connection, offices)

    def _one(self, entry: Entry, source: Source, known: Known) -> Added:
        sha, fresh = entry.doc["sha256"], entry.doc["sha256"] not in known.documents
        if fresh:
            self._document(entry, known)
        before = known.current.get(source.url or "")
        placed = self._source(entry, source, known)
        version = placed and before is not None and before[1] != known.documents[sha]
        if version and before:
            self._supersede(before, known.current[source.url or ""][0])
        n = self._reading(entry, source, known)
        outcome: Outcome = "version" if version else "new" if fresh else "reread" if n is not None else "source" if placed else "known"
        return Added(sha, outcome, n or 0, int(bool(version)))

    def _document(self, entry: Entry, known: Known) -> None:
        ident, doc = self.id(documents), entry.doc
        known.documents[doc["sha256"]] = ident
        self._fresh.add(ident)
        self.collect(documents, [{
            "id": ident, "sha256": doc["sha256"], "text": doc["text"], "title": doc["title"], "language": doc["language"], "added": self.at,
            "blanked": entry.blanked,
        }])  # fmt: skip
        self._words.append((ident, *entry.words))

    def _source(self, entry: Entry, source: Source, known: Known) -> bool:
        """Was this place of the document not known yet?"""
        document = known.documents[entry.doc["sha256"]]
        mark = source_mark(entry.doc["sha256"], source)
        if mark in known.marks:
            return False
        ident = self.id(sources)
        known.marks.add(mark)
        if source.url:
            known.current[source.url] = (ident, document)
        self.collect(sources, [{
            "id": ident, "document_id": document, "mark": mark, "url": source.url, "outlet": source.outlet, "author": source.author,
            "title": source.title, "published": source.published, "article_id": entry.doc["id"], "place": source.place,
            "fetched": source.fetched, "found": dict(source.found), "superseded_by": None, "run_id": self.run, "added": self.at,
        }])  # fmt: skip
        if document not in self._fresh:
            self._unsettled[document] = None
        return True

    def _supersede(self, before: tuple[int, int], by: int) -> None:
        """A URL has another text now: the one before no longer stands there."""
        self._write()
        self.connection.execute(update(sources).where(sources.c.id == before[0]).values(superseded_by=by))
        self._unsettled[before[1]] = None

    def _reading(self, entry: Entry, source: Source, known: Known) -> int | None:
        """The number of records entered; None where the document was read like this before."""
        document = known.documents[entry.doc["sha256"]]
        before, version = known.readings.get(document), (*self.version, source.published or "")
        if before is not None and (version in before.versions or not _newer(version, before)):
            return None
        same = before is not None and before.minutes == entry.minutes_sha256
        ident, changes = self.id(readings), None if before is None else {"same": True} if same else self._changes(entry, before)
        self._rows[readings].append((
            ident, document, *version, entry.minutes_sha256, entry.frame, entry.spin, f"|{'|'.join(entry.topics)}|", not same,
            None if changes is None else packed(changes), self.run, self.at,
        ))  # fmt: skip
        if before is not None and not same:
            self._write()
            self.connection.execute(update(readings).where(readings.c.id == before.id).values(current=False))
            self._unsettled[document] = None
        versions = [*(before.versions if before else ()), version]
        known.readings[document] = Read(before.id if before and same else ident, entry.minutes_sha256, versions)
        return 0 if same else self._records(entry, document, ident)

    def _changes(self, entry: Entry, before: Read) -> Row:
        """What another reading of the same text holds more and less, by the hashes of its records."""
        self._write()
        old = set(self.connection.execute(select(records.c.hash).where(records.c.reading_id == before.id, records.c.made_by == "read")).scalars())
        new = {record.hash for record in entry.records}
        return {"added": sorted(new - old), "withdrawn": sorted(old - new)}

    def _records(self, entry: Entry, document: int, reading: int) -> int:
        self._rows[mentions] += [(reading, local, self.form(form), form.name, entry.day) for local, form in entry.forms.items()]
        for record in entry.records:
            self.record(record, document, reading)
        return len(entry.records)

    def record(self, record: Entered, document: int, reading: int, made_by: str = "read", replaces: str | None = None) -> int:
        """Enter one record with its roles and ties; returns its id. Rows are made as drivers take them: a ledger has a dozen for each."""
        ident, status = self.id(records), first_status(made_by, record.confidence)
        hash, kind, local, day, edtf, start, end, words, confidence, rule, body, its_roles, pairs = record
        self._rows[records].append((
            ident, document, reading, hash, kind, local, status, made_by, day, edtf, start, end, words, confidence, rule, body, replaces,
        ))  # fmt: skip
        self._rows[roles] += [(ident, role, n, form and self.form(form), state, day, status) for n, (role, form, state) in enumerate(its_roles)]
        if status == "shown":
            self._tied.update(pairs)
        self._rows[ties] += [(a, b, day, ident, kind, status, document, reading, words.count(" ") + 1) for a, b in pairs]
        return ident

    def form(self, form: Form) -> int:
        """The id of a form, entered if it is new, its uses counted."""
        ident = self._forms.get(form.mark) or (None if form.key in self._asked else self._found(form)) or self._new_form(form)
        self._forms[form.mark] = ident
        self._counts[ident] = self._counts.get(ident, 0) + 1
        if form.kind == "person":
            self.offices.add((form.state, form.office_key))
            self.singles |= {ident} if form.key and " " not in form.key else set()
        return ident

    def _look_up(self, wanted: Iterable[Form]) -> None:
        """Learn at once which of these forms the ledger has. By kind and key, for so the index goes."""
        keys = sorted({form.key for form in wanted if form.key})
        self._asked.update(keys)
        asked = select(forms.c.id, forms.c.kind, forms.c.key, forms.c.state, forms.c.office_key, forms.c.month)
        asked = asked.where(forms.c.kind.in_(("person", "organisation")))
        for start in range(0, len(keys), 500):
            for ident, *mark in self.connection.execute(asked.where(forms.c.key.in_(keys[start : start + 500]))):
                self._forms[tuple(mark)] = ident

    def _found(self, form: Form) -> int | None:
        kind, key, state, office, month = form.mark
        told = (forms.c.kind == kind, forms.c.key == key, forms.c.state == state, forms.c.office_key == office, forms.c.month == month)
        return self.connection.execute(select(forms.c.id).where(*told)).scalar()

    def _new_form(self, form: Form) -> int:
        ident = self.id(forms)
        self._new_forms.append(ident)
        self.collect(forms, [{
            "id": ident, "kind": form.kind, "name": form.name, "key": form.key, "surname": form.surname, "state": form.state,
            "office": form.office, "office_key": form.office_key, "month": form.month, "aliases": list(form.aliases), "count": 0, "actor_id": None,
        }])  # fmt: skip
        return ident

    def index(self, document: int, title: str | None, text: str) -> None:
        """The words of a document, for the search."""
        self._words.append((document, *indexed(title, text)))

    def collect(self, table: Table, rows: Sequence[Row]) -> None:
        """Rows that are written when what they point to is."""
        self._rows[table] += values(table, rows)

    def id(self, table: Table) -> int:
        """The next id of a table."""
        if table not in self._next:
            self._next[table] = (self.connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1
        self._next[table] += 1
        return self._next[table] - 1

    def _write(self) -> None:
        """Write what is collected, tables in the order of their references."""
        for table in ORDER:
            if self._rows[table]:
                self.dialect.insert(self.connection, table, self._rows[table])
                self._rows[table] = []
        self.dialect.index(self.connection, self._words)
        self._words = []
        if self._counts:
            self.dialect.count(self.connection, self._counts)
            self._counts = {}
        tallying.count(self.connection, self._tied)
        self._tied.clear()


def source_mark(sha: str, source: Source) -> str:
    """What tells one place of a document from another: when it was fetched does not."""
    return sha256(orjson.dumps([sha, source.url, source.outlet, source.title, source.published, source.author])).hexdigest()[:24]


def _forms_of(entered: Entry) -> Iterator[Form]:
    yield from entered.forms.values()
    yield from (role.form for record in entered.records for role in record.roles if role.form)


def _without(entered: Entry, marks: frozenset[str]) -> Entry:
    """The entry without those who were forgotten."""
    minutes = orjson.loads(entered.minutes)
    told = without_buried(minutes, marks)
    return entered if told is minutes else entry(told, entered.published, blanked=True)


def _newer(version: tuple[str, str, str], before: Read) -> bool:
    """Is it worth reading anew: by another reader, or with a date of publication where there was none?"""
    return version[:2] not in {v[:2] for v in before.versions} or (bool(version[2]) and not any(v[2] for v in before.versions))
