"""Cues: the words by which the press says that somebody said something (languages/tr/reporting.yaml)."""

from __future__ import annotations

from typing import Any, Final

from mypy_extensions import mypyc_attr

from tutanak.languages import load, word_list
from tutanak.records.frames import Frame, Frames, Predicate, predicates, root_of, stood_for
from tutanak.records.grammar import LINKING, UNREAL
from tutanak.records.unheard import with_unheard
from tutanak.spans import Span
from tutanak.text.casing import fold
from tutanak.text.layout import SIGNS, Form, Layout, place_for_notes

# Forms that only announce, wish or deny speech report none ("açıklayacak", "söylemeli", "söylemek").
UNTOLD_TENSES: Final = UNREAL | {"fut"}
TELLING_CONVERBS: Final = frozenset(("arak", "ip", "ken"))
REPLIES: Final = word_list("reporting", "replies")
PLEDGES: Final = word_list("reporting", "pledges")
WARNINGS: Final = word_list("reporting", "warnings")
JUDGEMENTS: Final = word_list("reporting", "judgements")


@mypyc_attr(acyclic=True)
class Telling:
    """What the entry of a cue says of it (see `Cue`). silent: has it no speaker as its subject, whatever its voice?"""

    __slots__ = ("asks", "claim", "guess", "noun", "of", "own", "quote", "silent", "strong", "takes", "told")

    def __init__(self, frame: Frame) -> None:
        wants = frame.wants
        self.takes: tuple[str, ...] = tuple(wants["takes"])
        self.quote: str = QUOTE[wants["quote"]]
        self.strong: bool = wants.get("strong", True)
        self.asks: str = wants.get("asks", "")
        self.claim: str = wants.get("claim", "")
        self.guess: bool = wants.get("guess", True)
        self.of: str = wants.get("of", "fact")
        self.told: bool = wants.get("told", False)
        self.own: bool = wants.get("own", False)
        self.noun = str(wants.get("noun_lemma", ""))
        self.silent: bool = frame.passive or frame.head == "gel" or (frame.words[-1:] == ("yer",) and frame.head == "al")


def telling(frame: Frame) -> Telling:
    """What the entry says, read once."""
    if frame.meaning is None:
        frame.meaning = Telling(frame)
    found: Telling = frame.meaning
    return found


@mypyc_attr(acyclic=True)
class Cue:
    """A reporting predicate in the text.

    quote: yes, diye or no (may it close a quotation). takes: the cases of the clause it may report;
    guess: may its speaker be one told elsewhere. asks: the case of whoever it asks.
    of: whether that clause states a fact (-DIK, -AcAK), a deed (-mA), or either; own: may a bare deed be the speaker's own.
    noun: the speech noun of a light-verb phrase ("çağrı" of "çağrısında bulundu"), or "".
    passive: has it no speaker as its subject ("denildi", "ifadeler yer aldı", "X'ten … mesajı geldi")?
    """

    __slots__ = ("asks", "claim", "guess", "in_text", "noun", "of", "own", "passive", "predicate", "quote", "strong", "takes", "told")

    def __init__(self, predicate: Predicate) -> None:
        says = telling(predicate.frame)
        self.predicate = predicate
        self.takes: tuple[str, ...] = says.takes
        if stood_for(predicate.form) and "acc" in self.takes:
            self.takes = (*self.takes, "dat")  # "sürdüğüne vurgu icra etti" for "sürdüğünü vurguladı"
        self.quote = says.quote
        self.strong = says.strong
        self.asks = says.asks
        self.claim = says.claim
        self.guess = says.guess
        self.of = says.of
        self.told = says.told
        self.own = says.own
        self.noun = says.noun
        self.passive = says.silent or predicate.passive
        self.in_text = False  # is it a passive in a relative clause, of the text that tells it ("vurgulandığı açıklamada")?

    @property
    def first(self) -> int:
        return self.predicate.first

    @property
    def last(self) -> int:
        return self.predicate.last

    @property
    def tells_before(self) -> bool:
        """Does it say that something was told before ("…-diğini söyledikten sonra")? Its subject is that of the whole."""
        form = self.predicate.form
        return form.suffix == "dik" and form.case == "abl" and not form.possessive

    @property
    def shows(self) -> bool:
        """May its subject be a thing, that says nothing ("Bu süreç, …-diğini ortaya koydu")?"""
        frame = self.predicate.frame
        return frame.head == "koy" and frame.words[:1] == ("ortaya",)

    @property
    def warns(self) -> bool:
        """Does it warn or assure, so that the matter itself is what it says ("… konusunda uyardı", "… konusunda güvence verdi")?"""
        frame = self.predicate.frame
        return frame.head == "uyar" or self.noun in WARNINGS or frame.words[:1] in (("güvence",), ("garanti",))

    @property
    def pledges(self) -> bool:
        """Does it give one's word, so that what it concerns is what it says ("izleyeceğine dair söz verdi")?"""
        frame = self.predicate.frame
        return self.noun in PLEDGES or (frame.head == "ver" and frame.words[:1] in (("söz",), ("güvence",), ("garanti",)))

    @property
    def bids(self) -> bool:
        """Does it bid one do what stands right before it ("ona köprüyü vurmasını söyledi")?"""
        return self.predicate.frame.head == "söyle" and not self.noun

    @property
    def judges(self) -> bool:
        """Does it tell what one makes of a matter, so that the matter itself is what it says ("… olduğuna dair değerlendirmede bulundu")?"""
        return self.noun in JUDGEMENTS

    @property
    def confirms(self) -> bool:
        """Does it say of a claim that it is true ("… olduğu iddialarını doğruladı")?"""
        return self.predicate.frame.head == "doğrula" or self.predicate.frame.words[:1] == ("teyit",)

    @property
    def speaks(self) -> bool:
        """Does this form report speech that took place?"""
        form = self.predicate.form
        if form.negative or (form.verb_form == "finite" and form.tense in UNTOLD_TENSES):
            return False
        if form.verb_form == "finite" and self.told:
            return form.tense in ("past", "evid") or bool(form.copula) or self.predicate.passive
        if form.verb_form == "converb":
            told = form.suffix in TELLING_CONVERBS or (form.suffix == "inca" and form.lemma == "de")  # "deyince", not "uyarınca"
            return told and (not self.told or form.suffix == "arak")  # "çekilmesini isteyerek", not "isterken"
        if form.verb_form == "verbal_noun":
            return form.suffix == "ma" and bool(form.possessive) and not self.noun
        return form.verb_form in ("finite", "participle") and not (form.verb_form == "participle" and form.suffix in ("acak", "ar"))

    def span(self, layout: Layout) -> Span:
        return self.predicate.span(layout)

    def __repr__(self) -> str:
        return f"<cue {self.predicate!r}>"


QUOTE: Final = {True: "yes", False: "no", "yes": "yes", "no": "no", "diye": "diye"}


class Reporting:
    """The pack's section, ready: cue frames, and the lemmas of texts and of what does not speak."""

    def __init__(self) -> None:
        pack = load()
        section: dict[str, Any] = pack.section("reporting")
        verbs = [Frame(entry, pack.rule("reporting", entry["says"])) for entry in section["verbs"]]
        self.frames = Frames([*verbs, *light_frames(section), *diye_frames(section)])
        self.worded = {frame.words[0]: frame for frame in reversed(verbs) if len(frame.words) == 1 and frame.wants["takes"]}
        self.nouns = frozenset(section["nouns"])
        self.owned = SIGNS.of_words(self.nouns, LINKING)  # of words that a clause may hang on
        self.light = frozenset(verb.split()[-1] for verb in section["light"]) | frozenset(section["making"])
        self.texts = frozenset(section["texts"])
        self.papers = frozenset(section["papers"])
        self.issued = frozenset(section["issued"]) | self.texts | self.nouns
        self.written = frozenset(section["written"])
        self.uttered = frozenset(section["uttered"])
        self.extracts = frozenset(section["extracts"])
        self.speakers = frozenset(section["speakers"])
        self.titled = frozenset(section["titled"])
        self.linked_adjectives = frozenset(section["linked"])
        self.bound = frozenset(section["bound"])
        self.unsaid = frozenset(section["unsaid"])
        self.roughly = frozenset(section["roughly"])
        self.lately = frozenset(section["lately"])
        self.officers = frozenset((*section["speakers"], *section["officers"]))
        self.links = frozenset(section["links"])
        self.thin = frozenset(section["thin"])
        self.unheavy = self.links | self.thin
        self.openers = frozenset(section["openers"])
        self.long_openers = tuple(section["long_openers"])
        self.long_opening = frozenset(opener.split()[0] for opener in self.long_openers)
        self.settings = frozenset(section["frames"])
        self.bare_settings = frozenset(section["bare_frames"])
        self.making = frozenset(section["making"])
        self.caused = frozenset(root_of(verb) for verb in section["making"]) - {""}
        self.rests = self.making | frozenset(section["rests"])
        self.outlets = frozenset(section["outlets"])
        self.platforms = frozenset(section["platforms"])
        self.some = frozenset(section["some"])
        self.parts = frozenset(section["parts"])
        self.press = tuple(sorted(self.outlets | set(section["press"])))
        self.outlet_names = outlet_names(pack.section("bodies")["known"])
        self.seats = frozenset(section["seats"])
        self.accounts = frozenset(section["accounts"])
        self.shared = frozenset(section["shared"])
        self.utters = frozenset(section["utters"])
        self.topical = frozenset(section["topical"])
        self.anyone = frozenset(section["anyone"])
        self.witnessed = frozenset(section["witnessed"])
        self.sorts = frozenset(section["sorts"])
        self.aims = frozenset(section["aims"])
        self.holdings = frozenset(section["holdings"])
        self.venues = frozenset(section["venues"])
        self.holding = frozenset(section["holding"])
        self.addressed = frozenset(section["addressed"])
        self.counted = frozenset(section["counted"])
        self.findings = frozenset(section["findings"])
        self.sections = frozenset(section["sections"])
        self.bodies = frozenset(section["bodies"])
        self.alone = frozenset((*section["organs"], *section["firms"]))
        self.facts = frozenset(section["facts"])
        self.shows = frozenset(section["shows"])
        self.organs = frozenset(section["organs"])
        self.circles = frozenset(section["circles"])
        self.faceless = frozenset(section["faceless"])
        self.denies = frozenset(section["denies"])
        self.documents = frozenset(section["documents"])
        self.relations = frozenset(section["relations"])
        self.running = frozenset(section["running"])
        self.joint = frozenset(section["joint"])
        self.wills = frozenset(section["wills"])
        self.states = frozenset(section["states"])
        self.talks = frozenset(section["talks"])
        self.times = frozenset(section["times"])
        self.lived = frozenset(section["lived"])
        self.place = place_for_notes()  # of the answer whether a word names a text
        self.answers = frozenset(section["answers"])
        self.charges = frozenset(section["charges"])
        self.reminds = frozenset(section["reminds"])
        self.deeds = frozenset(section["deeds"])
        self.mute = frozenset(section["mute"])
        self.given = frozenset(section["given"])
        self.concerning = frozenset(section["concerning"])

    def makes(self, form: Form) -> bool:
        """Is the verb one of those that make a text ("yapılan açıklama", "gerçekleştirilen açıklama")?"""
        return form.lemma in self.making or ("caus" in form.voice and form.lemma in self.caused)


def outlet_names(bodies: list[dict[str, Any]]) -> frozenset[str]:
    """The names, folded, by which outlets are known."""
    known = [row for row in bodies if row.get("press")]
    return frozenset(fold(name) for row in known for name in (row["name"], row.get("full", row["name"]), *row.get("also", ())))


def noun_wants(noun: str, verb: str, section: dict[str, Any]) -> dict[str, Any]:
    """What a speech noun with a light verb wants; with that which makes verbs of nouns it is one ("… olduğunu sav etti")."""
    asks = section["asked"].get(noun, "")
    takes = ["nom", "gen", "acc"] if verb == "et" and noun not in section["findings"] else ["nom", "gen"]
    return {"takes": takes, "quote": "yes", "strong": False, "noun_lemma": noun, "of": "both", "asks": asks}


def light_frames(section: dict[str, Any]) -> list[Frame]:
    """A frame for each speech noun with each light verb."""
    pack = load()
    return [
        Frame(
            {**noun_wants(noun, verb, section), "says": f"{noun} {verb}"},
            pack.rule("reporting", f"{noun} + {verb}"),
        )
        for noun in section["nouns"]
        for verb in section["light"]
        if (verb != "gel" or noun in section["coming"]) and (verb != "kullan" or noun in section["worded"])
    ]


def diye_frames(section: dict[str, Any]) -> list[Frame]:
    """A frame for each verb that tells what is said behind "diye" alone."""
    wants = {"takes": [], "quote": "yes", "strong": False}
    return [Frame({**wants, "says": f"diye {verb}"}, load().rule("reporting", f"diye {verb}")) for verb in section["diye"]]


_made: Final[list[Reporting]] = []


def reporting() -> Reporting:
    """The reporting section of the pack, compiled once. Asked for hundreds of times an article: a list costs less than a cached function."""
    if not _made:
        _made.append(Reporting())
    return _made[0]


def cues(layout: Layout, first: int, last: int, quote: int = -1) -> list[Cue]:
    """The cues among tokens [first, last) at one level of quotation, in order; those that do not speak too."""
    known = predicates(layout, reporting().frames, first, last, quote)
    told = with_unheard(layout, known, first, last, quote, reporting().worded)
    found = [Cue(told_only(layout, p)) for p in told]
    return [c for i, c in enumerate(found) if not (i + 1 < len(found) and found[i + 1].first <= c.first) and not is_whether(layout, c)]


def told_only(layout: Layout, told: Predicate) -> Predicate:
    """ "söylemekle yetindi": whoever was content with saying it has said it."""
    after = layout.tokens[told.last] if told.last < len(layout.tokens) else None
    if told.form.suffix != "mak" or told.form.case != "ins" or after is None or after.form.lemma not in ("yetin", "kal"):
        return told
    content = Predicate(told.frame, told.first, told.head, after.form, after.index)
    content.last = after.index + 1
    return content


def is_whether(layout: Layout, cue: Cue) -> bool:
    """ "verilip verilmediği", "yazılıp çizildiğini": the converb is one with the verb behind it, it tells nothing."""
    after = layout.tokens[cue.last].form if cue.predicate.form.suffix == "ip" and cue.last < len(layout.tokens) else None
    if after is None:
        return False
    return (after.lemma == cue.predicate.form.lemma and after.negative) or (cue.passive and after.suffix == "dik" and after.passive)
