"""The pages of single records and of undertakings, each at a stable address."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from tutanak.exports.digest import lights
from tutanak.exports.marks import Look, marked, switches
from tutanak.exports.minutes import KINDS
from tutanak.ledger import Ledger
from tutanak.ledger.showing import Shown
from tutanak.ledger.telling import Cited, Told
from tutanak.stories.quoting import Quotation, variants
from tutanak.web import paths
from tutanak.web.linking import row, rows
from tutanak.web.opening import Book, Spoken
from tutanak.web.telling import Moved, Page, page
from tutanak.web.why import why

router = APIRouter()


@page(router, "/record/{ident}")
def record(request: Request, speech: Spoken, book: Book, ident: str) -> Page:  # noqa: ARG001
    """One record in full: its words in their context, its grounds, what became of it, its other wordings."""
    shown = book.show(ident)
    told = shown.told
    if ident != told.id:
        raise Moved(paths.record(told.id))
    own = only(told)
    window = (shown.context.start, shown.context.end)
    text = Markup("".join(marked(own, lights(own), Look(named(told), here="", window=window))))
    title = f"{speech.heading(speech.one(told.kind))}: {_short(told.words)}"
    given = {
        "seen": shown, "row": row(told, speech), "why": why(told), "text": text, "window": window, "kin": rows(shown.kin, speech),
        "quotation": wordings(book, told), "claim": lambda key: named(told)(key) if key in lights(own) else "",
    }  # fmt: skip
    return Page("record", title, shown.to_dict(), [told], given, citation(told.source), _graph(shown))


def _short(words: str, most: int = 80) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


def only(told: Told) -> dict[str, Any]:
    """The minutes of an article with one record alone."""
    return {**told.minutes, **{kind: [told.body] if kind == told.kind else [] for kind in KINDS}, "findings": told.minutes.get("findings") or []}


def named(told: Told) -> Any:
    """Names the claims of one record as the page of its article does."""

    def ident(key: str) -> str:
        own, _, claim = key.partition(".")
        return "-".join(part for part in (f"r-{told.id}" if own == told.body["id"] else f"t-{own}", claim) if part)

    return ident


def wordings(book: Ledger, told: Told) -> Quotation | None:
    """A statement in all its wordings, where others have it too."""
    if told.kind != "statements":
        return None
    with book.store.reading() as connection:
        found = variants(connection, book.store.dialect, told.id)
    return found if len(found.variants) > 1 else None


def citation(source: Cited) -> list[tuple[str, str]]:
    """How the article of a record is cited, as tags of a head."""
    day = (source.published or "")[:10].replace("-", "/")
    told = [("citation_title", source.title), ("citation_publication_date", day), ("citation_journal_title", source.outlet),
            ("citation_public_url", paths.outside(source.url))]  # fmt: skip
    return [(name, value) for name, value in told if value]


def _graph(shown: Shown) -> dict[str, Any]:
    told = shown.told
    cited = told.source
    source = {"@type": "NewsArticle", "@id": f"urn:sha256:{cited.sha256}", "headline": cited.title, "datePublished": cited.published}
    return {
        "@context": "https://schema.org", "@type": "Claim", "@id": f"urn:tutanak:record:{told.id}", "text": told.words,
        "appearance": {name: value for name, value in source.items() if value},
    }  # fmt: skip


@router.get("/record/{ident}/lights.css", include_in_schema=False)
def lit(book: Book, ident: str) -> Response:
    """For each claim of a record the rule that lights its words."""
    told = book.show(ident).told
    return Response(switches(lights(only(told)), named(told), "main", '[data-c="{}"]'), media_type="text/css")


@page(router, "/undertaking/{ident}")
def undertaking(request: Request, speech: Spoken, book: Book, ident: str) -> Page:  # noqa: ARG001
    """What became of an undertaking, step by step."""
    fate = book.followed(ident)
    if ident != fate.steps[0].id:
        raise Moved(paths.undertaking(fate.steps[0].id))
    pairs = sorted({pair for step in fate.steps for pair in step.pairs})
    shown = {"fate": fate, "steps": [row(step, speech) for step in fate.steps], "pairs": pairs, "turns": {step.id for step in fate.turns()}}
    return Page("undertaking", fate.words, fate.to_dict(), list(fate.steps), shown, citation(fate.steps[-1].source))


@page(router, "/undertakings")
def undertakings(request: Request, speech: Spoken, book: Book, open: bool = False, silent: str = "", pair: str = "") -> Page:  # noqa: ARG001
    """What became of undertakings, of all pairs or of one. silent: only those not heard of since a day, or a stretch before today."""
    one, _, other = pair.partition("-")
    named = (book.tied(one.replace("_", " ")), book.tied(other.replace("_", " "))) if pair else ()
    fates = book.undertakings(*named, only_open=open, silent=silent)
    values = [{"undertaking": f.words, "kind": f.kind, "parties": "; ".join(f.parties), "status": f.status, "open": f.open, "steps": len(f.steps),
               "last": f.steps[-1].day, "id": f.steps[0].id} for f in fates]  # fmt: skip
    shown = {"fates": fates, "asked": {"open": 1 if open else "", "silent": silent, "pair": pair}, "pairs": book.pairs(30)}
    return Page("undertakings", speech("fates"), [f.to_dict() for f in fates], values, shown)
