"""Spun text: records kept between copies and their originals, and how well the spin score tells spun from ordinary.

usage: python eval/spun.py [--lost] [--swaps] [--news N]
  --lost   the records lost on copies whose originals are in the open half
  --swaps  what each copy's findings are, and which of its swaps were not seen (open half)
  --news N take N of the general news as well (default 1000)
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from split import half
from tutanak import read
from tutanak.records import spin
from tutanak.text import lay_out
from tutanak.text.swaps import SPUN

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SUITE = SHARED / "suites" / "spun"

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSONL file, gzipped or not."""
    whole = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in whole.splitlines() if line.strip())


def keys_of() -> Callable[[Row], list[tuple[Any, ...]]]:
    """The suite's own account of a reading's records (kept.py)."""
    spec = importlib.util.spec_from_file_location("kept", SUITE / "kept.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.keys  # type: ignore[no-any-return]


def reading(row: Row) -> Row:
    return read(row["text"], id=row["id"], published=row.get("published"), language="tr").to_dict()


def kept(lost: bool) -> None:
    """Records kept on the copies, by kind; with `lost` those that were not, where they may be looked at."""
    keys = keys_of()
    originals = {row["id"]: row for row in rows(SHARED / "gold" / "dev" / "articles.jsonl")}
    count: dict[str, list[int]] = {}
    for copy in rows(SUITE / "copies.jsonl"):
        mine = keys(reading(copy))
        for key in keys(reading(originals[copy["original"]])):
            tally = count.setdefault(key[0], [0, 0])
            tally[1] += 1
            if key in mine:
                mine.remove(key)
                tally[0] += 1
            elif lost and half(copy["original"]) == "open":
                print("lost ", copy["original"], *key)
        if lost and half(copy["original"]) == "open":
            for key in mine:
                print("extra", copy["original"], *key)
    for kind, (have, want) in count.items():
        print(f"kept {kind:10} {have:3} of {want:3}  {have / want:.3f}")
    have, want = (sum(t[i] for t in count.values()) for i in (0, 1))
    print(f"kept            {have:3} of {want:3}  {have / max(1, want):.3f}")


def flag(news: int) -> None:
    """Precision, recall and F1 of the flag "spun" over the copies and ordinary articles."""
    score = {name: [spin.find(lay_out(row["text"]))[1] for row in source] for name, source in sources(news).items()}
    for name, values in score.items():
        flagged = sum(v >= SPUN for v in values)
        print(
            f"spin {name:10} {flagged:4} of {len(values):4} flagged; "
            f"mean {sum(values) / len(values):.3f}, highest {max(values):.3f}, lowest {min(values):.3f}"
        )
    right = sum(v >= SPUN for v in score["copies"])
    wrong = sum(v >= SPUN for name, values in score.items() if name not in ("copies", "seed") for v in values)
    precision, recall = right / max(1, right + wrong), right / len(score["copies"])
    print(f"spin flag: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")


def sources(news: int) -> dict[str, list[Row]]:
    return {
        "copies": list(rows(SUITE / "copies.jsonl")),
        "seed": list(rows(SHARED / "gold" / "seed" / "articles.jsonl")),
        "dev": list(rows(SHARED / "gold" / "dev" / "articles.jsonl")),
        "relations": list(rows(SHARED / "articles" / "relations.jsonl.gz")),
        "news": list(islice(rows(SHARED / "articles" / "news.jsonl.gz"), news)),
    }


def seen() -> None:
    """How many of each copy's swaps the findings cover; of the open half, what they are."""
    for copy in rows(SUITE / "copies.jsonl"):
        layout = lay_out(copy["text"])
        findings, score = spin.find(layout)
        found = {word for f in findings for word in f.span.of(copy["text"]).split()}
        missed = [(old, new) for old, new in copy["swaps"] if not found & set(new.split())]
        print(f"{copy['original']}: score {score:.2f}, {len(copy['swaps'])} swaps, {len(missed)} not seen, {len(findings)} findings")
        if half(copy["original"]) == "open":
            print("   found:", "; ".join(f"{f.span.of(copy['text'])} < {f.meant}" for f in findings))
            print("   missed:", "; ".join(f"{new} < {old}" for old, new in missed))


def main(arguments: list[str]) -> None:
    if not SUITE.exists():
        sys.exit("eval/spun.py: no ../shared/suites/spun here")
    if "--swaps" in arguments:
        seen()
    kept("--lost" in arguments)
    flag(int(arguments[arguments.index("--news") + 1]) if "--news" in arguments else 1000)


if __name__ == "__main__":
    main(sys.argv[1:])
