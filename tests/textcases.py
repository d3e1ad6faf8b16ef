"""Reading the text cases under tests/cases: one text a line, # remarks, escapes for line ends and the marks themselves."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).parent / "cases"
ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


def lines(name: str) -> list[str]:
    """The cases of a file such as tr/sentences.txt."""
    text = (CASES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def symbols(line: str) -> list[tuple[str, bool]]:
    """The letters of a case; each with whether it was escaped and so means itself."""
    read: list[tuple[str, bool]] = []
    escaped = False
    for letter in line:
        if escaped:
            read.append((ESCAPES.get(letter, letter), True))
        elif letter != "\\":
            read.append((letter, False))
        escaped = letter == "\\" and not escaped
    return read


def pieces(line: str, mark: str = "|") -> list[str]:
    """The stretches between unescaped marks."""
    read = [""]
    for letter, escaped in symbols(line):
        if letter == mark and not escaped:
            read.append("")
        else:
            read[-1] += letter
    return read


def escape(text: str, marks: str = "|") -> str:
    """The line that `pieces` reads back as this one stretch."""
    names = {letter: name for name, letter in ESCAPES.items()}
    return "".join("\\" + names[c] if c in names else "\\" + c if c in marks + "\\" else c for c in text)


def answered(name: str) -> list[tuple[str, list[str]]]:
    """(text, the lines in "> " below it) of each case of a file."""
    found: list[tuple[str, list[str]]] = []
    for line in lines(name):
        if line.startswith("> "):
            found[-1][1].append(line[2:])
        else:
            found.append((line, []))
    return found
