"""What is shown of articles that are no affair of states, on invented ones: a long text says by its words what it is about."""

from __future__ import annotations

import pytest

from marked import read
from tutanak.records import Records, take
from tutanak.records.sphere import is_among_states, is_of_sport

PLAIN = "Kent merkezinde hava bu hafta boyunca açık geçti, çarşıda alışveriş sürdü. "
SPORT = "Teknik direktör, maçtan önce takımın antrenmanında forvet oyuncularla gol çalıştığını, taraftarın tribünde olacağını söyledi. "
ABROAD = "Kenya hükümeti, Uganda'nın kararını değerlendiriyor; Nairobi yönetimi sınırda önlem aldı. "


def shown(text: str) -> tuple[list[str], list[str]]:
    """The undertakings and the acts of a text that are shown by default."""
    found: Records = take(*read(text))
    made = [u.span.of(text) for u in found.undertakings if u.confidence >= 0.5]
    return made, [a.type for a in found.acts if a.confidence >= 0.5]


@pytest.mark.parametrize(
    ("text", "made", "done"),
    [
        (PLAIN * 9 + "Banka, yeni evler için kredi anlaşmasını imzaladı.", [], []),
        (PLAIN * 9 + "Orlan Holding, Kavak Holding'in teklifini reddetti.", [], []),
        (PLAIN * 9 + "Kenya ordusu, Uganda'nın başkentine saldırı düzenledi.", [], ["ASSAULT"]),
        (PLAIN * 9 + "Kenya ile Uganda ticaret anlaşması imzaladı.", ["ticaret anlaşması"], ["AGREE"]),
        (PLAIN * 9 + "Orlan Holding, Kenya'nın teklifini reddetti.", [], []),
        (SPORT * 5 + "Kulüp, Kenyalı futbolcuyla iki yıllık sözleşme imzaladı.", [], []),
        (SPORT * 5 + "Kenya, Uganda'yı bombaladı ve turu geçti.", [], []),
        (ABROAD * 6 + "Taraflar ticaret anlaşması imzaladı.", ["ticaret anlaşması"], []),
    ],
)  # fmt: skip
def test_what_is_shown(text: str, made: list[str], done: list[str]) -> None:
    assert shown(text) == (made, done)


@pytest.mark.parametrize(
    ("words", "among"),
    [
        ("Kenya'nın kararı Uganda'yı kızdırdı.", True),
        ("Kenya'da ve Uganda'da hava güzeldi.", False),  # where something is
        ("Kenyalı sanatçı, Ugandalı şarkıcıyla sahneye çıktı.", False),
        ("Kenya Dışişleri Bakanı Amos Wekesa ile Uganda Başbakanı Ruth Akello konuştu.", True),
        ("NATO ile Avrupa Birliği konuştu.", True),
        ("Orlan Holding ile Türkiye konuştu.", False),
    ],
)  # fmt: skip
def test_who_makes_an_article_one_among_states(words: str, among: bool) -> None:
    assert is_among_states(*read(PLAIN * 6 + words)) is among


def test_sport_is_told_by_its_words_and_not_by_one_of_them() -> None:
    assert is_of_sport(read(SPORT * 4)[0])
    assert not is_of_sport(read(ABROAD * 6 + "Heyet akşam maç izledi.")[0])
