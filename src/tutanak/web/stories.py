"""The pages of stories: which articles are one text, what a machine put in for its words, what each of them says again."""

from __future__ import annotations

from fastapi import APIRouter, Request

from tutanak.errors import Unclear
from tutanak.stories.telling import Story, listed, story
from tutanak.web import paths
from tutanak.web.article import quotations
from tutanak.web.linking import row
from tutanak.web.opening import Book, Spoken
from tutanak.web.telling import Moved, Page, page

RELATIONS = ("same", "republished", "update", "revision", "spun")
MOST = 100

router = APIRouter()


@page(router, "/stories")
def stories(request: Request, speech: Spoken, book: Book, relation: str = "", since: str = "") -> Page:  # noqa: ARG001
    """The stories of several articles. relation: only those with such an article among them."""
    if relation and relation not in RELATIONS:
        raise Unclear(f"no relation {relation!r}; known: {', '.join(RELATIONS)}")
    with book.store.reading() as connection:
        found = listed(connection, since=since, relation=relation, limit=MOST)
    shown = {"stories": found, "relations": RELATIONS, "asked": {"relation": relation, "since": since}}
    return Page("stories", speech("stories"), [s.to_dict() for s in found], [r for s in found for r in _rows(s)], shown)


@page(router, "/story/{sha}")
def one(request: Request, speech: Spoken, book: Book, sha: str) -> Page:  # noqa: ARG001
    """One story in full."""
    with book.store.reading() as connection:
        told = story(connection, sha)
    first = told.members[0].source.sha256
    if sha != first[: paths.SHORT]:
        raise Moved(paths.story(first))
    measures = [(m, [row(f, speech) for f in m.figures]) for m in told.measures]
    records = [(row(first, speech), [a.source for a in again]) for first, again in told.records]
    of = {m.source.sha256: m.source for m in told.members}
    shown = {"story": told, "quotations": quotations(told), "measures": measures, "records": records, "of": of}
    return Page("story", told.title, told.to_dict(), _rows(told), shown)


def _rows(told: Story) -> list[dict[str, object]]:
    """The articles of a story as rows."""
    first = told.members[0].source.sha256
    return [
        {"story": first, "sha256": m.source.sha256, "relation": m.relation or "earliest", "to": m.to, "certainty": round(m.certainty, 3),
         "spin": round(m.spin, 3), "title": m.source.title, "outlet": m.source.outlet, "url": m.source.url, "published": m.source.published}
        for m in told.members
    ]  # fmt: skip
