"""Write the documents that come from the program itself: docs/cli.md from --help, docs/minutes.svg from the seed report,
docs/codebook.md from the tables, what the code of docs/recipes.md prints.

usage: python tools/write_docs.py [--check]      (--check: exit 1 when a document is stale)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import click

import recipes
from tutanak.cli import cli
from tutanak.exports.tables import TABLES, Column

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SEED = ROOT / "examples" / "astana.txt"
CODEBOOK = """# The codebook

Written by `make docs` from `src/tutanak/exports/tables.py`; do not edit. What each table and column of `tutanak export --format csv` and
`--format parquet` means; `datapackage.json` beside the tables says the same to programs.

- Several values of a cell stand in the order of the text, separated by `; `. An empty cell: the article does not say.
- States are ISO 3166-1 codes; `XK` (`XKX`) Kosovo and `XN` KKTC are none of ISO's own. Bodies stand under their names. `cow` is the number
  of a state in the Correlates of War project.
- Columns marked **(text)** hold the article's own words; `--no-text` leaves them out.
- In CSV a cell that a spreadsheet would take for a formula begins with an apostrophe. Parquet holds cells as they are.
"""
WIDTH, LINES = 110, 46

HEAD = """# The command line

Written by `make docs` from `--help`; do not edit.
"""


def command_pages() -> str:
    """docs/cli.md: the help of the program and of each command."""
    context = _context(cli, "tutanak", None)
    return "\n".join([HEAD, _page("tutanak", cli.get_help(context)), *_pages(cli, "tutanak", context)])


def _pages(group: click.Group, path: str, parent: click.Context) -> Iterator[str]:
    """The pages of a group's commands, and of the commands of groups among them."""
    for name in sorted(group.commands):
        command = group.commands[name]
        context = _context(command, name, parent)
        yield _page(f"{path} {name}", command.get_help(context))
        if isinstance(command, click.Group):
            yield from _pages(command, f"{path} {name}", context)


def _context(command: click.Command, name: str, parent: click.Context | None) -> click.Context:
    return click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100, help_option_names=["-h", "--help"])


def _page(title: str, told: str) -> str:
    return f"## {title}\n\n```\n{told.strip()}\n```\n"


def codebook() -> str:
    """docs/codebook.md: every table and column of `tutanak export --format csv`, from the tables' own description."""
    pages = [CODEBOOK]
    for table in TABLES:
        rows = [f"| `{c.name}` | {c.type} | {_told(c)} |" for c in table.columns]
        head = [f"## {table.name}\n", f"{table.told} Key: `{table.key}`.\n", "| column | type | meaning |", "|---|---|---|"]
        pages.append("\n".join([*head, *rows, ""]))
    return "\n".join(pages)


def _told(column: Column) -> str:
    told = column.told + (f". One of: {', '.join(column.values)}" if column.values else "")
    return f"{told} **(text)**" if column.words else told


def picture() -> str:
    """docs/minutes.svg: the first screen of the minutes of the seed report, as a terminal shows it."""
    from rich.console import Console
    from rich.text import Text

    from tutanak.exports import Style
    from tutanak.exports.text import printed
    from tutanak.reading import read

    told = printed(read(SEED.read_text(encoding="utf-8")).to_dict(), Style("en", colour=True, width=WIDTH))
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor", highlight=False)
    console.print(Text.from_ansi("\n".join(told.splitlines()[:LINES])))
    return console.export_svg(title=f"tutanak read examples/astana.txt | head -{LINES}", unique_id="tutanak")


def main(arguments: list[str]) -> int:
    written = {DOCS / "cli.md": command_pages(), DOCS / "codebook.md": codebook(), DOCS / "minutes.svg": picture(), recipes.PAGE: recipes.written()}
    if "--check" in arguments:
        stale = [path.name for path, text in written.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
        print("\n".join(f"docs/{name} is stale: run `make docs`" for name in stale), file=sys.stderr)
        return int(bool(stale))
    for path, text in written.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
