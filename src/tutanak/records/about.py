"""Whom a statement is about: states and bodies named in its content, or meant by it ("ülkelerimiz", "-ız", "iki ülke")."""

from __future__ import annotations

from functools import cache
from typing import Final

from tutanak.languages import load
from tutanak.mentions import actor_state, is_adjective, people_of, people_state
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, State, Unnamed, proven
from tutanak.records.about_both import (
    COMMON,
    MUTUAL,
    YOU,
    are_other_sides,
    dealt_with,
    is_told_of,
    is_you,
    is_yours,
    parties,
    partner_of,
    related_to,
    spoken_to_one,
    talks_in,
    tells_of_both,
    two_in_view,
    with_whom,
)
from tutanak.records.about_home import add_home
from tutanak.records.about_own import has_subject, is_asked_for, own_deed, own_holding, own_words
from tutanak.records.about_struck import add_other_side
from tutanak.records.about_venues import is_clock, is_venue
from tutanak.records.model import Statement
from tutanak.records.outlets import only_tells
from tutanak.records.reporting import reporting
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import SIGNS, Layout, Token, Word, first_from

MEANT: Final = "named or meant in the content"
ASKED: Final = "who is asked for the deed"
TAKEN: Final = "whom its speaker spoke of just before"
FRAME: Final = "what its sentence is about"
MATTER: Final = "the matter of the article"
OF_A_BODY: Final = ("lı", "li", "lu", "lü")  # of those who are of it
NEAR: Final = 6  # words in which the country stands to which a state does something
OFTEN: Final = 4  # so often the state is named that an article is about
KINDRED: Final = frozenset(("devlet", "cumhuriyet", "topluluk"))
SIDES: Final = 2  # so many may be meant again without a name


@cache
def contested() -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    """First word -> (words, code, where) of the places and phrases with a declared policy."""
    found: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
    for entry in load().section("contested"):
        words = str(entry["says"])
        found.setdefault(words.split()[0], []).append((words, str(entry["about"]), tuple(entry.get("where", ()))))
    return found


def _may_be_of_a_body(word: Word) -> bool:
    return word.low.endswith(OF_A_BODY)


COUNTRY: Final = SIGNS.of_words(("ülke",))
MEMBER: Final = SIGNS.of_test(_may_be_of_a_body, capital=True)


@cache
def telling() -> int:
    """The sign of words that may tell of a state though they name none: contested places and phrases begin with them, or they name a people."""
    return SIGNS.of_words((), contested(), lambda word: people_of(word) is not None, capital=True)


class Scope:
    """Collects who a statement is about, each actor once, with the words that say so."""

    __slots__ = ("actors", "bodies", "named", "openings", "own", "parties", "spans", "states", "why")

    def __init__(
        self, states: dict[str, State], bodies: dict[int, Organisation], named: dict[str, Organisation], openings: list[int], own: str | None
    ) -> None:
        self.states = states
        self.bodies = bodies  # by where their names begin
        self.named = named  # the bodies of no state, by their names in small letters
        self.openings = openings  # the tokens with which the names of bodies of no state begin
        self.own = own  # the speaker's own state
        self.parties: set[frozenset[str]] = set()  # pairs of states that have talks
        self.actors: list[Actor] = []
        self.spans: list[Span] = []
        self.why = MEANT  # what tells of them all, by the words farthest from the content

    def add(self, actor: Actor, span: Span) -> None:
        if actor not in self.actors:
            self.actors.append(actor)
            self.spans.append(span)

    @property
    def others(self) -> list[Actor]:
        """All but the speaker's own state."""
        return [a for a in self.actors if not (isinstance(a, State) and a.id == self.own)]

    def infer(self, actor: Actor, span: Span, why: str) -> None:
        """Add an actor of whom words outside the content tell."""
        self.add(actor, span)
        self.why = why

    def add_code(self, code: str | None, span: Span) -> None:
        if code is not None:
            self.add(self.state(code), span)

    def state(self, code: str) -> State:
        """The state of a code, one that the article does not name too."""
        return self.states.setdefault(code, State(code, code, ()))


class Scopes:
    """What all whom an article's records concern are looked up in, made once."""

    __slots__ = ("begun", "bodies", "layout", "mentions", "named", "openings", "order", "states", "talks")

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self.states = {s.id: s for s in mentions.states}
        self.bodies = {o.name: o.state for o in mentions.organisations}
        self.begun = {span.start: o for o in mentions.organisations for span in o.mentions}
        self.named = {fold(o.name): o for o in mentions.organisations if o.state is None and o.mentions}
        self.openings = sorted(layout.token_at(start) for start, body in self.begun.items() if body.state is None)
        self.order = weight(mentions)
        self.talks = parties(layout, mentions)

    def of(self, statement: Statement, before: Statement | None) -> Scope:
        """Who is named in the words of a statement, or meant by a word of it."""
        scope = Scope(self.states, self.begun, self.named, self.openings, speaker_state(statement, self.bodies))
        scope.parties = self.talks
        address(self, statement, scope.own)
        collect(self.layout, self.mentions, statement, scope, before)
        add_asked(self.layout, statement, scope)
        add_partner(self.layout, self.mentions, statement, scope, self.order)
        return scope


def fill(layout: Layout, mentions: Mentions, statements: list[Statement]) -> None:
    """Fill `about` of all statements of an article, in text order."""
    scopes = Scopes(layout, mentions)
    owned: dict[Statement, State] = {}
    before: list[Statement] = []  # the last statement, and those told in its words
    for statement in statements:
        last = next((b for b in reversed(before) if same_speaker(statement, b)), None)
        scope = scopes.of(statement, last)
        if not scope.others:
            add_meant(layout, mentions, statement, scope, last)
        if not scope.actors and statement.mode == "indirect" and scope.own is not None:
            add_matter(scope, scopes.order)
        statement.about = tuple(scope.actors)
        if scope.actors:
            statement.proof["about"] = proven(tuple(scope.spans), "inferred", scope.why)
        if not statement.heading:
            within = bool(before) and statement.span.end <= before[0].span.end  # told in the words of another, who may go on
            before = before if within else []
            before.append(statement)
        if scope.own in scopes.states and statement.mode == "indirect":
            owned[statement] = scopes.states[scope.own]
    add_other_side(layout, statements)
    add_home(statements, owned)


def add_meant(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope, before: Statement | None) -> None:
    """Whom a statement means that names nobody else: what its sentence is about, whom its speaker spoke of before, the country told of."""
    if is_of_any_country(layout, statement):
        return
    add_topic(layout, mentions, statement, scope)
    take_up(layout, statement, scope, before)
    if not scope.actors:
        add_frame(layout, mentions, statement, scope)
    if not scope.others:
        add_country(layout, mentions, statement, scope)


def add_matter(scope: Scope, order: list[str]) -> None:
    """What somebody who speaks for a state is told to have said, and that means nobody, is about the state that the article keeps speaking of.

    Whether about his own is told by what all statements of the article are about (`about_home`).
    """
    state = scope.states.get(order[0]) if order else None
    if state is not None and state.id != scope.own and len(state.mentions) >= OFTEN:
        scope.infer(state, state.mentions[0], MATTER)


def take_up(layout: Layout, statement: Statement, scope: Scope, before: Statement | None) -> None:
    """A statement that names nobody goes on about whom its speaker spoke of just before; so does one of "onlar", or a quotation in its sentence.

    Whom he was only taken to speak of there is not taken up once more. Of more than two it is open which of them is meant; and a body is meant
    again only by "onlar", or in its own sentence. A quotation elsewhere stands for itself, unless a word of it points back.
    """
    if before is None or scope.others or not 0 < len(before.about) <= SIDES or before.proof["about"].rule in (MATTER, TAKEN):
        return
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    near = statement.mode == "direct" and layout.tokens[first].sentence == layout.tokens[layout.token_at(before.span.start)].sentence
    near = near or any(t.form.pos == "PRON" and t.low.startswith("onlar") for t in layout.tokens[first:last])
    if near or (not scope.actors and (statement.mode == "indirect" or any(points_back(t) for t in layout.tokens[first:last]))):
        for actor, span in zip(before.about, before.proof["about"].spans, strict=True):
            if near or isinstance(actor, State):
                scope.infer(actor, span, TAKEN)


def points_back(token: Token) -> bool:
    """Does a word mean something or somebody told before ("bu", "bunun", "onlara"; "geri adım atarlarsa")?"""
    return is_back(token) or token.form.person == "3pl" or token.form.possessive == "3pl"


def is_back(token: Token) -> bool:
    """Is it a word whose whole sense lies in what was told before ("bu", "bunun", "onlara")?"""
    return token.low in ("bu", "o", "şu") or (token.form.pos == "PRON" and token.form.lemma in ("bu", "o", "onlar", "bunlar"))


def is_of_any_country(layout: Layout, statement: Statement) -> bool:
    """Does it speak of countries as such ("bütün ülkelerin görevi"), of none of those told before ("bu ülkelerin")?"""
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    for at in layout.bearing_among(COUNTRY, first + 1, last):
        form = layout.tokens[at].form
        if form.lemma == "ülke" and not form.possessive and layout.tokens[at - 1].low in reporting().anyone:
            return True
    return False


def add_topic(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope) -> None:
    """A statement that names nobody is about the state that its sentence names as its matter ("Mali'yi de değerlendiren Dahl, …")."""
    at = layout.token_at(statement.span.start)
    low = layout.sentences[layout.tokens[at].sentence].first
    for mention in mentions.within(low, at):
        entity = mention.entity
        if isinstance(entity, State) and entity.id != scope.own and mention.kind == "state" and is_matter(layout, mention, at):
            scope.infer(entity, mention.span, FRAME)


def is_matter(layout: Layout, mention: Mention, last: int) -> bool:
    """Is it named as what is talked of: no word of a new clause between it and the word that says so?"""
    for token in layout.tokens[mention.last : last]:
        if token.form.lemma in reporting().topical:
            return True
        if token.kind == "punct" or (token.form.verb_form and token.form.verb_form != "verbal_noun"):
            return False
    return False


def add_frame(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope) -> None:
    """A first statement that names nobody is about the state that its frame names ("Sudan'daki savaşa ilişkin açıklamasında, …")."""
    at = layout.token_at(statement.span.start)
    low = layout.sentences[layout.tokens[at].sentence].first
    for mention in mentions.within(low, at):
        entity = mention.entity
        if mention.last < at and layout.tokens[mention.last].low == "merkezli":
            continue  # "ABD merkezli X şirketinin platformunda"
        if isinstance(entity, State) and entity.id != scope.own and mention.kind == "state" and entity not in statement.speakers:
            scope.infer(entity, mention.span, FRAME)


def add_country(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope) -> None:
    """ "Ülkedeki durum": where the statement names no state, the speaker's own if it was told just before, else the one named last."""
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    token = next((layout.tokens[at] for at in layout.bearing_among(COUNTRY, first, last) if is_bare_country(layout.tokens[at])), None)
    if token is None:
        return
    low = layout.sentences[max(layout.tokens[first].sentence - 2, 0)].first
    named = [m.entity for m in mentions.within(low, first) if isinstance(m.entity, State) and len(m.entities) == 1]
    told = {state.id for state in named}
    organ = bool(statement.speakers) and not isinstance(statement.speakers[0], Person)
    if scope.own is not None and (organ or scope.own in told or not told):
        scope.add_code(scope.own, token.span)
    elif named:
        scope.add(named[-1], token.span)


def weight(mentions: Mentions) -> list[str]:
    """The codes of the states that the article names, in their own name or by their people, the most often named first."""
    counts: dict[str, int] = {}
    for mention in mentions.all:
        code = actor_state(mention.entity)
        if code is not None:
            counts[code] = counts.get(code, 0) + 1
    return sorted(counts, key=lambda code: -counts[code])


def add_partner(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope, order: list[str]) -> None:
    """ "Ülkelerimiz", "ikili ilişkiler", "sizinle": the speaker's own state, and the other one the report is about."""
    if scope.own is None:
        return
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    words = layout.tokens[first:last]
    partner = partner_of(layout, mentions, scope.own, order)
    token = tells_of_both(layout, first, last, statement.mode)
    if token is not None:
        named = token.form.lemma in MUTUAL and scope.others  # "Kenya ile ikili ilişkiler"
        scope.add_code(scope.own, token.span)
        scope.add_code(None if named else partner, token.span)
    elif (token := dealt_with(layout, words)) is not None:
        told = with_whom(layout, mentions, first, token.index) or is_told_of(mentions, scope.own, first, token.index)
        scope.add_code(scope.own, token.span)
        scope.add_code(None if told else partner, token.span)
    elif (token := related_to(layout, mentions, first, last)) is not None:
        scope.add_code(scope.own, token.span)
    elif statement.mode == "indirect" and len(scope.actors) == len(scope.others) == 1 and (token := talks_in(words)) is not None:
        other = scope.others[0]
        scope.add_code(scope.own if isinstance(other, State) and frozenset((scope.own, other.id)) in scope.parties else None, token.span)
    if statement.mode == "direct":
        add_spoken_to(statement, scope, words, partner)


def add_spoken_to(statement: Statement, scope: Scope, words: list[Token], partner: str | None) -> None:
    """ "Hükümetiniz": the side of the one spoken to, else the other side; "sizinle": his and the speaker's own, where it is told who he is."""
    other = partner if statement.addressee is None else actor_state(statement.addressee)
    yours = next((t for t in words if is_yours(t) and not retold(words, t)), None)
    if yours is not None:
        scope.add_code(other, yours.span)
    you = next((t for t in words if is_you(t)), None) if statement.addressee is not None and other is not None else None
    if you is not None:
        scope.add_code(scope.own, you.span)
        scope.add_code(other, you.span)


def add_asked(layout: Layout, statement: Statement, scope: Scope) -> None:
    """Who is asked for a deed is to do it ("Kenya'dan | sınırı açmasını istedi"), unless another is told to ("X'in açmasını")."""
    asked = statement.addressee
    if asked is None or statement.mode == "direct":
        return
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    if not is_asked_for(layout.tokens[last - 1]) or has_subject(layout, first, last - 1):
        return
    code = actor_state(asked)
    actor = scope.state(code) if code is not None else asked
    if isinstance(actor, State | Organisation):
        scope.infer(actor, statement.proof["addressee"].spans[0], ASKED)


def address(scopes: Scopes, statement: Statement, own: str | None) -> None:
    """Leaders who speak to each other say "siz": the one addressed is the other side's first-named person, named before."""
    if own is None or statement.mode != "direct":
        return
    layout, mentions = scopes.layout, scopes.mentions
    words = layout.tokens[layout.token_at(statement.span.start) : layout.token_at(statement.span.end)]
    partner = partner_of(layout, mentions, own, scopes.order)
    told = spoken_to_one(words)
    other = next((p for p in mentions.people if p.state == partner and p.office is not None), None)
    if told is None or other is None or partner is None or not isinstance(statement.speaker, Person) or retold(words, told):
        return
    if statement.addressee is not None or other.mentions[0].start > statement.span.start:
        return
    statement.addressee = other
    statement.proof["addressee"] = proven((told.span, other.mentions[0]), "inferred", YOU)


def retold(words: list[Token], told: Token) -> bool:
    """Is it said within what others are quoted to say ("‘Siz bekleyin’ dediler")?"""
    behind = [t for t in words if t.index > told.index and t.sentence == told.sentence]
    return any(t.form.lemma == "de" and t.form.verb_form == "finite" for t in behind)


def same_speaker(statement: Statement, other: Statement) -> bool:
    return bool(statement.speakers) and statement.speakers[0] is other.speakers[0] if other.speakers else False


def collect(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope, before: Statement | None) -> None:
    """Who is named in the content, and the speaker's own side where it is spoken of."""
    first, last = layout.token_at(statement.span.start), layout.token_at(statement.span.end)
    for mention in mentions.within(first, last):
        if mention.kind == "group" and isinstance(mention.entity, State):
            add_group(layout, mentions, mention, scope, first, before)
        elif not (is_venue(layout, mentions, mention) or is_clock(layout, mention) or is_of_both(layout, mention)):
            add_side(layout, scope, mention)
            add_body_of(layout, mentions, mention, scope)
    add_members(layout, scope, first, last)
    past, openings = 0, scope.openings
    words, named = layout.bearing_among(telling(), first, last), openings[first_from(openings, first) : first_from(openings, last)]
    for at in sorted({*words, *named}) if named else words:
        token = layout.tokens[at]
        if token.start >= past:
            past = add_by_word(layout, mentions, token, scope)
    for token in own_words(layout, mentions, statement.mode, first, last):
        scope.add_code(scope.own, token.span)
    add_deed(layout, statement, scope, first, last)
    add_country_struck(layout, mentions, statement, scope, first, last)


def add_members(layout: Layout, scope: Scope, first: int, last: int) -> None:
    """The body of no state that people are told to be of ("Hamaslı yetkililerin")."""
    for at in layout.bearing_among(MEMBER, first, last) if scope.named else ():
        token = layout.tokens[at]
        body = scope.named.get(token.low[:-2].rstrip("'’"))
        if body is not None:
            scope.add(body, token.span)


def add_country_struck(layout: Layout, mentions: Mentions, statement: Statement, scope: Scope, first: int, last: int) -> None:
    """The country to which another does something is that of the organ that tells of it ("İsrail'in ülkenin güneyine saldırdığını")."""
    if statement.mode == "direct" or not statement.speakers or isinstance(statement.speakers[0], Person | Unnamed):
        return
    for doer in mentions.within(first, last):
        other = isinstance(doer.entity, State) and doer.kind == "state" and doer.case == "gen" and doer.entity.id != scope.own
        if other and (home := home_behind(layout, doer.last, last)) is not None:
            scope.add_code(scope.own, home.span)


def home_behind(layout: Layout, first: int, last: int) -> Token | None:
    """The word "ülkenin" or "ülkeye" within a few words from token `first` on."""
    words = layout.tokens[first : min(first + NEAR, last)]
    return next((t for t in words if is_bare_country(t) and t.form.case in ("gen", "dat") and layout.tokens[t.index - 1].low != "bu"), None)


def is_bare_country(token: Token) -> bool:
    return token.form.lemma == "ülke" and token.form.number != "pl" and not token.form.possessive


def add_deed(layout: Layout, statement: Statement, scope: Scope, first: int, last: int) -> None:
    """A state, a body or an organ that reports what it does itself speaks of its own side ("… hazırlıklarını tamamladığını")."""
    speaker = statement.speakers[0] if statement.mode == "indirect" and statement.speakers else None
    if speaker is None or isinstance(speaker, Unnamed):
        return
    organ = not isinstance(speaker, Person)
    if scope.own is not None and (held := own_holding(layout, first, last, organ)) is not None:
        scope.add_code(scope.own, held.span)
    if not organ or (told := own_deed(layout, first, last)) is None:
        return
    if scope.own is not None:
        scope.add_code(scope.own, told.span)
    elif isinstance(speaker, Organisation) and not only_tells(layout, speaker):
        scope.add(speaker, told.span)


def is_of_both(layout: Layout, mention: Mention) -> bool:
    """Is it a committee of two governments, which stands for both?"""
    return isinstance(mention.entity, Organisation) and layout.low.startswith(COMMON, layout.tokens[mention.first].start)


def add_by_word(layout: Layout, mentions: Mentions, token: Token, scope: Scope) -> int:
    """The state of a contested place or of a people's word, and where that ends; a name that holds such a word is its own ("Gazze Barış Kurulu")."""
    mention = mentions.at(token.index)
    free = mention is None or isinstance(mention.entity, Place) or (mention.kind == "description" and actor_state(mention.entity) is None)
    codes, length = place_policy(layout, token, scope.states) if free else ([], 0)
    for code in codes:
        scope.add_code(code, token.span)
    joint = mention is not None and mention.kind == "description" and actor_state(mention.entity) is None  # "ABD'li ve İranlı yetkililer"
    if (mention is None or joint) and not codes and token.capital and not is_adjective(layout, token) and not is_of_kindred(layout, token):
        scope.add_code(people_state(token), token.span)
        if (body := scope.bodies.get(token.start)) is not None and body.state is None and has_officers(layout, token, body):
            scope.add(body, token.span)  # "AB üyelerinin": the body of those spoken of
    return token.start + length


def is_of_kindred(layout: Layout, token: Token) -> bool:
    """Does a people's word tell of all who are akin, and of no one state ("Türk dünyası", "Türk devletleri")?"""
    after = layout.tokens[min(token.index + 1, len(layout.tokens) - 1)].form
    return after.lemma == "dünya" or (after.lemma in KINDRED and after.number == "pl")


def has_officers(layout: Layout, token: Token, body: Organisation) -> bool:
    """Are several of a body spoken of, named with it ("AB üyelerinin", "NATO liderleri"; no "AB üyesi ülkeler")?"""
    at = token.index + len(body.name.split())
    return any(t.form.number == "pl" and t.form.possessive.startswith("3") for t in layout.tokens[token.index + 1 : at + 2])


def add_group(layout: Layout, mentions: Mentions, group: Mention, scope: Scope, first: int, before: Statement | None) -> None:
    """ "İki ülke": those named with one another just before it, those of whom the speaker spoke last, else the two most in view."""
    if two_in_view(mentions, group, first) or are_other_sides(layout, group):
        return
    told = [a for a in before.about if isinstance(a, State)] if before is not None else []
    if len(told) == len(group.entities) == 2 and scope.own not in (told[0].id, told[1].id):
        for state in told:
            scope.add(state, group.span)
    else:
        add_mention(scope, group)


def place_policy(layout: Layout, token: Token, states: dict[str, State]) -> tuple[list[str], int]:
    """The states that the longest contested place or phrase at the token concerns, some only where the article names one of them; its length."""
    found = contested().get(token.word.bare, ())
    fits = [e for e in found if layout.low.startswith(e[0], token.start) and (not e[2] or any(w in states for w in e[2]))]
    longest = max((len(words) for words, _, _ in fits), default=0)
    return [code for words, code, _ in fits if len(words) == longest], longest


def add_body_of(layout: Layout, mentions: Mentions, mention: Mention, scope: Scope) -> None:
    """The body that somebody named with his office leads ("BM Genel Sekreteri X'in çağrısı")."""
    person = mention.entity
    if not isinstance(person, Person) or actor_state(person) is not None or person.org is None:
        return
    start, end = layout.tokens[mention.first].start, mention.span.start
    body = next((o for o in mentions.organisations if o.state is None and any(start <= m.start < end for m in o.mentions)), None)
    if body is not None:
        scope.add(body, mention.span)


def add_side(layout: Layout, scope: Scope, mention: Mention) -> None:
    """Add who is named; a state by its "side" is whom the policy says, where the dispute is told of ("Türk tarafı" on Cyprus)."""
    side = mention.kind == "state" and layout.tokens[mention.last - 1].form.lemma == "taraf"
    codes, _ = place_policy(layout, layout.tokens[mention.first], scope.states) if side else ([], 0)
    for code in codes:
        scope.add_code(code, mention.span)
    if not codes:
        add_mention(scope, mention)


def add_mention(scope: Scope, mention: Mention) -> None:
    for entity in mention.entities:
        if isinstance(entity, State):
            scope.add(entity, mention.span)
        elif isinstance(entity, Person | Place | Unnamed) or entity.state is not None:
            scope.add_code(actor_state(entity), mention.span)
        else:
            scope.add(entity, mention.span)


def speaker_state(statement: Statement, bodies: dict[str, str | None] | None = None) -> str | None:
    """The code of the state that a speaker stands for, by himself or by his party, one of the bodies."""
    for actor in statement.speakers:
        code = actor_state(actor)
        if code is None and bodies is not None and isinstance(actor, Person) and actor.org is not None:
            code = bodies.get(actor.org)
        if code is not None:
            return code
    return None
