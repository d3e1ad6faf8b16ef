"""Authorities: by whom something is told ("X'e göre", "X'ten alınan bilgiye göre"), and whose a text without a maker is."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Mention, Mentions, Organisation, State, Unnamed
from tutanak.records.frames import is_governed, role
from tutanak.records.outlets import nations_press
from tutanak.records.reporting import reporting
from tutanak.records.sources import capitals_start, maker, making_before, named_owner, nearest, press_of, unnamed_maker, unnamed_origin
from tutanak.records.voices import NOBODY, Voice, is_text, phrase_start, possessed, sourced, stands_in, voice, with_conjuncts
from tutanak.spans import Span
from tutanak.text.layout import Layout


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
    if named := unknown_writer(layout, mentions, low, at - 1):
        return named
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


def unknown_writer(layout: Layout, mentions: Mentions, low: int, at: int) -> Voice:
    """A name that is nobody known to the article and whose text the word at token `at` is ("Press Trust Kervan'ın haberine | göre")."""
    owner, text = layout.tokens[at - 1], layout.tokens[at]
    if at - 1 < low or not is_text(text) or not possessed(text) or not named_owner(owner):
        return NOBODY
    if mentions.at(at - 1) is not None or (at - 2 >= low and mentions.at(at - 2) is not None):
        return NOBODY  # "El Cezire | Türk'ün": the name goes on
    span = Span(layout.tokens[capitals_start(layout, mentions, at - 1, low)].start, owner.base_end)
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
        owns = owns and not is_apart(layout, mention, at)
        if mention.actor and owns and not (part != "abl" and any(t.form.lemma in ("derle", "edin") for t in between)):
            return voice([mention], "according", 0.8)
    return NOBODY


def is_apart(layout: Layout, mention: Mention, at: int) -> bool:
    """Is the name only set off before a bare text ("Vargas, rapora | göre …"), and no owner of it?"""
    return mention.case == "nom" and mention.last == at - 2 and layout.tokens[mention.last].text == "," and not layout.tokens[at - 1].form.possessive


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
