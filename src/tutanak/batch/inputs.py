"""Which files an archive is made of: paths, folders and patterns, each file once, in the order of their names."""

from __future__ import annotations

import glob
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from tutanak.batch.cutting import pieces
from tutanak.batch.model import Piece, Settings
from tutanak.errors import InputError
from tutanak.ingest import Failure, Skipped, files

FORMS = {".parquet": "parquet", ".pq": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl", ".warc": "warc"}
Planned = Piece | Failure | Skipped


def form_of(path: str) -> str | None:
    """The form that a file's name tells; None where it is no archive's."""
    name, packed = path.lower(), path.lower().endswith((".gz", ".zst"))
    form = FORMS.get(Path(name.removesuffix(".gz").removesuffix(".zst") if packed else name).suffix)
    fits = not packed or form == "jsonl" or (form == "warc" and name.endswith(".gz"))
    return form if fits else None


def found(paths: Iterable[str], out: Path) -> list[str]:
    """The files behind paths, folders and patterns, each once; what stands in `out` is apart."""
    every = (name for path in paths for name in _behind(path))
    return list(dict.fromkeys(name for name in every if out.resolve() not in Path(name).resolve().parents))


def _behind(path: str) -> Iterator[str]:
    matched = [path] if os.path.exists(path) else sorted(glob.glob(path, recursive=True)) or [path]
    for name in matched:
        inside = list(files([name]))
        yield from inside or [name]


def planned(names: Iterable[str], asked: Iterable[str], settings: Settings) -> Iterator[Planned]:
    """The pieces of all files, and why of some there is none. asked: those named themselves, which must be archives."""
    named = set(asked)
    for name in names:
        if form := form_of(name):
            yield from _pieces(name, form, settings)
        elif name in named:
            yield Failure(name, _why_none(name))
        else:
            yield Skipped(name, "no archive's kind of file")


def _why_none(name: str) -> str:
    if not os.path.exists(name):
        return "there is no such file"
    if os.path.isdir(name):
        return "empty: there are no files in this folder"
    return "no archive: Parquet, JSON Lines (.gz, .zst) and WARC (.gz) are; for others there is `tutanak add`"


def _pieces(name: str, form: str, settings: Settings) -> Iterator[Planned]:
    some = False
    try:
        for piece in pieces(name, form, settings):
            some = True
            yield piece
        if not some:
            yield Failure(name, "empty: there are no records in it")
    except InputError as problem:
        yield Failure(name, str(problem))
    except ModuleNotFoundError as problem:
        yield Failure(name, f"needs {problem.name}: pip install 'tutanak[archive]'")
    except FileNotFoundError:
        yield Failure(name, "there is no such file")
    except (OSError, EOFError, zlib.error) as problem:
        yield Failure(name, getattr(problem, "strerror", None) or str(problem))
