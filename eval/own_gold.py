"""The project's own gold: articles of shared/articles marked by annotators who had the guidelines and never saw the reader or its output.

usage: python eval/own_gold.py [--half open|blind] [--round N] [--errors TASK]
       python eval/own_gold.py --agreement                            how far two annotators agree, and the reader with either
       python eval/own_gold.py --pack COMPILED.jsonl HALVES.json     adds a round to eval/own_gold.jsonl from records of gold/compile_gold.py

It grows in rounds, each marked by annotators of its own; floors hold for a round, so that a new one never moves an old floor.

The records stand off the text: where they name words they hold places, so that no text of an article is in the repository; names and offices
that are not written just so in the text (a case ending apart) are the exception. Errors are told of the half that may be looked at alone.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from scoring import ARTICLES, Counts, minutes_of, rows, scorer, total

MARKS = Path(__file__).with_suffix(".jsonl")
TWICE = MARKS.with_name("own_gold_twice.jsonl")  # articles of MARKS marked once more, by an annotator who saw none of its marks
WORDS = ("name", "office", "org", "text")  # fields that hold words of the article

Row = dict[str, Any]


def cut(value: Any, text: str) -> Any:
    """A record with places in place of the words that it holds: [start, end)."""

    def place(words: Any) -> Any:
        start = text.find(words) if isinstance(words, str) else -1
        return [start, start + len(words)] if start >= 0 else words

    return _with_words(value, place)


def told(value: Any, text: str) -> Any:
    """A record with its words again."""
    return _with_words(value, lambda place: text[place[0] : place[1]] if isinstance(place, list) else place)


def _with_words(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value with each field that holds words changed, however deep it lies."""
    if isinstance(value, list):
        return [_with_words(one, change) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: change(one) if name in WORDS else _with_words(one, change) for name, one in value.items()}


def articles(wanted: set[str]) -> Iterator[Row]:
    """The articles with these ids, of both files."""
    for name in ("relations", "news"):
        with gzip.open(ARTICLES / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if row["id"] in wanted:
                    wanted.discard(row["id"])
                    yield row


def turns() -> list[int]:
    """The rounds in which articles were marked."""
    return sorted({mark["round"] for mark in rows(MARKS)})


def marked(half: str | None = None, turn: int | None = None, path: Path | None = None) -> tuple[list[Row], list[Row]]:
    """The gold records and their articles. Raises ValueError where an article is not there or its text is another."""
    marks = {mark["id"]: mark for mark in rows(path or MARKS) if half in (None, mark["half"]) and turn in (None, mark["round"])}
    found = list(articles(set(marks)))
    gold = [_whole(marks[row["id"]], row) for row in found]
    if len(found) < len(marks):
        raise ValueError(f"{len(marks) - len(found)} of the {len(marks)} marked articles are not in {ARTICLES}")
    return gold, found


def _whole(mark: Row, article: Row) -> Row:
    text = article["text"]
    if sha256(text.encode()).hexdigest()[:16] != mark["text"]:
        raise ValueError(f"{mark['id']}: the text in {ARTICLES} is not the one that was marked")
    return {"doc": {"id": mark["id"], "text": text}, **told(mark["records"], text)}


def scored(score: Any, half: str | None = None, turn: int | None = None, errors: list[tuple[str, ...]] | None = None) -> dict[str, Counts]:
    """Counts per article."""
    gold, found = marked(half, turn)
    system = minutes_of(found)
    return {g["doc"]["id"]: score.score_doc(score.Doc(g), score.Doc(system.get(g["doc"]["id"])), [] if errors is None else errors) for g in gold}


def agreement(score: Any) -> dict[str, tuple[float, float, float]]:
    """F1 per task on what was marked twice: the second annotator by the first, the reader by the first, the reader by the second."""
    second, found = marked(path=TWICE)
    ids = [row["doc"]["id"] for row in second]
    first = {row["doc"]["id"]: row for row in marked()[0]}
    once, twice, read = [first[i] for i in ids], second, list(minutes_of(found).values())
    pairs = [_counts(score, gold, system) for gold, system in ((once, twice), (once, read), (twice, read))]
    return {task: tuple(score.f1(*total(docs, task))[2] for docs in pairs) for task in next(iter(pairs[0].values()))}


def _counts(score: Any, gold: list[Row], system: list[Row]) -> dict[str, Counts]:
    given = {row["doc"]["id"]: row for row in system}
    return {g["doc"]["id"]: score.score_doc(score.Doc(g), score.Doc(given.get(g["doc"]["id"])), []) for g in gold}


def pack(compiled: Path, halves: Path) -> None:
    """Add a round of marks, without the text they stand on. Raises ValueError where an article has been marked before."""
    half = json.loads(halves.read_text(encoding="utf-8"))
    before = list(rows(MARKS))
    turn = 1 + max((mark["round"] for mark in before), default=0)
    made = [_mark(row, half[row["doc"]["id"]], turn) for row in rows(compiled)]
    if twice := {mark["id"] for mark in before} & {mark["id"] for mark in made}:
        raise ValueError(f"marked before: {', '.join(sorted(twice))}")
    lines = (json.dumps(mark, ensure_ascii=False, separators=(",", ":")) + "\n" for mark in [*before, *made])
    MARKS.write_text("".join(lines), encoding="utf-8")


def _mark(row: Row, half: str, turn: int) -> Row:
    text = row["doc"]["text"]
    records = {kind: cut(found, text) for kind, found in row.items() if kind not in ("schema", "doc")}
    return {"id": row["doc"]["id"], "half": half, "round": turn, "text": sha256(text.encode()).hexdigest()[:16], "records": records}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "blind"))
    parser.add_argument("--round", type=int, metavar="N")
    parser.add_argument("--errors", metavar="TASK")
    parser.add_argument("--agreement", action="store_true")
    parser.add_argument("--pack", nargs=2, type=Path, metavar=("COMPILED", "HALVES"))
    options = parser.parse_args()
    if options.pack:
        pack(*options.pack)
        return 0
    if options.agreement:
        for task, (people, one, other) in agreement(scorer()).items():
            print(f"{task:32} {people:6.3f} {one:6.3f} {other:6.3f}")
        return 0
    if options.errors and options.half == "blind":
        parser.error("errors are told of the open half alone")
    return show(options.half or ("open" if options.errors else None), options.round, options.errors)


def show(half: str | None, turn: int | None, task: str | None) -> int:
    """Print the scores, and the errors of one task."""
    score = scorer()
    errors: list[tuple[str, ...]] = []
    docs = scored(score, half, turn, errors)
    for name in next(iter(docs.values())):
        p, r, f = score.f1(*total(docs, name))
        print(f"{name:32} {p:6.3f} {r:6.3f} {f:6.3f}")
    for error in errors:
        if error[0] == task:
            print(*error[1:], sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
