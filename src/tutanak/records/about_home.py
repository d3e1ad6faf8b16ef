"""The speaker's own country: a report that names and means nobody, of who speaks for the state of which an article keeps telling, is about it.

"Koşulların değiştiğini söyledi", of the president of the country whose crisis a report is about. On the articles of the project's own gold that were
looked at, seven of ten such statements were marked as about it (2026-12-02); where another state is told of more often, hardly any. Those, and
quotations, stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tutanak.mentions.model import State, proven
from tutanak.records.model import Statement

HOME: Final = "the speaker's own state, of which the article tells most"
LEAST: Final = 3  # statements about a state that make it the one told of


def add_home(statements: list[Statement], owned: Mapping[Statement, State]) -> None:
    """Make the reports about nobody be about their speakers' own state where the article tells most of that; `owned`: whose speakers they are."""
    counts: dict[State, int] = {}
    for statement in statements:
        for actor in statement.about:
            if isinstance(actor, State):
                counts[actor] = counts.get(actor, 0) + 1
    most = max(counts.values(), default=0)
    for statement, state in owned.items():
        if not statement.about and counts.get(state, 0) == most >= LEAST and state.mentions:
            statement.about = (state,)
            statement.proof["about"] = proven((state.mentions[0],), "inferred", HOME)
