"""Names of people: where they begin and end, and the office that stands before them."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.lexicon import BODY, COMMON_BODY, OFFICE, ORGAN, PLACE, Head, Known
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.words import OWNED_ENDS, SET_OFF, Words
from tutanak.text import morphology
from tutanak.text.nouns import LI, is_of_name

_LONGEST_NAME: Final = 6  # words
_RANKS: Final = word_list("offices", "ranks")
_VOWELS: Final = frozenset("AEIİOÖUÜ")
_PARTED: Final = frozenset(("dat", "loc", "abl"))
_WORD: Final = 6  # letters of a noun whose cases no surname looks like ("Candan", "Başkaya")
_POINTS: Final = frozenset(("şu", "bu"))
_MOST_JOINT: Final = 12  # bearers of one plural office
_INSERTED: Final = 8  # words that a paper puts in before an office ("(İsrail'in aşırı sağcı Güvenlik Bakanı Itamar) Ben-Gvir")


class PersonNames(Words):
    """What reads names of people."""

    __slots__ = ()

    def skip_titles(self, k: int, end: int) -> int:
        while k < end and (self.bases[k].rstrip(".") in self.lexicon.titles or self.is_of_rank(k, end)):
            k += 1
        return k

    def is_of_rank(self, k: int, end: int) -> bool:
        """Does the word say more of the rank behind it ("Kıdemli | Albay X", "Emekli | Büyükelçi X")?"""
        more = self.bases[k] in self.lexicon.before or self.bases[k] in self.lexicon.inside
        return more and k + 1 < end and self.bases[k + 1].rstrip(".") in self.lexicon.titles

    def is_member(self, k: int) -> bool:
        """Does the word tell of which body somebody is ("CHP'li | X", "AK Partili | X")?"""
        token = self.tokens[k]
        if is_of_name(token):
            return token.capital
        head = self.lexicon.heads.get(self.bases[k][:-2]) if token.capital and self.bases[k].endswith(LI) else None
        return head is not None and head.bits & BODY != 0 and not head.ending.own and head.ending.case == "nom"

    def skip_rank(self, k: int, end: int) -> int:
        """Past titles, and past the bare office that is one ("Genel Sekreter Yardımcısı | Büyükelçi X", "Mahkeme Başkanı | Yargıç X")."""
        k = self.skip_titles(k, end)
        while k + 1 < end and self.is_member(k):
            k = self.skip_titles(k + 1, end)
        head, before = (self.heads[k], self.heads[k - 1]) if k < end else (None, None)
        bare = head is not None and head.bits & OFFICE != 0 and not head.ending.own and not head.ending.plural
        titled = bare and head is not None and (head.stem in self.lexicon.envoys or head.stem in _RANKS)
        if titled and before is not None and before.ending.own == "3sg" and self.next_capital(k):
            return self.skip_titles(k + 1, end)
        return k

    def name_end(self, k: int, end: int) -> int:
        """One past the name's last word."""
        first = k
        while k < end and self.name_word(k, first, end):
            k += 1
            if self.broken_at_hyphen(k):
                return k + 2
            if self.closes(k - 1) or k - first >= _LONGEST_NAME:
                break
        while k > first and not self.tokens[k - 1].capital and self.tokens[k - 1].kind == "word" and "-" not in self.bases[k - 1]:
            k -= 1
        return k

    def broken_at_hyphen(self, k: int) -> bool:
        """ "Ki- Moon": a line end once stood behind the hyphen."""
        if k + 1 >= self.size or self.tokens[k].text != "-" or not self.tokens[k + 1].capital:
            return False
        before = self.tokens[k - 1]
        return self.tokens[k].start == before.end and not (len(before.text) > 1 and before.text.isupper() and not self.tokens[k + 1].text.isupper())

    def name_word(self, k: int, first: int, end: int) -> bool:
        """May this word stand in a person's name that begins at `first`?"""
        token, base, lexicon = self.tokens[k], self.bases[k], self.lexicon
        if token.kind != "word":
            return k == first and token.kind == "number" and self.next_capital(k)
        if not token.capital:
            return self.is_particle(k, end)
        given_before = k > first and self.bases[k - 1] in lexicon.given
        if k - first >= 2 and self.is_town(k, end):
            return False
        if base in lexicon.particles and k > first and self.next_capital(k) and not self.closes(k):
            return True  # "Nguyen Van Thanh"
        if (base in lexicon.peoples and not given_before and not self.ends_name(k, first)) or base in lexicon.weekdays:
            return False
        if k == first and k and ((self.heads[k] is not None and self.is_class(k)) or self.begins_post(k)):
            return False
        if (base in lexicon.openers and k == first and base not in lexicon.given) or self.is_verb(k) or self.is_common(k, first):
            return False
        if k > first and ((base in lexicon.platforms and self.is_platform(k)) or (base in lexicon.callings and token.form.possessive == "3sg")):
            return False  # "Bakan Kaya | X hesabından", "NRT | Muhabiri"
        if k - first >= 2 and (self.is_in_case(k) or self.is_month(k)):
            return False
        if (k - first >= 2 and self.is_acronym(k)) or (k > first and token.form.pos == "PRON" and token.form.lemma in _POINTS):
            return False
        return not self.is_other_head(k) and not self.is_body_again(k, first) and self.fits_known(k, first, end, given_before)

    def is_in_case(self, k: int) -> bool:
        """Is it a common noun or a pronoun in a case, run into a whole name ("Lars Holten | Antrenmana katılmadı", "… | Bana dedi")?"""
        token = self.tokens[k]
        form = token.form
        if token.base_end != token.end or token.word.upper or form.case not in _PARTED or len(form.lemma) < (_WORD if form.pos == "NOUN" else 1):
            return False
        told = morphology.listed_readings(self.bases[k])
        return form.pos in ("NOUN", "PRON") and bool(told) and all(f.case in _PARTED for f in told)

    def is_month(self, k: int) -> bool:
        """Does a month follow a whole name ("Lars Holten | Mart 2001'de", "… | Temmuz ayında")?"""
        if self.bases[k] not in self.lexicon.openers or self.bases[k] in self.lexicon.given or k + 1 >= self.size:
            return False
        return self.tokens[k + 1].kind == "number" or self.tokens[k + 1].form.lemma == "ay"

    def is_class(self, k: int) -> bool:
        """Is it the class of a body behind an office ("milletvekili | Meclis'te"), no surname that the article has with a given name?"""
        head, behind = self.heads[k], self.heads[k - 1]
        if head is None or behind is None or not behind.bits & OFFICE or not head.bits & (ORGAN | BODY | COMMON_BODY):
            return False
        set_off = k + 1 < self.size and self.tokens[k + 1].text == ","  # "Bakan Kurum, …"
        if head.ending.own or head.ending.plural or self.bases[k] in self.lexicon.given or set_off:
            return False
        return not any(self.bases[j] == self.bases[k] and self.bases[j - 1] in self.lexicon.given for j in range(1, self.size))

    def begins_post(self, k: int) -> bool:
        """Does a post begin here, told by its noun ("Kurucu | Genel Başkanlığını X'in yaptığı")?"""
        head = self.heads[k + 1] if self.bases[k] in self.lexicon.inside and k + 1 < self.size else None
        return head is not None and head.bits & ORGAN != 0 and head.ending.own == "3sg"

    def is_acronym(self, k: int) -> bool:
        """Is it an acronym that has run into the name ("Başbakan Ali Veli | ATV yayınında"), not a surname in capitals or a numeral?"""
        text = self.tokens[k].text
        letters = len(text) >= 3 and text.isalpha() and text.isupper() and not self.tokens[k - 1].text.isupper()
        return letters and not set(text[1:]) & _VOWELS and not set(text) <= {"I", "V", "X"}

    def is_platform(self, k: int) -> bool:
        """Is it where somebody posts ("Bakan Kaya | X hesabından"), not an initial of his name?"""
        return len(self.bases[k]) > 1 or (k + 1 < self.size and self.tokens[k + 1].form.lemma in ("hesap", "platform", "sosyal"))

    def ends_name(self, k: int, first: int) -> bool:
        """Is it a surname, whatever else it means: behind an office and one name, no noun after it ("Bakanı İlter Türkmen, …")?"""
        office = self.heads[first - 1] if k == first + 1 and first > 0 else None
        if office is None or not office.bits & OFFICE or k + 1 >= self.size:
            return False
        following = self.tokens[k + 1]
        return self.tokens[k].base_end != self.tokens[k].end or following.form.pos not in ("NOUN", "ADJ", "PROPN", "NUM")

    def is_particle(self, k: int, end: int) -> bool:
        """ "bin", "van", "ez-Zeydi"; "da" only before some names."""
        base = self.bases[k]
        if base in ("da", "de"):
            return k + 1 < end and self.names_on(k)
        return base in self.lexicon.particles or ("-" in base and base.split("-")[0] in self.lexicon.articles)

    def is_verb(self, k: int) -> bool:
        """A finite verb in a heading: "Bastırıyor", "Kaçırıldı"."""
        token = self.tokens[k]
        form = token.form
        return form.pos == "VERB" and form.tense in ("past", "prog") and form.verb_form == "finite" and token.base_end == token.end

    def is_other_head(self, k: int) -> bool:
        """The head of another name: anything possessed, or an office of somebody else."""
        head = self.heads[k]
        if head is None:
            return False
        if head.ending.own == "3sg":
            return True
        return head.bits & OFFICE != 0 and not head.ending.own and self.bases[k] not in self.lexicon.given and head.stem not in self.lexicon.rulers

    def is_body_again(self, k: int, first: int) -> bool:
        """Is it a body called by its class, in a case, behind a whole name ("Büyükelçisi Lars Holten | Bakanlığa çağrıldı", "… | Konsey'de")?"""
        head = self.heads[k] if k - first >= 2 else None
        if head is None or not head.bits & (ORGAN | BODY) or head.ending.own or head.ending.plural:
            return False
        if head.ending.case != "nom" or self.tokens[k].base_end != self.tokens[k].end:
            return True
        after = self.tokens[k + 1] if k + 1 < self.size else None  # "… | Meclis santralına talimat verdi"
        return after is not None and not after.capital and after.form.pos == "NOUN" and after.form.possessive == "3sg" and after.form.case != "nom"

    def is_town(self, k: int, end: int) -> bool:
        """Does a known place with an ending stand behind a whole name ("Ali Hasan Ankara’da")?"""
        token = self.tokens[k]
        if token.base_end == token.end:
            return False
        known = self.known_at(k, end)[0]
        return known is not None and known.kind in ("place", "capital", "state")

    def fits_known(self, k: int, first: int, end: int, given_before: bool) -> bool:
        """A word that also names a state or place is a name's only behind or as a given name ("Hakan Aydın", "Sidney Blum")."""
        base = self.bases[k]
        if "-" in base and self.hyphenated(k) is not None:
            return False
        known, last = self.known_at(k, end)
        if known is None:
            return not self.leads_to_head(k, first, end)
        if self.is_of_house(k, first, end):
            return True
        if last - k > 1 and known.kind != "nation":
            return False
        if (given_before and known.kind != "body") or (known.kind == "origin" and self.ends_name(k, first)):
            return True
        if self.is_set_off_surname(k, first, known):
            return True
        spelt = known.kind == "body" and not self.tokens[k].word.upper  # "Tim Dahl", not "TİM"
        placed = base in self.lexicon.given and (spelt or known.kind in ("place", "capital", "nation"))
        if not placed or k + 1 >= end or not self.tokens[k + 1].capital or self.closes(k):
            return False
        return not any(self.tokens[j].form.lemma in self.lexicon.events for j in range(k + 1, min(end, k + 4)))  # "Fırat Kalkanı Harekatı"

    def is_set_off_surname(self, k: int, first: int, known: Known) -> bool:
        """Is a town's name, set off behind an office or the one name behind that, a surname ("Başkanı Torkan Aydın, …", "Vali Aydın, …")?"""
        office = self.heads[first - 1] if first > 0 and k - first < 2 else None
        bare = self.tokens[k].base_end == self.tokens[k].end and k + 1 < self.size and self.bases[k + 1] in SET_OFF
        if office is None or not office.bits & OFFICE or not bare or known.kind != "place":
            return False
        return k > first or not office.ending.own

    def is_of_house(self, k: int, first: int, end: int) -> bool:
        """Does the article of a house bind the word into the name behind an office: "Bakanı | Riyad el-Haddad", "Faysal bin Ferhan Al | Suud"?"""
        articles = self.lexicon.articles
        if k - first >= 2 and self.bases[k - 1] in articles and self.tokens[k - 1].capital:
            return True
        office = self.heads[k - 1] if k == first and k > 0 else None
        if office is None or not office.bits & OFFICE or k + 1 >= end or self.closes(k):
            return False
        return "-" in self.bases[k + 1] and self.bases[k + 1].split("-")[0] in articles

    def leads_to_head(self, k: int, first: int, end: int) -> bool:
        """Does this word begin a body or place of its own: "Erdoğan | Dolmabahçe Sarayı'nda"?"""
        if k - first < 1:
            return self.names_organ(k, end)
        if k - first == 1 and self.bases[first] in self.lexicon.given and k + 1 < end and self.known_at(k + 1, end)[0] is not None:
            return False  # "Recep Akdere | Denizli Devlet Hastanesi'nde"
        for j in range(k + 1, min(end, k + 5)):
            if self.bases[j] == "ve":
                return False
            head = self.heads[j]
            if head is None or not head.bits & (ORGAN | BODY | PLACE) or not self.tokens[j].capital:
                continue
            if head.ending.own == "3sg" or (j == k + 1 and k - first >= 2 and self.bases[k] in self.lexicon.inside):
                return True  # "Özgür Veli | Genel Merkez'de"
        return False

    def names_organ(self, k: int, end: int) -> bool:
        """Is it a common noun that an organ or a body is named by, right behind an office ("Büyükelçisi | Dışişleri Bakanlığına")?"""
        head = self.heads[k + 1] if k + 1 < end and self.tokens[k + 1].capital else None
        if head is not None and self.names_office(k, head):
            return True
        if head is None or head.ending.own != "3sg" or self.bases[k] in self.lexicon.given or self.tokens[k].base_end != self.tokens[k].end:
            return False
        if head.bits & PLACE and self.tokens[k + 1].base_end != self.tokens[k + 1].end:
            return True  # "Bakan | Verdensk Köşkü'nde"
        return head.bits & (ORGAN | BODY) != 0 and self.tokens[k].form.pos == "NOUN"

    def names_office(self, k: int, head: Head) -> bool:
        """Does the word begin another office or what is called by a name ("Başbakan | Genel Başkanlar", "Sultan | Selim Köprüsü")?"""
        if self.tokens[k].base_end != self.tokens[k].end:
            return False
        if head.bits & OFFICE:
            inner = self.bases[k] in self.lexicon.inside or self.bases[k] in self.lexicon.portfolios
            return inner and (head.ending.own != "" or head.ending.plural)
        behind = self.heads[k - 1] if k else None
        rules = behind is not None and behind.bits & OFFICE != 0 and behind.stem in self.lexicon.rulers
        return rules and head.bits & PLACE != 0 and self.bases[k + 1][-2:] in OWNED_ENDS

    def unknown(self, first: int, stop: int, title: str) -> int:
        tokens = self.tokens
        own = self.without_courtesy(first, stop)
        phrase = Phrase("unknown", first, stop, tokens[first].start, tokens[own - 1].base_end, self.case_of(stop - 1))
        phrase.words = tuple(self.bases[first:own])
        phrase.title = title
        phrase.opens = self.opens(first)
        phrase.owner = self.owner_before(first)
        self.phrases.append(phrase)
        return stop

    def without_courtesy(self, first: int, stop: int) -> int:
        """Where a whole name ends without the word of courtesy behind it ("Lars Holten | Bey")."""
        return stop - 1 if stop - first > 2 and self.bases[stop - 1] in self.lexicon.courtesies else stop

    def person(self, office: Phrase, begin: int, first: int, stop: int, n: int) -> Phrase:
        tokens = self.tokens
        own = self.without_courtesy(first, stop)
        phrase = Phrase("person", begin, stop, tokens[first].start, tokens[own - 1].base_end, self.case_of(stop - 1))
        phrase.words = tuple(self.bases[first:own])
        phrase.office, phrase.office_start, phrase.office_end = office.office, office.office_start, office.office_end
        phrase.stem, phrase.rank, phrase.org, phrase.owner = office.stem, office.rank, office.org, office.owner
        phrase.code = office.codes[n] if n < len(office.codes) else office.code
        phrase.inner = office.inner if n == 0 else []
        phrase.cue = "office"
        return phrase

    def names_after(self, phrase: Phrase, last: int, end: int) -> int:
        """The names that bear the office; the phrase goes in, once a name. Where they end."""
        head = self.heads[last - 1]
        plural = head is not None and head.ending.plural
        closed = last >= end or self.closes(last - 1)
        event = self.event_after(last, end) if plural and not closed else -1
        if event >= 0:
            self.phrases.extend(p for p in phrase.inner if p.kind == "body")  # "NATO | Savunma Bakanları Toplantısı"
            return event + 1  # "Devlet Başkanları Zirvesi" names nobody
        first = last if closed or (plural and head is not None and not head.ending.own) else self.skip_rank(last, end)
        if first > last:
            self.take_membership(phrase, last, first)
        stop = first if first >= end or first == last == end or closed or self.is_event(first) else self.name_end(first, end)
        if plural and head is not None and not head.ending.own and head.ending.case == "nom":
            stop = first
        if stop <= first and phrase.plural and phrase.case == "abl" and head is not None and head.ending.own == "3sg":
            return self.one_of_several(phrase, last)
        if stop <= first:
            surname = self.behind_given(last) if not plural else -1
            if surname < 0:
                self.phrases.append(phrase)
                return last
            return self.given_in_bracket(phrase, last + 1, surname)
        if self.breaks_at_bracket(phrase, stop):
            return self.bracketed(phrase, first, stop)
        self.phrases.append(self.person(phrase, phrase.first, first, stop, 0))
        return self.joint_names(phrase, stop, end) if phrase.plural else stop

    def take_membership(self, phrase: Phrase, at: int, first: int) -> None:
        """The bodies told between an office and the name behind it ("Belediye Başkanı | DBP'li X") go in with the office."""
        for k in range(at, first):
            known, _ = self.known_at(k, first) if is_of_name(self.tokens[k]) else (None, k)
            if known is not None and known.kind == "body":
                phrase.inner.append(self.phrase_of(known, k, k + 1))

    def one_of_several(self, phrase: Phrase, at: int) -> int:
        """ "Muhalefet liderlerinden | X": one of those who hold such an office; where the name ends."""
        named = at < self.size and self.tokens[at].capital and self.tokens[at].sentence == self.tokens[at - 1].sentence
        whose = phrase.stem not in self.lexicon.owned_only or bool(phrase.code) or phrase.org is not None  # "üyelerinden" says nothing
        stop = self.name_end(at, self.run_end(at)) if named and whose and self.known_at(at, self.size)[0] is None else at
        if stop > at + 1:
            phrase.plural = False
            self.phrases.append(self.person(phrase, phrase.first, at, stop, 0))
            return stop
        self.phrases.append(phrase)
        return at

    def event_after(self, at: int, end: int) -> int:
        """The noun of the event that a plural office goes on to, straight or behind an attribute ("Bakanları Olağanüstü | Toplantısı"), or -1."""
        if at + 1 < end and self.tokens[at].form.pos in ("ADJ", "NUM") and self.bases[at] not in self.lexicon.given and self.is_event(at + 1):
            return at + 1
        return at if self.is_event(at) else -1

    def breaks_at_bracket(self, phrase: Phrase, stop: int) -> bool:
        """Does the name go on behind the bracket that the office stands in?"""
        if stop + 1 >= self.size or self.tokens[stop].text != ")" or not self.tokens[stop + 1].capital:
            return False
        marks = (t.text for t in reversed(self.tokens[max(phrase.first - _INSERTED, 0) : phrase.first]) if t.text in ("(", ")"))
        return next(marks, "") == "("

    def joint_names(self, phrase: Phrase, stop: int, end: int) -> int:
        """The further bearers of a plural office; where the last name ends."""
        for n in range(1, _MOST_JOINT):
            first = self.joint_name(stop)
            first = self.skip_titles(first, self.run_end(first)) if first >= 0 else -1
            last = self.name_end(first, self.run_end(first)) if first >= 0 else -1
            if last <= first:
                break
            self.phrases.append(self.person(phrase, first, first, last, n))
            stop = last
        return max(stop, min(stop, end))

    def behind_given(self, at: int) -> int:
        """Where the surname begins behind a given name that a paper put in: "Başkan | (Donald) Trump"; or -1."""
        if at + 3 >= self.size or self.tokens[at].text != "(" or self.tokens[at + 2].text != ")" or self.closes(at - 1):
            return -1
        given, surname = self.tokens[at + 1], self.tokens[at + 3]
        whole = given.capital and surname.capital and given.sentence == surname.sentence
        return at + 3 if whole and self.bases[at + 1] in self.lexicon.given and self.known_at(at + 3, self.size)[0] is None else -1

    def given_in_bracket(self, office: Phrase, given: int, surname: int) -> int:
        """The person whose given name stands in brackets; where the name ends."""
        last = self.name_end(surname, self.run_end(surname))
        if last == surname:
            self.phrases.append(office)
            return office.last
        whole = self.person(office, office.first, given, last, 0)
        whole.words, whole.title = (self.bases[given], *self.bases[surname:last]), "bracket"
        self.phrases.append(whole)
        return last

    def bracketed(self, phrase: Phrase, first: int, stop: int) -> int:
        """ "(İsrail Başbakanı Binyamin) Netanyahu": the words in brackets were put in by the paper, the name goes on behind them."""
        last = self.name_end(stop + 1, self.run_end(stop + 1))
        if last == stop + 1:
            self.phrases.append(self.person(phrase, phrase.first, first, stop, 0))
            return stop
        whole = self.person(phrase, phrase.first, first, last, 0)
        whole.words = (*self.bases[first:stop], *self.bases[stop + 1 : last])
        whole.title = "bracket"
        self.phrases.append(whole)
        return last

    def joint_name(self, at: int) -> int:
        """Where the next bearer of a plural office begins: after "ve", "ile" or a comma; or -1."""
        if at + 1 < self.size and self.bases[at] in ("ve", "ile", ",") and self.tokens[at + 1].kind == "word" and self.tokens[at + 1].capital:
            return at + 1
        return -1
