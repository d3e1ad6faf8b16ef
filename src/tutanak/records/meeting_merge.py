"""Every place that reports an encounter gives an `Encounter`; those of one encounter become one."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.model import Organisation, Person, Place, State, Unnamed, When
from tutanak.records.meeting_form import distinct
from tutanak.records.meeting_lodging import Lodging
from tutanak.records.meeting_scene import CANCELLED, HELD, MENTIONED, ONGOING, PLANNED, Encounter
from tutanak.records.parties import Party, key, state_of

LATEST: Final = 7  # so many encounters told last are looked at for "iki lider"
APART: Final = 3  # sentences
LEAST: Final = 0.5  # a report less sure than this adds nothing but what the other leaves open


def merge(told: list[Encounter]) -> list[Encounter]:
    """Each encounter once: later reports of the same parties join the first that they can mean; bare ones add to it, or tell where one stays."""
    kept: list[Encounter] = []
    recent: list[Encounter] = []
    by_party: dict[str, list[Encounter]] = {}
    lodging = Lodging()
    for one in told:
        joined = joined_by(kept, one) if one.joins else None
        if joined is not None:
            joined.parties = distinct([*joined.parties, *one.parties])
            if joined.place is None:
                joined.place, joined.place_span = one.place, one.place_span
            continue
        if one.greets and lodging.is_guest(one):
            continue
        if one.bare and (one.attends or one.joins) and is_of_body(kept, one):
            kept[-1].parties = distinct([*kept[-1].parties, *one.parties])
            continue
        if one.bare and not resumes(kept, one):
            there = recall(kept, one)
            if there is not None:
                lodging.stay(there)
            continue
        if one.grouped:
            as_told(recent, one)
        if one.also and any(is_next_call(last, one) for last in recent[-2:]):
            one.kind = "call"
        rows = candidates(by_party, one)
        known = next((k for k in rows if is_journey(k, one)), None) or next((k for k in rows if same(k, one)), None)
        if known is not None:
            join(known, one)
        else:
            at_journeys_end(rows, one)
            kept.append(one)
            known = one
            lodging.lodge(one)
            if not recent or recent[-1].kind != "call":
                lodging.lodge_ahead(one)
        recent = [*recent[-LATEST:], known]
        lodging.tell(one, known)
        enter(by_party, known)
    return kept


def joined_by(kept: list[Encounter], one: Encounter) -> Encounter | None:
    """The encounter at which others were too: that of the two who are told with it ("X-Y görüşmesine Z de katıldı"), else the last."""
    kept = [k for k in kept if not k.asked]
    named = {key(p.actor) for p in one.parties}
    pair = next((k for k in reversed(kept) if sum(key(p.actor) in named for p in k.parties) > 1), None)
    if pair is not None or not kept:
        return pair
    return kept[-1] if not one.vague or is_last_told(kept, one) else None


def is_last_told(kept: list[Encounter], one: Encounter) -> bool:
    """Is the encounter told last, or the only one, that at which others were too?"""
    return len(kept[-1].parties) > 1 and kept[-1].kind != "call" and (len(kept) == 1 or one.sentence - kept[-1].sentence <= 3)


def is_of_body(kept: list[Encounter], one: Encounter) -> bool:
    """Do people attend the meeting of a body of states told before ("NATO toplantısı başladı. X de toplantıya katılıyor")?"""
    last = kept[-1] if kept else None
    if last is None or one.sentence - last.sentence > 3 or last.kind not in ("meeting", "summit"):
        return False
    if last.status != one.status and not {last.status, one.status} <= {HELD, ONGOING}:
        return False
    bodies = [p.actor for p in last.parties if isinstance(p.actor, Organisation)]
    alone = len(bodies) == 1 and bodies[0].state is None and all(isinstance(p.actor, Person) for p in last.parties[1:])
    return alone and bool(one.parties) and all(isinstance(p.actor, Person) for p in one.parties)


def is_next_call(last: Encounter, one: Encounter) -> bool:
    """ "X, Y ile telefonda görüştü. Z ile de görüşen X …": he telephones on."""
    near = last.kind == "call" and last.status == one.status and one.sentence - last.sentence <= 2
    return near and one.kind == "meeting" and one.place is None and one.date is None and any(agree(last.parties[0], p) for p in one.parties)


def as_told(recent: list[Encounter], one: Encounter) -> None:
    """ "İki lider" are those of the last encounter of two people, if one of them is among those inferred."""
    pairs = (k for k in reversed(recent) if len(k.parties) == 2 and all(isinstance(p.actor, Person) for p in k.parties))
    last = next((k for k in pairs if any(key(a.actor) == key(b.actor) for a in k.parties for b in one.parties)), None)
    if last is not None and len(one.parties) == 2 and all(isinstance(p.actor, Person) for p in one.parties):
        one.parties = [Party(p.actor, p.span, "inferred") for p in last.parties]


def resumes(kept: list[Encounter], one: Encounter) -> bool:
    """Is it another round of the talks told last ("Müzakereler, 19 Şubat'ta Lefkoşa'da başlayacak")? Then it is between the same."""
    last = next((k for k in reversed(kept) if k.kind in ("talks", "summit") and len(k.parties) > 1), None)
    talks = one.kind == "talks" or (one.vague and last is not None and last.kind == "talks")
    if last is None or not talks or one.parties or not (is_next_round(last, one) or is_other_round(last, one)):
        return False
    one.kind = "talks"
    one.parties = [Party(p.actor, p.span, "inferred") for p in last.parties]
    one.bare = False
    over = one.turn < last.turn or (one.turn > 0 and last.turn == 0)
    one.status = MENTIONED if one.status == HELD and over else one.status
    one.doubt(0.85, "talks of those told before")
    return True


def is_next_round(last: Encounter, one: Encounter) -> bool:
    return last.status not in (PLANNED, CANCELLED) and one.status == PLANNED and one.date is not None


def is_other_round(last: Encounter, one: Encounter) -> bool:
    """ "Müzakerelerin 7. turu sürüyor. Washington'daki 5. turun ardından …"."""
    return one.turn > 0 and one.turn != last.turn and (last.turn > 0 or last.status == ONGOING)


def enter(by_party: dict[str, list[Encounter]], known: Encounter) -> None:
    for party in known.parties:
        row = by_party.setdefault(state_of(party.actor) or key(party.actor), [])
        if known not in row[-8:]:
            row.append(known)


def recall(kept: list[Encounter], one: Encounter) -> Encounter | None:
    """A bare noun speaks of the last encounter ("İstanbul'da gerçekleşen görüşmede"); any other tells of a stay, which is returned."""
    last = kept[-1] if kept else None
    if last is not None and presided(last, one):
        last.parties, last.chaired = distinct([*last.parties, *one.parties]), True
    visited = last is not None and last.kind == one.kind == "visit" and one.told_by_noun and not one.parties
    summit = last is not None and last.kind == one.kind == "summit" and last.status == one.status and not one.parties
    if last is None or not (one.vague or visited or summit) or one.sentence - last.sentence > 3 or not same_time(last, one) or not within(last, one):
        return one if one.place is not None and one.status in (HELD, ONGOING) else None
    if last.place is None and last.kind != "call" and not (is_room(one) and one.parties):
        last.place, last.place_span = one.place, one.place_span
    last.date = last.date or one.date
    if last.aimed and one.status in (HELD, ONGOING):
        last.status = one.status
    if last.kind == "meeting" and last.vague and one.kind == "call":
        last.kind = one.kind
    return None


def presided(last: Encounter, one: Encounter) -> bool:
    """Does it tell who presided over the meeting of a body told before ("kurul toplandı. X başkanlığında yapılan toplantıda …")?"""
    body = len(last.parties) == 1 and isinstance(last.parties[0].actor, Organisation)
    return body and one.chaired and one.sentence - last.sentence <= 3 and last.kind == one.kind


def within(known: Encounter, one: Encounter) -> bool:
    return all(any(agree(a, b) for b in known.parties) for a in one.parties)


def candidates(by_party: dict[str, list[Encounter]], one: Encounter) -> list[Encounter]:
    """Encounters of the first party, or of the second where the first has none: the last eight."""
    for party in one.parties:
        row = by_party.get(state_of(party.actor) or key(party.actor))
        if row:
            return row[-8:]
    return []


def same(known: Encounter, one: Encounter) -> bool:
    """Can both be one encounter: parties that agree, kinds that agree, times that agree?"""
    if known.turn != one.turn and ((known.turn and one.turn) or known.kind != one.kind or is_past_round(known, one) or is_past_round(one, known)):
        return False  # another round; a round of talks is no meeting told before
    if known.size != one.size and known.size and one.size and known.kind == one.kind:
        return False
    if is_told_better(known, one) or is_same_event(known, one) or is_before_press(known, one):
        return True
    if is_journey_apart(known, one):
        return False
    named = one if one.named else known
    if known.named != one.named and {known.kind, one.kind} != {"visit", "summit"} and all(isinstance(p.actor, State) for p in named.parties):
        return False  # an event of two states is none of their ministers' meetings
    if is_process_of(known, one) or is_process_of(one, known):
        return False
    small, large = sorted((known.parties, one.parties), key=len)
    if known.split and known.sentence == one.sentence and len(small) < len(large):
        return False  # with each of them, then with all
    whole = known if one.split else one
    if known.split != one.split and len(whole.parties) > 2 and not whole.single:
        return False  # all together is none of those with each
    if len(large) > len(small) + 1 and (all(isinstance(p.actor, State) for p in small) or not (is_loose(known) or is_loose(one))):
        return False
    if len(small) == 1 and len(large) > 1 and known.kind == one.kind == "ceremony" and are_among(small, large):
        return known.status == one.status  # "imza töreninde konuşan X"
    if len(small) == 1 and len(large) > 1 and (known.kind != one.kind or known.sentence != one.sentence):
        return False
    if not are_among(small, large) and not is_host_land(known, one):
        return False
    if len(small) == len(large) and not are_among(large, small) and not is_host_land(known, one):
        return False  # a cabinet and its head are not both sides of talks
    return same_kind(known, one) and same_time(known, one) and not elsewhere(known, one)


def is_journey_apart(known: Encounter, one: Encounter) -> bool:
    """Is a journey news of its own, told well before those whom the traveller met there ("X, Çin'i ziyaret etti. … X, Y ile görüştü")?"""
    people = sum(isinstance(p.actor, Person) for p in one.parties) > 1
    if known.status == PLANNED and known.date is None:
        return False  # "hareket etmeden önce": only that he will leave
    return known.kind == "visit" and known.framing and people and one.kind in ("meeting", "talks") and one.sentence - known.sentence > APART


def at_journeys_end(rows: list[Encounter], one: Encounter) -> None:
    """Whom a traveller has met he met where his journey led, if no other place is told."""
    journey = next((k for k in rows if is_journey_apart(k, one) and is_host_land(k, one)), None)
    if journey is not None and one.place is None and one.status in (HELD, ONGOING):
        one.place, one.place_span, one.broad, one.lodged = journey.place, journey.place_span, journey.broad, True


def is_past_round(talks: Encounter, one: Encounter) -> bool:
    """Is one a round that is over, of talks that go on ("müzakereler sürüyor. 6. turu temmuzda yapılmıştı")?"""
    return talks.turn == 0 and talks.status == ONGOING and one.turn > 0 and one.status == MENTIONED


def is_process_of(talks: Encounter, met: Encounter) -> bool:
    """Are they talks of states that go on, and not the one time that two of their people met ("müzakereler sürüyor; A, B ile görüştü")?"""
    goes_on = talks.kind == "talks" and talks.status == ONGOING and all(isinstance(p.actor, State) for p in talks.parties)
    return goes_on and met.kind in ("meeting", "call") and met.status == HELD and sum(isinstance(p.actor, Person) for p in met.parties) > 1


def is_before_press(known: Encounter, one: Encounter) -> bool:
    """Will those who have met speak to the press together afterwards ("X, Y'yi karşıladı. X ve Y ortak basın toplantısı düzenleyecek")?"""
    met = known.kind in ("meeting", "visit") and known.status in (HELD, ONGOING) and same_day(known, one)
    ahead = one.press and one.status == PLANNED
    return ahead and met and are_among(one.parties, known.parties) and are_among(known.parties, one.parties)


def is_same_event(known: Encounter, one: Encounter) -> bool:
    """Is it the summit by the same name for which one has left that the other tells of with all ("X, Çad Zirvesi için gitti")?"""
    by_name = known.kind == one.kind == "summit" and known.event == one.event != ""
    return by_name and len(known.parties) == 1 and are_among(known.parties, one.parties) and known.status == one.status and same_day(known, one)


def is_told_better(known: Encounter, one: Encounter) -> bool:
    """Are they talks of which a speaker named but one side, and of which the article names all later, at the same place?"""
    guessed = known.kind == one.kind == "talks" and any(p.how == "inferred" for p in known.parties)
    here = known.place is not None and known.place == one.place and known.status == one.status == PLANNED
    told = [p for p in known.parties if p.how != "inferred"]
    return guessed and here and bool(told) and are_among(told, one.parties) and all(p.how != "inferred" for p in one.parties)


def are_among(few: list[Party], many: list[Party]) -> bool:
    return all(any(agree(a, b) for b in many) for a in few)


def is_host_land(known: Encounter, one: Encounter) -> bool:
    """Does one happen in the state that the other visits, with the visitor, or beside it with somebody of no other state?"""
    visit, other = (known, one) if known.kind == "visit" else (one, known)
    if visit.kind != "visit" or not visit.framing or other.kind not in ("meeting", "talks"):
        return False
    hosts = [p.actor for p in visit.parties[1:]]
    if len(hosts) != 1 or not isinstance(hosts[0], State) or not any(agree(visit.parties[0], p) for p in other.parties):
        return False
    if other.place is not None:
        return hosts[0].id == other.place.state
    met = [p.actor for p in other.parties if not agree(visit.parties[0], p)]
    now = {visit.status, other.status}
    beside = abs(known.sentence - one.sentence) <= 1 and (len(now) == 1 or now == {HELD, ONGOING})
    return beside and len(met) == 1 and isinstance(met[0], Person) and state_of(met[0]) is None


def is_elsewhere_of(visit: Encounter, one: Encounter) -> bool:
    """Is he whom the visitor met in the land of another state or of none ("Mısır'a gitti. Kahire'de Umman Dışişleri Bakanı ile görüştü")?"""
    host = visit.parties[-1].actor if is_host_land(visit, one) else None
    return isinstance(host, State) and len(one.parties) > 1 and all(state_of(p.actor) != host.id for p in one.parties)


def elsewhere(known: Encounter, one: Encounter) -> bool:
    """Are they told of places in different states?"""
    guests = known.kind == one.kind == "visit" and known.parties[0].actor != one.parties[0].actor
    if guests and (are_apart(known.place, one.place) or at_home(known, one) or at_home(one, known)):
        return True  # each is the other's guest
    if known.lodged or one.lodged or known.place is None or one.place is None or one.framing or known.framing:
        return False
    return are_apart(known.place, one.place)


def at_home(visit: Encounter, other: Encounter) -> bool:
    """Is the other visit, one that is recalled, to the state of this one's guest?"""
    home = state_of(visit.parties[0].actor)
    return other.status == MENTIONED and home is not None and other.place is not None and other.place.state == home


def are_apart(a: Place | Organisation | Unnamed | None, b: Place | Organisation | Unnamed | None) -> bool:
    return a is not None and b is not None and None not in (a.state, b.state) and a.state != b.state


def is_journey(known: Encounter, one: Encounter) -> bool:
    """Is one the journey to what the other tells of in the same sentence ("zirveye katılmak, X ile görüşmek üzere … gitti")?"""
    if one.sentence != known.sentence or known.framing == one.framing or are_apart(known.place, one.place):
        return False
    other, journey = (one, known) if known.framing else (known, one)
    if are_days_apart(known, one) and journey.status != PLANNED:
        return False
    to_body = all(isinstance(p.actor, Organisation) for p in journey.parties[1:]) and other.kind == "meeting"
    if other.kind != "summit" and not to_body and (other.status != PLANNED or other.kind == "call"):
        return False
    return agree(known.parties[0], one.parties[0])


def agree(a: Party, b: Party) -> bool:
    """The same actor, or a state and someone of that state."""
    if key(a.actor) == key(b.actor):
        return True
    one, other = state_of(a.actor), state_of(b.actor)
    return one is not None and one == other and (isinstance(a.actor, State) or isinstance(b.actor, State))


def same_kind(known: Encounter, one: Encounter) -> bool:
    kinds = {known.kind, one.kind}
    placed = any(e.place is not None and not e.lodged for e in (known, one))
    if "call" in kinds and len(kinds) > 1 and (placed or not kinds <= {"call", "meeting", "talks"}):
        return False  # who speaks by telephone meets nowhere
    if known.kind == one.kind or one.vague or known.vague:
        return True
    return "call" not in (known.kind, one.kind)


def same_time(known: Encounter, one: Encounter) -> bool:
    if not same_day(known, one) or is_earlier(known, one) or is_earlier(one, known):
        return False
    if known.earlier != one.earlier and not (is_loose(known) or is_loose(one)):
        return False
    if known.status == one.status:
        return True
    if PLANNED in (known.status, one.status) and (are_days_apart(known, one) or is_over(known, one) or is_over(one, known)):
        return False
    if comes_true(known, one):
        return True
    if is_headline(known, one):
        return True
    if known.kind == one.kind == "talks" and known.date is None and one.date is None:
        return True  # talks of states go on: one process
    if CANCELLED in (known.status, one.status):
        return PLANNED in (known.status, one.status)
    if is_loose(one) or is_loose(known):
        return True
    if MENTIONED in (known.status, one.status) and any(e.status == MENTIONED and e.kind == "visit" and not e.told_by_noun for e in (known, one)):
        return known.kind == one.kind  # a journey that is recalled is none of the news
    past = (HELD, ONGOING, MENTIONED)
    return known.status in past and one.status in past


def comes_true(known: Encounter, one: Encounter) -> bool:
    """Has what somebody came for taken place ("X ile görüşmek üzere geldi. X ile görüştü")?"""
    return known.aimed and known.status == PLANNED and one.status in (HELD, ONGOING) and known.kind == one.kind


def is_headline(known: Encounter, one: Encounter) -> bool:
    """Does a heading tell in the present what the text tells of as to come ("A ve B Paris'te buluşuyor")?"""
    opens = known.sentence == 0 and known.status == ONGOING and known.kind == "meeting" and known.finite and not known.told_by_noun
    return opens and one.status == PLANNED and one.sentence <= 2 and not one.told_by_noun


def are_days_apart(known: Encounter, one: Encounter) -> bool:
    """Is a journey to come told with another day than what has been ("dünkü görüşmesi", "eylülde gelecek")?"""
    journey = known.kind == "visit" or one.kind == "visit"
    days = [(d.edtf or d.timex) for d in (known.date, one.date) if d is not None]
    return journey and len(days) == 2 and days[0] != days[1]


def is_over(met: Encounter, journey: Encounter) -> bool:
    """Had they met by a day that is told, before a journey that is yet to come ("dünkü görüşmesi … Nairobi'ye gidiyorum")?"""
    dated = met.status == HELD and met.date is not None and met.date.kind in ("date", "period") and not met.date.ahead
    return dated and journey.kind == "visit" and journey.status == PLANNED and not journey.told_by_noun


def is_earlier(news: Encounter, past: Encounter) -> bool:
    """Is one the news, and the other an encounter of an earlier day that the article looks back to ("14 Nisan'da bir araya gelmişti")?"""
    looks_back = past.status == MENTIONED and past.finite and past.date is not None and is_dated(past.date) and not is_weekday(past.date)
    if not looks_back or news.status not in (HELD, ONGOING) or news.sentence == past.sentence:
        return False
    return not (news.told_by_noun and is_loose(news)) and not (news.date is not None and is_dated(news.date))


def is_dated(day: When) -> bool:
    """Is it a day or month of the calendar, not "dün"?"""
    return day.kind in ("date", "period") and (bool(day.edtf) or "XXXX" in (day.timex or ""))


def is_weekday(day: When) -> bool:
    """ "salı günü": of this week, as likely as not."""
    return "-W" in (day.timex or "")


def is_loose(one: Encounter) -> bool:
    """Does a noun only allude to it, so that it says little of the time ("ziyareti öncesi", "görüşmede")?"""
    if one.kind == "visit":
        return one.told_by_noun and not one.finite and one.date is None
    told = (one.status == PLANNED and (one.place or one.date or not one.told_by_noun)) or (one.status == MENTIONED and one.date)
    return (one.vague or (one.kind == "summit" and one.told_by_noun and one.status == HELD)) and not one.finite and not told


def same_day(known: Encounter, one: Encounter) -> bool:
    """Do the days agree that both tell, if they do?"""
    days = [d.edtf or d.timex for d in (known.date, one.date) if d is not None and d.kind == "date" and is_dated(d)]
    return len(days) < 2 or days[0] == days[1]


def join(known: Encounter, one: Encounter) -> None:
    """Add what a later report knows."""
    if known.idle and not one.idle:
        in_words_of(known, one)
        known.idle = False
    if is_journey(known, one):
        travel(known, one)
        return
    if is_before_press(known, one):
        known.parties = distinct([specific(p, one.parties) for p in known.parties])
        return
    if is_told_better(known, one):
        known.parties = list(one.parties)
    if known.framing and is_elsewhere_of(known, one):
        known.parties = [*(p for p in known.parties if not isinstance(p.actor, State)), *one.parties]
    sure, unsure = one.confidence >= LEAST or known.confidence < LEAST, known.confidence < LEAST <= one.confidence
    more = one.sentence == known.sentence or (len(one.parties) > len(known.parties) and not is_loose(one))
    more = more and not known.split  # with each apart there are two
    if sure:
        retell(known, one)
    if comes_true(known, one):
        in_words_of(known, one)
        known.place, known.place_span = (one.place, one.place_span) if one.place is not None else (known.place, known.place_span)
    if is_headline(known, one):
        known.status = PLANNED
    aside = one.told_by_noun and one.sentence == known.sentence  # "bir araya gelerek diyaloğu geliştirme kararı almıştı"
    if one.status == CANCELLED or (known.status == MENTIONED and one.status in (HELD, ONGOING) and not aside):
        known.status = one.status
    if one.status == ONGOING and is_process(known) and is_process(one) and not known.over:
        known.status = ONGOING
    if one.over and known.status == ONGOING:
        known.status, known.over = HELD, True
    known.parties = distinct([specific(p, one.parties) for p in known.parties] + (one.parties if more and sure else []))
    known.confidence = min(0.95, 1 - (1 - known.confidence) * (1 - one.confidence))  # two reports bear each other out
    other_room = is_room(one) and len(one.parties) != len(known.parties)
    if one.place is not None and not other_room and (unsure or known.place is None or known.lodged or is_nearer(one, known)):
        known.place, known.place_span, known.lodged, known.broad = one.place, one.place_span, False, one.broad
    known.date = known.date or one.date
    known.turn = known.turn or one.turn
    known.occasion = known.occasion or one.occasion
    known.frequency = known.frequency or one.frequency
    if known.kind == "call":
        known.place = known.place_span = None  # who speaks by telephone meets nowhere


def is_room(one: Encounter) -> bool:
    """Is its place one without a name ("mecliste")?"""
    return isinstance(one.place, Unnamed) and one.place.state is None


def is_process(one: Encounter) -> bool:
    """Are they talks of no day, which go on if any report says so?"""
    return one.kind == "talks" and one.date is None and one.status in (HELD, ONGOING, MENTIONED)


def is_nearer(one: Encounter, known: Encounter) -> bool:
    """Is the place of one in the state that is all that is known of the other's?"""
    return known.broad and not one.broad and one.place is not None and known.place is not None and one.place.state == known.place.state


def retell(known: Encounter, one: Encounter) -> None:
    """Kind, status and words of the report that tells it best: a verb before a noun, a meeting before the visit around it."""
    framing = known.kind == "visit" and one.kind != "visit" and sum(not isinstance(p.actor, State) for p in one.parties) > 1
    told = one.sentence == known.sentence and not known.finite and (one.finite or framing)
    if told or (known.framing and framing and one.kind in ("meeting", "talks") and known.status != CANCELLED):
        known.kind, known.framing = one.kind, one.framing
        in_words_of(known, one)
        if one.place is not None:
            known.place, known.place_span, known.lodged = one.place, one.place_span, False
    elif known.vague and known.kind == "meeting" and one.kind in ("call", "summit"):
        known.kind = one.kind
    if is_loose(known) and not is_loose(one) and known.kind == one.kind:
        in_words_of(known, one)
        known.told_by_noun = one.told_by_noun


def in_words_of(known: Encounter, one: Encounter) -> None:
    """The words of a later report, whose looking back does not make recalled what was told as news."""
    known.evidence, known.rule, known.finite = one.evidence, one.rule, one.finite
    news = known.sentence != one.sentence and known.status in (HELD, ONGOING)
    known.status = known.status if news and one.status == MENTIONED else one.status


def travel(known: Encounter, one: Encounter) -> None:
    """A journey tells the place of the summit that it is for."""
    if known.framing:
        known.kind, known.evidence, known.rule, known.parties, known.framing = one.kind, one.evidence, one.rule, one.parties, False
        known.status, known.occasion = one.status, one.occasion
        known.place, known.place_span = (one.place, one.place_span) if one.place is not None else (known.place, known.place_span)
    elif known.place is None:
        known.place, known.place_span = one.place, one.place_span


def specific(party: Party, others: list[Party]) -> Party:
    """The person for whom the state stood."""
    if isinstance(party.actor, State):
        for other in others:
            if not isinstance(other.actor, State) and state_of(other.actor) == party.actor.id:
                return other
    return party
