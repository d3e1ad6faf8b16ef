"""What a record counts as, after all that was read and decided: one rule, applied wherever something changed.

shown      stands in answers            doubtful   below the default confidence, and nobody has judged it
rejected   a reviewer says it is wrong  replaced   a correction stands for it
withdrawn  not in the current reading of a text that still stands where it stood
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from tutanak.ledger.tables import readings, records, reviews, roles, sources, ties
from tutanak.ledger.tallying import count, tied_by
from tutanak.reading import DEFAULT_CONFIDENCE

BY_VERDICT = {"reject": "rejected", "correct": "replaced", "accept": "shown"}
PORTION = 500


def first_status(made_by: str, confidence: float) -> str:
    """What a record counts as that nobody has judged."""
    return "shown" if made_by != "read" or confidence >= DEFAULT_CONFIDENCE else "doubtful"


def settle(connection: Connection, documents: Sequence[int]) -> int:
    """Bring the records of these documents, their roles and ties, to what they count as now; returns how many changed."""
    changed = 0
    for start in range(0, len(documents), PORTION):
        changed += _settle(connection, documents[start : start + PORTION])
    return changed


def _settle(connection: Connection, documents: Sequence[int]) -> int:
    new = [{"record": ident, "now": status} for ident, before, status in statuses(connection, documents) if before != status]
    if new:
        _count_as(connection, new)
    return len(new)


def _count_as(connection: Connection, new: Sequence[dict[str, Any]]) -> None:
    """Write down what records count as, wherever that stands."""
    ids = [row["record"] for row in new]
    before = tied_by(connection, ids)
    for number in (records.c.id, roles.c.record_id, ties.c.record_id):
        connection.execute(update(number.table).where(number == bindparam("record")).values(status=bindparam("now")), new)
    after = tied_by(connection, ids)
    count(connection, {pair: after[pair] - before[pair] for pair in before | after})


def statuses(connection: Connection, documents: Sequence[int]) -> list[tuple[int, str, str]]:
    """Each record of these documents, what it counts as, and what it should count as."""
    standing = set(connection.execute(
        select(sources.c.document_id).where(sources.c.document_id.in_(documents), sources.c.superseded_by.is_(None))
    ).scalars())  # fmt: skip
    r = records.c
    rows = connection.execute(
        select(r.id, r.document_id, r.hash, r.made_by, r.confidence, r.status, readings.c.current)
        .join(readings, readings.c.id == r.reading_id).where(r.document_id.in_(documents))
    ).all()  # fmt: skip
    verdicts = judged(connection, [row.hash for row in rows])
    return [
        (row.id, row.status, _status(row.made_by, row.confidence, row.current, row.document_id in standing, verdicts.get(row.hash))) for row in rows
    ]


def judged(connection: Connection, hashes: Sequence[str]) -> dict[str, str]:
    """The verdict that stands on each of these records: the last one that is no comment."""
    found: dict[str, str] = {}
    for start in range(0, len(hashes), PORTION):
        told = select(reviews.c.target, reviews.c.verdict).where(reviews.c.target.in_(hashes[start : start + PORTION])).order_by(reviews.c.id)
        found |= {target: verdict for target, verdict in connection.execute(told) if verdict != "comment"}
    return found


def _status(made_by: str, confidence: float, current: bool, standing: bool, verdict: str | None) -> str:
    if not standing or (made_by == "read" and not current):
        return "withdrawn"
    return BY_VERDICT.get(verdict or "") or first_status(made_by, confidence)
