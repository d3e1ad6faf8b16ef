"""W3C Web Annotations: each record points to its words by position and by quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import orjson

from tutanak.exports import Row, Style
from tutanak.exports.cast import Cast, place_of
from tutanak.exports.tables import facts

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"tutanak": "urn:tutanak:schema:1#"}]
AROUND = 32  # characters of prefix and suffix: by these a quotation is told from the same words elsewhere


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    yield b'{"@context":' + orjson.dumps(CONTEXT) + b',"id":"urn:tutanak:minutes","type":"AnnotationPage","startIndex":0,"items":['
    mark = b"\n"
    for cast in map(Cast, minutes):
        for kind, row in cast.records():
            yield mark + orjson.dumps(annotation(cast, kind, row))
            mark = b",\n"
    yield b"\n]}\n"


def annotation(cast: Cast, kind: str, row: Row) -> Row:
    """One record: what it says, and where it stands."""
    body = {f"tutanak:{name}": value for name, value in facts(cast, kind, row).items()}
    text = f"urn:sha256:{cast.doc['sha256']}"
    return {
        "id": f"urn:tutanak:record:{cast.ident(row)}", "type": "Annotation", "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "format": "text/plain", "value": kind},
            {"type": f"tutanak:{kind}", **body, "tutanak:rule": row["rule"], "tutanak:confidence": row["confidence"]},
        ],
        "target": {"source": cast.doc["url"] or text, "tutanak:text": text, "selector": _selectors(cast, row)},
    }  # fmt: skip


def _selectors(cast: Cast, row: Row) -> list[Row]:
    """By position in the text whose hash is given; by quotation where the text may be passed on."""
    place = place_of(row)
    position = {"type": "TextPositionSelector", **place}
    exact = cast.words(place)
    if exact is None:
        return [position]
    before, after = cast.text[max(0, place["start"] - AROUND) : place["start"]], cast.text[place["end"] : place["end"] + AROUND]
    return [position, {"type": "TextQuoteSelector", "exact": exact, "prefix": before, "suffix": after}]
