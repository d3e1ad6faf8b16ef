"""The pages of people and bodies: offices as dated facts, what was said, whom they met, with which states."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from tutanak.ledger import Ledger, people
from tutanak.ledger.asking import SPEAKING
from tutanak.ledger.people import Portrait
from tutanak.ledger.telling import tell_each
from tutanak.web import paths
from tutanak.web.asking import PAGE, Paging, Questioned
from tutanak.web.linking import rows
from tutanak.web.opening import Book, Spoken
from tutanak.web.speech import Speech
from tutanak.web.telling import Moved, Page, page

MET = 12

router = APIRouter()


@page(router, "/person/{named}")
def person(request: Request, speech: Spoken, book: Book, named: str, question: Questioned) -> Page:  # noqa: ARG001
    """A person over all articles."""
    return _portrait(book, speech, "person", named, question.page)


@page(router, "/organisation/{named}")
def organisation(request: Request, speech: Spoken, book: Book, named: str, question: Questioned) -> Page:  # noqa: ARG001
    """A body over all articles."""
    return _portrait(book, speech, "organisation", named, question.page)


def _portrait(book: Ledger, speech: Speech, kind: str, named: str, at: int) -> Page:
    """The page of whoever has this key; a name leads to the one that it means."""
    with book.store.reading() as connection:
        actor, *others = people.find(connection, paths.actor_key(kind, named))
        if actor.key != paths.actor_key(kind, named):
            raise Moved(paths.actor(actor.key))
        stands = people.stands(connection, actor.id)
        portrait, total = people.of(connection, actor, others, stands, limit=0), stands.count(SPEAKING)
        said, met = tell_each(connection, [stands.ids(SPEAKING, PAGE, (at - 1) * PAGE), stands.ids(("participants",), MET)])
    values = {**portrait.to_dict(), "said": [t.to_dict() for t in said], "met": [t.to_dict() for t in met]}
    shown = {"portrait": portrait, "said": rows(said, speech), "met": rows(met, speech), "paging": Paging(at, total)}
    return Page("actor", portrait.actor.name, values, said, {**shown, "pairs": _pairs(portrait)}, graph=graph(portrait))


def _pairs(portrait: Portrait) -> list[tuple[str, str, int]]:
    """The states with which records tie someone's own: code, path of the pair, how many."""
    own = portrait.actor.state
    return [(code, paths.pair(*sorted((own, code))), n) for code, n in portrait.partners.items()] if own else []


def graph(portrait: Portrait) -> dict[str, Any]:
    """The person or body as schema.org has them."""
    actor = portrait.actor
    told: dict[str, Any] = {"@context": "https://schema.org", "@type": "Person" if actor.kind == "person" else "Organization", "name": actor.name}
    told |= {"alternateName": [name for name in portrait.forms if name != actor.name]} if len(portrait.forms) > 1 else {}
    if actor.kind == "person" and portrait.offices:
        told["jobTitle"] = portrait.offices[0].office
    return told | ({"affiliation": {"@type": "Country", "identifier": actor.state}} if actor.state else {})
