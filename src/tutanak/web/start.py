"""The start: pairs of states with their activity over time, stories, what was added, what failed."""

from __future__ import annotations

from fastapi import APIRouter, Request

from tutanak.web.opening import Book, Spoken
from tutanak.web.telling import Page, page

router = APIRouter()


@page(router, "/")
def start(request: Request, speech: Spoken, book: Book) -> Page:  # noqa: ARG001
    """The pairs that most records tie."""
    rows = [{"a": a, "b": b, "records": n} for a, b, n in book.pairs()]
    return Page("start", speech("start"), {"pairs": rows}, rows, {"pairs": rows})
