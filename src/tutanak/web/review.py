"""The review: one record after the other, judged by a key or a button; nothing is overwritten, the last decision stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from getpass import getuser
from typing import Annotated, Any
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from markupsafe import Markup

from tutanak.errors import LedgerError, NotFound, Unclear
from tutanak.exports import gold
from tutanak.exports.cast import Cast
from tutanak.exports.digest import lights
from tutanak.exports.marks import Look, marked
from tutanak.exports.minutes import KINDS, dumped
from tutanak.ledger import Ledger
from tutanak.ledger.news import day
from tutanak.ledger.reviewing import CHOICES, FIELDS, NEEDED, ONES, SEVERAL, SPANS, told_words
from tutanak.ledger.telling import Told
from tutanak.web.linking import row
from tutanak.web.opening import Book, Spoken
from tutanak.web.records import named, only
from tutanak.web.speech import Speech
from tutanak.web.telling import HTML, Page, page, told
from tutanak.web.why import why

LISTED, DECISIONS, LONGEST = 20, 12, 2000
KEPT = "reviewer"
"""The cookie that remembers who reviews."""

FILTERS = ("pair", "kind", "since", "sure")

router = APIRouter(include_in_schema=False)

At = Annotated[int, Query(ge=0, le=1_000_000)]


async def _sent(request: Request) -> dict[str, str]:
    """The fields of a form, each once, line ends as texts have them."""
    form = await request.form(max_fields=200)
    return {name: value.replace("\r\n", "\n")[:LONGEST] for name, value in form.items() if isinstance(value, str)}


Sent = Annotated[dict[str, str], Depends(_sent)]


@page(router, "/review")
def review(
    request: Request, speech: Spoken, book: Book, pair: str = "", kind: str = "", since: str = "", sure: bool = False, at: At = 0, record: str = "",
    done: str = "",
) -> Page:  # fmt: skip
    """The record whose turn it is. at: its place in the queue; record: one that is asked for instead; done: the one just judged."""
    asked = {"pair": pair, "kind": kind, "since": since, "sure": 1 if sure else ""}
    return shown(request, speech, book, asked, at, record, done)


def shown(
    request: Request, speech: Speech, book: Ledger, asked: Mapping[str, Any], at: int = 0, record: str = "", done: str = "", *,
    problem: str = "", given: Mapping[str, str] | None = None,
) -> Page:  # fmt: skip
    """The page of the review. problem: what was wrong with what was sent; given: what stood in its fields."""
    narrowed = _narrowed(book, asked)
    left = book.waiting(*narrowed.pop("pair"), **narrowed)
    queue = book.queue(*_pair(book, asked), **narrowed, limit=LISTED, offset=min(at, max(left - 1, 0)), unsure=True)
    now = book.show(record) if record else book.show(queue[0].id) if queue else None
    head = {"asked": asked, "at": min(at, max(left - 1, 0)), "left": left, "done": _done(book, done), "problem": problem}
    one = _one(now.told, speech, given or {}) if now else {"now": None}
    lists = {"reviewer": reviewer(request), "decisions": book.decisions(DECISIONS), "pairs": book.pairs(30), "record": record, "seen": now}
    return Page("review", speech("review"), [t.to_dict() for t in queue], queue, {**head, **one, **lists}, status=422 if problem else 200)


def _pair(book: Ledger, asked: Mapping[str, Any]) -> tuple[str, ...]:
    one, _, other = str(asked["pair"]).partition("-")
    return (book.tied(one.replace("_", " ")), book.tied(other.replace("_", " "))) if asked["pair"] else ()


def _narrowed(book: Ledger, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The question to the queue that the filters put."""
    kind = asked["kind"]
    if kind and kind not in KINDS:
        raise Unclear(f"no kind {kind!r}; known: {', '.join(KINDS)}")
    since = day(asked["since"]) if asked["since"] else ""
    return {"pair": _pair(book, asked), "kinds": (kind,) if kind else (), "since": since, "doubtful": not asked["sure"]}


def _one(now: Told, speech: Speech, given: Mapping[str, str]) -> dict[str, Any]:
    """What is shown of the record whose turn it is."""
    own = only(now)
    start = now.body["start"] if "start" in now.body else (now.body["evidence"] or {"start": 0})["start"]
    window = max(start - 600, 0), min(start + 1200, len(own["doc"]["text"]))
    text = Markup("".join(marked(own, lights(own), Look(named(now), here=now.body["id"], window=window))))
    lit = lights(own)
    return {
        "now": now, "row": row(now, speech), "why": why(now), "text": text, "fields": fields(now, given), "window": window,
        "people": sorted({p["name"] for kind in ("people", "organisations") for p in own[kind]}), "needed": NEEDED, "all_fields": FIELDS,
        "claim": lambda key: named(now)(key) if key in lit else "", "given": given, "choices": CHOICES,
    }  # fmt: skip


def fields(told: Told, given: Mapping[str, str]) -> list[dict[str, Any]]:
    """The fields of a record as a form has them: what they hold, what they may hold."""
    names = [*(["words"] if "start" in told.body else []), *FIELDS[told.kind]]
    return [
        {"name": name, "value": given.get(name, told_words(told, name)), "was": told_words(told, name), "choices": CHOICES.get((told.kind, name)),
         "of": "span" if name in SPANS or name == "words" else "people" if name in ONES | SEVERAL else ""}
        for name in names
    ]  # fmt: skip


def _done(book: Ledger, ident: str) -> dict[str, Any] | None:
    """The record that was just judged, with the decision, to be taken back."""
    if not ident:
        return None
    try:
        seen = book.show(ident)
    except NotFound:
        return None
    decided = [r for r in seen.reviews if r.verdict != "comment"]
    return {"told": seen.told, "verdict": decided[-1].verdict if decided else ""}


def reviewer(request: Request) -> str:
    """Who reviews: whoever logged in, else the name given last, else the user of this machine."""
    session = getattr(request.state, "session", None)
    if session is not None and session.user:
        return str(session.user)
    try:
        return unquote(request.cookies.get(KEPT, "")).strip()[:100] or getuser()
    except (KeyError, OSError):
        return "unknown"


@router.post("/review/{ident}/judge")
def judge(request: Request, speech: Spoken, book: Book, ident: str, sent: Sent) -> Response:
    """Accept, reject, comment or correct a record. Only fields whose words were changed are corrected."""
    verdict, who = sent.get("verdict", ""), _who(request, sent)
    try:
        if verdict not in ("accept", "reject", "comment", "correct"):
            raise Unclear(f"no verdict {verdict!r}")
        changed = _changed(sent) if verdict == "correct" else None
        if verdict == "comment" and not sent.get("why", "").strip():
            raise Unclear(speech("no comment"))
        book.review(ident, verdict, who, why=sent.get("why", ""), fields=changed)
    except NotFound:
        raise
    except LedgerError as problem:
        return _again(request, speech, book, sent, ident, str(problem))
    return _on(sent, ident, who, record=ident if verdict == "comment" else "")


def _changed(sent: Mapping[str, str]) -> dict[str, str]:
    """The fields whose words are no longer those that the form came with."""
    found = {name[6:]: value for name, value in sent.items() if name.startswith("field.") and value != sent.get(f"was.{name[6:]}", "")}
    if not found:
        raise Unclear("nothing was changed")
    return found


@router.post("/review/{ident}/note")
def note(request: Request, speech: Spoken, book: Book, ident: str, sent: Sent) -> Response:
    """Add a record that was missed in the article of another."""
    article, who = book.show(ident).told.source.sha256, _who(request, sent)
    mark = f"new.{sent.get('kind', '')}."
    given = {name.removeprefix(mark): value for name, value in sent.items() if name.startswith(mark) and value.strip()}
    try:
        made = book.note(article, sent.get("kind", ""), sent.get("words", "").strip("\r\n"), given, who, why=sent.get("why", ""))
    except NotFound:
        raise
    except LedgerError as problem:
        return _again(request, speech, book, sent, ident, str(problem))
    return _on(sent, made, who, record=ident)


@router.post("/review/{ident}/undo")
def undo(request: Request, speech: Spoken, book: Book, ident: str, sent: Sent) -> Response:
    """Take the last decision on a record back."""
    who = _who(request, sent)
    try:
        book.undo(ident, who)
    except Unclear as problem:
        return _again(request, speech, book, sent, ident, str(problem))
    return _on(sent, "", who, record=ident)


@router.get("/review/gold.jsonl")
def tests(book: Book) -> Response:
    """The articles of which every record was accepted, corrected or added, as gold: corrections become test cases."""

    def told() -> Iterator[bytes]:
        for minutes in gold.reviewed(book.minutes(), gold.Counted()):
            yield dumped(gold.compile(Cast(minutes), words=True))

    named = {"content-disposition": 'attachment; filename="gold.jsonl"'}
    return StreamingResponse(told(), media_type="application/jsonl", headers=named)


def _who(request: Request, sent: Mapping[str, str]) -> str:
    session = getattr(request.state, "session", None)
    if session is not None and session.user:
        return str(session.user)
    return " ".join(sent.get("reviewer", "").split())[:100] or reviewer(request)


def _asked(sent: Mapping[str, str]) -> dict[str, Any]:
    return {name: sent.get(f"q.{name}", "") for name in FILTERS}


def _again(request: Request, speech: Speech, book: Ledger, sent: Mapping[str, str], ident: str, problem: str) -> Response:
    """The same page once more, with what is wrong and what was typed."""
    given = {name[6:]: value for name, value in sent.items() if name.startswith("field.")} | {n: v for n, v in sent.items() if n.startswith("new.")}
    given |= {f"note {name}": sent[name] for name in ("words", "kind") if name in sent}
    made = shown(request, speech, book, _asked(sent), _at(sent), ident, problem=problem, given=given)
    return told(made, HTML, request, speech)


def _at(sent: Mapping[str, str]) -> int:
    return int(at) if (at := sent.get("q.at", "")).isdecimal() and len(at) < 8 else 0


def _on(sent: Mapping[str, str], done: str, who: str, *, record: str = "") -> Response:
    """On to the next record, or back to one."""
    query = {**_asked(sent), "at": _at(sent) or "", "done": done, "record": record}
    answer = RedirectResponse(f"/review?{urlencode({n: v for n, v in query.items() if v})}", 303)
    answer.set_cookie(KEPT, quote(who), max_age=31_536_000, samesite="strict", httponly=True)
    return answer
