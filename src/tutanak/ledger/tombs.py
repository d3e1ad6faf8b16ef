"""Tombstones: what keeps a forgotten person out of a ledger when more articles name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from tutanak.ledger.naming import key
from tutanak.ledger.tables import tombstones
from tutanak.text.casing import bare

Row = dict[str, Any]

BLANK = "█"


def mark(name_key: str) -> str:
    """What a tombstone keeps of a name."""
    return sha256(f"tutanak tombstone {name_key}".encode()).hexdigest()[:32]


def blanked(text: str, names: Iterable[str]) -> str:
    """The text with these names (in plain letters) blanked; same length. An ending behind an apostrophe stays."""
    folded = bare(text)
    for name in names:
        for match in re.finditer(rf"(?<![^\W_]){re.escape(name).replace(chr(92) + ' ', chr(92) + 's+')}(?![^\W_])", folded):
            text = text[: match.start()] + BLANK * len(match.group()) + text[match.end() :]
    return text


def blanked_values(value: Any, names: Sequence[str]) -> Any:
    """Names blanked wherever they stand in plain values."""
    if isinstance(value, str):
        return blanked(value, names)
    if isinstance(value, list):
        return [blanked_values(v, names) for v in value]
    return {k: blanked_values(v, names) for k, v in value.items()} if isinstance(value, dict) else value


def buried(connection: Connection) -> frozenset[str]:
    """The tombstones there are."""
    return frozenset(connection.execute(select(tombstones.c.mark)).scalars())


def without_buried(minutes: Row, marks: frozenset[str]) -> Row:
    """The minutes of an article without those who were forgotten: their records gone, their names blanked."""
    people = [row for row in minutes["people"] if mark(key(row["name"])) in marks]
    if not people:
        return minutes
    text = minutes["doc"]["text"]
    ids = {row["id"] for row in people}
    called = {key(row["name"]) for row in people} | {key(row["name"]).split()[-1] for row in people}
    called |= {key(text[m["start"] : m["end"]]) for row in people for m in row["mentions"]}
    names = sorted(called - {""}, key=len, reverse=True)
    told = {name: [r for r in value if not _names(r, ids)] if name in _KINDS else value for name, value in minutes.items()}
    told = blanked_values({name: value for name, value in told.items() if name != "doc"}, names)
    return {**told, "doc": {**blanked_values(minutes["doc"], names), "sha256": minutes["doc"]["sha256"]}, "people": _nameless(told["people"], ids)}


_KINDS = frozenset({"statements", "positions", "meetings", "figures", "undertakings", "acts"})


def _names(record: Row, ids: set[str]) -> bool:
    """Does a record name one of these in a role?"""
    told = [ref for value in record.values() for ref in (value if isinstance(value, list) else [value]) if isinstance(ref, str)]
    return not ids.isdisjoint(told)


def _nameless(people: list[Row], ids: set[str]) -> list[Row]:
    return [{**row, "name": BLANK, "office": None} if row["id"] in ids else row for row in people]
