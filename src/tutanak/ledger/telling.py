"""Records told: with the names of those who stand in them, their source, and the article's words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson
from sqlalchemy import Connection, Text, cast, select

from tutanak.exports.digest import LINES, Line, Teller
from tutanak.exports.minutes import KINDS
from tutanak.ledger.naming import described
from tutanak.ledger.tables import actors, documents, forms, mentions, readings, records, repeats, roles, sources, ties

Row = dict[str, Any]

PORTION = 500


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, as it is cited."""

    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    article: str

    def to_dict(self) -> Row:
        return {name: getattr(self, name) for name in ("sha256", "title", "outlet", "url", "published", "article")}

    @property
    def words(self) -> str:
        """The source on one line."""
        told = (self.title, self.outlet, (self.published or "")[:10], self.url)
        return ", ".join(part for part in told if part) or self.article


@dataclass(frozen=True, slots=True)
class Standing:
    """Who stands in a role of a record: the name of the actor over all articles, the state; the form where an office stands alone."""

    name: str
    state: str | None
    actor: str | None
    office: tuple[str, ...] = ()

    def to_dict(self) -> Row:
        return {"name": self.name, "state": self.state, "actor": self.actor}


class Frame(Mapping[str, Any]):
    """Minutes without records: what a teller needs to know of the article. Most records of a page are only counted and compared, so
    all but the text and the topics is unpacked when it is asked for. names: the people go by those of their actors."""

    def __init__(self, packed: str, doc: Row, topics: str, names: Mapping[str, str]) -> None:
        self._packed = packed
        self.topics = [topic for topic in topics.split("|") if topic]
        self._doc = doc
        self._names = names
        self._tellers: dict[str, Teller] = {}

    def teller(self, lang: str) -> Teller:
        """Who tells its records."""
        if lang not in self._tellers:
            self._tellers[lang] = Teller(self._whole, lang)
        return self._tellers[lang]

    @cached_property
    def _whole(self) -> Row:
        frame = orjson.loads(self._packed)
        people = [{**p, "name": self._names.get(p["id"], p["name"])} for p in frame["people"]]
        return {**dict.fromkeys(KINDS, ()), **frame, "people": people, "doc": self._doc}

    def __getitem__(self, name: str) -> Any:
        return self._doc if name == "doc" else self._whole[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


@dataclass(frozen=True, slots=True)
class Told:
    """One record of a ledger. id: the hash of its content; body: the record as docs/schema.md has it, its references within `minutes`;
    again: other articles of its story that say the same; pairs: of states that it ties."""

    id: str
    number: int
    document: int
    kind: str
    status: str
    made_by: str
    day: str
    edtf: str | None
    words: str
    confidence: float
    rule: str
    replaces: str | None
    body: Row
    roles: Mapping[str, tuple[Standing, ...]]
    source: Cited
    minutes: Frame
    again: int = 0
    pairs: frozenset[tuple[str, str]] = frozenset()

    def line(self, lang: str) -> Line:
        """The record as a line of minutes."""
        return LINES[self.kind](self.minutes.teller(lang), {name: self._shown(value) for name, value in self.body.items()})

    def _shown(self, value: Any) -> Any:
        """An office that stands alone, with the name of whoever is meant: "Azerbaycan Cumhurbaşkanı (…)"."""
        if isinstance(value, list):
            return [self._shown(v) for v in value]
        if not isinstance(value, dict) or "text" not in value:
            return value
        form = described(value["text"], self.day)
        meant = [s.name for standing in self.roles.values() for s in standing if form and s.actor and s.office == form.mark]
        return {"text": f"{value['text']} ({meant[0]})"} if meant else value

    def said(self, field: str) -> str | None:
        """The characters of a field that is a span."""
        span = self.body.get(field)
        return self.minutes["doc"]["text"][span["start"] : span["end"]] if span else None

    def names(self, role: str) -> list[str]:
        return [standing.name for standing in self.roles.get(role, ())]

    def to_dict(self) -> Row:
        """As plain values; spans are of the source's text."""
        fields = {name: value for name, value in self.body.items() if name not in ("id", "proof", "rule", "confidence", "in", "repeats", *self.roles)}
        return {
            "id": self.id, "kind": self.kind, "status": self.status, "made_by": self.made_by, "day": self.day or None, "words": self.words,
            "roles": {role: [s.to_dict() for s in standing] for role, standing in self.roles.items()}, "fields": fields,
            "measure": self.said("measure"), "rule": self.rule, "confidence": self.confidence, "source": self.source.to_dict(), "again": self.again,
        }  # fmt: skip


def tell_each(connection: Connection, groups: Sequence[Sequence[int]]) -> list[list[Told]]:
    """Several lists of records at once: an article that stands in many of them is looked up once."""
    told = {t.number: t for t in tell(connection, list(dict.fromkeys(number for group in groups for number in group)))}
    return [[told[number] for number in group if number in told] for group in groups]


def tell(connection: Connection, ids: Sequence[int]) -> list[Told]:
    """The records with these numbers, in this order."""
    rows: dict[int, Any] = {}
    for start in range(0, len(ids), PORTION):
        asked = select(records).where(records.c.id.in_(ids[start : start + PORTION]))
        rows |= {row.id: row for row in connection.execute(asked)}
    minutes = _minutes(connection, {row.reading_id for row in rows.values()})
    standing = _roles(connection, list(rows))
    cited, said = cite(connection, {row.document_id for row in rows.values()}), _again(connection, list(rows))
    tied = _pairs(connection, list(rows))
    return [
        _told(rows[i], minutes[rows[i].reading_id], standing[i], cited[rows[i].document_id], said.get(i, 0), frozenset(tied[i]))
        for i in ids if i in rows
    ]  # fmt: skip


def _told(row: Any, minutes: Frame, standing: list[tuple[str, Standing]], source: Cited, again: int, pairs: frozenset[tuple[str, str]]) -> Told:
    by_role: dict[str, tuple[Standing, ...]] = {}
    for role, who in standing:
        by_role[role] = (*by_role.get(role, ()), who)
    return Told(
        row.hash, row.id, row.document_id, row.kind, row.status, row.made_by, row.day, row.edtf, " ".join(row.words.split()), row.confidence,
        row.rule, row.replaces, row.body, by_role, source, minutes, again, pairs,
    )  # fmt: skip


def _minutes(connection: Connection, of: Iterable[int]) -> dict[int, Frame]:
    """The frames of readings."""
    ids, found = sorted(of), {}
    names = _names(connection, ids)
    packed = cast(readings.c.frame, Text).label("packed")
    asked = select(readings.c.id, packed, readings.c.topics, documents.c.text, documents.c.sha256)
    asked = asked.join(documents, documents.c.id == readings.c.document_id)
    for row in in_portions(connection, asked, readings.c.id, ids):
        found[row.id] = Frame(row.packed, {"text": row.text, "sha256": row.sha256, "title": None, "url": None}, row.topics, names[row.id])
    return found


def _names(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    asked = select(mentions.c.reading_id, mentions.c.local, actors.c.name).join(forms, forms.c.id == mentions.c.form_id)
    asked = asked.join(actors, actors.c.id == forms.c.actor_id).where(actors.c.kind == "person")
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for reading, local, name in in_portions(connection, asked, mentions.c.reading_id, ids):
        found[reading][local] = name
    return found


def _roles(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[str, Standing]]]:
    found: dict[int, list[tuple[str, Standing]]] = defaultdict(list)
    form = (forms.c.name, forms.c.office, forms.c.office_key, forms.c.month, forms.c.state.label("whose"))
    asked = select(roles, *form, actors.c.name.label("actor"), actors.c.key)
    asked = asked.outerjoin(forms, forms.c.id == roles.c.form_id).outerjoin(actors, actors.c.id == forms.c.actor_id)
    for row in in_portions(connection, asked.order_by(roles.c.record_id, roles.c.rank), roles.c.record_id, ids):
        name = row.actor or row.name or row.office or row.state
        if name:
            alone = ("person", "", row.whose, row.office_key, row.month) if row.form_id and not row.name else ()
            found[row.record_id].append((row.role, Standing(name, row.state, row.key, alone)))
    return found


def _again(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How often each of these records is said again by others of its story."""
    asked = select(repeats.c.first_id, records.c.document_id).join(records, records.c.id == repeats.c.record_id).where(records.c.status == "shown")
    rows = set(map(tuple, in_portions(connection, asked, repeats.c.first_id, ids)))
    return Counter(first for first, _ in rows)


def _pairs(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """The pairs of states that each of these records ties."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for row in in_portions(connection, select(ties.c.record_id, ties.c.a, ties.c.b), ties.c.record_id, ids):
        found[row.record_id].append((row.a, row.b))
    return found


def cite(connection: Connection, of: Iterable[int]) -> dict[int, Cited]:
    """How each of these documents is cited: by the first place where it stood."""
    s, d = sources.c, documents.c
    asked = select(s.document_id, d.sha256, s.title, d.title, s.outlet, s.url, s.published, s.article_id).join(documents, d.id == s.document_id)
    found: dict[int, Cited] = {}
    for document, sha, title, own, outlet, url, published, article in in_portions(connection, asked.order_by(s.id), s.document_id, sorted(of)):
        found.setdefault(document, Cited(sha, title or own, outlet, url, published, article))
    return found


def in_portions(connection: Connection, asked: Any, column: Any, ids: Sequence[int]) -> Iterable[Any]:
    """The rows of a question about these numbers, which may be more than one question can name."""
    for start in range(0, len(ids), PORTION):
        yield from connection.execute(asked.where(column.in_(ids[start : start + PORTION])))
