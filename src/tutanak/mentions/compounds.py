"""Names that end in a head: "Dışişleri Bakanlığı", "Hürmüz Boğazı", "İsrail ordusu"."""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.endings import CASES
from tutanak.mentions.lexicon import BODY, COMMON_BODY, COMMON_PLACE, LOOSE, ORGAN, PLACE, PRESS, Head, Known
from tutanak.mentions.person_names import PersonNames
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.words import RUN_BY, SEATED_ENDS, SET_OFF
from tutanak.text.casing import fold

STREETS: Final = word_list("places", "streets")
ADJECTIVAL: Final = ("yal", "sal", "sel", "kal", "nal", "ral")


def spells(acronym: str, words: list[str]) -> bool:
    """Are the acronym's letters those that the words begin with, small words counted or passed over?"""
    every = [word[0] for word in words if word]
    weighty = [word[0] for word in words if word and word not in ("ve", "için", "of", "and", "the")]
    return acronym in ("".join(every), "".join(weighty))


class Compounds(PersonNames):
    """What reads bodies and places."""

    __slots__ = ()

    def body_phrase(self, at: int, end: int) -> int:
        """A compound that ends in a body's or a place's head; where it ends, or `at`."""
        begin = self.body_begin(at, end)
        head_at = self.naming_head(begin, end) if begin >= 0 else -1
        head = self.heads[head_at] if head_at >= 0 else None
        if head is None:
            return at
        bond = f"{self.bases[head_at - 1]} {head.stem}" in self.lexicon.bonds
        if bond and not self.tokens[head_at].capital:
            return at
        if begin > at:
            self.take_apart(at, begin)
        elif self.has_small_article(begin - 1):
            begin -= 1
        if bond or self.goes_to_event(head_at):
            return self.no_body(begin, head_at)
        if self.is_state_owned(head_at) and self.next_capital(head_at) and self.tokens[head_at + 1].form.pos == "PROPN":
            return self.station(begin, head_at + 1)
        if head.stem == "tepe" and self.is_ordinal(begin):
            return head_at + 1  # "6. Tepesi": a summit that a machine spun, no hill
        begin = self.cut_to_known(begin, head_at)
        if self.is_line(begin, head_at):
            return self.line_between(begin, head_at)
        if "-" in self.bases[begin] and self.paired_body(begin, head_at + 1):
            return head_at + 1
        common = head.bits & (COMMON_BODY | PRESS) and (not self.tokens[head_at].capital or head.stem == "dışişleri")
        centre = head.stem == "merkez" and head_at > begin + 1 and self.bases[head_at - 1] in self.lexicon.centres
        joined = head.ending.plural and not self.tokens[head_at].capital and "ve" in self.bases[begin:head_at]
        if joined and head.bits & PRESS:
            self.papers_before(begin)
            self.listed(begin, head_at, "body", "called")
        elif (head.bits & (ORGAN | BODY | LOOSE) or common) and not centre:
            self.phrases.append(self.body_of(begin, head_at + 1))
        elif joined:
            self.listed(begin, head_at, "place", "listed")
        else:
            self.phrases.append(self.place_of(begin, head_at + 1))
        return head_at + 1

    def has_small_article(self, at: int) -> bool:
        """Is it the first word of a name with its article in small letters ("| el-Harub Mülteci Kampı"), in none taken before?"""
        if at < 0 or self.tokens[at].capital or (self.phrases and self.phrases[-1].last > at) or self.tokens[at].base_end != self.tokens[at].end:
            return False
        article, hyphen, name = self.tokens[at].text.partition("-")
        return bool(hyphen) and article in self.lexicon.articles and name[:1].isupper()

    def goes_to_event(self, head_at: int) -> bool:
        """Does a force's name go on to an event ("Deniz Muhafızı | Harekâtı"), a tie's to a document ("Ortaklığı | Belgesi"), with no ending?"""
        head = self.heads[head_at]
        if head is None or not self.next_capital(head_at) or self.closes(head_at):
            return False  # a union or an organisation holds its summit itself
        form = self.tokens[head_at + 1].form
        if form.possessive != "3sg":
            return False
        return (head.stem in self.lexicon.units and form.lemma in self.lexicon.events) or (
            head.stem in self.lexicon.ties and form.lemma in self.lexicon.never
        )

    def no_body(self, begin: int, head_at: int) -> int:
        """Past a name that only looks like a body's; a state or body of a closed set at its front is named all the same."""
        known, stop = self.known_at(begin, head_at + 1)
        if known is not None:
            self.phrases.append(self.phrase_of(known, begin, stop))
        return head_at + 1 + self.goes_to_event(head_at)

    def listed(self, begin: int, head_at: int, kind: str, cue: str) -> None:
        """ "Taşlı, Derin ve Kuru köyleri": each is a place; "Ufuk ve Devir gazeteleri": each is a body."""
        cuts = [begin - 1, *[k for k in range(begin, head_at) if self.bases[k] in ("ve", ",")], head_at]
        for first, last in zip([k + 1 for k in cuts[:-1]], cuts[1:], strict=True):
            known, stop = self.known_at(first, last)
            if known is not None and stop == last:
                self.phrases.append(self.phrase_of(known, first, last))
            elif first < last:
                phrase = Phrase(kind, first, last, self.tokens[first].start, self.tokens[last - 1].base_end, "nom")
                phrase.words, phrase.cue = tuple(self.bases[first:last]), cue
                self.phrases.append(phrase)

    def papers_before(self, begin: int) -> None:
        """The names that commas join to a list of outlets from before ("Nur, Devir | ve Ufuk gazeteleri") are theirs too."""
        for before in reversed(self.phrases):
            common = before.opens and self.is_first(before.first) and self.tokens[before.first].form.pos != "PROPN"  # "Haberi, Nur ve …"
            if before.kind != "unknown" or before.last != begin - 1 or self.bases[before.last] != "," or common:
                break
            before.kind, before.cue, begin = "body", "called", before.first

    def is_first(self, at: int) -> bool:
        return at == 0 or self.tokens[at - 1].sentence != self.tokens[at].sentence

    def spelt_body(self, at: int, end: int) -> int:
        """Capitals whose letters an acronym in brackets spells are a body ("Makine ve Kimya Endüstrisi (MKE)"); where they end, or `at`."""
        acronym = self.acronym_at(end) if end - at > 1 else ""
        if not acronym or not self.may_be_spelt(end - 1):
            return at
        begin = next((k for k in range(at, end - 1) if self.tokens[k].capital and spells(acronym, self.bases[k:end])), -1)
        if begin < 0 or self.bases[begin] in self.lexicon.given or any(self.known_at(k, end)[1] == end for k in range(begin, end)):
            return at
        if begin > at:
            self.take_apart(at, begin)
        known, stop = self.known_at(begin, end)
        phrase = Phrase("body", begin, end, self.tokens[begin].start, self.spelt_end(end - 1), self.case_of(end - 1))
        phrase.words = (*self.bases[begin : end - 1], fold(self.text[self.tokens[end - 1].start : phrase.end]))
        self.take_front(phrase, known, begin, stop)
        self.phrases.append(phrase)
        return end

    def acronym_at(self, k: int) -> str:
        """The acronym that stands in brackets from this token on, folded, or nothing."""
        if k + 2 >= self.size or self.tokens[k].text != "(" or self.tokens[k + 2].text != ")":
            return ""
        text = self.tokens[k + 1].text
        return fold(text) if text.isalpha() and sum(letter.isupper() for letter in text) > 1 else ""

    def may_be_spelt(self, at: int) -> bool:
        """May this word end the name of a body that no head ends? No treaty's, no place's, no office's."""
        head = self.heads[at]
        if head is not None:
            return bool(head.bits & LOOSE) and not head.bits & (BODY | ORGAN)
        return self.tokens[at].capital and all(form.lemma not in self.lexicon.never for form in self.tokens[at].forms)

    def spelt_end(self, at: int) -> int:
        """Where the name ends in a last word that is no head: before an apostrophe, or the case behind a possessive ("Endüstrisi|nin")."""
        token = self.tokens[at]
        if token.base_end != token.end or token.form.possessive != "3sg" or token.form.case in ("", "nom"):
            return token.base_end
        bases = [k for k in range(len(token.low) - 1, 1, -1) if token.low[k] == "n" and CASES.get(token.low[k:]) == token.form.case]
        return token.start + bases[0] if bases else token.end

    def is_line(self, begin: int, head_at: int) -> bool:
        """Does something run between what a hyphen joins: "Ankara-Şam | hattı", "X-Y Demir Yolu | Hattı", "X-Y Ekonomik | Koridoru"?"""
        head = self.heads[head_at]
        if head is None or head.stem not in self.lexicon.lines or not any("-" in base for base in self.bases[begin:head_at]):
            return False
        built = head.stem != "hat" or self.tokens[head_at - 1].form.possessive == "3sg"  # not "İsrail-Lübnan Mavi Hattı"
        return built or head_at == begin + 1

    def line_between(self, at: int, head_at: int) -> int:
        """ "Ankara-Şam hattı" is no place, a corridor is a work; the ends are states where capitals name them."""
        pair = self.hyphenated(at) if "-" in self.bases[at] else None
        if pair is not None:
            self.phrases.append(pair)
        return head_at + 1

    def body_begin(self, at: int, end: int) -> int:
        """Where a compound may begin: with the first capital that opens no sentence; -1 where none does."""
        begin = at
        while begin < end and (self.is_opener(begin) or not self.tokens[begin].capital):
            if self.tokens[begin].kind == "number" and not self.is_opener(begin):
                break
            begin += 1
        if begin + 1 < end and self.is_plural_before(begin):
            begin += 1
        if begin >= end or (begin > at and self.is_title_run(at, begin)):
            return -1
        people = self.bases[begin] in self.lexicon.peoples and begin + 1 < end and not self.tokens[begin + 1].capital
        return -1 if people else begin

    def is_plural_before(self, at: int) -> bool:
        """A plural that opens a sentence before a name ("Konuklar | Liman Enstitüsü'nde"), no part of one ("Yeşiller Partisi")?"""
        form = self.tokens[at].form
        opening = self.opens(at) and form.number == "pl" and self.heads[at + 1] is None
        common = opening and self.is_common(at, at) and not self.is_object_in_name(at, form.case)
        return common and self.known_at(at, self.size)[0] is None  # "(BM) | Çocuklara Yardım Fonu"

    def is_opener(self, at: int) -> bool:
        """A word that begins sentences, no name: of a list, or an adverb or conjunction. Behind a comma a capital is a name's."""
        if at and self.tokens[at].capital and self.tokens[at - 1].text == ",":
            return False
        if self.bases[at] in self.lexicon.openers:
            return True
        adverb = self.opens(at) and self.tokens[at].form.pos in ("ADV", "CCONJ")
        return adverb and all(form.pos not in ("ADJ", "NOUN") for form in self.tokens[at].forms)

    def cut_to_known(self, begin: int, head_at: int) -> int:
        """Words before a name of a closed set do not belong to it: "Gemiler | Hürmüz Boğazı"; where the name begins."""
        for k in range(begin + 1, head_at):
            known, last = self.known_at(k, head_at + 1)
            if known is not None and last == head_at + 1 and self.bases[k - 1] not in self.lexicon.adjectival:
                self.take_apart(begin, k)
                return k
        return begin

    def paired_body(self, begin: int, last: int) -> bool:
        """ "Türkiye-Avrupa Birliği": a state and a body of a closed set, joined by a hyphen; both go in."""
        first, _, second = self.bases[begin].partition("-")
        body = self.body_named(second, begin, last)
        if body is None:
            return False
        token = self.tokens[begin]
        for row in self.lexicon.starts.get(first, ()):
            if row.kind in ("state", "body") and len(row.words) == 1:
                front = Phrase("pair", begin, begin + 1, token.start, token.start + len(first), "nom")
                front.inner.append(self.part_of(row, begin, token.start))
                self.phrases.append(front)
                break
        phrase = Phrase("body", begin + 1, last, token.start + len(first) + 1, self.word_end(last - 1), self.case_of(last - 1))
        phrase.known, phrase.code, phrase.words = body, body.state or "", body.words
        self.phrases.append(phrase)
        return True

    def body_named(self, second: str, begin: int, last: int) -> Known | None:
        """The body of a closed set that is written with `second` and the tokens behind `begin`."""
        for row in self.lexicon.starts.get(second, ()):
            inner = all(self.bases[begin + k] == row.words[k] for k in range(1, len(row.words) - 1)) if len(row.words) == last - begin else False
            if row.kind == "body" and inner and self.bare_word(last - 1).startswith(row.words[-1]):
                return row
        return None

    def is_title_run(self, at: int, begin: int) -> bool:
        """Do callings stand before the capital ("doktoru Ahmet …")? Then a name follows, no compound."""
        return all(self.bases[k] in self.lexicon.callings or self.bases[k] in self.lexicon.kin for k in range(at, begin))

    def naming_head(self, begin: int, end: int) -> int:
        """The last head of the compound that begins here, or -1. A conjunction after a head, or after a known name, ends it."""
        known, last = self.known_at(begin, end)
        found, k = -1, max(begin + 1, last if known is not None else 0)
        while k < end:
            head = self.heads[k]
            if self.bases[k] == "ve" and (found >= 0 or (known is not None and k == last) or self.names_at(k + 1, end)):
                break
            if head is not None and self.heads_name(k, begin, head):
                found = k
                if not self.tokens[k].capital:
                    break
            elif not self.may_stand_inside(k, end):
                break
            k += 1
        return found

    def may_stand_inside(self, k: int, end: int) -> bool:
        """May this word stand inside a body's or a place's name?"""
        base = self.bases[k]
        return (
            self.tokens[k].capital
            or self.counts_name(k)
            or base in ("ve", ",")
            or base.split("-")[0] in self.lexicon.articles
            or self.announces_press(k, end)
            or self.is_armed(k)
            or self.is_kind(k)
        )

    def heads_name(self, k: int, begin: int, head: Head) -> bool:
        """Is this form the head of the compound before it?"""
        ending = head.ending
        capital = self.tokens[k].capital
        if head.stem == "grup" and (len(self.bases[k - 1]) == 1 or self.is_of_others(begin, k)):
            return False  # "Avrupa Ligi C | Grubu"
        if capital and head.bits & BODY and ending.case == "nom" and not ending.plural and self.acronym_at(k + 1):
            return True  # "Akdeniz İçin Birlik (AİB)"
        if capital and head.bits & (ORGAN | BODY | PLACE):
            if ending.own == "3sg" or (not ending.own and ending.case == "acc" and not ending.plural) or head.stem in ("parti", "holding"):
                return True
            if head.stem in self.lexicon.bare_places and not ending.plural:
                return True
            if self.is_ours(k) and not all(self.bases[j] in self.lexicon.inside for j in range(begin, k)):
                return True  # "Sağlık Bakanlığımız", not "Yönetim Kurulumuz"
            bodily = head.bits & BODY != 0 or head.stem in self.lexicon.governments  # "Federal Hükümet"
            return bodily and not ending.plural and self.is_adjectival(k - 1)
        if capital and head.bits & LOOSE and ending.own == "3sg":
            return bool(self.acronym_at(k + 1)) or (head.stem in self.lexicon.services and self.is_states_own(begin, k))
        if capital and head.stem == "dışişleri" and not (k + 1 < self.size and self.tokens[k + 1].capital):
            known, last = self.known_at(begin, k)
            return known is not None and last == k and known.kind in ("state", "nation")  # "Türk Dışişleri": the ministry
        if not capital and ending.own == "3sg" and head.bits & (COMMON_BODY | PRESS | COMMON_PLACE | PLACE):
            several = ending.plural and head.stem in self.lexicon.governments  # "ABD ile Çin | hükümetleri": no body of one of them
            return not several and self.common_head_fits(k, begin, head)
        return False

    def is_states_own(self, begin: int, k: int) -> bool:
        """Does the name of a state begin a compound of three words or more that is set off as who acts ("Kenya Jeoloji Hizmetleri, …")?"""
        known, stop = self.known_at(begin, k)
        apart = k + 1 < self.size and self.bases[k + 1] in SET_OFF
        return known is not None and known.kind == "state" and stop < k and apart and self.tokens[k].form.case in ("", "nom")

    def is_of_others(self, begin: int, k: int) -> bool:
        """Does the name begin with those whose group it is: a body ("CHP Grubu", "AP Liberal Grubu"), two states ("Peru-Şili Dostluk Grubu")?"""
        known = self.known_at(begin, k)[0]
        return "-" in self.bases[begin] or (known is not None and known.kind == "body")

    def is_adjectival(self, k: int) -> bool:
        """Does this word make a name of a bare head behind it: "Ulusal | Komite", "Sendikal | Platform"?"""
        return self.bases[k] in self.lexicon.adjectival or (self.bases[k].endswith(ADJECTIVAL) and self.tokens[k].form.pos == "ADJ")

    def common_head_fits(self, k: int, begin: int, head: Head) -> bool:
        """ "İsrail ordusu", "Washington yönetimi", "Haaretz gazetesi", "Adana kenti": the words before are a name."""
        known, last = self.known_at(begin, k)
        whole = known is not None and last == k
        if head.stem in self.lexicon.of_towns and not head.bits & PRESS:
            return known is not None and whole and known.kind in ("place", "capital")
        if head.stem in self.lexicon.armed and (head.stem not in self.lexicon.state_bodies or self.is_armed(k - 1)):
            return known is not None and known.kind in ("state", "nation") and last == k - 1 and self.is_armed(k - 1)
        if head.bits & COMMON_BODY and head.stem in self.lexicon.state_bodies:
            stately = known is not None and whole and known.kind in ("state", "nation", "capital", "place")
            ruling = known is not None and whole and known.kind == "body" and head.stem == "hükümet"  # "AKP hükümeti"
            return stately or ruling or (head.stem in ("hükümet", "yönetim") and known is None)
        if head.bits & (PRESS | COMMON_PLACE | PLACE):
            common = known is None and self.opens(begin) and self.tokens[begin].form.pos != "PROPN"
            return not common and (known is None or whole or self.is_state_owned(k))
        return whole

    def station(self, begin: int, at: int) -> int:
        """The name behind what it is ("İsrail devlet televizyonu | KAN"); one past it."""
        known, _ = self.known_at(begin, at)
        phrase = Phrase("body", at, at + 1, self.tokens[at].start, self.tokens[at].base_end, self.case_of(at))
        phrase.words, phrase.cue, phrase.code = (self.bases[at],), "called", (known.state or "") if known is not None else ""
        self.phrases.append(phrase)
        return at + 1

    def is_state_owned(self, k: int) -> bool:
        """Is the station or agency at `k` a state's or its army's own ("İran devlet | televizyonu")?"""
        return self.bases[k - 1] in RUN_BY and not self.tokens[k - 1].capital and k > 1 and self.tokens[k - 2].capital

    def body_of(self, begin: int, last: int) -> Phrase:
        """The body whose name is [begin, last), its last word the head."""
        head = self.heads[last - 1]
        known, stop = self.known_at(begin, last)
        press = head is not None and head.bits & PRESS != 0 and not self.tokens[last - 1].capital and not self.is_state_owned(last - 1)
        if press and known is not None and known.kind in ("state", "nation", "origin") and not any(t.capital for t in self.tokens[stop:last]):
            return self.phrase_of(known, begin, stop)  # "İngiliz gazetesi", "Çin haber kanalı" is no name
        phrase = Phrase("body", begin, last, self.tokens[begin].start, self.word_end(last - 1), self.case_of(last - 1))
        phrase.words = (*self.bases[begin : last - 1], self.bare_word(last - 1))
        phrase.stem = head.stem if head is not None else ""
        self.take_front(phrase, known, begin, stop)
        self.take_body_owner(phrase, head)
        if press:
            self.cut_press(phrase, begin)
            phrase.code = phrase.code or self.seat_before(begin)
        elif head is not None and not self.tokens[last - 1].capital:
            phrase.cue = "common"
        elif head is not None and head.bits & ORGAN:
            phrase.cue = "organ"
        return phrase

    def take_front(self, phrase: Phrase, known: Known | None, begin: int, stop: int) -> None:
        """The name of a closed set at a body's front gives its state, except the seat of an embassy."""
        if known is None:
            return
        if known.kind in ("state", "nation", "capital") and not (known.kind == "capital" and phrase.stem in self.lexicon.missions):
            phrase.code = "" if self.is_for_others(stop) else known.state or ""
        if known.kind == "place" and phrase.stem in self.lexicon.of_towns:
            phrase.code = known.state or ""
        phrase.title = known.kind
        if known.kind == "body" and phrase.stem in self.lexicon.governments:
            phrase.code = known.state or ""
        if known.kind == "body" and "organ" in known.flags:  # "TBMM Dışişleri Komisyonu"
            phrase.code, phrase.title = known.state or "", "state"
        if stop == phrase.last:
            phrase.known = known
        else:
            phrase.inner.append(self.phrase_of(known, begin, stop))

    def is_for_others(self, stop: int) -> bool:
        """Is the state at the front for whom a body is there: "Küba'ya | Destek Derneği", "Filistinli | Mültecilere Yardım Ajansı"?"""
        front = self.tokens[stop - 1]
        if front.base_end != front.end:
            return CASES.get(front.low[front.base_end - front.start + 1 :]) == "dat"
        form = self.tokens[stop].form if stop < self.size else None
        return form is not None and form.case == "dat" and form.number == "pl" and self.next_capital(stop)

    def take_body_owner(self, phrase: Phrase, head: Head | None) -> None:
        """The state in the genitive before an organ; the body in brackets whose name goes on here."""
        owner = self.owner_before(phrase.first)
        if owner is None:
            if not phrase.code and head is not None and head.stem in self.lexicon.seated:
                phrase.code = self.seated_in(phrase.first)
            return
        if owner.kind == "state" and owner.case == "gen" and phrase.last - phrase.first > 1 and self.tokens[phrase.first].form.possessive == "3sg":
            phrase.words, phrase.owner = (*owner.words, *phrase.words), owner  # "Libya'nın Dostları Grubu"
            return
        if owner.kind in ("body", "state") and owner.case == "nom":
            phrase.code = owner.code if owner.kind == "body" else phrase.code or owner.code  # "(BM) | Lübnan Görev Gücü"
            phrase.words = (*owner.words, *phrase.words)
            phrase.owner = owner
        elif (
            (not phrase.code or phrase.stem in self.lexicon.missions)
            and owner.kind in ("state", "capital")
            and head is not None
            and head.bits & ORGAN
        ):
            phrase.code = owner.code
            phrase.owner = owner
            if phrase.stem in self.lexicon.missions and owner.kind == "state":
                phrase.words = (*owner.words, *phrase.words)  # "Peru'nun Roma Büyükelçiliği" is another than Çad's there
        elif not phrase.code and owner.case == "gen" and owner.kind in ("state", "body") and self.is_owned_unit(phrase.stem):
            phrase.code = owner.code  # "Rusya'nın Kuzey Filosu", "Mısır ordusunun 4. Tugayı", "Çad'ın Savan Haber Ajansı"

    def seated_in(self, begin: int) -> str:
        """The state whose name right before says where an organ sits ("Mısır'daki | Yüksek Seçim Kurulu"), or ""."""
        last = self.phrases[-1] if self.phrases else None
        there = last is not None and last.kind == "state" and last.last == begin and self.tokens[begin - 1].low.endswith(SEATED_ENDS)
        return last.code if last is not None and there else ""

    def is_owned_unit(self, stem: str) -> bool:
        """Is it a part of forces, or an agency or paper, whose state stands before it in the genitive?"""
        return stem in self.lexicon.units or stem in self.lexicon.press

    def seat_before(self, begin: int) -> str:
        """The state where a firm or paper has its seat, or whose it is, told right before ("ABD merkezli | X şirketi", "İsveçli | …")."""
        last = self.phrases[-1] if self.phrases else None
        if last is None or last.kind not in ("state", "nation"):
            return ""
        between = self.bases[last.last : begin]
        return last.code if last.case in ("nom", "gen") and between in ([], ["merkezli"]) else ""

    def cut_press(self, phrase: Phrase, begin: int) -> None:
        """ "Haaretz gazetesi", "X televizyon kanalı": the capitals are the name."""
        phrase.cue = "press"
        stop = phrase.last - 1
        while stop > begin + 1 and not self.tokens[stop - 1].capital and self.bases[stop - 1].split("-")[0] not in self.lexicon.articles:
            stop -= 1
        phrase.end = self.tokens[stop - 1].base_end
        phrase.words = tuple(self.bases[begin:stop])

    def is_street(self, at: int) -> bool:
        """Is it a street, which seldom lies in the town that it is called by ("Berlin | Caddesi")?"""
        head = self.heads[at]
        return head is not None and self.tokens[at].capital and not head.ending.plural and head.stem in STREETS

    def place_of(self, begin: int, last: int) -> Phrase:
        """The place whose name is [begin, last); a lower-case head ("kenti") is no part of a name that stands without it."""
        head = self.heads[last - 1]
        known, stop = self.known_at(begin, last)
        small = head is not None and not self.tokens[last - 1].capital
        if small and known is not None and known.kind in ("state", "nation", "body") and stop == last - 1:
            named = self.phrase_of(known, begin, stop)
            named.case = self.case_of(last - 1)
            return named
        phrase = Phrase("place", begin, last, self.tokens[begin].start, self.word_end(last - 1), self.case_of(last - 1))
        phrase.words = (*self.bases[begin : last - 1], self.bare_word(last - 1))
        phrase.cue = "listed" if small and head is not None and head.ending.plural else ""
        if known is not None:
            street = stop == last - 1 and self.is_street(stop)
            phrase.code = "" if street else known.state or ""
            phrase.known = known if stop >= last - 1 else None
            if stop < last and not street:
                phrase.inner.append(self.phrase_of(known, begin, stop))
        if small and known is None and head is not None and head.stem in self.lexicon.towns:
            owner = self.owner_before(begin)
            phrase.code = owner.code if owner is not None and owner.kind == "state" else ""
        if small and head is not None and (head.bits & COMMON_PLACE or not head.bits & PLACE or phrase.known is not None):
            phrase.end = self.tokens[last - 2].base_end
            phrase.words = tuple(self.bases[begin : last - 1])
        return phrase
