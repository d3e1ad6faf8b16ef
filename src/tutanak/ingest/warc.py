"""Pages out of a web archive: each record read within limits; after one that is cut or damaged the next is looked for."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

from tutanak.errors import InputError, TooLarge, Unfinished
from tutanak.ingest import html
from tutanak.ingest.limits import Limits, unpacked
from tutanak.ingest.source import Entry, Failure, Given, Skipped, Source, fault

_CHUNK = 1 << 16
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."


class Damage(Exception):
    """The archive cannot be followed beyond the record that begins at this byte. known: it was seen to be a record."""

    def __init__(self, at: int, why: str, *, known: bool) -> None:
        super().__init__(why)
        self.at = at
        self.known = known


Begin = Callable[[int], None]
"""Told of each page before it is taken, by the byte at which its record begins; raises InputError where it is not to be taken."""


def pages(
    stream: BinaryIO, name: str, so_far: Callable[[], int], limits: Limits | None = None, begin_page: Begin = lambda _at: None
) -> Iterator[Entry]:
    """Every page of an archive, or why there is none; records that are no answers of a server are passed over."""
    begin: int | None = 0
    lost = False  # between a damaged record and the next good one, where starts are tried without a word
    while begin is not None:
        try:
            for entry in _from(stream, begin, name, limits or Limits(), begin_page):
                lost = False
                yield replace(entry, so_far=so_far()) if isinstance(entry, Given) else entry
            return
        except Damage as damage:
            if damage.known or not lost:
                yield Failure(f"{name}@{damage.at}", str(damage))
            lost, begin = True, _next_start(stream, damage.at + 1)


def _next_start(stream: BinaryIO, begin: int) -> int | None:
    """Where, from a byte on, another record may begin."""
    if not stream.seekable():
        return None
    stream.seek(0)
    mark = _GZIP if stream.read(3) == _GZIP else _PLAIN
    stream.seek(begin)
    at, held = begin, b""
    while chunk := stream.read(_CHUNK):
        held += chunk
        if (found := held.find(mark)) >= 0:
            return at + found
        at, held = at + len(held) - len(mark) + 1, held[1 - len(mark) :]
    return None


def _from(stream: BinaryIO, begin: int, name: str, limits: Limits, begin_page: Begin) -> Iterator[Entry]:
    """The pages from a byte on, each when its record is known to be whole. Raises Damage."""
    held: list[Entry] = []
    try:
        for at, entry in _records(stream, begin, name, limits, begin_page):
            yield from held
            begin, held = at, [entry]
    except OSError as problem:
        whole = held and _has_end(stream, begin)
        if whole:
            yield from held
        raise Damage(begin, f"cut or damaged: {problem}", known=bool(held) and not whole) from None
    except Damage:
        yield from held
        raise
    yield from held


def _records(stream: BinaryIO, begin: int, name: str, limits: Limits, begin_page: Begin) -> Iterator[tuple[int, Entry]]:
    """The answers in an archive from a byte on, each with the byte at which its record begins. Raises Damage, OSError."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream.seek(begin) if begin else None
    for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="none"):
        at, length = record.stream_pos, min(record.content_length, limits.size + 1)
        raw = record.reader.read(length)
        if len(raw) < length or record.headers.get("WARC-Date") is None or b"\r\nWARC-Type: " in raw:
            raise Damage(at, "cut: the record is shorter than it says", known=True)
        yield at, _page(record, raw, f"{name}@{at}", limits, begin_page)


def _has_end(stream: BinaryIO, begin: int) -> bool:
    """Is the record that begins here packed whole, so that what cannot be read comes after it?"""
    if not stream.seekable():
        return True
    stream.seek(begin)
    machine, packed = zlib.decompressobj(31), stream.read(3) == _GZIP
    stream.seek(begin)
    try:
        while packed and not machine.eof and (chunk := machine.unconsumed_tail or stream.read(_CHUNK)):
            machine.decompress(chunk, _CHUNK)
    except zlib.error:
        return False
    return machine.eof or not packed


def _page(record: Any, raw: bytes, where: str, limits: Limits, begin_page: Begin) -> Entry:
    url, answer = record.headers.get("WARC-Target-URI") or "", record.http_headers
    if answer is None or not url.startswith(("http://", "https://")):
        return Skipped(where, "not a page")
    if answer.status_code != 200:
        return Skipped(where, f"answered {answer.status_code}")
    if not _is_page(record.http_content_type, raw):
        return Skipped(where, "not a page")
    try:
        begin_page(record.stream_pos)
        body = _body(record, raw, limits)
        source = Source("warc", where, fetched=record.headers.get("WARC-Date"), etag=answer.get("ETag"), modified=answer.get("Last-Modified"))
        return html.given(body, source, url=url, header=record.http_charset)
    except InputError as problem:
        return Failure(f"{where} {url}", str(problem))
    except Exception as problem:
        return fault(f"{where} {url}", problem)


def _is_page(media: str | None, raw: bytes) -> bool:
    return "html" in media.lower() if media else html.is_page(raw)


def _body(record: Any, raw: bytes, limits: Limits) -> bytes:
    """What the server sent, out of its chunks and its packing. Raises TooLarge, Unfinished."""
    from fastwarc.stream_io import ChunkedReader

    if len(raw) > limits.size:
        raise TooLarge(f"too large: more than {limits.size:,} bytes")
    if record.headers.get("WARC-Truncated"):
        raise Unfinished("cut: the crawler took only its beginning")
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        try:
            raw = ChunkedReader(BytesIO(raw)).read(limits.size + 1)
        except OSError as problem:
            raise Unfinished(f"broken: {problem}") from None
    return unpacked([raw], record.http_headers.get("Content-Encoding") or "", limits.size)
