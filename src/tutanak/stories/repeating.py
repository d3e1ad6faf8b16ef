"""Records of one story that say the same: the first counts, the others are its sources.

What a spun copy says again is told by its place: the words of the original that its words were put in for. So a record counts once also
where the swap fell on what it is known by: "hükümetin medya ofisi" speaks as "yönetimin medya ofisi", 46 "örgüt" are 46 "organizasyon".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from tutanak.ledger.measures import stems
from tutanak.ledger.tables import records, repeats, stories
from tutanak.ledger.telling import PORTION, Standing, Told, tell
from tutanak.spans import Span
from tutanak.stories.aligning import Aligned
from tutanak.stories.prints import Print
from tutanak.stories.relations import ORIGINAL, SPUN_COPY

MANY: Final = 30
"""Articles of a story beyond which only the new one's records are tied."""
ALIKE: Final = 0.4
"""5-grams that two tellings of the same words share at least, spun ones too."""
PLACE: Final = 0.5
"""How far the place of a copy's record and that of the original's are one: the length that they share, of that which they have together."""


def repeat(connection: Connection, story: int, fresh: Collection[int]) -> int:
    """Tie records of a story that say the same, those of spun copies to those of originals; returns how many were tied.

    fresh: its new documents. A story of very many articles is not gone through again for them: only their records are tied.
    """
    rows = connection.execute(select(stories.c.document_id, stories.c.relation, stories.c.to_id).where(stories.c.story_id == story)).all()
    if len(rows) < 2:
        return 0
    whole = len(rows) <= MANY
    told = _shown(connection, [row.document_id for row in rows])
    spun_of = {row.to_id: row.document_id for row in rows if row.relation == ORIGINAL}
    spun_of |= {row.document_id: row.to_id for row in rows if row.relation == SPUN_COPY}
    later = sorted({t.document for t in told} if whole else fresh, key=lambda d: (d in spun_of, d))
    _untie(connection, [t.number for t in told if t.document in later])
    firsts = _free(connection, [t for t in told if t.document not in later])
    return _tie(connection, firsts, [[t for t in told if t.document == d] for d in later], spun_of)


def _tie(connection: Connection, firsts: list[Told], articles: Sequence[Sequence[Told]], spun_of: Mapping[int, int]) -> int:
    tied = 0
    for own in articles:
        found = pairs(firsts, own, spun_of)
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


def pairs(firsts: Sequence[Told], later: Sequence[Told], spun_of: Mapping[int, int]) -> list[tuple[Told, Told]]:
    """Each later record beside the first that says the same; of one article no two stand for one."""
    found = list(_in_place(firsts, later, spun_of))
    taken, spoken = {first.number for first, _ in found}, {again.number for _, again in found}
    for told in later:
        first = next((f for f in firsts if f.number not in taken and same(f, told)), None) if told.number not in spoken else None
        if first is not None:
            taken.add(first.number)
            found.append((first, told))
    return found


def _in_place(firsts: Sequence[Told], copies: Sequence[Told], spun_of: Mapping[int, int]) -> Iterator[tuple[Told, Told]]:
    """Records of a spun copy beside those of its original that stand in the same place."""
    there = [f for f in firsts if copies and f.document == spun_of.get(copies[0].document)]
    if not there:
        return
    aligned = Aligned(there[0].minutes["doc"]["text"], copies[0].minutes["doc"]["text"])
    taken: set[int] = set()
    for told in copies:
        first = next((f for f in there if f.number not in taken and in_place(f, told, aligned)), None)
        if first is not None:
            taken.add(first.number)
            yield first, told


def same(one: Told, other: Told) -> bool:
    """Do two records of one story say the same?"""
    return one.kind == other.kind and SAME[one.kind](one, other)


def in_place(first: Told, copied: Told, aligned: Aligned) -> bool:
    """Does a record of a spun copy say in the same place what one of its original says, but for what a swap may change?"""
    if first.kind != copied.kind or _place(first).likeness(aligned.original(_place(copied))) < PLACE:
        return False
    kept, roles = LEFT[first.kind]
    return all(first.body[n] == copied.body[n] for n in kept) and all(_same_who(first, copied, role, aligned) for role in roles)


LEFT: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "figures": (("value", "value_to"), ()), "statements": (("mode",), ("speaker",)), "meetings": ((), ("participants",)),
    "undertakings": (("kind",), ()), "acts": (("type", "layer"), ("source", "target")), "positions": (("force",), ("holder",)),
}  # fmt: skip
"""By kind: the fields and the roles that no swap of words changes."""


def _place(told: Told) -> Span:
    """Where a record stands: its own words, or those that are its evidence."""
    at = told.body if "start" in told.body else told.body["evidence"]
    return Span(at["start"], at["end"])


def _same_who(first: Told, copied: Told, role: str, aligned: Aligned) -> bool:
    """The same who, nobody named on one side, or words for the same words: no swap makes a person or a state another."""
    if _one_name(first, copied, role):
        return True
    if any(map(_firm, first.roles[role])) and any(map(_firm, copied.roles[role])):
        return False
    there = _named(first, role)
    return any(span.meets(aligned.original(other)) for span in there for other in _named(copied, role))


def _firm(who: Standing) -> bool:
    """A person, or a state: not a body or somebody without a name, who may be called by other words."""
    return who.state == who.name or (who.actor is not None and not who.actor.endswith("|body"))


def _named(told: Told, role: str) -> list[Span]:
    """The words that name who stands in a role."""
    return [Span(*s) for s in ((span["start"], span["end"]) for span in told.body["proof"].get(role, {}).get("spans", ()))]


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
