"""What the mentions floor hands up: who and what the words name, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from tutanak.spans import Span

How = Literal["quoted", "derived", "inferred", "default"]


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a field holds what it holds: the words, how they prove it, by which rule.

    quoted: the words themselves; derived: a pure function of them; inferred: from words elsewhere in the
    article (then `spans` are those words); default: by a declared policy, without words.
    """

    spans: tuple[Span, ...]
    how: How
    rule: str


Proofs = dict[str, Proof]


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """A named person; `state` is a code, `org` an organisation that the office belongs to if not a state."""

    id: str
    name: str
    office: str | None
    state: str | None
    org: str | None
    mentions: tuple[Span, ...]
    proof: Proofs = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Organisation:
    id: str
    name: str
    state: str | None
    mentions: tuple[Span, ...]
    proof: Proofs = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    id: str
    name: str
    state: str | None
    mentions: tuple[Span, ...]
    proof: Proofs = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A state as an actor; id is its code ("AZ"), name its usual Turkish name."""

    id: str
    name: str
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Unnamed:
    """An actor that the article describes without a name ("üst düzey bir yetkili")."""

    text: str
    span: Span
    state: str | None = None

    @property
    def name(self) -> str:
        """The description as written: what stands in for a name."""
        return self.text


Actor = Person | Organisation | State | Unnamed
Entity = Person | Organisation | Place | State | Unnamed


class Mention:
    """A place in the text where entities are named.

    span: the characters of the name itself, without office, title and case ending.
    first, last: token range [first, last) of the whole noun phrase ("Rusya Devlet Lideri Vladimir Putin’in").
    entities: one, or several ("ikili", "taraflar", joint names under one office). Places too.
    kind: name (of anything), office (an office alone: "Bakan", "Rusya Devlet Başkanı"), state, group ("ikili"),
      description ("üst düzey bir yetkili"), place, pronoun.
    case: that of the phrase's last word: nom acc dat loc abl gen ins.
    actor: may it act or speak (a state named as a place, "Moskova'da", may not).
    """

    __slots__ = ("actor", "case", "entities", "first", "kind", "last", "span")

    def __init__(self, span: Span, first: int, last: int, entities: tuple[Entity, ...], kind: str, case: str, actor: bool = True) -> None:
        self.span = span
        self.first = first
        self.last = last
        self.entities = entities
        self.kind = kind
        self.case = case
        self.actor = actor

    @property
    def entity(self) -> Entity:
        return self.entities[0]

    def __repr__(self) -> str:
        names = "+".join(getattr(e, "name", getattr(e, "text", "?")) for e in self.entities)
        return f"<{names} {self.kind} {self.case} @{self.span.start}>"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: its words, value(s), unit and bound. Whether it states a fact is the figure record's business.

    span: the whole amount ("yüzde 7’den fazla"); core: number and unit without bound words ("yüzde 7").
    first, last: token range of `span`. unit: as SCHEMA.md; counted noun in the singular, or "" for a bare number.
    kind: percent money measure count multiple share ordinal number point.
    case: that of the core's last word; lik: has it the ending -lık ("10 milyar dolarlık hedef"); own: a possessive ("yüzde 14'ü");
    core_last: token behind the core.
    """

    span: Span
    core: Span
    first: int
    last: int
    value: Decimal
    value_to: Decimal | None
    unit: str
    bound: str
    kind: str
    ucum: str | None = None
    assumed: tuple[str, ...] = ()
    case: str = "nom"
    lik: bool = False
    own: bool = False
    core_last: int = 0


@dataclass(frozen=True, slots=True)
class When:
    """A date, period or duration: words and, where it can be resolved, an EDTF interval.

    source: text (absolute), published (resolved against the publication date), or None (relative, unresolved).
    kind: date period time duration set. timex: the form as told, before it is resolved ("P7M", "XXXX-10-13", "-P1Y").
    """

    span: Span
    first: int
    last: int
    kind: str
    edtf: str | None
    precision: str | None
    source: str | None
    timex: str | None = None


class Mentions:
    """All that the article's words name.

    all: actor and place mentions in text order, never overlapping. quantities, whens: in text order.
    """

    __slots__ = ("_firsts", "all", "organisations", "people", "places", "quantities", "states", "whens")

    def __init__(
        self, people: list[Person], organisations: list[Organisation], places: list[Place], states: list[State],
        all: list[Mention], quantities: list[Quantity], whens: list[When],
    ) -> None:  # fmt: skip
        self.people = people
        self.organisations = organisations
        self.places = places
        self.states = states
        self.all = all
        self.quantities = quantities
        self.whens = whens
        self._firsts = [m.first for m in all]

    def within(self, first: int, last: int) -> Sequence[Mention]:
        """Mentions whose phrase begins in the token range [first, last)."""
        return self.all[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def at(self, token: int) -> Mention | None:
        """The mention whose phrase holds this token."""
        i = bisect_left(self._firsts, token + 1) - 1
        return self.all[i] if i >= 0 and self.all[i].first <= token < self.all[i].last else None
