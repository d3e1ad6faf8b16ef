"""PLOVER events, one JSON object a line, in the shape of its gold standard records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutanak.exports import Row, Style
from tutanak.exports.cast import Actor, Cast
from tutanak.exports.events import Event, code, events, sector
from tutanak.exports.minutes import SCHEMA, dumped


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    for cast in map(Cast, minutes):
        for event in events(cast):
            yield dumped(_row(cast, event))


def _row(cast: Cast, event: Event) -> Row:
    return {
        "id": event.id, "date": event.day, "source": [_actor(a) for a in event.sources], "target": [_actor(a) for a in event.targets],
        "event": event.type, "eventText": cast.words(event.words) or "", "context": list(event.contexts), "mode": event.mode,
        "text": cast.words(event.words) or "", "textInfo": {**event.words, "sha256": cast.doc["sha256"]}, "language": cast.doc["language"],
        "publication": cast.doc["outlet"] or "", "coder": "tutanak", "version": SCHEMA,
        "dateCoded": cast.minutes.get("read_by", {}).get("at", "")[:10], "comment": "", "url": cast.doc["url"] or "",
    }  # fmt: skip


def _actor(actor: Actor) -> Row:
    return {"actorText": actor.name, "code": code(actor), "sector": sector(actor), "role": actor.office or ""}
