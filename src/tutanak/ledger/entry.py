"""A reading as the rows that stand for it. Pure: the same reading gives the same rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import combinations
from typing import Any, NamedTuple

import orjson

from tutanak.exports.minutes import KINDS, dumped
from tutanak.exports.relation import Actors, Pair, relation
from tutanak.ledger.indexing import indexed
from tutanak.ledger.naming import Form, body, described, named

Row = dict[str, Any]

FRAME = ("people", "organisations", "places", "states", "topics", "findings", "spin")
"""What a reading holds beside its article and its records."""

UNCOUNTED = frozenset({"id", "rule", "confidence", "reasons", "proof", "checks", "ucum"})
"""Fields that say how a record was found: two records that differ in nothing else say the same."""

LINKS = ("in", "repeats")
"""Fields that name another record of the article."""

ROLES = {
    "statements": ("speaker", "addressee", "about"), "positions": ("holder", "about"), "meetings": ("participants",),
    "figures": ("claimed_by",), "undertakings": ("parties", "proposer"), "acts": ("source", "target"),
}  # fmt: skip

TOO_MANY = 20
"""Actors of one record beyond which pairs are no longer told apart: a summit of fifty ties 1,225."""

_ISO = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?![\d/.-])")
_TURKISH = re.compile(r"(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4})(?!\d)")
_DAY = re.compile(r"\d{4}(-\d\d)?(-\d\d)?")


class Role(NamedTuple):
    """Who stands where in a record: a form of an actor, the code of a state, or both."""

    role: str
    form: Form | None
    state: str | None


class Entered(NamedTuple):
    """One record, ready to be kept. body: as JSON."""

    hash: str
    kind: str
    local: str
    day: str
    edtf: str | None
    start: int
    end: int
    words: str
    confidence: float
    rule: str
    body: str
    roles: tuple[Role, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading, ready to be kept. frame, minutes: as JSON, which takes a tenth of the memory and leaves the collector of cycles nothing to
    look through; day: that of publication, or empty; words: for the search; blanked: names were taken out of it."""

    doc: Row
    frame: str
    spin: float
    topics: tuple[str, ...]
    minutes: bytes
    minutes_sha256: str
    day: str
    forms: dict[str, Form]
    records: tuple[Entered, ...]
    published: str | None
    words: tuple[str, str]
    blanked: bool = False


def entry(minutes: Row, published: str | None, *, blanked: bool = False) -> Entry:
    """The rows of one article's minutes, doubtful records among them."""
    teller, doc = _Teller(minutes, day(published)), minutes["doc"]
    bodies = {kind: [orjson.dumps(row) for row in minutes[kind]] for kind in KINDS}
    records = [teller.record(kind, row, body.decode()) for kind in KINDS for row, body in zip(minutes[kind], bodies[kind], strict=True)]
    whole = dumped({**minutes, **{kind: [orjson.Fragment(body) for body in some] for kind, some in bodies.items()}})  # no record is packed twice
    return Entry(
        doc, _frame(minutes), minutes["spin"], tuple(minutes["topics"]), whole, sha256(whole).hexdigest(), teller.day, teller.forms,
        tuple(records), published, indexed(doc["title"], doc["text"]), blanked,
    )  # fmt: skip


def _frame(minutes: Row) -> str:
    head = {name: value for name, value in minutes["doc"].items() if name != "text"}
    return packed({"schema": minutes["schema"], "doc": head, **{name: minutes[name] for name in FRAME}})


def packed(value: Any) -> str:
    """A value as the JSON that a ledger keeps."""
    return orjson.dumps(value).decode()


def entered(minutes: Row, published: str | None, kind: str, row: Row) -> Entered:
    """One record of an article's minutes, or one made by hand beside them."""
    return _Teller(minutes, day(published)).record(kind, row, packed(row))


def day(published: str | None) -> str:
    """The day of a date or time as the press writes it, as ISO: 2022-10-13, 2022/10/13, 13.10.2022; a month or a year alone; else empty."""
    told = (published or "").strip()
    if (found := _ISO.match(told)) or (found := _TURKISH.match(told)):
        year, month, number = found["year"], found["month"], found["day"]
    else:
        return ""
    parts = [year, *(f"{int(part):02}" for part in (month, number) if part)]
    try:
        date(int(year), int(month or 1), int(number or 1))
    except ValueError:
        return ""
    return "-".join(parts)


class _Teller:
    """Knows the actors of one article's minutes."""

    def __init__(self, minutes: Row, day: str) -> None:
        self.doc = minutes["doc"]
        self.text: str = self.doc["text"]
        self.day = day
        self.actors = Actors(minutes)
        self.forms = {row["id"]: form for row, form in named(minutes)}
        self.names = {row["id"]: row["name"] for kind in ("people", "organisations", "places") for row in minutes[kind]}
        self.places = {row["id"]: (row["start"], row["end"]) for row in minutes["statements"]}
        self.spoken = {row["id"]: row for row in minutes["statements"]}
        self.relation = relation(minutes)

    def record(self, kind: str, row: Row, body: str) -> Entered:
        start, end = _place(row)
        return Entered(
            self._hash(kind, row), kind, row["id"], self._day(kind, row), row["when"]["edtf"] if row["when"] else None, start, end,
            self.text[start:end], row["confidence"], row["rule"], body, tuple(self.roles(kind, row)), tuple(self.pairs(kind, row)),
        )  # fmt: skip

    def _hash(self, kind: str, row: Row) -> str:
        names, said = self.names, dict[str, Any]()
        for name in _counted(tuple(row)):
            value = row[name]
            said[name] = names.get(value, value) if isinstance(value, str) else self._stable(value) if isinstance(value, list) else value
        said |= {name: self.places.get(row[name], row[name]) for name in LINKS if row.get(name)}
        return sha256(orjson.dumps([self.doc["sha256"], kind, said], option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]

    def _stable(self, values: list[Any]) -> list[Any]:
        """Values without ids that are local to the article: names for actors."""
        names = self.names
        return [names.get(v, v) if isinstance(v, str) else self._stable(v) if isinstance(v, list) else v for v in values]

    def _day(self, kind: str, row: Row) -> str:
        """When it happened; what is said or counted stands at the day of publication."""
        when = row["when"]
        found = _DAY.match(when["edtf"]) if when and kind != "figures" else None
        exact = found is not None and (len(found.group()) == 10 or kind not in ("statements", "positions") or not self.day)
        return found.group() if found and exact else self.day

    def roles(self, kind: str, row: Row) -> Iterator[Role]:
        for name in ROLES[kind]:
            for ref in _listed(row[name]):
                yield self._role(name, ref)

    def _role(self, name: str, ref: Any) -> Role:
        if isinstance(ref, dict):
            form = described(ref["text"], self.day)
            return Role(name, form, form.state or None if form else None)
        if form := self.forms.get(ref):
            return Role(name, form, form.state or None)
        return Role(name, None, None if ref in self.names else ref)

    def pairs(self, kind: str, row: Row) -> list[Pair]:
        """The pairs of actors that a record ties together."""
        told = list(self._pairs(kind, row)) or ([self.relation] if self._elliptic(kind, row) and self.relation else [])
        return list(dict.fromkeys([pair for pair in map(_tied, told) if pair[0] != pair[1]]))

    def _actors(self, refs: Any) -> list[str]:
        """The states or bodies behind references; an office that stands alone ("Azerbaycan Cumhurbaşkanı") is its state."""
        told = self.actors.of(refs)
        if refs is None or isinstance(refs, str):
            return told
        alone = [form.state for ref in _listed(refs) if isinstance(ref, dict) and (form := described(ref["text"], self.day))]
        return list(dict.fromkeys([*told, *alone])) if alone else told

    def _pairs(self, kind: str, row: Row) -> Iterable[Pair]:
        of = self._actors
        if kind in ("meetings", "undertakings"):
            return combinations(of(row["participants"] if kind == "meetings" else row["parties"])[:TOO_MANY], 2)
        if kind == "acts":
            return _across(of(row["source"]), of(row["target"]))
        if kind == "figures":
            within = self.spoken.get(row["in"] or "")
            return self._pairs("statements", within) if within else ()
        about = of(row["about"])[:TOO_MANY]
        heard = of(row.get("addressee"))
        return (*_across(of(row["speaker"] if kind == "statements" else row["holder"]), [*about, *heard]), *combinations(about, 2))

    def _elliptic(self, kind: str, row: Row) -> bool:
        """Does the record leave its pair to the article? A figure does, and an undertaking with one party of it or none."""
        if kind == "figures":
            return True
        return kind == "undertakings" and set(self.actors.of(row["parties"])) <= set(self.relation or ())


@lru_cache(maxsize=1 << 10)
def _counted(fields: tuple[str, ...]) -> list[str]:
    """Of the fields of a record those that say something: the same for all of a kind."""
    return [name for name in fields if name not in UNCOUNTED]


@lru_cache(maxsize=1 << 16)
def _tied(pair: Pair) -> Pair:
    """The pair in alphabetical order, bodies under the names by which they are known."""
    one, other = map(body, pair)
    return min(one, other), max(one, other)


def _across(ones: list[str], others: list[str]) -> Iterator[Pair]:
    return ((a, b) for a in ones[:TOO_MANY] for b in others[:TOO_MANY])


def _listed(refs: Any) -> list[Any]:
    return refs if isinstance(refs, list) else [] if refs is None else [refs]


def _place(row: Row) -> tuple[int, int]:
    """Where a record stands in the text: its own words, or those that report it."""
    own = row if "start" in row else row["evidence"]
    return (own["start"], own["end"]) if own else (0, 0)
