"""What every command shares: data on stdout, words about the run on stderr, true progress, and the statuses a run may leave with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

FAILED, USAGE, SOME_FAILED = 1, 2, 3


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


@contextmanager
def progress(files: tuple[str, ...]) -> Iterator[Any]:
    """On a terminal, how far the run has come: bytes of files read, of all there are."""
    if not sys.stderr.isatty() or sys.stdout.isatty() or "-" in files:
        yield lambda _entry: None
        return
    from rich.console import Console
    from rich.progress import Progress

    total = sum(os.path.getsize(f) for f in files if os.path.isfile(f) and not f.endswith(".gz"))
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total or None)
        done = Done()
        yield lambda entry: bar.update(task, completed=done.after(entry))


class Done:
    """Bytes behind us: of files finished, and of the one being read."""

    def __init__(self) -> None:
        self.finished = 0
        self.current = 0
        self.file = ""

    def after(self, entry: Any) -> int:
        file, so_far = entry.where.rsplit(":", 1)[0], getattr(entry, "so_far", self.current)
        if file != self.file:
            self.finished, self.file = self.finished + self.current, file
        self.current = so_far
        return self.finished + self.current
