"""Word forms and their readings: a table of frequent forms, stems and endings for the rest, a guess for the unknown.

The table is built by tools/build_forms.py. A string is studied once and then remembered, so that a word seen
before costs one look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from sys import intern
from typing import Any, Final

import orjson
from mypy_extensions import mypyc_attr

from tutanak import languages
from tutanak.errors import PackError
from tutanak.text import casing
from tutanak.text.context import doubt_of
from tutanak.text.layout import SIGNS, Form, Word

DOT, MARK, STOP, GLUED = 1, 2, 3, 4  # GLUED: two words, the second from the base on
MARKS: Final = frozenset(
    ["“", "”", '"', "„", "‟", "''", "’’", "‘‘", "``", "´´", ",,", "＂", "″", "«", "»", "<<", ">>", "'", "‘", "’", "‚", "‹", "›", "`", "´"]
)
_MOST: Final = 16_000  # strings in each of two generations of the memory: twice as many save no time and cost memory (eval/bench.py)
_LONGEST: Final = 60  # letters; what is longer is no word
_GLUED: Final = re.compile("[A-ZÇĞİÖŞÜ]{4,}(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]{3}[a-zçğıöşü]*$)")  # a heading run into the text: "DAVASIBaşbakan"
_APOSTROPHES: Final = "'´`ʼ′"
_VOWELS: Final = frozenset("aeıioöuüâîû")
_GROUP: Final = {"a": "a", "ı": "a", "â": "a", "e": "e", "i": "e", "î": "e", "o": "o", "u": "o", "û": "o", "ö": "ö", "ü": "ö"}
_KIND: Final = {**dict.fromkeys("aeıioöuüâîû", "V"), **dict.fromkeys("fstkçşhp", "S")}
_KEPT: Final = 6
_A_LETTER: Final = 18  # what a letter of an unknown stem costs, in tenths of a nat: so an ending must be worth its letters
_UNKNOWN_VERB: Final = 45

FIRST_CODE: Final = 0x100
"""The table writes the number n as the character at FIRST_CODE + n: from here on none needs an escape in JSON."""
MOST_CODES: Final = 0xD000


# ROWS OF THE TABLE


@mypyc_attr(acyclic=True)
class _Ending:
    """Bundle, where a derived lemma is cut, does its k harden, price."""

    __slots__ = ("bundle", "cut", "hardens", "price")

    def __init__(self, bundle: int, cut: int, hardens: bool, price: int) -> None:
        self.bundle = bundle
        self.cut = cut
        self.hardens = hardens
        self.price = price


@mypyc_attr(acyclic=True)
class _Row:
    """A reading of a frequent word: letters to drop and to add for the lemma, bundle."""

    __slots__ = ("add", "bundle", "drop")

    def __init__(self, drop: int, add: str, bundle: int) -> None:
        self.drop = drop
        self.add = add
        self.bundle = bundle


@mypyc_attr(acyclic=True)
class _Stem:
    """Letters to drop and to add for the lemma, pos, section of the endings that may follow, need, price, says."""

    __slots__ = ("add", "drop", "need", "pos", "price", "says", "section")

    def __init__(self, drop: int, add: str, pos: str, section: str, need: str, price: int, says: list[tuple[str, str | bool]]) -> None:
        self.drop = drop
        self.add = add
        self.pos = intern(pos)
        self.section = intern(section)
        self.need = need
        self.price = price
        self.says = says


class _Column:
    """Strings in sections, each with the number of what it says. A section, and what a number says, are made when first asked for."""

    __slots__ = ("_codes", "_keys", "_made", "_numbers", "_shared", "_values")

    def __init__(self, written: dict[str, Any]) -> None:
        self._keys: dict[str, str] = written["keys"]
        self._codes: dict[str, str] = written["codes"]
        self._values: list[str] = written["values"].split("\n")
        self._numbers = {chr(FIRST_CODE + number): number for number in range(len(self._values))}
        self._shared = len(self._keys) > 1  # what stands in several sections is one string
        self._made: dict[str, dict[str, int]] = {}

    def section(self, name: str) -> dict[str, int]:
        """Its strings and their numbers; empty where there is no such section."""
        made = self._made.get(name)
        if made is None:
            keys = self._keys.get(name)
            strings: Iterable[str] = keys.split("\n") if keys is not None else ()
            codes = map(self._numbers.__getitem__, self._codes.get(name, ""))
            made = self._made[name] = dict(zip(map(intern, strings) if self._shared else strings, codes, strict=True))
        return made

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return len(self._values)

    def rows(self, number: int) -> list[list[Any]]:
        """What a number says, as it is written."""
        rows: list[list[Any]] = orjson.loads(self._values[number])
        return rows


class _Endings(_Column):
    """Endings and what each may say."""

    __slots__ = ("_read",)

    def __init__(self, written: dict[str, Any]) -> None:
        super().__init__(written)
        self._read: list[list[_Ending] | None] = [None] * self.size

    def says(self, number: int) -> list[_Ending]:
        read = self._read[number]
        if read is None:
            read = self._read[number] = [_Ending(bundle, cut, bool(hardens), price) for bundle, cut, hardens, price in self.rows(number)]
        return read


def _stem(drop: int, add: str, pos: str, state: str, shape: str, need: str, price: int, says: list[Any]) -> _Stem:
    return _Stem(drop, add, pos, f"{state} {shape}", need, price, [(name, value) for name, value in says])


def _bundle(row: list[Any]) -> Form:
    """A form without a lemma, and without a pos where the stem's counts. Each string stands once: two are told apart at a glance."""
    pos, number, case, possessive, person, verb_form, suffix, tense, copula, voice = [intern(feature) for feature in row[:10]]
    return Form("", pos, number, case, possessive, person, verb_form, suffix, tense, copula, voice, bool(row[10]))


class Morphology:
    """Readings of word forms in one language, from its compiled table and its lexicon of abbreviations."""

    def __init__(self, table: dict[str, Any], abbreviations: dict[str, Any]) -> None:
        self.known: dict[str, Word] = {}
        self._known_before: dict[str, Word] = {}
        self.abbreviations: frozenset[str] = frozenset(abbreviations["words"])
        self.enders: frozenset[str] = frozenset(f"{word}." for word in abbreviations["may_end"])
        # What the rows say is made when first asked for, and stands at their numbers: an article asks for few of them. Those of a frequent word
        # hold letters to drop and to add for the lemma, and a bundle.
        self._bundle_rows: list[str] = table["bundles"].split("\n")
        self._bundles: list[Form | None] = [None] * len(self._bundle_rows)
        self._word_column, self._stem_column = _Column(table["words"]), _Column(table["stems"])
        self._endings, self._behind_names = _Endings(table["endings"]), _Endings(table["apostrophe"])
        self._words, self._stems = self._word_column.section(""), self._stem_column.section("")
        self._words_made: list[list[_Row] | None] = [None] * self._word_column.size
        self._stems_made: list[list[_Stem] | None] = [None] * self._stem_column.size
        self._longest_stem = max(map(len, self._stems), default=0)
        # all that may follow any stem (True), and all that such an ending ends with: far fewer than stems
        self._tails: dict[str, bool] = dict.fromkeys(table["tails"]["parts"].split("\n"), False)
        self._tails.update(dict.fromkeys(table["tails"]["whole"].split("\n"), True))
        self._apostrophe = self._behind_names.section("")

    def word(self, string: str) -> Word:
        """What is known of a string."""
        word = self.known.get(string)
        return word if word is not None else self.study(string)

    def study(self, string: str, letters: bool = False) -> Word:
        """What is known of a string that is not in `known`, where it then stands. letters: is it known to be letters alone?

        Of two generations the older is forgotten when the younger is full: words that come again and again stay.
        """
        word = self._known_before.get(string)
        if word is None:
            word = self._study_small(string) if letters and string.islower() else self._study(string)
        if len(self.known) >= _MOST:
            self._known_before, self.known = self.known, {}
        self.known[string] = word
        return word

    def _study(self, string: str) -> Word:
        first = string[0]
        if first.isalpha():
            return self._study_word(string)
        low = casing.fold(string)
        if first.isdecimal():
            return self._study_number(string, low)
        if first in "@#" and len(string) > 1:
            return Word(string, low, "word", len(string), (Form(string, "PROPN", "sg", "nom"),))
        role = MARK if string in MARKS else DOT if string == "." else STOP if first in ".!?…" else 0
        return Word(string, low, "punct", len(string), (Form(string, "PUNCT" if not first.isnumeric() else "NUM"),), role)

    # WORDS

    def _study_small(self, low: str) -> Word:
        """A word in small letters alone, as most are: what may befall others (capitals, marks, endings set off) need not be asked."""
        if "ʼ" in low or len(low) > _LONGEST:
            return self._study_word(low)
        forms = self.readings_known(low) or self._guess(low)
        return Word(low, low, "word", len(low), forms, 0, doubt_of(low, forms, False), small=True)

    def _study_word(self, string: str) -> Word:
        plain = string.isalpha() and "ʼ" not in string
        low = casing.lower(string) if plain else casing.fold(string)
        if string[-1] == ".":
            form = Form(string, "PROPN", "sg", "nom") if string[0].isupper() else Form(low, "NOUN", "sg", "nom")
            return Word(string, low, "word", len(string), (form,), STOP if low in self.enders else 0)
        glued = _GLUED.match(string) if string[:4].isupper() else None
        if glued is not None and self.readings_known(casing.fold(string[glued.end() :])):
            return Word(string, low, "word", glued.end(), (Form(string, "X"),), GLUED)
        cut = 0 if plain else self._apostrophe_at(low)
        if cut:
            return Word(string, low, "word", cut, self._with_ending(string, low, cut))
        forms = self._read(string, low)
        return Word(string, low, "word", len(string), forms, 0, doubt_of(low, forms, string[0].isupper() and not string.isupper()))

    def _apostrophe_at(self, low: str) -> int:
        """Where the name ends before an apostrophe and a known ending; 0 where it does not."""
        for place in range(len(low) - 1, 0, -1):
            if low[place] in _APOSTROPHES:
                return place if low[place + 1 :] in self._apostrophe or place > 2 else 0
        return 0

    def _with_ending(self, string: str, low: str, cut: int) -> tuple[Form, ...]:
        """Readings of a name and the ending behind its apostrophe ("Bakanlığı’nın": a possessive may stand before it)."""
        ending = low[cut + 1 :]
        known = self.known.get(string[:cut])
        base = known.forms[0] if known is not None and known.alone and known.base == cut else self.read(string[:cut])[0]
        pos = base.pos if base.pos in ("PROPN", "NOUN", "NUM") else "PROPN"
        lemma = base.lemma if base.pos in ("NOUN", "PROPN") else string[:cut]
        code = self._apostrophe.get(ending)
        if code is None:
            return (Form(lemma, pos, "sg", "nom"),)
        return tuple([self._named(lemma, pos, base, string[:cut] + ending, said) for said in self._behind_names.says(code)])

    def _named(self, lemma: str, pos: str, base: Form, joined: str, said: _Ending) -> Form:
        """With the possessive and the number of a common noun before the apostrophe ("Bakanları’yla")."""
        form = self._form(joined if said.cut else lemma, pos, said.bundle)
        if base.pos != "NOUN":
            return form
        if base.possessive and not form.possessive:
            form.possessive = base.possessive
        if base.number == "pl":
            form.number = "pl"
        form.traits = -1  # it is like no other
        return form

    def read(self, string: str) -> tuple[Form, ...]:
        """All readings of a word without apostrophe, the likeliest first."""
        return self._read(string, casing.fold(string))

    def _read(self, string: str, low: str) -> tuple[Form, ...]:
        if len(low) > _LONGEST:
            return (Form(string, "X", "sg", "nom"),)
        if string[0].isupper():
            return self._as_name(string, low)
        return self.readings_known(low) or self._joined(string, low) or self._guess(low)

    def _joined(self, string: str, low: str) -> tuple[Form, ...]:
        """A hyphened word inflects at its end (kamu-özel); behind an article stands a name (el-Belah)."""
        cut = max(low.rfind("-"), low.rfind("‐"), low.rfind("‑")) + 1
        if not cut or cut == len(low):
            return ()
        if string[cut].isupper():
            return (Form(string, "PROPN", "sg", "nom"),)
        forms = self.readings_known(low[cut:])
        for form in forms:
            form.lemma = low[:cut] + form.lemma
        return forms

    def readings_known(self, low: str) -> tuple[Form, ...]:
        """Readings of a folded word from the table, or from stems and endings; none of a word unknown to both."""
        return self._of_table(low) or self._of_stems(low, self._splits(low))

    def _of_table(self, low: str) -> tuple[Form, ...]:
        code = self._words.get(low)
        if code is None:
            return ()
        rows = self._words_made[code]
        if rows is None:
            rows = self._words_made[code] = [_Row(drop, add, bundle) for drop, add, bundle in self._word_column.rows(code)]
        forms: list[Form] = []
        last, lemma = rows[0], ""
        for row in rows:
            if not lemma or row.drop != last.drop or row.add != last.add:  # most readings of a word share one
                last, lemma = row, intern(low[: len(low) - row.drop] + row.add)  # one string for all words that share it
            forms.append(self._form(lemma, "", row.bundle))
        return tuple(forms)

    def _of_stems(self, low: str, splits: list[tuple[str, int]]) -> tuple[Form, ...]:
        forms = self._taken_apart(low, splits, False)
        if forms:
            return forms
        bare = _bare(low)
        return self.readings_known(bare) if bare != low else ()

    def _bundle_at(self, number: int) -> Form:
        made = self._bundles[number]
        if made is None:
            made = self._bundles[number] = _bundle(orjson.loads(self._bundle_rows[number]))
        return made

    def _stems_of(self, code: int) -> list[_Stem]:
        made = self._stems_made[code]
        if made is None:
            made = self._stems_made[code] = [_stem(*row) for row in self._stem_column.rows(code)]
        return made

    def _form(self, lemma: str, pos: str, bundle: int) -> Form:
        like = self._bundle_at(bundle)
        own = like.pos or pos
        if own == "ADJ" and not like.pos and (like.number == "pl" or like.possessive or (like.case and like.case != "nom")):
            own = "NOUN"
        form = Form(
            lemma, own, like.number, like.case, like.possessive, like.person, like.verb_form, like.suffix, like.tense, like.copula, like.voice,
            like.negative,
        )  # fmt: skip
        form.traits = SIGNS.traits(like)
        return form

    def _splits(self, low: str) -> list[tuple[str, int]]:
        """What may follow a stem that the word begins with, and the stem's number; the longest stem first."""
        found: list[tuple[str, int]] = []
        for length in range(len(low), 0, -1):
            rest = low[length:]
            whole = self._tails.get(rest)
            if whole is None:
                break  # nothing longer ends so either
            if whole and length <= self._longest_stem:
                code = self._stems.get(low[:length])
                if code is not None:
                    found.append((rest, code))
        return found

    def _taken_apart(self, low: str, splits: list[tuple[str, int]], names: bool) -> tuple[Form, ...]:
        """Readings as stem (names alone, or all but names) and endings, the cheapest first."""
        found: dict[tuple[str, str, int, str], tuple[int, Form]] = {}
        for rest, code in splits:
            for stem in self._stems_of(code):
                if names == (stem.pos == "PROPN"):
                    self._behind(low, rest, stem, found)
        return tuple([form for _, form in sorted(found.values(), key=_price)[:_KEPT]]) if found else ()

    def _behind(self, low: str, rest: str, stem: _Stem, found: dict[tuple[str, str, int, str], tuple[int, Form]]) -> None:
        """All readings of what follows a stem."""
        code = self._endings.section(stem.section).get(rest) if _fits(stem.need, rest) else None
        if code is None:
            return
        length = len(low) - len(rest)
        bare = low[: length - stem.drop] + stem.add
        for ending in self._endings.says(code):
            lemma = intern(_lemma(low, length, ending.cut, ending.hardens) if ending.cut else bare)
            form = self._form(lemma, stem.pos, ending.bundle)
            if stem.says:
                _say(form, stem.says)
            key = (lemma, form.pos, ending.bundle, form.possessive)
            price = stem.price + ending.price
            old = found.get(key)
            if old is None or old[0] > price:
                found[key] = (price, form)

    # NAMES AND GUESSES

    def _as_name(self, string: str, low: str) -> tuple[Form, ...]:
        """A capital may be a name's: a known name comes first, an unknown one behind known words."""
        name = Form(string, "PROPN", "sg", "nom")
        if len(string) > 1 and string.isupper() and (len(string) <= 4 or not self.readings_known(low)):
            return (name, *self.readings_known(low))
        splits = self._splits(low)
        names = self._taken_apart(low, splits, True)
        forms = self._of_table(low) or self._of_stems(low, splits)
        if names and names[0].lemma == string:
            return names + forms
        if forms:
            return (forms[0], *names, *forms[1:], name)
        if names and names[0].case != "nom" and not names[0].possessive:
            return (*names, name)
        return (name, *names) if names else (name, *self._guess(low))

    def _guess(self, low: str) -> tuple[Form, ...]:
        """Readings of a word of unknown stem: each ending must be worth its letters."""
        found: list[tuple[int, Form]] = [(_A_LETTER * len(low), Form(low, "NOUN", "sg", "nom"))]
        if len(low) <= _LONGEST:
            for length in range(3, len(low)):
                rest = low[length:]
                if self._tails.get(rest):
                    self._guess_behind(low[:length], rest, "noun", "NOUN", 0, found)
                    self._guess_behind(low[:length], rest, "verb", "VERB", _UNKNOWN_VERB, found)
        found.sort(key=_price)
        return tuple([form for _, form in found[:3]])

    def _guess_behind(self, stem: str, rest: str, state: str, pos: str, extra: int, found: list[tuple[int, Form]]) -> None:
        code = self._endings.section(f"{state} {_shape(stem, state)}").get(rest)
        if code is not None:
            ending = self._endings.says(code)[0]
            lemma = _lemma(stem + rest, len(stem), ending.cut, ending.hardens) if ending.cut else _hardened(stem, state)
            found.append((_A_LETTER * len(stem) + extra + ending.price, self._form(lemma, pos, ending.bundle)))

    # NUMBERS

    def _study_number(self, string: str, low: str) -> Word:
        """A number, perhaps with an ending ("2011’de", "6.")."""
        for place, letter in enumerate(low):
            if letter in _APOSTROPHES:
                code = self._apostrophe.get(low[place + 1 :])
                said = self._behind_names.says(code) if code is not None else []
                forms = tuple([self._form(low[:place], "NUM", ending.bundle) for ending in said])
                return Word(string, low, "number", place, forms or (Form(low[:place], "NUM", "sg", "nom"),))
        return Word(string, low, "number", len(string), (Form(low.rstrip("."), "NUM", "sg", "nom"),))


def _say(form: Form, says: list[tuple[str, str | bool]]) -> None:
    """Give a form what its stem says of itself."""
    for name, value in says:
        if not getattr(form, name) or name == "case":
            setattr(form, name, value)
    form.traits = -1


def _price(priced: tuple[int, Form]) -> int:
    return priced[0]


def _bare(low: str) -> str:
    """Without circumflexes (kâr, hâlâ), soft hyphens and combining dots."""
    return low.replace("â", "a").replace("î", "i").replace("û", "u").replace("\u00ad", "").replace("\u0307", "")


def _lemma(low: str, length: int, cut: int, hardens: bool) -> str:
    """A derived lemma: stem and deriving endings, a softened k restored."""
    return low[: length + cut - 1] + "k" if hardens else low[: length + cut]


def _hardened(stem: str, state: str) -> str:
    """The noun of a guessed stem: its ğ was a k before the vowel that follows ("kararlılığ-ı")."""
    return stem[:-1] + "k" if state == "noun" and stem[-1] == "ğ" else stem


def _fits(need: str, rest: str) -> bool:
    """May `rest` follow a stem that needs a vowel, a consonant (or nothing) or a y?"""
    if not need:
        return True
    if need == "vowel":
        return bool(rest) and rest[0] in _VOWELS
    if need == "consonant":
        return not rest or rest[0] not in _VOWELS
    return rest.startswith(need)


def _shape(stem: str, state: str) -> str:
    """Vowel group and kind of the last letter, as the table names them."""
    last = stem[-1]
    kind = _KIND.get(last, "C")
    if state == "verb" and last in "lr":
        kind = last.upper()
    for letter in reversed(stem):
        if letter in _GROUP:
            return _GROUP[letter] + kind
    return "e" + kind


@lru_cache(maxsize=4096)
def listed_readings(low: str) -> tuple[Form, ...]:
    """How a folded Turkish word reads; nothing of a word that is in no dictionary. Kept for the words asked for last."""
    return turkish().readings_known(low)


@cache
def turkish() -> Morphology:
    """The morphology of Turkish, loaded once."""
    path = resources.files(languages) / "tr.forms"
    if not path.is_file():
        raise PackError("no table of word forms 'tr.forms': run `python tools/build_forms.py`")
    return Morphology(orjson.loads(path.read_bytes()), languages.load("tr").section("abbreviations"))
