"""CSL-JSON: the articles as Zotero, pandoc and their like cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import orjson

from tutanak.exports import Row, Style
from tutanak.exports.places import Place, places


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    yield b"["
    mark = b"\n"
    for row in minutes:
        for place in places(row):
            yield mark + orjson.dumps(entry(place))
            mark = b",\n"
    yield b"\n]\n"


def entry(place: Place) -> Row:
    """One article in one place; what is not known is left out."""
    told = {
        "id": place.id, "type": "article-newspaper", "title": place.title, "container-title": place.outlet, "URL": place.url,
        "author": [{"literal": name} for name in (place.author or "").split(", ") if name], "issued": _date(place.date),
        "accessed": _date(place.fetched), "language": place.language,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _date(parts: tuple[int, ...]) -> Row | None:
    return {"date-parts": [list(parts)]} if parts else None
