"""The component of spaCy: the same minutes as everywhere, to the character; their spans in tokens; kept when a document is stored."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import entry_points
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

spacy = pytest.importorskip("spacy", reason="spacy is not here: pip install 'tutanak[spacy]'")
from spacy.tokens import Doc, DocBin  # noqa: E402

import tutanak  # noqa: E402
from tutanak.errors import NotTurkish  # noqa: E402
from tutanak.exports.minutes import KINDS  # noqa: E402

REPORT = (
    "Türkiye Dışişleri Bakanı Ali Veli, Roma’da İtalya Dışişleri Bakanı Mario Rossi ile görüştü.\r\n"
    "Veli, “Ticaretimiz geçen yıl 4,5 milyar dolara ulaştı 😀.” dedi. Rossi, yeni bir anlaşma imzalanacağını söyledi.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("tr")
    made.add_pipe("tutanak", config={"published": "2024-03-05"})
    return made


@pytest.fixture(scope="module")
def doc(nlp: Any) -> Any:
    return nlp(REPORT)


def test_it_is_found_by_its_entry_point_alone() -> None:
    assert {e.value for e in entry_points(group="spacy_factories") if e.name == "tutanak"} == {"tutanak.spacy:make"}
    told = "import spacy; nlp = spacy.blank('tr'); nlp.add_pipe('tutanak'); print(nlp.pipe_names)"
    assert subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout == "['tutanak']\n"


def test_it_says_what_it_gives(nlp: Any) -> None:
    assert nlp.analyze_pipes()["summary"]["tutanak"]["assigns"] == ["doc._.tutanak", "doc.spans"]
    assert nlp.get_pipe_meta("tutanak").default_config == {"language": None, "published": None, "all": False, "groups": True}


def test_the_minutes_are_those_of_read(doc: Any) -> None:
    assert doc._.tutanak == tutanak.read(REPORT, published="2024-03-05").to_dict()
    assert {kind: len(doc._.tutanak[kind]) for kind in ("statements", "meetings", "figures")} == {"statements": 2, "meetings": 1, "figures": 1}


def shown(doc: Any, name: str) -> list[tuple[str, str, str]]:
    return [(span.text, span.label_, span.id_) for span in doc.spans[f"tutanak/{name}"]]


def test_spans_reach_to_the_borders_of_tokens(doc: Any) -> None:
    assert [s[1:] for s in shown(doc, "statements")] == [("direct", "s1"), ("indirect", "s2")]
    assert ("4,5 milyar dolara", "USD", "f1") in shown(doc, "figures")
    assert ("Ali Veli", "Ali Veli", "p1") in shown(doc, "people")
    assert ("Roma’da", "Roma", "l1") in shown(doc, "places"), "its tokenizer keeps a name and its ending in one token"
    assert doc.text[slice(*(doc._.tutanak["places"][0]["mentions"][0][name] for name in ("start", "end")))] == "Roma"


def test_every_record_and_mention_has_a_span_that_holds_it(doc: Any) -> None:
    minutes = doc._.tutanak
    for kind in KINDS:
        assert [s.id_ for s in doc.spans[f"tutanak/{kind}"]] == [row["id"] for row in minutes[kind]]
        for span, row in zip(doc.spans[f"tutanak/{kind}"], minutes[kind], strict=True):
            place = row if "start" in row else row["evidence"]
            assert span.start_char <= place["start"] < place["end"] <= span.end_char
    assert sum(len(p["mentions"]) for p in minutes["people"]) == len(doc.spans["tutanak/people"])


def test_a_stored_document_keeps_all(nlp: Any, doc: Any) -> None:
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (again,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert json.dumps(again._.tutanak) == json.dumps(doc._.tutanak), "lists come back as tuples"
    assert shown(Doc(nlp.vocab).from_bytes(doc.to_bytes()), "people") == shown(doc, "people")


def test_other_processes_give_the_same(nlp: Any, doc: Any) -> None:
    assert [d._.tutanak for d in nlp.pipe([REPORT] * 3, n_process=2, batch_size=1)] == [doc._.tutanak] * 3


def test_each_document_may_bring_its_day(nlp: Any) -> None:
    given = nlp.make_doc("Bakan Ali Veli, dün Roma’ya gitti ve orada Mario Rossi ile görüştü.")
    given.user_data["published"] = "2030-01-02"
    assert nlp(given)._.tutanak["doc"]["published"] == "2030-01-02"


def test_settings() -> None:
    made = spacy.blank("tr")
    made.add_pipe("tutanak", config={"language": "tr", "groups": False, "all": True})
    doc = made("Ali Veli “Hello” dedi.")
    assert doc._.tutanak == tutanak.read(doc.text, language="tr").to_dict(all=True)
    assert dict(doc.spans) == {}


def test_what_is_not_turkish_is_told_or_passed_over(nlp: Any) -> None:
    english = "The ministers met in Rome and said that trade was not enough for the two countries."
    with pytest.raises(NotTurkish):
        nlp(english)
    nlp.set_error_handler(lambda _name, _proc, _docs, _problem: None)
    assert len(list(nlp.pipe([REPORT, english]))) == 1
    nlp.set_error_handler(spacy.util.raise_error)


WORDS = [*REPORT.split(" "), "İ", "ı̇", "👨‍👩‍👧", "\r\n", "“", "”", "’", "\t", "(", "4,5"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join))
def test_no_text_breaks_it(text: str) -> None:
    made = spacy.blank("tr")
    made.add_pipe("tutanak", config={"language": "tr"})
    if text.strip():
        doc = made(text)
        assert doc.text == text
        assert [s.id_ for s in doc.spans["tutanak/figures"]] == [row["id"] for row in doc._.tutanak["figures"]]
