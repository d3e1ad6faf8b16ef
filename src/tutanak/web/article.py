"""The page of an article: its text as it came, every record under the words that prove it, and what became of the text elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from tutanak.errors import NotFound
from tutanak.exports import Style, csl, ris
from tutanak.exports.cast import Cast
from tutanak.exports.digest import lights
from tutanak.exports.jsonld import nodes
from tutanak.exports.marks import Look, marked, sheet, switches
from tutanak.exports.minutes import KINDS
from tutanak.ledger import Ledger
from tutanak.ledger.telling import Told
from tutanak.stories.quoting import Quotation, aligned
from tutanak.stories.telling import Story, story
from tutanak.stories.versions import Version, stood, versions
from tutanak.web import paths
from tutanak.web.linking import Row, row
from tutanak.web.opening import Book, Spoken
from tutanak.web.speech import Speech
from tutanak.web.telling import Moved, Page, page
from tutanak.web.why import Why, why

PART = 40_000
"""Characters of a text that one page shows; a longer one is shown in parts."""

router = APIRouter()


@dataclass(frozen=True)
class Beside:
    """A record as it stands beside the text. number: in the order of the text; ident: of its place in the text."""

    row: Row
    why: Why
    number: int
    ident: str


@page(router, "/article/{sha}")
def article(request: Request, speech: Spoken, book: Book, sha: str, record: str = "", part: int = 0, all: bool = False) -> Page:  # noqa: ARG001
    """An article in full. record: the one that was asked for; part: of a long text, from 1; all: doubtful records as well."""
    minutes = book.article(sha, doubtful=all)
    if sha != minutes["doc"]["sha256"][: paths.SHORT]:
        raise Moved(paths.article(minutes["doc"]["sha256"]))
    told = _told(book, minutes)
    windows = parts(minutes["doc"]["text"])
    at = part - 1 if 0 < part <= len(windows) else holding(windows, minutes, record)
    title = minutes["doc"]["title"] or minutes["doc"]["url"] or speech("article")
    shown = {**_drawn(minutes, told, windows[at], record, speech), **_around(book, minutes), "windows": windows, "at": at, "all": all}
    values = {name: value for name, value in minutes.items() if name != "number"}
    return Page("article", title, values, told, {**shown, "minutes": minutes, "doc": minutes["doc"]}, cited(minutes), graph(minutes))


def _told(book: Ledger, minutes: Mapping[str, Any]) -> list[Told]:
    """The article's records in the order of its text."""
    rows = [r for kind in KINDS for r in minutes[kind]]
    return book.told([r["ledger"]["hash"] for r in sorted(rows, key=_start)])


def _start(body: Mapping[str, Any]) -> int:
    own = body if "start" in body else body.get("evidence") or {"start": 0}
    return int(own["start"])


def parts(text: str) -> list[tuple[int, int]]:
    """A long text cut at line ends into parts that a page can show."""
    found, start = list[tuple[int, int]](), 0
    while len(text) - start > PART * 1.25:
        cut = text.rfind("\n", start + PART // 2, start + PART) + 1 or text.rfind(" ", start + PART // 2, start + PART) + 1 or start + PART
        found.append((start, cut))
        start = cut
    return [*found, (start, len(text))]


def holding(windows: list[tuple[int, int]], minutes: Mapping[str, Any], record: str) -> int:
    """The part of the text in which a record stands; the first where it is not known."""
    start = next((_start(r) for kind in KINDS for r in minutes[kind] if r["ledger"]["hash"] == record), 0)
    return next((n for n, (first, last) in enumerate(windows) if first <= start < last), 0)


def _drawn(minutes: dict[str, Any], told: list[Told], window: tuple[int, int], record: str, speech: Speech) -> dict[str, Any]:
    """The text of one part with its marks, and the records beside it."""
    ident = naming(minutes)
    here = [t for t in told if window[0] <= _start(t.body) < window[1]]
    numbers = {t.body["id"]: n for n, t in enumerate(here, 1)}
    asked = next((t.body["id"] for t in told if t.id == record), "")
    lit = lights(minutes)
    text = Markup("".join(marked(minutes, lit, Look(ident, numbers, asked, window))))
    beside = [Beside(row(t, speech), why(t), numbers[t.body["id"]], ident(t.body["id"])) for t in here]
    return {"text": text, "beside": beside, "claim": lambda key: ident(key) if key in lit else "", "spun": minutes.get("spin", 0) >= 0.5}


def naming(minutes: Mapping[str, Any]) -> Any:
    """Names claims by their records' ids, which stay the same in all pages: "f1.measure" is "r-3c1f…-measure"."""
    hashes = {r["id"]: r["ledger"]["hash"] for kind in KINDS for r in minutes[kind]}

    def ident(key: str) -> str:
        own, _, claim = key.partition(".")
        return "-".join(part for part in (f"r-{hashes[own]}" if own in hashes else f"t-{own}", claim) if part)

    return ident


def _around(book: Ledger, minutes: Mapping[str, Any]) -> dict[str, Any]:
    """The story that the article is of, quotations that others have too, and the texts that stood at its address."""
    told = of_story(book, minutes["doc"]["sha256"])
    texts = at_address(book, minutes)
    mine = minutes["doc"]["sha256"]
    quotes = [q for q in (quotations(told) if told else []) if any(v.told.source.sha256 == mine for v in q.variants)]
    return {"story": told if told and len(told.members) > 1 else None, "versions": texts, "quotations": quotes}


def of_story(book: Ledger, sha256: str) -> Story | None:
    """The story that an article is of, where it was put into one."""
    try:
        with book.store.reading() as connection:
            return story(connection, sha256)
    except NotFound:
        return None


def quotations(told: Story) -> list[Quotation]:
    """The statements of a story that several of its articles have, each in all its wordings."""
    return [aligned([first, *again]) for first, again in told.records if again and first.kind == "statements"]


def at_address(book: Ledger, minutes: Mapping[str, Any]) -> list[Version]:
    """The texts that stood at the address of an article, where there were several."""
    url = minutes["doc"]["url"]
    if not url:
        return []
    with book.store.reading() as connection:
        return versions(connection, url) if len(stood(connection, url)) > 1 else []


def cited(minutes: Mapping[str, Any]) -> list[tuple[str, str]]:
    """How the article is cited, as tags of a head: Zotero and its like read them."""
    doc = minutes["doc"]
    day = (doc["published"] or "")[:10].replace("-", "/")
    told = [("citation_title", doc["title"]), ("citation_publication_date", day), ("citation_journal_title", doc["outlet"]),
            ("citation_public_url", paths.outside(doc["url"])), ("citation_language", doc["language"])]  # fmt: skip
    told += [("citation_author", name) for name in re.split(r",\s*", doc.get("author") or "")]
    return [(name, value) for name, value in told if value]


def graph(minutes: dict[str, Any]) -> dict[str, Any]:
    """The article and its records as schema.org has them; the text itself stands in the page."""
    told = [{name: value for name, value in node.items() if name != "articleBody"} for node in nodes(Cast(minutes))]
    return {"@context": "https://schema.org", "@graph": told}


@router.get("/article/{sha}/lights.css", include_in_schema=False)
def lit(book: Book, sha: str, all: bool = False) -> Response:
    """For each claim the rule that lights its words while it is pointed at: a sheet, for the pages hold no style of their own."""
    minutes = book.article(sha, doubtful=all)
    return Response(switches(lights(minutes), naming(minutes), "main", '[data-c="{}"]'), media_type="text/css")


@router.get("/marks.css", include_in_schema=False)
def look() -> Response:
    """The style of marks, which exports own."""
    return Response(sheet(), media_type="text/css", headers={"cache-control": "max-age=3600"})


@router.get("/article/{sha}/cite.ris", include_in_schema=False)
def as_ris(book: Book, sha: str) -> Response:
    """The article for EndNote, Zotero and their like."""
    return _file(b"".join(ris.pieces([book.article(sha)], Style())), "application/x-research-info-systems", f"{sha[: paths.SHORT]}.ris")


@router.get("/article/{sha}/cite.json", include_in_schema=False)
def as_csl(book: Book, sha: str) -> Response:
    """The article as CSL-JSON, for pandoc and Zotero."""
    return _file(b"".join(csl.pieces([book.article(sha)], Style())), "application/vnd.citationstyles.csl+json", f"{sha[: paths.SHORT]}.json")


def _file(body: bytes, media: str, name: str) -> Response:
    plain = re.sub(r"[^\w.-]", "", name, flags=re.ASCII)
    return Response(body, media_type=media, headers={"content-disposition": f'attachment; filename="{plain}"'})
