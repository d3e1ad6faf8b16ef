"""The rules of a pack, listed: every entry that carries an example, with the id that records name it by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tutanak.languages import Pack


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of a section with its own proof: texts it must match, texts it must not."""

    id: str
    section: str
    says: str
    examples: tuple[str, ...]
    counter: tuple[str, ...]
    entry: dict[str, Any]


def rules(pack: Pack) -> Iterator[Rule]:
    """All entries of all sections that carry an `example`, in the pack's order."""
    for section in sorted(pack.sections):
        for says, entry in _entries(pack.sections[section]):
            if "example" in entry:
                yield Rule(pack.rule(section, says), section, says, texts(entry["example"]), texts(entry.get("not")), entry)


def texts(given: Any) -> tuple[str, ...]:
    """One text or a list of texts, as a tuple."""
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else tuple(str(t) for t in given)


def _entries(section: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Entries wherever they stand in a section: in a list by their `says`, in a map by their key."""
    if isinstance(section, dict):
        for key, value in section.items():
            if isinstance(value, dict) and "example" in value:
                yield str(value.get("says", key)), value
            else:
                yield from _entries(value)
    elif isinstance(section, list):
        for value in section:
            if isinstance(value, dict) and isinstance(name := value.get("says") or value.get("unit"), str | list):
                yield name if isinstance(name, str) else str(value.get("unit") or name[0]), value
            else:
                yield from _entries(value)


def named(pack: Pack, id: str) -> list[Rule]:
    """The entries behind a rule's id: as a rule one; several where a word has several uses; of "noun + verb" that of the noun."""
    wanted = {id, id.split(" + ")[0]}
    return [r for r in rules(pack) if r.id in wanted]


def listed(pack: Pack, kind: str) -> Iterator[str]:
    """A line for each rule of the sections whose name begins with `kind`, its example beneath."""
    for rule in rules(pack):
        if rule.section.startswith(kind):
            yield rule.id
            yield from (f"    {text}" for text in rule.examples)
            yield from (f"    not: {text}" for text in rule.counter)


def counted(pack: Pack) -> Iterator[str]:
    """A line for each section that holds rules: its name and how many."""
    sections = [r.section for r in rules(pack)]
    for name in sorted(set(sections)):
        yield f"{name:20} {sections.count(name):5}"
