"""The mentions floor: who and what the words name. `find(layout)` gives people with offices, states, organisations,
places, unnamed actors, and every place where one of them is named."""

from __future__ import annotations

from tutanak.mentions.find import actor_state, find, is_adjective, nationality, people_of, people_state, people_word, state_called
from tutanak.mentions.model import Mention, Mentions

__all__ = ["Mention", "Mentions", "actor_state", "find", "is_adjective", "nationality", "people_of", "people_state", "people_word", "state_called"]
