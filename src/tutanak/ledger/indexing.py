"""The words of documents as they are indexed: for both databases the same."""

from __future__ import annotations

from unicodedata import normalize

from tutanak.text.casing import bare, lower


def indexed(title: str | None, text: str) -> tuple[str, str]:
    """The words of a document for the index: in lower case, and folded to plain letters."""
    told = normalize("NFC", f"{title}\n{text}" if title else text)
    return words(lower(told)), words(bare(told))


def words(text: str) -> str:
    """Letters and digits; all else is a space, so that both databases see the same words."""
    return "".join([c if c.isalnum() else " " for c in text])
