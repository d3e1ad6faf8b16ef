"""The entries of an index in sorted runs: what is new becomes a run of its own, and runs are merged now and then.

An entry is one number: a key and, under it, the number of an article that has it. Nothing is ever put in between others, so
an entry costs eight bytes, and a new one the same however many there are. A run is merged with the one behind it once that is a
quarter of its length: there are never more than a few. Which keys were never seen is known without looking into any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from sys import getsizeof
from typing import Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import as_strided

from tutanak.errors import LedgerError

Entries = npt.NDArray[np.int64]
Under = tuple[int, list[int]]
"""A key, and numbers of articles that have it: one after the other where there are several such of one key."""

KEY: Final = 35
NUMBER: Final = 28
BITS: Final = KEY + NUMBER
"""Bits of a key, of the number of an article, of an entry."""
GROWTH: Final = 4
"""Each run is more than so many times as long as the one behind it."""
ROOM: Final = 12
"""Bits of the filter for each entry, at least."""
AT_ONCE: Final = 1 << 18
"""Entries that are marked at once: what that takes of memory does not grow."""
LAST: Final = (1 << NUMBER) - 1
"""A number that no article has: it stands behind those of all."""
SPAN: Final = np.array([[0], [LAST]], np.int64)
"""From the lowest entry of a key to its bounds."""

STEP: Final = 40
"""Entries of a stretch of a long run: more than articles may have one key."""
LONG: Final = 1 << 20
"""Entries of a run that is long: a processor has most of a shorter one at hand."""
MANY: Final = 10
"""Keys for which reading stretches is less work than searching a long run for each."""
_NUMBER: Final = np.uint64(LAST)

_BIT: Final = np.array([1 << n for n in range(8)], np.uint8)


def entries(keys: Iterable[int], numbers: Iterable[int]) -> Entries:
    """The sorted entries of keys, each with the number of an article; LedgerError where a number is too large."""
    low, of = np.fromiter(keys, np.int64), np.fromiter(numbers, np.int64)
    if len(of) and of.max() >= LAST:
        raise LedgerError(f"an index of stories holds {LAST:,} articles at most")
    made = low << NUMBER | of
    made.sort()
    return made


def merged(runs: Sequence[Entries]) -> Entries:
    """Several runs as one."""
    if len(runs) == 1:
        return runs[0]
    whole = np.concatenate(runs)
    whole.sort(kind="stable")  # which goes through sorted stretches but once
    return whole


def due(sizes: Sequence[int], more: int) -> int:
    """With how many of the last runs, of these sizes, one of so many more entries is merged."""
    count = 0
    for size in reversed(sizes):
        if size > GROWTH * more:
            break
        count, more = count + 1, more + size
    return count


def lowest(keys: Sequence[int]) -> Entries:
    """The lowest entry that each key may have."""
    return np.array(keys, np.int64) << NUMBER


def found(run: Entries, bounds: Entries) -> Iterator[Under]:
    """The entries of a run that lie within bounds (a row of lowest ones, a row of what is behind the highest)."""
    at = run.searchsorted(bounds)
    for first, last in at.T[at[0] < at[1]].tolist():
        entry = run.item(first)
        yield entry >> NUMBER, [entry & LAST] if last - first == 1 else (run[first:last] & LAST).tolist()


class Stretches:
    """A long run as stretches of STEP entries. In which one a key begins is told by their first entries, which a processor has at hand."""

    def __init__(self, run: Entries) -> None:
        whole = len(run) // STEP
        self.run = run
        self.begins = run[STEP : STEP * whole : STEP].copy()
        self._pairs = as_strided(run.view(np.uint64), (whole - 1, 2 * STEP), (8 * STEP, 8), writeable=False)

    def near(self, low: Entries) -> npt.NDArray[np.uint64]:
        """For each key the stretch in which it begins, and the next. IndexError where one begins at the very end."""
        return self._pairs[self.begins.searchsorted(low)]


def sought(long: Sequence[Stretches], low: Entries) -> Iterable[Under]:
    """What `found` finds in long runs of keys, told by their lowest entries: in one go for all of them. It is asked itself where a key stands at
    the very end of a run, or has more entries than a stretch."""  # fmt: skip
    try:
        near = np.concatenate([of.near(low) for of in long])
    except IndexError:
        return chain.from_iterable(found(of.run, low + SPAN) for of in long)
    there = near - np.tile(low.view(np.uint64), len(long))[:, None] <= LAST
    counts = there.sum(1).tolist()
    if max(counts) >= STEP:
        return chain.from_iterable(found(of.run, low + SPAN) for of in long)
    numbers = iter((near[there] & _NUMBER).tolist())
    return [(key, list(islice(numbers, count))) for key, count in zip((low >> NUMBER).tolist() * len(long), counts, strict=True) if count]


class Fresh:
    """Entries of new articles that are in no run yet. A key is often that of one article alone: only others have lists."""

    def __init__(self) -> None:
        self.count = 0
        self._last: dict[int, int] = {}
        self._before: dict[int, list[int]] = {}

    @property
    def nbytes(self) -> int:
        return getsizeof(self._last) + sum(map(getsizeof, self._last)) + sum(map(getsizeof, self._before.values()))

    def enter(self, number: int, kept: Sequence[int]) -> None:
        """Keep these keys of an article."""
        again = self._last.keys() & kept
        for key in again:
            self._before.setdefault(key, []).append(self._last[key])
        self._last.update(dict.fromkeys(kept, number))
        self.count += 1

    def near(self, wanted: Sequence[int]) -> Iterator[Under]:
        """Which articles have which of these keys."""
        for key in self._last.keys() & wanted:
            yield key, [self._last[key], *self._before.get(key, ())]

    def taken(self) -> Entries:
        """All of them as a run; none is left."""
        more = [(key, number) for key, numbers in self._before.items() for number in numbers]
        taken = entries(chain(self._last, (key for key, _ in more)), chain(self._last.values(), (number for _, number in more)))
        self.count, self._last, self._before = 0, {}, {}
        return taken


class Seen:
    """Which keys no entry has: a bit for each stretch of keys, set where there is one. It grows by doubling."""

    def __init__(self) -> None:
        self.count = 0
        self._fit(1 << 16)

    def __len__(self) -> int:
        return len(self.bits)

    def add(self, new: Entries, before: Iterable[Entries]) -> None:
        """Mark new entries; `before`: the runs that are marked already, for a filter that has become too small."""
        self.count += len(new)
        if self.count * ROOM <= len(self) * 8:
            self._mark(new)
            return
        self._fit(2 * self.count * ROOM)
        for run in (*before, new):
            self._mark(run)

    def of(self, low: Entries) -> Entries:
        """Those lowest entries of keys that some entry may have."""
        at = low >> self._shift
        return low.take((self.bits.take(at >> 3) & _BIT.take(at & 7)).nonzero()[0])

    def _fit(self, bits: int) -> None:
        width = min(KEY, bits.bit_length() - 1)
        self.bits = np.zeros(1 << (width - 3), np.uint8)
        self._shift = BITS - width

    def _mark(self, run: Entries) -> None:
        for start in range(0, len(run), AT_ONCE):
            at = run[start : start + AT_ONCE] >> self._shift
            byte = at >> 3
            first = np.flatnonzero(np.diff(byte, prepend=-1))
            self.bits[byte[first]] |= np.bitwise_or.reduceat(_BIT[at & 7], first)


class Runs:
    """Runs held in memory, each by its number, the oldest first."""

    def __init__(self) -> None:
        self.held: dict[int, Entries] = {}
        self._long: dict[int, Stretches] = {}
        self._seen = Seen()

    @property
    def nbytes(self) -> int:
        return len(self._seen) + sum(run.nbytes for run in (*self.held.values(), *(of.begins for of in self._long.values())))

    def near(self, low: Entries) -> Iterator[Under]:
        """Which articles have which of these keys, told by their lowest entries."""
        likely = self._seen.of(low)
        if not len(likely):
            return
        long = self._long if len(likely) >= MANY else {}
        yield from sought(list(long.values()), likely) if long else ()
        for number, run in self.held.items():
            if number not in long:
                yield from found(run, likely + SPAN)

    def hold(self, number: int, run: Entries, new: Entries) -> None:
        """Hold a run, of which these entries are new."""
        self._seen.add(new, self.held.values())
        self._put(number, run)

    def take(self, number: int) -> Entries | None:
        """A run that is held no longer; None where it was not."""
        self._long.pop(number, None)
        return self.held.pop(number, None)

    def _put(self, number: int, run: Entries) -> None:
        self.held[number] = run
        if len(run) >= LONG:
            self._long[number] = Stretches(run)

    def add(self, new: Entries) -> None:
        """Merge new entries with the last runs, as far as these are due."""
        sizes = [len(run) for run in self.held.values()]
        number = len(sizes) - due(sizes, len(new))
        last = [run for n in list(self.held)[number:] if (run := self.take(n)) is not None]
        self._seen.add(new, (*self.held.values(), *last))
        self._put(number, merged([*last, new]))
