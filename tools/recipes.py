"""The code of docs/recipes.md run on the tables of the demo's reports, and what it prints put under it."""

from __future__ import annotations

import re
import shutil
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tutanak.batch.archive import Archive
from tutanak.batch.engines import Here
from tutanak.batch.model import Settings

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "recipes.md"
REPORTS = ROOT / "src" / "tutanak" / "ledger" / "demo.jsonl"
_RECIPE = re.compile(r"```python\n(.*?)```\n\n```\n(.*?)```", re.DOTALL)


def written() -> str:
    """docs/recipes.md as it should be."""
    return filled(PAGE.read_text(encoding="utf-8"))


def filled(page: str) -> str:
    """The page with what each recipe prints now."""
    with TemporaryDirectory() as folder, chdir(folder):
        shutil.copy(REPORTS, "reports.jsonl")
        Archive(["reports.jsonl"], Path("minutes"), Settings()).run(Here(), _refused, lambda _bytes, _articles: None)
        return _RECIPE.sub(lambda recipe: f"```python\n{recipe[1]}```\n\n```\n{printed(recipe[1])}```", page)


def _refused(where: str, why: str) -> None:
    raise ValueError(f"{where}: {why}")


def printed(code: str) -> str:
    """What some code prints, run in a namespace of its own."""
    with redirect_stdout(StringIO()) as out:
        exec(compile(code, str(PAGE), "exec"), {"__name__": "recipe"})
    return out.getvalue()
