"""Whose an undertaking is: named in it, its owners, those between whom it is, those who do what is told of it, else who stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from tutanak.mentions.lexicon import listed_bodies
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, State
from tutanak.records.frames import Predicate
from tutanak.records.grammar import AGAINST, BETWEEN, CLOSING
from tutanak.records.parties import by_agent, clause_start, conjuncts_before, genitive, is_nominalised, nominative, part
from tutanak.records.undertaking_words import grammar
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Layout, Sentence

GIVEN: Final = ("aid", "sanction")  # kinds that are given to, or laid upon, one in the dative
OFFERED: Final = {"aid": "abl", "agreement": "dat"}  # the case of one who is asked for it, or to whom it is proposed
CLOSE: Final = 8  # words between an owner or a pair and the name

Named = list[Mention]


class Place:
    """Where a name stands: tokens [first, last) of `sentence`; told: the predicate that tells what became of it."""

    __slots__ = ("first", "kind", "last", "layout", "low", "mentions", "told")

    def __init__(self, layout: Layout, mentions: Mentions, sentence: Sentence, first: int, last: int, kind: str, told: Predicate | None) -> None:
        self.layout = layout
        self.mentions = mentions
        self.low = max([sentence.first, *(t.index + 1 for t in layout.tokens[sentence.first : first] if t.speech != layout.tokens[first].speech)])
        self.first = first
        self.last = last
        self.kind = kind
        self.told = told


def named(place: Place) -> Named:
    """The actors whose undertaking it is, by the first rule that finds some; none where the sentence's words do not say."""
    inside = [m for m in place.mentions.within(place.first, place.last) if isinstance(m.entity, State)]
    if sum(len(m.entities) for m in inside) > 1:
        return inside
    return between(place) or inside + (owners(place) or agents(place) or doers(place))


def between(place: Place) -> Named:
    """ "A ile B arasında(ki)" before the name or the predicate."""
    for at in range(place.first - 1, max(place.low, place.first - CLOSE) - 1, -1):
        if place.layout.tokens[at].low in BETWEEN:
            return joined(place, at)
    return []


def joined(place: Place, at: int) -> Named:
    """The actor that ends at token `at`, with those joined to it."""
    mention = place.mentions.at(at - 1)
    return conjuncts_before(place.layout, place.mentions, mention, place.low) if mention is not None and mention.first >= place.low else []


def owners(place: Place) -> Named:
    """ "A'nın (NAME)", "A'nın B ile imzaladığı (NAME)", "B'ye yönelik (NAME)"."""
    layout, at = place.layout, place.first
    if at == place.low:
        return []
    before = layout.tokens[at - 1]
    if before.low in AGAINST:
        return joined(place, at - 1)
    form = before.form
    if form.verb_form == "participle" and form.possessive:
        found = genitive(layout, place.mentions, place.low, at - 1, strict=True)
        return found + partners(place, found[-1].last, at - 1) + takers(place, found[-1].last, at - 1) if found else []
    mention = place.mentions.at(at - 1)
    if mention is None or mention.first < place.low or not mention.actor:
        return []
    return conjuncts_before(layout, place.mentions, mention, place.low) if part(layout, place.mentions, mention) == "gen" else []


def agents(place: Place) -> Named:
    """ "A tarafından (NAME)", "A tarafından B'ye (NAME)"."""
    found = by_agent(place.layout, place.mentions, max(place.low, place.first - CLOSE), place.first)
    return found + takers(place, found[-1].last, place.first) if found else []


def partners(place: Place, low: int, high: int) -> Named:
    """ "B ile" between two tokens."""
    return [m for m in place.mentions.within(low, high) if m.actor and part(place.layout, place.mentions, m) == "partner"]


def takers(place: Place, low: int, high: int) -> Named:
    """Those who are given it, or on whom it is laid, between two tokens."""
    return [m for m in place.mentions.within(low, high) if m.actor and m.case == "dat"] if place.kind in GIVEN else []


def doers(place: Place) -> Named:
    """Who does what is told of it, with whom, to whom."""
    told, layout, mentions = place.told, place.layout, place.mentions
    if told is None or told.passive or told.head < place.first:
        return []
    low = max(place.low, clause_start(layout, mentions, told, place.low, CLOSING))
    if is_nominalised(told):
        found = genitive(layout, mentions, low, place.first, strict=True)
    else:
        found = listed(place, nominative(layout, mentions, low, place.first))
    return found + [m for m in others(place, low) if m not in found] if found else []


def listed(place: Place, found: Named) -> Named:
    """With those of a list that it opens and that ends right before the name ("Kenya, Uganda ve Peru | ticaret anlaşması imzaladı")."""
    whole = joined(place, place.first) if len(found) == 1 else []
    return whole if found and found[0] in whole else found


def others(place: Place, low: int) -> Named:
    """The partners of what is told, those who are given something or on whom it is laid, and those who are asked for it."""
    told = place.told
    found = partners(place, low, told.head if told is not None else place.first) + takers(place, low, place.first)
    if told is not None and told.frame.wants["status"] == "proposed" and place.kind in OFFERED:
        found += [m for m in place.mentions.within(low, place.first) if m.actor and m.case == OFFERED[place.kind]]
    return found


def named_beside(place: Place, sentence: Sentence) -> Named:
    """All who are named in the sentence beside it, people only where no state or body is; never the undertaking itself."""
    own = {id(e) for m in place.mentions.within(place.first, place.last) for e in m.entities if not isinstance(e, State)}
    near = [m for m in place.mentions.within(sentence.first, sentence.last) if m.actor and id(m.entity) not in own]
    found = [m for m in near if not is_venue(place.layout, m) and not (place.kind == "body" and is_like(m))]
    found = [m for m in found if not is_whereabouts(place.layout, m)] or found
    apart = [m for m in found if not isinstance(m.entity, Person)]
    alone = place.kind == "agreement" and len({id(e) for m in apart for e in m.entities}) == 1  # "X, | Kenya ile imzalanan anlaşmayı …"
    return found if alone else apart or found


def is_like(mention: Mention) -> bool:
    """Is it a body of no closed set, as one that is told of may be itself ("A Komisyonu yerine | B Komitesi'nin kurulması")?"""
    return isinstance(mention.entity, Organisation) and fold(mention.entity.name) not in listed_bodies()


def is_venue(layout: Layout, mention: Mention) -> bool:
    """Is it a body where one speaks, or one that an event is named after ("BM Genel Kurulu'nda konuşan X", "AB Zirvesi'nde")?"""
    if not isinstance(mention.entity, Organisation):
        return False
    after = layout.tokens[mention.last] if mention.last < len(layout.tokens) else None
    event = after is not None and after.capital and after.form.case == "loc" and after.form.possessive == "3sg" and mention.case == "nom"
    return mention.case == "loc" or event


def is_event_or_text(name: str) -> bool:
    """Is it the name of one of a row of events, or of a document ("12. Deniz Kongresi", "Gümrük Beyannamesi")?"""
    first, last = name.split()[0], fold(name.split()[-1])
    return (first[0].isdigit() and first.endswith(".")) or last.startswith(tuple(grammar().documents))


def is_whereabouts(layout: Layout, mention: Mention) -> bool:
    """Is it a state where someone is who does something else ("Kenya'da | konuşan bakan")?"""
    after = layout.tokens[mention.last].form if mention.last < len(layout.tokens) else None
    there = isinstance(mention.entity, State) and mention.case == "loc" and after is not None
    return there and after is not None and after.suffix == "an" and not after.passive


class Parties:
    """The states of an article, the most named first."""

    __slots__ = ("pair", "pair_spans", "states")

    def __init__(self, mentions: Mentions) -> None:
        self.states = {state.id: state for state in mentions.states}
        ranked = sorted(mentions.states, key=lambda s: -len(s.mentions))
        self.pair: tuple[Actor, ...] = tuple(ranked[:2])
        self.pair_spans = tuple(state.mentions[0] for state in ranked[:2] if state.mentions)

    def within_name(self, words: str) -> tuple[Actor, ...]:
        """The states that a name is made of ("Peru-Kenya Danışma Mekanizması")."""
        parts = words.replace("–", "-").replace(" ", "-").split("-")
        return tuple(state for state in self.states.values() if state.name in parts)

    def of(self, found: Iterable[Mention]) -> tuple[tuple[Actor, ...], tuple[Span, ...]]:
        """The states and bodies that mentions name, each once, with their words."""
        actors: dict[int, Actor] = {}
        spans: list[Span] = []
        for mention in found:
            for entity in mention.entities:
                actor = self.party(entity)
                if actor is not None and id(actor) not in actors:
                    actors[id(actor)] = actor
                    spans.append(mention.span)
        return tuple(actors.values()), tuple(spans)

    def party(self, entity: Any) -> Actor | None:
        if isinstance(entity, State):
            return entity
        if isinstance(entity, Person | Organisation) and entity.state:
            return self.states.get(entity.state)
        return entity if isinstance(entity, Organisation) and not is_event_or_text(entity.name) else None
