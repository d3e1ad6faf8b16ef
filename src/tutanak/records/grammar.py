"""Closed sets of grammar that several kinds of records ask for: what joins, what relates, what denies, what ends a clause."""

from __future__ import annotations

from typing import Final

# WORDS AS THEY STAND
AND: Final = frozenset(("ve", "ile"))
LISTING: Final = frozenset((",", "ve", "ile"))
JOINING: Final = frozenset((",", "ve"))  # what joins clauses
JOINING_OR: Final = JOINING | {"veya"}
BETWEEN: Final = frozenset(("arasında", "arasındaki"))
WITH: Final = BETWEEN | {"ile"}
NOT: Final = frozenset(("değil",))
NONE: Final = frozenset(("yok", "yoktu", "yoktur"))
ABOUT: Final = frozenset(("ilişkin", "dair", "yönelik", "dönük"))  # behind a dative: "barışa dair"
BUT: Final = frozenset(("ama", "ancak", "fakat"))
CONCERNING: Final = ABOUT | {"ilgili", "hakkında", "karşı", "üzerine", "konusunda", "hususunda"}
IN_THE_MATTER: Final = frozenset(("konusunda", "hususunda", "noktasında"))  # "saldırabileceği konusunda uyardı"
TITLED: Final = frozenset(("adlı", "isimli", "başlıklı"))  # "“…” başlıklı haberinde"
LINKING: Final = frozenset(("yönündeki", "şeklindeki", "biçimindeki"))  # between a clause and the noun that it fills
# "Nevruz Bayramı dolayısıyla"
OCCASION: Final = frozenset(("dolayısıyla", "kapsamında", "vesilesiyle", "nedeniyle", "sebebiyle", "münasebetiyle", "çerçevesinde"))
IF: Final = frozenset(("takdirde", "halinde", "hâlinde", "durumunda"))  # "saldırmaları halinde"
BECAUSE_OF: Final = frozenset(("nedeniyle", "sebebiyle", "dolayısıyla", "yüzünden"))
ASKING: Final = frozenset(("mı", "mi", "mu", "mü"))  # behind a verb: it is asked, not told ("imzaladı mı belli değil")
UNSURE: Final = frozenset(("mümkün", "olası", "muhtemel", "şart", "gerekli", "imkansız", "imkânsız"))  # behind a nominalised deed: "görüşmesi mümkün"
AGENDA: Final = frozenset(("gündemde", "gündemdeydi", "gündemdedir"))
PAST: Final = frozenset(("geçen", "önceki", "geçtiğimiz"))  # first words of days gone by
UNTIL: Final = frozenset(("kadar", "dek", "değin"))  # behind a dative: "imzalanana kadar"
AGAINST: Final = frozenset(("karşı", "yönelik", "ilişkin"))  # "Nijer'e karşı yaptırımlar"

# LEMMAS
TRUE: Final = frozenset(("doğru", "gerçek"))  # what a claim that is denied is not
WE: Final = frozenset(("biz", "ben"))

PREVENTED: Final = frozenset(("önle", "önlen", "engelle", "engellen"))  # "saldırması önlendi"
FEASIBLE: Final = frozenset(("mümkün", "olası", "olanaklı", "konusu", "konu", "ihtimal", "gündem"))  # "saldırması söz konusu değil"

# FEATURES OF FORMS
OBLIQUE: Final = frozenset(("acc", "dat", "loc", "abl", "ins"))  # cases of who or what is not the subject, nor its owner
FIRST_PERSON: Final = frozenset(("1sg", "1pl"))
CLOSING: Final = frozenset(("finite", "converb"))  # what ends a clause
CUTTING: Final = CLOSING | {"participle"}  # and what begins the phrase of a noun behind it
UNREAL: Final = frozenset(("cond", "nec", "opt", "imp"))  # tenses of what is not so


def is_able(low: str) -> bool:
    """Is it a form of what can or may be ("yapabilir", "imzalanabilecek")?"""
    return "abil" in low or "ebil" in low
