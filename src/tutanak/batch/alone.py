"""A piece read in a process of its own, started anew as often as it dies: the article that kills twice is passed over."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from subprocess import PIPE
from typing import Any

from tutanak.batch.guard import noted
from tutanak.batch.model import T, U
from tutanak.batch.shards import warm
from tutanak.errors import TutanakError

_PATIENCE = 3  # deaths before the first article, after which it is no article's fault


def alone(task: T, read: Callable[[T], U]) -> U:
    """Read a piece, or do what else is to be done, however often the process dies. Raises TutanakError where it dies before any article."""
    deaths: Counter[int | None] = Counter()
    while deaths[None] < _PATIENCE:
        outcome = _attempt(task, read)
        if outcome:
            return outcome[0]
        at = noted(task.note)
        deaths[at] += 1
        if at is not None and deaths[at] > 1:
            task = replace(task, poison=task.poison | {at})  # type: ignore[type-var]
    raise TutanakError(f"{task.label}: the reading process ends before it reads; is there enough memory?")


def _attempt(task: T, read: Callable[[T], U]) -> tuple[U] | None:
    """What a new process gives; None where it died. Raises the problem it met."""
    told = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    answer = b""
    with suppress(BrokenPipeError), subprocess.Popen([sys.executable, "-m", __name__], stdin=PIPE, stdout=PIPE, env=told) as process:
        try:
            answer = _asked(process, pickle.dumps((read, task)))
        finally:
            process.kill()
    return _opened(answer) if answer else None


def _opened(answer: bytes) -> tuple[Any]:
    told = pickle.loads(answer)
    if isinstance(told, Exception):
        raise told
    return (told,)


def _asked(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    """What a process answers. Its input stays open meanwhile: by its end the process learns that nobody waits any more."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(question)
    process.stdin.flush()
    return process.stdout.read()


def main() -> None:
    """The new process: reads the piece that comes on standard input, and ends when that does."""
    read, task = pickle.load(sys.stdin.buffer)
    answer, sys.stdout = sys.stdout.buffer, sys.stderr
    threading.Thread(target=_end_with_input, daemon=True).start()
    try:
        warm()
        told = read(task)
    except Exception as problem:
        told = problem
    answer.write(pickle.dumps(told))
    answer.flush()
    os._exit(0)


def _end_with_input() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)


if __name__ == "__main__":
    main()
