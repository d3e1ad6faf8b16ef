"""The house rules that a machine can keep: short functions, said purposes, no trace of one machine."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "eval").glob("*.py"), *(ROOT / "tools").glob("*.py")])
AVOIDED = ("info", "item", "manager", "handler", "processor", "helper", "util", "utils", "common", "misc")


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its length: lines from def to end, docstring and decorators apart."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[1] if ast.get_docstring(node) is not None and len(node.body) > 1 else node.body[0]
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - first.lineno + 1


def test_functions_are_short() -> None:
    lengths = list(functions())
    assert not [(name, n) for name, n in lengths if n > 80], "longer than 80 lines"
    long = sorted(((n, name) for name, n in lengths if n > 20), reverse=True)
    assert len(long) <= 0.1 * len(lengths), f"{len(long)} of {len(lengths)} functions have more than 20 lines: {long[:20]}"


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "no module docstring"


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_names_are_those_of_the_field(path: Path) -> None:
    assert path.stem not in AVOIDED
    names = [n.name for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ClassDef | ast.FunctionDef)]
    assert not [n for n in names if n.lower().removesuffix("s") in AVOIDED]


def written() -> Iterator[Path]:
    """The files of the repository that people write."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        foreign = any(p.startswith(".") or p.endswith(".egg-info") or p in ("build", "dist") for p in inside[:-1])
        if path.suffix in {".py", ".md", ".toml", ".yaml", ".txt", ".lock"} and not foreign:
            yield path


def test_no_trace_of_one_machine() -> None:
    traces = ("/" + "work/", "/" + "tmp/", "/" + "root/", "/" + "home/", "file:" + "//")
    found = [(str(p.relative_to(ROOT)), t) for p in written() for t in traces if t in p.read_text(encoding="utf-8")]
    assert not found


def test_no_mark_of_a_merge_is_left() -> None:
    marks = tuple(7 * sign for sign in "<>|")
    lines = ((path, n, line) for path in written() for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1))
    assert not [f"{path.relative_to(ROOT)}:{n}" for path, n, line in lines if line.startswith(marks)]
