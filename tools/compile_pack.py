"""Compile src/tutanak/languages/LANG/*.yaml into src/tutanak/languages/LANG.json, deterministically.

usage: python tools/compile_pack.py [--check] [LANG...]      (--check: exit 1 when the compiled file is stale)
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import orjson
import yaml

LANGUAGES = Path(__file__).resolve().parent.parent / "src" / "tutanak" / "languages"


def compiled(language: str) -> bytes:
    """The bytes of the compiled pack."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sections: dict[str, Any] = {}
    for path in sorted((LANGUAGES / language).glob("*.yaml")):
        sections[path.stem] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return orjson.dumps(sections, option=orjson.OPT_APPEND_NEWLINE)


def main(arguments: list[str]) -> int:
    check = "--check" in arguments
    stale = False
    for language in [a for a in arguments if a != "--check"] or sorted(p.name for p in LANGUAGES.iterdir() if (p / "pack.yaml").exists()):
        target, wanted = LANGUAGES / f"{language}.json", compiled(language)
        if check and (not target.exists() or target.read_bytes() != wanted):
            print(f"{target.name} is stale: run `make pack`", file=sys.stderr)
            stale = True
        elif not check:
            target.write_bytes(wanted)
    return int(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
