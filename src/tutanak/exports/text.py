"""Minutes for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tutanak.exports import Row, Style
from tutanak.exports.digest import Digest, Line, Run, Section, digest
from tutanak.exports.words import label

LOOKS = {"name": "bold", "value": "bold cyan", "quote": "green", "dim": "dim", "mark": "magenta", "warn": "yellow", "note": "dim", "": ""}


def pieces(minutes: Iterable[Row], style: Style) -> Iterator[bytes]:
    for i, row in enumerate(minutes):
        yield (b"\n" if i else b"") + printed(row, style).encode("utf-8")


def printed(row: Row, style: Style) -> str:
    """The minutes of one article as lines."""
    return laid_out(digest(row, style.lang), style)


def laid_out(minutes: Digest, style: Style) -> str:
    """Sections of minutes, or of any answer, as lines."""
    out = StringIO()
    console = Console(file=out, width=style.width, force_terminal=style.colour, no_color=not style.colour, highlight=False, emoji=False, markup=False)
    console.print(drawn(minutes, style.lang))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def drawn(minutes: Digest, lang: str) -> Group:
    """The minutes as something rich can print or make a picture of."""
    title = f"{minutes.pair}  {minutes.title}" if minutes.pair else minutes.title
    parts: list[Rule | Padding | Text] = [Rule(Text(title, "bold"), align="left", characters="─", style="dim")]
    for section in minutes.sections:
        parts += [Text(_title(section, lang), "bold underline"), Padding(_table(section.lines), (0, 0, 1, 2))]
    parts += [Text(note, "dim") for note in minutes.notes]
    return Group(*parts)


def _title(section: Section, lang: str) -> str:
    return f"{section.title} ({label('experimental', lang)})" if section.experimental else section.title


def _table(lines: list[Line]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    if any(line.head for line in lines):
        table.add_column(max_width=28)
    table.add_column(ratio=1, overflow="fold")
    for line in lines:
        table.add_row(*([_text(line.head)] if table.columns[1:] else []), _text(line.runs))
    return table


def _text(runs: tuple[Run, ...]) -> Text:
    return Text.assemble(*((f"[{run.words}]" if run.style == "note" else run.words, LOOKS[run.style]) for run in runs))
