"""The fields that the shared scorer does not look at: precision and recall on the records of the own gold that the reader finds.

usage: python eval/fields.py [--half open|blind] [--round N]

A record is paired with the marked one as the scorer pairs them. Then each value told is counted: "right" is one of the marks too, "gold"
and "system" are all that are marked and told. A field that always has a value (a figure's bound) has one value a record, so P and R are one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any

from own_gold import Row, marked
from scoring import Counts, minutes_of, scorer

Pairs = list[tuple[Row, Row]]
HEAD = f"{'field':24s}{'P':>7s}{'R':>7s}{'F1':>7s}{'right':>7s}{'gold':>7s}{'system':>7s}"


class Scene:
    """The marks and the minutes of one article, and how the scorer compares them."""

    def __init__(self, score: Any, gold: Row, system: Row) -> None:
        self.score = score
        self.gold = score.Doc(gold)
        self.system = score.Doc(system)

    def paired(self, kind: str, likeness: Callable[[Row, Row], float]) -> Pairs:
        """Records of a kind, the most alike first, each in one pair at most."""
        found: Pairs = self.score.pair(self.gold.rows(kind), self.system.rows(kind), likeness)
        return found

    def overlapping(self, kind: str, least: float, *same: str) -> Pairs:
        """Records whose words overlap that share these fields."""

        def likeness(one: Row, other: Row) -> float:
            shared: float = self.score.overlap(one, other)
            return shared if shared >= least and all(one[f] == other.get(f) for f in same) else 0.0

        return self.paired(kind, likeness)

    def actors(self, one: Row, other: Row, field: str) -> tuple[int, int, int]:
        """Lists of states and bodies; a person counts for the state."""
        told = {self.gold.actor(ref) for ref in one.get(field) or []}
        found = {self.system.actor(ref) for ref in other.get(field) or []}
        return len(told & found), len(told), len(found)

    def reference(self, one: Row, other: Row, field: str) -> tuple[int, int, int]:
        """A person, state or body, or none."""
        told, found = one.get(field), other.get(field)
        return _one(told, found, bool(self.score.same_ref(self.gold, told, self.system, found)))

    def words(self, one: Row, other: Row, field: str) -> tuple[int, int, int]:
        """Words of the article, compared as loosely as the scorer does; else as they are written."""
        told, found = one.get(field), other.get(field)
        if told and found and not ("start" in told and "start" in found):
            return _one(told, found, self.score.value(self.gold, told) == self.score.value(self.system, found))
        return _one(told, found, bool(self.score.loose(told, found)))


def value(one: Row, other: Row, field: str) -> tuple[int, int, int]:
    """A code or a word of a closed list, or none."""
    return _one(one.get(field), other.get(field), one.get(field) == other.get(field))


def always(one: Row, other: Row, field: str) -> tuple[int, int, int]:
    """A field that has a value in each record, be it that there is none (a figure's direction)."""
    return int(one.get(field) == other.get(field)), 1, 1


def _one(told: Any, found: Any, same: bool) -> tuple[int, int, int]:
    return int(bool(told) and bool(found) and same), int(bool(told)), int(bool(found))


def encounters(scene: Scene) -> Pairs:
    """Meetings with the same participants, as the scorer pairs them."""
    score = scene.score

    def same(one: Any, other: Any) -> bool:
        return bool(score.same_party(scene.gold, one, scene.system, other))

    def likeness(one: Row, other: Row) -> float:
        shared: float = score.jaccard(one["participants"], other["participants"], same)
        return shared + 0.1 * (one["kind"] == other["kind"]) + 0.1 * score.overlap(one["evidence"], other["evidence"]) if shared > 0.5 else 0.0

    return scene.paired("meetings", likeness)


def figures(scene: Scene) -> Pairs:
    """Figures of the same amount and unit."""
    score = scene.score

    def likeness(one: Row, other: Row) -> float:
        shared: float = score.overlap(one, other)
        same = shared >= 0.5 and score.same_value(one["value"], other.get("value")) and score.same_unit(one["unit"], other.get("unit"))
        return shared if same else 0.0

    return scene.paired("figures", likeness)


def titled(scene: Scene, kind: str) -> Pairs:
    """Bodies or places of one name."""
    return scene.paired(kind, lambda one, other: float(scene.score.same_title(one["name"], other["name"])))


def statements(scene: Scene) -> Pairs:
    """Statements of one mode whose words are the same, indirect ones less strictly."""
    direct = [p for p in scene.overlapping("statements", 0.9, "mode") if p[0]["mode"] == "direct"]
    return direct + [p for p in scene.overlapping("statements", 0.6, "mode") if p[0]["mode"] == "indirect"]


def compared(scene: Scene) -> Counts:
    """[right, in gold, in system] of each field in one article."""
    meetings, amounts = encounters(scene), figures(scene)
    return {
        "undertakings.parties": _sum(scene.overlapping("undertakings", 0.5, "kind"), scene.actors, "parties"),
        "positions.about": _sum(scene.overlapping("positions", 0.5, "force"), scene.actors, "about"),
        "statements.addressee": _sum(statements(scene), scene.reference, "addressee"),
        "meetings.occasion": _sum(meetings, scene.words, "occasion"),
        "meetings.date": _sum(meetings, scene.words, "date"),
        "meetings.place": _sum(meetings, scene.reference, "place"),
        "meetings.kind": _sum(meetings, always, "kind"),
        "meetings.status": _sum(meetings, always, "status"),
        "organisations.state": _sum(titled(scene, "organisations"), value, "state"),
        "places.state": _sum(titled(scene, "places"), value, "state"),
        "figures.bound": _sum(amounts, always, "bound"),
        "figures.direction": _sum(amounts, always, "direction"),
        "figures.role": _sum(amounts, always, "role"),
        "figures.measure": _sum(amounts, scene.words, "measure"),
        "figures.period": _sum(amounts, scene.words, "period"),
        "figures.claimed_by": _sum(amounts, scene.reference, "claimed_by"),
    }


def _sum(pairs: Pairs, compare: Callable[[Row, Row, str], tuple[int, int, int]], field: str) -> list[int]:
    return _added(compare(one, other, field) for one, other in pairs)


def _added(counts: Iterable[Iterable[int]]) -> list[int]:
    return [sum(column) for column in zip((0, 0, 0), *counts, strict=True)]


def measured(score: Any, gold: list[Row], system: dict[str, Row]) -> Counts:
    """[right, in gold, in system] of each field over all articles."""
    docs = [compared(Scene(score, row, system[row["doc"]["id"]])) for row in gold]
    return {field: _added(doc[field] for doc in docs) for field in docs[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "blind"))
    parser.add_argument("--round", type=int, metavar="N")
    options = parser.parse_args()
    for half in (options.half,) if options.half else ("open", "blind"):
        show(half, options.round)
    return 0


def show(half: str, turn: int | None) -> None:
    """Print the fields of one half."""
    score = scorer()
    gold, found = marked(half, turn)
    print(f"{HEAD}   ({half}, {len(gold)} articles)")
    for field, counts in measured(score, gold, minutes_of(found)).items():
        print(f"{field:24s}" + "".join(f"{share:7.3f}" for share in score.f1(*counts)) + "".join(f"{count:7d}" for count in counts))


if __name__ == "__main__":
    raise SystemExit(main())
