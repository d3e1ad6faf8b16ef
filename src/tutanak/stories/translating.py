"""One quotation in two wordings: in the same words, or put into Turkish twice, with the same numbers, names and rare words.

The second is only asked of what one speaker said on about one day (`retelling` sees to that): over speakers and days it would be a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from tutanak.languages import load
from tutanak.stories.prints import Print

STEM: Final = 5
"""First letters that stand for a word, whatever its ending."""
SHORT: Final = 3
"""Words of so few letters are told by nobody as rare."""
WEIGHTY: Final = 2.0
"""What a number or name counts, beside a word that counts as one."""
SHARE: Final = 0.5
"""Of all that counts in the shorter sentence, what the other has at least; of the sentences of the shorter wording as well; ..."""
LEAST: Final = 4
"""... and so many words, numbers and names together."""
BOTH: Final = 0.34
"""The same share, of all that counts in both sentences."""
DAYS: Final = 1
"""Between two tellings at most: a speech of the evening is printed the next day."""
ALIKE: Final = 0.5
"""5-grams of the shorter wording that the longer one has at least, where the words are the same."""
SHORTEST: Final = 4
"""Words of a quotation at least: "evet" is said by everyone."""
HOME: Final = frozenset({"TR", "XN"})
"""States whose officials speak Turkish: who quotes them otherwise translates nothing."""


Counting = dict[str, float]
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+")


def alike(one: str, other: str) -> bool:
    """Are both the same quotation, in other words perhaps?"""
    mine, theirs = Print(one), Print(other)
    if min(len(mine.words), len(theirs.words)) < SHORTEST:
        return mine.words == theirs.words
    return len(mine.grams & theirs.grams) >= ALIKE * min(len(mine.grams), len(theirs.grams))


def translated(one: Sequence[Counting], other: Sequence[Counting]) -> float:
    """How surely two wordings are one quotation, put into Turkish twice: 0 (not), else the share of the shorter's sentences that the other has."""
    short, long = sorted((one, other), key=len)
    best = [max((_shared(mine, theirs) for theirs in long), default=0.0) for mine in short]
    return sum(best) / len(best) if best and sum(map(bool, best)) >= SHARE * len(best) else 0.0


def _shared(mine: Counting, theirs: Counting) -> float:
    if _numbers(mine) ^ _numbers(theirs):
        return 0.0
    shared = mine.keys() & theirs.keys()
    if len(shared) < LEAST:
        return 0.0
    counts = {stem: max(mine.get(stem, 0.0), theirs.get(stem, 0.0)) for stem in mine | theirs}
    small, whole = min(sum(counts[stem] for stem in side) for side in (mine, theirs)), sum(counts.values())
    common = sum(counts[stem] for stem in shared)
    return common / whole if common >= SHARE * small and common >= BOTH * whole else 0.0


def counting(words: str) -> list[Counting]:
    """Of each sentence: numbers, names and words that say something, by their stems, with what each counts."""
    return [_counting(sentence) for sentence in _SENTENCE_END.split(words)]


def _counting(sentence: str) -> Counting:
    print_ = Print(sentence)
    marks = {mark[:STEM] for mark in print_.marks}
    telling = [w for w in print_.words if w[0].isdigit() or (len(w) > SHORT and w not in _empty())]
    return {_stem(w): WEIGHTY if w[0].isdigit() or w[:STEM] in marks else 1.0 for w in telling}


def _stem(word: str) -> str:
    return word if word[0].isdigit() else word[:STEM]


def _numbers(counting: Counting) -> set[str]:
    return {stem for stem in counting if stem[0].isdigit()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("tr").section("function_words")["turkish"].split())


def foreign(states: Sequence[str | None]) -> bool:
    """Does somebody of these states speak another language than Turkish?"""
    return bool(states) and all(state is not None and state not in HOME for state in states)
