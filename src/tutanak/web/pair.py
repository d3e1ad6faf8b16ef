"""The page of a pair of states: the relation in one block, then positions, the timeline, figures, speakers, undertakings, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from babel.numbers import is_currency
from fastapi import APIRouter, Request
from sqlalchemy import Connection

from tutanak.errors import Unclear
from tutanak.ledger import Ledger, asking, glances
from tutanak.ledger.asking import TIMELINE, Asked, Sheet, Tied, sheet
from tutanak.ledger.fates import Fate
from tutanak.ledger.glances import Glance
from tutanak.ledger.measures import Measure
from tutanak.ledger.telling import Cited, Told
from tutanak.ledger.tracing import Memory
from tutanak.web import chart, paths, timeline
from tutanak.web.asking import Paging, Question, Questioned
from tutanak.web.linking import row, rows
from tutanak.web.opening import Book, Made, Spoken
from tutanak.web.speech import Speech
from tutanak.web.telling import CSV, HTML, Moved, Page, form_of, page

WIDE, NARROW = 960, 340
"""Widths in which drawings are made: one for desks, one for hands."""

SHOWN, FIRST = 15, 60
"""Records of one page of the timeline, and those among which the first block looks for the latest of each kind."""

STATEMENTS, FIGURES, POSITIONS, MEASURES, DRAWN, ALONE, FATES, SOURCES, SHARES = 2, 3, 60, 12, 16, 30, 25, 40, 25

BESIDE = 120
"""Figures and undertakings, the newest, that the page puts side by side: it draws some dozens of them; the API has more."""

STRETCHES = frozenset({"yıl", "sene", "ay", "hafta", "gün", "saat", "dakika", "saniye"})
"""Units of time: how long something lasts is seldom what a relation is measured by."""

PEOPLE, FEW = 200, 5
"""People among whom the timeline can be filtered, and positions of one side on one topic that are seen at once."""

router = APIRouter()


@dataclass(frozen=True)
class Seen:
    """All that the page of a pair is drawn from. sheet: the whole relation; total, timeline: what the question wants of it."""

    pair: tuple[str, str]
    question: Question
    sheet: Sheet
    total: dict[str, int]
    timeline: list[Told]
    glance: Glance
    span: tuple[str, str]
    articles: list[tuple[Cited, int]]


@page(router, "/pair/{named}")
def pair(request: Request, speech: Spoken, book: Book, made: Made, named: str, question: Questioned) -> Page:
    """What is known of two states or bodies."""
    one, _, other = named.partition("-")
    pair = _ordered(book.tied(one.replace("_", " ")), book.tied(other.replace("_", " ")))
    if named != paths.pair(*pair).rpartition("/")[2]:
        raise Moved(paths.asked(paths.pair(*pair), dict(request.query_params)))
    seen = look(book, made, pair, question, form_of(request))
    title = speech.pair(pair)
    return Page(
        "pair", title, lambda: values(seen), seen.timeline, lambda: shown(seen, speech), head=(("description", speech("of pair", pair=title)),)
    )  # fmt: skip


def values(seen: Seen) -> dict[str, Any]:
    """The whole relation as JSON has it, with the timeline that the question wants."""
    answer = {"total": seen.total, "timeline": [t.to_dict() for t in seen.timeline]}
    return {**seen.sheet.to_dict(), **answer, "positions": [p.to_dict() for p in seen.sheet.positions]}


def _ordered(one: str, other: str) -> tuple[str, str]:
    if one == other:
        raise Unclear(f"{one} and {other} are the same; a pair is of two")
    return (one, other) if one < other else (other, one)


def look(book: Ledger, made: Memory, pair: tuple[str, str], question: Question, form: str = HTML) -> Seen:
    """Ask the ledger for all that the page needs in this form, as it is at one moment."""
    with book.store.reading() as connection:
        known, whole = made.told(("pair", pair, form == CSV), lambda: _whole(connection, pair, form))
        plain, asked = not question.narrow and question.page == 1 and form != CSV, question.asked(SHOWN)
        total, told = (whole.total, whole.timeline[:SHOWN]) if plain else asking.timeline(connection, pair, asked, known.within(asked))
        span, glance = _over_time(connection, pair, question, known) if form == HTML else (("", ""), Glance((), {}, {}, "", ""))
        return Seen(pair, question, whole, total, told, glance, span, glances.articles(connection, known, SOURCES) if form == HTML else [])


def _whole(connection: Connection, pair: tuple[str, str], form: str) -> tuple[Tied, Sheet]:
    """All records of a pair, and what they tell together, whatever the question."""
    known = asking.tied(connection, pair, Asked())
    return known, sheet(connection, pair, Asked(limit=FIRST), POSITIONS, known, BESIDE) if form != CSV else Sheet(pair, {}, [], [], [], [])


def _over_time(connection: Connection, pair: tuple[str, str], question: Question, known: Tied) -> tuple[tuple[str, str], Glance]:
    """The days of which a question is, and the records that it wants, counted over them."""
    days = glances.days(connection, pair)
    span = (question.since or days[0], question.until or days[1])
    per = timeline.per(*span) if all(span) else timeline.YEAR
    return span, glances.glance(connection, pair, question.asked(), per, known, days)


def shown(seen: Seen, speech: Speech) -> dict[str, Any]:
    """What the template is given."""
    counted = sum(seen.total.get(kind, 0) for kind in seen.question.kind or TIMELINE)
    return {
        "seen": seen, "pair": seen.pair, "sheet": seen.sheet, "question": seen.question, "here_path": paths.pair(*seen.pair),
        "first": leading(seen, speech), "positions": positions(seen), "rows": rows(seen.timeline, speech),
        "paging": Paging(seen.question.page, counted, SHOWN), "kinds": TIMELINE, "zoom": timeline.zoom(seen.question.since, seen.question.until),
        "drawings": [draw_time(seen, speech, width) for width in (WIDE, NARROW)] if all(seen.span) else [],
        "measures": [measured(m, seen.pair, speech) for m in _telling(seen.sheet.measures) if len(m.figures) > 1],
        "alone": [row(m.figures[0], speech) for m in seen.sheet.measures if len(m.figures) == 1][:ALONE], "fates": _followed(seen.sheet.fates),
        "shares": shares(seen), "people": [s.name for s in seen.sheet.shares][:PEOPLE], "few": FEW,
    }  # fmt: skip


def draw_time(seen: Seen, speech: Speech, width: float) -> timeline.Timeline:
    kinds = [kind for kind in TIMELINE if kind in (seen.question.kind or TIMELINE)]
    return timeline.draw(seen.glance.tallies, seen.span, kinds or list(seen.question.kind), speech, width)


def leading(seen: Seen, speech: Speech) -> dict[str, Any]:
    """The first block: the last meeting and the next, the level of the relation, the latest statements, key figures."""
    told = seen.sheet.timeline
    meetings = [t for t in told if t.kind == "meetings" and t.body["status"] != "mentioned"]
    said = [t for t in told if t.kind == "statements"]
    said = sorted(said[: 4 * STATEMENTS], key=lambda t: t.body["mode"] != "direct")[:STATEMENTS]
    level = next((p for p in seen.sheet.positions if p.body["force"] == "level"), None)
    figures = [(m, m.figures[-1], {i for both in m.disagreements for i in both}) for m in _key(seen.sheet.measures)[:FIGURES]]
    return {
        "meeting": row(meetings[0], speech) if meetings else None, "level": row(level, speech) if level else None,
        "aim": next((row(p, speech) for p in seen.sheet.positions if p.body["force"] in ("aim", "demand", "intention")), None),
        "statements": rows(sorted(said, key=lambda t: t.day, reverse=True), speech),
        "figures": [(m, f, f.id in disputed) for m, f, disputed in figures],
    }  # fmt: skip


def positions(seen: Seen) -> list[tuple[str, dict[str, list[Told]]]]:
    """By topic of the article, and within it by side: a, b, or other; levels first, then the newest."""
    found: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for told in seen.sheet.positions:
        topics = [t for t in told.minutes.topics if t != "other"] or ["other"]
        found[topics[0]][_side(told, seen.pair)].append(told)
    ordered = sorted(found.items(), key=lambda pair: (pair[0] == "other", -sum(map(len, pair[1].values())), pair[0]))
    return [(topic, {side: sorted(told, key=_force) for side, told in sides.items()}) for topic, sides in ordered]


def _force(told: Told) -> tuple[bool, int]:
    return told.body["force"] != "level", -int(told.day.replace("-", "")[:8].ljust(8, "0") or 0)


def _side(told: Told, pair: tuple[str, str]) -> str:
    states = [who.state or who.name for who in told.roles.get("holder", ())]
    return next(("ab"[pair.index(state)] for state in states if state in pair), "other")


def measured(measure: Measure, pair: tuple[str, str], speech: Speech) -> dict[str, Any]:
    """A measure with its drawings, and its figures as rows that name those which disagree with them."""
    against: dict[str, list[str]] = defaultdict(list)
    for one, other in measure.disagreements:
        against[one].append(other)
        against[other].append(one)
    newest = replace(measure, figures=_newest(measure, against))
    drawings = [chart.charts(newest, pair, speech, width) for width in (WIDE, NARROW)]
    found = [row(f, speech, tuple(against[f.id])) for f in newest.figures]
    return {"measure": measure, "drawings": drawings, "rows": found, "rest": len(measure.figures) - len(found)}


def _newest(measure: Measure, against: Mapping[str, list[str]]) -> tuple[Told, ...]:
    """The figures of a measure that a page shows, oldest first: those that disagree before others, then the newest."""
    told = sorted(measure.figures, key=lambda f: (f.id not in against, [-ord(c) for c in f.day]))[:DRAWN]
    return tuple(f for f in measure.figures if f in told)


def _telling(measures: Sequence[Measure]) -> list[Measure]:
    """The measures that a page shows: those with disagreements, then those with several figures, then the newest."""
    return sorted(measures, key=lambda m: (not m.disagreements, len(m.figures) < 2))[:MEASURES]


def _key(measures: Sequence[Measure]) -> list[Measure]:
    """The measures that tell most at a glance: money and shares before counts, stretches of time last."""
    return sorted(_telling(measures), key=lambda m: (m.unit in STRETCHES, not (m.unit == "percent" or is_currency(m.unit))))


def _followed(fates: Sequence[Fate]) -> list[Fate]:
    """The undertakings that a page shows: the open ones whose status was told, then the closed, then the others."""
    return sorted(fates, key=lambda f: (f.status is None, not f.open))[:FATES]


def shares(seen: Seen) -> list[dict[str, Any]]:
    """Who speaks how much, as a part of the most, and about what."""
    most = max((s.words for s in seen.sheet.shares), default=1)
    sides = {code: side for side, code in zip("ab", seen.pair, strict=True)}
    return [
        {"share": s, "part": s.words / most, "side": sides.get(s.state or "", "other"), "topics": list(s.topics)[:3]}
        for s in seen.sheet.shares[:SHARES]
    ]  # fmt: skip
