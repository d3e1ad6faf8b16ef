"""From phrases to people, bodies, places and states, and to the mentions that point at them."""

from __future__ import annotations

from typing import Final

from tutanak.mentions.lexicon import Lexicon
from tutanak.mentions.model import Entity, How, Mention, Organisation, Person, Place, Proof, Proofs, State, Unnamed
from tutanak.mentions.phrase import Phrase
from tutanak.mentions.phrases import Scan
from tutanak.mentions.tables import Bodies, BodyDraft, People, PersonDraft, PlaceDraft, Places, bare_words
from tutanak.spans import Span
from tutanak.text.layout import Layout, Token

HOME: Final = "TR"
_RELATIONS: Final = ("arasın", "tarafın", "karşısın", "hakkın", "üzerin", "konusun", "yanın")

_LOOKBACK: Final = 200  # names looked back at; a text with more in view is no article
_SURE: Final = 6  # what makes a single unknown word a person

Meant = PersonDraft | BodyDraft | PlaceDraft | str | Unnamed
"""What a phrase means while the tables are still being written; a str is a state's code."""


class Named:
    """A phrase and what it was found to mean."""

    __slots__ = ("actor", "case", "first", "kind", "last", "meant", "span")

    def __init__(self, phrase: Phrase, meant: list[Meant], kind: str, actor: bool = True) -> None:
        self.first, self.last = phrase.first, phrase.last
        self.span = Span(phrase.start, phrase.end)
        self.case = phrase.case
        self.meant = meant
        self.kind = kind
        self.actor = actor


class Naming:
    """One article's names, from phrases to mentions."""

    __slots__ = (
        "at_home", "bodies", "counts", "first_of", "last_code", "last_unnamed", "layout", "lexicon", "named", "people", "phrases", "places", "seen_codes", "seen_people",
        "state_spans", "states", "text", "vacant", "weights", "who",
    )  # fmt: skip

    def __init__(self, layout: Layout, lexicon: Lexicon) -> None:
        self.layout = layout
        self.text = layout.text
        self.lexicon = lexicon
        self.phrases = Scan(layout, lexicon).run()
        self.people = People(layout.text, lexicon)
        self.bodies = Bodies(layout.text, lexicon)
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
        self.seen_people: list[PersonDraft] = []
        self.who: dict[int, PersonDraft] = {}  # phrase's place -> person
        self.named: list[Named] = []
        self.last_unnamed: Unnamed | None = None

    # --- people -----------------------------------------------------------------------------------------------------------------

    def gather(self) -> None:
        """The table of people: whole names first, then surnames with an office, then surnames alone."""
        called = {phrase.words for phrase in self.phrases if phrase.cue == "called"}
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "unknown" and phrase.words in called:
                phrase.kind = "body"
            elif len(phrase.words) > 1 and not self.shouted(phrase) and self.is_person(phrase):
                self.enter(i, phrase)
        speakers = self.speakers()
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "unknown" and i not in self.who and len(phrase.words) > 1 and phrase.words[-1] in speakers and phrase.case != "loc":
                self.enter(i, phrase)
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "person" and i not in self.who and (len(phrase.words) == 1 or self.shouted(phrase)):
                self.enter_short(i, phrase)
        for draft in self.people.drafts:
            draft.named_at.sort()
        for i, phrase in enumerate(self.phrases):
            if phrase.kind == "unknown" and i not in self.who:
                draft = self.people.of_surname(bare_words(phrase.words), phrase)
                if draft is None and (self.titled(phrase) or (len(phrase.words) == 1 and speakers.get(phrase.words[0], 0) >= _SURE)):
                    draft = self.people.enter(phrase)
                if draft is not None:
                    self.who[i] = draft
                    draft.latest = phrase.start
                    draft.mentions.append(Span(phrase.start, phrase.end))
            elif phrase.kind in ("place", "capital") and len(phrase.words) == 1 and phrase.case != "loc":
                self.surname_like_place(i, phrase)
        for draft in self.people.drafts:
            draft.mentions.sort()

    def surname_like_place(self, i: int, phrase: Phrase) -> None:
        """"diyen Aydın", after "Hakan Aydın": the person, not the town."""
        draft = self.people.of_surname(phrase.words, phrase)
        if draft is not None and draft.words[-1] == phrase.words[0] and draft.last_before(phrase.start) >= 0:
            self.who[i] = draft
            draft.latest = phrase.start
            draft.mentions.append(Span(phrase.start, phrase.end))

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
                draft.mentions.append(Span(phrase.start, phrase.end))
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
            if (known and word not in worth) or token.base.isupper():
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
            return 3
        if phrase.case != "nom" or following is None:
            return 0
        opens = before is None or before.sentence != tokens[phrase.first].sentence
        if following.text == "," or following.low in ("ise", "ayrıca"):
            return 3 if opens else 1
        return -1 if following.kind == "word" and following.form.pos in ("NOUN", "ADJ") else 0

    def titled(self, phrase: Phrase) -> bool:
        return phrase.title in ("sayın", "sn", "bay", "bayan", "dr", "prof", "doç") or (phrase.title in self.lexicon.titles and len(phrase.words) > 1)

    def is_person(self, phrase: Phrase) -> bool:
        """A whole name: one with an office or title, or one that begins with a given name."""
        if phrase.kind == "person":
            return True
        if phrase.kind != "unknown":
            return False
        if phrase.title:
            return True
        capitals = self.text[phrase.start : phrase.end].isupper()
        if capitals and (len(phrase.words) > 3 or (phrase.last < len(self.layout.tokens) and len(self.layout.tokens[phrase.last].text) > 1 and self.layout.tokens[phrase.last].text.isupper())):
            return False
        first = phrase.words[0]
        if first in self.lexicon.given and first not in self.lexicon.openers:
            return True
        return self.people.same(bare_words(phrase.words), phrase) is not None or self.looks_like_person(phrase)

    def looks_like_person(self, phrase: Phrase) -> bool:
        """Two or three words that no dictionary has, as the subject or owner of something, no place."""
        tokens = self.layout.tokens[phrase.first : phrase.last]
        if len(tokens) > 3 or phrase.case not in ("nom", "gen") or any(t.form.pos != "PROPN" or t.base.isupper() for t in tokens):
            return False
        if "-" in tokens[0].low or phrase.last >= len(self.layout.tokens):
            return False
        following = self.layout.tokens[phrase.last]
        before = self.layout.tokens[phrase.first - 1] if phrase.first else None
        if phrase.case == "nom" and following.text in (",", "(") and (before is None or before.text not in ("(", ",", "ve")):
            after = self.layout.tokens[phrase.last + 1] if phrase.last + 1 < len(self.layout.tokens) else None
            return after is None or not after.capital
        return before is not None and before.form.verb_form == "participle" and before.form.suffix == "an"

    def enter(self, i: int, phrase: Phrase) -> None:
        draft = self.people.enter(phrase)
        self.who[i] = draft
        draft.homely = draft.homely or self.is_turkish_word(phrase)
        draft.named_at.append(phrase.start)
        draft.mentions.append(Span(phrase.start, phrase.end))
        if phrase.office and (not draft.office or self.tells_more(phrase, draft)):
            draft.office, draft.stem, draft.rank = phrase.office, phrase.stem, phrase.rank
            draft.office_span = Span(phrase.office_start, phrase.office_end)

    def is_turkish_word(self, phrase: Phrase) -> bool:
        """Is the surname also a word of Turkish ("Fidan", "Yılmaz", "Güler")?"""
        token = self.layout.tokens[phrase.last - 1]
        word = token.low[: token.base_end - token.start]
        return any(form.pos in ("VERB", "ADJ") or (form.pos != "PROPN" and form.lemma == word) for form in token.forms)

    def tells_more(self, phrase: Phrase, draft: PersonDraft) -> bool:
        """An office given earlier, or the first that says what a bare "Bakan" is minister of."""
        was_bare = (" " not in draft.office and draft.stem == "bakan") or draft.stem in self.lexicon.counterparts
        is_bare = (" " not in phrase.office and phrase.stem == "bakan") or phrase.stem in self.lexicon.counterparts
        if was_bare != is_bare:
            return was_bare
        return phrase.office_start < draft.office_span.start

    # --- states of offices --------------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Give each person's office its state or body: by its own words, else by the topic, else by default."""
        for i, phrase in enumerate(self.phrases):
            draft = self.who.get(i)
            if draft is not None and phrase.kind == "person":
                self.settle_owner(i, phrase)
                self.settle_body(draft, phrase)
                if not draft.state and phrase.code and (phrase.org is None or phrase.org.cue == "organ"):
                    draft.state = phrase.code
                    draft.proof["state"] = Proof((self.code_span(phrase),), "derived", "tr/states:" + phrase.code)
        self.count_states()
        self.at_home = any(p.code == HOME for p in self.phrases)
        for i, phrase in enumerate(self.phrases):
            draft = self.who.get(i)
            if draft is not None and draft.office and not draft.state and draft.org is None and phrase.kind == "person" and not self.settle_by_office(i, draft):
                self.settle_topic(i, phrase, draft)

    def settle_owner(self, i: int, phrase: Phrase) -> None:
        """"Trump'ın özel temsilcisi": the office is of its owner's state."""
        owner = self.who.get(i - 1)
        if not phrase.code and phrase.owner is not None and phrase.owner is self.phrases[i - 1] and owner is not None and owner.state:
            phrase.code = owner.state

    def settle_body(self, draft: PersonDraft, phrase: Phrase) -> None:
        if phrase.org is None or draft.org is not None or Span(phrase.office_start, phrase.office_end) != draft.office_span:
            return
        draft.org = self.bodies.enter(phrase.org, phrase.org.code)
        draft.org_span = Span(phrase.org.start, phrase.org.end)
        organ = bool(phrase.org.code) and (phrase.org.title in ("state", "nation") if phrase.org.known is None else "organ" in phrase.org.known.flags)
        if organ or draft.stem == "milletvekili":
            draft.state = phrase.org.code
            draft.proof["state"] = Proof((draft.org_span,), "inferred", "the body's state")

    def code_span(self, phrase: Phrase) -> Span:
        for inner in phrase.inner:
            if inner.code == phrase.code:
                return Span(inner.start, inner.end)
        if phrase.owner is not None:
            return Span(phrase.owner.start, phrase.owner.end)
        return Span(phrase.start, phrase.end)

    def settle_by_office(self, i: int, draft: PersonDraft) -> bool:
        """A secretary-general belongs to a body, the pope to the Vatican."""
        if draft.stem == "papa":
            draft.state = "VA"
            draft.proof["state"] = Proof((draft.office_span,), "derived", "tr/offices:papa")
            return True
        if not draft.office.lower().startswith("genel sekreter"):
            return False
        for phrase in reversed(self.phrases[max(0, i - 20) : i]):
            body = phrase.org or phrase
            if body.kind == "body" and body.known is not None and body.known.kind == "body" and not body.known.flags:
                draft.org = self.bodies.enter(body, body.code)
                draft.org_span = Span(body.start, body.end)
                break
        return True

    def settle_topic(self, i: int, phrase: Phrase, draft: PersonDraft) -> None:
        """An office without a state: that of the sentence's topic where the name is foreign, else Türkiye's."""
        topic = self.topic(i)
        foreign = not self.people.turkish(draft) or (draft.stem == "başkan" and draft.office == "Başkan")
        shared = self.people.doubtful(draft)
        if foreign:
            topic = self.foreign_topic(i, phrase, draft, topic)
        elif not shared or topic is None:
            topic = None
        elif not self.leads_with_foreign_office(i, topic) and self.at_home:
            topic = None
        if topic is not None and topic.code != HOME:
            draft.state = topic.code
            draft.proof["state"] = Proof((Span(topic.start, topic.end),), "inferred", "topic before the default")
        else:
            draft.state = HOME
            draft.proof["state"] = Proof((), "default", "an office without a state is Türkiye's")

    def foreign_topic(self, i: int, phrase: Phrase, draft: PersonDraft, topic: Phrase | None) -> Phrase | None:
        """Whose minister a foreign name is: of the state of those named beside it, of an office without a name, of the topic, of the article."""
        for k in range(i - 1, max(-1, i - 6), -1):
            if not self.joined(self.phrases[k], self.phrases[k + 1]):
                break
            near = self.who.get(k)
            if near is not None and near.state and not self.taken(near.state, draft):
                return self.standing_for(near.state, self.phrases[k])
        if draft.office == "Başkan" and (president := self.president(draft, phrase)) is not None:
            return president
        if topic is not None and topic.code != HOME and not self.taken(topic.code, draft):
            return topic
        for vacant in self.vacant:
            if vacant.stem == draft.stem and _alike(vacant.office, draft.office) and not self.taken(vacant.code, draft):
                return vacant
        free = [code for code in self.counts if not self.taken(code, draft)]
        return self.first_of[max(free, key=lambda code: self.counts[code])] if free else None

    def president(self, draft: PersonDraft, phrase: Phrase) -> Phrase | None:
        """"Başkan X" without a state: of the United States where the article names them, else as another president in it."""
        if "US" in self.first_of:
            return self.first_of["US"]
        for other in self.people.drafts[:_LOOKBACK]:
            if other is not draft and other.stem == "başkan" and other.state not in ("", HOME) and other.org is None:
                return self.standing_for(other.state, phrase)
        return None

    def count_states(self) -> None:
        """Which foreign states the article names, how often, and which offices of theirs it names without a bearer."""
        for phrase in self.phrases:
            if phrase.kind == "office" and phrase.code and len(self.vacant) < _LOOKBACK:
                self.vacant.append(phrase)
            if phrase.code and phrase.code != HOME and phrase.code in self.lexicon.states and phrase.kind != "place":
                self.counts[phrase.code] = self.counts.get(phrase.code, 0) + 1
                self.first_of.setdefault(phrase.code, phrase)

    def joined(self, a: Phrase, b: Phrase) -> bool:
        """Do two names stand in one list: "X ve Y", "X, Y"?"""
        return b.first - a.last == 1 and self.layout.tokens[a.last].low in ("ve", ",")

    def standing_for(self, code: str, beside: Phrase) -> Phrase:
        """The name beside, as what gives the state."""
        if beside.code == code:
            return beside
        shown = Phrase("state", beside.first, beside.last, beside.start, beside.end, beside.case)
        shown.code = code
        return shown

    def taken(self, code: str, draft: PersonDraft) -> bool:
        """Has that state another holder of this office in the article?"""
        for other in self.people.drafts[:_LOOKBACK]:
            if other is not draft and other.state == code and other.stem == draft.stem and other.office and _alike(other.office, draft.office):
                return True
        return False

    def leads_with_foreign_office(self, i: int, topic: Phrase) -> bool:
        sentence = self.sentence_of(self.phrases[i])
        return topic.kind in ("office", "person") and self.sentence_of(topic) == sentence and topic is not self.phrases[i]

    def sentence_of(self, phrase: Phrase) -> int:
        return self.layout.tokens[phrase.first].sentence

    def topic(self, i: int) -> Phrase | None:
        """The phrase that gives this sentence, or one of those before it, its state: the first one of the sentence."""
        sentence = self.sentence_of(self.phrases[i])
        best: Phrase | None = None
        k = i - 1
        while k >= 0 and i - k < _LOOKBACK:
            phrase = self.phrases[k]
            here = self.sentence_of(phrase)
            if here < sentence:
                if best is not None or sentence - here > 4:
                    return best
                sentence = here
            if phrase.code and phrase.kind in ("state", "nation", "capital", "person", "office", "body") and phrase.code in self.lexicon.states:
                best = phrase
            k -= 1
        return best

    # --- mentions -------------------------------------------------------------------------------------------------------------------

    def walk(self) -> None:
        """Read the phrases in order and say whom each means."""
        for i, phrase in enumerate(self.phrases):
            if phrase.title == "tied":
                continue
            for inner in phrase.inner:
                self.note_inner(inner, self.who[i].state if i in self.who else phrase.code)
            kind = phrase.kind
            if i in self.who:
                self.take_person(self.who[i], phrase)
            elif kind == "origin":
                continue
            elif kind == "state" or kind == "nation":
                self.take_state(phrase)
            elif kind == "capital":
                self.take_capital(i, phrase)
            elif kind == "place":
                self.take_place(phrase)
            elif kind == "body":
                self.take_body(i, phrase)
            elif kind == "office":
                self.take_office(phrase)
            elif kind == "group":
                self.take_group(phrase)
            elif kind == "unnamed":
                self.take_unnamed(phrase)
            elif kind == "pair":
                self.take_pair(phrase)

    def view(self, code: str) -> None:
        """A state comes into view; what came before fades."""
        if code not in self.weights:
            self.states.append(code)
        self.last_code = code
        self.seen_codes += 1
        self.weights[code] = self.weights.get(code, 0.0) + 1.0 + self.seen_codes * 0.02

    def see_state(self, code: str, span: Span | None = None) -> None:
        self.view(code)
        spans = self.state_spans.setdefault(code, [])
        if span is not None:
            spans.append(span)

    def note_inner(self, inner: Phrase, code: str = "") -> None:
        """A name inside a longer phrase: it is there, though the phrase means something else."""
        span = Span(inner.start, inner.end)
        for deeper in inner.inner:
            self.note_inner(deeper, code)
        if inner.kind == "state":
            self.see_state(inner.code, span)
        elif inner.kind == "nation":
            self.see_state(inner.code, span if self.text[inner.end : inner.end + 1] in ("'", "’") else None)
        elif inner.kind == "body":
            if inner.cue == "organ" and not inner.code:
                inner.code = code
            self.enter_body(inner).mentions.append(span)

    def take_person(self, draft: PersonDraft, phrase: Phrase) -> None:
        self.seen_people.append(draft)
        if draft.state:
            self.view(draft.state)
        self.named.append(Named(phrase, [draft], "name"))

    def take_state(self, phrase: Phrase) -> None:
        span = Span(phrase.start, phrase.end)
        apostrophe = self.text[phrase.end : phrase.end + 1] in ("'", "’")
        self.see_state(phrase.code, span if phrase.kind == "state" or apostrophe else None)
        if phrase.kind == "state":
            self.named.append(Named(phrase, [phrase.code], "state"))
        elif phrase.known is not None and self.layout.tokens[phrase.last - 1].low.startswith(tuple(phrase.known.words[-1] + p for p in ("lar", "ler"))):
            self.named.append(Named(phrase, [phrase.code], "state", actor=False))

    def take_capital(self, i: int, phrase: Phrase) -> None:
        """A capital where something happens is a place; one that does something is its state."""
        if self.acts(phrase):
            self.see_state(phrase.code, Span(phrase.start, phrase.end))
            self.named.append(Named(phrase, [phrase.code], "state"))
        else:
            self.take_place(phrase)

    def acts(self, phrase: Phrase) -> bool:
        if phrase.known is None or "seat" not in phrase.known.flags or phrase.case == "loc":
            return False
        if phrase.case in ("dat", "abl"):
            return not self.moves(phrase)
        before = self.layout.tokens[phrase.first - 1] if phrase.first else None
        if before is not None and before.low in ("başkenti", "kenti", "şehri"):
            return False
        if phrase.case == "nom":
            following = self.layout.tokens[phrase.last] if phrase.last < len(self.layout.tokens) else None
            return following is None or not (following.capital or following.kind == "number" or _possessed(following))
        return True

    def moves(self, phrase: Phrase) -> bool:
        """Does somebody go there or come from there in the words that follow?"""
        tokens = self.layout.tokens
        for token in tokens[phrase.last : phrase.last + 9]:
            if token.sentence != tokens[phrase.first].sentence:
                return False
            if token.form.lemma in self.lexicon.motion or (len(token.forms) > 1 and token.forms[1].lemma in self.lexicon.motion):
                return True
        return False

    def take_place(self, phrase: Phrase) -> None:
        if self.only_names_an_event(phrase) or (phrase.known is not None and "wide" in phrase.known.flags):
            return
        draft = self.places.enter(phrase)
        draft.mentions.append(Span(phrase.start, phrase.end))
        self.named.append(Named(phrase, [draft], "place", actor=False))

    def only_names_an_event(self, phrase: Phrase) -> bool:
        """"Münih Güvenlik Konferansı": nothing is said to be there."""
        if phrase.case != "nom" or phrase.last + 1 >= len(self.layout.tokens):
            return False
        tokens = self.layout.tokens
        return tokens[phrase.last].capital and tokens[phrase.last + 1].capital and phrase.kind != "body" and tokens[phrase.last].sentence == tokens[phrase.first].sentence

    def take_body(self, i: int, phrase: Phrase) -> None:
        if phrase.known is None and phrase.last - phrase.first > 1 and self.text[phrase.start : phrase.end].isupper():
            return
        if phrase.cue == "again":
            draft = self.last_of_head(phrase.stem)
            if draft is None:
                return
        else:
            draft = self.enter_body(phrase)
            draft.stem = draft.stem or phrase.stem
            self.tie(i, phrase, draft)
        if draft.code:
            self.view(draft.code)
        draft.mentions.append(Span(phrase.start, phrase.end))
        self.named.append(Named(phrase, [draft], "name"))

    def tie(self, i: int, phrase: Phrase, draft: BodyDraft) -> None:
        """An acronym in brackets behind a long form names the same body."""
        tokens = self.layout.tokens
        k = phrase.last
        if k + 2 >= len(tokens) or tokens[k].text != "(" or tokens[k + 2].text != ")":
            return
        self.bodies.by_key[tokens[k + 1].low] = draft
        if i + 1 < len(self.phrases) and self.phrases[i + 1].first == k + 1:
            known = self.phrases[i + 1].known
            if known is not None:
                self.bodies.by_key[known.key] = draft
            self.phrases[i + 1].kind = "body"

    def last_of_head(self, stem: str) -> BodyDraft | None:
        """The body that "Bakanlık", "Komisyon", "Konsey" mean: the last one whose name has that head."""
        for named in reversed(self.named[-_LOOKBACK:]):
            meant = named.meant[0]
            if isinstance(meant, BodyDraft) and meant.stem == stem:
                return meant
        return None

    def enter_body(self, phrase: Phrase) -> BodyDraft:
        """The body of a phrase. An organ without a state is that of an organ of the same name before, else of the topic, else Türkiye's."""
        if phrase.cue == "organ" and not phrase.code:
            earlier = self.organ_before(phrase)
            if earlier is not None:
                return earlier
            draft = self.bodies.enter(phrase, "")
            if not draft.code and phrase.stem in self.lexicon.home_organs:
                owners = {p.state for p in self.people.drafts[:_LOOKBACK] if p.state and p.office.lower().startswith(phrase.words[0])} if phrase.stem == "bakanlık" else set()
                if len(owners) == 1:
                    draft.code, draft.how = owners.pop(), "inferred"
                    return draft
                topic = self.last_code if self.last_code and HOME not in self.weights else HOME
                draft.code, draft.how = topic, "inferred" if topic != HOME else "default"
            return draft
        return self.bodies.enter(phrase, phrase.code)

    def organ_before(self, phrase: Phrase) -> BodyDraft | None:
        size = len(phrase.words)
        for draft in reversed(self.bodies.drafts[-_LOOKBACK:]):
            if draft.code and len(draft.words) > size and draft.words[-size:] == phrase.words and len(draft.words) - size <= 2:
                return draft
        return None

    # --- chains ---------------------------------------------------------------------------------------------------------------------

    def take_office(self, phrase: Phrase) -> None:
        """An office alone: its bearer named in the article, else an actor without a name."""
        if phrase.code:
            self.view(phrase.code)
        if phrase.plural:
            self.take_offices(phrase)
            return
        if phrase.stem in ("üye", "aday", "kurucu"):
            return
        draft = self.bearer(phrase)
        if draft is not None:
            self.seen_people.append(draft)
            self.named.append(Named(phrase, [draft], "office"))
        elif phrase.code or phrase.org is not None or phrase.inner or phrase.stem == "sözcü":
            told = Unnamed(self.text[phrase.start : phrase.end], Span(phrase.start, phrase.end), phrase.code or None)
            self.last_unnamed = told
            self.named.append(Named(phrase, [told], "description"))

    def take_offices(self, phrase: Phrase) -> None:
        found: list[Meant] = []
        if phrase.org is not None:
            return
        for draft in reversed(self.seen_people[-_LOOKBACK:]):
            if phrase.code and draft.state != phrase.code:
                continue
            if draft not in found and (draft.stem == phrase.stem or (phrase.stem == "lider" and draft.rank == "top")):
                found.append(draft)
            if len(found) == 2:
                break
        if len(found) == 2:
            found.reverse()
            self.named.append(Named(phrase, found, "group"))

    def bearer(self, phrase: Phrase) -> PersonDraft | None:
        """Who holds this office here: the one named last before it, else the first after it (a heading)."""
        if phrase.stem in self.lexicon.counterparts:
            return None
        ours = self.text[phrase.start : phrase.end].lower().endswith(("mız", "miz", "muz", "müz"))
        for draft in reversed(self.seen_people[-_LOOKBACK:]):
            if self.holds(draft, phrase) and (not ours or draft.state == HOME):
                return draft
        if not phrase.code and not self.layout.tokens[phrase.last - 1].capital:
            return None
        for draft in self.people.drafts[:_LOOKBACK]:
            if self.holds(draft, phrase):
                return draft
        return None

    def holds(self, draft: PersonDraft, phrase: Phrase) -> bool:
        if phrase.code and draft.state != phrase.code:
            return False
        if phrase.org is not None and (draft.org is None or draft.org.words != phrase.org.words):
            return False
        if phrase.stem == "lider":
            return bool(phrase.code) and draft.rank == "top"
        if draft.stem != phrase.stem or not draft.office:
            return False
        return len(phrase.office.split()) == 1 or _alike(draft.office, phrase.office)

    def take_group(self, phrase: Phrase) -> None:
        found: list[Meant] = []
        if phrase.cue == "people":
            for draft in reversed(self.seen_people[-_LOOKBACK:]):
                if not self.fits_group(draft, phrase):
                    continue
                if draft not in found and all(not isinstance(f, PersonDraft) or f.state != draft.state for f in found):
                    found.append(draft)
                if len(found) == 2:
                    break
            found.sort(key=_first_named)
        else:
            found.extend(self.salient())
        if len(found) == 2:
            self.named.append(Named(phrase, found, "group"))

    def fits_group(self, draft: PersonDraft, phrase: Phrase) -> bool:
        """"İki lider" are heads of state or government, "iki bakan" ministers."""
        if phrase.stem.startswith("lider") or phrase.stem in ("başkan", "cumhurbaşkanı"):
            return draft.rank == "top"
        if phrase.stem.startswith("bakan"):
            return draft.stem == "bakan"
        return True

    def salient(self) -> list[str]:
        """The two states most in view: by how often they were named, and how lately."""
        return sorted(sorted(self.weights, key=lambda code: -self.weights[code])[:2], key=self.states.index)

    def take_unnamed(self, phrase: Phrase) -> None:
        if phrase.code:
            self.view(phrase.code)
        words = self.text[phrase.start : phrase.end]
        again = phrase.last - phrase.first == 1 and not phrase.plural
        if again and self.last_unnamed is not None and self.last_unnamed.text.split()[-1][:5] == words[:5]:
            told = self.last_unnamed
        elif again and phrase.stem not in ("yetkili", "diplomat", "sözcü"):
            return
        else:
            told = Unnamed(self.described(phrase, words), Span(phrase.start, phrase.end), phrase.code or None)
        self.last_unnamed = told
        self.named.append(Named(phrase, [told], "description"))

    def described(self, phrase: Phrase, words: str) -> str:
        """The description in its base form: "bir kaynağa" → "bir kaynak"."""
        head = self.lexicon.heads.get(self.layout.tokens[phrase.last - 1].low)
        if head is None or phrase.plural or head.ending.own:
            return words
        last = words.rfind(" ") + 1
        return words[:last] + words[last : last + 1] + head.stem[1:]

    def take_pair(self, phrase: Phrase) -> None:
        codes: list[Meant] = []
        for inner in phrase.inner:
            if inner.kind in ("state", "capital"):
                codes.append(inner.code)
        if codes:
            self.named.append(Named(phrase, codes, "state", actor=False))


def _first_named(meant: Meant) -> int:
    return meant.first if isinstance(meant, PersonDraft) else 0


def _possessed(token: Token) -> bool:
    """Is it the head of a compound ("Ankara ziyareti")? "Ankara tarafından" is none."""
    if token.low.startswith(_RELATIONS):
        return False
    return token.kind == "word" and token.form.possessive == "3sg" and token.form.pos != "VERB"


def _alike(a: str, b: str) -> bool:
    """Offices of the same first word: "Dışişleri Bakanı", not "Savunma Bakanı"."""
    return a.split()[0][:6].casefold() == b.split()[0][:6].casefold()


class Ids:
    """Numbers the entities in the order their first mention stands, and makes them final."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self.states: dict[str, State] = {}

    def people(self) -> list[Person]:
        drafts = sorted(self.naming.people.drafts, key=lambda d: d.mentions[0] if d.mentions else Span(0, 0))
        for n, draft in enumerate(drafts, 1):
            draft.made = _person(draft, f"p{n}")
        return [d.made for d in drafts if d.made is not None]

    def bodies(self) -> list[Organisation]:
        drafts = sorted((d for d in self.naming.bodies.drafts if d.mentions), key=lambda d: d.mentions[0])
        for n, draft in enumerate(drafts, 1):
            draft.made = _body(draft, f"o{n}")
        return [d.made for d in drafts if d.made is not None]

    def places(self) -> list[Place]:
        self.naming.places.unite(self.naming.lexicon.parts)
        drafts = sorted((d for d in self.naming.places.drafts if d.mentions), key=lambda d: d.mentions[0])
        for n, draft in enumerate(drafts, 1):
            proof: Proofs = {"name": Proof((draft.span,), "quoted", "tr/places")}
            if draft.code:
                proof["state"] = Proof((draft.span,), "derived", "tr/places")
            draft.made = Place(f"l{n}", draft.name, draft.code or None, tuple(draft.mentions), proof)
        return [d.made for d in drafts if d.made is not None]

    def state_list(self) -> list[State]:
        names = self.naming.lexicon.states
        for code in self.naming.states:
            if code in names and code not in self.states:
                self.states[code] = State(code, names[code], tuple(sorted(set(self.naming.state_spans.get(code, ())))))
        return list(self.states.values())

    def mention(self, named: Named) -> Mention | None:
        entities: list[Entity] = []
        for meant in named.meant:
            if isinstance(meant, PlaceDraft) and meant.of is not None:
                meant = meant.of
            entity: Entity | None = self.states.get(meant) if isinstance(meant, str) else meant if isinstance(meant, Unnamed) else meant.made
            if entity is not None:
                entities.append(entity)
        if not entities:
            return None
        return Mention(named.span, named.first, named.last, tuple(entities), named.kind, named.case, named.actor)


def _person(draft: PersonDraft, ident: str) -> Person:
    org = draft.org.name if draft.org is not None else None
    spelt = [name for name in draft.spelt if len(name.split()) == len(draft.words)]
    name = max(spelt, key=lambda n: ("." not in n, draft.spelt[n])) if spelt else draft.name
    proof: Proofs = {"name": Proof((draft.name_span,), "quoted", "the fullest form")}
    if draft.office:
        how: How = "quoted" if draft.office_span.length == len(draft.office) else "derived"
        proof["office"] = Proof((draft.office_span,), how, "tr/offices:" + draft.stem)
    if org is not None:
        proof["org"] = Proof((draft.org_span,), "quoted", "the office's body")
    if draft.state and "state" in draft.proof:
        proof["state"] = draft.proof["state"]
    return Person(ident, name, draft.office or None, draft.state or None, org, tuple(sorted(set(draft.mentions))), proof)


def _body(draft: BodyDraft, ident: str) -> Organisation:
    proof: Proofs = {"name": Proof((draft.span,), "quoted", "tr/bodies")}
    if draft.code:
        how: How = "default" if draft.how == "default" else "inferred" if draft.how == "inferred" else "derived"
        proof["state"] = Proof(() if how == "default" else (draft.span,), how, "tr/bodies")
    return Organisation(ident, draft.name, draft.code or None, tuple(sorted(set(draft.mentions))), proof)
