"""Openings: speakers no list knows, told by where a sentence opens ("Uzman Ahmet Yılmaz, … dedi")."""

from __future__ import annotations

from tutanak.mentions import nationality, people_word
from tutanak.mentions.model import Mentions, Unnamed
from tutanak.records.reporting import reporting
from tutanak.records.voices import NOBODY, SET_OFF, Voice, is_bare_name, is_text, past_openers, phrase_start
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token
from tutanak.text.morphology import MARKS
from tutanak.text.nouns import own_end


def unknown_name(layout: Layout, at: int, high: int) -> Voice:
    """A capitalised word that is nobody known to the article, right after the participle it is the head of ("aktaran Maliki, …")."""
    last = at
    while last < min(at + 4, high) and is_bare_name(layout.tokens[last]):
        last += 1
    if last == at or last >= high or layout.tokens[last].kind != "punct":
        return NOBODY
    span = Span(layout.tokens[at].start, layout.tokens[last - 1].end)
    return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.7, last)


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
        if token.low in reporting().linked_adjectives:
            continue  # "Dahl karşıtı | göstericiler"
        of_people = token.index == at and token.form.number == "pl" and people_word(token) is not None
        if token.kind == "word" and (of_people or token.form.lemma in reporting().speakers):
            last = compound_head(layout, token, high)
            span = Span(token.start, own_end(last))
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, last.index + 1)
    return NOBODY


def compound_head(layout: Layout, token: Token, high: int) -> Token:
    """Who is told of, where the noun is but the front of a compound ("muhalefet | liderini")."""
    after = layout.tokens[token.index + 1] if token.index + 1 < high else token
    owned = after.form.possessive == "3sg" and after.form.lemma in reporting().speakers and not after.form.verb_form
    return after if owned and token.form.case in ("nom", "") else token


def oblique_name(layout: Layout, mentions: Mentions, at: int, high: int) -> Voice:
    """A name that is nobody known to the article, with an ending, right after the participle it is the head of ("diyen | Maliki'ye destek verdi")."""
    for token in layout.tokens[at : min(at + 3, high)]:
        if not token.capital or mentions.at(token.index) is not None or token.form.pos != "PROPN":
            return NOBODY
        if token.base_end < token.end:
            owns = token.form.case == "gen" and not (token.index + 1 < high and is_speech(layout.tokens[token.index + 1]))  # "diyen | X'in hocası"
            if owns or token.form.case in ("nom", "loc"):
                return NOBODY
            span = Span(layout.tokens[at].start, token.base_end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, token.index + 1)
    return NOBODY


def is_speech(token: Token) -> bool:
    """Does the noun name what somebody has said ("sözleri", "açıklamasına")?"""
    return is_text(token) or token.form.lemma in reporting().nouns


def plain_head(layout: Layout, at: int, high: int) -> Voice:
    """Any noun phrase of up to three words set off as a subject right after the participle it is the head of ("duyuran yerel platform ise")."""
    for token in layout.tokens[at : min(at + 3, high - 1)]:
        if token.kind != "word" or token.form.verb_form or token.form.case not in ("", "nom"):
            return NOBODY
        if token.form.pos == "NOUN" and token.form.case == "nom" and layout.tokens[token.index + 1].low in SET_OFF:
            span = Span(layout.tokens[at].start, token.end)
            return Voice((Unnamed(span.of(layout.text), span),), (span,), "description", 0.6, token.index + 1)
    return NOBODY


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
