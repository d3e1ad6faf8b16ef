"""Names, on invented press sentences: people with offices, bodies and places, chains."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tutanak.mentions import Mentions, find
from tutanak.text import lay_out

CASES = Path(__file__).parent / "cases" / "tr"


def cases(name: str) -> Iterator[tuple[str, list[str]]]:
    """Each text of a case file with the lines told below it."""
    text, told = "", []
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("  "):
            told.append(line.strip())
            continue
        if text:
            yield text, told
        text, told = line.replace(" | ", "\n"), []
    yield text, told


def read(text: str) -> Mentions:
    return find(lay_out(text))


def row(*fields: str | None) -> str:
    return " | ".join(f or "-" for f in fields)


PEOPLE = (
    "people.txt", "people_offices.txt", "people_appointed.txt", "people_ranks.txt", "people_spread.txt", "people_fresh.txt", "people_unseen.txt",
)  # fmt: skip
BODIES = (
    "bodies_places.txt", "bodies_acronyms.txt", "places_told.txt", "places_spread.txt", "bodies_press.txt", "bodies_spread.txt", "bodies_fresh.txt",
)  # fmt: skip


@pytest.mark.parametrize(("text", "told"), [case for name in PEOPLE for case in cases(name)])
def test_people(text: str, told: list[str]) -> None:
    assert [row(p.name, p.office, p.state, p.org) for p in read(text).people] == told


@pytest.mark.parametrize(("text", "told"), [case for name in BODIES for case in cases(name)])
def test_bodies_and_places(text: str, told: list[str]) -> None:
    mentions = read(text)
    found = [row("o " + o.name, o.state) for o in mentions.organisations] + [row("l " + p.name, p.state) for p in mentions.places]
    assert sorted(found) == sorted(told)


@pytest.mark.parametrize(("text", "told"), cases("chains.txt"))
def test_chains(text: str, told: list[str]) -> None:
    mentions = read(text)
    for line in told:
        words, meant = line.split(" = ")
        at = text.rindex(words)
        found = [m for m in mentions.all if m.span.start <= at + len(words) - 1 and m.span.end > at]
        names = [(getattr(e, "text", None) and "?") or (e.id if type(e).__name__ == "State" else e.name) for m in found[-1:] for e in m.entities]  # type: ignore[union-attr]
        assert ", ".join(names) == meant, found


FILES = (*(name for name in PEOPLE if name != "people_offices.txt"), *BODIES, "chains.txt")


@pytest.mark.parametrize(("text", "told"), [case for name in FILES for case in cases(name)])
def test_mentions_are_in_order_and_apart(text: str, told: list[str]) -> None:
    del told
    mentions = read(text)
    for before, after in zip(mentions.all, mentions.all[1:], strict=False):
        assert before.last <= after.first
    for person in mentions.people:
        assert person.mentions
        assert {"name"} <= set(person.proof)
        for field in ("office", "state", "org"):
            assert (getattr(person, field) is None) == (field not in person.proof), (person, field)


NAMED = [*PEOPLE, *BODIES, "chains.txt"]


@pytest.mark.parametrize("file", NAMED)
def test_a_quoted_name_stands_in_its_span(file: str) -> None:
    for text, _ in cases(file):
        mentions = read(text)
        for named in (*mentions.people, *mentions.organisations, *mentions.places):
            proof = named.proof["name"]
            assert (proof.how == "quoted") == (proof.spans[0].of(text) == named.name), (text, named.name)


def test_a_name_around_brackets_is_derived_from_all_of_them() -> None:
    text = "Avrupa Birliği (AB) Komisyonu toplandı."
    body = read(text).organisations[-1]
    assert (body.name, body.proof["name"].how, body.proof["name"].spans[0].of(text)) == (
        "Avrupa Birliği Komisyonu", "derived", "Avrupa Birliği (AB) Komisyonu",
    )  # fmt: skip
