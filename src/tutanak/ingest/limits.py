"""How much is taken from a stranger: bytes, seconds, redirects; what is packed is unpacked no further than that."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from tutanak.errors import TooLarge, Unfinished


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one answer may take. size: bytes, as sent and as unpacked; seconds: from asking to the last byte."""

    size: int = 10_000_000
    seconds: float = 60.0
    pause: float = 20.0
    redirects: int = 5


def unpacked(chunks: Iterable[bytes], coding: str, most: int) -> bytes:
    """What chunks hold, by their content coding. Raises TooLarge, Unfinished (cut, broken, packed in an unknown way)."""
    name = coding.strip().lower().removeprefix("x-")
    if name not in _WAYS:
        raise Unfinished(f"packed as {name[:20]!r}, which is not read")
    held = bytearray()
    for piece in _WAYS[name](_measured(chunks, most), most):
        held += piece
        if len(held) > most:
            raise TooLarge(f"too large: more than {most:,} bytes{' when unpacked' if name else ''}")
    return bytes(held)


def _measured(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise TooLarge(f"too large: more than {most:,} bytes")
        yield chunk


def _as_sent(chunks: Iterable[bytes], _most: int) -> Iterator[bytes]:
    yield from chunks


def _gzip(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    yield from _inflated(chunks, most, lambda _first: zlib.decompressobj(31))


def _deflate(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    """With zlib's head, as the standard has it, or without, as some servers do."""
    yield from _inflated(chunks, most, lambda first: zlib.decompressobj(15 if first[:1] and first[0] & 0x0F == 8 else -15))


def _inflated(chunks: Iterable[bytes], most: int, opened: Callable[[bytes], Any]) -> Iterator[bytes]:
    machine = None
    try:
        for chunk in chunks:
            rest = chunk
            while rest:
                machine = opened(rest) if machine is None or machine.eof else machine
                yield machine.decompress(rest, most + 1)
                rest = machine.unused_data if machine.eof else machine.unconsumed_tail
    except zlib.error as problem:
        raise Unfinished(f"broken: it does not unpack ({problem})") from None
    if machine is not None and not machine.eof:
        raise Unfinished("cut: what is packed has no end")


def _brotli(chunks: Iterable[bytes], most: int) -> Iterator[bytes]:
    from fastwarc.stream_io import BrotliReader

    try:
        yield BrotliReader(BytesIO(b"".join(chunks))).read(most + 1)
    except OSError as problem:
        raise Unfinished(f"broken: it does not unpack ({problem})") from None


_WAYS: dict[str, Callable[[Iterable[bytes], int], Iterator[bytes]]] = {
    "": _as_sent, "identity": _as_sent, "gzip": _gzip, "deflate": _deflate, "br": _brotli,
}  # fmt: skip
