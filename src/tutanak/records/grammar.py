"""Closed sets of grammar that several kinds of records ask for: what joins, what relates, what denies, what ends a clause."""

from __future__ import annotations

from typing import Final

# WORDS AS THEY STAND
AND: Final = frozenset(("ve", "ile"))
LISTING: Final = frozenset((",", "ve", "ile"))
BETWEEN: Final = frozenset(("arasında", "arasındaki"))
WITH: Final = BETWEEN | {"ile"}
NOT: Final = frozenset(("değil",))
ABOUT: Final = frozenset(("ilişkin", "dair", "yönelik", "dönük"))  # behind a dative: "barışa dair"
BUT: Final = frozenset(("ama", "ancak", "fakat"))

# LEMMAS
WE: Final = frozenset(("biz", "ben"))

# FEATURES OF FORMS
FIRST_PERSON: Final = frozenset(("1sg", "1pl"))
CLOSING: Final = frozenset(("finite", "converb"))  # what ends a clause
CUTTING: Final = CLOSING | {"participle"}  # and what opens a noun behind it
