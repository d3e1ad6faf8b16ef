"""Speed and size of the index of stories, on synthetic articles made of the words of real ones.

usage: python eval/bench_stories.py [N | --long]      N articles (default 20,000); --long: 1,000,000

Each article is made from its number alone: 150 to 350 words drawn as they are in the news, names and numbers among them; every
tenth is an earlier one again, an eighth of its words swapped. Printed at ten marks: articles a second of processor time, bytes an
article; at the end, what an article costs there against what it costs an index of a thousand, turn by turn, so that a busy machine is
as busy for both: 1.0 where the millionth article costs what the thousandth did.
"""

from __future__ import annotations

import sys
import time
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median

from spun import rows
from tutanak.stories.index import Index, Memory
from tutanak.stories.relations import SURE

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


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
    print(f"an article here costs x{against_a_thousand(index, press, count):.2f} of what it costs an index of a thousand")


def against_a_thousand(index: Index, press: Press, count: int) -> float:
    """The same new articles added in turn to an index and to one of a thousand articles: how many times as long the first takes, by medians."""
    small, took = Index(press.text), (list[float](), list[float]())
    tenth(small, press, range(1000))
    for number in range(count, count + 1000):
        if number % 10 == 9:  # made of an earlier one, which the small one has not
            continue
        for one, spent in zip((index, small), took, strict=True):
            spent.append(tenth(one, press, range(number, number + 1))[0])
    return median(took[0]) / median(took[1])


def tenth(index: Index, press: Press, numbers: range) -> tuple[float, int]:
    """Seconds of processor time to add these articles, the making of their texts apart; and how many were tied to another."""
    spent, tied = 0.0, 0
    for number in numbers:
        text = press.text(number)
        begun = time.process_time()
        found = index.add(number, text)
        spent += time.process_time() - begun
        tied += bool(found and found[0].likeness.certainty >= SURE)
    return spent, tied


if __name__ == "__main__":
    told = sys.argv[1] if len(sys.argv) > 1 else "20000"
    main(1_000_000 if told == "--long" else int(told))
