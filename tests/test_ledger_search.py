"""Search by Turkish rules, on both stores: folds, prefixes, phrases, exact hits first, hits at their offsets in the text."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Iterator

import pytest

import tutanak
from tutanak.errors import LedgerError
from tutanak.ledger import Ledger, states

TEXTS = {
    "light": "Başkentte IŞIK gösterisi yapıldı. Bakan, gösterinin iki ülke arasındaki dostluğu simgelediğini söyledi.",
    "name": "Muhalefet lideri Kemal Kılıçdaroğlu, komşu ülkelerle görüşmelerin sürmesini istediğini söyledi.",
    "plain": "Haber sitesi kilicdaroglu adını harfsiz yazdı. Bakan, bunun bir yanlışlık olduğunu söyledi.",
    "talks": "Bakanlar Bakü’de görüştü. Görüşmede ticaret ve ulaştırma ele alındı, anlaşmanın imzalanacağı söylendi.",
    "marks": unicodedata.normalize("NFD", "Bakan Işıl Çağlar, Şırnak’ta yeni sınır kapısının açılacağını söyledi."),
    "emoji": "😀 Bakan, “İZMİR’de görüşeceğiz” dedi ve anlaşmanın imzalandığını söyledi.",
}


@pytest.fixture(scope="module")
def kept(store: Callable[[], str]) -> Iterator[Ledger]:
    with Ledger(store()) as ledger:
        for n, (name, words) in enumerate(TEXTS.items()):
            ledger.add(tutanak.read(words, id=name, title=name, published=f"2022-10-1{n}", language="tr"))
        yield ledger


def found(ledger: Ledger, question: str, **within: str) -> list[str]:
    return [hit.title or "" for hit in ledger.search(question, **within)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("ışık", ["light"]), ("IŞIK", ["light"]), ("isik", ["light"]), ("kilicdaroglu", ["plain", "name"]), ("Kılıçdaroğlu", ["name", "plain"]),
     ("KILIÇDAROĞLU", ["name", "plain"]), ("görüşme*", ["talks", "name"]), ("gorusme*", ["talks", "name"]), ("görüşme", []),
     ("izmir", ["emoji"]), ("İzmir", ["emoji"]), ("ızmir", ["emoji"]), ("şırnak", ["marks"]), ("ışıl çağlar", ["marks"]),
     ('"ticaret ve ulaştırma"', ["talks"]), ('"ulaştırma ticaret"', []), ("Bakü’de görüştü", ["talks"]), ("ticaret anlaşmanın", ["talks"]),
     ("ticaret Şırnak", [])],
)  # fmt: skip
def test_words_are_found_by_turkish_rules(kept: Ledger, question: str, expected: list[str]) -> None:
    assert sorted(found(kept, question)) == sorted(expected)
    if "kilicdaroglu" in question.lower() or "kılıçdaroğlu" in question:
        assert found(kept, question) == expected


def test_what_is_written_like_the_question_stands_first(kept: Ledger) -> None:
    assert [hit.exact for hit in kept.search("kilicdaroglu")] == [True, False]
    assert found(kept, "Kılıçdaroğlu")[0] == "name"


@pytest.mark.parametrize(("question", "words"), [("ışık", ["IŞIK"]), ("görüşmed*", ["Görüşmede"]),
                                                 ("şırnak", [unicodedata.normalize("NFD", "Şırnak")]),
                                                 ("İzmir", ["İZMİR"]), ('"ticaret ve ulaştırma"', ["ticaret ve ulaştırma"])])  # fmt: skip
def test_hits_are_told_by_offsets_of_the_text_as_it_came(kept: Ledger, question: str, words: list[str]) -> None:
    hit = kept.search(question)[0]
    assert [span.of(hit.text) for span in hit.spans] == words
    assert hit.around.holds(hit.spans[0])


def test_a_hit_names_the_records_that_hold_it(kept: Ledger) -> None:
    assert kept.search("dostluğu")[0].records
    assert kept.search("Başkentte")[0].records == ()


def test_days_and_pages(kept: Ledger) -> None:
    assert found(kept, "söyledi*", since="2022-10-14") == ["marks"] or set(found(kept, "söyledi*", since="2022-10-14")) == {"marks", "emoji"}
    assert set(found(kept, "bakan*", until="2022-10-12")) == {"light", "plain"}
    every = found(kept, "söyle*")
    assert [hit.title for n in range(0, 6, 2) for hit in kept.search("söyle*", limit=2, offset=n)] == every


@pytest.mark.parametrize("question", ["", "  ", "“”", "* ?"])
def test_a_question_without_words_is_told(kept: Ledger, question: str) -> None:
    with pytest.raises(LedgerError, match="nothing to search for"):
        kept.search(question)


@pytest.mark.parametrize("question", ["NEAR(a b)", "a AND NOT b", "lower : x", "a & b | c", "'; DROP TABLE words", 'an "open phrase'])
def test_words_of_a_query_language_are_only_words(kept: Ledger, question: str) -> None:
    assert kept.search(question) == []


def test_a_very_long_text_is_found_to_its_end(ledger: Ledger) -> None:
    begun = tutanak.read("Bakan, görüşmenin verimli geçtiğini söyledi.", language="tr")
    words = begun.article.text + " Görüşmeler sürdü." * 30_000 + " Sonunda kuyrukluyıldız göründü."
    ledger.add(dataclasses.replace(begun, article=dataclasses.replace(begun.article, text=words)))
    assert len(ledger.search("kuyrukluyıldız")) == 1


@pytest.mark.parametrize(
    ("named", "code"),
    [("AZ", "AZ"), ("az", "AZ"), ("Azerbaycan", "AZ"), ("azerbaijan", "AZ"), ("Rusya", "RU"), ("Russia", "RU"), ("RUSYA", "RU"), ("Türkiye", "TR"),
     ("turkiye", "TR"), ("Azeri", "AZ"), ("Bakü", "AZ"), ("NATO", "NATO"), ("Birleşmiş Milletler", "BM")],
)  # fmt: skip
def test_states_by_any_name(named: str, code: str) -> None:
    assert states.code(named) == code


def test_an_unknown_state_is_told_with_the_likely_ones() -> None:
    with pytest.raises(LedgerError, match=r"did you mean 'azerbaycan' \(AZ\)"):
        states.code("Azerbeycan")
    with pytest.raises(LedgerError, match="a pair is of two"):
        states.pair("Azerbaycan", "AZ")
