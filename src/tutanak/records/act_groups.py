"""Groups of states as actors: "Körfez ülkeleri", "Batılı ülkeler", and those who belong to a body ("Avrupa Birliği üyesi ülkeler": the body)."""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.languages import load
from tutanak.mentions import nationality
from tutanak.mentions.model import Entity, Mention, Mentions, Organisation, Person, State, Unnamed
from tutanak.records.frames import joined
from tutanak.spans import Span
from tutanak.text.layout import SIGNS, Layout, Token
from tutanak.text.nouns import LI

LONGEST: Final = 3  # words before the noun


@cache
def heads() -> frozenset[str]:
    """The nouns of which a group consists."""
    return frozenset(load("tr").section("acts")["groups"])


@cache
def beside() -> frozenset[str]:
    """Words in small letters that tell which group it is."""
    return frozenset(load("tr").section("acts")["grouped_by"])


@cache
def sign() -> int:
    return SIGNS.of_words(heads())


def with_groups(layout: Layout, mentions: Mentions) -> Mentions:
    """The mentions and, among them, the groups of states that the article names."""
    found = [g for at in layout.bearing(sign()) if (g := group(layout, mentions, layout.tokens[at])) is not None]
    if not found:
        return mentions
    taken = {at for g in found for at in range(g.first, g.last)}
    rest = [m for m in mentions.all if m.first not in taken]
    rows = sorted([*rest, *found], key=lambda m: m.first)
    return Mentions(mentions.people, mentions.organisations, mentions.places, mentions.states, rows, mentions.quantities, mentions.whens)


def group(layout: Layout, mentions: Mentions, token: Token) -> Mention | None:
    """The group whose noun the token is, if words before it tell which."""
    if token.form.lemma not in heads() or token.form.number != "pl" or token.form.verb_form or mentions.at(token.index) is not None:
        return None
    members = token.index > 0 and layout.tokens[token.index - 1].low == "üyesi"
    last = token.index - members
    first, body = begin(layout, mentions, last, compound=members or token.form.possessive.startswith("3"))
    if first == last:
        return None
    if such := examples(layout, mentions, first):
        return Mention(Span(such[0].span.start, such[-1].span.end), such[0].first, token.index + 1, states(such), "description", case(layout, token))
    span, told = Span(layout.tokens[first].start, token.end), body or named(layout, first, token)
    return Mention(span, first, token.index + 1, (told,), "description", case(layout, token))


def examples(layout: Layout, mentions: Mentions, first: int) -> list[Mention]:
    """The states that the words before say it consists of ("Bolivya ve Ekvador gibi | bölge ülkeleri"); none where only one is named."""
    last = mentions.at(first - 2) if first > 2 and layout.tokens[first - 1].low == "gibi" else None
    if last is None or last.last != first - 1 or not isinstance(last.entity, State):
        return []
    row = joined(layout, mentions, last, 0)
    return row if len(row) > 1 and all(isinstance(m.entity, State) for m in row) else []


def states(row: list[Mention]) -> tuple[Entity, ...]:
    return tuple(entity for mention in row for entity in mention.entities)


def begin(layout: Layout, mentions: Mentions, last: int, compound: bool) -> tuple[int, Entity | None]:
    """Where the words begin that tell which group it is, and the body whose members it consists of, if it does."""
    mention = mentions.at(last - 1) if last else None
    if mention is not None:
        whole = mention.last == last and mention.case == "nom" and compound
        if not whole or isinstance(mention.entity, Person | State | Unnamed):
            return last, None
        return mention.first, mention.entity if isinstance(mention.entity, Organisation) else None
    first = last
    while first > 0 and last - first < LONGEST and tells(layout, mentions, layout.tokens[first - 1], compound):
        first -= 1
    if last - 1 == first and first > 1 and layout.tokens[first - 1].low == "ve" and tells(layout, mentions, layout.tokens[first - 2], compound):
        first -= 2  # "Arap ve İslam ülkeleri"
    return first, None


def tells(layout: Layout, mentions: Mentions, token: Token, compound: bool) -> bool:
    """May the word tell which group of states it is: a name, or a people's word ("Batılı")?"""
    if mentions.at(token.index) is not None or token.form.verb_form or token.form.case not in ("nom", "") or nationality(token) is not None:
        return False
    if token.low in beside():
        return True
    if not token.capital or token.base_end != token.end or token.kind != "word":
        return False
    opens = token.index == 0 or layout.tokens[token.index - 1].sentence != token.sentence
    people = token.low.endswith(LI)
    return people or (compound and (token.form.pos == "PROPN" or not opens))


def named(layout: Layout, first: int, token: Token) -> Unnamed:
    """The group in its base form."""
    plural = "lar" if "lar" in token.low else "ler"
    owned = ("ı" if plural == "lar" else "i") if is_compound(token) and not is_adjective(layout.tokens[token.index - 1]) else ""
    opens = first == 0 or layout.tokens[first - 1].sentence != token.sentence
    words = [t.low if opens and t.low in beside() else t.text for t in layout.tokens[first : token.index]]
    return Unnamed(" ".join([*words, token.form.lemma + plural + owned]), Span(layout.tokens[first].start, token.end))


def is_compound(token: Token) -> bool:
    return token.form.possessive.startswith("3")


def is_adjective(token: Token) -> bool:
    """ "Batılı", "komşu": after it "ülkeleri" has the ending of the accusative, no possessor's."""
    return token.low in ("komşu", "müttefik", "dost") or token.low.endswith(LI) or token.low.endswith("üyesi")


def case(layout: Layout, token: Token) -> str:
    """The case of the group by its noun's ending; "Batılı ülkeleri" is an accusative, "Körfez ülkeleri" none."""
    bare = token.low.endswith(("leri", "ları"))
    if bare:
        return "acc" if is_adjective(layout.tokens[token.index - 1]) else "nom"
    return token.form.case
