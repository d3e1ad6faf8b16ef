"""Is what an article tells an affair of states at all? Clubs sign contracts and firms go to court in words that states use as well.

Told by how often other states and those who act for them are named, and by the words of sport. Measured on the project's own gold and on
general news: docs/BENCHMARKS.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final, TypeVar

from tutanak.languages import word_list
from tutanak.mentions import nationality
from tutanak.mentions.gathering import HOME
from tutanak.mentions.lexicon import sides
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, State
from tutanak.records.model import Record
from tutanak.text.casing import fold
from tutanak.text.layout import SIGNS, Layout

Told = TypeVar("Told", bound=Record)
DOMESTIC: Final = 0.4  # how sure at most of what is no affair of states
BRIEF: Final = 300  # characters: what is shorter need not name a state
FOREIGN: Final = 2  # mentions of other states and of theirs that an article among states has at least,
STRETCH: Final = 700  # and characters to each of them at most
PLAYED: Final = 170  # characters to each word of sport at most, in an article of sport
SPORT: Final = SIGNS.of_words(word_list("sphere", "sport"))


def among_states(layout: Layout, mentions: Mentions, found: list[Told], is_of_two: Callable[[Told], bool]) -> list[Told]:
    """Less sure of records that are no affair of states: in an article that hardly names others, of all but those of two; in one of sport, of all."""
    played = bool(found) and is_of_sport(layout)
    if not found or (not played and is_among_states(layout, mentions)):
        return found
    return [told if not played and is_of_two(told) else not_of_states(told) for told in found]


def not_of_states(told: Told) -> Told:
    return replace(told, confidence=min(told.confidence, DOMESTIC), reasons=(*told.reasons, "no other state"))


def is_among_states(layout: Layout, mentions: Mentions) -> bool:
    """Does the article name other states, their officials and bodies, and unions all along?"""
    told = sum(is_of_others(layout, mention) for mention in mentions.all) if len(layout.text) >= BRIEF else 0
    return len(layout.text) < BRIEF or (told >= FOREIGN and told * STRETCH >= len(layout.text))


def is_of_sport(layout: Layout) -> bool:
    """Is the article full of words of sport, in which states are teams?"""
    return len(layout.text) >= BRIEF and len(layout.bearing(SPORT)) * PLAYED >= len(layout.text)


def is_of_others(layout: Layout, mention: Mention) -> bool:
    """Does it name another state, not as a place nor as a people's word ("Brezilyalı futbolcu"), or an official or a body of one, or a union?"""
    one = mention.entity
    if isinstance(one, State):
        abroad = any(e.id != HOME for e in mention.entities if isinstance(e, State))
        return abroad and mention.case not in ("loc", "abl") and nationality(layout.tokens[mention.last - 1], ("nation",)) is None
    if isinstance(one, Organisation):
        return one.state != HOME if one.state else fold(one.name) in sides()
    return isinstance(one, Person) and bool(one.state and one.office) and one.state != HOME


def sides_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The states, by their codes, and the unions that these are or act for."""
    return frozenset(side for actor in actors if (side := side_of(actor)))


def side_of(actor: Actor) -> str:
    if isinstance(actor, State):
        return actor.id
    union = isinstance(actor, Organisation) and fold(actor.name) in sides()
    return actor.state or (fold(actor.name) if union else "")
