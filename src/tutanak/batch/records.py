"""The records of a piece, one by one, each with its number: an article, or why there is none."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, BinaryIO

from tutanak.batch.guard import Guard
from tutanak.batch.model import Piece, Settings
from tutanak.errors import BadLine, InputError, TooLarge
from tutanak.ingest import Columns, rows
from tutanak.ingest.source import Entry, Failure, Given, Source, fault

Numbered = tuple[int, Entry]
_FEW = 64  # rows that are unpacked at once


def records(piece: Piece, settings: Settings, guard: Guard) -> Iterator[Numbered]:
    """Every record, numbered from where the piece begins. The guard is told of each before it is taken."""
    return _READERS[piece.form](piece, settings, guard)


def _lines(piece: Piece, settings: Settings, guard: Guard) -> Iterator[Numbered]:
    with io.BytesIO(piece.held) as lines:
        for number, line in enumerate(lines):
            if line.strip():
                yield number, _taken(number, guard, lambda line=line: _of_line(line, settings))  # type: ignore[misc]


def _of_line(line: bytes, settings: Settings) -> Given:
    if len(line) > settings.longest * 6 + (1 << 16):
        raise TooLarge(f"too large: a line of more than {settings.longest * 6:,} bytes")
    made, source = rows.with_source(rows.object_of(line), settings.columns, Source("jsonl", ""))
    return Given("", made, 0, source)


def _taken(number: int, guard: Guard, take: Callable[[], Given]) -> Entry:
    try:
        guard.begin(number)
        return take()
    except InputError as problem:
        return Failure("", str(problem))
    except Exception as problem:
        return fault("", problem)


def _rows(piece: Piece, settings: Settings, guard: Guard) -> Iterator[Numbered]:
    with parquet(piece.path, settings.columns) as (file, places):
        header = file.schema_arrow.names
        names = {part: header[place] for part, place in places.items()}
        for number, row in enumerate(_between(file, list(names.values()), piece.start, piece.stop)):
            yield number, _taken(number, guard, lambda row=row: _of_row(row, names))  # type: ignore[misc]


def _of_row(row: Mapping[str, Any], names: Mapping[str, str]) -> Given:
    made, source = rows.of_cells({part: _cell(name, row[name]) for part, name in names.items()}, names, Source("parquet", ""))
    return Given("", made, 0, source)


def _cell(name: str, value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, str | int):
        return "" if value is None else str(value)
    raise BadLine(f'not an article: "{name}" is a {type(value).__name__} where a string is wanted')


@contextmanager
def parquet(path: str, columns: Columns) -> Iterator[tuple[Any, dict[str, int]]]:
    """A Parquet file, and where the parts of an article stand in its rows. Raises BadLine."""
    import pyarrow
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            yield file, rows.places_in(file.schema_arrow.names, columns)
    except pyarrow.ArrowException as problem:
        raise BadLine(f"cut or damaged: {problem}") from None


def _between(file: Any, names: list[str], start: int, stop: int) -> Iterator[dict[str, Any]]:
    """The rows from one on and before another."""
    begin = 0
    for group in range(file.metadata.num_row_groups):
        end = begin + file.metadata.row_group(group).num_rows
        if begin < stop and end > start:
            yield from _of_group(file.iter_batches(_FEW, [group], names), max(start - begin, 0), stop - begin)
        begin = end


def _of_group(batches: Iterator[Any], start: int, stop: int) -> Iterator[dict[str, Any]]:
    at = 0
    for batch in batches:
        if at + len(batch) > start and at < stop:
            yield from batch.slice(max(start - at, 0), stop - max(start, at)).to_pylist()
        at += len(batch)
        if at >= stop:
            return


def _pages(piece: Piece, _settings: Settings, guard: Guard) -> Iterator[Numbered]:
    from tutanak.ingest.warc import pages

    with open(piece.path, "rb") as disk:
        stream = io.BufferedReader(Stretch(disk, piece.start, piece.stop))
        for entry in pages(stream, "", lambda: 0, begin_page=guard.begin):
            at, _, url = entry.where.removeprefix("@").partition(" ")
            yield int(at), Failure(url, entry.why) if isinstance(entry, Failure) else entry


class Stretch(io.RawIOBase):
    """A stretch of a file, as if it were a file of its own."""

    def __init__(self, disk: BinaryIO, start: int, stop: int) -> None:
        self.disk = disk
        self.start = start
        self.length = stop - start
        self.at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.at = max(0, offset + {io.SEEK_SET: 0, io.SEEK_CUR: self.at, io.SEEK_END: self.length}[whence])
        return self.at

    def readinto(self, buffer: Any) -> int:
        self.disk.seek(self.start + self.at)
        held = self.disk.read(max(0, min(len(buffer), self.length - self.at)))
        buffer[: len(held)] = held
        self.at += len(held)
        return len(held)


_READERS: Mapping[str, Callable[[Piece, Settings, Guard], Iterator[Numbered]]] = {"jsonl": _lines, "warc": _pages, "parquet": _rows}
