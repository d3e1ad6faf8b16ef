"""The first pass: the article's words cut into phrases that name something, each with what its own words say.

A run is a stretch of words that may stand in one name, up to a case ending. Heads ("Bakanı", "Örgütü", "Boğazı") make a
compound of the words before them; what is left of a run are names of closed sets and words nobody knows.
"""

from __future__ import annotations

from tutanak.mentions.endings import CASES, OF_PLACE
from tutanak.mentions.lexicon import (
    BODY,
    COMMON_BODY,
    COMMON_PLACE,
    LOOSE,
    OFFICE,
    ORGAN,
    PLACE,
    PRESS,
    UNNAMED,
    Head,
    Known,
    Lexicon,
)
from tutanak.text.layout import Layout, Token

_REMEMBERED = 50_000
_LONGEST = 24  # words of a run looked at together; longer runs are lists or headings in capitals
_HELD_ORGANS = frozenset(["bakanlık", "başkanlık", "başbakanlık", "cumhurbaşkanlığı", "büyükelçilik", "başkonsolosluk", "konsolosluk", "müdürlük", "valilik", "belediye", "komutanlık", "genelkurmay", "müsteşarlık"])
_ENVOYS = frozenset(["büyükelçi", "temsilci", "elçi", "konsolos", "başkonsolos", "maslahatgüzar", "koordinatör", "danışman", "ataşe"])
_TAKES_DEFAULT = frozenset(["bakanlık", "komutanlık", "müdürlük", "valilik", "müsteşarlık", "başkanlık", "başsavcılık", "savcılık", "kaymakamlık"])
_OWNED_ENDS = frozenset(["sı", "si", "su", "sü", "ğı", "ği", "ğu", "ğü"])  # "Tahiri" is a surname, "Toplantısı" is none
_HELD_IN_OFFICE = ("yönetim kurulu", "icra kurulu")


class Phrase:
    """Words that name something, before it is known what.

    kind: person office state nation capital place body unknown group unnamed. [first, last): tokens of the whole phrase;
    [start, end): characters of the name alone. words: the name's words, folded, without endings. office: its words;
    stem: the office's last head; code: state the phrase's own words give, or ""; org: the body an office belongs to.
    inner: names inside the phrase. known: the entry of a closed set. plural: several bear the office.
    """

    __slots__ = (
        "case", "code", "codes", "cue", "end", "first", "inner", "kind", "known", "last", "office", "office_end", "office_start", "opens", "org", "owner", "plural", "rank",
        "start", "stem", "title", "words",
    )  # fmt: skip

    def __init__(self, kind: str, first: int, last: int, start: int, end: int, case: str) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.case = case
        self.words: tuple[str, ...] = ()
        self.office = ""
        self.office_start = 0
        self.office_end = 0
        self.stem = ""
        self.rank = ""
        self.code = ""
        self.codes: list[str] = []
        self.org: Phrase | None = None
        self.owner: Phrase | None = None
        self.inner: list[Phrase] = []
        self.known: Known | None = None
        self.plural = False
        self.cue = ""
        self.title = ""
        self.opens = False

    def __repr__(self) -> str:
        told = [self.kind, self.office, " ".join(self.words), self.code, self.case, f"org={self.org}" if self.org else ""]
        return "<" + " | ".join(x for x in told if x) + f" @{self.first}-{self.last}>"


class Scan:
    """One article's words, and what is being made of them."""

    __slots__ = ("bases", "heads", "layout", "lexicon", "phrases", "size", "text", "tokens")

    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        self.layout = layout
        self.text = layout.text
        self.tokens: list[Token] = layout.tokens
        self.size = len(layout.tokens)
        self.lexicon = lexicon
        self.phrases: list[Phrase] = []
        # Each token's word without its apostrophe ending, and the head it is a form of.
        self.bases: list[str] = [t.low if t.base_end == t.end else t.low[: t.base_end - t.start] for t in self.tokens]
        heads = lexicon.heads
        self.heads: list[Head | None] = [heads.get(base) for base in self.bases]

    # --- runs -----------------------------------------------------------------------------------------------------------------

    def run(self) -> list[Phrase]:
        """Scan the article once, left to right."""
        tokens, bases = self.tokens, self.bases
        triggers, group_starts = self.lexicon.triggers, self.lexicon.group_starts
        at, size = 0, self.size
        while at < size:
            base, first = bases[at], tokens[at].text[0]
            if base in group_starts and (past := self.group(at)) > at:
                at = past
            elif first.isupper() or base in triggers or first.isdigit():
                at = self.read_run(at) if self.begins(at) else at + 1
            else:
                at += 1
        return self.phrases

    def group(self, at: int) -> int:
        """"iki ülke", "taraflar", "ikili": words for actors named before; one past them, or `at`."""
        for words, row in self.lexicon.groups.items():
            last = at + len(words)
            if words[0][:3] != self.bases[at][:3] or last > self.size or self.bases[at : last - 1] != list(words[:-1]):
                continue
            word = self.bases[last - 1]
            if not word.startswith(words[-1]) or word[len(words[-1]) :] not in CASES:
                continue
            case = CASES[word[len(words[-1]) :]]
            if row.get("case") == "nom" and case == "nom" and not (last < self.size and self.tokens[last].text in (",", ".", ";")):
                continue
            phrase = Phrase("group", at, last, self.tokens[at].start, self.tokens[last - 1].start + len(words[-1]), case)
            phrase.cue = row["of"]
            phrase.stem = words[-1]
            self.phrases.append(phrase)
            return last
        return at

    def begins(self, at: int) -> bool:
        """May a name or an office begin with this token, which is a capital, a number or a trigger?"""
        token = self.tokens[at]
        if token.kind != "word":
            return token.kind == "number" and token.text[-1] == "." and at + 1 < self.size and self.tokens[at + 1].capital
        if token.text[0].isupper() or self.bases[at] not in self.lexicon.inside:
            return True
        head = self.heads[at]
        return (head is not None and head.bits & (OFFICE | UNNAMED) != 0) or self.bases[at] in self.lexicon.before or (at + 1 < self.size and self.is_office(at + 1))

    def is_office(self, at: int) -> bool:
        head = self.heads[at]
        return head is not None and head.bits & OFFICE != 0

    def closes(self, at: int) -> bool:
        """Does this token's ending close the phrase: a case ending other than the nominative?"""
        token = self.tokens[at]
        if token.base_end != token.end:
            ending = token.low[token.base_end - token.start + 1 :]
            return not (ending in OF_PLACE or self.possessed_by_apostrophe(at, ending))
        head = self.heads[at]
        if head is not None:
            named = at > 0 and not head.bits & OFFICE and self.tokens[at - 1].capital and self.bases[at - 1] in self.lexicon.given
            return head.ending.case != "nom" and not self.acc_as_possessed(head) and not named
        form = token.form
        if token.capital and self.bases[at] not in self.lexicon.starts and self.bases[at][-1] not in "rıiuü" and self.inflected_people(at) is not None:
            return True
        return form.pos == "NOUN" and form.case not in ("nom", "") and token.capital and (form.possessive == "3sg" or self.opens(at)) and self.bases[at] not in self.lexicon.starts

    def acc_as_possessed(self, head: Head) -> bool:
        return head.ending.case == "acc" and not head.ending.own and not head.ending.plural

    def possessed_by_apostrophe(self, at: int, ending: str) -> bool:
        """"CEO'su", "AB'si": the possessive of a foreign word or acronym that heads an office."""
        head = self.heads[at]
        return head is not None and (ending in ("sı", "si", "su", "sü") or (head.bits & OFFICE != 0 and self.tokens[at].base.isupper() and ending in ("ı", "i", "u", "ü")))

    def joins(self, at: int, start: int) -> bool:
        """May this token go on with the run that ended one token before?"""
        token, before = self.tokens[at], self.tokens[at - 1]
        if token.sentence != before.sentence or token.quote != before.quote or at - start > _LONGEST or self.leaves_heading(at, start):
            return False
        if token.kind != "word":
            return token.kind == "number" and token.text[-1] == "." and self.next_capital(at)
        if token.text[0].isupper():
            return True
        base = self.bases[at]
        lexicon = self.lexicon
        if base == "da" or base == "de":
            return self.next_capital(at) and self.bases[at + 1] in lexicon.after_da
        if base in ("televizyon", "haber", "radyo"):
            return self.announces_press(at, self.size)
        if base == "ve" or base in lexicon.particles:
            return self.next_capital(at) or (base != "ve" and at + 1 < self.size and self.bases[at + 1] in lexicon.particles and self.next_capital(at + 1)) or (base == "ve" and at + 1 < self.size and self.bases[at + 1] in lexicon.inside and self.run_has_office(at + 1))
        if "-" in base and base.split("-")[0] in lexicon.articles:
            return True
        head = self.heads[at]
        if head is not None and (head.bits & (OFFICE | COMMON_BODY | COMMON_PLACE | PRESS) or (head.bits & PLACE and head.ending.own == "3sg")):
            return head.stem != "taraf" or head.ending.case not in ("abl", "loc")
        return base in lexicon.inside or base in lexicon.before or base in lexicon.kin

    def leaves_heading(self, at: int, start: int) -> bool:
        """Does a heading in capitals end before this token: "ARAMA YAPILDI | Başbakan"?"""
        before, token = self.tokens[at - 1].base, self.tokens[at].text
        if len(before) < 3 or not before.isupper() or token.isupper() or not token[0].isupper():
            return False
        return self.tokens[at - 1].form.pos == "VERB" or (at - 2 >= start and len(self.tokens[at - 2].base) > 2 and self.tokens[at - 2].base.isupper())

    def next_capital(self, at: int) -> bool:
        return at + 1 < self.size and self.tokens[at + 1].kind == "word" and self.tokens[at + 1].capital

    def run_has_office(self, at: int) -> bool:
        for k in range(at, min(at + 5, self.size)):
            if self.is_office(k):
                return True
            if self.bases[k] not in self.lexicon.inside:
                return False
        return False

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

    # --- a run ----------------------------------------------------------------------------------------------------------------

    def take_apart(self, at: int, end: int) -> None:
        while at < end:
            base = self.bases[at]
            if base == "ve" or (not self.tokens[at].capital and base in self.lexicon.particles):
                at += 1
                continue
            taken = self.office_phrase(at, end)
            if taken <= at:
                taken = self.body_phrase(at, end)
            if taken <= at:
                taken = self.single(at, end)
            at = max(taken, at + 1)

    # --- offices --------------------------------------------------------------------------------------------------------------

    def office_phrase(self, at: int, end: int) -> int:
        """An office compound at the run's start, with the names behind it; where it ends, or `at` if there is none."""
        head_at = self.office_head(at, end)
        if head_at < 0:
            return at
        begin = self.office_begin(at, head_at)
        if begin > at:
            self.take_apart(at, begin)
        last = self.office_end(head_at, end)
        phrase = self.office_of(begin, head_at, last)
        return self.names_after(phrase, last, end)

    def office_head(self, at: int, end: int) -> int:
        """The first office head of the run that may be one here, or -1."""
        k = at
        while k < end:
            if self.is_office(k) and self.fits_office(k, at):
                return k
            k += 1
        return -1

    def fits_office(self, k: int, at: int) -> bool:
        head = self.heads[k]
        if head is None:
            return False
        token = self.tokens[k]
        if head.stem in self.lexicon.capital_only and not token.capital:
            return False
        if head.stem == "üye" and k == at and not (head.ending.own == "3sg" and self.next_capital(k)):
            return False
        if head.stem in ("emir", "şef", "aday", "kurucu", "yönetici", "papa", "prens", "yetkili", "müdür", "üye", "vekil", "elçi", "yargıç") and not head.ending.own and not token.capital:
            return False
        return not (head.stem == "başkan" and k + 1 < self.size and self.bases[k + 1] == "yardımcılığı")

    def office_begin(self, at: int, head_at: int) -> int:
        """Where the compound begins: a bare head takes few words before it, a possessed one takes the run."""
        head = self.heads[head_at]
        if head is not None and (head.ending.own == "3sg" or self.next_is_owned_office(head_at) or self.possessed_by_ending(head_at)):
            return self.compound_begin(at, head_at)
        k = head_at
        while k > at and (self.bases[k - 1] in self.lexicon.inside or self.bases[k - 1] in self.lexicon.before or self.is_ordinal(k - 1)):
            k -= 1
        known = self.known_ending_at(at, k)
        return known.first if known is not None else k

    def possessed_by_ending(self, at: int) -> bool:
        token = self.tokens[at]
        return token.base_end != token.end and self.possessed_by_apostrophe(at, token.low[token.base_end - token.start + 1 :])

    def is_ordinal(self, at: int) -> bool:
        return self.tokens[at].kind == "number"

    def next_is_owned_office(self, at: int) -> bool:
        following = self.heads[at + 1] if at + 1 < self.size else None
        return following is not None and following.bits & OFFICE != 0 and following.ending.own == "3sg"

    def compound_begin(self, at: int, head_at: int) -> int:
        """Skip words that open a sentence, and a name with an office of its own."""
        k = at
        while k < head_at and self.bases[k] in self.lexicon.openers and self.bases[k] not in self.lexicon.before:
            k += 1
        if self.bases[k] in self.lexicon.given:
            for j in range(k + 1, min(k + 4, head_at)):
                if self.bases[j] == "ve":
                    return j + 1
        for j in range(head_at - 1, k, -1):
            if not self.tokens[j].capital or self.bases[j] in self.lexicon.inside:
                continue
            known, _ = self.known_at(j, head_at)
            if known is None or known.kind not in ("state", "nation", "body"):
                continue
            if self.bases[j - 1] == "ve":
                front, stop = self.known_at(k, head_at)
                if front is None or stop != j - 1:
                    return j
            elif self.tokens[j - 1].capital and self.tokens[j - 1].form.pos == "PROPN" and not self.in_known(k, j, head_at):
                return j
        return k

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

    def office_end(self, head_at: int, end: int) -> int:
        """One past the office's last word: heads in a row, and "ve" with another office."""
        k = head_at + 1
        while k < end:
            if self.closes(k - 1):
                break
            if self.is_office(k) and self.heads[k] is not None and (self.heads[k].ending.own or not self.heads[k - 1] or self.bases[k - 1] in self.lexicon.inside):  # type: ignore[union-attr]
                k += 1
                continue
            more = self.further_office(k, end)
            if more < 0:
                more = self.more_office(k, end)
            if more < 0:
                break
            k = more + 1
        return k

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
        j = k + 1
        while j < end and j - k <= 5:
            head = self.heads[j]
            if head is not None and head.bits & OFFICE and (head.ending.own == "3sg"):
                return j
            if not (self.bases[j] in self.lexicon.inside or (joined and self.tokens[j].capital and self.bases[j] not in self.lexicon.given)):
                return -1
            j += 1
        return -1

    def office_of(self, begin: int, head_at: int, last: int) -> Phrase:
        """The office phrase [begin, last): its state, body and words."""
        tokens = self.tokens
        head = self.heads[last - 1]
        start, stop = tokens[begin].start, self.word_end(last - 1)
        phrase = Phrase("office", begin, last, start, stop, self.case_of(last - 1))
        if head is not None:
            phrase.stem, phrase.rank, phrase.plural = head.stem, head.rank, head.ending.plural
        phrase.owner = self.owner_before(begin)
        if phrase.owner is not None and phrase.stem == "cumhurbaşkanı" and last - begin == 1 and phrase.owner.kind == "body":
            phrase.owner = None
        k, prefix = begin, ""
        if self.bases[k] in self.lexicon.before and k < head_at:
            prefix = self.text[tokens[k].start : tokens[k].end] if self.bases[k] in self.lexicon.kept else ""
            k += 1
        k = self.office_state(phrase, k, head_at)
        if k < head_at and self.bases[k] in self.lexicon.before:
            prefix = self.text[tokens[k].start : tokens[k].end] if self.bases[k] in self.lexicon.kept else ""
            k += 1
        k = self.office_body(phrase, k, head_at)
        words = self.text[tokens[k].start : stop]
        if head is not None and head.ending.own and (phrase.plural or head.ending.own == "1pl"):
            words = self.singular(words, head)
        phrase.office = f"{prefix} {words}" if prefix else words
        phrase.office_start, phrase.office_end = tokens[k].start, stop
        return phrase

    def singular(self, words: str, head: Head) -> str:
        """The office of one of several: "Dışişleri Bakanları" → "Dışişleri Bakanı"."""
        rest, _, last = words.rpartition(" ")
        owned = self.lexicon.owned.get(head.stem, "")
        word = last[:1] + owned[1:]
        return f"{rest} {word}" if rest else word

    def owner_before(self, begin: int) -> Phrase | None:
        """The name in the genitive that stands right before: "ABD'nin" Ankara Büyükelçisi."""
        if self.phrases and self.phrases[-1].last == begin and self.phrases[-1].case == "gen":
            return self.phrases[-1]
        return self.owner_in_brackets(begin)

    def owner_in_brackets(self, begin: int) -> Phrase | None:
        """The name whose acronym stands in brackets right before: "Avrupa Birliği (AB)" Komisyonu."""
        if begin >= 3 and self.tokens[begin - 1].text == ")":
            opened = next((k for k in range(begin - 3, max(begin - 6, -1), -1) if self.tokens[k].text == "("), -1)
            for phrase in self.phrases[-3:]:
                if phrase.kind in ("body", "state") and opened >= 0 and phrase.last == opened:
                    return phrase
        return None

    def office_state(self, phrase: Phrase, k: int, head_at: int) -> int:
        """Take the states at the compound's front."""
        owned = phrase.owner is not None and phrase.owner.kind in ("state", "capital", "body")
        if owned and self.heads[head_at] is not None and self.heads[head_at].stem not in _ENVOYS:  # type: ignore[union-attr]
            front, _ = self.known_at(k, head_at)
            owned = front is None or front.kind not in ("state", "nation")
        if owned and phrase.owner is not None:
            phrase.code = phrase.owner.code
            if phrase.owner.kind == "body":
                phrase.org = phrase.owner
        elif phrase.owner is not None and phrase.owner.org is not None:
            phrase.org = phrase.owner.org
            owned = True
        while k < head_at:
            known, last = self.known_at(k, head_at)
            if known is None or known.kind not in ("state", "nation") or last > head_at:
                break
            inner = self.phrase_of(known, k, last)
            phrase.inner.append(inner)
            if owned:
                break
            phrase.codes.append(known.key)
            phrase.code = phrase.codes[0]
            k = last
            if k < head_at and self.bases[k] == "ve":
                following, _ = self.known_at(k + 1, head_at)
                if following is None or following.kind not in ("state", "nation"):
                    break
                k += 1
            else:
                break
        return k

    def office_body(self, phrase: Phrase, k: int, head_at: int) -> int:
        """Take the body that the office belongs to: a known one, or the words up to a body's head."""
        begin = k
        known, last = self.known_at(k, head_at)
        envoy = self.heads[head_at] is not None and self.heads[head_at].stem in ("temsilci", "büyükelçi", "elçi")  # type: ignore[union-attr]
        if known is not None and known.kind == "body" and last <= head_at and envoy and phrase.code:
            phrase.inner.append(self.phrase_of(known, k, last))
            return k
        if known is not None and known.kind == "body" and last <= head_at:
            body = self.phrase_of(known, k, last)
            k = last
            phrase.org = body
            phrase.inner.append(body)
        if k > begin and k < head_at and self.bases[k] == "ve":
            phrase.org, k = None, begin
            phrase.inner.pop()
            return self.unknown_owner(phrase, k, head_at)
        bracketed = phrase.owner is not None and phrase.owner.kind == "body" and phrase.owner.case == "nom"
        b = self.last_body_head(k, head_at, -1 if bracketed else begin)
        if b >= 0:
            head = self.heads[b]
            organ = head is not None and head.bits & ORGAN and (head.stem in _HELD_ORGANS or b == k)
            state_first = phrase.inner[0].first if phrase.inner and phrase.inner[0].kind in ("state", "nation") and phrase.inner[0].last == begin else begin
            body = self.body_of(state_first, b + 1)
            if not body.code:
                body.code = phrase.code
            phrase.inner = [p for p in phrase.inner if not (body.first <= p.first < body.last)] + [body]
            if not organ:
                phrase.org = body
                return b + 1
        elif k == begin and k < head_at:
            return self.unknown_owner(phrase, k, head_at)
        return k

    def last_body_head(self, k: int, end: int, begin: int) -> int:
        """The last head of a body between here and the office's head, if it is not part of the office itself."""
        for b in range(end - 1, k - 1, -1):
            head = self.heads[b]
            if head is None or not head.bits & (ORGAN | BODY | PRESS) or head.bits & OFFICE or head.ending.case != "nom":
                continue
            if head.ending.own != "3sg" and head.stem not in ("parti", "holding", "birlik"):
                continue
            if b > k and (self.bases[b - 1] + " " + self.bases[b]) in _HELD_IN_OFFICE and b - 1 == k:
                continue
            if b > k and (self.bases[b - 1] + " " + self.bases[b]) == "yönetim kurulu":
                return self.last_body_head(k, b - 1, begin)
            if b == begin and head.stem not in ("holding", "meclis", "bakanlık", "ordu", "parlamento", "hükümet"):
                continue
            return b
        return -1

    def unknown_owner(self, phrase: Phrase, k: int, head_at: int) -> int:
        """Capitalised words nobody knows before "lideri", "CEO'su": the body it leads."""
        head = self.heads[head_at]
        token = self.tokens[k]
        if head is None or not token.capital or self.bases[k] in self.lexicon.inside or self.bases[k] in self.lexicon.openers:
            return k
        known, _ = self.known_at(k, head_at)
        if known is not None:
            return k
        upper = 1 < len(token.base) <= 5 and token.base.isupper()
        if not (upper or head.stem in ("lider", "ceo")):
            return k
        last = k + 1
        while last < head_at and self.tokens[last].capital and not upper and self.bases[last] not in self.lexicon.inside:
            last += 1
        body = Phrase("body", k, last, token.start, self.tokens[last - 1].base_end, "nom")
        body.words = tuple(self.bases[k:last])
        phrase.org = body
        phrase.inner.append(body)
        return last if last < head_at or last == head_at else k

    # --- names ----------------------------------------------------------------------------------------------------------------

    def names_after(self, phrase: Phrase, last: int, end: int) -> int:
        """The names that bear the office; the phrase goes in, once a name. Where they end."""
        head = self.heads[last - 1]
        if head is not None and head.ending.plural and last < end and not self.closes(last - 1) and self.is_event(last):
            return last + 1
        if last >= end or self.closes(last - 1) or (head is not None and head.ending.plural and not head.ending.own and head.ending.case == "nom"):
            self.phrases.append(phrase)
            return last
        k = self.skip_titles(last, end)
        first, stop = k, k if k < end and self.is_event(k) else self.name_end(k, end)
        if stop == first:
            self.phrases.append(phrase)
            return last
        if stop + 1 < self.size and self.tokens[stop].text == ")" and self.tokens[stop + 1].capital and phrase.first and self.tokens[phrase.first - 1].text == "(":
            return self.bracketed(phrase, first, stop)
        joint = phrase.plural
        self.phrases.append(self.person(phrase, phrase.first, first, stop, 0))
        n = 1
        while joint:
            following = self.joint_name(stop, end)
            if following < 0:
                break
            first = following
            stop = self.name_end(first, self.run_end(first))
            if stop == first:
                break
            self.phrases.append(self.person(phrase, first, first, stop, n))
            n += 1
        return stop

    def is_event(self, k: int) -> bool:
        """"Devlet Başkanları Zirvesi": an event is named, nobody."""
        head = self.heads[k]
        if not self.tokens[k].capital:
            return False
        form = self.tokens[k].form
        return (head is not None and head.ending.own == "3sg") or (form.pos == "NOUN" and form.possessive == "3sg" and self.bases[k][-2:] in _OWNED_ENDS)

    def bracketed(self, phrase: Phrase, first: int, stop: int) -> int:
        """"(İsrail Başbakanı Binyamin) Netanyahu": the words in brackets were put in by the paper, the name goes on behind them."""
        last = self.name_end(stop + 1, self.run_end(stop + 1))
        if last == stop + 1:
            self.phrases.append(self.person(phrase, phrase.first, first, stop, 0))
            return stop
        whole = self.person(phrase, phrase.first, first, last, 0)
        whole.words = (*self.bases[first:stop], *self.bases[stop + 1 : last])
        whole.title = "bracket"
        self.phrases.append(whole)
        return last

    def run_end(self, at: int) -> int:
        end = at + 1
        if self.closes(at):
            return end
        while end < self.size and self.joins(end, at):
            end += 1
            if self.closes(end - 1):
                break
        return end

    def joint_name(self, at: int, end: int) -> int:
        """Where the next bearer of a plural office begins: after "ve", "ile" or a comma."""
        if at + 1 < self.size and self.bases[at] in ("ve", "ile", ",") and self.tokens[at + 1].kind == "word" and self.tokens[at + 1].capital:
            return at + 1
        return -1

    def skip_titles(self, k: int, end: int) -> int:
        while k < end and self.bases[k].rstrip(".") in self.lexicon.titles:
            k += 1
        return k

    def name_end(self, k: int, end: int) -> int:
        """One past the name's last word."""
        first = k
        while k < end:
            if not self.name_word(k, first, end):
                break
            k += 1
            if k + 1 < self.size and self.tokens[k].text == "-" and self.tokens[k].start == self.tokens[k - 1].end and self.tokens[k + 1].capital:
                return k + 2  # "Ki- Moon", broken by a line end once
            if self.closes(k - 1) or k - first >= 6:
                break
        while k > first and not self.tokens[k - 1].capital and self.tokens[k - 1].kind == "word" and "-" not in self.bases[k - 1]:
            k -= 1
        return k

    def name_word(self, k: int, first: int, end: int) -> bool:
        token, base = self.tokens[k], self.bases[k]
        if token.kind != "word":
            return k == first and token.kind == "number" and self.next_capital(k)
        if not token.capital:
            if base in ("da", "de"):
                return k + 1 < end and self.bases[k + 1] in self.lexicon.after_da
            return (base in self.lexicon.particles or ("-" in base and base.split("-")[0] in self.lexicon.articles)) and k + 1 <= end
        if (base in self.lexicon.peoples and (k == first or self.bases[k - 1] not in self.lexicon.given)) or base in self.lexicon.weekdays or (base in self.lexicon.openers and k == first and base not in self.lexicon.given):
            return False
        if token.form.pos == "VERB" and token.form.tense in ("past", "prog") and token.form.verb_form == "finite" and token.base_end == token.end:
            return False
        head = self.heads[k]
        if head is not None and head.ending.own == "3sg":
            return False
        if self.is_common(k, first):
            return False
        if head is not None and head.bits & OFFICE and not head.ending.own and base not in self.lexicon.given and head.stem not in ("emir", "kral", "papa", "sultan", "prens"):
            return False
        if "-" in base and self.hyphenated(k) is not None:
            return False
        known, last = self.known_at(k, end)
        if known is None:
            return not self.leads_to_head(k, first, end)
        if last - k > 1 and known.kind != "nation":
            return False
        if k > first and self.bases[k - 1] in self.lexicon.given and not (known.kind == "body"):
            return True
        return base in self.lexicon.given and known.kind in ("place", "capital", "nation") and k + 1 < end and self.tokens[k + 1].capital and not self.closes(k)

    def is_common(self, k: int, first: int) -> bool:
        """A common noun in the possessive ("Planı", "Toplantısı") ends no name, however it is written."""
        form = self.tokens[k].form
        if form.pos != "NOUN" or self.bases[k] in self.lexicon.given:
            return False
        marked = k > first and form.possessive == "3sg" and (self.bases[k][-2:] in _OWNED_ENDS or (form.case not in ("nom", "") and self.tokens[k].base_end == self.tokens[k].end))
        return marked or (k == first and self.opens(k) and form.number == "pl")

    def leads_to_head(self, k: int, first: int, end: int) -> bool:
        """Does this word begin a body or place of its own: "Erdoğan | Dolmabahçe Sarayı'nda"?"""
        if k - first < 1:
            return False
        for j in range(k + 1, min(end, k + 5)):
            if self.bases[j] == "ve":
                return False
            head = self.heads[j]
            if head is not None and head.ending.own == "3sg" and head.bits & (ORGAN | BODY | PLACE) and self.tokens[j].capital:
                return True
        return False

    def person(self, office: Phrase, begin: int, first: int, stop: int, n: int) -> Phrase:
        tokens = self.tokens
        phrase = Phrase("person", begin, stop, tokens[first].start, tokens[stop - 1].base_end, self.case_of(stop - 1))
        phrase.words = tuple(self.bases[first:stop])
        phrase.office, phrase.office_start, phrase.office_end = office.office, office.office_start, office.office_end
        phrase.stem, phrase.rank, phrase.org, phrase.owner = office.stem, office.rank, office.org, office.owner
        phrase.code = office.codes[n] if n < len(office.codes) else office.code
        phrase.inner = office.inner if n == 0 else []
        phrase.cue = "office"
        return phrase

    # --- bodies and places ----------------------------------------------------------------------------------------------------

    def body_phrase(self, at: int, end: int) -> int:
        """A compound that ends in a body's or a place's head; where it ends, or `at`."""
        begin = at
        while begin < end and (self.bases[begin] in self.lexicon.openers or not self.tokens[begin].capital):
            if self.tokens[begin].kind == "number" and self.bases[begin] not in self.lexicon.openers:
                break
            begin += 1
        if begin >= end or (begin > at and self.is_title_run(at, begin)) or (self.bases[begin] in self.lexicon.peoples and begin + 1 < end and not self.tokens[begin + 1].capital):
            return at
        head_at = self.naming_head(begin, end)
        if head_at < 0:
            return at
        if begin > at:
            self.take_apart(at, begin)
        head = self.heads[head_at]
        if head is None:
            return at
        for k in range(begin + 1, head_at):
            known, last = self.known_at(k, head_at + 1)
            if known is not None and last == head_at + 1:
                self.take_apart(begin, k)
                begin = k
                break
        if "-" in self.bases[begin] and self.paired_body(begin, head_at + 1):
            return head_at + 1
        if head.bits & (ORGAN | BODY | LOOSE) or (head.bits & (COMMON_BODY | PRESS) and not self.tokens[head_at].capital):
            phrase = self.body_of(begin, head_at + 1)
        else:
            phrase = self.place_of(begin, head_at + 1)
        self.phrases.append(phrase)
        return head_at + 1

    def paired_body(self, begin: int, last: int) -> bool:
        """"Türkiye-Avrupa Birliği": a state and a body of a closed set, joined by a hyphen; both go in."""
        first, _, second = self.bases[begin].partition("-")
        rows = self.lexicon.starts.get(second, ())
        body = next((r for r in rows if r.kind == "body" and len(r.words) == last - begin and all(self.bases[begin + k] == r.words[k] for k in range(1, len(r.words) - 1))), None)
        if body is None or not self.bare_word(last - 1).startswith(body.words[-1]):
            return False
        token = self.tokens[begin]
        for row in self.lexicon.starts.get(first, ()):
            if row.kind in ("state", "body") and len(row.words) == 1:
                front = Phrase("pair", begin, begin + 1, token.start, token.start + len(first), "nom")
                inner = Phrase(row.kind, begin, begin + 1, token.start, token.start + len(first), "nom")
                inner.known, inner.code, inner.words = row, row.state or "", row.words
                front.inner.append(inner)
                self.phrases.append(front)
                break
        phrase = Phrase("body", begin + 1, last, token.start + len(first) + 1, self.word_end(last - 1), self.case_of(last - 1))
        phrase.known, phrase.code, phrase.words = body, body.state or "", body.words
        self.phrases.append(phrase)
        return True

    def is_title_run(self, at: int, begin: int) -> bool:
        """Do callings stand before the capital ("doktoru Ahmet …")? Then a name follows, no compound."""
        return all(self.bases[k] in self.lexicon.callings or self.bases[k] in self.lexicon.kin for k in range(at, begin))

    def naming_head(self, begin: int, end: int) -> int:
        """The last head of the compound that begins here, or -1. A conjunction after a head, or after a known name, ends it."""
        found, k = -1, begin + 1
        known, last = self.known_at(begin, end)
        if known is not None and last > k:
            k = last
            if last - 1 > begin:
                head = self.heads[last - 1]
                if known.kind == "body" and head is not None:
                    found = -1
        while k < end:
            head = self.heads[k]
            token = self.tokens[k]
            if self.bases[k] == "ve" and (found >= 0 or (known is not None and k == last) or self.names_at(k + 1, end)):
                break
            if head is not None and self.heads_name(k, begin, head):
                found = k
                if not token.capital:
                    break
            elif not token.capital and self.announces_press(k, end):
                pass
            elif not token.capital and self.bases[k] != "ve" and self.bases[k].split("-")[0] not in self.lexicon.articles:
                break
            k += 1
        return found

    def announces_press(self, k: int, end: int) -> bool:
        """"Rossiya-1 televizyon kanalı", "X haber ajansı": a word between the name and what it is."""
        head = self.heads[k + 1] if k + 1 < end else None
        return self.bases[k] in ("televizyon", "haber", "radyo") and head is not None and head.bits & PRESS != 0

    def names_at(self, k: int, end: int) -> bool:
        """Does a name of a closed set begin here?"""
        return k < end and self.known_at(k, end)[0] is not None

    def heads_name(self, k: int, begin: int, head: Head) -> bool:
        """Is this form the head of the compound before it?"""
        ending = head.ending
        capital = self.tokens[k].capital
        if capital and head.bits & (ORGAN | BODY | PLACE):
            if ending.own == "3sg" or (not ending.own and ending.case == "acc" and not ending.plural) or head.stem in ("parti", "holding"):
                return True
            return head.bits & BODY != 0 and not ending.plural and self.bases[k - 1] in self.lexicon.adjectival
        if capital and head.bits & LOOSE and ending.own == "3sg":
            return k + 1 < self.size and self.tokens[k + 1].text == "("
        if not capital and ending.own == "3sg" and head.bits & (COMMON_BODY | PRESS | COMMON_PLACE | PLACE):
            return self.common_head_fits(k, begin, head)
        return False

    def common_head_fits(self, k: int, begin: int, head: Head) -> bool:
        """"İsrail ordusu", "Washington yönetimi", "Haaretz gazetesi", "Adana kenti": the words before are a name."""
        known, last = self.known_at(begin, k)
        if head.bits & COMMON_BODY and head.stem in ("ordu", "hükümet", "yönetim", "kabine", "parlamento", "meclis", "polis", "rejim", "donanma", "istihbarat", "taraf", "muhalefet", "genelkurmay"):
            return (known is not None and last == k and known.kind in ("state", "nation", "capital", "place")) or (head.stem in ("hükümet", "yönetim") and known is None)
        if head.bits & (PRESS | COMMON_PLACE | PLACE):
            if known is None and self.opens(begin) and self.tokens[begin].form.pos != "PROPN":
                return False
            return known is None or last == k
        return known is not None and last == k

    def body_of(self, begin: int, last: int) -> Phrase:
        tokens = self.tokens
        phrase = Phrase("body", begin, last, tokens[begin].start, self.word_end(last - 1), self.case_of(last - 1))
        head = self.heads[last - 1]
        phrase.words = (*self.bases[begin : last - 1], self.bare_word(last - 1))
        phrase.stem = head.stem if head is not None else ""
        known, stop = self.known_at(begin, last)
        if known is not None:
            if known.kind in ("state", "nation", "capital"):
                phrase.code = known.state or "" if not (known.kind == "capital" and phrase.stem in ("büyükelçilik", "elçilik", "başkonsolosluk", "konsolosluk")) else ""
                phrase.title = known.kind
            if stop == last:
                phrase.known = known
            inner = self.phrase_of(known, begin, stop)
            if stop < last:
                phrase.inner.append(inner)
        owner = self.owner_before(begin)
        if owner is not None and owner.kind == "body" and owner.case == "nom":
            phrase.words = (*owner.words, *phrase.words)
            phrase.owner = owner
        elif not phrase.code and owner is not None and owner.kind in ("state", "capital") and head is not None and head.bits & ORGAN:
            phrase.code = owner.code
            phrase.owner = owner
        if head is not None and head.bits & PRESS and not tokens[last - 1].capital:
            if known is not None and known.kind in ("state", "nation", "origin") and stop == last - 1:
                return self.phrase_of(known, begin, stop)
            phrase.cue = "press"
            stop = last - 1
            while stop > begin + 1 and not tokens[stop - 1].capital:
                stop -= 1
            phrase.end = tokens[stop - 1].base_end
            phrase.words = tuple(self.bases[begin:stop])
        elif head is not None and not tokens[last - 1].capital:
            phrase.cue = "common"
        elif head is not None and head.bits & ORGAN:
            phrase.cue = "organ"
        return phrase

    def place_of(self, begin: int, last: int) -> Phrase:
        tokens = self.tokens
        phrase = Phrase("place", begin, last, tokens[begin].start, self.word_end(last - 1), self.case_of(last - 1))
        phrase.words = (*self.bases[begin : last - 1], self.bare_word(last - 1))
        head = self.heads[last - 1]
        known, stop = self.known_at(begin, last)
        if known is not None:
            phrase.code = known.state or ""
            if stop == last - 1 or stop == last:
                phrase.known = known
            if stop < last:
                phrase.inner.append(self.phrase_of(known, begin, stop))
        if head is not None and head.bits & PRESS and not tokens[last - 1].capital:
            phrase.kind = "body"
            phrase.cue = "press"
        if head is not None and not tokens[last - 1].capital:
            phrase.end = tokens[last - 2].base_end
            phrase.words = tuple(self.bases[begin : last - 1])
            if known is not None and known.kind in ("state", "nation", "body") and stop == last - 1:
                named = self.phrase_of(known, begin, stop)
                named.case = phrase.case
                return named
            if head.bits & PLACE and not head.bits & COMMON_PLACE and phrase.known is None:
                phrase.end = self.word_end(last - 1)
                phrase.words = (*phrase.words, self.bare_word(last - 1))
        return phrase

    def bare_word(self, at: int) -> str:
        token, head = self.tokens[at], self.heads[at]
        if token.base_end == token.end and head is not None:
            return token.low[: head.ending.base]
        return self.bases[at]

    def word_end(self, at: int) -> int:
        """Where the name ends in this token: before its case ending."""
        token, head = self.tokens[at], self.heads[at]
        if token.base_end != token.end:
            return token.end if self.possessed_by_ending(at) else token.base_end
        return token.start + head.ending.base if head is not None else token.end

    # --- names of closed sets, and words nobody knows ---------------------------------------------------------------------------

    def known_at(self, at: int, end: int) -> tuple[Known | None, int]:
        """The longest name of a closed set that begins here, and one past its last token."""
        token = self.tokens[at]
        if not token.capital:
            return None, at
        rows = self.lexicon.starts.get(self.bases[at])
        if rows is None:
            people = self.inflected_people(at)
            return people, at + 1 if people is not None else at
        for row in rows:
            size = len(row.words)
            if "bare" in row.flags and self.follows_state(at):
                continue
            if size == 1:
                return self.as_people(row, at), at + 1
            if at + size <= end and self.matches(row.words, at):
                return row, at + size
        return None, at

    def inflected_people(self, at: int) -> Known | None:
        """A people's name with endings and no apostrophe: "Filistinlilerin"."""
        base, memo = self.bases[at], self.lexicon.memo
        if base in memo:
            return memo[base]
        if len(memo) > _REMEMBERED:
            memo.clear()
        memo[base] = found = self.lexicon.people_with_endings(base)
        return found

    def follows_state(self, at: int) -> bool:
        """Does a state's name stand right before: "Rusya Güvenlik Konseyi" is not the one of the United Nations."""
        if at == 0 or self.tokens[at - 1].base_end != self.tokens[at - 1].end:
            return False
        return any(row.kind in ("state", "nation") for row in self.lexicon.starts.get(self.bases[at - 1], ()))

    def as_people(self, row: Known, at: int) -> Known:
        """"ABD'li" is a people's name though its base is the state's."""
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
            return "nom" if self.acc_as_possessed(head) else head.ending.case
        form = token.form
        if token.capital and form.pos != "PROPN":  # a name would take its case with an apostrophe
            return "nom"
        return form.case or "nom"

    def single(self, at: int, end: int) -> int:
        """A name of a closed set, a titled or unknown name, or a common word that only looked like one."""
        token = self.tokens[at]
        head = self.heads[at]
        if head is not None and head.bits & UNNAMED and at + 1 < end and self.tokens[at + 1].capital and not head.ending.plural:
            stop = self.name_end(at + 1, end)
            known, _ = self.known_at(at + 1, end)
            if stop > at + 1 and known is None:
                return self.unknown(at + 1, stop, head.stem)
        if head is not None and head.bits & UNNAMED and (not token.capital or self.opens(at)):
            return self.unnamed(at)
        if head is not None and token.capital and head.bits & (ORGAN | BODY) and head.ending.own == "3sg" and self.owner_in_brackets(at):
            self.phrases.append(self.body_of(at, at + 1))
            return at + 1
        if self.called_by_head(at, head, end):
            phrase = Phrase("body", at, at + 1, token.start, self.word_end(at), self.case_of(at))
            phrase.cue = "again"
            phrase.stem = head.stem
            self.phrases.append(phrase)
            return at + 1
        known, last = self.known_at(at, end)
        if known is not None and not (known.words[0] in self.lexicon.given and last == at + 1 and last < end and self.tokens[last].capital and not self.closes(at)):
            if known.kind == "body" and self.owner_in_brackets(at) is not None and self.heads[last - 1] is not None:
                self.phrases.append(self.body_of(at, last))
                return last
            phrase = self.phrase_of(known, at, last)
            while last < end and known.kind in ("place", "capital") and self.bases[last].split("-")[0] in self.lexicon.articles and "-" in self.bases[last]:
                last += 1
                phrase.last, phrase.end, phrase.case = last, self.tokens[last - 1].base_end, self.case_of(last - 1)
                phrase.words = (*phrase.words, self.bases[last - 1])
            self.phrases.append(phrase)
            return last
        if "-" in self.bases[at] and token.capital:
            pair = self.hyphenated(at)
            if pair is not None:
                self.phrases.append(pair)
                return at + 1
        base = self.bases[at].rstrip(".")
        titled = base in self.lexicon.titles or base in self.lexicon.callings or base in self.lexicon.kin
        if titled:
            k = self.skip_titles(at + 1, end)
            stop = self.name_end(k, end)
            if stop > k and self.tokens[k].capital:
                return self.unknown(k, stop, base)
            return at + 1
        if not token.capital or base in self.lexicon.peoples or (base in self.lexicon.openers and base not in self.lexicon.given):
            return at + 1
        if self.opens(at) and at + 1 < end and self.bases[at + 1] in self.lexicon.given and self.bases[at] not in self.lexicon.given and self.tokens[at + 1].capital:
            return at + 1
        stop = self.name_end(at, end)
        if stop > at and self.is_called_body(at):
            phrase = Phrase("body", at, stop, token.start, self.tokens[stop - 1].base_end, self.case_of(stop - 1))
            phrase.words, phrase.cue = tuple(self.bases[at:stop]), "called"
            self.phrases.append(phrase)
            return stop
        if stop > at and stop < end and self.tokens[stop].capital and (self.is_event(stop) or self.is_common(stop, at)):
            return stop + 1
        return self.unknown(at, stop, "") if stop > at else at + 1

    def is_called_body(self, at: int) -> bool:
        """"terör örgütü X", "petrol devi X": what it is stands before the name."""
        before = self.tokens[at - 1] if at else None
        return before is not None and before.low in self.lexicon.bodily and before.sentence == self.tokens[at].sentence

    def called_by_head(self, at: int, head: Head | None, end: int) -> bool:
        """"Bakanlık", "Komisyon" alone: a body named before is meant."""
        if head is None or not head.bits & (ORGAN | BODY) or head.ending.own or head.ending.plural or self.known_at(at, end)[0] is not None:
            return False
        return self.tokens[at].capital or head.stem == "bakanlık"

    def opens(self, at: int) -> bool:
        """Does this token open a sentence or a quotation, so that its capital says nothing?"""
        return at == 0 or self.tokens[at - 1].sentence != self.tokens[at].sentence or self.tokens[at - 1].kind == "punct"

    def unnamed(self, at: int) -> int:
        """A description that ends in "yetkili", "kaynaklar", ...: it takes the adjectives and names right before it."""
        begin, code = at, ""
        inner: list[Phrase] = []
        adjectives = self.lexicon.adjectives
        while begin > 0 and self.tokens[begin - 1].sentence == self.tokens[at].sentence:
            last = self.phrases[-1] if self.phrases else None
            if last is not None and last.last == begin and last.kind in ("state", "nation", "body") and last.case == "nom":
                code = code or last.code
                begin = last.first
                inner.append(self.phrases.pop())
            elif self.bases[begin - 1] in adjectives and self.tokens[begin - 1].quote == self.tokens[at].quote:
                begin -= 1
            else:
                break
        while begin < at and self.bases[begin] in ("bir", "iki", "çok") and begin + 1 < at and self.bases[begin + 1] in ("önde", "diğer"):
            begin += 1
        head = self.heads[at]
        if head is not None and head.stem in ("kaynak", "çevre", "otorite", "tanık") and (head.ending.own or not head.ending.plural) and not inner and begin == at:
            return at + 1
        if head is not None and head.stem == "çevre" and begin == at:
            return at + 1
        phrase = Phrase("unnamed", begin, at + 1, self.tokens[begin].start, self.word_end(at), self.case_of(at))
        phrase.code = code
        phrase.inner = inner
        if head is not None:
            phrase.stem, phrase.plural = head.stem, head.ending.plural
        self.phrases.append(phrase)
        return at + 1

    def unknown(self, first: int, stop: int, title: str) -> int:
        tokens = self.tokens
        phrase = Phrase("unknown", first, stop, tokens[first].start, tokens[stop - 1].base_end, self.case_of(stop - 1))
        phrase.words = tuple(self.bases[first:stop])
        phrase.title = title
        phrase.opens = self.opens(first)
        phrase.owner = self.owner_before(first)
        self.phrases.append(phrase)
        return stop

    def hyphenated(self, at: int) -> Phrase | None:
        """"Türkiye-Polonya": two states in one word."""
        token = self.tokens[at]
        rows = [self.lexicon.starts.get(part) for part in self.bases[at].split("-")]
        found = [next((r for r in row if len(r.words) == 1 and r.kind in ("state", "capital", "body")), None) if row else None for row in rows]
        if not found or any(f is None for f in found):
            return None
        phrase = Phrase("pair", at, at + 1, token.start, token.base_end, self.case_of(at))
        start = token.start
        for known, part in zip(found, self.bases[at].split("-"), strict=True):
            if known is not None:
                inner = Phrase(known.kind, at, at + 1, start, start + len(part), "nom")
                inner.known, inner.code, inner.words = known, known.state or "", known.words
                phrase.inner.append(inner)
            start += len(part) + 1
        return phrase
