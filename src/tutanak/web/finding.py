"""The page of a search: articles that hold all its words, the words marked where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request

from tutanak.errors import LedgerError
from tutanak.ledger import Ledger
from tutanak.ledger.people import Actor, find
from tutanak.ledger.search import Hit
from tutanak.web.asking import Questioned
from tutanak.web.linking import Piece
from tutanak.web.opening import Book, Spoken
from tutanak.web.telling import Page, page

PAGE, PEOPLE, LONGEST = 20, 5, 300

router = APIRouter()


@dataclass(frozen=True)
class Found:
    """A hit with its text around, the words that were looked for marked."""

    hit: Hit
    pieces: tuple[Piece, ...]


@page(router, "/search")
def search(request: Request, speech: Spoken, book: Book, question: Questioned, q: str = "") -> Page:  # noqa: ARG001
    """What the articles say to these words; people and bodies so called first."""
    words = q.strip()[:LONGEST]
    at, more = question.page, False
    hits: list[Hit] = []
    if words:
        hits = book.search(words, since=question.since, until=question.until, limit=PAGE + 1, offset=(at - 1) * PAGE)
        hits, more = hits[:PAGE], len(hits) > PAGE
    shown = {"q": words, "found": [Found(h, tuple(_pieces(h))) for h in hits], "people": called(book, words) if words and at == 1 else [],
             "at": at, "more": more, "asked": {"q": words, "since": question.since, "until": question.until}}  # fmt: skip
    title = f"{words} · {speech('search')}" if words else speech("search")
    return Page("search", title, [h.to_dict() for h in hits], [_row(h) for h in hits], shown)


def called(book: Ledger, words: str) -> list[Actor]:
    """The people and bodies whose names hold these words."""
    try:
        with book.store.reading() as connection:
            return find(connection, words)[:PEOPLE]
    except LedgerError:
        return []


def _pieces(hit: Hit) -> list[Piece]:
    found, place = [], hit.around.start
    for span in (s for s in hit.spans if hit.around.holds(s) and s.start >= place):
        if span.start >= place:
            found += [Piece(hit.text[place : span.start]), Piece(span.of(hit.text), "found")]
            place = span.end
    return [*found, Piece(hit.text[place : hit.around.end])]


def _row(hit: Hit) -> dict[str, Any]:
    return {
        "sha256": hit.sha256, "title": hit.title, "outlet": hit.outlet, "url": hit.url, "published": hit.published, "exact": hit.exact,
        "around": hit.around.of(hit.text), "records": "; ".join(hit.records),
    }  # fmt: skip
