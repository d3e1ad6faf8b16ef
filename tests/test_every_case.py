"""Every file of cases is one that a test runs: a file that nobody reads looks green."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent
COLLECTING = """
import sys, pytest
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
sys.stdout, told = sys.stderr, sys.stdout
status = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", sys.argv[1]])
told.write("\\n".join(path for path in opened if "cases" in path))
raise SystemExit(status)
"""


def test_every_file_of_cases_is_read() -> None:
    collected = subprocess.run(
        [sys.executable, "-c", COLLECTING, str(TESTS)], capture_output=True, text=True, check=False, cwd=TESTS.parent, timeout=300
    )
    assert collected.returncode == 0, collected.stderr[-2000:]
    read = {Path(line).resolve() for line in collected.stdout.splitlines()}
    files = {path.resolve() for path in (TESTS / "cases").rglob("*") if path.is_file()}
    assert files
    assert sorted(path.name for path in files - read) == []
