"""Whose each office is: the state or body of an office, by its words, the topic or the default."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.appositions import SEATED
from tutanak.mentions.endings import CASES
from tutanak.mentions.gathering import HOME, LOOKBACK, Gathering
from tutanak.mentions.lexicon import BODY, COMMON_BODY, LOOSE, ORGAN, PRESS, Lexicon
from tutanak.mentions.model import proven
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.tables import PersonDraft
from tutanak.mentions.words import SEATED_ENDS
from tutanak.spans import Span
from tutanak.text import casing, morphology
from tutanak.text.layout import Form, Token

LEADERS: Final = word_list("offices", "leaders")
FIRMS_HEADS: Final = word_list("offices", "firms_only")
CORPORATE: Final = word_list("offices", "corporate")
OF_BODIES: Final = tuple(sorted(word_list("offices", "of_bodies")))
BODIES_ENVOYS: Final = word_list("offices", "bodies_envoys")
COLLEAGUES: Final = 8  # names from one deputy to the next of the same parliament
DEPUTY: Final = "milletvekili"  # of a state's parliament, whichever party's
OF_HOUSES: Final = frozenset(("müdür", "şef", "üye", "başhekim"))  # of firms and houses as well as of states
REALMS_ENDS: Final = frozenset(word.split()[-1] for word in word_list("offices", "styles"))
_SENDERS: Final = frozenset(("person", "unknown"))  # "Annan'ın Kıbrıs Özel Temsilcisi X": of whatever the sender is of
_SELDOM: Final = 4  # so many times more often than Türkiye another state is told of: the article is not at home
_SAID: Final = 6  # words from a body to the one its statement tells of
_ACRONYM: Final = 7  # tokens of an acronym in brackets ("(S&D)")
KIN: Final = "XN"  # the other state whose people have Turkish names: there a name tells nothing


class Settling(Gathering):
    """What gives offices their states and bodies."""

    __slots__ = ()

    def settle(self) -> None:
        """Give each person's office its state or body: by its own words, else by the topic, else by default."""
        for i, phrase in enumerate(self.phrases):
            draft = self.who.get(i) if phrase.kind == "person" else None
            if draft is not None:
                self.settle_by_words(i, phrase, draft)
        self.settle_owned()
        self.count_states()
        self.tell_envoys()
        self.places_of = {phrase.first: i for i, phrase in enumerate(self.phrases)}
        self.told_towns = {p.words[0]: p.code for p in self.phrases if p.kind == "place" and p.code and len(p.words) == 1}
        homely = sum(p.code == HOME for p in self.phrases)
        self.at_home = homely > 0 and homely * _SELDOM >= max(self.counts.values(), default=0)
        for i, phrase in enumerate(self.phrases):
            draft = self.who.get(i) if phrase.kind == "person" else None
            if draft is None or not draft.office or draft.state:
                continue
            if draft.org is not None and not sits_for_party(phrase):
                continue
            if not self.settle_by_office(i, draft) and not self.settle_by_class(phrase, draft):
                self.settle_topic(i, phrase, draft)

    def settle_owned(self) -> None:
        """Those whose owner's state the article tells further down."""
        for i, phrase in enumerate(self.phrases):
            draft = self.who.get(i) if phrase.kind == "person" and phrase.owner is not None else None
            if draft is not None and not draft.state:
                self.settle_by_words(i, phrase, draft)

    def tell_envoys(self) -> None:
        """Where a bare envoy sits, if the article tells it of one of that state ("Çad'ın Roma Büyükelçisi … Çadlı | Büyükelçi X")."""
        for draft in self.people.drafts[:LOOKBACK]:
            if draft.stem not in self.lexicon.envoys or " " in draft.office or not draft.state:
                continue
            told = {v.office: v for v in self.vacant if v.stem == draft.stem and v.code == draft.state and " " in v.office}
            if len(told) == 1:
                draft.office, vacant = told.popitem()
                draft.office_span = Span(vacant.office_start, vacant.office_end)

    def owner_of(self, i: int) -> PersonDraft | None:
        """Who owns the office of phrase `i`, or of the joint office that it is one of ("Trump'ın temsilcileri X ve | Y")."""
        owner = self.phrases[i].owner
        places = range(i - 1, max(-1, i - 5), -1) if owner is not None else range(0)
        return next((self.who.get(at) for at in places if self.phrases[at] is owner), None)

    def settle_by_words(self, i: int, phrase: Phrase, draft: PersonDraft) -> None:
        """What the phrase's own words say."""
        self.settle_owner(i, phrase)
        self.settle_nation(i, phrase)
        self.settle_acronym(phrase)
        self.settle_team(i, phrase, draft)
        self.settle_body(draft, phrase)
        # "X'in Birleşmiş Milletler (BM) Daimi Temsilcisi"
        sent = phrase.org is not None and phrase.owner is phrase.org and phrase.stem in self.lexicon.envoys
        governs = phrase.org is None or phrase.org.cue == "organ" or (bool(phrase.codes) and bool(phrase.rank)) or sent
        if not draft.state and phrase.code and governs:
            draft.state = phrase.code
            draft.proof["state"] = proven((self.code_span(phrase),), "derived", "tr/states:" + phrase.code)

    def settle_owner(self, i: int, phrase: Phrase) -> None:
        """ "Trump'ın özel temsilcisi", "Trump'ın damadı ve danışmanı": the office is of its owner's state. Nobody owns a minister."""
        sender = self.phrases[i - 1] if i else None
        if sender is not None and sender.kind == "body" and sender.case == "abl" and sender.last == phrase.first and not phrase.code:
            phrase.code = sender.code  # "ABD yönetiminden Başkan Yardımcısı X"
        self.settle_seat(sender, phrase)
        owner = self.owner_of(i)
        if owner is None and sender is not None and self.is_kin_of(sender, phrase):
            owner = self.who.get(i - 1)
        if phrase.code or phrase.rank == "top" or phrase.stem == "bakan":
            return
        if owner is not None:
            phrase.code = owner.state
        elif phrase.owner is not None and phrase.owner.kind == "office":
            phrase.code = phrase.owner.code  # "Kanada Başbakanı'nın danışmanı X": nobody is named

    def settle_seat(self, seat: Phrase | None, phrase: Phrase) -> None:
        """ "Gazze'deki | Sivil Savunma Müdürlüğü Sözcüsü X": an office of a state's organ is of where that sits."""
        known = seat.known if seat is not None and seat.last == phrase.first and seat.kind in ("place", "capital", "state") else None
        if known is None or phrase.code or (phrase.org is not None and phrase.org.cue != "organ") or not self.is_seated(phrase):
            return
        phrase.code = known.state or self.lexicon.organs_in.get(known.name, "")
        if phrase.org is not None and not phrase.org.code:
            phrase.org.code = phrase.code

    def is_seated(self, phrase: Phrase) -> bool:
        """Does the word right before say where it sits ("Trablus'taki")?"""
        return self.layout.tokens[phrase.first - 1].low.endswith(SEATED_ENDS)

    def settle_nation(self, i: int, phrase: Phrase) -> None:
        """ "Norveçli üst düzey | müzakereci X": a people's word goes with the office past adjectives."""
        nation = self.phrases[i - 1] if i else None
        if phrase.code or phrase.owner is not None or nation is None or nation.kind != "nation" or nation.case != "nom":
            return
        between = self.layout.tokens[nation.last : phrase.first]
        if 1 <= len(between) <= 3 and all(t.kind == "word" and not t.capital and is_plain(t.form) for t in between):
            phrase.code = nation.code

    def settle_team(self, i: int, phrase: Phrase, draft: PersonDraft) -> None:
        """ "Hamas müzakere heyeti | üyesi X": who sits in a body's or a state's team is of it; the team is told with the office."""
        body = self.phrases[i - 1] if i else None
        if body is None or phrase.org is not None or phrase.code or body.case != "nom" or body.kind not in ("body", "state", "nation"):
            return
        between = self.layout.tokens[body.last : phrase.first]
        plain = 1 <= len(between) <= 3 and all(t.kind == "word" and not t.capital and t.form.case == "nom" for t in between)
        if not plain or between[-1].form.lemma not in self.lexicon.teams or between[-1].form.possessive != "3sg":
            return
        if body.kind != "body":
            phrase.code = body.code
        elif body.words:
            phrase.org = body
        if draft.office_span.start == phrase.office_start:
            phrase.office_start = between[0].start
            draft.office_span = Span(phrase.office_start, phrase.office_end)
            draft.office = self.text[phrase.office_start : phrase.office_end]

    def settle_acronym(self, phrase: Phrase) -> None:
        """What nobody knows, before who leads it, is a body: an acronym ("ABC'nin Genel Başkanı"), a firm ("Nordtek'in Direktörü")."""
        owner = phrase.owner
        if phrase.org is not None or owner is None or owner.kind != "unknown":
            return
        acronym = phrase.stem in LEADERS and 1 < owner.end - owner.start <= 5 and self.text[owner.start : owner.end].isupper()
        if acronym or (self.is_firms(phrase, owner) and owner.case == "gen" and self.who.get(self.place_of_owner(owner)) is None):
            owner.kind = "body"
            phrase.org = owner

    def is_firms(self, phrase: Phrase, owner: Phrase) -> bool:
        """Does the office say that its owner is a firm, or the owner's last word, a noun behind one no dictionary has ("Nordtek Araştırma'nın")?"""
        if not owner.words or owner.words[-1] in REALMS_ENDS:
            return False
        told = [bool(morphology.listed_readings(word)) for word in owner.words]
        if phrase.stem in FIRMS_HEADS or casing.fold(phrase.office).startswith("genel müdür"):
            return not told[0]
        return phrase.stem in LEADERS and len(told) == 2 and told == [False, True] and owner.words[0] not in self.lexicon.given

    def place_of_owner(self, owner: Phrase) -> int:
        """Where the owner stands among the article's phrases."""
        return bisect_left(self.phrases, owner.first, key=_first_token)

    def is_kin_of(self, owner: Phrase, phrase: Phrase) -> bool:
        """Is the office one of two things that its bearer is to somebody: "Trump'ın damadı ve | danışmanı"?"""
        between = self.layout.tokens[owner.last : phrase.first]
        if owner.case != "gen" or not 2 <= len(between) <= 3 or between[-1].low != "ve":
            return False
        return between[-2].form.possessive == "3sg" and not any(t.capital or t.kind != "word" for t in between)

    def settle_body(self, draft: PersonDraft, phrase: Phrase) -> None:
        if phrase.org is None or draft.org is not None or Span(phrase.office_start, phrase.office_end) != draft.office_span:
            return
        org = self.called_before(phrase.org) if phrase.org.cue == "again" else phrase.org
        if org is None:
            return
        draft.org = self.bodies.enter(org, org.code)
        draft.org_span = Span(phrase.org.start, phrase.org.end)
        known = org.known
        stately = org.title in ("state", "nation") and stem_of(org, self.lexicon) not in self.lexicon.civil
        organ = bool(org.code) and (stately if known is None else "organ" in known.flags)
        draft.land = org.code if (org.title in ("state", "nation") if known is None else "civil" in known.flags) else ""
        if organ or draft.stem == DEPUTY or (draft.stem == "aday" and casing.fold(draft.office).startswith("cumhurbaşkanı")):
            draft.state = org.code
            draft.proof["state"] = proven((draft.org_span,), "inferred", "the body's state")

    def called_before(self, again: Phrase) -> Phrase | None:
        """The body that its class alone means before an office ("Komisyonun sözcüsü"): the last one named with it."""
        return self.named_before(again.stem, again)

    def named_before(self, stem: str, phrase: Phrase) -> Phrase | None:
        """The last body whose name has this head, of those named before a phrase."""
        before = [p for p in self.phrases[:LOOKBACK] if p.kind == "body" and p.cue != "again" and p.last <= phrase.first and p.words]
        return next((p for p in reversed(before) if stem == (p.stem or stem_of(p, self.lexicon))), None)

    def settle_by_class(self, phrase: Phrase, draft: PersonDraft) -> bool:
        """An office of a body that is called by what it is ("Komisyon Sözcüsü X"): of the last one named so before, if that is one of many states.

        That of an organ ("Bakanlık Sözcüsü X") is its state's.
        """
        words = casing.fold(self.now(draft)).split()
        head = self.lexicon.heads.get(words[0])
        if len(words) != 2 or phrase.org is not None or head is None or not head.bits & (ORGAN | BODY | COMMON_BODY):
            return False
        body = self.named_before(words[0], phrase)
        organ = head.bits & (ORGAN | COMMON_BODY) != 0
        if body is None or not (body.code if organ else body.known is not None and body.known.kind == "body"):
            return False
        span = Span(body.start, body.end)
        if organ:
            draft.state = body.code
            draft.proof["state"] = proven((span,), "inferred", "the body's state")
        else:
            draft.org, draft.org_span = self.bodies.enter(body, body.code), span
        return True

    def code_span(self, phrase: Phrase) -> Span:
        for inner in phrase.inner:
            if inner.code == phrase.code:
                return Span(inner.start, inner.end)
        if phrase.owner is not None:
            return Span(phrase.owner.start, phrase.owner.end)
        return phrase.span()

    def settle_by_office(self, i: int, draft: PersonDraft) -> bool:
        """A secretary-general and a high representative belong to a body, the pope to the Vatican."""
        if draft.stem == "papa":
            draft.state = "VA"
            draft.proof["state"] = proven((draft.office_span,), "derived", "tr/offices:papa")
            return True
        office = casing.fold(self.now(draft))
        if not office.startswith(OF_BODIES) and not any(envoy in office for envoy in BODIES_ENVOYS):
            return False
        for phrase in reversed(self.phrases[max(0, i - 20) : i]):
            body = phrase.org or phrase
            if body.kind == "body" and body.known is not None and body.known.kind == "body" and not body.known.flags:
                draft.org = self.bodies.enter(body, body.code)
                draft.org_span = Span(body.start, body.end)
                break
        return True

    def settle_topic(self, i: int, phrase: Phrase, draft: PersonDraft) -> None:
        """An office without a state: that of its own place, of those it is listed with, of the topic where the name is foreign, else Türkiye's."""
        sent = draft.stem in self.lexicon.envoys and phrase.owner is not None and phrase.owner.kind in _SENDERS
        if sent or self.is_no_states(phrase) or self.is_of_something(phrase):
            return
        code = self.own_place(draft)
        if code:
            draft.state = code
            draft.proof["state"] = proven((draft.office_span,), "derived", "the office's place")
            return
        topic = self.topic_of_office(i, phrase, draft)
        told = topic is not None and self.sentence_of(topic) == self.sentence_of(phrase)
        if sits_for_party(phrase) and not told and not self.people.turkish(draft):
            self.settle_by_colleague(i, draft)
            return  # a party's member of a parliament that the sentence does not tell
        if topic is not None and self.code_of(topic) != HOME:
            draft.state = self.code_of(topic)
            draft.proof["state"] = proven((Span(topic.start, topic.end),), "inferred", "topic before the default")
        elif not self.sits_at_home(draft):
            draft.state = HOME
            draft.proof["state"] = proven((), "default", "an office without a state is Türkiye's")

    def is_no_states(self, phrase: Phrase) -> bool:
        """Who leads a party or works for a firm holds no office of the state ("Genel Başkan Yardımcısı X", "Direktör X")."""
        office = casing.fold(phrase.office).split()
        return phrase.stem in CORPORATE or (office[:2] == ["genel", "başkan"] and not phrase.code)

    def settle_by_colleague(self, i: int, draft: PersonDraft) -> None:
        """ "Halk Partisi milletvekili X … Sol Parti milletvekili | Y de": of the parliament of the one told just before."""
        for k in range(i - 1, max(-1, i - COLLEAGUES), -1):
            near = self.who.get(k)
            if near is not None and near is not draft and near.stem == DEPUTY and near.state:
                draft.state = near.state
                draft.proof["state"] = proven((near.office_span,), "inferred", "a colleague told before")
                return

    def topic_of_office(self, i: int, phrase: Phrase, draft: PersonDraft) -> Phrase | None:
        """What gives an office its state, or None for the default."""
        listed = self.listed_with(i, draft)
        president = self.now(draft) == "Başkan" and not self.people.plainly_turkish(draft)
        foreign = not self.people.turkish(draft) or president or self.is_from_abroad(draft)
        topic = self.destination(i) or self.source(i) or self.topic(i, foreign)
        if listed is not None and (foreign or listed.code == KIN):
            return listed
        if foreign:
            return self.foreign_topic(phrase, draft, topic)
        if topic is None or not (self.people.doubtful(draft) or self.is_kins(topic) or self.is_abroad_only(phrase, draft, topic)):
            return None
        return topic if self.leads_with_foreign_office(i, topic) or not self.at_home else None

    def is_kins(self, topic: Phrase) -> bool:
        """Is told of the other state with Turkish names, where no one names Türkiye ("KKTC'de tören düzenlendi. Törene Başbakan X …")?"""
        return not self.at_home and self.code_of(topic) == KIN

    def now(self, draft: PersonDraft) -> str:
        """The office without what says that it is held no more ("önceki | Başkan")."""
        first, _, rest = draft.office.partition(" ")
        return rest if casing.fold(first) in self.lexicon.kept else draft.office

    def is_abroad_only(self, phrase: Phrase, draft: PersonDraft, topic: Phrase) -> bool:
        """Is told what happens in a state, where no one names Türkiye ("Mısır'da olaylar sürerken Cumhurbaşkanı X …"; no guest there)?"""
        if self.at_home or not draft.rank or "ğ" in draft.words[-1] or topic.kind != "state" or topic.case != "loc":
            return False
        before = self.layout.tokens[phrase.first - 1]
        return self.sentence_of(topic) == self.sentence_of(phrase) and before.form.verb_form != "participle"

    def is_of_something(self, phrase: Phrase) -> bool:
        """Is the office that of a company, a party, an idea, no state's ("şirketinin Genel Müdürü", "akımının kurucusu")?"""
        if phrase.stem == "kurucu" or phrase.stem in self.lexicon.reporters or self.is_of_nobody_known(phrase):
            return True
        if not sits_for_party(phrase) and phrase.org is not None and phrase.org.stem not in self.lexicon.held_organs:
            return True
        before = self.layout.tokens[self.before_bracket(phrase.first) - 1] if phrase.first else None
        if before is None or before.sentence != self.sentence_of(phrase):
            return False
        if before.capital:
            return phrase.owner is None and (self.owns_by_mark(before) or (phrase.stem != DEPUTY and is_party_of_many(before)))
        head = self.lexicon.heads.get(before.low)
        if head is None or head.ending.case != "gen" or head.stem in self.lexicon.realms:
            return False
        return head.bits & (BODY | PRESS | COMMON_BODY) != 0

    def is_of_nobody_known(self, phrase: Phrase) -> bool:
        """Has the office an owner in the genitive whom nobody knows, no person ("CoinNord'un Başkanı X")?"""
        owner = phrase.owner
        if phrase.stem not in LEADERS and phrase.stem not in CORPORATE and phrase.stem not in OF_HOUSES:
            return False  # who owns a minister is a leader, a governor's province is a state's
        unknown = owner is not None and owner.kind == "unknown" and owner.case == "gen" and owner.last == phrase.first
        if owner is None or not owner.words or owner.words[-1] in REALMS_ENDS:
            return False  # "Nordlund Cumhuriyeti'nin Başkanı": of the state that it is part of
        return unknown and self.who.get(self.place_of_owner(owner)) is None

    def before_bracket(self, at: int) -> int:
        """Where the acronym in brackets right before token `at` opens ("Demokratlar'ın | (S&D) lideri"); `at` without such."""
        tokens = self.layout.tokens
        if at < 3 or tokens[at - 1].text != ")":
            return at
        return next((k for k in range(at - 2, max(at - _ACRONYM, 0), -1) if tokens[k].text == "("), at)

    def owns_by_mark(self, token: Token) -> bool:
        """ "Güvenlik Konferansı'nın | başkanı": an event or a body that no phrase is made of."""
        head = self.lexicon.heads.get(token.word.bare)
        marked = token.base_end != token.end and CASES.get(token.low[token.base_end - token.start + 1 :]) == "gen"
        return marked and head is not None and head.ending.own == "3sg" and head.bits & (BODY | LOOSE) != 0

    def own_place(self, draft: PersonDraft) -> str:
        """The state of the place in the office's own words ("Harkiv Valisi"); an envoy's place is another's."""
        if draft.stem in self.lexicon.envoys:
            return ""
        words = casing.fold(draft.office).split()
        for k, word in enumerate(words):
            for row in self.lexicon.starts.get(word, ()) if word not in self.lexicon.given else ():
                code = row.state or self.lexicon.organs_in.get(row.name, "")
                if row.kind in ("place", "capital") and code in self.lexicon.states and tuple(words[k : k + len(row.words)]) == row.words:
                    return code
        return self.told_towns.get(words[0], "") if len(words) > 1 else ""

    def sits_at_home(self, draft: PersonDraft) -> bool:
        """Is it an envoy to Türkiye ("Ankara Büyükelçisi X"), whom she does not send?"""
        if draft.stem not in SEATED:
            return False
        rows = self.lexicon.starts.get(casing.fold(draft.office).split()[0], ())
        return any(row.kind in ("place", "capital") and (row.state or self.lexicon.organs_in.get(row.name)) == HOME for row in rows)

    def code_of(self, phrase: Phrase) -> str:
        """The state that a phrase stands for: its own words', or that of the person it names."""
        if phrase.code:
            return phrase.code
        if phrase.kind == "place":
            return self.lexicon.organs_in.get(phrase.known.name, "") if phrase.known is not None else ""
        i = self.places_of.get(phrase.first)
        draft = self.who.get(i) if i is not None else None
        return draft.state if draft is not None else ""

    def is_from_abroad(self, draft: PersonDraft) -> bool:
        """An office that Türkiye does not have ("Kral", "Devlet Başkanı"), its bearer's surname not plainly Turkish."""
        if draft.homely or "ğ" in draft.words[-1]:
            return False
        office = casing.fold(self.now(draft))
        return draft.stem in self.lexicon.abroad or office.startswith(self.lexicon.abroad_of)

    def destination(self, i: int) -> Phrase | None:
        """Where somebody went or sits, or whose delegation it is, in the words right before ("Ürdün'e geçerek Kral X", "İran heyetine Bakan X")."""
        place = self.phrases[i - 1] if i else None
        if place is not None and place.kind == "place" and not place.code:
            seated = place.case == "loc" and self.layout.tokens[place.last].text == "," and place.last + 1 == self.phrases[i].first
            return place if seated and self.code_of(place) else None  # "Batı Şeria'da, | Devlet Başkanı X"
        if place is None or not place.code or place.kind not in ("state", "capital", "nation"):
            return None
        between = self.layout.tokens[place.last : self.phrases[i].first]
        if place.case == "nom" and len(between) == 1 and between[0].form.lemma in self.lexicon.teams:
            return place
        if place.case != "dat" or place.kind == "nation":
            return None
        return place if len(between) <= 4 and any(t.form.lemma in self.lexicon.motion for t in between) else None

    def source(self, i: int) -> Phrase | None:
        """The foreign body that makes a statement known, before those it tells of ("Norveç hükümetinden yapılan açıklamada, | Başbakan X'in").

        Or the foreign state's station that a minister speaks to ("Kanal 14 televizyonuna konuşan | Bakan X").
        """
        body = self.phrases[i - 1] if i else None
        if body is None or body.kind != "body" or body.case not in ("abl", "dat") or body.code in ("", HOME):
            return None
        between = self.layout.tokens[body.last : self.phrases[i].first]
        if body.case == "dat":
            return body if len(between) == 1 and between[0].form.lemma == "konuş" and between[0].form.suffix == "an" else None
        return body if 2 <= len(between) <= _SAID and any(t.form.lemma == "açıklama" for t in between) else None

    def listed_with(self, i: int, draft: PersonDraft) -> Phrase | None:
        """The state of those named right before in one list ("ABD Başkanı X ve Dışişleri Bakanı Y"), unless it has another such minister."""
        for k in range(i - 1, max(-1, i - 6), -1):
            if not self.joined(self.phrases[k], self.phrases[k + 1]) or not self.is_list(k):
                return None
            near = self.who.get(k)
            if near is not None and near.state and not self.taken(near.state, draft):
                return self.standing_for(near.state, self.phrases[k])
        return None

    def foreign_topic(self, phrase: Phrase, draft: PersonDraft, topic: Phrase | None) -> Phrase | None:
        """Whose minister a foreign name is: of the state of an office without a name, of the topic, of the article."""
        if self.now(draft) in ("Başkan", "Başkan Yardımcısı") and (president := self.president(draft, phrase)) is not None:
            return president
        if topic is not None and self.code_of(topic) != HOME and not self.taken(self.code_of(topic), draft):
            return topic
        for vacant in self.vacant:
            if vacant.stem == draft.stem and alike(vacant.office, draft.office) and not self.taken(vacant.code, draft):
                return vacant
        free = [code for code in self.counts if code != KIN and not self.taken(code, draft)]  # whose names are Turkish
        return self.first_of[max(free, key=lambda code: self.counts[code])] if free else None

    def president(self, draft: PersonDraft, phrase: Phrase) -> Phrase | None:
        """ "Başkan X" without a state: of the United States where the article names them, else as another president in it."""
        if "US" in self.first_of:
            return self.first_of["US"]
        for other in self.people.drafts[:LOOKBACK] if draft.office == "Başkan" else ():
            if other is not draft and other.stem == "başkan" and other.state not in ("", HOME) and other.org is None:
                return self.standing_for(other.state, phrase)
        return None

    def count_states(self) -> None:
        """Which foreign states the article names, how often, and which offices of theirs it names without a bearer."""
        for phrase in self.phrases:
            if phrase.kind == "office" and phrase.code and len(self.vacant) < LOOKBACK:
                self.vacant.append(phrase)
            if phrase.code and phrase.code != HOME and phrase.code in self.lexicon.states and phrase.kind != "place":
                self.counts[phrase.code] = self.counts.get(phrase.code, 0) + 1
                self.first_of.setdefault(phrase.code, phrase)

    def joined(self, a: Phrase, b: Phrase) -> bool:
        """Do two names stand in one list: "X ve Y", "X, Y"?"""
        return b.first - a.last == 1 and self.layout.tokens[a.last].low in ("ve", ",", "ile")

    def is_list(self, k: int) -> bool:
        """Does a list of names that a comma parts end with "ve"? A comma alone sets off a subject."""
        first = k
        while k + 1 < len(self.phrases) and self.joined(self.phrases[k], self.phrases[k + 1]):
            if k - first >= 2 or self.layout.tokens[self.phrases[k].last].low in ("ve", "ile"):
                return True
            k += 1
        last = self.phrases[k].last
        return k > first and last < len(self.layout.tokens) and self.layout.tokens[last].low == "ve"  # "X, Y ve vatandaşlar"

    def standing_for(self, code: str, beside: Phrase) -> Phrase:
        """The name beside, as what gives the state."""
        if beside.code == code:
            return beside
        shown = Phrase("state", beside.first, beside.last, beside.start, beside.end, beside.case)
        shown.code = code
        return shown

    def taken(self, code: str, draft: PersonDraft) -> bool:
        """Has that state another holder of this office in the article?"""
        for other in self.people.drafts[:LOOKBACK]:
            if other is not draft and other.state == code and other.stem == draft.stem and other.office and alike(other.office, draft.office):
                return True
        return False

    def leads_with_foreign_office(self, i: int, topic: Phrase) -> bool:
        sentence = self.sentence_of(self.phrases[i])
        return topic.kind in ("office", "person") and self.sentence_of(topic) == sentence and topic is not self.phrases[i]

    def topic(self, i: int, abroad: bool = False) -> Phrase | None:
        """The phrase that gives this sentence, or one of those before it, its state: its subject, else the first actor, else a people's word.

        abroad: where the name asked for is foreign, Türkiye is passed over.
        """
        sentence = self.sentence_of(self.phrases[i])
        best: Phrase | None = None
        worth, k = 0, i - 1
        while k >= 0 and i - k < LOOKBACK:
            phrase = self.phrases[k]
            here = self.sentence_of(phrase)
            if here < sentence:
                if best is not None or sentence - here > 4:
                    return best
                sentence = here
            found = self.worth_as_topic(phrase, sentence < self.sentence_of(self.phrases[i]))
            if found and found >= worth and not (abroad and self.code_of(phrase) == HOME):
                best, worth = phrase, found
            k -= 1
        return best

    def worth_as_topic(self, phrase: Phrase, earlier: bool) -> int:
        """How much a phrase of an earlier sentence, or of this one, says whose affairs are told; 0: nothing."""
        code = self.code_of(phrase)
        if code not in self.lexicon.states or phrase.kind not in ("state", "nation", "capital", "person", "office", "body", "unknown"):
            return 0
        if phrase.stem in self.lexicon.missions or (phrase.kind == "person" and phrase.stem in self.lexicon.envoys):
            return 0  # an embassy or an envoy is told of where others' affairs are
        if phrase.kind == "nation":
            return 1
        if self.is_where_a_guest_is(phrase) or self.is_left(phrase):
            return 0
        following = self.layout.tokens[phrase.last] if phrase.last < len(self.layout.tokens) else None
        set_off = following is not None and following.low in (",", "ise", "da", "de")
        return 3 if earlier and phrase.case == "nom" and set_off else 2

    def is_left(self, phrase: Phrase) -> bool:
        """ "Rusya | dönüşü": where somebody has been tells nothing of whose he is."""
        after = self.layout.tokens[phrase.last] if phrase.last < len(self.layout.tokens) else None
        return after is not None and phrase.case == "nom" and phrase.kind in ("state", "capital") and after.low.startswith("dönüşü")

    def is_where_a_guest_is(self, phrase: Phrase) -> bool:
        """ "Peru'da | bulunan Bakan X": he is another state's."""
        after = self.layout.tokens[phrase.last].form if phrase.last < len(self.layout.tokens) else None
        return after is not None and phrase.case == "loc" and after.lemma == "bulun" and after.suffix == "an"


def _first_token(phrase: Phrase) -> int:
    return phrase.first


def sits_for_party(phrase: Phrase) -> bool:
    """Is it a party's member of a state's parliament ("İşçi Partisi milletvekili"), who stands for that state?"""
    org = phrase.org
    return phrase.stem == DEPUTY and org is not None and bool(org.words) and org.words[-1].startswith("parti")


def is_party_of_many(token: Token) -> bool:
    """Is it the genitive of those whom a party calls itself by ("Yeşiller'in lideri")?"""
    marked = token.base_end != token.end and CASES.get(token.low[token.base_end - token.start + 1 :]) == "gen"
    return marked and token.word.bare.endswith(("ler", "lar"))


def stem_of(body: Phrase, lexicon: Lexicon) -> str:
    """The class that a body's last word says it is of, or ""."""
    head = lexicon.heads.get(body.words[-1])
    return head.stem if head is not None else ""


def is_plain(form: Form) -> bool:
    """May the word stand before a noun that it says more of: no ending, no verb?"""
    return form.pos in ("ADJ", "NOUN", "DET") and form.case in ("", "nom") and not form.possessive and not form.verb_form and form.number != "pl"


def alike(a: str, b: str) -> bool:
    """Offices of the same first word: "Dışişleri Bakanı", not "Savunma Bakanı"."""
    return a.split()[0][:6].casefold() == b.split()[0][:6].casefold()


def is_former(office: str) -> bool:
    """Is it an office that somebody has held ("eski Başbakan")?"""
    return casing.fold(office).startswith("eski ")


def ends_alike(whole: str, short: str) -> bool:
    """Is the shorter the end of the whole office ("Yüksek Temsilci" of "Dış İlişkiler ve Güvenlik Politikası Yüksek Temsilcisi")?"""
    told, words = casing.fold(whole).split(), casing.fold(short).split()
    return len(told) > len(words) and all(a.startswith(b) for a, b in zip(told[-len(words) :], words, strict=True))
