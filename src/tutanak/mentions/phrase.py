"""What the first pass finds: words that name something, and what they say by themselves."""

from __future__ import annotations

from mypy_extensions import mypyc_attr

from tutanak.mentions.lexicon import Known
from tutanak.spans import Span, stretch


@mypyc_attr(acyclic=True)
class Phrase:
    """Words that name something, before it is known what.

    kind: person office state nation capital place body unknown group unnamed. [first, last): tokens of the whole phrase;
    [start, end): characters of the name alone. words: the name's words, folded, without endings. office: its words;
    stem: the office's last head; code: state the phrase's own words give, or ""; org: the body an office belongs to.
    inner: names inside the phrase. known: the entry of a closed set. plural: several bear the office.
    """

    __slots__ = (
        "case", "code", "codes", "cue", "end", "first", "inner", "kind", "known", "last", "office", "office_end", "office_start", "opens",
        "org", "owner", "plural", "rank", "start", "stem", "title", "told", "words",
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
        self.told: Span | None = None

    def span(self) -> Span:
        """The characters of the name, made once: they are told again and again."""
        told = self.told
        if told is None or told[0] != self.start or told[1] != self.end:
            told = self.told = stretch(self.start, self.end)
        return told

    def __repr__(self) -> str:
        told = [self.kind, self.office, " ".join(self.words), self.code, self.case, f"org={self.org}" if self.org else ""]
        return "<" + " | ".join(x for x in told if x) + f" @{self.first}-{self.last}>"
