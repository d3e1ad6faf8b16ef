"""Who sits at the other end: a signed cookie that JavaScript cannot read, and the token that forms carry against forged writes."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from secrets import token_urlsafe

from fastapi import Request
from itsdangerous import BadSignature, URLSafeTimedSerializer

COOKIE = "tutanak_session"
LASTS = 12 * 3600
"""Seconds after which one must log in again."""


@dataclass(slots=True)
class Session:
    """One browser's visit. user: who logged in, "" where nobody did; token: what its forms must carry.

    used: a page was made that holds the token, so it is for this browser alone. trusted: each request shows who it is, so none can be forged.
    """

    ident: str
    user: str = ""
    fresh: bool = True
    used: bool = False
    trusted: bool = False
    _token: str = field(default="", repr=False)

    @property
    def token(self) -> str:
        """The token for forms."""
        self.used = True
        return self._token


class Sessions:
    """Sessions are kept by the browsers, signed; only those that were ended before their time are remembered here."""

    def __init__(self, secret: bytes, clock: Callable[[], float] = time.time) -> None:
        self._secret = secret
        self._signer = URLSafeTimedSerializer(secret, salt="tutanak.session", signer_kwargs={"digest_method": sha256})
        self._clock = clock
        self._ended: dict[str, float] = {}

    def begin(self, user: str = "") -> Session:
        """A new session."""
        return self._session(token_urlsafe(16), user)

    def read(self, cookie: str) -> Session:
        """The session of a cookie; a new one where the cookie is none of ours, too old, or ended."""
        try:
            ident, user = self._signer.loads(cookie, max_age=LASTS)
        except (BadSignature, ValueError, TypeError):
            return self.begin()
        return self.begin() if ident in self._ended else self._session(ident, user, fresh=False)

    def written(self, session: Session) -> str:
        """The session as a cookie's value."""
        return str(self._signer.dumps([session.ident, session.user]))

    def end(self, session: Session) -> None:
        """Let nobody in any more with this session."""
        now = self._clock()
        self._ended = {ident: until for ident, until in self._ended.items() if until > now} | {session.ident: now + LASTS}

    def is_of(self, session: Session, token: str) -> bool:
        """Is this the token of the session's forms?"""
        return hmac.compare_digest(self._token(session.ident).encode(), token.encode())

    def _session(self, ident: str, user: str, *, fresh: bool = True) -> Session:
        return Session(ident, user, fresh, _token=self._token(ident))

    def _token(self, ident: str) -> str:
        return hmac.new(self._secret, b"form:" + ident.encode(), sha256).hexdigest()


def csrf(request: Request) -> str:
    """The token that a form of this page carries in its field `csrf` (or a script in the header X-CSRF-Token)."""
    session: Session = request.state.session
    return session.token
