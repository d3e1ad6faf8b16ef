"""Articles brought in from files: texts decoded with care, lines of JSON taken apart, each failure with its reason."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from tutanak.article import LONGEST, Article, article
from tutanak.errors import BadLine, InputError
from tutanak.ingest.decoding import decode
from tutanak.ingest.source import Entry, Failure, Given


def entries(paths: Iterable[str], title: str | None = None, published: str | None = None) -> Iterator[Entry]:
    """Every article of the files in order ("-" is standard input), or the reason why there is none."""
    for path in paths:
        try:
            yield from _of_file(path, title, published)
        except InputError as problem:
            yield Failure(_named(path), str(problem))
        except (OSError, EOFError) as problem:
            yield Failure(_named(path), _why(problem))


def lines(paths: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """The objects of JSON Lines files, each with where it stands. Raises BadLine at the first line that holds none, OSError."""
    for path in paths:
        with _opened(path) as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _object(f"{_named(path)}:{number}", line)


def _object(where: str, line: bytes) -> tuple[str, Any]:
    try:
        return where, _row(line.removeprefix(b"\xef\xbb\xbf"))
    except BadLine as problem:
        raise BadLine(f"{where}: {problem}") from None


def is_lines(path: str) -> bool:
    """Does this name stand for JSON Lines?"""
    return path.removesuffix(".gz").endswith((".jsonl", ".ndjson"))


def _named(path: str) -> str:
    return "standard input" if path == "-" else path


def _why(problem: OSError | EOFError) -> str:
    told = {FileNotFoundError: "there is no such file", IsADirectoryError: "a directory: give its files", PermissionError: "you may not read it"}
    return next((words for kind, words in told.items() if isinstance(problem, kind)), getattr(problem, "strerror", None) or str(problem))


def _of_file(path: str, title: str | None, published: str | None) -> Iterator[Entry]:
    with _opened(path) as stream:
        first = stream.read(1) if path == "-" else b""
        if is_lines(path) or first == b"{":
            yield from _of_lines(path, stream, first)
        else:
            raw = first + stream.read(4 * LONGEST + 4)
            yield Given(_named(path), article(decode(raw), title=title, published=published), len(raw))


def _opened(path: str) -> BinaryIO:
    if path == "-":
        return sys.stdin.buffer
    if Path(path).is_dir():
        raise IsADirectoryError(21, "Is a directory")
    return gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")  # type: ignore[return-value]


def _of_lines(path: str, stream: BinaryIO, first: bytes) -> Iterator[Entry]:
    so_far, number = 0, 0
    for number, raw in enumerate(stream, 1):
        line = first + raw if number == 1 else raw
        so_far += len(line)
        if line.strip():
            yield _of_line(f"{_named(path)}:{number}", line, so_far)
    if not number:
        yield Failure(_named(path), "empty: there are no lines to read")


def _of_line(where: str, line: bytes, so_far: int) -> Entry:
    try:
        return Given(where, from_row(_row(line.removeprefix(b"\xef\xbb\xbf"))), so_far)
    except InputError as problem:
        return Failure(where, str(problem))


def _row(line: bytes) -> Any:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as problem:
        raise BadLine(f"not a line of JSON: {problem}") from None


def from_row(row: Any) -> Article:
    """The article of a JSON object with text and, as they are known, id, title, published, url, outlet. Raises InputError."""
    if not isinstance(row, dict):
        raise BadLine(f'not an article: a {type(row).__name__} where {{"id": …, "text": …}} is wanted')
    if isinstance(row.get("doc"), dict) and "text" not in row:
        row = row["doc"]
    if not isinstance(row.get("text"), str):
        raise BadLine("not an article: no words under \"text\"")
    given = {name: _word(row, name) for name in ("id", "title", "published", "url", "outlet")}
    return article(row["text"], **given)


def _word(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if isinstance(value, int) and name == "id":
        return str(value)
    if value is not None and not isinstance(value, str):
        raise BadLine(f'not an article: "{name}" is a {type(value).__name__} where a string is wanted')
    return value or None
