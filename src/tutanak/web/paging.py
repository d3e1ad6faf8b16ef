"""Where the next page of an answer begins, as a word that only the question it came from understands."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Iterable
from hashlib import sha256

import orjson

from tutanak.errors import Unclear

MOST = 2**31 - 1
"""A place beyond which no ledger reaches: its ids are 32 bits."""


class Question:
    """One question, page by page. asked: all that it is confined to."""

    def __init__(self, path: str, asked: Iterable[tuple[str, str]]) -> None:
        told = sorted((name, value) for name, value in asked if name != "page")
        self._mark = sha256(orjson.dumps([path, told])).hexdigest()[:16]

    def page(self, place: int | tuple[str, int]) -> str:
        """The word for the page that begins at this place."""
        return urlsafe_b64encode(orjson.dumps([self._mark, place])).decode().rstrip("=")

    def offset(self, page: str) -> int:
        """How many answers stand before this page. Raises Unclear."""
        place = self._place(page) if page else 0
        if isinstance(place, int) and _is_number(place):
            return place
        raise Unclear(FOREIGN)

    def after(self, page: str) -> tuple[str, int] | None:
        """The answer that stands before this page. Raises Unclear."""
        place = self._place(page) if page else None
        if place is None:
            return None
        if isinstance(place, list) and len(place) == 2 and isinstance(place[0], str) and _is_number(place[1]):
            return place[0], place[1]
        raise Unclear(FOREIGN)

    def _place(self, page: str) -> object:
        try:
            mark, place = orjson.loads(urlsafe_b64decode(page + "=" * (-len(page) % 4)))
        except (Error, ValueError, TypeError):
            raise Unclear(FOREIGN) from None
        if mark != self._mark:
            raise Unclear(FOREIGN)
        return place


FOREIGN = "page: not the word for a page of this question; take it from `next` and leave the rest of the question as it was"


def _is_number(place: object) -> bool:
    return type(place) is int and 0 <= place <= MOST
