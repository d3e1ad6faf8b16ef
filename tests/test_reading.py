"""The reading itself: what `read` gives, whatever the floors below find."""

from __future__ import annotations

import dataclasses
import gc
import json
import pickle
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tutanak
from tutanak.article import LONGEST
from tutanak.errors import NotText, NotTurkish
from tutanak.exports.minutes import KINDS, dumped
from tutanak.reading import DEFAULT_CONFIDENCE, Reading

CASES = Path(__file__).parent / "cases" / "tr"
TEXT = (
    "Dışişleri Bakanı Ali Veli, Roma’da İtalya Dışişleri Bakanı Mario Rossi ile bir araya geldi.\n"
    "Görüşmede ticaretin geçen yıl yüzde 14 büyüdüğünü belirten Veli, “İlişkilerimiz gelişiyor.” dedi.\n"
)


@pytest.fixture(scope="module")
def reading(seed_text: str) -> Reading:
    return tutanak.read(seed_text, title="Astana", published="2022-10-13", url="https://example.org/1", id="seed", outlet="Gazete")


def test_the_article_is_kept_as_it_came(reading: Reading, seed_text: str) -> None:
    doc = reading.to_dict()["doc"]
    assert doc["text"] == seed_text
    assert {k: doc[k] for k in ("id", "title", "published", "url", "outlet", "language")} == {
        "id": "seed", "title": "Astana", "published": "2022-10-13", "url": "https://example.org/1", "outlet": "Gazete", "language": "tr",
    }  # fmt: skip


ORDERS = """
import hashlib, json, sys
import tutanak
from tutanak.exports.minutes import dumped
texts, order = json.load(sys.stdin), int(sys.argv[1])
read = [dumped(tutanak.read(text, language="tr").to_dict(all=True)) for text in texts[::order]]
print(hashlib.sha256(b"".join(read[::order])).hexdigest())
"""


def test_what_was_read_before_changes_nothing() -> None:
    """Spun articles and their sentences one by one: a word is not remembered as it was meant elsewhere."""
    articles = [a.lstrip("=~ ") for a in (CASES / "spun_articles.txt").read_text(encoding="utf-8").split("\n\n") if a[:1] in "=~"]
    texts = [*articles, *(s for a in articles for s in re.split(r"(?<=\.) |\n", a) if s)]
    told = {
        subprocess.run([sys.executable, "-c", ORDERS, order], input=json.dumps(texts), capture_output=True, text=True, check=True).stdout
        for order in ("1", "-1")
    }
    assert len(told) == 1


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_is_left_as_it_was(collecting: bool) -> None:
    try:
        (gc.enable if collecting else gc.disable)()
        tutanak.read("Bakan dün Ankara’ya geldi.", language="tr")
        with pytest.raises(NotTurkish):
            tutanak.read("The minister arrived in the capital and said that the talks were good.")
        assert gc.isenabled() == collecting
    finally:
        gc.enable()


def test_an_article_without_an_id_is_named_by_its_text() -> None:
    assert tutanak.read(TEXT).article.id == tutanak.read(TEXT).article.id != tutanak.read(TEXT + " ").article.id


def test_the_seed_report(reading: Reading) -> None:
    """One reading of the report that started the project."""
    aliyev, putin = "İlham Aliyev", "Vladimir Putin"
    assert [(p.name, p.office, p.state) for p in reading.people] == [(aliyev, "Cumhurbaşkanı", "AZ"), (putin, "Devlet Lideri", "RU")]
    rows = reading.to_dict()
    assert [(s["mode"], s["heading"], s["speaker"]) for s in rows["statements"]] == [
        ("indirect", False, "p2"), ("direct", False, "p2"), ("indirect", False, "p2"), ("direct", False, "p2"),
        ("direct", True, "p1"), ("direct", False, "p1"), ("indirect", False, "p1"), ("direct", False, "p1"),
    ]  # fmt: skip
    assert [(m["kind"], m["status"], m["participants"]) for m in rows["meetings"]] == [("meeting", "held", ["p1", "p2"])]
    assert [(int(f.value), f.unit, f.bound, f.direction) for f in reading.figures] == [
        (14, "percent", "exact", "up"), (7, "percent", "over", "up"), (4_500_000_000, "USD", "exact", None),
    ]  # fmt: skip


def test_the_same_text_gives_the_same_bytes(seed_text: str, reading: Reading) -> None:
    again = tutanak.read(seed_text, title="Astana", published="2022-10-13", url="https://example.org/1", id="seed", outlet="Gazete")
    assert dumped(again.to_dict(all=True)) == dumped(reading.to_dict(all=True))


def test_it_is_frozen(reading: Reading) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.topics = ()  # type: ignore[misc]


def test_it_can_be_pickled(reading: Reading) -> None:
    assert pickle.loads(pickle.dumps(reading)).to_dict(all=True) == reading.to_dict(all=True)


def test_it_shows_itself(reading: Reading) -> None:
    assert reading.to_html().startswith("<!DOCTYPE html>")
    assert "Vladimir Putin" in reading._repr_html_()


def test_many_are_read_in_order() -> None:
    given = [TEXT, {"text": TEXT, "id": "b"}, tutanak.Article(TEXT, "c")]
    assert [r.article.id for r in tutanak.read_many(given)][1:] == ["b", "c"]


@pytest.mark.parametrize("text", ["", " \n", "Bakan geldi\0.", "“Bakan\x92 geldi”", "Bakan \ud83d geldi."])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(NotText):
        tutanak.read(text)


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(NotText, match="too long"):
        tutanak.read("a" * (LONGEST + 1))


def test_what_is_not_turkish_is_refused_unless_it_must_be_read() -> None:
    english = "The ministers of the two countries met in Rome and said that the trade was not enough for them."
    with pytest.raises(NotTurkish):
        tutanak.read(english)
    assert tutanak.read(english, language="tr").article.text == english


def problems(minutes: dict[str, Any]) -> list[str]:
    """Where minutes break the contract: ids, references, spans, order."""
    size, told = len(minutes["doc"]["text"]), []
    ids = [r["id"] for kind in (*KINDS, "people", "organisations", "places", "states") for r in minutes[kind]]
    told += ["an id twice"] if len(ids) != len(set(ids)) else []
    for kind in KINDS:
        starts = [r.get("start", (r.get("evidence") or {}).get("start")) for r in minutes[kind]]
        told += [f"{kind} not in text order"] if starts != sorted(starts) else []
        for row in minutes[kind]:
            told += [f"{row['id']}: {n} {row[n]} is not here" for n in ("in", "repeats") if row.get(n) and row[n] not in ids]
            told += [f"{row['id']}: confidence"] if not 0 <= row["confidence"] <= 1 else []
            told += [f"{row['id']}: span {s}" for s in spans(row) if not 0 <= s[0] < s[1] <= size]
    return told


def spans(value: Any) -> list[tuple[int, int]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if "start" in value and "end" in value else []
        return own + [s for v in value.values() for s in spans(v)]
    return [s for v in value for s in spans(v)] if isinstance(value, list) else []


def test_the_contract_is_kept(reading: Reading) -> None:
    assert problems(reading.to_dict()) == problems(reading.to_dict(all=True)) == []


def test_doubtful_records_are_set_apart_and_counted(reading: Reading) -> None:
    assert all(r.confidence < DEFAULT_CONFIDENCE for r in reading.doubtful)
    shown, everything = reading.to_dict(), reading.to_dict(all=True)
    for kind in KINDS:
        assert len(everything[kind]) == len(shown[kind]) + shown["withheld"].get(kind, 0)


PIECES = st.sampled_from([
    "Putin", "Rusya Devlet Başkanı Vladimir Putin", "“", "”", '"', "'", "’", "dedi", "söyledi.", "olduğunu", "belirten", "\n", ". ", ", ", "(", ")",
    "İ", "ı", "yüzde", "14", "4,5 milyar dolar", "geçen yıl", "ile", "bir araya geldi.", "anlaşma", "imzalandı", "e\u0301", "🙂", "\r\n", "\u200b",
    "–", ":", "şöyle konuştu:", "göre", "dün", "13 Ekim", "Ankara", "ABD", "AB", "NATO", "Bakan", "0", "%", "$", "1.000.000", "3-5", "ve",
])  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=40).map(" ".join).filter(str.strip))
def test_no_text_breaks_it(text: str) -> None:
    minutes = tutanak.read(text, language="tr", published="2022-10-13").to_dict(all=True)
    assert problems(minutes) == []
    assert json.loads(dumped(minutes)) == json.loads(json.dumps(minutes))


def test_a_quotation_never_closed_may_have_no_speaker() -> None:
    minutes = tutanak.read("“Biz buna hazırız, bekliyoruz. dedi\n\nİkinci paragraf burada.").to_dict(all=True)
    assert [s["speaker"] for s in minutes["statements"]] in ([], [None])


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_no_characters_break_it(text: str) -> None:
    assert problems(tutanak.read(text, language="tr").to_dict(all=True)) == []


def test_digits_within_a_last_word_break_nothing() -> None:
    assert problems(tutanak.read("Bakan 0A0", language="tr").to_dict(all=True)) == []


LONG = "1" * 40


@pytest.mark.parametrize(
    "around", ["{}", "{} mayıs", "{} buçuk", "{} yıl önce", "{}'inde", "yüzde {}", "virgül {}", "{} milyar dolar", "{}-{} kişi", "1/{}", "{}'da 3"]
)
def test_long_numbers_are_borne(around: str) -> None:
    assert problems(tutanak.read(around.replace("{}", LONG), language="tr", published="2022-10-13").to_dict(all=True)) == []


@pytest.mark.parametrize(("short", "long"), [("2 Kasım", "2014-1-29"), (None, "yarın"), (None, "2022-10-13T10:00:00+03:00")])
def test_any_publication_date_is_borne(short: str | None, long: str) -> None:
    for published in (short, long):
        assert tutanak.read("Bakan dün Roma’ya gitti.", published=published).article.published == published
