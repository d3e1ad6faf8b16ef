"""Names alone, in the shape the scorers read: people, organisations, places, states of each article.

usage: python eval/names.py FILE.jsonl > readings.jsonl        (FILE: articles `{id, text}` or gold)
then   python ../shared/gold/score.py GOLD.jsonl readings.jsonl
       python ../shared/suites/ner/score.py score CONLL readings.jsonl
"""

from __future__ import annotations

import json
import sys
from typing import Any

from tutanak.mentions import Mentions, find
from tutanak.spans import Span
from tutanak.text import lay_out


def reading(row: dict[str, Any]) -> dict[str, Any]:
    """One article's names as SCHEMA.md writes them."""
    told = row.get("doc", row)
    mentions = find(lay_out(told["text"]))
    return {"doc": {"id": told["id"], "text": told["text"]}, **named(mentions)}


def named(mentions: Mentions) -> dict[str, Any]:
    people = [(p, {"id": p.id, "name": p.name, "office": p.office, "state": p.state, "org": p.org}) for p in mentions.people]
    return {
        "people": [{**told, "mentions": spans(p.mentions)} for p, told in people],
        "organisations": [{"id": o.id, "name": o.name, "state": o.state, "mentions": spans(o.mentions)} for o in mentions.organisations],
        "places": [{"id": p.id, "name": p.name, "state": p.state, "mentions": spans(p.mentions)} for p in mentions.places],
        "states": [{"id": s.id, "name": s.name, "mentions": spans(s.mentions)} for s in mentions.states],
    }


def spans(mentions: tuple[Span, ...]) -> list[dict[str, int]]:
    return [m.to_dict() for m in mentions]


def main(path: str) -> None:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                print(json.dumps(reading(json.loads(line)), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
