"""The second pass: who and what there is in the article. Names of one person or body are brought together here."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import Final

from tutanak.mentions.lexicon import Lexicon
from tutanak.mentions.model import Organisation, Person, Place, Proof, Proofs, proven
from tutanak.mentions.phrase import Phrase
from tutanak.spans import Span, stretch

_TURKISH: Final = "abcçdefgğhıijklmnoöprsştuüvyz-.'"
_BRACKETS: Final = re.compile(r" *\([^()]*\) *")
_SHORT: Final = 5  # letters: shorter surnames may end so in Turkish too ("Kayan")
_MOST_NAMESAKES: Final = 40  # of one surname in one article; more are noise
_ARTICLES: Final = ("el-", "al-", "ez-", "es-", "eş-", "en-", "er-", "et-", "ed-", "ut-", "uz-", "us-")


def bare(word: str) -> str:
    """A name's word for comparison: without foreign accents and without the Arabic article; kept, as its parts are."""
    made = _bare_of.get(word)
    if made is None:
        if len(_bare_of) >= _MOST:
            _bare_of.clear()
        made = _bare_of[word] = _bare(word)
    return made


def _bare(word: str) -> str:
    for article in _ARTICLES if word[2:3] == "-" else ():
        if word.startswith(article) and len(word) > len(article) + 1:
            word = word[len(article) :]
    if not word.strip(_TURKISH):
        return word
    return "".join(c if c in "çğıöşü" else unicodedata.normalize("NFKD", c)[0] for c in word)


def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words for comparison; a hyphen parts as a space does: "ki-moon" ~ "ki moon"."""
    if len(words) == 1:
        return _bare_parts(words[0])
    found: list[str] = []
    for word in words:
        found.extend(_bare_parts(word))
    return tuple(found)


_MOST: Final = 8192  # words kept
_parts_of: Final[dict[str, tuple[str, ...]]] = {}
_bare_of: Final[dict[str, str]] = {}


def _bare_parts(word: str) -> tuple[str, ...]:
    """The same of one word; kept, as names come again and again: a plain table costs a fifth of a cached function."""
    parts = _parts_of.get(word)
    if parts is None:
        if len(_parts_of) >= _MOST:
            _parts_of.clear()
        parts = _parts_of[word] = tuple([part for part in _bare(word).split("-") if part])
    return parts


class PersonDraft:
    """A person in the making. words: of the fullest name so far, bare; spelt: times each spelling was seen."""

    __slots__ = (
        "first", "homely", "land", "latest", "made", "mentions", "name", "name_span", "named_at", "office", "office_span", "org", "org_span", "proof",
        "rank", "related", "spelt", "state", "stem", "words",
    )  # fmt: skip

    def __init__(self, words: tuple[str, ...], name: str, span: Span) -> None:
        self.words = words
        self.related = False  # named as somebody's wife or son?
        self.name = name
        self.name_span = span
        self.office = ""
        self.office_span = span
        self.stem = ""
        self.rank = ""
        self.state = ""
        self.land = ""  # where the body of the office is at home, if no organ of a state
        self.org: BodyDraft | None = None
        self.org_span = span
        self.mentions: list[Span] = []
        self.proof: Proofs = {}
        self.spelt: dict[str, int] = {}
        self.first = span.start
        self.homely = False  # is the surname a word of Turkish?
        self.named_at: list[int] = []  # where the whole name stands, in order
        self.latest = -1  # where the surname was last read
        self.made: Person | None = None

    def last_before(self, place: int) -> int:
        """Where the person was named last before this place, or -1."""
        i = bisect_left(self.named_at, place)
        return max(self.named_at[i - 1] if i else -1, self.latest if self.latest < place else -1)


class BodyDraft:
    __slots__ = ("code", "how", "key", "made", "mentions", "name", "press", "span", "stem", "words")

    def __init__(self, key: str, words: tuple[str, ...], name: str, span: Span, code: str) -> None:
        self.key = key
        self.words = words
        self.name = name
        self.span = span
        self.code = code
        self.how = "derived"
        self.press = False
        self.stem = ""  # of its head: what it is called later ("Komisyon")
        self.mentions: list[Span] = []
        self.made: Organisation | None = None


class PlaceDraft:
    __slots__ = ("code", "made", "mentions", "name", "of", "span")

    def __init__(self, name: str, span: Span, code: str) -> None:
        self.name = name
        self.span = span
        self.code = code
        self.mentions: list[Span] = []
        self.of: PlaceDraft | None = None
        self.made: Place | None = None


class People:
    """The table of people, asked by surname, by whole name, by office."""

    __slots__ = ("by_alias", "drafts", "lexicon", "text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        self.drafts: list[PersonDraft] = []
        self.by_alias: dict[str, list[PersonDraft]] = {}

    def enter(self, phrase: Phrase) -> PersonDraft:
        """The person of a full name, new or known."""
        words = bare_words(phrase.words)
        if (known := self.by_given(words, phrase)) is not None:
            return known
        name = spelt(self.text[phrase.start : phrase.end])
        draft = self.same(words, phrase) if len(words) > 1 else self.of_surname(words, phrase)
        if draft is not None and len(words) == 1 and phrase.office and draft.related and not draft.stem:
            draft = None  # "Başbakan Ekman", whose wife alone is named in full
        if draft is None:
            draft = PersonDraft(words, name, phrase.span())
            draft.related = phrase.title in self.lexicon.kin
            self.drafts.append(draft)
        elif (len(words), len(name)) > (len(draft.words), len(draft.name)) and (len(words) > len(draft.words) or "." in draft.name):
            draft.words, draft.name, draft.name_span = words, name, phrase.span()
        draft.spelt[name] = draft.spelt.get(name, 0) + 1
        for alias in self.aliases(words):
            rows = self.by_alias.setdefault(alias, [])
            if len(rows) < _MOST_NAMESAKES and draft not in rows:
                rows.append(draft)
        return draft

    def by_given(self, words: tuple[str, ...], phrase: Phrase) -> PersonDraft | None:
        """Whom a given name with a word of courtesy means ("Lars Bey"): the one person of that name told before, no other officer."""
        if len(words) != 2 or phrase.office or words[1] not in self.lexicon.courtesies:
            return None
        called = [d for d in self.drafts if len(d.words) > 1 and d.words[0] == words[0]]
        return called[0] if len(called) == 1 else None

    def aliases(self, words: tuple[str, ...]) -> list[str]:
        """What a person is called later: the surname, with its particle, or an Asian family name in front."""
        made = [words[-1]]
        for k in range(1, len(words) - 1):
            made.append(" ".join(words[k:]))
        if len(words) > 1 and words[0] not in self.lexicon.turkish:
            made.append(words[0])
        for k in range(2, len(words) + 1):
            made.append(" ".join(words[:k]))
        return made

    def same(self, words: tuple[str, ...], phrase: Phrase) -> PersonDraft | None:
        """The person already entered under this or a shorter or longer name."""
        for draft in self.by_alias.get(words[-1], ()):
            if self.agree(draft.words, words, draft, phrase):
                return draft
        for alias in (" ".join(words), " ".join(words[:2])):
            for draft in self.by_alias.get(alias, ()):
                if draft.words[:2] == words[:2] and (len(draft.words) == 2 or len(words) == 2):
                    return draft
        for draft in self.by_alias.get(words[0], ()) if len(words) == 2 and phrase.stem else ():
            if draft.stem == phrase.stem and draft.words[0] == words[0] and self.slips(draft, words[1]):
                return draft
        return None

    def agree(self, a: tuple[str, ...], b: tuple[str, ...], draft: PersonDraft, phrase: Phrase) -> bool:
        if a == b:
            return True
        if a[-1] != b[-1]:
            return False
        short, long_ = sorted((a[:-1], b[:-1]), key=len)
        if all(w in long_ for w in short):
            return True
        if _initials(short, long_):
            return True
        if len(short) == len(long_) == 1:
            x, y = short[0], long_[0]
            return sorted(x) == sorted(y) or (x[0] == y[0] and abs(len(x) - len(y)) <= 1 and _one_apart(x, y) and draft.stem == phrase.stem)
        return False

    def misspelt(self, surname: str) -> PersonDraft | None:
        """The bearer of a long surname that differs by one letter: a slip of the paper ("Zulfikarov" after "Halit Zülfikarov")."""
        return next((d for d in self.drafts if self.slips(d, surname)), None)

    def slips(self, draft: PersonDraft, surname: str) -> bool:
        return len(surname) > _SHORT + 1 and len(draft.words) > 1 and _one_apart(draft.words[-1], surname)

    def of_surname(self, words: tuple[str, ...], phrase: Phrase | None = None) -> PersonDraft | None:
        """Whom a surname means: the bearer of the office named with it, else the one named last before, else the first after."""
        rows = self.by_alias.get(" ".join(words))
        if not rows:
            return None
        if len(rows) == 1 or phrase is None:
            return rows[0]
        best, best_worth = rows[0], -1.0
        for draft in rows:
            worth = 2.0 if draft.words[-1] == words[-1] else 0.0
            if phrase.stem and draft.stem == phrase.stem:
                worth += 4
            if phrase.code and draft.state == phrase.code:
                worth += 4
            last = draft.last_before(phrase.start)
            worth += 1 + last / (phrase.start + 1) if last >= 0 else 0
            if draft.stem and last >= 0:
                worth += 1.5  # a president rather than his son
            if worth > best_worth:
                best, best_worth = draft, worth
        return best

    def turkish(self, draft: PersonDraft) -> bool:
        """Does the name look Turkish?"""
        first = draft.words[0]
        if draft.words[-1].endswith("oğlu"):
            return True
        if not draft.homely and len(draft.words[-1]) > _SHORT and draft.words[-1].endswith(self.lexicon.foreign_ends):
            return False
        if any(w.strip(_TURKISH) for w in draft.words) or _arabic(draft.name):
            return False
        if len(draft.words) == 1:
            return draft.homely or any(c in "ğışçöü" for c in first)
        return first in self.lexicon.turkish

    def plainly_turkish(self, draft: PersonDraft) -> bool:
        """Is it at home in Türkiye without a doubt ("Erdoğan", "Ali Kaya", not "Şara")?"""
        if len(draft.words) == 1:
            return draft.homely or "ğ" in draft.words[0]
        return self.turkish(draft) and not self.doubtful(draft)

    def doubtful(self, draft: PersonDraft) -> bool:
        """Is the given name at home in Türkiye while the surname shows nothing Turkish ("Kazım Garibabadi")?"""
        last = draft.words[-1]
        if len(draft.words) == 1 or draft.homely or last in self.lexicon.turkish:
            return False
        return not any(c in "ğışçöü" for c in last)


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Are the words of one, in order, words or initials of the other: "r. kemal", "recep kemal"?"""
    if len(a) != len(b):
        return False
    return all(x == y or x.rstrip(".") == y[:1] or y.rstrip(".") == x[:1] for x, y in zip(a, b, strict=True))


def _one_apart(a: str, b: str) -> bool:
    """Do two words differ by one letter put in, left out or changed?"""
    short, long_ = sorted((a, b), key=len)
    if len(short) == len(long_):
        return sum(x != y for x, y in zip(short, long_, strict=True)) == 1
    return any(long_[:k] + long_[k + 1 :] == short for k in range(len(long_)))


def _arabic(name: str) -> bool:
    """Has it an Arabic article or a "son of"?"""
    return any(word == "bin" or word.lower().startswith(_ARTICLES) for word in name.split())


def spelt(name: str) -> str:
    """A name as it stands, without brackets that the paper put in: "Binyamin) Netanyahu"."""
    return " ".join(name.replace(")", " ").split())


class Bodies:
    """The table of organisations."""

    __slots__ = ("by_key", "by_tail", "drafts", "lexicon", "spelt", "text")

    def __init__(self, text: str, lexicon: Lexicon, spelt: dict[str, str]) -> None:
        self.text = text
        self.lexicon = lexicon
        self.spelt = spelt  # acronyms by the words that they spell
        self.drafts: list[BodyDraft] = []
        self.by_key: dict[str, BodyDraft] = {}
        self.by_tail: dict[str, list[BodyDraft]] = {}

    def enter(self, phrase: Phrase, code: str) -> BodyDraft:
        known = phrase.known if phrase.known is not None and phrase.known.kind == "body" else None
        joined = phrase.owner is not None and phrase.owner.kind in ("body", "state") and phrase.words[: len(phrase.owner.words)] == phrase.owner.words
        words = " ".join(phrase.words)
        words = self.spelt.get(words, words)
        key = known.key if known is not None else words
        called = len(phrase.words) > 1 and (phrase.words[-1] in self.lexicon.bodily or phrase.words[-1] in ("gazetesi", "kulübü"))
        plain = " ".join(phrase.words[:-1]) if called else ""
        short = self.shortened(phrase.words)
        draft = (
            self.by_key.get(key)
            or self.by_key.get(words)
            or (self.by_key.get(plain) if plain else None)
            or (self.by_key.get(short) if short else None)
        )
        name = self.text[phrase.start : phrase.end]
        span = phrase.span()
        if joined and phrase.owner is not None:
            span = stretch(phrase.owner.start, phrase.end)
            name = _BRACKETS.sub(" ", self.text[span.start : span.end])
        if draft is None:
            draft = self.tail(phrase.words, code)
        if draft is None:
            draft = BodyDraft(key, phrase.words, name, span, code)
            self.drafts.append(draft)
            rows = self.by_tail.setdefault(phrase.words[-1] if phrase.words else "", [])
            if len(rows) < _MOST_NAMESAKES:
                rows.append(draft)
        elif self.is_fuller(name, span, phrase.words, draft, plain):
            draft.name, draft.span, draft.words, draft.code = name, span, phrase.words, draft.code or code
        self.by_key[key] = self.by_key[words] = draft
        if short:
            self.by_key.setdefault(short, draft)
        if plain:  # "Hamas Hareketi" and "Hamas" are one
            self.by_key.setdefault(plain, draft)
        if known is not None and "press" in known.flags:
            draft.press = True
        return draft

    def is_fuller(self, name: str, span: Span, words: tuple[str, ...], draft: BodyDraft, plain: str) -> bool:
        """Is it a fuller name than the draft's? One with brackets in it yields to one without ("Avrupa Birliği (AB) Komisyonu", "AB Komisyonu")."""
        broken, stood = self.is_broken(span), self.is_broken(draft.span)
        if broken and not stood and len(draft.words) == 1 < len(words):
            return draft.name.isupper()  # an acronym
        if broken or stood:
            return stood and not broken and bool(self.shortened(words))
        return " ".join(draft.words) != plain and len(name) > len(draft.name) and len(words) > len(draft.words)

    def is_broken(self, span: Span) -> bool:
        """Do brackets stand inside the name there?"""
        return ")" in self.text[span.start : span.end]

    def shortened(self, words: tuple[str, ...]) -> str:
        """The words with the state or body at their front by its key, which its long and its short name share ("US hazine bakanlığı"), or ""."""
        for row in self.lexicon.starts.get(words[0], ()) if words else ():
            size = len(row.words)
            if row.kind in ("state", "nation", "body") and size < len(words) and row.words == words[:size]:
                return " ".join((row.key, *words[size:]))
        return ""

    def known(self, phrase: Phrase) -> BodyDraft | None:
        """The body that a phrase names, by its entry ("BM" of "Birleşmiş Milletler") or its words, if it was named before."""
        listed = phrase.known if phrase.known is not None and phrase.known.kind == "body" else None
        words = " ".join(phrase.words)
        return (self.by_key.get(listed.key) if listed is not None else None) or self.by_key.get(self.spelt.get(words, words))

    def tail(self, words: tuple[str, ...], code: str) -> BodyDraft | None:
        """A body whose longer name ends in these words: "Barış Kurulu" of "Gazze Barış Kurulu"."""
        if len(words) < 2:
            return None
        for draft in self.by_tail.get(words[-1], ()):
            if len(draft.words) in (len(words) + 1, len(words) + 2) and draft.words[-len(words) :] == words and (not code or draft.code == code):
                return draft
        return None

    def tied(self, phrase: Phrase, acronym: str) -> None:
        """An acronym in brackets behind a long form names the same body."""
        words = " ".join(phrase.words)
        draft = self.by_key.get(words)
        if draft is not None:
            self.by_key.setdefault(acronym, draft)


class Places:
    """The table of places."""

    __slots__ = ("by_key", "drafts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[PlaceDraft] = []
        self.by_key: dict[str, PlaceDraft] = {}

    def enter(self, phrase: Phrase) -> PlaceDraft:
        key = " ".join(bare(w) for w in phrase.words)
        draft = self.by_key.get(key)
        if draft is None:
            span = phrase.span()
            draft = PlaceDraft(self.text[phrase.start : phrase.end], span, phrase.code)
            self.drafts.append(draft)
            self.by_key[key] = draft
        return draft

    # A draft united with another answers for it: mentions point at the longer name.
    def unite(self, parts: dict[str, str]) -> None:
        """Bring a short name under the long one where the article has both."""
        for short, long_ in parts.items():
            a, b = self.by_key.get(short), self.by_key.get(long_)
            if a is not None and b is not None and a is not b:
                b.mentions = sorted(b.mentions + a.mentions)
                a.mentions = []
                a.of = b


def quoted(span: Span, rule: str) -> Proof:
    return proven((span,), "quoted", rule)
