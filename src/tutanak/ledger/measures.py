"""Figures on one measure side by side, and where they disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import Any

from tutanak.ledger.telling import Told
from tutanak.text import lay_out
from tutanak.text.nouns import nominative

Row = dict[str, Any]
Interval = tuple[Decimal, Decimal]

ENDLESS = Decimal("Infinity")
MOST_VALUES = 30
"""Values of one measure and period that are held against each other."""

ABOUT = Decimal("0.05")
"""How far, as a part of it, a figure that is "about" something may lie from it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures of one measure and unit, oldest first. disagreements: pairs of ids that cannot both be true."""

    words: str
    unit: str
    figures: tuple[Told, ...]
    disagreements: tuple[tuple[str, str], ...]

    def to_dict(self) -> Row:
        figures, disagreements = [f.to_dict() for f in self.figures], [list(d) for d in self.disagreements]
        return {"measure": self.words, "unit": self.unit, "figures": figures, "disagreements": disagreements}


def side_by_side(figures: Sequence[Told]) -> list[Measure]:
    """Figures grouped by what they measure, the group of the newest first; those without a measure are left out."""
    groups: list[tuple[frozenset[str], str, list[Told]]] = []
    for figure in sorted(figures, key=lambda f: (f.day, f.number)):
        lemmas, unit = stems(figure.said("measure") or ""), figure.body["unit"]
        if not lemmas:
            continue
        group = next((g for g in groups if g[1] == unit and (g[0] <= lemmas or lemmas <= g[0])), None)
        if group is None:
            groups.append((lemmas, unit, [figure]))
        else:
            group[2].append(figure)
    found = [Measure(_words(told), unit, tuple(told), tuple(disagreeing(told))) for _, unit, told in groups]
    return sorted(found, key=lambda m: (m.figures[-1].day, m.figures[-1].number), reverse=True)


def _words(figures: Sequence[Told]) -> str:
    """The name that most figures have, in the nominative; of equals the fullest."""
    uses = Counter(in_nominative(" ".join((f.said("measure") or "").split())) for f in figures)
    return max(uses, key=lambda w: (uses[w], len(w.split()), -len(w), w))


def disagreeing(figures: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """Figures of different articles on the same measure, role and period that cannot both be true; of those that say the same, the first."""
    alike: dict[tuple[str, str], dict[tuple[Any, ...], Told]] = {}
    for figure in figures:
        if when := period(figure):
            body = figure.body
            said = (body["value"], body["value_to"], body["bound"], body["direction"], body.get("owner"), figure.pairs)
            alike.setdefault((body["role"] or "", when), {}).setdefault(said, figure)
    for told in alike.values():
        for one, other in combinations(list(told.values())[:MOST_VALUES], 2):
            if one.document != other.document and _of_one(one, other) and not agree(one.body, other.body):
                yield one.id, other.id


def _of_one(one: Told, other: Told) -> bool:
    """Are both of the same states and owner, as far as the articles say?"""
    mine, theirs = one.body.get("owner"), other.body.get("owner")
    return (not mine or not theirs or mine == theirs) and (not one.pairs or not other.pairs or bool(one.pairs & other.pairs))


def period(figure: Told) -> str | None:
    """The time that a figure is of: as a date where it could be resolved, else None."""
    return figure.edtf


def agree(one: Row, other: Row) -> bool:
    """Can both be true? Each stands for an interval, as exact as it is written."""
    if one["direction"] and other["direction"] and one["direction"] != other["direction"]:
        return False
    (low, high), (bottom, top) = interval(one), interval(other)
    return one["value"] == other["value"] or (low < top and bottom < high)


def interval(figure: Row) -> Interval:
    """The values that a figure allows: "4,5" is anything that rounds to it."""
    value = Decimal(str(figure["value"]))
    if figure["value_to"] is not None:
        return value, Decimal(str(figure["value_to"]))
    if figure["bound"] == "over":
        return value, ENDLESS
    if figure["bound"] == "under":
        return -ENDLESS, value
    slack = max(_rounding(value), abs(value) * ABOUT if figure["bound"] == "about" else Decimal(0))
    return value - slack, value + slack


def _rounding(value: Decimal) -> Decimal:
    """Half of the last digit that is written: of 4,500,000,000 that is 50,000,000."""
    digits = value.normalize()
    exponent = digits.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1) if value else Decimal(0)


@cache
def in_nominative(words: str) -> str:
    """The words of a measure as a heading has them ("ihracatın": "ihracat")."""
    tokens = lay_out(words).tokens
    return nominative(words, tokens[-1]) if tokens and tokens[-1].kind == "word" else words


@cache
def stems(words: str) -> frozenset[str]:
    """The lemmas of the words of a name, by which it is known again in other cases and with other words beside it."""
    tokens = lay_out(words).tokens if words.strip() else []
    return frozenset(token.forms[0].lemma for token in tokens if token.kind == "word" and token.forms[0].pos not in ("CCONJ", "ADP", "DET", "PRON"))
