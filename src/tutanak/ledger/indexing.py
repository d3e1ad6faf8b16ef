"""The words of documents as they are indexed: for both databases the same."""

from __future__ import annotations

import re
from unicodedata import normalize

from tutanak.text.casing import bare, lower

_OTHERS = re.compile(r"[\W_]+")


def indexed(title: str | None, text: str) -> tuple[str, str]:
    """The words of a document for the index: in lower case, and folded to plain letters."""
    told = normalize("NFC", f"{title}\n{text}" if title else text)
    written = words(lower(told))
    return written, bare(written)


def words(text: str) -> str:
    """Letters and digits; all else is a space, so that both databases see the same words."""
    return _OTHERS.sub(" ", text)
