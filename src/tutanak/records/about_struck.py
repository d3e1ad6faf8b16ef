"""The other side of attacks: in a report about two sides that fight, a statement of blows that names one concerns the other too.

"Rus ordusunun limanı vurduğunu bildirdi", in a report that keeps telling of Russia and Ukraine, is of both. On the articles of the project's own gold
that were looked at, three of four reported statements with a word of attack that named one such side alone were marked as about both (2026-12-01); of
those with a word of talks half, and of quotations fewer: they are left as they stand.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.model import State, proven
from tutanak.records.model import Statement
from tutanak.text.layout import SIGNS, Layout

FOUGHT: Final = "the other side of the attacks that the article tells of"
LEAST: Final = 3  # statements about a state, and half of all, that make it a side of the article


@cache
def striking() -> int:
    """The sign of words of attack."""
    return SIGNS.of_words(word_list("reporting", "blows"))


def add_other_side(layout: Layout, statements: list[Statement]) -> None:
    """Add the other of two sides to the statements of blows that are about one of them alone."""
    if len(statements) < LEAST or not layout.bearing(striking()):
        return
    sides = two_sides(statements)
    for statement in statements if sides else ():
        told = statement.about[0] if len(statement.about) == 1 and statement.mode == "indirect" else None
        if told in sides and tells_of_blows(layout, statement):
            add(statement, sides[told is sides[0]])


def two_sides(statements: list[Statement]) -> tuple[State, ...]:
    """The two states of which at least half of the statements tell, each; none where they are never told of together."""
    counts: dict[State, int] = {}
    for statement in statements:
        for actor in statement.about:
            if isinstance(actor, State):
                counts[actor] = counts.get(actor, 0) + 1
    sides = sorted(counts, key=lambda state: (-counts[state], state.id))[:2]
    often = len(sides) == 2 and counts[sides[1]] >= max(LEAST, len(statements) / 2)
    return tuple(sides) if often and any(sides[0] in s.about and sides[1] in s.about for s in statements) else ()


def tells_of_blows(layout: Layout, statement: Statement) -> bool:
    span = statement.span
    return bool(layout.bearing_among(striking(), layout.token_at(span.start), layout.token_at(span.end)))


def add(statement: Statement, side: State) -> None:
    """Add a side, told by where the article first names it."""
    if side.mentions:
        spans = statement.proof["about"].spans
        statement.about = (*statement.about, side)
        statement.proof["about"] = proven((*spans, side.mentions[0]), "inferred", FOUGHT)
