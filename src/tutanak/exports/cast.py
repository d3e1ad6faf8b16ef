"""Who stands behind the references of an article's minutes, and what every export says of a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from tutanak.exports.codes import is_state
from tutanak.exports.minutes import KINDS
from tutanak.exports.relation import Actors
from tutanak.exports.words import state_name

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body, state or an actor without a name. key: the same for one actor in all articles of a ledger."""

    kind: str
    name: str
    key: str
    office: str | None = None
    state: str | None = None


class Cast:
    """The actors of one article's minutes."""

    def __init__(self, minutes: Row) -> None:
        self.minutes = minutes
        self.doc: Row = minutes["doc"]
        self.text: str = self.doc.get("text") or ""
        self.people = {row["id"]: _actor("person", row) for row in minutes["people"]}
        self.bodies = {row["id"]: _actor("organisation", row) for row in minutes["organisations"]}
        self.places: dict[str, Row] = {row["id"]: row for row in minutes["places"]}
        self._by_id = {row["id"]: (kind, row) for kind in KINDS for row in minutes[kind]}
        self._sides = Actors(minutes)

    def of(self, refs: Any) -> list[Actor]:
        """The actors behind a reference or several, in order."""
        listed = refs if isinstance(refs, list) else [] if refs is None else [refs]
        return [self._one(ref) for ref in listed]

    def _one(self, ref: Any) -> Actor:
        if isinstance(ref, dict):
            return Actor("unnamed", ref["text"], f"unnamed:{ref['text']}")
        known = self.people.get(ref) or self.bodies.get(ref)
        if known:
            return known
        if is_state(ref):
            return Actor("state", state_name(ref, "en"), f"state:{ref}", None, ref)
        return Actor("organisation", ref, f"organisation:{ref}")

    def sides(self, refs: Any) -> list[str]:
        """The codes of states, or names of bodies, for which the actors stand."""
        return self._sides.of(refs)

    def place(self, ref: Any) -> tuple[str | None, str | None]:
        """The name of a place and the state in which it lies."""
        if ref is None:
            return None, None
        if isinstance(ref, dict):
            return ref["text"], None
        if ref in self.places:
            return self.places[ref]["name"], self.places[ref]["state"]
        actor = self._one(ref)
        return actor.name, actor.state

    def words(self, span: Row | None) -> str | None:
        """The characters of a span; None where there is none, or where the text was left out."""
        return self.text[span["start"] : span["end"]] or None if span else None

    def records(self) -> Iterator[tuple[str, Row]]:
        """All records with their kinds, kind by kind."""
        for kind in KINDS:
            for row in self.minutes[kind]:
                yield kind, row

    def ident(self, row: Row) -> str:
        """The name of a record among all: the hash of its content where a ledger gave it."""
        return str(kept(row, "hash") or f"{self.doc['sha256'][:12]}-{row['id']}")

    def within(self, row: Row) -> tuple[str, Row] | None:
        """The statement in which a record stands."""
        return self._by_id.get(row["in"] or "")

    def of_id(self, local: str | None) -> Row | None:
        found = self._by_id.get(local or "")
        return found[1] if found else None


def place_of(row: Row) -> Row:
    """Where a record stands in the text: its own words, or those that report it."""
    own = row if "start" in row else row["evidence"]
    return {"start": own["start"], "end": own["end"]} if own else {"start": 0, "end": 0}


def day_of(row: Row, doc: Row) -> str | None:
    """The day of a record where the ledger says one, else that of publication."""
    return kept(row, "day") or (doc["published"] or "")[:10] or None


def kept(row: Row, name: str) -> Any:
    """What a ledger says of a record: hash, standing, made_by, day; None where the minutes come from no ledger."""
    return row.get("ledger", {}).get(name)


def digest_of(words: str | None) -> str | None:
    """The hash by which words can be known again where they may not be passed on."""
    return sha256(words.encode()).hexdigest() if words else None


def _actor(kind: str, row: Row) -> Actor:
    return Actor(kind, row["name"], row.get("actor") or f"{kind}:{row['name']}|{row['state'] or ''}", row.get("office"), row["state"])


def without_text(minutes: Row) -> Row:
    """Minutes without the article's words: names, positions and hashes stay."""
    cast = Cast(minutes)
    hashed = {kind: [{**row, "words_sha256": digest_of(cast.words(place_of(row)))} for row in minutes[kind]] for kind in KINDS}
    return {**minutes, **hashed, "doc": {**minutes["doc"], "text": None}}
