"""The quality gate: dev gold and the project's own, scored with dev's own scorer, compared with floors that only rise.

usage: python eval/gate.py [--half open|blind] [--update "why"]

Prints F1 per task over all articles of dev, the lowest of five folds (by id hash) and of the outlets, the floor and the aim;
then precision per kind at the default confidence, F1 on the project's own gold (eval/own_gold.py), of the fields that the scorer does not
look at (eval/fields.py), and what is measured of stories (eval/stories.py). Exit status 1 when a score is below its floor.
--update raises floors that the scores have passed, with today's date and the reason; it never lowers one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Any

import fields
import own_gold
from scoring import ARTICLES, GOLD, Counts, minutes_of, rows, scorer, total
from split import half
from tutanak.exports.minutes import EXPERIMENTAL

FLOORS = Path(__file__).parent / "floors.json"

PRECISION = {  # kind: (tasks whose precision it is, the least that is no experiment)
    "statements": (("statements.direct", "statements.indirect"), 0.92), "meetings": (("meetings",), 0.88), "figures": (("figures.amount",), 0.88),
    "acts": (("acts",), 0.70), "positions": (("positions",), 0.70), "undertakings": (("undertakings",), 0.70),
}  # fmt: skip
SEED_TASKS = ("people", "people.office", "statements.direct", "statements.direct.attributed", "statements.indirect",
              "statements.indirect.attributed", "meetings", "meetings.full", "figures.amount", "figures.full")  # fmt: skip


def scored(folder: Path, score: Any, wanted: str | None) -> dict[str, Counts]:
    """Counts per article of a gold folder."""
    gold = {g["doc"]["id"]: g for g in rows(folder / "gold.jsonl") if wanted in (None, half(g["doc"]["id"]))}
    system = minutes_of(a for a in rows(folder / "articles.jsonl") if a["id"] in gold)
    return {i: score.score_doc(score.Doc(g), score.Doc(system.get(i)), []) for i, g in gold.items()}


def fold(ident: str) -> int:
    return hashlib.sha256(ident.encode()).digest()[1] % 5


def lowest(docs: dict[str, Counts], task: str, group: Callable[[str], Any], f1: Any) -> tuple[float, str]:
    """The lowest F1 among the groups that have at least ten gold rows, and the group's name."""
    cells = []
    for name in sorted({group(i) for i in docs}, key=str):
        counts = total(docs, task, lambda i, name=name: group(i) == name)  # type: ignore[misc]
        if counts[1] >= 10:
            cells.append((f1(*counts)[2], str(name)))
    return min(cells, default=(1.0, "-"))


def table(docs: dict[str, Counts], floors: dict[str, Any], outlets: dict[str, str], f1: Any) -> list[str]:
    """Print the scores; the tasks that fell below their floor."""
    print(f"{'task':32} {'P':>6} {'R':>6} {'F1':>6}  {'floor':>6} {'aim':>5}  {'worst fold':>10}  worst outlet   ({len(docs)} articles)")
    fallen = []
    for task in next(iter(docs.values())):
        p, r, f = f1(*total(docs, task))
        floor = floors["f1"].get(task, {})
        fold_f, _ = lowest(docs, task, fold, f1)
        outlet_f, outlet = lowest(docs, task, lambda i: outlets.get(i, "?"), f1)
        below = f < floor.get("floor", 0) - 1e-9
        held = f"{floor.get('floor', 0):6.3f} {floor.get('aim', ''):>5}"
        print(f"{task:32} {p:6.3f} {r:6.3f} {f:6.3f}  {held}  {fold_f:10.3f}  {outlet_f:.3f} {outlet} {'BELOW' * below}")
        fallen += [task] * below
    return fallen


def precisions(docs: dict[str, Counts]) -> dict[str, float]:
    """Precision of each kind at the default confidence."""
    found = {}
    for kind, (tasks, _) in PRECISION.items():
        counts = [total(docs, t) for t in tasks]
        found[kind] = sum(c[0] for c in counts) / max(sum(c[2] for c in counts), 1)
    return found


def precise(docs: dict[str, Counts], floors: dict[str, Any]) -> list[str]:
    """Print precision per kind; the kinds that fell, or that ought to be shown as experimental and are not."""
    fallen = []
    print(f"\n{'precision at the default confidence':36} {'floor':>6} {'aim':>5}")
    for kind, p in precisions(docs).items():
        floor, aim = floors["precision"].get(kind, {}).get("floor", 0), PRECISION[kind][1]
        word = "BELOW" if p < floor - 1e-9 else "not marked experimental" if p < aim and kind not in EXPERIMENTAL else ""
        mark = "experimental" if kind in EXPERIMENTAL else ""
        print(f"{kind:28} {p:7.3f} {floor:6.3f} {aim:5.2f}  {mark} {word}")
        fallen += [f"precision of {kind}: {word}"] * bool(word)
    return fallen


def seed(score: Any, floors: dict[str, Any]) -> list[str]:
    """The seed report's own score; what is not as right as it was."""
    docs = scored(GOLD / "seed", score, None)
    values = {t: score.f1(*total(docs, t))[2] for t in SEED_TASKS}
    print("\nseed report: " + ", ".join(f"{t} {v:.2f}" for t, v in values.items()))
    return [f"seed {t}" for t, v in values.items() if v < floors["seed"].get(t, {}).get("floor", 0) - 1e-9]


def own(score: Any, floors: dict[str, Any]) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Print F1 on the project's own gold, by round and by half (looked at, only scored); the rounds' scores, and what fell below its floor."""
    turns = own_gold.turns()
    parts = {(turn, half): own_gold.scored(score, half, turn) for turn in turns for half in ("open", "blind")}
    rounds = {f"own{turn}": parts[turn, "open"] | parts[turn, "blind"] for turn in turns}
    halves = [reduce(or_, (parts[turn, half] for turn in turns)) for half in ("open", "blind")]
    docs = halves[0] | halves[1]
    heads = "".join(f"  {f'{len(marked)} of round {turn}':>14}  floor" for turn, marked in zip(turns, rounds.values(), strict=True))
    print(f"\n{f'own gold, F1 ({len(docs)} articles)':32} {'all':>6}{heads}  looked at  only scored")
    values = {name: {task: score.f1(*total(among, task))[2] for task in next(iter(docs.values()))} for name, among in rounds.items()}
    least = {name: {task: floors.get(name, {}).get(task, {}).get("floor", 0) for task in of} for name, of in values.items()}
    for task in next(iter(docs.values())):
        among, opened, blind = (score.f1(*total(part, task))[2] for part in (docs, *halves))
        cells = "".join(f"  {values[name][task]:14.3f}  {least[name][task]:5.3f}" for name in rounds)
        print(f"{task:32} {among:6.3f}{cells}  {opened:9.3f}  {blind:11.3f}")
    return values, [f"{name} {task}" for name, of in values.items() for task, value in of.items() if value < least[name][task] - 1e-9]


def of_stories() -> dict[str, float]:
    """What eval/stories.py measures; nothing where its library is not installed."""
    try:
        import stories
    except ModuleNotFoundError as problem:
        if os.environ.get("REQUIRE") == "all":
            raise
        print(f"stories: not measured, {problem.name} is not installed (pip install -e '.[test]')")
        return {}
    return stories.measured()


def of_fields(score: Any) -> dict[str, float]:
    """F1 of the fields that the scorer does not look at (eval/fields.py), on all of the project's own gold."""
    marked, found = own_gold.marked()
    return {field: score.f1(*counts)[2] for field, counts in fields.measured(score, marked, minutes_of(found)).items()}


def told_apart(part: str, values: dict[str, float], floors: dict[str, Any]) -> list[str]:
    """Print what is measured of stories or fields; what fell below its floor."""
    rows = {name: floors.get(part, {}).get(name, {}) for name in values}
    for name, value in values.items():
        print(f"{f'{part}.{name}':30} {value:7.3f} {rows[name].get('floor', 0):6.3f} {rows[name].get('aim', '')!s:>5}")
    return [f"{part}.{name}" for name, value in values.items() if value < rows[name].get("floor", 0) - 1e-9]


def raised(docs: dict[str, Counts], others: dict[str, dict[str, float]], floors: dict[str, Any], score: Any, why: str) -> None:
    """Raise floors to the scores of today, rounded down to a hundredth; never lower one."""
    seeds = scored(GOLD / "seed", score, None)
    now = {
        "f1": {t: score.f1(*total(docs, t))[2] for t in next(iter(docs.values()))}, "precision": precisions(docs),
        "seed": {t: score.f1(*total(seeds, t))[2] for t in SEED_TASKS}, **others,
    }  # fmt: skip
    for part, values in now.items():
        for name, value in values.items():
            row = floors.setdefault(part, {}).setdefault(name, {})
            new = int(value * 100 + 1e-9) / 100
            if new > row.get("floor", 0):
                row.update(floor=new, date=date.today().isoformat(), why=why)
    FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("open", "blind"))
    parser.add_argument("--update", metavar="WHY")
    options = parser.parse_args()
    missing = [f"../shared/{folder.name}" for folder in (GOLD, ARTICLES) if not folder.is_dir()]
    if missing:
        needed = os.environ.get("REQUIRE") == "all"
        print(f"gate {'FAILED' if needed else 'skipped'}: {' and '.join(missing)} not here", file=sys.stderr)
        return int(needed)
    return gate(options.half, options.update)


def gate(wanted: str | None, why: str | None) -> int:
    """Score, print, compare. Floors hold for the whole of dev; a half is only printed."""
    floors, score = json.loads(FLOORS.read_text(encoding="utf-8")), scorer()
    docs = scored(GOLD / "dev", score, wanted)
    outlets = {a["id"]: a.get("outlet") or "?" for a in rows(GOLD / "dev" / "articles.jsonl")}
    fallen = table(docs, floors, outlets, score.f1) + precise(docs, floors) + seed(score, floors)
    if wanted:
        return 0
    ours, lower = own(score, floors)
    apart = {"fields": of_fields(score), "stories": of_stories()}
    fallen += lower + [name for part, values in apart.items() for name in told_apart(part, values, floors)]
    if why:
        raised(docs, {**ours, **apart}, floors, score, why)
    print("\ngate: " + (f"FAILED: {', '.join(fallen)}" if fallen else "held"))
    return int(bool(fallen))


if __name__ == "__main__":
    sys.exit(main())
