"""The commands that hand a ledger's records on to other programs, and take them from another ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tutanak.cli_ingest import opened
from tutanak.terminal import ledger_option, say, sink

if TYPE_CHECKING:
    from tutanak.ledger.handing import Chosen

FOLDERS = ("csv", "parquet", "gold")
NATIVE = "jsonl"
FILES = ("minutes", "webanno", "jsonld", "plover", "polecat", "ftm", "csl", "ris")  # as exports has them; a test keeps both the same
KINDS = ("statements", "positions", "meetings", "figures", "undertakings", "acts")

EXPORT_HELP = """Hand the records of a ledger on, in the formats that others work in.

\b
jsonl    the whole ledger, every text, reading, record and decision: what `tutanak import` takes
minutes  minutes as `tutanak read --format jsonl` writes them, corrected by reviews, with ids, JSON Lines
csv      one table for each kind, with a datapackage.json (Frictionless) that says what each column means
parquet  the same tables for R, pandas, DuckDB
webanno  W3C Web Annotations: each record points to its words by position and by quotation
jsonld   schema.org: NewsArticle, Quotation, Claim, Event, Observation, Action
plover   political events on the PLOVER types, JSON Lines
polecat  the same under the column names of POLECAT, tab-separated
ftm      FollowTheMoney entities, JSON Lines
csl      the articles as Zotero and pandoc cite them (CSL-JSON)
ris      the articles as EndNote and Mendeley cite them
gold     articles of which people reviewed every record, as annotations and spans: corrections become tests

--no-text leaves out the article's words: names, positions and hashes stay. The columns are told in docs/codebook.md.

\b
Examples:
  tutanak export --format csv -o minutes/
  tutanak export --format parquet --pair AZ RU --since 2022 -o azru/
  tutanak export --format webanno --no-text -o minutes.jsonld
  tutanak export --format ris > articles.ris
"""


IMPORT_HELP = """Enter what `tutanak export --format jsonl` wrote of another ledger.

What is there already stays as it is, so ledgers can be put together, and an import that was cut can be repeated.

\b
Examples:
  tutanak export --format jsonl -o minutes.jsonl --ledger old.db
  tutanak import minutes.jsonl --ledger postgresql://me@localhost/minutes
"""


@click.command(help=EXPORT_HELP, short_help="Hand records on: CSV, Parquet, annotations, events, citations.")
@click.option("--format", "form", type=click.Choice((NATIVE, *FOLDERS, *FILES)), required=True, help="The format, as told above.")
@click.option("-o", "--output", metavar="PATH", help="A folder for csv, parquet, gold; else a file, whole or not at all; without it stdout.")
@click.option("--pair", nargs=2, metavar="A B", help="Only what ties these two: codes or names in Turkish or English.")
@click.option("--since", metavar="DATE", help="Only from this day, month or year on.")
@click.option("--until", metavar="DATE", help="Only up to this day, month or year.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only records of this kind; may be given several times.")
@click.option("--all", "all_", is_flag=True, help="Also records below the default confidence.")
@click.option("--no-text", is_flag=True, help="Without the article's words.")
@ledger_option
def export(
    form: str, output: str | None, pair: tuple[str, str] | None, since: str | None, until: str | None, kinds: tuple[str, ...], all_: bool,
    no_text: bool, ledger: str,
) -> None:  # fmt: skip
    from tutanak.exports.cast import without_text

    if form == "gold" and (pair or since or until or kinds):
        raise click.UsageError("gold is whole articles: it cannot be narrowed")
    if form in FOLDERS and not output:
        raise click.UsageError(f"{form} writes several files: say with -o into which folder")
    if form == NATIVE:
        if pair or since or until or kinds:
            raise click.UsageError("jsonl is the whole ledger; for a part of it take another format (minutes)")
        whole(ledger, output, no_text)
        return
    chosen = chosen_of(pair, since, until, kinds, all_)
    with opened(ledger, create=False) as book:
        told = Counted(book.minutes(chosen))
        rows = map(without_text, told) if no_text and form != "gold" else iter(told)
        _written(form, output, rows, no_text, kinds)
    if form != "gold":
        say(f"{told.articles:,} articles, {told.records:,} records")


def whole(ledger: str, output: str | None, no_text: bool) -> None:
    """Write all that a ledger holds."""
    from tutanak.exports.minutes import dumped
    from tutanak.ledger.transfer import without_text

    with opened(ledger, create=False) as book, sink(output) as out:
        lines = 0
        for row in book.lines():
            out.write(dumped(without_text(row) if no_text else row))
            lines += 1
    say(f"{lines:,} lines")


def _written(form: str, output: str | None, rows: Iterator[Any], no_text: bool, kinds: tuple[str, ...]) -> None:
    from tutanak.exports import Style, gold, package
    from tutanak.exports import export as exported

    if form == "gold":
        counted = gold.write(rows, Path(output or "."), words=not no_text)
        say(f"{counted.whole:,} articles reviewed whole; {counted.partly:,} in part, and left out (tutanak review goes on)")
    elif form in FOLDERS:
        package.write(rows, Path(output or "."), form, words=not no_text, names=("documents", *kinds) if kinds else ())
    else:
        with sink(output) as out:
            out.writelines(exported(form)(rows, Style()))


class Counted:
    """Minutes, counted as they pass."""

    def __init__(self, minutes: Iterator[Any]) -> None:
        self.minutes = minutes
        self.articles = 0
        self.records = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self.minutes:
            self.articles += 1
            self.records += sum(len(row[kind]) for kind in KINDS)
            yield row


def chosen_of(pair: tuple[str, str] | None, since: str | None, until: str | None, kinds: tuple[str, ...], all_: bool) -> Chosen:
    """What the options choose."""
    from tutanak.ledger import states
    from tutanak.ledger.handing import Chosen

    for name, day in (("--since", since), ("--until", until)):
        if day and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day):
            raise click.BadParameter(f"{day!r}: write 2022, 2022-10 or 2022-10-13", param_hint=name)
    return Chosen(all_, kinds, since or "", until or "", states.pair(*pair) if pair else None)


@click.command("import", help=IMPORT_HELP, short_help="Enter what another ledger handed on.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ledger_option
def import_(files: tuple[str, ...], ledger: str) -> None:
    from tutanak.errors import LedgerError
    from tutanak.ingest import lines

    new = known = 0
    where = ""

    def rows() -> Iterator[Any]:
        nonlocal where
        for where, row in lines(files):  # noqa: B007  (told when the line cannot be entered)
            yield row if isinstance(row, dict) else {}

    with opened(ledger) as book:
        try:
            for fresh in book.take(rows()):
                new, known = new + fresh, known + (not fresh)
        except LedgerError as problem:
            raise LedgerError(f"{where}: {problem}") from None
    say(f"{new + known:,} lines: {new:,} new, {known:,} known")


COMMANDS = (export, import_)
