"""The first pass: the article's words cut into phrases that name something, each with what its own words say.

A run is a stretch of words that may stand in one name, up to a case ending. Heads ("Bakanı", "Örgütü", "Boğazı") make a
compound of the words before them; what is left of a run are names of closed sets and words nobody knows.
"""

from __future__ import annotations

from typing import Final

from tutanak.languages import word_list
from tutanak.mentions.endings import CASES
from tutanak.mentions.lexicon import BODY, LOOSE, OFFICE, ORGAN, PRESS, UNNAMED, Head, Known
from tutanak.mentions.offices import FIRMS, Offices
from tutanak.mentions.phrase import Phrase
from tutanak.text import morphology
from tutanak.text.nouns import LI

_LIST_BEGINS: Final = 5  # words from a class of bodies to the comma or "ve" of their list
_MEMBER: Final = 4  # words to the one that tells of which party somebody is
_ADHERENTS: Final = tuple(c + v for c in "cç" for v in "ıiuü")
_STATIONS: Final = word_list("bodies", "stations")

# Before a group these tell that it is none of those named before.
OTHERS: Final = frozenset(("diğer", "bazı", "kimi", "birçok", "yabancı", "eski", "öteki", "birkaç"))


class Scan(Offices):
    """One article's words, scanned once from left to right into phrases."""

    __slots__ = ()

    def run(self) -> list[Phrase]:
        """Scan the article once, left to right."""
        past = 0
        opening = self.layout.bearing(self.lexicon.opening)
        for at in sorted({*opening, *self.swapped}) if self.swapped else opening:
            if at >= past:
                past = self.group(at) if self.bases[at] in self.lexicon.group_starts else at
                if past == at and self.may_open(at) and self.begins(at):
                    past = self.read_run(at)
        return self.phrases

    def may_open(self, at: int) -> bool:
        """Is it more than the beginning of a group?"""
        word = self.tokens[at].word
        return word.capital or word.text[0].isdigit() or word.bare in self.lexicon.triggers or at in self.swapped

    def group(self, at: int) -> int:
        """ "iki ülke", "taraflar", "ikili", "5+1": words for actors named before, or for those of a sum; one past them, or `at`."""
        for words, row in self.lexicon.groups.get(self.bases[at][:3], ()):
            last = at + len(words)
            if last > self.size or (len(words) > 1 and self.bases[at : last - 1] != list(words[:-1])):
                continue
            word = self.bases[last - 1]
            if "+" in row["of"]:
                return self.summed(at, last, row["of"]) if word == words[-1] and self.is_body(last) else at
            if not word.startswith(words[-1]) or word[len(words[-1]) :] not in CASES:
                continue
            case = CASES[word[len(words[-1]) :]]
            if row["of"] == "body":
                return self.joint_body(at, last, words, case)
            if len(words) == 1 and self.told_apart(at):
                continue
            if row.get("case") == "nom" and case == "nom" and not (last < self.size and self.tokens[last].text in (",", ".", ";")):
                continue
            phrase = Phrase("group", at, last, self.tokens[at].start, self.tokens[last - 1].start + len(words[-1]), case)
            phrase.cue = row["of"]
            phrase.stem = words[-1]
            self.phrases.append(phrase)
            return last
        return at

    def told_apart(self, at: int) -> bool:
        """Are they others than those named before ("Avrupalı | liderler", "diğer bakanlar", "aday ülkelerin bakanları")?"""
        before = self.tokens[at - 1] if at > 0 else None
        if before is None or before.kind != "word":
            return False
        foreign = before.capital and before.form.pos in ("ADJ", "PROPN") and before.low.endswith(LI)
        return foreign or before.low in OTHERS or (before.form.case == "gen" and not before.capital)

    def joint_body(self, at: int, last: int, words: tuple[str, ...], case: str) -> int:
        """A body that states have together, or each has one of, in small letters ("hükümetlerarası komisyonun"); one past it.

        Before an office it is part of that ("güvenlik kabinesi | üyesi").
        """
        if case == "nom" and last < self.size and (self.is_office(last) or self.bases[last] in self.lexicon.inside):
            return at
        phrase = Phrase("body", at, last, self.tokens[at].start, self.tokens[last - 1].start + len(words[-1]), case)
        phrase.words, phrase.cue = tuple(words), "common"
        self.phrases.append(phrase)
        return last

    def is_body(self, last: int) -> bool:
        """Is the sum that ends before token `last` a body's name ("5+1 ülkeleri, 5+1'in"), no score and no flat?"""
        if self.tokens[last - 1].base_end < self.tokens[last - 1].end:
            return True
        return last < self.size and self.bases[last].startswith(("ülke", "grub", "grup", "ile", "ve", ",", "üye", "arasında"))

    def summed(self, at: int, last: int, name: str) -> int:
        """A body that goes by a sum ("5+1 ülkeleri"); one past it."""
        phrase = Phrase("body", at, last, self.tokens[at].start, self.word_end(last - 1), self.case_of(last - 1))
        phrase.words = (name.lower(),)
        phrase.known = next(iter(self.lexicon.starts[phrase.words[0]]))
        self.phrases.append(phrase)
        return last

    def begins(self, at: int) -> bool:
        """May a name or an office begin with this token, which is a capital, a number or a trigger?"""
        token = self.tokens[at]
        if token.kind != "word":
            return self.counts_name(at)
        if token.capital or self.bases[at] not in self.lexicon.inside:
            return True
        head = self.heads[at]
        if (head is not None and head.bits & (OFFICE | UNNAMED)) or self.bases[at] in self.lexicon.before:
            return True
        k = at + 1
        while k < self.size and k - at < 3 and self.bases[k] in self.lexicon.inside and not self.is_office(k):
            k += 1  # "dış | politika sözcüsü"
        return k < self.size and self.is_office(k)

    def read_run(self, start: int) -> int:
        """Take the run that begins here apart; the place of the token after it."""
        end = start + 1
        if not self.closes(start):
            while end < self.size and self.joins(end, start):
                end += 1
                if self.closes(end - 1):
                    break
        while end - 1 > start and self.bases[end - 1] == "ve":
            end -= 1
        self.take_apart(start, end)
        return end

    def take_apart(self, at: int, end: int) -> None:
        while at < end:
            base = self.bases[at]
            if base == "ve" or (not self.tokens[at].capital and base in self.lexicon.particles):
                at += 1
                continue
            taken = self.office_phrase(at, end)
            if taken <= at:
                taken = self.spelt_body(at, end)
            if taken <= at:
                taken = self.body_phrase(at, end)
            if taken <= at:
                taken = self.single(at, end)
            at = max(taken, at + 1)

    def single(self, at: int, end: int) -> int:
        """A name of a closed set, a titled or unknown name, or a common word that only looked like one; where it ends."""
        token, head = self.tokens[at], self.heads[at]
        if head is not None:
            taken = self.headed(at, end, head)
            if taken > at:
                return taken
        known, last = self.known_at(at, end)
        if known is not None and self.is_adherent(last - 1):
            return last
        if known is not None and self.is_called_acronym(known, at):
            return self.called_body(at, at + 1)
        if known is not None and self.begins_paper(known, last, end):
            return self.called_body(at, last + 1)
        if known is not None and not self.is_given_before_name(known, at, last, end):
            return self.known_name(known, at, last, end)
        if "-" in self.bases[at] and token.capital:
            pair = self.hyphenated(at)
            if pair is not None:
                self.phrases.append(pair)
                return at + 1
        base = self.bases[at]
        if base[-1] == ".":
            base = base.rstrip(".")
        if base in self.lexicon.titles or base in self.lexicon.callings or base in self.lexicon.kin:
            return self.titled_name(at, end, base)
        if base in self.lexicon.before and at + 1 < end and self.bases[at + 1] in self.lexicon.titles:
            return at + 1  # "Emekli | Tuğgeneral X"
        if not token.capital or base in self.lexicon.peoples or (base in self.lexicon.openers and base not in self.lexicon.given):
            return at + 1
        return self.unknown_name(at, end)

    def is_adherent(self, at: int) -> bool:
        """ "AB'ci": who is for it, not it."""
        token = self.tokens[at]
        return token.low[token.base_end - token.start + 1 :].startswith(_ADHERENTS)

    def begins_paper(self, known: Known, last: int, end: int) -> bool:
        """ "Los Angeles | Times": is a paper named after the place that ends before token `last`?"""
        placed = known.kind != "nation" and last < end and self.bases[last] in self.lexicon.papers
        return placed and self.tokens[last].capital and not self.closes(last - 1)

    def headed(self, at: int, end: int, head: Head) -> int:
        """A head that stands alone: a description, a body behind brackets, a body named before; or `at`."""
        token = self.tokens[at]
        if self.is_numbered(at, head):
            last = at + 3 if at + 2 < self.size and not self.tokens[at + 2].capital and self.is_press(at + 2) else at + 2
            phrase = Phrase("body", at, last, token.start, self.tokens[at + 1].base_end, self.case_of(last - 1))
            phrase.words, phrase.stem = (self.bases[at], self.bases[at + 1]), head.stem
            phrase.known = self.known_at(at, at + 2)[0]
            phrase.code = (phrase.known.state or "") if phrase.known is not None else ""
            self.phrases.append(phrase)
            return last
        if head.bits & UNNAMED:
            if not head.ending.plural and at + 1 < end and self.tokens[at + 1].capital and self.known_at(at + 1, end)[0] is None:
                stop = self.name_end(at + 1, end)
                if stop > at + 1:
                    return self.unknown(at + 1, stop, head.stem)
            if not token.capital or self.opens(at):
                return self.unnamed(at)
        if token.capital and head.bits & (ORGAN | BODY) and head.ending.own == "3sg" and self.owner_in_brackets(at):
            self.phrases.append(self.body_of(at, at + 1))
            return at + 1
        if self.called_by_head(at, head, end):
            phrase = Phrase("body", at, at + 1, token.start, self.word_end(at), self.case_of(at))
            phrase.cue, phrase.stem = "again", head.stem
            self.phrases.append(phrase)
            return at + 1
        return at

    def is_numbered(self, at: int, head: Head) -> bool:
        """A station that a number names ("Kanal 13")."""
        station = head.stem in _STATIONS and not head.ending.own and head.ending.case == "nom"
        return station and self.tokens[at].capital and at + 1 < self.size and self.tokens[at + 1].kind == "number"

    def is_press(self, at: int) -> bool:
        head = self.heads[at]
        return head is not None and head.bits & PRESS != 0

    def is_given_before_name(self, known: Known, at: int, last: int, end: int) -> bool:
        """ "Sidney Blum": a given name that is also a place, or spelt like an acronym ("Tim Dahl", not "TİM Başkanı"), with a capital behind it."""
        acronym = known.kind == "body" and self.tokens[at].word.upper
        if known.words[0] not in self.lexicon.given or last != at + 1 or last >= end or acronym:
            return False
        return self.tokens[last].capital and not self.closes(at)

    def known_name(self, known: Known, at: int, last: int, end: int) -> int:
        """Take a name of a closed set; an Arabic second part belongs to it ("Nebatiye el-Fevka")."""
        if known.kind == "body" and self.owner_in_brackets(at) is not None and self.heads[last - 1] is not None:
            self.phrases.append(self.body_of(at, last))
            return last
        phrase = self.phrase_of(known, at, last)
        while last < end and known.kind in ("place", "capital") and self.has_article(last):
            last += 1
            phrase.last, phrase.end, phrase.case = last, self.tokens[last - 1].base_end, self.case_of(last - 1)
            phrase.words = (*phrase.words, self.bases[last - 1])
        self.phrases.append(phrase)
        return last

    def has_article(self, at: int) -> bool:
        """ "el-Fevka"."""
        article, hyphen, _ = self.bases[at].partition("-")
        return bool(hyphen) and article in self.lexicon.articles

    def titled_name(self, at: int, end: int, title: str) -> int:
        """A name behind a title or calling."""
        k = self.skip_titles(at + 1, end)
        stop = self.name_end(k, end)
        if stop > k and self.tokens[k].capital:
            return self.unknown(k, stop, title)
        return self.unknown(at, at + 1, "") if k == at + 1 and self.tokens[at].capital and title in self.lexicon.titles else at + 1

    def unknown_name(self, at: int, end: int) -> int:
        """Capitals nobody knows: perhaps a person, a body where the word before says so, or part of an event's name."""
        given = self.lexicon.given
        if self.opens(at) and at + 1 < end and self.bases[at] not in given and self.bases[at + 1] in given and self.tokens[at + 1].capital:
            return at + 1
        member = next((k for k in range(at, min(at + _MEMBER, end - 1)) if self.is_member(k) or (k > at and self.is_trade(k))), -1)
        if member >= 0:
            return member + 1  # "AK Partili | X Y", "Profesyonel Futbolcu | X Y"
        stop = self.name_end(at, end)
        if stop <= at or (stop > at + 1 and self.is_told(at)):
            return at + 1
        if stop == at + 2 and self.is_set_before_town(at):
            return at + 1
        if stop > at + 2 and self.opens(at) and any(p.words == tuple(self.bases[at + 1 : stop]) for p in self.phrases):
            return at + 1  # "Küçük | Nur Saleh", whom the article has named without it
        if self.is_called_body(at) or self.is_paper(at, stop) or self.is_marked_body(at, stop) or self.is_agency(at, stop):
            return self.called_body(at, stop)
        if stop < end and self.tokens[stop].capital and (self.is_event(stop) or self.is_common(stop, at)):
            return stop + 1
        return self.unknown(at, stop, "")

    def is_trade(self, k: int) -> bool:
        """Does what somebody is by trade stand before his given name, in capitals ("Profesyonel Futbolcu | Berit Holm")?"""
        token, base = self.tokens[k], self.bases[k]
        if base not in self.lexicon.callings or token.word.upper or token.base_end != token.end or base in self.lexicon.given:
            return False
        return self.next_capital(k) and self.bases[k + 1] in self.lexicon.given and not self.closes(k)

    def is_set_before_town(self, at: int) -> bool:
        """Is it a common noun that only its place gives a capital, before a name where something happens ("Toplantı | Malungberg'de")?"""
        behind = self.tokens[at + 1]
        if not self.opens(at) or behind.base_end == behind.end or CASES.get(behind.low[behind.base_end - behind.start + 1 :]) != "loc":
            return False
        told = morphology.listed_readings(self.bases[at])
        return self.bases[at] not in self.lexicon.given and bool(told) and all(f.pos == "NOUN" and f.case in ("", "nom") for f in told)

    def is_told(self, at: int) -> bool:
        """Is it the verb that ends a heading in title case, run into the name behind it ("Öneriyi Eleştirdi | X Y")?"""
        told = morphology.listed_readings(self.bases[at])
        return self.bases[at] not in self.lexicon.given and bool(told) and all(f.verb_form == "finite" and f.tense == "past" for f in told)

    def called_body(self, at: int, stop: int) -> int:
        """A body by what stands beside its name; where it ends. A looser head goes with it ("örgütlerinden Bergen Barış | İnisiyatifi")."""
        further = self.heads[stop] if stop < self.size and self.tokens[stop].capital else None
        stop += further is not None and further.bits & LOOSE != 0 and further.ending.own == "3sg" and not self.closes(stop - 1)
        phrase = Phrase("body", at, stop, self.tokens[at].start, self.tokens[stop - 1].base_end, self.case_of(stop - 1))
        phrase.words, phrase.cue = tuple(self.bases[at:stop]), "called"
        before = self.heads[at - 1] if at else None
        phrase.title = "several" if self.is_several(at - 1) or self.goes_on_list(at) else ""
        if before is not None and before.bits & (BODY | PRESS) and phrase.case == "nom":
            phrase.stem = before.stem  # "petrol şirketi X … Şirket, …"
        if self.is_marked_body(at, stop):
            phrase.code = self.seat_before(at - 1)
        elif self.bases[at - 1] == "merkezli":
            phrase.code = self.seat_before(at)
        else:
            phrase.code = self.land_before(at)
        self.phrases.append(phrase)
        return stop

    def land_before(self, at: int) -> str:
        """The state told right before an outlet of its own ("Norveç resmi ajansı | NTB"); a paper that is only from there is no state's."""
        head, last = self.heads[at - 1] if at else None, self.phrases[-1] if self.phrases else None
        if head is None or not head.bits & PRESS or last is None or last.kind not in ("state", "nation") or last.case not in ("nom", "gen"):
            return ""
        between = self.tokens[last.last : at - 1]
        plain = len(between) < _MEMBER and all(t.kind == "word" and not t.capital for t in between)
        return last.code if plain and any(t.low in self.lexicon.official for t in between) else ""

    def is_agency(self, at: int, stop: int) -> bool:
        """ "DPA'nın | haberinde": capitals that reports are of."""
        token, following = self.tokens[at], self.tokens[stop] if stop < self.size else None
        if stop - at > 1 or following is None or following.capital or self.case_of(at) != "gen":
            return False
        upper = token.word.upper and 1 < len(token.base) <= 6
        told = upper or (following.form.case in ("dat", "loc") and not morphology.listed_readings(self.bases[at]))
        return told and following.form.lemma == "haber" and following.form.possessive.startswith("3")

    def is_paper(self, at: int, stop: int) -> bool:
        """ "Kölner Zeitung": a foreign paper, by its own word for one; "Orlan İnşaat A.Ş.": a firm, by its form; "Nordspor": a club."""
        if stop - at == 1:
            return self.is_club(at)
        if self.bases[stop - 1].rstrip(".") in FIRMS:
            return True
        return self.bases[at] not in self.lexicon.given and any(base in self.lexicon.papers for base in self.bases[at:stop])

    def is_marked_body(self, at: int, stop: int) -> bool:
        """A name in marks with what it is behind them: ""Zohreh" gazetesi", ""X Y" haber sitesi"."""
        quote = self.tokens[at].quote
        if (
            quote < 0
            or stop + 1 >= self.size
            or self.tokens[at - 1].quote == quote
            or self.tokens[stop].quote == quote
            or self.tokens[stop].kind != "punct"
        ):
            return False
        k = stop + 2 if self.announces_press(stop + 1, self.size) else stop + 1
        head = self.heads[k] if k < self.size else None
        return head is not None and head.bits & PRESS != 0 and head.ending.own == "3sg" and not head.ending.plural

    def is_called_body(self, at: int) -> bool:
        """ "terör örgütü X", "petrol devi X", "ülkenin gazetelerinden X": what it is stands before the name."""
        before = self.tokens[at - 1] if at else None
        if before is None or before.sentence != self.tokens[at].sentence:
            return False
        if self.is_several(at - 1) or self.goes_on_list(at):
            return True
        last = self.phrases[-1] if self.phrases else None
        if before.capital and last is not None and last.kind == "body" and last.last == at:
            return False  # "Nordvik Grubu | CFO'su"
        named = before.capital and self.bases[at] in self.lexicon.given  # "Kalkınma Partisi | Ömer İsa'yı aday gösterdi"
        posts = before.low == "merkezli" and self.bases[at] in self.lexicon.platforms
        if before.low in self.lexicon.bodily and not named and not posts:
            return True
        return (not before.capital and self.is_one_of(self.heads[at - 1])) or self.is_press_before(at)

    def is_several(self, at: int) -> bool:
        """ "sivil toplum kuruluşları | X, Y ve Z": a list of bodies follows their class."""
        head = self.heads[at]
        if head is None or head.stem not in self.lexicon.one_of or self.tokens[at].capital or not self.next_capital(at):
            return False
        if not head.ending.plural or head.ending.own != "3sg" or head.ending.case != "nom":
            return False
        listed = self.tokens[at + 1 : at + _LIST_BEGINS]
        return any(t.text in (",", "ve", "ile") for t in listed) and all(t.capital or t.text in (",", "ve", "ile") for t in listed[:2])

    def goes_on_list(self, at: int) -> bool:
        """Is the name joined to those of a list of bodies ("kuruluşları X, | Y ve Z")?"""
        last = self.phrases[-1] if self.phrases else None
        return last is not None and last.title == "several" and last.last == at - 1 and self.bases[at - 1] in (",", "ve", "ile")

    def is_press_before(self, at: int) -> bool:
        """Does a word for an outlet that has no name of its own stand before ("ünlü gazetesi | X", not "X gazetesi | Y")?"""
        head = self.heads[at - 1]
        outlet = head is not None and head.bits & PRESS != 0 and head.ending.own == "3sg" and head.ending.case == "nom" and not head.ending.plural
        if not outlet or at < 2 or self.tokens[at - 1].capital or self.tokens[at - 2].kind != "word":
            return False
        known = self.known_at(at - 2, at)[0]
        return not self.tokens[at - 2].capital or (known is not None and known.kind in ("state", "nation"))

    def is_called_acronym(self, known: Known, at: int) -> bool:
        """Is a town's name here the acronym of what stands before it ("resmi haber ajansı SANA")?"""
        return known.kind in ("place", "capital") and self.tokens[at].word.upper and self.is_called_body(at)

    def is_one_of(self, head: Head | None) -> bool:
        """ "gazetelerinden", "partilerinden": one of several bodies follows."""
        return head is not None and head.stem in self.lexicon.one_of and head.ending.plural and head.ending.case == "abl"

    def called_by_head(self, at: int, head: Head, end: int) -> bool:
        """ "Bakanlık", "Komisyon" alone: a body named before is meant."""
        if not head.bits & (ORGAN | BODY | PRESS) or head.ending.own or head.ending.plural:
            return False
        if self.known_at(at, end)[0] is not None and not self.names_another(at, head):
            return False
        if head.stem in self.lexicon.press:
            return self.is_paper_again(at, head)
        return self.tokens[at].capital or head.stem == "bakanlık" or (head.ending.case == "nom" and self.heads_participle(at))

    def names_another(self, at: int, head: Head) -> bool:
        """Has another of its kind been named before ("Filistin Kızılayı … | Kızılay"), so that a word of a closed set takes that one up?"""
        alone = head.stem == self.bases[at]
        return alone and any(p.kind == "body" and p.known is None and p.stem == head.stem and len(p.words) > 1 for p in self.phrases)

    def heads_participle(self, at: int) -> bool:
        """Is it what a participle right before tells more of ("… kaydeden | örgüt, …")?"""
        before = self.tokens[at - 1].form if at else None
        return before is not None and before.verb_form == "participle" and before.suffix == "an" and not before.passive

    def is_paper_again(self, at: int, head: Head) -> bool:
        """ "Gazete, …", "… yazan ajans": the outlet named before, where no word says which."""
        before = self.tokens[at - 1].form if at else None
        if head.ending.case not in ("nom", "gen") or (self.opens(at) and not self.tokens[at].capital and before is not None):
            return False
        return self.opens(at) or self.heads_participle(at)

    def unnamed(self, at: int) -> int:
        """A description that ends in "yetkili", "kaynaklar", ...: it takes the adjectives and names right before it."""
        inner: list[Phrase] = []
        begin = self.description_begin(at, inner)
        head = self.heads[at]
        if head is None or (not inner and begin == at and self.says_nothing(head)):
            return at + 1
        phrase = Phrase("unnamed", begin, at + 1, self.tokens[begin].start, self.word_end(at), self.case_of(at))
        codes = {p.code for p in inner if p.code}
        phrase.code = codes.pop() if len(codes) == 1 else ""  # of officers of two states it is no one's
        phrase.inner, phrase.stem, phrase.plural = inner, head.stem, head.ending.plural
        self.phrases.append(phrase)
        return at + 1

    def description_begin(self, at: int, inner: list[Phrase]) -> int:
        """Where the description begins; names it takes in move from the phrases to `inner`."""
        begin, token = at, self.tokens[at]
        while begin > 0 and self.tokens[begin - 1].sentence == token.sentence and self.tokens[begin - 1].quote == token.quote:
            last = self.phrases[-1] if self.phrases else None
            if last is not None and last.last == begin and last.kind in ("state", "nation", "body") and last.case == "nom":
                begin = last.first
                inner.append(self.phrases.pop())
            elif self.bases[begin - 1] in self.lexicon.adjectives or self.joins_peoples(begin, last, inner):
                begin -= 1
            else:
                break
        return begin

    def joins_peoples(self, begin: int, before: Phrase | None, inner: list[Phrase]) -> bool:
        """ "ABD'li | ve İsrailli yetkililer": does the word before the description join two peoples' words?"""
        if not inner or self.bases[begin - 1] != "ve" or before is None or before.last != begin - 1:
            return False
        return before.kind == inner[-1].kind == "nation" and before.case == inner[-1].case == "nom"

    def says_nothing(self, head: Head) -> bool:
        """ "kaynakları", "çevresi" without a word that says whose."""
        if head.stem == "çevre":
            return True
        return head.stem in self.lexicon.vague and bool(head.ending.own or not head.ending.plural)
