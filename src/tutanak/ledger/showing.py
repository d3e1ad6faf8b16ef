"""One record in full: its words in their context, each claim with its proof and rule, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, or_, select

from tutanak.errors import NotFound, Unclear
from tutanak.ledger.tables import begins, readings, records, reviews
from tutanak.ledger.telling import Told, tell
from tutanak.spans import Span

Row = dict[str, Any]

CONTEXT = 240
"""Characters shown around a record."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided, and when."""

    id: int
    verdict: str
    reviewer: str
    why: str
    at: str
    change: Row | None
    target: str = ""

    def to_dict(self) -> Row:
        return {name: getattr(self, name) for name in ("id", "target", "verdict", "reviewer", "why", "at", "change")}


@dataclass(frozen=True, slots=True)
class Claim:
    """One field of a record with the words that prove it."""

    field: str
    value: str
    how: str
    rule: str
    words: tuple[str, ...]

    def to_dict(self) -> Row:
        return {"field": self.field, "value": self.value, "how": self.how, "rule": self.rule, "words": list(self.words)}


@dataclass(frozen=True, slots=True)
class Shown:
    """A record with its surroundings. readings: (engine, pack, day) of those that found it; kin: what it replaces or what replaces it."""

    told: Told
    context: Span
    claims: tuple[Claim, ...]
    readings: tuple[tuple[str, str, str], ...]
    reviews: tuple[Review, ...]
    kin: tuple[Told, ...]

    @property
    def text(self) -> str:
        return str(self.told.minutes["doc"]["text"])

    @property
    def span(self) -> Span:
        """Where the record stands."""
        own = self.told.body if "start" in self.told.body else self.told.body["evidence"]
        return Span(own["start"], own["end"]) if own else Span(0, 0)

    def to_dict(self) -> Row:
        return {
            **self.told.to_dict(), "span": self.span.to_dict(), "context": self.context.of(self.text), "claims": [c.to_dict() for c in self.claims],
            "readings": [{"engine": e, "pack": p, "at": at} for e, p, at in self.readings], "reviews": [r.to_dict() for r in self.reviews],
            "kin": [k.to_dict() for k in self.kin], "body": self.told.body,
        }  # fmt: skip


def find(connection: Connection, beginning: str) -> int:
    """The number of the record whose id begins so, in its newest reading. Raises NotFound where none does, Unclear where several do."""
    told = beginning.strip().lower()
    asked = select(records.c.hash, records.c.id).where(begins(records.c.hash, told)).order_by(records.c.hash, records.c.id.desc()).limit(50)
    found: dict[str, int] = {}
    for hash, ident in connection.execute(asked):
        found.setdefault(hash, ident)
    if not found:
        raise NotFound(f"no record's id begins with {beginning!r}; ids stand at the end of each line of `tutanak pair` and `tutanak search`")
    if len(found) > 1 and told not in found:
        raise Unclear(f"{len(found)} records' ids begin with {beginning!r}: {', '.join(sorted(found)[:4])}; give more of it")
    return found.get(told) or next(iter(found.values()))


def show(connection: Connection, beginning: str) -> Shown:
    """The record whose id begins so."""
    number = find(connection, beginning)
    told = tell(connection, [number])[0]
    text = told.minutes["doc"]["text"]
    own = told.body if "start" in told.body else told.body["evidence"] or {"start": 0, "end": 0}
    context = Span(max(own["start"] - CONTEXT, 0), min(own["end"] + CONTEXT, len(text)))
    found = select(readings.c.engine, readings.c.pack, readings.c.added).join(records, records.c.reading_id == readings.c.id)
    asked = found.where(records.c.hash == told.id).order_by(readings.c.id)
    seen = tuple((row.engine, row.pack, row.added) for row in connection.execute(asked))
    near = or_(records.c.replaces == told.id, records.c.hash == (told.replaces or ""))  # a correction stands in the article of what it corrects
    kin = select(records.c.id).where(records.c.document_id == told.document, near, records.c.id != number)
    others = tell(connection, list(connection.execute(kin.order_by(records.c.id)).scalars()))
    return Shown(told, context, tuple(claims(told)), seen, tuple(decided(connection, told.id)), tuple(others))


def decided(connection: Connection, target: str) -> list[Review]:
    """What was decided on a record or an actor, oldest first."""
    asked = select(reviews).where(reviews.c.target == target).order_by(reviews.c.id)
    return [Review(r.id, r.verdict, r.reviewer, r.why, r.at, r.change, r.target) for r in connection.execute(asked)]


def latest(connection: Connection, limit: int) -> list[Review]:
    """What was decided last, the newest first."""
    asked = select(reviews).order_by(reviews.c.id.desc()).limit(limit)
    return [Review(r.id, r.verdict, r.reviewer, r.why, r.at, r.change, r.target) for r in connection.execute(asked)]


def claims(told: Told) -> list[Claim]:
    """Each filled field that has a proof."""
    text = told.minutes["doc"]["text"]
    found = []
    for field, proof in told.body.get("proof", {}).items():
        words = tuple(" ".join(text[s["start"] : s["end"]].split()) for s in proof["spans"])
        found.append(Claim(field, _value(told, field, text), proof["how"], proof["rule"], words))
    return found


def _value(told: Told, field: str, text: str) -> str:
    """What a field holds, as words."""
    if names := told.names(field):
        return ", ".join(names)
    value = told.body.get(field)
    if isinstance(value, dict):
        return " ".join(text[value["start"] : value["end"]].split()) if "start" in value else str(value.get("text"))
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
