"""The build: pure Python by default; TUTANAK_COMPILE=1 compiles the hot floors with mypyc (the same code, the same results)."""

from __future__ import annotations

import os
from glob import glob

from setuptools import setup

HOT = ["text", "mentions", "records"]
AS_IT_IS = ("records/model.py", "mentions/values.py")  # what a reading hands out: frozen, pickled, documented, as no compiled class is


def hot_modules() -> list[str]:
    """The modules of the floors that every article passes through, and the ground that they stand on."""
    floors = [path for floor in HOT for path in sorted(glob(f"src/tutanak/{floor}/*.py")) if not path.endswith(AS_IT_IS)]
    return [*floors, *(f"src/tutanak/{name}.py" for name in ("spans", "languages/__init__", "languages/variants", "exports/minutes"))]


def extensions() -> list[object]:
    if os.environ.get("TUTANAK_COMPILE") != "1":
        return []
    from mypyc.build import mypycify

    made = list(mypycify(["--strict", *hot_modules()], opt_level=os.environ.get("TUTANAK_OPT", "1"), debug_level="0", multi_file=False))
    for extension in made:
        extension.extra_compile_args.append("-fvisibility=hidden")  # calls from module to module need no table that others could override
    return made


setup(ext_modules=extensions())
