"""The command line: files in, minutes out. Data on stdout, words about the run on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NoReturn

import click

from tutanak import cli_archive, cli_ask, cli_export, cli_ingest, cli_ledger, cli_stories, cli_web
from tutanak.errors import TutanakError
from tutanak.terminal import FAILED, Balance, colour, locale, progress, say, sink, spare_memory, tell, width

FORMATS = ("text", "json", "jsonl", "html", "md")  # as exports has them; a test keeps both the same

READ_HELP = """Read Turkish news reports and write their minutes.

FILE is plain text, JSON Lines (.jsonl; one {"id", "text", "title"?, "published"?, "url"?} a line), HTML, a table (.csv, .tsv),
a web archive (.warc), each also packed (.gz), a folder of them, or - for standard input. Encodings: UTF-8, UTF-16 with a byte
order mark, windows-1254.

\b
Examples:
  tutanak read report.txt
  tutanak read report.txt --published 2022-10-13 --lang tr
  tutanak read news.jsonl --format jsonl -o minutes.jsonl
  tutanak read report.txt --format html -o minutes.html
  cat report.txt | tutanak read -
"""

WHY_HELP = """Say what was seen at one character of a text, and which rule of which pack file made a record of it.

OFFSET counts code points from 0; words of the text do as well: their first occurrence is taken.

\b
Examples:
  tutanak why report.txt 734
  tutanak why report.txt "4,5 milyar dolar"
"""

RULES_HELP = """List the rules of the language pack, each with the example it must match.

KIND is a file of the pack (reporting, meetings, units, ...) or the beginning of one; without it the files are counted.

\b
Examples:
  tutanak rules
  tutanak rules reporting
"""

VERIFY_HELP = """Check minutes against their own text: what is quoted or derived is recomputed, what is inferred must name what is claimed.

FILE is the JSON Lines that `tutanak read --format jsonl` wrote, or - for standard input.
Exit status 1 when any proof fails.

\b
Examples:
  tutanak verify minutes.jsonl
  tutanak read news.jsonl --format jsonl | tutanak verify -
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="tutanak", message="%(prog)s %(version)s")
def cli() -> None:
    """Write the minutes of news reports about relations between states: who met whom, who said what, which figures, what was agreed.

    \b
    Examples:
      tutanak read report.txt
      tutanak read news.jsonl --format jsonl -o minutes.jsonl
      tutanak why report.txt 734
      tutanak verify minutes.jsonl

    Exit status: 0 all well, 1 a check failed, 2 wrong usage, 3 some inputs could not be read.
    """


@cli.command(help=READ_HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How the minutes are written.")
@click.option("-o", "--output", metavar="PATH", help="Write to this file, whole or not at all, instead of stdout.")
@click.option("--lang", type=click.Choice(["tr", "en"]), help="Language of the labels; without it the locale's.")
@click.option("--all", "all_", is_flag=True, help="Also records below the default confidence.")
@click.option("--language", type=click.Choice(["tr"]), help="Read the texts as Turkish even where they do not look it.")
@click.option("--published", metavar="DATE", help="When a plain text was published (ISO date or time), to resolve “dün”.")
@click.option("--title", help="The title of a plain text.")
def read(
    files: tuple[str, ...], format_: str, output: str | None, lang: str | None, all_: bool, language: str | None,
    published: str | None, title: str | None,
) -> None:  # fmt: skip
    from tutanak.exports import Style, export
    from tutanak.ingest import Wanted, entries, is_lines
    from tutanak.ingest import files as brought

    _check_date(published)
    run = Run(language, all_)
    style = Style(lang or locale(), colour(output), width(output), single=len(files) == 1 and not is_lines(files[0]))
    with sink(output) as out, progress(brought(files)) as step:
        for piece in export(format_)(run.minutes(entries(files, Wanted(title=title, published=published)), step), style):
            out.write(piece)
    run.balance.close()


@cli.command(help=WHY_HELP, short_help="Say what was seen at one character, and by which rule.")
@click.argument("file")
@click.argument("offset")
@click.option("--id", "ident", metavar="ID", help="The article of this id, where FILE is JSON Lines.")
@click.option("--lang", type=click.Choice(["tr", "en"]), help="Language of the labels; without it the locale's.")
def why(file: str, offset: str, ident: str | None, lang: str | None) -> None:
    from tutanak.why import lines

    article = _one(file, ident)
    place = int(offset) if offset.isdecimal() else article.text.find(offset)
    if not 0 <= place < len(article.text):
        lacking = "" if offset.isdecimal() else " and not these words"
        raise click.UsageError(f"OFFSET {offset!r}: the text has characters 0 to {len(article.text) - 1}{lacking}")
    tell(lines(article, place, lang or locale()))


@cli.command(help=RULES_HELP, short_help="List the rules of the language pack with their examples.")
@click.argument("kind", required=False)
def rules(kind: str | None) -> None:
    from tutanak.languages import load
    from tutanak.languages.rules import counted, listed

    pack = load("tr")
    lines = list(listed(pack, kind) if kind else counted(pack))
    if not lines:
        known = ", ".join(line.split()[0] for line in counted(pack))
        raise click.UsageError(f"no rules of kind {kind!r}; known: {known}")
    tell(lines)


@cli.command(help=VERIFY_HELP, short_help="Check minutes against their own text.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def verify(files: tuple[str, ...]) -> None:
    from tutanak.ingest import lines
    from tutanak.proofs import verify as check

    checked, failed, articles = 0, 0, 0
    with sink(None) as out:
        for where, row in lines(files):
            tally = check(row)
            articles, checked, failed = articles + 1, checked + tally.checked, failed + len(tally.failures)
            out.writelines(f"{where}: {failure}\n".encode() for failure in tally.failures)
    say(f"{articles} articles, {checked} proofs checked, {failed} failed")
    if failed or not articles:
        sys.exit(FAILED)


_COMMANDS = cli_archive, cli_ask, cli_export, cli_ingest, cli_ledger, cli_stories, cli_web
for _command in (command for module in _COMMANDS for command in module.COMMANDS):
    cli.add_command(_command)


class Run:
    """One run over many articles: what was kept, skipped and failed, and why."""

    def __init__(self, language: str | None, all_: bool) -> None:
        self.language = language
        self.all = all_
        self.balance = Balance()
        self.seen: dict[str, str] = {}

    def minutes(self, entries: Iterable[Any], step: Any) -> Iterator[dict[str, Any]]:
        """The minutes of each article that can be read; the others are told on stderr and counted."""
        for entry in entries:
            step(entry)
            minutes = self._one(entry)
            if minutes is not None:
                self.balance.kept += 1
                spare_memory(self.balance.kept)
                yield minutes

    def _one(self, entry: Any) -> dict[str, Any] | None:
        from tutanak.ingest import Failure, Skipped

        if isinstance(entry, Failure):
            self.balance.fail(entry.where, entry.why)
        elif isinstance(entry, Skipped):
            self.balance.skip(entry.why)
        elif entry.article.id in self.seen:
            self._again(entry)
        else:
            self.seen[entry.article.id] = entry.article.sha256
            return self._read(entry)
        return None

    def _read(self, entry: Any) -> dict[str, Any] | None:
        from tutanak.reading import read_article

        try:
            return read_article(entry.article, self.language).to_dict(all=self.all)
        except TutanakError as problem:
            self.balance.fail(entry.where, str(problem))
        except Exception as problem:  # one article must not end a run of thousands
            self.balance.fail(entry.where, f"a fault of tutanak's own: {type(problem).__name__}: {problem}; please report it")
        return None

    def _again(self, entry: Any) -> None:
        if self.seen[entry.article.id] != entry.article.sha256:
            self.balance.fail(entry.where, f"duplicate id: {entry.article.id!r} was given to another text before")
        else:
            self.balance.skip("the same article again")
            say(f"{entry.where}: skipped: the same article again ({entry.article.id})")


def _check_date(published: str | None) -> None:
    try:
        datetime.fromisoformat(published or "2022-10-13")
    except ValueError:
        raise click.BadParameter(f"{published!r} is no ISO date or time (2022-10-13)", param_hint="--published") from None


def _one(file: str, ident: str | None) -> Any:
    """The article of a file, or of its line with this id."""
    from tutanak.ingest import Given, entries

    for entry in entries([file]):
        if not isinstance(entry, Given):
            raise click.UsageError(f"{entry.where}: {entry.why}")
        if ident in (None, entry.article.id):
            return entry.article
    raise click.UsageError(f"{file}: no article with id {ident!r}")


def main() -> NoReturn:
    """Run the command line and leave with the status it deserves."""
    try:
        cli.main(prog_name="tutanak", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except TutanakError as problem:
        say(str(problem))
        sys.exit(FAILED)
    sys.exit(0)


if __name__ == "__main__":
    main()
