"""The hot floors stay code that mypyc can compile: what it refuses is found here, not when someone builds for speed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

TRANSLATED = """
import setuptools, sys
setuptools.setup = lambda **_: None
import setup
from mypyc.build import mypycify
mypycify(["--strict", *setup.hot_modules()], opt_level="0", debug_level="0", target_dir=sys.argv[1])
"""


def test_the_hot_floors_are_translated(tmp_path: Path) -> None:
    """To C only: to compile that takes minutes."""
    done = subprocess.run([sys.executable, "-c", TRANSLATED, str(tmp_path)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:] or done.stdout[-2000:]
    assert list(tmp_path.rglob("*.c"))
