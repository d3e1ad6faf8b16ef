"""Set the weights by which two articles are taken for one text: src/tutanak/stories/weights.json.

usage: python tools/weigh_stories.py [--check]

Learned on the tuning half (by hash of the first id) of ../shared/suites/stories/pairs.jsonl and of the pairs judged by
hand in eval/story_pairs.tsv, on copies of ordinary
articles spun here with dictionaries drawn at random (no dictionary of the suites is looked at), and on pairs of articles
that share names and are not one text. Logistic regression by plain gradient descent: the same numbers each time.
--check: fail when the shipped file is another.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import astuple
from itertools import combinations, islice, pairwise
from math import exp
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "eval"))
from split import half
from stories import put_through, swappable
from tutanak.stories.likeness import Likeness, likeness
from tutanak.stories.prints import Print

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
OUT = ROOT / "src" / "tutanak" / "stories" / "weights.json"
PLACES = "suites/stories/articles.jsonl.gz", "articles/relations.jsonl.gz", "gold/dev/articles.jsonl"
COPIES = 150  # articles that are spun
SHARES = (0.08, 0.45)  # of words swapped, from and to
TRAPS = 600  # pairs that share names
TRAP_WEIGHT = 3.0  # to take two texts for one is worse than the reverse
PENALTY, STEPS, RATE = 0.002, 4000, 1.5

Row = dict[str, Any]
Example = tuple[tuple[float, ...], bool, float]


def rows(path: Path) -> Iterator[Row]:
    whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in whole.splitlines() if line.strip())


def examples() -> list[Example]:
    """Likenesses, each with whether it is of one text, and how much it counts."""
    prints = {row["id"]: Print(row["text"]) for place in PLACES for row in rows(SHARED / place)}
    found: list[Example] = []
    for pair in [*rows(SHARED / "suites" / "stories" / "pairs.jsonl"), *judged()]:
        if half(pair["a"]) == "open":
            one = pair["relation"] != "shares_background"
            found.append((astuple(likeness(prints[pair["a"]], prints[pair["b"]])), one, 1.0 if one else TRAP_WEIGHT))
    return found + list(spun()) + list(traps())


def judged() -> Iterator[Row]:
    """Pairs judged by hand."""
    with (ROOT / "eval" / "story_pairs.tsv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def spun() -> Iterator[Example]:
    """Ordinary articles beside copies of them, each spun with a dictionary of its own."""
    chosen = list(islice(rows(SHARED / "articles" / "news.jsonl.gz"), COPIES))
    words = sorted({w for row in chosen for w in row["text"].split() if swappable(w)})
    for number, row in enumerate(chosen):
        draw = random.Random(number)
        copy = put_through(row["text"], words, draw.uniform(*SHARES), draw)
        yield astuple(likeness(Print(row["text"]), Print(copy))), True, 0.3


def traps() -> Iterator[Example]:
    """Pairs of articles of the tuning half of relations.jsonl.gz that share pairs of names and few runs of words."""
    prints = [Print(row["text"]) for row in rows(SHARED / PLACES[1]) if half(row["id"]) == "open"]
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, print_ in enumerate(prints):
        for pair in sorted(set(pairwise(print_.marks))):
            places[pair].append(number)
    met = sorted({pair for numbers in places.values() if len(numbers) < 20 for pair in combinations(numbers, 2)})
    random.Random(0).shuffle(met)
    for one, other in met[:TRAPS]:
        like = likeness(prints[one], prints[other])
        if like.runs < 0.3:
            yield astuple(like), False, 0.3


def learn(known: list[Example]) -> tuple[float, list[float]]:
    """Logistic regression: bias and weights."""
    bias, weights = 0.0, [0.0] * len(known[0][0])
    total = sum(count for _, _, count in known)
    for _ in range(STEPS):
        slope, slopes = 0.0, [PENALTY * w for w in weights]
        for values, one, count in known:
            off = count / total * (1 / (1 + exp(-bias - sum(w * x for w, x in zip(weights, values, strict=True)))) - one)
            slope += off
            for i, x in enumerate(values):
                slopes[i] += off * x
        bias -= RATE * slope
        weights = [w - RATE * s for w, s in zip(weights, slopes, strict=True)]
    return bias, weights


def main() -> None:
    bias, weights = learn(examples())
    named = dict(zip(Likeness.__slots__, (round(w, 3) for w in weights), strict=True))
    text = json.dumps({"made by": "python tools/weigh_stories.py", "bias": round(bias, 3), "weights": named}, indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        sys.exit(0 if OUT.read_text(encoding="utf-8") == text else f"{OUT.name} is not what {Path(__file__).name} makes")
    OUT.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
