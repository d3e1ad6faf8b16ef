"""An index of articles that grows one by one: adding the millionth asks and keeps as many keys as the thousandth.

Keys that too many articles share tell nothing and are passed over, so no key is ever long to read. Texts are not kept here:
candidates are compared by their texts, which the owner of the index hands out.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Protocol

from tutanak.stories.keys import Keys, keys
from tutanak.stories.likeness import Likeness, apart, likeness
from tutanak.stories.prints import Print
from tutanak.stories.runs import Fresh, Runs, Under, lowest

CROWD: Final = 32
"""Articles under one key at most."""
WHOLE: Final = 72_201_776_446_800
"""What a key counts that only one article has: a multiple of 1 to 31, so that shares of it add up to the same in any order."""
RARE: Final = WHOLE // 5
"""A candidate's shared keys, each counted as one by the number of articles under it: two of ten, or one of five."""
PER_KEY: Final = 24
MOST_WANTED: Final = 3
"""Keys that a candidate has to share: one, and another for each 24 that the new article has, three at most."""
CANDIDATES: Final = 6
"""Articles that a new one is compared with at most, those with the rarest keys in common."""
TOGETHER: Final = 128
"""New articles that make a run."""
REMEMBERED: Final = 64
"""Fingerprints kept at hand: as many as a processor's own memory holds."""


class Shelf(Protocol):
    """Where the keys of articles are kept."""

    def near(self, wanted: Sequence[int]) -> Iterable[Under]:
        """Which articles have which of these keys."""

    def enter(self, number: int, kept: Sequence[int]) -> None:
        """Keep these keys of an article."""


class Memory:
    """A shelf in memory. What is new stays apart until it is worth a run."""

    def __init__(self) -> None:
        self.runs = Runs()
        self.fresh = Fresh()

    @property
    def nbytes(self) -> int:
        """Bytes of the runs, and of what is new."""
        return self.runs.nbytes + self.fresh.nbytes

    def near(self, wanted: Sequence[int]) -> Iterator[Under]:
        return chain(self.fresh.near(wanted), self.runs.near(lowest(wanted)))

    def enter(self, number: int, kept: Sequence[int]) -> None:
        self.fresh.enter(number, kept)
        if self.fresh.count == TOGETHER:
            self.runs.add(self.fresh.taken())


@dataclass(frozen=True, slots=True)
class Near:
    """An article of the index beside a new one."""

    number: int
    likeness: Likeness


class Index:
    """Finds the articles that share text with a new one, and keeps it. text_of: the text of an article by its number."""

    def __init__(self, text_of: Callable[[int], str], shelf: Shelf | None = None) -> None:
        self.shelf = shelf or Memory()
        self.text_of = text_of
        self._prints: OrderedDict[int, Print] = OrderedDict()
        self._foreseen: dict[int, tuple[Print, Keys]] = {}
        self._ahead: dict[int, list[int]] = {}

    def foresee(self, articles: Iterable[tuple[int, str]]) -> None:
        """Say which articles are about to be added: the shelf is asked for the keys of all of them in one go. What `add` finds is the same.

        An article added among many costs less so, and less so in a large index (docs/BENCHMARKS.md).
        """
        self._foreseen = {number: (print_, keys(print_)) for number, text in articles for print_ in (Print(text),)}
        self._ahead = _under(self.shelf.near(sorted({key for _, its in self._foreseen.values() for key in its.asked})))

    def add(self, number: int, text: str) -> list[Near]:
        """Keep an article; the articles that share text with it, the surest first, by number where they are as sure."""
        print_, its, places = self._studied(number, text)
        likely = [(other, self.print_of(other)) for other in _candidates(places, its) if other != number]
        found = [Near(other, likeness(print_, its_print)) for other, its_print in likely if not apart(print_, its_print)]
        self._enter(number, its, places)
        self._remember(number, print_)
        return sorted(found, key=lambda near: (-near.likeness.certainty, near.number))

    def enter(self, number: int, text: str) -> None:
        """Keep an article, whatever it is like."""
        _, its, places = self._studied(number, text)
        self._enter(number, its, places)

    def print_of(self, number: int) -> Print:
        """The fingerprint of an article."""
        print_ = self._prints.get(number)
        return self._remember(number, Print(self.text_of(number))) if print_ is None else print_

    def _studied(self, number: int, text: str) -> tuple[Print, Keys, dict[int, list[int]]]:
        """An article's fingerprint, its keys, and the articles under each of them."""
        if number in self._foreseen:
            print_, its = self._foreseen.pop(number)
            return print_, its, {key: self._ahead[key] for key in its.asked if key in self._ahead}
        print_ = Print(text)
        its = keys(print_)
        return print_, its, _under(self.shelf.near(its.asked))

    def _enter(self, number: int, its: Keys, places: Mapping[int, Sequence[int]]) -> None:
        kept = [key for key in its.kept if len(places.get(key, ())) < CROWD]
        self.shelf.enter(number, kept)
        for key in kept if self._foreseen else ():  # those that are still to come see this one too
            self._ahead[key] = [*self._ahead.get(key, ()), number]

    def _remember(self, number: int, print_: Print) -> Print:
        self._prints[number] = print_
        if len(self._prints) > REMEMBERED:
            self._prints.popitem(last=False)
        return print_


def _under(found: Iterable[Under]) -> dict[int, list[int]]:
    """The articles under each key."""
    places: dict[int, list[int]] = {}
    for key, numbers in found:
        places[key] = places[key] + numbers if key in places else numbers
    return places


def _candidates(places: dict[int, list[int]], its: Keys) -> list[int]:
    """The articles with the rarest keys in common, and enough of them: of many keys one may be shared by chance."""
    told = [numbers for numbers in places.values() if len(numbers) < CROWD]
    least = wanted(its)
    score = {number: 0 for number, shared in Counter(chain.from_iterable(told)).items() if shared >= least}
    for numbers in told if score else ():
        for number in score.keys() & numbers:
            score[number] += WHOLE // len(numbers)
    likely = [number for number, value in score.items() if value >= RARE]
    return sorted(likely, key=lambda n: (-score[n], n))[:CANDIDATES]


def wanted(its: Keys) -> int:
    """How many keys a candidate has to share with an article."""
    return min(MOST_WANTED, 1 + (len(its.marks) + len(its.runs)) // PER_KEY)
