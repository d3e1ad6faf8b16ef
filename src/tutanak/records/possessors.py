"""Names that only tell whose somebody is, or to whom he is tied: "Dahl'ın avukatları", "Dahl'a yakın kaynaklar"."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention, Mentions, Person
from tutanak.records.frames import role
from tutanak.records.reporting import reporting
from tutanak.text.layout import Layout

OWNED: Final = 4  # words behind an owner among which stands who is his ("Dahl'ın eski ekonomi | danışmanı")
BESIDE: Final = frozenset(("ile", "için"))  # "Dahl'ın danışmanı | ile": no one who speaks


def only_tells_whose(layout: Layout, name: Mention, high: int) -> bool:
    """Is it somebody else who does what a participle before the name tells ("kınayan Dahl'ın | avukatları", "kınayan Dahl'a yakın | gruplar")?"""
    owns = isinstance(name.entity, Person) and owned_speaker(layout, name, high) >= 0
    return owns or tied_speaker(layout, name, high) >= 0


def owned_speaker(layout: Layout, owner: Mention, high: int) -> int:
    """The noun for somebody who speaks that an owner's genitive stands before ("Dahl'ın eski | danışmanı"), or -1."""
    if owner.case != "gen":
        return -1
    for token in layout.tokens[owner.last : min(owner.last + OWNED, high)]:
        form = token.form
        if form.possessive.startswith("3") and form.case in ("nom", "abl") and form.lemma in reporting().speakers and not form.verb_form:
            alone = token.index + 1 >= high or layout.tokens[token.index + 1].low not in BESIDE
            return token.index if alone and form.case == "nom" else one_of(layout, token.index, high)
        if token.kind != "word" or form.possessive or form.verb_form or form.case != "nom":
            return -1
    return -1


def one_of(layout: Layout, at: int, high: int) -> int:
    """The noun for one of those at token `at` ("Dahl'ın ofisinden bir | yetkili"), or -1."""
    for token in layout.tokens[at + 1 : min(at + 1 + OWNED, high)] if layout.tokens[at].form.case == "abl" else ():
        form = token.form
        if form.lemma in reporting().speakers and form.case == "nom" and not form.verb_form:
            return token.index
        if token.kind != "word" or form.verb_form or form.case not in ("", "nom"):
            return -1
    return -1


def named_beside(layout: Layout, mentions: Mentions, owner: Mention, high: int) -> Mention | None:
    """Who is named right behind what he is to an owner ("Dahl'ın Kenyalı mevkidaşı | Otieno", "Dahl'ın danışmanlarından | Lund")."""
    if owner.case != "gen":
        return None
    for token in layout.tokens[owner.last : min(owner.last + OWNED, high)]:
        form = token.form
        if form.possessive.startswith("3") and form.case in ("nom", "abl") and not form.verb_form:
            beside = [m for m in (mentions.at(token.index), mentions.at(token.index + 1)) if m is not None and isinstance(m.entity, Person)]
            return next((m for m in beside if m.entity is not owner.entity and role(layout, mentions, m) == "nom"), None)
        if token.kind != "word" or form.possessive or form.verb_form or form.case != "nom":
            return None
    return None


def tied_speaker(layout: Layout, name: Mention, high: int) -> int:
    """The noun for somebody who speaks that a word ties to a name ("Dahl'a yakın bir | kaynak"), or -1."""
    tied = False
    for token in layout.tokens[name.last : min(name.last + OWNED, high)] if name.case == "dat" else ():
        form = token.form
        if tied and form.lemma in reporting().speakers and form.case == "nom" and not form.verb_form and not form.possessive:
            return token.index
        ties = token.low in reporting().bound
        if token.kind != "word" or (not ties and (form.verb_form or form.case not in ("", "nom"))):
            return -1
        tied = tied or ties
    return -1
