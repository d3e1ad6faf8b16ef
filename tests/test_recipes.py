"""The code that stands in docs/recipes.md and docs/spacy.md runs, and prints what stands under it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))


def test_recipes_print_what_stands_under_them() -> None:
    for name in ("pandas", "polars", "duckdb"):
        pytest.importorskip(name, reason=f"{name} is not here: pip install 'tutanak[test]'")
    import recipes

    page = recipes.PAGE.read_text(encoding="utf-8")
    assert {re.findall(r"import (pandas|polars|duckdb)", code)[0] for code in re.findall(r"```python\n(.*?)```", page, re.DOTALL)} == {
        "pandas", "polars", "duckdb"
    }  # fmt: skip
    assert recipes.filled(page) == page, "run `make docs`"


def test_a_recipe_that_prints_something_else_is_noticed() -> None:
    pytest.importorskip("pyarrow")
    import recipes

    page = "```python\nprint(1 + 1)\n```\n\n```\n3\n```\n"
    assert recipes.filled(page) == page.replace("3", "2")


def test_the_example_of_spacy_says_what_comes_of_it() -> None:
    pytest.importorskip("spacy", reason="spacy is not here: pip install 'tutanak[spacy]'")
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8"), re.DOTALL)
    assert code
    told = re.findall(r"^(doc\._.*?|\[.*?)\s+# (.+)$", code[1], re.MULTILINE)
    known: dict[str, object] = {}
    exec(code[1], known)
    assert len(told) == 3
    for expression, value in told:
        assert repr(eval(expression, known)) == value
