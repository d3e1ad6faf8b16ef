"""What the API answers, as types: they are its description, and a test holds every answer against them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["statements", "positions", "meetings", "figures", "undertakings", "acts"]


class Shape(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class Stretch(Shape):
    """Characters of a text: Unicode code points, the end exclusive."""

    start: int
    end: int


class Cited(Shape):
    """An article as a source."""

    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    article: str = Field(description="the id under which it came")


class Standing(Shape):
    """Who stands in a role of a record."""

    name: str
    state: str | None
    actor: str | None = Field(description="the key under which /people or /organisations knows them")


class Record(Shape):
    """One record (docs/schema.md says what its fields are, by kind)."""

    id: str
    kind: Kind
    status: str = Field(description="shown, doubtful, rejected, superseded, withdrawn …")
    made_by: str = Field(description="read, or the verdict by which a person made it")
    day: str | None
    words: str
    roles: dict[str, list[Standing]]
    fields: dict[str, Any]
    measure: str | None
    rule: str
    confidence: float
    source: Cited
    again: int = Field(description="other articles of its story that say the same")


class Claim(Shape):
    """One field of a record with the words that prove it."""

    field: str
    value: str
    how: str = Field(description="quoted, derived, inferred, default")
    rule: str
    words: list[str]


class ReadBy(Shape):
    """A version of the reader that found a record."""

    engine: str
    pack: str
    at: str


class Decision(Shape):
    """What a person decided."""

    id: int
    target: str
    verdict: str
    reviewer: str
    why: str
    at: str
    change: dict[str, Any] | None


class FullRecord(Record):
    """A record in full: in its context, with its proofs and what became of it."""

    span: Stretch
    context: str
    claims: list[Claim]
    readings: list[ReadBy]
    reviews: list[Decision]
    kin: list[Record] = Field(description="what it replaces, and what replaces it")
    body: dict[str, Any]


class Measure(Shape):
    """Figures on one measure side by side, the oldest first."""

    measure: str
    unit: str
    figures: list[Record]
    disagreements: list[tuple[str, str]] = Field(description="pairs of ids of figures that cannot both be true")


class Undertaking(Shape):
    """An undertaking over all articles that name it, each a step, the oldest first."""

    name: str
    kind: str
    parties: list[str]
    status: str | None
    open: bool
    steps: list[Record]


class Share(Shape):
    """How much someone said about a pair."""

    name: str
    state: str | None
    statements: int
    words: int
    first: str
    last: str


class Tied(Shape):
    """Two states or bodies, and how many records tie them."""

    a: str
    b: str
    records: int


class Page(Shape):
    """A page of answers. next: the word to ask for the one after it, as `page`; null on the last."""

    next: str | None


class Pairs(Page):
    """The pairs that most records tie, those first."""

    pairs: list[Tied]


class Pair(Page):
    """What is known of two states or bodies; `timeline` is one page, all else is of the whole question."""

    pair: tuple[str, str]
    total: dict[Kind, int]
    timeline: list[Record]
    balance: list[Share]
    figures: list[Measure]
    undertakings: list[Undertaking]


class Document(Shape):
    """An article as the ledger keeps it."""

    source: Cited
    at: str = Field(description="when it was entered")
    records: int = Field(description="how many of its records are shown")
    pair: tuple[str, str] | None = Field(description="the pair that most of them tie")


class Documents(Page):
    """Articles, those entered last first."""

    documents: list[Document]


class Records(Page):
    """Records, the newest first."""

    records: list[Record]


class Actor(Shape):
    """A person or body."""

    key: str
    kind: Literal["person", "organisation"]
    name: str
    state: str
    mentions: int


class Held(Shape):
    """An office as a dated fact: from the first article that says so to the last."""

    office: str
    state: str
    first: str
    last: str
    articles: int
    source: Cited
    latest: Cited


class Portrait(Actor):
    """What is known of someone. others: who else the name could mean."""

    forms: list[str]
    offices: list[Held]
    partners: dict[str, int]
    said: list[Record]
    others: list[Actor]


class People(Page):
    """People in the order of their names."""

    people: list[Actor]


class Organisations(Page):
    """Bodies in the order of their names."""

    organisations: list[Actor]


class Undertakings(Page):
    """What became of undertakings, the one with the newest step first."""

    undertakings: list[Undertaking]


class Figures(Shape):
    """The newest figures side by side."""

    figures: list[Measure]


class Member(Shape):
    """An article of a story. relation: what it is to the article `to`; null where the story begins with it."""

    relation: str | None
    to: str | None
    certainty: float
    spin: float
    source: Cited


class Wording(Shape):
    """Words of one text and those that stand for them in another."""

    kind: Literal["dropped", "added", "changed"]
    old: str
    new: str
    old_span: tuple[int, int]
    new_span: tuple[int, int]


class Repeated(Record):
    """A record, and the articles (by sha256) that say it again."""

    said_again: list[str]


class Drift(Shape):
    """A heading that quotes in other words what a statement of the same article says. differences: from the body to the heading."""

    heading: str
    body: str
    statement: str
    differences: list[Wording]


class Story(Shape):
    """One text with all that was made of it, the earliest article first."""

    story: str
    title: str
    articles: list[Member]
    records: list[Repeated]
    swaps: dict[str, list[Wording]]
    disagreements: list[Measure]
    background: list[Cited]
    drifts: list[Drift]


class Stories(Page):
    """Stories of several articles, those with most first; their records stand at each story's own address."""

    stories: list[Story]


class Hit(Shape):
    """An article that holds all words of a search. around: the text at the first of them; records: those whose words hold one."""

    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    exact: bool
    spans: list[Stretch]
    around: str
    records: list[str]


class Hits(Page):
    """Articles that hold all words of a search, those written like it first."""

    hits: list[Hit]


class Minutes(BaseModel):
    """The minutes of an article (docs/schema.md), with what the ledger knows of each record."""

    model_config = ConfigDict(extra="allow")

    schema_: str = Field(alias="schema")
    doc: dict[str, Any]
    people: list[dict[str, Any]]
    organisations: list[dict[str, Any]]
    places: list[dict[str, Any]]
    states: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    positions: list[dict[str, Any]]
    meetings: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    undertakings: list[dict[str, Any]]
    acts: list[dict[str, Any]]
    sources: list[dict[str, Any]]


class Fault(Shape):
    """What is wrong with one parameter."""

    at: str
    why: str


class Problem(Shape):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[Fault] | None = None
