"""The reader as a component of spaCy: `nlp.add_pipe("tutanak")`.

    nlp = spacy.blank("tr")
    nlp.add_pipe("tutanak")
    doc = nlp("Dışişleri Bakanı Ali Veli, “Görüşmeler sürüyor.” dedi.")
    doc._.tutanak["statements"][0]["speaker"]     # 'p1'
    doc.spans["tutanak/statements"]               # the same as spans of tokens

`doc._.tutanak` are the minutes (docs/schema.md), exact to the character; plain values, so that they go along to other
processes and into a DocBin. The groups of `doc.spans` stand for the same in tokens: where a tokenizer cuts otherwise, a
span reaches to the borders of the tokens that hold it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from tutanak.exports.cast import place_of
from tutanak.exports.minutes import KINDS
from tutanak.reading import read

Row = dict[str, Any]

ATTRIBUTE: Final = "tutanak"
NAMED: Final = ("people", "organisations", "places", "states")
SORTS: Final = ("mode", "force", "kind", "unit", "type")
"""Fields that say of which sort a record is: the label of its span."""
SETTINGS: Final = {"language": None, "published": None, "all": False, "groups": True}


class Component:
    """Reads each document. language: read all as this language, whatever they look like; published: an ISO date for those that bring
    none in `doc.user_data["published"]`; all: also records below the default confidence; groups: also write `doc.spans`."""  # fmt: skip

    def __init__(self, language: str | None = None, published: str | None = None, *, all: bool = False, groups: bool = True) -> None:
        self.language = language
        self.published = published
        self.all = all
        self.groups = groups
        if not Doc.has_extension(ATTRIBUTE):
            Doc.set_extension(ATTRIBUTE, default=None)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its minutes. Raises NotText, NotTurkish."""
        published = doc.user_data.get("published", self.published)
        minutes = read(doc.text, published=published, language=self.language).to_dict(all=self.all)
        doc._.set(ATTRIBUTE, minutes)
        if self.groups:
            for name, spans in grouped(doc, minutes).items():
                doc.spans[f"{ATTRIBUTE}/{name}"] = spans
        return doc


def grouped(doc: Doc, minutes: Row) -> dict[str, list[Tokens]]:
    """Records and mentions as spans of tokens, by kind, in text order. Label: the sort of a record, the name that a mention is of; id: theirs."""
    of_records = {kind: [(place_of(row), _sort(row), row["id"]) for row in minutes[kind]] for kind in KINDS}
    of_names = {name: sorted(_mentions(minutes[name]), key=lambda m: m[0]["start"]) for name in NAMED}
    return {name: list(_expanded(doc, places)) for name, places in {**of_records, **of_names}.items()}


def _sort(row: Row) -> str:
    return next((str(row[name]) for name in SORTS if row.get(name)), "")


def _mentions(rows: Iterable[Row]) -> Iterator[tuple[Row, str, str]]:
    yield from ((mention, row["name"], row["id"]) for row in rows for mention in row["mentions"])


def _expanded(doc: Doc, places: Iterable[tuple[Row, str, str]]) -> Iterator[Tokens]:
    for place, label, ident in places:
        tokens = doc.char_span(place["start"], place["end"], label=label, alignment_mode="expand", span_id=ident)
        if tokens is not None:  # as where the document has no tokens there
            yield tokens


@Language.factory(ATTRIBUTE, assigns=[f"doc._.{ATTRIBUTE}", "doc.spans"], default_config=SETTINGS)
def make(nlp: Language, name: str, language: str | None, published: str | None, all: bool, groups: bool) -> Component:  # noqa: ARG001
    """The component, as spaCy asks for it."""
    return Component(language, published, all=all, groups=groups)
