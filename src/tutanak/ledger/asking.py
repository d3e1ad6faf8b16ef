"""Questions to a ledger: the pair of states first of all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, or_, select

from tutanak.ledger.fates import Fate, follow
from tutanak.ledger.measures import Measure, side_by_side
from tutanak.ledger.naming import key
from tutanak.ledger.prepared import Among, Prepared
from tutanak.ledger.tables import actors, forms, pair_counts, readings, records, repeats, roles, sources, ties
from tutanak.ledger.telling import Told, tell, tell_each

Row = dict[str, Any]

SPEAKING = ("speaker", "holder", "claimed_by")
TIMELINE = ("statements", "meetings", "figures", "undertakings", "acts")
"""Kinds of a timeline where none is asked for: positions say again what stands in statements."""

MOST = 200
"""Figures and undertakings that are put side by side at most, the newest."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is confined to. since, until: days; kinds: of records; speaker: part of a name; topic, outlet: of the article."""

    since: str = ""
    until: str = ""
    kinds: tuple[str, ...] = ()
    speaker: str = ""
    topic: str = ""
    doubtful: bool = False
    limit: int = 50
    offset: int = 0
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How much one speaker said about a pair: statements, and words in them. topics: of their articles, with how many statements."""

    name: str
    state: str | None
    statements: int
    words: int
    first: str
    last: str
    topics: Mapping[str, int] = field(default_factory=dict)

    def to_dict(self) -> Row:
        return {name: getattr(self, name) for name in ("name", "state", "statements", "words", "first", "last")}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a ledger knows of a pair. total: records of each kind; timeline: one page of them, the newest first; positions: where asked for."""

    pair: tuple[str, str]
    total: dict[str, int]
    timeline: list[Told]
    shares: list[Share]
    measures: list[Measure]
    fates: list[Fate]
    asked: Asked = field(default_factory=Asked)
    positions: list[Told] = field(default_factory=list)

    def to_dict(self) -> Row:
        return {
            "pair": list(self.pair), "total": self.total, "timeline": [t.to_dict() for t in self.timeline],
            "balance": [s.to_dict() for s in self.shares], "figures": [m.to_dict() for m in self.measures],
            "undertakings": [f.to_dict() for f in self.fates],
        }  # fmt: skip


Tie = tuple[Any, ...]
"""A record that ties a pair: its number, kind, day, article and reading, and how many words it has."""


class Tied:
    """The records that a question wants of a pair, of all kinds, the newest first: read once, and counted here as often as it takes.

    A pair has some thousands. To let the database go through them anew for each list and each count took most of the time of a page.
    """

    def __init__(self, rows: Sequence[Tie], asked: Asked, whole: Tied | None = None) -> None:
        self.rows = rows
        self.asked = asked
        self._whole = whole
        self._topics: dict[int, str] | None = None

    def of(self, kinds: Iterable[str]) -> list[Tie]:
        """Those of these kinds."""
        wanted = frozenset(kinds)
        return [row for row in self.rows if row[1] in wanted]

    def ids(self, kinds: Iterable[str], limit: int, offset: int = 0) -> list[int]:
        """The numbers of the records of these kinds."""
        wanted = frozenset(kinds)
        return [row[0] for row in islice((row for row in self.rows if row[1] in wanted), offset, offset + limit)]

    def totals(self) -> dict[str, int]:
        """How many records of each kind there are."""
        return dict(sorted(Counter(map(itemgetter(1), self.rows)).items()))

    def topics(self, connection: Connection) -> dict[int, str]:
        """The topics of their readings, and perhaps of others: asked for once, for all that is told of a pair."""
        if self._whole is not None:
            return self._whole.topics(connection)
        if self._topics is None:
            self._topics = dict(map(tuple, TOPICS.rows(connection, ids=sorted({row[4] for row in self.rows}))))
        return self._topics

    def within(self, asked: Asked) -> Tied | None:
        """What a question wants that asks for no more than this one, but for days and kinds; None where it asks otherwise."""
        if replace(asked, since="", until="", kinds=(), limit=0, offset=0) != replace(self.asked, kinds=(), limit=0, offset=0):
            return None
        until = f"{asked.until}~" if asked.until else ""
        rows = [row for row in self.rows if row[2] >= asked.since and (not until or "" < row[2] <= until)] if asked.since or until else self.rows
        return Tied(rows, asked, self)


TOLD = (ties.c.record_id, ties.c.kind, ties.c.day, ties.c.document_id, ties.c.reading_id, ties.c.size)

PLAIN = Prepared(lambda: (
    select(*TOLD).order_by(ties.c.day, ties.c.record_id)  # so they lie in the table
    .where(ties.c.a == bindparam("a"), ties.c.b == bindparam("b"), ties.c.status == "shown", ~said_before(ties.c.record_id))
))  # fmt: skip


def tied(connection: Connection, pair: tuple[str, str], asked: Asked) -> Tied:
    """The records that a question wants of a pair, whatever the kinds that it asks for."""
    if asked.speaker or asked.topic or asked.outlet or asked.doubtful:
        chosen = narrowed(select(*TOLD).order_by(ties.c.day, ties.c.record_id), pair, asked)
        return Tied(_newest(connection.execute(chosen).all()), asked)
    whole = Tied(_newest(PLAIN.rows(connection, a=pair[0], b=pair[1])), Asked())
    return whole.within(asked) or whole


def _newest(rows: Iterable[Any]) -> list[Tie]:
    """The newest day first, within a day in the order in which they came."""
    return sorted(rows, key=itemgetter(2), reverse=True)


def sheet(
    connection: Connection, pair: tuple[str, str], asked: Asked, positions: int = 0, known: Tied | None = None, most: int = MOST
) -> Sheet:  # fmt: skip
    """All that the ledger tells of a pair. positions: how many, beside the timeline; known: its records, where they were read already;
    most: figures and undertakings that are put side by side."""
    wanted, found = asked.kinds or TIMELINE, known or tied(connection, pair, asked)
    groups = [found.ids(wanted, asked.limit, asked.offset)]
    for kind, n in (("figures", most), ("undertakings", most), ("positions", positions)):
        groups.append(found.ids((kind,), n) if n and (kind in wanted or kind == "positions") else [])
    page, figures, undertakings, held = tell_each(connection, groups)
    shares = balance(connection, pair, found) if "statements" in wanted else []
    return Sheet(pair, found.totals(), page, shares, side_by_side(figures), follow(undertakings), asked, held)


def timeline(connection: Connection, pair: tuple[str, str], asked: Asked, known: Tied | None = None) -> tuple[dict[str, int], list[Told]]:
    """How many records of each kind are wanted, and one page of them, the newest first."""
    found = known or tied(connection, pair, asked)
    return found.totals(), tell(connection, found.ids(asked.kinds or TIMELINE, asked.limit, asked.offset))


def narrowed(chosen: Select[Any], pair: tuple[str, str], asked: Asked) -> Select[Any]:
    """Ties of the pair that the question wants."""
    chosen = chosen.where(ties.c.a == pair[0], ties.c.b == pair[1], ties.c.status.in_(("shown", "doubtful") if asked.doubtful else ("shown",)))
    chosen = chosen.where(~said_before(ties.c.record_id))
    if asked.since:
        chosen = chosen.where(ties.c.day >= asked.since)
    if asked.until:
        chosen = chosen.where(ties.c.day <= f"{asked.until}~", ties.c.day != "")
    if asked.speaker:
        chosen = chosen.where(ties.c.record_id.in_(spoken_by(asked.speaker)))
    if asked.topic:
        treated = select(records.c.id).join(readings, readings.c.id == records.c.reading_id)
        treated = treated.where(readings.c.topics.contains(f"|{asked.topic}|", autoescape=True))
        chosen = chosen.where(ties.c.record_id.in_(treated))
    if asked.outlet:
        stood = select(records.c.id).join(sources, sources.c.document_id == records.c.document_id).where(sources.c.outlet == asked.outlet)
        chosen = chosen.where(ties.c.record_id.in_(stood))
    return chosen


def said_before(number: ColumnElement[int]) -> ColumnElement[bool]:
    """Does a shown record of its story say the same? A story counts once.

    Asked of each record by its number: SQLite makes a list of all such records by reading the whole table.
    """
    first = records.alias("first")
    said = select(repeats.c.record_id).select_from(repeats.join(first, first.c.id == repeats.c.first_id))
    return said.where(repeats.c.record_id == number, first.c.status == "shown").correlate_except(repeats, first).exists()


def spoken_by(speaker: str) -> Select[tuple[int]]:
    """Records in which someone of this name speaks, holds a position or claims a figure."""
    told = (actors.c.folded.contains(word, autoescape=True) for word in key(speaker).split())
    named = select(forms.c.id).join(actors, actors.c.id == forms.c.actor_id).where(*told)  # first who is meant: there are few, and many roles
    return select(roles.c.record_id).where(roles.c.form_id.in_(named), roles.c.role.in_(SPEAKING))


def ids(connection: Connection, pair: tuple[str, str], asked: Asked, kinds: Iterable[str], limit: int, offset: int = 0) -> list[int]:
    """The numbers of the records of these kinds, the newest first."""
    chosen = narrowed(select(ties.c.record_id), pair, asked).where(ties.c.kind.in_(list(kinds)))
    return list(connection.execute(chosen.order_by(ties.c.day.desc(), ties.c.record_id).limit(limit).offset(offset)).scalars())


SAID = Prepared(lambda: (
    select(roles.c.record_id, roles.c.form_id, roles.c.state).where(Among(roles.c.record_id, "ids"), roles.c.role == "speaker")
    .where(or_(roles.c.form_id.is_not(None), roles.c.state.is_not(None)))
))  # fmt: skip

TOPICS = Prepared(lambda: select(readings.c.id, readings.c.topics).where(Among(readings.c.id, "ids")))

CALLED = Prepared(lambda: (
    select(forms.c.id, func.coalesce(actors.c.name, func.nullif(forms.c.name, "")), func.nullif(actors.c.state, ""))
    .outerjoin(actors, actors.c.id == forms.c.actor_id).where(Among(forms.c.id, "ids"))
))  # fmt: skip


def balance(connection: Connection, pair: tuple[str, str], told: Tied) -> list[Share]:
    """Who said how much and on what, those of the pair first."""
    said = {row[0]: row[2:] for row in told.of(("statements",))}
    rows = SAID.rows(connection, ids=list(said))
    called = {form: whose for form, *whose in CALLED.rows(connection, ids=sorted({row[1] for row in rows} - {None}))}
    topics = told.topics(connection)
    found: dict[tuple[str, str | None], list[Any]] = defaultdict(list)
    for record, form, whose in rows:
        name, state = called.get(form, (None, None))
        day, _, reading, words = said[record]
        found[name or whose or "", whose if whose is not None else state].append((topics[reading], words, day))
    shares = [_share(*who, some) for who, some in found.items()]
    return sorted(shares, key=lambda s: (s.state not in pair, -s.statements, -s.words, s.name))


def _share(name: str, state: str | None, rows: Sequence[Any]) -> Share:
    """What someone said, put together over the topics."""
    topics: Counter[str] = Counter()
    for told, n in sorted(Counter(on for on, *_ in rows).items()):
        topics.update({topic: n for topic in told.split("|") if topic})
    _, words, days = zip(*rows, strict=True)
    first = min((day for day in days if day), default="")
    return Share(name, state, len(rows), sum(words), first, max(days), dict(topics.most_common()))


def pairs(connection: Connection, limit: int = 20, offset: int = 0) -> list[tuple[str, str, int]]:
    """The pairs that most records tie."""
    told = pair_counts.c
    asked = select(pair_counts).order_by(told.records.desc(), told.a, told.b)
    return [(row[0], row[1], row[2]) for row in connection.execute(asked.limit(limit).offset(offset))]
