"""Who is who over articles: names, surnames, offices that stand alone, bodies; the same whatever the order of the articles."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from sqlalchemy import select

import tutanak
from tutanak.ledger import Ledger
from tutanak.ledger.actors import Named, bodies, holder, people
from tutanak.ledger.naming import body, described, key, same_office
from tutanak.ledger.tables import actors, forms


def form(n: int, name: str, state: str = "", office: str = "", count: int = 1) -> Named:
    return Named(n, "person", name, key(name), state, key(office), "", count)


def who(named: list[Named]) -> dict[str, str]:
    """For each form, as "name/state/office", the name of the person behind it."""
    return {f"{f.name}/{f.state}/{f.office_key}": someone.name for someone in people(named) for f in someone.forms}


def test_a_name_of_several_words_is_one_person() -> None:
    named = [form(1, "Elçin Nazarov", "AZ", "Cumhurbaşkanı"), form(2, "Elçin Nazarov"), form(3, "ELÇİN NAZAROV", "AZ")]
    assert set(who(named).values()) == {"Elçin Nazarov"}


def test_a_shorter_name_is_that_of_which_it_is_a_part() -> None:
    named = [form(1, "Mehmet Ali Demir", "TR"), form(2, "Ali Demir", "TR"), form(3, "Veli Demir", "TR"), form(4, "Demir Ali", "TR")]
    assert who(named)["Ali Demir/TR/"] == "Mehmet Ali Demir"
    assert len(people(named)) == 3


def test_a_shorter_name_that_could_be_two_is_neither() -> None:
    named = [form(1, "Mehmet Ali Demir", "TR"), form(2, "Hasan Ali Demir", "TR"), form(3, "Ali Demir", "TR")]
    assert len(people(named)) == 3


def test_a_surname_is_the_one_of_its_state() -> None:
    named = [form(1, "Elçin Nazarov", "AZ"), form(2, "Timur Nazarov", "KZ"), form(3, "Nazarov", "AZ"),
             form(4, "Nazarov", "KZ"), form(5, "Nazarov", "UZ")]  # fmt: skip
    found = who(named)
    assert (found["Nazarov/AZ/"], found["Nazarov/KZ/"], found["Nazarov/UZ/"]) == ("Elçin Nazarov", "Timur Nazarov", "Nazarov")


def test_a_surname_with_an_office_is_who_holds_it() -> None:
    named = [form(1, "Elçin Nazarov", "AZ", "Devlet Başkanı"), form(2, "Leyla Nazarov", "AZ", "Ekonomi Bakanı"),
             form(3, "Nazarov", "AZ", "Cumhurbaşkanı")]  # fmt: skip
    assert who(named)["Nazarov/AZ/cumhurbaskani"] == "Elçin Nazarov"


def test_a_surname_alone_is_who_outweighs_the_others() -> None:
    named = [form(1, "Elçin Nazarov", "AZ", count=60), form(2, "Leyla Nazarov", "AZ", count=2), form(3, "Nazarov")]
    assert who(named)["Nazarov//"] == "Elçin Nazarov"
    assert who([form(1, "Elçin Nazarov", "AZ", count=6), *named[1:]])["Nazarov//"] == "Nazarov"


def test_a_first_name_stands_for_the_one_who_is_called_so() -> None:
    assert who([form(1, "Şo Linpeng", "CN"), form(2, "Şo", "CN")])["Şo/CN/"] == "Şo Linpeng"


def test_the_order_of_forms_changes_nothing() -> None:
    named = [
        form(1, "Mehmet Ali Demir", "TR", count=30), form(2, "Ali Demir", "TR"), form(3, "Demir", "TR"), form(4, "Demir"),
        form(5, "Veli Demir", "AZ"), form(6, "Demir", "AZ"),
    ]  # fmt: skip
    expected = who(named)
    for order in permutations(named):
        assert who(list(order)) == expected


def test_bodies_by_name_and_acronym() -> None:
    long = Named(1, "organisation", "Bölgesel Su Kurulu", "bolgesel su kurulu", "", "", "", 1, ("bsk",))
    short = Named(2, "organisation", "BSK", "bsk", "", "", "", 1)
    other = Named(3, "organisation", "Su Kurulu", "su kurulu", "TR", "", "", 1)
    assert sorted(len(someone.forms) for someone in bodies([long, short, other])) == [1, 2]
    assert body("Birleşmiş Milletler") == "BM"


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Azerbaycan Cumhurbaşkanı", ("AZ", "Cumhurbaşkanı")), ("Birleşik Arap Emirlikleri Dışişleri Bakanı", ("AE", "Dışişleri Bakanı")),
     ("üst düzey bir yetkili", None), ("Azerbaycan", None), ("Azerbaycan heyeti", None)],
)  # fmt: skip
def test_an_office_that_stands_alone(words: str, expected: tuple[str, str] | None) -> None:
    found = described(words, "2022-10-13")
    assert (found and (found.state, found.office)) == expected
    assert found is None or found.month == "2022-10"


def test_the_holder_of_an_office_is_the_nearest() -> None:
    held = {1: ("2014-08-01", "2018-06-30"), 2: ("2018-07-10", "2023-05-01")}
    assert [holder(month, held) for month in ("2016-01", "2018-07", "2024-01", "2026-01", "2011-01")] == [1, 2, 2, None, None]
    assert holder("2016-01", held | {3: ("2015-01-01", "2017-01-01")}) is None


def test_heads_of_state_by_any_title() -> None:
    assert same_office(key("Devlet Lideri")) == same_office(key("Cumhurbaşkanı")) != same_office(key("Başbakan"))


ARTICLES = [
    "Azerbaycan Cumhurbaşkanı Elçin Nazarov ile Rusya Devlet Başkanı İvan Petrov, Bakü’de bir araya geldi.\n",
    "Azerbaycanlı lider Nazarov, Rusya ile ticaretin büyüdüğünü söyledi. Nazarov, “İlişkilerimiz gelişiyor.” dedi.\n",
    "Azerbaycan Cumhurbaşkanı, Rusya ile ilişkilerin geliştiğini söyledi.\n",
    "Rusya Devlet Lideri İvan Petrov, Azerbaycan ile yeni bir anlaşma imzalanacağını belirtti.\n",
]


def whom(ledger: Ledger) -> set[tuple[str, str, str, str | None]]:
    """Every form with the name of its actor."""
    with ledger.store.reading() as connection:
        asked = select(forms.c.name, forms.c.state, forms.c.office, actors.c.name).outerjoin(actors, actors.c.id == forms.c.actor_id)
        return {tuple(row) for row in connection.execute(asked)}  # type: ignore[misc]


def test_one_identity_over_articles(ledger: Ledger) -> None:
    for n, words in enumerate(ARTICLES):
        ledger.add(tutanak.read(words, published=f"2022-10-{13 + n}", language="tr"))
    found = whom(ledger)
    assert {name for name, state, _, name in found if state == "AZ"} == {"Elçin Nazarov"}
    assert ("", "AZ", "Cumhurbaşkanı", "Elçin Nazarov") in found
    assert {name for _, state, _, name in found if state == "RU"} == {"İvan Petrov"}


def test_the_order_of_articles_changes_no_identity(ledger: Ledger) -> None:
    readings = [tutanak.read(words, published=f"2022-10-{13 + n}", language="tr") for n, words in enumerate(ARTICLES)]
    random.Random(7).shuffle(readings)
    with ledger.begin("shuffled", batch=2) as run:
        for reading in readings:
            run.add(reading)
    assert {name for _, state, _, name in whom(ledger) if state == "AZ"} == {"Elçin Nazarov"}
