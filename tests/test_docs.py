"""Documents that cannot go stale: what they name exists, what exists is named."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tutanak.cli import cli
from tutanak.exports.words import LABELS
from tutanak.reading import read

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ADDING = sorted((ROOT / "docs" / "adding").glob("*.md"))

sys.path.insert(0, str(ROOT / "tools"))
import write_docs  # noqa: E402


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_the_command_page_is_that_of_help() -> None:
    assert text(ROOT / "docs" / "cli.md") == write_docs.command_pages(), "run `make docs`"


def test_the_picture_is_that_of_the_seed_report() -> None:
    assert text(ROOT / "docs" / "minutes.svg") == write_docs.picture(), "run `make docs`"


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_command_has_a_page_and_examples(command: str) -> None:
    page = text(ROOT / "docs" / "cli.md").split(f"## tutanak {command}\n")[1].split("\n## ")[0]
    assert f"tutanak {command}" in page.split("Examples:")[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", text(page)):
        assert "://" in target or (page.parent / target).exists(), f"{target} is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_named_exist(page: Path) -> None:
    for name in re.findall(r"`((?:src|tests|docs|eval|tools|examples)/[\w./-]+)`", text(page)):
        assert (ROOT / name).exists(), f"{name} is not there"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_make_targets_named_exist(page: Path) -> None:
    targets = set(re.findall(r"^(\w+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make (\w+)", text(page))) <= targets


@pytest.mark.parametrize("page", ADDING, ids=lambda p: p.stem)
def test_each_way_of_adding_ends_in_a_test(page: Path) -> None:
    last = text(page).strip().split("\n\n")[-1]
    assert re.match(r"The tests?: ", last)
    for name in re.findall(r"tests/[\w.]+", last):
        assert (ROOT / name).exists()


def test_all_five_ways_of_adding_are_told() -> None:
    assert [p.stem for p in ADDING] == ["export", "language", "record-kind", "reporting-verb", "unit"]


def test_the_schema_page_names_every_field(seed_text: str) -> None:
    page, rows = text(ROOT / "docs" / "schema.md"), read(seed_text).to_dict()
    named = set(re.findall(r"\w+", page))
    missing = [name for name in rows if name not in named]
    for kind, value in rows.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            missing += [f"{kind}.{name}" for name in value[0] if name not in named]
    assert missing == []


def test_the_topics_of_the_schema_page_have_labels() -> None:
    row = next(line for line in text(ROOT / "docs" / "schema.md").splitlines() if line.startswith("| `topics`"))
    topics = row.split("out of: ")[1].rstrip(" |").split()
    assert [t for t in topics if t not in LABELS] == []


def test_the_two_commands_stand_at_the_top_of_the_readme() -> None:
    head = "\n".join(text(ROOT / "README.md").splitlines()[:15])
    assert head.index("make run") < head.index("make test")
