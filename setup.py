"""The build: pure Python by default; TUTANAK_COMPILE=1 compiles the hot floors with mypyc (the same code, the same results)."""

from __future__ import annotations

import os
from glob import glob

from setuptools import setup

HOT = ["text", "mentions", "records"]
AS_IT_IS = "model.py"  # what a reading hands out: frozen, pickled, with docstrings, none of which a compiled class has


def hot_modules() -> list[str]:
    """The modules of the floors that every article passes through, and the ground that they stand on."""
    floors = [path for floor in HOT for path in sorted(glob(f"src/tutanak/{floor}/*.py")) if not path.endswith(AS_IT_IS)]
    return [*floors, "src/tutanak/spans.py", "src/tutanak/languages/__init__.py", "src/tutanak/languages/variants.py"]


def extensions() -> list[object]:
    if os.environ.get("TUTANAK_COMPILE") != "1":
        return []
    from mypyc.build import mypycify

    return list(mypycify(["--strict", *hot_modules()], opt_level=os.environ.get("TUTANAK_OPT", "1"), multi_file=False))


setup(ext_modules=extensions())
