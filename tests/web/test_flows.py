"""What people do on the pages, in a real browser: filter and zoom, walk through an article, review by keys and by forms, read here."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import served

from tutanak.ledger import Ledger
from tutanak.web.app import create

Tab = Callable[..., Any]

LIT = "rgb(255, 226, 122)"  # --lit

TEXT = "Irak Dışişleri Bakanı Ali Örnek, Bağdat’ta Türkiye Dışişleri Bakanı Veli Deneme ile görüştü.\nÖrnek, “Ticaret yüzde 14 arttı.” dedi."


@pytest.fixture
def desk(demo: str, tmp_path: Path) -> Iterator[tuple[str, Ledger]]:
    """The pages of a copy of the ledger, to be changed."""
    with Ledger(shutil.copy(demo, tmp_path / "desk.db")) as ledger, served(create(ledger)) as address:
        yield address, ledger


@pytest.mark.parametrize("scripts", [True, False])
def test_the_timeline_is_filtered_and_zoomed(watched: Tab, scripts: bool) -> None:
    tab = watched(java_script_enabled=scripts)
    tab.goto("/pair/az-ru?lang=en")
    tab.select_option("select[name=kind]", "meetings")
    if not scripts:
        tab.click("#timeline button")
    tab.wait_for_url("**kind=meetings**")
    tab.wait_for_selector("#timeline .rec.meetings")
    assert tab.locator("#timeline .rec:not(.meetings)").count() == 0
    tab.locator("#timeline .zoom a", has_text="2031").click()
    tab.wait_for_url("**since=2031**")
    tab.locator("#timeline svg.wide a").first.click()
    tab.wait_for_url("**since=2031-03**")
    assert tab.locator("#timeline .zoom b").inner_text() == "March 2031"


def test_keys_walk_through_the_records_of_an_article(watched: Tab) -> None:
    tab = watched()
    tab.goto("/article/16f4c0751cec")
    for key, number in (("j", "1"), ("j", "2"), ("j", "3"), ("k", "2")):
        tab.keyboard.press(key)
        assert tab.locator(".margin .now .no").get_attribute("data-n") == number
    ident = tab.locator(".margin .now").get_attribute("data-r")
    lit = tab.locator(f".text .{ident}").first
    assert lit.evaluate("e => getComputedStyle(e).backgroundColor") == LIT


def test_pointing_at_a_claim_lights_its_words(watched: Tab) -> None:
    tab = watched(java_script_enabled=False)
    tab.goto("/article/16f4c0751cec")
    claim = tab.locator(".margin .figures [data-c$='-measure']").first
    claim.hover()
    words = tab.locator(f".text .{claim.get_attribute('data-c')}").first
    assert words.evaluate("e => getComputedStyle(e).backgroundColor") == LIT


def test_a_record_of_a_list_leads_to_its_words(watched: Tab) -> None:
    tab = watched()
    tab.goto("/pair/az-ru")
    tab.locator("#timeline .rec.figures .outlet").first.click()
    tab.wait_for_url("**/article/**#r-*")
    assert tab.locator(".text mark.here").is_visible()


def test_a_review_by_keys(watched: Tab, desk: tuple[str, Ledger]) -> None:
    address, ledger = desk
    tab = watched(address)
    tab.goto("/review?lang=en")
    waiting = ledger.queue(unsure=True, limit=4)
    tab.keyboard.press("a")
    tab.wait_for_selector(f"html.scripted .flash[action='/review/{waiting[0].id}/undo']")
    tab.keyboard.press("x")
    tab.wait_for_selector(f"html.scripted .flash[action='/review/{waiting[1].id}/undo']")
    assert [ledger.show(t.id).told.status for t in waiting[:2]] == ["shown", "rejected"]
    tab.keyboard.press(" ")
    tab.wait_for_url("**at=1**")
    tab.wait_for_selector("html.scripted")
    assert tab.locator(f"form[action='/review/{waiting[3].id}/judge']").count() > 0
    tab.keyboard.press("c")
    assert tab.locator(":focus").get_attribute("name") == "why"


def test_a_decision_is_taken_back_by_the_button(watched: Tab, desk: tuple[str, Ledger]) -> None:
    address, ledger = desk
    tab = watched(address, java_script_enabled=False)
    tab.goto("/review?lang=en")
    first = ledger.queue(unsure=True, limit=1)[0]
    tab.click("button[value=accept]")
    tab.click(".flash button")
    tab.wait_for_url(f"**record={first.id}**")
    assert [r.verdict for r in ledger.show(first.id).reviews] == ["accept", "undo"]


def test_selected_words_go_into_the_field(watched: Tab, desk: tuple[str, Ledger]) -> None:
    address, ledger = desk
    told = next(t for t in ledger.queue("AZ", "RU", kinds=["figures"]) if t.words == "yüzde 12")
    tab = watched(address)
    tab.goto(f"/review?lang=en&record={told.id}")
    tab.keyboard.press("e")
    tab.focus("[name='field.measure']")
    tab.evaluate("""() => {
        const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
        let node; while ((node = walk.nextNode()) && !node.data.includes('hacmi'));
        const range = document.createRange(), at = node.data.indexOf('hacmi');
        range.setStart(node, at); range.setEnd(node, at + 5);
        getSelection().removeAllRanges(); getSelection().addRange(range);
        document.dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
    }""")
    assert tab.input_value("[name='field.measure']") == "hacmi"
    tab.locator("details[data-key=e] button.main").click()
    tab.wait_for_selector(".flash")
    assert ledger.show(told.id).kin[0].said("measure") == "hacmi"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_missed_record_is_added(watched: Tab, desk: tuple[str, Ledger], scripts: bool) -> None:
    address, ledger = desk
    told = ledger.queue("AZ", "RU", kinds=["meetings"])[0]
    tab = watched(address, java_script_enabled=scripts)
    tab.goto(f"/review?lang=en&record={told.id}")
    tab.click("details[data-key=n] summary")
    tab.select_option("details[data-key=n] select[name=kind]", "undertakings")
    assert tab.locator("fieldset[data-of=acts]").is_visible() is not scripts
    tab.fill("details[data-key=n] textarea[name=words]", told.said("evidence") or "")
    tab.select_option("[name='new.undertakings.kind']", "plan")
    tab.locator("details[data-key=n] button.main").click()
    tab.wait_for_selector(".flash")
    assert ledger.show(ledger.decisions(1)[0].target).told.kind == "undertakings"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_text_is_read_and_kept(watched: Tab, desk: tuple[str, Ledger], scripts: bool) -> None:
    address, ledger = desk
    tab = watched(address, java_script_enabled=scripts)
    tab.goto("/read?lang=en")
    tab.fill("textarea[name=text]", TEXT)
    tab.fill("input[name=title]", "Bağdat’ta <i>görüşme</i>")
    tab.click("main form.reader button.main")
    tab.wait_for_url("**/read/*")
    assert tab.locator("h1").inner_text() == "Bağdat’ta <i>görüşme</i>"
    tab.locator(".flash button.main").click()
    tab.wait_for_url("**/article/*")
    assert ledger.article(tab.url.rsplit("/", 1)[1])["doc"]["text"] == TEXT
