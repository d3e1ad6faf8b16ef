"""The tables made final: entities numbered in the order their first mention stands, and the mentions that point at them."""

from __future__ import annotations

from tutanak.mentions.gathering import Named
from tutanak.mentions.model import Entity, How, Mention, Organisation, Person, Place, Proofs, State, Unnamed, proven
from tutanak.mentions.naming import Naming
from tutanak.mentions.tables import BodyDraft, PersonDraft, PlaceDraft
from tutanak.spans import Span


class Entities:
    """Numbers the entities in the order their first mention stands, and makes them final."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.states: dict[str, State] = {}

    def people(self) -> list[Person]:
        drafts = sorted(self.naming.people.drafts, key=lambda d: d.mentions[0] if d.mentions else Span(0, 0))
        for n, draft in enumerate(drafts, 1):
            draft.made = _person(draft, f"p{n}")
        return [d.made for d in drafts if d.made is not None]

    def bodies(self) -> list[Organisation]:
        drafts = sorted((d for d in self.naming.bodies.drafts if d.mentions), key=lambda d: d.mentions[0])
        for n, draft in enumerate(drafts, 1):
            draft.made = _body(draft, f"o{n}")
        return [d.made for d in drafts if d.made is not None]

    def places(self) -> list[Place]:
        self.naming.places.unite(self.naming.lexicon.parts)
        drafts = sorted((d for d in self.naming.places.drafts if d.mentions), key=lambda d: d.mentions[0])
        for n, draft in enumerate(drafts, 1):
            proof: Proofs = {"name": proven((draft.span,), "quoted", "tr/places")}
            if draft.code:
                proof["state"] = proven((draft.span,), "derived", "tr/places")
            draft.made = Place(f"l{n}", draft.name, draft.code or None, tuple(draft.mentions), proof)
        return [d.made for d in drafts if d.made is not None]

    def state_list(self) -> list[State]:
        names = self.naming.lexicon.states
        for code in self.naming.states:
            if code in names and code not in self.states:
                self.states[code] = State(code, names[code], tuple(sorted(set(self.naming.state_spans.get(code, ())))))
        return list(self.states.values())

    def mention(self, named: Named) -> Mention | None:
        entities: list[Entity] = []
        for meant in named.meant:
            if isinstance(meant, PlaceDraft) and meant.of is not None:
                meant = meant.of
            entity: Entity | None = self.states.get(meant) if isinstance(meant, str) else meant if isinstance(meant, Unnamed) else meant.made
            if entity is not None:
                entities.append(entity)
        if not entities:
            return None
        return Mention(named.span, named.first, named.last, tuple(entities), named.kind, named.case, named.actor)


def _how(name: str, span: Span) -> How:
    """Does a name stand there as it is, or with brackets in it that are left out?"""
    return "quoted" if span.length == len(name) else "derived"


def _person(draft: PersonDraft, ident: str) -> Person:
    org = draft.org.name if draft.org is not None else None
    spelt = [name for name in draft.spelt if len(name.split()) == len(draft.words)]
    name = max(spelt, key=lambda n: ("." not in n, draft.spelt[n])) if spelt else draft.name
    proof: Proofs = {"name": proven((draft.name_span,), _how(name, draft.name_span), "the fullest form")}
    if draft.office:
        proof["office"] = proven((draft.office_span,), _how(draft.office, draft.office_span), "tr/offices:" + draft.stem)
    if org is not None:
        itself = draft.org is not None and draft.org_span == draft.org.span  # not named elsewhere, by its acronym, in capitals
        told: How = _how(org, draft.org_span) if itself else "derived"
        proof["org"] = proven((draft.org_span,), told, "the office's body")
    if draft.state and "state" in draft.proof:
        proof["state"] = draft.proof["state"]
    return Person(ident, name, draft.office or None, draft.state or None, org, tuple(sorted(set(draft.mentions))), proof, draft.land or None)


def _body(draft: BodyDraft, ident: str) -> Organisation:
    proof: Proofs = {"name": proven((draft.span,), _how(draft.name, draft.span), "tr/bodies")}
    if draft.code:
        how: How = "default" if draft.how == "default" else "inferred" if draft.how == "inferred" else "derived"
        proof["state"] = proven(() if how == "default" else (draft.span,), how, "tr/bodies")
    return Organisation(ident, draft.name, draft.code or None, tuple(sorted(set(draft.mentions))), proof)
