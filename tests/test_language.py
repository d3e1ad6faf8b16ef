"""The reader's own test of language."""

from __future__ import annotations

import pytest

from tutanak.text import lay_out
from tutanak.text.language import is_turkish

TURKISH = [
    "Bakanlar Roma’da bir araya geldi.",
    "Putin, Paşinyan, Aliyev.",
    "Disisleri Bakani Veli, Roma'da Italyan mevkidasi ile bir araya geldi ve iki ulke arasindaki ticareti gorustu.",
    "DIŞİŞLERİ BAKANI VELİ ROMA’YA GİTTİ",
    "Milano'da yapılan “The Future of Energy” panelinde konuşan bakan, iki ülkenin birlikte çalıştığını söyledi.",
]
FOREIGN = [
    "The ministers met in Rome.",
    "Die Minister der beiden Staaten trafen sich in Rom und sprachen über den Handel.",
    "Les ministres des deux pays se sont réunis à Rome pour parler du commerce.",
    "Los ministros de los dos países se reunieron en Roma y hablaron del comercio.",
    "I ministri dei due paesi si sono incontrati a Roma per parlare del commercio.",
    "Azərbaycan və Rusiya prezidentləri görüşüb.",
    "Wezîrên her du welatan li Romayê civiyan û li ser bazirganiyê axivîn.",
    "Министры встретились в Риме.",
    "التقى الوزيران في روما",
    "Οι υπουργοί συναντήθηκαν στη Ρώμη.",
    "Miniștrii celor două țări s-au întâlnit la Roma și au discutat despre comerț.",
]


@pytest.mark.parametrize("text", TURKISH)
def test_turkish(text: str) -> None:
    assert is_turkish(lay_out(text))


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign(text: str) -> None:
    assert not is_turkish(lay_out(text))
