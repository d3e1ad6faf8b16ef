"""JSON Lines: one object an article (the shape is docs/schema.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutanak.exports import Row, Style
from tutanak.exports.minutes import dumped


def pieces(minutes: Iterable[Row], _style: Style) -> Iterator[bytes]:
    return map(dumped, minutes)
