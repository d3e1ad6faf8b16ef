"""What the mentions floor hands up: where something is named, and all that an article's words name."""

from __future__ import annotations

from collections.abc import Sequence

from tutanak.mentions.values import Actor, Entity, How, Organisation, Person, Place, Proof, Proofs, Quantity, State, Unnamed, When
from tutanak.spans import Span

__all__ = [
    "Actor", "Entity", "How", "Mention", "Mentions", "Organisation", "Person", "Place", "Proof", "Proofs", "Quantity", "State", "Unnamed", "When",
]  # fmt: skip


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


class Mentions:
    """All that the article's words name.

    all: actor and place mentions in text order, never overlapping. quantities, whens: in text order.
    """

    __slots__ = ("_at", "_begun", "all", "organisations", "people", "places", "quantities", "states", "whens")

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
        self._at: list[Mention | None] = []
        self._begun: list[int] = []
        for n, mention in enumerate(all):
            self._begun += [n] * (mention.first + 1 - len(self._begun))
            self._at += [None] * (mention.first - len(self._at))
            self._at += [mention] * (mention.last - mention.first)

    def within(self, first: int, last: int) -> Sequence[Mention]:
        """Mentions whose phrase begins in the token range [first, last)."""
        return self.all[self._before(first) : self._before(last)]

    def at(self, token: int) -> Mention | None:
        """The mention whose phrase holds this token."""
        return self._at[token] if 0 <= token < len(self._at) else None

    def _before(self, token: int) -> int:
        """How many mentions begin before a token."""
        if token >= len(self._begun):
            return len(self.all)
        return self._begun[token] if token > 0 else 0
