"""Rows to articles: the objects of JSON Lines and the rows of a table, under names of their owner's choice."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import orjson

from tutanak.article import LONGEST, Article, article
from tutanak.errors import BadLine
from tutanak.ingest import dates
from tutanak.ingest.source import Source
from tutanak.text.casing import fold


@dataclass(frozen=True, slots=True)
class Columns:
    """Under which name each part of an article stands; what is not given is looked for under the usual names."""

    text: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None


PARTS = tuple(f.name for f in fields(Columns))
USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "metin", "içerik", "icerik", "content", "body", "haber"), "id": ("id",),
    "title": ("title", "başlık", "baslik", "headline"),
    "published": ("published", "date", "tarih", "publish_date", "published_at", "yayın_tarihi", "yayin_tarihi"),
    "url": ("url", "link", "adres"), "outlet": ("outlet", "source", "kaynak", "gazete", "site"), "author": ("author", "yazar"),
}  # fmt: skip


def object_of(line: bytes) -> Any:
    """What a line of JSON holds. Raises BadLine."""
    try:
        return orjson.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as problem:
        raise BadLine(f"not a line of JSON: {problem}") from None


def from_row(row: Any) -> Article:
    """The article of a JSON object with text and, as they are known, id, title, published, url, outlet. Raises InputError."""
    return with_source(row, Columns(), Source("jsonl", ""))[0]


def with_source(row: Any, columns: Columns, source: Source) -> tuple[Article, Source]:
    """As `from_row`, with the facts of its source. Raises InputError."""
    if not isinstance(row, dict):
        raise BadLine(f'not an article: a {type(row).__name__} where {{"id": …, "text": …}} is wanted')
    if isinstance(row.get("doc"), dict) and (columns.text or "text") not in row:
        row = row["doc"]
    names = {part: getattr(columns, part) or part for part in PARTS}
    if not isinstance(row.get(names["text"]), str):
        raise BadLine(f'not an article: no words under "{names["text"]}"')
    return _made({part: _word(row, name) for part, name in names.items()}, names, source)


def _word(row: Mapping[str, Any], name: str) -> str | None:
    value = row.get(name)
    if isinstance(value, int) and name == "id":
        return str(value)
    if value is not None and not isinstance(value, str):
        raise BadLine(f'not an article: "{name}" is a {type(value).__name__} where a string is wanted')
    return value or None


def _made(words: Mapping[str, str | None], names: Mapping[str, str], source: Source) -> tuple[Article, Source]:
    published, how = _when(words["published"])
    told = {part: words[part] for part in ("id", "title", "url", "outlet")}
    found = {part: f"field {names[part]}{how if part == 'published' else ''}" for part in PARTS[2:] if words[part]}
    made = article(words["text"] or "", published=published, **told)
    return made, Source(source.kind, source.where, words["author"], found, None, source.encoding, source.decoded)


def _when(words: str | None) -> tuple[str | None, str]:
    """A date as it stands where it is ISO, else made so; and what is to be told of it."""
    if not words:
        return None, ""
    try:
        datetime.fromisoformat(words)
    except ValueError:
        told = dates.iso(words)
        return told, f" ({words[:60]!r})" if told else f" (no date: {words[:60]!r})"
    return words, ""


# tables


class Table:
    """A table, row by row: the line each ends on, with its parts or with what is wrong with it. Raises BadLine where no column has texts."""

    def __init__(self, lines: Iterable[str], columns: Columns, delimiter: str | None = None) -> None:
        csv.field_size_limit(4 * LONGEST)
        stream = iter(lines)
        head = next(stream, "").removeprefix("\ufeff")
        mark = delimiter or max("\x1f,;\t|", key=head.count)  # one column: a mark that occurs in no text
        self.header = next(csv.reader([head], delimiter=mark), [])
        self.places = places_in(self.header, columns)
        self.names = {part: self.header[i] for part, i in self.places.items()}
        self._rows = csv.reader(stream, delimiter=mark)

    def __iter__(self) -> Iterator[tuple[int, dict[str, str] | BadLine]]:
        while (cells := self._next()) is not None:
            if cells:
                yield self._rows.line_num + 1, self._parts(cells)

    def _next(self) -> list[str] | BadLine | None:
        try:
            return next(self._rows, None)
        except csv.Error as problem:
            return BadLine(f"not a row: {problem}")

    def _parts(self, cells: list[str] | BadLine) -> dict[str, str] | BadLine:
        if isinstance(cells, BadLine):
            return cells
        if len(cells) != len(self.header):
            return BadLine(f"not a row: {len(cells)} cells where the header has {len(self.header)}")
        return {part: cells[i] for part, i in self.places.items()}


def places_in(header: list[str], columns: Columns) -> dict[str, int]:
    """Where each part stands in a row. Raises BadLine where no column has texts, or one that was asked for is not there."""
    folded = [fold(name.strip()) for name in header]
    places: dict[str, int] = {}
    for part in PARTS:
        asked = getattr(columns, part)
        place = next((folded.index(fold(name)) for name in ((asked,) if asked else USUAL[part]) if fold(name) in folded), None)
        if place is not None:
            places[part] = place
        elif asked or part == "text":
            raise BadLine(f"no column {asked or 'text'!r}: the table has {', '.join(header)[:200]}; name it with --column {part}=NAME")
    return places


def of_cells(cells: Mapping[str, str], names: Mapping[str, str], source: Source) -> tuple[Article, Source]:
    """The article of a row. Raises InputError."""
    words = {part: cells.get(part, "") if part == "text" else cells.get(part, "").strip() or None for part in PARTS}
    return _made(words, names, source)
