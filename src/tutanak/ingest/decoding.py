"""Bytes to characters by a rule of our own: a wrong guess silently deletes “ ” ’."""

from __future__ import annotations

from tutanak.errors import NotText

BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"),
)  # fmt: skip
TURKISH_BYTES = frozenset(b"\xd0\xdd\xde\xf0\xfd\xfe\xc7\xd6\xdc\xe7\xf6\xfc")  # Ğ İ Ş ğ ı ş Ç Ö Ü ç ö ü
MARK_BYTES = frozenset(b"\x80\x82\x84\x85\x91\x92\x93\x94\x96\x97\xa0\xab\xbb\xb0\xb4\xb7\xbd\xc2\xce\xdb\xe2\xee\xfb\xe9\xe8")  # marks and â î û é è
NONE_BYTES = frozenset(b"\x81\x8d\x8e\x8f\x90\x9d\x9e")  # what windows-1254 leaves empty
BINARY = (
    (b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip or office file"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a gzip file"), (b"\xd0\xcf\x11\xe0", "an office file"),
)  # fmt: skip


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 or UTF-32 with a byte order mark, or windows-1254. Raises NotText."""
    if not raw.strip():
        raise NotText("empty: there is no text to read")
    for mark, name in BOMS:
        if raw.startswith(mark):
            return _strictly(raw, name)
    for start, what in BINARY:
        if raw.startswith(start):
            raise NotText(f"not text: it looks like {what}; give its words as plain text")
    if 0 in raw:
        raise NotText(f"not text: a NUL at byte {raw.index(0)}; it is binary, or UTF-16 without a byte order mark (save it as UTF-8)")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        return _turkish(raw, problem)


def _strictly(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as problem:
        raise NotText(f"wrongly encoded: it begins as {name} but byte {problem.start} does not fit; save it as UTF-8") from None


def _turkish(raw: bytes, problem: UnicodeDecodeError) -> str:
    """Not UTF-8: windows-1254 where the high bytes are those Turkish uses, else an error that says so."""
    high = [b for b in raw if b > 0x7F]
    known = sum(b in TURKISH_BYTES or b in MARK_BYTES for b in high)
    if any(b in NONE_BYTES for b in high) or known < 0.95 * len(high) or not any(b in TURKISH_BYTES for b in high):
        byte = f"byte {problem.start} (0x{raw[problem.start]:02X})"
        raise NotText(f"unknown encoding: {byte} is not UTF-8, and the text is not windows-1254; save it as UTF-8")
    return raw.decode("cp1254")
