"""Decisions of people, kept one after the other: of several on one thing the last stands."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, func, insert, select

from tutanak.errors import Unclear
from tutanak.ledger.model import now
from tutanak.ledger.tables import reviews

Row = dict[str, Any]

VERDICTS = ("accept", "reject", "correct", "comment", "add", "merge", "split", "unmerge", "unsplit", "undo")


def decide(connection: Connection, target: str, verdict: str, reviewer: str, why: str = "", change: Row | None = None) -> int:
    """Keep a decision on a record or an actor; what it changes is settled by the caller. Returns its number."""
    if verdict not in VERDICTS:
        raise Unclear(f"no verdict {verdict!r}; known: {', '.join(VERDICTS)}")
    last = connection.execute(select(func.max(reviews.c.id)).where(reviews.c.target == target, reviews.c.verdict != "comment")).scalar()
    ident = (connection.execute(select(func.max(reviews.c.id))).scalar() or 0) + 1
    row = {"id": ident, "target": target, "verdict": verdict, "reviewer": reviewer, "why": why, "at": now(), "change": change}
    connection.execute(insert(reviews).values(**row, supersedes=last if verdict != "comment" else None))
    return ident
