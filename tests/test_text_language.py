"""The rules of Turkish as data: every ending and every stem of the lexicon does what its example says; the table stays small and quick."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from tutanak import languages
from tutanak.text import explain, lay_out, sentences
from tutanak.text.morphology import turkish
from tutanak.text.sentences import RULES

ROOT = Path(__file__).parent.parent
TURKISH = ROOT / "src" / "tutanak" / "languages" / "tr"
sys.path.insert(0, str(ROOT / "tools"))

from turkish_endings import Endings, Shape, Step, fits  # noqa: E402

ENDINGS = Endings(TURKISH / "suffixes.yaml")
STATED = yaml.safe_load((TURKISH / "suffixes.yaml").read_text(encoding="utf-8"))["states"]
SUFFIXES = [(state, suffix, entry["example"]) for state in STATED for suffix, entry in zip(ENDINGS.states[state], STATED[state] or [], strict=True)]
LEXICON = yaml.safe_load((TURKISH / "lexicon.yaml").read_text(encoding="utf-8"))


def paths(word: str) -> list[tuple[Step, ...]]:
    """All ways to take a word apart, by the stems of the shipped table and the endings as stated."""
    table = turkish()
    found: list[tuple[Step, ...]] = []
    for length in range(1, len(word) + 1):
        code = table._stems.get(word[:length])
        for stem in table._stems_of(code) if code is not None else ():
            state, at = stem.section.split()
            if fits(stem.need, word[length:]):
                found += ENDINGS.walk(state, Shape(at[0], at[1], stem.need), word[length:])
    return found


@pytest.mark.parametrize(("state", "suffix", "example"), SUFFIXES, ids=lambda value: str(value) if isinstance(value, str) else "")
def test_endings_match_their_examples(state: str, suffix: Any, example: str) -> None:
    assert any(step.suffix is suffix for path in paths(example) for step in path), (state, suffix)


@pytest.mark.parametrize("entry", LEXICON["stems"], ids=lambda entry: entry["example"])
def test_stems_match_their_examples(entry: dict[str, Any]) -> None:
    assert any(f.lemma.startswith(entry["lemma"]) for f in turkish().read(entry["example"])), turkish().read(entry["example"])


def test_every_stated_word_is_read_as_stated() -> None:
    for word, stated in LEXICON["words"].items():
        assert [f.pos for f in turkish().read(word)] == [reading.split(":")[0] for reading in stated.split()], word


def test_the_table_is_small_and_loads_quickly() -> None:
    assert len((resources.files(languages) / "tr.forms").read_bytes()) <= 4_000_000
    # In a process of its own: among the objects of 5,000 tests the garbage collector is what would be timed.
    timed = (
        "import time; from tutanak.languages import load; from tutanak.text.morphology import turkish; load('tr'); "
        "start = time.process_time(); turkish(); print(time.process_time() - start)"
    )
    # What else the machine does can only slow it: the quickest of some tries is nearest to what loading takes.
    tries = (float(subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True).stdout) for _ in range(10))
    assert any(took < 0.2 for took in tries)  # 0.12 s on an idle core


def test_words_seen_again_are_looked_up() -> None:
    lay_out("Bakanlıklararası")
    word = turkish().known["Bakanlıklararası"]
    lay_out("Bakanlıklararası")
    assert turkish().known["Bakanlıklararası"] is word


def test_each_rule_has_a_word_to_say() -> None:
    if not sentences.__file__.endswith(".py"):
        pytest.skip("compiled functions carry no docstrings")
    assert all(rule.__doc__ for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_the_rules_tell_what_they_answered() -> None:
    text = "Ne oldu? diye sordu. Sonra gitti."
    assert explain(text) == [(7, False, "a_small_letter_follows"), (19, True, "a_stop_ends")]
