"""Every rule of every pack proves itself: its example is read by it, its counter-example is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import tutanak
from tutanak.languages import load
from tutanak.languages.rules import Rule, counted, listed, named, rules, texts
from tutanak.mentions import find as find_mentions
from tutanak.mentions.endings import forms
from tutanak.text import casing, lay_out

LANGUAGES = Path(tutanak.__file__).parent / "languages"
FOLDERS = sorted(p.parent for p in LANGUAGES.glob("*/pack.yaml"))
RULES = list(rules(load("tr")))
SECTIONS = sorted({r.section for r in RULES})


def fired(text: str, doubtful: bool) -> set[str]:
    """The rules that made something of a text, or of what a default minute shows of it: of records, of their fields, of findings."""
    reading = tutanak.read(text, language="tr", published="2022-10-13")
    shown = [r for r in reading.records if doubtful or r not in reading.doubtful]
    used = {r.rule for r in shown} | {f.rule for f in reading.findings}
    return used | {p.rule for r in shown for p in r.proof.values()}


def by_record(rule: Rule, text: str, doubtful: bool = True) -> bool:
    """A record names the rule, alone or with the light verb or noun it goes with."""
    return any(u == rule.id or u.startswith(f"{rule.id} + ") or u.endswith(f" + {rule.says}") for u in fired(text, doubtful))


def by_unit(rule: Rule, text: str) -> bool:
    """A quantity of the rule's unit is read."""
    wanted = {rule.entry.get("unit"), rule.entry.get("code"), rule.says}
    return any(q.unit in wanted for q in find_mentions(lay_out(text)).quantities)


def by_date(_rule: Rule, text: str) -> bool:
    return bool(find_mentions(lay_out(text), "2022-10-13").whens)


def by_office(rule: Rule, text: str) -> bool:
    """A person holds an office with the rule's head, or a mention names such an office alone."""
    found = find_mentions(lay_out(text))
    offices = [p.office or "" for p in found.people] + [text[m.span.start : m.span.end] for m in found.all if m.kind == "office"]
    # A stem's last letter softens before an ending ("yargıç": "yargıcı"), and other words may part a compound ("Eş Genel Başkanı").
    stems = [casing.fold(word)[:-1] for word in rule.says.split()]
    return any(all(stem in casing.fold(office) for stem in stems) for office in offices)


def by_about(rule: Rule, text: str) -> bool:
    """A statement is about the state that the place concerns."""
    statements = tutanak.read(text, language="tr").statements
    return any(rule.entry["about"] in [getattr(a, "id", "") for a in s.about] for s in statements)


# How a section's rules show that they matched. A section whose examples another test runs is named with that test.
PROVEN: dict[str, Callable[[Rule, str], bool]] = {
    "reporting": by_record, "meetings": by_record, "acts": by_record, "undertakings": by_record,
    "units": by_unit, "currencies": by_unit, "offices": by_office, "contested": by_about,
}  # fmt: skip
ELSEWHERE = {
    "positions": "test_positions.py", "dates": "test_dates.py", "figures": "test_figures.py",
    "numerals": "test_quantities.py", "quantities": "test_quantities.py",
}  # fmt: skip


def test_every_section_with_examples_is_proven() -> None:
    assert [s for s in SECTIONS if s not in PROVEN and s not in ELSEWHERE] == []
    for section, test in ELSEWHERE.items():
        assert section in (Path(__file__).parent / test).read_text(encoding="utf-8"), f"{test} does not run the examples of {section}"


@pytest.mark.parametrize("section", sorted(PROVEN))
def test_examples_are_matched(section: str) -> None:
    unmatched = [(r.id, text) for r in RULES if r.section == section for text in r.examples if not PROVEN[section](r, text)]
    assert unmatched == []


@pytest.mark.parametrize("section", sorted(PROVEN))
def test_counter_examples_are_not(section: str) -> None:
    """A default minute shows nothing of a counter-example."""
    if PROVEN[section] is by_record:
        assert [(r.id, text) for r in RULES if r.section == section for text in r.counter if by_record(r, text, doubtful=False)] == []
        return
    matched = [(r.id, text) for r in RULES if r.section == section for text in r.counter if PROVEN[section](r, text)]
    assert matched == []


@pytest.mark.parametrize("section", SECTIONS)
def test_no_rule_stands_twice(section: str) -> None:
    for part in parts(load("tr").section(section)):
        seen = [repr({k: v for k, v in e.items() if k not in ("example", "not")}) for e in part if isinstance(e, dict) and "says" in e]
        assert sorted({entry for entry in seen if seen.count(entry) > 1}) == []


def parts(section: Any) -> Iterator[list[Any]]:
    """The lists of a section: a word may stand in several, each with another use."""
    if isinstance(section, list):
        yield section
    elif isinstance(section, dict):
        for value in section.values():
            yield from parts(value)


def entries(value: Any) -> Iterator[dict[str, Any]]:
    """Every entry of a section that says something, however deep."""
    if isinstance(value, dict):
        if "says" in value:
            yield value
        for part in value.values():
            yield from entries(part)
    elif isinstance(value, list):
        for part in value:
            yield from entries(part)


@pytest.mark.parametrize("section", sorted(PROVEN))
def test_every_rule_has_an_example(section: str) -> None:
    assert [e["says"] for e in entries(load("tr").section(section)) if not e.get("example")] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_no_variation_is_its_own_key(folder: Path) -> None:
    sections = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in folder.glob("*.yaml")]
    assert [e["says"] for section in sections for e in entries(section) if e.get("means") == e["says"] and e["says"].isalpha()] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_the_files_are_in_canonical_form(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n"), f"{path.name}: no line end at its end"
        assert "\t" not in text, f"{path.name}: a tab"
        assert not [line for line in text.splitlines() if line != line.rstrip()], f"{path.name}: blanks at a line's end"
        assert text.startswith(("#", "language:")), f"{path.name}: it does not say what it holds"


def test_rules_are_listed_with_their_examples() -> None:
    pack = load("tr")
    assert len([line for line in listed(pack, "reporting") if line.startswith("tr/")]) == len([r for r in RULES if r.section == "reporting"])
    assert sum(int(line.split()[1]) for line in counted(pack)) == len(RULES)


def test_a_rule_is_found_by_its_id() -> None:
    pack = load("tr")
    assert RULES[0] in named(pack, RULES[0].id)
    assert named(pack, "tr/none:none") == []
    assert texts(None) == ()


def test_no_head_of_a_name_is_a_form_of_another() -> None:
    """A stem that is written with its ending hides the stem's own forms ("dairesi" beside "daire")."""
    heads = load("tr").section("bodies")["heads"], load("tr").section("places")["heads"]
    kinds = [(heads[0], ("organ", "body", "loose", "press", "common")), (heads[1], ("named", "common"))]
    stems = {stem for section, names in kinds for name in names for stem in section[name] if " " not in stem}
    assert {(stem, form) for stem in stems for form in forms(stem) if form != stem and form in stems} == set()
