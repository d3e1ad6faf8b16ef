"""Rewrite text cases with what the reader gives now, so that a deliberate change shows as a diff of text.

usage: python tools/rewrite_cases.py [--diff] [NAME...]      (--diff: only list where truth and reader disagree)

Cases whose truth stands in lines below or beside the text can be rewritten:
acts, bodies_places, meetings, people(_offices), statements(_told), topics.
What the reader gives is not thereby right: read `git diff tests/cases` before you commit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tutanak.reading import read

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "tr"

Row = dict[str, Any]


def name(minutes: Row, ref: Any) -> str:
    """A reference as the cases write it."""
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


def bodies_places(minutes: Row) -> list[str]:
    kinds = (("o", "organisations"), ("l", "places"))
    return [f"{letter} {row['name']} | {row['state'] or '-'}" for letter, kind in kinds for row in minutes[kind]]


def statements(minutes: Row) -> list[str]:
    text = minutes["doc"]["text"]
    modes = [("heading" if s["heading"] else s["mode"], s) for s in minutes["statements"]]
    return [f"{mode} | {name(minutes, s['speaker'])} | {text[s['start'] : s['end']]}" for mode, s in modes]


BELOW: dict[str, tuple[str, Callable[[Row], list[str]]]] = {
    "acts": ("  ", acts), "meetings": ("  ", meetings), "people": ("  ", people), "people_offices": ("  ", people),
    "bodies_places": ("  ", bodies_places), "statements": ("> ", statements), "statements_told": ("> ", statements),
}  # fmt: skip


def blocks(lines: list[str], mark: str) -> list[list[str]]:
    """Texts with the lines of their truth: a text, its truth; remarks and blank lines alone."""
    found: list[list[str]] = []
    for line in lines:
        if line.startswith(mark) and found:
            found[-1].append(line)
        elif mark == "> " and found and len(found[-1]) == 1 and _is_text(line) and _is_text(found[-1][0]):
            found[-1][0] += f"\n{line}"  # a statement's text may have several lines
        else:
            found.append([line])
    return found


def _is_text(line: str) -> bool:
    return bool(line) and not line.startswith("#")


def below(case: str, lines: list[str]) -> list[str]:
    """A file whose truth stands below each text, rewritten."""
    mark, told = BELOW[case]
    written: list[str] = []
    for text, *truth in blocks(lines, mark):
        now = truth
        if _is_text(text):
            now = [mark + line for line in told(minutes_of(text if mark == "> " else _parted(case, text)))]
        written += [*text.split("\n"), *(truth if sorted(now) == sorted(truth) else now)]
    return written


def _parted(case: str, text: str) -> str:
    return text.replace("|", "\n") if case in ("acts", "meetings") else text.replace(" | ", "\n")


def minutes_of(text: str) -> Row:
    return read(text, language="tr").to_dict()


def topics(lines: list[str]) -> list[str]:
    """topics | text"""
    written = []
    for line in lines:
        truth, bar, text = line.partition(" | ")
        now = minutes_of(text)["topics"] if bar and not line.startswith("#") else []
        written.append(line if not bar or line.startswith("#") or set(now) == set(truth.split()) else f"{' '.join(now)} | {text}")
    return written


def rewritten(case: str, lines: list[str]) -> list[str]:
    return topics(lines) if case == "topics" else below(case, lines)


def main(arguments: list[str]) -> int:
    only_diff = "--diff" in arguments
    changed = 0
    for case in [a for a in arguments if a != "--diff"] or [*BELOW, "topics"]:
        path = CASES / f"{case}.txt"
        old = path.read_text(encoding="utf-8").split("\n")
        new = rewritten(case, old)
        gone, come = [line for line in old if line not in new], [line for line in new if line not in old]
        changed += len(gone) + len(come)
        print(f"{case}: {len(gone)} lines gone, {len(come)} come")
        if only_diff:
            print("\n".join([*(f"- {line}" for line in gone), *(f"+ {line}" for line in come)]))
        else:
            path.write_text("\n".join(new), encoding="utf-8")
    return int(only_diff and bool(changed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
