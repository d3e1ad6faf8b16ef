"""What every command shares: data on stdout, words about the run on stderr, true progress, and the statuses a run may leave with."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import IO, Any

import click

from tutanak import hugepages

FAILED, USAGE, SOME_FAILED = 1, 2, 3
OFTEN = 64  # articles


class Balance:
    """What became of everything that a run was given: kept, skipped and failed, with the reasons."""

    def __init__(self) -> None:
        self.kept = 0
        self.skipped: Counter[str] = Counter()
        self.failed: Counter[str] = Counter()

    def skip(self, why: str) -> None:
        """Count what was left out on purpose."""
        self.skipped[why] += 1

    def fail(self, where: str, why: str) -> None:
        """Tell what could not be read, and count it under the first words of the reason."""
        self.failed[why.split(":")[0].split(",")[0]] += 1
        say(f"{where}: {why}")

    def close(self) -> None:
        """Tell the balance of a run of several inputs, and leave with the status it deserves."""
        failed, skipped = self.failed.total(), self.skipped.total()
        if self.kept + failed + skipped > 1:
            say(f"read {self.kept + skipped + failed} = kept {self.kept} + skipped {reasons(self.skipped)} + failed {reasons(self.failed)}")
        if failed:
            sys.exit(SOME_FAILED)


def reasons(counts: Counter[str]) -> str:
    """How many, and of which kinds: "3 (empty: 1, not Turkish: 2)"."""
    why = ", ".join(f"{reason}: {n}" for reason, n in sorted(counts.items()))
    return f"{counts.total()} ({why})" if why else "0"


def ledger_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that says which ledger: every command that needs one has it."""
    told = "The ledger: a file, or postgresql://user@host/name."
    return click.option("--ledger", "ledger", metavar="LEDGER", default="minutes.db", envvar="TUTANAK_LEDGER", show_default=True,
                        show_envvar=True, help=told)(command)  # fmt: skip


def reviewer_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that says who decides: every command that keeps a decision has it."""
    return click.option("--reviewer", metavar="NAME", envvar="TUTANAK_REVIEWER", default=_user, show_default="you", show_envvar=True,
                        help="Who decides; kept with the decision.")(command)  # fmt: skip


def _user() -> str:
    """The name of whoever runs this."""
    from getpass import getuser

    try:
        return getuser()
    except (KeyError, OSError):
        return "unknown"


@contextmanager
def libraries(extra: str) -> Iterator[None]:
    """Where the libraries of an extra are missing, a word on how to get them."""
    try:
        yield
    except ModuleNotFoundError as problem:
        if (problem.name or "tutanak").startswith("tutanak"):
            raise
        raise click.ClickException(f"{problem.name} is missing: pip install 'tutanak[{extra}]'") from None


def tell(lines: Iterable[str]) -> None:
    """Lines of data, on stdout."""
    with sink(None) as out:
        out.writelines(f"{line}\n".encode("utf-8", "replace") for line in lines)


def say(words: str) -> None:
    """A line about the run, on stderr."""
    click.echo(f"tutanak: {words}", err=True)


def locale() -> str:
    """tr where the user's locale is Turkish, else en."""
    named = next((os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), "")
    return "tr" if named.lower().startswith("tr") else "en"


def colour(output: str | None) -> bool:
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width(output: str | None) -> int:
    """Columns: the terminal's, at most 120; 100 in files and pipes."""
    if output is not None or not sys.stdout.isatty():
        return 100
    return min(os.get_terminal_size(sys.stdout.fileno()).columns or 100, 120)


@contextmanager
def sink(output: str | None) -> Iterator[IO[bytes]]:
    """Where bytes go: stdout, or a file that appears whole or not at all. A reader that closes the pipe has what it wanted."""
    if output is None:
        try:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains once more while closing
            sys.exit(0)
    elif os.path.exists(output) and not os.path.isfile(output):
        with _opened(output) as out:
            yield out
    else:
        yield from _atomic(Path(output))


def _opened(output: str) -> IO[bytes]:
    try:
        return open(output, "wb")
    except OSError as problem:
        raise click.BadParameter(f"{output}: {problem.strerror}", param_hint="-o") from None


def _atomic(path: Path) -> Iterator[IO[bytes]]:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    out = _opened(str(beside))
    try:
        with out:
            yield out
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


Step = Callable[[Any], object]
"""Told of each entry that is done."""


@contextmanager
def progress(paths: Iterable[str], *, alone: bool = False) -> Iterator[Step]:
    """On a terminal, how far the run has come: bytes of files behind it, of all there are. alone: stdout shows no results meanwhile."""
    named = tuple(paths)
    done = Done({path: os.path.getsize(path) for path in named if os.path.isfile(path)})
    with bar("reading", 0 if "-" in named else sum(done.sizes.values()), alone=alone) as update:
        yield lambda entry: update(done.after(entry))


@contextmanager
def counted(what: str, total: int) -> Iterator[Step]:
    """On a terminal, how many of so many are done."""
    done = count(1)
    with bar(what, total, alone=True) as update:
        yield lambda _entry: update(next(done))


@contextmanager
def bar(what: str, total: int, *, alone: bool) -> Iterator[Callable[[int], None]]:
    """A bar on stderr, if that is a terminal on which no results appear; told how much is done."""
    if not sys.stderr.isatty() or (sys.stdout.isatty() and not alone):
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total or None)
        yield lambda done: shown.update(task, completed=done)


@contextmanager
def paced(what: str, total: int) -> Iterator[Callable[[int, int], None]]:
    """On a terminal, how many bytes of so many are done, how many articles that is in a second, and the time left."""
    if not sys.stderr.isatty():
        yield lambda _bytes, _articles: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task, begun, articles = shown.add_task(what, total=total or None, rate=""), time.monotonic(), 0

        def step(behind: int, read: int) -> None:
            nonlocal articles
            articles += read
            shown.update(task, advance=behind, rate=f"{articles / (time.monotonic() - begun):,.0f} articles/s")

        yield step


class Done:
    """Bytes behind us: of files finished, and of the one being read. The entries come in the order of the files."""

    def __init__(self, sizes: dict[str, int]) -> None:
        self.sizes = sizes
        self.waiting = list(sizes)
        self.finished = 0
        self.current = 0

    def after(self, entry: Any) -> int:
        """How many bytes are behind us when this entry is done."""
        while len(self.waiting) > 1 and not _of(entry.where, self.waiting[0]) and any(_of(entry.where, path) for path in self.waiting[1:]):
            self.finished, self.current = self.finished + self.sizes[self.waiting.pop(0)], 0
        self.current = getattr(entry, "so_far", self.current)
        return self.finished + self.current


def _of(where: str, path: str) -> bool:
    """Does an entry stand in this file? ("news.jsonl:3", "crawl.warc@1200")"""
    return where.startswith(path) and where[len(path) : len(path) + 1] in ("", ":", "@")


def spare_memory(read: int) -> None:
    """What a run over many articles does for its memory every so often: tables and remembered words are set apart from garbage collection, for they
    hold no cycles, and put into large pages once they have come together."""  # fmt: skip
    if read % OFTEN == 1:
        gc.freeze()
        if read > OFTEN:
            hugepages.gather()
