"""JSON for people: one object for one article, a list for a series, indented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutanak.exports import Row, Style
from tutanak.exports.minutes import dumped


def pieces(minutes: Iterable[Row], style: Style) -> Iterator[bytes]:
    rows = list(minutes)
    yield dumped(rows[0] if style.single and len(rows) == 1 else rows, indent=True)
