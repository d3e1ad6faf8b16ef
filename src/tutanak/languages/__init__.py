"""What is known of a language, as data: a folder of YAML for people, compiled to one fast file for machines.

`load("tr")` gives the pack; `pack.section("reporting")` what `tr/reporting.yaml` holds.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import orjson

from tutanak.errors import PackError


class Pack:
    """A compiled language pack."""

    def __init__(self, language: str, sections: dict[str, Any]) -> None:
        self.language = language
        self.sections = sections

    def section(self, name: str) -> Any:
        """What the file `name`.yaml of this language holds."""
        try:
            return self.sections[name]
        except KeyError:
            known = ", ".join(sorted(self.sections))
            raise PackError(f"{self.language}: no section {name!r} in the pack; known: {known}") from None

    def rule(self, section: str, says: str) -> str:
        """The id of a rule: "tr/reporting:söz kullan"."""
        return f"{self.language}/{section}:{says}"


@cache
def load(language: str = "tr") -> Pack:
    """The pack of a language, read once."""
    path = resources.files(__name__) / f"{language}.json"
    if not path.is_file():
        raise PackError(f"no language pack {language!r}: run `make pack` or install one")
    return Pack(language, orjson.loads(path.read_bytes()))


def word_list(section: str, name: str, language: str = "tr") -> frozenset[str]:
    """A closed list of words that a section holds under a name ("acts", "striking")."""
    return frozenset(load(language).section(section)[name])
