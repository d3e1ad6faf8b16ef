"""Frames: predicates of the pack found in a sentence, and the arguments that stand around them.

One matcher for statements, positions, meetings and acts. A frame is an entry of the pack whose `says`
names the predicate by lemmas ("ifade et", "bir araya gel"): the last word is its head (a verb root, or a
noun for nominal predicates), the words before it match by lemma or as they stand. The morphology
finds them in any ending: finite, participle, converb, verbal noun, passive.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from mypy_extensions import i64, mypyc_attr

from tutanak.languages import word_list
from tutanak.mentions import nationality
from tutanak.mentions.model import Mention, Mentions, Person, State, Unnamed
from tutanak.spans import Span, stretch
from tutanak.text.casing import fold
from tutanak.text.layout import SETS, SIGNS, Form, Layout, Meant, Token

GAP: Final = frozenset((
    "da", "de", "dahi", "bile", "ise", "mi", "mı", "mu", "mü", "bir", "ki", "de,", "yeniden", "tekrar", "kez", "defa", "daha", "başarıyla", "hızla",
    "nı", "ni", "nu", "nü", "na", "yı", "yi", "yu", "yü",
))  # fmt: skip
LENGTHS_OF_TIME: Final = word_list("dates", "lengths")
CASES: Final = frozenset(("acc", "dat", "abl", "ins"))
PARTING: Final = frozenset(("dat", "abl", "ins", "loc"))
LEVELS: Final = frozenset(("düzey", "seviye"))
LONG_NAME: Final = 10  # words of one to whom it is done, with his office
WHEN: Final = frozenset(("önce", "sonra", "içinde", "önceki", "sonraki"))  # behind these it is when, not how long
TITLE: Final = 24  # words of a title in marks
BRACKETED: Final = 7  # words in brackets behind a name, with the brackets
LISTED: Final = 30  # words of a list of those by whom it is done
MARKS: Final = frozenset(("“", "”", '"', "‘", "’", "’’", "''", "«", "»"))  # of names and words; "'" may be an apostrophe
MANNER: Final = frozenset(("olarak", "şekilde", "biçimde"))  # "desteğimizi tam olarak | sürdürüyoruz"
WAYS: Final = frozenset(("ış", "iş", "uş", "üş"))
NOMINAL: Final = WAYS | {"ma", "me"}  # the endings of verbal nouns, which the morphology may give under their verb
CALLED: Final = frozenset(("olarak", "şeklinde", "diye"))  # behind what a thing is called ("“barbarlık” olarak", "“baskı” şeklinde")
JOIN: Final = frozenset(("ve", "ile", ",", "veya", "ya", "hem", "-", "–", "&"))
# the same as bits of a word (`Sets`): asked for at each word before each verb
PASSED: Final[i64] = SETS.of(GAP, MARKS)
MANNERS: Final[i64] = SETS.of(MANNER)
LASTING: Final[i64] = SETS.of(LENGTHS_OF_TIME)
LEFT_OUT: Final[i64] = PASSED | MANNERS | LASTING | SETS.of(("tarafından",))  # may stand between a frame's last word and its head


@mypyc_attr(acyclic=True)
class Frame:
    """An entry of the pack, ready to match. words: the lemmas before the head; wants: the entry itself; nominal: is the head a noun?

    meaning: what the kind of record that it fills reads from the entry, once.
    """

    __slots__ = ("head", "meaning", "nominal", "order", "passive", "rule", "voice", "wants", "words")

    def __init__(self, wants: dict[str, Any], rule: str, voice: str = "") -> None:
        *words, self.head = str(wants["says"]).split()
        self.words: tuple[str, ...] = tuple(words)
        self.rule = rule
        self.wants = wants
        self.meaning: Any = None
        self.voice = voice
        self.nominal = bool(wants.get("noun")) and not wants.get("verbal")
        self.passive = bool(wants.get("passive"))
        self.order = 2 * -len(words) + bool(voice)  # the longest first; of two as long that without a voice of its own


def root_of(verb: str) -> str:
    """The root of a causative verb as the pack writes it ("gerçekleştir": gerçekleş, "başlat": başla, "yükselt": yüksel), else ""."""
    if len(verb) > 5 and verb[-3:-2] in "dt" and verb[-2] in "ıiuü" and verb[-1] == "r":
        return verb[:-3]
    return verb[:-1] if len(verb) > 4 and verb[-1] == "t" and verb[-2] in "aeıioöuülr" else ""


@mypyc_attr(acyclic=True)
class Heads:
    """The frames of one head: bare ones, and the longer ones by the word right before the head, there in the same way by the word before that.

    verbal: those words that are verbal nouns ("değerlendirme"), which the morphology may give under their verb.
    """

    __slots__ = ("bare", "by_word", "verbal")

    def __init__(self) -> None:
        self.bare: list[Frame] = []
        self.by_word: dict[str, Heads] = {}
        self.verbal: tuple[str, ...] = ()

    def add(self, frame: Frame, left: int) -> None:
        """Add a frame of which `left` words stand before here."""
        if left == 0:
            self.bare.append(frame)
            return
        word = frame.words[left - 1]
        if word not in self.by_word:
            self.by_word[word] = Heads()
            if word[-2:] in NOMINAL:
                self.verbal += (word,)
        self.by_word[word].add(frame, left - 1)

    def before(self, layout: Layout, head: int, low: int, signs: int) -> list[Frame]:
        """The frames whose words may stand before token `head`, particles and adverbs between; signs: those of such words."""
        at = head - 1
        if at < low:
            return _NONE
        token = layout.tokens[at]
        if not SIGNS.on(token.word) & signs and not may_leave_out(token):
            return _NONE  # as nearly everywhere: neither one of their words, nor what may part it from the head
        found: list[Frame] = []
        self.search(layout, before_agent(layout, at, low), low, signs, found)
        return found

    def before_back(self, layout: Layout, high: int, low: int) -> list[Frame]:
        """The frames with "geri" right before the head whose other words may stand before token `high` ("askerlerini | X'ten geri çekti")."""
        heads, found = self.by_word.get("geri"), list[Frame]()
        if heads is not None:
            heads.search(layout, high - 1, low, 0, found)
        return found

    def search(self, layout: Layout, at: int, low: int, signs: int, found: list[Frame]) -> None:
        """Add the frames whose last word stands at token `at`, or before particles and adverbs that end there; signs: 0 for any word."""
        least = at - 6
        while at >= low and at > least:
            token = layout.tokens[at]
            if not signs or SIGNS.on(token.word) & signs:
                self.of_token(layout, token, low, found)
            if token.form.pos != "ADV" and not may_part(layout.tokens, at, ""):
                break
            at = behind_manner(layout.tokens, at, low) - 1

    def has_verbal(self, token: Token) -> bool:
        """Does the token tell several of one of the verbal nouns ("suçlamalar")?"""
        return any(form.number == "pl" for form in token.forms) and any(is_verbal(token, word) for word in self.verbal)

    def of_token(self, layout: Layout, token: Token, low: int, found: list[Frame]) -> None:
        """Add the frames whose last word the token is."""
        lemma = token.low
        self.of_word(layout, lemma, token.index, low, found)
        for form in token.forms:
            if form.lemma != lemma:  # most readings share one
                lemma = form.lemma
                self.of_word(layout, lemma, token.index, low, found)
        for word in self.verbal:
            if is_verbal(token, word):
                self.of_word(layout, word, token.index, low, found)

    def of_word(self, layout: Layout, word: str, at: int, low: int, found: list[Frame]) -> None:
        heads = self.by_word.get(word)
        if heads is not None:
            if heads.by_word:
                heads.search(layout, at - 1, low, 0, found)
            add_new(heads.bare, found)


def add_new(frames: list[Frame], found: list[Frame]) -> None:
    """Add those of the few frames that are not there yet."""
    for frame in frames:
        if frame not in found:
            found.append(frame)


_NONE: Final[list[Frame]] = []  # never added to


class Frames:
    """Frames by their head's lemma, the longest first; ahead: are their nouns looked for behind a participle too?
    parted: and before the one to whom it is done ("taziyelerini | X'e iletti")?

    sign: of words that may be a head. before: the signs of words that may stand right before one.
    """

    __slots__ = ("ahead", "before", "by_head", "parted", "sign")

    def __init__(self, frames: Iterable[Frame], ahead: bool = False, parted: bool = False) -> None:
        self.ahead = ahead
        self.parted = parted
        self.by_head: dict[str, Heads] = {}
        for frame in sorted(frames, key=lambda f: -len(f.words)):
            self.by_head.setdefault(frame.head, Heads()).add(frame, len(frame.words))
            root = "" if frame.wants.get("noun") else root_of(frame.head)
            if root:
                self.by_head.setdefault(root, Heads()).add(Frame(frame.wants, frame.rule, "caus"), len(frame.words))
        self.sign = SIGNS.of_words(self.by_head)
        self.before = self._signs_before()

    def _signs_before(self) -> int:
        words = {word for heads in self.by_head.values() for word in heads.by_word}
        verbal = {word for heads in self.by_head.values() for word in heads.verbal}
        return SIGNS.of_words(words, words) | SIGNS.of_starts(verbal)

    def may_head(self, token: Token) -> bool:
        """May the word be the head of any frame?"""
        return SIGNS.on(token.word) & self.sign != 0


@mypyc_attr(acyclic=True)
class Predicate:
    """A frame found: tokens [first, last) are its words, `head` the index of its last word, `form` how that reads.

    reach: index of the noun behind a participle ("düzenlediği saldırı"), else `head`.
    begins: index of the noun that its object parts from the verb ("taziyelerini | X'e iletti"), else `first`.
    """

    __slots__ = ("begins", "first", "form", "frame", "head", "last", "reach")

    def __init__(self, frame: Frame, first: int, head: int, form: Form, reach: int = -1, begins: int = -1) -> None:
        self.frame = frame
        self.begins = begins if begins >= 0 else first
        self.first = first
        self.head = head
        self.last = head + 1
        self.form = form
        self.reach = max(head, reach)

    @property
    def finite(self) -> bool:
        return self.form.verb_form == "finite"

    @property
    def participle(self) -> bool:
        return self.form.verb_form == "participle"

    @property
    def converb(self) -> bool:
        return self.form.verb_form == "converb"

    @property
    def passive(self) -> bool:
        return self.frame.passive or "pass" in self.form.voice

    def span(self, layout: Layout) -> Span:
        return stretch(layout.tokens[self.begins].start, layout.tokens[self.reach].end)

    def __repr__(self) -> str:
        return f"<{self.frame.rule} {self.first}-{self.head} {self.form!r}>"


def has_lemma(token: Token, word: str) -> bool:
    """Does a nominal reading of the token have this lemma, or does it stand there just so?"""
    if token.low == word:
        return True
    for form in token.forms:
        if form.lemma == word and not form.verb_form and (form.possessive != "2sg" or form.case != "nom"):  # "baskın" is no "baskı"
            return True
    return token.low.startswith(word) and word[-2:] in NOMINAL and is_verbal(token, word)


def is_verbal(token: Token, word: str) -> bool:
    """Is the token a form of a verbal noun ("açıklamasını", "uçuşlarını"), not the negative verb that begins like it ("açıklamayacağını")?"""
    if not token.low.startswith(word):
        return False
    if word[-2:] in WAYS:
        return any(form.suffix == "is" and form.verb_form for form in token.forms)
    return token.low != word and not token.form.negative and not token.low.startswith(word + "z")


def may_part(tokens: list[Token], at: int, word: str) -> bool:
    """May the token stand between the words of a frame: a particle, a manner, how long, or an adverb that is not the wanted word itself."""
    token = tokens[at]
    sets = SETS.on(token.word)
    if sets & PASSED or (sets & MANNERS and is_manner(tokens, at)):
        return True
    pos = token.form.pos
    if (sets & LASTING or pos == "NUM") and is_lasting(tokens, at):
        return True
    return pos == "ADV" and not has_lemma(token, word)


def is_lasting(tokens: list[Token], at: int) -> bool:
    """Is it of the words that tell how long ("yaptırımları | 6 ay, bir yıl daha | uzattı")?"""
    token = tokens[at]
    if token.low in LENGTHS_OF_TIME:
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return at > 0 and after not in WHEN and (tokens[at - 1].form.pos == "NUM" or tokens[at - 1].low == "bir")
    return token.form.pos == "NUM" and at + 1 < len(tokens) and tokens[at + 1].low in LENGTHS_OF_TIME


def may_leave_out(token: Token) -> bool:
    """May the token part a frame's last word from its head (`may_part`), or end an agent there (`before_agent`)? Most do not."""
    return SETS.on(token.word) & LEFT_OUT != 0 or token.form.pos in ("ADV", "NUM") or (token.capital and token.form.case == "abl")


def before_agent(layout: Layout, at: int, low: int) -> int:
    """The token before "X tarafından" where that ends at token `at`, else `at` ("yaptırımlar | X tarafından kaldırıldı")."""
    if at <= low:
        return at
    token = layout.tokens[at]
    if token.capital and token.form.case == "abl" and layout.tokens[at + 1].form.lemma == "gel":
        return before_name(layout, at, low)
    if token.low != "tarafından":
        return at
    first = at - 1
    while first > low and (layout.tokens[first].capital or layout.tokens[first].low in ("ve", ",")) and at - first < LISTED:
        first -= 1
    return first


def before_name(layout: Layout, at: int, low: int) -> int:
    """The token before the name that ends at token `at` ("tepki | Dışişleri Bakanı X'ten (geldi)")."""
    first = at
    while first > low and layout.tokens[first].capital and at - first < LISTED:
        first -= 1
    return first


def behind_manner(tokens: list[Token], at: int, low: int) -> int:
    """Where the words of a manner begin that end at token `at` ("tam olarak", "net bir şekilde"); any other token is its own beginning."""
    if not is_manner(tokens, at) or at - 2 < low:
        return at
    return at - 1 if tokens[at].low == "olarak" else at - 2


def is_manner(tokens: list[Token], at: int) -> bool:
    return tokens[at].low in MANNER and (tokens[at].low == "olarak" or tokens[at - 1].low == "bir")


def words_before(layout: Layout, words: tuple[str, ...], head: int, low: int) -> int:
    """Index of the first of `words` when they stand right before `head` (particles may come between), else -1."""
    at = before_agent(layout, head - 1, low) + 1 if words else head
    for word in reversed(words):
        at -= 1
        while at >= low and at > head - 6 and may_part(layout.tokens, at, word) and word not in GAP and word not in MANNER:
            at = behind_manner(layout.tokens, at, low) - 1
        if at < low or not has_lemma(layout.tokens[at], word):
            return -1
    return at


def head_form(token: Token, lemma: str, nominal: bool) -> Form | None:
    """The reading under which the token is the head of a frame: verbal, or nominal where the frame is."""
    for rank, form in enumerate(token.forms):
        if form.lemma != lemma or bool(form.verb_form) == nominal:
            continue
        if rank == 0 or (nominal and nominal_beside(form, token.form)) or (form.verb_form and len(token.text) > 3 and not like_noun(form)):
            return form
    return None


def like_noun(form: Form) -> bool:
    """Has the verb form the look of a noun ("suçlar"), so that it counts only where it is the likeliest?"""
    return form.tense == "imp" or form.suffix == "ar"


def nominal_beside(form: Form, likeliest: Form) -> bool:
    """May a nominal reading stand beside the likeliest one: it is a predicate, or differs from it in the word alone."""
    return bool(form.copula) or (not likeliest.verb_form and form.case == likeliest.case and form.possessive == likeliest.possessive)


def match_at(layout: Layout, frames: Frames, at: int, low: int) -> Predicate | None:
    """The longest frame whose head is token `at`, its words not before token `low`."""
    token = layout.tokens[at]
    if not frames.may_head(token):
        return None
    for form in token.forms:
        heads = frames.by_head.get(form.lemma)
        if heads is None or (form.verb_form and token.form.pos == "ADP"):
            continue  # "karar uyarınca": a postposition, no "uyar"
        if heads.by_word:
            longer = heads.before(layout, at - stood_for(form), low, frames.before)
            for frame in ordered(longer) if longer else longer:
                predicate = matched(layout, frame, token, form.lemma, low)
                if predicate is not None:
                    return predicate
        for frame in heads.bare:
            predicate = matched(layout, frame, token, form.lemma, low)
            if predicate is not None:
                return predicate
    return None


def match_parted(layout: Layout, frames: Frames, at: int, low: int) -> Predicate | None:
    """The frame whose verb is token `at` and whose noun, an object, stands before him to whom it is done ("askerlerini | X'ten (geri) çekti")."""
    tokens = layout.tokens
    heads = frames.by_head.get(tokens[at].form.lemma)
    if heads is None or not heads.by_word or not tokens[at].form.verb_form or at - 3 < low:
        return None
    back = tokens[at - 1].low == "geri"
    parting = tokens[at - 1 - back]
    case = parting_case(parting)
    amount = parting.form.pos == "NUM" and not case  # "hacmini | yüzde 20 artırdı"
    begins = phrase_begins(tokens, at - back, low) if case or amount else -1
    reached = (case == "dat" or amount) and begins >= 0 and not any(t.capital for t in tokens[begins:at])
    if begins < 0:
        return None
    found = heads.before_back(layout, begins, low) if back else heads.before(layout, begins, low, frames.before)
    for frame in ordered(found) if found else found:
        words, form = frame.words[: len(frame.words) - back], head_form(tokens[at], tokens[at].form.lemma, frame.nominal)
        fits = bool(frame.wants.get("amount")) if reached else case in frame.wants.get("to", ())
        if form is None or not words or not fits or (frame.voice and frame.voice not in form.voice):
            continue
        first = words_before(layout, words, begins, low)
        if first >= 0:
            return Predicate(frame, at - back, at, form, begins=first)
    return None


def parting_case(token: Token) -> str:
    """The case in which one stands who parts an object from its verb, if the token ends such a phrase, else ""."""
    if token.low == "ile":
        return "ins"
    return token.form.case if token.form.case in PARTING and not token.form.verb_form else ""


def phrase_begins(tokens: list[Token], high: int, low: int) -> int:
    """Where the phrase with a name in it begins that ends before token `high`, an object right before it ("yardımı | X halkına"), else -1.

    An amount or a level is no name, but may be reached ("hacmini | 10 milyar dolara").
    """
    named = tokens[high - 1].capital or tokens[high - 1].form.lemma in LEVELS
    for at in range(high - 2, max(low, high - LONG_NAME) - 1, -1):
        token = tokens[at]
        if not token.capital and any(f.case == "acc" and f.pos == "NOUN" and not f.verb_form for f in token.forms[:2]):
            return at + 1 if named else -1
        number = token.form.pos == "NUM" or token.kind == "number" or token.form.case == "abl"
        if not number and (token.kind != "word" or token.form.verb_form or not (token.capital or token.form.case in ("nom", "gen", ""))):
            return -1
        named = named or token.capital or token.form.pos == "NUM"
    return -1


LIGHT: Final = frozenset(("et", "ol"))


def noun_begins(layout: Layout, at: int) -> int:
    """Where that begins which the participle at token `at` tells of: behind another joined to it ("imzalanan | ve … belirleyen (anlaşma)")."""
    tokens = layout.tokens
    if at + 2 >= len(tokens):
        return at + 1
    if tokens[at + 1].text in MARKS:
        return at + 2  # "imzalanan “… Muhtırası”"
    if tokens[at + 1].low != "ve":
        return at + 1
    for token in tokens[at + 2 : at + 12]:
        if token.form.verb_form == "participle" and token.form.suffix == "an" and token.index + 1 < len(tokens):
            return token.index + 1
        if token.kind == "punct" or token.form.verb_form:
            break
    return at + 1


def follows_in(layout: Layout, at: int, quote: int) -> bool:
    """Do more words stand in the marks behind token `at`?"""
    tokens = layout.tokens
    return at + 1 < len(tokens) and tokens[at + 1].quote == quote and tokens[at + 1].text not in MARKS


def match_ahead(layout: Layout, frames: Frames, at: int) -> Predicate | None:
    """The frame whose verb is the participle at token `at` and whose noun stands behind it ("düzenlediği hava saldırısı")."""
    token = layout.tokens[at]
    if token.form.verb_form != "participle":
        return None
    heads = frames.by_head.get(token.form.lemma)
    if heads is None or not heads.by_word or token.form.lemma in LIGHT:
        return None  # "devam eden müzakereler"
    begins = noun_begins(layout, at)
    title = layout.tokens[begins].quote if layout.tokens[begins - 1].text in MARKS else -1
    for behind in layout.tokens[begins : begins + (TITLE if title >= 0 else 5)]:
        if behind.text in MARKS or (behind.quote >= 0 and behind.quote == title and follows_in(layout, behind.index, title)):
            continue
        if behind.form.suffix == "ma" and behind.form.case == "nom" and not behind.form.possessive:
            continue  # "gönderilen | kurtarma ekibi"
        other = behind.speech != token.speech and (title < 0 or behind.quote != title)
        if other or behind.kind != "word" or behind.form.pos == "CCONJ":
            return None
        longer: list[Frame] = []
        heads.of_token(layout, behind, at + 1, longer)
        if behind.form.verb_form and not heads.has_verbal(behind):
            return None
        for frame in longer:
            if frame.voice in token.form.voice and words_before(layout, frame.words, behind.index + 1, at + 1) >= 0:
                return Predicate(frame, at, at, token.form, behind.index)
        if behind.form.case not in ("", "nom", "gen") and not behind.form.suffix:
            return None
    return None


def ordered(frames: list[Frame]) -> list[Frame]:
    """Those few frames in order, each put before the ones that come after it."""
    for at in range(1, len(frames)):
        frame = frames[at]
        while at > 0 and frames[at - 1].order > frame.order:
            frames[at] = frames[at - 1]
            at -= 1
        frames[at] = frame
    return frames


def matched(layout: Layout, frame: Frame, token: Token, lemma: str, low: int) -> Predicate | None:
    found = head_form(token, lemma, frame.nominal)
    if found is None or (frame.voice and frame.voice not in found.voice):
        return None
    first = words_before(layout, frame.words, token.index - stood_for(found), low)
    return Predicate(frame, first, token.index, found) if first >= 0 else None


def stood_for(form: Form) -> int:
    """How many words before it belong to a form that stands for one ("beyan etti" for "açıkladı": 1)."""
    return form.back if isinstance(form, Meant) else 0


def predicates(layout: Layout, frames: Frames, first: int, last: int, quote: int = -1) -> list[Predicate]:
    """Predicates among tokens [first, last) that stand in quotation `quote` (-1: outside all), in order."""
    found: list[Predicate] = []
    for at in layout.bearing_among(frames.sign, first, last):
        token = layout.tokens[at]
        if token.quote == quote and token.kind == "word":
            predicate = match_at(layout, frames, at, first)
            if predicate is not None:
                found.append(predicate)
    return found


@mypyc_attr(acyclic=True)
class Arguments:
    """Who stands around a predicate, by role; each list nearest first, joint names ("A ve B") in text order.

    subject: nominative actors; by_case: other cases; partners: "X ile", "X'le"; agents: "X tarafından", "X'ce";
    modified: the noun phrase that a participle stands before ("…diyen Putin").
    """

    __slots__ = ("agents", "by_case", "modified", "partners", "subject")

    def __init__(self) -> None:
        self.subject: list[Mention] = []
        self.by_case: dict[str, list[Mention]] = {}
        self.partners: list[Mention] = []
        self.agents: list[Mention] = []
        self.modified: list[Mention] = []


def joined(layout: Layout, mentions: Mentions, mention: Mention, low: int) -> list[Mention]:
    """The mention and those joined to it before ("A, B ve C"), in text order."""
    chain = [mention]
    while True:
        at = front_of(layout, mentions, chain[0]) - 1
        if at <= low or layout.tokens[at].low not in ("ve", ",", "veya"):
            return chain
        before = mentions.at(at - 1)
        if before is None or before.last != at or before.first < low or before.case != "nom" or not before.actor:
            return chain
        if layout.tokens[at].low == "," and len(chain) == 1:
            return chain
        chain.insert(0, before)


def conjunct(layout: Layout, mentions: Mentions, mention: Mention) -> Mention | None:
    """The mention coordinated to this one by "ve", or by a comma in a list that a "ve" closes ("A, B ve C")."""
    at = mention.last
    if at + 1 >= len(layout.tokens) or layout.tokens[at].low not in ("ve", "veya", ",", "("):  # a bracket with its acronym comes first
        return None
    if mention not in mentions.joined:
        mentions.joined[mention] = conjunct_of(layout, mentions, mention)
    return mentions.joined[mention]


def conjunct_of(layout: Layout, mentions: Mentions, mention: Mention) -> Mention | None:
    at = past_bracketed(layout, mention.last)
    if at + 1 >= len(layout.tokens) or layout.tokens[at].low not in ("ve", "veya", ",") or (at > mention.last and layout.tokens[at].low == ","):
        return None
    after = mentions.at(at + 1)
    if after is None or after.first != at + 1 or mention.case != "nom":
        return None
    after = officer_of(layout, mentions, after) or owned_by(layout, mentions, after) or after
    if layout.tokens[at].low == ",":
        if mention.first > 1 and layout.tokens[mention.first - 1].low == "ve" and mentions.at(mention.first - 2) is not None:
            return None  # "A ve B, C ve D arasında …": the first list is closed
        if isinstance(mention.entity, Person) != isinstance(after.entity, Person):
            return None  # "Görüşmede X, Türkiye ve Kenya ile …": who speaks, then with whom
        first = layout.sentences[layout.tokens[at].sentence].first
        opens = opens_with(layout, first, mention) or is_host(layout, mentions, first, mention, after)
        if conjunct(layout, mentions, after) is None or (opens and not listed(layout, mention, chain_end(layout, mentions, after))):
            return None
    return after


def officer_of(layout: Layout, mentions: Mentions, mention: Mention) -> Mention | None:
    """Who is named behind his state or body and its acronym in brackets ("Kuzey Kıbrıs Türk Cumhuriyeti (KKTC) | Başbakanı X")."""
    at = past_bracketed(layout, mention.last)
    found = mentions.at(at) if at > mention.last and mention.case == "nom" and not isinstance(mention.entity, Person) else None
    return found if found is not None and found.first == at and isinstance(found.entity, Person) else None


def past_bracketed(layout: Layout, at: int) -> int:
    """Past an acronym in brackets at token `at` ("Birleşmiş Milletler | (BM) ve …"), else `at`."""
    tokens = layout.tokens
    return at + 3 if at + 3 < len(tokens) and tokens[at].text == "(" and tokens[at + 2].text == ")" else at


def before_acronym(layout: Layout, at: int) -> int:
    """The last word before an acronym in brackets that ends at token `at`, else `at`."""
    tokens = layout.tokens
    return at - 3 if at >= 3 and tokens[at].text == ")" and tokens[at - 2].text == "(" else at


SENT: Final = word_list("actors", "sent")


def owner_of(layout: Layout, mentions: Mentions, mention: Mention) -> Mention | None:
    """Who owns the office of the person named behind it ("Bakken'in | özel temsilcisi X", "Warsame rejiminin | Dışişleri Bakanı Y")."""
    at = mention.first - 1
    if at < 0 or not isinstance(mention.entity, Person) or mention.case == "acc" or layout.tokens[at].form.case != "gen":
        return None
    if layout.tokens[mention.first].start == mention.span.start:
        return None  # "Kaya'nın Petrov ile": no office between
    regime = at > 0 and mentions.at(at) is None and layout.tokens[at].form.possessive == "3sg"
    owner = mentions.at(at - 1 if regime else at)
    if owner is not None and is_of_other_state(owner, mention.entity):
        return None
    return owner if owner is not None and owner.case == ("nom" if regime else "gen") and owner.entity is not mention.entity else None


def is_of_other_state(owner: Mention, officer: Person) -> bool:
    """Are they officers of two states, of whom neither is the other's ("Kaya'nın ABD Başkanı Carter ile"), not whose envoy one is?"""
    states = {owner.entity.state, officer.state} if isinstance(owner.entity, Person) else set()
    return len(states - {None}) > 1 and not any(word in fold(officer.office or "") for word in SENT)


def front_of(layout: Layout, mentions: Mentions, mention: Mention) -> int:
    """The first token of a name, with the owner of its office."""
    return (owner_of(layout, mentions, mention) or mention).first


def owned_by(layout: Layout, mentions: Mentions, owner: Mention) -> Mention | None:
    """The person whose office this one owns."""
    for at in (owner.last, owner.last + 1):
        owned = mentions.at(at) if at < len(layout.tokens) else None
        if owned is not None and owned.first == at:
            return owned if owner_of(layout, mentions, owned) is owner else None
    return None


def opens_with(layout: Layout, first: int, mention: Mention) -> bool:
    """Does the name open the sentence, whose it is aside ("ABD'li | X gazetesi, …")?"""
    return mention.first == first or (mention.first == first + 1 and layout.tokens[first].capital and layout.tokens[first].form.pos == "ADJ")


def is_host(layout: Layout, mentions: Mentions, first: int, mention: Mention, after: Mention) -> bool:
    """Is he the first told of, by his office alone, and the next by his state too ("Dün Bakan A, | Çad Bakanı B ve Mali Bakanı C'yi")?"""
    if not isinstance(mention.entity, Person) or any(m.actor for m in mentions.within(first, mention.first)):
        return False
    own, other = layout.tokens[mention.first], layout.tokens[after.first]
    by_office = mention.last - mention.first > 2 and nationality(own) is None and nationality(other) is not None
    return by_office and chain_end(layout, mentions, after).case == "acc"


def listed(layout: Layout, first: Mention, last: Mention) -> bool:
    """Does a list that opens the sentence end as a subject does ("A, B ve C, …"), or stand before what is between them all?"""
    if last.case != "nom" or last.last >= len(layout.tokens):
        return False
    states = isinstance(first.entity, State) and isinstance(last.entity, State)
    return layout.tokens[last.last].low in (",", "ise", "da", "de") or (states and parts_them(layout, last.last))


def parts_them(layout: Layout, at: int) -> bool:
    """Does what has come about between states stand at token `at` ("A, B ve C | arasında imzalanan …", "| arasındaki …")?"""
    after = layout.tokens[at + 1].form if at + 1 < len(layout.tokens) else None
    made = after is not None and after.verb_form == "participle" and after.suffix == "an" and after.passive
    return layout.tokens[at].low == "arasındaki" or (layout.tokens[at].low == "arasında" and made)


def chain_start(layout: Layout, mentions: Mentions, mention: Mention) -> Mention:
    """The first of the names coordinated up to this one ("A, B ve C’nin": A of C)."""
    while mention.first > 1:
        first = front_of(layout, mentions, mention)
        before = mentions.at(before_acronym(layout, first - 2)) if first > 1 else None
        if before is None or conjunct(layout, mentions, before) is not mention:
            break
        mention = before
    return mention


def chain_end(layout: Layout, mentions: Mentions, mention: Mention) -> Mention:
    """The last of the names coordinated from this one on: it carries the ending of all."""
    for _ in range(40):
        after = conjunct(layout, mentions, mention)
        if after is None:
            break
        mention = after
    return mention


def role(layout: Layout, mentions: Mentions, mention: Mention) -> str:
    """The role its ending, or the word after it, gives a mention: a case, "partner", "agent" or "modifier"."""
    found = mentions.roles.get(mention)
    if found is None:
        found = mentions.roles[mention] = role_of(layout, mentions, mention)
    return found


ON_BEHALF: Final = frozenset(("adına", "namına"))


def role_of(layout: Layout, mentions: Mentions, mention: Mention) -> str:
    if mention.first > 0 and layout.tokens[mention.first - 1].text == "(":
        return "modifier"  # an acronym behind its name
    last = chain_end(layout, mentions, mention)
    after = word_after(layout, last.last)
    if last.case in PLAIN_ROLES:
        return PLAIN_ROLES[last.case]
    if after is None or after.speech != layout.tokens[last.first].speech:
        return last.case
    if last.case in ("nom", "gen") and after.form.lemma in ("taraf", "tarafından"):
        return "agent"
    if last.case == "nom" and after.low in ("ile", "ila", "arasında", "arasındaki", "ortasında", "ortasındaki"):
        return "partner"
    if last.case in ("nom", "gen") and after.low in ON_BEHALF:
        return "modifier"  # "X adına konuşan Y": X does nothing himself
    unnamed = last.kind == "description" and last.case == "nom" and after.text == ","  # "Moskova, Ankara ve Tahran'la" are not
    if unnamed and last.first > layout.sentences[after.sentence].first and is_listed_with(layout, after.index):
        return "partner"
    shared = with_his_own(layout, mentions, last)
    if shared:
        return shared
    return "modifier" if last.case == "nom" and is_modifier(layout, mention, last, after) else last.case


def is_listed_with(layout: Layout, comma: int) -> bool:
    """Does a list go on behind the comma that ends in those with whom something is done ("hastanelerin | yetkililer, polis ve hekimlerle")?"""
    joined = False
    for token in layout.tokens[comma + 1 : comma + 8]:
        if token.low == "ve":
            joined = True
        elif token.kind != "word" or token.capital or token.form.verb_form or token.form.case not in ("nom", "", "ins"):
            return False  # "Fidan, | Barrot ve Wadephul ile": names behind a subject
        elif token.form.case == "ins":
            return joined
    return False


def word_after(layout: Layout, at: int) -> Token | None:
    """The token at `at`; behind a few words in brackets there, the one after them ("Avrupa Birliği (AB) | üyesi", "Çad (5+1 ülkeleri) | ile")."""
    tokens = layout.tokens
    if at < len(tokens) and tokens[at].text == "(":
        close = next((t.index for t in tokens[at : at + BRACKETED] if t.text == ")"), -1)
        at = close + 1 if close > 0 else at
    return tokens[at] if at < len(tokens) else None


def is_modifier(layout: Layout, mention: Mention, last: Mention, after: Token) -> bool:
    """Is a name in the nominative no subject: the first part of a compound, governed by the word after it, or told of another?"""
    if any(form.pos == "PRON" and form.case in CASES for form in after.forms):
        return False  # "X | bizi tehdit ediyor"
    return modifies(last, after) or after.low in GOVERN or is_included(layout, after) or is_predicate(layout, mention, last.last)


def is_included(layout: Layout, after: Token) -> bool:
    """Is the name before only counted in ("Kenya [da] dahil her taraf")?"""
    return after.low in ("da", "de") and after.index + 1 < len(layout.tokens) and layout.tokens[after.index + 1].low in ("dahil", "dâhil")


def with_his_own(layout: Layout, mentions: Mentions, last: Mention) -> str:
    """The role that a name shares with a common noun behind "ve" ("Bakken ve ailesine": dative, "Hamas ve Filistinli grupların"), else nothing."""
    tokens, at = layout.tokens, last.last + 1
    if last.case != "nom" or at >= len(tokens) or tokens[last.last].low != "ve" or is_kin_named(mentions, at):
        return ""
    if not tokens[at].capital and not tokens[at].form.verb_form and tokens[at].form.possessive.startswith("3"):
        leads = tokens[at].form.suffix == "ki" and tokens[at].form.case in ("loc", "nom", "") and at + 1 < len(tokens)
        own = led_by_him(tokens, at + 1) if leads else tokens[at]  # "ve beraberindeki heyet", "ve beraberindekilerle"
        if own.form.case == "nom" and own.index + 1 < len(tokens) and tokens[own.index + 1].low == "ile":
            return "partner"  # "ve beraberindeki heyet ile"
        return PLAIN_ROLES.get(own.form.case, own.form.case)
    return case_of_group(tokens[at : at + 4], mentions, OBLIQUE) or case_of_unknown(tokens[at], mentions)


def case_of_unknown(token: Token, mentions: Mentions) -> str:
    """The case of a name that is nobody's, which the name before "ve" shares ("Kenya ve [Avrupa'ya]"), else nothing."""
    named = token.capital and token.base_end < token.end and mentions.at(token.index) is None
    return token.form.case if named and token.form.case in OBLIQUE and not token.form.verb_form else ""


def led_by_him(tokens: list[Token], at: int) -> Token:
    """Those who came with somebody, behind their attributes ("beraberindeki | Hamas heyeti")."""
    return next((t for t in tokens[at : at + 4] if t.form.lemma in TEAMS), tokens[at])


def is_kin_named(mentions: Mentions, at: int) -> bool:
    """Is it by a word of kin that the next one is told ("ve | eşi X")?"""
    after = mentions.at(at + 1) if mentions.at(at) is None else None
    return after is not None and after.first == at + 1 and after.kind == "name" and isinstance(after.entity, Person)


def goes_with_group(layout: Layout, mentions: Mentions, mention: Mention) -> bool:
    """Does a name share the instrumental of a group behind "ve" ("NATO ve üye devletleriyle"), and so is no subject?"""
    at = mention.last + 1
    if mention.case != "nom" or at >= len(layout.tokens) or layout.tokens[at - 1].low != "ve":
        return False
    return case_of_group(layout.tokens[at : at + 4], mentions, INSTRUMENTAL) != ""


def case_of_group(tokens: list[Token], mentions: Mentions, cases: frozenset[str]) -> str:
    """The one of these cases in which a group without a name ends ("Filistinli grupların"), else nothing."""
    for token in tokens:
        form = token.form
        if token.kind != "word" or form.verb_form or mentions.at(token.index) is not None or form.pos in ("ADV", "ADP", "PRON", "CCONJ"):
            return ""
        if form.case in cases:
            return form.case if form.pos == "NOUN" and not token.capital else ""
        if form.possessive:
            return ""
    return ""


TEAMS: Final = word_list("actors", "teams")
OBLIQUE: Final = frozenset(("dat", "acc", "gen", "abl", "loc"))
INSTRUMENTAL: Final = frozenset(("ins",))

# The role that an ending gives by itself: "Putin'le", "yetkililerce".
PLAIN_ROLES: Final = {"ins": "partner", "equ": "agent"}

# Words that govern the name before them ("… ve Katar olmak üzere sekiz ülke", "ABD merkezli şirket", "Shell gibi şirketler").
GOVERN: Final = frozenset((
    "gibi", "kadar", "dahil", "hariç", "olmak", "hakkında", "hakkındaki", "merkezli",
    "destekli", "kökenli", "asıllı", "doğumlu", "çıkışlı", "bağlantılı", "bandıralı", "yanlısı", "karşıtı",
))  # fmt: skip


def is_governed(layout: Layout, mentions: Mentions, mention: Mention) -> bool:
    """Does such a word stand behind the name, or behind those listed with it?"""
    at = chain_end(layout, mentions, mention).last
    return at < len(layout.tokens) and layout.tokens[at].low in GOVERN


def is_predicate(layout: Layout, mention: Mention, at: int) -> bool:
    """Is an office told of somebody ("Komutan olarak atadığı …", "Başkanı da olan …"): as whom, not who?"""
    if mention.kind not in ("office", "description"):
        return False
    words = [t.low for t in layout.tokens[at : at + 2]]
    return words[:1] in (["olarak"], ["olan"]) or (words[:1] in (["da"], ["de"]) and words[1:] == ["olan"])


OWN_SPEECH: Final = word_list("reporting", "own_speech")


ADHERENTS: Final = word_list("actors", "adherents")


def modifies(mention: Mention, after: Token) -> bool:
    """Is the name the first part of a noun compound ("Türkiye ekonomisi", "AB üyeliği")?"""
    form = after.form
    if mention.kind == "name" and isinstance(mention.entity, Person):
        return form.lemma in ADHERENTS and bool(form.possessive)
    return after.kind == "word" and form.pos == "NOUN" and form.possessive in ("3sg", "3pl") and form.lemma not in OWN_SPEECH and not form.verb_form


def heads_compound(layout: Layout, last: Mention) -> bool:
    """Does a state's or a body's name begin a compound with adjectives inside ("İsrail askeri araçları")?"""
    if isinstance(last.entity, (Person, Unnamed)):
        return False
    after = word_after(layout, last.last)
    first = after.index if after is not None else last.last
    if isinstance(last.entity, State) and tells_kind(layout, first):
        return True
    for token in layout.tokens[first : first + 3]:
        form = token.form
        if token.kind != "word" or token.capital or form.verb_form:
            return False
        if form.pos != "ADJ" and token.low not in ("üst", "düzey"):  # "üst düzey yetkililerinden"
            owned = token.forms if form.case == "acc" else (form,)  # "raportörleri" reads as an accusative first
            return token.index > first and form.pos == "NOUN" and any(f.possessive in ("3sg", "3pl") for f in owned) and form.lemma not in OWN_SPEECH
    return False


def tells_kind(layout: Layout, at: int) -> bool:
    """Does a common noun with its kind stand at token `at`, before the name of what it is ("Kenya | savunma şirketi Ravel")?"""
    words = layout.tokens[at : at + 3]
    if len(words) < 3 or any(t.kind != "word" or t.capital or t.form.pos != "NOUN" or t.form.verb_form or t.form.case != "nom" for t in words[:2]):
        return False
    return not words[0].form.possessive and words[1].form.possessive == "3sg" and words[2].kind == "word" and words[2].capital


def arguments(layout: Layout, mentions: Mentions, predicate: Predicate, low: int, high: int) -> Arguments:
    """The arguments of a predicate among tokens [low, high); quotations are passed over."""
    found = Arguments()
    quote = layout.tokens[predicate.head].quote
    for mention in reversed(mentions.within(low, predicate.first)):
        if mention.last > predicate.first or layout.tokens[mention.first].quote != quote:
            continue
        place(layout, mentions, mention, low, found)
    if predicate.participle:
        found.modified = modified(layout, mentions, predicate.last, high)
    return found


def place(layout: Layout, mentions: Mentions, mention: Mention, low: int, found: Arguments) -> None:
    part = role(layout, mentions, mention)
    if part == "agent":
        found.agents.append(mention)
    elif part == "partner":
        found.partners.append(mention)
    elif part == "modifier":
        return
    elif part != "nom":
        found.by_case.setdefault(part, []).append(mention)
    elif mention.actor and (not found.subject or takes_over(layout, mention, found.subject[-1])) and not goes_with_group(layout, mentions, mention):
        found.subject = joined(layout, mentions, mention, low)


def takes_over(layout: Layout, mention: Mention, nearer: Mention) -> bool:
    """Is a name that "ise" sets off the subject, before a nearer one that nothing does?"""
    return layout.tokens[mention.last].low == "ise" and layout.tokens[nearer.last].low not in (",", "ise", "da", "de")


def modified(layout: Layout, mentions: Mentions, at: int, high: int) -> list[Mention]:
    """The actors of the noun phrase that begins at token `at` ("… Putin", "A ve B")."""
    quote = layout.tokens[at - 1].speech
    high = min(high, len(layout.tokens))
    for mention in mentions.within(at, min(at + 8, high)):
        between = layout.tokens[at : mention.first]
        if any(t.speech != quote or t.low in (",", ";", ":") or t.form.verb_form == "finite" for t in between):
            return []
        if not mention.actor or is_origin(layout, mentions, mention, high) or is_governed(layout, mentions, mention):
            continue
        if is_anothers(mention, between) or is_set_elsewhere(between) or is_within_clause(between):
            return []
        mention = his_officer(mentions, mention)
        return [mention, *followers(layout, mentions, mention, high)]
    return []


def is_anothers(mention: Mention, between: list[Token]) -> bool:
    """Does the phrase end before the name ("tanıyan ülkelere | X'in katılması", "öngören plana rağmen | X'in …", "diyen X'e | Y destek verdi")?"""
    last = next((t for t in reversed(between) if t.form.pos != "ADP"), None)
    if last is None or last.kind != "word":
        return False
    if mention.case == "gen" and last.form.case in ("dat", "acc", "loc", "abl"):
        return True
    if last is between[0] and last.base_end < last.end and last.form.case in ("dat", "acc", "ins"):
        return True
    if last.form.pos != "NOUN" or last.capital or not (last.form.possessive.startswith("3") and any(t.form.case == "gen" for t in between[:-1])):
        return False
    return last.form.case in ("dat", "acc", "ins") or (last.form.case == "nom" and mention.case != "nom")  # "diyen X'in sözleri | Y'yi kızdırdı"


def is_set_elsewhere(between: list[Token]) -> bool:
    """Does the participle belong to a noun of place before the name ("bir araya gelen liderlerin görüşmesinde | X")?"""
    last = between[-1].form if between else None
    return last is not None and last.pos == "NOUN" and last.case in ("loc", "abl") and last.possessive == "3sg" and not between[-1].capital


def is_within_clause(between: list[Token]) -> bool:
    """Does the participle's noun only stand in what another tells ("tanımlayan bir kent [olduğuna] dikkati çeken | X")?"""
    if not between or between[0].low == "ve":
        return False  # "… görüşen ve … olduğunu belirten | X"
    return any(t.form.suffix in ("dik", "acak") and t.form.possessive and t.form.case in ("acc", "dat", "gen") for t in between)


def his_officer(mentions: Mentions, mention: Mention) -> Mention:
    """Whom a state in the genitive only tells whose officer he is ("sunan Güney Kore'nin | Ankara Büyükelçisi X")."""
    bearer = mentions.at(mention.last) if mention.case == "gen" and isinstance(mention.entity, State) else None
    return bearer if bearer is not None and isinstance(bearer.entity, Person) and bearer.first == mention.last else mention


def is_origin(layout: Layout, mentions: Mentions, mention: Mention, high: int) -> bool:
    """Does it say where the next one named is from ("Bergen Üniversitesinden akademisyen X")?"""
    bearer = next(iter(mentions.within(mention.last, min(mention.last + 4, high))), None)
    if mention.case != "abl" or bearer is None or not bearer.actor:
        return False
    return all(t.kind == "word" and t.form.case in ("", "nom") and not t.form.verb_form for t in layout.tokens[mention.last : bearer.first])


def followers(layout: Layout, mentions: Mentions, mention: Mention, high: int) -> list[Mention]:
    """Names joined after this one by "ve" or "ile" ("diyen A ve B")."""
    at = mention.last
    if at + 1 < high and mention.case == "nom" and layout.tokens[at].low in ("ve", "ile"):
        after = mentions.at(at + 1)
        if after is not None and after.actor and after.first == at + 1 and after.case not in ("loc", "abl"):
            return [after]
    return []
