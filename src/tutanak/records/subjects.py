"""Subjects: who acts in a sentence, by name, by office, as one of several, or as the owner of what is done."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention, Mentions, Organisation, Person, State, Unnamed
from tutanak.records.frames import chain_end, front_of, heads_compound, is_listed_with, role, word_after
from tutanak.records.grammar import CONCERNING
from tutanak.records.reporting import reporting
from tutanak.records.voices import (
    NOBODY,
    Voice,
    announced,
    called,
    genitive_base,
    hardened,
    is_bare_name,
    pair_start,
    past_openers,
    phrase_start,
    sets_off,
    with_conjuncts,
)
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.morphology import MARKS
from tutanak.text.nouns import own_end

SUBJECT: Final = 4  # words before the last of a subject
DESCRIBING: Final = frozenset(("ADJ", "DET", "NUM", "NOUN", "PROPN"))


def subjects(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """Nominative actors among tokens [low, high) at one level of quotation, in text order."""
    among = [m for m in mentions.within(low, high) if m.actor and m.last <= high and layout.tokens[m.first].quote == quote]
    free = [m for m in among if role(layout, mentions, m) == "nom" and not heads_compound(layout, m) and not stands_for(layout, m)]
    return [m for m in free if not (isinstance(m.entity, State) and (officers_end(layout, m.first) > 0 or shares_noun(layout, m.last - 1)))]


def stands_for(layout: Layout, mention: Mention) -> bool:
    """Is it for whom something is ("Filistin | için"), so that it is no subject?"""
    return mention.last < len(layout.tokens) and layout.tokens[mention.last].low == "için"


def officers_end(layout: Layout, at: int) -> int:
    """One past the officers that states from token `at` on have together ("Norveç, İsveç ve Kanada dışişleri bakanları"); -1 where there are none."""
    tokens = layout.tokens
    last = names_end(layout, at)
    if last < 0 or tokens[at + 1].text not in (",", "ve"):
        return -1
    for token in tokens[last : last + 3]:
        if any(is_held_by_all(form) for form in token.forms):
            return token.index + 1
        if token.kind != "word" or token.form.verb_form or token.form.case != "nom":
            return -1
    return -1


def is_held_by_all(form: Form) -> bool:
    """Are they officers of those named before ("dışişleri bakanları", which may be an object as well)?"""
    return form.number == "pl" and form.possessive.startswith("3") and form.case == "nom" and form.lemma in reporting().officers


CONCERNED: Final = 3  # words of what a name is the first part of, with the word that governs them
SHARED: Final = 5  # words behind "ve" among which the noun is looked for that two share


def shares_noun(layout: Layout, at: int) -> bool:
    """Does the name at token `at` only tell, with another behind "ve", whose people speak ("Kenya ve uluslararası yardım kuruluşları, …")?"""
    return sharers_end(layout, at) > 0


def sharers_end(layout: Layout, at: int) -> int:
    """One past the people that the name at token `at` has with another behind "ve" ("Kenya ve 6 ülkenin dışişleri bakanları |"); -1 for none."""
    tokens, owned = layout.tokens, False
    if at + 2 >= len(tokens) or tokens[at + 1].low != "ve":
        return -1
    for token in tokens[at + 2 : at + 2 + SHARED]:
        form = token.form
        if token.kind == "punct" or form.verb_form or form.case not in ("nom", "gen", ""):
            return -1
        if form.lemma in reporting().officers and form.possessive.startswith("3") and form.case == "nom" and token.index > at + 2:
            after = word_after(layout, token.index + 1)
            return token.index + 1 if after is not None and ((owned and form.number == "pl") or sets_off(after, token.quote)) else -1
        owned = owned or form.case == "gen"
    return -1


def officers_in(layout: Layout, mentions: Mentions, low: int, high: int) -> Voice:
    """Officers whom several states have together, as a subject ("Kenya ve 6 ülkenin dışişleri bakanları ortak açıklama yayımladı")."""
    for mention in mentions.within(low, high):
        if isinstance(mention.entity, State) and mention.case == "nom" and layout.tokens[mention.first].quote < 0:
            end = max(officers_end(layout, mention.first), sharers_end(layout, mention.last - 1))
            if end > 0:
                span = Span(layout.tokens[mention.first].start, layout.tokens[end - 1].end)
                return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.8)
    return NOBODY


def officers_who_open(layout: Layout, low: int, high: int) -> Voice:
    """Officers of several states who open a sentence as its subject, set off or not ("Norveç ve İsveç liderleri | sınırın açılacağını söyledi")."""
    first = past_openers(layout, low, high)
    end = officers_end(layout, first)
    if not 0 < end < high:
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[end - 1].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.85, end)


def names_end(layout: Layout, at: int) -> int:
    """One past a list of single bare names that "ve" closes ("A, B ve C", "… C'nin"); -1 where none stands at token `at`."""
    tokens, joined = layout.tokens, False
    while at + 2 < len(tokens) and is_bare_name(tokens[at]) and tokens[at + 1].text in (",", "ve"):
        joined = joined or tokens[at + 1].text == "ve"
        at += 2
    return at + 1 if joined and tokens[at].capital and tokens[at].form.case in ("nom", "gen") else -1


def main_subject(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """The subject of the main clause: the first name set off by a comma, else the first that can be one."""
    found = subjects(layout, mentions, low, high, quote)
    if not found:
        return []
    set_off = [m for m in found if announced(layout, chain_end(layout, mentions, m))]
    named = isinstance(found[0].entity, Person) and len(found[0].entities) == 1  # not "Konsey Bakanları dönem başkanı"
    first = found[0] if not set_off or named else set_off[0]
    if named and first not in set_off and is_concerned(layout, chain_end(layout, mentions, first).last):
        if set_off:
            first = set_off[0]
        elif has_stranger(layout, mentions, first.last, high):
            return []
    told = with_conjuncts(layout, mentions, bearer_of(layout, mentions, first) or first)
    return [*joined_by_with(layout, mentions, low, told), *told]


def is_concerned(layout: Layout, at: int) -> bool:
    """Does the name before only begin what is spoken of ("X | transfer iddialarıyla ilgili", "X | planına ilişkin")?"""
    for token in layout.tokens[at : at + CONCERNED]:
        form = token.form
        if token.kind != "word" or token.capital or form.verb_form or form.pos != "NOUN":
            return False
        if form.possessive.startswith("3"):
            return layout.tokens[min(token.index + 1, len(layout.tokens) - 1)].low in CONCERNING
        if form.case not in ("", "nom"):
            return False
    return False


def has_stranger(layout: Layout, mentions: Mentions, low: int, high: int) -> bool:
    """Is a single name that nobody introduced set off as a subject among these tokens ("… soruya | Hansen, …")?"""
    among = (t for t in layout.tokens[low : max(low, high - 1)] if is_bare_name(t) and t.form.pos == "PROPN" and mentions.at(t.index) is None)
    return any(layout.tokens[t.index + 1].text == "," or layout.tokens[t.index + 1].text in MARKS for t in among)


def joined_by_with(layout: Layout, mentions: Mentions, low: int, told: list[Mention]) -> list[Mention]:
    """Who is the subject with another, set off behind "ile" ("Dün Bakan X ile Bakan Y, … belirtti"), where no other actor stands before."""
    at = front_of(layout, mentions, told[0]) - 1
    before = mentions.at(at - 1) if at > low and layout.tokens[at].low == "ile" else None
    if before is None or not before.actor or before.case != "nom" or before.last != at or not announced(layout, told[-1]):
        return []
    alike = isinstance(before.entity, Person) == isinstance(told[0].entity, Person) or isinstance(before.entity, Organisation)
    alone = alike and not isinstance(before.entity, Unnamed)
    first = not any(m.actor for m in mentions.within(low, front_of(layout, mentions, before)))
    return [before] if alone and first else []


def bearer_of(layout: Layout, mentions: Mentions, office: Mention) -> Mention | None:
    """Who bears an office that another of his follows ("Kenya'nın Oslo Büyükelçisi, Uganda Özel Temsilcisi | Peter Mwangi, …")."""
    if office.kind not in ("office", "description") or office.last >= len(layout.tokens) or layout.tokens[office.last].text != ",":
        return None
    after = mentions.at(office.last + 1)
    named = after is not None and after.first == office.last + 1 and isinstance(after.entity, Person) and after.last - after.first > 3
    return after if after is not None and named and announced(layout, after) else None


def genitive_subject(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """The subject of a nominalised clause: the first genitive actor before its predicate ("Putin'in … dediği")."""
    found = [m for m in mentions.within(low, high) if m.actor and layout.tokens[m.first].quote == quote and role(layout, mentions, m) == "gen"]
    found = [m for m in found if not is_possessor(layout, m) and not owns_person(layout, mentions, m, high)] if quote < 0 and found else found
    if len(found) > 1 and (owns_next(layout, found[0], found[1]) or owns_subject(layout, found[0])):
        return with_conjuncts(layout, mentions, found[1])
    return with_conjuncts(layout, mentions, found[0]) if found else []


def is_possessor(layout: Layout, mention: Mention) -> bool:
    """Does the genitive own a place right behind it ("Kenya'nın başkenti Nairobi'de")?"""
    after = layout.tokens[mention.last] if mention.last < len(layout.tokens) else None
    return after is not None and after.form.lemma in reporting().seats and bool(after.form.possessive)


def owns_subject(layout: Layout, mention: Mention) -> bool:
    """Does the genitive own what the comma behind it sets off ("Dahl'ın açıklamaları, X'in … ima etmesi üzerine geldi")?"""
    owned = layout.tokens[mention.last : mention.last + 2]
    return len(owned) == 2 and owned[1].text == "," and owned[0].form.case == "nom" and owned[0].form.possessive == "3sg"


def owns_person(layout: Layout, mentions: Mentions, mention: Mention, high: int) -> bool:
    """Does the genitive only own the office of one to whom something is done ("Kenya'nın | Dışişleri Bakanı X'e … dediğini")?"""
    other = next((m for m in mentions.within(mention.last, min(mention.last + 7, high)) if isinstance(m.entity, Person)), None)
    if other is None or other.case in ("gen", "nom") or isinstance(mention.entity, Person):
        return False
    between = layout.tokens[mention.last : other.last - 1]
    if any(t.kind == "punct" or t.form.verb_form for t in between) or not any(t.form.possessive == "3sg" for t in between):
        return False
    return all(not isinstance(p, Person) or not p.state or p.state in own_states(mention) for p in other.entities)


def own_states(mention: Mention) -> tuple[str, ...]:
    """The codes of the states that a mention names, or whose organisations it does."""
    named = [e.id if isinstance(e, State) else e.state for e in mention.entities if isinstance(e, State | Organisation)]
    return tuple(code for code in named if code)


def owns_next(layout: Layout, first: Mention, second: Mention) -> bool:
    """Is the first genitive only the possessor of the second's office ("AB'nin Genişlemeden Sorumlu Komiseri Stefan Füle’nin")?"""
    between = layout.tokens[first.last : second.first]
    if not between and second.kind == "name" and layout.tokens[second.first].start == second.span.start:
        return False  # "ABD tarafının | Mwangi'nin …": no office to own
    kin = any(t.form.possessive == "3sg" and not t.form.verb_form for t in between)  # "Trump'ın damadı Jared Kushner’in"
    named = isinstance(second.entity, Person) and (kin or not isinstance(first.entity, Person)) and len(second.entities) == 1
    return named and len(between) <= 6 and not any(t.kind == "punct" or t.form.verb_form or t.low in ("ile", "ve") for t in between)


def common_subject(layout: Layout, low: int, high: int, quote: int, case: str = "nom") -> Voice:
    """A subject that is no name: a noun phrase about people, set off as a subject ("Yaralı bir kadın, …"); in the genitive, an owner."""
    people = reporting().speakers
    for at in range(low, high):
        token = layout.tokens[at]
        one_of = token.low == "biri" and at > low and layout.tokens[at - 1].form.case == "abl"  # "kadınlardan biri de"
        if one_of and case == "nom" and at + 1 < high and sets_off(layout.tokens[at + 1], quote):
            span = Span(layout.tokens[phrase_start(layout, at - 1, low)].start, token.end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.85, at + 1)
        if token.quote != quote or token.form.lemma not in people or token.form.verb_form:
            continue
        if (token.form.case or "nom") != case and not (case == "nom" and is_officers(layout, token)):
            continue
        after = word_after(layout, at + 1) if at + 1 < high or (case == "gen" and at + 1 == high) else None
        if after is None or not sets_off(after, quote):
            continue
        first = list_start(layout, pair_start(layout, phrase_start(layout, at, low), low, case), low, at + 1)
        if first > past_openers(layout, low, high) and is_listed_with(layout, at + 1):
            continue
        span = called(layout, first, at) or Span(layout.tokens[first].start, token.end if case == "nom" else genitive_base(token))
        words = span.of(layout.text) if case == "nom" else hardened(span.of(layout.text), token.form.lemma)
        return Voice((Unnamed(words, span),), (span,), "description", 0.85, at + 1)
    return NOBODY


def is_officers(layout: Layout, token: Token) -> bool:
    """Is it, though it reads as an accusative, those whom the name before it has ("NATO askeri uzmanları, …")?"""
    if token.form.case != "acc" or not any(f.case == "nom" and f.number == "pl" and f.possessive for f in token.forms):
        return False
    first = phrase_start(layout, token.index, layout.sentences[token.sentence].first)
    return layout.tokens[first].capital and any(t.form.pos == "PROPN" or t.text.isupper() for t in layout.tokens[first : token.index])


def list_start(layout: Layout, first: int, low: int, end: int) -> int:
    """Where the list of states begins that have the officers at [first, end) together, else `first`."""
    start = first
    while start - 2 >= low and layout.tokens[start - 1].text in (",", "ve") and is_bare_name(layout.tokens[start - 2]):
        start -= 2
    found = next((at for at in range(start, first, 2) if officers_end(layout, at) == end), first)
    return first - 2 if found == first and start < first and shares_noun(layout, first - 2) else found


def described_agent(layout: Layout, low: int, high: int, quote: int) -> Voice:
    """People without a name by whom something is said ("Amerikalı yetkililerce doğrulandı", "birçok ülke tarafından")."""
    at = agent_end(layout, low, high, quote)
    if at < low:
        return NOBODY
    first = list_start(layout, phrase_start(layout, at, low), low, at + 1)
    span = Span(layout.tokens[first].start, own_end(layout.tokens[at]))
    by = at + 1 < high and layout.tokens[at + 1].low == "tarafından"
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "agent", 0.8, at + 1 + by)


def agent_end(layout: Layout, low: int, high: int, quote: int) -> int:
    """The last word of a nameless agent among tokens [low, high), behind which no other verb stands, or -1."""
    for token in reversed(layout.tokens[low:high]):
        form = token.form
        if token.quote == quote and form.lemma in reporting().speakers and not form.verb_form:
            by = token.index + 1 < high and layout.tokens[token.index + 1].low == "tarafından" and form.case == "nom"
            if by or (form.case == "equ" and form.number == "pl"):
                return token.index
    return -1


def one_of_many(layout: Layout, first: int, at: int) -> Voice:
    """One without a name in the genitive, whose phrase is [first, at] ("bir gazetecinin", "Bir başka gazetecinin")."""
    token = layout.tokens[at]
    span = Span(layout.tokens[first].start, genitive_base(token))
    return Voice((Unnamed(hardened(span.of(layout.text), token.form.lemma), span),), (span,), "description", 0.8, at + 1)


def genitive_sayer(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> int:
    """Who without a name says it in a clause of his own ("babasının | kendisine “…” dediğini"): the last genitive that owns nothing; -1 for none."""
    for at in range(high - 1, low, -1):
        token = layout.tokens[at]
        if token.quote != quote:
            continue
        if token.form.verb_form in ("finite", "converb") or mentions.at(at) is not None:
            return -1
        if token.form.case == "gen" and not token.form.verb_form and not token.capital:
            free = token.form.pos == "NOUN" and at + 1 < len(layout.tokens) and owns_nothing(layout.tokens[at + 1], quote)
            return at if free else -1
    return -1


def owns_nothing(after: Token, quote: int) -> bool:
    """Does what stands behind a genitive show that it owns nothing: a mark, a pronoun, an adverb?"""
    return after.quote != quote or after.kind == "punct" or (after.form.pos in ("PRON", "ADV") and not after.form.possessive.startswith("1"))


def own_subject(layout: Layout, first: int, end: int) -> int:
    """The last word of the phrase that begins at token `first`, behind what describes it ("yeni, büyük | köprünün"); no verb stands in it."""
    at = first
    while at + 1 < end and at - first < SUBJECT and is_beside(layout.tokens[at]):
        at += 1
    return at


def is_beside(token: Token) -> bool:
    """May the word stand before the one that it describes: an adjective, a number, "bu", a noun without an ending?"""
    return not token.form.verb_form and any(f.pos in DESCRIBING and not f.possessive and f.case in ("", "nom") for f in token.forms[:2])
