"""What the ledger knows, for programs: /api/v1, described by its own OpenAPI.

Lists come in pages: `next` of one is the `page` of the one after it. Answers carry an ETag, by which they need not be sent twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Path, Query, Request, Response
from sqlalchemy import Connection

from tutanak.errors import NotFound
from tutanak.exports.minutes import dumped
from tutanak.ledger import Ledger, glances, handing, listing, people, showing, states
from tutanak.ledger.asking import Asked, pairs, sheet
from tutanak.ledger.dialects import Dialect
from tutanak.ledger.news import day, undertakings
from tutanak.ledger.search import Within, search
from tutanak.ledger.store import Store
from tutanak.release import VERSION
from tutanak.stories import telling
from tutanak.web import problems, shapes
from tutanak.web.paging import Question

MOST = 200
"""Answers of a page."""
DEEP = 10_000
"""Hits of a search that one may page through: beyond, nobody reads, and each page costs as much as all before it."""

Row = dict[str, Any]

PLAIN = r"^[^\x00-\x1f\x7f]*$"
"""Names and words hold no control characters; for U+0000 PostgreSQL cannot even be asked."""

Name = Annotated[str, Path(min_length=1, max_length=200, pattern=PLAIN)]
Beginning = Annotated[str, Path(min_length=4, max_length=64, pattern=r"^[0-9a-fA-F]+$", description="a hash, or the beginning of one")]
Words = Annotated[str, Query(max_length=200, pattern=PLAIN)]
Day = Annotated[str, Query(max_length=10, pattern=PLAIN, description="2022-10-13, 2022-10, 2022, or 7d, 2w, 3m before today")]
Two = Annotated[str, Query(max_length=200, pattern=r"^([^\x00-\x1f\x7f,]+,[^\x00-\x1f\x7f,]+)?$", description="two states or bodies: AZ,RU")]
Kinds = Annotated[list[shapes.Kind], Query(max_length=6)]
Limit = Annotated[int, Query(ge=1, le=MOST)]
Next = Annotated[str, Query(max_length=600, pattern=r"^[A-Za-z0-9_-]*$", description="`next` of the page before")]

BAD: dict[int | str, Row] = {
    422: {"model": shapes.Problem, "description": "The question cannot be understood"},
    503: {"model": shapes.Problem, "description": "The ledger does not answer"},
}
MISSING: dict[int | str, Row] = {404: {"model": shapes.Problem, "description": "The ledger knows no such thing"}}

router = APIRouter(responses=BAD)


def create(ledger: Ledger) -> FastAPI:
    """The API of a ledger, to be mounted at /api/v1."""
    api = FastAPI(title="tutanak", version=VERSION, description=__doc__, docs_url=None, redoc_url=None)
    api.state.ledger = ledger
    api.include_router(router)
    problems.prepare(api)
    _describe(api)
    return api


def _describe(api: FastAPI) -> None:
    """Say in the description that problems are told as problem+json."""
    told = api.openapi()
    for path in told["paths"].values():
        for operation in path.values():
            for status, response in operation["responses"].items():
                if status >= "400":
                    response["content"] = {problems.MEDIA: response["content"]["application/json"]}


class Asking:
    """A request with the ledger it is for."""

    def __init__(self, request: Request) -> None:
        self._store: Store = request.app.state.ledger.store
        self.dialect: Dialect = self._store.dialect
        self.question = Question(request.url.path, request.query_params.multi_items())
        self.reading = self._store.reading

    def page(self, name: str, rows: Sequence[Any], limit: int, place: Any) -> Response:
        """One page of rows, of which one more than wanted was asked for; place: where the next page begins."""
        more = len(rows) > limit
        return answer({name: rows[:limit], "next": self.question.page(place) if more else None})


Ask = Annotated[Asking, Depends(Asking)]


def answer(rows: Any) -> Response:
    """Values as JSON. They are not held against their types here: a test does, for every address."""
    return Response(dumped(rows), media_type="application/json")


@router.get("/pairs", response_model=shapes.Pairs)
def list_pairs(ask: Ask, limit: Limit = 50, page: Next = "") -> Response:
    """The pairs that most records tie."""
    offset = ask.question.offset(page)
    with ask.reading() as connection:
        rows = [{"a": a, "b": b, "records": n} for a, b, n in pairs(connection, limit + 1, offset)]
    return ask.page("pairs", rows, limit, offset + limit)


@router.get("/pairs/{a}/{b}", response_model=shapes.Pair, responses=MISSING)
def show_pair(
    ask: Ask, a: Name, b: Name, kind: Kinds = [], since: Day = "", until: Day = "", speaker: Words = "", topic: Words = "",  # noqa: B006
    doubtful: bool = False, limit: Limit = 50, page: Next = "",
) -> Response:  # fmt: skip
    """What is known of two states or bodies: codes, or names in Turkish or English."""
    offset = ask.question.offset(page)
    asked = _asked(since, until, kind, speaker, topic, doubtful, limit + 1, offset)
    with ask.reading() as connection:
        told = sheet(connection, states.pair(a, b), asked).to_dict()
    more = len(told["timeline"]) > limit
    return answer({**told, "timeline": told["timeline"][:limit], "next": ask.question.page(offset + limit) if more else None})


@router.get("/documents", response_model=shapes.Documents)
def list_documents(ask: Ask, since: Day = "", until: Day = "", outlet: Words = "", limit: Limit = 50, page: Next = "") -> Response:
    """Articles, those entered last first. since, until: when they were published."""
    before = ask.question.offset(page) if page else None
    with ask.reading() as connection:
        ids = listing.entered(connection, _day(since), _day(until), outlet, before, limit + 1)
        rows = [entered.to_dict() for entered in glances.entered(connection, ids[:limit])]
    return answer({"documents": rows, "next": ask.question.page(ids[limit - 1]) if len(ids) > limit else None})


@router.get("/documents/{sha256}", response_model=shapes.Minutes, responses=MISSING)
def show_document(ask: Ask, sha256: Beginning, doubtful: bool = False) -> Response:
    """The minutes of an article. doubtful: also records below the default confidence."""
    with ask.reading() as connection:
        return answer(handing.one(connection, glances.document(connection, sha256.lower()), doubtful=doubtful))


@router.get("/records", response_model=shapes.Records, responses=MISSING)
def list_records(
    ask: Ask, kind: Kinds = [], pair: Two = "", since: Day = "", until: Day = "", speaker: Words = "", topic: Words = "",  # noqa: B006
    doubtful: bool = False, limit: Limit = 50, page: Next = "",
) -> Response:  # fmt: skip
    """Records of all kinds or some, the newest first; what a story says again is left out."""
    two = _pair(pair)
    offset, after = (ask.question.offset(page), None) if two else (0, ask.question.after(page))
    with ask.reading() as connection:
        told = listing.told(connection, two, _asked(since, until, kind, speaker, topic, doubtful, limit + 1, offset), after)
    last = told[min(limit, len(told)) - 1] if told else None
    return ask.page("records", [record.to_dict() for record in told], limit, offset + limit if two or not last else (last.day, last.number))


@router.get("/records/{id}", response_model=shapes.FullRecord, responses=MISSING)
def show_record(ask: Ask, id: Beginning) -> Response:
    """A record in its context, each claim with its proof, and what became of it."""
    with ask.reading() as connection:
        return answer(showing.show(connection, id).to_dict())


@router.get("/people", response_model=shapes.People)
def list_people(ask: Ask, named: Words = "", limit: Limit = 50, page: Next = "") -> Response:
    """People in the order of their names. named: words that the name holds, with or without Turkish letters."""
    return _known(ask, "person", "people", named, limit, page)


@router.get("/people/{key}", response_model=shapes.Portrait, responses=MISSING)
def show_person(ask: Ask, key: Name, limit: Limit = 20) -> Response:
    """What is known of a person, by key or name. limit: how many records of what was said."""
    return _portrait(ask, "person", key, limit)


@router.get("/organisations", response_model=shapes.Organisations)
def list_organisations(ask: Ask, named: Words = "", limit: Limit = 50, page: Next = "") -> Response:
    """Bodies in the order of their names."""
    return _known(ask, "organisation", "organisations", named, limit, page)


@router.get("/organisations/{key}", response_model=shapes.Portrait, responses=MISSING)
def show_organisation(ask: Ask, key: Name, limit: Limit = 20) -> Response:
    """What is known of a body, by key or name."""
    return _portrait(ask, "organisation", key, limit)


@router.get("/undertakings", response_model=shapes.Undertakings, responses=MISSING)
def list_undertakings(ask: Ask, pair: Two = "", open: bool = False, silent: Day = "", limit: Limit = 50, page: Next = "") -> Response:
    """What became of undertakings. open: only those not yet in force and not rejected; silent: only open ones not heard of since a day."""
    offset, two = ask.question.offset(page), _pair(pair)
    with ask.reading() as connection:
        fates = undertakings(connection, two, only_open=open, silent=_day(silent))
    return ask.page("undertakings", [fate.to_dict() for fate in fates[offset : offset + limit + 1]], limit, offset + limit)


@router.get("/figures", response_model=shapes.Figures, responses=MISSING)
def list_figures(
    ask: Ask, pair: Two = "", since: Day = "", until: Day = "", speaker: Words = "", topic: Words = "", doubtful: bool = False
) -> Response:  # fmt: skip
    """The newest figures side by side, and those that cannot both be true."""
    two, asked = _pair(pair), _asked(since, until, (), speaker, topic, doubtful)
    with ask.reading() as connection:
        return answer({"figures": [measure.to_dict() for measure in listing.measures(connection, two, asked)]})


@router.get("/stories", response_model=shapes.Stories)
def list_stories(
    ask: Ask, least: Annotated[int, Query(ge=1, le=1000)] = 2, since: Day = "", limit: Limit = 50, page: Next = ""
) -> Response:  # fmt: skip
    """Stories of at least so many articles, those with most first."""
    offset = ask.question.offset(page)
    with ask.reading() as connection:
        told = telling.listed(connection, least=least, since=_day(since), limit=limit + 1, offset=offset)
    return ask.page("stories", [story.to_dict() for story in told], limit, offset + limit)


@router.get("/stories/{sha256}", response_model=shapes.Story, responses=MISSING)
def show_story(ask: Ask, sha256: Beginning) -> Response:
    """The story of an article: its copies, what was put in for what, what all of them say."""
    with ask.reading() as connection:
        return answer(telling.story(connection, sha256.lower()).to_dict())


@router.get("/search", response_model=shapes.Hits, responses=MISSING)
def search_documents(
    ask: Ask, q: Annotated[str, Query(min_length=1, max_length=200, pattern=PLAIN)], pair: Two = "", since: Day = "", until: Day = "",
    limit: Limit = 20, page: Next = "",
) -> Response:  # fmt: skip
    """Articles that hold all words: `"a phrase"`, `beginning*`; "ışık" finds IŞIK, "kilicdaroglu" finds Kılıçdaroğlu."""
    offset = min(ask.question.offset(page), DEEP)
    within = Within(_day(since), _day(until), _pair(pair))
    with ask.reading() as connection:
        hits = search(connection, ask.dialect, q, within, limit + 1, offset)
    return ask.page("hits", [hit.to_dict() for hit in hits], limit if offset < DEEP else len(hits), offset + limit)


def _known(ask: Asking, kind: str, name: str, named: str, limit: int, page: str) -> Response:
    after = ask.question.after(page)
    with ask.reading() as connection:
        found = listing.known(connection, kind, named, after, limit + 1)
    rows = [actor.to_dict() for actor, _ in found]
    return ask.page(name, rows, limit, found[min(limit, len(found)) - 1][1] if found else 0)


def _portrait(ask: Asking, kind: str, named: str, limit: int) -> Response:
    with ask.reading() as connection:
        portrait = people.portrait(connection, _of_kind(connection, kind, named), limit)
    return answer(portrait.to_dict())


def _of_kind(connection: Connection, kind: str, named: str) -> str:
    """The key of the person, or body, that is most likely meant. Raises NotFound."""
    found = next((actor for actor in people.find(connection, named) if actor.kind == kind), None)
    if found is None:
        raise NotFound(f"no {kind} in the ledger is called {named!r}")
    return found.key


def _asked(
    since: str, until: str, kinds: Sequence[str], speaker: str, topic: str, doubtful: bool, limit: int = 0, offset: int = 0
) -> Asked:  # fmt: skip
    return Asked(_day(since), _day(until), tuple(kinds), speaker, topic, doubtful, limit, offset)


def _day(told: str) -> str:
    return day(told) if told else ""


def _pair(told: str) -> tuple[str, str] | None:
    """Two actors in the ledger's order. Raises NotFound, Unclear."""
    one, _, other = told.partition(",")
    return states.pair(one, other) if told else None
