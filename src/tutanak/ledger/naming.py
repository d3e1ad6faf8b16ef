"""How actors are named: the forms under which articles speak of a person or a body, by which one is known again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tutanak.languages import load
from tutanak.text.casing import bare

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A name with what stands by it. key: the name in plain letters; empty where an office stands alone ("Azerbaycan Cumhurbaşkanı").

    month: for offices that stand alone, when they were named so: their holders change.
    """

    kind: str
    name: str
    key: str
    state: str = ""
    office: str = ""
    office_key: str = ""
    month: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def surname(self) -> str:
        return self.key.rsplit(" ", 1)[-1]

    @property
    def mark(self) -> tuple[str, str, str, str, str]:
        """What tells one form from another."""
        return self.kind, self.key, self.state, self.office_key, self.month


@lru_cache(maxsize=1 << 16)
def key(words: str) -> str:
    """Words in plain letters, one space between them."""
    return " ".join("".join(c if c.isalnum() else " " for c in bare(words)).split())


def named(minutes: Row) -> Iterator[tuple[Row, Form]]:
    """The people and bodies of an article, each with its form."""
    for row in minutes["people"]:
        office = row["office"] or ""
        yield row, Form("person", row["name"], key(row["name"]), row["state"] or "", office, key(office))
    text = minutes["doc"]["text"]
    for row in minutes["organisations"]:
        called = {key(text[m["start"] : m["end"]]) for m in row["mentions"]} - {key(row["name"]), ""}
        yield row, Form("organisation", row["name"], key(body(row["name"])), row["state"] or "", aliases=tuple(sorted(called)))


def described(words: str, day: str) -> Form | None:
    """The form of an office without a name ("Azerbaycan Cumhurbaşkanı"), where the words begin with a state and end in an office."""
    told = words.split()
    for n in (3, 2, 1):
        state = _states().get(key(" ".join(told[:n])))
        if state and len(told) > n and key(told[-1]) in _heads():
            office = " ".join(told[n:])
            return Form("person", "", "", state, office, key(office), day[:7])
    return None


def body(name: str) -> str:
    """The name under which a body is known ("Birleşmiş Milletler" → "BM"); another stands for itself."""
    return _bodies().get(key(name), name)


def same_office(office: str) -> str:
    """Offices that are one ("Devlet Başkanı", "Cumhurbaşkanı") under one key."""
    return "head of state" if office in _heads_of_state() else office


@cache
def _bodies() -> dict[str, str]:
    rows = load("tr").section("bodies")["known"]
    return {key(name): row["name"] for row in rows for name in (row["name"], row.get("full"), *row.get("also", ())) if name}


@cache
def _heads_of_state() -> frozenset[str]:
    return frozenset(map(key, load("tr").section("offices")["head_of_state"]))


@cache
def _states() -> dict[str, str]:
    """Names of states, in plain letters, with their codes."""
    rows = load("tr").section("states")
    return {key(name): row["code"] for row in rows for name in (row["name"], *row.get("also", ())) if isinstance(name, str)}


@cache
def _heads() -> frozenset[str]:
    """Offices as they end a noun compound: "cumhurbaşkanı", "bakanı"."""
    found = set()
    for row in load("tr").section("offices")["heads"]:
        stem = key(row["says"])
        found |= {stem} if row.get("compound") else {stem, *(stem + ending for ending in ("i", "u", "si", "su"))}
    return frozenset(found)
