"""Whose an undertaking is: named in it, its owners, those between whom it is, those who do what is told of it, else who stands around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from tutanak.mentions.lexicon import listed_bodies
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Proofs, State, proven
from tutanak.records.frames import Predicate, conjunct, modified
from tutanak.records.grammar import AGAINST, BETWEEN, CLOSING
from tutanak.records.model import Undertaking
from tutanak.records.parties import (
    States,
    by_agent,
    clause_start,
    conjuncts_before,
    genitive,
    is_nominalised,
    is_taker,
    key,
    nominative,
    part,
    sentence_beyond,
    stem,
)
from tutanak.records.subjects import stands_for
from tutanak.records.undertaking_words import SECTION, grammar
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Sentence

GIVEN: Final = ("aid", "sanction")  # kinds that are given to, or laid upon, one in the dative
OFFERED: Final = {"aid": "abl", "agreement": "dat"}  # the case of one who is asked for it, or to whom it is proposed
CLOSE: Final = 8  # words between an owner or a pair and the name
AGREED: Final = ("signed", "agreed")  # what only its own sides do with it
CLEAR: Final = 2  # how many times as often the two are named that an article is about
BY: Final = frozenset(("tarafından",))
TWO: Final = ("agreement", *GIVEN)  # kinds that need two sides
PROVEN: Final = f"tr/{SECTION}:parties"  # the words tell whose it is
OURS: Final = f"tr/{SECTION}:ours"  # who speaks calls it his own side's
BESIDE: Final = f"tr/{SECTION}:beside"  # they are only named beside it

Named = list[Mention]


class Place:
    """Where a name stands: tokens [first, last) of `sentence`; told: the predicate that tells what became of it."""

    __slots__ = ("end", "first", "kind", "last", "layout", "low", "mentions", "told")

    def __init__(self, layout: Layout, mentions: Mentions, sentence: Sentence, first: int, last: int, kind: str, told: Predicate | None) -> None:
        self.layout = layout
        self.mentions = mentions
        self.low = max([sentence.first, *(t.index + 1 for t in layout.tokens[sentence.first : first] if t.speech != layout.tokens[first].speech)])
        self.end = sentence.last
        self.first = first
        self.last = last
        self.kind = kind
        self.told = told


def named(place: Place) -> Named:
    """The actors whose undertaking it is, by the first rule that finds some; none where the sentence's words do not say."""
    inside = [m for m in place.mentions.within(place.first, place.last) if isinstance(m.entity, State) or is_owner(m)]
    if sum(len(m.entities) for m in inside) > 1:
        return inside
    found = between(place) or inside + (owners(place) or agents(place) or doers(place))
    return [*layers(place, found[0]), *found] if place.kind in GIVEN and len(found) == 1 and strikes(place, found[0]) else found


def is_owner(mention: Mention) -> bool:
    """Is it a person in its name, whose it is ("Başkan Otieno'nun | barış planı")?"""
    return isinstance(mention.entity, Person) and mention.case == "gen"


def strikes(place: Place, target: Mention) -> bool:
    """Is it laid upon the one named, in its name or right before it ("Kenya'ya yönelik | yaptırımlar", "Kenya'ya yaptırımlar")?"""
    return target.case == "dat" and target.first >= place.first - CLOSE


def layers(place: Place, target: Mention) -> Named:
    """Who lays or lifts it: "A, B'ye yönelik (NAME) uzattı", "B'ye yönelik (NAME) uzattıklarını söyleyen A"."""
    layout, mentions, tokens = place.layout, place.mentions, place.layout.tokens
    verb = next((t for t in tokens[place.last : min(place.last + CLOSE, place.end)] if t.form.verb_form), None)
    case = tokens[place.last - 1].form.case
    middle = case == "dat"  # "yaptırımlara hazırlandı" is no passive
    if verb is None or case == "gen" or (verb.form.passive and not middle) or stem(verb.form) not in grammar().meting:
        return []
    form = verb.form
    found: Named = []
    if form.possessive and form.verb_form in ("participle", "verbal_noun"):
        found = genitive(layout, mentions, place.low, place.first, strict=True)
        if not found and form.suffix not in ("dik", "acak"):
            return []  # "Kenya, … kaldırmasını istedi": another's deed
    if is_heads(form):
        return [m for m in modified(layout, mentions, verb.index + 1, place.end) if m.entity is not target.entity]
    speaker = (
        modified(layout, mentions, verb.index + 2, place.end) if verb.index + 1 < place.end and tokens[verb.index + 1].form.suffix == "an" else []
    )
    found = found or speaker or nominative(layout, mentions, place.low, place.first) or nominative(layout, mentions, place.last, verb.index)
    return [m for m in found if m.entity is not target.entity]


def between(place: Place) -> Named:
    """ "A ile B arasında(ki)" before the name or the predicate."""
    for at in range(place.first - 1, max(place.low, place.first - CLOSE) - 1, -1):
        if place.layout.tokens[at].low in BETWEEN:
            return joined(place, at)
    return behind(place)


def behind(place: Place) -> Named:
    """ "(NAME) … A ile B arasında imzalandı", "(NAME) … A ve B tarafından imzalandı"."""
    tokens, case = place.layout.tokens, place.layout.tokens[place.last - 1].form.case
    if case not in ("nom", "gen"):
        return []
    for token in tokens[place.last : min(place.last + CLOSE * 2, place.end)]:
        if token.form.verb_form in CLOSING:
            return []
        after = tokens[token.index + 1].form if token.index + 1 < place.end else None
        if after is not None and after.passive and token.low in BETWEEN | BY and (case == "nom") == (after.verb_form == "finite"):
            found = place.mentions.at(token.index - 1)
            return conjuncts_before(place.layout, place.mentions, found, place.last) if found is not None and found.first >= place.last else []
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
        found = without_subject(place, genitive(layout, place.mentions, place.low, at - 1, strict=True))
        if not found:
            return with_them(place, at - 1)
        return given_before(place, found) + found + partners(place, found[-1].last, at - 1) + takers(place, found[-1].last, at - 1)
    mention = place.mentions.at(at - 1)
    if mention is None or mention.first < place.low or not mention.actor:
        return []
    return (
        without_subject(place, conjuncts_before(layout, place.mentions, mention, place.low)) if part(layout, place.mentions, mention) == "gen" else []
    )


def with_them(place: Place, verb: int) -> Named:
    """ "A, B ile imzaladıkları (NAME) …", "B ile imzaladıkları (NAME) … söyleyen A"."""
    if place.layout.tokens[verb].form.possessive != "3pl":
        return []
    found = partners(place, max(place.low, verb - CLOSE), verb)
    speaks = next((t.index for t in place.layout.tokens[place.last : place.end] if t.form.suffix == "an" and not t.form.passive), -1) if found else -1
    teller = modified(place.layout, place.mentions, speaks + 1, place.end) if speaks >= 0 else []
    return (teller or nominative(place.layout, place.mentions, place.low, found[0].first)) + found if found else []


def is_done_by_owner(place: Place) -> bool:
    """Is the genitive before it not its owner but who does something with it ("A'nın | planı kabul ettiğini")?"""
    tokens = place.layout.tokens
    if tokens[place.last - 1].form.case in ("nom", "gen", ""):
        return False
    verb = next((t for t in tokens[place.last : min(place.last + CLOSE, place.end)] if t.form.verb_form), None)
    return verb is not None and is_taker(verb)


def without_subject(place: Place, row: Named) -> Named:
    """Without him who opens the sentence and does something with what the others have ("Peru, | Kenya ve Uganda'nın anlaşmasını eleştirdi")."""
    tokens = place.layout.tokens
    if len(row) < 3 or row[0].first != place.low or tokens[row[0].last].text != "," or tokens[place.last - 1].form.case in ("nom", "gen", ""):
        return row
    verb = next((t.form for t in tokens[place.last : place.end] if t.form.verb_form == "finite"), None)
    alone = not any(m.actor and part(place.layout, place.mentions, m) == "nom" for m in place.mentions.within(place.last, place.end))
    return row[1:] if verb is not None and not verb.passive and alone else row


def agents(place: Place) -> Named:
    """ "A tarafından (NAME)", "A tarafından B'ye (NAME)"."""
    found = by_agent(place.layout, place.mentions, max(place.low, place.first - CLOSE), place.first)
    return found + takers(place, found[-1].last, place.first) if found else []


def partners(place: Place, low: int, high: int) -> Named:
    """ "B ile" between two tokens."""
    return [m for m in place.mentions.within(low, high) if m.actor and part(place.layout, place.mentions, m) == "partner"]


def given_before(place: Place, givers: Named) -> Named:
    """To whom it is given, right before those who give it ("B'ye | A'nın gönderdiği (NAME)")."""
    taker = place.mentions.at(givers[0].first - 1) if givers[0].first > place.low else None
    return [taker] if taker is not None and taker.actor and taker.case == "dat" and place.kind in GIVEN else []


def takers(place: Place, low: int, high: int) -> Named:
    """Those who are given it, or on whom it is laid, between two tokens."""
    if place.kind not in GIVEN:
        return []
    near = [m for m in place.mentions.within(low, high) if m.actor]
    return [m for m in near if m.case == "dat" or (place.kind == "aid" and stands_for(place.layout, m)) or whose_is_met(place.layout, m)]


def whose_is_met(layout: Layout, mention: Mention) -> bool:
    """Is it whose goods or people what is given or laid goes to ("Kenya, | Uganda mallarına", "Uganda'nın bankalarına")?"""
    if not isinstance(mention.entity, State) or mention.last + 1 >= len(layout.tokens) or layout.tokens[mention.last + 1].form.pos == "ADP":
        return False  # "Peru basınına | göre"
    met = layout.tokens[mention.last]
    thing = met.form.case == "dat" and met.form.pos == "NOUN" and bool(met.form.possessive) and not met.form.verb_form and not met.capital
    return thing and mention.case in ("nom", "gen")


def doers(place: Place) -> Named:
    """Who does what is told of it, with whom, to whom."""
    told, layout, mentions = place.told, place.layout, place.mentions
    if told is None or told.passive or told.head < place.first:
        return []
    low = max(place.low, clause_start(layout, mentions, told, place.low, CLOSING))
    if is_nominalised(told):
        found = genitive(layout, mentions, low, place.first, strict=True)
    elif is_heads(told.form) and told.head <= place.last + 1:
        found = modified(layout, mentions, told.head + 1, place.end)
    else:
        found = listed(place, nominative(layout, mentions, low, place.first))
    return found + [m for m in others(place, low) if m not in found] if found else []


def is_heads(form: Form) -> bool:
    """Does its doer stand behind the verb, as the head of a participle ("B ile (NAME) imzalayan | A'yı kınadı")?"""
    return form.verb_form == "participle" and form.suffix == "an" and not form.possessive and not form.passive


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
    return own_or_all(place, [m for m in found if not is_only_whose(place, m) and not is_go_between(place, m)])


def own_or_all(place: Place, found: Named) -> Named:
    """States and bodies alone, unless an agreement has but one of them beside people ("X, | Kenya ile imzalanan anlaşmayı …")."""
    apart = [m for m in found if not isinstance(m.entity, Person)]
    alone = place.kind == "agreement" and len({id(e) for m in apart for e in m.entities}) == 1
    return found if alone else apart or found


def is_only_whose(place: Place, mention: Mention) -> bool:
    """Does it only tell whose or which another thing is ("Kenya | ordusu"), and is joined to nobody ("Kenya ile | Uganda esirleri değiştirdi")?"""
    joins = mention.first > 1 and place.layout.tokens[mention.first - 1].low in ("ile", "ve") and place.mentions.at(mention.first - 2) is not None
    return part(place.layout, place.mentions, mention) == "modifier" and not joins


def is_go_between(place: Place, mention: Mention) -> bool:
    """Does it only bring others together, host or back them ("A ve B'nin arabuluculuğunda", "B destekli", "arabulucu ülkeler A ve B")?"""
    if place.kind not in ("agreement", "plan"):
        return False
    tokens, last = place.layout.tokens, mention
    while (after := conjunct(place.layout, place.mentions, last)) is not None:
        last = after
    behind = tokens[last.last : last.last + 2]
    if not behind or behind[0].low in grammar().backed:
        return bool(behind)
    helped = last.case in ("nom", "gen") and behind[0].form.case in ("nom", "loc", "ins")
    return helped and any(f.lemma in grammar().mediation and f.possessive == "3sg" and f.case in ("loc", "ins") for t in behind for f in t.forms)


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
    """The states of an article; pair: the two that it is about, if it names none else half as often."""

    __slots__ = ("known", "pair", "pair_spans", "states")

    def __init__(self, mentions: Mentions) -> None:
        self.known = States(mentions)
        self.states = {state.id: state for state in mentions.states}
        ranked = sorted(mentions.states, key=lambda s: -len(s.mentions))
        pair = ranked[:2] if len(ranked) < 3 or len(ranked[1].mentions) >= CLEAR * len(ranked[2].mentions) else []
        self.pair: tuple[Actor, ...] = tuple(pair)
        self.pair_spans = tuple(state.mentions[0] for state in pair if state.mentions)

    def within_name(self, words: str) -> tuple[Actor, ...]:
        """The states that a name is made of ("Peru-Kenya Danışma Mekanizması")."""
        parts = words.replace("–", "-").replace(" ", "-").split("-")
        return tuple(state for state in self.states.values() if state.name in parts)

    def of(self, found: Iterable[Mention], rule: str = PROVEN) -> Whose:
        """The states and bodies that mentions name, each once, with their words."""
        actors: dict[int, Actor] = {}
        spans: list[Span] = []
        for mention in found:
            for entity in mention.entities:
                actor = self.party(entity)
                if actor is not None and id(actor) not in actors:
                    actors[id(actor)] = actor
                    spans.append(mention.span)
        return Whose(tuple(actors.values()), tuple(spans), rule)

    def party(self, entity: Any) -> Actor | None:
        if isinstance(entity, State):
            return entity
        if isinstance(entity, Person | Organisation) and entity.state:
            return self.known.of(entity.state)  # "Trump'ın planı", though no word names his state
        return entity if isinstance(entity, Organisation) and not is_event_or_text(entity.name) else None


class Whose:
    """Whose an undertaking is, as one place tells; rule: how the words prove it."""

    __slots__ = ("actors", "rule", "spans")

    def __init__(self, actors: tuple[Actor, ...], spans: tuple[Span, ...], rule: str) -> None:
        self.actors = actors
        self.rule = rule
        self.spans = spans


def by_words(place: Place, parties: Parties, span: Span) -> Whose:
    """Whose it is as the words prove it: in its name, else by their roles."""
    inside = parties.within_name(span.of(place.layout.text))
    if len(inside) > 1:
        return Whose(inside, (span,), PROVEN)
    return parties.of(m for m in named(place) if not (place.kind == "body" and is_like(m)))


def are_named(place: Place, sentence: Sentence) -> bool:
    """Does its sentence name a state that acts, be it only as whose another thing is?"""
    return any(m.actor and isinstance(m.entity, State) for m in place.mentions.within(sentence.first, sentence.last))


def by_neighbours(place: Place, sentence: Sentence, parties: Parties) -> Whose:
    """Those who stand around it, where no word tells whose it is."""
    return parties.of(named_beside(place, sentence) or beyond_marks(place, sentence), BESIDE)


def beyond_marks(place: Place, sentence: Sentence) -> Named:
    """Those named in the sentence around a clause in marks that names nobody ("X, | “satma planına” tepki gösterdi")."""
    layout = place.layout
    level = layout.tokens[sentence.first].speech
    if level < 0 or len(layout.inner.get(level, ())) != 1:
        return []
    return named_beside(place, sentence_beyond(layout, layout.tokens[sentence.last - 1], sentence.last))


def completed(known: Undertaking, later: Whose, bare: bool) -> Undertaking:
    """An undertaking with those whose it is as a later place proves it, if that tells more; bare: is it named there by its head alone?"""
    actors = widened(known, later, bare)
    if not actors:
        return known
    proof: Proofs = {**known.proof, "parties": proven((*spans_known(known, actors), *later.spans), "derived", PROVEN)}
    return replace(known, parties=actors, proof=proof)


def widened(known: Undertaking, later: Whose, bare: bool) -> tuple[Actor, ...]:
    """Whose it is with what a later place proves; () where that tells nothing more."""
    told, more = known.parties, [a for a in later.actors if a not in known.parties]
    if not is_proven(known):
        doubtful = len(later.actors) == 1 and (not more or (known.kind == "agreement" and len(told) > 1))
        apart = bare and len(told) > 1 and bool(more) and len(more) < len(later.actors)  # "anlaşma", of one of those and another
        both = known.kind in GIVEN and len(told) == 1 == len(later.actors)  # who is struck or given to, and who does it
        return () if doubtful or apart else (*told, *more) if both else later.actors
    completes = len(told) == 1 and known.kind in TWO and (len(later.actors) == 1 or len(more) < len(later.actors))
    return (*told, *more) if completes and more else ()


def spans_known(known: Undertaking, actors: tuple[Actor, ...]) -> tuple[Span, ...]:
    """The words that proved those known so far, where they stay."""
    return known.proof["parties"].spans if known.parties and known.parties[0] in actors and is_told(known) else ()


def is_proven(known: Undertaking) -> bool:
    """Do words tell whose it is, and not only who stands near?"""
    return "parties" in known.proof and known.proof["parties"].rule == PROVEN


def is_of_others(known: Undertaking, later: Whose) -> bool:
    """Is an agreement proven to be of others than those of the one known: two sides each, and neither has all of the other's?"""
    if known.kind != "agreement" or not is_proven(known) or min(len(known.parties), len(later.actors)) < 2:
        return False
    one, other = {key(a) for a in known.parties}, {key(a) for a in later.actors}
    return not (one <= other or other <= one)


def with_speaker(layout: Layout, known: Undertaking, parties: Parties) -> Undertaking:
    """An undertaking that a speaker calls his own side's with that side ("imzaladığımız anlaşma", "projemiz", "… imzaladık")."""
    speaker = known.within.speaker if known.within is not None and known.within.mode == "direct" else None
    side = parties.party(speaker) if isinstance(speaker, State | Person | Organisation) and is_ours(layout, known) else None
    if side is None or side in known.parties:
        return known
    spans = (*(known.proof["parties"].spans if is_told(known) else ()), *speaker_spans(known))
    proof: Proofs = {**known.proof, "parties": proven(spans, "inferred", OURS)}
    return replace(known, parties=(*(known.parties if is_told(known) else ()), side), proof=proof)


def is_told(known: Undertaking) -> bool:
    """Is it told in words near it whose it is?"""
    return "parties" in known.proof and known.proof["parties"].how == "derived"


def speaker_spans(known: Undertaking) -> tuple[Span, ...]:
    """The words that name who speaks of it."""
    return known.within.proof["speaker"].spans if known.within is not None and "speaker" in known.within.proof else ()


def is_ours(layout: Layout, known: Undertaking) -> bool:
    """Is its head, the participle right before it or the verb that tells what became of it in the first person plural?"""
    first, last = layout.token_at(known.span.start), layout.token_at(known.span.end) - 1
    told = layout.tokens[layout.token_at(known.evidence.end) - 1].form if known.evidence is not None else None
    ours = told is not None and told.person == "1pl" and not told.negative and known.status in AGREED
    before = layout.tokens[first - 1].form if first > 0 else None
    made = before is not None and before.verb_form == "participle" and before.possessive == "1pl"
    return ours or made or layout.tokens[last].form.possessive == "1pl"
