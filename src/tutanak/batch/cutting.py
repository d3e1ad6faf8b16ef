"""Inputs cut into pieces. Where a piece ends follows from the content alone; no more of an input is held than one piece."""

from __future__ import annotations

import gzip
import io
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from itertools import accumulate
from typing import Any, BinaryIO

from tutanak.batch.model import Piece, Settings
from tutanak.errors import InputError, Unfinished

_CHUNK = 1 << 16
_MARKS = (b"\x1f\x8b\x08", b"WARC/1.")
_MOST_ROWS = 8192
_ESCAPED = 6  # bytes that JSON may take for one character


def pieces(path: str, form: str, settings: Settings) -> Iterator[Piece]:
    """The pieces of an input, in order. Raises InputError, OSError, where it cannot be followed further."""
    return _CUTS[form](path, settings)


# JSON Lines


def _lines(path: str, settings: Settings) -> Iterator[Piece]:
    first, behind = 1, 0
    with open(path, "rb") as disk, unpacked(path, disk) as stream:
        for held in portions(stream, settings.stretch, settings.longest * _ESCAPED + _CHUNK):
            weight, behind = disk.tell() - behind, disk.tell()
            yield Piece(path, "jsonl", sha256(held).hexdigest(), first, held=held, weight=weight)
            first += held.count(b"\n") + (not held.endswith(b"\n"))


@contextmanager
def unpacked(path: str, disk: BinaryIO) -> Iterator[io.BufferedReader]:
    """The bytes of a file, out of its packing."""
    if path.endswith(".gz"):
        yield io.BufferedReader(gzip.GzipFile(fileobj=disk))
    elif path.endswith(".zst"):
        import pyarrow

        yield io.BufferedReader(pyarrow.CompressedInputStream(pyarrow.PythonFile(disk, "r"), "zstd"))
    else:
        yield io.BufferedReader(disk)  # type: ignore[arg-type]


def portions(stream: io.BufferedReader, size: int, longest: int) -> Iterator[bytes]:
    """Whole lines, together at most `size` bytes or one line; of a line that is longer than `longest` only so much. Raises Unfinished."""
    held, cut = bytearray(), None
    try:
        while chunk := stream.read1(_CHUNK):
            held += chunk
            while len(held) >= size and (end := _end(held, size, longest)):
                yield bytes(held[:end])
                whole = held[end - 1] == 0x0A
                del held[:end]
                if not whole:
                    _pass_line(stream, held)
    except (OSError, EOFError, zlib.error) as problem:
        cut = problem
    if held:
        yield bytes(held)
    if cut:
        raise Unfinished(_why(cut))


def _why(problem: Exception) -> str:
    return "cut: the compressed file has no end" if isinstance(problem, EOFError) or "runcated" in str(problem) else f"cut or damaged: {problem}"


def _end(held: bytearray, size: int, longest: int) -> int:
    """Where a portion ends: after the last line end within the size, else after the first one; 0: not known yet."""
    end = held.rfind(b"\n", 0, size) + 1 or held.find(b"\n", size) + 1
    return end if 0 < end <= size + longest else size + longest if len(held) >= size + longest else 0


def _pass_line(stream: io.BufferedReader, held: bytearray) -> None:
    """The rest of a line, up to its end, is passed over."""
    while (end := held.find(b"\n")) < 0 and (chunk := stream.read1(_CHUNK)):
        held[:] = chunk
    del held[: end + 1 if end >= 0 else len(held)]


# web archives


def _records(path: str, settings: Settings) -> Iterator[Piece]:
    with open(path, "rb") as disk:
        size = disk.seek(0, io.SEEK_END)
        start = 0
        for stop in [*_cuts(path, settings.stretch), size]:
            digest = sha256()
            disk.seek(start)
            for at in range(start, stop, _CHUNK):
                digest.update(disk.read(min(_CHUNK, stop - at)))
            yield Piece(path, "warc", digest.hexdigest(), start, start, stop, weight=stop - start)
            start = stop


def _cuts(path: str, size: int) -> Iterator[int]:
    """Where records begin, at least `size` bytes apart; what follows damage is not cut."""
    from fastwarc.warc import ArchiveIterator

    last = 0
    with open(path, "rb") as stream, open(path, "rb") as beside:
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                beside.seek(record.stream_pos)
                if record.stream_pos - last >= size and beside.read(8).startswith(_MARKS):
                    last = record.stream_pos
                    yield last
        except OSError:
            return


# Parquet


def _rows(path: str, settings: Settings) -> Iterator[Piece]:
    from tutanak.batch.records import parquet

    with parquet(path, settings.columns) as (file, places):
        groups = [file.metadata.row_group(g) for g in range(file.metadata.num_row_groups)]
        names = file.schema_arrow.names
        stored = [[_stored(group, names[place]) for place in places.values()] for group in groups]
        weighed = sum(length for group in stored for _, length, _ in group) or 1
        unfolded = sum(size for group in stored for _, _, size in group) or 1
        total = file.metadata.num_rows
        step = max(1, min(_MOST_ROWS, settings.stretch * total // unfolded))
        begins = [0, *accumulate(group.num_rows for group in groups)]
        digests = _digests(path, [[(at, length) for at, length, _ in group] for group in stored])
        for start in range(0, total, step):
            stop = min(start + step, total)
            touched = range(bisect_right(begins, start) - 1, bisect_right(begins, stop - 1))
            told = [(names[place], part) for part, place in places.items()], [(digests[g], start - begins[g], stop - begins[g]) for g in touched]
            mark = sha256(repr(told).encode()).hexdigest()
            yield Piece(path, "parquet", mark, start + 1, start, stop, weight=weighed * (stop - start) // total)


def _stored(group: Any, name: str) -> tuple[int, int, int]:
    """Where a column of a row group lies: its first byte, its length, its size when unpacked."""
    for n in range(group.num_columns):
        column = group.column(n)
        if column.path_in_schema == name:
            begin = min(at for at in (column.dictionary_page_offset, column.data_page_offset) if at)
            return begin, column.total_compressed_size, column.total_uncompressed_size
    raise InputError(f"not a table of articles: column {name!r} is nested")


def _digests(path: str, stored: list[list[tuple[int, int]]]) -> list[str]:
    """The hash of what each row group stores."""
    with open(path, "rb") as disk:
        return [sha256(b"".join(_hashed(disk, at, length) for at, length in group)).hexdigest() for group in stored]


def _hashed(disk: BinaryIO, at: int, length: int) -> bytes:
    digest = sha256()
    disk.seek(at)
    while length > 0 and (chunk := disk.read(min(_CHUNK, length))):
        digest.update(chunk)
        length -= len(chunk)
    return digest.digest()


_CUTS: Mapping[str, Callable[[str, Settings], Iterator[Piece]]] = {"jsonl": _lines, "warc": _records, "parquet": _rows}
