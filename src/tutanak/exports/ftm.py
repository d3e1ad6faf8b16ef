"""FollowTheMoney entities, one JSON object a line: people, bodies, offices, and the records as Event, Note, Project and UnknownLink."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha1
from itertools import product
from typing import Any

import orjson

from tutanak.exports import Row, Style
from tutanak.exports.cast import Actor, Cast, day_of, place_of
from tutanak.exports.tables import facts

TERRITORIES = {"XN": "cy-trnc"}
LANGUAGES = {"tr": "tur"}


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    """Each entity once: what two articles name is told where it first stands."""
    seen: set[str] = set()
    for cast in map(Cast, minutes):
        for entity in entities(cast):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield orjson.dumps(entity, option=orjson.OPT_APPEND_NEWLINE)


def entities(cast: Cast) -> Iterator[Row]:
    """The entities of one article."""
    yield _article(cast)
    for actor in (*cast.people.values(), *cast.bodies.values()):
        yield from _actor(cast, actor)
    for kind, row in cast.records():
        for name in _ROLES[kind]:
            yield from (e for a in cast.of(row[name]) if a.kind == "state" for e in _actor(cast, a))
        yield from _KINDS[kind](cast, row)


def ident(*parts: str) -> str:
    """The id of an entity, the same for the same parts."""
    return f"tutanak-{sha1('|'.join(parts).encode()).hexdigest()}"


def _entity(schema: str, id: str, properties: Row) -> Row:
    """An entity; every property is a list of strings, and what is not known is left out."""
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    told = {name: [str(v) for v in values if v not in (None, "")] for name, values in listed.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in told.items() if values}}


def _country(state: str | None) -> str | None:
    return TERRITORIES.get(state, state.lower()) if state else None


def _proof(cast: Cast) -> str:
    return ident("article", cast.doc["sha256"])


def _article(cast: Cast) -> Row:
    doc = cast.doc
    return _entity("Article", _proof(cast), {
        "title": doc["title"], "publishedAt": doc["published"], "publisher": doc["outlet"], "sourceUrl": doc["url"], "author": doc.get("author"),
        "language": LANGUAGES.get(doc["language"]), "bodyText": doc.get("text"), "keywords": cast.minutes["topics"],
    })  # fmt: skip


def _actor(cast: Cast, actor: Actor) -> Iterator[Row]:
    """Who it is; for a person with an office also the office, and that the person held it on the day of the article."""
    schema = {"person": "Person", "organisation": "Organization", "state": "PublicBody"}[actor.kind]
    country = _country(actor.state)
    yield _entity(schema, ident(actor.key), {"name": actor.name, "country": country, "position": actor.office if schema == "Person" else None})
    if actor.kind == "person" and actor.office:
        office, day = ident("office", actor.office, actor.state or ""), (cast.doc["published"] or "")[:10]
        yield _entity("Position", office, {"name": actor.office, "country": country})
        held = {"holder": ident(actor.key), "post": office, "date": day, "proof": _proof(cast)}
        yield _entity("Occupancy", ident("held", actor.key, office, day), held)


def _ids(cast: Cast, refs: Any) -> list[str]:
    return [ident(a.key) for a in cast.of(refs) if a.kind != "unnamed"]


def _names(cast: Cast, refs: Any) -> str:
    return ", ".join(a.name for a in cast.of(refs))


def _shared(cast: Cast) -> Row:
    return {"proof": _proof(cast), "sourceUrl": cast.doc["url"]}


def _id(cast: Cast, row: Row) -> str:
    return ident("record", cast.ident(row))


def _note(kind: str, role: str) -> Callable[[Cast, Row], Iterator[Row]]:
    """A record as a note about those who stand in a role of it."""

    def told(cast: Cast, row: Row) -> Iterator[Row]:
        who = _names(cast, row[role])
        yield _entity("Note", _id(cast, row), {
            "name": f"{kind}: {who}" if who else kind, "description": cast.words(place_of(row)) or _figures(cast, row),
            "entity": _ids(cast, row[role]), "createdAt": day_of(row, cast.doc),
            "keywords": [kind, row.get("force"), row.get("mode")], **_shared(cast),
        })  # fmt: skip

    return told


def _figures(cast: Cast, row: Row) -> str | None:
    told = facts(cast, "figures", row) if "unit" in row else {}
    return " ".join(str(told[name]) for name in ("bound", "value", "unit") if name in told) or None


def _meeting(cast: Cast, row: Row) -> Iterator[Row]:
    place, state = cast.place(row["place"])
    yield _entity("Event", _id(cast, row), {
        "name": f"{row['kind']}: {_names(cast, row['participants'])}", "date": day_of(row, cast.doc), "involved": _ids(cast, row["participants"]),
        "location": place, "country": _country(state), "summary": cast.words(row["evidence"]), "keywords": [row["kind"], row["status"]],
        **_shared(cast),
    })  # fmt: skip


def _undertaking(cast: Cast, row: Row) -> Iterator[Row]:
    project = _id(cast, row)
    yield _entity("Project", project, {
        "name": cast.words(place_of(row)) or f"{row['kind']}: {_names(cast, row['parties'])}", "status": row["status"], "keywords": row["kind"],
        "date": day_of(row, cast.doc), **_shared(cast),
    })  # fmt: skip
    for party in _ids(cast, row["parties"]):
        yield _entity("ProjectParticipant", ident("party", project, party), {"project": project, "participant": party, **_shared(cast)})


def _act(cast: Cast, row: Row) -> Iterator[Row]:
    for n, (one, other) in enumerate(product(_ids(cast, row["source"]), _ids(cast, row["target"]))):
        yield _entity("UnknownLink", ident("act", cast.ident(row), str(n)), {
            "subject": one, "object": other, "role": row["type"], "status": row["layer"], "date": day_of(row, cast.doc),
            "summary": cast.words(row["evidence"]), **_shared(cast),
        })  # fmt: skip


_ROLES = {
    "statements": ("speaker", "addressee"), "positions": ("holder",), "meetings": ("participants",), "figures": ("claimed_by",),
    "undertakings": ("parties",), "acts": ("source", "target"),
}  # fmt: skip
_KINDS: dict[str, Callable[[Cast, Row], Iterator[Row]]] = {
    "statements": _note("statement", "speaker"), "positions": _note("position", "holder"), "meetings": _meeting,
    "figures": _note("figure", "claimed_by"), "undertakings": _undertaking, "acts": _act,
}  # fmt: skip
