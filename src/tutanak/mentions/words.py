"""The words of an article as the scan sees them: their bases, heads, endings, and the names of closed sets among them."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.endings import CASES, OF_PLACE
from tutanak.mentions.lexicon import BODY, COMMON_BODY, COMMON_PLACE, OFFICE, ORGAN, PLACE, PRESS, Alone, Head, Known, Lexicon
from tutanak.mentions.phrase import Phrase
from tutanak.text.layout import Form, Layout, Token
from tutanak.text.nouns import ORDINAL
from tutanak.text.swaps import SPUN

SET_OFF: Final = frozenset((",", "ise", "da", "de", "("))  # behind who acts
RUN_BY: Final = frozenset(("devlet", "ordu"))  # between a state and its station: "İran devlet televizyonu"
_LONGEST: Final = 24  # words of a run looked at together; longer runs are lists or headings in capitals
_LONGEST_ACRONYM: Final = 5
_OURS: Final = 3  # letters of "mız"
_SHORT_NOUN: Final = 4  # letters of a noun whose locative may be a foreign name
_LONGEST_PORTFOLIO: Final = 14  # words from a comma to the minister
SEATED_ENDS: Final = ("deki", "daki", "teki", "taki")  # of what is there: "Gazze'deki"
OWNED_ENDS: Final = frozenset(["sı", "si", "su", "sü", "ğı", "ği", "ğu", "ğü"])  # "Tahiri" is a surname, "Toplantısı" is none


class Words:
    """One article's words, and the phrases made of them so far."""

    __slots__ = ("bases", "heads", "layout", "lexicon", "phrases", "size", "subjects", "swapped", "text", "tokens")

    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        self.layout = layout
        self.text = layout.text
        self.tokens: list[Token] = layout.tokens
        self.size = len(layout.tokens)
        self.lexicon = lexicon
        self.phrases: list[Phrase] = []
        self.subjects: frozenset[str] | None = None  # filled when asked for
        # Each token's word without its apostrophe ending, and the head it is a form of.
        self.bases: list[str] = [t.word.bare for t in self.tokens]
        self.heads: list[Head | None] = [None] * self.size
        for at in layout.bearing(lexicon.headed):
            self.heads[at] = lexicon.heads[self.bases[at]]
        self.swapped: list[int] = []  # the words that stand for heads, in a spun article
        if layout.spin >= SPUN:
            self.take_swapped()
        self.take_placed()

    def take_swapped(self) -> None:
        """Let what a machine put in the place of a head be one ("Dışişleri | Nazırı")."""
        for swap in self.layout.swaps:
            at = swap.last - 1
            head = self.lexicon.meant_heads().get(self.bases[at]) if self.heads[at] is None else None
            if head is not None:
                self.heads[at] = head
                self.swapped.append(at)

    def take_placed(self) -> None:
        """Let such a word be an office in any article where its place tells it: before somebody's name ("Diyanet İşleri | Reisi X")."""
        for at in self.layout.bearing(self.lexicon.meant_sign()):
            head = self.lexicon.meant_heads().get(self.bases[at])
            if head is not None and head.bits & OFFICE and self.heads[at] is None and self.stands_before_name(at):
                self.heads[at] = head
                self.swapped.append(at)

    def stands_before_name(self, at: int) -> bool:
        """Does a given name with a name behind it follow, and something with a capital stand before, that the word may be the office of?"""
        if not (self.tokens[at].capital and self.next_capital(at) and self.next_capital(at + 1)) or at == 0 or not self.tokens[at - 1].capital:
            return False
        return self.bases[at + 1] in self.lexicon.given and self.bases[at] not in self.lexicon.given

    def is_office(self, at: int) -> bool:
        head = self.heads[at]
        return head is not None and head.bits & OFFICE != 0

    def closes(self, at: int) -> bool:
        """Does this token's ending close the phrase: a case ending other than the nominative?"""
        token = self.tokens[at]
        if token.base_end != token.end:
            ending = token.low[token.base_end - token.start + 1 :]
            return not (ending in OF_PLACE or self.possessed_by_apostrophe(at, ending) or self.goes_on_in_name(at, ending) or self.counts_name(at))
        head = self.heads[at]
        if head is not None:
            closed = head.ending.case != "nom" and not self.acc_as_possessed(head) and not self.follows_given(at, head)
            return closed and not self.is_object_in_name(at, head.ending.case)
        return token.capital and self.alone(at).rows is None and self.closes_by_form(at)

    def goes_on_in_name(self, at: int, ending: str) -> bool:
        """Does a name go on over a case: "Asya'da | İşbirliği … Konferansı", "Filistin'e | Destek Platformu"?"""
        following = self.bases[at + 1] if self.next_capital(at) else ""
        if not following:
            return False
        if self.lexicon.within.get(f"{self.bases[at]}'{ending}") == following:
            return True
        head = self.heads[at + 2] if following in self.lexicon.favouring and self.next_capital(at + 1) else None
        return head is not None and head.bits & BODY != 0 and CASES.get(ending) == "dat"

    def follows_given(self, at: int, head: Head) -> bool:
        """ "Ali Ağa": after a given name a word that looks like the form of a head may be a name."""
        return at > 0 and not head.bits & OFFICE and self.tokens[at - 1].capital and self.bases[at - 1] in self.lexicon.given

    def closes_by_form(self, at: int) -> bool:
        """A people's name or a common noun in a case: "Filistinlilerin", "Lisesini"; names show theirs by an apostrophe."""
        if self.bases[at] in self.lexicon.given and self.next_capital(at) and not self.tokens[at].word.upper:
            return False  # "Hüsnü | X" is no case of another word
        if self.bases[at][-1] not in "rıiuü" and self.inflected_people(at) is not None:
            return True
        form = self.tokens[at].form
        if self.is_object_in_name(at, form.case):
            return False
        if form.verb_form == "verbal_noun" and form.case == "gen" and self.opens(at):
            return True  # "Oylamanın | Kenya Dışişleri Bakanlığı …"
        return form.pos == "NOUN" and form.case not in ("nom", "") and (form.possessive == "3sg" or self.opens(at))

    def is_object_in_name(self, at: int, case: str) -> bool:
        """ "Yolsuzlukla | Mücadele Kurumu", "Hava Kuvvetlerini | Güçlendirme Vakfı": what a body is there to do, in capitals."""
        if case not in ("ins", "acc") or not self.next_capital(at):
            return False
        if case == "ins":
            return self.bases[at + 1] in self.lexicon.against
        doing = self.tokens[at + 1].form
        if doing.pos != "VERB" or doing.suffix != "ma" or doing.possessive or at + 2 >= self.size:
            return False
        head = self.heads[at + 2]
        return head is not None and head.bits & BODY != 0 and self.tokens[at + 2].capital

    def acc_as_possessed(self, head: Head) -> bool:
        return head.ending.case == "acc" and not head.ending.own and not head.ending.plural

    def possessed_by_apostrophe(self, at: int, ending: str) -> bool:
        """ "CEO'su", "AB'si": the possessive of a foreign word or acronym that heads an office."""
        head = self.heads[at]
        if head is None:
            return False
        shouted = head.bits & OFFICE != 0 and self.tokens[at].word.upper
        return ending in ("sı", "si", "su", "sü") or (shouted and ending in ("ı", "i", "u", "ü"))

    def possessed_by_ending(self, at: int) -> bool:
        token = self.tokens[at]
        return token.base_end != token.end and self.possessed_by_apostrophe(at, token.low[token.base_end - token.start + 1 :])

    def is_ordinal(self, at: int) -> bool:
        return self.tokens[at].kind == "number"

    def counts_name(self, at: int) -> bool:
        """An ordinal with a capital behind it: "5. | Ağır Ceza Mahkemesi", "36'ncı | Tugay"."""
        token = self.tokens[at]
        if token.kind != "number" or not self.next_capital(at):
            return False
        return token.text[-1] == "." or (token.base_end != token.end and token.low.endswith(ORDINAL))

    def next_capital(self, at: int) -> bool:
        return at + 1 < self.size and self.tokens[at + 1].kind == "word" and self.tokens[at + 1].capital

    def opens(self, at: int) -> bool:
        """Does this token open a sentence or a quotation, so that its capital says nothing?"""
        return at == 0 or self.tokens[at - 1].sentence != self.tokens[at].sentence or self.tokens[at - 1].kind == "punct"

    def is_event(self, k: int) -> bool:
        """ "Devlet Başkanları Zirvesi": an event is named, nobody."""
        head = self.heads[k]
        if not self.tokens[k].capital:
            return False
        form = self.tokens[k].form
        owned = form.pos == "NOUN" and form.possessive == "3sg" and self.bases[k][-2:] in OWNED_ENDS
        return owned or (head is not None and head.ending.own == "3sg")

    def is_common(self, k: int, first: int) -> bool:
        """A common noun in the possessive ("Planı", "Toplantısı") ends no name, however it is written."""
        form = self.tokens[k].form
        if form.pos != "NOUN" or self.bases[k] in self.lexicon.given or self.is_surname(k, first):
            return False
        bare_case = form.case not in ("nom", "") and self.tokens[k].base_end == self.tokens[k].end
        if k == first and form.case == "loc" and bare_case and not self.opens(k) and len(form.lemma) > _SHORT_NOUN:
            return True  # "Meclis Başkanı | Parlamentoda"
        marked = k > first and form.possessive == "3sg" and (self.bases[k][-2:] in OWNED_ENDS or bare_case)
        return marked or (k == first and self.opens(k) and form.number == "pl")

    def is_surname(self, k: int, first: int) -> bool:
        """Behind an office and one given name stands a surname, whatever it looks like ("Başkanı Igor Grosu")."""
        if k != first + 1 or first == 0 or self.bases[first] not in self.lexicon.given or self.heads[k] is not None:
            return False
        office = self.heads[first - 1]
        return office is not None and office.bits & OFFICE != 0

    def joins(self, at: int, start: int) -> bool:
        """May this token go on with the run that ended one token before?"""
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.sentence != before.sentence or token.quote != before.quote or at - start > _LONGEST or self.leaves_heading(at, start):
            return False
        if token.kind != "word":
            return self.counts_name(at) or (token.text == "," and self.lists_portfolios(at))
        return token.capital or self.joins_small(at)

    def lists_portfolios(self, at: int) -> bool:
        """Does the comma part the fields of one ministry: "Eğitim | , Bilim ve Gençlik Bakanı"?"""
        if self.bases[at - 1] not in self.lexicon.portfolios or not self.tokens[at - 1].capital:
            return False
        joined = False
        for k in range(at + 1, min(at + _LONGEST_PORTFOLIO, self.size)):
            base, token = self.bases[k], self.tokens[k]
            joined = joined or base == "ve"
            if joined and self.is_ministry(k):
                return True
            if not (base == "ve" or (token.capital and token.base_end == token.end) or (token.text == "," and self.next_capital(k))):
                return False
        return False

    def is_ministry(self, at: int) -> bool:
        """A minister, or a ministry, committee or the like that its fields name."""
        head = self.heads[at]
        if head is None or not self.tokens[at].capital:
            return False
        return head.stem == "bakan" or (head.bits & (ORGAN | BODY) != 0 and head.ending.own == "3sg" and not head.ending.plural)

    def names_on(self, at: int) -> bool:
        """ "da Silva", "de la Espriella", "de Kirchner" where the article calls her Kirchner too: no "too" or "also"."""
        if at + 1 >= self.size:
            return False
        following = self.bases[at + 1]
        if following in ("la", "los", "las"):
            return self.next_capital(at + 1)
        if not self.next_capital(at):
            return False
        if following in self.lexicon.after_da or self.is_foreign_de(at):
            return True
        return following in self.called() and not (at and self.bases[at - 1] in self.called())  # "Erdoğan da Özkök'e": two people

    def is_foreign_de(self, at: int) -> bool:
        """ "Nuno de Lacerda": behind a back vowel Turkish has "da"."""
        before = self.bases[at - 1] if at else ""
        vowels = [c for c in before if c in "aıoueiöüy"]
        if self.bases[at] != "de" or not vowels or vowels[-1] not in "aıou":
            return False
        return all(self.tokens[k].base_end == self.tokens[k].end for k in (at - 1, at + 1))

    def called(self) -> frozenset[str]:
        """The words that open a sentence as a subject set off by a comma: whom the article calls by one name."""
        if self.subjects is None:
            self.subjects = frozenset(
                base for at, base in enumerate(self.bases) if self.opens(at) and self.next_is_comma(at) and self.tokens[at].form.pos == "PROPN"
            )
        return self.subjects

    def next_is_comma(self, at: int) -> bool:
        return at + 1 < self.size and self.tokens[at + 1].text == ","

    def joins_small(self, at: int) -> bool:
        """A lower-case word inside a name: a particle, a conjunction, a word of offices, a head."""
        base, lexicon = self.bases[at], self.lexicon
        if base == "da" or base == "de":
            return self.names_on(at)
        if base == "ve":
            return self.next_capital(at) or self.run_has_office(at + 1)
        if base == "ile":
            return self.relates(at)
        if base in lexicon.media:
            return self.announces_press(at, self.size)
        if base in RUN_BY and self.announces_press(at, self.size):
            return True
        if (base in lexicon.arms and self.is_armed(at)) or (base in lexicon.kinds and self.is_kind(at)):
            return True
        if base in lexicon.particles:
            return self.next_capital(at) or (at + 1 < self.size and self.bases[at + 1] in lexicon.particles and self.next_capital(at + 1))
        if "-" in base and base.split("-")[0] in lexicon.articles:
            return True
        head = self.heads[at]
        if head is not None and (head.bits & (OFFICE | COMMON_BODY | COMMON_PLACE | PRESS) or (head.bits & PLACE and head.ending.own == "3sg")):
            return head.stem != "taraf" or head.ending.case not in ("abl", "loc")
        return base in lexicon.inside or base in lexicon.before or base in lexicon.kin

    def relates(self, at: int) -> bool:
        """ "Türk Devletleri [ile] İlişkiler Başkanı": what the name of an office or body deals with goes before "ile"."""
        return self.next_capital(at) and self.bases[at + 1] in self.lexicon.against and self.next_capital(at + 1)

    def leaves_heading(self, at: int, start: int) -> bool:
        """Does a heading in capitals end before this token: "ARAMA YAPILDI | Başbakan"?"""
        word = self.tokens[at - 1].word
        if not word.upper or word.base < 3 or not self.tokens[at].capital:
            return False
        before, token = self.tokens[at - 1].base, self.tokens[at].text
        if self.tokens[at - 1].form.pos == "VERB" and (len(before) > _LONGEST_ACRONYM or not token.isupper()):
            return True
        if token.isupper() or at < 2 or (at - 2 < start and len(before) <= _LONGEST_ACRONYM):
            return False
        return self.tokens[at - 2].word.base > 2 and self.tokens[at - 2].word.upper

    def run_has_office(self, at: int) -> bool:
        """Do lower-case words of offices and an office's head follow: "ve dışişleri bakanı"?"""
        if at >= self.size or self.bases[at] not in self.lexicon.inside:
            return False
        for k in range(at, min(at + 5, self.size)):
            if self.is_office(k):
                return True
            if self.bases[k] not in self.lexicon.inside:
                return False
        return False

    def announces_press(self, k: int, end: int) -> bool:
        """ "Rossiya-1 televizyon kanalı", "X haber ajansı": a word between the name and what it is."""
        head = self.heads[k + 1] if k + 1 < end else None
        return (self.bases[k] in self.lexicon.media or self.bases[k] in RUN_BY) and head is not None and head.bits & PRESS != 0

    def is_armed(self, k: int) -> bool:
        """Does this word say what forces follow: "| silahlı kuvvetleri"?"""
        head = self.heads[k + 1] if k + 1 < self.size and self.bases[k] in self.lexicon.arms else None
        return head is not None and head.stem in self.lexicon.armed and head.ending.own == "3sg" and not self.tokens[k].capital

    def is_kind(self, k: int) -> bool:
        """Does this word in small letters say what kind of place follows: "Refah | sınır kapısı", "Taldın | mülteci kampı"?"""
        at = k
        while at < self.size and self.bases[at] in self.lexicon.kinds and not self.tokens[at].capital:
            at += 1
        head = self.heads[at] if k < at < self.size else None
        return head is not None and head.bits & PLACE != 0 and head.ending.own == "3sg" and not head.ending.plural and not self.tokens[at].capital

    def run_end(self, at: int) -> int:
        end = at + 1
        if self.closes(at):
            return end
        while end < self.size and self.joins(end, at):
            end += 1
            if self.closes(end - 1):
                break
        return end

    def known_at(self, at: int, end: int) -> tuple[Known | None, int]:
        """The longest name of a closed set that begins here, and one past its last token."""
        token = self.tokens[at]
        if not token.capital:
            return None, at
        alone = self.alone(at)
        rows = alone.rows
        if rows is None:
            people = alone.people
            if people is not None and people.bare and self.follows_state(at):
                people = None  # "Fransa | Sayıştayı"
            return people, at + 1 if people is not None else at
        for row in rows:
            size = len(row.words)
            if row.bare and self.follows_state(at):
                continue
            if size == 1:
                plain = (token.low in self.lexicon.wordy and self.is_plain_word(at)) or self.lexicon.is_adjective(self.tokens, at)
                return (None, at) if plain else (self.as_people(row, at), at + 1)
            if at + size <= end and self.matches(row.words, at):
                return row, at + size
        return self.sharing(at, rows)

    def sharing(self, at: int, rows: list[Known]) -> tuple[Known | None, int]:
        """The state whose name shares its last word with the one joined to it ("Kuzey | ve Güney Kore"), and one past its own word."""
        joined = at + 4 <= self.size and self.bases[at + 1] in ("ve", "ile") and self.tokens[at + 2].capital
        for row in rows if joined else ():
            if row.kind == "state" and len(row.words) == 2 and self.bases[at + 3] == row.words[1] and self.names_state(at + 2):
                return Known(row.words[:1], row.kind, row.name, row.state, row.key), at + 1
        return None, at

    def names_state(self, at: int) -> bool:
        """Do the two words from token `at` on name a state?"""
        return any(row.kind == "state" and len(row.words) == 2 and self.matches(row.words, at) for row in self.lexicon.starts.get(self.bases[at], ()))

    def is_plain_word(self, at: int) -> bool:
        """Does a word that names a town too only open its sentence ("Oran arttı", not "Oran'da", "Sur ilçesi", "Oran ve Cezayir")?"""
        if not self.opens(at) or at + 1 == self.size or self.next_capital(at):
            return False
        head, listed = self.heads[at + 1], self.tokens[at + 1].low in ("ve", "ile", ",")
        return not (listed and self.next_capital(at + 1)) and (head is None or head.bits & COMMON_PLACE == 0)

    def inflected_people(self, at: int) -> Known | None:
        """A people's name with endings and no apostrophe: "Filistinlilerin"."""
        return self.alone(at).people

    def alone(self, at: int) -> Alone:
        """What the word names by itself, found out once a word."""
        word, place = self.tokens[at].word, self.lexicon.place
        known: Alone | None = word.notes[place] if place < len(word.notes) else None
        if known is None:
            known = Alone(self.lexicon.starts.get(word.bare), self.lexicon.people_with_endings(word.bare))
            word.note(place, known)
        return known

    def follows_state(self, at: int) -> bool:
        """Does a state's name stand right before: "Rusya Güvenlik Konseyi" is not the one of the United Nations."""
        if at == 0 or self.tokens[at - 1].base_end != self.tokens[at - 1].end:
            return False
        return any(row.kind in ("state", "nation") for row in self.lexicon.starts.get(self.bases[at - 1], ()))

    def as_people(self, row: Known, at: int) -> Known:
        """ "ABD'li" is a people's name though its base is the state's."""
        token = self.tokens[at]
        if row.kind != "state" or token.base_end == token.end:
            return row
        if token.low[token.base_end - token.start + 1 :] in OF_PLACE:
            return Known(row.words, "nation", row.name, row.state, row.key)
        return row

    def matches(self, words: tuple[str, ...], at: int) -> bool:
        size = len(words)
        bases = self.bases
        for k in range(1, size - 1):
            if bases[at + k] != words[k]:
                return False
        last, word = bases[at + size - 1], words[size - 1]
        if last == word:
            return True
        return last.startswith(word) and last[len(word) :] in CASES and len(word) > 3

    def names_at(self, k: int, end: int) -> bool:
        """Does a name of a closed set begin here?"""
        return k < end and self.known_at(k, end)[0] is not None

    def in_known(self, begin: int, at: int, end: int) -> bool:
        """Does a name of a closed set that begins before `at` reach up to it or past it?"""
        for k in range(max(begin, at - 4), at):
            known, last = self.known_at(k, end)
            if known is not None and last >= at:
                return True
        return False

    def known_ending_at(self, at: int, end: int) -> Phrase | None:
        """A state or a people's name that ends right before `end`."""
        for k in range(max(at, end - 4), end):
            known, last = self.known_at(k, end)
            if known is not None and last == end and known.kind in ("state", "nation"):
                return self.phrase_of(known, k, last)
        return None

    def phrase_of(self, known: Known, at: int, last: int) -> Phrase:
        tokens = self.tokens
        token = tokens[last - 1]
        end = token.base_end
        if token.base_end == token.end and len(self.bases[last - 1]) > len(known.words[-1]):
            end = token.start + len(known.words[-1])
        phrase = Phrase(known.kind, at, last, tokens[at].start, end, self.case_of(last - 1, known.words[-1]))
        phrase.known = known
        phrase.code = known.state or ""
        phrase.words = known.words
        return phrase

    def case_of(self, at: int, stem: str = "") -> str:
        """The case that a phrase's last word puts it in."""
        token = self.tokens[at]
        if token.base_end != token.end:
            ending = token.low[token.base_end - token.start + 1 :]
            return "nom" if self.possessed_by_apostrophe(at, ending) else CASES.get(ending, "nom")
        if stem:
            return CASES.get(token.low[len(stem) :], "nom")
        head = self.heads[at]
        if head is not None:
            doubtful = self.acc_as_possessed(head) and token.low[head.ending.base :][:1] != "y"  # "bakanı", not "yetkiliyi"
            return "nom" if doubtful else head.ending.case
        form = token.form
        if token.capital:  # a name takes its case behind an apostrophe
            return "nom"
        return form.case or "nom"

    def bare_word(self, at: int) -> str:
        token, head = self.tokens[at], self.heads[at]
        if token.base_end == token.end and head is not None:
            return token.low[: head.ending.base - (_OURS if self.is_ours(at) else 0)]
        return self.bases[at]

    def is_ours(self, at: int) -> bool:
        """Is it the head of a body that a speaker calls ours, in whose form "its" stands too ("Bakanlığı|mız", not "Partimiz")?"""
        head, token = self.heads[at], self.tokens[at]
        ours = head is not None and head.ending.own == "1pl" and not head.ending.plural and token.base_end == token.end
        if not ours or head is None or not head.bits & (ORGAN | BODY) or head.bits & OFFICE:
            return False
        if head.stem in self.lexicon.missions:
            return False  # "Fransa Büyükelçiliğimiz" is not that state's
        return head.ending.base - len(head.stem) > _OURS

    def word_end(self, at: int) -> int:
        """Where the name ends in this token: before its case ending."""
        token, head = self.tokens[at], self.heads[at]
        if token.base_end != token.end:
            return token.end if self.possessed_by_ending(at) else token.base_end
        if head is not None and at and self.tokens[at - 1].capital and self.acc_as_possessed(head) and token.low[head.ending.base :][:1] != "y":
            return token.end  # "Norveç Kızılhaçı"
        return token.start + head.ending.base - (_OURS if self.is_ours(at) else 0) if head is not None else token.end

    def owner_before(self, begin: int) -> Phrase | None:
        """The name in the genitive that stands right before: "ABD'nin" Ankara Büyükelçisi."""
        if self.phrases and self.phrases[-1].last == begin and self.phrases[-1].case == "gen":
            return self.phrases[-1]
        last = self.phrases[-1] if self.phrases else None
        if last is not None and last.case == "gen" and 0 < begin - last.last <= 2 and self.are_adjectives(last.last, begin):
            return last
        if last is not None and last.last == begin and len(self.phrases) > 1 and self.sits_there(last):
            return self.phrases[-2]
        return self.owner_in_brackets(begin)

    def sits_there(self, seat: Phrase) -> bool:
        """Does the place, with the name right before it that owns the office, say where its bearer is ("Hamas'ın | Gazze'deki | lideri")?"""
        owner = self.phrases[-2]
        there = seat.kind in ("place", "capital", "state") and self.tokens[seat.last - 1].low.endswith(SEATED_ENDS)
        return there and owner.case == "gen" and owner.last == seat.first

    def are_adjectives(self, first: int, last: int) -> bool:
        """Only lower-case adjectives in between: "Parti'nin kıymetli lideri", "Hareket'in öldürülen lideri"?"""
        return all(t.kind == "word" and not t.capital and any(is_adjective(form) for form in t.forms) for t in self.tokens[first:last])

    def owner_in_brackets(self, begin: int) -> Phrase | None:
        """The name whose acronym stands in brackets right before: "Avrupa Birliği (AB)" Komisyonu."""
        if begin >= 3 and self.tokens[begin - 1].text == ")":
            opened = next((k for k in range(begin - 3, max(begin - 6, -1), -1) if self.tokens[k].text == "("), -1)
            for phrase in self.phrases[-3:]:
                if phrase.kind in ("body", "state") and opened >= 0 and phrase.last == opened:
                    return phrase
        return None

    def hyphenated(self, at: int) -> Phrase | None:
        """ "Türkiye-Polonya": two states in one word."""
        token = self.tokens[at]
        phrase = Phrase("pair", at, at + 1, token.start, token.base_end, self.case_of(at))
        start = token.start
        for part in self.bases[at].split("-"):
            known = self.lone(part)
            if known is None:
                return None
            phrase.inner.append(self.part_of(known, at, start))
            start += len(part) + 1
        return phrase

    def lone(self, word: str) -> Known | None:
        """The state, capital or body that is called by this one word."""
        for row in self.lexicon.starts.get(word, ()):
            if len(row.words) == 1 and row.kind in ("state", "capital", "body"):
                return row
        return None

    def part_of(self, known: Known, at: int, start: int) -> Phrase:
        """A part of a hyphenated word as a phrase of its own."""
        phrase = Phrase(known.kind, at, at + 1, start, start + len(known.words[0]), "nom")
        phrase.known, phrase.code, phrase.words = known, known.state or "", known.words
        return phrase

    def take_apart(self, at: int, end: int) -> None:
        """Take a run apart; the scan knows how."""
        raise NotImplementedError


def is_adjective(form: Form) -> bool:
    """An adjective, or a passive participle that stands for one ("öldürülen")."""
    return form.pos == "ADJ" or (form.verb_form == "participle" and form.suffix == "an" and form.passive)
