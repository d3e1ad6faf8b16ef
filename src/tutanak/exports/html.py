"""Minutes as one self-contained page: each value is a link that lights up the characters which prove it. No script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

from tutanak.exports import Row, Style, marks
from tutanak.exports.digest import Digest, Line, Run, Section, digest, lights
from tutanak.exports.words import label

_LINK = '[href="#{}"]'


def pieces(minutes: Iterable[Row], style: Style) -> Iterator[bytes]:
    yield page(list(minutes), style.lang).encode("utf-8")


def page(minutes: list[Row], lang: str) -> str:
    """A whole page for one article or several."""
    title = escape(digest(minutes[0], lang).title if len(minutes) == 1 else label("minutes", lang))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    body = _index(minutes, lang) + "".join(_article(row, lang, f"d{i}") for i, row in enumerate(minutes, 1))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n<title>{title}</title>\n<style>\n{_sheet()}</style>\n</head>\n'
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def fragment(minutes: Row, lang: str) -> str:
    """The minutes of one article to put into another page (a notebook)."""
    return f"<style>\n{_sheet()}</style>\n" + _article(minutes, lang, f"t{minutes['doc']['sha256'][:8]}")


def _sheet() -> str:
    return marks.sheet() + (resources.files(__package__) / "minutes.css").read_text(encoding="utf-8")


def _index(minutes: list[Row], lang: str) -> str:
    if len(minutes) < 2:
        return ""
    items = "".join(f'<li><a href="#d{i}">{escape(_title(digest(row, lang)))}</a></li>\n' for i, row in enumerate(minutes, 1))
    return f"<nav><ol>\n{items}</ol></nav>\n"


def _title(told: Digest) -> str:
    return f"{told.pair} {told.title}".strip()


def _article(minutes: Row, lang: str, prefix: str) -> str:
    """The text with its lights on one side, the minutes on the other."""
    told, lit = digest(minutes, lang), lights(minutes)
    look = marks.Look(lambda key: _ident(prefix, key))
    sections = "".join(_section(section, lit, prefix, lang) for section in told.sections)
    notes = "".join(f"<p class='note'>{escape(note)}</p>\n" for note in told.notes)
    language, named = escape(minutes["doc"]["language"]), label("text", lang)
    return (
        f"<style>\n{marks.switches(lit, look.ident, f'#{prefix}', _LINK)}</style>\n"
        f'<article class="minutes" id="{prefix}">\n<h1>{escape(_title(told))}</h1>\n'
        f'<div class="sides">\n<section class="told">\n{sections}{notes}</section>\n'
        f'<section class="text" lang="{language}" aria-label="{named}">{"".join(marks.marked(minutes, lit, look))}</section>\n</div>\n</article>\n'
    )


def _section(section: Section, lit: marks.Lights, prefix: str, lang: str) -> str:
    mark = f' <small class="warn">{label("experimental", lang)}</small>' if section.experimental else ""
    rows = "".join(f"<li>{_line(line, lit, prefix)}</li>\n" for line in section.lines)
    return f'<h2>{escape(section.title)}{mark}</h2>\n<ul class="{section.kind}">\n{rows}</ul>\n'


def _line(line: Line, lit: marks.Lights, prefix: str) -> str:
    head, runs = ("".join(_run(run, lit, prefix) for run in side) for side in line)
    return f"<b>{head}</b> {runs}" if head else runs


def _run(run: Run, lit: marks.Lights, prefix: str) -> str:
    words = escape(run.words)
    look = f' class="{run.style}"' if run.style else ""
    if lit.get(run.key):
        return f'<a href="#{_ident(prefix, run.key)}"{look}>{words}</a>'
    return f"<span{look}>{words}</span>" if look else words


def _ident(prefix: str, key: str) -> str:
    return f"{prefix}-{key.replace('.', '-')}"
