"""An article: the source as it came, never altered, and what is known of it from outside its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from tutanak.errors import NotText

LONGEST = 10_000_000
"""Code points; what is longer is no article (and no reader of articles is tried on it)."""

_ASCII = bytes(range(128))
_TURKISH = bytes(range(128, 256)).decode("cp1254", "ignore")
_FREQUENT = "ıüşğöçİÜŞÖÇ’“”"  # most that is not ASCII: told first, each by a look at few
_UNREADABLE = re.compile("[\x00\x80-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Article:
    """A text and where it comes from. `published`: an ISO date or time, as given."""

    text: str
    id: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str = "tr"

    @property
    def sha256(self) -> str:
        """The hash of the text, by which another copy can be told."""
        return sha256(self.text.encode("utf-8")).hexdigest()


def article(
    text: str, *, id: str | None = None, title: str | None = None, published: str | None = None, url: str | None = None, outlet: str | None = None
) -> Article:
    """The article, its characters checked; without an id it is named by the hash of its text. Raises NotText."""
    check(text)
    return Article(text, id or sha256(text.encode("utf-8")).hexdigest()[:16], title, published, url, outlet)


def check(text: str) -> None:
    """Refuse what cannot be an article's text: empty, far too long, or with characters of a wrong decoding."""
    if not text.strip():
        raise NotText("empty: there is no text to read")
    if len(text) > LONGEST:
        raise NotText(f"too long: {len(text):,} characters, an article has at most {LONGEST:,}; split it into articles (JSON Lines)")
    if ("\0" in text or not of_turkish_page(text)) and (found := _UNREADABLE.search(text)):
        raise NotText(_unreadable(found.group(), found.start()))


@lru_cache(maxsize=1)  # asked again for the same text when it is read
def of_turkish_page(text: str) -> bool:
    """Is every character of the Turkish code page (windows-1254), as in nearly all articles? The few that are not ASCII are looked at."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return not rest.decode("utf-8", "surrogatepass").strip(_FREQUENT).strip(_TURKISH)


def _unreadable(character: str, offset: int) -> str:
    code = ord(character)
    if code == 0:
        return f"not text: a NUL at character {offset}; is it a binary file, or UTF-16 without a byte order mark?"
    if code >= 0xD800:
        return f"not text: a lone surrogate (U+{code:04X}) at character {offset}; the text was cut or decoded wrongly"
    return f"wrongly decoded: a control character (U+{code:04X}) at character {offset}; decode it as windows-1254, not as iso-8859-9"
