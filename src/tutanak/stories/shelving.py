"""The stories of a ledger: the same index, its keys and places in the ledger's own tables. `gather` puts new articles into stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, or_, select, update

from tutanak.ledger import Ledger
from tutanak.ledger.dialects import Dialect, values
from tutanak.ledger.tables import documents, readings, sources, stories, story_runs
from tutanak.stories.gathering import Place, place
from tutanak.stories.index import Index, Near
from tutanak.stories.kept import Kept
from tutanak.stories.likeness import likeness
from tutanak.stories.relations import Known
from tutanak.stories.repeating import repeat
from tutanak.stories.runs import Fresh, Under

Row = dict[str, Any]
Article = tuple[str, str | None, str | None, float]

PORTION = 200
"""Documents of one transaction."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What gathering did: articles put into stories, those that joined one, records said before."""

    articles: int = 0
    joined: int = 0
    repeats: int = 0


class Shelves:
    """The index of a ledger, within one transaction. What is new is held back and written at once, by `finish`."""

    def __init__(self, connection: Connection, dialect: Dialect, kept: Kept, ahead: Sequence[int] = ()) -> None:
        self.connection = connection
        self.dialect = dialect
        self.index = Index(self.text, self)
        self._kept = kept
        self._fresh = Fresh()
        self._rows: dict[int, Row] = {}
        self._articles = self._looked_up(ahead)
        kept.begin(connection, dialect)

    def near(self, wanted: Sequence[int]) -> Iterator[Under]:
        return chain(self._fresh.near(wanted), self._kept.near(wanted))

    def enter(self, number: int, kept: Sequence[int]) -> None:
        self._fresh.enter(number, kept)

    def text(self, number: int) -> str:
        return self._article(number)[0]

    def known(self, number: int) -> Known:
        _, url, outlet, spin = self._article(number)
        return Known(self.index.print_of(number), url, outlet, spin)

    def story_of(self, number: int) -> int:
        if number in self._rows:
            return int(self._rows[number]["story_id"])
        return self.connection.execute(select(stories.c.story_id).where(stories.c.document_id == number)).scalar() or number

    def add(self, number: int, reading: int) -> Place:
        """Put a document, as it was read, into its story."""
        new = self.index.add(number, self.text(number))
        found = place(number, self.known(number), [*new, *self._versions(number, {n.number for n in new})], self)
        self._rows[number] = {
            "document_id": number, "story_id": found.story, "to_id": found.to, "relation": found.relation, "certainty": found.certainty,
            "background": list(found.background), "reading_id": reading,
        }  # fmt: skip
        return found

    def finish(self) -> None:
        """Write what is new."""
        if self._rows:
            self.dialect.insert(self.connection, stories, values(stories, self._rows.values()))
        if self._fresh.count:
            self._kept.add(self._fresh.taken())
        self._rows = {}

    def _versions(self, number: int, found: Iterable[int]) -> list[Near]:
        """Earlier texts of the same address, whatever they share with this one."""
        if not self._article(number)[1]:
            return []
        urls = select(sources.c.url).where(sources.c.document_id == number, sources.c.url.is_not(None))
        asked = select(sources.c.document_id).where(sources.c.url.in_(urls), sources.c.document_id < number).distinct()
        others = sorted(set(self.connection.execute(asked).scalars()) - set(found))
        mine = self.index.print_of(number)
        return [Near(other, likeness(mine, self.index.print_of(other))) for other in others]

    def _article(self, number: int) -> Article:
        """Text, URL, outlet and spin of a document."""
        if number not in self._articles:
            self._articles |= self._looked_up([number])
        return self._articles[number]

    def _looked_up(self, numbers: Sequence[int]) -> dict[int, Article]:
        asked = select(documents.c.id, documents.c.text, readings.c.spin).outerjoin(
            readings, (readings.c.document_id == documents.c.id) & readings.c.current
        )
        rows = self.connection.execute(asked.where(documents.c.id.in_(numbers))).all()
        stood = select(sources.c.document_id, sources.c.url, sources.c.outlet).where(sources.c.document_id.in_(numbers))
        places = {row.document_id: (row.url, row.outlet) for row in self.connection.execute(stood.order_by(sources.c.id.desc()))}
        return {row.id: (row.text, *places.get(row.id, (None, None)), row.spin or 0.0) for row in rows}


def gather(ledger: Ledger) -> Gathered:
    """Put the documents of a ledger that are in no story yet into stories; say of their records what was said before."""
    done, more, kept = Gathered(), True, Kept()
    _enter_again(ledger)
    while more:
        with ledger.store.writing() as connection:
            fresh = _waiting(connection)
            if len(fresh) == PORTION:
                kept.hold()
            found = _portion(connection, Shelves(connection, ledger.store.dialect, kept, [number for number, _, _ in fresh]), fresh)
            done = Gathered(done.articles + found.articles, done.joined + found.joined, done.repeats + found.repeats)
        more = len(fresh) == PORTION
    return done


def _enter_again(ledger: Ledger) -> None:
    """Enter the keys of all articles that are in stories, where an upgrade left none: all of them, or none if it is cut."""
    with ledger.store.reading() as connection:
        if not _without_keys(connection):
            return
    with ledger.store.writing() as connection:
        if _without_keys(connection):
            _enter_all(connection, ledger.store.dialect)


def _without_keys(connection: Connection) -> bool:
    if connection.execute(select(story_runs.c.id).limit(1)).first():
        return False
    return connection.execute(select(stories.c.document_id).limit(1)).first() is not None


def _enter_all(connection: Connection, dialect: Dialect) -> None:
    kept, last, more = Kept(), 0, True
    kept.hold()
    while more:
        asked = select(stories.c.document_id).join(documents, documents.c.id == stories.c.document_id)
        asked = asked.where(documents.c.id > last, documents.c.blanked.is_(False)).order_by(documents.c.id).limit(PORTION)
        numbers = connection.execute(asked).scalars().all()
        shelves = Shelves(connection, dialect, kept, numbers)
        shelves.index.foresee((number, shelves.text(number)) for number in numbers)
        for number in numbers:
            shelves.index.enter(number, shelves.text(number))
        shelves.finish()
        last, more = max(numbers, default=0), len(numbers) == PORTION


def _portion(connection: Connection, shelves: Shelves, fresh: Sequence[tuple[int, int, bool]]) -> Gathered:
    """Put some documents into stories, then tie the records of the stories that are of several."""
    shelves.index.foresee((number, shelves.text(number)) for number, _, new in fresh if new)
    places = {number: shelves.add(number, reading) for number, reading, new in fresh if new}
    shelves.finish()
    touched: dict[int, list[int]] = {}
    for number, reading, new in fresh:
        if not new:
            connection.execute(update(stories).where(stories.c.document_id == number).values(reading_id=reading))
        if not new or places[number].to is not None:
            touched.setdefault(shelves.story_of(number), []).append(number)
    said = sum(repeat(connection, story, numbers) for story, numbers in touched.items())
    return Gathered(len(places), sum(p.to is not None for p in places.values()), said)


def _waiting(connection: Connection) -> list[tuple[int, int, bool]]:
    """Documents in no story, or read anew since: (number, reading, is it in no story)."""
    asked = select(documents.c.id, readings.c.id.label("reading"), stories.c.story_id).join(readings, readings.c.document_id == documents.c.id)
    asked = asked.outerjoin(stories, stories.c.document_id == documents.c.id).where(readings.c.current)
    stale = or_(stories.c.story_id.is_(None), stories.c.reading_id.is_(None), stories.c.reading_id != readings.c.id)
    return [(row.id, row.reading, row.story_id is None) for row in connection.execute(asked.where(stale).order_by(documents.c.id).limit(PORTION))]
