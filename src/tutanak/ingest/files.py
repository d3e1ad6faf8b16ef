"""Articles brought in from files and folders: plain text, HTML, JSON Lines, tables, web archives, each failure with its reason."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from tutanak.article import LONGEST, article
from tutanak.errors import BadLine, InputError, TooLarge
from tutanak.ingest import decoding, rows
from tutanak.ingest.rows import Columns
from tutanak.ingest.source import Entry, Failure, Given, Skipped, Source, fault

FORMS = ("text", "html", "jsonl", "csv", "warc")
SUFFIXES: Mapping[str, str] = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "csv", ".warc": "warc",
}  # fmt: skip
MOST = 4 * LONGEST + 4  # bytes of one text; of what is longer only so much is read as shows it
LARGEST_TABLE = 1 << 31  # bytes that a packed table may fill on disk
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """How files are to be taken: as which form, with which columns; title and date of a plain text."""

    form: str | None = None
    columns: Columns = field(default_factory=Columns)
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A file being read: its name, its bytes, and the file on disk under them, whose position is the progress made."""

    name: str
    stream: BinaryIO
    disk: BinaryIO | None

    @property
    def so_far(self) -> int:
        return self.disk.tell() if self.disk else 0


def entries(paths: Iterable[str], wanted: Wanted | None = None) -> Iterator[Entry]:
    """Every article of the files and folders in order ("-" is standard input), or the reason why there is none."""
    for path in paths:
        if path != "-" and Path(path).is_dir():
            yield from _of_folder(path, wanted or Wanted())
        else:
            yield from _of_path(path, wanted or Wanted())


def files(paths: Iterable[str]) -> Iterator[str]:
    """The files that `entries` reads for these paths; those of folders in the order of their names, hidden ones apart."""
    for path in paths:
        yield from _inside(path) if Path(path).is_dir() else [path]


def is_lines(path: str) -> bool:
    """Does this name stand for JSON Lines?"""
    return form_of(path) == "jsonl"


def form_of(path: str) -> str | None:
    """The form that a file's name tells."""
    return SUFFIXES.get(Path(path.removesuffix(".gz")).suffix.lower())


def lines(paths: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """The objects of JSON Lines files, each with where it stands. Raises BadLine at the first line that holds none, OSError."""
    for path in paths:
        with _opened(path) as opened:
            for number, line in _bounded(opened.stream):
                if line is None or line.strip():
                    yield _object(f"{opened.name}:{number}", line)


def _object(where: str, line: bytes | None) -> tuple[str, Any]:
    try:
        return where, rows.object_of(_whole(line))
    except BadLine as problem:
        raise BadLine(f"{where}: {problem}") from None


# paths


def _of_folder(folder: str, wanted: Wanted) -> Iterator[Entry]:
    found = False
    for path in _inside(folder):
        found = True
        if wanted.form or form_of(path):
            yield from _of_path(path, wanted)
        else:
            yield Skipped(path, "no kind of file that is read")
    if not found:
        yield Failure(folder, "empty: there are no files in this folder")


def _inside(folder: str) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(where, name) for name in sorted(names) if not name.startswith("."))


def _of_path(path: str, wanted: Wanted) -> Iterator[Entry]:
    try:
        with _opened(path) as opened:
            yield from _READERS[wanted.form or form_of(path) or _sniffed(opened.stream)](opened, wanted)
    except InputError as problem:
        yield Failure(_named(path), str(problem))
    except ModuleNotFoundError as problem:
        yield Failure(_named(path), f"needs {problem.name}: pip install 'tutanak[ingest]'")
    except (OSError, EOFError, zlib.error) as problem:
        yield Failure(_named(path), _why(problem))
    except Exception as problem:
        yield fault(_named(path), problem)


def _named(path: str) -> str:
    return "standard input" if path == "-" else path


def _why(problem: Exception) -> str:
    told = {FileNotFoundError: "there is no such file", PermissionError: "you may not read it", EOFError: "cut: the compressed file has no end"}
    return next((words for kind, words in told.items() if isinstance(problem, kind)), getattr(problem, "strerror", None) or str(problem))


@contextmanager
def _opened(path: str) -> Iterator[Opened]:
    if path == "-":
        stream: Any = sys.stdin.buffer
        stream = stream if hasattr(stream, "peek") else io.BufferedReader(stream)
        packed = stream.peek(2)[:2] == b"\x1f\x8b"
        yield Opened(_named(path), io.BufferedReader(gzip.GzipFile(fileobj=stream)) if packed else stream, None)
        return
    with open(path, "rb") as disk:
        unpacked = path.endswith(".gz") and form_of(path) != "warc"
        yield Opened(path, io.BufferedReader(gzip.GzipFile(fileobj=disk)) if unpacked else disk, disk)


def _sniffed(stream: Any) -> str:
    """The form that the first bytes tell, where the name does not."""
    from tutanak.ingest.html import is_page

    first = stream.peek(2048)[:2048]
    if first.startswith(b"WARC/"):
        return "warc"
    if first.startswith(b"{"):
        return "jsonl"
    return "html" if is_page(first) else "text"


# one reader a form


def _text(opened: Opened, wanted: Wanted) -> Iterator[Entry]:
    raw = opened.stream.read(MOST)
    told = decoding.plain(raw)
    found = {name: "given" for name in ("title", "published") if getattr(wanted, name)}
    source = Source("text", opened.name, found=found, encoding=told.encoding, decoded=told.how)
    yield Given(opened.name, article(told.text, title=wanted.title, published=wanted.published), opened.so_far, source)


def _html(opened: Opened, wanted: Wanted) -> Iterator[Entry]:
    from tutanak.ingest.html import given

    asked = {name: (value, "given") for name in ("title", "published") if (value := getattr(wanted, name))}
    made = given(opened.stream.read(MOST), Source("html", opened.name), hints=asked)
    yield replace(made, so_far=opened.so_far)


def _json_lines(opened: Opened, wanted: Wanted) -> Iterator[Entry]:
    number = 0
    for number, line in _bounded(opened.stream):
        if line is None or line.strip():
            yield _of_line(f"{opened.name}:{number}", line, wanted.columns, opened.so_far)
    if not number:
        yield Failure(opened.name, "empty: there are no lines to read")


def _of_line(where: str, line: bytes | None, columns: Columns, so_far: int) -> Entry:
    try:
        made, source = rows.with_source(rows.object_of(_whole(line)), columns, Source("jsonl", where))
        return Given(where, made, so_far, source)
    except InputError as problem:
        return Failure(where, str(problem))


def _bounded(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream, numbered; None for one that is longer than any article, which is passed over."""
    number = 0
    while line := stream.readline(2 * MOST):
        number += 1
        cut = len(line) == 2 * MOST
        while cut and line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None if cut else line


def _whole(line: bytes | None) -> bytes:
    if line is None:
        raise BadLine(f"too long: a line of more than {2 * MOST:,} bytes is no article")
    return line


def _table(opened: Opened, wanted: Wanted) -> Iterator[Entry]:
    with _twice(opened) as stream:
        codec, how = decoding.named(iter(lambda: stream.read(_CHUNK), b""))
        stream.seek(0)
        words = io.TextIOWrapper(stream, encoding=codec, newline="")
        try:
            source = Source("csv", opened.name, encoding="windows-1254" if codec == "cp1254" else codec.removesuffix("-sig"), decoded=how)
            yield from _of_table(words, opened, wanted, source)
        except UnicodeDecodeError as problem:
            yield Failure(opened.name, f"wrongly encoded: it begins as {codec} but {problem.reason}; save it as UTF-8")
        finally:
            words.detach()


def _of_table(words: Iterable[str], opened: Opened, wanted: Wanted, source: Source) -> Iterator[Entry]:
    table = rows.Table(words, wanted.columns, "\t" if opened.name.removesuffix(".gz").endswith(".tsv") else None)
    for number, cells in table:
        where = f"{opened.name}:{number}"
        try:
            if isinstance(cells, BadLine):
                raise cells
            made, told = rows.of_cells(cells, table.names, replace(source, where=where))
            yield Given(where, made, opened.so_far, told)
        except InputError as problem:
            yield Failure(where, str(problem))


@contextmanager
def _twice(opened: Opened) -> Iterator[BinaryIO]:
    """A stream that can be read again from its start: the file, or a copy of what comes only once."""
    if opened.stream is opened.disk:
        yield opened.disk
        return
    with tempfile.TemporaryFile() as copy:
        while chunk := opened.stream.read(_CHUNK):
            if copy.write(chunk) and copy.tell() > LARGEST_TABLE:
                raise TooLarge(f"too large: a packed table of more than {LARGEST_TABLE:,} bytes; unpack it yourself")
        copy.seek(0)
        yield copy


def _warc(opened: Opened, _wanted: Wanted) -> Iterator[Entry]:
    from tutanak.ingest.warc import pages

    yield from pages(opened.stream, opened.name, lambda: opened.so_far)


_READERS: Mapping[str, Callable[[Opened, Wanted], Iterator[Entry]]] = {
    "text": _text, "html": _html, "jsonl": _json_lines, "csv": _table, "warc": _warc,
}  # fmt: skip
