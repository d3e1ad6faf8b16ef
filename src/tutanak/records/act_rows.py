"""Rows of states whose officers act together: "Mısır, Ürdün ve Birleşik Arap Emirlikleri (BAE) dışişleri bakanlarının"."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import nationality, state_called
from tutanak.mentions.model import Mention, State
from tutanak.records.grammar import LISTING
from tutanak.records.parties import Party, States
from tutanak.spans import Span
from tutanak.text.layout import Layout

JOINS: Final = LISTING | {"("}
NEAR: Final = 5  # words behind the last state in which the officers stand


def officers_behind(layout: Layout, at: int, officers: frozenset[str]) -> int:
    """The noun of the officers of the state whose name ends before token `at`, told in the plural right behind it; -1 where there is none."""
    if at + 3 < len(layout.tokens) and layout.tokens[at].text == "(":
        at += 3
    if at < len(layout.tokens) and layout.tokens[at].text == ")":
        at += 1
    for token in layout.tokens[at : min(at + 2, len(layout.tokens))]:
        form = token.form
        if form.lemma in officers and form.number == "pl" and form.possessive:
            return token.index
    return -1


def row_before(layout: Layout, states: States, low: int, at: int) -> list[Party]:
    """The states named in a row before the officers at token `at`, two at least; who opens the sentence is of it only as a subject."""
    tokens, case = layout.tokens, layout.tokens[at].form.case
    while at > low and not tokens[at].capital:
        at -= 1
    found: list[Party] = []
    while at >= low and (named := state_ending(layout, states, low, at)) is not None:
        if found and found[0].actor is named.actor:
            found.pop(0)  # "Birleşik Arap Emirlikleri (BAE)"
        found.insert(0, named)
        at = layout.token_at(named.span.start)
        if at <= low + 1 or tokens[at - 1].low not in JOINS:
            break
        at -= 2
    if len(found) > 2 and case != "nom" and layout.token_at(found[0].span.start) == low:
        found.pop(0)  # "X, Y ve Z bakanlarının kararını eleştirdi": X did
    return found if len(found) > 1 else []


def state_ending(layout: Layout, states: States, low: int, at: int) -> Party | None:
    """The state whose name ends with token `at`: one word, or up to three ("Suudi Arabistan")."""
    tokens = layout.tokens
    for first in range(at, max(low, at - 2) - 1, -1):
        if not tokens[first].capital:
            return None
        words = tokens[first : at + 1]
        code = nationality(words[0]) if first == at else state_called(" ".join(t.low for t in words))
        if code is not None:
            return Party(states.of(code), Span(words[0].start, words[-1].end))
    return None


def row_of(layout: Layout, states: States, mention: Mention, officers: frozenset[str]) -> list[Party]:
    """The row that a state ends whose officers follow; none where it stands alone."""
    if not isinstance(mention.entity, State):
        return []
    return row_at(layout, states, mention.last, officers)


def row_at(layout: Layout, states: States, last: int, officers: frozenset[str]) -> list[Party]:
    """The row that ends before token `last`, if officers follow."""
    at = officers_behind(layout, last, officers)
    return row_before(layout, states, layout.sentences[layout.tokens[at].sentence].first, at) if at >= 0 else []
