"""Full-text search by Turkish rules: "ışık" finds "IŞIK", "kilicdaroglu" finds "Kılıçdaroğlu", "görüşme*" all that begins so.

Words are looked up as they are written first, in lower case by Turkish rules; then folded to plain letters. So what is written
exactly like the question stands first. Hits are found again in the text as it came, and told by its offsets.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from unicodedata import normalize

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select

from tutanak.errors import Unclear
from tutanak.ledger.dialects import Dialect, Term
from tutanak.ledger.indexing import words
from tutanak.ledger.tables import documents, records, sources, ties
from tutanak.spans import Span
from tutanak.text.casing import bare, lower

MANY = 3000
"""Documents with a word beyond which relevance tells nothing any more: then those entered last come first."""

AROUND = 90
"""Characters of the text shown on each side of the first hit."""

_MARKS = "[\u0300-\u036f]*"
_PARTED = re.compile("[\u0300-\u036f]")  # letters written as base and mark, two code points
_PIECES = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds all words of a question. spans: where they stand in its text; around: the text at the first of them.

    exact: written as in the question, but for case. records: the ids of those whose words hold a hit.
    """

    sha256: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    exact: bool
    spans: tuple[Span, ...]
    around: Span
    text: str
    records: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "sha256": self.sha256, "title": self.title, "outlet": self.outlet, "url": self.url, "published": self.published, "exact": self.exact,
            "spans": [span.to_dict() for span in self.spans], "around": self.around.of(self.text), "records": list(self.records),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Within:
    """What a search is confined to: days of publication, a pair of states."""

    since: str = ""
    until: str = ""
    pair: tuple[str, str] | None = None


def terms(question: str, fold: Callable[[str], str]) -> list[Term]:
    """The words of a question, phrases in quotation marks kept together. Raises Unclear where there are none."""
    found = []
    for phrase, word in _PIECES.findall(normalize("NFC", question.replace("“", '"').replace("”", '"'))):
        told = words(fold(phrase or word)).split()
        if told:
            found.append(Term(tuple(told), prefix=word.endswith("*")))
    if not found:
        raise Unclear(f'nothing to search for in {question!r}: give words, a "phrase", or the beginning of a word with * after it')
    return found


def search(connection: Connection, dialect: Dialect, question: str, within: Within, limit: int, offset: int = 0) -> list[Hit]:
    """Documents that hold all words of the question: first those that are written like it, each group by relevance."""
    found = numbers(connection, dialect, question, within, limit, offset)
    return _hits(connection, list(found), {n for n, exact in found.items() if exact}, terms(question, lower), terms(question, bare))


def numbers(connection: Connection, dialect: Dialect, question: str, within: Within, limit: int, offset: int = 0) -> dict[int, bool]:
    """The numbers of these documents in their order: is each written like the question?"""
    wanted = limit + offset
    exact = _ids(connection, dialect, "lower", terms(question, lower), within, wanted)
    found = dict.fromkeys(exact, True)
    if len(exact) < wanted:
        for ident in _ids(connection, dialect, "folded", terms(question, bare), within, wanted + len(exact)):
            found.setdefault(ident, False)
    return {ident: found[ident] for ident in list(found)[offset:wanted]}


def _ids(connection: Connection, dialect: Dialect, column: str, wanted: Sequence[Term], within: Within, limit: int) -> list[int]:
    """Documents with these words by relevance; where very many have them, those entered last."""
    counted = select(func.count()).select_from(dialect.matching(column, wanted, newest=True).order_by(None).limit(MANY).subquery())
    many = bool(connection.execute(counted).scalar() == MANY)
    asked = _within(connection, dialect.matching(column, wanted, newest=many), within)
    return list(dict.fromkeys(row[0] for row in connection.execute(asked.limit(limit))))


def _within(connection: Connection, asked: Select[Any], within: Within) -> Select[Any]:
    """The documents of these days and this pair."""
    ident: ColumnElement[int] = literal_column("words.rowid" if connection.dialect.name == "sqlite" else "words.document_id")
    if within.since or within.until:
        days = select(sources.c.document_id).where(sources.c.published >= within.since, sources.c.published <= (within.until or "9") + "~")
        asked = asked.where(ident.in_(days))
    if within.pair:
        tied = select(records.c.document_id).join(ties, ties.c.record_id == records.c.id)
        asked = asked.where(ident.in_(tied.where(ties.c.a == within.pair[0], ties.c.b == within.pair[1])))
    return asked


def _hits(connection: Connection, chosen: Sequence[int], exact: set[int], as_written: list[Term], folded: list[Term]) -> list[Hit]:
    last = select(func.min(sources.c.id)).group_by(sources.c.document_id).where(sources.c.document_id.in_(chosen))
    asked = select(documents, sources.c.outlet, sources.c.url, sources.c.published, sources.c.title.label("source_title"))
    asked = asked.outerjoin(sources, sources.c.document_id == documents.c.id).where(documents.c.id.in_(chosen), sources.c.id.in_(last))
    rows = {row.id: row for row in connection.execute(asked)}
    held = _standing(connection, chosen)
    found = []
    for ident in chosen:
        row, is_exact = rows[ident], ident in exact
        spans = places(lower(row.text), as_written) if is_exact and not _PARTED.search(row.text) else places(bare(row.text), folded)
        around = _around(row.text, spans)
        title = row.source_title or row.title
        told = _held(held[ident], spans)
        found.append(Hit(row.sha256, title, row.outlet, row.url, row.published, is_exact, spans, around, row.text, told))
    return found


def places(folded: str, wanted: Iterable[Term]) -> tuple[Span, ...]:
    """Where the words of a question stand in a text of the same length as the one that came."""
    marks = _MARKS if _PARTED.search(folded) else ""
    found = {Span(*m.span()) for term in wanted for m in re.finditer(_pattern(term, marks), folded)}
    return tuple(sorted(found))


def _pattern(term: Term, marks: str) -> str:
    """Words one after the other, with anything but letters and digits between them."""
    told = r"[\W_]+".join("".join(re.escape(c) + marks for c in word) for word in term.words)
    return rf"(?<![^\W_]){told}" + (r"[^\W_]*" if term.prefix else r"(?![^\W_])")


def _around(text: str, spans: Sequence[Span]) -> Span:
    """The text at the first hit, cut at words."""
    first = spans[0] if spans else Span(0, 0)
    start, end = max(first.start - AROUND, 0), min(first.end + AROUND, len(text))
    if start:
        start = text.find(" ", start, first.start) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", first.end, end), first.end)
    return Span(start, end)


def _standing(connection: Connection, chosen: Sequence[int]) -> dict[int, list[Any]]:
    """The shown records of each of these documents: id, start and end, in the order of the text."""
    r, found = records.c, defaultdict[int, list[Any]](list)
    asked = select(r.document_id, r.hash, r.start, r.end).where(r.document_id.in_(chosen), r.status == "shown")
    for row in connection.execute(asked.order_by(r.document_id, r.start, r.id)):
        found[row.document_id].append(row)
    return found


def _held(told: Sequence[Any], spans: Sequence[Span]) -> tuple[str, ...]:
    """The records whose words hold a hit."""
    return tuple(dict.fromkeys(row.hash for row in told if any(row.start < s.end and s.start < row.end for s in spans)))
