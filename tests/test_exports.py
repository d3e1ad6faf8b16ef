"""Minutes told in each format, and the page on which every value lights up its characters."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from tutanak.exports import FORMATS, Style, export
from tutanak.exports.digest import digest, lights
from tutanak.exports.html import fragment, page
from tutanak.exports.minutes import KINDS, number
from tutanak.exports.relation import relation
from tutanak.exports.words import LABELS, label, state_name
from tutanak.reading import read

Row = dict[str, Any]


@pytest.fixture(scope="module")
def minutes(seed_text: str) -> Row:
    return read(seed_text, title="Astana’da <görüşme> & “barış”").to_dict(all=True)


class Page(HTMLParser):
    """What a page holds: ids, links, classes, the words of the text side, and whether anything is fetched or run."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.classes: set[str] = set()
        self.text: list[str] = []
        self.fetched: list[str] = []
        self.depth = 0
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        self.ids += [given["id"]] if "id" in given else []
        self.classes |= set(given.get("class", "").split())
        self.links += [given["href"]] if tag == "a" else []
        self.fetched += [tag] if tag in ("script", "link", "img", "iframe") or "src" in given else []
        if tag == "section":
            self.depth = 1 if given.get("class") == "text" else 0

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self.depth = 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text.append(data)


def test_each_format_is_made_of_the_same_bytes_again(minutes: Row) -> None:
    for form in FORMATS:
        assert b"".join(export(form)([minutes], Style())) == b"".join(export(form)([minutes], Style())), form


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match="jsonl"):
        export("xml")


@pytest.mark.parametrize("lang", ["en", "tr"])
def test_the_page_lights_every_value(minutes: Row, lang: str) -> None:
    source = page([minutes], lang)
    shown = Page(source)
    assert shown.links
    assert len(shown.ids) == len(set(shown.ids))
    for link in shown.links:
        ident = link.removeprefix("#")
        assert ident in shown.ids, f"{link} leads nowhere"
        assert ident in shown.classes, f"{link} lights nothing"
        assert f"#{ident}:target" in source


def test_the_page_holds_the_text_as_it_came(minutes: Row) -> None:
    assert "".join(Page(page([minutes], "tr")).text) == minutes["doc"]["text"]


def test_the_page_needs_nothing_from_outside(minutes: Row) -> None:
    source = page([minutes], "tr")
    assert Page(source).fetched == []
    assert "://" not in source
    assert "url(" not in source


def test_a_page_of_several_keeps_them_apart(minutes: Row) -> None:
    shown = Page(page([minutes, minutes], "en"))
    assert len(shown.ids) == len(set(shown.ids))
    assert {"#d1", "#d2"} <= set(shown.links)


def test_the_fragment_is_no_page(minutes: Row) -> None:
    assert "<html" not in fragment(minutes, "tr")


def test_every_light_lies_in_the_text(minutes: Row) -> None:
    size = len(minutes["doc"]["text"])
    assert all(0 <= start < end <= size for spans in lights(minutes).values() for start, end in spans)


@pytest.mark.parametrize("lang", ["en", "tr"])
def test_the_digest_tells_every_record(minutes: Row, lang: str) -> None:
    told = {s.kind: len(s.lines) for s in digest(minutes, lang).sections}
    for kind in KINDS:
        assert told.get(kind, 0) == len(minutes[kind])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norveç Dışişleri Bakanlığına göre, sınır dün açıldı.", "göre: … sınır dün açıldı"),
        ("Norveç Dışişleri Bakanlığı, sınırın açıldığını bildirdi.", "… sınırın açıldığını bildirdi"),
    ],
)
def test_a_cue_stands_where_it_stands_in_the_text(text: str, wanted: str) -> None:
    said = next(section for section in digest(read(text).to_dict(), "en").sections if section.kind == "statements")
    assert "".join(run.words for run in said.lines[0].runs if not run.words.startswith(" →")) == wanted


def test_a_name_stands_alone_as_it_is_called() -> None:
    told = read("Türkiye ile Mısır arasındaki askeri desteğin durdurulması istendi.", language="tr").to_dict(all=True)
    named = [line.runs[0].words for section in digest(told, "en").sections if section.kind == "undertakings" for line in section.lines]
    assert named == ["askeri destek"]


def test_who_only_speaks_is_no_side_of_a_relation() -> None:
    told = "Norveç gazetesi Nordlys, İsveç'in askerlerini çektiğini yazdı. NATO, Rusya'nın saldırısını kınadı."
    assert relation(read(told, language="tr").to_dict()) == ("NATO", "RU")
    alone = relation(read("BBC, İsveç'in askerlerini çektiğini yazdı.", language="tr").to_dict())
    assert alone is None


def test_what_an_article_begins_with_leads_its_relation() -> None:
    others = "Şili, Fiji'yi kınadı. Fiji, Şili'yi suçladı."
    assert relation(read(others, language="tr").to_dict()) == ("CL", "FJ")
    assert relation(read(f"Norveç, Peru'yu kınadı.\n{others}", language="tr").to_dict()) == ("NO", "PE")


def test_who_speaks_for_nobody_ties_those_spoken_of() -> None:
    told = "Yazar Selma Korkut, Norveç'in Peru ile barış istediğini söyledi.\nKorkut, Peru'nun Norveç'e güvendiğini belirtti."
    assert relation(read(told, language="tr").to_dict()) == ("NO", "PE")


def test_the_minutes_are_led_by_their_relation(minutes: Row) -> None:
    assert relation(minutes) == ("AZ", "RU")
    first = digest(minutes, "en").sections[0]
    assert first.kind == "relation"
    assert "Azerbaijan – Russia" in [run.words for run in first.lines[0].runs]


def test_markdown_escapes_its_own_marks(minutes: Row) -> None:
    told = b"".join(export("md")([minutes], Style())).decode()
    assert r"Astana’da \<görüşme\> & “barış”" in told


def test_labels_stand_in_both_languages() -> None:
    assert all(en and tr for en, tr in LABELS.values())
    assert label("meetings", "tr") == "Görüşmeler"
    assert label("some_new_word", "en") == "some new word"


def test_states_have_names_in_both_languages() -> None:
    assert (state_name("DE", "tr"), state_name("DE", "en")) == ("Almanya", "Germany")
    assert state_name("ZZ", "en") == "ZZ"


LONG = "0.1234567890123456789012"


@pytest.mark.parametrize(("given", "told"), [("14", 14), ("4.5", 4.5), ("4500000000", 4500000000), ("36.10", 36.1), (LONG, LONG)])
def test_numbers_say_exactly_what_was_read(given: str, told: object) -> None:
    from decimal import Decimal

    assert number(Decimal(given)) == told
    assert json.loads(json.dumps(number(Decimal(given)))) == told


def test_a_relation_is_led_by_each_figure_once() -> None:
    told = (
        "Norveç Başbakanı Berit Holm, iki geminin battığını söyledi. "
        "Kenya Dışişleri Bakanı Peter Mwangi, iki geminin kaçtığını söyledi. Holm, Kenya'ya 30 asker gönderdi."
    )
    rows = read(told, language="tr").to_dict()
    lead = digest(rows, "tr").sections[0]
    figures = ["".join(run.words for run in line.runs) for line in lead.lines if line.head and line.head[0].words == "rakam"]
    assert sum(f["unit"] == "gemi" for f in rows["figures"]) == 2
    assert len([words for words in figures if "gemi" in words]) == 1
