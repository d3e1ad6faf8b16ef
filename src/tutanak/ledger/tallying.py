"""How many shown records tie each pair, kept beside the ties: what a start page asks first would else be counted over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, text

from tutanak.exports.relation import Pair
from tutanak.ledger.tables import pair_counts, ties

PORTION = 500


def count(connection: Connection, more: Mapping[Pair, int]) -> None:
    """Add to what is counted of pairs, or take from it."""
    rows: list[dict[str, Any]] = [{"a": a, "b": b, "n": n} for (a, b), n in sorted(more.items()) if n]
    if rows:
        added = "ON CONFLICT (a, b) DO UPDATE SET records = pair_counts.records + excluded.records"
        connection.execute(text(f"INSERT INTO pair_counts (a, b, records) VALUES (:a, :b, :n) {added}"), rows)
    if any(row["n"] < 0 for row in rows):
        connection.execute(delete(pair_counts).where(pair_counts.c.records == 0))


def tied_by(connection: Connection, ids: Sequence[int]) -> Counter[Pair]:
    """How many of these records tie each pair, of those that are shown."""
    found: Counter[Pair] = Counter()
    for start in range(0, len(ids), PORTION):
        asked = select(ties.c.a, ties.c.b, func.count()).where(ties.c.record_id.in_(ids[start : start + PORTION]), ties.c.status == "shown")
        for a, b, n in connection.execute(asked.group_by(ties.c.a, ties.c.b)):
            found[a, b] += n
    return found
