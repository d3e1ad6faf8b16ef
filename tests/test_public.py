"""The face of the package: what is public, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import tutanak


def test_the_public_names() -> None:
    assert tutanak.__all__ == sorted(tutanak.__all__)
    assert len(tutanak.__all__) <= 15
    assert set(dir(tutanak)) == {*tutanak.__all__, "__version__"}
    for name in tutanak.__all__:
        assert getattr(tutanak, name).__doc__, f"{name} has no docstring"


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    with pytest.raises(AttributeError, match="read_many"):
        tutanak.raed  # noqa: B018


def test_it_is_typed() -> None:
    assert (Path(tutanak.__file__).parent / "py.typed").exists()


def cpu_seconds(code: str) -> float:
    """Process time of an interpreter that runs the code, without what the interpreter itself takes."""
    told = f"import time; begin = time.process_time(); {code}; print(time.process_time() - begin)"
    runs = [subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout for _ in range(3)]
    return min(float(out.splitlines()[-1]) for out in runs)


def test_importing_is_quick() -> None:
    assert cpu_seconds("import tutanak") <= 0.2


def test_importing_loads_no_floor() -> None:
    code = "import sys, tutanak; print([m for m in ('click', 'rich', 'orjson', 'tutanak.reading', 'tutanak.languages') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_help_is_quick() -> None:
    assert cpu_seconds("from tutanak.cli import cli; cli.main(['--help'], standalone_mode=False)") <= 0.2
