"""What a ledger tells of stories: their articles, what was made of the text in each, records said again, figures that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from tutanak.errors import NotFound
from tutanak.ledger.glances import document
from tutanak.ledger.measures import Measure, side_by_side
from tutanak.ledger.tables import documents, readings, records, repeats, sources, stories
from tutanak.ledger.telling import Cited, Told, cite, tell
from tutanak.stories.drifting import Drift, drifts
from tutanak.stories.relations import ORIGINAL, SPUN_COPY
from tutanak.stories.wording import Wording, put_in

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story. relation: to the article `to` (its sha256), None where the story begins with it; spin: by its own words."""

    source: Cited
    relation: str | None
    to: str | None
    certainty: float
    spin: float

    def to_dict(self) -> Row:
        told = {"relation": self.relation, "to": self.to, "certainty": round(self.certainty, 3), "spin": round(self.spin, 3)}
        return {**told, "source": self.source.to_dict()}


@dataclass(frozen=True, slots=True)
class Story:
    """One text with all that was made of it, its articles in the order of their days.

    records: those said first, each with those that say it again; swaps: by the sha256 of a spun copy, what was put in
    for what; measures: figures that cannot all be true; background: articles that only share paragraphs; drifts: headings
    that quote what the body of the same article says in other words.
    """

    number: int
    members: tuple[Member, ...]
    records: tuple[tuple[Told, tuple[Told, ...]], ...] = ()
    swaps: dict[str, list[Wording]] = field(default_factory=dict)
    measures: tuple[Measure, ...] = ()
    background: tuple[Cited, ...] = ()
    drifts: tuple[Drift, ...] = ()

    @property
    def title(self) -> str:
        return next((m.source.title for m in self.members if m.source.title), self.members[0].source.sha256[:12])

    def to_dict(self) -> Row:
        return {
            "story": self.members[0].source.sha256, "title": self.title, "articles": [m.to_dict() for m in self.members],
            "records": [{**first.to_dict(), "said_again": [a.source.sha256 for a in again]} for first, again in self.records],
            "swaps": {sha: [s.to_dict() for s in swaps] for sha, swaps in self.swaps.items()},
            "disagreements": [m.to_dict() for m in self.measures], "background": [c.to_dict() for c in self.background],
            "drifts": [d.to_dict() for d in self.drifts],
        }  # fmt: skip


def listed(connection: Connection, *, least: int = 2, since: str = "", relation: str = "", limit: int = 50, offset: int = 0) -> list[Story]:
    """Stories of at least so many articles, those with most first; relation: only those with such an article among them."""
    count = func.count(stories.c.document_id.distinct())
    asked = select(stories.c.story_id, count).group_by(stories.c.story_id).having(count >= least)
    if since:
        dated = select(sources.c.document_id).where(sources.c.published >= since)
        asked = asked.where(stories.c.story_id.in_(select(stories.c.story_id).where(stories.c.document_id.in_(dated))))
    if relation:
        wanted = (relation, ORIGINAL) if relation == SPUN_COPY else (relation,)
        asked = asked.where(stories.c.story_id.in_(select(stories.c.story_id).where(stories.c.relation.in_(wanted))))
    numbers = [row[0] for row in connection.execute(asked.order_by(count.desc(), stories.c.story_id.desc()).limit(limit).offset(offset))]
    return [Story(number, members(connection, number)) for number in numbers]


def members(connection: Connection, story: int) -> tuple[Member, ...]:
    """The articles of a story, the earliest first."""
    asked = select(stories.c.document_id, stories.c.relation, stories.c.to_id, stories.c.certainty, readings.c.spin)
    asked = asked.join(readings, readings.c.document_id == stories.c.document_id).where(stories.c.story_id == story, readings.c.current)
    rows = connection.execute(asked).all()
    cited = cite(connection, {row.document_id for row in rows} | {row.to_id for row in rows if row.to_id})
    found = [
        (row.document_id, Member(cited[row.document_id], row.relation, cited[row.to_id].sha256 if row.to_id else None, row.certainty, row.spin))
        for row in rows
    ]  # fmt: skip
    return tuple(m for _, m in sorted(found, key=lambda pair: (pair[1].source.published or "9", pair[0])))


def story(connection: Connection, beginning: str) -> Story:
    """The story of the article whose sha256 begins so, in full."""
    found = document(connection, beginning)
    number = connection.execute(select(stories.c.story_id).where(stories.c.document_id == found)).scalar()
    if number is None:
        raise NotFound(f"{beginning}: in no story yet; `tutanak stories` puts articles into stories")
    shown = select(records.c.id).where(records.c.document_id.in_(select(stories.c.document_id).where(stories.c.story_id == number)))
    told = tell(connection, list(connection.execute(shown.where(records.c.status == "shown").order_by(records.c.id)).scalars()))
    figures = side_by_side([t for t in told if t.kind == "figures"])
    return Story(
        number, members(connection, number), _said(connection, told), _swaps(connection, number),
        tuple(m for m in figures if m.disagreements), _background(connection, number), tuple(_drifts(told)),
    )  # fmt: skip


def _said(connection: Connection, told: Sequence[Told]) -> tuple[tuple[Told, tuple[Told, ...]], ...]:
    """Each record that is first, with those that say it again."""
    asked = select(repeats.c.record_id, repeats.c.first_id).where(repeats.c.record_id.in_([t.number for t in told]))
    first_of = {row.record_id: row.first_id for row in connection.execute(asked)}
    shown = {t.number for t in told}
    again: dict[int, list[Told]] = defaultdict(list)
    for t in told:
        if first_of.get(t.number) in shown:
            again[first_of[t.number]].append(t)
    return tuple((t, tuple(again[t.number])) for t in told if first_of.get(t.number) not in shown)


def _drifts(told: Sequence[Told]) -> Iterator[Drift]:
    """The headings that drift, article by article."""
    statements: dict[int, list[Told]] = defaultdict(list)
    for t in told:
        if t.kind == "statements":
            statements[t.document].append(t)
    for own in statements.values():
        yield from drifts(own[0].source.title, own)


def _swaps(connection: Connection, story: int) -> dict[str, list[Wording]]:
    """What was put in for what in each spun copy of a story, by its sha256."""
    asked = select(stories.c.document_id, stories.c.to_id, stories.c.relation).where(
        stories.c.story_id == story, stories.c.relation.in_((SPUN_COPY, ORIGINAL))
    )
    found: dict[str, list[Wording]] = {}
    for row in connection.execute(asked).all():
        copy, original = (row.document_id, row.to_id) if row.relation == SPUN_COPY else (row.to_id, row.document_id)
        texts = {r.id: r for r in connection.execute(select(documents).where(documents.c.id.in_((copy, original))))}
        found[texts[copy].sha256] = list(put_in(texts[original].text, texts[copy].text))
    return found


def _background(connection: Connection, story: int) -> tuple[Cited, ...]:
    """Articles of other stories that share paragraphs with one of this."""
    rows = connection.execute(select(stories.c.background).where(stories.c.story_id == story)).scalars()
    numbers = {number for row in rows for number in row}
    return tuple(cited for _, cited in sorted(cite(connection, numbers).items()))
