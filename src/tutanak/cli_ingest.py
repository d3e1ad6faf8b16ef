"""The commands that bring articles into a ledger: add, fetch, watch, and what failed of them."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from tutanak.errors import TutanakError
from tutanak.terminal import SOME_FAILED, Step, counted, ledger_option, progress, reasons, say, spare_memory, tell

if TYPE_CHECKING:
    from tutanak.ingest import Columns, Entry, Given
    from tutanak.ingest.fetch import Fetcher
    from tutanak.ingest.source import Visit
    from tutanak.ledger import Ledger, Run

FORMS = ("text", "html", "jsonl", "csv", "warc")  # as ingest has them; a test keeps both the same
LEAST_PAUSE = 0.5  # seconds of rest for a host that is not one's own
BATCH = 10  # entries after which what the network gave is written down

ADD_HELP = """Read the articles of files and enter them, with their sources, in a ledger, which is made if it is not there.

FILE is plain text, HTML, JSON Lines (.jsonl), a table (.csv, .tsv), a web archive (.warc), each also packed (.gz), a folder of
them, or - for standard input. What is in the ledger already is not entered again, so a run that was cut can simply be repeated.

\b
Examples:
  tutanak add report.txt --published 2024-03-05
  tutanak add news.jsonl crawl.warc.gz pages/
  tutanak add archive.csv --column text=metin --column published=tarih
  tutanak add news.jsonl --ledger postgresql://me@localhost/minutes

Exit status: 0 all well, 3 some inputs could not be read (`tutanak failed` lists them).
"""

FETCH_HELP = """Fetch pages of the web and enter their articles, with their sources, in a ledger.

Sites are asked as they wish: their robots.txt is obeyed, each host gets one request at a time with a pause between, pages that have
not changed are not sent again, and Retry-After is kept to. Only public addresses are asked. A contact goes along with every
request; without one nothing is fetched.

\b
Examples:
  tutanak fetch https://example.org/haber/1 --contact me@example.org
  tutanak fetch --from addresses.txt --contact https://example.org/about-our-project
"""

WATCH_HELP = """Look at the feeds (RSS, Atom) of a file, and enter the articles that are new, once or again and again.

\b
FEEDS is TOML:
  contact = "me@example.org"
  [[feed]]
  url = "https://example.org/rss"
  outlet = "Örnek Gazete"        # where its pages do not say

\b
Examples:
  tutanak watch feeds.toml
  tutanak watch feeds.toml --every 15m
"""

FAILED_HELP = """List the inputs that could not be brought in and were not mended since, or try them again.

Files are looked for where they were, addresses are fetched again.

\b
Examples:
  tutanak failed
  tutanak failed --retry
  tutanak failed --retry --run 3 --contact me@example.org
"""


def net_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that asks servers."""
    for option in (
        click.option("--private", is_flag=True, help="Also ask private and loopback addresses, such as a server of your own."),
        click.option("--pause", type=click.FloatRange(min=0), default=1.0, show_default=True, help="Seconds of rest for a host, at least."),
        click.option("--contact", metavar="ADDRESS", envvar="TUTANAK_CONTACT", show_envvar=True, help="Whom a site may write to: e-mail or page."),
    ):
        command = option(command)
    return command


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how files are to be taken."""
    for option in (
        click.option("--column", "columns", multiple=True, metavar="PART=NAME", help="Under which name a part stands: text, title, published, ..."),
        click.option("--form", type=click.Choice(FORMS), help="What the files are, whatever their names say."),
    ):
        command = option(command)
    return command


language_option = click.option("--language", type=click.Choice(["tr"]), help="Read the texts as Turkish even where they do not look it.")


@click.command(help=ADD_HELP, short_help="Read files and enter their articles in a ledger.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ledger_option
@file_options
@click.option("--published", metavar="DATE", help="When a plain text or page was published (ISO date or time).")
@click.option("--title", help="The title of a plain text or page.")
@language_option
def add(
    files: tuple[str, ...], ledger: str, form: str | None, columns: tuple[str, ...], published: str | None, title: str | None, language: str | None
) -> None:
    from tutanak.ingest import Wanted, entries
    from tutanak.ingest import files as brought

    wanted = Wanted(form, columns_of(columns), title, published)
    with opened(ledger) as book, progress(brought(files), alone=True) as step:
        bring(book, f"add {' '.join(files)}"[:500], entries(files, wanted), language, step)


@click.command(help=FETCH_HELP, short_help="Fetch pages and enter their articles in a ledger.")
@click.argument("urls", nargs=-1, metavar="URL...")
@click.option("--from", "list_", type=click.File(encoding="utf-8"), help="A file with an address on each line, or - for standard input.")
@ledger_option
@net_options
@language_option
def fetch(
    urls: tuple[str, ...], list_: Iterable[str] | None, ledger: str, contact: str | None, pause: float, private: bool, language: str | None
) -> None:
    from tutanak.ingest.fetch import Wish

    wishes = [Wish(url) for url in dict.fromkeys([*urls, *(line.strip() for line in list_ or () if line.strip())])]
    if not wishes:
        raise click.UsageError("no address: give some, or a file of them with --from")
    with opened(ledger) as book, counted("fetching", len(wishes)) as step:
        asks = fetcher(book, contact, pause, private)
        bring(book, f"fetch {' '.join(w.url for w in wishes)}"[:500], asks.fetch(wishes), language, step)


@click.command(help=WATCH_HELP, short_help="Enter what is new in feeds, once or again and again.")
@click.argument("feeds")
@click.option("--every", metavar="TIME", help="Look again after so long (15m, 2h, 1d), until stopped.")
@ledger_option
@net_options
@language_option
def watch(feeds: str, every: str | None, ledger: str, contact: str | None, pause: float, private: bool, language: str | None) -> None:
    from tutanak.ingest.feeds import load
    from tutanak.ingest.feeds import watch as looked_at

    told, seconds = load(feeds), span_of(every) if every else None
    with opened(ledger) as book:
        while True:
            begun = time.monotonic()
            asks = fetcher(book, contact or told.contact, pause, private)
            bring(book, f"watch {feeds}", looked_at(asks, told.feeds), language, ends=seconds is None)
            if seconds is None:
                return
            time.sleep(max(0.0, begun + seconds - time.monotonic()))


@click.command(help=FAILED_HELP, short_help="List what could not be brought in, or try it again.")
@click.option("--retry", is_flag=True, help="Try again.")
@click.option("--run", type=int, metavar="N", help="Only those of this run.")
@ledger_option
@file_options
@net_options
@language_option
def failed(
    retry: bool, run: int | None, ledger: str, form: str | None, columns: tuple[str, ...], contact: str | None, pause: float, private: bool,
    language: str | None,
) -> None:  # fmt: skip
    from tutanak.ingest import Wanted

    with opened(ledger, create=False) as book:
        places = list(dict.fromkeys(f.place for f in book.failed(run)))
        if not retry:
            tell(f"run {f.run}  {f.place}: {f.why}" for f in book.failed(run))
            return
        pages = [place for place in places if _ADDRESS.match(place)]
        asks = fetcher(book, contact, pause, private) if pages else None
        with counted("trying again", len(places)) as step:
            bring(book, "failed --retry", again(places, Wanted(form, columns_of(columns)), asks), language, step)


_ADDRESS = re.compile(r"https?://")
_PLACE = re.compile(r"(?P<file>.+?)(?::\d+|@\d+(?: .*)?)?")


def again(places: list[str], wanted: Any, asks: Fetcher | None) -> Iterator[Entry]:
    """The inputs at these places, once more."""
    from tutanak.ingest import Skipped, entries
    from tutanak.ingest.fetch import Wish

    files: dict[str, set[str]] = {}
    for place in places:
        if place.startswith(("standard input", "feed ")):
            yield Skipped(place, "standard input comes but once" if place[0] == "s" else "a feed is looked at by the next watch")
        elif not _ADDRESS.match(place):
            files.setdefault(_file_of(place), set()).add(place)
    for file, wished in files.items():
        yield from (entry for entry in entries([file], wanted) if entry.where in wished or entry.where == file)
    if asks:
        yield from asks.fetch(Wish(place) for place in places if _ADDRESS.match(place))


def _file_of(place: str) -> str:
    """The file in which an input stands ("news.jsonl:3", "crawl.warc@120 https://…")."""
    found = _PLACE.fullmatch(place)
    return place if os.path.exists(place) or not found else found["file"]


def bring(book: Ledger, command: str, entries: Iterable[Entry], language: str | None, step: Step = lambda _: None, *, ends: bool = True) -> None:
    """Read what comes and enter it; tell the balance, also of a run that is cut; leave with the status it deserves, if it `ends` here."""
    with book.begin(command) as run:
        bringing = Bringing(book, run, language)
        try:
            for entry in entries:
                bringing.take(entry)
                step(entry)
        except KeyboardInterrupt:
            bringing.write()
            tell_balance(run)
            say("stopped; what was read is kept, and the same command goes on from here")
            sys.exit(130)
        bringing.write()
    if run.balance.kept:
        _into_stories(book)
    tell_balance(run)
    if run.balance.failed and ends:
        sys.exit(SOME_FAILED)


def _into_stories(book: Ledger) -> None:
    """Put what came into stories, so that ten articles that are one text count once; nothing where the library for it is missing."""
    try:
        from tutanak.stories.shelving import gather
    except ModuleNotFoundError:
        return
    gather(book)


def tell_balance(run: Run) -> None:
    b = run.balance
    say(f"run {run.id}: read {b.read} = kept {b.kept} + known {b.known} + skipped {reasons(b.skipped)} + failed {reasons(b.failed)}")


class Bringing:
    """Takes entries one by one. What a server said is kept after the article that it sent: a run cut between them asks again."""

    def __init__(self, book: Ledger, run: Run, language: str | None) -> None:
        self.book = book
        self.run = run
        self.language = language
        self.entered = 0
        self.visits: list[Visit] = []
        self.open: dict[str, list[int]] = {}
        self.mended: list[int] = []
        for failure in book.failed():
            self.open.setdefault(failure.place, []).append(failure.id)

    def take(self, entry: Entry) -> None:
        """Read an entry and enter it, or say why not."""
        from tutanak.ingest import Failure, Skipped

        if isinstance(entry, Failure):
            self._fail(entry.where, entry.why)
        elif isinstance(entry, Skipped):
            self.run.skip(entry.why)
            self.mended += self.open.pop(entry.where, []) if entry.visit else []
        elif self._entered(entry):
            self.mended += self.open.pop(_kept_place(entry.where), [])
        if entry.visit:
            self.visits.append(entry.visit)
        if len(self.visits) >= BATCH:
            self.write()

    def _fail(self, where: str, why: str) -> None:
        """A failure that was known before is told anew: the old one is settled by it."""
        say(f"{where}: {why}")
        place = _kept_place(where)
        self.run.fail(place, why)
        self.mended += self.open.pop(place, [])

    def _entered(self, given: Given) -> bool:
        from tutanak.ledger.origin import source_of
        from tutanak.reading import read_article

        source = source_of(given)
        if self.book.knows(given.article, source):
            self.run.know()
            return True
        try:
            self.run.add(read_article(given.article, self.language), source)
            self.entered += 1
            spare_memory(self.entered)
        except TutanakError as problem:
            self._fail(given.where, str(problem))
        except Exception as problem:  # one article must not end a run of thousands
            self._fail(given.where, f"a fault of tutanak's own: {type(problem).__name__}: {problem}; please report it")
        else:
            return True
        return False

    def write(self) -> None:
        """Write down what was taken."""
        self.run.flush()
        for visit in self.visits:
            self.book.visited(visit)
        if self.mended:
            self.book.mend(self.mended, self.run.id)
        self.visits, self.mended = [], []


def _kept_place(where: str) -> str:
    """A place under which a failure is found again, from wherever the next run is started."""
    return where if _ADDRESS.match(where) or where.startswith(("standard input", "feed ")) else os.path.abspath(where)


def opened(where: str, *, create: bool = True) -> Ledger:
    """The ledger; without its libraries a word on how to get them."""
    try:
        from tutanak.ledger import Ledger
    except ModuleNotFoundError as problem:
        raise click.ClickException(f"{problem.name} is missing: pip install 'tutanak[ledger]'") from None
    return Ledger(where, create=create)


def fetcher(book: Ledger, contact: str | None, pause: float, private: bool) -> Fetcher:
    """What asks servers in the name of the contact, and knows from the ledger what they said before."""
    import tutanak
    from tutanak.ingest.addresses import public
    from tutanak.ingest.fetch import Fetcher, agent
    from tutanak.ingest.web import Web

    if not contact or not re.fullmatch(r"[!-~]+@[!-~]+\.[!-~]+|https?://[!-~]+", contact):
        raise click.UsageError("servers want to know whom to write to: give --contact with an e-mail address or a page (or set TUTANAK_CONTACT)")

    web = Web(agent(contact, tutanak.__version__), permitted=(lambda _number: True) if private else public)
    return Fetcher(web, book.visit, pause=pause if private else max(pause, LEAST_PAUSE))


def columns_of(told: tuple[str, ...]) -> Columns:
    """The columns that --column names."""
    from tutanak.ingest import Columns
    from tutanak.ingest.rows import PARTS

    named = dict(word.partition("=")[::2] for word in told)
    if wrong := next((part for part, name in named.items() if part not in PARTS or not name), None):
        raise click.BadParameter(f"{wrong!r}: write PART=NAME, with one of {', '.join(PARTS)}", param_hint="--column")
    return Columns(**named)


def span_of(words: str) -> float:
    """The seconds of "15m", "2h", "1d"; a minute at least."""
    found = re.fullmatch(r"(\d+)\s*([smhd])", words.strip().lower())
    seconds = int(found[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[found[2]] if found else 0
    if seconds < 60:
        raise click.BadParameter(f"{words!r}: write 15m, 2h or 1d, and a minute at least", param_hint="--every")
    return float(seconds)


COMMANDS = (add, fetch, watch, failed)
