"""What the reader reaches on the outside suites of Turkish quantities and dates, in percent of cases right to the letter.

usage: python eval/quantities.py [FOLDER] [--curly]     (FOLDER: where their scorer and its cases are)

The suites of times are told once more by what their cases ask for first: dates, ranges of dates and durations are what news tells,
the others a calendar.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from adapters import quantities

TIMES = ("DateTimeModel", "MergedParser")
KINDS = ("date", "daterange", "duration", "datetime", "datetimerange", "time", "timerange", "set")
ERRATA = Path(__file__).parent / "errata.tsv"
FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "suites" / "quantities"


def scorer(folder: Path) -> ModuleType:
    """The suites' own scorer, loaded from its file."""
    spec = importlib.util.spec_from_file_location("quantity_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def errata() -> dict[str, str]:
    """Cases whose expectation is wrong Turkish: id -> why."""
    with ERRATA.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row["why"] for row in csv.DictReader(lines, delimiter="\t")}


def strict(folder: Path = FOLDER, curly: bool = False) -> dict[str, float]:
    """Percent of cases right in all spans and values, suite by suite; cases in the errata are left out."""
    score = scorer(folder)
    setattr(score, "CURLY", curly)  # noqa: B010  (a flag of theirs)
    score.SUSPECT.update(errata())
    reached: dict[str, float] = {}
    for group, name in score.DATA:
        rows = score.load(name, group)
        if rows:
            answers = quantities([{k: r[k] for k in ("id", "input", "reference_time", "group")} for r in rows])
            reached[name.removeprefix("recognizers_").removesuffix("Model")] = _percent(score, rows, answers)
    return reached


def by_kind(folder: Path = FOLDER, curly: bool = False) -> dict[str, tuple[float, int]]:
    """Of the suites of times together, kind by kind: percent of cases right, how many cases there are."""
    score = scorer(folder)
    setattr(score, "CURLY", curly)  # noqa: B010  (a flag of theirs)
    score.SUSPECT.update(errata())
    reached: dict[str, tuple[float, int]] = {}
    for kind in KINDS:
        rows = [row for name in TIMES for row in score.load(f"recognizers_{name}#datetimeV2.{kind}", "time")]
        if rows:
            answers = quantities([{k: r[k] for k in ("id", "input", "reference_time", "group")} for r in rows])
            reached[kind] = _percent(score, rows, answers), len(rows)
    return reached


def _percent(score: ModuleType, rows: list[dict[str, object]], answers: list[list[dict[str, object]]]) -> float:
    counts, _ = score.score(rows, answers)
    return 100.0 * float(counts["strict"]) / float(counts["n"])


def main(arguments: list[str]) -> None:
    folder, curly = next((Path(a) for a in arguments if not a.startswith("-")), FOLDER), "--curly" in arguments
    for name, percent in strict(folder, curly).items():
        print(f"{name:20} {percent:5.1f}")
    for kind, (percent, count) in by_kind(folder, curly).items():
        print(f"  times: {kind:15} {percent:5.1f}  ({count} cases)")
    print(f"{'errata':20} {len(errata()):5}")


if __name__ == "__main__":
    main(sys.argv[1:])
