"""Who is named: the table of people, from whole names to surnames alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mypy_extensions import mypyc_attr

from tutanak.mentions import appositions
from tutanak.mentions.appositions import SEATED
from tutanak.mentions.lexicon import COMMON_BODY, ORGAN, Lexicon
from tutanak.mentions.model import Unnamed
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.phrases import Scan
from tutanak.mentions.tables import Bodies, BodyDraft, People, PersonDraft, PlaceDraft, Places, bare_words
from tutanak.spans import Span, stretch
from tutanak.text import morphology
from tutanak.text.layout import Form, Layout
from tutanak.text.nouns import LI, is_of_name
from tutanak.text.quotations import OPENING_MARKS

HOME: Final = "TR"
LOOKBACK: Final = 200  # names looked back at; a text with more in view is no article
_OWNED_ENDINGS: Final = tuple(n + v for n in ("nd",) for v in "ae")  # "'nda", "'nden"
_INITIALS: Final = re.compile(r"(?:\w\.)+")  # "J.D."
_LIKELY: Final = 2
_PARTICLES: Final = ("da", "de", "ta", "te")
_SET_OFF: Final = frozenset((",", "(", ":", "“", '"', "ise", "de", "da"))
_TELLS: Final = 3  # what shows a word to be somebody who speaks
_SURE: Final = 6  # what makes a single unknown word a person

Meant = PersonDraft | BodyDraft | PlaceDraft | str | Unnamed
"""What a phrase means while the tables are still being written; a str is a state's code."""


@mypyc_attr(acyclic=True)
class Named:
    """A phrase and what it was found to mean."""

    __slots__ = ("actor", "case", "first", "kind", "last", "meant", "span")

    def __init__(self, phrase: Phrase, meant: list[Meant], kind: str, actor: bool = True) -> None:
        self.first, self.last = phrase.first, phrase.last
        self.span = phrase.span()
        self.case = phrase.case
        self.meant = meant
        self.kind = kind
        self.actor = actor


def mend_particles(phrases: list[Phrase], layout: Layout) -> None:
    """Take "da" behind an apostrophe for the particle where speech follows ("Bakan Vargas'da, “…” dedi"): nobody speaks in a person."""
    for phrase in phrases:
        if phrase.case == "loc" and (phrase.kind in ("person", "office") or (phrase.kind == "unknown" and phrase.opens)):
            token = layout.tokens[phrase.last - 1]
            if token.base_end != token.end and token.low.endswith(_PARTICLES) and _speech_follows(layout, phrase.last):
                phrase.case = "nom"


def _speech_follows(layout: Layout, at: int) -> bool:
    """Does a quotation open at token `at`, or behind the comma there?"""
    behind = layout.tokens[at : at + 3]
    behind = behind[1:] if behind and behind[0].text == "," else behind
    return len(behind) > 1 and behind[0].text in OPENING_MARKS and behind[1].quote != behind[0].quote and behind[1].quote >= 0


class Gathering:
    """One article's phrases, and the tables of what they name."""

    __slots__ = (
        "at_home", "bodies", "counts", "first_of", "last_code", "last_unnamed", "layout", "lexicon", "named", "people", "phrases", "places",
        "places_of", "seen_codes", "seen_people", "state_spans", "states", "text", "told_towns", "vacant", "weights",
        "who",
    )  # fmt: skip

    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        self.layout = layout
        self.text = layout.text
        self.lexicon = lexicon
        self.phrases = appositions.unite(Scan(layout, lexicon).run(), layout, lexicon)
        spelt = appositions.know_acronyms(self.phrases, layout)
        _unbind(self.phrases)
        mend_particles(self.phrases, layout)
        self.people = People(layout.text, lexicon)
        self.bodies = Bodies(layout.text, lexicon, spelt)
        self.places = Places(layout.text)
        self.state_spans: dict[str, list[Span]] = {}
        self.states: list[str] = []  # codes in the order they come into view
        self.weights: dict[str, float] = {}
        self.seen_codes = 0
        self.last_code = ""
        self.counts: dict[str, int] = {}
        self.first_of: dict[str, Phrase] = {}
        self.vacant: list[Phrase] = []
        self.at_home = False
        self.places_of: dict[int, int] = {}  # a phrase's first token -> its place
        self.told_towns: dict[str, str] = {}  # a town of one word -> the state that the article says it is in ("İran'ın Hoy şehri")
        self.seen_people: list[PersonDraft] = []
        self.who: dict[int, PersonDraft] = {}  # phrase's place -> person
        self.named: list[Named] = []
        self.last_unnamed: Unnamed | None = None

    def gather(self) -> None:
        """The table of people: whole names first, then surnames with an office, then surnames alone."""
        self.gather_whole()
        speakers = self.speakers()
        for i, phrase in enumerate(self.phrases):
            if phrase.kind not in ("person", "unknown") or i in self.who:
                continue
            if phrase.kind == "unknown" and len(phrase.words) > 1 and phrase.words[-1] in speakers and phrase.case != "loc":
                self.enter(i, phrase)
            elif phrase.kind == "person" and (len(phrase.words) == 1 or self.shouted(phrase)):
                self.enter_short(i, phrase)
        for draft in self.people.drafts:
            draft.named_at.sort()
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "unknown" and i not in self.who:
                self.gather_alone(i, phrase, speakers)
            elif phrase.kind in ("place", "capital") and len(phrase.words) == 1 and phrase.case != "loc":
                self.surname_like_place(i, phrase)
        for draft in self.people.drafts:
            draft.mentions.sort()

    def gather_whole(self) -> None:
        """Names of two words and more; a name that the article calls a body is one."""
        called = {phrase.words for phrase in self.phrases if phrase.cue == "called"}
        self.join_towns()
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "unknown" and phrase.words in called:
                phrase.kind = "body"
            elif len(phrase.words) > 1 and not self.shouted(phrase) and self.is_person(phrase):
                self.enter(i, phrase)
        for i, phrase in enumerate(self.phrases):
            if phrase.kind != "unknown" or len(phrase.words) != 2 or i in self.who:
                continue
            if self.is_joined(i, phrase) or self.is_of_people(i, phrase):
                self.enter(i, phrase)

    def join_towns(self) -> None:
        """A surname that is a town's name too goes with the unknown name before it, where it speaks as people do ("Nilun | Aydın", "diyen Aydın")."""
        for first, town in pairwise(self.phrases):
            if first.kind == "unknown" and len(first.words) == 1 and self.is_surname_town(first, town):
                first.words, first.last, first.end, first.case = (*first.words, *town.words), town.last, town.end, town.case
                first.kind, town.kind = "person", "surname"

    def is_surname_town(self, first: Phrase, town: Phrase) -> bool:
        if town.kind != "place" or len(town.words) != 1 or town.first != first.last or town.case == "loc":
            return False
        given = self.layout.tokens[first.first]
        if given.base_end < given.end or given.form.pos != "PROPN" or given.word.upper:
            return False
        return any(p.kind == "place" and p.words == town.words and self.worth(p) >= _TELLS for p in self.phrases)

    def is_of_people(self, i: int, phrase: Phrase) -> bool:
        """A whole name that no dictionary has behind a people's or a party's word ("Norveçli | Luke Durbright"), no firm's in capitals."""
        people = self.phrases[i - 1] if i else None
        if people is None or people.last != phrase.first or people.case != "nom" or phrase.case == "loc":
            return False
        tokens = self.layout.tokens[phrase.first : phrase.last]
        of_people = people.kind == "nation" and people.words[-1].endswith(LI)
        of_body = people.kind == "body" and is_of_name(self.layout.tokens[people.last - 1])
        return (of_people or of_body) and all(t.form.pos == "PROPN" and not t.word.upper for t in tokens)

    def is_joined(self, i: int, phrase: Phrase) -> bool:
        """A whole name that "ve" joins to a person's, or a surname to a surname ("X ve Y'nin"): the two of one kind."""
        tokens = self.layout.tokens[phrase.first : phrase.last]
        if phrase.case == "loc" or any(t.form.pos != "PROPN" or t.word.upper for t in tokens) or self.is_owned(phrase):
            return False
        for j, other in ((i - 1, self.phrases[i - 1]), (i + 1, self.phrases[(i + 1) % len(self.phrases)])):
            first, second = (other, phrase) if j < i else (phrase, other)
            joined = second.first == first.last + 1 and self.layout.tokens[first.last].low == "ve" and first.case == "nom"
            if joined and j in self.who and (len(other.words) > 1 or len(phrase.words) == 1) and not other.office:
                return True
        return False

    def gather_alone(self, i: int, phrase: Phrase, speakers: dict[str, int]) -> None:
        """A surname alone, or a single name that does what people do."""
        draft = self.namesake_who_speaks(phrase) or self.people.of_surname(bare_words(phrase.words), phrase)
        if draft is None and (self.speaks(phrase, speakers) or self.titled(phrase) or (self.is_surname(phrase) and self.is_joined(i, phrase))):
            draft = self.people.misspelt(phrase.words[-1]) or self.people.enter(phrase)
        if draft is not None:
            self.who[i] = draft
            draft.latest = phrase.start
            draft.mentions.append(phrase.span())

    def speaks(self, phrase: Phrase, speakers: dict[str, int]) -> bool:
        """Is it a single name that does what people do, surely or as surnames do?"""
        worth = speakers.get(phrase.words[0], 0) if len(phrase.words) == 1 else 0
        return worth >= _SURE or (worth >= _LIKELY and self.is_surname(phrase))

    def is_surname(self, phrase: Phrase) -> bool:
        """By its ending: "Kılıçdaroğlu", "Lukaşenko"."""
        return phrase.words[0].endswith(self.lexicon.surname_ends)

    def namesake_who_speaks(self, phrase: Phrase) -> PersonDraft | None:
        """Of several with one surname, the one who alone speaks under his whole name, where the surname speaks (the son, not the late father)."""
        rows = self.people.by_alias.get(" ".join(bare_words(phrase.words)), ())
        if len(rows) < 2 or phrase.case != "nom" or not (self.worth(phrase) >= _TELLS or self.is_described(phrase)):
            return None
        whole = [(self.who[i], p) for i, p in enumerate(self.phrases) if i in self.who and len(p.words) > 1 and p.case == "nom"]
        speaking = [draft for draft in rows if any(d is draft and self.worth(p) >= _TELLS for d, p in whole)]
        return speaking[0] if len(speaking) == 1 else None

    def is_described(self, phrase: Phrase) -> bool:
        """Does a participle stand before the name and a comma behind it ("duygulanan X, … belirtti"), as with who goes on to speak?"""
        before, following = self.layout.tokens[phrase.first - 1], self.layout.tokens[min(phrase.last, len(self.layout.tokens) - 1)]
        return phrase.first > 0 and following.text == "," and before.form.verb_form == "participle" and before.form.suffix == "an"

    def surname_like_place(self, i: int, phrase: Phrase) -> None:
        """ "diyen Aydın", after "Hakan Aydın": the person, not the town."""
        draft = self.people.of_surname(phrase.words, phrase)
        if draft is not None and draft.words[-1] == phrase.words[0] and draft.last_before(phrase.start) >= 0:
            self.who[i] = draft
            draft.latest = phrase.start
            draft.mentions.append(phrase.span())

    def shouted(self, phrase: Phrase) -> bool:
        """Office and name all in capitals: a heading, that names nobody anew."""
        return phrase.kind == "person" and self.text[phrase.start : phrase.end].isupper() and phrase.office.isupper()

    def enter_short(self, i: int, phrase: Phrase) -> None:
        """A surname with an office; in a heading in capitals only of people the article names elsewhere."""
        if not self.shouted(phrase):
            self.enter(i, phrase)
            return
        for size in range(len(phrase.words), 0, -1):
            draft = self.people.of_surname(bare_words(phrase.words[:size]), phrase)
            if draft is not None:
                self.who[i] = draft
                draft.mentions.append(phrase.span())
                return

    def speakers(self) -> dict[str, int]:
        """Words nobody knows that do what people do, and how surely: "belirten Safi", "Safi, ..."; less so where things are in them."""
        worth: dict[str, int] = {}
        tokens = self.layout.tokens
        for phrase in self.phrases:
            if phrase.kind != "unknown" or len(phrase.words) > 1:
                continue
            token = tokens[phrase.first]
            known = token.form.pos != "PROPN" and (phrase.opens or all(form.pos != "PROPN" for form in token.forms))
            word = phrase.words[0]
            if (known and word not in worth) or token.word.upper:
                continue
            worth[word] = worth.get(word, 0) + self.worth(phrase)
        return {word: n for word, n in worth.items() if n >= 2}

    def worth(self, phrase: Phrase) -> int:
        """How much this place says that the word is a person's name."""
        tokens = self.layout.tokens
        before = tokens[phrase.first - 1] if phrase.first else None
        following = tokens[phrase.last] if phrase.last < len(tokens) else None
        if phrase.case == "loc":
            return -6
        if before is not None and before.form.verb_form == "participle" and before.form.suffix == "an" and before.form.lemma in self.lexicon.tellers:
            return 1 if before.form.lemma == "bulun" else 3  # "kuzeyinde bulunan X" may be a place
        if phrase.case == "gen" and self.has_personal(phrase):
            return _SURE
        if phrase.case != "nom" or following is None:
            return 0
        if before is not None and is_of_name(before) and following.text in _SET_OFF:
            return 3  # "CHP'li | Safi, …"
        opens = before is None or before.sentence != tokens[phrase.first].sentence or before.text in OPENING_MARKS
        if following.text == "," or following.low in ("ise", "ayrıca"):
            return 3 if opens else 1
        return -1 if following.kind == "word" and following.form.pos in ("NOUN", "ADJ") else 0

    def has_personal(self, phrase: Phrase) -> bool:
        """Does the genitive own what only people have ("X'in eşi", "X'in Oslo ziyareti")?"""
        for token in self.layout.tokens[phrase.last : phrase.last + 4]:
            form = token.form
            if token.kind != "word" or form.verb_form or form.case == "gen":
                return False
            if form.possessive == "3sg" and not token.capital:
                return form.lemma in self.lexicon.personal
        return False

    def titled(self, phrase: Phrase) -> bool:
        head = self.lexicon.heads.get(phrase.words[0])
        if head is not None and head.bits & (ORGAN | COMMON_BODY):
            return False  # "Sayın Genelkurmay Başkanımız"
        return phrase.title in ("sayın", "sn", "bay", "bayan", "dr", "prof", "doç") or (phrase.title in self.lexicon.titles and len(phrase.words) > 1)

    def is_person(self, phrase: Phrase) -> bool:
        """A whole name: one with an office or title, or one that begins with a given name."""
        if phrase.kind == "person":
            return True
        if phrase.kind != "unknown":
            return False
        if phrase.title:
            return True
        if self.is_owned(phrase):
            return False
        if self.text[phrase.start : phrase.end].isupper() and (len(phrase.words) > 3 or self.shouts(phrase.last)):
            return False
        first = phrase.words[0]
        if "için" in phrase.words:
            return False  # "Barış İçin Ortaklık" is a programme
        known = first in self.lexicon.given and first not in self.lexicon.openers
        if known or _INITIALS.fullmatch(first) or self.is_called(phrase) or self.is_one_of(phrase):
            return True
        return self.people.same(bare_words(phrase.words), phrase) is not None or self.looks_like_person(phrase)

    def is_called(self, phrase: Phrase) -> bool:
        """Does what one is by trade stand right before ("medya patronu X Y", "gazeteci-yazar X Y")?"""
        if phrase.first == 0 or phrase.case == "loc":
            return False
        before = self.layout.tokens[phrase.first - 1]
        several = before.form.case == "abl" and before.form.number == "pl" and before.form.lemma in self.lexicon.callings  # "sanatçılarından | X Y"
        return several or before.low.rpartition("-")[2] in self.lexicon.callings

    def is_one_of(self, phrase: Phrase) -> bool:
        """Is somebody told of as one of several who do something ("tura katılanlardan | Umut Bakır, …")?"""
        tokens = self.layout.tokens
        if phrase.first == 0 or phrase.case != "nom" or phrase.last >= len(tokens) or len(phrase.words) > 3:
            return False
        before = tokens[phrase.first - 1].form
        several = before.case == "abl" and before.number == "pl" and before.verb_form == "participle" and before.suffix == "an"
        return several and tokens[phrase.last].text in _SET_OFF

    def is_owned(self, phrase: Phrase) -> bool:
        """A compound, no name: its ending takes the n of the possessive ("Devlet Konutu'nda"), or it is one of common nouns ("İpek Yolu")."""
        last = self.layout.tokens[phrase.last - 1]
        ending = last.low[last.base_end - last.start + 1 :]
        if ending.startswith(_OWNED_ENDINGS) and not phrase.words[-1].endswith("oğlu"):
            return True
        if ending.startswith("y"):
            return False
        common = any(form.pos == "NOUN" for form in self.layout.tokens[phrase.first].forms)
        return common and any(form.pos == "NOUN" and form.possessive == "3sg" and not form.verb_form for form in self.readings(phrase.words[-1]))

    def readings(self, word: str) -> Sequence[Form]:
        """How a dictionary word reads; nothing of a word that is in none."""
        return morphology.listed_readings(word)

    def shouts(self, at: int) -> bool:
        """Is this token a word in capitals?"""
        return at < len(self.layout.tokens) and len(self.layout.tokens[at].text) > 1 and self.layout.tokens[at].text.isupper()

    def looks_like_person(self, phrase: Phrase) -> bool:
        """Two or three words that no dictionary has, as the subject or owner of something, no place."""
        tokens = self.layout.tokens[phrase.first : phrase.last]
        if len(tokens) > 3 or phrase.case not in ("nom", "gen") or any(t.word.upper for t in tokens):
            return False
        if any(t.form.pos != "PROPN" for t in (tokens[:-1] if self.is_told_of(phrase) else tokens)):
            return False
        if "-" in tokens[0].low or phrase.last >= len(self.layout.tokens):
            return False
        following = self.layout.tokens[phrase.last]
        before = self.layout.tokens[phrase.first - 1] if phrase.first else None
        if following.text == ":" and phrase.opens:
            return True  # "Ad Soyad: “…”"
        if phrase.case == "nom" and following.text in (",", "(") and (before is None or before.text not in ("(", ",", "ve")):
            after = self.layout.tokens[phrase.last + 1] if phrase.last + 1 < len(self.layout.tokens) else None
            return after is None or not after.capital
        return before is not None and before.form.verb_form == "participle" and before.form.suffix == "an"

    def is_told_of(self, phrase: Phrase) -> bool:
        """Is the name the head of a participle of speech ("yanıtlayan X Y, …")?"""
        tokens = self.layout.tokens
        if phrase.first == 0 or phrase.case != "nom" or phrase.last >= len(tokens) or tokens[phrase.last].text != ",":
            return False
        before = self.layout.tokens[phrase.first - 1].form
        return before.verb_form == "participle" and before.suffix == "an" and before.lemma in self.lexicon.tellers

    def enter(self, i: int, phrase: Phrase) -> None:
        draft = self.people.enter(phrase)
        self.who[i] = draft
        draft.homely = draft.homely or self.is_turkish_word(phrase)
        draft.named_at.append(phrase.start)
        draft.mentions.append(phrase.span())
        if phrase.office and (not draft.office or self.tells_more(phrase, draft)):
            draft.office, draft.stem, draft.rank = phrase.office, phrase.stem, phrase.rank
            draft.office_span = stretch(phrase.office_start, phrase.office_end)

    def is_turkish_word(self, phrase: Phrase) -> bool:
        """Is the surname also a word of Turkish ("Fidan", "Yılmaz", "Güler")?"""
        word = self.layout.tokens[phrase.last - 1].word.bare
        return any(form.pos in ("VERB", "ADJ") or (form.pos != "PROPN" and form.lemma == word) for form in morphology.listed_readings(word))

    def tells_more(self, phrase: Phrase, draft: PersonDraft) -> bool:
        """An office given earlier, or the first that says what a bare "Bakan" is minister of."""
        was_bare = self.is_bare(draft.office, draft.stem)
        is_bare = self.is_bare(phrase.office, phrase.stem)
        if was_bare != is_bare:
            return was_bare
        return phrase.office_start < draft.office_span.start

    def is_bare(self, office: str, stem: str) -> bool:
        """Does an office say neither of what nor where: "Bakan", "Büyükelçimiz", "mevkidaşı"?"""
        return stem in self.lexicon.counterparts or (" " not in office and (stem == "bakan" or stem in SEATED))

    def sentence_of(self, phrase: Phrase) -> int:
        return self.layout.tokens[phrase.first].sentence


def _unbind(phrases: list[Phrase]) -> None:
    """Organs that a foreign state is known by ("Senato", "Kongre") are nobody's where the article does not name that state."""
    bare: list[Phrase] = []
    for phrase in phrases:
        if _is_bare(phrase):
            bare.append(phrase)
        if phrase.inner:
            bare.extend([p for p in phrase.inner if _is_bare(p)])
        if phrase.org is not None and _is_bare(phrase.org):
            bare.append(phrase.org)
    if not bare:
        return
    named = {p.code for phrase in phrases for p in (phrase, *phrase.inner) if not _is_bare(p) and not (p.org is not None and _is_bare(p.org))}
    for organ in bare:
        if organ.code not in named:
            organ.code, organ.known, organ.cue = "", None, "organ"


def _is_bare(phrase: Phrase) -> bool:
    known = phrase.known
    return known is not None and "bare" in known.flags and known.name == known.key and phrase.code not in ("", HOME)  # not "ABD Kongresi"
