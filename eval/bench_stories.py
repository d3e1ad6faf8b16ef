"""Speed and size of the index of stories, on synthetic articles made of the words of real ones.

usage: python eval/bench_stories.py [N]      N articles (default 20,000; 1,000,000 for the long run)

Each article is made from its number alone: 150 to 350 words drawn as they are in the news, names and numbers among them; every
tenth is an earlier one again, an eighth of its words swapped. Printed at ten marks: articles a second, bytes an article.
"""

from __future__ import annotations

import sys
import time
from itertools import islice
from pathlib import Path
from random import Random

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
    index, tied, spent = Index(press.text, shelf), 0, 0.0
    for number in range(count):
        text = press.text(number)
        begun = time.process_time()
        found = index.add(number, text)
        spent += time.process_time() - begun
        tied += bool(found and found[0].likeness.certainty >= SURE)
        if (number + 1) % max(1, count // 10) == 0:
            pages, size = (shelf.rows.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
            step = max(1, count // 10)
            print(f"{number + 1:9,} articles: {step / spent:7.0f} articles/s, {pages * size / (number + 1):5.0f} bytes each, {tied} tied", flush=True)
            spent = 0.0


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
