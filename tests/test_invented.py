"""The cases are invented: none repeats a run of words of an article kept beside the repository."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN = 8  # words; shorter runs are phrases of the trade ("Dışişleri Bakanı … ile bir araya geldi")


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of RUN words, in lower case and without punctuation."""
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))


def articles(shared: Path) -> Iterator[str]:
    for name in ("relations", "news"):
        with gzip.open(shared / "articles" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)
    with (shared / "gold" / "dev" / "articles.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def cases() -> Iterator[tuple[str, str]]:
    """Each line of each case file, with its place."""
    for path in sorted((ROOT / "tests" / "cases").rglob("*.txt")):
        yield from ((f"{path.name}:{n}", line) for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1))


def test_no_case_is_taken_from_an_article(shared: Path) -> None:
    invented = {run: place for place, line in cases() for run in runs(line)}
    taken = {f"{invented[run]} {' '.join(run)}" for text in articles(shared) for run in runs(text) if run in invented}
    assert taken == set()
