"""Memory in large pages, where the system has them: for processes that look things up all over large tables.

The reader's tables and the words it remembers lie scattered over a hundred megabytes. In pages of 4 KiB nearly every look-up also misses the
processor's own list of where pages lie (the TLB); in pages of 2 MiB hardly one does. Linux puts what a process has into large pages when it is
asked to (MADV_COLLAPSE, since 6.1: madvise(2)). Elsewhere, and where it refuses, nothing changes but the speed.

It is for programs of our own: the memory of a program that only imports the reader is its own affair.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

LARGE: Final = 2 << 20
"""Bytes of a large page (x86-64; arm64 with base pages of 4 KiB)."""

MAPS: Final = Path("/proc/self/maps")
HUGEPAGE, COLLAPSE = 14, 25  # of madvise(2): use large pages for what comes; put what is there into large pages now

Advise = Callable[[int, int, int], int]
"""Address, bytes, advice; 0 where it was taken."""


def gather() -> int:
    """Put this process's own memory into large pages; how many bytes lie in them now: 0 where the system has none."""
    advise = _madvise()
    return sum(_gathered(advise, start, end) for start, end in anonymous(_maps())) if advise is not None else 0


def anonymous(maps: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where memory that is no file's begins and ends, of the lines of /proc/PID/maps."""
    for line in maps:
        fields = line.split()
        if fields[1] == "rw-p" and fields[5:] in ([], ["[heap]"]):
            start, end = fields[0].split("-")
            yield int(start, 16), int(end, 16)


def _gathered(advise: Advise, start: int, end: int) -> int:
    """How many bytes of a stretch lie in large pages, which begin at multiples of their size."""
    first, last = -(-start // LARGE) * LARGE, end // LARGE * LARGE
    if first >= last:
        return 0
    advise(start, end - start, HUGEPAGE)
    return sum(LARGE for at in range(first, last, LARGE) if advise(at, LARGE, COLLAPSE) == 0)


def _maps() -> list[str]:
    try:
        return MAPS.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return []


@cache
def _madvise() -> Advise | None:
    """The system's call, where it has one."""
    if sys.platform != "linux":
        return None
    import ctypes  # not needed by a run over a few articles

    call = ctypes.CDLL(None).madvise
    call.argtypes, call.restype = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int), ctypes.c_int
    return call
