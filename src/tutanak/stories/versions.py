"""The texts that stood under one address, and what each of them changed: records withdrawn, added and changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tutanak.errors import NotFound
from tutanak.ledger.measures import stems
from tutanak.ledger.tables import readings, records, sources
from tutanak.ledger.telling import Cited, Told, cite, tell
from tutanak.reading import DEFAULT_CONFIDENCE
from tutanak.stories.prints import Print
from tutanak.stories.repeating import same

Row = dict[str, Any]
CHANGED = 0.4
"""5-grams that a record and what became of it share at least."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text of an address, and what it changed against the one before. kept: how many records say what they said."""

    source: Cited
    fetched: str | None
    kept: int
    withdrawn: tuple[Told, ...]
    added: tuple[Told, ...]
    changed: tuple[tuple[Told, Told], ...]

    def to_dict(self) -> Row:
        return {
            "source": self.source.to_dict(), "fetched": self.fetched, "kept": self.kept, "withdrawn": [t.to_dict() for t in self.withdrawn],
            "added": [t.to_dict() for t in self.added], "changed": [[a.to_dict(), b.to_dict()] for a, b in self.changed],
        }  # fmt: skip


def stood(connection: Connection, url: str) -> Sequence[Any]:
    """The documents that stood at an address, with when each was fetched and entered, the first one first."""
    asked = select(sources.c.document_id, sources.c.fetched, sources.c.added).where(sources.c.url == url)
    return connection.execute(asked.order_by(sources.c.id)).all()


def versions(connection: Connection, url: str) -> list[Version]:
    """All texts of an address, the first one first. Raises LedgerError where there is none."""
    rows = stood(connection, url)
    if not rows:
        raise NotFound(f"no article of this ledger stood at {url}")
    cited, before, found = cite(connection, {row.document_id for row in rows}), list[Told](), list[Version]()
    for n, row in enumerate(rows):
        now = _read(connection, row.document_id)
        found.append(_version(cited[row.document_id], row.fetched or row.added, before if n else now, now))
        before = now
    return found


def _read(connection: Connection, document: int) -> list[Told]:
    """What a careful reader finds in a text, whether it still stands or not."""
    asked = select(records.c.id).join(readings, readings.c.id == records.c.reading_id)
    asked = asked.where(records.c.document_id == document, readings.c.current, records.c.made_by == "read")
    return tell(connection, list(connection.execute(asked.where(records.c.confidence >= DEFAULT_CONFIDENCE).order_by(records.c.id)).scalars()))


def _version(source: Cited, fetched: str | None, before: Sequence[Told], now: Sequence[Told]) -> Version:
    gone, new = list(before), list[Told]()
    for told in now:
        was = next((g for g in gone if same(g, told) and _words(g) == _words(told)), None)
        if was is None:
            new.append(told)
        else:
            gone.remove(was)
    changed = list(_changed(gone, new))
    gone = [g for g in gone if all(g is not was for was, _ in changed)]
    added = [t for t in new if all(t is not is_now for _, is_now in changed)]
    return Version(source, fetched, len(now) - len(new), tuple(gone), tuple(added), tuple(changed))


def _changed(gone: Sequence[Told], new: Sequence[Told]) -> list[tuple[Told, Told]]:
    """What was withdrawn beside what stands for it now."""
    found: list[tuple[Told, Told]] = []
    left = list(new)
    for was in gone:
        likely = [(likeness, -n) for n, t in enumerate(left) if (likeness := _likeness(was, t)) >= CHANGED]
        if likely:
            found.append((was, left.pop(-max(likely)[1])))
    return found


def _likeness(one: Told, other: Told) -> float:
    if one.kind != other.kind:
        return 0.0
    if one.kind == "figures" and stems(one.said("measure") or "") & stems(other.said("measure") or "") and one.body["unit"] == other.body["unit"]:
        return 1.0
    mine, theirs = Print(one.words).grams, Print(other.words).grams
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _words(told: Told) -> list[str]:
    return Print(told.words).words if told.kind in ("statements", "figures") else []
