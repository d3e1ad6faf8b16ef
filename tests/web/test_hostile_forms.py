"""What is typed into forms attacks whoever reads it later: kept and shown as text, in every form, and by nobody run. A sample; all with SOAK=1."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import browsers
import hostile
import lxml.html
import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tutanak.ledger import Ledger
from tutanak.web.app import create
from tutanak.web.guarding import Guard

HERE = "http://127.0.0.1"
STRINGS = hostile.STRINGS if os.environ.get("SOAK") else hostile.STRINGS[::7]
KEY = "a long enough password"

TEXT = """Irak Dışişleri Bakanı Ali Örnek, Bağdat’ta Türkiye Dışişleri Bakanı Veli Deneme ile görüştü.
Örnek, “Türkiye ile {told} ticaret hacmi yüzde 14 arttı.” dedi.
"""


class Sender:
    """Sends forms as a browser would."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    def send(self, path: str, form: str = "/review", **fields: str) -> Response:
        token = re.findall(r'name="csrf" value="([^"]+)"', self.client.get(form).text)[0]
        return self.client.post(path, data={"csrf": token, **fields})

    def first(self, kind: str) -> str:
        """The record of this kind whose turn it is."""
        return str(self.client.get(f"/review.json?kind={kind}").json()[0]["id"])

    def shown(self, path: str) -> str:
        """The words of a page, of which nothing is more than words."""
        answer = self.client.get(path)
        assert answer.status_code == 200, path
        return harmless(answer)


def harmless(answer: Response) -> str:
    """The words of an answer that may be none of ours to 5xx, and in which nothing would run."""
    assert answer.status_code < 500
    assert hostile.running(answer.text) == []
    assert all("\n" not in value for value in answer.headers.values())
    return flat(lxml.html.fromstring(answer.text).text_content())


def flat(words: str) -> str:
    return " ".join(words.split())


def typed(answer: Response) -> list[str]:
    """What stands in the fields of a page."""
    page = lxml.html.fromstring(answer.text)
    return [flat(value) for value in (*page.xpath("//input/@value"), *(area.text or "" for area in page.iterfind(".//textarea")))]


@pytest.fixture
def sender(demo: str, tmp_path: Path) -> Iterator[Sender]:
    with Ledger(shutil.copy(demo, tmp_path / "forms.db")) as ledger, TestClient(create(ledger), base_url=HERE) as client:
        yield Sender(client)


@pytest.mark.parametrize("told", STRINGS)
def test_a_review(sender: Sender, told: str) -> None:
    first, other = sender.first("meetings"), sender.first("statements")
    answer = sender.send(f"/review/{first}/judge", verdict="comment", why=told, reviewer=told)
    assert flat(told)[:100] in harmless(answer)
    assert flat(told) in sender.shown(f"/record/{first}")
    assert flat(told)[:100] in [flat(review["reviewer"]) for review in sender.client.get(f"/record/{first}.json").json()["reviews"]]
    corrected = sender.send(f"/review/{other}/judge", verdict="correct", why=told, reviewer=told, **{"field.speaker": told, "was.speaker": ""})
    assert corrected.status_code == 200
    assert flat(told) in harmless(corrected)
    made = next(row for row in sender.client.get(f"/record/{other}.json").json()["kin"])
    assert made["fields"]["speaker"] == {"text": told.strip()}
    for path in ("/", "/review", f"/review?record={made['id']}", f"/record/{made['id']}", f"/article/{made['source']['sha256'][:12]}"):
        sender.shown(path)


@pytest.mark.parametrize("told", STRINGS)
def test_a_review_that_is_refused_shows_what_was_typed(sender: Sender, told: str) -> None:
    now = sender.first("figures")
    refused = {
        "value": sender.send(f"/review/{now}/judge", verdict="correct", **{"field.value": told, "was.value": ""}),
        "words": sender.send(f"/review/{now}/note", kind="acts", words=told, **{f"new.acts.{field}": told for field in ("type", "source", "target")}),
        "kind": sender.send(f"/review/{now}/note", kind=told, words=told),
        "verdict": sender.send(f"/review/{now}/judge", verdict=told),
        "filter": sender.send(f"/review/{now}/judge", verdict="comment", why="x", **{"q.since": told, "q.pair": told, "q.kind": told, "q.at": told}),
        "record": sender.send(f"/review/{now}/undo", reviewer=told),
    }
    assert {name: answer.status_code for name, answer in refused.items() if answer.status_code not in (404, 422)} == {}
    assert [harmless(answer) for answer in refused.values()]
    assert flat(told) in typed(refused["value"])
    assert flat(told) in typed(refused["words"])


@pytest.mark.parametrize("told", STRINGS)
def test_reading_here(sender: Sender, told: str) -> None:
    facts = {"title": told, "outlet": told, "url": hostile.ADDRESSES[0].format(n=1, told=told)}
    read = sender.send("/read", "/read", text=TEXT.format(told=told), **facts)
    assert read.status_code == 200, flat(lxml.html.fromstring(read.text).text_content())
    assert flat(told) in harmless(read)
    kept = sender.send(f"{read.url.path}/keep", "/read")
    assert kept.url.path.startswith("/article/")
    assert flat(told) in harmless(kept)
    sha = kept.url.path.rpartition("/")[2]
    assert sender.client.get(f"/api/v1/documents/{sha}").json()["doc"]["title"] == told.strip()
    for path in ("/", "/pair/iq-tr", f"/article/{sha}", "/search?q=Bağdat"):
        sender.shown(path)
    harmless(sender.send("/read", "/read", text=told))
    for refused in ({"text": TEXT, "published": told}, {"url": told, "contact": told}, {"text": "", "title": told}):
        answer = sender.send("/read", "/read", **refused)
        assert answer.status_code == 422
        harmless(answer)


@pytest.mark.parametrize("told", STRINGS)
def test_the_way_in(demo: str, told: str) -> None:
    with TestClient(create(demo, public=Guard.of(KEY)), base_url=HERE) as client:
        sender = Sender(client)
        wrong = sender.send("/login", "/login", password=told, name=told, to=told)
        assert wrong.status_code == 403
        harmless(wrong)
        inside = sender.send("/login", "/login", password=KEY, name=told, to=told)
        assert inside.url.host == "127.0.0.1"
        harmless(inside)
        sender.shown("/review")
        sender.shown("/logout")


def test_in_a_browser_nothing_that_was_typed_runs(demo: str, tmp_path: Path, watched: Callable[..., Any]) -> None:
    """Typed by hand and sent, without the policy that would forbid it to run; watched: no dialog, no request to elsewhere."""
    with Ledger(shutil.copy(demo, tmp_path / "typed.db")) as ledger, browsers.served(create(ledger)) as site:
        tab = watched(site, bypass_csp=True)
        for told in STRINGS:
            tab.goto("/review?lang=en")
            tab.click("details[data-key=c] summary")
            tab.fill("details[data-key=c] textarea", told)
            tab.click("details[data-key=c] button.main")
            tab.wait_for_selector("html.scripted .flash")
            assert flat(told) in flat(tab.inner_text("body")), "among the last decisions"
            tab.goto("/read?lang=en")
            tab.fill("textarea[name=text]", TEXT.format(told=told))
            tab.fill("input[name=title]", told)
            tab.click("main form.reader button.main")
            tab.wait_for_url("**/read/*")
            tab.locator(".flash button.main").click()
            tab.wait_for_url("**/article/*")
            assert tab.evaluate("typeof owned") == "undefined", told
            assert tab.url.startswith(site)
        tab.context.close()
