"""RIS: the articles as EndNote, Mendeley and their like cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutanak.exports import Row, Style
from tutanak.exports.places import Place, places


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    for row in minutes:
        for place in places(row):
            yield "".join(f"{tag}  - {value}\r\n" for tag, value in _tags(place)).encode() + b"ER  - \r\n\r\n"


def _tags(place: Place) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS"
    yield "ID", place.id
    for author in (place.author or "").split(", "):
        yield from _told("AU", author)
    yield from _told("TI", place.title)
    yield from _told("T2", place.outlet)
    if place.date:
        yield "PY", f"{place.date[0]:04}"
        yield "DA", _date(place.date)
    yield from _told("UR", place.url)
    yield from _told("Y2", _date(place.fetched) if place.fetched else None)
    yield "LA", place.language


def _told(tag: str, value: str | None) -> Iterator[tuple[str, str]]:
    if value:
        yield tag, " ".join(value.split())


def _date(parts: tuple[int, ...]) -> str:
    """YYYY/MM/DD/, as RIS wants it, with what is not known left empty."""
    year, month, day = (*parts, None, None)[:3]
    return f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}/"
