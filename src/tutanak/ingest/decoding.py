"""Bytes to characters by a rule of our own: a wrong guess silently deletes “ ” ’.

The order: byte order mark, strict UTF-8, what the server's header says, what the page's own meta says, windows-1254 where the letters are
those of Turkish, a detector (pages alone). iso-8859-9 means windows-1254 here, as browsers have it, and so do the western labels: they
differ in the six letters Ğ İ Ş ğ ı ş, and it is Turkish that we read. A control character (U+0080 to U+009F) is the trace of a wrong
decoding, never text.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
    (b"GIF8", "an image"), (b"\x1f\x8b", "a gzip file"), (b"\xd0\xcf\x11\xe0", "an office file"),
)  # fmt: skip

TURKISH = "windows-1254"
_ALIKE = {"cp1254", "iso8859-9", "cp1252", "iso8859-1", "iso8859-15", "ascii"}
_KNOWN = re.compile(r"cp\d+|iso8859-\d+|koi8-\w|mac-turkish|gb\w+|big5\w*|euc_\w+|shift_jis|utf-8(-sig)?|utf-16(-[lb]e)?")
_CONTROLS = re.compile("[\x80-\x9f]")
_META = re.compile(
    rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml\b[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""", re.IGNORECASE
)
_HEAD = 4096  # where a meta element must stand to be heard (browsers look at 1024 bytes)
_DAMAGE = 1000  # one broken character in so many may stand in a page's furniture


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of some bytes, under which name they were decoded, and by which rule."""

    text: str
    encoding: str
    how: str


def decode(raw: bytes) -> str:
    """The text of a plain file: UTF-8, UTF-16 or UTF-32 with a byte order mark, or windows-1254. Raises NotText."""
    return plain(raw).text


def plain(raw: bytes) -> Decoded:
    """As `decode`, with what was found out. Raises NotText."""
    marked = _by_mark(raw)
    if marked:
        return marked
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", "strict utf-8")
    except UnicodeDecodeError as problem:
        if why := _not_turkish(frozenset(raw), _shares(raw), f"byte {problem.start} (0x{raw[problem.start]:02X})"):
            raise NotText(why) from None
        return Decoded(raw.decode("cp1254"), TURKISH, "the letters of Turkish")


def page(raw: bytes, header: str | None = None) -> Decoded:
    """The characters of an HTML or XML page; `header`: the charset that came with it. Raises NotText."""
    if marked := _by_mark(raw):
        return _clean(marked)
    tried = (_strict(raw, label, how) for label, how in _candidates(raw, header))
    if found := next(filter(None, tried), None):
        return _clean(found)
    if found := _damaged(raw, header):
        return found
    raise NotText("unknown encoding: neither UTF-8, nor what the server or the page says, nor windows-1254")


def declared(raw: bytes) -> str | None:
    """The encoding that a page itself names."""
    found = _META.search(raw[:_HEAD])
    return (found.group(1) or found.group(2)).decode("ascii", "replace") if found else None


def named(chunks: Iterable[bytes]) -> tuple[str, str]:
    """The codec of a plain file that is too large to hold, and the rule that told it. Raises NotText."""
    stream = iter(chunks)
    first = next(stream, b"")
    if marked := _mark_of(first):
        return marked, "byte order mark"
    return _codec_of(_chain(first, stream))


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _codec_of(chunks: Iterator[bytes]) -> tuple[str, str]:
    decoder, seen, counts, fits = codecs.getincrementaldecoder("utf-8")(), set[int](), [0, 0, 0], True
    for chunk in chunks:
        fits = fits and _fits(decoder, chunk)
        seen.update(chunk)
        counts = [a + b for a, b in zip(counts, _shares(chunk), strict=True)]
    if fits and _fits(decoder, b"", final=True):
        return "utf-8", "strict utf-8"
    if why := _not_turkish(frozenset(seen), (counts[0], counts[1], counts[2]), "some of it"):
        raise NotText(why)
    return "cp1254", "the letters of Turkish"


def _fits(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _mark_of(raw: bytes) -> str | None:
    """The codec that a byte order mark names; what cannot be text is refused."""
    if not raw.strip():
        raise NotText("empty: there is no text to read")
    for mark, name in BOMS:
        if raw.startswith(mark):
            return name
    for start, what in BINARY:
        if raw.startswith(start):
            raise NotText(f"not text: it looks like {what}; give its words as plain text")
    if 0 in raw:
        raise NotText(f"not text: a NUL at byte {raw.index(0)}; it is binary, or UTF-16 without a byte order mark (save it as UTF-8)")
    return None


def _by_mark(raw: bytes) -> Decoded | None:
    name = _mark_of(raw)
    if name is None:
        return None
    try:
        return Decoded(raw.decode(name), name.removesuffix("-sig"), "byte order mark")
    except UnicodeDecodeError as problem:
        raise NotText(f"wrongly encoded: it begins as {name} but byte {problem.start} does not fit; save it as UTF-8") from None


def _shares(raw: bytes) -> tuple[int, int, int]:
    """How many bytes are beyond ASCII, of Turkish letters, and of the marks and vowels beside them."""
    high = [b for b in raw if b > 0x7F]
    turkish = sum(b in TURKISH_BYTES for b in high)
    return len(high), turkish, sum(b in MARK_BYTES for b in high)


def _not_turkish(seen: frozenset[int], shares: tuple[int, int, int], where: str) -> str | None:
    """Why bytes that are not UTF-8 are not windows-1254 either: where the high bytes are not those Turkish uses."""
    high, turkish, marks = shares
    if seen & NONE_BYTES or turkish + marks < 0.95 * high or not turkish:
        return f"unknown encoding: {where} is not UTF-8, and the text is not windows-1254; save it as UTF-8"
    return None


def _candidates(raw: bytes, header: str | None) -> Iterator[tuple[str | None, str]]:
    yield "utf-8", "strict utf-8"
    yield header, "header"
    yield declared(raw), "meta"
    if _fits_turkish(raw):  # before the detector, which took six of 18,000 Turkish texts for other languages
        yield TURKISH, "the letters of Turkish"
    yield _detected(raw), "detector"


def _fits_turkish(raw: bytes) -> bool:
    """Are the bytes beyond ASCII those that Turkish uses? A page whose only ones are marks (’ “ ”) fits as well."""
    high, turkish, marks = _shares(raw)
    return not NONE_BYTES & frozenset(raw) and turkish + marks >= 0.95 * high


def _detected(raw: bytes) -> str | None:
    from resiliparse.parse.encoding import detect_encoding

    return str(detect_encoding(raw) or "") or None


def _codec(label: str | None) -> str | None:
    """The codec of a label, if it is one of text; labels of the Latin script mean windows-1254."""
    try:
        name = codecs.lookup((label or "").strip().removeprefix("x-").replace("iso-8859-8-i", "iso-8859-8")).name
    except (LookupError, ValueError):
        return None
    if name in _ALIKE:
        return "cp1254"
    return name if _KNOWN.fullmatch(name) else None


def _strict(raw: bytes, label: str | None, how: str) -> Decoded | None:
    codec = _codec(label)
    if codec is None:
        return None
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return None
    if how != "strict utf-8" and _CONTROLS.search(text):
        return None
    return Decoded(text, TURKISH if codec == "cp1254" else codec, how)


def _damaged(raw: bytes, header: str | None) -> Decoded | None:
    """A page in UTF-8 with a broken byte here and there: its article may be whole (who takes it out, looks whether it is)."""
    if not any(_codec(label) == "utf-8" for label in (header, declared(raw), _detected(raw))):
        return None
    text = raw.decode("utf-8", "replace")
    return Decoded(text, "utf-8", "utf-8, damaged") if text.count("\ufffd") * _DAMAGE <= len(text) + _DAMAGE else None


def _clean(found: Decoded) -> Decoded:
    if wrong := _CONTROLS.search(found.text):
        code = ord(wrong.group())
        raise NotText(f"wrongly decoded: a control character (U+{code:04X}) in the page; somebody took windows-1254 for iso-8859-9")
    return found
