"""What holds of any text: spans partition it, folding keeps its length, time grows with its length alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutanak.text import casing, lay_out
from tutanak.text.layout import SIGNS, Layout
from tutanak.text.morphology import turkish
from tutanak.text.tokens import Tokenizing

TURKISH = st.text(st.sampled_from("aıiIİoöuüşŞğç \n\t.,:;!?…'’‘\"“”«»()-%0123456789ABCâé̇ın’da 6."), max_size=200)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@given(ANY | TURKISH)
def test_folding_keeps_the_length(text: str) -> None:
    assert len(casing.fold(text)) == len(casing.lower(text)) == len(casing.upper(text)) == len(casing.plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("DIŞİŞLERİ", "dışişleri", "DIŞİŞLERİ"), ("ısı", "ısı", "ISI"), ("İstanbul", "istanbul", "İSTANBUL"), ("IĞDIR", "ığdır", "IĞDIR"),
        ("KIRK ALTI YEDİ", "kırk altı yedi", "KIRK ALTI YEDİ"), ("ŞÖYLE", "şöyle", "ŞÖYLE"),
        ("kâğıt", "kâğıt", "KÂĞIT"), ("Straße", "straße", "STRAßE"),
    ],
)  # fmt: skip
def test_turkish_case(text: str, low: str, high: str) -> None:
    assert casing.lower(text) == low
    assert casing.upper(text) == high


def test_folding_makes_marks_plain() -> None:
    assert casing.fold("“İyi” ‘Iğdır’") == "\"iyi\" 'ığdır'"


@given(ANY | TURKISH)
@settings(deadline=None)
def test_tokens_point_into_the_text(text: str) -> None:
    layout = lay_out(text)
    at = 0
    for place, token in enumerate(layout.tokens):
        assert at <= token.start < token.base_end <= token.end <= len(text)
        assert text[token.start : token.end] == token.text
        assert casing.fold(token.text) == token.low
        assert token.index == place
        assert token.forms
        at = token.end


def tokens_of(made: Tokenizing) -> tuple[list[tuple[str, int, int, int]], list[int], list[int], list[int]]:
    return [(t.text, t.start, t.base_end, t.end) for t in made.tokens], made.marks, made.stops, [place for place, _ in made.doubts]


@given(ANY | TURKISH)
@settings(deadline=None)
def test_word_by_word_or_by_the_pattern_the_tokens_are_the_same(text: str) -> None:
    by_pattern = Tokenizing(text, turkish())
    by_pattern.read(0, len(text))
    for _ in range(2):  # the second time every word has been met before
        by_word = Tokenizing(text, turkish())
        by_word.run()
        assert tokens_of(by_word) == tokens_of(by_pattern)


def signed(layout: Layout, sign: int) -> list[str]:
    return [layout.tokens[at].text for at in layout.bearing(sign)]


def test_signs_are_found_by_lemma_by_word_and_by_test_in_texts_laid_out_before_too() -> None:
    layout = lay_out("Bakan Ankara’da konuştu, sonra Bakanlar dağıldı.")
    assert signed(layout, SIGNS.of_words(("bakan",))) == ["Bakan", "Bakanlar"]
    assert signed(layout, SIGNS.of_words((), ("ankara",))) == ["Ankara’da"]
    numbered = SIGNS.of_test(lambda word: word.kind == "punct")
    assert signed(layout, numbered) == [",", "."]
    assert layout.bearing_among(numbered, 0, 5) == [3]
    assert layout.bearing(1 << 500) == []


@given(ANY | TURKISH)
@settings(deadline=None)
def test_sentences_part_the_tokens(text: str) -> None:
    layout = lay_out(text)
    at = 0
    for place, sentence in enumerate(layout.sentences):
        assert sentence.first == at < sentence.last
        assert sentence.index == place
        assert {t.sentence for t in layout.tokens[sentence.first : sentence.last]} == {place}
        assert layout.paragraphs[sentence.paragraph].start <= sentence.start < sentence.end
        at = sentence.last
    assert at == len(layout.tokens)


@given(ANY | TURKISH)
@settings(deadline=None)
def test_quotations_nest_and_stay_in_their_sentence(text: str) -> None:
    layout = lay_out(text)
    for place, quotation in enumerate(layout.quotations):
        assert quotation.index == place
        assert quotation.open < quotation.start < quotation.end <= quotation.close
        assert len({t.sentence for t in layout.tokens[quotation.first - 1 : quotation.last]}) == 1
        inner = layout.inner[place]
        assert inner[0].first == quotation.first
        assert inner[-1].last == quotation.last
        if quotation.parent >= 0:
            around = layout.quotations[quotation.parent]
            assert around.first <= quotation.first <= quotation.last <= around.last


HOSTILE = {
    "unclosed": "“Bakan geldi. ",
    "closed": "Bakan” geldi. ",
    "single": "'bakan ",
    "nested": "“‘",
    "brackets": "(((",
    "capitals": "BAKANLAR",
    "words": "Azerbaycan Cumhurbaşkanı ",
    "dots": "a.b.",
    "initials": "A.",
    "hyphens": "a-",
    "apostrophes": "a'b'",
    "digits": "1.2,3:",
    "stops": ". ",
    "at": "a@",
    "lines": "a\n",
    "marks": "\"'",
    "address": "http://",
}


@pytest.mark.usefixtures("collector_at_rest")
@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    def seconds(length: int) -> float:
        text = (HOSTILE[name] * length)[:length]
        best = 9.0
        for _ in range(2):
            start = time.process_time()
            lay_out(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(80_000) < 12 * seconds(20_000) + 0.05
