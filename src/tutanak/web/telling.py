"""How a page is told: as HTML, and beside it, at the same address with .json or .csv, as the values it shows."""

from __future__ import annotations

import csv
import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tutanak.errors import Unclear
from tutanak.exports.minutes import dumped
from tutanak.ledger import tabular
from tutanak.ledger.telling import Told
from tutanak.release import VERSION
from tutanak.web import paths
from tutanak.web.sessions import csrf
from tutanak.web.speech import Speech

Row = dict[str, Any]

TEMPLATES = Path(__file__).parent / "templates"
HTML, JSON, CSV = "", ".json", ".csv"
MEDIA = {HTML: "text/html; charset=utf-8", JSON: "application/json", CSV: "text/csv; charset=utf-8"}

pages = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
)
pages.globals.update(paths=paths, version=VERSION, csrf=csrf)
pages.filters.update(
    block=lambda values: Markup(dumped(values).decode().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")),
    state_name=lambda code, speech: speech.state(code), lower_first=lambda words, speech: speech.inside(words),
    field_name=lambda name, speech: speech.field(name), title_case=lambda words, speech: speech.heading(words),
    years=lambda span: [str(year) for year in range(int(span[0][:4]), int(span[1][:4]) + 1)] if all(span) else [],
)  # fmt: skip


class Moved(Exception):
    """The page stands at another address."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Page:
    """What a route answers. rows: the values as JSON has them; table: records, or rows of values, as CSV has them; head: tags of its own.

    name: of the template, without ".html". What is costly of rows and shown (what the template is given) is made by a call, when it is needed.
    """

    name: str
    title: str
    rows: Any
    table: Sequence[Told] | Sequence[Row] = ()
    shown: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(default_factory=dict)
    head: Sequence[tuple[str, str]] = ()
    graph: Any = None
    status: int = 200


def page(router: APIRouter, path: str) -> Callable[[Callable[..., Page]], Callable[..., Page]]:
    """Answer at this path with a page, and beside it with the same as JSON and as CSV."""

    def beside(build: Callable[..., Page]) -> Callable[..., Page]:
        for form in (JSON, CSV, HTML):  # the longer addresses first: a name in a path may hold dots
            router.add_api_route(_with(path, form), _answering(build, form), response_model=None, include_in_schema=False)
        return build

    return beside


def form_of(request: Request) -> str:
    """The form in which a page was asked for."""
    return next((form for form in (JSON, CSV) if request.url.path.endswith(form)), HTML)


def _with(path: str, form: str) -> str:
    return f"/start{form}" if form and path == "/" else f"{path}{form}"


def _answering(build: Callable[..., Page], form: str) -> Callable[..., Response]:
    @wraps(build)
    def answer(*, request: Request, speech: Speech, **given: Any) -> Response:
        if "\0" in request.url.path or any("\0" in value for value in request.query_params.values()):
            raise Unclear("no text holds the character U+0000")
        return told(build(request=request, speech=speech, **given), form, request, speech)

    answer.__signature__ = inspect.signature(build)  # type: ignore[attr-defined]
    return answer


def told(page: Page, form: str, request: Request, speech: Speech) -> Response:
    """A page in one of its forms."""
    response = Response(_body(page, form, request, speech), page.status, media_type=MEDIA[form])
    if request.query_params.get("lang") == speech.lang:
        response.set_cookie("lang", speech.lang, max_age=31_536_000, samesite="lax", httponly=True)
    return response


def _body(page: Page, form: str, request: Request, speech: Speech) -> str | bytes:
    if form == JSON:
        return dumped(page.rows() if callable(page.rows) else page.rows, indent=True)
    return "".join(lines(page.table)) if form == CSV else html(page, request, speech)


def html(page: Page, request: Request, speech: Speech) -> str:
    """The page itself."""
    frame = {"page": page, "t": speech, "lang": speech.lang, "here": request.url.path, "query": request.url.query, "request": request,
             "copy": getattr(request.app.state, "copy", False)}  # fmt: skip
    return pages.get_template(f"{page.name}.html").render({**frame, **(page.shown() if callable(page.shown) else page.shown)})


def lines(table: Iterable[Any]) -> Iterator[str]:
    """CSV with a head: records as `tutanak pair --format csv` has them, other rows by the names of their values."""
    rows = list(table)
    if not rows or isinstance(rows[0], Told):
        yield from tabular.lines(rows)
        return
    out = StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows({name: tabular.plain(value) for name, value in row.items()} for row in rows)
    yield out.getvalue()
