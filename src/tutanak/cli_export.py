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

FOLDERS = ("csv", "parquet")
FILES = ("webanno", "jsonld", "plover", "polecat", "ftm", "csl", "ris")  # as exports has them; a test keeps both the same
KINDS = ("statements", "positions", "meetings", "figures", "undertakings", "acts")

EXPORT_HELP = """Hand the records of a ledger on, in the formats that others work in.

\b
csv      one table for each kind, with a datapackage.json (Frictionless) that says what each column means
parquet  the same tables for R, pandas, DuckDB
webanno  W3C Web Annotations: each record points to its words by position and by quotation
jsonld   schema.org: NewsArticle, Quotation, Claim, Event, Observation, Action
plover   political events on the PLOVER types, JSON Lines
polecat  the same under the column names of POLECAT, tab-separated
ftm      FollowTheMoney entities, JSON Lines
csl      the articles as Zotero and pandoc cite them (CSL-JSON)
ris      the articles as EndNote and Mendeley cite them

--no-text leaves out the article's words: names, positions and hashes stay. The columns are told in docs/codebook.md.

\b
Examples:
  tutanak export --format csv -o minutes/
  tutanak export --format parquet --pair AZ RU --since 2022 -o azru/
  tutanak export --format webanno --no-text -o minutes.jsonld
  tutanak export --format ris > articles.ris
"""


@click.command(help=EXPORT_HELP, short_help="Hand records on: CSV, Parquet, annotations, events, citations.")
@click.option("--format", "form", type=click.Choice((*FOLDERS, *FILES)), required=True, help="The format, as told above.")
@click.option("-o", "--output", metavar="PATH", help="A folder for csv and parquet, else a file, written whole or not at all; without it stdout.")
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

    if form in FOLDERS and not output:
        raise click.UsageError(f"{form} writes several files: say with -o into which folder")
    chosen = chosen_of(pair, since, until, kinds, all_)
    with opened(ledger, create=False) as book:
        told = Counted(book.minutes(chosen))
        rows = map(without_text, told) if no_text else iter(told)
        _written(form, output, rows, no_text, kinds)
    say(f"{told.articles:,} articles, {told.records:,} records")


def _written(form: str, output: str | None, rows: Iterator[Any], no_text: bool, kinds: tuple[str, ...]) -> None:
    from tutanak.exports import Style, package
    from tutanak.exports import export as exported

    if form in FOLDERS:
        package.write(rows, Path(output or "."), form, words=not no_text, names=("documents", *kinds) if kinds else ())
        return
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


COMMANDS = (export,)
