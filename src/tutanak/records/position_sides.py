"""Whose a stance is, and whom it concerns: the side that speaks, the subject of a clause, the holder."""

from __future__ import annotations

import re
from typing import Any, Final

from tutanak.languages import word_list
from tutanak.mentions import nationality, people_word
from tutanak.mentions.lexicon import body_called
from tutanak.mentions.model import Actor, Mention, Mentions, Person, Place, State, Unnamed
from tutanak.records.frames import Predicate, role
from tutanak.records.grammar import IF, JOINING, WE
from tutanak.records.outlets import only_tells
from tutanak.records.parties import conjuncts_before
from tutanak.records.position_clauses import Clause, Verdict
from tutanak.records.reporting import reporting
from tutanak.records.voices import genitive_base, phrase_start, with_conjuncts
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Sentence, Token
from tutanak.text.nouns import LI, is_bare

Held = tuple[tuple[Actor, ...], tuple[Span, ...]]  # who takes a stance, and the words that say so

OWN_WORDS: Final = word_list("positions", "own_words")
OWNING_NOTHING: Final = word_list("positions", "owning_nothing")
OWN_STEP: Final = "future step of the own side"
FRAMED: Final = ", in a frame of saying or thinking"
LEFT_OUT: Final = "future step, subject left out"
INSTRUMENTS: Final = word_list("positions", "instruments")
MATTERS: Final = word_list("positions", "matters")
WAYS: Final = word_list("positions", "ways")
CALENDAR: Final = word_list("positions", "calendar")
SET_OFF: Final = frozenset((",", "ise"))  # behind a genitive that is the subject of the whole clause
HOLDING: Final = word_list("positions", "holding")
BEING: Final = frozenset(("ol", "gerek"))  # of what something is or must be
BESIDE: Final = frozenset(("yan",))  # where something is brought: "grupları | yanına çekmeye"
COUNTED: Final = frozenset(("çok", "fazla"))  # and other words that make many of them
PARTS: Final = word_list("positions", "parts")
OPENING_PART: Final = 8  # words in which they are told
THEY: Final = frozenset(("onlar", "bunlar"))
TOWARDS: Final = frozenset(("support", "opposition", "demand"))  # stances towards what somebody does; a hope is the speaker's own
NOBODY_S: Final = frozenset(("kimse", "hiçbiri", "herkes"))  # what they want is nobody's stance
SEVERAL: Final = frozenset(("birçok", "bazı", "çoğu", "kimi", "pek", "bir", "iki", "üç"))
DEPENDS: Final = frozenset((
    "halinde", "durumunda", "için", "üzerine", "kaydıyla", "koşuluyla", "şartıyla", "nedeniyle", "dolayısıyla", "amacıyla", "adına",
))  # fmt: skip
CONDITIONS: Final = IF | {"durumda", "sürece", "vakit"}
REACH: Final = 14  # words from a subject to a verb on which something depends
NEXT_OWNED: Final = 5  # words to the next of two nouns that one owns
OPENING_NAME: Final = 5  # words of a name that opens a sentence
BACK: Final = 40  # words in which those are named whom a plural without a subject means
RULERS: Final = word_list("actors", "governments") | word_list("positions", "rulers")
WORLDWIDE: Final = word_list("positions", "worldwide")
WORLD: Final = word_list("positions", "world")
CROWDS: Final = word_list("positions", "crowds")


class Side:
    """The side that speaks: its actors, and the codes and ids that count as its own."""

    __slots__ = ("actors", "mentions", "own", "reported", "watches")

    def __init__(self, mentions: Mentions, actors: tuple[Actor, ...], reported: bool) -> None:
        self.mentions = mentions
        self.actors = actors
        self.reported = reported
        self.watches = not any(isinstance(actor, Person | State) for actor in actors)
        self.own = {key for actor in actors for key in keys(actor)} | home(mentions, actors)

    def is_own(self, mention: Mention) -> bool:
        return any(key in self.own for entity in mention.entities if not isinstance(entity, str) for key in keys(entity))


def home(mentions: Mentions, actors: tuple[Actor, ...]) -> set[str]:
    """The organisations that the actors speak for, those whose organs these are, and their states ("AK Parti": TR)."""
    orgs = {actor.org for actor in actors if isinstance(actor, Person) and actor.org}
    if not orgs:
        return set()
    wholes = {body_called(org[: space.start()]) for org in orgs for space in re.finditer(" ", org)} - {None}  # of "AB Komisyonu" the union
    named = [o for o in mentions.organisations if o.name in orgs or (wholes and body_called(o.name) in wholes)]
    return {key for o in named for key in keys(o)}


def keys(entity: Any) -> tuple[str, ...]:
    """What an entity is known by: its id, and the state it belongs to."""
    if isinstance(entity, State):
        return (entity.id,)
    if isinstance(entity, Unnamed):
        return (entity.state,) if entity.state else ()
    return (entity.id, entity.state) if entity.state else (entity.id,)


def is_own_word(form: Form) -> bool:
    """ "Ülkesinin …", "hükümetimiz …": the speaker's own side."""
    return form.lemma in OWN_WORDS and form.possessive != "" and form.case in ("gen", "nom")


def subject_place(tokens: list[Token], clause: Clause, end: int = -1) -> int:
    """Where a genitive stands in the reported clause (before token `end`) that possesses nothing after it; -1 where none does."""
    plural = tokens[clause.head].form.possessive == "3pl"
    for at in range(clause.first, clause.head if end < 0 else end):
        form = tokens[at].form
        if form.case == "gen" and not (plural and form.number == "sg") and possession(tokens, at, clause.head) < 0:
            return at
    return -1


def possession(tokens: list[Token], at: int, end: int) -> int:
    """Where a noun with a possessive of its own follows the genitive within three words, before another genitive; -1 where none does."""
    if tokens[at].form.verb_form == "verbal_noun" and tokens[at].form.suffix != "is":
        return -1
    if (depends := depending(tokens, at, end)) >= 0:
        return depends
    for n in range(at + 1, min(at + (6 if tokens[at + 1].form.pos == "NUM" else 4), end)):  # "ilişkilerin 70. yıl | dönümü"
        form = tokens[n].form
        if n > at + 1 and n + 1 < end and begins_chain(tokens[n], tokens[n + 1].form):
            return n + 1
        owns = form.possessive.startswith("3") and form.lemma != tokens[n].low and form.lemma not in OWNING_NOTHING
        owns = owns and not (n > at + 1 and form.case == "loc" and form.lemma in WAYS)
        owns = owns and (tokens[at].capital or not is_object_of_deed(tokens, n, end))
        owns = owns and not (form.case == "loc" and tokens[n - 1].form.suffix == "mak")  # "azaltmak zorunda"
        owns = owns and not in_order_to(tokens, n)
        owns = owns and not (form.lemma in CALENDAR and tokens[n - 1].form.pos == "NUM" and form.case == "loc")  # "doların 2011 yılında"
        if owns and (form.suffix != "ki" or n == at + 1):
            compound = n > at + 1 and form.case != "acc" and is_bare(tokens[n - 1].form)
            if compound and n + 1 < end and is_done_to(tokens[n + 1].form):
                return n + 1  # "ilişkilerin ortaklık düzeyine | çıkarılmasını hedeflediklerini"
            what_they_are = (
                n + 1 == end and tokens[end].form.lemma == "ol" and tokens[end].form.possessive == "3pl"
            )  # "oyunların | takipçisi olacaklarını"
            return n if not compound and (n + 1 < end or form.case != "nom" or what_they_are) else -1
        if form.case == "gen":
            return -1
    deed = deed_owned(tokens, at, end)
    return deed if deed >= 0 else named_thing(tokens, at, end)


def is_done_to(form: Form) -> bool:
    """Is it a deed told of what it is done to, as an object ("çıkarılmasını")?"""
    return form.suffix == "ma" and form.passive and form.possessive == "3sg" and form.case == "acc"


def in_order_to(tokens: list[Token], at: int) -> bool:
    """Is it the postposition of an aim ("kalabilmek | adına"), and nobody's name?"""
    return tokens[at].low == "adına" and tokens[at - 1].form.suffix == "mak"


def is_object_of_deed(tokens: list[Token], at: int, head: int) -> bool:
    """Is what looks possessed the object of a deed right behind it that is to come ("çiftçilerin | üretimi azaltmak zorunda kalacağını")?"""
    after = tokens[at + 1].form
    if tokens[head].form.suffix != "acak":
        return False
    deed = after.suffix == "mak" or (after.verb_form == "verbal_noun" and after.suffix == "ma" and after.case in ("acc", "dat"))
    deed = deed and not after.possessive and not after.passive
    return deed and tokens[at].form.case == "nom" and any(form.case == "acc" and not form.possessive for form in tokens[at].forms)


def begins_chain(token: Token, after: Form) -> bool:
    """Is it a compound that another noun owns in turn ("ilişkilerin yıl | dönümü vesilesiyle")?"""
    owns = any(form.case == "nom" and form.possessive == "3sg" and form.pos == "NOUN" for form in token.forms)
    return owns and after.pos == "NOUN" and after.possessive == "3sg" and after.case in ("ins", "loc", "dat", "abl") and after.lemma not in BESIDE


def deed_owned(tokens: list[Token], at: int, end: int) -> int:
    """Where the noun stands of a deed whose doer the genitive is ("Kenya'nın bölgeyi ilhak etme | kararını kınadığını"); -1 where none does."""
    for n in range(at + 2, min(at + REACH, end)):
        form, before = tokens[n].form, tokens[n - 1].form
        if form.case == "gen" or tokens[n].low == "," or in_order_to(tokens, n):
            return -1
        deed = before.verb_form == "verbal_noun" and before.suffix in ("ma", "mak") and before.case == "nom" and not before.possessive
        governs = form.case in ("acc", "dat") or (form.case == "loc" and form.lemma in MATTERS)  # "sağlama konusunda kararlı"
        if deed and governs and form.pos == "NOUN" and form.possessive.startswith("3"):
            return n
    return -1


def depending(tokens: list[Token], at: int, end: int) -> int:
    """Where the verb stands on which something depends and whose subject the genitive is ("Kenya'nın … ablukayı | kaldırması halinde"); else -1."""
    for n in range(at + 1, min(at + REACH, end - 1)):
        form = tokens[n].form
        if form.case == "gen" or (tokens[n].low == "," and n == at + 1):
            return -1
        if form.verb_form == "verbal_noun" and form.suffix == "ma" and form.possessive and tokens[n + 1].low in DEPENDS:
            return n
    return -1


def named_thing(tokens: list[Token], at: int, end: int) -> int:
    """Where a possessed noun stands right before its own name ("Slovakya'nın Tuna üzerindeki en büyük | limanı Komarno'yu"); -1 where none does."""
    for n in range(at + 1, min(at + 8, end - 1)):
        if tokens[n].form.case == "gen" or tokens[n].form.verb_form or tokens[n].kind != "word":
            return -1
        name = last_of_name(tokens, n + 1, end)
        named = name.capital and name.base_end < name.end and name.form.case not in ("nom", "gen") and not tokens[n].capital
        if named and any(form.possessive.startswith("3") for form in tokens[n].forms):
            return n
    return -1


def last_of_name(tokens: list[Token], at: int, end: int) -> Token:
    """The last word of the capitalised name that begins at token `at` ("Hark | Adası'nı")."""
    while at + 1 < end and tokens[at].capital and tokens[at].base_end == tokens[at].end and tokens[at + 1].capital:
        at += 1
    return tokens[at]


def subject_of(layout: Layout, clause: Clause, side: Side) -> Mention | None:
    """Whom the clause's predicate is said of, where that is named: genitive in reported clauses, nominative at the front in direct ones."""
    front = clause.first if side.reported else behind_condition(layout, side, clause)
    for mention in side.mentions.within(clause.first, clause.head):
        if side.reported and mention.case == "gen" and not is_owner(layout.tokens, mention, clause):
            if is_set_off(layout.tokens, clause.first, mention.first) or is_behind_thing(layout, clause, mention, side):
                return None
            if tells_kin(layout.tokens, side, mention, clause.head):
                continue
            return None if of_another_verb(layout.tokens, mention.last, clause.head) else mention
        acts = mention.actor or side.is_own(mention)  # "Bakü": the capital for the state
        if not side.reported and mention.case == "nom" and acts and front <= mention.first <= front + 1:
            after = layout.tokens[mention.last]
            return None if after.low in ("ile", "ve") or (is_part_of(after) and not is_object(after, clause)) else mention
    return None


def is_part_of(after: Token) -> bool:
    """Does the word behind a name make it part of another's name ("iki ülke | iş insanları")?"""
    form = after.form
    part = form.pos == "NOUN" and form.possessive.startswith("3") and not after.capital and form.case == "nom"
    return part and form.lemma not in OWN_WORDS


def is_object(token: Token, clause: Clause) -> bool:
    """Is it rather the object, right before the predicate, of who stands before it ("Kenya | ateşkesi reddediyor")?"""
    plain = any(form.case == "acc" and not form.possessive and form.pos == "NOUN" for form in token.forms)
    return plain and token.form.lemma not in CROWDS and token.form.lemma not in RULERS and token.index + 3 > clause.head


def behind_condition(layout: Layout, side: Side, clause: Clause) -> int:
    """Where the main part of a clause begins: behind a condition, "… sürece" or "ki", where another is named there ("Kenya çekilirse | Norveç …")."""
    for at in range(clause.head - 1, clause.first, -1):
        form = layout.tokens[at].form
        conditional = form.verb_form == "finite" and "cond" in (form.tense, form.copula)
        if conditional or layout.tokens[at].low == "ki" or layout.tokens[at].low in CONDITIONS:
            start = at + 2 if layout.tokens[at + 1].low == "," else at + 1
            named = side.mentions.at(start)
            return start if named is not None and named.case == "nom" and (named.actor or side.is_own(named)) else clause.first
    return clause.first


def is_set_off(tokens: list[Token], first: int, last: int) -> bool:
    """Is another the subject, set off by a comma ("heyetin, | Kenya Başkanı'nın planı için görüşeceği")?"""
    return any(tokens[at].form.case == "gen" and tokens[at + 1].low == "," for at in range(first, last - 1))


def is_behind_thing(layout: Layout, clause: Clause, mention: Mention, side: Side) -> bool:
    """Is a thing the subject before a state that owns but a noun ("bu gelişmenin | Kenya'nın yeniden imarı konusunda …")?"""
    at = subject_place(layout.tokens, clause)
    if not clause.first <= at < mention.first or side.mentions.at(at) is not None or is_own_word(layout.tokens[at].form):
        return False
    return layout.tokens[clause.head].form.possessive == "3sg" and possession(layout.tokens, mention.last - 1, clause.head) >= 0


def is_owner(tokens: list[Token], mention: Mention, clause: Clause) -> bool:
    """Is the genitive only the owner of a noun of the clause ("Norveç'in kararını desteklediğini"), or one where the predicate speaks of several?"""
    several = mention.first > clause.first and tokens[mention.first - 1].low in ("ve", "ile")
    alone = tokens[mention.last - 1].form.number == "sg" and not several
    if alone and tokens[clause.head].form.possessive == "3pl":
        return True
    if mention.last < clause.head and tokens[mention.last].low in SET_OFF:
        return False
    owned = possession(tokens, mention.last - 1, clause.head)
    if owned >= 0 and tokens[owned].form.passive:  # "Kenya'nın planın uygulanmasını istediğini"
        return False
    if owned >= 0 and tokens[owned + 1].low in DEPENDS and tokens[owned].form.lemma.endswith(("ma", "me")):
        return True  # "Kenya'nın savunması için"
    if owned >= 0 and is_first_of_owned(tokens, owned, clause.head):
        return True
    return owned >= 0 and (tokens[owned].form.case != "nom" or tokens[owned].form.verb_form == "verbal_noun")  # "gerilimi" may be an object


def is_first_of_owned(tokens: list[Token], at: int, end: int) -> bool:
    """Is the noun at token `at` joined to another that the same one owns, as an object ("X'in güvenliği ve | istikrarını desteklediğini")?"""
    if tokens[at + 1].low not in JOINING:
        return False
    for token in tokens[at + 2 : min(at + 2 + NEXT_OWNED, end)]:
        form = token.form
        if form.verb_form or form.case == "gen":
            return False
        if form.possessive.startswith("3") and form.case in ("acc", "dat", "abl"):
            return True
    return False


def of_another_verb(tokens: list[Token], at: int, head: int) -> bool:
    """Is the genitive before token `at` the subject of a verb before the predicate ("Kurul'un açıkladığı planı reddettiklerini", "… açılmasını")?"""
    if tokens[at].low in SET_OFF:
        return False
    verb = next((t for t in tokens[at:head] if t.form.possessive and t.form.verb_form in ("participle", "verbal_noun")), None)
    if verb is not None and is_plain_object(tokens, verb.index, head):
        return False  # "bunun | uygulamaları artıracağını"
    if verb is None:
        return False
    free = any(t.form.case == "gen" and possession(tokens, t.index, verb.index) < 0 for t in tokens[at : verb.index])
    if verb.form.verb_form == "participle":
        return verb.form.suffix in ("dik", "acak") and not free
    return verb.form.suffix == "ma" and not verb.form.passive and not free


def is_plain_object(tokens: list[Token], at: int, head: int) -> bool:
    """Is what looks like a possessed deed the object of the predicate right behind it, a noun in the accusative ("uygulamaları | artıracağını")?"""
    form = tokens[at].form
    told = at + 1 == head and form.case == "nom" and tokens[head].form.lemma not in BEING
    return told and any(other.case == "acc" and not other.possessive for other in tokens[at].forms)


def holder_of(layout: Layout, clause: Clause, given: Verdict, side: Side) -> Held:
    """Whose stance it is, and the words that say so when they stand in the clause."""
    form = layout.tokens[clause.head].form
    if given.own and form.passive and (done_by := agents_of(layout, clause, side)) and not side.is_own(done_by[-1]):
        return actors_in(done_by), words_of(done_by)
    framed = not side.reported and given.reason.endswith(FRAMED) and form.lemma in HOLDING
    if (given.own or framed) and not form.passive and not (form.person or form.possessive or clause.person).startswith("1"):
        if not side.reported and (many := many_told(layout, clause)) is not None:
            return (many,), (many.span,)
        subject = subject_of(layout, clause, side)
        own = subject is not None and side.is_own(subject) and not (isinstance(subject.entity, Person) and subject.entity not in side.actors)
        if subject is not None and is_in_front(layout, clause, subject, side, given) and subject.actor and not own:
            before = conjuncts_before(layout, side.mentions, subject, clause.first)[:-1] if side.reported else []
            together = before + with_conjuncts(layout, side.mentions, subject) if side.reported else [subject]
            return actors_in(together), words_of(together)
        other = described_subject(layout, clause, side) if subject is None and side.reported else None
        if other is not None:
            return (other,), (other.span,)
        if subject is None and not side.reported and "caus" not in form.voice and not is_of_own(layout.tokens, clause):
            others = others_told(layout, clause, side, given)
            if others is not None:
                return others
        if side.reported and all(only_tells(layout, actor) for actor in side.actors):
            return whom_told(layout, clause, side)
    return side.actors, ()


def is_in_front(layout: Layout, clause: Clause, subject: Mention, side: Side, given: Verdict) -> bool:
    """Does a subject stand at the front, or in a report behind when and where alone ("geçen hafta Kahire'de | Kenya'nın planı reddettiğini"), or
    right before what it is told to be ("varılan anlaşmadan | Kenya'nın memnun olduğunu")?"""
    if subject.first <= clause.first + 2 or (side.reported and 0 <= given.first - subject.last <= 1):
        return True
    first = conjuncts_before(layout, side.mentions, subject, clause.first)[0].first
    return side.reported and all(tells_when(token) for token in layout.tokens[clause.first : first])


def tells_when(token: Token) -> bool:
    """May the word stand in an adverbial of time or place: no object, no aim, no owner, no verb of its own?"""
    form = token.form
    if form.verb_form == "participle":
        return form.suffix == "an" and form.case in ("", "nom")
    if form.verb_form and (form.verb_form != "verbal_noun" or form.case not in ("loc", "abl")):
        return False
    return token.low not in ("ve", "ile", ",") and form.case in ("", "nom", "loc", "abl") and not (form.possessive and form.case in ("", "nom"))


def whom_told(layout: Layout, clause: Clause, side: Side) -> Held:
    """Of whom an outlet tells a stance: the first free genitive of the clause, or of the sentence before it; nobody where none is."""
    begin = layout.sentences[layout.tokens[clause.first].sentence].first if layout.tokens[clause.first].sentence >= 0 else clause.first
    finite = layout.tokens[clause.head].form.verb_form == "finite"
    for low, high in ((clause.first, clause.head), (begin, clause.first)):
        for mention in side.mentions.within(low, high):
            if may_hold(layout, side, mention, clause, finite):
                return actors_in([mention]), (mention.span,)
    return (), ()


def may_hold(layout: Layout, side: Side, mention: Mention, clause: Clause, finite: bool) -> bool:
    """Is it a subject by its case, the owner of nothing, and no outlet?"""
    if not mention.actor or any(only_tells(layout, entity) for entity in actors_in([mention])):
        return False
    if finite:
        return mention.case == "nom" and role(layout, side.mentions, mention) == "nom"
    if mention.case != "gen" or tells_kin(layout.tokens, side, mention, clause.head):
        return False
    return not is_owner(layout.tokens, mention, Clause(mention.first, clause.last, clause.head))


def tells_kin(tokens: list[Token], side: Side, mention: Mention, end: int) -> bool:
    """Does the genitive only tell who the one named behind it is ("Nowak'ın damadı ve danışmanı | Zielinski'nin")?"""
    owned = possession(tokens, mention.last - 1, end)
    if owned < 0:
        return False
    at = owned + 3 if tokens[owned + 1].low == "ve" else owned + 1
    other = side.mentions.at(at) if at < end else None
    return other is not None and other is not mention and other.case == "gen"


def is_of_own(tokens: list[Token], clause: Clause) -> bool:
    """Does a noun of the own side stand as a subject ("vatandaşlarımız … istiyorlar")?"""
    return any(t.form.possessive.startswith("1") and t.form.case == "nom" for t in tokens[clause.first : clause.head])


def others_told(layout: Layout, clause: Clause, side: Side, given: Verdict) -> Held | None:
    """The people without a name ("Batılılar … istiyor"), or those meant ("onlar … istiyor", "… istiyorlar"), of whom direct speech tells."""
    tokens = layout.tokens
    if any(t.low in NOBODY_S for t in tokens[clause.first : clause.head]):
        return (), ()  # nobody's stance
    if (folk := folk_told(layout, clause, side)) is not None:
        return (folk,), (folk.span,)
    first = next((t for t in tokens[clause.first : clause.head] if t.form.pos in ("NOUN", "PROPN", "PRON") or t.form.number == "pl"), None)
    if first is not None and first.low in THEY | {"kendisi"}:
        return those_before(layout, clause, side, first.low == "kendisi")
    if first is not None and are_people(first):
        span = Span(tokens[phrase_start(layout, first.index, clause.first)].start, first.end)
        return (Unnamed(span.of(layout.text), span),), (span,)
    if tokens[clause.head].form.person == "3pl":
        return those_before(layout, clause, side)
    return ((), ()) if is_of_a_doer(tokens, clause, given) else None


def is_of_a_doer(tokens: list[Token], clause: Clause, given: Verdict) -> bool:
    """Does somebody stand before what he does it to, of whom direct speech tells as of another ("Muhalefet | planımızı reddetti")?"""
    form = tokens[clause.head].form
    at = clause.first + (tokens[clause.first].form.pos == "DET")
    if form.passive or form.person != "3sg" or clause.person.startswith("1") or given.force not in TOWARDS:
        return False
    if at + 1 >= clause.head or not is_doer(tokens[at]) or tokens[at + 1].low in ("ve", "ile"):
        return False
    behind = tokens[at + 1 + (tokens[at + 1].low == "," or tokens[at + 1].form.pos == "DET")]
    if behind.form.lemma in CROWDS or not any(form.case in ("acc", "dat", "gen") for form in behind.forms):
        return False  # "Türk | halkı", "bir çok | ülke"
    return any(f.case in ("acc", "dat") and f.pos in ("NOUN", "PROPN", "PRON") for t in tokens[behind.index : clause.head] for f in t.forms)


def is_doer(token: Token) -> bool:
    """Is it a noun by itself, of no one's own side and without an owner?"""
    form = token.form
    plain = form.pos in ("NOUN", "PROPN") and form.case == "nom" and not form.possessive and not form.verb_form and token.base_end == token.end
    return plain and form.lemma not in OWN_WORDS and token.kind == "word"


def folk_told(layout: Layout, clause: Clause, side: Side) -> Unnamed | None:
    """The people of a state that opens the clause, not the speaker's own ("Kenya halkı … istemiyor")."""
    named = side.mentions.at(clause.first)
    if named is None or not isinstance(named.entity, State) or side.is_own(named) or named.last >= clause.head:
        return None
    token = layout.tokens[named.last]
    if token.form.lemma not in CROWDS or not any(form.case == "nom" and form.possessive == "3sg" for form in token.forms):
        return None
    span = Span(layout.tokens[named.first].start, token.end)
    return Unnamed(span.of(layout.text), span, named.entity.id)


def many_told(layout: Layout, clause: Clause) -> Unnamed | None:
    """A part of people, or many of them, who open a clause ("Kenyalıların büyük bir kısmı … inanıyor", "önemli bir kesim …"), none of one's own."""
    tokens = layout.tokens
    for at in range(clause.first + 1, min(clause.first + OPENING_PART, clause.head)):
        form = tokens[at].form
        opening = tokens[clause.first : at]
        told = any(t.low in SEVERAL | COUNTED for t in opening) or (form.possessive == "3sg" and opening[-1].form.case == "gen")
        if told and form.lemma in PARTS and form.case == "nom" and form.possessive in ("", "3sg"):
            own = any((t.form.possessive or t.form.person).startswith("1") or t.form.lemma in WE for t in opening)
            span = Span(opening[0].start, tokens[at].end)
            return None if own else Unnamed(span.of(layout.text), span)
        if form.verb_form or (form.case in ("acc", "dat", "loc", "abl") and tokens[at].low != "sayıda") or tokens[at].kind == "punct":
            return None
    return None


def are_people(token: Token) -> bool:
    """Is it people in the plural ("Batılılar", "ülkeler"), not the speaker's own?"""
    form = token.form
    if form.case != "nom" or form.possessive or form.verb_form or not token.low.endswith(("lar", "ler")):
        return False
    return form.lemma in CROWDS or form.lemma.endswith(LI) or people_word(token) is not None


def those_before(layout: Layout, clause: Clause, side: Side, one: bool = False) -> Held:
    """Whom direct speech means without a name: the state (or the person) named last as a subject that is not of the own side, if any."""
    here = layout.tokens[clause.first]
    for mention in reversed(side.mentions.within(max(clause.first - BACK, 0), clause.first)):
        token = layout.tokens[mention.first]
        told = mention.case == "gen" or role(layout, side.mentions, mention) == "nom"
        if token.quote != here.quote and token.sentence != here.sentence:
            continue
        if told and isinstance(mention.entity, Person if one else State) and not side.is_own(mention):
            return actors_in([mention]), (mention.span,)
    return (), ()


def agents_of(layout: Layout, clause: Clause, side: Side) -> list[Mention]:
    """Who does what a passive tells ("X yönetimince reddedildiğini", "Y tarafından …")."""
    found = [m for m in side.mentions.within(clause.first, clause.head) if m.actor and role(layout, side.mentions, m) == "agent"]
    return [m for m in found if not any(t.form.verb_form for t in layout.tokens[m.last : clause.head - 1])]


def crowd(layout: Layout, mentions: Mentions, low: int, high: int) -> Unnamed | None:
    """People without a name that are set off as the subject of a narrated clause ("birçok ülke …", "Rus şirketler, …")."""
    for at in range(low, high):
        token, after = layout.tokens[at], layout.tokens[at + 1]
        form = token.form
        told = form.lemma in CROWDS or form.lemma in RULERS or form.lemma in reporting().speakers
        set_off = form.number == "pl" and (after.low == "," or stands_beside_object(layout.tokens, at, low, high))
        compound = form.possessive == "3sg" and (form.lemma in RULERS or set_off)  # "cunta yönetimi"
        if not told or form.case != "nom" or (form.possessive and not compound) or form.verb_form or mentions.at(at) is not None:
            continue
        first = phrase_start(layout, at, low)
        if form.lemma in RULERS and after.low in SET_OFF:
            span = Span(layout.tokens[first].start, token.end)
            return Unnamed(span.of(layout.text), span)
        all_of = form.lemma in WORLDWIDE and at > low and layout.tokens[at - 1].low in WORLD
        several = form.number == "pl" or layout.tokens[first].low in SEVERAL or all_of
        if several and after.low not in ("ve", "ile", "arasında", "için", "gibi"):
            span = Span(layout.tokens[first].start, token.end)
            return Unnamed(span.of(layout.text), span)
    return None


def stands_beside_object(tokens: list[Token], at: int, low: int, high: int) -> bool:
    """Does what a verb governs stand behind those who open its clause, so that they do it ("Kenya temsilcileri | bu bilgiyi reddetti")?"""
    if at != low + 1 or not tokens[low].capital or tokens[low].form.verb_form:
        return False
    return any(t.form.case == "acc" and not t.form.verb_form and t.quote < 0 for t in tokens[at + 1 : high])


def crowd_behind(layout: Layout, mentions: Mentions, found: Predicate) -> Unnamed | None:
    """People without a name right behind a participle that tells their stance ("X'in gitmesini isteyen | muhaliflere")?"""
    at = found.last
    if found.form.suffix != "an" or at >= len(layout.tokens) or (mentions.at(at) is not None and not is_folk(layout.tokens[at])):
        return None
    token = layout.tokens[at]
    people = token.form.lemma in CROWDS or is_folk(token) or token.form.lemma.endswith(LI) or people_word(token) is not None
    if not people or token.form.number != "pl" or token.form.possessive:
        return None
    cut = max(token.low.rfind("lar"), token.low.rfind("ler"))
    span = Span(token.start, token.start + cut + 3) if cut > 0 else token.span
    return Unnamed(span.of(layout.text), span)


def opening_subject(layout: Layout, mentions: Mentions, sentence: Sentence, low: int, high: int) -> Unnamed | None:
    """Those who are no known actor but open a sentence, set off ("Sanayi Bölgeleri, …'mayı planlıyor")."""
    tokens, at = layout.tokens, sentence.first
    while at < min(high, sentence.first + OPENING_NAME) and tokens[at].kind == "word" and tokens[at].capital and not tokens[at].form.verb_form:
        at += 1
    last = tokens[at - 1].form if at > sentence.first + 1 else None
    if last is None or low > sentence.first or tokens[at].low != "," or last.case != "nom" or last.pos not in ("NOUN", "PROPN"):
        return None
    if any(mention.actor for mention in mentions.within(sentence.first, at)):
        return None
    span = Span(tokens[sentence.first].start, tokens[at - 1].end)
    return Unnamed(span.of(layout.text), span)


def described_subject(layout: Layout, clause: Clause, side: Side) -> Unnamed | None:
    """The subject of a reported clause that no name tells but a noun ("müttefiklerin olayı kınadığını"); not of the speaker's own side."""
    at = subject_place(layout.tokens, clause)
    first = phrase_start(layout, at, clause.first) if at >= 0 else clause.first + 1
    if first > clause.first or is_own_word(layout.tokens[first].form) or side.mentions.at(at) is not None:
        return None
    if nationality(layout.tokens[first]) in side.own:
        return None  # "Norveçli askerlerin", of Norway's own
    token = layout.tokens[at]
    if token.form.lemma not in CROWDS and token.form.lemma not in reporting().speakers and not is_folk(token):
        return None
    span = Span(layout.tokens[first].start, genitive_base(token))
    return Unnamed(span.of(layout.text), span)


def is_folk(token: Token) -> bool:
    """Is it a people in the plural ("Avrupalıların", "Sırpların")?"""
    if token.form.number != "pl" or token.form.possessive:
        return False
    return nationality(token) is not None or token.form.lemma.endswith(LI)


def owned_surely(layout: Layout, clause: Clause, given: Verdict, side: Side, said: tuple[Span, ...]) -> float:
    """The confidence, less where an aim or intention may be that of a third party that is no known actor."""
    if given.force not in ("aim", "intention") or not given.own or said or given.reason in (OWN_STEP, LEFT_OUT):
        return given.sure
    if given.force == "aim" and by_instrument(layout.tokens, clause, side):
        return min(given.sure, 0.55)
    return min(given.sure, 0.45) if is_anothers(layout, clause, given, side) else given.sure


def by_instrument(tokens: list[Token], clause: Clause, side: Side) -> bool:
    """Is the aim told of a plan or talks, and so of whoever speaks for them ("görüşmelerin … amaçladığını", "plan … hedefliyor")?"""
    if side.reported:
        at = subject_place(tokens, clause)
        return at >= 0 and tokens[at].form.lemma in INSTRUMENTS
    opening = tokens[clause.first : min(clause.first + 4, clause.head)]
    return any(t.form.lemma in INSTRUMENTS and t.form.case == "nom" and not t.form.verb_form for t in opening)


def is_anothers(layout: Layout, clause: Clause, given: Verdict, side: Side) -> bool:
    """Is the predicate said of a third party: no first person, no passive, none of the speaker's own side?"""
    form = layout.tokens[clause.head].form
    if form.passive or (clause.person or form.person or form.possessive).startswith("1") or is_own_word(layout.tokens[clause.first].form):
        return False
    subject = subject_of(layout, clause, side)
    if subject is not None and side.is_own(subject):
        return False
    if side.reported:
        at = subject_place(layout.tokens, clause, given.first)
        if side.mentions.at(at) is None and any(m.case == "gen" and side.is_own(m) for m in side.mentions.within(at + 1, given.first)):
            return False  # "davanın, … çözülmesi için Kenya'nın arabuluculuğunu üstlenmeye hazır olduğunu"
        return at >= 0 and not (layout.tokens[at].form.lemma == "ülke" and is_own_word(layout.tokens[at].form))
    if subject is not None or form.person not in ("3sg", "3pl") or is_of_own(layout.tokens, clause):
        return False
    return not any(m.case == "nom" and side.is_own(m) for m in side.mentions.within(clause.first, given.first))


def words_of(named: list[Mention]) -> tuple[Span, ...]:
    return tuple(mention.span for mention in named)


def actors_in(named: list[Mention]) -> tuple[Actor, ...]:
    """Whom the mentions name, places left out."""
    return tuple(entity for mention in named for entity in mention.entities if not isinstance(entity, Place))
