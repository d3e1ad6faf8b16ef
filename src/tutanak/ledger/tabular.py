"""Records as rows of a table: for spreadsheets and data frames."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from tutanak.ledger.telling import Told

Row = dict[str, Any]

COLUMNS = (
    "id", "kind", "status", "day", "when", "who", "who_states", "whom", "whom_states", "words", "type", "fate", "value", "value_to", "unit", "bound",
    "direction", "measure", "period", "confidence", "title", "outlet", "url", "published", "sha256",
)  # fmt: skip

WHO = {"statements": ("speaker", "about"), "positions": ("holder", "about"), "meetings": ("participants", ""), "figures": ("claimed_by", ""),
       "undertakings": ("parties", "proposer"), "acts": ("source", "target")}  # fmt: skip
TYPE = {"statements": "mode", "positions": "force", "meetings": "kind", "figures": "role", "undertakings": "kind", "acts": "type"}


def row(told: Told) -> Row:
    """A record as one row; lists are joined with "; "."""
    body, (who, whom) = told.body, WHO[told.kind]
    return {
        "id": told.id, "kind": told.kind, "status": told.status, "day": told.day or None, "when": told.edtf,
        "who": _names(told, who), "who_states": _states(told, who), "whom": _names(told, whom), "whom_states": _states(told, whom),
        "words": told.words, "type": body.get(TYPE[told.kind]), "fate": body.get("status") or body.get("layer"), "value": body.get("value"),
        "value_to": body.get("value_to"), "unit": body.get("unit"), "bound": body.get("bound"), "direction": body.get("direction"),
        "measure": told.said("measure"), "period": told.said("period"), "confidence": told.confidence, "title": told.source.title,
        "outlet": told.source.outlet, "url": told.source.url, "published": told.source.published, "sha256": told.source.sha256,
    }  # fmt: skip


def _names(told: Told, role: str) -> str | None:
    return "; ".join(told.names(role)) or None


def _states(told: Told, role: str) -> str | None:
    return "; ".join(dict.fromkeys(s.state for s in told.roles.get(role, ()) if s.state)) or None


def lines(records: Iterable[Told]) -> Iterator[str]:
    """CSV with a head, as RFC 4180 has it; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for told in records:
        writer.writerow({name: plain(value) for name, value in row(told).items()})
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()


def plain(value: Any) -> Any:
    """A cell as spreadsheets may have it: one that they would take for a formula begins with an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
