"""A person or body over all articles: names, offices as dated facts with the articles that say so, and what was said."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from tutanak.errors import NotFound, Unclear
from tutanak.ledger.actors import resolve
from tutanak.ledger.asking import SPEAKING
from tutanak.ledger.deciding import decide
from tutanak.ledger.naming import key
from tutanak.ledger.prepared import Among, Prepared
from tutanak.ledger.tables import actors, forms, mentions, readings, roles, ties
from tutanak.ledger.telling import Cited, Told, cite, tell

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone the ledger knows. key: by which reviews name them."""

    id: int
    key: str
    kind: str
    name: str
    state: str
    mentions: int

    def to_dict(self) -> Row:
        return {name: getattr(self, name) for name in ("key", "kind", "name", "state", "mentions")}


@dataclass(frozen=True, slots=True)
class Held:
    """An office as a dated fact: from the first article that says so to the last."""

    office: str
    state: str
    first: str
    last: str
    articles: int
    source: Cited
    latest: Cited

    def to_dict(self) -> Row:
        told = {name: getattr(self, name) for name in ("office", "state", "first", "last", "articles")}
        return {**told, "source": self.source.to_dict(), "latest": self.latest.to_dict()}


@dataclass(frozen=True, slots=True)
class Portrait:
    """What the ledger knows of someone. forms: the names that articles use; partners: records with each state; said: the newest."""

    actor: Actor
    forms: tuple[str, ...]
    offices: tuple[Held, ...]
    partners: dict[str, int]
    said: tuple[Told, ...]
    others: tuple[Actor, ...]

    def to_dict(self) -> Row:
        return {
            **self.actor.to_dict(), "forms": list(self.forms), "offices": [o.to_dict() for o in self.offices], "partners": self.partners,
            "said": [t.to_dict() for t in self.said], "others": [a.to_dict() for a in self.others],
        }  # fmt: skip


def find(connection: Connection, named: str) -> list[Actor]:
    """Those whose names hold all these words, as parts; the one of this key or so called first, then the most mentioned. Raises NotFound, Unclear."""
    told = key(named)
    if not told:
        raise Unclear(f"{named!r} is no name")
    n = func.coalesce(func.sum(forms.c.count), 0)
    asked = select(actors, n.label("mentions")).outerjoin(forms, forms.c.actor_id == actors.c.id).group_by(*actors.c)
    asked = asked.where(or_(actors.c.key == named, and_(*(actors.c.folded.contains(word, autoescape=True) for word in told.split()))))
    found = [Actor(r.id, r.key, r.kind, r.name, r.state, int(r.mentions)) for r in connection.execute(asked)]
    if not found:
        raise NotFound(f"nobody in the ledger is called {named!r}; try a part of the name (`tutanak person Aliyev`)")
    return sorted(found, key=lambda a: (a.key != named, told not in (key(a.name), a.key), -a.mentions, a.name))


class Stands:
    """The shown records in which someone stands, each with its role, the newest first: read once, and counted here."""

    def __init__(self, rows: Iterable[tuple[str, int, str]]) -> None:
        self._rows = sorted(sorted(rows, key=itemgetter(1)), key=itemgetter(2), reverse=True)

    def ids(self, which: Sequence[str], limit: int, offset: int = 0) -> list[int]:
        """The numbers of the newest records in which someone stands in one of these roles."""
        return self._in(which)[offset : offset + limit]

    def count(self, which: Sequence[str]) -> int:
        """In how many records someone stands in one of these roles."""
        return len(self._in(which))

    def all(self) -> list[int]:
        """The numbers of all records, whatever the role."""
        return list({row[1]: None for row in self._rows})

    def _in(self, which: Sequence[str]) -> list[int]:
        return list({row[1]: None for row in self._rows if row[0] in which})


STANDS = Prepared(lambda: (
    select(roles.c.role, roles.c.record_id, roles.c.day).select_from(forms).join(roles, roles.c.form_id == forms.c.id)
    .where(forms.c.actor_id == bindparam("actor"), roles.c.status == "shown")
))  # fmt: skip

FORMS = Prepared(lambda: (
    select(forms.c.name, forms.c.state, forms.c.office, forms.c["count"]).where(forms.c.actor_id == bindparam("actor")).order_by(forms.c.id)
))  # fmt: skip


def stands(connection: Connection, actor: int) -> Stands:
    """Where someone stands."""
    return Stands(map(tuple, STANDS.rows(connection, actor=actor)))


def portrait(connection: Connection, named: str, limit: int = 20, offset: int = 0) -> Portrait:
    """The one that the name means, with the others that it could mean."""
    actor, *others = find(connection, named)
    return of(connection, actor, others, stands(connection, actor.id), limit, offset)


def of(connection: Connection, actor: Actor, others: Sequence[Actor], told: Stands, limit: int = 20, offset: int = 0) -> Portrait:
    """What is known of someone. others: who could be meant too; told: where that one stands."""
    called: Counter[str] = Counter()
    for name, state, office, n in FORMS.rows(connection, actor=actor.id):
        called[name or f"{state} {office}"] += n
    names = tuple(name for name, _ in called.most_common())
    said = tell(connection, told.ids(SPEAKING, limit, offset))
    return Portrait(actor, names, _offices(connection, actor.id), _partners(connection, actor, told), tuple(said), tuple(others[:10]))


def _offices(connection: Connection, actor: int) -> tuple[Held, ...]:
    """Each office with the days of the first and last article that give it."""
    asked = (
        select(forms.c.office, forms.c.office_key, forms.c.state, mentions.c.day, readings.c.document_id)
        .join(mentions, mentions.c.form_id == forms.c.id).join(readings, readings.c.id == mentions.c.reading_id)
        .where(forms.c.actor_id == actor, forms.c.office_key != "", forms.c.key != "", readings.c.current).order_by(mentions.c.day, readings.c.id)
    )  # fmt: skip
    facts: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in connection.execute(asked):
        facts[row.office_key, row.state].append(row)
    cited = cite(connection, {row.document_id for rows in facts.values() for row in (rows[0], rows[-1])})
    held = [_held(rows, cited) for rows in facts.values()]
    return tuple(sorted(held, key=lambda h: (h.last, h.articles), reverse=True))


def _held(rows: Sequence[Any], cited: dict[int, Cited]) -> Held:
    first, last = next((row for row in rows if row.day), rows[0]), rows[-1]
    documents = {row.document_id for row in rows}
    return Held(first.office, first.state, first.day, last.day, len(documents), cited[first.document_id], cited[last.document_id])


PARTNERS = Prepared(lambda: (
    select(ties.c.a, ties.c.b, func.count()).where(Among(ties.c.record_id, "ids")).group_by(ties.c.a, ties.c.b).order_by(ties.c.a, ties.c.b)
))  # fmt: skip
"""Of records that are shown, whose ties are: so the index alone answers."""


def _partners(connection: Connection, actor: Actor, told: Stands) -> dict[str, int]:
    """How many records of someone tie their state with each other one."""
    found: Counter[str] = Counter()
    for a, b, n in PARTNERS.rows(connection, ids=told.all()):
        if actor.state in (a, b):
            found[b if a == actor.state else a] += n
    return dict(found.most_common(12))


def merge(connection: Connection, one: Actor, into: Actor, reviewer: str, why: str) -> None:
    """Take one for another from now on. Raises Unclear."""
    if one.id == into.id:
        raise Unclear(f"{one.name!r} is {into.name!r} already")
    decide(connection, one.key, "merge", reviewer, why, {"into": into.key})
    _resolve(connection, one, into)


def split(connection: Connection, actor: Actor, form: str, reviewer: str, why: str) -> None:
    """Take a name that stands for someone for someone else. Raises Unclear."""
    rows = connection.execute(select(forms).where(forms.c.actor_id == actor.id, forms.c.key == key(form))).all()
    if not rows:
        raise Unclear(f"no article calls {actor.name!r} {form!r}; `tutanak person` lists the names")
    for row in rows:
        decide(connection, actor.key, "split", reviewer, why, {"form": f"{row.key}|{row.state}|{row.office_key}|apart"})
    _resolve(connection, actor)


def _resolve(connection: Connection, *whose: Actor) -> None:
    ids = connection.execute(select(forms.c.id).where(forms.c.actor_id.in_([actor.id for actor in whose]))).scalars()
    resolve(connection, list(ids))
