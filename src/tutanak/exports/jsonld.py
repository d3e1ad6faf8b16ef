"""schema.org: articles, people, bodies, and the records as Quotation, Claim, Event, Observation, CreativeWork and Action."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson

from tutanak.exports import Row, Style
from tutanak.exports.cast import Actor, Cast, place_of

EVENT_STATUS = {"cancelled": "https://schema.org/EventCancelled"}
ACTION_STATUS = {
    "done": "CompletedActionStatus", "planned": "PotentialActionStatus", "demanded": "PotentialActionStatus", "denied": "FailedActionStatus",
}  # fmt: skip
_ISO = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")  # no season ("2025-22")


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    yield b'{"@context":"https://schema.org","@graph":['
    mark = b"\n"
    for cast in map(Cast, minutes):
        for node in nodes(cast):
            yield mark + orjson.dumps(node)
            mark = b",\n"
    yield b"\n]}\n"


def nodes(cast: Cast) -> Iterator[Row]:
    """The article, those it names, and its records."""
    yield _bare(_article(cast))
    yield from (_bare(_actor(a)) for a in (*cast.people.values(), *cast.bodies.values()))
    for kind, row in cast.records():
        about = {"@id": f"urn:tutanak:record:{cast.ident(row)}", "isPartOf" if kind in _WORKS else "subjectOf": {"@id": _ident(cast)}}
        yield _bare({**about, **_KINDS[kind](cast, row)})


def _ident(cast: Cast) -> str:
    return f"urn:sha256:{cast.doc['sha256']}"


def _article(cast: Cast) -> Row:
    doc = cast.doc
    return {
        "@type": "NewsArticle", "@id": _ident(cast), "headline": doc["title"], "url": doc["url"], "datePublished": doc["published"],
        "inLanguage": doc["language"], "publisher": {"@type": "Organization", "name": doc["outlet"]} if doc["outlet"] else None,
        "author": {"@type": "Person", "name": doc["author"]} if doc.get("author") else None, "keywords": cast.minutes["topics"],
        "about": [_country(s["id"]) for s in cast.minutes["states"]], "articleBody": doc.get("text"),
    }  # fmt: skip


def _country(code: str) -> Row:
    return {"@type": "Country", "@id": f"urn:iso:std:iso:3166:{code}", "identifier": code}


def _actor(actor: Actor) -> Row:
    """A person, body or state; one without a name has no node of its own."""
    if actor.kind == "state":
        return {**_country(actor.state or ""), "name": actor.name}
    kind = "Organization" if actor.kind == "organisation" else "Person"
    node = {"@type": kind, "@id": None if actor.kind == "unnamed" else f"urn:tutanak:actor:{actor.key}", "name": actor.name}
    if actor.kind == "person":
        return {**node, "jobTitle": actor.office, "affiliation": _country(actor.state) if actor.state and actor.office else None}
    return {**node, "location": _country(actor.state) if actor.state else None}


def _refs(cast: Cast, refs: Any) -> list[Row]:
    return [_bare(_actor(a)) for a in cast.of(refs)]


def _date(row: Row) -> str | None:
    """A date, where it is one day, month or year, and sure."""
    told = (row["when"] or {}).get("edtf") or ""
    return told if _ISO.fullmatch(told) else None


def _statement(cast: Cast, row: Row) -> Row:
    return {
        "@type": "Quotation", "text": cast.words(place_of(row)), "creator": _refs(cast, row["speaker"]), "audience": _refs(cast, row["addressee"]),
        "about": _refs(cast, row["about"]), "additionalType": row["mode"],
    }  # fmt: skip


def _position(cast: Cast, row: Row) -> Row:
    holder, about = _refs(cast, row["holder"]), _refs(cast, row["about"])
    return {"@type": "Claim", "text": cast.words(place_of(row)), "creator": holder, "about": about, "additionalType": row["force"]}


def _meeting(cast: Cast, row: Row) -> Row:
    name, state = cast.place(row["place"])
    place = {"@type": "Place", "name": name, "address": {"@type": "PostalAddress", "addressCountry": state} if state else None}
    return {
        "@type": "Event", "name": f"{row['kind']}: {', '.join(a.name for a in cast.of(row['participants']))}", "additionalType": row["kind"],
        "startDate": _date(row), "location": _bare(place) if name else None, "attendee": _refs(cast, row["participants"]),
        "eventStatus": EVENT_STATUS.get(row["status"], "https://schema.org/EventScheduled"), "description": cast.words(row["evidence"]),
    }  # fmt: skip


def _figure(cast: Cast, row: Row) -> Row:
    bound, value = row["bound"], row["value"]
    least = value if bound in ("over", "range") else None
    most = value if bound == "under" else row["value_to"]
    return {
        "@type": "Observation", "value": value if bound in ("exact", "about") else None, "minValue": least, "maxValue": most, "unitText": row["unit"],
        "unitCode": row["ucum"], "variableMeasured": cast.words(row["measure"]), "observationDate": _date(row),
        "description": cast.words(place_of(row)),
    }  # fmt: skip


def _undertaking(cast: Cast, row: Row) -> Row:
    return {
        "@type": "CreativeWork", "additionalType": row["kind"], "name": cast.words(place_of(row)), "creativeWorkStatus": row["status"],
        "contributor": _refs(cast, row["parties"]), "sponsor": _refs(cast, row["proposer"]),
    }  # fmt: skip


def _act(cast: Cast, row: Row) -> Row:
    return {
        "@type": "Action", "additionalType": row["type"], "agent": _refs(cast, row["source"]), "object": _refs(cast, row["target"]),
        "actionStatus": f"https://schema.org/{ACTION_STATUS[row['layer']]}", "startTime": _date(row), "description": cast.words(row["evidence"]),
    }  # fmt: skip


def _bare(node: Row) -> Row:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}


_WORKS = ("statements", "positions", "undertakings")
_KINDS: dict[str, Callable[[Cast, Row], Row]] = {
    "statements": _statement, "positions": _position, "meetings": _meeting, "figures": _figure, "undertakings": _undertaking, "acts": _act,
}  # fmt: skip
