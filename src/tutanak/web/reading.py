"""Read here: a text that is pasted, or a page that is fetched, its minutes at once; kept in the ledger, or forgotten."""

from __future__ import annotations

import os
import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe
from threading import Lock
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from tutanak.article import Article, article
from tutanak.errors import InputError, NoAnswer, NotFound, Unclear
from tutanak.exports.digest import LINES, Run, Teller, lights
from tutanak.exports.marks import Look, marked, switches
from tutanak.exports.minutes import KINDS
from tutanak.exports.relation import relation
from tutanak.ingest import Failure, Given, Skipped
from tutanak.ingest.fetch import Fetcher, Wish, agent
from tutanak.ingest.web import Web
from tutanak.ledger import Source
from tutanak.reading import Reading, read_article
from tutanak.release import VERSION
from tutanak.stories.shelving import gather
from tutanak.web.article import parts
from tutanak.web.opening import Book, Spoken
from tutanak.web.speech import Speech
from tutanak.web.telling import HTML, Page, page, told

HELD, LONGEST = 20, 2000
"""Readings that wait at most for whether they are kept; letters of a field."""

PAUSE = 1.0
"""Seconds of rest for a host that is asked."""

_CONTACT = re.compile(r"[!-~]+@[!-~]+\.[!-~]+|https?://[!-~]+")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Waiting:
    """A reading that was not kept yet."""

    reading: Reading
    source: Source


class Desk:
    """The readings that wait: the oldest goes when another comes."""

    def __init__(self, most: int = HELD) -> None:
        self.most = most
        self._held: OrderedDict[str, Waiting] = OrderedDict()
        self._lock = Lock()

    def lay(self, waiting: Waiting) -> str:
        """Keep a reading for a while; returns the name under which it is found, which nobody guesses."""
        name = token_urlsafe(12)
        with self._lock:
            self._held[name] = waiting
            while len(self._held) > self.most:
                self._held.popitem(last=False)
        return name

    def find(self, name: str) -> Waiting:
        """Raises NotFound."""
        with self._lock:
            if name not in self._held:
                raise NotFound("that reading is no longer here: read the text once more")
            return self._held[name]

    def clear(self, name: str) -> None:
        with self._lock:
            self._held.pop(name, None)


def desk(request: Request) -> Desk:
    """The desk of this app."""
    found: Desk = request.app.state.desk
    return found


async def _sent(request: Request) -> dict[str, str]:
    """The fields of the form, line ends as texts have them."""
    form = await request.form(max_fields=20, max_part_size=20_000_000)
    return {name: value.replace("\r\n", "\n") for name, value in form.items() if isinstance(value, str)}


Sent = Annotated[dict[str, str], Depends(_sent)]
OnDesk = Annotated[Desk, Depends(desk)]


@page(router, "/read")
def form(request: Request, speech: Spoken) -> Page:  # noqa: ARG001
    """The form."""
    return _form(speech, {}, "")


def _form(speech: Speech, given: Mapping[str, str], problem: str) -> Page:
    contact = given.get("contact") or os.environ.get("TUTANAK_CONTACT", "")
    shown = {"given": {**dict.fromkeys(("text", "url", "title", "outlet", "published"), ""), **given, "contact": contact}, "problem": problem}
    return Page("read", speech("read here"), {"problem": problem or None}, [], shown, status=422 if problem else 200)


@router.post("/read")
def read(request: Request, speech: Spoken, book: Book, sent: Sent, on: OnDesk) -> Response:
    """Read what was sent, and lay it on the desk."""
    try:
        waiting = _pasted(sent) if sent.get("text", "").strip() else _fetched(book.visit, sent, speech)
    except (InputError, Unclear) as problem:
        return told(_form(speech, sent, str(problem)), HTML, request, speech)
    return RedirectResponse(f"/read/{on.lay(waiting)}", 303)


def _pasted(sent: Mapping[str, str]) -> Waiting:
    """The reading of a text that was pasted."""
    facts = {name: sent.get(name, "").strip()[:LONGEST] or None for name in ("title", "outlet", "published", "url")}
    try:
        datetime.fromisoformat(facts["published"] or "2022-10-13")
    except ValueError:
        raise Unclear(f"{facts['published']!r} is no ISO date (2022-10-13)") from None
    given = article(sent["text"], **facts)
    return _read(given, Source(**facts, place="read here", found=dict.fromkeys((n for n, v in facts.items() if v), "typed")))


def _fetched(known: Any, sent: Mapping[str, str], speech: Speech) -> Waiting:
    """The reading of a page, asked for as `tutanak fetch` does: public addresses alone, as its site's robots.txt allows."""
    url, contact = sent.get("url", "").strip()[:LONGEST], sent.get("contact", "").strip()[:LONGEST]
    if not url:
        raise Unclear(speech("nothing to read"))
    if not _CONTACT.fullmatch(contact):
        raise Unclear(speech("no contact"))
    fetcher = Fetcher(Web(agent(contact, VERSION)), known, pause=PAUSE, workers=1, patience=0)
    entry = next(iter(fetcher.fetch([Wish(url)])), None)
    if isinstance(entry, Failure | Skipped):
        raise NoAnswer(f"{url}: {entry.why}")
    if not isinstance(entry, Given):
        raise NoAnswer(f"{url}: no article")
    return _read(entry.article, _source(entry))


def _source(entry: Given) -> Source:
    given, came = entry.article, entry.source
    author, fetched, found = (came.author, came.fetched, came.found) if came else (None, None, {})
    return Source(given.url, given.outlet, author, given.title, given.published, entry.where, fetched, found)


def _read(given: Article, source: Source) -> Waiting:
    return Waiting(read_article(given), source)


@page(router, "/read/{name}")
def minutes(request: Request, speech: Spoken, name: str, on: OnDesk, part: int = 1) -> Page:  # noqa: ARG001
    """The minutes of a reading that waits."""
    waiting = on.find(name)
    rows = waiting.reading.to_dict()
    windows = parts(rows["doc"]["text"])
    at = part - 1 if 0 < part <= len(windows) else 0
    title = rows["doc"]["title"] or rows["doc"]["url"] or speech("minutes")
    named = ("id", "rule", "confidence")
    table = [{"kind": kind, "words": _words(rows, r), **{n: r[n] for n in named}} for kind in KINDS for r in rows[kind]]
    return Page("reading", title, rows, table, {"name": name, "windows": windows, "at": at, **_drawn(rows, windows[at], speech)})


def _drawn(rows: dict[str, Any], window: tuple[int, int], speech: Speech) -> dict[str, Any]:
    """The text with its marks, and the records beside it in its order."""
    lit, tell = lights(rows), Teller(rows, speech.lang)
    found = sorted(((_start(r), kind, r) for kind in KINDS for r in rows[kind]), key=lambda told: told[0])
    here = [(kind, r) for start, kind, r in found if window[0] <= start < window[1]]
    numbers = {r["id"]: n for n, (_, r) in enumerate(here, 1)}
    beside = [
        {"kind": kind, "called": speech.one(kind), "runs": _spaced(LINES[kind](tell, r)), "number": n, "ident": ident(r["id"]), "row": r}
        for n, (kind, r) in enumerate(here, 1)
    ]  # fmt: skip
    text = Markup("".join(marked(rows, lit, Look(ident, numbers, window=window))))
    claim = {key: ident(key) for key in lit}
    return {"text": text, "beside": beside, "claim": lambda key: claim.get(key, ""), "pair": relation(rows), "rows": rows}


def _spaced(line: Any) -> tuple[Run, ...]:
    """A line as one row of runs."""
    gap = (Run(" "),) if line.head and line.runs and not line.runs[0].words.startswith(" ") else ()
    return (*line.head, *gap, *line.runs)


def ident(key: str) -> str:
    """Names the claims of a reading in its page."""
    return f"r-{key.replace('.', '-')}"


def _start(row: Mapping[str, Any]) -> int:
    return int((row if "start" in row else row.get("evidence") or {"start": 0})["start"])


def _words(rows: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    own = row if "start" in row else row.get("evidence") or {"start": 0, "end": 0}
    return " ".join(rows["doc"]["text"][own["start"] : own["end"]].split())


@router.get("/read/{name}/lights.css")
def lit(name: str, on: OnDesk) -> Response:
    """For each claim the rule that lights its words."""
    return Response(switches(lights(on.find(name).reading.to_dict()), ident, "main", '[data-c="{}"]'), media_type="text/css")


@router.post("/read/{name}/keep")
def keep(book: Book, name: str, on: OnDesk, sent: Sent) -> Response:  # noqa: ARG001
    """Enter a reading in the ledger."""
    waiting = on.find(name)
    with book.begin("read here") as run:
        run.add(waiting.reading, waiting.source)
    gather(book)
    on.clear(name)
    return RedirectResponse(f"/article/{waiting.reading.article.sha256[:12]}", 303)


@router.post("/read/{name}/discard")
def discard(name: str, on: OnDesk, sent: Sent) -> Response:  # noqa: ARG001
    """Forget a reading."""
    on.clear(name)
    return RedirectResponse("/read", 303)
