"""Whom a statement is about: states and bodies named in its content, or meant by it ("ülkelerimiz", "-ız", "iki ülke")."""

from __future__ import annotations

from functools import cache

from tutanak.languages import load
from tutanak.mentions import actor_state, nationality
from tutanak.mentions.model import Actor, Mention, Mentions, Person, Place, Proof, State, Unnamed
from tutanak.records.model import Statement
from tutanak.records.reporting import reporting
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token


@cache
def contested() -> dict[str, list[tuple[str, str]]]:
    """First word -> (words, code) of the places with a declared policy."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in load().section("contested"):
        words = str(entry["says"])
        found.setdefault(words.split()[0], []).append((words, str(entry["about"])))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}


class Scope:
    """Collects who a statement is about, each actor once, with the words that say so."""

    __slots__ = ("actors", "spans", "states")

    def __init__(self, states: dict[str, State]) -> None:
        self.states = states
        self.actors: list[Actor] = []
        self.spans: list[Span] = []

    def add(self, actor: Actor, span: Span) -> None:
        if actor not in self.actors:
            self.actors.append(actor)
            self.spans.append(span)

    def add_code(self, code: str | None, span: Span) -> None:
        if code is not None:
            self.add(self.states.setdefault(code, State(code, code, ())), span)


def fill(layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
    """Fill `about` of all statements of an article, in text order.

    A statement that names nobody goes on about whom its speaker spoke of just before.
    """
    states = {s.id: s for s in mentions.states}
    order = weight(mentions)
    before: Statement | None = None
    for statement in statements:
        scope = Scope(states)
        collect(layout, mentions, statement, scope)
        add_partner(layout, mentions, statement, scope, order)
        if not scope.actors and before is not None and same_speaker(statement, before):
            scope.actors = list(before.about)
            scope.spans = list(before.proof["about"].spans) if before.about else []
        statement.about = tuple(scope.actors)
        if scope.actors:
            statement.proof["about"] = Proof(tuple(scope.spans), "inferred", "named or meant in the content")
        if not statement.heading:
            before = statement


def weight(mentions: Mentions) -> list[str]:
    """The codes of the states that the article names, in their own name or by their people, the most often named first."""
    counts: dict[str, int] = {}
    for mention in mentions.all:
        code = actor_state(mention.entity)
        if code is not None:
            counts[code] = counts.get(code, 0) + 1
    return sorted(counts, key=lambda code: -counts[code])


def add_partner(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope, order: list[str]) -> None:
    """"Ülkelerimiz", "ikili ilişkiler", "sizinle": the speaker's own state, and the other one the report is about."""
    own = speaker_state(statement)
    if own is None or statement.mode != "direct":
        return
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    partner = next((code for code in order if code != own), None)
    for token in layout.tokens[first:last]:
        if means_both(token):
            scope.add_code(own, token.span)
            scope.add_code(partner, token.span)
            break
    address(mentions, statement, partner, layout.tokens[first:last])


def address(mentions: Mentions, statement: Statement, partner: str | None, words: list[Token]) -> None:
    """Leaders who speak to each other say "siz": the one addressed is the other side's first-named person, named before."""
    told = next((t for t in words if t.form.lemma == "siz" or t.form.possessive == "2pl" or (t.form.person == "2pl" and t.form.tense != "imp")), None)
    other = next((p for p in mentions.people if p.state == partner and p.office is not None), None)
    if told is None or other is None or partner is None or not isinstance(statement.speaker, Person) or retold(words, told):
        return
    if other.mentions[0].start > statement.span.start:
        return
    statement.addressee = other
    statement.proof["addressee"] = Proof((told.span, other.mentions[0]), "inferred", "siz")


def retold(words: list[Token], told: Token) -> bool:
    """Is it said within what others are quoted to say ("‘Siz bekleyin’ dediler")?"""
    behind = [t for t in words if t.index > told.index and t.sentence == told.sentence]
    return any(t.form.lemma == "de" and t.form.verb_form == "finite" for t in behind)


def means_both(token: Token) -> bool:
    """Does the word speak of both sides of a relation, or to the other side?"""
    form = token.form
    if form.lemma in reporting().shared and form.possessive == "1pl":
        return form.number == "pl" or form.lemma != "ülke"
    return form.lemma in ("ikili", "karşılıklı") or (form.lemma == "siz" and form.case in ("ins", "gen", "dat"))


def same_speaker(statement: Statement, other: Statement) -> bool:
    return bool(statement.speakers) and statement.speakers[0] is other.speakers[0] if other.speakers else False


def collect(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope) -> None:
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    for mention in mentions.within(first, last):
        if not is_venue(layout, mention):
            add_mention(scope, mention)
    own, told = speaker_state(statement), -1
    for token in layout.tokens[first:last]:
        if token.capital and token.index > told:
            code, told = place_policy(layout, mentions, token)
            scope.add_code(code or (nationality(token) if mentions.at(token.index) is None else None), token.span)
        elif own is not None and means_own(token, statement.mode):
            scope.add_code(own, token.span)


def is_venue(layout: Layout, mention: Mention) -> bool:
    """Is a town only where they met ("Cenevre'de yapılan"), or what something is named after ("Kopenhag kriterleri")?"""
    if not isinstance(mention.entity, Place) or mention.last >= len(layout.tokens):
        return False
    form, words = layout.tokens[mention.last].form, reporting()
    if mention.case == "nom":
        return form.lemma in words.venues and form.possessive in ("3sg", "3pl")
    return mention.case == "loc" and form.verb_form == "participle" and form.lemma in words.holding


def place_policy(layout: Layout, mentions: Mentions, token: Token) -> tuple[str | None, int]:
    """The state that a contested place concerns, when its name begins at the token, and the last token of the name; no part of a state's name."""
    for words, code in contested().get(token.low[: token.base_end - token.start], ()):
        mention = mentions.at(token.index)
        other = mention is not None and isinstance(mention.entity, State) and mention.entity.id != code
        if layout.low.startswith(words, token.start) and not other:
            return code, token.index + words.count(" ")
    return None, token.index


def add_mention(scope: Scope, mention: Mention) -> None:
    for entity in mention.entities:
        if isinstance(entity, State):
            scope.add(entity, mention.span)
        elif isinstance(entity, Person | Place | Unnamed) or entity.state is not None:
            scope.add_code(entity.state, mention.span)
        else:
            scope.add(entity, mention.span)


def speaker_state(statement: Statement) -> str | None:
    """The code of the state a speaker stands for."""
    for actor in statement.speakers:
        code = actor.id if isinstance(actor, State) else actor.state
        if code is not None:
            return code
    return None


def means_own(token: Token, mode: str) -> bool:
    """Does the word speak of the speaker's own side ("ülkemiz", "destekliyoruz"; in a report "ülkesinin", "-dıklarını")?"""
    form = token.form
    if mode == "direct":
        return form.person == "1pl" or form.possessive == "1pl" or form.lemma == "biz"
    if form.lemma == "ülke" and form.possessive == "3sg":
        return True
    return form.possessive == "3pl" and form.verb_form in ("participle", "verbal_noun")
