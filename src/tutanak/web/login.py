"""The way in and out, where the pages are guarded."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from tutanak.web.guarding import Gate, cookie
from tutanak.web.opening import Spoken
from tutanak.web.speech import Speech
from tutanak.web.telling import HTML, Page, told

router = APIRouter(include_in_schema=False)

Word = Annotated[str, Form(max_length=1000)]
Name = Annotated[str, Form(max_length=100)]
LONGEST = 2000
"""Characters of an address to go on to."""


@router.get("/login")
def login(request: Request, speech: Spoken, to: str = "/") -> Response:
    """The form."""
    return _form(request, speech, to)


@router.post("/login")
def enter(request: Request, speech: Spoken, password: Word = "", name: Name = "", to: Word = "/") -> Response:
    """Let in whoever knows the password or the token."""
    gate: Gate = request.app.state.gate
    if not gate.opens(password):
        return _form(request, speech, to, status=403)
    session = gate.sessions.begin(" ".join(name.split()) or "reader")
    answer = RedirectResponse(_inside(to), 303)
    answer.headers.append("set-cookie", cookie(request.scope, gate.sessions.written(session)))
    return answer


@router.get("/logout")
def leaving(request: Request, speech: Spoken) -> Response:
    """The form to leave by: a link alone could be followed for one."""
    return _told(request, speech, "logout", {})


@router.post("/logout")
def leave(request: Request) -> Response:
    """End the session."""
    gate: Gate = request.app.state.gate
    gate.sessions.end(request.state.session)
    answer = RedirectResponse("/login" if gate.guard else "/", 303)
    answer.headers.append("set-cookie", cookie(request.scope, "", 0))
    return answer


def _form(request: Request, speech: Speech, to: str, status: int = 200) -> Response:
    return _told(request, speech, "login", {"to": _inside(to), "wrong": status == 403}, status)


def _told(request: Request, speech: Speech, name: str, shown: dict[str, object], status: int = 200) -> Response:
    return told(Page(name, speech(name), {}, [], shown, status=status), HTML, request, speech)


def _inside(to: str) -> str:
    """An address of this site alone: nobody is to be sent elsewhere from here."""
    plain = to.isprintable() and len(to) <= LONGEST
    return to if plain and to.startswith("/") and not to.startswith(("//", "/\\", "/login")) else "/"
