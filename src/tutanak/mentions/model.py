"""What the mentions floor hands up: where something is named, and all that an article's words name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.mentions.values import Actor, Entity, How, Organisation, Person, Place, Proof, Proofs, State, Unnamed, When
from tutanak.spans import MADE, Span

__all__ = [
    "Actor", "Entity", "How", "Mention", "Mentions", "Organisation", "Person", "Place", "Proof", "Proofs", "Quantity", "State", "Unnamed", "When",
    "proven",
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


_ONE: Final = Decimal(1)


@mypyc_attr(acyclic=True)
class Quantity:
    """An amount: its words, value(s), unit and bound. Whether it states a fact is the figure record's business; it stays inside.

    span: the whole amount ("yüzde 7’den fazla"); core: number and unit without bound words ("yüzde 7").
    first, last: token range of `span`. unit: as SCHEMA.md; counted noun in the singular, or "" for a bare number.
    kind: percent money measure count multiple share ordinal number point.
    case: that of the core's last word; lik: has it the ending -lık ("10 milyar dolarlık hedef"); own: a possessive ("yüzde 14'ü");
    core_last: token behind the core. scale: that of its last word ("9 milyar"), 1 where there is none.
    lender: the amount that told its unit, where it leaves it to another ("5, bu yıl [9 milyar dolar]").
    """

    __slots__ = (
        "assumed", "bound", "case", "core", "core_last", "first", "kind", "last", "lender", "lik", "own", "scale", "span", "ucum", "unit", "value",
        "value_to",
    )  # fmt: skip

    def __init__(
        self, span: Span, core: Span, first: int, last: int, value: Decimal, value_to: Decimal | None, unit: str, bound: str, kind: str,
        ucum: str | None = None, assumed: tuple[str, ...] = (), case: str = "nom", lik: bool = False, own: bool = False, core_last: int = 0,
        scale: Decimal = _ONE, lender: Span | None = None,
    ) -> None:  # fmt: skip
        self.span = span
        self.core = core
        self.first = first
        self.last = last
        self.value = value
        self.value_to = value_to
        self.unit = unit
        self.bound = bound
        self.kind = kind
        self.ucum = ucum
        self.assumed = assumed
        self.case = case
        self.lik = lik
        self.own = own
        self.core_last = core_last
        self.scale = scale
        self.lender = lender

    def again(self) -> Quantity:
        """The same once more, for a reading of it that differs."""
        return Quantity(
            self.span, self.core, self.first, self.last, self.value, self.value_to, self.unit, self.bound, self.kind, self.ucum, self.assumed,
            self.case, self.lik, self.own, self.core_last, self.scale, self.lender,
        )  # fmt: skip


_PROOF: Final[Any] = Proof


def proven(spans: tuple[Span, ...], how: How, rule: str) -> Proof:
    """`Proof(spans, how, rule)`, made at less than half the cost: what each record needs several of."""
    made: Proof = MADE(_PROOF, (spans, how, rule))
    return made


class Mentions:
    """All that the article's words name.

    all: actor and place mentions in text order, never overlapping. quantities, whens: in text order.
    roles, parts, joined: what the records floor found out of how a mention stands in its sentence, kept for who asks next.
    """

    __slots__ = ("_at", "_begun", "all", "joined", "organisations", "parts", "people", "places", "quantities", "roles", "states", "whens")

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
        self.roles: dict[Mention, str] = {}
        self.parts: dict[Mention, str] = {}
        self.joined: dict[Mention, Mention | None] = {}
        self._at: list[Mention | None] = [None] * all[-1].last if all else []
        self._begun: list[int] = []
        for n, mention in enumerate(all):
            self._begun.extend([n] * (mention.first + 1 - len(self._begun)))
            for token in range(mention.first, mention.last):
                self._at[token] = mention

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
