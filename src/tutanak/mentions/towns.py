"""Places that no list has: what names a town by where things happen, by the list it stands in, or by the state whose part it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tutanak.mentions.phrase import Phrase
from tutanak.mentions.settling import Settling
from tutanak.mentions.tables import bare_words
from tutanak.text.layout import Token
from tutanak.text.nouns import own_end

_PEOPLES: Final = tuple(plural + case for plural in ("lar", "ler") for case in ("", "a", "e", "ı", "i", "ın", "in"))
_LOCATIVE: Final = re.compile("['’][dt][ae](?:ki)?")
_LINE: Final = 6  # words of a line that tells who wrote a report, and where
_LISTED: Final = 5  # names before one by which they are places
_NEAR: Final = 5  # words from a name to the verb that says what comes to it
_BEHIND: Final = 7  # words behind a list of towns within which it is said what they are


class Towns(Settling):
    """What tells the places among names that nobody knows."""

    __slots__ = ("towns",)

    def find_towns(self) -> None:
        """The names nobody knows that are places wherever they stand."""
        unknown = [(i, phrase) for i, phrase in enumerate(self.phrases) if phrase.kind == "unknown" and i not in self.who]
        self.towns: set[tuple[str, ...]] = {words for i, phrase in unknown for words in self.towns_at(i, phrase)}
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "place" and phrase.cue == "listed":
                self.towns.update(self.listed_before(i))
        for i, phrase in unknown:
            if self.is_among(phrase) or self.is_settled(phrase):
                self.towns.update((phrase.words, *self.listed_before(i)))
            elif self.may_be_town(phrase) and self.is_placed(i, phrase):
                self.towns.update((phrase.words, *self.listed_behind(i)))

    def is_placed(self, i: int, phrase: Phrase) -> bool:
        """Do the words beside it say that the name is a place's?"""
        if self.is_between_places(i) or self.is_told_town(phrase) or self.is_within(i, phrase):
            return True
        return self.lies_there(phrase) or self.is_reached(phrase)

    def is_within(self, i: int, phrase: Phrase) -> bool:
        """Is it told what the place belongs to: "Harkiv'e bağlı | Taldın"?"""
        before = self.phrases[i - 1] if i else None
        placed = before is not None and before.kind in ("place", "capital", "state") and before.case == "dat" and before.last + 1 == phrase.first
        return placed and self.layout.tokens[phrase.first - 1].low in self.lexicon.bound

    def lies_there(self, phrase: Phrase) -> bool:
        """Does something happen around it: "Taldın | yakınlarında", "Taldın'ın | güneyinde", "Taldın | kent merkezinde"?"""
        token = self.behind(phrase, 0)
        if token is None or token.capital or token.form.possessive != "3sg":
            after = self.behind(phrase, 1)
            centre = after is not None and phrase.case == "nom" and after.form.possessive == "3sg" and after.form.case not in ("", "nom")
            return centre and f"{token.low if token else ''} {after.form.lemma if after else ''}" in self.lexicon.centred
        if phrase.case == "gen":
            return token.form.lemma in self.lexicon.quarters and token.form.case in ("loc", "dat", "abl")
        return phrase.case == "nom" and token.form.lemma in self.lexicon.near and token.form.case not in ("", "nom")

    def is_reached(self, phrase: Phrase) -> bool:
        """Does somebody go there or come from there, or is it besieged: "Taldın'a | gitti", "Taldın'ı | kuşattı"?"""
        wanted = self.lexicon.going if phrase.case in ("dat", "abl") else self.lexicon.taken if phrase.case == "acc" else frozenset()
        for k in range(_NEAR if wanted else 0):
            token = self.behind(phrase, k)
            if token is None or (token.kind == "word" and token.form.case == phrase.case and not token.form.verb_form):
                return False
            if token.form.pos == "VERB" or token.form.verb_form or token.form.lemma in wanted:
                return token.form.lemma in wanted
        return False

    def behind(self, phrase: Phrase, k: int) -> Token | None:
        """The token so many places behind the phrase, in its sentence."""
        tokens, at = self.layout.tokens, phrase.last + k
        return tokens[at] if at < len(tokens) and tokens[at].sentence == tokens[phrase.first].sentence else None

    def listed_before(self, i: int) -> list[tuple[str, ...]]:
        """The names joined to this place or town in its list: "Taşlı, Derin ve | Kuru köyleri"."""
        return self.joined_before(i, self.may_be_listed)

    def is_between_places(self, i: int) -> bool:
        """Does the name stand in a list between two places ("Herson, | Dnipropol, Zaporijya")?"""
        if i == 0 or i + 1 == len(self.phrases):
            return False
        before, phrase, behind = self.phrases[i - 1 : i + 2]
        kinds = (before.kind, behind.kind)
        placed = "place" in kinds and all(kind in ("place", "capital") for kind in kinds)  # two capitals may be governments
        return placed and before.case == phrase.case == "nom" and self.joined(before, phrase) and self.joined(phrase, behind)

    def is_told_town(self, phrase: Phrase) -> bool:
        """Is it told before the name that it is a town, or one of a region: "başkent X", "en büyük kenti X", "Harkiv bölgesindeki X"?"""
        if phrase.first < 2 or phrase.words[-1].endswith(_PEOPLES):
            return False
        token, owner = self.layout.tokens[phrase.first - 1], self.layout.tokens[phrase.first - 2]
        if token.sentence != self.layout.tokens[phrase.first].sentence or token.capital:
            return False
        if token.form.suffix == "ki" and token.form.lemma in self.lexicon.quarters | self.lexicon.near:
            return token.form.possessive == "3sg"  # "Gazze'nin kuzeyindeki | Taldın"
        if token.form.lemma not in self.lexicon.regions:
            return False
        if token.form.suffix == "ki":
            return owner.capital and token.form.case == "loc"
        common = not owner.capital or (self.starts_sentence(phrase.first - 2) and owner.form.pos == "NOUN")  # "Sınır kasabası | Taldın"
        called = token.form.lemma == "başkent" or (token.form.lemma in self.lexicon.towns and token.form.possessive == "3sg" and common)
        return called and token.form.case == "nom"

    def listed_behind(self, i: int) -> list[tuple[str, ...]]:
        """The unknown names joined to this town from behind ("bölgesindeki Taşlı, | Derin ve Kuru")."""
        found = []
        for k in range(i + 1, len(self.phrases)):
            behind = self.phrases[k]
            if k in self.who or behind.kind != "unknown" or not self.joined(self.phrases[k - 1], behind) or not self.may_be_town(behind):
                break
            found.append(behind.words)
        return found

    def joined_before(self, i: int, fits: Callable[[Phrase], bool]) -> list[tuple[str, ...]]:
        """The unknown names joined to the phrase from before, as long as they fit."""
        found = []
        for k in range(i - 1, -1, -1):
            before = self.phrases[k]
            if k in self.who or before.kind != "unknown" or not self.joined(before, self.phrases[k + 1]) or not fits(before):
                break
            found.append(before.words)
        return found

    def is_no_town(self, word: str) -> bool:
        """Is it the name of no place: of a site on the net, a parliament, a bank ("Nordbank'ta çalıştı")?"""
        return word in self.lexicon.no_towns or word.endswith("bank")

    def may_be_listed(self, phrase: Phrase) -> bool:
        """May the words be a place's name in a list of places: no title, no acronym, nobody's surname, no subject set off by a comma?"""
        if phrase.title or len(phrase.words) > 3 or self.is_no_town(phrase.words[-1]) or self.people.of_surname(bare_words(phrase.words)):
            return False
        tokens = self.layout.tokens[phrase.first : phrase.last]
        subject = self.starts_sentence(phrase.first) and len(tokens) == 1 and self.readings(phrase.words[-1])
        return tokens[0].capital and not subject and not any(t.word.upper and len(t.base) > 1 for t in tokens)

    def starts_sentence(self, at: int) -> bool:
        tokens = self.layout.tokens
        return at == 0 or tokens[at - 1].sentence != tokens[at].sentence

    def is_among(self, phrase: Phrase) -> bool:
        """Does a list of towns end with this name: "… ve Orlu | başta olmak üzere birçok beldede", "… gibi kentlerde"?"""
        tokens, at = self.layout.tokens, phrase.last
        if at >= len(tokens) or tokens[at].low not in self.lexicon.among or not self.may_be_listed(phrase):
            return False
        behind = [token for token in tokens[at + 1 : at + _BEHIND] if token.sentence == tokens[at].sentence]
        return any(token.form.lemma in self.lexicon.towns and not token.capital for token in behind)

    def is_settled(self, phrase: Phrase) -> bool:
        """ "Taldın | yerleşim yeri", "Orlu | yerleşimi": a settlement of that name, no kind of settlements."""
        tokens, at = self.layout.tokens, phrase.last
        if phrase.case != "nom" or at + 1 >= len(tokens) or tokens[at].form.lemma != "yerleşim" or not self.may_be_listed(phrase):
            return False
        return tokens[at].form.possessive == "3sg" or tokens[at + 1].form.lemma in self.lexicon.settled

    def is_alias(self, phrase: Phrase) -> bool:
        """Another name in brackets right behind a place: "Filibe (Plovdiv)"."""
        tokens, first, last = self.layout.tokens, phrase.first, phrase.last
        bracketed = first > 1 and last < len(tokens) and tokens[first - 1].text == "(" and tokens[last].text == ")"
        return bracketed and bool(self.named) and self.named[-1].kind == "place" and self.named[-1].last == first - 1

    def take_quarter(self, state: Phrase) -> None:
        """ "Peru'nun güneyi" is a region, if it does not only say where something lies ("Peru'nun güneyindeki Taldın kenti")."""
        tokens, at = self.layout.tokens, state.last
        if state.case != "gen" or at >= len(tokens) or tokens[at].form.lemma not in self.lexicon.quarters:
            return
        token = tokens[at]
        locates = token.form.suffix == "ki" or (at + 1 < len(tokens) and tokens[at + 1].low in self.lexicon.located)
        end = own_end(token)
        if locates or end - token.start <= len(token.form.lemma):
            return  # "İsrail'in Batı Şeria'daki …": a quarter of nobody's
        phrase = Phrase("place", state.first, at + 1, state.start, end, "nom")
        phrase.words, phrase.code = (*state.words, token.low[: end - token.start]), state.code
        self.places.enter(phrase).mentions.append(phrase.span())

    def is_dateline(self, phrase: Phrase) -> bool:
        """Does the town stand in a line of names alone, as where a report was written: "Selma Taldın ANKARA", "LONDRA Milliyet"?"""
        tokens = self.layout.tokens
        first, last = phrase.first, phrase.last
        while first and tokens[first - 1].sentence == tokens[phrase.first].sentence:
            first -= 1
        while last < len(tokens) and tokens[last].sentence == tokens[phrase.first].sentence and last - first <= _LINE:
            last += 1
        line = tokens[first:last]
        if len(line) > _LINE or not all(token.capital or token.text == "/" for token in line):
            return False
        return phrase.last == last or (self.shouts(phrase.first) and not all(token.text.isupper() for token in line))

    def is_addressed(self, phrase: Phrase) -> bool:
        """ "Nil hanım": a person's name, whatever else it names."""
        tokens, at = self.layout.tokens, phrase.last
        return phrase.case == "nom" and at < len(tokens) and any(form.lemma in self.lexicon.called for form in tokens[at].forms)

    def towns_at(self, i: int, phrase: Phrase) -> list[tuple[str, ...]]:
        """The names nobody knows that are places by this one, where something happens ("Malungberg'de"), with those it is listed with."""
        end = self.layout.tokens[phrase.last - 1].end
        if phrase.end == end or not _LOCATIVE.fullmatch(self.text[phrase.end : end]) or not self.may_be_town(phrase):
            return []
        return [phrase.words, *self.joined_before(i, self.may_be_town)[:_LISTED]]

    def may_be_town(self, phrase: Phrase) -> bool:
        """May the words be a place's name: one or two that no dictionary has, no acronym, nobody's surname?"""
        tokens = self.layout.tokens[phrase.first : phrase.last]
        if len(tokens) > 2 or phrase.title or self.is_no_town(phrase.words[-1]) or self.people.of_surname(bare_words(phrase.words)):
            return False
        last = tokens[-1]
        if not last.capital or self.readings(phrase.words[-1]) or self.is_language(phrase.words[-1]):
            return False
        return all(t.base.isalpha() and t.base[1:].islower() for t in tokens)

    def is_language(self, word: str) -> bool:
        """ "Çince", "Macarca": what a people speaks."""
        stem = word[:-2] if word.endswith(("ca", "ce", "ça", "çe")) else ""
        return any(row.kind in ("state", "nation") for row in self.lexicon.starts.get(stem, ()))
