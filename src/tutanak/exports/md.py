"""Minutes as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tutanak.exports import Row, Style
from tutanak.exports.digest import Digest, Line, Run, Section, digest
from tutanak.exports.words import label

LOOKS = {"name": "**", "value": "**", "quote": "", "dim": "", "mark": "", "warn": "_", "note": "", "": ""}


def pieces(minutes: Iterable[Row], style: Style) -> Iterator[bytes]:
    for i, row in enumerate(minutes):
        lines = written(digest(row, style.lang), style.lang)
        yield (("\n" if i else "") + "\n".join(lines) + "\n").encode("utf-8")


def written(minutes: Digest, lang: str) -> Iterator[str]:
    """The lines of one article's minutes, or of any answer; sources become footnotes."""
    yield f"# {_plain(f'{minutes.pair}  {minutes.title}'.strip())}"
    for section in minutes.sections:
        yield from ("", f"## {_title(section, lang)}", "")
        if section.kind == "sources":
            yield from (f"{_run(line.head[0])}: {''.join(map(_run, line.runs))}" for line in section.lines)
        else:
            yield from (f"- {_line(line)}" for line in section.lines)
    for note in minutes.notes:
        yield from ("", f"_{_plain(note)}_")


def _title(section: Section, lang: str) -> str:
    return f"{section.title} ({label('experimental', lang)})" if section.experimental else section.title


def _line(line: Line) -> str:
    head, runs = "".join(map(_run, line.head)), "".join(map(_run, line.runs))
    return f"{head}: {runs}" if head and runs else head or runs


def _run(run: Run) -> str:
    words, mark = _plain(run.words), LOOKS[run.style]
    if run.style == "note":
        return f"[^{words}]"
    bare = words.strip()
    return words.replace(bare, f"{mark}{bare}{mark}") if mark and bare else words


def _plain(words: str) -> str:
    """The words with what Markdown would take for marks escaped."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", words)
