"""Where an encounter takes place, by the words of its sentence and those beside it."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.lexicon import city_called
from tutanak.mentions.model import Mention, Organisation, Place, State, Unnamed
from tutanak.records.frames import modified
from tutanak.records.grammar import ABOUT
from tutanak.records.meeting_attachment import is_told_above
from tutanak.records.meeting_form import as_place, is_host, is_state, town_before
from tutanak.records.meeting_governor import errand
from tutanak.records.meeting_scene import HELD, ONGOING, Encounter, Scene, Setting
from tutanak.records.meeting_status import is_attending
from tutanak.records.parties import LIGHT_LEMMAS, follows, genitive, next_verb, nominative, stem, verb_words
from tutanak.spans import Span
from tutanak.text.layout import Form, Layout, Token

NAMED_EVENTS: Final = word_list("meetings", "named_events")


def where(scene: Scene, setting: Setting, found: Encounter) -> None:
    """The nearest place that belongs to the encounter's own verb: "Ankara'da", "Ankara'ya gelerek", or the one "burada" recalls."""
    layout, p = scene.layout, setting.predicate
    high = max(p.first, setting.governor, setting.above, errand(scene, setting))
    for mention in reversed(scene.mentions.within(setting.low, high)):
        said_here = layout.tokens[mention.first].speech == layout.tokens[p.head].speech
        if said_here and own_place(scene, setting, mention) and not is_told_above(scene, setting, mention.first, mention.last):
            settle(scene, found, mention)
            if found.place is not None:
                return
    found_there = came_to(scene, setting, found)
    if found.place is None and found_there is not None:
        settle(scene, found, found_there)
    if not p.frame.wants.get("tour") and found.place is None:
        on_visit(scene, setting, found)
    if found.place is None and any(q.how == "inferred" for q in found.parties) and p.finite and not p.frame.wants.get("noun"):
        told_before(scene, setting, found)
    if any(t.low == "burada" for t in layout.tokens[setting.low : p.first]) and setting.number > 0:
        before = layout.sentences[layout.tokens[p.head].sentence - 1]
        for mention in reversed(scene.mentions.within(before.first, before.last)):
            if found.place is None and mention.case in ("dat", "loc", "acc"):
                settle(scene, found, mention)


def on_visit(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "Ürdün ziyaretinde X ile görüştü": where the visit leads within which they met."""
    tokens, p = scene.layout.tokens, setting.predicate
    for at in range(p.first - 1, max(setting.low, p.first - 24), -1):
        form = tokens[at].form
        if form.verb_form in ("finite", "converb"):
            return
        inside = form.case == "loc" or follows(scene.layout, at + 1, scene.rules.within) or is_day_of(scene, at)
        if inside and form.lemma in scene.rules.visits and form.possessive.startswith("3"):
            there = scene.mentions.at(at - 1)
            led = there is not None and there.case == "nom" and there.last == at and isinstance(there.entity, State | Place)
            if there is not None and led:
                settle(scene, found, there)
            return


def is_day_of(scene: Scene, at: int) -> bool:
    """ "ziyaretinin | ikinci gününde"."""
    tokens = scene.layout.tokens
    return tokens[at].form.case == "gen" and any(t.form.lemma == "gün" and t.form.case == "loc" for t in tokens[at + 1 : at + 4])


def narrow(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "Irak temasları, Bağdat'ta başladı": the city in the state, told with the verb."""
    for mention in scene.mentions.within(setting.predicate.last, setting.governor):
        city = mention.entity if mention.case == "loc" and not is_state(scene, mention) else None
        if isinstance(city, Place) and found.place is not None and city.state == found.place.state:
            settle(scene, found, mention)


def told_before(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Where the sentence before places him who is left out ("X Brüksel'de basına konuştu. Daha önce Y ile görüştü")."""
    if setting.number == 0 or found.status not in (HELD, ONGOING):
        return
    before = scene.layout.sentences[setting.number - 1]
    for mention in scene.mentions.within(before.first, before.last):
        if mention.case == "loc" and isinstance(mention.entity, Place) and scene.layout.tokens[mention.last - 1].form.suffix != "ki":
            settle(scene, found, mention)
            return


def at_hosts(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "Ankara'nın ev sahipliğinde", "Ankara, X'i ağırladı": the place of who is host, if it is a state or city."""
    tokens = scene.layout.tokens
    if setting.predicate.frame.wants.get("table"):
        for mention in nominative(scene.layout, scene.mentions, setting.low, setting.predicate.first) or city_before(scene, setting):
            settle_land(scene, found, mention)
        return
    at = next((t.index for t in tokens[setting.low : setting.high - 1] if is_host(scene.layout, t.index)), -1)
    if at < 0:
        return
    owner = scene.mentions.at(at - 1)
    before = setting.predicate.first
    hosts = [owner] if owner is not None and owner.case == "gen" else genitive(scene.layout, scene.mentions, setting.low, before)
    behind = min(at + 3, len(tokens))
    hosts = hosts or nominative(scene.layout, scene.mentions, setting.low, before) or modified(scene.layout, scene.mentions, behind, setting.high)
    if hosts and isinstance(hosts[-1].entity, State | Place):
        settle(scene, found, hosts[-1])


def city_before(scene: Scene, setting: Setting) -> list[Mention]:
    """The city that opens the sentence ("İstanbul, | iki heyeti ağırladı")."""
    first = scene.mentions.at(setting.low)
    return [first] if first is not None and first.case == "nom" and scene.layout.tokens[first.last].low == "," else []


def settle_land(scene: Scene, found: Encounter, mention: Mention) -> None:
    if isinstance(mention.entity, State | Place):
        settle(scene, found, mention)


def by_its_name(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "Lizbon Zirvesi, Maskat müzakereleri": the city that an encounter is named after."""
    p = setting.predicate
    city = scene.mentions.at(p.first - 1) if p.form.possessive.startswith("3") else None
    wild = city is not None and scene.layout.tokens[city.last - 1].form.lemma in scene.rules.wilds
    if city is not None and isinstance(city.entity, Place) and city.case == "nom" and not wild:
        settle(scene, found, city)


def at_event(scene: Scene, found: Encounter) -> None:
    """ "Antalya Diplomasi Forumu marjında": the city in the name of the event at which they met."""
    if found.occasion is None:
        return
    first, last = scene.layout.token_at(found.occasion.start), scene.layout.token_at(found.occasion.end)
    last = last if last < len(scene.layout.tokens) and scene.layout.tokens[last].start >= found.occasion.end else last + 1
    if not follows(scene.layout, last, scene.rules.within):
        return  # "öncesinde"
    city = next((m for m in scene.mentions.within(first, last) if isinstance(m.entity, Place) and m.case == "nom"), None)
    if city is not None and city.last < last:
        settle(scene, found, city)


def in_events_name(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "Antalya Diplomasi Forumu marjında", "Münih Güvenlik Konferansı'nda": the city that the name of the event begins with."""
    tokens, p = scene.layout.tokens, setting.predicate
    for token in tokens[setting.low : p.last]:
        named = token.form.lemma in NAMED_EVENTS and token.capital and token.form.possessive == "3sg"
        inside = token.index == p.head or token.form.case == "loc" or follows(scene.layout, token.index + 1, scene.rules.within)
        if not named or not inside or is_told_above(scene, setting, token.index, token.index + 1):
            continue
        at = token.index
        while at > setting.low and tokens[at - 1].capital and tokens[at - 1].base_end == tokens[at - 1].end:
            at -= 1
        city = city_called(tokens[at].text) if at < token.index else None
        if city is not None:
            span = Span(tokens[at].start, tokens[at].end)
            found.place = next((p for p in scene.mentions.places if p.name == city[0]), None) or Unnamed(city[0], span, city[1])
            found.place_span = span
            return


def in_building(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "X ile Bakanlıkta görüştü": a building without a name of its own, right where the encounter is told."""
    layout, p = scene.layout, setting.predicate
    for token in layout.tokens[max(setting.start, p.first - 10) : p.first]:
        bare = token.form.case == "loc" and token.form.lemma in scene.rules.houses and not token.form.possessive
        if bare and token.low.startswith(token.form.lemma) and next_verb(layout, scene.mentions, token.index, setting.high, 8) >= p.first:
            span = Span(token.start, token.start + len(token.form.lemma))
            found.place, found.place_span = Unnamed(span.of(layout.text), span, None), span


def came_to(scene: Scene, setting: Setting, found: Encounter) -> Mention | None:
    """Where one went for it ("katılmak üzere gittiği | Brüksel'de"), or is ("katılmak için | Lima'da.")."""
    verb = errand(scene, setting)
    if verb < 0 and found.status == ONGOING and is_attending(scene, setting, setting.governor):
        return next((m for m in reversed(scene.mentions.within(setting.governor, setting.high)) if m.case == "loc"), None)
    if verb < 0 or scene.layout.tokens[verb].form.suffix != "dik":
        return None
    mention = scene.mentions.at(verb + 1)
    return mention if mention is not None and mention.case == "loc" else None


def city_of(scene: Scene, mention: Mention) -> Mention:
    """The city in which a building is ("Viyana'daki | Hofburg Sarayı'nda"), or that is told with its state, or the mention itself."""
    town = town_before(scene, mention)
    if town is not None:
        return town
    before = scene.mentions.at(mention.first - 1) if mention.case == "loc" and mention.first > 0 else None
    if before is None or before.last != mention.first or before.case != "loc" or not isinstance(before.entity, Place):
        return mention
    last = scene.layout.tokens[mention.first - 1]
    return before if last.form.suffix == "ki" and last.capital else mention


def settle(scene: Scene, found: Encounter, mention: Mention) -> None:
    """The place is what the mention names, if that can be one."""
    mention = city_of(scene, mention)
    for entity in mention.entities:
        if isinstance(entity, Place | State | Organisation) or mention.kind == "place":
            if all(p.actor is not entity for p in found.parties) or not isinstance(entity, Organisation):
                found.place = as_place(scene, entity, mention)
                found.place_span = mention.span
                found.broad = is_state(scene, mention)
            return


def own_place(scene: Scene, setting: Setting, mention: Mention) -> bool:
    """Is the first verb after the place the encounter's own, a light verb, or one of coming and visiting?"""
    p, rules = setting.predicate, scene.rules
    if mention.first <= p.head < mention.last:
        return False  # "Genel Kurulu'nda": the event itself
    if mention.case not in ("loc", "dat", "acc") or scene.layout.tokens[mention.last - 1].form.lemma in rules.wilds:
        return False
    above = next_verb(scene.layout, scene.mentions, mention.last - 1, setting.high, 40)
    if 0 <= above < p.first and above != setting.governor and is_for_another(scene, above, p.first):
        return False
    if scene.layout.tokens[mention.last - 1].form.suffix == "ki" and holds_place(scene, mention.last):
        return True
    if scene.layout.tokens[mention.last - 1].form.suffix == "ki" and (0 <= above < p.first or not p.frame.wants.get("noun")):
        return False  # "Gazze'deki durumu görüşmek üzere", "Washington'daki büyükelçileri"
    if scene.layout.tokens[mention.last - 1].form.suffix == "ki" and (mention.first > p.head or follows_topic(scene.layout, mention.last, p.first)):
        return False
    while 0 <= above < p.first and (is_bare_noun(scene.layout.tokens[above].form) or is_purpose(scene, above)):
        above = next_verb(scene.layout, scene.mentions, above, setting.high, 40)  # "çalışma yemeğinde", "sorunu görüşmek üzere"
    verb = stem(scene.layout.tokens[above].form) if above >= 0 else ""
    if mention.case == "dat":
        went = (above == mention.last and verb in rules.motions) or scene.layout.tokens[mention.last].low == "giderek"
        return went and scene.layout.tokens[above].form.suffix != "madan"  # "Ankara'ya gelmeden önce"
    if mention.case == "acc":
        return above == mention.last + 1 and verb_words(scene.layout, above) == "ziyaret et"
    if 0 <= above < p.first and verb == "ver" and scene.layout.tokens[above].form.verb_form == "finite":
        return False  # "Oxford'da konferans verecek, X ile görüşecek"
    if above < 0 or above >= p.first or verb in rules.motions:
        return True
    return (verb in rules.does and is_light_here(scene, above)) or verb in rules.happens


def is_light_here(scene: Scene, at: int) -> bool:
    """Is it the light verb of an encounter, or of a word with its own ending, not of another deed ("işgal etmesi üzerine")?"""
    before, form = scene.layout.tokens[at - 1], scene.layout.tokens[at].form
    deed = form.lemma in LIGHT_LEMMAS and before.form.pos == "NOUN" and before.form.case == "nom" and not before.form.possessive
    return not deed or scene.rules.frames.may_head(before)


def holds_place(scene: Scene, at: int) -> bool:
    """Is what is in the place where one meets, or within which ("New York'taki BM binasında", "Ankara'daki temasları çerçevesinde")?"""
    tokens, rules = scene.layout.tokens, scene.rules
    if rules.frames.may_head(tokens[at]) and (follows(scene.layout, at + 1, rules.within) or is_day_of(scene, at)):
        return True
    kinds = (t for t in tokens[at : at + 4] if t.form.lemma in rules.buildings or t.form.lemma in rules.occasions)
    house = next((t for t in kinds if t.form.case == "loc" or follows(scene.layout, t.index + 1, rules.within)), None)
    between = tokens[at : house.index] if house is not None else []
    return house is not None and all(not t.form.verb_form or is_bare_noun(t.form) for t in between)


def is_for_another(scene: Scene, verb: int, high: int) -> bool:
    """Does a participle give what stands before it to a noun that is no occasion of the encounter ("Doha'da düzenlediği basın toplantısında")?"""
    layout, rules, form = scene.layout, scene.rules, scene.layout.tokens[verb].form
    if layout.tokens[verb + 1].low == "ve":  # "yapılan ve iki gün süren toplantı"
        later = next_verb(layout, scene.mentions, verb, high, 12)
        return later >= 0 and is_for_another(scene, later, high)
    if form.verb_form != "participle" or form.lemma in rules.motions:
        return False
    if form.passive and stem(form) in rules.does and is_held_event(scene, verb + 1, high):
        return False  # "Lima'da düzenlenen İhracatçıların Ödül | Töreni'ne"
    named = scene.mentions.at(verb + 1)
    if named is not None:
        return isinstance(named.entity, Organisation) and form.suffix == "an" and not form.passive  # "Berlin'de yayın yapan X televizyonu"
    head = next((t for t in layout.tokens[verb + 1 : min(verb + 7, high)] if ends_phrase(layout, t)), None)
    if head is None:
        return False
    spoken = layout.tokens[head.index - 1].form.lemma in rules.not_encounters or head.form.lemma not in rules.occasions
    return spoken or not (head.form.case == "loc" or follows(layout, head.index + 1, rules.within))


def is_held_event(scene: Scene, first: int, at: int) -> bool:
    """Do only the owners and first parts of an event's name stand before token `at`?"""
    words = scene.layout.tokens[first:at]
    return at < len(scene.layout.tokens) and scene.rules.frames.may_head(scene.layout.tokens[at]) and all(is_of_name(t) for t in words)


def is_of_name(token: Token) -> bool:
    return token.kind != "punct" and not token.form.verb_form and token.form.case in ("nom", "gen", "")


def ends_phrase(layout: Layout, token: Token) -> bool:
    """Is it the last word of a noun phrase: in a case, or before what places in time ("zirve kapsamında")?"""
    form = token.form
    return form.pos == "NOUN" and not form.verb_form and (form.case not in ("nom", "") or layout.tokens[token.index + 1].form.case in ("loc", "abl"))


def is_purpose(scene: Scene, at: int) -> bool:
    """ "Lima'da, sorunu görüşmek | üzere toplandı": what they do where they meet."""
    return scene.layout.tokens[at].form.suffix == "mak" and follows(scene.layout, at + 1, scene.rules.errands)


def is_bare_noun(form: Form) -> bool:
    """A verbal noun that stands before its head ("çalışma yemeği")."""
    return form.suffix == "ma" and form.case in ("nom", "") and not form.possessive


def follows_topic(layout: Layout, at: int, high: int) -> bool:
    """Is token `at` what the encounter is about ("Boğaz'daki seyrüsefere ilişkin müzakereler")?"""
    return any(t.form.case == "dat" and layout.tokens[t.index + 1].low in ABOUT for t in layout.tokens[at : min(at + 8, high - 1)])
