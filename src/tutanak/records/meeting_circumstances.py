"""Kind, place, date, occasion and frequency of an encounter, and what makes it doubtful."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from tutanak.languages import load
from tutanak.mentions.model import Actor, Organisation, Person, State, Unnamed, When
from tutanak.records.grammar import BUT, PAST, WITH
from tutanak.records.meeting_attachment import is_of_noun, is_told_above
from tutanak.records.meeting_doubts import speaks_for, weigh
from tutanak.records.meeting_form import is_done
from tutanak.records.meeting_governor import is_attended
from tutanak.records.meeting_names import named_states
from tutanak.records.meeting_occasions import occasion_at
from tutanak.records.meeting_places import (
    at_event,
    at_hosts,
    by_its_name,
    follows_topic,
    in_building,
    in_events_name,
    is_for_another,
    narrow,
    settle,
    where,
)
from tutanak.records.meeting_scene import HELD, MENTIONED, ONGOING, PLANNED, Encounter, Scene, Setting
from tutanak.records.meeting_ships import calls_before
from tutanak.records.meeting_status import looks_back
from tutanak.records.outlets import only_tells
from tutanak.records.parties import Party, follows, next_verb, parties, state_of, stem, verb_words, words_at
from tutanak.spans import Span
from tutanak.text.layout import Layout

# "önceki ziyaretinde", "daha önce yaptığı"
EARLIER: Final = frozenset(("önceki", "evvelki"))
BEFORE: Final = frozenset(("önce", "evvel"))

HEADS: Final = frozenset(("başkan",))

VAGUE_DAYS: Final[dict[str, list[str]]] = load("tr").section("meetings")["vague_days"]

# Between the clauses that one speaker reports.
JOINTS: Final = BUT | {",", "ve"}


# "ikili görüşme", "üçlü zirve"
SIZES: Final = {"ikili": 2, "üçlü": 3, "dörtlü": 4, "beşli": 5}


def finish(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Kind by its medium, place, date, occasion, frequency, the statement it stands in, and what makes it doubtful."""
    p, layout = setting.predicate, scene.layout
    found.told_by_noun = bool(p.frame.wants.get("noun")) and not (setting.governor >= 0 and is_done(scene, layout.tokens[setting.governor].form))
    found.vague = bool(p.frame.wants.get("vague")) or is_topical(scene, setting) or (p.frame.wants["says"] == "görüş" and found.place is None)
    to_body = all(isinstance(q.actor, Organisation) for q in found.parties[1:])
    found.framing = found.framing or (found.kind == "visit" and (to_body or (not p.finite and is_frame(scene, setting))))
    found.also = p.first > setting.low and layout.tokens[p.first - 1].low in ("de", "da")
    found.greets = bool(p.frame.wants.get("human")) and found.kind == "visit"
    found.named = bool(p.frame.wants.get("noun")) and is_named(scene, setting)
    elsewhere = bool(p.frame.wants.get("signing") or p.frame.wants.get("talked"))  # what it was is told better elsewhere
    found.finite = (p.finite and not elsewhere) or (setting.governor >= 0 and layout.tokens[setting.governor].form.verb_form == "finite")
    medium(scene, setting, found)
    if found.place is None and found.kind != "call":
        where(scene, setting, found)
    hosted(scene, setting, found)
    if found.place is None and found.kind in ("summit", "meeting", "talks"):
        at_hosts(scene, setting, found)
    if found.place is None and p.frame.wants.get("noun") and found.kind in ("summit", "meeting", "talks"):
        by_its_name(scene, setting, found)
    if found.place is None and found.kind == "meeting":
        in_building(scene, setting, found)
    found.turn = turn_of(scene, setting)
    timed(scene, setting, found)
    before = words_before(setting, layout)
    found.size = max((SIZES.get(word, 0) for word in before), default=0)
    if found.status in (HELD, ONGOING) and not scene.rules.possible.isdisjoint(before[-1:] if before[-1:] != ["bir"] else before):
        found.status = PLANNED
    found.within = scene.statements.at(layout.tokens[p.head].start)
    if found.broad:
        narrow(scene, setting, found)
    beside(scene, setting, found)
    found.event = event_of(layout, found)
    if found.place is None and found.occasion is not None and found.kind in ("meeting", "summit"):
        at_event(scene, found)
    met = found.kind in ("meeting", "talks") and found.status != PLANNED and not p.frame.wants.get("named")
    if found.place is None and (met or p.frame.wants.get("one")):
        in_events_name(scene, setting, found)
    if not tells_news(scene, setting, found):
        lead = (setting.number <= 2 or announces(scene, setting, found)) and not found.framing
        recalled(scene, found, p.finite or lead)
    weigh(scene, setting, found)


def words_before(setting: Setting, layout: Layout) -> list[str]:
    return [t.low for t in layout.tokens[max(setting.low, setting.predicate.first - 2) : setting.predicate.first]]


def timed(scene: Scene, setting: Setting, found: Encounter) -> None:
    """Its date, and what that and the words beside it say of the time: what is told in passing is over before the news, or yet to come."""
    p, day = setting.predicate, date_of(scene, setting)
    found.date = day
    if found.status == ONGOING and day is not None and day.span.of(scene.layout.low).split()[0] in scene.rules.coming:
        found.status = PLANNED
    aside = found.told_by_noun or (bool(p.frame.wants.get("noun")) and setting.governor < p.first)
    found.earlier = aside and is_earlier(scene, setting)
    if found.status != HELD:
        return
    if aside and day is not None and day.ahead and not takes_place(scene, setting):
        found.status = PLANNED  # "mart ayındaki ziyareti ele aldı"
        return
    latest = found.told_by_noun and setting.number > 0 and "son" in words_before(setting, scene.layout)
    if latest or found.earlier or (aside and (is_past(scene, found, setting) or is_alluded_to(scene, setting, found))):
        found.status = MENTIONED
    if day is not None and day.gone and setting.number > 0 and not is_near(scene, day):
        found.status = MENTIONED


def takes_place(scene: Scene, setting: Setting) -> bool:
    """Does a verb behind say that it took place ("toplantısı düzenlendi"), whatever day is told beside it?"""
    at = setting.governor
    if at < setting.predicate.head:
        return False
    return not {stem(scene.layout.tokens[at].form), verb_words(scene.layout, at)}.isdisjoint(scene.rules.does | scene.rules.happens)


def is_earlier(scene: Scene, setting: Setting) -> bool:
    """ "daha önce yaptığı ziyarette, bir önceki görüşmesinde"."""
    tokens, p = scene.layout.tokens, setting.predicate
    if any(t.low in EARLIER and not scene.is_dated(t.index) for t in tokens[max(setting.low, p.first - 3) : p.first]):
        return True
    left = setting.governor if setting.governor < p.first else -1
    return any(t.low in BEFORE and tokens[t.index - 1].low == "daha" for t in tokens[max(setting.start, left - 4) : max(left, 0)])


def hosted(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "Berlin'de ağırlandı", "Berlin'deki temasları sürüyor": where nobody receives the guest by name, the state of the place does."""
    p, wants = setting.predicate, setting.predicate.frame.wants
    received = p.passive and "acc" in wants.get("with", ())
    if not found.bare or found.place is None or not found.parties or not (received or stays(scene, setting, found)):
        return
    code = found.place.state
    if code is not None and isinstance(found.parties[0].actor, Person) and found.parties[0].actor.state not in (None, code):
        found.parties.append(Party(scene.states.of(code), found.place_span or setting.predicate.span(scene.layout)))
        found.kind, found.bare = "visit", False
        if found.status == HELD and follows(scene.layout, p.last, scene.rules.within):
            found.status = ONGOING  # "Berlin'deki temasları kapsamında X'i ziyaret etti"
        found.framing = found.framing or bool(wants.get("stay"))


def stays(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Does a noun tell that he is there ("Berlin'deki temasları sürüyor, Berlin temaslarında, Berlin'deki görüşmelerinde")?"""
    p, wants = setting.predicate, setting.predicate.frame.wants
    his = p.form.case == "loc" and p.form.possessive.startswith("3")
    if wants["says"] == "görüşme":
        there = scene.mentions.at(p.first - 1) if p.first > setting.low else None
        return his and p.form.number == "pl" and there is not None and scene.layout.tokens[p.first - 1].form.suffix == "ki"
    return bool(wants.get("stay")) and (his or found.finite or follows(scene.layout, p.last, scene.rules.within) or is_over(scene, setting))


def is_over(scene: Scene, setting: Setting) -> bool:
    """ "Doha'daki temaslarının ardından döndü", not "geçecek"."""
    last = next((t.form for t in reversed(scene.layout.tokens[setting.predicate.last : setting.high]) if t.form.verb_form == "finite"), None)
    return last is not None and last.tense == "past" and follows(scene.layout, setting.predicate.last, scene.rules.after)


def is_topical(scene: Scene, setting: Setting) -> bool:
    """ "sorunları görüştü": what they spoke of is told, not that they met."""
    p = setting.predicate
    if p.frame.wants.get("says") != "görüş" or p.first == setting.low:
        return False
    before = scene.layout.tokens[p.first - 1].form
    return before.case == "acc" and not before.verb_form and scene.mentions.at(p.first - 1) is None


def is_frame(scene: Scene, setting: Setting) -> bool:
    """Is a visit told only as that within which others meet ("ziyareti kapsamında", "Irak'ı ziyaret eden")?"""
    p = setting.predicate
    return bool(p.form.verb_form) or setting.governor < p.head or follows(scene.layout, p.last, scene.rules.after)


def turn_of(scene: Scene, setting: Setting) -> int:
    """Which round of talks it is ("müzakerelerin 7. turu, 5. tur görüşmelerinin"), or 0."""
    p, tokens = setting.predicate, scene.layout.tokens
    if not p.frame.wants.get("noun"):
        return 0
    near = [p.first - 1, *range(p.last, min(p.last + 4, setting.high))]
    stage = next((at for at in near if at > 0 and tokens[at].form.lemma in scene.rules.stages), 0)
    rows = scene.mentions.quantities
    i = bisect_left(rows, tokens[stage - 1].start, key=lambda q: q.span.start) if stage > 0 else len(rows)
    told = i < len(rows) and rows[i].span.start == tokens[stage - 1].start and rows[i].kind == "ordinal"
    return int(rows[i].value) if told and rows[i].value is not None else 0


def is_past(scene: Scene, found: Encounter, setting: Setting) -> bool:
    """ "geçen ayki toplantı", not "bugünkü"; "geçen yıl …daki görüşmesinde", "önceki gün yapılan görüşmeye", unless it opens the article."""
    words = found.date.span.of(scene.layout.low).split() if found.date is not None else []
    passing = 0 <= setting.governor < setting.predicate.first and setting.number > 1
    if words and ((words[0] == "geçen" and setting.governor < 0) or (words[0] in PAST and passing)):
        return True
    over = found.date is not None and passing and follows(scene.layout, setting.predicate.last, scene.rules.within)
    if over and found.date is not None and found.date.edtf and not is_near(scene, found.date):
        return True  # "temmuz ayının ortasında … yaptığı ziyaret sırasında"
    return len(words) > 1 and words[0] != "bu" and words[0] not in scene.rules.coming and words[-1].endswith(("ki", "kü"))


def is_alluded_to(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """ "yaptığı görüşmeye değindi, atıfta bulundu": further down the article, of an encounter of no day that is near."""
    if setting.number <= 2 or setting.predicate.form.case != "dat" or (found.date is not None and is_near(scene, found.date)):
        return False
    verb = max(setting.above, setting.governor)
    verb = verb if verb >= setting.predicate.last else next_verb(scene.layout, scene.mentions, setting.predicate.head, setting.high, 3)
    if verb < 0:
        return False
    return not {words_at(scene.layout, verb), stem(scene.layout.tokens[verb].form)}.isdisjoint(scene.rules.alludes)


def is_near(scene: Scene, day: When) -> bool:
    """ "dün, bugünkü"."""
    return day.span.of(scene.layout.low).startswith(("dün", "bugün", "bu "))


def tells_news(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Does one who took part tell what has just been ("az önce görüştüm")?"""
    tokens = scene.layout.tokens
    ours = any(tokens[at].form.person.startswith("1") for at in (setting.predicate.head, setting.governor) if at >= 0)
    if not found.finite or not ours:
        return False
    words = [t.low for t in tokens[setting.low : setting.predicate.first]]
    whole = scene.layout.sentences[tokens[setting.predicate.head].sentence]
    opening = tokens[whole.first : min(whole.last, whole.first + 30)]
    return not scene.rules.fresh.isdisjoint(words) or any(t.form.lemma in scene.rules.posts for t in opening)


def announces(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Is that they met all that is reported, by nobody in particular or by one of a party's state ("telefonda görüştüğü bildirildi")?"""
    said, at = found.within, max(setting.predicate.head, setting.governor)
    if said is None or found.told_by_noun or not closes(scene, said.span.end, at) or looks_back(scene, setting):
        return False
    states = {state_of(q.actor) for q in found.parties} - {None}
    named = [s for s in said.speakers if not isinstance(s, Unnamed)]
    return not named or any(state_of(s) in states for s in named)


def closes(scene: Scene, end: int, at: int) -> bool:
    """Does the verb at token `at` close the reported words that end at `end`, or the first of their clauses ("yaptığını, ancak … söyledi")?"""
    tokens = scene.layout.tokens
    joined = at + 1 < len(tokens) and tokens[at].form.suffix == "dik" and tokens[at + 1].low in JOINTS
    return joined or end - tokens[at].end <= 2


def recalled(scene: Scene, found: Encounter, reported: bool) -> None:
    """One that a speaker recalls, and of which he does not report as a participant, is mentioned in passing, unless the article itself reports it."""
    said = found.within
    if found.status != HELD or said is None:
        return
    if said.mode == "indirect" and reported and said.rule.rpartition(":")[2] not in scene.rules.reminds:
        return
    old = found.date is not None and found.date.span.of(scene.layout.low).startswith(tuple(PAST))
    if said.mode == "indirect" and said.speakers and not old and all(only_tells(scene.layout, s) for s in said.speakers):
        return  # an outlet reports what is news
    taking_part = any(speaks_for(s, p.actor) for p in found.parties for s in said.speakers)
    if said.mode == "direct" or not taking_part or found.told_by_noun:
        found.status = MENTIONED


def medium(scene: Scene, setting: Setting, found: Encounter) -> None:
    """ "telefonda" makes it a call, "heyetler" talks, a body's leaders a summit; states that "görüşme" joins talk."""
    if found.kind not in ("meeting", "talks"):
        return
    kind = told_kind(scene, setting)
    persons = any(isinstance(p.actor, Person) for p in found.parties)
    if setting.predicate.frame.wants.get("brings") and not persons:
        kind = "talks"
    if kind and not (persons and kind == "talks" and not of_delegations(scene, setting)):
        found.kind = kind
    elif found.vague and (are_talks(scene, setting, [p.actor for p in found.parties]) or is_with_state(scene, setting, found)):
        found.kind = "talks"
    elif len(found.parties) == 1 and isinstance(found.parties[0].actor, Organisation) and leaders_meet(scene, setting):
        found.kind = "summit"


def of_delegations(scene: Scene, setting: Setting) -> bool:
    """ "heyetler arası | görüşme", not "ikili ve heyetler arası"."""
    p, tokens = setting.predicate, scene.layout.tokens
    if p.first - 3 < setting.low or tokens[p.first - 1].low != "arası" or tokens[p.first - 3].low == "ve":
        return False
    return tokens[p.first - 2].form.lemma in scene.rules.delegations


def told_kind(scene: Scene, setting: Setting) -> str:
    """The kind by the medium beside the predicate, or by the noun that its participle tells of ("bir araya geleceği | zirve")."""
    behind = (t.form for t in scene.layout.tokens[setting.predicate.last : setting.predicate.last + 3])
    noun = next((form for form in behind if form.suffix != "ki" and form.pos != "ADJ"), None)
    if noun is not None and noun.lemma == "zirve" and setting.predicate.form.suffix in ("dik", "acak") and setting.predicate.form.possessive:
        return "summit"
    media = scene.rules.media
    words = scene.layout.tokens[max(setting.low, setting.predicate.first - 8) : setting.predicate.last]
    told = ((t, kind) for t in words if (kind := media.get(t.form.lemma) or media.get(t.low)))
    return next((kind for t, kind in told if not follows(scene.layout, t.index + 1, HEADS)), "")  # not "heyet başkanlarıyla"


def is_with_state(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """ "X'in Umman ile gerçekleştirdiği görüşmede": with a state itself one has talks, with its ministers meetings."""
    states = [p for p in found.parties if isinstance(p.actor, State)]
    noun = setting.predicate.frame.wants["says"] == "görüşme"
    return noun and len(found.parties) == 2 and len(states) == 1 and states[0].how != "inferred" and is_bare_state(scene, states[0])


def is_bare_state(scene: Scene, party: Party) -> bool:
    """Is it the state's name itself, not that of its people ("Umman ile", not "Ummanlı yetkililerle, Umman bakanıyla")?"""
    at = scene.layout.token_at(party.span.start)
    mention = scene.mentions.at(at)
    if mention is None or mention.kind != "state" or mention.span != party.span:
        return False
    return mention.case == "ins" or follows(scene.layout, mention.last, WITH)


def are_talks(scene: Scene, setting: Setting, actors: list[Actor]) -> bool:
    """Several "görüşmeler" with a state, or an encounter without a name between states or bodies alone."""
    p = setting.predicate
    if p.form.number == "pl" and any(isinstance(a, State) for a in actors):
        near = scene.layout.tokens[max(setting.low, p.first - 3) : p.first]
        return not (any(isinstance(a, Person) for a in actors) and any(t.low in scene.rules.apart for t in near))  # "ikili görüşmeler" of a minister
    return len(actors) > 1 and not is_named(scene, setting) and all(isinstance(a, State | Organisation) for a in actors)


def leaders_meet(scene: Scene, setting: Setting) -> bool:
    p = setting.predicate
    return any(t.form.lemma in scene.rules.leaders for t in scene.layout.tokens[max(setting.low, p.first - 8) : p.last + 4])


def is_named(scene: Scene, setting: Setting) -> bool:
    """Is it an event with a name of its own ("Yuvarlak Masa Toplantısı")?"""
    return any(t.capital for t in scene.layout.tokens[setting.predicate.first : setting.predicate.last])


def date_of(scene: Scene, setting: Setting) -> When | None:
    """The last date before the predicate, or before the verb above it, in its sentence."""
    whens = scene.mentions.whens
    i = bisect_left(whens, max(setting.predicate.head, setting.governor), key=lambda w: w.first) - 1
    while i >= 0 and whens[i].first >= setting.low:
        when = whens[i]
        if when.kind in ("date", "period") and not is_when_told(scene, setting, when) and not is_others(scene, setting, when):
            return when
        i -= 1
    return vague_day(scene, setting)


def vague_day(scene: Scene, setting: Setting) -> When | None:
    """Words of its clause that tell when, and name no day ("geçtiğimiz günlerde, gün içinde")."""
    tokens, days = scene.layout.tokens, VAGUE_DAYS
    for at in range(max(setting.predicate.head, setting.governor) - 1, setting.low, -1):
        if tokens[at].low in days and tokens[at - 1].low in days[tokens[at].low] and tokens[at - 2].kind != "number":
            when = When(Span(tokens[at - 1].start, tokens[at].end), at - 1, at + 1, "period", None, None, None)
            return None if is_when_told(scene, setting, when) or is_others(scene, setting, when) else when
    return None


def is_when_told(scene: Scene, setting: Setting, when: When) -> bool:
    return is_told_above(scene, setting, when.first, when.last)


def is_others(scene: Scene, setting: Setting, when: When) -> bool:
    """Does a noun or a participle between take the date ("3 Mart'taki saldırıyı; 27 Temmuz'da sona eren anlaşmaya dair görüşmeler")?"""
    p, rules = setting.predicate, scene.rules
    if is_of_noun(scene, setting, when):
        return True
    verb = next_verb(scene.layout, scene.mentions, when.last - 1, p.first, 12)
    if any(when.last <= first <= verb for first in scene.firsts[bisect_left(scene.firsts, when.last) :][:1]):
        return False  # "dün Y ile | 3 Nisan'da yapılacak seçimi görüştü": that has a date of its own
    if 0 <= verb != setting.governor and is_for_another(scene, verb, p.first):
        return True
    form = scene.layout.tokens[verb].form if 0 <= verb < p.first - 1 else None
    if form is None or form.suffix != "an" or form.passive or stem(form) in rules.does or verb_words(scene.layout, verb) in rules.happens:
        return False
    return form.lemma not in rules.motions and follows_topic(scene.layout, verb + 1, p.first)


def beside(scene: Scene, setting: Setting, found: Encounter) -> None:
    """The occasion and how often, from the words of the clause."""
    layout, rules = scene.layout, scene.rules
    for at in range(setting.low, setting.predicate.last):
        token = layout.tokens[at]
        if found.frequency is None and token.low in rules.frequencies:
            last = at + 1 if follows(layout, at + 1, frozenset(("olarak",))) else at
            found.frequency = Span(token.start, layout.tokens[last].end)
        own = token.speech == layout.tokens[setting.predicate.head].speech or at >= setting.predicate.first
        if token.form.lemma in rules.occasions and own and not goes_on_as_name(scene, at):
            found.occasion = occasion_at(scene, setting, found, at) or found.occasion
            if token.form.lemma in rules.summits and found.kind == "meeting" and named_states(scene, setting.low, at):
                found.kind = "summit"  # "Türkiye-İspanya Zirvesi vesilesiyle" two leaders meet
            if token.form.lemma in rules.summits and found.kind == "meeting" and layout.tokens[at - 1].low in rules.joint:
                found.kind = "summit"  # "üçlü zirvede bir araya geldi"


def event_of(layout: Layout, found: Encounter) -> str:
    """The name of the occasion without its ending, in small letters."""
    if found.occasion is None:
        return ""
    words = layout.tokens[layout.token_at(found.occasion.start) : layout.token_at(found.occasion.end)]
    return " ".join(layout.low[t.start : t.base_end] for t in words)


def goes_on_as_name(scene: Scene, at: int) -> bool:
    """Is the word only a part of somebody's or some place's longer name ("AB | Konseyi | Başkanı X", "IFEMA | Kongre | Merkezi")?"""
    whole = scene.mentions.at(at)
    return whole is not None and whole.last > at + 1


def apart(scene: Scene, setting: Setting, found: Encounter) -> list[Encounter]:
    """ "ikili görüşmeler", "ayrı ayrı": one encounter for each partner."""
    wants = setting.predicate.frame.wants
    if wants.get("tour") or wants.get("to") or (wants.get("at") and found.kind == "visit"):
        return journeys(scene, found)
    words = scene.layout.tokens[max(setting.low, setting.predicate.first - 3) : setting.predicate.head + 2]
    if found.single and any(t.low == "sırasıyla" for t in scene.layout.tokens[setting.low : setting.predicate.first]):
        return [one_of(found, [found.parties[0], other]) for other in found.parties[1:]]
    if setting.predicate.form.number != "pl" and setting.above > setting.predicate.head and is_attended(scene, setting.above):
        return [found]  # "A'nın B ile ikili görüşmesine X de katıldı"
    several = (not found.teamed and in_turn(scene, found)) or are_several(setting, found) or are_appointments(found)
    several = several or are_calls(scene, setting, found)
    if not several and not any(t.low in scene.rules.apart for t in words):
        return [found]
    first, *rest = found.parties
    return [one_of(found, [first, other]) for other in rest]


def are_several(setting: Setting, found: Encounter) -> bool:
    """Are several "görüşmeler" told with people of several states?"""
    p = setting.predicate
    states = {party.actor.state for party in found.parties if isinstance(party.actor, Person)}
    return p.frame.wants["says"] == "görüşme" and p.form.number == "pl" and len(states) == len(found.parties) > 2


def are_appointments(found: Encounter) -> bool:
    """ "X, A, B ve C ile görüşecek": of whom somebody will see three or more, he sees one after the other."""
    others = [party.actor for party in found.parties[1:]]
    return found.single and found.kind == "meeting" and found.status == PLANNED and len(others) > 2 and all(isinstance(o, Person) for o in others)


def are_calls(scene: Scene, setting: Setting, found: Encounter) -> bool:
    """Who telephones with several of different states does so one by one, unless it is said that all spoke together ("üçlü", "videokonferans")."""
    states = [home_or_body(party.actor) for party in found.parties]
    if found.kind != "call" or not found.single or None in states[1:] or len(set(states)) < len(states):
        return False
    words = scene.layout.tokens[setting.low : setting.predicate.last]
    return any(t.low.startswith("telefon") for t in words) and not any(t.low in scene.rules.joint for t in words)


def home_or_body(actor: Actor) -> str | None:
    """The state whose officer he is, else the body."""
    return state_of(actor) or (actor.org if isinstance(actor, Person) else None)


def in_turn(scene: Scene, found: Encounter) -> bool:
    """Are the partners told one after the other ("önce A, ardından B ile", "hem A hem B ile")?"""
    ends = sorted(p.span for p in found.parties[1:])
    words = scene.layout.tokens[scene.layout.token_at(ends[0].end) : scene.layout.token_at(ends[-1].start)]
    return any(t.low in scene.rules.turns for t in words)


def journeys(scene: Scene, found: Encounter) -> list[Encounter]:
    """ "İran'ı ve Irak'ı ziyaret etti": one visit for each state that is visited."""
    states = [p for p in found.parties if isinstance(p.actor, State)]
    guests = [p for p in found.parties if not isinstance(p.actor, State)]
    if len(states) < 2 or not guests:
        return [found]
    visits = [one_of(found, [*guests, state]) for state in states]
    for visit, state in zip(visits, states, strict=True):
        mention = scene.mentions.at(scene.layout.token_at(state.span.start))
        if mention is not None:
            settle(scene, visit, mention)
        visit.framing = found.framing
    return visits


def port_calls(scene: Scene, setting: Setting, found: Encounter) -> list[Encounter]:
    """The calls at other ports that the same noun tells, each with its own ships."""
    calls: list[Encounter] = []
    for whose, port in calls_before(scene, setting):
        host = scene.states.of_place(port.entity)
        if host is None or any(state_of(e) == host.id for m in whose for e in m.entities):
            continue
        call = one_of(found, [*parties(whose), Party(host, port.span)])
        call.split, call.date, call.place, call.place_span = False, None, None, None
        settle(scene, call, port)
        calls.append(call)
    return calls


def one_of(found: Encounter, told: list[Party]) -> Encounter:
    single = Encounter(found.kind, told, found.status, found.evidence, found.rule, found.sentence)
    for name in ("confidence", "reasons", "date", "finite", "frequency", "occasion", "place", "place_span", "vague", "within"):
        setattr(single, name, getattr(found, name))
    single.split = True
    return single
