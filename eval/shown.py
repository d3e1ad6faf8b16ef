"""How many records are shown by default, of articles on relations and of general news: what rises in the second is mostly wrong.

usage: python eval/shown.py [--articles N]

Reads ../shared/articles; the marked articles are all on relations, so that nothing else tells what the reader makes of other news.
"""

from __future__ import annotations

import argparse
from collections import Counter
from typing import Any

from bench import rows
from tutanak.errors import InputError
from tutanak.exports.minutes import KINDS
from tutanak.reading import Reading, read

HEAD = "records of a thousand articles"
FIELDS = (("statements", "addressee"), ("statements", "when"), ("acts", "when"), ("meetings", "when"), ("meetings", "occasion"))


def readings(name: str, most: int) -> list[Reading]:
    """The articles of a file that are Turkish."""
    found: list[Reading] = []
    for row in rows(name, most):
        try:
            found.append(read(row["text"], id=row["id"], published=row.get("published"), language="tr"))
        except InputError:
            continue
    return found


def shares(name: str, most: int) -> tuple[int, dict[str, float]]:
    """How many articles, and of each kind how many records a thousand of them have."""
    read_ones = readings(name, most)
    counts: Counter[str] = Counter()
    for one in read_ones:
        minutes: dict[str, Any] = one.to_dict()
        counts.update({kind: len(minutes[kind]) for kind in KINDS})
        counts.update({f"{kind} with {field}": sum(row[field] is not None for row in minutes[kind]) for kind, field in FIELDS})
    return len(read_ones), {told: 1000 * count / max(len(read_ones), 1) for told, count in counts.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10**6, metavar="N", help="the first N of each file")
    most = parser.parse_args().articles
    told = {name: shares(name, most) for name in ("relations", "news")}
    print(f"{HEAD:32s}" + "".join(f"{name} ({count})".rjust(20) for name, (count, _) in told.items()))
    for row in (*KINDS, *(f"{kind} with {field}" for kind, field in FIELDS)):
        print(f"{row:32s}" + "".join(f"{by.get(row, 0):20,.0f}" for _, by in told.values()))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
