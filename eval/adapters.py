"""tutanak as the outside suites see it: `quantities` answers their cases in the shape of their scorer.

The reader itself is narrower: what only a calendar's or a pocket calculator's user says ("sabah 8", "iki bölü üç") is
read here by the same grammars in their wide form. Conventions of the suites that are not Turkish (a closed range that
drops its last unit) are given beside the right value, never instead of it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))  # the scripts of this folder import one another by name

import suite_numbers
import suite_times

Case = dict[str, Any]
Entity = dict[str, Any]


def quantities(cases: list[Case]) -> list[list[Entity]]:
    """One list of entities a case; a case has id, input, reference_time and group."""
    return [_answer(case) for case in cases]


def _answer(case: Case) -> list[Entity]:
    if case["group"] == "time":
        return suite_times.entities(case["input"], case["reference_time"])
    model = case["id"].split("/")[1] if "/" in case["id"] else ""
    return suite_numbers.entities(case["input"], case["group"], model)
