"""The commands that read whole archives into Parquet and put their articles into stories."""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tutanak.cli_ingest import columns_of, language_option
from tutanak.terminal import SOME_FAILED, counted, paced, reasons, say

if TYPE_CHECKING:
    from tutanak.batch.archive import Archive

ENGINES = ("local", "dask")  # as batch has them; a test keeps both the same
_MOST_TOLD = 50

ARCHIVE_HELP = """Read archives of millions of articles into Parquet: one shard for each stretch of input, in OUT/<kind>/.

IN is Parquet, JSON Lines (.jsonl, also .gz and .zst), a web archive (.warc, also .gz), a folder of them or a pattern.

A shard is named by the content of its stretch and the version of the reader. A run that was cut is simply repeated: what is done is
passed over, and the bytes are the same as if it had never been cut. OUT/manifest.json says what came from where, with counts.

\b
Examples:
  tutanak archive news/ minutes/
  tutanak archive "crawl/*.warc.gz" minutes/ --workers 8
  tutanak archive news.parquet minutes/ --column text=body --shard 1/4
  tutanak archive news/ minutes/ --engine dask --scheduler tcp://10.0.0.1:8786
"""

GATHER_HELP = """Put the articles of an archive into stories: which are one text, republished, brought up to date, revised or spun.

OUT is the folder that `tutanak archive` wrote. OUT/stories/ says of each article of a shard which story it is of, named by the
sha256 of its earliest text, and what it is to the text that it is most like. The earliest is the first in the order of the inputs.

A run that was cut is simply repeated. Any engine, with any number of workers, gives the same bytes.

\b
Examples:
  tutanak gather minutes/
  tutanak gather minutes/ --workers 8
  tutanak gather minutes/ --engine dask --scheduler tcp://10.0.0.1:8786
"""


def share_of(_context: click.Context, _option: click.Parameter, words: str) -> tuple[int, int]:
    """The numbers of "2/4"."""
    found = re.fullmatch(r"(\d+)/(\d+)", words)
    k, n = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= k <= n:
        raise click.BadParameter(f"{words!r}: write k/n, such as 2/4")
    return k, n


def engine_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say where the work is done: both commands have them."""
    options = (
        click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True, help="Where the work is done."),
        click.option("--scheduler", metavar="ADDRESS", envvar="DASK_SCHEDULER_ADDRESS", show_envvar=True,
                     help="Of a Dask cluster; without one it is made here."),
        click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes that work at once."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command(help=ARCHIVE_HELP, short_help="Read archives of millions of articles into Parquet.")
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@engine_options
@click.option("--shard", "share", default="1/1", callback=share_of, metavar="K/N", help="Read only the k-th of n shares of the pieces.")
@click.option("--column", "columns", multiple=True, metavar="PART=NAME", help="Under which name a part stands: text, title, published, ...")
@click.option("--all", "all_", is_flag=True, help="Also records below the default confidence.")
@click.option("--seconds", type=click.FloatRange(0.1), default=20.0, show_default=True, help="Seconds of a processor for one article, at most.")
@click.option("--longest", type=click.IntRange(1, 10_000_000), default=1_000_000, show_default=True, help="Characters of one article, at most.")
@click.option("--stretch", type=click.IntRange(1), default=16 << 20, show_default=True, help="Bytes of input from which one shard is read.")
@language_option
def archive(
    inputs: tuple[str, ...], out: Path, engine: str, scheduler: str | None, workers: int, share: tuple[int, int], columns: tuple[str, ...],
    all_: bool, seconds: float, longest: int, stretch: int, language: str | None,
) -> None:  # fmt: skip
    with _libraries():
        from tutanak.batch.archive import Archive
        from tutanak.batch.engines import ENGINES
        from tutanak.batch.model import Settings

        run = Archive(inputs, out, Settings(language, all_, columns_of(columns), seconds, longest, stretch), share)
        telling = Telling()
        try:
            with paced("reading", run.size) as step:
                run.run(ENGINES[engine](workers, scheduler), telling, step)
        except KeyboardInterrupt:
            say("stopped; what is done is kept, and the same command goes on from here")
            sys.exit(130)
    telling.rest(out)
    _balance(run)


@click.command(help=GATHER_HELP, short_help="Put the articles of an archive into stories.")
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@engine_options
def gather(out: Path, engine: str, scheduler: str | None, workers: int) -> None:
    with _libraries():
        from tutanak.batch.engines import ENGINES
        from tutanak.batch.gathering import Archived

        run = Archived(out)
        try:
            with counted("gathering", run.size) as step:
                run.run(ENGINES[engine](workers, scheduler), lambda tasks: deque(map(step, range(tasks)), 0))
        except KeyboardInterrupt:
            say("stopped; what is done is kept, and the same command goes on from here")
            sys.exit(130)
    first = run.relations.pop("first", 0)
    say(f"{run.articles} articles{' gathered before' if run.known else ''}: {first} begin a story, {reasons(run.relations)} joined one")


@contextmanager
def _libraries() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as problem:
        extra = {"distributed": "dask", "rensa": "stories", "numpy": "stories", "sqlalchemy": "stories"}.get(problem.name or "", "archive")
        raise click.ClickException(f"{problem.name} is missing: pip install 'tutanak[{extra}]'") from None


class Telling:
    """Tells the first failures one by one; of the others, where they stand."""

    def __init__(self) -> None:
        self.told = 0
        self.others = 0

    def __call__(self, where: str, why: str) -> None:
        if self.told < _MOST_TOLD:
            self.told += 1
            say(f"{where}: {why}")
        else:
            self.others += 1

    def rest(self, out: Path) -> None:
        if self.others:
            say(f"more failed; all stand in {out / 'failures'}")


def _balance(run: Archive) -> None:
    t = run.tally
    say(f"shards: {run.fresh} read now, {run.known} done before" + (f"; {run.others} others lie there too" if run.others else ""))
    say(f"read {t.read} = kept {t.kept} + skipped {reasons(t.skipped)} + failed {reasons(t.failed)}")
    if t.failed:
        sys.exit(SOME_FAILED)


COMMANDS: tuple[Any, ...] = (archive, gather)
