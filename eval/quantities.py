"""What the reader reaches on the outside suites of Turkish quantities and dates, in percent of cases right to the letter.

usage: python eval/quantities.py [FOLDER] [--curly]     (FOLDER: where their scorer and its cases are)
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from adapters import quantities

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


def _percent(score: ModuleType, rows: list[dict[str, object]], answers: list[list[dict[str, object]]]) -> float:
    counts, _ = score.score(rows, answers)
    return 100.0 * float(counts["strict"]) / float(counts["n"])


def main(arguments: list[str]) -> None:
    folders = [Path(a) for a in arguments if not a.startswith("-")]
    for name, percent in strict(folders[0] if folders else FOLDER, "--curly" in arguments).items():
        print(f"{name:20} {percent:5.1f}")
    print(f"{'errata':20} {len(errata()):5}")


if __name__ == "__main__":
    main(sys.argv[1:])
