"""Whom a statement is about: states and bodies named in its content, or meant by it ("ülkelerimiz", "-ız", "iki ülke")."""

from __future__ import annotations

from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, Proof, State, Unnamed
from tutanak.records.model import Statement
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token

# First persons plural that mean the speaker's country ("ülkemiz", "biz").
OWN_WORDS = frozenset(("ülke", "devlet", "millet", "halk", "hükümet", "ordu", "vatandaş", "topluluk", "bölge", "komşu", "toprak", "asker", "vatan", "biz", "dostluk", "kardeş"))
BOTH_WORDS = frozenset(("ülkelerimiz", "halklarımız", "devletlerimiz", "milletlerimiz", "aramızdaki", "aramızda", "bölgemiz", "bölgemizde"))


class Scope:
    """Collects who a statement is about, each actor once, with the words that say so."""

    __slots__ = ("actors", "spans", "states")

    def __init__(self, states: dict[str, State]) -> None:
        self.states = states
        self.actors: list[Actor] = []
        self.spans: list[Span] = []

    def add(self, actor: Actor | None, span: Span) -> None:
        if actor is not None and actor not in self.actors:
            self.actors.append(actor)
            self.spans.append(span)

    def add_code(self, code: str | None, span: Span) -> None:
        if code is not None:
            self.add(self.states.setdefault(code, State(code, code, ())), span)


def about(layout: Layout, mentions: Mentions, statement: Statement, statements: list[Statement]) -> None:
    """Fill `about` of a statement, and its proof."""
    scope = Scope({s.id: s for s in mentions.states})
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    for mention in mentions.within(first, last):
        add_mention(scope, mention)
    add_deictics(layout, mentions, statement, scope, first, last)
    statement.about = tuple(scope.actors)
    if scope.actors:
        statement.proof["about"] = Proof(tuple(scope.spans), "inferred", "named or meant in the content")


def add_mention(scope: Scope, mention: Mention) -> None:
    for entity in mention.entities:
        if isinstance(entity, State):
            scope.add(entity, mention.span)
        elif isinstance(entity, Person | Place | Unnamed):
            scope.add_code(entity.state, mention.span)
        elif entity.state is not None:
            scope.add_code(entity.state, mention.span)
        else:
            scope.add(entity, mention.span)


def speaker_state(statement: Statement) -> str | None:
    """The code of the state a speaker stands for."""
    for actor in statement.speaker:
        code = actor.id if isinstance(actor, State) else actor.state
        if code is not None:
            return code
    return None


def add_deictics(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope, first: int, last: int) -> None:
    own = speaker_state(statement)
    if own is None:
        return
    for token in layout.tokens[first:last]:
        if means_own(token, statement.mode):
            scope.add_code(own, token.span)
            return


def means_own(token: Token, mode: str) -> bool:
    """Does the word speak of the speaker's own side ("ülkemiz", "destekliyoruz")?"""
    form = token.form
    if mode == "direct":
        return form.person == "1pl" or form.possessive == "1pl" or token.low in BOTH_WORDS or form.lemma == "biz"
    return form.possessive == "3pl" and form.verb_form in ("participle", "verbal_noun")


def bodies(scope: Scope) -> list[Organisation]:
    return [a for a in scope.actors if isinstance(a, Organisation)]
