"""Whom every phrase means: the second reading, in text order, with chains."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from tutanak.mentions.gathering import HOME, LOOKBACK, Meant, Named
from tutanak.mentions.lexicon import BODY, COMMON_BODY, ORGAN, Known
from tutanak.mentions.model import Unnamed
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.settling import KIN, alike, ends_alike, is_former, stem_of
from tutanak.mentions.tables import BodyDraft, PersonDraft
from tutanak.mentions.towns import Towns
from tutanak.mentions.words import SET_OFF
from tutanak.spans import Span, stretch
from tutanak.text import casing
from tutanak.text.layout import Token
from tutanak.text.morphology import MARKS
from tutanak.text.nouns import is_of_name

_BODILY: Final = ORGAN | BODY | COMMON_BODY
_GUESTS: Final = frozenset(("konuk", "misafir"))
_CHANCELLOR: Final = {"başbakan", "şansölye"}  # one and the same
_CHANCELLORS: Final = frozenset(("DE", "AT"))
_ISLAND: Final = frozenset(("CY", KIN))
_NEAR: Final = 5  # words from a town to the verb or noun that says what befalls it
_BESIDE: Final = frozenset(("gen", "dat", "acc", "ins", "loc"))  # cases of who is no doer
_TITLE: Final = 5  # words of a charter's title
_PART: Final = 3  # words from a town to its part
_MARKED: Final = 7  # tokens back to the first word of a name in marks
_RELATIONS: Final = ("arasın", "tarafın", "karşısın", "hakkın", "üzerin", "konusun", "yanın")


class Naming(Towns):
    """One article's names, from phrases to mentions."""

    __slots__ = ("fronts", "listed_at")

    def walk(self) -> None:
        """Read the phrases in order and say whom each means."""
        self.listed_at = -1
        self.fronts: list[Phrase] = []  # bodies at the front of others' names
        self.find_towns()
        for i, phrase in enumerate(self.phrases):
            person = self.who.get(i)
            self.fronts.extend(p for p in phrase.inner if phrase.kind == p.kind == "body")
            for inner in parts(phrase):
                self.note_inner(inner, person.state if person is not None else phrase.code)
            if person is not None:
                self.take_person(person, phrase)
            elif phrase.kind in ("body", "capital", "place"):
                self.take_name(i, phrase)
            else:
                self.take_other(phrase)
        for front in self.fronts:
            if self.bodies.known(front) is not None:
                self.bodies.enter(front, front.code)  # perhaps by a fuller name

    def take_name(self, i: int, phrase: Phrase) -> None:
        if phrase.kind == "body":
            self.take_body(i, phrase)
        elif phrase.kind == "capital":
            self.take_capital(phrase)
        else:
            self.take_place(phrase)

    def take_other(self, phrase: Phrase) -> None:
        kind = phrase.kind
        if kind == "unknown" and phrase.words in self.towns:
            self.take_place(phrase)
        elif kind == "state" or kind == "nation":
            self.take_state(phrase)
        elif kind == "office":
            self.take_office(phrase)
        elif kind == "group":
            self.take_group(phrase)
        elif kind == "unnamed":
            self.take_unnamed(phrase)
        elif kind == "pair":
            self.take_pair(phrase)

    def view(self, code: str) -> None:
        """A state comes into view; what came before fades."""
        if code not in self.weights:
            self.states.append(code)
        self.last_code = code
        self.seen_codes += 1
        self.weights[code] = self.weights.get(code, 0.0) + 1.0 + self.seen_codes * 0.02

    def see_state(self, code: str, span: Span | None = None) -> None:
        self.view(code)
        spans = self.state_spans.setdefault(code, [])
        if span is not None:
            spans.append(span)

    def note_inner(self, inner: Phrase, code: str = "") -> None:
        """A name inside a longer phrase: it is there, though the phrase means something else."""
        span = inner.span()
        self.fronts.extend(p for p in inner.inner if inner.kind == p.kind == "body")
        for deeper in parts(inner):
            self.note_inner(deeper, code)
        if inner.kind == "state":
            self.see_state(inner.code, span)
        elif inner.kind == "nation":
            self.see_state(inner.code, span if self.text[inner.end : inner.end + 1] in ("'", "’") else None)
        elif inner.kind == "body":
            if inner.cue == "organ" and not inner.code:
                inner.code = code
            draft = self.enter_body(inner)
            self.tie_acronym(inner, draft)
            draft.mentions.append(span)

    def take_person(self, draft: PersonDraft, phrase: Phrase) -> None:
        self.seen_people.append(draft)
        if code := draft.state or (draft.org.code if draft.org is not None else ""):  # a party's officer brings his country into view as well
            self.view(code)
        self.named.append(Named(phrase, [draft], "name"))

    def take_state(self, phrase: Phrase) -> None:
        span = phrase.span()
        apostrophe = self.text[phrase.end : phrase.end + 1] in ("'", "’")
        self.see_state(phrase.code, span if phrase.kind == "state" or apostrophe else None)
        if phrase.kind == "state":
            self.named.append(Named(phrase, [phrase.code], "state"))
            self.take_quarter(phrase)
        elif phrase.known is not None and self.is_plural(phrase, phrase.known.words[-1]):
            self.named.append(Named(phrase, [phrase.code], "state", actor=False))

    def is_plural(self, phrase: Phrase, word: str) -> bool:
        """ "Filistinliler", "Ruslar": the people, not an adjective."""
        return self.layout.tokens[phrase.last - 1].low.startswith((word + "lar", word + "ler"))

    def take_capital(self, phrase: Phrase) -> None:
        """A capital where something happens is a place; one that does something is its state."""
        if self.acts(phrase):
            self.see_state(phrase.code, phrase.span())
            self.named.append(Named(phrase, [phrase.code], "state"))
        else:
            self.take_place(phrase)

    def acts(self, phrase: Phrase) -> bool:
        if phrase.known is None or "seat" not in phrase.known.flags:
            return False
        last = self.last_listed(phrase)
        if last.case == "loc":
            return False
        if last.case in ("dat", "abl"):
            return not self.moves(last) and not (last.case == "dat" and self.is_struck(last))
        if last.case in ("acc", "gen") and self.is_seen(last):
            return False
        before = self.layout.tokens[phrase.first - 1] if phrase.first else None
        if before is not None and before.low in ("başkent", "başkenti", "kenti", "şehri"):
            return False
        if phrase.case == "nom":
            if self.is_dateline(phrase):
                return False
            following = self.layout.tokens[phrase.last] if phrase.last < len(self.layout.tokens) else None
            return following is None or self.governs(following) or not (following.capital or following.kind == "number" or _possessed(following))
        return True

    def governs(self, token: Token) -> bool:
        """ "Atina ve Kahire | yönetimleri"."""
        return token.form.lemma in self.lexicon.governments and bool(token.form.possessive)

    def last_listed(self, phrase: Phrase) -> Phrase:
        """The last town of a list that this one stands in, whose case they share: "Oslo, Rabat ve | Roma'da"; alone itself.

        Behind "ve" and "ile" a comma closes it ("Oslo ile Rabat, Roma'da anlaştı").
        """
        i = bisect_left(self.phrases, phrase.first, key=_first)
        closed = phrase.first > 0 and self.layout.tokens[phrase.first - 1].low in ("ve", "ile")
        while phrase.case == "nom" and i + 1 < len(self.phrases) and self.joined(phrase, self.phrases[i + 1]):
            i += 1
            joint = self.layout.tokens[phrase.last].low
            if self.phrases[i].kind not in ("capital", "place") or (closed and joint == ","):
                break
            closed = closed or joint != ","
            phrase = self.phrases[i]
        return phrase

    def moves(self, phrase: Phrase) -> bool:
        """Does somebody go there or come from there in the words that follow?"""
        tokens = self.layout.tokens
        for before, token in pairwise(tokens[phrase.last - 1 : phrase.last + 9]):
            if token.sentence != tokens[phrase.first].sentence or token.form.lemma in self.lexicon.sent:
                return False
            moving = token.form.lemma in self.lexicon.motion or (len(token.forms) > 1 and token.forms[1].lemma in self.lexicon.motion)
            if moving and before.low not in self.lexicon.idle:
                return True
        return False

    def is_struck(self, phrase: Phrase) -> bool:
        """Is the town attacked, or somebody sent there: "Kiev'e | düzenlenen saldırı", "Oslo'ya | atandı"?"""
        return any(token.form.lemma in self.lexicon.struck for token in self.words_behind(phrase, _NEAR))

    def is_seen(self, phrase: Phrase) -> bool:
        """Is the town visited or shelled, or told of by its parts: "Oslo'yu | ziyaret etti", "Oslo'nun | merkezinde"?"""
        if phrase.case == "gen":
            return any(t.form.lemma in self.lexicon.parted and t.form.possessive == "3sg" for t in self.words_behind(phrase, _PART))
        return any(token.form.lemma in self.lexicon.visited for token in self.words_behind(phrase, _NEAR))

    def words_behind(self, phrase: Phrase, most: int) -> list[Token]:
        """The words behind a phrase up to the next name, the next mark or the verb of its clause, that too."""
        found: list[Token] = []
        for token in self.layout.tokens[phrase.last : phrase.last + most]:
            if token.kind == "punct" or token.capital or token.sentence != self.layout.tokens[phrase.first].sentence:
                break
            found.append(token)
            if token.form.verb_form in ("finite", "converb"):
                break
        return found

    def take_place(self, phrase: Phrase) -> None:
        if self.only_names_an_event(phrase) or self.is_addressed(phrase) or (phrase.known is not None and "wide" in phrase.known.flags):
            return
        if self.is_alias(phrase) or (phrase.known is None and self.is_heading(phrase)):
            return
        draft = self.places.enter(phrase)
        draft.mentions.append(phrase.span())
        self.named.append(Named(phrase, [draft], "place", actor=False))

    def only_names_an_event(self, phrase: Phrase) -> bool:
        """ "Münih Güvenlik Konferansı": nothing is said to be there."""
        if phrase.case != "nom" or phrase.last + 1 >= len(self.layout.tokens):
            return False
        tokens = self.layout.tokens
        following, after = tokens[phrase.last], tokens[phrase.last + 1]
        if following.form.lemma in self.lexicon.signed and following.form.possessive == "3sg":
            return True  # "Lozan Antlaşması"
        named = following.capital and after.capital and following.sentence == tokens[phrase.first].sentence
        return named and not self.is_dateline(phrase)

    def take_body(self, i: int, phrase: Phrase) -> None:
        if self.is_where(phrase) and self.is_only_where(phrase):
            self.take_place(phrase)
            return
        if (phrase.known is None and self.is_heading(phrase)) or self.is_of_charter(phrase) or self.is_under(phrase):
            return
        if phrase.stem == "taraf" and phrase.code and not self.is_of_island(phrase):
            self.view(phrase.code)
            self.named.append(Named(phrase, [phrase.code], "state"))
            return
        if phrase.known is not None and "press" in phrase.known.flags and self.is_dateline(phrase):
            return  # it wrote the report
        if phrase.cue == "again":
            draft = self.last_of_head(phrase) or self.lone_organ(phrase)
            if draft is None:
                return
        else:
            draft = self.enter_body(phrase)
            draft.stem = draft.stem or phrase.stem or (stem_of(phrase, self.lexicon) if phrase.words else "")
            self.tie(i, phrase, draft)
            self.govern(phrase, draft)
        if draft.code:
            self.view(draft.code)
        draft.mentions.append(phrase.span())
        scene = phrase.stem in self.lexicon.missions and phrase.case == "nom" and self.is_where(phrase)
        member = bool(draft.code) and is_of_name(self.layout.tokens[phrase.last - 1])  # "CHP'li vekiller": not the party
        self.named.append(Named(phrase, [draft], "name", actor=not scene and not member))

    def is_under(self, phrase: Phrase) -> bool:
        """Is told who drives or leads ("Lars Dahl | yönetimindeki otomobil"), no government of somebody who has one?"""
        if phrase.stem not in self.lexicon.governments or phrase.case != "loc" or phrase.code or phrase.owner is not None or phrase.known is not None:
            return False
        name = phrase.words[:-1]
        if len(name) < 2 or name[0] not in self.lexicon.given:
            return False
        leader = self.people.of_surname(name[-1:], None)
        return leader is None or leader.rank != "top"

    def is_of_charter(self, phrase: Phrase) -> bool:
        """Does a charter or a convention go by the body's name ("Birleşmiş Milletler | Şartı", "BM | Deniz Hukuku Sözleşmesi")?"""
        if phrase.known is None or phrase.case != "nom":
            return False
        tokens, k = self.layout.tokens, phrase.last
        while k < len(tokens) and tokens[k].capital and k - phrase.last < _TITLE and tokens[k].sentence == tokens[phrase.first].sentence:
            if tokens[k].form.lemma in self.lexicon.charters and tokens[k].form.possessive == "3sg":
                return True
            k += 1
        return False

    def is_of_island(self, phrase: Phrase) -> bool:
        """Is it one of the two sides of Kıbrıs, which are bodies ("Rum tarafı"), not a state as somebody's partner ("Norveç tarafı")?"""
        return phrase.code in _ISLAND or any(p.stem == "taraf" and p.code in _ISLAND for p in self.phrases[:LOOKBACK])

    def is_heading(self, phrase: Phrase) -> bool:
        """Several words in capitals: a heading, that names nothing anew."""
        name = self.text[phrase.start : phrase.end]
        return " " in name and name.isupper()

    def is_where(self, phrase: Phrase) -> bool:
        """Does something happen in, before or around it: "… Ofisi'nde", "… Merkezi önünde"?"""
        if phrase.case == "loc":
            return True
        hall = phrase.stem in self.lexicon.halls or phrase.stem in self.lexicon.missions
        if phrase.case != "nom" or not hall or phrase.last >= len(self.layout.tokens):
            return False
        form = self.layout.tokens[phrase.last].form
        return form.lemma in self.lexicon.sites and form.possessive == "3sg" and form.case not in ("", "nom")

    def is_only_where(self, phrase: Phrase) -> bool:
        """Is a seat or an office only where something happens: "Beyaz Saray'da", "… Ticaret Merkezi'nde", that does nothing elsewhere?"""
        if phrase.known is not None:
            return "house" in phrase.known.flags
        if phrase.stem not in self.lexicon.halls or not self.layout.tokens[phrase.last - 1].capital:
            return False
        return all(p.words != phrase.words or self.is_where(p) for p in self.phrases[:LOOKBACK] if p.kind == "body")

    def tie(self, i: int, phrase: Phrase, draft: BodyDraft) -> None:
        """An acronym in brackets behind a long form names the same body, and is none of another kind."""
        if self.tie_acronym(phrase, draft) and i + 1 < len(self.phrases) and self.phrases[i + 1].first == phrase.last + 1:
            known = self.phrases[i + 1].known
            if known is not None:
                self.bodies.by_key[known.key] = draft
            self.phrases[i + 1].kind = "body"

    def tie_acronym(self, phrase: Phrase, draft: BodyDraft) -> bool:
        """Let the acronym in brackets behind a long form, and the body that is known by it, be this body; is there one?"""
        tokens, k = self.layout.tokens, phrase.last
        if k + 2 >= len(tokens) or tokens[k].text != "(" or tokens[k + 2].text != ")":
            return False
        acronym = tokens[k + 1].low
        if not tokens[k + 1].word.upper and any(row.kind in ("place", "capital") for row in self.lexicon.starts.get(acronym, ())):
            return False  # "Hava Üssü Komutanlığı (Konya)"
        known = [row for row in self.lexicon.starts.get(acronym, ()) if row.kind == "body" and len(row.words) == 1]
        self.bodies.by_key.update(dict.fromkeys((acronym, *[row.key for row in known]), draft))
        if known and not draft.code:
            draft.code = known[0].state or ""  # "Ulusal Birlik Partisi (UBP)"
        return True

    def govern(self, phrase: Phrase, draft: BodyDraft) -> None:
        """A government named by who leads it is of that person's state ("Obama yönetimi")."""
        if draft.code or phrase.stem not in self.lexicon.governments:
            return
        leader = self.people.of_surname(phrase.words[:-1], None)
        if leader is not None and leader.state:
            draft.code, draft.how = leader.state, "inferred"

    def lone_organ(self, phrase: Phrase) -> BodyDraft | None:
        """ "Başbakanlık" that nothing before has named: that of the state told of."""
        if phrase.stem not in self.lexicon.lone_organs or self.is_dateline(phrase) or self.is_house(phrase):
            return None
        phrase.cue, phrase.words = "organ", (phrase.stem,)
        draft = self.enter_body(phrase)
        draft.stem = phrase.stem
        return draft

    def is_house(self, phrase: Phrase) -> bool:
        """Is it but what a building is called by ("Meclis | binasının önünde")?"""
        following = self.layout.tokens[phrase.last] if phrase.last < len(self.layout.tokens) else None
        return following is not None and following.form.lemma == "bina" and phrase.case == "nom"

    def last_of_head(self, phrase: Phrase) -> BodyDraft | None:
        """The body that "Bakanlık", "Komisyon", "Konsey" mean: the last one whose name has that head; "Kurum" may mean any that acted.

        One that was but mentioned once, beside others or in somebody's speech, does not take over from one that did something or is told of again,
        nor one that is joined to another told of more often ("Savunma Bakanlığı ve | Eğitim Bakanlığı").
        """
        stem = phrase.stem
        told = self.layout.tokens[phrase.first].quote < 0
        press = stem in self.lexicon.press
        passing: BodyDraft | None = None
        recent = self.named[-LOOKBACK:]
        for at in range(len(recent) - 1, -1, -1):
            named, meant = recent[at], recent[at].meant[0]
            if not isinstance(meant, BodyDraft) or not (meant.stem == stem or (press and meant.press and not meant.stem)) or meant is passing:
                continue
            if at and self.is_joined_to_greater(recent[at - 1], named):
                continue
            beside = not press and (self.is_beside(named) or (told and self.layout.tokens[named.first].quote >= 0))
            if passing is None and beside and len(meant.mentions) == 1:
                passing = meant
            elif passing is None or not beside or len(meant.mentions) > 1:
                return meant
        return passing or (self.last_doer() if stem in self.lexicon.any_body else None)

    def is_joined_to_greater(self, before: Named, named: Named) -> bool:
        """Is it joined to another body of its kind that the article tells of more often?"""
        one, other = before.meant[0], named.meant[0]
        if not isinstance(one, BodyDraft) or not isinstance(other, BodyDraft) or named.first != before.last + 1:
            return False
        joined = self.layout.tokens[before.last].low in ("ve", "ile")
        return joined and one.stem == other.stem and len(one.mentions) > len(other.mentions)

    def is_beside(self, named: Named) -> bool:
        """Does it only stand beside who does something ("Bakanlığının öğrencileri", "Bakanlığı ile")?"""
        following = self.layout.tokens[named.last].low if named.last < len(self.layout.tokens) else ""
        return named.case in _BESIDE or following in ("ile", "ve")

    def last_doer(self) -> BodyDraft | None:
        """The body that was the last subject, where nobody else may have been one since."""
        for named in reversed(self.named[-LOOKBACK:]):
            if named.case != "nom" or not named.actor or named.last >= len(self.layout.tokens):
                continue
            meant = named.meant[0]
            if not isinstance(meant, BodyDraft):
                return None
            if self.layout.tokens[named.last].low in SET_OFF:
                return meant
        return None

    def enter_body(self, phrase: Phrase) -> BodyDraft:
        """The body of a phrase. An organ without a state is that of its seat, a namesake before, its minister, the topic's."""
        if phrase.cue != "organ" or phrase.code:
            return self.bodies.enter(phrase, phrase.code)
        seat = self.seat_of(phrase)
        known = seat.known if seat is not None else self.disputed_front(phrase)
        if known is not None:
            return self.seated(phrase, known)
        earlier = self.organ_before(phrase)
        if earlier is not None:
            return earlier
        draft = self.bodies.enter(phrase, "")
        lone = phrase.stem in self.lexicon.lone_organs and len(phrase.words) == 1
        if not draft.code and (lone or phrase.stem in self.lexicon.home_organs) and not is_of_body(phrase):
            owner = self.minister_state(phrase)
            draft.code = owner or (self.last_code if self.last_code and HOME not in self.weights else HOME)
            draft.how = "default" if draft.code == HOME and not owner else "inferred"
        return draft

    def seat_of(self, phrase: Phrase) -> Phrase | None:
        """Where an organ sits, as the words right before it say ("Gazze'deki | Sağlık Bakanlığı")."""
        i = bisect_left(self.phrases, phrase.first, key=_first) - 1
        seat = self.phrases[i] if i >= 0 else None
        if seat is None or seat.last != phrase.first or phrase.stem not in self.lexicon.home_organs or seat.kind not in ("place", "capital", "state"):
            return None
        return seat if self.layout.tokens[seat.last - 1].low.endswith(("deki", "daki", "teki", "taki")) else None

    def disputed_front(self, phrase: Phrase) -> Known | None:
        """The place of no state that begins an organ's name ("Kudüs | Valiliği")."""
        rows = self.lexicon.starts.get(phrase.words[0], ()) if phrase.stem in self.lexicon.home_organs and len(phrase.words) > 1 else ()
        return next((row for row in rows if row.kind == "place" and row.state is None and row.words == phrase.words[: len(row.words)]), None)

    def seated(self, phrase: Phrase, known: Known) -> BodyDraft:
        """The organ that sits in a place: of the state whose that is, or of none that could be told."""
        draft = self.bodies.enter(phrase, "")
        if not draft.code:
            draft.code, draft.how = known.state or self.lexicon.organs_in.get(known.name, ""), "inferred"
        return draft

    def minister_state(self, phrase: Phrase) -> str:
        """The one state whose minister of the same name the article has: "Petrol Bakanlığı" after "Irak Petrol Bakanı"."""
        if phrase.stem != "bakanlık" and phrase.stem not in self.lexicon.lone_organs:
            return ""
        first = phrase.words[0].removesuffix("lık") if len(phrase.words) == 1 else phrase.words[0]  # "Başbakan|lık"
        owners = {p.state for p in self.people.drafts[:LOOKBACK] if p.state and casing.fold(p.office).startswith(first)}
        return owners.pop() if len(owners) == 1 else ""

    def organ_before(self, phrase: Phrase) -> BodyDraft | None:
        size = len(phrase.words)
        for draft in reversed(self.bodies.drafts[-LOOKBACK:]):
            front = len(draft.words) - size
            if draft.code and front > 0 and draft.words[-size:] == phrase.words and (front <= 2 or draft.words[front - 1] == "ve"):
                return draft  # "Kültür Bakanlığı" after "Norveç Turizm ve Kültür Bakanlığı"
        return None

    def take_office(self, phrase: Phrase) -> None:
        """An office alone: its bearer named in the article, else an actor without a name."""
        if phrase.code:
            self.view(phrase.code)
        if phrase.plural:
            self.take_offices(phrase)
            return
        if phrase.stem in ("üye", "aday", "kurucu"):
            return
        draft = self.bearer(phrase)
        if draft is not None:
            self.seen_people.append(draft)
            self.named.append(Named(phrase, [draft], "office"))
        elif (before := self.official_again(phrase)) is not None:
            self.named.append(Named(phrase, [before], "description"))
        elif phrase.code or phrase.org is not None or phrase.inner or phrase.stem == "sözcü" or self.is_withheld(phrase):
            start = min(self.with_adjectives(phrase), self.named_in_marks(phrase))
            told = Unnamed(self.text[start : phrase.end], stretch(start, phrase.end), phrase.code or None)
            self.last_unnamed = told
            self.named.append(Named(phrase, [told], "description"))

    def official_again(self, phrase: Phrase) -> Unnamed | None:
        """The official described before whom "yetkili" alone takes up."""
        before = self.last_unnamed
        if before is None or phrase.stem != "yetkili" or phrase.last - phrase.first != 1 or self.is_withheld(phrase):
            return None
        return before if self.is_again(before.text.split()[-1], self.text[phrase.start : phrase.end]) else None

    def with_adjectives(self, phrase: Phrase) -> int:
        """Where an official's description begins, with the adjectives before it ("üst düzey bir | AB yetkilisi")."""
        tokens, k = self.layout.tokens, phrase.first
        while phrase.stem == "yetkili" and k > 0 and tokens[k - 1].sentence == tokens[k].sentence and tokens[k - 1].low in self.lexicon.adjectives:
            k -= 1
        k += tokens[k].low == "gelen"  # "Brüksel'den gelen": only "önde gelen" describes
        return tokens[k].start if k < phrase.first else phrase.start

    def named_in_marks(self, phrase: Phrase) -> int:
        """Where the name in marks begins right before whoever speaks for it ("“Kuzey Gücü” | Sözcüsü"), else where he is named himself."""
        tokens, at = self.layout.tokens, phrase.first - 2
        if at < 1 or tokens[at + 1].text not in MARKS or tokens[phrase.last - 1].form.possessive != "3sg":
            return phrase.start
        inner = tokens[at].quote
        while at > 0 and tokens[at].quote == inner and tokens[at].capital and phrase.first - at <= _MARKED:
            at -= 1
        return tokens[at].start if tokens[at].text in MARKS and at + 2 < phrase.first else phrase.start

    def take_offices(self, phrase: Phrase) -> None:
        found: list[Meant] = []
        if phrase.org is not None:
            return
        for draft in reversed(self.seen_people[-LOOKBACK:]):
            if phrase.code and draft.state != phrase.code:
                continue
            if draft not in found and (draft.stem == phrase.stem or (phrase.stem == "lider" and draft.rank == "top")):
                found.append(draft)
            if len(found) == 2:
                break
        if len(found) == 2:
            found.reverse()
            self.named.append(Named(phrase, found, "group"))

    def bearer(self, phrase: Phrase) -> PersonDraft | None:
        """Who holds this office here: the one named last before it, else the first after it (a heading)."""
        if phrase.stem in self.lexicon.counterparts:
            return self.counterpart(phrase)
        if side := self.side_of(phrase):
            return self.at_table(phrase, side)
        ours = self.text[phrase.start : phrase.end].lower().endswith(("mız", "miz", "muz", "müz"))
        held = [d for d in reversed(self.seen_people[-LOOKBACK:]) if self.holds(d, phrase) and (not ours or d.state == HOME)]
        if held:
            former = is_former(phrase.office)
            return next((draft for draft in held if is_former(draft.office) == former), held[0])
        if not phrase.code and not self.layout.tokens[phrase.last - 1].capital:
            return None
        for draft in self.people.drafts[:LOOKBACK]:
            if self.holds(draft, phrase):
                return draft
        return None

    def counterpart(self, phrase: Phrase) -> PersonDraft | None:
        """Who has the office elsewhere that one named beside him has here ("Kenyalı mevkidaşı", "konuk mevkidaşı"): of those named before."""
        seen = self.seen_people[-LOOKBACK:]
        for draft in reversed(seen if phrase.code else seen[:-1]):
            others = seen if phrase.code else seen[-1:]
            if draft.state and draft.state == (phrase.code or draft.state) and any(self.are_counterparts(draft, other) for other in others):
                return draft
        return None

    def are_counterparts(self, one: PersonDraft, other: PersonDraft) -> bool:
        """Do two people of two states hold the same office, or is one of them told to hold the other's?"""
        same = one.stem == other.stem or one.stem in self.lexicon.counterparts or other.stem in self.lexicon.counterparts
        return same and bool(one.office and other.office) and bool(other.state) and one.state != other.state

    def side_of(self, phrase: Phrase) -> str:
        """Does the word before the office say on which side of the table he sits ("konuk | Bakan", "ev sahibi | lider")?"""
        tokens, at = self.layout.tokens, phrase.first - 1
        if at < 0:
            return ""
        return "guest" if tokens[at].low in _GUESTS else "host" if at and tokens[at].low == "sahibi" and tokens[at - 1].low == "ev" else ""

    def at_table(self, phrase: Phrase, side: str) -> PersonDraft | None:
        """Who that is: of those with the office the one of the land they are in, or the one from elsewhere."""
        at = bisect_left(self.phrases, phrase.first, key=_first)
        sites = (
            p.code for p in reversed(self.phrases[max(0, at - LOOKBACK) : at]) if p.kind in ("place", "capital", "state") and p.case in ("loc", "dat")
        )
        home = next((code for code in sites if code), HOME)
        for draft in reversed(self.seen_people[-LOOKBACK:]):
            fits = draft.rank == "top" if phrase.stem == "lider" else draft.stem == phrase.stem
            if fits and draft.state and (draft.state == home) == (side == "host"):
                return draft
        return None

    def holds(self, draft: PersonDraft, phrase: Phrase) -> bool:
        if phrase.code and draft.state != phrase.code:
            return False
        if phrase.org is not None and (draft.org is None or self.bodies.known(phrase.org) is not draft.org):
            return False
        if phrase.stem == "lider" and phrase.org is not None:
            return draft.stem in ("başkan", "lider") and not casing.fold(draft.office).endswith(("yardımcısı", "vekili"))  # "CHP lideri"
        if phrase.stem == "lider":
            party = draft.stem in ("başkan", "lider") and self.is_in_same_body(draft, phrase)  # "Parti lideri"
            return party or (bool(phrase.code) and draft.rank == "top")
        if {draft.stem, phrase.stem} == _CHANCELLOR:
            return draft.state in _CHANCELLORS
        if draft.stem != phrase.stem or not draft.office:
            return False
        if len(phrase.office.split()) == 1 or alike(draft.office, phrase.office):
            return True
        named = phrase.code or self.layout.tokens[phrase.first].capital  # "özel temsilci atamak": nobody who is told of
        return self.is_in_same_body(draft, phrase) or (bool(named) and ends_alike(draft.office, phrase.office))

    def is_in_same_body(self, draft: PersonDraft, phrase: Phrase) -> bool:
        """Does the office call a body by what it is that his office names ("Bakanlık | Sözcüsü" after "Dışişleri Bakanlığı Sözcüsü")?"""
        words = casing.fold(phrase.office).split()
        head = self.lexicon.heads.get(words[0])
        if len(words) != 2 or head is None or not head.bits & _BODILY:
            return False
        told = [*casing.fold(draft.office).split()[:-1], *(draft.org.words if draft.org is not None else ())]
        return any(word.startswith(words[0].removesuffix("k")) for word in told)

    def take_group(self, phrase: Phrase) -> None:
        found: list[Meant] = []
        if phrase.cue == "people":
            for draft in reversed(self.seen_people[-LOOKBACK:]):
                if not self.fits_group(draft, phrase):
                    continue
                if draft not in found and all(not isinstance(f, PersonDraft) or f.state != draft.state for f in found):
                    found.append(draft)
                if len(found) == 2:
                    break
            found.sort(key=_first_named)
        elif phrase.cue == "three states":
            found.extend(self.three_before(phrase) if phrase.case != "loc" else ())  # "üç ülkede fabrikaları var" counts
        elif not (phrase.stem == "taraflar" and self.many_sides(phrase)):
            found.extend(self.pair_before(phrase) or self.salient())
        if len(found) in (2, 3):
            self.named.append(Named(phrase, found, "group"))

    def three_before(self, phrase: Phrase) -> list[str]:
        """The states of the list of three that was told last ("A, B ve C … imzaladı. | Üç ülkenin liderleri")."""
        at = bisect_left(self.phrases, phrase.first, key=_first)
        for k in range(at - 1, max(1, at - LOOKBACK), -1):
            a, b, c = listed = self.phrases[k - 2 : k + 1]
            if self.layout.tokens[b.last].low not in ("ve", "ile") or not (self.joined(a, b) and self.joined(b, c)):
                continue
            codes = [self.code_of(p) for p in listed]
            if len({*codes} - {""}) == 3 and not (k > 2 and self.joined(self.phrases[k - 3], a)):
                return codes
        return []

    def pair_before(self, phrase: Phrase) -> list[str]:
        """The two states, or those of two people, that the same sentence has joined before ("A ve B, iki ülke arasında …")."""
        if "taraf" in phrase.stem:
            return []  # who is at odds, whoever was named together last
        at = bisect_left(self.phrases, phrase.first, key=_first)
        first = self.layout.sentences[self.layout.tokens[phrase.first].sentence].first
        for k in range(at - 1, max(0, at - 8), -1):
            a, b = self.phrases[k - 1], self.phrases[k]
            if a.first < first:
                break
            codes = [self.code_of(a), self.code_of(b)]
            alike = a.kind == b.kind and a.kind in ("person", "state", "capital") and self.joined(a, b) and self.layout.tokens[a.last].low != ","
            if alike and "" not in codes and codes[0] != codes[1]:
                return codes
        return []

    def many_sides(self, phrase: Phrase) -> bool:
        """Has the article listed three states or more before, so that "taraflar" need not be two?"""
        if self.listed_at < 0:
            self.listed_at = self.first_list()
        return self.listed_at < phrase.first

    def first_list(self) -> int:
        """The token where the first list of three states or more stands; past the last token where there is none."""
        length = 0
        for before, after in pairwise(self.phrases):
            both = before.kind in ("state", "capital") and after.kind in ("state", "capital") and self.joined(before, after)
            length = length + 1 if both else 0
            if length == 2:
                return before.first
        return len(self.layout.tokens)

    def fits_group(self, draft: PersonDraft, phrase: Phrase) -> bool:
        """ "İki lider" are heads of state or government, "iki bakan" ministers."""
        if phrase.stem.startswith("lider") or phrase.stem in ("başkan", "cumhurbaşkanı", "başbakan"):
            return draft.rank == "top"
        if phrase.stem.startswith("bakan"):
            return draft.stem == "bakan"
        return True

    def salient(self) -> list[str]:
        """The two states most in view: by how often they were named, and how lately."""
        return sorted(sorted(self.weights, key=lambda code: -self.weights[code])[:2], key=self.states.index)

    def take_unnamed(self, phrase: Phrase) -> None:
        if phrase.code:
            self.view(phrase.code)
        start = self.near_whom(phrase)
        words = self.text[start : phrase.end]
        again = phrase.last - phrase.first == 1 and not phrase.plural
        before = None if self.is_withheld(phrase) else self.last_unnamed
        if before is not None and (again or self.is_same(before.text, phrase)) and self.is_again(before.text.split()[-1], words.split()[-1]):
            told = before
        elif again and phrase.stem not in ("yetkili", "diplomat", "sözcü"):
            return
        else:
            told = Unnamed(self.described(phrase, words), stretch(start, phrase.end), phrase.code or None)
        if not phrase.plural:
            self.last_unnamed = told
        self.named.append(Named(phrase, [told], "description"))

    def is_withheld(self, phrase: Phrase) -> bool:
        """Is the name not told, so that it is nobody told of before ("ismi belirtilmeyen | yetkili")?"""
        form = self.layout.tokens[phrase.first - 1].form if phrase.first else None
        return form is not None and form.verb_form == "participle" and form.suffix == "an" and form.negative

    def near_whom(self, phrase: Phrase) -> int:
        """Where a description begins, with the one to whom it is near ("Bakan X'e | yakın kaynaklar")."""
        at = bisect_left(self.phrases, phrase.first, key=_first) - 1
        near = self.phrases[at] if at >= 0 else None
        if near is None or near.last != phrase.first or near.case != "dat" or self.layout.tokens[phrase.first].low != "yakın":
            return phrase.start
        return self.layout.tokens[near.first].start

    def is_same(self, before: str, phrase: Phrase) -> bool:
        """Does a description say no more than one before ("üst düzey bir ABD yetkilisi", "Üst düzey | yetkili, …")?"""
        words = [casing.fold(t.text) for t in self.layout.tokens[phrase.first : phrase.last - 1]]
        return bool(words) and not phrase.plural and not phrase.code and "bir" not in words and set(words) <= set(casing.fold(before).split())

    def is_again(self, last: str, words: str) -> bool:
        """Does a word take up a description that ends in this one: the same stem ("bir yetkili", "Yetkili, …")?"""
        return casing.fold(last)[:5] == casing.fold(words)[:5]

    def described(self, phrase: Phrase, words: str) -> str:
        """The description in its base form: "bir kaynağa" → "bir kaynak"."""
        head = self.lexicon.heads.get(self.layout.tokens[phrase.last - 1].low)
        if head is None or phrase.plural or head.ending.own:
            return words
        last = words.rfind(" ") + 1
        return words[:last] + words[last : last + 1] + head.stem[1:]

    def take_pair(self, phrase: Phrase) -> None:
        """ "ABD-İran", "Türkiye-AB", "Ankara-Atina": both sides of a relation."""
        sides: list[Meant] = []
        for inner in phrase.inner:
            if inner.kind in ("state", "capital"):
                if inner.kind == "capital":
                    self.see_state(inner.code, inner.span())
                sides.append(inner.code)
            elif inner.kind == "body":
                sides.append(self.enter_body(inner))
        if sides:
            self.named.append(Named(phrase, sides, "state", actor=False))


def parts(phrase: Phrase) -> list[Phrase]:
    """The names inside a phrase; a body at the front of a body's name is not spoken of ("BM İnsan Hakları Konseyi")."""
    return [p for p in phrase.inner if not (phrase.kind == "body" and p.kind == "body")] if phrase.inner else phrase.inner


def is_of_body(phrase: Phrase) -> bool:
    """Is the organ a body's, no state's ("Uluslararası Ceza Mahkemesi Başsavcılığı")?"""
    return phrase.title == "body" or (phrase.owner is not None and phrase.owner.kind == "body")


def _first(phrase: Phrase) -> int:
    return phrase.first


def _first_named(meant: Meant) -> int:
    return meant.first if isinstance(meant, PersonDraft) else 0


def _possessed(token: Token) -> bool:
    """Is it the head of a compound ("Ankara ziyareti")? "Ankara tarafından" is none."""
    if token.low.startswith(_RELATIONS):
        return False
    return token.kind == "word" and token.form.possessive == "3sg" and token.form.pos != "VERB"
