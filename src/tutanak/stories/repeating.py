"""Records of one story that say the same: the first counts, the others are its sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from tutanak.ledger.measures import stems
from tutanak.ledger.tables import records, repeats, stories
from tutanak.ledger.telling import PORTION, Told, tell
from tutanak.stories.prints import Print
from tutanak.stories.relations import SPUN_COPY

MANY: Final = 30
"""Articles of a story beyond which only the new one's records are tied."""
ALIKE: Final = 0.4
"""5-grams that two tellings of the same words share at least, spun ones too."""


def repeat(connection: Connection, story: int, fresh: Collection[int]) -> int:
    """Tie records of a story that say the same, those of spun copies to those of originals; returns how many were tied.

    fresh: its new documents. A story of very many articles is not gone through again for them: only their records are tied.
    """
    rows = connection.execute(select(stories.c.document_id, stories.c.relation).where(stories.c.story_id == story)).all()
    if len(rows) < 2:
        return 0
    whole = len(rows) <= MANY
    told = _shown(connection, [row.document_id for row in rows])
    spun = {row.document_id for row in rows if row.relation == SPUN_COPY}
    later = sorted({t.document for t in told} if whole else fresh, key=lambda d: (d in spun, d))
    _untie(connection, [t.number for t in told if t.document in later])
    firsts = _free(connection, [t for t in told if t.document not in later])
    return _tie(connection, firsts, [[t for t in told if t.document == d] for d in later])


def _tie(connection: Connection, firsts: list[Told], articles: Sequence[Sequence[Told]]) -> int:
    tied = 0
    for own in articles:
        found = pairs(firsts, own)
        if found:
            connection.execute(insert(repeats), [{"record_id": again.number, "first_id": first.number} for first, again in found])
        spoken = {again.number for _, again in found}
        firsts += [told for told in own if told.number not in spoken]
        tied += len(found)
    return tied


def _untie(connection: Connection, numbers: Sequence[int]) -> None:
    for start in range(0, len(numbers), PORTION):
        connection.execute(delete(repeats).where(repeats.c.record_id.in_(numbers[start : start + PORTION])))


def _shown(connection: Connection, of: Sequence[int]) -> list[Told]:
    asked = select(records.c.id).where(records.c.document_id.in_(of), records.c.status == "shown").order_by(records.c.id)
    return tell(connection, list(connection.execute(asked).scalars()))


def _free(connection: Connection, told: Sequence[Told]) -> list[Told]:
    """Records that say nothing again."""
    again = set(connection.execute(select(repeats.c.record_id).where(repeats.c.record_id.in_([t.number for t in told]))).scalars())
    return [t for t in told if t.number not in again]


def pairs(firsts: Sequence[Told], later: Sequence[Told]) -> list[tuple[Told, Told]]:
    """Each later record beside the first that says the same; of one article no two stand for one."""
    found: list[tuple[Told, Told]] = []
    taken: set[int] = set()
    for told in later:
        first = next((f for f in firsts if f.number not in taken and same(f, told)), None)
        if first is not None:
            taken.add(first.number)
            found.append((first, told))
    return found


def same(one: Told, other: Told) -> bool:
    """Do two records of one story say the same?"""
    return one.kind == other.kind and SAME[one.kind](one, other)


def _figures(one: Told, other: Told) -> bool:
    names = ("value", "value_to", "unit", "bound", "role")
    mine, theirs = stems(one.said("measure") or ""), stems(other.said("measure") or "")
    return all(one.body[n] == other.body[n] for n in names) and (not mine or not theirs or bool(mine & theirs) or _alike(one, other))


def _statements(one: Told, other: Told) -> bool:
    return one.body["mode"] == other.body["mode"] and _one_name(one, other, "speaker") and _alike(one, other)


def _meetings(one: Told, other: Told) -> bool:
    return one.body["kind"] == other.body["kind"] and _who(one, "participants") == _who(other, "participants")


def _undertakings(one: Told, other: Told) -> bool:
    mine, theirs = stems(one.words), stems(other.words)
    return one.body["kind"] == other.body["kind"] and one.body["status"] == other.body["status"] and (mine <= theirs or theirs <= mine)


def _acts(one: Told, other: Told) -> bool:
    return all(one.body[n] == other.body[n] for n in ("type", "layer")) and all(_who(one, r) == _who(other, r) for r in ("source", "target"))


def _positions(one: Told, other: Told) -> bool:
    return one.body["force"] == other.body["force"] and _one_name(one, other, "holder") and _alike(one, other)


SAME: Final[dict[str, Callable[[Told, Told], bool]]] = {
    "figures": _figures, "statements": _statements, "meetings": _meetings, "undertakings": _undertakings, "acts": _acts, "positions": _positions,
}  # fmt: skip


def _who(told: Told, role: str) -> frozenset[str]:
    return frozenset(s.actor or s.state or s.name for s in told.roles.get(role, ()))


def _one_name(one: Told, other: Told, role: str) -> bool:
    """The same who, or nobody named on one side."""
    mine, theirs = _who(one, role), _who(other, role)
    return not mine or not theirs or bool(mine & theirs)


def _alike(one: Told, other: Told) -> bool:
    mine, theirs = Print(one.words).grams, Print(other.words).grams
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs))
