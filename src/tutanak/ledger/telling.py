"""Records told: with the names of those who stand in them, their source, and the article's words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson
from sqlalchemy import Connection, Text, cast, func, select

from tutanak.exports.digest import LINES, Line, Teller
from tutanak.exports.minutes import KINDS
from tutanak.ledger.naming import described
from tutanak.ledger.prepared import Among, Prepared, apart
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


@dataclass(slots=True)  # not frozen: a page has hundreds of them, and a frozen one takes four times as long to make
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
    if not ids:
        return []
    found = RECORDS.rows(connection, ids=list(ids))
    rows = {row.id: (row, body) for row, body in zip(found, _unpacked([row.packed for row in found]), strict=True)}
    minutes = _minutes(connection, {row.reading_id for row in found})
    standing, tied = _roles(connection, list(rows)), _pairs(connection, list(rows))
    cited, said = cite(connection, {row.document_id for row in found}), _again(connection, list(rows))
    return [
        _told(row, body, minutes[row.reading_id], standing.get(row.id, {}), cited[row.document_id], said.get(row.id, 0), tied[row.id])
        for row, body in (rows[i] for i in ids if i in rows)
    ]  # fmt: skip


def _unpacked(bodies: Sequence[str]) -> list[Row]:
    """Bodies of records, read as one list: half the time of reading each."""
    found: list[Row] = orjson.loads(f"[{','.join(bodies)}]")
    return found


def _told(
    row: Any, body: Row, minutes: Frame, roles: dict[str, tuple[Standing, ...]], source: Cited, again: int, pairs: frozenset[tuple[str, str]]
) -> Told:  # fmt: skip
    return Told(
        row.hash, row.id, row.document_id, row.kind, row.status, row.made_by, row.day, row.edtf, " ".join(row.words.split()), row.confidence,
        row.rule, row.replaces, body, roles, source, minutes, again, pairs,
    )  # fmt: skip


RECORDS = Prepared(lambda: select(
    *(column for column in records.c if column is not records.c.body), cast(records.c.body, Text).label("packed")
).where(Among(records.c.id, "ids")))  # fmt: skip

FRAMES = Prepared(lambda: select(
    readings.c.id, cast(readings.c.frame, Text), readings.c.topics, documents.c.text, documents.c.sha256
).join(documents, documents.c.id == readings.c.document_id).where(Among(readings.c.id, "ids")))  # fmt: skip


def _minutes(connection: Connection, of: Iterable[int]) -> dict[int, Frame]:
    """The frames of readings."""
    ids = sorted(of)
    names = _names(connection, ids)
    return {
        ident: Frame(packed, {"text": text, "sha256": sha, "title": None, "url": None}, topics, names[ident])
        for ident, packed, topics, text, sha in FRAMES.rows(connection, ids=ids)
    }


NAMES = Prepared(lambda: (
    select(mentions.c.reading_id, mentions.c.local, actors.c.name).join(forms, forms.c.id == mentions.c.form_id)
    .join(actors, actors.c.id == forms.c.actor_id).where(actors.c.kind == "person", Among(mentions.c.reading_id, "ids"))
))  # fmt: skip


def _names(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for reading, local, name in NAMES.rows(connection, ids=ids):
        found[reading][local] = name
    return found


ROLES = Prepared(lambda: (
    select(
        roles.c.record_id, roles.c.role, roles.c.state, roles.c.form_id, forms.c.name, forms.c.office, forms.c.office_key, forms.c.month,
        forms.c.state, actors.c.name, actors.c.key,
    )
    .outerjoin(forms, forms.c.id == roles.c.form_id).outerjoin(actors, actors.c.id == forms.c.actor_id)
    .where(Among(roles.c.record_id, "ids")).order_by(roles.c.record_id, roles.c.rank)
))  # fmt: skip


def _roles(connection: Connection, ids: Sequence[int]) -> dict[int, dict[str, tuple[Standing, ...]]]:
    """Who stands in the roles of each of these records."""
    found: dict[int, dict[str, tuple[Standing, ...]]] = defaultdict(dict)
    known: dict[tuple[Any, ...], Standing] = {}
    for record, role, *who in ROLES.rows(connection, ids=ids):
        standing = known.get(told := tuple(who)) or known.setdefault(told, _standing(*who))
        if standing.name:
            found[record][role] = (*found[record].get(role, ()), standing)
    return found


def _standing(state: str | None, form: int | None, called: str | None, office: str | None, office_key: str, month: str, whose: str,
              actor: str | None, key: str | None) -> Standing:  # fmt: skip
    """Who stands in a role: the same for all roles of one form and state."""
    alone = ("person", "", whose, office_key, month) if form and not called else ()
    return Standing(actor or called or office or state or "", state, key, alone)


AGAIN = Prepared(lambda: (
    select(repeats.c.first_id, records.c.document_id).join(records, records.c.id == repeats.c.record_id)
    .where(records.c.status == "shown", Among(repeats.c.first_id, "ids"))
))  # fmt: skip


def _again(connection: Connection, ids: Sequence[int]) -> dict[int, int]:
    """How often each of these records is said again by others of its story."""
    return Counter(first for first, _ in set(map(tuple, AGAIN.rows(connection, ids=ids))))


TIED = Prepared(lambda: select(ties.c.record_id, ties.c.a, ties.c.b).where(Among(ties.c.record_id, "ids")))


def _pairs(connection: Connection, ids: Sequence[int]) -> dict[int, frozenset[tuple[str, str]]]:
    """The pairs of states that each of these records ties."""
    found: dict[int, frozenset[tuple[str, str]]] = defaultdict(frozenset)
    one: dict[tuple[str, str], frozenset[tuple[str, str]]] = {}
    for record, a, b in TIED.rows(connection, ids=ids):
        pair = one.get((a, b)) or one.setdefault((a, b), frozenset([(a, b)]))
        found[record] = found[record] | pair if record in found else pair
    return found


CITED = Prepared(lambda: (
    select(
        sources.c.document_id, documents.c.sha256, func.coalesce(func.nullif(sources.c.title, ""), documents.c.title), sources.c.outlet,
        sources.c.url, sources.c.published, sources.c.article_id,
    )
    .join(documents, documents.c.id == apart(sources.c.document_id)).where(Among(sources.c.document_id, "ids")).order_by(sources.c.id)
))  # fmt: skip


def cite(connection: Connection, of: Iterable[int]) -> dict[int, Cited]:
    """How each of these documents is cited: by the first place where it stood."""
    found: dict[int, Cited] = {}
    for document, *told in CITED.rows(connection, ids=sorted(of)):
        if document not in found:
            found[document] = Cited(*told)
    return found
