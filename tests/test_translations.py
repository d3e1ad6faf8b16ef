"""One quotation put into Turkish by several people: aligned by speaker, day, numbers, names and rare words; told apart from other sayings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("rensa")
import tutanak
from tutanak.cli import cli
from tutanak.ledger import Ledger
from tutanak.stories import quoting
from tutanak.stories.shelving import gather
from tutanak.stories.translating import alike, counting, foreign, translated

CASES = Path(__file__).resolve().parent / "cases" / "tr" / "translations.txt"


def cases() -> Iterator[tuple[str, str, str]]:
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line[:2] in ("= ", "≠ ", "~ "):
            one, other = line[2:].split(" | ")
            yield line[0], one, other


@pytest.mark.parametrize(("how", "one", "other"), list(cases()))
def test_two_wordings(how: str, one: str, other: str) -> None:
    told = translated(counting(one), counting(other))
    assert told == translated(counting(other), counting(one))
    assert bool(told) == (how == "=")


def test_all_ways_are_tested() -> None:
    assert {how for how, _, _ in cases()} == {"=", "≠", "~"}
    assert sum(not alike(one, other) for how, one, other in cases() if how == "=") >= 8, "the words themselves would tell the others"


def test_who_speaks_another_language() -> None:
    assert [foreign(states) for states in (["RU"], ["RU", "FR"], ["TR"], ["XN"], ["RU", "TR"], [None], [])] == [True, True, *[False] * 5]


ONE = "Rusya Devlet Başkanı Viktor Sokolov, “{}” dedi. Sokolov, Hazar kıyısındaki limanların yıl sonuna kadar genişletileceğini söyledi."
OTHER = "Moskova’da gazetecilere konuşan Rusya Devlet Başkanı Viktor Sokolov şöyle konuştu: “{}” Toplantıya çok sayıda gazeteci katıldı."
GRAIN = (
    "Viyana’daki toplantıda 40 bin ton tahılın gönderilmesine karar verdik.",
    "Viyana toplantısında 40 bin ton buğday yollama kararı aldık.",
)
LATER = "Rusya Devlet Başkanı Viktor Sokolov bir televizyona konuştu. Sokolov, “{}” ifadelerini kullandı ve ertesi gün Minsk’e gitti."
ELSE = "Viyana’daki toplantıda tutuklu takası hiç gündeme gelmedi."


@pytest.fixture
def kept(store: Callable[[], str]) -> Iterator[Ledger]:
    """Two translations in two outlets, the second with another saying beside it; a third outlet with the same words as the first."""
    with Ledger(store()) as ledger:
        given = [(ONE, GRAIN[0], "2031-03-04", "Bir"), (OTHER, f"{ELSE} {GRAIN[1]}", "2031-03-05", "İki"), (OTHER, ELSE, "2031-03-04", "Üç")]
        given.append((LATER, GRAIN[1], "2031-03-09", "Dört"))
        for report, words, day, outlet in given:
            ledger.add(tutanak.read(report.format(words), published=day, outlet=outlet, url=f"https://example.org/{outlet}", language="tr"))
        yield ledger


def quoted(ledger: Ledger, words: str) -> quoting.Quotation:
    """All wordings of the direct statement with these words, the earliest of them."""
    ids = [told.id for told in ledger.records("statements") if told.body["mode"] == "direct" and words in told.words]
    with ledger.store.reading() as connection:
        return quoting.variants(connection, ledger.store.dialect, ids[-1] if len(ids) == 1 else ids[0])


def test_a_translation_is_found_in_both_directions_and_marked_word_by_word(kept: Ledger) -> None:
    for words in ("tahılın", "takası hiç gündeme gelmedi. Viyana"):
        found = quoted(kept, words)
        assert [(v.told.source.outlet, v.how) for v in found.variants] == [("Bir", "first"), ("İki", "translated")]
    changed = {(d.kind, d.old) for d in found.variants[1].differences}
    assert any("tahılın" in old for kind, old in changed if kind == "changed")
    one, other = (v.told.words for v in found.variants)
    assert all(d.old_span.of(one) == d.old and d.new_span.of(other) == d.new for d in found.variants[1].differences)


def test_days_apart_are_another_speech(kept: Ledger) -> None:
    assert "Dört" not in {v.told.source.outlet for v in quoted(kept, "tahılın").variants}


def test_a_speaker_of_turkish_is_not_translated(store: Callable[[], str]) -> None:
    with Ledger(store()) as ledger:
        for n, words in enumerate(GRAIN):
            report = "Türkiye Cumhurbaşkanı Selim Arıkan, “{}” dedi. Arıkan, Hazar kıyısındaki limanların genişletileceğini söyledi."
            ledger.add(tutanak.read(report.format(words), published="2031-03-04", outlet=f"Gazete {n}", language="tr"))
        assert [v.how for v in quoted(ledger, "tahılın").variants] == ["first", "changed"]


def test_translations_are_listed_and_shown(kept: Ledger) -> None:
    gather(kept)
    with kept.store.reading() as connection:
        listed = quoting.several(connection)
    assert [[v.how for v in q.variants] for q in listed if "translated" in {v.how for v in q.variants}] == [["first", "translated"]]
    where = kept.store.url.render_as_string(hide_password=False)
    for lang, words in (("en", "translated differently"), ("tr", "çevirisi farklı")):
        ran = CliRunner().invoke(cli, ["quotes", "--ledger", where, "--lang", lang, "--format", "md"])
        assert (ran.exit_code, words in ran.stdout) == (0, True), ran.output
