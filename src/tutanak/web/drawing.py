"""Pages drawn by processes of their own: one process of Python uses one core, however many there are.

The server keeps the gate, the sessions and the answers that are kept; the others are handed what nobody has asked for yet. What
depends on a session is none of theirs: they say so, and the server draws it itself.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any
from zlib import crc32

from starlette.types import ASGIApp, Message, Scope

from tutanak.ledger.tracing import Trace, noting
from tutanak.web.sessions import Session

HANDED = ("type", "asgi", "http_version", "scheme", "path", "raw_path", "query_string", "root_path", "headers", "client", "server")
"""What of a request is handed on."""


@dataclass(slots=True)
class Drawn:
    """What an app answered. trace: what it asked the ledger for it."""

    status: int = 0
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""
    trace: Trace | None = field(default=None, kw_only=True)


async def drawn(app: ASGIApp, scope: Scope, receive: Any, mark: str = "") -> Drawn:
    """The answer of an app, as a whole. mark: how the ledger stood before it was asked."""
    answer, pieces = Drawn(), list[bytes]()

    async def taken(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status, answer.headers = message["status"], list(message.get("headers", ()))
        else:
            pieces.append(message.get("body", b""))

    with noting(mark) as notes:
        await app({**scope, "method": "GET"}, receive, taken)
    answer.body, answer.trace = b"".join(pieces), notes.trace()
    return answer


class Drawers:
    """So many processes, each with an app of its own, which remembers what it told last: a path goes to the same one while that is free.
    make: gives an app for where the ledger lies."""

    def __init__(self, n: int, make: Callable[[str], ASGIApp], where: str) -> None:
        self._pools: list[Executor] = [ProcessPoolExecutor(1, get_context("spawn"), _begin, (make, where)) for _ in range(n)]
        self._drawing = [0] * n
        for pool in self._pools:
            pool.submit(_warm)

    async def draw(self, scope: Scope, mark: str) -> Drawn | None:
        """The answer to a request, as the ledger stands now (`Watch.mark`); None where it depends on a session, or where the processes are gone."""
        if not self._pools:
            return None
        at = self._free(scope["path"])
        self._drawing[at] += 1
        try:
            return await asyncio.wrap_future(self._pools[at].submit(_draw, {name: scope[name] for name in HANDED if name in scope}, mark))
        except (BrokenProcessPool, RuntimeError):
            self.close()
            return None
        finally:
            self._drawing[at] -= 1

    def _free(self, path: str) -> int:
        """Which one draws a path: its own, where no other has less to draw."""
        own, least = crc32(path.partition(".")[0].encode()) % len(self._pools), min(self._drawing)
        return own if self._drawing[own] == least else self._drawing.index(least)

    def close(self) -> None:
        """End the processes."""
        pools, self._pools = self._pools, []
        for pool in pools:
            pool.shutdown(wait=False, cancel_futures=True)


class _Here:
    """The app of this process, and the loop in which it runs."""

    app: ASGIApp
    loop: asyncio.AbstractEventLoop


def _begin(make: Callable[[str], ASGIApp], where: str) -> None:
    """What a process does first. Ctrl-C ends the server, which ends this; and where the server is killed, this ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_with_parent, daemon=True).start()
    _Here.app, _Here.loop = make(where), asyncio.new_event_loop()


def _with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(0)


def _warm() -> None:
    """Nothing: that a process begins."""


def _draw(scope: Scope, mark: str) -> Drawn | None:
    """The answer to one request; None where the server has to draw it itself, or where that breaks, whose fault it then tells."""
    session = Session("")
    try:
        answer = _Here.loop.run_until_complete(drawn(_Here.app, {**scope, "state": {"session": session}}, _nothing, mark))
    except Exception:
        return None
    return None if session.used or answer.status >= 500 else answer


async def _nothing() -> Message:
    """The body of a request that has none."""
    return {"type": "http.request", "body": b"", "more_body": False}
