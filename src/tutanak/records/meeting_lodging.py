"""Where those stay, and where they go, of whom an encounter is told without a place."""

from __future__ import annotations

from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.mentions.model import Person, State, Unnamed
from tutanak.records.meeting_scene import HELD, MENTIONED, ONGOING, PLANNED, Encounter
from tutanak.records.parties import key, state_of

JOURNEYS: Final = frozenset(("visit", "summit"))
# How many sentences on somebody is still taken to be there, and how many a journey to come is looked back to.
WHILE: Final = 8
AHEAD: Final = 5
# How many sentences on he who met somebody in a city is taken to meet its hosts there.
AT_ONCE: Final = 3


@mypyc_attr(acyclic=True)
class Lodging:
    """The last stay told, and that of each traveller, and of states alone; the last journey told, one to come too."""

    __slots__ = ("lands", "met", "stays", "trip", "unowned")

    def __init__(self) -> None:
        self.stays: dict[str, Encounter] = {}
        self.lands: dict[str, Encounter] = {}
        self.unowned: Encounter | None = None
        self.trip: Encounter | None = None
        self.met: Encounter | None = None

    def tell(self, one: Encounter, known: Encounter) -> None:
        """Remember where an encounter places its participants; `known` is the one that it was joined to."""
        if is_stay(one):
            self.stay(one)
        elif one.status in (HELD, ONGOING) and one.place is not None and not one.broad and one.kind != "call":
            self.draw_closer(one)
            self.met = one if one.kind in ("meeting", "talks") else self.met
        if known.kind in JOURNEYS and known.place is not None:
            self.trip = known

    def stay(self, one: Encounter) -> None:
        """Those named are there; nobody named: he who is spoken of."""
        travellers = [p for n, p in enumerate(one.parties) if n == 0 or one.bare or not isinstance(p.actor, State)]
        for party in travellers:
            self.stays[key(party.actor)] = one
            home = state_of(party.actor)
            if isinstance(party.actor, State):
                self.lands[party.actor.id] = one
            elif home is not None:
                self.stays[home] = one  # for what is told of states alone
        if not travellers:
            self.unowned = one

    def is_guest(self, one: Encounter) -> bool:
        """Is he who is welcomed or seen off a guest whose visit has been told ("X Ankara'ya geldi. X'i A, B ve C karşıladı")?"""
        guest = one.parties[-1].actor if len(one.parties) > 1 else None
        visit = self.stays.get(key(guest)) if guest is not None else None
        host = one.parties[0].actor if len(one.parties) == 2 else None
        if guest is None or (host is not None and not isinstance(host, Unnamed) and state_of(host) != state_of(guest)):
            return False  # the one host who is named
        return visit is not None and visit.kind == "visit" and not visit.bare and not visit.greets and one.sentence - visit.sentence <= WHILE

    def draw_closer(self, one: Encounter) -> None:
        """An encounter may tell the city in the state where one of its participants stays."""
        for party in one.parties:
            stay = self.stays.get(key(party.actor))
            if stay is not None and stay.broad and one.place is not None and is_in(one, stay):
                self.stays[key(party.actor)] = one

    def of(self, one: Encounter) -> Encounter | None:
        """The stay told last of one of its participants, or of nobody in particular."""
        own = [stay for p in one.parties if (stay := self.stays.get(key(p.actor))) is not None]
        of_state = [stay for p in one.parties if (stay := self.lands.get(state_of(p.actor) or "")) is not None]
        found = max(own or of_state, key=lambda stay: stay.sentence, default=None)
        return self.unowned if found is None or (self.unowned is not None and self.unowned.sentence > found.sentence) else found

    def lodge(self, one: Encounter) -> None:
        """An encounter told without a place happens where its participant stays ("Varşova'da yaptığı temaslar")."""
        if one.place is not None or one.kind == "call" or one.chaired or one.status not in (HELD, ONGOING):
            return  # a cabinet meets at home
        stay = self.of(one)
        if stay is not None and one.sentence - stay.sentence <= WHILE:
            put(one, stay)
        elif self.met is not None and one.sentence - self.met.sentence <= AT_ONCE and is_at_hosts(one, self.met):
            put(one, self.met)

    def lodge_ahead(self, one: Encounter) -> None:
        """One that is to come, told without place and day, happens where its participant goes or stays ("ziyareti kapsamında X ile görüşecek")."""
        trip, met = self.trip, self.met
        if met is not None and one.kind in ("meeting", "talks") and is_next(one, met):
            put(one, met)
        if trip is None or trip.place is None or one.place is not None or one.status != PLANNED or one.kind not in ("meeting", "talks"):
            return
        far = one.sentence - trip.sentence
        guest = {key(p.actor) for p in trip.parties[:1]}
        there = trip.status in (HELD, ONGOING, PLANNED) or (is_stay(trip) and far <= 1)  # "Kahire'ye gitmişti. X ile görüşmesi bekleniyor"
        if not there or far > AHEAD or guest.isdisjoint(key(p.actor) for p in one.parties) or one.date is not None:
            return
        at_host = any(state_of(p.actor) == trip.place.state is not None for p in one.parties)
        if at_host or trip.kind == "summit" or (trip.status != PLANNED and far <= 2):
            put(one, trip)


def is_stay(one: Encounter) -> bool:
    """Is the traveller there now, not one who was or will be ("mart ayındaki Yunanistan ziyareti")?"""
    if one.place is None or one.kind not in JOURNEYS:
        return False
    return one.status in (HELD, ONGOING) or (one.status == MENTIONED and not (one.told_by_noun and one.date is not None))


def is_in(one: Encounter, stay: Encounter) -> bool:
    """Does it take place in the state of the stay?"""
    return one.place is not None and stay.place is not None and one.place.state is not None and one.place.state == stay.place.state


def is_at_hosts(one: Encounter, met: Encounter) -> bool:
    """Does a guest who met somebody in a city next meet its hosts ("Tahran'da X ile görüştü. Ardından İran Dışişleri Bakanı ile …")?"""
    land = met.place.state if met.place is not None else None
    guests = {key(p.actor) for p in met.parties if state_of(p.actor) != land}
    hosts = [p for p in one.parties if state_of(p.actor) == land is not None]
    return bool(hosts) and len(one.parties) == 2 and any(key(p.actor) in guests for p in one.parties)


def is_next(one: Encounter, met: Encounter) -> bool:
    """Will a guest who met somebody abroad also meet another ("Cidde'de X ile görüştü. Y ile de görüşmesi bekleniyor")?"""
    if one.status != PLANNED or one.place is not None or one.date is not None or met.place is None or one.sentence - met.sentence > AT_ONCE - 1:
        return False
    guests = {key(p.actor) for p in met.parties if isinstance(p.actor, Person) and state_of(p.actor) not in (None, met.place.state)}
    names = [key(p.actor) for p in one.parties]
    at_host = any(state_of(p.actor) == met.place.state for p in one.parties)
    return met.place.state is not None and not guests.isdisjoint(names if at_host else names[:1])


def put(one: Encounter, there: Encounter) -> None:
    one.place, one.place_span, one.lodged = there.place, there.place_span, True
