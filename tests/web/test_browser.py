"""The pages in a real browser: with and without scripts, by keys alone, in every width, asking nobody else for anything."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import lxml.html
import pytest
from browsers import AXE, WIDTHS, kind, served
from fastapi.testclient import TestClient

from tutanak.web.app import create
from tutanak.web.guarding import Guard

Tab = Callable[..., Any]


def test_every_link_leads_somewhere(crawled: dict[str, Any]) -> None:
    assert {address.partition("?")[0].split("/")[1] for address in crawled} >= {
        "", "pair", "article", "record", "person", "organisation", "undertaking", "undertakings", "story", "stories", "review", "read",
    }  # fmt: skip
    assert {address: told.status_code for address, told in crawled.items() if told.status_code != 200} == {}


def test_every_page_has_a_title_and_a_heading_of_its_own(crawled: dict[str, Any], addresses: list[str]) -> None:
    for address in addresses:
        told = crawled.get(address)
        if told is None:
            continue
        page = lxml.html.fromstring(told.text)
        assert page.get("lang") in ("tr", "en"), address
        assert (page.findtext(".//title") or "").strip(" ·") not in ("", "tutanak"), address
        assert len(page.findall(".//h1")) == 1, address
        ids = [node.get("id") for node in page.iterfind(".//*[@id]")]
        assert len(ids) == len(set(ids)), f"{address}: an id twice"


def test_every_page_is_also_told_as_values(asked: TestClient, crawled: dict[str, Any], addresses: list[str]) -> None:
    for address in addresses:
        if address not in crawled:
            continue
        page = lxml.html.fromstring(crawled[address].text)
        forms = {link.get("type"): link.get("href") for link in page.iterfind(".//link[@rel='alternate']")}
        if address.startswith(("/login", "/logout")):
            continue
        json, csv = asked.get(forms["application/json"]), asked.get(forms["text/csv"])
        assert (json.status_code, json.headers["content-type"]) == (200, "application/json"), address
        assert json.json() is not None
        assert (csv.status_code, csv.headers["content-type"]) == (200, "text/csv; charset=utf-8"), address


def test_no_page_holds_scripts_or_styles_of_its_own(crawled: dict[str, Any]) -> None:
    """What the policy would block, found also where no browser looks."""
    for address, told in crawled.items():
        if told.headers["content-type"].startswith("text/html"):
            page = lxml.html.fromstring(told.text)
            assert not page.xpath("//@style | //style | //*/@*[starts-with(name(), 'on')]"), address
            scripts = page.xpath("//script[not(@src)]")
            assert all(script.get("type") == "application/ld+json" for script in scripts), address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anyone_out(watched: Tab, addresses: list[str], scheme: str) -> None:
    """axe-core finds no violation on any page, in either scheme."""
    tab = watched(bypass_csp=True, color_scheme=scheme)
    found: list[str] = []
    for address in addresses:
        tab.goto(address)
        tab.evaluate(AXE)
        for fault in tab.evaluate("axe.run({resultTypes: ['violations']})")["violations"]:
            found += [f"{address} {fault['id']}: {node['target']} {' '.join(node['failureSummary'].split())}" for node in fault["nodes"][:3]]
    assert not found, "\n".join(found)


def test_nothing_sticks_out(watched: Tab, addresses: list[str]) -> None:
    """No page is wider than its window; SCREENSHOTS=folder keeps how each looks."""
    tab, wide = watched(), []
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        for address in addresses:
            tab.goto(address)
            _kept(tab, address, width)
            over = tab.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
            if over[0] > over[1]:
                wide.append(f"{address} at {width}: {over[0]} > {over[1]}: {tab.evaluate(WIDEST)}")
    assert not wide, "\n".join(wide)


WIDEST = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5).map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + Math.round(e.getBoundingClientRect().right))"""


def _kept(tab: Any, address: str, width: int) -> None:
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^a-z0-9]+", "-", "-".join(kind(address))).strip("-") or "start"
        tab.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def test_without_scripts_the_same_stands_there(watched: Tab, addresses: list[str]) -> None:
    words = "el => (el.querySelectorAll('.hint').forEach(hint => hint.remove()), el.innerText.replace(/\\s+/g, ' ').trim())"  # of keys
    with_, without = watched(), watched(java_script_enabled=False)
    for address in addresses:
        with_.goto(address)
        without.goto(address)
        told = without.locator("main").inner_text()
        assert " ".join(told.split()) == with_.eval_on_selector("main", words), address
        assert without.locator("h1").is_visible(), address


@pytest.mark.parametrize("scripts", [True, False])
def test_a_search_by_keys_alone(watched: Tab, scripts: bool) -> None:
    tab = watched(java_script_enabled=scripts)
    tab.goto("/")
    tab.keyboard.press("Tab")
    assert tab.locator(":focus").get_attribute("href") == "#content"
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.locator(":focus").get_attribute("name") == "q":
            break
    tab.keyboard.type("görüşme*")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=*")
    for _ in range(60):
        tab.keyboard.press("Tab")
        if (tab.locator(":focus").get_attribute("href") or "").startswith("/article/"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/article/*")
    assert tab.locator("h1").is_visible()


STOPS = """[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.disabled && !e.closest('details:not([open]) > :not(summary)')).length"""
FOCUS = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
    const s = getComputedStyle(e), r = e.getBoundingClientRect();
    window.__seen = window.__seen || new Set(); const again = window.__seen.has(e); window.__seen.add(e);
    return {again, told: e.outerHTML.slice(0, 120), seen: r.width > 0 && r.height > 0,
            ringed: (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none'}; }"""


def test_keys_reach_all_that_a_pointer_reaches(watched: Tab, addresses: list[str]) -> None:
    """Each stop of the Tab key is seen to have the focus, and none is a trap."""
    tab = watched()
    tab.set_viewport_size({"width": 1440, "height": 900})
    for address in addresses:
        tab.goto(address)
        stops, reached = tab.evaluate(STOPS), 0
        for _ in range(min(stops, 60) + 3):
            tab.keyboard.press("Tab")
            focus = tab.evaluate(FOCUS)
            if focus is None or focus["again"]:
                break
            assert focus["seen"], f"{address}: {focus['told']} has the focus and is not seen"
            assert focus["ringed"], f"{address}: {focus['told']} does not show that it has the focus"
            reached += 1
        assert reached >= min(stops, 60), f"{address}: {reached} of {stops} stops"


def test_the_language_is_kept(watched: Tab) -> None:
    tab = watched()
    tab.goto("/")
    assert tab.locator("html").get_attribute("lang") == "tr"
    tab.locator("a.tongue").click()
    tab.wait_for_selector("html[lang=en]")
    tab.goto("/pair/az-ru")
    assert tab.locator("html").get_attribute("lang") == "en"


def test_who_is_let_in(demo: str, watched: Tab) -> None:
    """The way in, in a browser: what was asked for is shown once the password is right, and nothing after leaving."""

    with served(create(demo, public=Guard.of("gizli parola 1"))) as guarded:
        tab = watched(guarded)
        tab.goto("/pair/az-ru?lang=tr")
        assert tab.url.startswith(f"{guarded}/login?to=")
        for password, there in (("yanlış parola", "/login"), ("gizli parola 1", "/pair/az-ru?lang=tr")):
            tab.fill("#password", password)
            tab.keyboard.press("Enter")
            tab.wait_for_url(f"{guarded}{there}")
        tab.goto("/logout")
        tab.locator("main button").click()
        tab.wait_for_url(f"{guarded}/login")
        tab.goto("/")
        assert tab.url == f"{guarded}/login?to={quote('/', safe='')}"
        tab.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/article/16f4c0751cec", "/pair/az-ru"])
def test_on_paper(watched: Tab, path: str, scheme: str) -> None:
    """Black on white whatever the screen's colours, without what can only be clicked; nothing cut at the side, marks seen without colour."""
    tab = watched(viewport={"width": 700, "height": 1000}, color_scheme=scheme)
    tab.goto(path)
    tab.emulate_media(media="print")
    for gone in (".top nav", ".find", ".foot", ".filters", ".pager", ".hint", "details:not([open]) > summary"):
        assert [place.is_visible() for place in tab.locator(gone).all() if place.is_visible()] == [], gone
    assert tab.evaluate("() => [getComputedStyle(document.documentElement), getComputedStyle(document.querySelector('main'))]"
                        ".map(s => [s.backgroundColor, s.color])[0]") == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]  # fmt: skip
    assert tab.evaluate(PALE) == [], "words that are too pale for paper"
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    marks = "() => [...document.querySelectorAll('.text mark')].filter(m => getComputedStyle(m).borderBottomStyle === 'none').length"
    assert tab.evaluate(marks) == 0, "a mark that is only a colour"
    for link in tab.locator("main a[href^=http]").all():
        assert tab.evaluate("e => getComputedStyle(e, '::after').content.length", link.element_handle()) > 10
    assert tab.pdf(format="A4").startswith(b"%PDF")


PALE = """() => [...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .filter(e => e.checkVisibility())
    .map(e => [e.className, getComputedStyle(e).color.match(/[0-9.]+/g).map(Number)])
    .filter(([name, [r, g, b]]) => 0.2126 * r + 0.7152 * g + 0.0722 * b > 150).map(([name]) => name)"""
