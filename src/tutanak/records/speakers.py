"""Who speaks: subjects, heads of participles, sources of passives, and the two registers of a report.

The press leaves the subject out where it is plain: an active verb then has the last agent, a passive one the
declared source ("Bakanlıktan yapılan açıklamada … Açıklamada, … denildi").
"""

from __future__ import annotations

from typing import Final

from tutanak.mentions import nationality, people_word
from tutanak.mentions.model import Actor, Mention, Mentions, Organisation, Person, Place, State, Unnamed
from tutanak.records.frames import chain_end, chain_start, conjunct, front_of, heads_compound, is_governed, is_listed_with, role, word_after
from tutanak.records.grammar import CONCERNING
from tutanak.records.reporting import cues, reporting
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import Form, Layout, Sentence, Token
from tutanak.text.morphology import MARKS
from tutanak.text.nouns import LIK, own_end


class Voice:
    """A speaker found: actors, the words that name them, how (subject, head, agent, source, register, ...) and how surely.

    last: index of the token after the name, where it stands in the sentence of the cue; else -1.
    """

    __slots__ = ("actors", "confidence", "how", "last", "spans")

    def __init__(self, actors: tuple[Actor, ...], spans: tuple[Span, ...], how: str, confidence: float, last: int = -1) -> None:
        self.last = last
        self.actors = actors
        self.spans = spans
        self.how = how
        self.confidence = confidence

    def __bool__(self) -> bool:
        return bool(self.actors)


NOBODY: Final = Voice((), (), "unknown", 0.0)
SESSION: Final = "session"  # how the speakers of what is stressed at a meeting are known


def voice(found: list[Mention], how: str, confidence: float) -> Voice:
    """A voice of the actors that these mentions name."""
    actors: list[Actor] = []
    for mention in found:
        for entity in mention.entities:
            if not isinstance(entity, Place) and entity not in actors:
                actors.append(entity)
    return Voice(tuple(actors), tuple(m.span for m in found), how, confidence, found[-1].last)


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


SET_OFF: Final = frozenset((",", ";", ":", "ise", "da", "de"))


def announced(layout: Layout, mention: Mention) -> bool:
    """Is the name set off as a subject is: by a comma, "ise", "da", or the quotation that follows?"""
    at = mention.last
    return at < len(layout.tokens) and (layout.tokens[at].low in SET_OFF or layout.tokens[at].text in MARKS)


def with_conjuncts(layout: Layout, mentions: Mentions, mention: Mention) -> list[Mention]:
    """The subject and the names coordinated with it."""
    chain = [mention]
    while (after := conjunct(layout, mentions, chain[-1])) is not None and len(chain) < 40:
        chain.append(after)
    return chain


def main_subject(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> list[Mention]:
    """The subject of the main clause: the first name set off by a comma, else the first that can be one."""
    found = subjects(layout, mentions, low, high, quote)
    if not found:
        return []
    set_off = [m for m in found if announced(layout, chain_end(layout, mentions, m))]
    named = isinstance(found[0].entity, Person) and len(found[0].entities) == 1  # not "Konsey Bakanları dönem başkanı"
    first = found[0] if not set_off or named else set_off[0]
    told = with_conjuncts(layout, mentions, bearer_of(layout, mentions, first) or first)
    return [*joined_by_with(layout, mentions, low, told), *told]


def joined_by_with(layout: Layout, mentions: Mentions, low: int, told: list[Mention]) -> list[Mention]:
    """Who is the subject with another, set off behind "ile" ("Dün Bakan X ile Bakan Y, … belirtti"), where no other actor stands before."""
    at = front_of(layout, mentions, told[0]) - 1
    before = mentions.at(at - 1) if at > low and layout.tokens[at].low == "ile" else None
    if before is None or not before.actor or before.case != "nom" or before.last != at or not announced(layout, told[-1]):
        return []
    alone = isinstance(before.entity, Person) == isinstance(told[0].entity, Person) and not isinstance(before.entity, Unnamed)
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


def is_text(token: Token) -> bool:
    """Does the word name an utterance or a text ("açıklama", "haber", "rapor")?"""
    notes, place = token.word.notes, reporting().place
    answer: bool | None = notes[place] if place < len(notes) else None
    if answer is None:
        texts, papers = reporting().texts, reporting().papers
        others = (f for f in token.forms if f.pos == "NOUN" and not f.verb_form and f.possessive not in ("1sg", "2sg"))  # "bildirim" is no "my text"
        names = any(f.lemma in texts or (f.lemma in papers and f.case == "loc") for f in others)
        answer = token.kind == "word" and (names or any(is_deed_of_text(f) for f in token.forms))
        token.word.note(place, answer)
    return answer


def is_deed_of_text(form: Form) -> bool:
    """Does the form, read as a verbal noun, name a text ("değerlendirme|de")?"""
    return form.verb_form == "verbal_noun" and form.suffix == "ma" and form.lemma == "değerlendir" and form.case == "loc" and not form.possessive


def possessed(token: Token) -> bool:
    return any(f.possessive in ("3sg", "3pl") and not f.verb_form for f in token.forms)


def source_at(layout: Layout, mentions: Mentions, at: int, low: int) -> Voice:
    """Whose text the text noun at token `at` is: agent or origin of its making, possessor, or first part of a compound."""
    if layout.tokens[at].form.lemma == "haber" and (press := press_of(layout, mentions, at, low)):
        return press
    if is_spoken_of(layout, at):
        return NOBODY
    making = making_before(layout, at, low)
    if making >= 0:
        return sourced(first_part(layout, mentions, making, at)) or maker(layout, mentions, low, making)
    if at - 2 >= low and layout.tokens[at - 1].low == "imzalı":
        return signer_at(layout, mentions, low, at - 2)
    making = made_after(layout, at)
    if making >= 0:
        return made_by(layout, mentions, low, at, layout.tokens[making].form.passive)
    if not possessed(layout.tokens[at]):
        return NOBODY
    if at > low and mentions.at(at - 1) is None and (named_owner(layout.tokens[at - 1]) or names_office(layout.tokens[at - 1])):
        owner = layout.tokens[at - 1]
        span = Span(owner.start, owner.base_end)
        return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.7)
    before = mentions.at(at - 1) if at > low else None
    if before is not None and before.last == at and before.actor and before.case == "nom":
        return sourced(with_conjuncts(layout, mentions, before))
    owners = joint_owners(layout, mentions, low, at) or nearest(layout, mentions, low, at, ("gen",), 25)
    news = layout.tokens[at].form.lemma == "haber" and bool(owners) and isinstance(owners[0].entity, State)
    return NOBODY if news else sourced(owners)  # "İsrail'in saldırı haberleri": papers have news, states are in them


def first_part(layout: Layout, mentions: Mentions, making: int, at: int) -> list[Mention]:
    """Whose the text is by the first part of its name, wherever it was printed ("televizyonda yayımlanan | Kenya Sağlık Bakanlığı açıklamasında")."""
    body = mentions.at(at - 1) if at - 1 > making else None
    owns = body is not None and body.first > making and body.last == at and body.case == "nom" and isinstance(body.entity, Organisation)
    return [body] if body is not None and owns and possessed(layout.tokens[at]) else []


def is_spoken_of(layout: Layout, at: int) -> bool:
    """Do others speak of the text ("yayımlanan bildirinin önemli olduğu", not "raporunun sonuç bölümünde")?"""
    if not all(form.case == "gen" for form in layout.tokens[at].forms):
        return False
    part = next((t.form for t in layout.tokens[at + 1 : at + 4] if t.form.case != "nom" or t.form.possessive), None)
    return part is None or part.case != "loc"


NEAR_ACCOUNT: Final = 14  # words before the text that came from an account among which its owner stands
RESTING: Final = 20  # words before "dayandırdığı haberde"
NEWS: Final = 7  # words before "haberde" among which stands whose it is


def press_of(layout: Layout, mentions: Mentions, at: int, low: int) -> Voice:
    """The outlet or press whose news the word at token `at` is ("Kenya basınında çıkan haberde", "ordu radyosunun haberinde")."""
    level = layout.tokens[at].quote
    rests = layout.tokens[at - 1].form if at > low else None
    rests_on = rests is not None and rests.lemma in ("dayandır", "dayan") and rests.suffix == "dik"  # "gazetesinin 8 kaynağa dayandırdığı haberine"
    for token in reversed(layout.tokens[max(low, at - (RESTING if rests_on else NEWS)) : at]):
        other = mentions.at(token.index) if not is_press_noun(token) else None
        if token.kind == "punct" or token.quote != level or (other is not None and not (rests_on and is_rested_on(layout, other, at))):
            return NOBODY
        if is_press_noun(token) and holds_news(layout, token, at):
            bare = past_acronym(layout, token.index, low)  # "X (Y) gazetesinin"
            marked = layout.tokens[token.index - 1].text in MARKS  # "“X” sitesinin haberi"
            known = mentions.at(token.index - 2 if marked else token.index if bare == token.index else bare - 1)
            found = sourced([known]) if known is not None and known.actor else described_press(layout, token, low)
            return Voice(found.actors, found.spans, found.how, found.confidence, at + 1)
    return NOBODY


def is_rested_on(layout: Layout, mention: Mention, at: int) -> bool:
    """Is it one on whose words the news before token `at` rests, and not its writer ("muhabiri X'in | bir kaynağa dayandırdığı haberine")?"""
    return mention.case != "gen" or spent(layout, mention.last, at - 1)


def is_press_noun(token: Token) -> bool:
    return any(f.lemma in reporting().outlets or f.lemma in reporting().press for f in token.forms[:2]) and not token.form.verb_form


def holds_news(layout: Layout, token: Token, at: int) -> bool:
    """Does the press word own the news, or does it stand there ("basınındaki haberde", "gazetede yer alan haberde", "medyaya yansıyan haberde")?"""
    if token.form.case == "gen" or token.low.endswith("ki"):
        return not any(t.form.verb_form for t in layout.tokens[token.index + 1 : at]) or token.form.case == "gen"
    stands = layout.tokens[at - 1].form
    shown = stands.suffix == "an" and (stands.lemma in ("çık", "yansı", "yayımlan", "yayınlan", "geç") or stands_in(layout, at - 1))
    return shown and token.form.case in ("loc", "dat", "abl")


def described_press(layout: Layout, token: Token, low: int) -> Voice:
    end = own_end(token) if not token.low.endswith("ki") else token.end - len("ndaki" if token.form.possessive else "daki")
    span = Span(layout.tokens[phrase_start(layout, token.index, low)].start, end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.8)


def joint_owners(layout: Layout, mentions: Mentions, low: int, high: int) -> list[Mention]:
    """States or bodies in one list that owns what stands before token `high` ("A, B ve C'nin yayımladığı", "A ve B'nin ortak açıklaması")."""
    found = nearest(layout, mentions, low, high, ("gen",), 12)
    if not found or isinstance(found[0].entity, Person) or not any(t.low == "ortak" for t in layout.tokens[found[-1].last : high + 1]):
        return []
    chain = [found[0]]
    while chain[0].first - 1 > low and layout.tokens[chain[0].first - 1].low in ("ve", ","):
        before = mentions.at(chain[0].first - 2)
        if before is None or before.last != chain[0].first - 1 or before.case != "nom" or isinstance(before.entity, Person):
            break
        chain.insert(0, before)
    return [*chain, *found[1:]]


def named_owner(token: Token) -> bool:
    """A capitalised genitive that is nobody known to the article ("DPA’nın haberinde")."""
    return token.capital and token.base_end < token.end and token.form.case == "gen"


def names_office(token: Token) -> bool:
    """A body called by the office that it is, as owner of a text ("Cumhurbaşkanlığı | açıklamasında")?"""
    return token.capital and token.form.case in ("nom", "") and token.base_end == token.end and token.low.endswith(OFFICES)


def sourced(found: list[Mention]) -> Voice:
    return voice(found, "source", 0.85) if found else NOBODY


def maker(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Who made the text: "X'ten yapılan", "X'te yer alan", "X'in yayımladığı", "X, … yaptığı açıklamada"."""
    if stands_in(layout, making) and (held := nearest(layout, mentions, low, making, ("loc",), 8)):
        return sourced(held)
    if stands_in(layout, making) and (outlet := unnamed_outlet(layout, mentions, low, making)):
        return outlet
    if layout.tokens[making].form.lemma in ("taşı", "imzala"):
        return signers(layout, mentions, low, making)
    if layout.tokens[making].form.passive or layout.tokens[making].form.lemma == "gel":
        if unknown := unknown_agent(layout, mentions, low, making):
            return unknown
        known = sourced(issuer(layout, mentions, low, making))
        known = known or account_owner(layout, mentions, low, making) or unnamed_origin(layout, mentions, low, making)
        return known or described_agent(layout, low, making, layout.tokens[making].quote)
    quote = layout.tokens[making].quote
    subject = main_subject(layout, mentions, low, making, quote)
    if layout.tokens[making].form.suffix == "dik" and (joint := joint_owners(layout, mentions, low, making)):
        return sourced(joint)
    if not subject and (officers := officers_before(layout, low, making)):
        return officers
    if layout.tokens[making].form.suffix == "dik" and not subject:
        named = sourced(nearest(layout, mentions, low, making, ("gen",), 12)) or common_subject(layout, low, making, quote)
        return named or unnamed_maker(layout, low, making)
    return sourced(subject)


def signers(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Whose signature a text bears ("eski subayların imzasını taşıyan | mektupta", "X'in imzaladığı")."""
    signed = layout.tokens[making - 1] if making > low else layout.tokens[making]
    at = making - (signed.form.lemma == "imza")
    if layout.tokens[making].form.lemma == "taşı" and at == making:
        return NOBODY
    if layout.tokens[making].form.suffix == "an" and at == making:
        return sourced(issuer(layout, mentions, low, making)) or described_agent(layout, low, making, layout.tokens[making].quote)
    return sourced(nearest(layout, mentions, low, at, ("gen",), 4)) or unnamed_maker(layout, low, at)


def signer_at(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """Who has signed a text, by the name that ends with token `at` ("Berit Holm | imzalı genelgede")."""
    known = mentions.at(at)
    if known is not None:
        return sourced([known] if known.actor and known.last == at + 1 else [])
    first = at
    while first > low and is_bare_name(layout.tokens[first - 1]) and mentions.at(first - 1) is None:
        first -= 1
    if first == at or not is_bare_name(layout.tokens[at]):
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[at].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def officers_before(layout: Layout, low: int, making: int) -> Voice:
    """Officers of several states whose text it is ("Norveç ve Danimarka dışişleri bakanları yaptıkları … açıklamada")."""
    for at in range(low, making):
        end = officers_end(layout, at) if layout.tokens[at].capital else -1
        if 0 < end <= making <= end + 3 and not any(t.kind == "punct" or t.form.case == "gen" for t in layout.tokens[end:making]):
            span = Span(layout.tokens[at].start, layout.tokens[end - 1].end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.8)
    return NOBODY


def unknown_agent(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body nobody knows that lets a text out ("İngiltere Deniz Ticaret Operasyonları (UKMTO) tarafından | yapılan")."""
    by = next((t.index for t in layout.tokens[max(low, making - 3) : making] if t.low == "tarafından"), -1)
    at = by - 1
    if at > low and layout.tokens[at].text == ")":
        at = next((t.index for t in reversed(layout.tokens[max(low, at - 4) : at]) if t.text == "("), low) - 1
    if at < low or by < 0 or not layout.tokens[at].capital or mentions.at(at) is not None:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, at, low)].start, layout.tokens[at].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def account_owner(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body nobody knows whose account the text comes from ("KENCOM'un, ABD merkezli X şirketinin platformundaki hesabından | yapılan")."""
    tokens = layout.tokens
    if not any(t.form.lemma == "hesap" and t.form.case == "abl" for t in tokens[max(low, making - 3) : making]):
        return NOBODY
    for token in reversed(tokens[max(low, making - NEAR_ACCOUNT) : making]):
        if mentions.at(token.index) is None and (named_owner(token) or (token.capital and is_holder(layout, token.index))):
            span = Span(tokens[capitals_start(layout, mentions, token.index, low)].start, token.base_end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)
    return NOBODY


def capitals_start(layout: Layout, mentions: Mentions, at: int, low: int) -> int:
    """Where the capitals begin that nobody knows and that end with token `at`."""
    while at > low and is_bare_name(layout.tokens[at - 1]) and mentions.at(at - 1) is None:
        at -= 1
    return at


ABLATIVES: Final = frozenset(("den", "dan", "nden", "ndan"))  # behind a mark that closes a name


def unnamed_origin(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A body that the article does not name in full: "Valilikten gelen", "Genelkurmay’dan (konuyla ilgili) yapılan"."""
    for token in reversed(layout.tokens[max(low, making - 6) : making]):
        if token.low.startswith("taraf"):
            break  # "… tarafından yapılan": somebody's
        if token.low in ABLATIVES and (named := name_before(layout, token.index, token.index)) is not None:
            return Voice((Unnamed(named.of(layout.text), named),), (named,), "source", 0.75)
        if token.form.case == "abl" and not token.form.verb_form and mentions.at(token.index) is None:
            return body_at(layout, mentions, low, token)
    return NOBODY


def body_at(layout: Layout, mentions: Mentions, low: int, token: Token) -> Voice:
    """The body that a token in the ablative names, or whose office it is ("SMDK basın ofisinden", "BM Sözcülüğünden")."""
    if token.form.possessive == "3sg":
        owner = next((m for m in reversed(mentions.within(max(low, token.index - 3), token.index)) if m.actor and m.case in ("nom", "gen")), None)
        held = owner is not None and owner.kind == "office" and owner.last == token.index  # "Genel Sekreter | Sözcülüğü'nden": a body
        if owner is not None and not held and not isinstance(owner.entity, State):
            return sourced([owner])
    own = token.base_end if token.base_end < token.end else token.end - (4 if token.form.possessive == "3sg" else 3)
    office = token.low[: own - token.start].endswith(OFFICES) or fold(token.form.lemma) in reporting().speakers
    owned = bool(token.form.possessive) and layout.tokens[token.index - 1].capital  # "Kuzey Hava Yollarından"
    named = token.capital and (own == token.base_end or owned)
    if not office and not named:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, token.index, low)].start, own)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def unnamed_maker(layout: Layout, low: int, making: int) -> Voice:
    """Who makes the text, right before the participle and without a name ("araştırma kuruluşlarının yayımladığı")."""
    token = layout.tokens[making - 1]
    if making <= low or token.form.case != "gen" or token.form.lemma not in reporting().speakers:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, making - 1, low)].start, genitive_base(token))
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.75)


def unnamed_outlet(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """A name in the locative right before what is published in it, known to nobody ("Nordposten'de yayımlanan")."""
    token = layout.tokens[making - 1]
    if making <= low or not token.capital or token.form.case != "loc" or token.base_end == token.end or mentions.at(making - 1) is not None:
        return NOBODY
    span = Span(token.start, token.base_end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "source", 0.7)


def stands_in(layout: Layout, making: int) -> bool:
    """Does the participle say where a text stands: "yer alan", "çıkan", "yayımlanan"?"""
    form = layout.tokens[making].form
    told = form.passive and "caus" not in form.voice  # a study "gerçekleştirilen" in a country is not its own
    return form.suffix == "an" and (layout.tokens[making - 1].low == "yer" or form.lemma == "çık" or told)


def made_after(layout: Layout, at: int) -> int:
    """Index of the verb of making after a text noun ("açıklama yaptı", "rapor yayımlandı"), or -1."""
    after = layout.tokens[at + 1] if at + 1 < len(layout.tokens) else None
    if after is None or not after.form.verb_form or not reporting().makes(after.form) or after.form.negative:
        return -1  # "açıklama yapılmadı": there is none
    return at + 1


def made_by(layout: Layout, mentions: Mentions, low: int, at: int, passive: bool) -> Voice:
    """Who makes the text in "X açıklama yaptı", "X'ten açıklama yapıldı"."""
    if passive:
        return sourced(nearest(layout, mentions, low, at, ("abl", "agent", "source"), 25))
    quote = layout.tokens[at].quote
    return sourced(main_subject(layout, mentions, low, at, quote)) or common_subject(layout, low, at, quote) or officers_in(layout, mentions, low, at)


def making_before(layout: Layout, at: int, low: int) -> int:
    """Index of the participle of making before a text noun ("yapılan yazılı açıklama"), or -1."""
    level = layout.tokens[at].quote
    words = 0
    for index in range(at - 1, max(low, at - 40) - 1, -1):
        token = layout.tokens[index]
        if token.quote != level or token.text in "\"“”'‘’«»":
            continue
        words += token.low != "başlıklı"  # "yapılan “…” başlıklı açıklama"
        if token.kind != "word" or words > 4:
            return -1
        form = token.form
        if form.verb_form == "participle":
            return index if reporting().makes(form) else -1
    return -1


def nearest(layout: Layout, mentions: Mentions, low: int, high: int, roles: tuple[str, ...], reach: int) -> list[Mention]:
    """The nearest actor before token `high` in one of these roles that no other noun has taken; whose account it is, not on what platform."""
    quote, platform = layout.tokens[high].quote, False
    for mention in reversed(mentions.within(max(low, high - reach), high)):
        if not mention.actor or layout.tokens[mention.first].quote != quote:
            continue
        if is_platform(mention):
            platform = True
            continue
        part = role(layout, mentions, mention)
        if part == "gen" and "source" in roles and (platform or is_account(layout, mention.last)):
            part = "source"
        elif part == "gen" and "loc" in roles and is_on_page(layout, mention.last):
            part = "loc"
        elif "source" in roles and is_holder(layout, mention.last - 1):
            part = "source"
        if part in roles and not (part == "gen" and not is_outlet(layout, mention) and spent(layout, mention.last, high)):
            return with_conjuncts(layout, mentions, chain_start(layout, mentions, mention))
    return []


def is_on_page(layout: Layout, at: int) -> bool:
    """"X'in | internet sitesinde", "X'in | hesabında": the owner speaks on it."""
    return any(f.lemma in reporting().accounts and f.case == "loc" for t in layout.tokens[at : at + 3] for f in t.forms[:2])


def is_holder(layout: Layout, at: int) -> bool:
    """Is the word at token `at` that to which an account belongs ("X'e ait hesaptan")?"""
    return layout.tokens[at].form.case == "dat" and at + 1 < len(layout.tokens) and layout.tokens[at + 1].low == "ait"


def is_platform(mention: Mention) -> bool:
    """Is it where people post, and not who posts ("ABD merkezli X şirketinin platformundaki hesabından")?"""
    return isinstance(mention.entity, Organisation) and fold(mention.entity.name) in reporting().platforms


def issuer(layout: Layout, mentions: Mentions, low: int, making: int) -> list[Mention]:
    """Who issues a text that was made: the agent, whatever platform it is let out on ("X Bakanlığınca, Y şirketinin ağından | yapılan")."""
    agent = nearest(layout, mentions, low, making, ("agent",), 20)
    if agent and all(t.form.verb_form in ("", "verbal_noun") for t in layout.tokens[agent[-1].last : making]):
        return agent
    return nearest(layout, mentions, low, making, ("abl", "agent", "source"), 12)


def is_outlet(layout: Layout, mention: Mention) -> bool:
    """Is it a newspaper, an agency, a station: reports are its own ("X gazetesinin … haberinde")?"""
    last = layout.tokens[mention.last - 1 : mention.last + 1]
    return any(f.lemma in reporting().outlets for t in last for f in t.forms[:2])


def is_account(layout: Layout, at: int) -> bool:
    """"X'in (sosyal medya) hesabından", "X'in sözcüsü tarafından": the owner speaks through it."""
    if layout.tokens[at].text == "(":
        at += 3  # "X'in (ABC) hesabından"
    return any(f.lemma in reporting().accounts for t in layout.tokens[at : at + 3] for f in t.forms[:2])


def spent(layout: Layout, low: int, high: int) -> bool:
    """Has a genitive been taken by a possessed noun or a clause before token `high` ("İsrail'in saldırılarına ilişkin … haber")?"""
    before = layout.tokens[high - 1].form
    if layout.tokens[low].text == "," or (before.suffix == "dik" and before.lemma in reporting().rests):
        return False  # "X'in yetkililerine dayandırdığı | haberinde": it is the subject of what tells the text
    waiting = 0  # genitives between, which what is possessed takes first ("X'in olağanüstü halin kaldırılmasına … açıklaması")
    level = layout.tokens[low - 1].quote if low else -1
    for token in layout.tokens[low:high]:
        form = token.form
        if token.quote != level or form.lemma == "kendi":
            continue
        if low < token.index and form.possessive and is_names_own(layout.tokens[token.index - 1], token):
            waiting += form.case == "gen"
            continue
        if form.possessive in ("3sg", "3pl") and not (form.verb_form == "participle" and form.lemma in reporting().rests):
            if not waiting:
                return True
            waiting -= not is_relative(layout, token)
        waiting += form.case == "gen"
    return False


def is_relative(layout: Layout, token: Token) -> bool:
    """Does the participle stand before a noun of its own, so that its subject may go on ("ordusunun | işgal ettiği alanlardan çekilmesi")?"""
    after = layout.tokens[token.index + 1].form if token.index + 1 < len(layout.tokens) else token.form
    return token.form.verb_form == "participle" and token.form.case == "nom" and after.pos in ("NOUN", "ADJ") and not after.verb_form


def is_names_own(before: Token, token: Token) -> bool:
    """Is the possessor in the name itself ("Hürmüz | Boğazı'nın", "İsrail | ordusunun")?"""
    if not before.capital or before.base_end < before.end:
        return False
    return (before.form.pos == "PROPN" and before.form.case == "nom") or (token.capital and token.base_end < token.end)


def waiting_owner(layout: Layout, mentions: Mentions, low: int, high: int) -> list[Mention]:
    """The last genitive before token `high` that nothing has taken: the subject of what follows ("Y'nin … belirtmesine karşılık X'in …")."""
    for mention in reversed(mentions.within(low, high)):
        if mention.actor and role(layout, mentions, mention) == "gen" and not spent(layout, mention.last, high):
            return with_conjuncts(layout, mentions, mention)
    return []


def source_in(layout: Layout, mentions: Mentions, low: int, high: int, quote: int = -1) -> Voice:
    """The declared source among tokens [low, high): whose text is spoken of there."""
    for at in range(low, high):
        token = layout.tokens[at]
        if token.quote == quote and is_text(token) and not is_topic(layout, at + 1):
            found = source_at(layout, mentions, at, low)
            if found:
                return found
    return NOBODY


OFFICES: Final = (*LIK, "lığı", "liği", "luğu", "lüğü")


def is_topic(layout: Layout, at: int) -> bool:
    """Is the text before token `at` only spoken about ("X'in açıklamaları ile ilgili olarak")?"""
    return any(t.low in CONCERNING for t in layout.tokens[at : at + 2])


def recalls_text(layout: Layout, low: int, high: int) -> bool:
    """Does a bare "açıklamada", "haberde" take up the text spoken of before?"""
    return any(map(is_taken_up, layout.tokens[low:high]))


def is_taken_up(token: Token) -> bool:
    """Is it a text in the locative ("açıklamada")?"""
    return is_text(token) and token.quote < 0 and any(f.case == "loc" for f in token.forms)


def text_called(layout: Layout, mentions: Mentions, sentence: Sentence, called: str) -> Voice:
    """Whose the text is that a sentence calls so."""
    tokens = layout.tokens
    for token in reversed(tokens[sentence.first : sentence.last]):
        if token.form.lemma == called and token.quote < 0 and is_text(token):
            low = next((t.index for t in reversed(tokens[sentence.first : token.index]) if t.low == "göre"), sentence.first)
            return source_at(layout, mentions, token.index, low)
    return NOBODY


def recalls_news(layout: Layout, low: int, high: int) -> bool:
    """Is it news that is taken up ("Haberde, …"), which papers and agencies have?"""
    return any(t.form.lemma == "haber" and t.form.case == "loc" and t.quote < 0 for t in layout.tokens[low:high])


def recalls_charge(layout: Layout, sentence: Sentence) -> bool:
    """Is it a text that only bodies write ("Hazırlanan iddianamede, …")?"""
    return any(t.form.lemma in reporting().charges and t.form.case == "loc" and t.quote < 0 for t in layout.tokens[sentence.first : sentence.last])


def outlets_in(layout: Layout, mentions: Mentions) -> list[Mention]:
    """Where papers, agencies and stations are named: known ones, and those that a word beside them calls so at least once."""
    called = {m.entity for m in mentions.all if isinstance(m.entity, Organisation) and (is_called_outlet(layout, m) or is_known_outlet(m.entity))}
    return [m for m in mentions.all if m.actor and m.entity in called]


def is_called_outlet(layout: Layout, mention: Mention) -> bool:
    """Does a word right before or behind the name say that it is an outlet ("resmi ajansı X", "X gazetesi")?"""
    before = layout.tokens[mention.first - 1] if mention.first else None
    return is_outlet(layout, mention) or (before is not None and any(f.lemma in reporting().outlets for f in before.forms[:2]))


def is_known_outlet(body: Organisation) -> bool:
    """Is it one of the list, or called so by its name? An agency may be of other things ("Atom Enerjisi Ajansı")."""
    name = fold(body.name)
    last = name.split()[-1]
    named = last.startswith(reporting().press) and (not last.startswith("ajans") or "haber" in name)
    return named or name in reporting().outlet_names


def only_tells(layout: Layout, actor: Actor) -> bool:
    """Is it an outlet ("The Times gazetesi", "Kenya basını"), known or called so where it is named? It tells of what others do and want."""
    if isinstance(actor, Unnamed):
        word = fold(actor.text.split()[-1])
        return word.startswith(tuple(reporting().outlets)) and not word.startswith("gazeteci")
    return isinstance(actor, Organisation) and (is_known_outlet(actor) or any(is_called_so(layout, span) for span in actor.mentions))


def is_called_so(layout: Layout, span: Span) -> bool:
    """Does the word right before or behind a name say that it is an outlet ("ajansı X", "X gazetesi"), or that it has news ("X'in haberinde")?"""
    first, last = layout.token_at(span.start), layout.token_at(span.end)
    before = [f for token in layout.tokens[max(first - 1, 0) : first] for f in token.forms[:2] if f.case == "nom"]
    behind = [f for token in layout.tokens[last : last + 1] for f in token.forms[:2]]
    news = any(f.lemma == "haber" and f.possessive == "3sg" and f.case in ("loc", "dat") for f in behind)
    return news or any(f.lemma in reporting().outlets and f.possessive == "3sg" for f in (*before, *behind))  # "AB'ye sitem" is no "site"


def is_press(actor: Actor) -> bool:
    """Is it an outlet or a press that the article gives no more than a description of ("Kenya basını", "Nordposten")?"""
    words = actor.text.split() if isinstance(actor, Unnamed) else []
    last = fold(words[-1]) if words else ""
    if not words or last.startswith(reporting().press):
        return bool(words)
    people = last.removesuffix("lar").removesuffix("ler") in reporting().speakers  # "Kaynaklar" that open a sentence
    return not people and all(word[0].isupper() for word in words)


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
        return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.85, at + 1)
    return NOBODY


def called(layout: Layout, first: int, at: int) -> Span | None:
    """What those are called who are told as no more than that ("“Kuzey Yolu” | adlı örgüt", "Kuzey Yolu | isimli site")."""
    call = next((t.index for t in layout.tokens[first:at] if t.low in ("adlı", "isimli")), 0)
    return name_before(layout, call, first) if call > 0 else None


def name_before(layout: Layout, at: int, low: int) -> Span | None:
    """The name in marks, or in capitals, that ends right before token `at`."""
    before = layout.tokens[at - 1]
    if before.text in MARKS and at > 1 and layout.tokens[at - 2].quote >= 0:
        return layout.quotations[layout.tokens[at - 2].quote].span
    capitals = at
    while capitals > low and is_bare_name(layout.tokens[capitals - 1]):
        capitals -= 1
    return Span(layout.tokens[capitals].start, before.end) if capitals < at else None


def pair_start(layout: Layout, first: int, low: int, case: str) -> int:
    """Where two kinds of people begin that are told together ("onlarca hasta ve | yaralı"), else `first`."""
    other = layout.tokens[first - 2] if first - 2 >= low and layout.tokens[first - 1].low == "ve" else None
    paired = other is not None and case == "nom" and other.form.lemma in reporting().speakers and other.form.case == "nom"
    return phrase_start(layout, first - 2, low) if paired and other is not None and not other.form.verb_form else first


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


def genitive_base(token: Token) -> int:
    """Where a genitive ends without its ending ("gazeteci|nin", "muhabiri|nin", "bakanlar|ın")."""
    form = token.form
    return token.end - len("nin" if form.possessive or (form.number == "sg" and form.lemma[-1] in "aeıioöuü") else "in")


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
    span = Span(layout.tokens[first].start, genitive_base(layout.tokens[at]))
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.8, at + 1)


ANNOUNCES = frozenset(("şunları", "şunu", "şöyle"))


def sets_off(after: Token, quote: int) -> bool:
    """Does the token behind a noun show that it is a subject: a mark, "da", "ise", "şunları (da) söyledi"?"""
    return after.low in (",", "da", "de", "ise", "ayrıca") or after.low in ANNOUNCES or after.quote != quote or after.kind == "punct"


def unknown_name(layout: Layout, at: int, high: int) -> Voice:
    """A capitalised word that is nobody known to the article, right after the participle it is the head of ("aktaran Maliki, …")."""
    last = at
    while last < min(at + 4, high) and is_bare_name(layout.tokens[last]):
        last += 1
    if last == at or last >= high or layout.tokens[last].kind != "punct":
        return NOBODY
    span = Span(layout.tokens[at].start, layout.tokens[last - 1].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, last)


def unknown_owner(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """A name in the genitive that is nobody known to the article, with the capitals before it ("Connie Bergström'ün … dediğini")."""
    for at in range(high - 1, low, -1):
        token = layout.tokens[at]
        owned = token.capital and token.form.case == "gen" and token.form.possessive == "3sg"  # "Dava Dairesinin"
        if token.quote != level or not (owned or named_owner(token)) or mentions.at(at) is not None:
            continue
        if layout.tokens[at - 1].capital or (not owned and owns_alone(layout, at, high, level)):
            start = layout.tokens[capitals_start(layout, mentions, at, low)].start
            span = Span(start, token.end - len("nin") if owned else token.base_end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, at + 1)
    return NOBODY


def owns_alone(layout: Layout, at: int, high: int, level: int) -> bool:
    """Does a single name open the inner clause as its only genitive ("Ekman, | Dahl'ın kendisine “…” dediğini")?"""
    return layout.tokens[at - 1].text == "," and not any(t.form.case == "gen" and t.quote == level for t in layout.tokens[at + 1 : high])


def authority(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """Who stands before "göre" at token `at`: a person, body or outlet, a nation's press, or the owner of a text."""
    if at - 3 > low and layout.tokens[at - 1].text == ")" and layout.tokens[at - 3].text == "(":
        at -= 3  # "Birleşmiş Milletlere (BM) | göre"
    token = layout.tokens[at - 1]
    mention = mentions.at(at - 1)
    if mention is not None and mention.actor and mention.case == "dat":
        return voice(with_conjuncts(layout, mentions, mention), "according", 0.85)
    if mention is None and (unknown := unknown_authority(layout, mentions, low, at - 1)):
        return unknown
    if token.form.lemma == "haber" and (press := press_of(layout, mentions, at - 1, low)):
        return Voice(press.actors, press.spans, "according", 0.8)
    told = token.form.lemma == "bilgi" and token.form.possessive == "3sg"  # "BM bilgilerine | göre"
    owned = (told or is_text(token)) and mentions.at(at - 2) is not None and text_owner(layout, mentions, low, at)
    if owned:
        return owned
    if token.form.lemma in reporting().speakers and token.form.case == "dat" and token.form.possessive == "3sg":
        span = Span(layout.tokens[phrase_start(layout, at - 1, low)].start, token.end - len("na"))
        return Voice((Unnamed(span.of(layout.text), span),), (span,), "according", 0.7)
    if token.form.lemma == "bilgi" and (informed := informer(layout, mentions, low, at)):
        return informed
    claimed = token.form.lemma in reporting().findings and token.form.possessive.startswith("3")  # "yetkililerin iddialarına | göre"
    if any(f.lemma in reporting().mute for f in token.forms) or not (is_text(token) or claimed or token.form.verb_form == "participle"):
        return NOBODY
    source = nations_press(layout, mentions, low, at) or text_owner(layout, mentions, low, at) or issued(layout, mentions, low, at)
    tells = token.form.verb_form == "participle" and token.form.suffix == "dik" and at - 2 >= low
    return source or (unnamed_maker(layout, low, at - 1) if tells or claimed else NOBODY)  # "görgü tanıklarının anlattığına göre"


def unknown_authority(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """A name at token `at` that is nobody known to the article, by its apostrophe no word of the language ("Nils Ek'e | göre")."""
    token = layout.tokens[at]
    if token.form.pos != "PROPN" or token.form.case != "dat" or token.form.possessive or token.base_end == token.end or token.base[-1].isupper():
        return NOBODY
    span = Span(layout.tokens[capitals_start(layout, mentions, at, low)].start, token.base_end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "according", 0.7)


COUNTS: Final = 5  # words before "verilerine" among which stands whose they are


def counter(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """The body or outlet whose own figures the noun at token `at` names ("Sağlık Bakanlığının son verilerine | göre", "Uçuş24 sitesinin")."""
    noun = layout.tokens[at].form
    if noun.lemma not in reporting().counted or not noun.possessive.startswith("3"):
        return NOBODY
    if press := press_of(layout, mentions, at, low):
        return Voice(press.actors, press.spans, "according", 0.8)
    for token in reversed(layout.tokens[max(low, at - COUNTS) : at]):
        mention = mentions.at(token.index)
        if mention is not None:
            owns = isinstance(mention.entity, Organisation) and mention.case in ("nom", "gen") and not is_governed(layout, mentions, mention)
            return voice([mention], "according", 0.75) if owns else NOBODY
        if token.form.verb_form or token.form.case in ("dat", "loc", "abl", "acc"):
            break
    return NOBODY


def informer(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """Who passed on, or of whom was had, the information before token `at` ("… aktardığı bilgilere | göre", "… alınan bilgiye | göre")."""
    told = passed_on(layout, mentions, low, at - 2) if at - 2 > low else NOBODY
    return told or (informants(layout, mentions, low, at - 2) if layout.tokens[at - 1].form.case == "dat" else NOBODY)


def issued(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """Who let out the text before token `at`, where nobody known did ("Valilikten yapılan açıklamaya göre")."""
    making = making_before(layout, at - 1, low)
    if making < 0 or not (layout.tokens[making].form.passive or layout.tokens[making].form.lemma == "gel"):
        return NOBODY
    told = unnamed_origin(layout, mentions, low, making)
    return Voice(told.actors, told.spans, "according", 0.75) if told else NOBODY


def passed_on(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Who passed information on, before the participle at `making` ("X'in AA'ya verdiği bilgilere göre"); an agency only gathers it."""
    form = layout.tokens[making].form
    gathered = form.lemma in ("derle", "edin", "topla", "al", "et") and layout.tokens[making - 1].low != "yer"
    if form.suffix not in ("dik", "an") or gathered:
        return NOBODY
    given = sourced(nearest(layout, mentions, low, making, ("gen",), GIVEN)) or given_by(layout, mentions, low, making)
    told = given or maker(layout, mentions, low, making)
    return Voice(told.actors, told.spans, "according", 0.75) if told else NOBODY


def given_by(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Who has no name and gave information to somebody ("bakanlıktan bir kaynağın X Ajansı'na | verdiği")."""
    for token in reversed(layout.tokens[max(low + 1, making - GIVEN) : making]):
        if token.form.case == "gen" and mentions.at(token.index) is None and (told := unnamed_maker(layout, low, token.index + 1)):
            return told
    return NOBODY


def informants(layout: Layout, mentions: Mentions, low: int, making: int) -> Voice:
    """Of whom information was had, before the participle at `making` ("hükümet kaynaklarından edinilen bilgiye göre")."""
    form = layout.tokens[making].form
    if making <= low or form.suffix != "an" or form.lemma not in ("edin", "al", "et", "derle") or not form.passive:
        return NOBODY
    at = making - (form.lemma == "et")  # "elde edilen"
    if found := nearest(layout, mentions, low, at, ("abl",), 3):
        return voice(found, "according", 0.8)
    token = layout.tokens[at - 1]
    if token.form.case != "abl" or token.form.lemma not in reporting().speakers:
        return NOBODY
    span = Span(layout.tokens[phrase_start(layout, at - 1, low)].start, token.end - len("ndan" if token.form.possessive else "dan"))
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "according", 0.75)


def authority_in(layout: Layout, mentions: Mentions, low: int, high: int, quote: int = -1) -> Voice:
    """The authority of the first "X'e göre" among tokens [low, high)."""
    at = next((t.index for t in layout.tokens[low:high] if t.low == "göre" and t.quote == quote), low)
    return authority(layout, mentions, low, at) if at > low else NOBODY


def text_owner(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """The possessor of "haberine", "aktardığına", "açıklamasına" (göre)."""
    for mention in owners_in_turn(layout, mentions, low, at):
        part = role(layout, mentions, mention)
        between = layout.tokens[mention.last : at]
        held = part == "loc" and any(t.form.suffix == "an" and stands_in(layout, t.index) for t in between)
        owns = (part in ("gen", "modifier", "nom", "abl", "agent") and not is_governed(layout, mentions, mention)) or held  # "Oslo merkezli gazete"
        if mention.actor and owns and not (part != "abl" and any(t.form.lemma in ("derle", "edin") for t in between)):
            return voice([mention], "according", 0.8)
    return NOBODY


FAR: Final = 12  # words before "göre" among which stands who tells it
GIVEN: Final = 5  # words before "verdiği" among which stands who gave it


def owners_in_turn(layout: Layout, mentions: Mentions, low: int, at: int) -> list[Mention]:
    """Who may own the text before token `at`, the nearest first; where it rests on another's ("X'in Y'nin sözlerine dayandırdığı"), X alone."""
    told = layout.tokens[at - 1].form.suffix == "dik"
    tellers = [m for m in mentions.within(max(low, at - FAR), at) if told and m.actor and m.case == "gen"]
    if tellers:
        return tellers[-1:]  # "X'in Oslo merkezli Y'ye dayanarak bildirdiğine | göre"
    first = next((t.index for t in layout.tokens[max(low, at - 4) : at] if t.form.lemma in ("dayandır", "dayan") and t.form.suffix == "dik"), -1)
    owners = [m for m in mentions.within(low, first) if m.actor and m.case == "gen" and not isinstance(m.entity, State)] if first > low else []
    if len(owners) > 1 and layout.tokens[first - 1].form.possessive and owners[-1].last >= first - 2:
        return owners[-2:-1]
    return owners[-1:] or list(reversed(mentions.within(max(low, at - FAR), at)))


def nations_press(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """A nation's press, whose or in which the text is ("Kenya basınında çıkan haberlere göre", "Macar basınının haberine göre")."""
    for noun in reversed(layout.tokens[max(low + 1, at - 12) : at]):
        owner, before = mentions.at(noun.index - 1), layout.tokens[noun.index - 1]
        named = nationality(before) is not None or (owner is not None and isinstance(owner.entity, State))
        if named and noun.form.lemma in ("basın", "medya") and noun.low.endswith(("nda", "nde", "nın", "nin")):
            span = Span(owner.span.start if owner is not None else before.start, noun.end - len("nda"))
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "according", 0.75)
    return NOBODY


def is_mute(layout: Layout, low: int, high: int) -> bool:
    """Is the subject set off there a treaty or a law, which says nothing ("Anlaşma ise … öngörüyor")?"""
    mute = reporting().mute
    for token in layout.tokens[low:high]:
        after = layout.tokens[token.index + 1]
        while after.text in MARKS:
            after = layout.tokens[after.index + 1]
        if token.form.lemma in mute and token.form.case in ("", "nom") and after.low in (",", "ise"):
            return True
    return False


def tells_nothing(layout: Layout, at: int, high: int) -> bool:
    """Is the participle's head, past numbers and adjectives, a thing that says nothing ("teyit eden 1808 sayılı kararına")?"""
    for token in layout.tokens[at : min(at + 5, high)]:
        if any(f.lemma in reporting().mute and not f.verb_form for f in token.forms):
            return True
        after = layout.tokens[token.index + 1].low if token.index + 1 < len(layout.tokens) else ""
        if token.form.pos == "NOUN" and (token.form.possessive or token.form.case != "nom" or after in SET_OFF):
            return False
        if token.kind == "punct" or token.form.verb_form:
            return False
    return False


def national(layout: Layout, low: int) -> Voice:
    """A nation's press or people that opens the sentence without a comma ("İngiliz basını …")."""
    if low + 1 >= len(layout.tokens) or nationality(layout.tokens[low]) is None:
        return NOBODY
    noun = layout.tokens[low + 1]
    if noun.form.lemma not in reporting().speakers or noun.form.case != "nom" or noun.form.verb_form:
        return NOBODY
    span = Span(layout.tokens[low].start, noun.end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, low + 2)


def oblique_head(layout: Layout, at: int, high: int) -> Voice:
    """A common noun about people, in any case, right after the participle it is the head of ("diye soran gazetecilere"), or a people."""
    for token in layout.tokens[at : min(at + 3, high)]:
        if token.text == ",":
            break  # "söyleyen çevreler, | ordunun çekildiğini"
        of_people = token.index == at and token.form.number == "pl" and people_word(token) is not None
        if token.kind == "word" and (of_people or token.form.lemma in reporting().speakers):
            span = Span(token.start, own_end(token))
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, token.index + 1)
    return NOBODY


def plain_head(layout: Layout, at: int, high: int) -> Voice:
    """Any noun phrase of up to three words set off as a subject right after the participle it is the head of ("duyuran yerel platform ise")."""
    for token in layout.tokens[at : min(at + 3, high - 1)]:
        if token.kind != "word" or token.form.verb_form or token.form.case not in ("", "nom"):
            return NOBODY
        if token.form.pos == "NOUN" and token.form.case == "nom" and layout.tokens[token.index + 1].low in SET_OFF:
            span = Span(layout.tokens[at].start, token.end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, token.index + 1)
    return NOBODY


def is_bare_name(token: Token) -> bool:
    return token.capital and token.kind == "word" and token.form.case in ("nom", "")


def past_openers(layout: Layout, at: int, high: int) -> int:
    """After the words that tie a sentence to the one before ("Ancak |", "Buna karşın |")."""
    long_openers = reporting().long_openers
    if layout.low.startswith(long_openers, layout.tokens[at].start):
        opener = next(o for o in long_openers if layout.low.startswith(o, layout.tokens[at].start))
        at += opener.count(" ") + 1
    while at + 1 < high and layout.tokens[at].low in reporting().openers:
        at += 1
    return at if at < high else at - 1


def opening_subject(layout: Layout, mentions: Mentions, low: int, high: int) -> Voice:
    """A nominative noun phrase that opens the sentence and is set off by a comma ("Arabulucular, …")."""
    low = past_openers(layout, low, high)
    low = past_told(layout, mentions, low, high)
    near = mentions.at(low)  # "Kenya hükümetine yakın | güçler, …"
    begins = near.last if near is not None and near.case == "dat" and near.last < high and layout.tokens[near.last].low == "yakın" else low
    for at in range(begins, min(begins + 7, high)):
        token = layout.tokens[at]
        if token.kind == "punct" or (token.low in ("da", "de", "ise") and at > low and all(plain_name(t) for t in layout.tokens[low:at])):
            break
        named = mentions.at(at)
        if named is not None and (named.kind != "place" or at > low or named.last != at + 1):
            return NOBODY  # a town that opens the sentence is somebody called so ("Aydın, “…” dedi")
        partitive = token.form.case == "abl" and plain_name(layout.tokens[at + 1])  # "Muhaliflerden Baradey, …"
        if not plain_name(token) and not partitive and (token.form.verb_form or token.form.case not in ("nom", "gen", "")):
            return NOBODY
    else:
        return NOBODY
    end = at - (at - 1 > low and layout.tokens[at - 1].low in ("da", "de", "ise"))  # "Birçok ülke de, …"
    last = layout.tokens[end - 1]
    plain = at - low <= 2 and all(plain_name(t) for t in layout.tokens[low:end])
    noun = last.form.pos in ("NOUN", "PROPN") and last.form.case == "nom"
    if at == low or token.low not in (",", ":", "da", "de", "ise") or last.form.lemma in reporting().times or not (plain or noun):
        return NOBODY
    span = Span(layout.tokens[low].start, last.end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, at)


def set_off_people(layout: Layout, mentions: Mentions, low: int, high: int, level: int) -> Voice:
    """People of a kind that no list knows, set off before all else ("AA'ya bilgi veren | köy eşrafı ve muhtarlar, …", "Köyün imamları, …")."""
    at = next((t.index for t in layout.tokens[low + 1 : min(low + 25, high)] if t.text == "," and t.quote == level), -1)
    if at < 0 or not may_be_people(layout.tokens[at - 1]):
        return NOBODY
    first = phrase_start(layout, at - 1, low)
    before = layout.tokens[first - 1].form
    led = first > low and (before.suffix in ("dik", "ki") or (before.suffix == "an" and not before.passive))
    several = layout.tokens[at - 1].form.number == "pl" or (led and any(t.low == "bir" for t in layout.tokens[first : at - 1]))
    if not several or not (led or first == past_openers(layout, low, high)) or mentions.within(first, at):
        return NOBODY
    span = Span(layout.tokens[first].start, layout.tokens[at - 1].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, at)


def may_be_people(token: Token) -> bool:
    """May the noun be one for people: in the nominative, of no verb, and none of texts or times?"""
    form, words = token.form, reporting()
    if form.pos != "NOUN" or form.case != "nom" or form.verb_form or form.possessive.startswith(("1", "2")):
        return False
    return form.lemma not in words.texts and form.lemma not in words.times and form.lemma[-2:] not in ("ma", "me", "ış", "iş", "uş", "üş")


def past_told(layout: Layout, mentions: Mentions, low: int, high: int) -> int:
    """Behind the participle that tells to whom or where those come who open the sentence ("Reuters'a konuşan | çevreler, …")."""
    to = mentions.at(low)
    if to is None or to.first != low or to.case != "dat":
        return low
    for token in layout.tokens[to.last : min(to.last + 2, high - 1)]:
        if token.form.verb_form == "participle" and token.form.suffix == "an" and not token.form.passive:
            return token.index + 1
    return low


def trade_and_name(layout: Layout, mentions: Mentions, low: int, high: int, quote: int) -> Voice:
    """A single name behind its bearer's trade, known to nobody ("saldırıdan kurtulan fırıncı Daniel (31) “…” diye anlattı")."""
    for at in range(low + 1, high):
        trade, token = layout.tokens[at - 1], layout.tokens[at]
        if token.quote != quote or not is_new_name(token) or mentions.at(at) is not None or trade.capital or trade.form.case != "nom":
            continue
        last = at + 1
        while last < high and is_new_name(layout.tokens[last]) and mentions.at(last) is None:
            last += 1
        if is_trade(trade) and (layout.tokens[last].kind == "punct" or layout.tokens[last].low in SET_OFF):
            span = Span(token.start, layout.tokens[last - 1].end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.75, last)
    return NOBODY


def is_new_name(token: Token) -> bool:
    return token.capital and token.kind == "word" and token.base_end == token.end and any(f.pos == "PROPN" and f.case == "nom" for f in token.forms)


def is_trade(token: Token) -> bool:
    """May the noun tell what the one named behind it is?"""
    form = token.form
    return form.pos == "NOUN" and form.number == "sg" and not form.possessive and not form.verb_form and form.lemma not in reporting().times


def plural_opening(layout: Layout, mentions: Mentions, low: int, high: int) -> Voice:
    """Several people who open the sentence without a comma ("Rehineler … serbest bırakılmasını talep etti")."""
    token = layout.tokens[low]
    form = token.form
    if form.pos != "NOUN" or form.number != "pl" or form.case != "nom" or form.possessive or mentions.at(low) is not None:
        return NOBODY
    deed = form.lemma[-2:] in ("ma", "me", "ış", "iş", "uş", "üş") or form.lemma in reporting().texts or form.lemma in reporting().times
    if deed or any(t.form.verb_form == "converb" for t in layout.tokens[low + 1 : high]):
        return NOBODY  # "Görüşmeler sürerken …"
    return Voice((Unnamed(token.text, token.span),), (token.span,), "description", 0.6, low + 1)


def plain_name(token: Token) -> bool:
    """A capitalised word without an ending after an apostrophe, which no dictionary explains as a common word."""
    return token.capital and token.base_end == token.end and token.form.pos == "PROPN"


def past_acronym(layout: Layout, at: int, low: int) -> int:
    """Before an acronym in brackets that ends before token `at` ("Birleşmiş Milletler | (BM) yetkilileri"), else `at`."""
    bracketed = at - 3 > low and layout.tokens[at - 1].text == ")" and layout.tokens[at - 3].text == "("
    return at - 3 if bracketed else at


def phrase_start(layout: Layout, at: int, low: int) -> int:
    """Where the noun phrase that ends at token `at` begins: adjectives, numbers, genitives and bare nouns belong to it."""
    quote = layout.tokens[at].quote
    while at > low and at - low < 40:
        at = past_acronym(layout, at, low)
        token = layout.tokens[at - 1]
        form = token.form
        named = token.capital and layout.tokens[at].capital and not token.text.isupper()  # "Birleşmiş Milletler"
        work = form.suffix == "ma" and form.case == "nom" and not form.possessive and bool(layout.tokens[at].form.possessive)  # "arama ekipleri"
        verbal = bool(form.verb_form) and not named and not work
        if names_paper(token, layout.tokens[at]):
            at -= 1
            continue
        if token.low == "ve" and at - 2 >= low and layout.tokens[at].capital and nationality(layout.tokens[at - 2], ("nation",)) is not None:
            at -= 2  # "Kenyalı ve Batılı | yetkililer"
            continue
        outside = token.kind == "punct" or token.quote != quote or verbal or token.low in ("ise", "da", "de")
        if outside or form.case in ("acc", "dat", "loc", "abl", "ins") or form.pos in ("ADV", "CCONJ", "ADP"):
            break
        at -= 1
    return at


def names_paper(token: Token, noun: Token) -> bool:
    """Is it a paper's name, whatever else the word may mean ("Sabah | gazetesi")?"""
    return token.capital and token.base_end == token.end and noun.form.possessive == "3sg" and noun.form.lemma in reporting().outlets


TAKEN_UP: Final = "text taken up"  # how the owner of a text within another's report is known
RUNS_ON: Final = 4  # sentences over which a declared source is taken to hold on without being named again


LEDE: Final = 2  # paragraphs of a report's head, titles among them, whose source may follow


HEAD: Final = 5  # sentences of a head, in texts that have no paragraphs


TURNS: Final = ("bu arada", "öte yandan", "diğer yandan", "diğer taraftan", "öte taraftan")


LONGEST_HEADING: Final = 14  # words


REACH: Final = 6  # sentences over which a left-out subject looks back


def is_background(layout: Layout, sentence: Sentence) -> bool:
    """Does the sentence tell of what went before the report ("duyurmuştu")?"""
    verb = next((t.form for t in reversed(layout.tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
    return verb is not None and verb.tense == "evid" and verb.copula == "past"


def follows_heading(layout: Layout, sentence: Sentence) -> bool:
    """Does a heading stand right before, in a line of its own or in capitals, so that the sentence is a lede again?"""
    before = layout.sentences[sentence.index - 1] if sentence.index > 0 and sentence.quote < 0 else None
    if before is None or before.last - before.first > LONGEST_HEADING or layout.tokens[before.last - 1].kind == "punct":
        return False
    shouted = all(t.text.isupper() for t in layout.tokens[before.first : before.last] if t.kind == "word")
    return shouted or before.paragraph != sentence.paragraph


TOGETHER: Final = 2  # who act together and may be meant by words that name no speaker; of more none is


def is_several(actor: Actor) -> bool:
    """Are they people without a name, in the plural ("yetkililer", "Rus uzmanlar")?"""
    return isinstance(actor, Unnamed) and fold(actor.text).endswith(("ler", "lar", "leri", "ları"))


class Registers:
    """What a report takes as known while it is read: the last agent and the declared source, looked up when asked for."""

    __slots__ = ("crowds", "layout", "mentions", "outlets", "sessions", "sources", "spoken", "subjects")

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self.outlets: list[Mention] | None = None  # looked for when first asked for
        self.sources: dict[int, Voice] = {}
        self.subjects: dict[int, Voice] = {}
        self.crowds: set[int] = set()  # sentences in which many act: none of them is meant later
        self.sessions: dict[int, Voice] = {}  # sentence -> those who met, of whose meeting it tells what was said there
        self.spoken: dict[int, list[Voice]] = {}  # sentence -> who spoke in it, the last one last

    def spoke(self, speaker: Voice, sentence: Sentence, passive: bool) -> None:
        """Remember who has just spoken, and whose text runs on."""
        if speaker.how == SESSION:
            self.sessions[sentence.index] = speaker
        if not speaker or speaker.how == SESSION:
            return
        register = Voice(speaker.actors, speaker.spans, TAKEN_UP if speaker.how == TAKEN_UP else "register", 0.75)
        self.spoken.setdefault(sentence.index, []).append(register)
        if (passive or isinstance(speaker.actors[0], Organisation)) and speaker.how != TAKEN_UP:
            self.sources[sentence.index] = register

    def informed(self, speaker: Voice, sentence: Sentence) -> None:
        """Remember of whom the report has what it goes on to tell ("kaynaklardan alınan bilgiye göre, …. …-diği belirtildi")."""
        if speaker.how != "according" or isinstance(speaker.actors[0], Person | State):
            return
        tokens = self.layout.tokens
        at = next((t.index for t in tokens[sentence.first + 1 : sentence.last] if t.low == "göre"), sentence.first) - 1
        if isinstance(speaker.actors[0], Organisation) or (at > sentence.first and (tokens[at].form.lemma == "bilgi" or is_text(tokens[at]))):
            self.sources[sentence.index] = Voice(speaker.actors, speaker.spans, "register", 0.75)

    def source_of(self, sentence: Sentence) -> Voice:
        """Whose text a sentence speaks of."""
        found = self.sources.get(sentence.index)
        if found is None:
            told = source_in(self.layout, self.mentions, sentence.first, sentence.last)
            found = self.sources[sentence.index] = (self.answerer(sentence) or told) if told else self.condemner(sentence)
        return found

    def answerer(self, sentence: Sentence) -> Voice:
        """The body that answers the words of others: its own are told next ("Bakanlık, X'in açıklamasına tepki gösterdi. Açıklamada, …")."""
        tokens = self.layout.tokens
        verb = next((t for t in reversed(tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
        if verb is None or verb.form.passive or verb.index <= sentence.first + 1:
            return NOBODY
        light = f"{tokens[verb.index - 1].form.lemma} {verb.form.lemma}"
        if verb.form.lemma not in reporting().answers and light not in reporting().answers:
            return NOBODY
        found = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
        return sourced(found) if found and isinstance(found[0].entity, Organisation | State) else NOBODY

    def condemner(self, sentence: Sentence) -> Voice:
        """The body that condemns or greets in a sentence: the text spoken of next is its own ("Bakanlık, saldırıyı kınadı. Açıklamada, …")."""
        done = next((t.form for t in reversed(self.layout.tokens[sentence.first : sentence.last]) if t.form.verb_form == "finite"), None)
        if done is None or done.passive or done.lemma not in reporting().deeds:
            return NOBODY
        found = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
        return sourced(found) if found and isinstance(found[0].entity, Organisation) else NOBODY

    def subject_of(self, sentence: Sentence) -> Voice:
        """Who acts in a sentence: the last who spoke, else the main subject."""
        spoken = self.spoken.get(sentence.index)
        if spoken:
            return spoken[-1]
        found = self.subjects.get(sentence.index)
        if found is None:
            subject = main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)
            told = voice(subject, "register", 0.7) if subject else officers_in(self.layout, self.mentions, sentence.first, sentence.last)
            if len(subject) > TOGETHER:
                told = NOBODY
                self.crowds.add(sentence.index)
            found = self.subjects[sentence.index] = told
        return found

    def agent(self, sentence: Sentence, reach: int) -> Voice:
        """The nearest agent among the sentences before this one."""
        spoken = self.spoken.get(sentence.index)
        if spoken:
            return spoken[-1]
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - reach), -1):
            found = self.subject_of(self.layout.sentences[index])
            if found or index in self.crowds:
                return found
        return NOBODY

    def dropped(self, sentence: Sentence) -> Voice:
        """The agent that a left-out subject means."""
        return self.agent(sentence, REACH)

    def declared(self, sentence: Sentence, standing: bool = False) -> Voice:
        """The source that a passive without one means: declared before, right after, or the agent whose report runs on.

        standing: is it told as something known ("… yaşadığı belirtiliyor")? That has a source only beside it.
        """
        recalled = recalls_text(self.layout, sentence.first, sentence.last)
        if recalled and recalls_news(self.layout, sentence.first, sentence.last):
            return self.outlet(sentence)
        if recalled and (own := self.taken_up(sentence)):
            return Voice(own.actors, own.spans, TAKEN_UP, 0.75)
        fresh = not recalled and follows_heading(self.layout, sentence)
        if fresh and (ahead := self.declared_after(sentence, 1)):
            return ahead
        if not recalled and (source := (self.running(sentence, 1) if standing else NOBODY) or self.beside(sentence)):
            return Voice(source.actors, source.spans, "declared", 0.7)
        if not recalled and not standing and self.turns(sentence):
            return NOBODY
        reach = 4 * RUNS_ON if recalled else 0 if standing else RUNS_ON
        source = self.running(sentence, reach, not recalled and is_background(self.layout, sentence))
        charged = recalls_charge(self.layout, sentence)
        if source and charged and isinstance(source.actors[0], Person):
            return NOBODY
        if source:
            return Voice(source.actors, source.spans, "declared", 0.75)
        if recalled and (agent := self.agent(sentence, 2)) and not (charged and isinstance(agent.actors[0], Person)):
            return Voice(agent.actors, agent.spans, "declared", 0.6)
        return self.declared_after(sentence) if sentence.paragraph <= LEDE and sentence.index <= HEAD else NOBODY

    def taken_up(self, sentence: Sentence) -> Voice:
        """Whose the text is that a sentence takes up by its name, where a paper's report tells of it ("Gazetenin haberine göre X,
        gönderdiği mektupta, …. Mektupta, …")."""
        called = next((t.form.lemma for t in self.layout.tokens[sentence.first : sentence.last] if is_taken_up(t)), "")
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - 4 * RUNS_ON), -1):
            before = self.layout.sentences[index]
            if told := self.source_of(before):
                own = text_called(self.layout, self.mentions, before, called) if self.is_of_press(told) else NOBODY
                return own if own.actors != told.actors else NOBODY
        return NOBODY

    def beside(self, sentence: Sentence) -> Voice:
        """The nameless sources who have just spoken, and go on ("Yerel kaynaklar …. Ayrıca … ifade ediliyor"): one of them in this paragraph only."""
        spoken = self.spoken.get(sentence.index - 1)
        if not spoken or not isinstance(spoken[-1].actors[0], Unnamed) or spoken[-1].how == TAKEN_UP:
            return NOBODY
        here = self.layout.sentences[sentence.index - 1].paragraph == sentence.paragraph
        opens = self.layout.low.startswith(TURNS, self.layout.tokens[sentence.first].start)
        return spoken[-1] if not opens and (here or is_several(spoken[-1].actors[0])) else NOBODY

    def turns(self, sentence: Sentence) -> bool:
        """Does a sentence turn to what others tell ("Öte yandan … iddia edildi"), where no passive before it hands its source on?"""
        if sentence.index == 0 or not self.layout.low.startswith(TURNS, self.layout.tokens[sentence.first].start):
            return False
        before = self.layout.sentences[sentence.index - 1]
        verb = next((t.form for t in reversed(self.layout.tokens[before.first : before.last]) if t.form.verb_form == "finite"), None)
        return verb is None or not verb.passive

    def declared_after(self, sentence: Sentence, reach: int = 2) -> Voice:
        """The source that the sentences right behind a lede give it."""
        recalled = is_background(self.layout, sentence)
        for ahead in self.layout.sentences[sentence.index + 1 : sentence.index + 1 + reach]:
            if is_background(self.layout, ahead) and not recalled:
                continue  # "X … sözü vermişti": no source of today's news
            found = self.source_of(ahead) or self.speaking(ahead)
            if found and not self.contrasts(found):
                return Voice(found.actors, found.spans, "declared after", 0.6)
        return NOBODY

    def outlet(self, sentence: Sentence) -> Voice:
        """Whose "haberde" is meant: the outlet named last, or the press whose report runs on; no minister, no diplomat has news."""
        source = self.running(sentence, 4 * RUNS_ON) or self.agent(sentence, RUNS_ON)
        if source and self.is_of_press(source):
            return Voice(source.actors, source.spans, "declared", 0.75)
        first = self.layout.sentences[max(0, sentence.index - 4 * RUNS_ON)].first
        named = [m for m in self.known_outlets() if first <= m.first < sentence.first]
        return voice(named[-1:], "declared", 0.7) if named else NOBODY

    def known_outlets(self) -> list[Mention]:
        """Where papers, agencies and stations are named."""
        if self.outlets is None:
            self.outlets = outlets_in(self.layout, self.mentions)
        return self.outlets

    def is_of_press(self, source: Voice) -> bool:
        """Are they all papers, agencies or stations?"""
        known = {m.entity for m in self.known_outlets()}
        return all(a in known or is_press(a) or only_tells(self.layout, a) for a in source.actors)

    def contrasts(self, found: Voice) -> bool:
        """Is it set against what went before ("Sözcü ise …"), and so not its source?"""
        behind = self.layout.token_at(found.spans[-1].end)
        return behind < len(self.layout.tokens) and self.layout.tokens[behind].low == "ise"

    def running(self, sentence: Sentence, reach: int, background: bool = False) -> Voice:
        """The source declared last, if not too long ago; background ("açıklanmıştı") has none of the report's own tense."""
        for index in range(sentence.index, max(-1, sentence.index - 1 - reach), -1):
            found = self.source_of(self.layout.sentences[index])
            if found:
                return NOBODY if background and not is_background(self.layout, self.layout.sentences[index]) else found
        return NOBODY

    def speaking(self, sentence: Sentence) -> Voice:
        """The authority or the main subject of a sentence that reports speech."""
        told = authority_in(self.layout, self.mentions, sentence.first, sentence.last)
        if told:
            return told
        if not any(c.speaks and c.claim != "dat" and not c.passive for c in cues(self.layout, sentence.first, sentence.last)):
            return NOBODY  # "Oslo'ya davet etti" says nothing; a passive has no speaker as its subject
        return sourced(main_subject(self.layout, self.mentions, sentence.first, sentence.last, -1)) or common_subject(
            self.layout, sentence.first, sentence.last, -1
        )
