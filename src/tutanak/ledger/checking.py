"""A claim in words held against the ledger: figures on the same measure and pair, and the same words said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tutanak.errors import LedgerError
from tutanak.exports.relation import relation
from tutanak.ledger.asking import MOST, Asked, ids
from tutanak.ledger.dialects import Dialect
from tutanak.ledger.measures import agree, stems
from tutanak.ledger.search import Hit, Within, search
from tutanak.ledger.tables import records
from tutanak.ledger.telling import Told, tell
from tutanak.reading import read
from tutanak.spans import Span
from tutanak.text import lay_out

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the ledger beside one of the claim. verdict: agrees, differs, or other period (where they cannot be compared)."""

    figure: Told
    verdict: str

    def to_dict(self) -> Row:
        return {"verdict": self.verdict, **self.figure.to_dict()}


@dataclass(frozen=True, slots=True)
class Claimed:
    """A figure as the claim has it, with those of the ledger on the same measure."""

    words: str
    measure: str
    body: Row
    beside: tuple[Held, ...]

    def to_dict(self) -> Row:
        return {"words": self.words, "measure": self.measure, "value": self.body["value"], "unit": self.body["unit"],
                "ledger": [held.to_dict() for held in self.beside]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """What the ledger says to a claim. phrases: to search for, with the words that a spun text meant."""

    claim: str
    pair: tuple[str, str] | None
    figures: tuple[Claimed, ...]
    said: tuple[Hit, ...]
    phrases: tuple[str, ...]

    def to_dict(self) -> Row:
        return {
            "claim": self.claim, "pair": list(self.pair) if self.pair else None, "figures": [f.to_dict() for f in self.figures],
            "said": [hit.to_dict() for hit in self.said], "phrases": list(self.phrases),
        }  # fmt: skip


def check(connection: Connection, dialect: Dialect, claim: str, published: str | None = None, limit: int = 10) -> Checked:
    """Read the claim as an article of its own and hold it against the ledger."""
    minutes = read(claim, language="tr", published=published).to_dict(all=True)
    pair = relation(minutes) or _named(minutes)
    figures = [_beside(connection, dialect, minutes, row, pair, limit) for row in minutes["figures"]]
    phrases = list(dict.fromkeys(_phrases(minutes)))
    said: dict[str, Hit] = {}
    for phrase in phrases:
        for hit in _search(connection, dialect, phrase, limit):
            said.setdefault(hit.sha256, hit)
    return Checked(claim, pair, tuple(figures), tuple(said.values())[:limit], tuple(phrases))


def _named(minutes: Row) -> tuple[str, str] | None:
    """The two states that a claim names, where no record ties them."""
    named = sorted(row["id"] for row in minutes["states"])
    return (named[0], named[1]) if len(named) == 2 else None


def _beside(connection: Connection, dialect: Dialect, minutes: Row, row: Row, pair: tuple[str, str] | None, limit: int) -> Claimed:
    text = minutes["doc"]["text"]
    measure = text[row["measure"]["start"] : row["measure"]["end"]] if row["measure"] else ""
    wanted = stems(measure)
    of_unit = [f for f in _candidates(connection, dialect, measure, pair) if f.body["unit"] == row["unit"]]
    found = [f for f in of_unit if _same(wanted, stems(f.said("measure") or ""))]
    held = sorted((_held(row, figure) for figure in found), key=lambda h: ("agrees differs other period".find(h.verdict), -h.figure.number))
    return Claimed(text[row["start"] : row["end"]], measure, row, tuple(held[:limit]))


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _held(row: Row, figure: Told) -> Held:
    period = row["when"]["edtf"] if row["when"] else None
    comparable = row["role"] == figure.body["role"] and (period == figure.edtf if period and figure.edtf else period is None)
    return Held(figure, ("agrees" if agree(row, figure.body) else "differs") if comparable else "other period")


def _candidates(connection: Connection, dialect: Dialect, measure: str, pair: tuple[str, str] | None) -> list[Told]:
    """Figures of the pair, or of the articles that hold the words of the measure."""
    if pair:
        return tell(connection, ids(connection, pair, Asked(), ("figures",), MOST))
    hashes = {ident for hit in _search(connection, dialect, measure, 50) for ident in hit.records} if measure else set()
    asked = select(records.c.id).where(records.c.hash.in_(sorted(hashes)), records.c.kind == "figures", records.c.status == "shown")
    return tell(connection, list(connection.execute(asked).scalars()))


def _phrases(minutes: Row) -> Iterable[str]:
    """What to search for: each statement, first with the words that were meant, then as it stands."""
    text = minutes["doc"]["text"]
    layout = lay_out(text)  # every swapped word: the findings of the minutes want several before any is told, more than a claim has
    swapped = [(swap.span(layout), swap.variant.meant) for swap in layout.swaps]
    spans = [(s["start"], s["end"]) for s in minutes["statements"] if not s["heading"]] or [(0, len(text))]
    for start, end in spans:
        meant = _meant(text, start, end, swapped)
        yield from (_shortened(words) for words in dict.fromkeys((meant, text[start:end])) if _shortened(words))


def _meant(text: str, start: int, end: int, swapped: Iterable[tuple[Span, str]]) -> str:
    """A stretch of the text with swapped words put back."""
    told, place = "", start
    for span, meant in swapped:
        if meant and span.end <= end and span.start >= place:
            told += text[place : span.start] + meant + "*"
            place = span.end
    return told + text[place:end]


def _shortened(words: str) -> str:
    """The words that carry it: the six longest, in their order, each as the beginning of a word."""
    plain = ["".join(c for c in word if c.isalpha() or c == "*") for word in words.split()]
    long = sorted({w for w in plain if len(w) > 4 and w.rstrip("*")}, key=lambda w: (-len(w), w))[:6]
    return " ".join(f"{w.rstrip('*')[:-2] if len(w) > 7 and not w.endswith('*') else w.rstrip('*')}*" for w in dict.fromkeys(plain) if w in long)


def _search(connection: Connection, dialect: Dialect, question: str, limit: int) -> list[Hit]:
    try:
        return search(connection, dialect, question, Within(), limit)
    except LedgerError:
        return []
