"""One quotation over outlets: its wordings aligned, the earliest and the most complete told, differences word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, select

from tutanak.errors import LedgerError, NotFound
from tutanak.ledger.dialects import Dialect
from tutanak.ledger.search import Within, numbers
from tutanak.ledger.showing import find
from tutanak.ledger.tables import records, repeats, stories
from tutanak.ledger.telling import Told, tell
from tutanak.stories import retelling
from tutanak.stories.prints import Print
from tutanak.stories.swapped import SPUN, swapped
from tutanak.stories.translating import alike, foreign
from tutanak.stories.wording import Wording, differences

Row = dict[str, Any]

TELLING: Final = 5
"""Words by which other articles are searched for: the longest."""
MOST: Final = 50
SPUN_TEXT: Final = 0.5
"""From which score on an article counts as spun by its own words."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording. how: first, same, dropped, extended, changed, spun, or translated (the same words of a speaker of another language
    put into Turkish otherwise), against the earliest; differences: word by word."""  # fmt: skip

    told: Told
    how: str
    differences: tuple[Wording, ...]

    def to_dict(self) -> Row:
        return {"how": self.how, "differences": [d.to_dict() for d in self.differences], **self.told.to_dict()}


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in all its wordings, the earliest first; fullest: the id of the most complete."""

    variants: tuple[Variant, ...]
    fullest: str

    def to_dict(self) -> Row:
        return {"earliest": self.variants[0].told.id, "fullest": self.fullest, "variants": [v.to_dict() for v in self.variants]}


def variants(connection: Connection, dialect: Dialect, beginning: str) -> Quotation:
    """All wordings of the quotation whose id begins so."""
    told = tell(connection, [find(connection, beginning)])[0]
    if told.kind != "statements":
        raise NotFound(f"{beginning}: one of {told.kind}, not a statement")
    return aligned([told, *_others(connection, dialect, told)])


def several(connection: Connection, limit: int = 50) -> list[Quotation]:
    """Quotations that several articles have, the newest first, those whose wordings differ before the others."""
    asked = select(repeats.c.first_id, repeats.c.record_id).join(records, records.c.id == repeats.c.first_id)
    asked = asked.where(records.c.kind == "statements", records.c.status == "shown").order_by(records.c.day.desc(), records.c.id)
    groups: dict[int, list[int]] = {}
    for row in connection.execute(asked):
        groups.setdefault(row.first_id, [row.first_id]).append(row.record_id)
    chosen = [*list(groups.values())[:limit], *retelling.newest(connection, limit)]
    found = [aligned(tell(connection, group)) for group in chosen]
    return sorted(found, key=lambda q: all(v.how in ("first", "same") for v in q.variants))[:limit]


def aligned(tellings: Sequence[Told]) -> Quotation:
    """Tellings of one quotation in the order of their days, spun ones last within a day, each against the earliest."""
    ordered = sorted(tellings, key=lambda t: (t.day or "9", t.minutes.get("spin", 0.0) >= SPUN_TEXT, t.number))
    first = ordered[0]
    found = [Variant(first, "first", ()), *(_variant(first, t) for t in ordered[1:])]
    return Quotation(tuple(found), max(ordered, key=lambda t: (len(Print(t.words).words), -t.number)).id)


def _variant(first: Told, told: Told) -> Variant:
    found = tuple(differences(first.words, told.words))
    if not alike(first.words, told.words):
        return Variant(told, "translated" if foreign([s.state for s in told.roles.get("speaker", ())]) else "changed", found)
    kinds = {d.kind for d in found}
    how = {frozenset(): "same", frozenset({"dropped"}): "dropped", frozenset({"added"}): "extended"}.get(frozenset(kinds), "changed")
    spun = swapped(Print(first.words).words, Print(told.words).words) >= SPUN and told.minutes.get("spin", 0.0) >= SPUN_TEXT
    return Variant(told, "spun" if spun else how, found)


def _others(connection: Connection, dialect: Dialect, told: Told) -> list[Told]:
    """Statements with the same words, in the articles of its story and where its longest words stand; and those that put them otherwise."""
    near = _story(connection, told.document) | _searched(connection, dialect, told.words)
    same = [number for number, words in _statements(connection, near) if number != told.number and alike(told.words, words)]
    known = {told.number, *same}
    return tell(connection, [*same, *(n for n in retelling.of(connection, told) if n not in known)])


def _statements(connection: Connection, near: set[int]) -> list[tuple[int, str]]:
    """The shown statements of these articles with their words. The kind is looked at here: asked for it, SQLite reads all that there are."""
    asked = select(records.c.id, records.c.kind, records.c.words).where(records.c.document_id.in_(near), records.c.status == "shown")
    return sorted((row.id, " ".join(row.words.split())) for row in connection.execute(asked) if row.kind == "statements")


def _story(connection: Connection, document: int) -> set[int]:
    story = select(stories.c.story_id).where(stories.c.document_id == document).scalar_subquery()
    return {document, *connection.execute(select(stories.c.document_id).where(stories.c.story_id == story)).scalars()}


def _searched(connection: Connection, dialect: Dialect, words: str) -> set[int]:
    longest = sorted({w for w in Print(words).words if len(w) > 4}, key=lambda w: (-len(w), w))[:TELLING]
    if not longest:
        return set()
    try:
        return set(numbers(connection, dialect, " ".join(longest), Within(), MOST))
    except LedgerError:
        return set()
