"""What every route is given: the ledger that is open, what was made of it, and the language of whoever asks."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from tutanak.ledger import Ledger
from tutanak.ledger.tracing import Memory
from tutanak.web.speech import LANGUAGES, Speech

COOKIE = "lang"


def book(request: Request) -> Ledger:
    """The ledger of this app: every question to it takes a connection of its own, so that threads may share it."""
    ledger: Ledger = request.app.state.ledger
    return ledger


def memory(request: Request) -> Memory:
    """What was made of the ledger as it stands now, for pages that are made of the same."""
    kept: Memory = request.app.state.memory
    return kept


def speech(request: Request) -> Speech:
    """The language asked for by `?lang=`, else the one chosen before, else what the browser prefers, else Turkish."""
    chosen = request.query_params.get("lang") or request.cookies.get(COOKIE) or ""
    return Speech(chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", "")))


def preferred(told: str) -> str:
    """The first language of an Accept-Language that pages have; Turkish where there is none."""
    named = (part.split(";")[0].strip()[:2].lower() for part in told.split(","))
    return next((lang for lang in named if lang in LANGUAGES), "tr")


Book = Annotated[Ledger, Depends(book)]
Made = Annotated[Memory, Depends(memory)]
Spoken = Annotated[Speech, Depends(speech)]
