"""The commands that ask a ledger: pairs, records, people, undertakings, what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from tutanak.terminal import colour, ledger_option, libraries, locale, reviewer_option, say, sink, width

if TYPE_CHECKING:
    from tutanak.exports.digest import Digest
    from tutanak.ledger import Ledger
    from tutanak.ledger.telling import Told

KINDS = ("meetings", "statements", "figures", "undertakings", "positions", "acts")
FORMATS = ("text", "json", "md")
TABLES = ("text", "json", "jsonl", "csv", "md")

PAIR_HELP = """What a ledger knows of two states: meetings, who said what, figures side by side, undertakings and their fate.

A and B are codes or names in Turkish or English, in any order; a body is named as the press names it (NATO, BM).
Figures that cannot both be true are marked ≠. Without A and B the pairs are listed that most records tie.

\b
Examples:
  tutanak pair AZ RU
  tutanak pair Türkiye Irak --kind figures --kind undertakings --since 2024
  tutanak pair TR AZ --speaker Aliyev --format csv > aliyev.csv
  tutanak pair AZ RU --format md > page.md
"""

SEARCH_HELP = """Search the texts of a ledger by Turkish rules.

All words must be there. "ışık" finds IŞIK, "kilicdaroglu" finds Kılıçdaroğlu; what is written like the question comes first.
A word ending in * finds all that begins so; words in quotation marks must stand one after the other.

\b
Examples:
  tutanak search ticaret hacmi
  tutanak search 'görüşme*' --since 2022-10
  tutanak search '"kalıcı barış"' --pair AZ RU --format json
"""

SHOW_HELP = """Show one record: its words in their context, each claim with its proof and rule, and what became of it.

ID is the beginning of a record's id, as it stands at the end of each line of `pair` and `search`.

\b
Examples:
  tutanak show 3c1fa8b2
  tutanak show 3c1fa8b2 --format json
"""

PERSON_HELP = """Show a person or body over all articles: offices as dated facts with their articles, names, what was said.

NAME is a name or a part of it, with or without Turkish letters.

\b
Examples:
  tutanak person Aliyev
  tutanak person "Vladimir Putin" --format json
  tutanak person "Recep Tayip Erdoğan" --same-as "Recep Tayyip Erdoğan"
"""

UNDERTAKINGS_HELP = """Follow undertakings over articles: each turn from proposed to signed, in force, suspended, with its source.

\b
Examples:
  tutanak undertakings --open
  tutanak undertakings --silent 180d
  tutanak undertakings --pair AZ RU --format json
"""

DIGEST_HELP = """Tell what the articles of the last days said: the pairs spoken of, meetings, undertakings that turned, figures that disagree.

\b
Examples:
  tutanak digest --since 7d
  tutanak digest --since 2022-10-01 --until 2022-10-31 --format md
"""

since = click.option("--since", default="", metavar="DAY", help="From this day on: 2022-10-13, 2022-10, 2022, or 7d, 2w, 3m before today.")
until = click.option("--until", default="", metavar="DAY", help="Up to this day.")
lang = click.option("--lang", type=click.Choice(["tr", "en"]), help="Language of the labels; without it the locale's.")


def format_option(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option("--format", "format_", type=click.Choice(names), default="text", show_default=True, help="How the answer is written.")


@click.command(help=PAIR_HELP, short_help="What a ledger knows of two states.")
@click.argument("states", nargs=-1, metavar="[A B]")
@ledger_option
@since
@until
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only records of this kind; may be given again.")
@click.option("--speaker", default="", metavar="NAME", help="Only what this person or body said or claimed.")
@click.option("--topic", default="", metavar="TOPIC", help="Only from articles on this topic (trade, energy, peace, ...).")
@click.option("--all", "doubtful", is_flag=True, help="Also records below the default confidence.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Records of the timeline.")
@click.option("--offset", default=0, type=click.IntRange(0), help="Records of the timeline to pass over.")
@format_option(*TABLES)
@lang
def pair(states: tuple[str, ...], ledger: str, format_: str, lang: str | None, **asked: Any) -> None:
    with opened(ledger) as book:
        if not states:
            write(f"{a}\t{b}\t{n}\n" for a, b, n in book.pairs())
            return
        if len(states) != 2:
            raise click.UsageError(f"a pair is of two, not of {len(states)}: tutanak pair AZ RU (names of several words in quotation marks)")
        sheet = book.pair(*states, **days(asked))
        if format_ in ("csv", "jsonl"):
            write(table(sheet.timeline, format_))
            return
        from tutanak.ledger.pages import sheet_page

        answer(sheet.to_dict(), lambda lang: sheet_page(sheet, lang), format_, lang)
        if not sum(sheet.total.values()):
            say(f"no records tie {' and '.join(sheet.pair)} here; `tutanak pair` lists the pairs there are")


@click.command(help=SEARCH_HELP, short_help="Search the texts by Turkish rules.")
@click.argument("words", nargs=-1, required=True)
@ledger_option
@since
@until
@click.option("--pair", "pair_", nargs=2, metavar="A B", help="Only articles whose records tie these two.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Articles shown.")
@click.option("--offset", default=0, type=click.IntRange(0), help="Articles to pass over.")
@format_option("text", "json", "jsonl")
@lang
def search(
    words: tuple[str, ...], ledger: str, format_: str, lang: str | None, pair_: tuple[str, str] | None, **asked: Any
) -> None:  # fmt: skip
    question = " ".join(words)
    with opened(ledger) as book:
        hits = book.search(question, pair=pair_ or None, **days(asked))
    from tutanak.ledger.pages import hits_page

    rows = [hit.to_dict() for hit in hits]
    if format_ == "jsonl":
        write(lines(rows))
    else:
        answer(rows, lambda lang: hits_page(question, hits, lang), format_, lang)


@click.command(help=SHOW_HELP, short_help="Show one record with its proofs and history.")
@click.argument("ident", metavar="ID")
@ledger_option
@format_option("text", "json")
@lang
def show(ident: str, ledger: str, format_: str, lang: str | None) -> None:
    with opened(ledger) as book:
        shown = book.show(ident)
    from tutanak.ledger.pages import shown_page

    answer(shown.to_dict(), lambda lang: shown_page(shown, lang), format_, lang)


@click.command(help=PERSON_HELP, short_help="Show a person or body over all articles.")
@click.argument("name")
@ledger_option
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="Records shown.")
@click.option("--same-as", "other", metavar="NAME", help="Take both for one person or body from now on.")
@click.option("--apart", metavar="NAME", help="Take this name, which stood for the person, for someone else from now on.")
@reviewer_option
@format_option(*FORMATS)
@lang
def person(
    name: str, ledger: str, limit: int, other: str | None, apart: str | None, reviewer: str, format_: str, lang: str | None
) -> None:  # fmt: skip
    with opened(ledger) as book:
        if other:
            book.merge(name, other, reviewer)
        if apart:
            book.split(name, apart, reviewer)
        portrait = book.person(other or name, limit=limit)
    from tutanak.ledger.pages import portrait_page

    answer(portrait.to_dict(), lambda lang: portrait_page(portrait, lang), format_, lang)


@click.command(help=UNDERTAKINGS_HELP, short_help="Follow undertakings over articles.")
@ledger_option
@click.option("--open", "only_open", is_flag=True, help="Only those not yet in force and not rejected.")
@click.option("--silent", default="", metavar="DAY", help="Only open ones that no article has named since: 180d, 6m, 2032-01-01.")
@click.option("--pair", "pair_", nargs=2, metavar="A B", help="Only those of these two.")
@format_option(*FORMATS)
@lang
def undertakings(ledger: str, only_open: bool, silent: str, pair_: tuple[str, str] | None, format_: str, lang: str | None) -> None:
    with opened(ledger) as book:
        fates = book.undertakings(*(pair_ or ()), only_open=only_open, silent=silent)
    from tutanak.ledger.pages import fates_page

    answer([fate.to_dict() for fate in fates], lambda lang: fates_page(fates, lang), format_, lang)


@click.command(help=DIGEST_HELP, short_help="Tell what the last days said.")
@ledger_option
@since
@until
@format_option(*FORMATS)
@lang
def digest(ledger: str, since: str, until: str, format_: str, lang: str | None) -> None:
    with opened(ledger) as book:
        news = book.digest(since or "7d", until)
    from tutanak.ledger.pages import news_page

    answer(news.to_dict(), lambda lang: news_page(news, lang), format_, lang)


COMMANDS = (pair, search, show, person, undertakings, digest)


def opened(ledger: str) -> Ledger:
    """The ledger that a question is for; it must be there."""
    with libraries("ledger"):
        from tutanak.ledger import Ledger

        return Ledger(ledger, create=False)


def days(asked: dict[str, Any]) -> dict[str, Any]:
    """Options of a question, stretches of days made days."""
    from tutanak.ledger.news import day

    return {name: day(value) if name in ("since", "until") and value else value for name, value in asked.items()}


def answer(rows: Any, page: Callable[[str], Digest], format_: str, lang: str | None) -> None:
    """An answer as a page for people, or as the values it is made of."""
    from tutanak.exports import Style
    from tutanak.exports.md import written
    from tutanak.exports.minutes import dumped
    from tutanak.exports.text import laid_out

    told = lang or locale()
    if format_ == "json":
        write([dumped(rows, indent=True)])
    elif format_ == "md":
        write(f"{line}\n" for line in written(page(told), told))
    else:
        write([laid_out(page(told), Style(told, colour(None), width(None)))])


def table(records: Iterable[Told], format_: str) -> Iterator[str | bytes]:
    """Records as lines of CSV or JSON."""
    from tutanak.ledger import tabular

    return tabular.lines(records) if format_ == "csv" else lines(told.to_dict() for told in records)


def lines(rows: Iterable[Any]) -> Iterator[bytes]:
    """Values as JSON Lines."""
    from tutanak.exports.minutes import dumped

    return map(dumped, rows)


def write(pieces: Iterable[str | bytes]) -> None:
    """Data, on stdout."""
    with sink(None) as out:
        out.writelines(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece for piece in pieces)
