"""A ledger to try: short reports written for this project, in which every person and event is invented (CC0).

Among them: a spun copy of an agency's text, a revision of the same page, two ministers whose figures disagree,
a project that is proposed, agreed, signed and suspended, and an office named without its holder.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any

import orjson

from tutanak.ledger.book import Ledger
from tutanak.ledger.model import Balance
from tutanak.reading import read


def reports() -> Iterator[dict[str, Any]]:
    """The invented reports, as `read` takes them."""
    for line in (resources.files("tutanak.ledger") / "demo.jsonl").read_bytes().splitlines():
        yield orjson.loads(line)


def fill(ledger: Ledger) -> Balance:
    """Enter the invented reports; those that are there already change nothing."""
    with ledger.begin("demo") as run:
        for row in reports():
            run.add(read(**row, language="tr"))
    return run.balance
