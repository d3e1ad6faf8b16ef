"""The ledger itself: what it can be asked and told, in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from tutanak.article import Article
from tutanak.errors import NotFound, Unclear
from tutanak.ingest.source import Visit
from tutanak.ledger import (
    auditing,
    checking,
    forgetting,
    glances,
    handing,
    naming,
    people,
    rereading,
    reviewing,
    runs,
    showing,
    states,
    tabular,
    transfer,
)
from tutanak.ledger.asking import Asked, Sheet, pairs, sheet, tied, timeline
from tutanak.ledger.checking import Checked
from tutanak.ledger.entry import entry
from tutanak.ledger.fates import Fate
from tutanak.ledger.forgetting import Forgotten
from tutanak.ledger.glances import Entered, Glance
from tutanak.ledger.handing import Chosen
from tutanak.ledger.keeping import Writer, source_mark
from tutanak.ledger.model import Added, Failed, Source
from tutanak.ledger.news import News, day, followed, news, undertakings
from tutanak.ledger.people import Portrait
from tutanak.ledger.rereading import Changed
from tutanak.ledger.runs import Run
from tutanak.ledger.search import Hit, Within, search
from tutanak.ledger.showing import Review, Shown
from tutanak.ledger.store import Store
from tutanak.ledger.tables import documents, failures, readings, records, sources, visits
from tutanak.ledger.telling import PORTION, Cited, Told, tell
from tutanak.reading import Reading, version


class Ledger:
    """Readings kept in a database: a file's name, or the URL of a PostgreSQL server.

    ledger = Ledger("minutes.db")
    ledger.add(tutanak.read(text, published="2022-10-13"))
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        self.store = Store(where, create=create)
        self.version = version()

    def add(self, reading: Reading, *, source: Source | None = None) -> Added:
        """Enter a reading. The same thing twice changes nothing; a new text at a known URL withdraws the records of the old one."""
        source = source or runs.of_article(reading)
        with self.store.writing() as connection:
            writer = self.writer(connection)
            added = writer.add([(entry(reading.to_dict(all=True), source.published), source)])[0]
            writer.name_again(writer.singles, writer.offices)
        return added

    def begin(self, command: str, *, batch: int = runs.BATCH) -> Run:
        """Begin a run over many inputs, with a balance of its own."""
        return Run(self, command, batch)

    def writer(self, connection: Connection, run: int | None = None) -> Writer:
        """What writes down readings within this transaction."""
        return Writer(connection, self.store.dialect, self.version, run)

    def knows(self, article: Article, source: Source | None = None) -> bool:
        """Was this text read by this very version of the reader (and is this place of it known)? Then it need not be read again."""
        engine, pack = self.version
        asked = select(readings.c.id).join(documents).where(documents.c.sha256 == article.sha256)
        asked = asked.where(readings.c.engine == engine, readings.c.pack == pack)
        if source is not None:
            placed = select(sources.c.id).where(sources.c.mark == source_mark(article.sha256, source), sources.c.superseded_by.is_(None))
            asked = asked.where(readings.c.published == (source.published or ""), placed.exists())
        with self.store.reading() as connection:
            return connection.execute(asked).first() is not None

    def search(
        self, question: str, *, since: str = "", until: str = "", pair: tuple[str, str] | None = None, limit: int = 20, offset: int = 0
    ) -> list[Hit]:  # fmt: skip
        """Documents that hold all words of the question, those written like it first. `"a phrase"`, `beginning*`."""
        within = Within(since, until, states.pair(*pair) if pair else None)
        with self.store.reading() as connection:
            return search(connection, self.store.dialect, question, within, limit, offset)

    def pair(
        self, one: str, other: str, *, since: str = "", until: str = "", kinds: Iterable[str] = (), speaker: str = "", topic: str = "",
        doubtful: bool = False, limit: int = 50, offset: int = 0,
    ) -> Sheet:  # fmt: skip
        """What is known of two states or bodies, named by code or name in Turkish or English, in any order."""
        return self.sheet(states.pair(one, other), Asked(since, until, tuple(kinds), speaker, topic, doubtful, limit, offset))

    def sheet(self, pair: tuple[str, str], asked: Asked) -> Sheet:
        """What is known of two actors as the ledger names them, in its order."""
        with self.store.reading() as connection:
            return sheet(connection, pair, asked)

    def timeline(self, pair: tuple[str, str], asked: Asked) -> tuple[dict[str, int], list[Told]]:
        """How many records of each kind a question wants of a pair, and one page of them."""
        with self.store.reading() as connection:
            return timeline(connection, pair, asked)

    def days(self, pair: tuple[str, str]) -> tuple[str, str]:
        """The first and the last day of a pair's records."""
        with self.store.reading() as connection:
            return glances.days(connection, pair)

    def glance(self, pair: tuple[str, str], asked: Asked, per: int) -> Glance:
        """When a pair was written of, by whom and on what; per: letters of a day that are told apart (4 years, 7 months, 10 days)."""
        with self.store.reading() as connection:
            return glances.glance(connection, pair, asked, per)

    def told(self, hashes: Sequence[str]) -> list[Told]:
        """The newest records of these ids, in this order; what is not there is left out."""
        with self.store.reading() as connection:
            return tell(connection, glances.newest(connection, hashes))

    def articles(self, pair: tuple[str, str], asked: Asked) -> list[tuple[Cited, int]]:
        """The articles whose records tie a pair, the newest first, with how many each has."""
        with self.store.reading() as connection:
            return glances.articles(connection, tied(connection, pair, asked), asked.limit, asked.offset)

    def tied(self, named: str) -> str:
        """A state's code, or the name under which records tie a body that is called so. Raises NotFound."""
        try:
            return states.code(named)
        except NotFound:
            with self.store.reading() as connection:
                found = glances.tied_as(connection, naming.key(named))
            if found is None:
                raise
            return found

    def latest(self, limit: int = 12, offset: int = 0) -> list[Entered]:
        """The articles that were entered last."""
        with self.store.reading() as connection:
            return glances.latest(connection, limit, offset)

    def pulses(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], dict[str, int]]:
        """How many records of each month tie each of these pairs."""
        with self.store.reading() as connection:
            return glances.pulses(connection, pairs)

    def article(self, beginning: str, *, doubtful: bool = False) -> dict[str, Any]:
        """The minutes of the article whose sha256 begins so, with what the ledger knows of each record."""
        with self.store.reading() as connection:
            return handing.one(connection, glances.document(connection, beginning), doubtful=doubtful)

    def pairs(self, limit: int = 20) -> list[tuple[str, str, int]]:
        """The pairs that most records tie, with how many."""
        with self.store.reading() as connection:
            return pairs(connection, limit)

    def show(self, beginning: str) -> Shown:
        """The record whose id begins so, in full."""
        with self.store.reading() as connection:
            return showing.show(connection, beginning)

    def person(self, named: str, *, limit: int = 20, offset: int = 0) -> Portrait:
        """Who is called so: offices as dated facts, names, what was said."""
        with self.store.reading() as connection:
            return people.portrait(connection, named, limit, offset)

    def stands(self, actor: int, roles: Sequence[str], *, limit: int = 20, offset: int = 0) -> tuple[int, list[Told]]:
        """In how many records an actor stands in one of these roles, and a page of them, the newest first."""
        with self.store.reading() as connection:
            told = people.stands(connection, actor)
            return told.count(roles), tell(connection, told.ids(roles, limit, offset))

    def followed(self, beginning: str) -> Fate:
        """The undertaking that a record tells of, over all articles. Raises NotFound."""
        with self.store.reading() as connection:
            return followed(connection, showing.find(connection, beginning))

    def undertakings(self, *pair: str, only_open: bool = False, silent: str = "") -> list[Fate]:
        """What became of undertakings, of a pair or of all. silent: only open ones not heard of since a day, or a stretch before today ("180d")."""
        with self.store.reading() as connection:
            return undertakings(connection, states.pair(*pair) if pair else None, only_open=only_open, silent=day(silent) if silent else "")

    def digest(self, since: str, until: str = "") -> News:
        """What was published in these days; since: a day, or a stretch before today ("7d")."""
        with self.store.reading() as connection:
            return news(connection, day(since), until)

    def check(self, claim: str, *, published: str | None = None, limit: int = 10) -> Checked:
        """What the ledger says to a claim in words: figures on the same measure, the same words said before."""
        with self.store.reading() as connection:
            return checking.check(connection, self.store.dialect, claim, published, limit)

    def queue(
        self, *pair: str, kinds: Sequence[str] = (), since: str = "", doubtful: bool = True, limit: int = 1000, offset: int = 0,
        unsure: bool = False,
    ) -> list[Told]:  # fmt: skip
        """Records that nobody has judged, the newest days first; unsure: the least sure first."""
        with self.store.reading() as connection:
            of = states.pair(*pair) if pair else None
            ids = reviewing.queue(connection, of, kinds, since, doubtful, limit, offset, unsure=unsure)
            return tell(connection, ids)

    def review(self, beginning: str, verdict: str, reviewer: str, *, why: str = "", fields: Mapping[str, str] | None = None) -> str:
        """Accept, reject, comment or correct a record; returns the id of the record that now stands."""
        with self.store.writing() as connection:
            told = tell(connection, [showing.find(connection, beginning)])[0]
            if verdict == "correct":
                return reviewing.correct(connection, self.writer(connection), told, fields or {}, reviewer, why)
            reviewing.judge(connection, told, verdict, reviewer, why)
        return told.id

    def undo(self, beginning: str, reviewer: str) -> str:
        """Take the last decision on a record back; returns its id."""
        with self.store.writing() as connection:
            told = tell(connection, [showing.find(connection, beginning)])[0]
            reviewing.undo(connection, told, reviewer)
        return told.id

    def decisions(self, limit: int = 20) -> list[Review]:
        """What people decided last."""
        with self.store.reading() as connection:
            return showing.latest(connection, limit)

    def waiting(self, *pair: str, kinds: Sequence[str] = (), since: str = "", doubtful: bool = True) -> int:
        """How many records nobody has judged."""
        with self.store.reading() as connection:
            return reviewing.waiting(connection, states.pair(*pair) if pair else None, kinds, since, doubtful)

    def note(self, article: str, kind: str, words: str, fields: Mapping[str, str], reviewer: str, *, why: str = "") -> str:
        """Add a record by hand that was missed in an article (its sha256, or the beginning of it); returns its id."""
        with self.store.writing() as connection:
            return reviewing.add(connection, self.writer(connection), glances.document(connection, article), kind, words, fields, reviewer, why)

    def merge(self, named: str, into: str, reviewer: str, *, why: str = "") -> Portrait:
        """Take two people or bodies for one from now on."""
        with self.store.writing() as connection:
            one, other = people.find(connection, named)[0], people.find(connection, into)[0]
            people.merge(connection, one, other, reviewer, why)
        return self.person(into)

    def split(self, named: str, form: str, reviewer: str, *, why: str = "") -> Portrait:
        """Take a name that stood for someone for someone else from now on."""
        with self.store.writing() as connection:
            people.split(connection, people.find(connection, named)[0], form, reviewer, why)
        return self.person(named)

    def forget(self, named: str, reviewer: str, *, why: str = "") -> Forgotten:
        """Take a person out: their records go, their name is blanked, a tombstone keeps it so."""
        with self.store.writing() as connection:
            found = [actor for actor in people.find(connection, named) if actor.kind == "person"]
            exact = [actor for actor in found if naming.key(named) in (naming.key(actor.name), actor.key)]
            if len(exact or found) != 1:
                likely = ", ".join(f"{actor.name} [{actor.key}]" for actor in found[:5])
                raise Unclear(f"{len(found)} people could be {named!r}; give the whole name: {likely or 'there is none'}")
            gone = forgetting.forget(connection, self.store.dialect, (exact or found)[0], reviewer, why)
        self.store.purge()
        return gone

    def audit(self) -> list[str]:
        """What is wrong with the ledger, one line each."""
        with self.store.reading() as connection:
            return list(auditing.audit(connection))

    def facts(self) -> dict[str, int | str | None]:
        """What the ledger holds, in numbers."""
        with self.store.reading() as connection:
            return {"ledger": self.store.name, "revision": self.store.revision(), **auditing.facts(connection)}

    def reread(self, *, dry: bool = False) -> Iterator[Changed]:
        """Read anew what this version of the reader has not read yet; says what changed in each document."""
        return rereading.reread(self, dry=dry)

    def backup(self, path: str | Path) -> None:
        """A copy of the ledger as it is now."""
        self.store.backup(Path(path))

    def records(self, kind: str) -> Iterator[Told]:
        """All shown records of a kind, oldest first."""
        with self.store.reading() as connection:
            asked = select(records.c.id).where(records.c.kind == kind, records.c.status == "shown").order_by(records.c.id)
            ids = list(connection.execute(asked).scalars())
            for start in range(0, len(ids), PORTION):
                yield from tell(connection, ids[start : start + PORTION])

    def to_pandas(self, kind: str) -> Any:
        """The shown records of a kind as a pandas DataFrame, one row a record; the columns are those of `tutanak pair --format csv`."""
        import pandas

        return pandas.DataFrame([tabular.row(told) for told in self.records(kind)], columns=tabular.COLUMNS)

    def minutes(self, chosen: Chosen | None = None) -> Iterator[dict[str, Any]]:
        """The minutes of every document that stands somewhere (docs/schema.md), with what the ledger knows of their records."""
        with self.store.reading() as connection:
            yield from handing.minutes(connection, chosen or Chosen())

    def lines(self) -> Iterator[dict[str, Any]]:
        """All that was read and decided, line by line, as `take` enters it again."""
        with self.store.reading() as connection:
            yield from transfer.lines(connection)

    def take(self, rows: Iterable[Mapping[str, Any]]) -> Iterator[bool]:
        """Enter lines of another ledger, a portion at a time; says of each whether it was new here. What is there already stays as it is."""
        stream, links, decided = iter(rows), dict[str, str](), Counter[tuple[str, ...]]()
        singles, offices = set[int](), set[tuple[str, str]]()
        more = True
        while more:
            with self.store.writing() as connection:
                taker = transfer.Taker(self.writer(connection), links, decided)
                taken = [taker.take(row) for row in islice(stream, transfer.PORTION)]
                taker.close()
            more = len(taken) == transfer.PORTION
            singles, offices = singles | taker.writer.singles, offices | taker.writer.offices
            yield from taken
        with self.store.writing() as connection:
            self.writer(connection).name_again(singles, offices)
            forgetting.again(connection, self.store.dialect)

    def failed(self, run: int | None = None) -> list[Failed]:
        """The inputs that could not be brought in and were not mended since, of one run or of all."""
        with self.store.reading() as connection:
            return runs.failed(connection, run)

    def mend(self, ids: Iterable[int], run: int) -> None:
        """Failures that a later run brought in after all."""
        with self.store.writing() as connection:
            connection.execute(update(failures).where(failures.c.id.in_(list(ids))).values(mended_by=run))

    def visit(self, url: str) -> Visit | None:
        """What a server said of this URL when it was last asked."""
        with self.store.reading() as connection:
            row = connection.execute(select(visits).where(visits.c.url == url)).first()
        return Visit(**row._mapping) if row else None

    def visited(self, visit: Visit) -> None:
        """Keep what a server said of a URL, in place of what it said before."""
        with self.store.writing() as connection:
            connection.execute(delete(visits).where(visits.c.url == visit.url))
            connection.execute(insert(visits).values(**{name: getattr(visit, name) for name in visits.c.keys()}))  # noqa: SIM118

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
