"""Sentences with their records marked in them: {kind words} a record, <words> a reported clause."""

from __future__ import annotations

from pathlib import Path

from tutanak.mentions import find
from tutanak.mentions.model import Mentions, Unnamed
from tutanak.records.model import Statement
from tutanak.spans import Span
from tutanak.text import lay_out
from tutanak.text.layout import Layout

CASES = Path(__file__).parent / "cases" / "tr"


class Marked:
    """A case: its text, the records marked in it (label, words) and its reported clauses."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.labels: list[tuple[str, Span]] = []
        self.reported: list[Span] = []
        self.text = self._read(line)

    def _read(self, line: str) -> str:
        text, opened, clause = "", ("", 0), 0
        at = 0
        while at < len(line):
            mark = line[at]
            if mark == "{":
                label = line[at + 1 : line.index(" ", at)]
                opened = (label, len(text))
                at += len(label) + 1
            elif mark == "}":
                self.labels.append((opened[0], Span(opened[1], len(text))))
            elif mark == "<":
                clause = len(text)
            elif mark == ">":
                self.reported.append(Span(clause, len(text)))
            else:
                text += mark
            at += 1
        return text


def cases(name: str) -> list[Marked]:
    """The cases of tests/cases/tr/NAME.txt."""
    lines = (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [Marked(line) for line in lines if line and not line.startswith("#")]


def read(text: str) -> tuple[Layout, Mentions]:
    layout = lay_out(text)
    return layout, find(layout)


def statements(layout: Layout, marked: Marked) -> list[Statement]:
    """Quotations of three words or more, and the clauses marked <so>; what follows a clause is its cue."""
    speaker = (Unnamed("Bakan", Span(0, 1)),)
    said = [
        Statement(rule="", confidence=1.0, mode="direct", span=q.span, speakers=speaker, cue=None)
        for q in layout.quotations
        if q.parent < 0 and q.last - q.first > 2
    ]
    for span in marked.reported:
        cue = Span(span.end, layout.sentences[-1].end)
        said.append(Statement(rule="", confidence=1.0, mode="indirect", span=span, speakers=speaker, cue=cue))
    return sorted(said, key=lambda s: s.span)
