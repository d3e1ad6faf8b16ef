"""The start: pairs of states with their activity over time, stories, what was added, what failed."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request

from tutanak.ledger import Ledger, glances
from tutanak.stories import telling
from tutanak.web import timeline
from tutanak.web.opening import Book, Spoken
from tutanak.web.telling import Page, page
from tutanak.web.timeline import Bar, Pulse

PAIRS, STORIES, ARTICLES, FAILURES = 16, 6, 10, 5

router = APIRouter()


@page(router, "/")
def start(request: Request, speech: Spoken, book: Book) -> Page:  # noqa: ARG001
    """The pairs that most records tie, each with its pulse; what is new, and what could not be read."""
    pairs = book.pairs(PAIRS)
    pulses = book.pulses([(a, b) for a, b, _ in pairs])
    rows = [{"a": a, "b": b, "records": n} for a, b, n in pairs]
    latest, failed, stories = book.latest(ARTICLES), book.failed(), listed(book)
    told = {"pairs": rows, "articles": [e.to_dict() for e in latest], "stories": [s.to_dict() for s in stories]}
    months = [month for pulse in pulses.values() for month in pulse]
    drawn = {(a, b): _pulse(pulses.get((a, b), {}), months) for a, b, _ in pairs}
    shown = {"pairs": pairs, "drawn": drawn, "latest": latest, "failed": failed[-FAILURES:][::-1], "failures": len(failed), "stories": stories}
    return Page("start", speech("tagline"), told, rows, {**shown, "count": counted(book), "span": (min(months, default=""), max(months, default=""))})


def listed(book: Ledger, limit: int = STORIES) -> list[telling.Story]:
    """The stories of several articles."""
    with book.store.reading() as connection:
        return telling.listed(connection, limit=limit)


def counted(book: Ledger) -> dict[str, int]:
    """How many articles and records a ledger shows."""
    with book.store.reading() as connection:
        return glances.counted(connection)


def _pulse(counts: Mapping[str, int], months: list[str], width: float = 240, height: float = 30) -> Pulse:
    """The records of a pair month by month, all pairs over the same months."""
    names = list(timeline.stretches(min(months), max(months), timeline.MONTH)) if months else []
    step, most = width / max(len(names), 1), max(counts.values(), default=1)
    bars = [_bar(n * step, step, counts[name] / most * (height - 2), height) for n, name in enumerate(names) if name in counts]
    return Pulse(width, height, tuple(bars))


def _bar(x: float, step: float, tall: float, height: float) -> Bar:
    return Bar(round(x + step * 0.15, 1), round(height - tall, 1), round(step * 0.7, 1), round(tall, 1), "", 0)
