"""The stories of a ledger: the same index, its keys and places in the ledger's own tables. `gather` puts new articles into stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, or_, select, update

from tutanak.ledger import Ledger
from tutanak.ledger.dialects import Dialect
from tutanak.ledger.tables import documents, readings, sources, stories, story_keys
from tutanak.stories.gathering import Place, place
from tutanak.stories.index import Index, Near
from tutanak.stories.likeness import likeness
from tutanak.stories.relations import Known
from tutanak.stories.repeating import repeat

PORTION = 200
"""Documents of one transaction."""
ASKED = 500
"""Keys of one question."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What gathering did: articles put into stories, those that joined one, records said before."""

    articles: int = 0
    joined: int = 0
    repeats: int = 0


class Shelves:
    """The index of a ledger, within one transaction: a shelf of keys, and what is known of documents."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self.connection = connection
        self.dialect = dialect
        self.index = Index(self.text, self)

    def near(self, wanted: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(wanted), ASKED):
            asked = select(story_keys.c.key, story_keys.c.document_id).where(story_keys.c.key.in_(wanted[start : start + ASKED]))
            yield from ((row.key, row.document_id) for row in self.connection.execute(asked))

    def enter(self, number: int, kept: Sequence[int]) -> None:
        self.connection.execute(delete(story_keys).where(story_keys.c.document_id == number))
        self.dialect.insert(self.connection, story_keys, [{"key": key, "document_id": number} for key in sorted(set(kept))])

    def text(self, number: int) -> str:
        return self.connection.execute(select(documents.c.text).where(documents.c.id == number)).scalar() or ""

    def known(self, number: int) -> Known:
        asked = select(sources.c.url, sources.c.outlet).where(sources.c.document_id == number).order_by(sources.c.id)
        url, outlet = self.connection.execute(asked).first() or (None, None)
        spin = select(readings.c.spin).where(readings.c.document_id == number, readings.c.current)
        return Known(self.index.print_of(number), url, outlet, self.connection.execute(spin).scalar() or 0.0)

    def story_of(self, number: int) -> int:
        return self.connection.execute(select(stories.c.story_id).where(stories.c.document_id == number)).scalar() or number

    def add(self, number: int) -> Place:
        """Put a document into its story."""
        new = self.index.add(number, self.text(number))
        found = place(number, self.known(number), [*new, *self._versions(number, {n.number for n in new})], self)
        row = {
            "document_id": number, "story_id": found.story, "to_id": found.to, "relation": found.relation, "certainty": found.certainty,
            "background": list(found.background), "reading_id": None,
        }  # fmt: skip
        self.connection.execute(insert(stories), [row])
        return found

    def _versions(self, number: int, found: Iterable[int]) -> list[Near]:
        """Earlier texts of the same address, whatever they share with this one."""
        urls = select(sources.c.url).where(sources.c.document_id == number, sources.c.url.is_not(None))
        asked = select(sources.c.document_id).where(sources.c.url.in_(urls), sources.c.document_id < number).distinct()
        others = sorted(set(self.connection.execute(asked).scalars()) - set(found))
        mine = self.index.print_of(number)
        return [Near(other, likeness(mine, self.index.print_of(other))) for other in others]


def gather(ledger: Ledger) -> Gathered:
    """Put the documents of a ledger that are in no story yet into stories; say of their records what was said before."""
    done, more = Gathered(), True
    while more:
        with ledger.store.writing() as connection:
            fresh = _waiting(connection)
            found = _portion(connection, Shelves(connection, ledger.store.dialect), fresh)
            done = Gathered(done.articles + found.articles, done.joined + found.joined, done.repeats + found.repeats)
        more = len(fresh) == PORTION
    return done


def _portion(connection: Connection, shelves: Shelves, fresh: Sequence[tuple[int, int, bool]]) -> Gathered:
    """Put some documents into stories, then tie the records of these stories."""
    places = [shelves.add(number) for number, _, new in fresh if new]
    touched: dict[int, list[int]] = {}
    for number, reading, _ in fresh:
        touched.setdefault(shelves.story_of(number), []).append(number)
        connection.execute(update(stories).where(stories.c.document_id == number).values(reading_id=reading))
    said = sum(repeat(connection, story, numbers) for story, numbers in touched.items())
    return Gathered(len(places), sum(p.to is not None for p in places), said)


def _waiting(connection: Connection) -> list[tuple[int, int, bool]]:
    """Documents in no story, or read anew since: (number, reading, is it in no story)."""
    asked = select(documents.c.id, readings.c.id.label("reading"), stories.c.story_id).join(readings, readings.c.document_id == documents.c.id)
    asked = asked.outerjoin(stories, stories.c.document_id == documents.c.id).where(readings.c.current)
    stale = or_(stories.c.story_id.is_(None), stories.c.reading_id.is_(None), stories.c.reading_id != readings.c.id)
    return [(row.id, row.reading, row.story_id is None) for row in connection.execute(asked.where(stale).order_by(documents.c.id).limit(PORTION))]
