"""Articles put into stories, one after the other: a story is one text with all that was made of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from tutanak.stories.index import Index, Near
from tutanak.stories.relations import BACKGROUND, ONE_TEXT, SURE, Known, relation


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article belongs. story: the number of its story, that of its earliest article; to: the article it is most
    like, or None where it begins a story; background: articles of other stories that share paragraphs with it."""  # fmt: skip

    story: int
    to: int | None
    relation: str | None
    certainty: float
    background: tuple[int, ...] = ()


class Shelved(Protocol):
    """What is known of the articles that came before."""

    def known(self, number: int) -> Known:
        """An article by its number."""

    def story_of(self, number: int) -> int:
        """The story that an article was put into."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What an article is to those near it: to the one it is surest to be one text with (None: it is one with none), and of which
    it shares background."""  # fmt: skip

    to: int | None = None
    relation: str | None = None
    certainty: float = 0.0
    background: tuple[int, ...] = ()


def tie(new: Known, near: Sequence[Near], known: Callable[[int], Known]) -> Tie:
    """What a new article is to those that are near it."""
    told = [(n, relation(new, known(n.number), n.likeness)) for n in near]
    one_text = [(n, r) for n, r in told if r in ONE_TEXT]
    background = tuple(n.number for n, r in told if r == BACKGROUND)
    if not one_text:
        return Tie(background=background)
    best, how = max(one_text, key=lambda pair: (pair[0].likeness.certainty, -pair[0].number))
    return Tie(best.number, how, max(best.likeness.certainty, SURE), background)


def placed(number: int, found: Tie, story_of: Callable[[int], int]) -> Place:
    """The place that follows from a tie: in the story of the article that it leads to; of that story none is background."""
    story = number if found.to is None else story_of(found.to)
    return Place(story, found.to, found.relation, found.certainty, tuple(n for n in found.background if story_of(n) != story))


def place(number: int, new: Known, near: Sequence[Near], before: Shelved) -> Place:
    """The place of a new article among those that are near it: in the story of the one it is surest to be one text with."""
    return placed(number, tie(new, near, before.known), before.story_of)


class Gathering:
    """Stories of articles in memory.

    gathering = Gathering()
    gathering.add("the text")         → Place(story=0, to=None, ...)
    gathering.add("the same, spun")   → Place(story=0, to=0, relation="spun", ...)
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.places: list[Place] = []
        self._sources: list[tuple[str | None, str | None, float]] = []
        self.index = Index(self.texts.__getitem__)

    def add(self, text: str, *, url: str | None = None, outlet: str | None = None, spin: float = 0.0) -> Place:
        """Put an article into its story."""
        number = len(self.texts)
        self.texts.append(text)
        self._sources.append((url, outlet, spin))
        found = place(number, self.known(number), self.index.add(number, text), self)
        self.places.append(found)
        return found

    def known(self, number: int) -> Known:
        return Known(self.index.print_of(number), *self._sources[number])

    def story_of(self, number: int) -> int:
        return self.places[number].story
