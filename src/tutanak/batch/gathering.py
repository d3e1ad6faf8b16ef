"""Stories over an archive: what the index of stories finds one after the other, found by many tasks at once.

Five rounds, each of many tasks that an engine may do in any order, hand rows on in a shuffle (`shuffle`):

    keys     of each article, dealt by key
    met      articles that share a key, an earlier one with a later one; dealt by the later one
    likely   of each article the few that share the rarest keys with it; dealt by the earlier one
    carried  the texts of those, dealt by the later one
    tied     each article beside them: what it is to the one that it is surest to be one text with

Then one walk over the ties in the order of the articles says which story each is of. What a task writes follows from the
shards alone: a run that was cut is repeated, any engine gives the same bytes.
"""

from __future__ import annotations

import shutil
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import accumulate, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from tutanak.batch import shuffle
from tutanak.batch.engines import Engine
from tutanak.batch.loading import shards as shards_of
from tutanak.batch.model import PARTS
from tutanak.batch.shards import done
from tutanak.batch.shuffle import Cells
from tutanak.errors import ExportError
from tutanak.exports.minutes import dumped
from tutanak.reading import version
from tutanak.stories.gathering import Tie, placed, tie
from tutanak.stories.index import CANDIDATES, CROWD, RARE, WHOLE, Near, wanted
from tutanak.stories.keys import keys
from tutanak.stories.likeness import apart, likeness
from tutanak.stories.prints import Print
from tutanak.stories.relations import Known

Row = dict[str, Any]
Step = Callable[[int], object]

SHAPE: Final = 2  # of what is written; another one begins anew
MANIFEST: Final = "stories.json"
GROUP: Final = 4_000
"""Articles of a task at least, where there are as many; ..."""
GROUPS: Final = 256
"""... and groups at most: each hands rows to each."""
DEALT: Final = 16_000
"""Articles for each part of the keys."""
ADDRESS: Final = 8 * WHOLE
"""What one address counts: two texts of it are compared whatever they share."""
ENOUGH: Final = 8  # keys that one address stands for
FEW: Final = 64  # minutes that are unpacked at once

KEYS = pa.schema([("key", pa.int64()), ("number", pa.int64()), ("kept", pa.bool_()), ("least", pa.int8())])
MET = pa.schema([("number", pa.int64()), ("other", pa.int64()), ("weight", pa.int64()), ("shared", pa.int32()), ("least", pa.int8())])
LIKELY = pa.schema([("other", pa.int64()), ("number", pa.int64())])
CARRIED = pa.schema(
    [("number", pa.int64()), ("other", pa.int64()), ("text", pa.string()), ("url", pa.string()), ("outlet", pa.string()), ("spin", pa.float64())]
)
TIED = pa.schema(
    [("number", pa.int64()), ("to", pa.int64()), ("relation", pa.string()), ("certainty", pa.float64()), ("background", pa.list_(pa.int64()))]
)
STORIES = pa.schema(
    [("document", pa.string()), ("story", pa.string()), ("relation", pa.string()), ("to", pa.string()), ("certainty", pa.float64()),
     ("background", pa.list_(pa.string()))]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plan:
    """What is gathered. shards: in the order of the inputs; counts: articles of each; first: the first shard of each group, and their end;
    parts: into how many the keys are dealt."""  # fmt: skip

    out: Path
    shards: tuple[str, ...]
    counts: tuple[int, ...]
    first: tuple[int, ...]
    parts: int

    @property
    def mark(self) -> str:
        """Stands for everything on which the stories depend."""
        return sha256(orjson.dumps([SHAPE, version(), self.shards, self.counts, self.first, self.parts])).hexdigest()[:16]

    @property
    def groups(self) -> int:
        return len(self.first) - 1

    def begins(self) -> list[int]:
        """The number of the first article of each group, and of all that follow."""
        before = [0, *accumulate(self.counts)]
        return [before[shard] for shard in self.first]

    def file(self, stage: str, number: int) -> Path:
        return self.out / PARTS / f"stories-{self.mark}" / stage / f"{number}.arrow"

    def files(self, stage: str, count: int) -> list[Path]:
        return [self.file(stage, n) for n in range(count)]


@dataclass(frozen=True)
class Task:
    """One task of a stage."""

    plan: Plan
    stage: str
    number: int
    poison: frozenset[int] = frozenset()
    apart: bool = False

    @property
    def shard(self) -> str:
        return f"stories-{self.plan.mark}-{self.stage}-{self.number}"

    @property
    def label(self) -> str:
        return f"{self.plan.out}: {self.stage} {self.number}"

    @property
    def note(self) -> Path:
        return self.path.with_suffix(".at")

    @property
    def path(self) -> Path:
        return self.plan.file(self.stage, self.number)

    @cached_property
    def begins(self) -> list[int]:
        return self.plan.begins()

    def group(self, number: int) -> int:
        """The group of an article."""
        return bisect_right(self.begins, number) - 1


def planned(out: Path) -> Plan:
    """The plan for an archive. Raises LedgerError where there is none, ExportError where a shard is not there."""
    named = tuple(dict.fromkeys(where["shard"] for where in shards_of(out)))
    told = [done(out, shard) for shard in named]
    if lost := next((shard for shard, row in zip(named, told, strict=True) if row is None), None):
        raise ExportError(f"{out}: the shard {lost} is not there; run `tutanak archive` again")
    counts = tuple(row["kept"] for row in told if row)
    return Plan(out, named, counts, tuple(_cut(counts)), max(1, min(GROUPS, sum(counts) // DEALT)))


def _cut(counts: Sequence[int]) -> Iterator[int]:
    """Where groups begin: shards together until they have enough articles."""
    enough = max(GROUP, -(-sum(counts) // GROUPS))
    held = 0
    yield 0
    for shard, count in enumerate(counts):
        held += count
        if held >= enough and shard + 1 < len(counts):
            yield shard + 1
            held = 0
    yield len(counts)


class Archived:
    """The stories of an archive, being gathered."""

    def __init__(self, out: Path) -> None:
        self.plan = planned(out)
        self.relations: Counter[str] = Counter()
        self.known = False

    @property
    def articles(self) -> int:
        return sum(self.plan.counts)

    @property
    def size(self) -> int:
        """Tasks in all."""
        return 4 * self.plan.groups + self.plan.parts

    def run(self, engine: Engine, step: Step = lambda _tasks: None) -> None:
        """Gather what is not gathered yet. Raises ExportError."""
        try:
            if not self._gathered():
                for _ in engine.run((self.left(stage, step) for stage in STAGES), work):
                    step(1)
                self._write()
        except OSError as problem:
            raise ExportError(f"{problem.filename or self.plan.out}: {problem.strerror or problem}") from None

    def left(self, stage: str, step: Step = lambda _tasks: None) -> list[Task]:
        """The tasks of a stage that are not done."""
        count = self.plan.parts if stage == "met" else self.plan.groups
        tasks = [Task(self.plan, stage, n) for n in range(count)]
        left = [task for task in tasks if not task.path.exists()]
        step(count - len(left))
        return left

    def _gathered(self) -> bool:
        try:
            told = orjson.loads((self.plan.out / MANIFEST).read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return False
        self.known = told["mark"] == self.plan.mark
        self.relations = Counter(told["relations"])
        return self.known

    def _write(self) -> None:
        """Say of each article which story it is of; the manifest comes last."""
        walk = Walk(self.plan)
        for group in range(self.plan.groups):
            walk.over(group)
        self.relations = walk.relations
        told = {"mark": self.plan.mark, "articles": self.articles, "relations": dict(sorted(walk.relations.items()))}
        beside = self.plan.out / f".{MANIFEST}"
        beside.write_bytes(dumped(told, indent=True))
        beside.replace(self.plan.out / MANIFEST)
        for left in (self.plan.out / "stories").glob("*.parquet"):
            if left.stem not in self.plan.shards:
                left.unlink()
        for left in (self.plan.out / PARTS).glob("stories-*"):
            shutil.rmtree(left)
        with suppress(OSError):
            (self.plan.out / PARTS).rmdir()  # unless shards are being read


# the rounds


def work(task: Task) -> None:
    """Do a task, if it is not done."""
    if not task.path.exists():
        STAGES[task.stage](task)


def _keys(task: Task) -> None:
    """The keys of a group's articles, dealt by key."""
    parts = task.plan.parts
    found = (row for number, article in _articles(task) for row in _keys_of(number, article))
    shuffle.write(task.path, KEYS, shuffle.dealt(found, lambda row: row[0] % parts, parts))


def _keys_of(number: int, article: Row) -> Iterator[Cells]:
    its = keys(Print(article["text"]))
    least, kept = wanted(its), set(its.kept)
    yield from ((key, number, key in kept, least) for key in {*its.asked, *kept})
    if article["url"]:
        yield -1 - int.from_bytes(sha256(article["url"].encode()).digest()[:6]), number, True, least


def _met(task: Task) -> None:
    """Articles that share a key of one part: each with those before it that keep it, if these are no crowd."""
    table = shuffle.read(task.plan.files("keys", task.plan.groups), task.number).sort_by([("key", "ascending"), ("number", "ascending")])
    pairs: dict[tuple[int, int, int], list[int]] = {}
    for key, rows in groupby(shuffle.rows(table), itemgetter(0)):
        _meet(key, rows, pairs)
    told = ((*pair[:2], *pairs[pair], pair[2]) for pair in sorted(pairs))
    shuffle.write(task.path, MET, shuffle.dealt(told, lambda row: task.group(row[0]), task.plan.groups))


def _meet(key: int, rows: Iterable[Cells], pairs: dict[tuple[int, int, int], list[int]]) -> None:
    keepers: list[int] = []
    for _, number, kept, least in rows:
        if 0 < len(keepers) < CROWD:
            weight, shared = (WHOLE // len(keepers), 1) if key >= 0 else (ADDRESS, ENOUGH)
            for other in keepers:
                sums = pairs.setdefault((number, other, least), [0, 0])
                sums[0] += weight
                sums[1] += shared
        if kept and len(keepers) < CROWD:
            keepers.append(number)


def _likely(task: Task) -> None:
    """Of each article of a group those with the rarest keys in common, dealt by them."""
    table = shuffle.read(task.plan.files("met", task.plan.parts), task.number).sort_by([("number", "ascending"), ("other", "ascending")])
    found = (pair for number, rows in groupby(shuffle.rows(table), itemgetter(0)) for pair in _rarest(number, rows))
    shuffle.write(task.path, LIKELY, shuffle.dealt(found, lambda row: task.group(row[0]), task.plan.groups))


def _rarest(number: int, rows: Iterable[Cells]) -> list[tuple[int, int]]:
    summed = []
    for other, parts in groupby(rows, itemgetter(1)):
        told = list(parts)
        weight, shared = sum(row[2] for row in told), sum(row[3] for row in told)
        if weight >= RARE and shared >= told[0][4]:
            summed.append((-weight, other))
    return [(other, number) for _, other in sorted(summed)[:CANDIDATES]]


def _carried(task: Task) -> None:
    """The texts of a group's articles that others are like, dealt by the others."""
    asked: dict[int, list[int]] = {}
    for other, number in shuffle.rows(shuffle.read(task.plan.files("likely", task.plan.groups), task.number)):
        asked.setdefault(other, []).append(number)
    found = (
        (number, other, article["text"], article["url"], article["outlet"], article["spin"])
        for other, article in (_articles(task, asked.keys()) if asked else ()) for number in asked[other]
    )  # fmt: skip
    shuffle.write(task.path, CARRIED, shuffle.dealt(found, lambda row: task.group(row[0]), task.plan.groups))


def _tied(task: Task) -> None:
    """What each article of a group is to those that it is like."""
    table = shuffle.read(task.plan.files("carried", task.plan.groups), task.number).sort_by([("number", "ascending"), ("other", "ascending")])
    others = {number: list(rows) for number, rows in groupby(shuffle.rows(table), itemgetter(0))}
    found = [
        (number, t.to, t.relation, t.certainty, list(t.background))
        for number, article in (_articles(task, others.keys()) if others else ())
        for t in [_tie(article, others[number])] if t != Tie()
    ]  # fmt: skip
    shuffle.write(task.path, TIED, [found])


def _tie(article: Row, others: Sequence[Cells]) -> Tie:
    new = Known(Print(article["text"]), article["url"], article["outlet"], article["spin"])
    known = {other: Known(Print(text), url, outlet, spin) for _, other, text, url, outlet, spin in others}
    likely = [(other, old) for other, old in known.items() if (new.url and new.url == old.url) or not apart(new.print, old.print)]
    near = [Near(other, likeness(new.print, old.print)) for other, old in likely]
    return tie(new, sorted(near, key=lambda n: (-n.likeness.certainty, n.number)), known.__getitem__)


STAGES: Mapping[str, Callable[[Task], None]] = {"keys": _keys, "met": _met, "likely": _likely, "carried": _carried, "tied": _tied}


def _articles(task: Task, only: Iterable[int] | None = None) -> Iterator[tuple[int, Row]]:
    """The articles of a group with their numbers: all, or those of these numbers."""
    asked = None if only is None else frozenset(only)
    plan, number = task.plan, task.begins[task.number]
    for shard in range(plan.first[task.number], plan.first[task.number + 1]):
        end = number + plan.counts[shard]
        if asked is None or any(number <= n < end for n in asked):
            yield from ((n, _article(told)) for n, told in enumerate(_minutes(plan.out, plan.shards[shard]), number) if asked is None or n in asked)
        number = end


def _minutes(out: Path, shard: str) -> Iterator[str]:
    with pq.ParquetFile(out / "minutes" / f"{shard}.parquet") as file:
        for batch in file.iter_batches(FEW, columns=["minutes"]):
            yield from batch.column(0).to_pylist()


def _article(told: str) -> Row:
    minutes = orjson.loads(told)
    return {**{name: minutes["doc"][name] for name in ("text", "url", "outlet")}, "spin": minutes["spin"]}


# the walk


@dataclass
class Walk:
    """From tie to tie, in the order of the articles: which story each is of. It holds a few bytes of every article."""

    plan: Plan
    relations: Counter[str] = field(default_factory=Counter)
    stories: array[int] = field(default_factory=lambda: array("q"))
    hashes: bytearray = field(default_factory=bytearray)

    def over(self, group: int) -> None:
        """Write the stories of a group's shards."""
        ties = {n: Tie(to, how, sure, tuple(others)) for n, to, how, sure, others in shuffle.rows(shuffle.read([self.plan.file("tied", group)], 0))}
        for shard in range(self.plan.first[group], self.plan.first[group + 1]):
            name = self.plan.shards[shard]
            with pq.ParquetFile(self.plan.out / "minutes" / f"{name}.parquet") as file:
                documents = file.read(["sha256"]).column(0).to_pylist()
            self.hashes += b"".join(map(bytes.fromhex, documents))
            self._table(name, [self._row(ties) for _ in documents])

    def _row(self, ties: Mapping[int, Tie]) -> Cells:
        number = len(self.stories)
        self.stories.append(number)
        found = placed(number, ties.get(number, Tie()), self.stories.__getitem__)
        self.stories[number] = found.story
        self.relations[found.relation or "first"] += 1
        to = None if found.to is None else self._hash(found.to)
        return self._hash(number), self._hash(found.story), found.relation, to, found.certainty, [self._hash(n) for n in found.background]

    def _hash(self, number: int) -> str:
        return self.hashes[32 * number : 32 * number + 32].hex()

    def _table(self, shard: str, told: Sequence[Cells]) -> None:
        path, beside = self.plan.out / "stories" / f"{shard}.parquet", self.plan.file("walk", 0)
        for folder in (path.parent, beside.parent):
            folder.mkdir(parents=True, exist_ok=True)
        columns = list(zip(*told, strict=True)) or [()] * len(STORIES)
        table = pa.table([pa.array(column, f.type) for column, f in zip(columns, STORIES, strict=True)], schema=STORIES)
        pq.write_table(table, beside, compression="zstd")
        beside.replace(path)
