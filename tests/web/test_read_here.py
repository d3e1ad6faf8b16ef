"""Reading here: a text or an address, its minutes, kept or forgotten."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tutanak.errors import NotFound
from tutanak.ledger import Ledger
from tutanak.web.reading import Desk, Waiting

TEXT = "Irak Dışişleri Bakanı Ali Örnek, Bağdat’ta Türkiye Dışişleri Bakanı Veli Deneme ile görüştü.\nÖrnek, “Türkiye ile ticaret hacmi yüzde 14 arttı.” dedi.\n"  # noqa: E501


def send(client: TestClient, path: str, **fields: str) -> Response:
    token = re.findall(r'name="csrf" value="([^"]+)"', client.get("/read?lang=en").text)[0]
    return client.post(path, data={"csrf": token, **fields})


def test_a_text_is_read_at_once_and_not_kept(empty: TestClient) -> None:
    answer = send(empty, "/read", text=TEXT, title="<b>Bağdat’ta</b> görüşme", published="2032-05-06")
    assert answer.status_code == 200
    assert "&lt;b&gt;Bağdat’ta&lt;/b&gt; görüşme" in answer.text
    assert '<mark class="figures">' in answer.text
    assert 'href="/pair/iq-tr"' in answer.text
    assert empty.get("/start.json").json()["articles"] == []
    path = answer.url.path
    assert empty.get(f"{path}.json").json()["figures"][0]["value"] == 14
    assert empty.get(f"{path}/lights.css").text.count(":hover") > 5


def test_a_reading_is_kept(empty: TestClient) -> None:
    path = send(empty, "/read", text=TEXT.replace("\n", "\r\n"), outlet="Örnek Ajans", published="2032-05-06").url.path
    answer = send(empty, f"{path}/keep")
    assert answer.url.path.startswith("/article/")
    ledger: Ledger = empty.app.state.ledger  # type: ignore[attr-defined]
    kept = ledger.article(answer.url.path.split("/")[2])
    assert kept["doc"]["text"] == TEXT
    assert (kept["sources"][0]["outlet"], kept["sources"][0]["found"]["outlet"]) == ("Örnek Ajans", "typed")
    assert empty.get(path).status_code == 404


def test_a_reading_is_forgotten(empty: TestClient) -> None:
    path = send(empty, "/read", text=TEXT).url.path
    assert send(empty, f"{path}/discard").url.path == "/read"
    assert empty.get(path).status_code == 404
    assert empty.get("/start.json").json()["articles"] == []


@pytest.mark.parametrize(("fields", "why"), [
    ({}, "neither a text nor an address"),
    ({"text": "This is an English text about nothing at all, and it is not read here."}, "not Turkish"),
    ({"text": TEXT, "published": "soon"}, "no ISO date"),
    ({"text": "\ufffd\x01 \x85" + TEXT}, "decoded"),
    ({"url": "https://example.org/haber"}, "whom to write to"),
    ({"url": "http://127.0.0.1:1/haber", "contact": "me@example.org"}, "no public address"),
    ({"url": "http://169.254.169.254/latest", "contact": "me@example.org"}, "no public address"),
    ({"url": "http://[::1]/", "contact": "me@example.org"}, "no public address"),
    ({"url": "ftp://example.org/haber", "contact": "me@example.org"}, "only http and https"),
    ({"url": "http://me:secret@example.org/", "contact": "me@example.org"}, "password"),
])  # fmt: skip
def test_what_cannot_be_read_is_told(empty: TestClient, fields: dict[str, str], why: str) -> None:
    answer = send(empty, "/read", **fields)
    assert answer.status_code == 422
    assert why in answer.text.split('role="alert"')[1].split("</p>")[0]


def test_what_was_typed_is_kept_where_it_was_wrong(empty: TestClient) -> None:
    answer = send(empty, "/read", text="<script>alert(1)</script> only english words are here, and nothing else at all")
    assert "&lt;script&gt;alert(1)" in answer.text
    assert "<script>alert" not in answer.text


def test_a_desk_holds_so_many_readings() -> None:
    desk = Desk(2)
    names = [desk.lay(Waiting(None, None)) for _ in range(3)]  # type: ignore[arg-type]
    assert len(set(names)) == 3
    desk.find(names[2])
    with pytest.raises(NotFound, match="no longer here"):
        desk.find(names[0])


def test_nothing_is_read_for_a_forged_form(empty: TestClient) -> None:
    assert empty.post("/read", data={"text": TEXT}).status_code == 403
