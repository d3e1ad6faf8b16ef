"""Articles put into stories, one after the other: a story is one text with all that was made of it."""

from __future__ import annotations

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


def place(number: int, new: Known, near: list[Near], before: Shelved) -> Place:
    """The place of a new article among those that are near it: in the story of the one it is surest to be one text with."""
    told = [(n, relation(new, before.known(n.number), n.likeness)) for n in near]
    one_text = [(n, r) for n, r in told if r in ONE_TEXT]
    if not one_text:
        return Place(number, None, None, 0.0, tuple(n.number for n, r in told if r == BACKGROUND))
    best, how = max(one_text, key=lambda pair: (pair[0].likeness.certainty, -pair[0].number))
    story = before.story_of(best.number)
    others = tuple(n.number for n, r in told if r == BACKGROUND and before.story_of(n.number) != story)
    return Place(story, best.number, how, max(best.likeness.certainty, SURE), others)


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
