"""The halves of the dev gold: `open` is looked at while working, `blind` is only scored, at milestones.

usage: python eval/split.py open|blind FILE.jsonl     prints the lines of that half (of articles, gold or readings)
"""

from __future__ import annotations

import hashlib
import json
import sys


def half(ident: str) -> str:
    """The half an article belongs to, by the hash of its id."""
    return "blind" if hashlib.sha256(ident.encode()).digest()[0] % 2 else "open"


def main(wanted: str, path: str) -> None:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if half(row.get("id") or row["doc"]["id"]) == wanted:
                sys.stdout.write(line)


if __name__ == "__main__":
    main(*sys.argv[1:]) if len(sys.argv) == 3 else sys.exit(__doc__)
