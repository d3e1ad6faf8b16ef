"""Scoring a gold with dev's own scorer: what the gate and the project's own gold share."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tutanak.reading import read_many

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
GOLD = SHARED / "gold"
ARTICLES = SHARED / "articles"

Counts = dict[str, list[int]]  # task: [right, in gold, in system]


def scorer() -> Any:
    """The gold's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError("no score.py beside the gold")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def minutes_of(articles: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The reader's minutes by article id, in plain JSON."""
    names = ("id", "text", "title", "published", "url", "outlet")
    readings = read_many(({n: a[n] for n in names if a.get(n)} for a in articles), language="tr")
    return {r.article.id: json.loads(json.dumps(r.to_dict())) for r in readings}


def total(docs: dict[str, Counts], task: str, among: Callable[[str], bool] = lambda _: True) -> tuple[int, int, int]:
    picked = [c[task] for i, c in docs.items() if among(i)]
    return sum(c[0] for c in picked), sum(c[1] for c in picked), sum(c[2] for c in picked)
