"""What an entry of the index of stories is: eight bytes, the lowest first, that hold a key and the number of a document under it."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

ENTRY: Final = 8
"""Bytes of an entry."""
NUMBER: Final = 28
"""Bits of the number of a document: the lowest; those of the key stand above them. A test holds it to `stories.runs`."""
PAGE: Final = 28
"""Bits of the number of a page, under that of its run, in the id of a page."""


def without(entries: bytes, gone: Set[int]) -> bytes:
    """Entries but those of these documents."""
    told = (entries[at : at + ENTRY] for at in range(0, len(entries), ENTRY))
    return b"".join(entry for entry in told if int.from_bytes(entry, "little") & (1 << NUMBER) - 1 not in gone)
