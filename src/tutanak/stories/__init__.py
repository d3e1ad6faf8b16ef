"""Which articles tell the same story: copies, updates, spun copies; what changed between them."""

from __future__ import annotations

from tutanak.stories.gathering import Gathering, Place
from tutanak.stories.likeness import Likeness, likeness
from tutanak.stories.prints import Print
from tutanak.stories.relations import relation

__all__ = ["Gathering", "Likeness", "Place", "Print", "likeness", "relation"]
