"""What stands before the pages: who may ask, how often, from where, and what a browser is told to allow.

Without a guard the pages answer on this machine alone. With one they answer others as well, once they have logged in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import compare_digest
from ipaddress import ip_address
from secrets import token_bytes
from threading import Lock
from typing import Any, Final
from urllib.parse import quote, urlsplit

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tutanak.errors import Unguarded
from tutanak.web import failing, problems
from tutanak.web.rates import Rates, client
from tutanak.web.sessions import COOKIE, LASTS, Session, Sessions

SHORTEST: Final = 10
"""Characters of a password or token at least."""

LARGEST: Final = 40_000_000
"""Bytes of a request: an article of ten megabytes as a form sends it."""
LARGEST_LOGIN: Final = 10_000

SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN: Final = ("/login", "/static/")
"""What one sees before one has logged in."""

LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})

POLICY: Final = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
SEALS: Final = {
    "content-security-policy": POLICY, "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "cache-control": "private, no-cache",
}  # fmt: skip
"""Headers of every answer. A referrer goes to our own pages: without one a browser would not say where a form comes from."""

_FIELD: Final = re.compile(rb'(?:^|&)csrf=(\w+)|name="csrf"\r\n\r\n(\w+)')
"""The token in a form, as either encoding writes it: it proves itself, so the form need not be read to find it."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Who is let in where others than this machine may ask. password: its argon2 hash; token: its sha256, for programs.

    hosts: the names by which the server is asked for. Addresses in numbers need not be named: nobody can lend those to a page of their own.
    """

    password: str = ""
    token: str = ""
    hosts: tuple[str, ...] = ()
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    @classmethod
    def of(cls, password: str = "", token: str = "", hosts: tuple[str, ...] = ()) -> Guard:
        """A guard by a password (or its argon2 hash), a token, or both. Raises Unguarded where there is neither, or a short one."""
        if not password and not token:
            raise Unguarded("others are let in by a password or a token alone: give one")
        for what, told in (("password", password), ("token", token)):
            if told and len(told) < SHORTEST:
                raise Unguarded(f"a {what} of {len(told)} characters is soon guessed: give {SHORTEST} or more")
        hashed = password if not password or password.startswith("$argon2") else PasswordHasher().hash(password)
        return cls(hashed, _digest(token) if token else "", tuple(host.lower() for host in hosts))

    def opens(self, told: str) -> bool:
        """Is this the password, or the token?"""
        if self.token and compare_digest(self.token, _digest(told)):
            return True
        try:
            return bool(self.password) and PasswordHasher().verify(self.password, told)
        except (VerificationError, InvalidHashError):
            return False

    def answers_to(self, host: str) -> bool:
        """Is the server asked for by a name of its own?"""
        return host in self.hosts or host in LOOPBACK or _is_address(host)


class Gate:
    """Where every request comes in, and what it knows from one to the next."""

    def __init__(self, guard: Guard | None) -> None:
        self.guard = guard
        self.sessions = Sessions(guard.secret if guard else token_bytes(32))
        self.reads = Rates(minutely=600, burst=120)
        self.writes = Rates(minutely=60, burst=30)
        self.logins = Rates(minutely=5, burst=5)
        self._one = Lock()

    def opens(self, told: str) -> bool:
        """Is this what lets one in? Asked one at a time: the hash takes memory on purpose."""
        with self._one:
            return bool(self.guard) and self.guard.opens(told)  # type: ignore[union-attr]

    def refused(self, request: Request, session: Session) -> Response | None:
        """Why this request may not go on; None where it may."""
        if not self._named(request.headers.get("host", "")):
            return failing.failed(request, 421, "this server is not called so; `tutanak serve --host-name NAME` lets it answer to a name")
        if "\0" in request.url.path or b"%00" in request.scope["query_string"]:
            return failing.failed(request, 422, "no text holds U+0000")
        if wait := self._wait(request):
            answer = failing.failed(request, 429, "")
            answer.headers["retry-after"] = str(int(wait) + 1)
            return answer
        if self.guard and not session.user and not request.url.path.startswith(OPEN):
            return _to_login(request)
        if request.method not in SAFE and _foreign(request):
            return failing.failed(request, 403, "written from the page of another site")
        return None

    def visitor(self, headers: Headers, cookies: dict[str, str]) -> Session:
        """Whose request this is: of a program that shows the token, or of a browser with its cookie."""
        told = headers.get("authorization", "").partition(" ")
        if self.guard and self.guard.token and told[0].lower() == "bearer" and compare_digest(self.guard.token, _digest(told[2].strip())):
            return Session("", "token", trusted=True)
        return self.sessions.read(cookies.get(COOKIE, ""))

    def _named(self, host: str) -> bool:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return self.guard.answers_to(name) if self.guard else name in LOOPBACK

    def _wait(self, request: Request) -> float:
        if not self.guard or request.url.path.startswith("/static/"):
            return 0.0
        rates = self.reads if request.method in SAFE else self.logins if request.url.path == "/login" else self.writes
        return rates.wait(client(request.client.host if request.client else ""))


class Wall:
    """The gate as a layer around the app: nothing goes in or out but through it."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app = app
        self.gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._pass(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        session = self.gate.visitor(request.headers, request.cookies)
        request.state.gate, request.state.session = self.gate, session
        sealed = _sealed(scope, session, self.gate.sessions, send)
        answer = self.gate.refused(request, session)
        if answer is None and request.method not in SAFE:
            body = await _body(request)
            answer = self._forged(request, session, body)
            receive = _again(body or b"", receive)
        await _answered(request, answer or self.app, receive, sealed)

    def _forged(self, request: Request, session: Session, body: bytes | None) -> Response | None:
        """Refuses what is too long, and a write without the token of the page that it should come from."""
        if body is None:
            return failing.failed(request, 413, "")
        found = _FIELD.search(body)
        shown = request.headers.get("x-csrf-token") or (found[1] or found[2] if found else b"").decode()
        if session.trusted or self.gate.sessions.is_of(session, shown):
            return None
        return failing.failed(request, 403, "the page that this was sent from is too old: open it again, and send it once more")


async def _answered(request: Request, by: ASGIApp, receive: Receive, sealed: Send) -> None:
    """Whatever breaks, a page says so, with all that every answer carries; what it was goes to the log."""
    begun = False

    async def noted(message: Message) -> None:
        nonlocal begun
        begun = True
        await sealed(message)

    try:
        await by(request.scope, receive, noted)
    except Exception:
        if not begun:
            await failing.failed(request, 500, "")(request.scope, receive, sealed)
        raise


def protect(app: FastAPI, guard: Guard | None) -> None:
    """Put the wall around an app, as its outermost layer."""
    app.state.gate = Gate(guard)
    app.add_middleware(Wall, gate=app.state.gate)


def _digest(token: str) -> str:
    return sha256(token.encode(errors="replace")).hexdigest()


def _is_address(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


def _foreign(request: Request) -> bool:
    """Does the browser say that another site's page sends this?"""
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower()


def _to_login(request: Request) -> Response:
    """The way in: a page for people, a word for programs."""
    if request.method in SAFE and "text/html" in request.headers.get("accept", ""):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?to={quote(asked, safe='')}", 303)
    answer = problems.answer(401, "show the token: Authorization: Bearer TOKEN", request.url.path)
    answer.headers["www-authenticate"] = "Bearer"
    return answer


async def _body(request: Request) -> bytes | None:
    """What was sent; None where it is too long."""
    most = LARGEST_LOGIN if request.url.path == "/login" else LARGEST
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            return None
    return bytes(body)


def _again(body: bytes, rest: Receive) -> Receive:
    """What was read already, for the app to read."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else await rest()

    return receive


def _sealed(scope: Scope, session: Session, sessions: Sessions, send: Send) -> Send:
    """Sends answers on with the headers that every one has, and with the cookie where a page depends on it."""

    async def passed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SEALS.items():
                headers.setdefault(name, value)
            if session.used and session.fresh:
                headers.append("set-cookie", cookie(scope, sessions.written(session)))
        await send(message)

    return passed


def cookie(scope: Scope, value: str, lasts: int = LASTS) -> str:
    """The session as a header: for this site's own pages, out of reach of scripts."""
    kept: dict[str, Any] = {"Path=/": True, f"Max-Age={lasts}": True, "HttpOnly": True, "SameSite=Strict": True, "Secure": scope["scheme"] == "https"}
    return "; ".join([f"{COOKIE}={value}", *(name for name, wanted in kept.items() if wanted)])
