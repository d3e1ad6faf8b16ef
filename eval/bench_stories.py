"""Speed and size of the index of stories, on synthetic articles made of the words of real ones.

usage: python eval/bench_stories.py [N | --long | --filled]      N articles (default 20,000); --long: 1,000,000

--filled: indexes of a thousand to a million articles are filled with keys drawn at random, in seconds; then the same articles are added to
each in turn.

Each article is made from its number alone: 150 to 350 words drawn as they are in the news, names and numbers among them; every
tenth is an earlier one again, an eighth of its words swapped. Printed at ten marks: articles a second of processor time, bytes an
article; at the end, what an article costs there against what it costs an index of a thousand, turn by turn, so that a busy machine is
as busy for both: 1.0 where the millionth article costs what the thousandth did. Articles are added a hundred at a time, as a ledger's are;
at the end one by one, too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from numpy.random import default_rng

from spun import rows
from tutanak.stories.index import Index, Memory
from tutanak.stories.relations import SURE
from tutanak.stories.runs import KEY, entries

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


HUNDRED = 100
MORE = 4_000  # articles that are added in turn at the end


class Press:
    """Makes the text of an article from its number."""

    def __init__(self) -> None:
        news = islice(rows(SHARED / "articles" / "news.jsonl.gz"), 2000)
        self.words = [word for row in news for word in row["text"].split()]

    def text(self, number: int) -> str:
        draw = Random(number)
        if number % 10 == 9:
            words = self.text(draw.randrange(number)).split() if number > 20 else ["kısa"]
            return " ".join(self._swapped(word, draw) for word in words)
        told: list[str] = []
        for _ in range(draw.randrange(38, 88)):  # stretches of four words: no sentence twice
            at = draw.randrange(len(self.words) - 4)
            told += self.words[at : at + 4]
        return " ".join(told)

    def _swapped(self, word: str, draw: Random) -> str:
        return self.words[draw.randrange(len(self.words))].lower() if word.islower() and draw.random() < 0.125 else word


def main(count: int) -> None:
    press, shelf = Press(), Memory()
    index, tied, step = Index(press.text, shelf), 0, max(1, count // 10)
    for first in range(0, count, step):
        spent, more = tenth(index, press, range(first, min(first + step, count)))
        tied += more
        behind = min(first + step, count)
        print(f"{behind:9,} articles: {(behind - first) / spent:7.0f} articles/s, {shelf.nbytes / behind:5.0f} bytes each, {tied} tied", flush=True)
    for portion in (HUNDRED, 1):
        told = f"x{against_a_thousand(index, press, count, portion):.2f}"
        print(f"an article among {portion} costs {told} of what it costs an index of a thousand", flush=True)


FILLED = (1_000, 10_000, 100_000, 500_000, 1_000_000)
FOREIGN = 10_000_000  # from here on, numbers of articles without a text
KEPT_KEYS = 55  # of an article that Press makes, on the average


def in_turn(count: int = 2000) -> None:
    """What an article costs indexes of several sizes, and how many bytes they have for each."""
    press = Press()
    several = [filled(size, press) for size in FILLED]
    spent: list[list[float]] = [[] for _ in FILLED]
    for number in range(count):
        order = list(zip(several, spent, strict=True))
        for (one, _), took in order if number % 2 else reversed(order):
            took.append(tenth(one, press, range(number, number + 1))[0])
    for size, (_, shelf), took in zip(FILLED, several, spent, strict=True):
        a, m, ratio = count / sum(took), median(took), median(took) / median(spent[0])
        print(f"{size:9,} articles: {a:5.0f} articles/s, median {m * 1e6:4.0f} µs (x{ratio:.2f}), {shelf.nbytes / size:4.0f} bytes each")


def filled(size: int, press: Press) -> tuple[Index, Memory]:
    """An index with the keys of so many articles that are nothing to others."""
    shelf, draw = Memory(), default_rng(size)
    for first in range(0, size, 1000):
        drawn, numbers = draw.integers(0, 1 << KEY, 1000 * KEPT_KEYS), range(FOREIGN + first, FOREIGN + first + 1000)
        shelf.runs.add(entries(drawn.tolist(), [number for number in numbers for _ in range(KEPT_KEYS)]))
    return Index(press.text, shelf), shelf


def against_a_thousand(index: Index, press: Press, count: int, portion: int) -> float:
    """The same new articles added in turn to an index and to one of a thousand articles: how many times as long the first takes, by medians."""
    small, took = Index(press.text), (list[float](), list[float]())
    tenth(small, press, range(1000))
    new = [number for number in range(count, count + MORE) if number % 10 != 9]  # which are made of earlier ones: the small index lacks them
    for first in range(0, len(new), portion):
        for one, spent in zip((index, small), took, strict=True):
            spent.append(tenth(one, press, new[first : first + portion])[0])
    return median(took[0]) / median(took[1])


def tenth(index: Index, press: Press, numbers: Sequence[int]) -> tuple[float, int]:
    """Seconds of processor time to add these articles, the making of their texts apart; and how many were tied to another."""
    spent, tied = 0.0, 0
    for first in range(0, len(numbers), HUNDRED):
        texts = {number: press.text(number) for number in numbers[first : first + HUNDRED]}
        begun = time.process_time()
        if len(texts) > 1:
            index.foresee(texts.items())
        found = [index.add(number, text) for number, text in texts.items()]
        spent += time.process_time() - begun
        tied += sum(bool(near and near[0].likeness.certainty >= SURE) for near in found)
    return spent, tied


if __name__ == "__main__":
    told = sys.argv[1] if len(sys.argv) > 1 else "20000"
    in_turn() if told == "--filled" else main(1_000_000 if told == "--long" else int(told))
