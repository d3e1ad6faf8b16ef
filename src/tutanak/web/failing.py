"""Proper pages for what goes wrong: an address that leads nowhere, a ledger that does not answer."""

from __future__ import annotations

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from tutanak.errors import TutanakError
from tutanak.web import problems
from tutanak.web.opening import speech
from tutanak.web.telling import Moved, Page, form_of, told


def prepare(app: FastAPI) -> None:
    """Tell failures as pages, in the form that was asked for."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(TutanakError, _unanswered)
    app.add_exception_handler(Moved, _moved)
    app.add_exception_handler(Exception, _broken)


def _refused(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    answer = failed(request, problem.status_code, "" if problem.detail in ("Not Found", "Method Not Allowed") else str(problem.detail))
    answer.headers.update(problem.headers or {})
    return answer


def _misunderstood(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, RequestValidationError)
    words = "; ".join(f"{'.'.join(map(str, error['loc'][1:]))}: {error['msg']}" for error in problem.errors())
    return failed(request, 422, words)


def _broken(request: Request, _problem: Exception) -> Response:
    """A fault of our own: what it is stands in the server's log, not in the page."""
    return failed(request, 500, "")


def _moved(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Moved)
    path, mark, query = problem.path.partition("?")
    return RedirectResponse(path + form_of(request) + mark + query, 308)


def _unanswered(request: Request, problem: Exception) -> Response:
    """What a ledger does not know is not there; what cannot be understood is the asker's to mend; a ledger that fails, ours."""
    return failed(request, problems.status_of(problem), str(problem))


def failed(request: Request, status: int, why: str) -> Response:
    """A page that says what went wrong and where to go on; programs are told a problem."""
    if request.url.path.startswith("/api/"):
        return problems.answer(status, why, request.url.path)
    spoken = speech(request)
    title = spoken(f"failed {status}" if status in (403, 404, 405, 413, 421, 422, 429) else "failed")
    rows = {"status": status, "title": title, "detail": why}
    return told(Page("failed", title, rows, [rows], {"status": status, "why": why}, status=status), form_of(request), request, spoken)
