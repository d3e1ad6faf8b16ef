"""`find`: the floor's one entrance, and two questions other floors ask."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import dates, quantities
from tutanak.mentions.entities import Entities
from tutanak.mentions.lexicon import begins, turkish
from tutanak.mentions.model import Entity, Mention, Mentions, Person, State
from tutanak.mentions.naming import Naming
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Token, Word, place_for_notes

_PEOPLE: Final = place_for_notes()  # of the people's word that a word is a form of


def find(layout: Layout, published: str | None = None) -> Mentions:
    """All that the article's words name, count and date. `published`: ISO date, for "dün", "geçen yıl"."""
    naming = Naming(layout, turkish())
    naming.gather()
    naming.settle()
    naming.walk()
    made = Entities(naming)
    people, bodies, places, states = made.people(), made.bodies(), made.places(), made.state_list()
    mentions = _in_order([made.mention(n) for n in naming.named])
    return Mentions(people, bodies, places, states, mentions, quantities.find(layout), dates.find(layout, published))


def _in_order(found: list[Mention | None]) -> list[Mention]:
    """In text order, none overlapping: of two that share a token the longer stays."""
    rows = sorted((m for m in found if m is not None), key=lambda m: (m.first, -m.last))
    kept: list[Mention] = []
    for mention in rows:
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept


def actor_state(entity: Entity) -> str | None:
    """The code of the state behind a person, body, place or state, or None."""
    if isinstance(entity, State):
        return entity.id
    if isinstance(entity, Person):
        return entity.state or entity.land
    return entity.state


def nationality(token: Token, kinds: tuple[str, ...] = ("nation", "state")) -> str | None:
    """The state of a people's word or a state's name: "Rus", "İsrailli", "Türk", "ABD'li", "Rusya" → code; else None."""
    return _nationality(token.word, kinds) if token.capital else None


def _nationality(word: Word, kinds: tuple[str, ...] = ("nation", "state")) -> str | None:
    for known in turkish().starts.get(word.bare, ()):
        if len(known.words) == 1 and known.kind in kinds:
            return known.key
    return None


def people_word(token: Token) -> str | None:
    """The people's word that the token is a form of, as written: "Filistinlinin", "Filistinliler’in" → "Filistinli"; else None."""
    return people_of(token.word) if token.capital else None


def people_of(word: Word) -> str | None:
    """The same of a word with a capital, found out once."""
    if len(word.notes) <= _PEOPLE or word.notes[_PEOPLE] is None:
        word.note(_PEOPLE, _people_of(word))
    return word.notes[_PEOPLE] or None


def _people_of(word: Word) -> str:
    if _nationality(word) is not None:
        return word.text[: word.base]
    if not begins(word.low, turkish().nations):
        return ""
    for lemma in dict.fromkeys([form.lemma for form in word.forms]):
        low = fold(lemma)
        for stem in (low, low[:-3]) if low.endswith(("ler", "lar")) else (low,):
            if word.low.startswith(stem) and any(len(k.words) == 1 and k.kind == "nation" for k in turkish().starts.get(stem, ())):
                return word.text[: len(stem)]
    return ""


def is_adjective(layout: Layout, token: Token) -> bool:
    """Is a state's name the adjective of what stands behind it in a title ("Mali İşler Dairesi")?"""
    return turkish().is_adjective(layout.tokens, token.index)


def people_state(token: Token) -> str | None:
    """The state whose people the token names in any form ("Rusların", "Filistinliler’in"), or None."""
    word = people_word(token)
    return state_called(fold(word), ("nation", "state")) if word is not None else None


def state_called(words: str, kinds: tuple[str, ...] = ("state",)) -> str | None:
    """The code of the state whose whole name (or, by kind, people) the folded words are ("suudi arabistan"), or None."""
    name = tuple(words.split())
    for known in turkish().starts.get(name[0], ()) if name else ():
        if known.words == name and known.kind in kinds:
            return known.key
    return None
