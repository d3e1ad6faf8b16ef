"""Swapped words: the map itself, sentences and articles in which swaps show or must not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tutanak import read
from tutanak.languages.variants import Variants, expand, meant, swaps, variants
from tutanak.records import spin
from tutanak.text import as_it_stands, lay_out
from tutanak.text.swaps import SPUN, STRONG
from tutanak.text.swaps import swaps as found_in

EVERY = Variants(variants().all, least=0.0)
CASES = Path(__file__).parent / "cases" / "tr"
MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def entries() -> list[tuple[str, str, str]]:
    from tutanak.languages import load

    section = load("tr").section("variants")
    return [(says, entry["meant"], example) for rows in section.values() for entry in rows for says, example in entry["says"].items()]


def sentences(kind: str) -> list[str]:
    lines = (CASES / "spin.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    return [line.removeprefix("= ") for line in lines if line.startswith("= ") == (kind == "ordinary")]


def articles(sign: str) -> list[str]:
    text = (CASES / "spun_articles.txt").read_text(encoding="utf-8")
    return [block[2:] for block in text.split("\n\n") if block.startswith(sign + " ")]


def pairs() -> list[tuple[str, str]]:
    blocks = (CASES / "spun_records.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    return [(usual, spun) for usual, spun in (block.strip().split("\n") for block in blocks)]


# THE MAP


def test_no_word_stands_for_itself() -> None:
    assert [v for v in variants().all if " ".join(v.says) == v.meant] == []


def test_no_chain_of_swaps_leads_back() -> None:
    meanings: dict[str, set[str]] = {}
    for v in variants().all:
        meanings.setdefault(" ".join(v.says), set()).add(v.meant)
    for start in meanings:
        reached, todo = set[str](), list(meanings[start])
        while todo:
            word = todo.pop()
            if word not in reached:
                reached.add(word)
                todo.extend(meanings.get(word, ()))
        assert start not in reached, f"{start} leads back to itself"


def test_no_swap_is_written_twice() -> None:
    rules = [v.rule for v in variants().all]
    assert sorted(r for r in set(rules) if rules.count(r) > 1) == []


def test_no_dead_ends() -> None:
    """Each way there leads back: what a word hides shows it, and expand knows them all."""
    for v in variants().all:
        says = " ".join(v.says)
        if not v.loose:
            assert v.meant in meant(says)
            assert says in swaps(v.meant)


@pytest.mark.parametrize(("says", "usual", "example"), entries(), ids=lambda x: str(x)[:30])
def test_each_swap_is_found_in_its_example(says: str, usual: str, example: str) -> None:
    found = [(" ".join(v.says), v.meant) for s in found_in(as_it_stands(example), EVERY) for v in (s.variant, *s.others)]
    assert (says, usual) in found


def test_no_swap_is_found_where_it_must_not() -> None:
    from tutanak.languages import load

    for rows in load("tr").section("variants").values():
        for entry in rows:
            if "not" in entry:
                found = [s.variant.meant for s in found_in(as_it_stands(entry["not"]), EVERY)]
                assert entry["meant"] not in found, entry["not"]


# RULES


def test_expand_gives_the_wordings_of_a_swapped_text() -> None:
    wordings = expand(("ifade", "kullan"))
    assert ("tabir", "kullan") in wordings
    assert ("ifade", "kullan") not in wordings
    assert ("bir", "orta", "gel") in expand(("bir", "araya", "gel"))
    assert len(expand(("ifade", "kullan") * 9)) <= 64
    assert expand(()) == []


# TEXTS


@pytest.mark.parametrize("sentence", sentences("spun"))
def test_swaps_in_sentences(sentence: str) -> None:
    text = MARK.sub(r"\1", sentence)
    found = {(s.span(layout).of(text), v.meant) for layout in [as_it_stands(text)] for s in found_in(layout, EVERY) for v in (s.variant, *s.others)}
    for words, usual in MARK.findall(sentence):
        if usual:
            assert (words, usual) in found


@pytest.mark.parametrize("sentence", sentences("ordinary"))
def test_ordinary_sentences_show_none(sentence: str) -> None:
    assert [s for s in found_in(as_it_stands(sentence)) if s.variant.weight >= STRONG] == []


@pytest.mark.parametrize("text", articles("="), ids=lambda t: t[:20])
def test_articles_as_written(text: str) -> None:
    findings, score = spin.find(lay_out(text))
    assert score < 0.1
    assert findings == []


@pytest.mark.parametrize("text", articles("~"), ids=lambda t: t[:20])
def test_spun_articles(text: str) -> None:
    findings, score = spin.find(lay_out(text))
    assert score > 0.9
    assert len(findings) >= 15
    assert all(f.kind == "spin" and f.meant for f in findings)


def test_a_rare_word_or_two_say_nothing() -> None:
    text = "Norveç ile İsveç, barış deklarasyonunu Oslo'da imzaladı. Bakanlar, iş birliğinin elzem olduğunu söyledi. Toplantı iki gün sürdü."
    assert read(text, language="tr").findings == ()
    more = text + " Vekiller, müteakiben cihan matbuatına izahat verdi."
    assert [f.kind for f in read(more, language="tr").findings].count("spin") >= 3


def test_swapped_words_read_as_the_words_that_were_meant() -> None:
    text = articles("~")[0]
    layout = lay_out(text)
    lemmas = {t.text: [f.lemma for f in t.forms] for t in layout.tokens}
    assert "ifade" in lemmas["tabirlerini"]
    assert "barış" in lemmas["sulh"]
    assert "araya" in lemmas["ortaya"]
    assert layout.text == text
    assert any(t.low == "arasındaki" for t in layout.tokens)


# RECORDS

SPUN_BEFORE = (
    "Beynelmilel münasebetler ehemmiyet taşıyor; sulh, muahede ve hürriyet gayesi her cihetten mühim. "
    "Cihan matbuatı izahat, malumat ve kelam bekliyor.\n"
)


def told(sentence: str) -> list[object]:
    reading = read(SPUN_BEFORE + sentence, language="tr")
    said = [(s.mode, [who.name for who in s.speakers]) for s in reading.statements]
    met = [(m.kind, sorted(who.name for who in m.participants), m.status) for m in reading.meetings]
    return [*said, *met]


@pytest.mark.parametrize(("usual", "spun"), pairs(), ids=lambda sentence: sentence[:40])
def test_records_of_a_swapped_sentence_are_those_of_the_usual_one(usual: str, spun: str) -> None:
    assert lay_out(SPUN_BEFORE + spun).spin >= SPUN
    assert told(spun) == told(usual) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Norveç Başvekili Erik Dahl, harbin sürdüğünü fark etti.",  # who sees or knows a fact does not tell it
        "Norveç Başvekili Erik Dahl, harbin sürdüğünü idrak eden heyeti bekledi.",
        "Norveç Başvekili Erik Dahl, sürdüğü harbi dermeyan etti.",  # no fact stands before the verb
        "Norveç Başvekili Erik Dahl, harbin sürdüğünü dermeyan etmedi.",
        "Norveç Başvekili Erik Dahl, harbin sürdüğünü dermeyan edecek.",
    ],
)
def test_not_every_unknown_verb_tells(sentence: str) -> None:
    assert lay_out(SPUN_BEFORE + sentence).spin >= SPUN
    assert told(sentence) == []


@pytest.mark.parametrize("before", ["", SPUN_BEFORE])
def test_an_unknown_verb_right_behind_a_fact_tells_in_any_article(before: str) -> None:
    (said,) = read(before + "Norveç Başbakanı Erik Dahl, savaşın sürdüğünü dermeyan etti.", language="tr").statements
    assert said.rule == "tr/reporting:by its place"


def test_behind_a_quotation_it_tells_in_a_spun_article_alone() -> None:
    sentence = "“Barış istiyoruz” buyuran Norveç Başbakanı Erik Dahl, ülkesine döndü."
    assert [who.name for s in read(SPUN_BEFORE + sentence, language="tr").statements for who in s.speakers] == ["Erik Dahl"]
    assert read(sentence, language="tr").statements == ()


def test_who_finds_a_fact_out_does_not_tell_it() -> None:
    for found in ("belirledi", "saptadı", "keşfetti", "gözlemledi", "tescilledi"):
        assert read(f"Norveç Başbakanı Erik Dahl, savaşın sürdüğünü {found}.", language="tr").statements == ()
