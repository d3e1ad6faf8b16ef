"""The commands that ask for stories: copies, spun copies, quotations over outlets, versions of one address."""

from __future__ import annotations

from typing import Any

import click

from tutanak.cli_ask import FORMATS, answer, format_option, lang, opened, since
from tutanak.terminal import ledger_option, libraries, say

RELATIONS = ("same", "republished", "update", "revision", "spun")

STORIES_HELP = """Put new articles into stories, and list the stories of several articles: republished, brought up to date, revised, spun.

A story is one text with all that was made of it; its records count once in every answer of the ledger. Articles that only
share paragraphs stay apart. What was gathered before is not gathered again.

\b
Examples:
  tutanak stories
  tutanak stories --relation spun
  tutanak stories --since 7d --format json
"""

STORY_HELP = """Show one story: its articles, the swaps of spun copies word by word, figures that disagree, each record with all its sources.

ID is the beginning of the sha256 of any of its articles, as `tutanak stories` shows it.

\b
Examples:
  tutanak story 3c1fa8b2
  tutanak story 3c1fa8b2 --format md
"""

QUOTES_HELP = """Show quotations over outlets: the wordings aligned, the earliest and the most complete named, differences marked word by word.

Words that differ from the earliest stand out, its own words behind them in brackets. Without --variants those are listed
that several articles of a story have, and those of one speaker on one day that were translated differently.

\b
Examples:
  tutanak quotes
  tutanak quotes --variants 9d02e4c1
"""

VERSIONS_HELP = """List the texts that stood under one address, and the records that each withdrew, added and changed.

\b
Examples:
  tutanak versions https://example.org/ornek-ajans/bakude-gorusme
"""


@click.command(help=STORIES_HELP, short_help="Which articles are one text.")
@ledger_option
@since
@click.option("--relation", type=click.Choice(RELATIONS), help="Only stories with such an article among them.")
@click.option("--least", default=2, show_default=True, type=click.IntRange(1), help="Articles of a story at least.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Stories shown.")
@format_option(*FORMATS)
@lang
def stories(ledger: str, since: str, relation: str | None, least: int, limit: int, format_: str, lang: str | None) -> None:
    with libraries("stories"):
        from tutanak.ledger.news import day
        from tutanak.stories import pages, telling
        from tutanak.stories.shelving import gather

    with opened(ledger) as book:
        done = gather(book)
        if done.articles:
            say(f"{done.articles} articles put into stories: {done.joined} joined one, {done.repeats} of their records were said before")
        with book.store.reading() as connection:
            found = telling.listed(connection, least=least, since=day(since) if since else "", relation=relation or "", limit=limit)
    answer([s.to_dict() for s in found], lambda lang: pages.stories_page(found, lang), format_, lang)


@click.command(help=STORY_HELP, short_help="One story in full.")
@click.argument("ident", metavar="ID")
@ledger_option
@format_option(*FORMATS)
@lang
def story(ident: str, ledger: str, format_: str, lang: str | None) -> None:
    with libraries("stories"):
        from tutanak.stories import pages, telling

    with opened(ledger) as book, book.store.reading() as connection:
        found = telling.story(connection, ident)
    answer(found.to_dict(), lambda lang: pages.story_page(found, lang), format_, lang)


@click.command(help=QUOTES_HELP, short_help="Quotations over outlets, differences marked.")
@ledger_option
@click.option("--variants", "ident", metavar="ID", help="All wordings of this statement (the beginning of a record's id).")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Quotations shown.")
@format_option(*FORMATS)
@lang
def quotes(ledger: str, ident: str | None, limit: int, format_: str, lang: str | None) -> None:
    with libraries("stories"):
        from tutanak.stories import pages, quoting

    with opened(ledger) as book, book.store.reading() as connection:
        found = [quoting.variants(connection, book.store.dialect, ident)] if ident else quoting.several(connection, limit)
    rows: Any = found[0].to_dict() if ident else [q.to_dict() for q in found]
    answer(rows, lambda lang: pages.quotations_page(found, lang), format_, lang)


@click.command(help=VERSIONS_HELP, short_help="What the texts of one address changed.")
@click.argument("url")
@ledger_option
@format_option(*FORMATS)
@lang
def versions(url: str, ledger: str, format_: str, lang: str | None) -> None:
    with libraries("stories"):
        from tutanak.stories import pages
        from tutanak.stories import versions as texts

    with opened(ledger) as book, book.store.reading() as connection:
        found = texts.versions(connection, url)
    answer([v.to_dict() for v in found], lambda lang: pages.versions_page(found, url, lang), format_, lang)


COMMANDS = (stories, story, quotes, versions)
