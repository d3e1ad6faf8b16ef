"""The speaker of a cue: the head of its participle, its subject, its source, or who the report takes as known."""

from __future__ import annotations

from typing import Final

from tutanak.mentions import nationality
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, State, Unnamed
from tutanak.records.authorities import authority_in, unknown_owner
from tutanak.records.frames import JOIN, chain_end, modified, role
from tutanak.records.grammar import FIRST_PERSON
from tutanak.records.openings import (
    national,
    oblique_head,
    oblique_name,
    opening_subject,
    plain_head,
    plain_name,
    plural_opening,
    set_off_people,
    tells_nothing,
    trade_and_name,
    unknown_name,
)
from tutanak.records.possessors import named_beside, owned_speaker, tied_speaker
from tutanak.records.registers import Registers, recalls_text, source_in
from tutanak.records.reporting import Cue, reporting
from tutanak.records.sessions import at_session
from tutanak.records.sources import waiting_owner
from tutanak.records.strangers import several_at, stranger
from tutanak.records.subjects import (
    bearer_of,
    common_subject,
    described_agent,
    genitive_sayer,
    genitive_subject,
    main_subject,
    officers_who_open,
    one_of_many,
)
from tutanak.records.voices import NOBODY, SET_OFF, Voice, announced, is_text, past_openers, phrase_start, voice, with_conjuncts
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Sentence, Token
from tutanak.text.morphology import MARKS
from tutanak.text.nouns import own_end

OPENING: Final = 7  # words from where the clause begins among which its subject ends
KEPT: Final = 12  # words from where the sentence begins in which a subject stands that goes on behind a converb
ANOTHER: Final = frozenset(("bir", "başka", "diğer", "ikinci"))  # with these somebody new is told
OUTLET: Final = 6  # sentences back in which an outlet is looked for that "gazete" means
ISSUING: Final = 12  # words from whose text it is to the participle that tells that he issued it
TURNED: Final = 6  # words of those who take over behind a converb, with what sets them off
CROWDS: Final = frozenset(("kalabalık", "grup", "halk"))  # one word for many, who have no name of their own
BODIES: Final = frozenset(("birlik", "konsey", "kurul", "oda", "federasyon", "konfederasyon"))  # unions of people, besides those that are in the pack
COMPOUND: Final = 5  # words at most of a compound behind a state
PARTS: Final = frozenset(("hepsi", "çoğu", "birçoğu", "bazıları", "bazısı", "kimisi", "kimileri", "diğerleri", "ötekiler", "herkes"))
NEARLY: Final = frozenset(("hemen", "pek", "neredeyse"))
NAMED: Final = 3  # words of a name that nobody introduced
MARKED: Final = 5  # words in marks that say who speaks


def speaker_of(cue: Cue, registers: Registers, sentence: Sentence, low: int, segment: int, level: int = -1) -> Voice:
    """The speaker of a cue whose own words begin at token `segment`, in a sentence read from token `low`."""
    layout, mentions = registers.layout, registers.mentions
    if level < 0 and cue.predicate.finite and cue.predicate.form.person in FIRST_PERSON:
        return NOBODY  # "… olduğunu söyledim": who writes
    if cue.passive:
        return passive_speaker(cue, registers, sentence, low, level)
    if cue.predicate.participle and cue.predicate.form.suffix in ("an", "mis", ""):
        return head_speaker(cue, registers, sentence, level)
    nominal = (cue.predicate.participle and not cue.tells_before) or cue.predicate.form.verb_form == "verbal_noun"
    if nominal or (belongs_to_deed(layout, cue) and not main_subject(layout, mentions, low, cue.first, level)):
        if other := taken_up(layout, mentions, low, cue.first, level):
            return other
        found = genitive_subject(layout, mentions, low, cue.first, level)
        unknown = NOBODY if found else unknown_owner(layout, mentions, low, cue.first, level)
        said_by = genitive_sayer(layout, mentions, low, cue.first, level) if not found and not unknown else -1
        if said_by >= 0 and layout.tokens[said_by].form.lemma in reporting().speakers:
            return one_of_many(layout, phrase_start(layout, said_by, low), said_by)
        answered = cue.last < len(layout.tokens) and layout.tokens[cue.last].low == "üzerine"  # "Dahl, “…” hatırlatması | üzerine": another's
        found = found or ([] if unknown or answered or said_by >= 0 else main_subject(layout, mentions, low, cue.first, level))
        return voice(found, "genitive subject", 0.8) if found else unknown
    return subject_speaker(cue, registers, sentence, low, segment, level)


def taken_up(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """Whom "onun" means as the subject of an inner report: not the subject of the whole ("A, B ile görüştü ve onun “…” dediğini")."""
    at = next((t.index for t in layout.tokens[low:high] if t.low == "onun" and t.quote == level), -1)
    if at < 0 or not (layout.tokens[at + 1].text in MARKS or layout.tokens[at + 1].text == ","):
        return NOBODY
    before = [m for m in mentions.within(low, at) if isinstance(m.entity, Person)]
    others = [m for m in before if role(layout, mentions, m) != "nom"]
    return voice(others[-1:], "taken up", 0.75) if others else NOBODY


def one_of_them(layout: Layout, mentions: Mentions, at: int, high: int) -> Voice:
    """Who is named as one of a kind of people right behind a participle ("anlatan | site sakinlerinden Mehmet Dahl")."""
    for token in layout.tokens[at : min(at + 3, high - 1)]:
        named = mentions.at(token.index + 1) if token.form.case == "abl" and token.form.lemma in reporting().speakers else None
        if named is not None and isinstance(named.entity, Person) and named.case == "nom":
            return voice([named], "head", 0.9)
    return NOBODY


def head_speaker(cue: Cue, registers: Registers, sentence: Sentence, level: int) -> Voice:
    """The noun phrase that a participle stands before ("…diyen Putin", "… belirten ve … aktaran yetkili")."""
    layout, mentions = registers.layout, registers.mentions
    if cue.predicate.form.number == "pl" and cue.predicate.form.suffix == "an":
        return NOBODY  # "“…” diyenler": whoever says so
    at = head_place(layout, cue, sentence)
    heads = modified(layout, mentions, past_age(layout, at, sentence.last), sentence.last)
    if heads and is_spoken_to(layout, heads[-1]):
        at = heads[-1].last + 1
        heads = modified(layout, mentions, at, sentence.last)
    if made := maker_of_head(layout, mentions, sentence, cue, at):
        return made
    if heads and tells_nothing(layout, at, heads[0].first):
        return NOBODY  # "öngören anlaşmaya rağmen X'in …": the treaty is the head
    if heads and heads[-1].case == "nom" and begins_draft(layout, heads[-1].last):
        return NOBODY  # "çağrısı yapan X karar tasarısı"
    if heads and (crowd := crowd_before(layout, at, heads)):
        return known_again(layout, crowd, registers, sentence) or crowd
    if heads and (owned := owned_head(layout, mentions, heads[-1], sentence.last)):
        return known_again(layout, owned, registers, sentence) or owned
    if heads:
        named = voice(heads, "head", 0.95)
        return known_again(layout, named, registers, sentence) or named
    if tells_nothing(layout, at, sentence.last):
        return NOBODY
    if named := oblique_name(layout, mentions, at, sentence.last):
        return named
    described = common_subject(layout, at, min(at + 8, sentence.last), level)
    told = known_again(layout, described, registers, sentence) or described or unknown_name(layout, at, sentence.last)
    if told or cue.told:  # "çekilmesini isteyen ülkeleri" wishes, it does not say
        return told
    if at < sentence.last and quotes(layout, at):  # "sorulmasını öngören “Barış Yasası” düzenlemesi": what is named in marks is no speaker
        return NOBODY
    told = one_of_them(layout, mentions, at, sentence.last) or oblique_head(layout, at, sentence.last)
    told = told or plain_head(layout, at, sentence.last) or bare_head(layout, mentions, at, sentence.last)
    return told or (NOBODY if has_plain_head(layout, at, sentence.last) else registers.dropped(sentence))


def crowd_before(layout: Layout, at: int, heads: list[Mention]) -> Voice:
    """Several people without a name between the participle and one who is named: they are its head ("diyen öfkeli işçiler | Dahl'a saldırdı")."""
    if len(heads) > 1:
        return NOBODY  # "diyen milletvekilleri A ve B"
    for token in layout.tokens[at : heads[0].first]:
        form = token.form
        if form.verb_form or form.pos not in ("ADJ", "DET", "NUM", "NOUN") or form.possessive or form.case not in ("nom", ""):
            return NOBODY
        if form.pos == "NOUN" and not token.capital and (form.number == "pl" or form.lemma in CROWDS) and form.lemma in reporting().speakers:
            first = phrase_start(layout, token.index, at)
            span = Span(layout.tokens[first].start, token.end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, token.index + 1)
    return NOBODY


def is_spoken_to(layout: Layout, mention: Mention) -> bool:
    """Is it the outlet to which somebody further on spoke ("diyen | Nordposten'e konuşan bir yetkili")?"""
    after = layout.tokens[min(mention.last, len(layout.tokens) - 1)].form
    return mention.case == "dat" and isinstance(mention.entity, Organisation) and after.lemma == "konuş" and after.suffix == "an"


def owned_head(layout: Layout, mentions: Mentions, owner: Mention, high: int) -> Voice:
    """Who is told by whose he is ("belirten Dahl'ın | avukatları", "diyen Dahl'ın kardeşi Berit Dahl"): he speaks, not whose he is."""
    if (named := named_beside(layout, mentions, owner, high)) is not None:
        return voice([named], "head", 0.9)
    at = max(owned_speaker(layout, owner, high), tied_speaker(layout, owner, high))
    if at < 0:
        return NOBODY
    span = Span(owner.span.start, own_end(layout.tokens[at]))
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.8, at + 1)


def maker_of_head(layout: Layout, mentions: Mentions, sentence: Sentence, cue: Cue, at: int) -> Voice:
    """Who makes the text that a participle stands before ("X, …-diğini savunan | bir açıklama yaptı")."""
    text = next((t for t in layout.tokens[at : min(at + 4, sentence.last - 1)] if t.form.pos not in ("ADJ", "DET", "NUM") or t.form.verb_form), None)
    if text is None or not is_text(text) or text.form.case not in ("nom", "acc") or text.form.possessive:
        return NOBODY
    verb = layout.tokens[text.index + 1].form
    if verb.verb_form != "finite" or verb.passive or not reporting().makes(verb):
        return NOBODY
    found = main_subject(layout, mentions, sentence.first, cue.first, -1)
    return voice(found, "subject", 0.85) if found else common_subject(layout, sentence.first, cue.first, -1)


def past_age(layout: Layout, at: int, high: int) -> int:
    """Behind how old somebody is ("söyleyen 59 yaşındaki | Başbakan'ın")."""
    return at + 2 if at + 2 < high and layout.tokens[at].kind == "number" and layout.tokens[at + 1].form.lemma in ("yaş", "yaşındaki") else at


def begins_draft(layout: Layout, at: int) -> bool:
    """Does a draft or another paper that says nothing stand before token `at`'s owner, as the head of its compound?"""
    for token in layout.tokens[at : at + 3]:
        form = token.form
        if token.kind != "word" or token.capital or form.verb_form or (form.case != "nom" and not form.possessive):
            return False
        if form.possessive:
            return form.possessive == "3sg" and form.lemma in reporting().written
    return False


def bare_head(layout: Layout, mentions: Mentions, at: int, high: int) -> Voice:
    """A single name that nothing sets off and nobody introduced ("ifade eden | Onur yine …")."""
    if at + 1 >= high:
        return NOBODY  # the participle closes the sentence, and maybe the text
    token = layout.tokens[at]
    named = plain_name(token) and not layout.tokens[at + 1].capital and mentions.at(at) is None and not token.text.isupper()
    return Voice((Unnamed(token.text, token.span),), (token.span,), "description", 0.6, at + 1) if named else NOBODY


def has_plain_head(layout: Layout, at: int, high: int) -> bool:
    """Does a plural common noun follow the participle: its own head, whoever spoke last ("savunan | kesimler bulunduğunu")?"""
    form = layout.tokens[at].form if at < high else None
    return form is not None and form.pos == "NOUN" and form.number == "pl" and not form.possessive and not layout.tokens[at].capital


def head_place(layout: Layout, cue: Cue, sentence: Sentence) -> int:
    """Where the head of a participle begins: behind the last of the participles that share it."""
    at = cue.last
    while at < sentence.last and layout.tokens[at].low in ("ve", ","):
        further = next((t.index + 1 for t in layout.tokens[at : sentence.last] if is_active_participle(t)), at)
        if further == at or any(t.form.verb_form == "finite" for t in layout.tokens[at:further]):
            return cue.last
        at = further
    return at


def is_active_participle(token: Token) -> bool:
    return token.form.verb_form == "participle" and token.form.suffix == "an" and not token.form.passive


def belongs_to_deed(layout: Layout, cue: Cue) -> bool:
    """Is it how somebody does what a noun behind it is of, so that he stands in the genitive ("X'in “…” diyerek | yaptığı açıklamalar")?"""
    if not cue.predicate.converb or cue.last >= len(layout.tokens):
        return False
    deed = layout.tokens[cue.last].form
    return deed.verb_form == "participle" and deed.suffix == "dik" and deed.possessive.startswith("3") and deed.case in ("nom", "")


def subject_speaker(cue: Cue, registers: Registers, sentence: Sentence, low: int, segment: int, level: int) -> Voice:
    """The subject of a finite verb or a converb: the head of a participle before it, a name, a description, or who spoke last."""
    layout, mentions = registers.layout, registers.mentions
    if asker := asker_who_reminds(layout, cue, sentence, low):
        return asker
    if beside := name_at_mark(layout, mentions, cue, low):
        return known_again(layout, beside, registers, sentence) or beside
    head = turned_subject(layout, mentions, segment, cue.first, level) or head_before(layout, mentions, segment, low)
    head = head or glued_subject(layout, mentions, segment, cue.first, level)
    if head:
        return known_again(layout, head, registers, sentence) or head
    found = (
        subject_kept(layout, mentions, low, segment, level)
        or main_subject(layout, mentions, segment, leading(layout, mentions, segment, cue.first), level)
        or main_subject(layout, mentions, low, cue.first, level)
        or behind_cue(layout, mentions, cue, sentence, level)
    )
    shared = shared_subject(layout, mentions, cue, sentence, low, not found) if cue.predicate.converb else []
    if shared and not (found and announced(layout, found[-1]) and not (quotes(layout, shared[-1].last) and quotes(layout, cue.first - 1))):
        found = shared
    opening = opening_people(registers, cue, sentence, low, found, level)
    if found and (body := body_of_state(layout, found[-1], cue.first)):
        return body
    if found and not (opening and opening.last <= found[0].first and not announced(layout, found[-1])):
        named = voice(found, "subject", 0.95)
        return known_again(layout, named, registers, sentence) or named
    described = opening or officers_who_open(layout, low, cue.first) or common_subject(layout, low, cue.first, level)
    described = marked_outlet(layout, mentions, described) or opening_subject(layout, mentions, low, cue.first) or national(layout, sentence.first)
    told = known_again(layout, described, registers, sentence) or described
    told = told or unannounced(layout, mentions, cue, low, segment, level) or stranger_behind(layout, mentions, cue, sentence, level)
    told = told or owned_subject(layout, mentions, low, cue.first, cue.first)
    told = told or issuer(layout, mentions, low, cue.first) or some_of_them(layout, low, cue.first, level)
    told = told or owner_without_name(layout, cue, sentence, low, level)
    return told or (NOBODY if is_of_many(layout, cue, low) else registers.dropped(sentence))


def body_of_state(layout: Layout, state: Mention, high: int) -> Voice:
    """Who is told by a compound whose first word is a state ("Kenya | makinistler sendikası yetkilileri, …"): the state does not speak."""
    if not isinstance(state.entity, State) or state.case != "nom":
        return NOBODY
    for token in layout.tokens[state.last : min(state.last + COMPOUND, high - 1)]:
        form = token.form
        if token.kind != "word" or token.capital or form.verb_form or form.pos not in ("NOUN", "ADJ"):
            return NOBODY
        owned = any(f.case == "nom" and f.possessive.startswith("3") for f in token.forms)
        if owned and layout.tokens[token.index + 1].text == "," and form.lemma in BODIES | reporting().speakers:
            span = Span(state.span.start, token.end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.8, token.index + 1)
    return NOBODY


def some_of_them(layout: Layout, low: int, high: int, level: int) -> Voice:
    """A part of many who open the clause without a comma ("Hemen hepsi | yardımın geciktiğini söyledi"), not "çoğu uzman"."""
    first = past_openers(layout, low, high)
    at = first + (layout.tokens[first].low in NEARLY)
    if at + 1 >= high or layout.tokens[at].low not in PARTS or layout.tokens[at].quote != level:
        return NOBODY
    after = layout.tokens[at + 1].form
    if after.pos == "NOUN" and after.case == "nom" and not after.verb_form and not after.possessive:
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, at + 1)


def owner_without_name(layout: Layout, cue: Cue, sentence: Sentence, low: int, level: int) -> Voice:
    """People without a name in the genitive, who share a converb with the clause behind it ("Polislerin “…” diyerek onu korkuttuğu öğrenildi")."""
    if not cue.predicate.converb or not shares_clause(layout, cue, sentence, alone=True):
        return NOBODY
    told = common_subject(layout, low, cue.first, level, "gen")
    many = bool(told) and layout.tokens[told.last - 1].form.number == "pl"
    return told if many else NOBODY  # "teknik adamın": mostly who spoke last


def issuer(layout: Layout, mentions: Mentions, low: int, high: int) -> Voice:
    """Who opens the clause in the genitive and issued what the words stand in ("X'in, dün açıkladığı kararında, … belirtmişti")."""
    first = mentions.at(low)
    if first is None or first.first != low or not first.actor or role(layout, mentions, first) != "gen":
        return NOBODY
    for at in range(first.last, min(first.last + ISSUING, high - 1)):
        form = layout.tokens[at].form
        if form.suffix == "dik" and form.possessive == "3sg":
            held = next((t for t in layout.tokens[at + 1 : min(at + 4, high)] if t.form.case == "loc"), None)
            told = held is not None and held.form.lemma in reporting().issued
            named = voice([first], "subject", 0.8)
            return Voice(named.actors, named.spans, named.how, named.confidence, held.index + 1) if told and held is not None else NOBODY
    return NOBODY


def subject_kept(layout: Layout, mentions: Mentions, low: int, segment: int, level: int) -> list[Mention]:
    """The subject that stands, set off, before a converb of the same subject: it goes on behind it ("Dahl, … belirterek, | A, b ve C'nin …")."""
    at = segment - 1 - (segment > low and layout.tokens[segment - 1].text == ",")
    if at <= low or layout.tokens[at].form.suffix != "arak":
        return []
    found = main_subject(layout, mentions, low, at, level)
    return found if found and found[0].first <= low + KEPT and announced(layout, found[-1]) else []


def name_at_mark(layout: Layout, mentions: Mentions, cue: Cue, low: int) -> Voice:
    """The name right before the words of a cue, where others stand before it with words of theirs ("Peru “…”, Kenya “…” dedi")."""
    tokens = layout.tokens
    at = cue.first - 1
    while at > low and tokens[at].quote < 0 and (tokens[at].text in MARKS or tokens[at].text == ","):
        at -= 1
    inner = tokens[at].quote
    if inner < 0:
        return NOBODY
    while at > low and (tokens[at].quote == inner or tokens[at].text in MARKS):
        at -= 1
    named = mentions.at(at)
    alone = named is not None and named.actor and named.last == at + 1 and tokens[at].quote < 0 and role(layout, mentions, named) == "nom"
    others = alone and named is not None and any(t.quote >= 0 and t.quote != inner for t in tokens[low : named.first])
    return voice([named], "subject", 0.9) if others and named is not None else NOBODY


def is_of_many(layout: Layout, cue: Cue, low: int) -> bool:
    """Does everybody say so ("“…” derler"), or several of whom "onlar" speaks: no one person who spoke last?"""
    form = cue.predicate.form
    return (cue.predicate.finite and form.person == "3pl") or any(t.low == "onlar" and t.quote < 0 for t in layout.tokens[low : low + 2])


def asker_who_reminds(layout: Layout, cue: Cue, sentence: Sentence, low: int) -> Voice:
    """One of many who says it before asking ("Dahl, bir gazetecinin …-diğini hatırlatarak, “…” sözleri üzerine"), not the one who answers."""
    if not cue.predicate.converb or not leads_to_own_words(layout, cue.last, sentence.last):
        return NOBODY
    for at in range(low + 1, cue.first):
        form = layout.tokens[at].form
        if layout.tokens[at - 1].low == "bir" and form.case == "gen" and form.lemma in reporting().speakers and layout.tokens[at].quote < 0:
            return one_of_many(layout, at - 1, at)
    return NOBODY


def leads_to_own_words(layout: Layout, at: int, high: int) -> bool:
    """Do words in marks follow at once, and behind them whose words they are ("hatırlatarak, “…” | sözleri üzerine")?"""
    tokens = layout.tokens
    at += at < high and tokens[at].text == ","
    if at >= high or tokens[at].text not in MARKS:
        return False
    end = next((t.index for t in tokens[at + 1 : high] if t.quote < 0 and t.kind == "word"), high)
    noun = next((t for t in tokens[end : min(end + 2, high)] if t.low not in reporting().links), None)
    return noun is not None and any(f.lemma in reporting().nouns and f.possessive.startswith("3") for f in noun.forms)


def opening_people(registers: Registers, cue: Cue, sentence: Sentence, low: int, found: list[Mention], level: int) -> Voice:
    """People without a name who open the sentence as its subject, whoever else is named in it."""
    layout, mentions = registers.layout, registers.mentions
    opening = opening_description(layout, sentence, low, cue.first, level) or several_doers(layout, mentions, cue, sentence, low)
    if opening or not found or low != sentence.first or announced(layout, found[-1]):
        return opening
    return several_at(layout, low, cue.first)


def unannounced(layout: Layout, mentions: Mentions, cue: Cue, low: int, segment: int, level: int) -> Voice:
    """A subject that nothing sets off: whose text it is, a trade's bearer, several people, a stranger, a body without a name."""
    told = behind_source(layout, mentions, low, cue.first, level) or with_own_text(layout, mentions, low, cue.first)
    told = told or source_in(layout, mentions, low, cue.first, level) or trade_and_name(layout, mentions, low, cue.first, level)
    told = told or plural_opening(layout, mentions, low, cue.first) or stranger(layout, mentions, max(low, segment), cue.first, level)
    told = told or shared_stranger(layout, mentions, low, segment, level) or kin(layout, mentions, low)
    told = told or contrasted(layout, mentions, low, cue.first, level) or bare_people(layout, mentions, low, cue.first, level)
    told = told or bare_body(layout, mentions, segment, cue.first, level)
    return told or set_off_people(layout, mentions, low, cue.first, level) or marked_people(layout, low, cue.first, level)


def with_own_text(layout: Layout, mentions: Mentions, low: int, high: int) -> Voice:
    """A name nobody introduced that opens the clause, with a text of its own right behind it ("Nordtek | bir açıklamasında …-ceğini bildirdi")."""
    first = at = past_openers(layout, low, high)
    if not plain_name(layout.tokens[first]):
        return NOBODY
    while at < high and at - first < NAMED and plain_name(layout.tokens[at]) and mentions.at(at) is None:
        at += 1
    end, text = at, at
    while text < high and text - at < 2 and layout.tokens[text].form.pos in ("ADJ", "DET", "NUM") and not layout.tokens[text].capital:
        text += 1
    form = layout.tokens[text].form
    if end == first or text >= high or not is_text(layout.tokens[text]) or form.case != "loc" or form.possessive != "3sg":
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[end - 1].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, end)


def marked_people(layout: Layout, low: int, high: int, level: int) -> Voice:
    """Somebody without a name whom marks tell ("konuşan bir | “Kenya kaynağı” da, …")."""
    for token in layout.tokens[low : max(high - 2, low)]:
        if token.low != "bir" or token.quote != level or layout.tokens[token.index + 1].text not in MARKS:
            continue
        inner = layout.tokens[token.index + 2].quote
        if inner == level:
            continue
        close = next((t for t in layout.tokens[token.index + 2 : min(token.index + 2 + MARKED, high)] if t.quote != inner), token)
        noun = layout.tokens[close.index - 1].form
        if close.text in MARKS and noun.lemma in reporting().speakers and noun.case == "nom" and noun.number == "sg" and not noun.verb_form:
            span = Span(token.start, close.end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, close.index + 1)
    return NOBODY


def behind_source(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """A stranger right behind the source of the report ("X'te yer alan habere göre, Kabine Başsekreteri Y, …-diğini söyledi")."""
    at = next((t.index + 2 for t in layout.tokens[low:high] if t.low == "göre" and t.quote == level), high)
    if at >= high or layout.tokens[at - 1].text != "," or not layout.tokens[at].capital:
        return NOBODY
    told = stranger(layout, mentions, at, high, level)
    return told if told and layout.token_at(told.spans[0].start) == at else NOBODY


def shared_stranger(layout: Layout, mentions: Mentions, low: int, segment: int, level: int) -> Voice:
    """A stranger before a converb right before the segment, which shares him ("yetkililerden X, …-diğini belirterek, | …-diğini söyledi")."""
    at = segment - 1
    at -= at > low and layout.tokens[at].text == ","
    shares = at > low and layout.tokens[at].quote == level and layout.tokens[at].form.suffix in ("arak", "ip")
    return stranger(layout, mentions, low, at, level) if shares else NOBODY


def bare_people(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """People or a body without a name who open the clause without a comma ("Sağlık ekipleri |", "Olay yerine giden ambulans şoförü | okulda …")."""
    first = low if layout.tokens[low].low in reporting().some else past_openers(layout, low, high)
    at = next((t.index for t in layout.tokens[first : min(first + OPENING, high - 2)] if parts_people(layout, t, first)), -1)
    words = layout.tokens[first : at + 1]
    if at < 0 or any(t.quote != level or t.kind == "punct" or mentions.at(t.index) is not None for t in words):
        return NOBODY
    giving = max((t.index for t in words if t.form.verb_form == "participle" and t.form.suffix == "an"), default=first - 1)
    if any(t.form.case not in ("nom", "") or t.form.verb_form for t in words[giving + 1 - first :]):
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, at + 1)


def parts_people(layout: Layout, token: Token, first: int) -> bool:
    """Is it a noun of people or of a body, in the nominative, behind which another phrase begins ("ekipleri | okulda", not "polis merkezine")?"""
    after, before = layout.tokens[token.index + 1], layout.tokens[token.index - 1] if token.index > first else token
    if after.kind == "punct" or after.form.possessive or after.form.verb_form in ("finite", "converb", "verbal_noun"):
        return False
    owned = before is not token and before.form.case in ("nom", "gen") and not before.form.verb_form
    kinds = [form for form in token.forms[: 1 + bool(token.form.possessive)] if is_people_noun(form, owned)]
    if any(form.number == "pl" and form.possessive for form in kinds):
        return True
    parted = after.form.case in ("loc", "abl", "dat", "acc", "gen") or after.form.pos in ("ADV", "DET", "NUM")
    return parted and bool(kinds) and not after.form.verb_form


def is_people_noun(form: Form, owned: bool) -> bool:
    """People, somebody told by whose he is, or a body: one person alone is mostly who spoke last ("doktor")."""
    if form.pos != "NOUN" or form.case != "nom" or form.verb_form or form.lemma not in reporting().speakers:
        return False
    if form.possessive:
        return owned and form.possessive == "3sg"
    return form.number == "pl" or form.lemma in reporting().alone


def contrasted(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """A single name that nobody introduced, which "ise" sets off ("kampta bulunan Bergenson ise … ifade etti")."""
    for token in layout.tokens[low : high - 1]:
        if layout.tokens[token.index + 1].low == "ise" and token.quote == level and plain_name(token) and token.form.case == "nom":
            opens = token.index == low or follows_participle(layout, token.index)
            known = mentions.at(token.index) is not None or token.text.isupper()
            return Voice((Unnamed(token.text, token.span),), (token.span,), "description", 0.6, token.index + 1) if opens and not known else NOBODY
    return NOBODY


def kin(layout: Layout, mentions: Mentions, low: int) -> Voice:
    """Who is told by whose he is, without a comma ("X'in annesi | … saklamayacağını söyledi")."""
    owner = mentions.at(low)
    if owner is None or owner.first != low or owner.case != "gen" or owner.last >= len(layout.tokens):
        return NOBODY
    token = layout.tokens[owner.last]
    if token.form.lemma not in reporting().speakers or token.form.possessive != "3sg" or token.form.case != "nom" or token.form.verb_form:
        return NOBODY
    span = Span(layout.tokens[low].start, token.end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, owner.last + 1)


def bare_body(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """A body that speaks without a name and without a comma ("… sonra | polis hoparlörlerden …-ceğini duyurdu")."""
    for token in layout.tokens[low : max(low, high - 2)]:
        form, after = token.form, layout.tokens[token.index + 1].form
        if form.lemma not in reporting().organs or form.case != "nom" or form.possessive or form.number == "pl" or token.quote != level:
            continue
        parted = not after.possessive and (after.case in ("loc", "abl", "dat", "acc") or after.pos == "ADV")  # not "polis memurlarına"
        if parted and mentions.at(token.index) is None:
            return Voice((Unnamed(token.text, token.span),), (token.span,), "description", 0.6, token.index + 1)
    return NOBODY


def marked_outlet(layout: Layout, mentions: Mentions, described: Voice) -> Voice:
    """The outlet whose name stands in marks before what it is ("“Zevra” gazetesi, …"); else whoever is described."""
    first = layout.token_at(described.spans[0].start) if described else 0
    if first < 2 or layout.tokens[first].form.lemma not in reporting().outlets or layout.tokens[first - 1].text not in MARKS:
        return described
    mention = mentions.at(first - 2)
    if mention is None or not isinstance(mention.entity, Organisation):
        return described
    return Voice((mention.entity,), (mention.span,), "description", 0.85, described.last)


def glued_subject(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """Somebody set off right behind a finished clause that lost its full stop ("… kararı aldı | NATO Genel Sekreteri X, …-diğini söyledi")."""
    for mention in reversed(mentions.within(low + 1, high)):
        if not isinstance(mention.entity, Person) or not announced(layout, mention) or role(layout, mentions, mention) != "nom":
            continue
        before = layout.tokens[mention.first - 1]
        if before.form.verb_form == "finite" and before.form.tense in ("past", "evid") and before.quote == level and not before.form.possessive:
            return voice([mention], "subject", 0.9)
    return NOBODY


def behind_cue(layout: Layout, mentions: Mentions, cue: Cue, sentence: Sentence, level: int) -> list[Mention]:
    """The subject of an inverted sentence ("… dedi | Putin"); what a comma parts from the verb begins another clause."""
    if cue.last >= sentence.last or layout.tokens[cue.last].text in (",", ";"):
        return []
    after = layout.tokens[cue.last].form  # "… söyleyerek kınadığını öne süren | X": he tells of another
    if cue.predicate.converb and after.suffix in ("dik", "acak") and after.possessive:
        return []
    return main_subject(layout, mentions, cue.last, min(cue.last + 6, sentence.last), level)


def stranger_behind(layout: Layout, mentions: Mentions, cue: Cue, sentence: Sentence, level: int) -> Voice:
    """Somebody unknown to the article who ends an inverted sentence ("“…” diyor | Bergman.")."""
    at = cue.last
    named = cue.predicate.finite and at + 1 < sentence.last and layout.tokens[at].quote == level and mentions.at(at) is None
    return unknown_name(layout, at, sentence.last) if named else NOBODY


def turned_subject(layout: Layout, mentions: Mentions, segment: int, high: int, level: int) -> Voice:
    """Who takes over behind a converb of contrast ("X destek verirken, | Y ve Z, …", "X “…” derken diğer muhalif lider | Y …")."""
    turn = contrast_end(layout, segment, high, level)
    found = main_subject(layout, mentions, turn, min(turn + 10, high), level) if turn > 0 else []
    near = bool(found) and all(t.kind == "punct" or t.capital for t in layout.tokens[turn : found[0].first])
    if near and announced(layout, found[-1]):
        return voice(found, "subject", 0.9)
    turn = segment if is_behind_contrast(layout, segment) else turn
    if turn <= 0:
        return NOBODY
    return (
        bare_turn(layout, mentions, turn, high)
        or common_turn(layout, turn, high, level)
        or owned_subject(layout, mentions, turn, min(turn + 2, high), high)
    )


def common_turn(layout: Layout, turn: int, high: int, level: int) -> Voice:
    """People without a name who take over right behind the converb, set off ("X eleştirirken | iktidar kanadı, …")."""
    found = common_subject(layout, turn, min(turn + TURNED, high), level)
    return found if found and layout.token_at(found.spans[0].start) == turn and layout.tokens[found.last].text == "," else NOBODY


def is_behind_contrast(layout: Layout, at: int) -> bool:
    """Does a converb of contrast end right before token `at`, or before the comma there?"""
    at -= at > 1 and layout.tokens[at - 1].text == ","
    return at > 0 and layout.tokens[at - 1].form.suffix == "ken"


def contrast_end(layout: Layout, low: int, high: int, level: int) -> int:
    """Where the last converb of contrast among tokens [low, high) ends, or -1."""
    for at in range(high - 1, low - 1, -1):
        if layout.tokens[at].form.suffix == "ken" and layout.tokens[at].quote == level:
            return at + 1
    return -1


def bare_turn(layout: Layout, mentions: Mentions, turn: int, high: int) -> Voice:
    """A person who takes over right behind the converb, without a comma ("“…” derken diğer muhalif lider | Y hükümetin …")."""
    first = next((m for m in mentions.within(turn, min(turn + 5, high)) if isinstance(m.entity, Person)), None)
    if first is None or role(layout, mentions, first) != "nom" or first.last >= high or layout.tokens[first.last].form.case != "gen":
        return NOBODY
    before = layout.tokens[turn : first.first]
    return voice([first], "subject", 0.85) if all(t.form.pos in ("ADJ", "NOUN", "DET") and not t.form.verb_form for t in before) else NOBODY


def owned_subject(layout: Layout, mentions: Mentions, low: int, end: int, high: int) -> Voice:
    """A subject told by whose he is, without a comma, where a clause with its own subject follows ("…, | Dahl'ın avukatları kararın …").

    Its owner begins among tokens [low, end).
    """
    for owner in mentions.within(low, end):
        at = owned_speaker(layout, owner, high) if isinstance(owner.entity, Person) else -1
        after = layout.tokens[at + 1] if 0 <= at < high - 1 and layout.tokens[at].form.case == "nom" else None
        if after is not None and (after.text == "," or (after.form.case == "gen" and not after.form.possessive)):
            span = Span(owner.span.start, layout.tokens[at].end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.75, at + 1)
    return NOBODY


def quotes(layout: Layout, at: int) -> bool:
    """Is the token a quotation mark?"""
    return layout.tokens[at].text in MARKS


def opening_description(layout: Layout, sentence: Sentence, low: int, high: int, level: int) -> Voice:
    """A description that opens the sentence, set off as its subject ("Arabulucular, …", "Oslo'da konuşan tanıklar, …")."""
    told = common_subject(layout, low, min(low + 8, high), level)
    first = layout.token_at(told.spans[0].start) if told else -1
    opens = first == past_openers(layout, sentence.first, high) or (first > sentence.first and is_active_participle(layout.tokens[first - 1]))
    return told if told and opens else NOBODY


def several_doers(layout: Layout, mentions: Mentions, cue: Cue, sentence: Sentence, low: int) -> Voice:
    """Several people who open the sentence without a comma, whose number the verb has ("Köylüler … başvurarak, …-diklerini belirttiler")."""
    form = cue.predicate.form
    if form.verb_form != "finite" or form.person != "3pl" or low != sentence.first:
        return NOBODY
    return plural_opening(layout, mentions, low, low + 1)


def head_before(layout: Layout, mentions: Mentions, segment: int, low: int) -> Voice:
    """Who stands right before a segment as the head of a participle: the subject of what follows ("… kaydeden Bakanlar, | …")."""
    at = segment - 1
    while at > low and (layout.tokens[at].kind == "punct" or (layout.tokens[at].low in reporting().openers and layout.tokens[at - 1].text == ",")):
        at -= 1  # "kaydeden Dahl, ancak | …"
    mention = mentions.at(at) if at > low else None
    if mention is not None and mention.last == at + 1 and mention.actor:
        heads = role(layout, mentions, mention) == "nom" and follows_participle(layout, mention.first)
        plain = isinstance(mention.entity, Person) and layout.tokens[at + 1].low not in JOIN
        return voice([mention], "head", 0.9) if heads and (plain or is_set_off(layout, at + 1)) else NOBODY
    first = phrase_start(layout, at, low) if at > low else at
    if mention is not None or at <= low or not follows_participle(layout, first) or not (is_set_off(layout, at + 1) or stands_alone(layout, at)):
        return NOBODY
    token = layout.tokens[at]
    if token.form.case not in ("nom", "") or token.form.verb_form or token.form.pos not in ("NOUN", "PROPN"):
        return NOBODY
    span = Span(layout.tokens[first].start, token.end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.8, at + 1)


def is_set_off(layout: Layout, at: int) -> bool:
    return layout.tokens[at].low in SET_OFF or layout.tokens[at].text in MARKS


def stands_alone(layout: Layout, at: int) -> bool:
    """Does a word for one who speaks end its phrase without a comma, before a clause with its own subject ("belirten gazete | bunun, …")?"""
    form, after = layout.tokens[at].form, layout.tokens[at + 1].form
    return form.lemma in reporting().speakers and form.case == "nom" and not form.possessive and after.case == "gen" and not after.possessive


def follows_participle(layout: Layout, at: int) -> bool:
    return at > 0 and is_active_participle(layout.tokens[at - 1])


def known_again(layout: Layout, described: Voice, registers: Registers, sentence: Sentence) -> Voice:
    """ "İranlı vekil": a people's word with a noun and no "bir" takes up the last agent of that state."""
    if not described or not isinstance(described.actors[0], Unnamed):
        return NOBODY
    if outlet := outlet_again(layout, described, registers, sentence):
        return outlet
    agent = registers.dropped(sentence)
    head = layout.tokens[described.last - 1].form if described.last > 0 else None
    if agent and head is not None and takes_up_body(head, agent.actors[0]):
        alone = layout.token_at(described.spans[0].start) == described.last - 1 and head.number == "sg" and not head.possessive
        return Voice(agent.actors, described.spans, "register", 0.75, described.last) if alone else NOBODY
    if agent and isinstance(agent.actors[0], Unnamed) and is_last_word(described.actors[0].text, agent.actors[0].text):
        return Voice(agent.actors, described.spans, "register", 0.75, described.last)
    if agent and isinstance(agent.actors[0], Unnamed) and is_told_anew(layout, described, agent):
        return Voice(agent.actors, described.spans, "register", 0.75, described.last)
    if agent and isinstance(agent.actors[0], Person) and is_part_of_name(described.actors[0].text, agent.actors[0].name):
        return Voice(agent.actors, described.spans, "register", 0.75, described.last)
    first = layout.token_at(described.spans[0].start)
    code = nationality(layout.tokens[first])
    if head is not None and (head.lemma in reporting().outlets or head.lemma in reporting().press):
        return NOBODY  # "Amerikan gazetesi": no minister
    if code is None or described.last - first != 2 or layout.tokens[first + 1].form.number != "sg" or "bir" in described.actors[0].text.split():
        return NOBODY  # "üst düzey bir Kenya yetkilisi" is a new one
    if not agent or not isinstance(agent.actors[0], Person) or agent.actors[0].state not in (code, None):
        return NOBODY
    if agent.actors[0].state is None and layout.tokens[first + 1].form.lemma in reporting().faceless:
        return NOBODY  # "Suriyeli yetkili" is not the journalist before him
    return Voice(agent.actors, described.spans, "register", 0.75, described.last)


def takes_up_body(head: Form, body: Actor) -> bool:
    """Does the word take up a body of any kind ("Kuruluş"), or one of no state and no outlet ("Şirket"), known by more than its name or not?"""
    if isinstance(body, Organisation) and head.lemma in reporting().bodies:
        return True
    if head.lemma not in reporting().alone or head.lemma in reporting().organs or head.lemma in reporting().outlets:
        return False
    if isinstance(body, Unnamed):
        return " " in body.text and all(word[0].isupper() for word in body.text.split())
    return isinstance(body, Organisation) and body.state is None and fold(body.name) not in reporting().outlet_names


def outlet_again(layout: Layout, described: Voice, registers: Registers, sentence: Sentence) -> Voice:
    """ "Gazete, …", "İngiliz kanalı, …": the outlet whose report runs on."""
    first, last = layout.token_at(described.spans[0].start), described.last
    head, words = layout.tokens[last - 1], layout.tokens[first:last]
    if head.form.lemma not in reporting().outlets or head.form.number == "pl" or head.form.possessive not in ("", "3sg"):
        return NOBODY
    named = any(t.capital and nationality(t) is None for t in (words if first > sentence.first else words[1:]))  # "Ta Nea gazetesi"
    if len(words) > 3 or named or any(t.low in ("bir", "başka", "diğer") for t in words):
        return NOBODY
    told = registers.running(sentence, OUTLET) or registers.dropped(sentence)
    if len(told.actors) != 1 or not is_outlet(told.actors[0], words):
        return NOBODY
    return Voice(told.actors, described.spans, "register", 0.75, last)


def is_outlet(actor: Actor, words: list[Token]) -> bool:
    """May it be an outlet: a body without a state, one known as such, or a name that nothing else is known of?"""
    if isinstance(actor, Unnamed):
        return actor.text[:1].isupper() and fold(actor.text) != fold(" ".join(t.text for t in words))
    return isinstance(actor, Organisation) and (actor.state is None or fold(actor.name) in reporting().outlet_names)


def is_last_word(word: str, description: str) -> bool:
    """Does one word take up a longer description in the singular ("Norveçli bakan", "Bakan, …")?"""
    words, low = fold(description).split(), fold(word)
    same = len(words) > 1 and words[-1].startswith(low) and len(words[-1]) - len(low) <= 2  # "hükümet yetkilisi", "Aynı yetkili"
    return same and not low.endswith(("lar", "ler"))


def is_told_anew(layout: Layout, described: Voice, agent: Voice) -> bool:
    """Is one of a nation who has just spoken told in other words ("üst düzey bir Norveçli yetkili", "adı açıklanmayan Norveçli yetkili")?"""
    new, old = (layout.tokens[layout.token_at(v.spans[0].start) : layout.token_at(v.spans[-1].end)] for v in (described, agent))
    opening = layout.tokens[max(new[0].index - 2, 0) : new[0].index] if new else []
    if not new or not old or any(t.low in ANOTHER for t in [*opening, *new]) or new[-1].form.number == "pl" or old[-1].form.number == "pl":
        return False
    nation = {nationality(t) for t in new} - {None}
    return bool(nation) and nation == {nationality(t) for t in old} - {None} and new[-1].form.lemma == old[-1].form.lemma


def is_part_of_name(word: str, name: str) -> bool:
    """Is the word the last one of a name, its article and case aside ("Şeyh" of "Hüseyin eş-Şeyh")?"""
    return fold(word) == fold(name.split()[-1].rpartition("-")[2])


def leading(layout: Layout, mentions: Mentions, segment: int, high: int) -> int:
    """Where the search for a segment's own leading subject ends: a few tokens after its start."""
    turns = segment > 1 and any(t.form.suffix == "ken" for t in layout.tokens[segment - 2 : segment])  # "X … savunurken, | Y …"
    for mention in mentions.within(segment, min(segment + 4, high)):
        if announced(layout, chain_end(layout, mentions, mention)) or (turns and mention.first == segment):
            return min((bearer_of(layout, mentions, mention) or chain_end(layout, mentions, mention)).last, high)
    return segment


def passive_speaker(cue: Cue, registers: Registers, sentence: Sentence, low: int, level: int) -> Voice:
    layout, mentions = registers.layout, registers.mentions
    for mention in reversed(mentions.within(low, cue.first)):
        by = layout.tokens[mention.first].quote == level and mention.actor and role(layout, mentions, mention) == "agent"
        if by and reaches(layout, mention.last, cue.first):
            return voice(with_conjuncts(layout, mentions, mention), "agent", 0.9)
    agent = described_agent(layout, low, cue.first, level)
    if agent and reaches(layout, agent.last, cue.first):
        return agent
    if cue.predicate.frame.head == "gel":
        return comes_from(cue, registers, low, level)
    told = authority_in(layout, mentions, low, cue.first, level)
    if told:
        return told
    source = source_in(layout, mentions, low, min(cue.last + 12, sentence.last), level)
    if source or cue.predicate.frame.head == "sor" or cue.noun == "soru":  # "Putin'e … soruldu": nobody says who asked
        return source
    if circles := circles_in(layout, low, cue.first, level):
        return circles
    standing = cue.predicate.form.tense in ("prog", "aor")
    laid_down = is_of_a_thing(layout, cue) or (standing and is_laid_down(layout, low, cue.first, level))
    declared = NOBODY if laid_down else registers.declared(sentence, standing and cue.predicate.finite)
    if standing and cue.predicate.frame.head == "söyle" and declared and not of_report(declared, registers, sentence):
        declared = NOBODY
    if level < 0 and (met := at_session(cue, registers, sentence)):
        return met
    return declared or document_in(layout, low, cue.first, level)


def of_report(source: Voice, registers: Registers, sentence: Sentence) -> bool:
    """Is what "is said" (söyleniyor) out of a text or of the press that told before? Else it is a rumour, which nobody near it has to answer for."""
    before = source.spans[-1].start < sentence.start
    return recalls_text(registers.layout, sentence.first, sentence.last) or (before and registers.is_of_press(source))


def is_of_a_thing(layout: Layout, cue: Cue) -> bool:
    """Does it only tell with what words a thing was made ("“…” ifadesi kullanılarak | yapılan reklamlar")?"""
    after = layout.tokens[cue.last].form if cue.last < len(layout.tokens) else None
    return cue.predicate.form.suffix == "arak" and after is not None and after.suffix == "an" and after.passive


def reaches(layout: Layout, at: int, high: int) -> bool:
    """Is the agent before token `at` that of the cue at `high` ("X tarafından, … olduğu açıklandı"), not of a verb between ("X'çe yapılan")?"""
    tokens = layout.tokens
    at += at < high and tokens[at].low == "tarafından"
    level = tokens[high].quote
    among = (t for t in tokens[at:high] if t.quote == level or tokens[t.index + 1].quote == level)  # words in marks count by their last
    verb = next((t.index for t in among if t.form.verb_form and not is_plain_deed(t) and t.low != "olarak"), -1)
    if verb < 0 or tokens[at].text == ",":
        return True
    form = tokens[verb].form
    told = form.suffix in ("dik", "acak", "ma") and bool(form.possessive) and not form.passive
    return told and any(t.form.case == "gen" for t in tokens[at : min(at + 2, verb)])


def is_plain_deed(token: Token) -> bool:
    """Is it the name of a deed, and no verb of a clause ("çatışmaların durması")?"""
    return token.form.verb_form == "verbal_noun" and token.form.case == "gen" and not token.form.possessive


def is_laid_down(layout: Layout, low: int, high: int, level: int) -> bool:
    """Does what is told stand in something that does not speak ("planda, …-ması şart koşuluyor")?"""
    mute = [t for t in layout.tokens[low:high] if t.form.case == "loc" and t.form.suffix != "ki" and t.form.lemma in reporting().written]
    return any(t.quote == level for t in mute)


def comes_from(cue: Cue, registers: Registers, low: int, level: int) -> Voice:
    """From whom words come ("Kremlin'den “…” açıklaması geldi")."""
    layout, mentions = registers.layout, registers.mentions
    among = [m for m in mentions.within(low, cue.first) if m.actor and layout.tokens[m.first].quote == level]
    found = [m for m in among if role(layout, mentions, m) == "abl" and not layout.tokens[m.last].form.verb_form]  # not "X'ten geldiği"
    return voice(found[-1:], "source", 0.85) if found else NOBODY


def circles_in(layout: Layout, low: int, high: int, level: int) -> Voice:
    """The circles or the press in which something is told ("Avrupa Birliği çevrelerinde, … bildiriliyor"), where they open the clause."""
    for token in layout.tokens[low : min(low + 8, high)]:
        if token.quote == level and token.form.case == "loc" and is_circle(layout, token, low):
            first = phrase_start(layout, token.index, low)
            span = Span(layout.tokens[first].start, own_end(token))
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75, token.index + 1)
    return NOBODY


def is_circle(layout: Layout, token: Token, low: int) -> bool:
    """Is it circles, or the press of a nation ("ABD basınında, … iddia edildi")?"""
    form = token.form
    if form.lemma in reporting().circles:
        return form.number == "pl"
    press = form.lemma in reporting().press and form.possessive == "3sg" and token.index > low
    return press and nationality(layout.tokens[token.index - 1]) is not None


def document_in(layout: Layout, low: int, high: int, level: int) -> Voice:
    """A text that speaks for itself, where nobody is named whose it is ("Zirvenin sonuç bildirgesinde … denildi")."""
    for token in layout.tokens[low:high]:
        form = token.form
        if token.quote == level and form.lemma in reporting().documents and form.case == "loc" and not token.capital:
            first = phrase_start(layout, token.index, low)
            span = Span(layout.tokens[first].start, own_end(token))
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, token.index + 1)
    return NOBODY


def shared_subject(layout: Layout, mentions: Mentions, cue: Cue, sentence: Sentence, low: int, alone: bool) -> list[Mention]:
    """The subject that a converb shares with a nominalised clause behind it ("X'in …, “…” diyerek Y'yi eleştirdiği iddia ediliyor").

    alone: has the converb no subject of its own, so that a comma may stand behind it?
    """
    if not shares_clause(layout, cue, sentence, alone):
        return []
    return waiting_owner(layout, mentions, low, cue.first) or owner_who_opens(layout, mentions, low)


def shares_clause(layout: Layout, cue: Cue, sentence: Sentence, alone: bool) -> bool:
    """Does a nominalised clause without a subject of its own stand behind a converb ("“…” diyerek | Y'yi eleştirdiği iddia ediliyor")?"""
    for token in layout.tokens[cue.last : sentence.last]:
        form = token.form
        apart = token.text == ";" or (token.text == "," and not (alone and token.index == cue.last))
        if form.case == "gen" or form.verb_form in ("finite", "converb") or apart or token.quote >= 0:
            return False
        if form.possessive and form.verb_form == "participle" and form.suffix in ("dik", "acak"):
            return True
    return False


def owner_who_opens(layout: Layout, mentions: Mentions, low: int) -> list[Mention]:
    """People in the genitive who open the clause: its subject, whatever is owned behind them ("X ve Y'nin … “…” söyleyerek kınadığını")."""
    first = mentions.at(low)
    opens = first is not None and first.first == low and isinstance(first.entity, Person) and role(layout, mentions, first) == "gen"
    return with_conjuncts(layout, mentions, first) if first is not None and opens else []
