"""What goes wrong, told to programs: application/problem+json (RFC 9457)."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from tutanak.errors import InputError, NotFound, TutanakError, Unclear
from tutanak.exports.minutes import dumped

MEDIA = "application/problem+json"

Row = dict[str, Any]


def answer(status: int, detail: str, instance: str, errors: Sequence[Row] = ()) -> Response:
    """A problem. detail: what is wrong this time; instance: the path that was asked; errors: single parameters, each with its place."""
    told: Row = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, "instance": instance}
    return Response(dumped({**told, "errors": list(errors)} if errors else told), status, media_type=MEDIA)


def status_of(problem: Exception) -> int:
    """Whose the fault is: 404 nobody's, 422 the asker's, 503 the ledger's."""
    return 404 if isinstance(problem, NotFound) else 422 if isinstance(problem, Unclear | InputError) else 503


def prepare(app: FastAPI) -> None:
    """Tell all failures of an app so."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(TutanakError, _unanswered)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    told = answer(problem.status_code, "there is nothing at this address" if problem.status_code == 404 else str(problem.detail), request.url.path)
    told.headers.update(problem.headers or {})
    return told


def _misunderstood(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, RequestValidationError)
    faults = [{"at": ".".join(map(str, error["loc"])), "why": error["msg"]} for error in problem.errors()]
    return answer(422, "; ".join(f"{fault['at']}: {fault['why']}" for fault in faults), request.url.path, faults)


def _unanswered(request: Request, problem: Exception) -> Response:
    return answer(status_of(problem), str(problem), request.url.path)


def _broken(request: Request, _problem: Exception) -> Response:
    return answer(500, "a fault of tutanak itself; what it was stands in the server's log", request.url.path)
