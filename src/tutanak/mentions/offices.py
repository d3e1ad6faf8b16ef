"""Offices: the compound, its state, its body and its words."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.compounds import ADJECTIVAL, Compounds
from tutanak.mentions.endings import CASES
from tutanak.mentions.lexicon import BODY, LOOSE, OFFICE, ORGAN, PRESS, Head
from tutanak.mentions.phrase import Phrase
from tutanak.text import morphology
from tutanak.text.nouns import LI

FIRMS: Final = word_list("bodies", "firms")
CLUBS: Final = tuple(sorted(word_list("bodies", "clubs")))
OF_FIRMS: Final = word_list("offices", "firms_only")
_LONGEST_FIELD: Final = 7  # words
_BOARDS: Final = frozenset(["yönetim", "icra"])  # before "Kurulu", which stays in the office
_SHORTEST_CLUB: Final = 6  # letters of "spor" and a town's before it
_OF_FIELD: Final = frozenset(["NOUN", "ADJ", "PROPN"])
_MANNER: Final = frozenset(["ADJ", "ADV", "NOUN"])  # of "sıcak bakan", "umutla bakan"


class Offices(Compounds):
    """What reads offices."""

    __slots__ = ()

    def office_phrase(self, at: int, end: int) -> int:
        """An office compound at the run's start, with the names behind it; where it ends, or `at` if there is none."""
        head_at = self.office_head(at, end)
        if head_at < 0:
            return at
        begin = self.office_begin(at, head_at)
        if begin > at:
            self.take_apart(at, begin)
        last = self.office_end(head_at, end)
        field = self.field_begin(begin, head_at)
        within = self.taken_back(field)
        phrase = self.office_of(begin, head_at, last, field)
        phrase.inner.extend(within)
        return self.names_after(phrase, last, end)

    def field_begin(self, begin: int, head_at: int) -> int:
        """Where the field begins that an office is responsible for or knows: "| Avrupa ve Avrasya'dan Sorumlu Bakan", "| kriz yönetimi uzmanı"."""
        responsible = self.bases[begin] == "sorumlu" and begin > 0 and self.is_ablative(begin - 1)
        if not responsible and not self.is_scholar(head_at):
            return begin
        k, least = begin - responsible, next((p.last for p in reversed(self.phrases) if p.kind not in ("place", "unknown")), 0)
        while k > least and begin - k < _LONGEST_FIELD and self.is_of_field(k - 1, k):
            k -= 1
        return k + 1 if self.bases[k] == "ve" else k

    def is_scholar(self, head_at: int) -> bool:
        """Is it the head of an office that names what its bearer knows ("… uzmanı", "… profesörü")?"""
        head = self.heads[head_at]
        return head is not None and head.stem in self.lexicon.scholars and head.ending.own == "3sg"

    def is_ablative(self, at: int) -> bool:
        """By the ending behind its apostrophe or as it may read ("genişlemeden" is also: without widening)."""
        token = self.tokens[at]
        if token.base_end != token.end:
            return CASES.get(token.low[token.base_end - token.start + 1 :]) == "abl"
        return any(form.case == "abl" or form.suffix == "madan" for form in token.forms)

    def is_of_field(self, at: int, following: int) -> bool:
        """May this word stand in a field before its next one: an adjective, a noun without a case, "ve"?"""
        token = self.tokens[at]
        if token.sentence != self.tokens[following].sentence or token.quote != self.tokens[following].quote or token.kind != "word":
            return False
        form = token.form
        return token.base_end == token.end and (self.bases[at] == "ve" or (form.case in ("", "nom") and not form.verb_form and form.pos in _OF_FIELD))

    def taken_back(self, begin: int) -> list[Phrase]:
        """The phrases made of words from `begin` on, which prove to be part of a longer one."""
        taken: list[Phrase] = []
        while self.phrases and self.phrases[-1].first >= begin:
            taken.insert(0, self.phrases.pop())
        return taken

    def office_head(self, at: int, end: int) -> int:
        """The first office head of the run that may be one here, or -1."""
        k = at
        while k < end:
            if self.is_office(k) and self.fits_office(k, at):
                return k
            k += 1
        return -1

    def fits_office(self, k: int, at: int) -> bool:
        """Is this form an office here, not the same word in another sense ("emir", "şef", "üye")?"""
        head, token = self.heads[k], self.tokens[k]
        if head is None or (head.stem in self.lexicon.capital_only and not token.capital and not self.is_reporter(k, head)):
            return False
        if head.stem == "sorumlu" and not head.ending.own:
            return False
        if head.stem == "gözlemci" and (head.ending.own != "3sg" or head.ending.plural):
            return False  # "Gözlemciler" are anybody who looks on
        if head.stem == "üye" and k == at and not (head.ending.own == "3sg" and self.next_capital(k)):
            return False
        if not head.ending.own and (head.stem in self.lexicon.possessed or (head.stem in self.lexicon.owned_only and not token.capital)):
            return False
        if self.is_looking(k):
            return False
        return not (head.stem == "başkan" and k + 1 < self.size and self.bases[k + 1] == "yardımcılığı") and not self.is_of_council(k, head)

    def is_reporter(self, k: int, head: Head) -> bool:
        """ "BBC'nin Kiev | muhabiri X": who works for an outlet, before a name."""
        named = head.stem in self.lexicon.reporters and head.ending.own == "3sg" and head.ending.case == "nom" and self.next_capital(k)
        return named and not self.is_state(k + 1) and self.heads[k + 1] is None

    def is_looking(self, k: int) -> bool:
        """Is it the participle ("plana sıcak | bakan", "dosyaya | bakan"), no minister: what is looked at stands in the dative before it?"""
        if self.tokens[k].text != "bakan":
            return False
        for at in range(k - 1, max(k - 3, -1), -1):
            token = self.tokens[at]
            if token.sentence != self.tokens[k].sentence or token.kind != "word":
                return False
            if any(form.case == "dat" for form in token.forms):
                return True
            if token.capital or token.form.verb_form or token.form.pos not in _MANNER:
                return False
        return False

    def is_of_council(self, k: int, head: Head) -> bool:
        """ "Bakanlar Kurulu", "Dışişleri Bakanları Konseyi": a body of many."""
        following = self.heads[k + 1] if head.ending.plural and head.ending.case == "nom" and k + 1 < self.size else None
        return following is not None and following.bits & (BODY | ORGAN) != 0 and following.ending.own == "3sg" and self.tokens[k + 1].capital

    def office_begin(self, at: int, head_at: int) -> int:
        """Where the compound begins: a bare head takes few words before it, a possessed one takes the run."""
        head = self.heads[head_at]
        if head is not None and (head.ending.own == "3sg" or self.next_is_owned_office(head_at) or self.possessed_by_ending(head_at)):
            begin = self.compound_begin(at, head_at)
            return begin + 1 if head is not None and head.stem in self.lexicon.possessed and self.opens_in_plural(begin, head_at) else begin
        k = head_at
        ours = head is not None and head.ending.own == "1pl"
        while k > at and (self.may_stand_before(k - 1) or (ours and self.is_portfolio(k - 1, at))):
            k -= 1
        known = self.known_ending_at(at, k)
        return known.first if known is not None else k

    def opens_in_plural(self, k: int, head_at: int) -> bool:
        """Is it the subject that opens a sentence, no word of the office behind it ("Yaptırımlar | Kıdemli Yargılama Avukatı X'e uygulanacak")?"""
        form, opens = self.tokens[k].form, k == 0 or self.tokens[k - 1].sentence != self.tokens[k].sentence
        return opens and k < head_at and form.pos == "NOUN" and form.number == "pl" and form.case == "nom" and not form.possessive

    def may_stand_before(self, k: int) -> bool:
        """May this word stand in an office before a bare head ("genel", "eski", "ikinci")?"""
        fits = self.bases[k] in self.lexicon.inside or self.bases[k] in self.lexicon.before or self.is_ordinal(k)
        return fits and not self.is_looking(k)

    def is_portfolio(self, k: int, at: int) -> bool:
        """Is it a word of what a minister of ours is for ("Kültür ve | Turizm Bakanımız")?"""
        words = self.lexicon.portfolios
        return self.bases[k] in words or (self.bases[k] == "ve" and k > at and self.bases[k - 1] in words)

    def next_is_owned_office(self, at: int) -> bool:
        following = self.heads[at + 1] if at + 1 < self.size else None
        return following is not None and following.bits & OFFICE != 0 and following.ending.own == "3sg"

    def compound_begin(self, at: int, head_at: int) -> int:
        """Where a possessed head's compound begins: behind words that open a sentence, and behind another name."""
        k = at
        while k < head_at and (self.is_looking(k) or (self.bases[k] in self.lexicon.openers and self.bases[k] not in self.lexicon.before)):
            k += 1
        if self.bases[k] in self.lexicon.kin and k + 2 <= head_at and self.bases[k + 1] == "ve":
            k += 2  # "oğlu ve | Halk Bankası Genel Müdürü"
        if self.bases[k] in self.lexicon.given:
            noun = any(form.pos == "NOUN" for form in self.tokens[k].forms)  # "Barış ve | Kalkınma Hareketi lideri"
            for j in range(k + 1 + noun, min(k + 4, head_at)):
                if self.bases[j] == "ve":
                    return j + 1
        for j in range(head_at - 1, k, -1):
            if self.begins_anew(j, k, head_at):
                return j
        return k

    def begins_anew(self, j: int, k: int, head_at: int) -> bool:
        """Does the compound begin with the state or body at `j`: "Gates ve | ABD Genelkurmay Başkanı"?"""
        if not self.tokens[j].capital or self.bases[j] in self.lexicon.inside:
            return False
        known, _ = self.known_at(j, head_at)
        if known is None or known.kind not in ("state", "nation", "body"):
            return False
        if self.bases[j - 1] == "ve":
            front, stop = self.known_at(k, head_at)
            return front is None or stop != j - 1
        return self.tokens[j - 1].capital and self.tokens[j - 1].form.pos == "PROPN" and not self.in_known(k, j, head_at)

    def office_end(self, head_at: int, end: int) -> int:
        """One past the office's last word: heads in a row, and "ve" with another office."""
        k = head_at + 1
        while k < end:
            if self.closes(k - 1):
                break
            if self.goes_on(k):
                k += 1
                continue
            more = self.further_office(k, end)
            if more < 0:
                more = self.more_office(k, end)
            if more < 0:
                break
            k = more + 1
        return k

    def goes_on(self, k: int) -> bool:
        """Is the next word an office's head too: "Bakan | Yardımcısı", "Genel | Sekreter"?"""
        head = self.heads[k]
        if head is None or not head.bits & OFFICE:
            return False
        return bool(head.ending.own) or self.heads[k - 1] is None or self.bases[k - 1] in self.lexicon.inside

    def further_office(self, k: int, end: int) -> int:
        """The head of an office right behind an office: "Genel Sekreteri | Özel Temsilcisi"."""
        j = k
        while j < end and j - k < 2 and self.bases[j] in self.lexicon.inside and not self.is_office(j):
            j += 1
        head = self.heads[j] if k < j < end else None
        return j if head is not None and head.bits & OFFICE and head.ending.own == "3sg" else -1

    def more_office(self, k: int, end: int) -> int:
        """The head of a further office that goes on from here ("ve Parti Sözcüsü", "Genel Müdürü"), or -1."""
        if self.bases[k] != "ve" and not (self.bases[k] in self.lexicon.inside and not self.tokens[k].capital):
            return -1
        joined = self.bases[k] == "ve"
        j, field = k + 1, self.related_before(k + 1, min(end, k + 6)) if joined else -1
        while j < end and j - k <= 5:
            head = self.heads[j]
            if head is not None and head.bits & OFFICE and (head.ending.own == "3sg"):
                return j
            if joined and j > field and self.is_state(j) and not self.sends_too(k, j):
                return -1  # "İngiltere Başbakanı ve | Fransa Cumhurbaşkanı X"
            named = joined and self.tokens[j].capital and self.bases[j] not in self.lexicon.given
            if not (named or j == field or self.bases[j] in self.lexicon.inside):
                return -1
            j += 1
        return -1

    def sends_too(self, k: int, j: int) -> bool:
        """Is it one envoy to two places ("Oslo Büyükelçisi | ve Kenya Özel Temsilcisi X")?"""
        heads = [self.heads[at] for at in (k - 1, *range(j + 1, min(j + 4, self.size)))]
        envoys = [h is not None and h.stem in self.lexicon.envoys and h.ending.own == "3sg" for h in heads]
        return envoys[0] and any(envoys[1:])

    def is_state(self, k: int) -> bool:
        """Does a state's name begin here?"""
        known, _ = self.known_at(k, self.size)
        return known is not None and known.kind in ("state", "nation")

    def office_of(self, begin: int, head_at: int, last: int, field: int) -> Phrase:
        """The office phrase [field, last), its compound from `begin` on: its state, body and words."""
        head = self.heads[last - 1]
        stop = self.word_end(last - 1)
        phrase = Phrase("office", field, last, self.tokens[field].start, stop, self.case_of(last - 1))
        if head is not None:
            phrase.stem, phrase.rank, phrase.plural = head.stem, head.rank, head.ending.plural
        phrase.owner = self.owner_before(field) or self.sender_before(begin, head_at)
        if field < begin and phrase.owner is None and self.phrases and self.phrases[-1].last == field and self.phrases[-1].kind == "body":
            phrase.org = self.phrases[-1]  # "Avrupa Birliği | genişlemeden sorumlu üyesi"
        if phrase.owner is not None and phrase.stem == "cumhurbaşkanı" and last - begin == 1 and phrase.owner.kind == "body":
            phrase.owner = None
        k, former = self.skip_before(begin, head_at)
        k = self.office_state(phrase, k, head_at)
        if phrase.plural:
            phrase.codes[:0] = self.listed_states(phrase)
        k, former_too = self.skip_before(k, head_at)
        k = self.office_body(phrase, k, head_at)
        k = field if field < begin else k
        words = self.text[self.tokens[k].start : stop]
        if head is not None and head.ending.own and (phrase.plural or head.ending.own == "1pl"):
            words = self.singular(words, head)
        phrase.code = phrase.code or (self.state_in_bracket(begin) if phrase.org is None else "")
        phrase.office = f"{former or former_too} {words}".lstrip()
        phrase.office_start, phrase.office_end = self.tokens[k].start, stop
        return phrase

    def sender_before(self, begin: int, head_at: int) -> Phrase | None:
        """The officer of a body who stands right before his envoy, in no case ("BM Genel Sekreteri | Kıbrıs Özel Temsilcisi X")."""
        head, last = self.heads[head_at], self.phrases[-1] if self.phrases else None
        if head is None or head.stem not in self.lexicon.envoys or head.ending.own != "3sg" or self.is_state(begin):
            return None
        alone = last is not None and last.kind == "office" and last.case == "nom" and last.last == begin and last.org is not None
        return last if alone else None

    def state_in_bracket(self, begin: int) -> str:
        """The state that a paper put in before an office in somebody's words: "(ABD) | Başkan (Donald) Trump"."""
        last = self.phrases[-1] if self.phrases else None
        if last is None or last.kind != "state" or last.last != begin - 1 or self.tokens[begin - 1].text != ")":
            return ""
        return last.code if last.first and self.tokens[last.first - 1].text == "(" else ""

    def skip_before(self, k: int, head_at: int) -> tuple[int, str]:
        """Pass over "eski", "yeni": where the office goes on, and the word if it belongs to the office."""
        if k >= head_at or self.bases[k] not in self.lexicon.before:
            return k, ""
        return k + 1, self.tokens[k].text if self.bases[k] in self.lexicon.kept else ""

    def singular(self, words: str, head: Head) -> str:
        """The office of one of several: "Dışişleri Bakanları" → "Dışişleri Bakanı"."""
        rest, _, last = words.rpartition(" ")
        owned = self.lexicon.owned.get(head.stem, "")
        word = last[:1] + owned[1:]
        return f"{rest} {word}" if rest else word

    def office_state(self, phrase: Phrase, k: int, head_at: int) -> int:
        """Take the states at the compound's front, or the owner in the genitive; where the office goes on."""
        owned = self.takes_owner(phrase, k, head_at)
        apart = phrase.stem in self.lexicon.reporters or phrase.stem in self.lexicon.scholars
        while k < head_at:
            known, last = self.known_at(k, head_at)
            if apart and (known is None or known.kind != "nation" or not known.words[-1].endswith(LI)):
                break  # "ABD muhabiri": where he reports from, "Rusya uzmanı": what he knows; not "Iraklı muhabir"
            if known is None or known.kind not in ("state", "nation") or self.is_for_others(last) or self.dealt_with(k, head_at) == k:
                break
            phrase.inner.append(self.phrase_of(known, k, last))
            if owned or self.is_special(last, head_at):  # "Çin'in Lübnan Özel Temsilcisi": the second state is part of the office
                break
            phrase.codes.append(known.key)
            phrase.code = phrase.codes[0]
            k = last
            if not self.goes_on_with_state(k, head_at):
                break
            k += 1
        return k

    def dealt_with(self, k: int, head_at: int) -> int:
        """Where those begin with whom an office has to do ("AK Parti | Türk Devletleri ile İlişkiler Başkanı"); `head_at` without such."""
        with_at = self.related_before(k + 1, head_at - 1)
        if with_at < 0:
            return head_at
        known, last = self.known_at(k, with_at)
        front = last if known is not None and known.kind in ("state", "nation", "body") and last < with_at else k
        return next((j for j in range(k, with_at) if self.reaches(j, with_at)), front)

    def related_before(self, begin: int, end: int) -> int:
        """The first "ile" of these tokens that goes on with what an office has to do ("Türk Devletleri | ile İlişkiler"), or -1."""
        return next((j for j in range(begin, end) if self.bases[j] == "ile" and self.relates(j)), -1)

    def reaches(self, j: int, end: int) -> bool:
        """Does a name that begins here end there, a class behind it perhaps ("Avrupa Birliği |", "Türk Devletleri |")?"""
        known, last = self.known_at(j, end)
        return known is not None and (last == end or (known.kind == "nation" and last == end - 1))

    def is_special(self, last: int, head_at: int) -> bool:
        """Is it a special envoy to the state that ends before token `last`, whom nobody tells the sender of ("Suriye | Özel Temsilcisi X")?"""
        head = self.heads[head_at]
        while self.goes_on_with_state(last, head_at):  # "Suriye ve Irak | Özel Temsilcisi"
            last = self.known_at(last + 1, head_at)[1]
        return head is not None and head.stem in self.lexicon.envoys and last == head_at - 1 and self.bases[last] == "özel"

    def listed_states(self, phrase: Phrase) -> list[str]:
        """The states listed before the first of a plural office ("Almanya, | Fransa ve İngiltere dışişleri bakanları")."""
        found: list[str] = []
        at = phrase.first
        for before in reversed(self.phrases):
            listed = before.kind in ("state", "nation") and before.case == "nom" and before.last == at - 1 and self.bases[at - 1] == ","
            if not phrase.codes or not listed:
                break
            found.insert(0, before.code)
            at = before.first
        return found

    def goes_on_with_state(self, k: int, head_at: int) -> bool:
        """ "Türkiye | ve Yunanistan" Dışişleri Bakanları."""
        if k + 1 >= head_at or self.bases[k] != "ve":
            return False
        following, _ = self.known_at(k + 1, head_at)
        return following is not None and following.kind in ("state", "nation")

    def takes_owner(self, phrase: Phrase, k: int, head_at: int) -> bool:
        """Is the office of the state or body in the genitive before it? Then a state at its front belongs to the office."""
        owner, head = phrase.owner, self.heads[head_at]
        if owner is None:
            return False
        if owner.org is not None and owner.kind in ("office", "person"):
            phrase.org = owner.org
            return True
        if owner.kind not in ("state", "capital", "body") or (owner.stem in self.lexicon.governments and self.is_of_class(k)):
            return False
        if head is not None and head.stem not in self.lexicon.envoys:
            front, _ = self.known_at(k, head_at)
            if front is not None and front.kind in ("state", "nation"):
                return False
        phrase.code = owner.code
        if owner.kind == "body":
            phrase.org = owner
            phrase.code = phrase.code or self.sending_state(owner, head_at)
        return True

    def is_of_class(self, k: int) -> bool:
        """Does the office begin with the bare class of a body that no government has ("yönetiminin | Mahkeme Başkanı'nı listeye alması")?"""
        head = self.heads[k]
        return head is not None and head.bits & BODY != 0 and not head.ending.own and self.tokens[k].capital

    def office_body(self, phrase: Phrase, k: int, head_at: int) -> int:
        """Take the body that the office belongs to: a known one, or the words up to a body's head; where the office goes on."""
        known, last = self.known_at(k, head_at)
        begin, stop = k, self.dealt_with(k, head_at)
        if stop == k:
            return k
        if known is not None and known.kind == "body":
            body = self.phrase_of(known, k, last)
            phrase.inner.append(body)
            if self.sent_by_state(phrase, head_at) or self.bases[head_at].startswith("bakan"):
                return k  # "Avrupa Birliği Bakanı": what the minister is for
            if self.lists_bodies(phrase, last, head_at):
                return head_at
            if last < head_at and self.bases[last] == "ve":  # "MEB Avrupa Birliği ve Dış İlişkiler ..."
                phrase.inner.pop()
                return self.unknown_owner(phrase, k, head_at)
            phrase.org, k = body, last
        b = self.last_body_head(k, stop, -1 if self.owner_in_brackets(begin) is not None else begin)
        if b >= 0:
            return self.headed_body(phrase, begin, k, b, head_at)
        return self.unknown_owner(phrase, k, head_at) if k == begin and k < head_at else k

    def lists_bodies(self, phrase: Phrase, at: int, head_at: int) -> bool:
        """Are those meant who hold an office in several bodies ("Hamas | ve El Fetih liderleri")? The further bodies go in too."""
        if not phrase.plural or self.bases[at] != "ve" or at + 1 >= head_at:
            return False
        known, last = self.known_at(at + 1, head_at)
        if known is None or known.kind != "body" or last < head_at:
            return False
        phrase.inner.append(self.phrase_of(known, at + 1, last))
        return True

    def sent_by_state(self, phrase: Phrase, head_at: int) -> bool:
        """A state's envoy to a body is the state's: "Rusya'nın BM Daimi Temsilcisi"."""
        head = self.heads[head_at]
        return bool(phrase.code) and head is not None and head.stem in ("temsilci", "büyükelçi", "elçi", "gözlemci")

    def sending_state(self, body: Phrase, head_at: int) -> str:
        """The state right before the body that it sends an envoy to: "Rusya'nın | Birleşmiş Milletler (BM) Daimi Temsilcisi"."""
        head, before = self.heads[head_at], next((p for p in reversed(self.phrases[-4:]) if p.last == body.first), None)
        sends = before is not None and before.kind in ("state", "capital") and before.case == "gen"
        return before.code if before is not None and sends and head is not None and head.stem in self.lexicon.envoys else ""

    def headed_body(self, phrase: Phrase, begin: int, k: int, b: int, head_at: int) -> int:
        """The body that ends in the head at `b`; a ministry stays part of the office."""
        head = self.heads[b]
        front = phrase.inner[0] if phrase.inner else None
        first = front.first if front is not None and front.kind in ("state", "nation") and front.last == begin else begin
        body = self.body_of(first, b + 1)
        if body.kind != "body":
            return self.unknown_owner(phrase, b + 1, head_at) if b + 1 < head_at else k  # "İngiliz kanalı | NRT Muhabiri"
        body.code = body.code or phrase.code
        phrase.inner = [p for p in phrase.inner if not body.first <= p.first < body.last]
        phrase.inner.append(body)
        if head is not None and head.stem in self.lexicon.units and phrase.stem == "komutan":
            army = self.last_body_head(k, b, begin)
            phrase.org = self.body_of(first, army + 1) if army >= 0 else None  # "Çad Ordusu | Hava Kuvvetleri Komutanı"
            return max(k, army + 1)  # "Deniz Kuvvetleri Komutanı"
        commands = phrase.stem == "komutan" and head is not None and head.stem == "ordu" and b + 1 < head_at  # "İsrail Ordusu | Merkez Komutanı"
        if head is not None and head.bits & ORGAN and not commands and (head.stem in self.lexicon.held_organs or b == k):
            return k
        phrase.org = body
        return b + 1

    def last_body_head(self, k: int, end: int, begin: int) -> int:
        """The last head of a body between here and the office's head, if it is not part of the office itself; else -1."""
        b = end - 1
        while b >= k:
            if b > k and self.bases[b] == "kurulu" and self.is_board(b, k):
                b -= 2  # "Yönetim Kurulu Başkanı" is an office
                continue
            if self.is_body_head(b, b == begin):
                return b
            b -= 1
        return -1

    def is_board(self, b: int, k: int) -> bool:
        """Is it the board of a firm, not a body's own name ("Gazze İcra Kurulu")?"""
        before = self.bases[b - 1]
        return before == "yönetim" or (before == "icra" and (b - 1 == k or not self.tokens[b - 1].capital))

    def is_body_head(self, b: int, alone: bool) -> bool:
        """Does this form end a body's name, here with words before it or `alone`?"""
        head = self.heads[b]
        # "Barış Forumu | Sözcüsü"
        loose = head is not None and head.bits & LOOSE != 0 and not head.ending.plural and self.tokens[b].capital and not alone
        if head is None or not (head.bits & (ORGAN | BODY | PRESS) or loose) or head.bits & OFFICE or head.ending.case != "nom":
            return False
        if head.ending.own != "3sg" and (head.stem not in self.lexicon.bare_bodies or not self.tokens[b].capital):
            return False
        return not alone or head.stem in self.lexicon.lone_bodies

    def unknown_owner(self, phrase: Phrase, k: int, head_at: int) -> int:
        """Capitalised words nobody knows before "lideri", "CEO'su": the body it leads."""
        head = self.heads[head_at]
        token = self.tokens[k]
        if head is None or not token.capital or self.bases[k] in self.lexicon.inside or self.bases[k] in self.lexicon.openers:
            return k
        known, _ = self.known_at(k, head_at)
        if known is not None:
            return k
        firm = max(self.firm_end(k, head_at), self.unlisted_firm_end(k, head_at, head))
        if firm > k:
            return self.owning_body(phrase, k, firm)
        upper = 1 < len(token.base) <= 5 and sum(letter.isupper() for letter in token.base) > 1
        field = token.form.pos == "ADJ" and token.low.endswith(ADJECTIVAL)  # "Sosyal Medya Stratejisti"
        serves = head.stem in self.lexicon.of_unknown and self.bases[head_at - 1] != "devlet" and not field
        if not (upper or serves):
            return k
        last = k + 1
        while last < head_at and self.tokens[last].capital and self.bases[last] not in self.lexicon.inside:
            if upper and not (serves and self.tokens[last].form.pos == "PROPN"):
                break  # "HQ | Hava Komuta Lideri", not "KCM Trade"
            last += 1
        return self.owning_body(phrase, k, last)

    def owning_body(self, phrase: Phrase, k: int, last: int) -> int:
        """Take the tokens [k, last) for the body that the office is of; where the office goes on."""
        body = Phrase("body", k, last, self.tokens[k].start, self.tokens[last - 1].base_end, "nom")
        body.words = tuple(self.bases[k:last])
        phrase.org = body
        phrase.inner.append(body)
        return last

    def firm_end(self, k: int, head_at: int) -> int:
        """Where the capitals end that name a firm: by its form, or before its board ("Kervan AŞ | Müdürü", "Kervan | Yönetim Kurulu Üyesi")."""
        if self.is_club(k):
            return k + 1
        for at in range(k, head_at):
            if self.bases[at].rstrip(".") in FIRMS and at > k:
                return at + 1
            board = self.bases[at] in _BOARDS and self.bases[at + 1] == "kurulu"
            if board and (self.bases[at] == "yönetim" or (at == k + 1 and self.heads[k] is None)):
                return at
            if not self.tokens[at].capital or self.bases[at] == "sorumlu":
                return k  # "SAV | Dış İlişkilerden Sorumlu Yönetim Kurulu Üyesi"
        return k

    def is_club(self, at: int) -> bool:
        """Is it a club by how its name ends ("Nordspor")?"""
        base = self.bases[at]
        return base.endswith(CLUBS) and len(base) > _SHORTEST_CLUB and self.tokens[at].capital and base not in self.lexicon.given

    def unlisted_firm_end(self, k: int, head_at: int, head: Head) -> int:
        """Where words end that no dictionary has, before who leads a firm ("Nordtek | Genel Müdürü"); one noun goes too ("Nordtek Yatırım |")."""
        general = head.stem == "müdür" and head_at > k and self.bases[head_at - 1] == "genel"
        last = k
        while (general or head.stem in OF_FIRMS) and last < head_at and (self.is_unlisted(last) or self.is_behind_particle(last, k)):
            last += 1
        if last > k and general and last == head_at - 2 and self.tokens[last].capital and self.bases[last] not in self.lexicon.inside:
            last += 1
        return last

    def is_behind_particle(self, at: int, k: int) -> bool:
        """Does a foreign name go on here, behind a small word of it ("Nordic Institute for | Global Studies")?"""
        foreign = any(not self.tokens[j].capital and self.bases[j] in self.lexicon.particles for j in range(k + 1, at))
        return foreign and self.tokens[at].capital and self.bases[at] not in self.lexicon.inside and self.heads[at] is None

    def is_unlisted(self, at: int) -> bool:
        """Is it a capital that no dictionary has, or a small word inside a foreign name ("of", "for")?"""
        if not self.tokens[at].capital:
            return self.bases[at] in self.lexicon.particles
        if self.bases[at] in self.lexicon.inside or self.heads[at] is not None or self.tokens[at].form.pos != "PROPN":
            return False
        return len(self.bases[at]) > 1 and not morphology.listed_readings(self.bases[at])
