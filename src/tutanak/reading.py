"""One article read: the floors called in order, and what they found kept together."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, TypeVar

from tutanak.article import Article, article
from tutanak.errors import NotTurkish
from tutanak.exports import minutes
from tutanak.mentions import find
from tutanak.mentions.model import Mentions, Organisation, Person, Place, Proof, State, Unnamed
from tutanak.records import Records, take
from tutanak.records.model import Act, Figure, Finding, Meeting, Position, Record, Statement, Undertaking
from tutanak.release import VERSION
from tutanak.text import lay_out
from tutanak.text.language import is_turkish

R = TypeVar("R", bound=Record)

DEFAULT_CONFIDENCE = 0.5
"""Records below it are kept apart as doubtful: a default minute is one that a careful person can trust."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An article with all that was found in it. Lists stand in text order; `doubtful` records are in none of them.

    topics: words of the list in docs/schema.md. spin: 0 (as its author wrote it) to 1 (synonyms put in by a machine).
    """

    article: Article
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    states: tuple[State, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    meetings: tuple[Meeting, ...]
    figures: tuple[Figure, ...]
    undertakings: tuple[Undertaking, ...]
    acts: tuple[Act, ...]
    topics: tuple[str, ...]
    findings: tuple[Finding, ...]
    spin: float
    doubtful: tuple[Record, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """All records, kind by kind, the doubtful ones last."""
        return (*self.statements, *self.positions, *self.meetings, *self.figures, *self.undertakings, *self.acts, *self.doubtful)

    def to_dict(self, *, all: bool = False) -> dict[str, Any]:
        """The minutes in the shape of docs/schema.md; with `all` the doubtful records too."""
        extra = self.doubtful if all else ()
        rows = {
            "schema": minutes.SCHEMA,
            "doc": minutes.head(self.article),
            "people": [minutes.person(p) for p in self.people],
            "organisations": [minutes.body(o) for o in self.organisations],
            "places": [minutes.body(p) for p in self.places],
            "states": [minutes.state(s) for s in self.states],
            "statements": [minutes.statement(s) for s in _with(self.statements, extra, Statement)],
            "positions": [minutes.position(p) for p in _with(self.positions, extra, Position)],
            "meetings": [minutes.meeting(m) for m in _with(self.meetings, extra, Meeting)],
            "figures": [minutes.figure(f) for f in _with(self.figures, extra, Figure)],
            "undertakings": [minutes.undertaking(u) for u in _with(self.undertakings, extra, Undertaking)],
            "acts": [minutes.act(a) for a in _with(self.acts, extra, Act)],
            "topics": list(self.topics),
            "findings": [minutes.finding(f) for f in self.findings],
            "spin": round(self.spin, 2),
        }
        return rows if all else minutes.without(rows, self.doubtful)

    def to_html(self, *, lang: str = "tr", all: bool = False) -> str:
        """One self-contained page; every value lights up its characters. lang: tr or en."""
        from tutanak.exports import html

        return html.page([self.to_dict(all=all)], lang)

    def _repr_html_(self) -> str:
        from tutanak.exports import html

        return html.fragment(self.to_dict(), "tr")


def read(
    text: str, *, title: str | None = None, published: str | None = None, url: str | None = None, id: str | None = None,
    outlet: str | None = None, language: str | None = None,
) -> Reading:  # fmt: skip
    """Read one news report. published: an ISO date or time, against which "dün" is resolved.

    language: "tr" reads the text as Turkish even where it does not look it.
    Raises NotText (empty, wrongly decoded, over ten million characters) and NotTurkish.
    """
    return read_article(article(text, id=id, title=title, published=published, url=url, outlet=outlet), language)


def read_article(given: Article, language: str | None = None) -> Reading:
    """Read an article whose characters are checked already. Raises NotTurkish.

    The collector of cycles waits meanwhile: a reading makes none, and would be searched for them at every seven hundredth object.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        return _read(given, language)
    finally:
        if collected:
            gc.enable()


def _read(given: Article, language: str | None) -> Reading:
    layout = lay_out(given.text)
    if language is None and not is_turkish(layout):
        raise NotTurkish("not Turkish, as far as its function words tell; read it all the same with --language tr")
    mentions = find(layout, given.published)
    return entered(given, mentions, take(layout, mentions))


def read_many(articles: Iterable[str | Mapping[str, Any] | Article], *, language: str | None = None) -> Iterator[Reading]:
    """Read many: texts, articles, or mappings with the names of `read`'s arguments. Raises as `read` does, at the article it concerns."""
    for given in articles:
        if isinstance(given, Article):
            yield read_article(given, language)
        elif isinstance(given, str):
            yield read(given, language=language)
        else:
            yield read(**given, language=language)


def entered(given: Article, mentions: Mentions, records: Records) -> Reading:
    """The records numbered in text order, the doubtful ones set apart."""
    doubtful: list[Record] = []
    places = [*mentions.places, *_hosts(mentions, records)]
    return Reading(
        article=given,
        people=tuple(mentions.people),
        organisations=tuple(mentions.organisations),
        places=tuple(places),
        states=tuple(mentions.states),
        statements=_numbered(records.statements, "s", doubtful),
        positions=_numbered(records.positions, "q", doubtful),
        meetings=_numbered(records.meetings, "m", doubtful),
        figures=_numbered(records.figures, "f", doubtful),
        undertakings=_numbered(records.undertakings, "u", doubtful),
        acts=_numbered(records.acts, "a", doubtful),
        topics=tuple(records.topics),
        findings=tuple(sorted(records.findings, key=lambda f: f.span)),
        spin=records.spin,
        doubtful=tuple(doubtful),
    )


def _hosts(mentions: Mentions, records: Records) -> list[Place]:
    """States where a meeting that is shown took place: as its place, a state stands among the places."""
    hosts: dict[str, Place] = {}
    for meeting in records.meetings:
        where = meeting.place
        if isinstance(where, Unnamed) and where.state is not None and meeting.confidence >= DEFAULT_CONFIDENCE:
            proof = {"name": Proof((where.span,), "quoted", "a meeting's place"), "state": Proof((where.span,), "derived", "tr/states")}
            ident = f"l{len(mentions.places) + len(hosts) + 1}"
            meeting.place = hosts.setdefault(where.text, Place(ident, where.text, where.state, (where.span,), proof))
    return list(hosts.values())


def _numbered(records: list[R], letter: str, doubtful: list[Record]) -> tuple[R, ...]:
    trusted: list[R] = []
    for i, record in enumerate(sorted(records, key=minutes.place_of), 1):
        record.id = f"{letter}{i}"
        (trusted if record.confidence >= DEFAULT_CONFIDENCE else doubtful).append(record)
    return tuple(trusted)


def _with(trusted: tuple[R, ...], doubtful: Iterable[Record], kind: type[R]) -> list[R]:
    return sorted([*trusted, *(r for r in doubtful if isinstance(r, kind))], key=minutes.place_of)


@cache
def version() -> tuple[str, str]:
    """The version of the reader: that of the program, and the hash of its language pack."""
    pack = resources.files("tutanak.languages") / "tr.json"
    return VERSION, sha256(pack.read_bytes()).hexdigest()[:12]
