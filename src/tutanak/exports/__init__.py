"""Minutes told to others: one module a format.

A format is a module with `pieces(minutes, style)`, which turns minutes (docs/schema.md) into bytes, piece by piece,
and a line in FORMATS. Modules are loaded when asked for, so that `import tutanak` stays light.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Style:
    """How minutes are to look: the language of their labels, colour or none, the width of a line, one article or a series."""

    lang: str = "en"
    colour: bool = False
    width: int = 100
    single: bool = False


Pieces = Callable[[Iterable[Row], Style], Iterator[bytes]]

FORMATS = ("text", "json", "jsonl", "html", "md")

HANDED_ON = ("minutes", "webanno", "jsonld", "plover", "polecat", "ftm", "csl", "ris")
"""Formats in which other programs take minutes; `package` writes tables, which are several files."""


def export(name: str) -> Pieces:
    """The function that writes this format. Raises KeyError with the names there are."""
    if name not in FORMATS + HANDED_ON:
        raise KeyError(f"no format {name!r}; known: {', '.join(FORMATS + HANDED_ON)}")
    pieces: Pieces = import_module(f"{__name__}.{'jsonl' if name == 'minutes' else name}").pieces
    return pieces
