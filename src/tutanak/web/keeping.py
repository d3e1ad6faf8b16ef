"""Answers kept for as long as they are true, and sent to nobody twice.

A relation changes when an article is entered, and is looked at a thousand times between. So the second who asks is given what the
first was given, unless the page was drawn for one browser alone; and a browser that has the answer already (its ETag) is told just
that. Where the ledger has changed meanwhile, the questions from which the answer was made are put to it again: an article on two
states changes no page of two others, and what the ledger says to all of them as it did before need not be drawn anew.
"""

from __future__ import annotations

import zlib
from asyncio import Future, get_running_loop, shield
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Final

from anyio import CapacityLimiter, to_thread
from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from tutanak.ledger import Ledger
from tutanak.ledger.tracing import Retracer, Trace
from tutanak.ledger.watching import Watch
from tutanak.web.drawing import Drawers, Drawn, drawn

LARGEST: Final = 2_000_000
"""Bytes of an answer that is kept."""
ROOM: Final = 64_000_000
"""Bytes of all that are kept, packed: some thousands of pages; those that nobody asked for longest go first."""
PACKED: Final = 1
"""How hard they are packed: least, which is quickest, and makes an eighth of a page."""
RETRACED: Final = 4
"""Times that a kept page is compared with a ledger whose mark moves meanwhile, before it is drawn anew."""
THREADS: Final = 8
"""Questions that are answered at once: more would only wait for each other, and for the connections that there are."""

PASSED: Final = ("/static/", "/read", "/review", "/login", "/logout")
"""What is not kept: files that know their own ETag, and pages that depend on more than the ledger."""

TURNING: Final = ("accept-language", "hx-request", "hx-target")
"""Headers that an answer may depend on."""

Key = tuple[str, ...]


@dataclass(slots=True)
class Answer(Drawn):
    """What the app answered. mark: of the ledger before it was asked; told so for as long as the answer was found to stand."""

    mark: str = ""

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.body) + (self.trace.size if self.trace else 0)

    @property
    def etag(self) -> str:
        return Headers(raw=self.headers).get("etag", "")


class Shelf:
    """Answers by what was asked, the one asked for last at the end."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._taken = 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()

    def get(self, key: Key, mark: str) -> Answer | None:
        """What was answered to this, if the ledger is still the same."""
        answer = self._answers.get(key)
        if answer is None or answer.mark != mark:
            return None
        self._answers.move_to_end(key)
        return replace(answer, body=zlib.decompress(answer.body))

    def trace(self, key: Key) -> Trace | None:
        """From what the answer to this was made, however the ledger stood."""
        answer = self._answers.get(key)
        return answer.trace if answer else None

    def renew(self, key: Key, trace: Trace, mark: str) -> Answer | None:
        """The answer that was made from this, which was found to stand as the ledger is now."""
        answer = self._answers.get(key)
        if answer is None or answer.trace is not trace:
            return None
        answer.mark = mark
        return self.get(key, mark)

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and no more than there is room for."""
        if old := self._answers.pop(key, None):
            self._taken -= old.size
        self._answers[key] = packed = replace(answer, body=zlib.compress(answer.body, PACKED))
        self._taken += packed.size
        while self._taken > self._room:
            self._taken -= self._answers.popitem(last=False)[1].size


class Kept:
    """The shelf as a layer around the app. drawers: processes that draw what is not on it, where there are any."""

    def __init__(self, app: ASGIApp, watch: Watch, shelf: Shelf, retracer: Retracer, drawers: Drawers | None = None) -> None:
        self.app = app
        self.watch = watch
        self.retracer = retracer
        self.shelf = shelf
        self.drawers = drawers
        self._asked: dict[tuple[Key, str], Future[Answer | None]] = {}
        self._one = CapacityLimiter(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].startswith(PASSED):
            await self.app(scope, receive, send)
            return
        key, mark = _key(scope), await self._mark()
        answer = self.shelf.get(key, mark) or await self._shared(scope, receive, key, mark)
        await _sent(answer, scope, send)

    async def _mark(self) -> str:
        """How the ledger stands: of a file known at once, of a server by asking it."""
        return self.watch.mark() if self.watch.near else await to_thread.run_sync(self.watch.mark, limiter=self._one)

    async def _shared(self, scope: Scope, receive: Receive, key: Key, mark: str) -> Answer:
        """What several ask for at once is drawn once, unless it is for one of them alone."""
        if running := self._asked.get((key, mark)):
            return await shield(running) or await self._drawn(scope, receive, mark)
        promised = self._asked[key, mark] = get_running_loop().create_future()
        kept = None
        try:
            kept = await self._retraced(key, mark)
            answer = kept or await self._drawn(scope, receive, mark)
            if kept is None and answer.status == 200 and _for_all(scope, answer):
                self.shelf.put(key, answer)
                kept = answer
            return answer
        finally:
            del self._asked[key, mark]
            promised.set_result(kept)

    async def _retraced(self, key: Key, mark: str) -> Answer | None:
        """What was answered before the ledger changed, if all that it was made from is still the same, and stayed so while that was asked.

        A server's mark moves with whatever is written to any of its databases: then it is asked again, a few times.
        """
        trace = self.shelf.trace(key)
        for _ in range(RETRACED):
            if trace is None or not await to_thread.run_sync(self.retracer.stands, trace, mark):
                return None
            stood, mark = mark, await self._mark()
            if mark == stood:
                return self.shelf.renew(key, trace, mark)
        return None

    async def _drawn(self, scope: Scope, receive: Receive, mark: str) -> Answer:
        told = await self.drawers.draw(scope, mark) if self.drawers else None
        told = told or await drawn(self.app, scope, receive, mark)
        if told.status == 200:
            MutableHeaders(raw=told.headers).setdefault("etag", f'"{sha256(told.body).hexdigest()[:32]}"')
        return Answer(told.status, told.headers, told.body, mark, trace=told.trace)


async def _sent(answer: Answer, scope: Scope, send: Send) -> None:
    """The answer; only its head where that was asked for, or where its body is known already."""
    known = bool(answer.etag) and _has(Headers(scope=scope).get("if-none-match", ""), answer.etag)
    headers = [(name, value) for name, value in answer.headers if not known or name not in (b"content-length", b"content-type")]
    await send({"type": "http.response.start", "status": 304 if known else answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if known or scope["method"] == "HEAD" else answer.body})


def _has(told: str, etag: str) -> bool:
    """Does a list of ETags name this one (or all)?"""
    named = {part.strip().removeprefix("W/") for part in told.split(",")}
    return etag.removeprefix("W/") in named or "*" in named


def _for_all(scope: Scope, answer: Answer) -> bool:
    """May others be given it? Not where it sets a cookie, or holds the token of one browser's forms."""
    session: Any = scope["state"].get("session")
    personal = session is not None and session.used
    return not personal and len(answer.body) <= LARGEST and "set-cookie" not in Headers(raw=answer.headers)


def _key(scope: Scope) -> Key:
    """All that an answer may depend on, but for the ledger: the day as well, of which some stretches are told."""
    headers = Headers(scope=scope)
    lang = cookie_parser(headers.get("cookie", "")).get("lang", "")
    return (date.today().isoformat(), scope["path"], scope["query_string"].decode("latin-1"), lang, *(headers.get(name, "") for name in TURNING))


def keep(app: FastAPI, ledger: Ledger, drawers: Drawers | None = None) -> None:
    """Put a shelf before an app."""
    app.state.watch, app.state.drawers = Watch(ledger.store), drawers
    app.add_middleware(Kept, watch=app.state.watch, shelf=Shelf(), retracer=Retracer(ledger.store), drawers=drawers)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """While an app is served, not more questions at once than there are connections to the ledger."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
    app.state.watch.close()
    if app.state.drawers:
        app.state.drawers.close()
