"""Rewrite text cases with what the reader gives now, so that a deliberate change shows as a diff of text.

usage: python tools/rewrite_cases.py [--diff] [FILE...]      (--diff: only list where truth and reader disagree)

The cases of acts, bodies and places, meetings, people, statements and topics can be rewritten: FILE is the name of one of
their files under tests/cases/tr without ".txt"; without FILE all of them are. A case whose truth the reader gives is left alone.
What the reader gives is not thereby right: read `git diff tests/cases` before you commit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tutanak.reading import read

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "tr"

Row = dict[str, Any]
Told = list[tuple[int, str]]
"""Lines of truth, each with the place in the text before which nothing of it is known."""


# WHAT THE READER GIVES, AS THE CASES WRITE IT


def name(minutes: Row, ref: Any) -> str:
    if isinstance(ref, list):
        return "; ".join(name(minutes, r) for r in ref)
    if isinstance(ref, dict):
        return str(ref["text"])
    names = {r["id"]: str(r["name"]) for kind in ("people", "organisations", "places") for r in minutes[kind]}
    return names.get(ref, str(ref))


def actor(minutes: Row, ref: Any) -> str:
    """The state of an actor, else its name."""
    states = {r["id"]: r["state"] for kind in ("people", "organisations") for r in minutes[kind]}
    return (states.get(ref) if isinstance(ref, str) else None) or name(minutes, ref)


def acts(minutes: Row) -> list[str]:
    done = [a for a in minutes["acts"] if a["layer"] == "done"]
    sides = [[" + ".join(sorted({actor(minutes, r) for r in a[side]})) for side in ("source", "target")] for a in done]
    return [f"{a['type']}: {source} > {target}" for a, (source, target) in zip(done, sides, strict=True)]


def meetings(minutes: Row) -> list[str]:
    places = [f" @ {name(minutes, m['place'])}" if m["place"] else "" for m in minutes["meetings"]]
    who = [" + ".join(name(minutes, p) for p in m["participants"]) for m in minutes["meetings"]]
    return [f"{m['kind']} {m['status']}: {w}{p}" for m, w, p in zip(minutes["meetings"], who, places, strict=True)]


def people(minutes: Row) -> list[str]:
    return [" | ".join((p["name"], p["office"] or "-", p["state"] or "-", name(minutes, p["org"]) if p["org"] else "-")) for p in minutes["people"]]


def named(minutes: Row) -> list[str]:
    kinds = (("o", "organisations"), ("l", "places"))
    return [f"{letter} {row['name']} | {row['state'] or '-'}" for letter, kind in kinds for row in minutes[kind]]


def statements(minutes: Row) -> Told:
    text = minutes["doc"]["text"]
    modes = [("heading" if s["heading"] else s["mode"], s) for s in minutes["statements"]]
    return [(s["start"], f"> {mode} | {name(minutes, s['speaker'])} | {text[s['start'] : s['end']]}") for mode, s in modes]


BELOW: dict[str, Callable[[Row], list[str]]] = {
    "acts": acts, "bodies": named, "meetings": meetings, "people": people, "places": named,
}  # fmt: skip
OTHERS = ("acts_planned",)  # truth of another kind


# ONE CASE, AND A FILE OF THEM


def same(line: str) -> str:
    """A line of truth without what a case need not tell: the order of those who met, occasion and date."""
    head, colon, rest = line.strip().partition(" ; ")[0].partition(": ")
    names, at, place = rest.partition(" @ ")
    return f"{head}{colon}{' + '.join(sorted(names.split(' + ')))}{at}{place}"


def indented(text: str, truth: list[str], told: Callable[[Row], list[str]]) -> list[str]:
    """The truth below a text, as it is where the reader gives it; doubtful encounters ("~") stay."""
    bar = "|" if told in (acts, meetings) else " | "
    now = told(minutes_of(text.replace(bar, "\n")))
    sure = [line for line in truth if not line.lstrip().startswith("~")]
    if sorted(map(same, sure)) == sorted(map(same, now)):
        return truth
    return [f"  {line}" for line in now] + [line for line in truth if line not in sure]


def below(lines: list[str], told: Callable[[Row], list[str]]) -> Iterator[str]:
    """A file whose truth stands indented below each text."""
    text, truth = "", list[str]()
    for line in [*lines, "#"]:
        if text and line.startswith("  "):
            truth.append(line)
            continue
        yield from indented(text, truth, told) if text else []
        text, truth = (line if line.strip() and not line.startswith("#") else ""), []
        yield line


def spoken(lines: list[str]) -> Iterator[str]:
    """A file of statements: below a heading its text, each line followed by the statements that stand in it."""
    block: list[str] = []
    for line in [*lines, "# "]:
        if line.startswith("# "):
            yield from heard(block)
            block = []
        block.append(line)
    yield "# "


def heard(block: list[str]) -> list[str]:
    """One case of statements; only what is told anew or no longer moves."""
    text = [line for line in block if line.strip() and not line.startswith(("> ", "# "))]
    now = statements(minutes_of("\n".join(text))) if text else []
    truth = [line for line in block if line.startswith("> ")]
    if [line for _, line in now] == truth:
        return block
    written, at = list[str](), 0
    for line in (line for line in block if not line.startswith("> ")):
        written.append(line)
        if line in text:
            written += [told for start, told in now if at <= start < at + len(line) + 1]
            at += len(line) + 1
    return written


def topics(lines: list[str]) -> Iterator[str]:
    """topics | text"""
    for line in lines:
        truth, bar, text = line.partition(" | ")
        now = minutes_of(text.replace(" | ", "\n"))["topics"] if bar and not line.startswith("#") else truth.split()
        yield line if set(now) == set(truth.split()) else f"{' '.join(now)} | {text}"


def minutes_of(text: str) -> Row:
    return read(text, language="tr").to_dict()


def rewritten(case: str, lines: list[str]) -> list[str]:
    kind = case.partition("_")[0]
    if kind in BELOW:
        return list(below(lines, BELOW[kind]))[:-1]
    return list(spoken(lines))[:-1] if kind == "statements" else list(topics(lines))


def files() -> list[str]:
    """The files whose cases can be rewritten."""
    names = sorted(path.stem for path in CASES.glob("*.txt"))
    return [name for name in names if name.partition("_")[0] in (*BELOW, "statements", "topics") and name not in OTHERS]


def main(arguments: list[str]) -> int:
    only_diff = "--diff" in arguments
    unknown = [a for a in arguments if a != "--diff" and a not in files()]
    if unknown:
        sys.exit(f"no cases {unknown[0]!r} that can be rewritten; there are: {', '.join(files())} (--diff: only show what would change)")
    changed = 0
    for case in [a for a in arguments if a != "--diff"] or files():
        path = CASES / f"{case}.txt"
        old = path.read_text(encoding="utf-8").split("\n")
        new = rewritten(case, old)
        gone, come = [line for line in old if line not in new], [line for line in new if line not in old]
        changed += old != new
        print(f"{case}: {len(gone)} lines gone, {len(come)} come")
        if only_diff:
            print("\n".join([*(f"- {line}" for line in gone), *(f"+ {line}" for line in come)]))
        elif old != new:
            path.write_text("\n".join(new), encoding="utf-8")
    return int(only_diff and bool(changed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
