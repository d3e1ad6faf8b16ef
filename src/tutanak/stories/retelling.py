"""What one speaker said on one day, as several articles put it: quotations of a ledger that were translated differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from sqlalchemy import ColumnElement, Connection, select

from tutanak.ledger.tables import actors, forms, records, roles
from tutanak.ledger.telling import Told
from tutanak.stories.translating import DAYS, Counting, alike, counting, translated

NEWEST: Final = 2000
"""Statements among which retellings are looked for where no one quotation is asked for."""


@dataclass(frozen=True, slots=True)
class Said:
    """A direct statement, as far as a comparison needs it."""

    number: int
    document: int
    actor: str
    day: date
    words: str
    counting: Sequence[Counting]


def of(connection: Connection, told: Told) -> list[int]:
    """The statements of other articles that put this one in other words."""
    speakers, day = [s.actor for s in told.roles.get("speaker", ()) if s.actor], _whole(told.day)
    if told.body.get("mode") != "direct" or not speakers or day is None:
        return []
    span = timedelta(DAYS)
    said = _said(connection, actors.c.key.in_(speakers), records.c.day.between((day - span).isoformat(), (day + span).isoformat()))
    return sorted({b.number for pair in retold(said) for a, b in (pair, pair[::-1]) if a.number == told.number})


def newest(connection: Connection, limit: int) -> list[list[int]]:
    """Statements that are retellings of each other, the newest groups first."""
    groups: dict[int, frozenset[int]] = {}
    for one, other in retold(_said(connection)):
        both = groups.get(one.number, frozenset({one.number})) | groups.get(other.number, frozenset({other.number}))
        groups |= dict.fromkeys(both, both)
    return [sorted(group) for group in sorted(set(groups.values()), key=max, reverse=True)][:limit]


def retold(said: Iterable[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs of different articles that are one quotation in other words: each is what the other's article has nearest to it."""
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for one in sorted(said, key=lambda s: (s.day, s.number)):
        by_speaker[one.actor].append(one)
    for own in by_speaker.values():
        scored = ((translated(one.counting, other.counting), one, other) for one, other in _about_one_day(own))
        yield from _nearest(sorted((row for row in scored if row[0]), key=lambda row: (-row[0], row[1].number, row[2].number)))


def _about_one_day(own: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs of different articles whose days are near; `own` stands in the order of days."""
    for n, one in enumerate(own, 1):
        for other in islice(own, n, None):
            if (other.day - one.day).days > DAYS:
                break
            if other.document != one.document:
                yield one, other


def _nearest(scored: Iterable[tuple[float, Said, Said]]) -> Iterator[tuple[Said, Said]]:
    """Of the best pairs first, those whose statements have no better one in each other's article, and are not the same words."""
    taken: set[tuple[int, int]] = set()
    for _, one, other in scored:
        places = {(one.number, other.document), (other.number, one.document)}
        if taken.isdisjoint(places):
            taken |= places
            if not alike(one.words, other.words):
                yield one, other


def _said(connection: Connection, *within: ColumnElement[bool]) -> Iterator[Said]:
    """The direct statements that are shown, the newest of very many."""
    asked = select(records.c.id, records.c.document_id, actors.c.key, records.c.day, records.c.words, records.c.body)
    asked = asked.join(roles, roles.c.record_id == records.c.id).join(forms, forms.c.id == roles.c.form_id)
    asked = asked.join(actors, actors.c.id == forms.c.actor_id).where(roles.c.role == "speaker", *within)
    asked = asked.where(records.c.kind == "statements", records.c.status == "shown").order_by(records.c.day.desc(), records.c.id)
    for row in connection.execute(asked.limit(NEWEST)):
        if (day := _whole(row.day)) and row.body["mode"] == "direct" and not row.body["heading"]:
            yield Said(row.id, row.document_id, row.key, day, row.words, counting(row.words))


def _whole(day: str) -> date | None:
    """A day; None where a record has none, or only a month."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
