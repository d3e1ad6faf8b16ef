"""Who may ask the pages, how often, from where; what every answer carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from hypothesis import given
from hypothesis import strategies as st

from tutanak.errors import Unguarded
from tutanak.web.app import create
from tutanak.web.guarding import SEALS, Guard
from tutanak.web.login import _inside
from tutanak.web.rates import Rates, client
from tutanak.web.sessions import COOKIE, LASTS, Sessions

HERE = "http://127.0.0.1"
PASSWORD, TOKEN = "gizli parola 1", "an0ther-long-token"
GUARD = Guard.of(PASSWORD, TOKEN, hosts=("tutanak.example",))


@pytest.fixture
def guarded(demo: str) -> Iterator[TestClient]:
    """Asks pages that are open to others, from outside."""
    with TestClient(create(demo, public=GUARD), base_url=HERE, follow_redirects=False) as asked:
        yield asked


@pytest.fixture
def alone(demo: str) -> Iterator[TestClient]:
    """Asks pages of this machine alone, as a browser of its own."""
    with TestClient(create(demo), base_url=HERE, follow_redirects=False) as asked:
        yield asked


def token(asked: TestClient, path: str = "/login") -> str:
    """The token in the form of a page."""
    found = re.search(r'name="csrf" value="(\w+)"', asked.get(path).text)
    assert found
    return found[1]


def login(asked: TestClient, password: str = PASSWORD, **more: str) -> Response:
    return asked.post("/login", data={"csrf": token(asked), "password": password, **more})


def test_without_a_guard_only_this_machine_is_answered(alone: TestClient) -> None:
    for host in ("127.0.0.1", "127.0.0.1:8470", "localhost:1", "[::1]:8470", "LOCALHOST"):
        assert alone.get("/", headers={"host": host}).status_code == 200, host
    for host in ("evil.example", "127.0.0.1.evil.example", "192.168.1.4", "localhost.evil.example:8470", "[::1", "", "127.0.0.1@evil.example"):
        assert alone.get("/", headers={"host": host}).status_code == 421, host


def test_with_a_guard_it_answers_to_its_names_and_to_addresses(guarded: TestClient) -> None:
    for host in ("tutanak.example", "TUTANAK.example:443", "192.168.1.4:8470", "[2001:db8::1]", "localhost"):
        assert guarded.get("/login", headers={"host": host}).status_code == 200, host
    assert guarded.get("/login", headers={"host": "rebound.example"}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/tutanak.css", "/start.json", "/api/v1/pairs", "/api/v1/nothing", "/login"])
def test_every_answer_is_sealed(alone: TestClient, path: str) -> None:
    told = alone.get(path).headers
    for name, value in SEALS.items():
        assert told[name] == value or name == "cache-control", name
    assert "unsafe" not in told["content-security-policy"]
    assert "server" not in told


def test_nobody_comes_in_unasked(guarded: TestClient) -> None:
    page = guarded.get("/pair/az-ru?since=2031", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/login?to=%2Fpair%2Faz-ru%3Fsince%3D2031")
    for path in ("/api/v1/pairs", "/start.json", "/", "/loginx/../"):
        told = guarded.get(path)
        assert (told.status_code, told.headers["www-authenticate"]) == (401, "Bearer"), path
        assert told.headers["content-type"] == "application/problem+json"
    assert guarded.get("/static/mark.svg").status_code == 200


def test_the_password_opens_and_leads_on(guarded: TestClient) -> None:
    entered = login(guarded, to="/pair/az-ru", name="  Ayşe ")
    assert (entered.status_code, entered.headers["location"]) == (303, "/pair/az-ru")
    kept = entered.headers["set-cookie"]
    assert all(word in kept for word in ("HttpOnly", "SameSite=Strict", "Path=/", f"Max-Age={LASTS}"))
    assert "Secure" not in kept
    assert guarded.get("/").status_code == 200


def test_over_https_the_cookie_stays_there(demo: str) -> None:
    with TestClient(create(demo, public=GUARD), base_url="https://tutanak.example", follow_redirects=False) as asked:
        assert "Secure" in login(asked).headers["set-cookie"]


def test_a_wrong_password_opens_nothing(guarded: TestClient) -> None:
    refused = login(guarded, "gizli parola 2")
    assert refused.status_code == 403
    assert 'role="alert"' in refused.text
    assert guarded.get("/").status_code == 401


def test_passwords_cannot_be_tried_out(guarded: TestClient) -> None:
    tries = [login(guarded, f"gizli parola {n}").status_code for n in range(2, 9)]
    assert tries == [403] * 5 + [429] * 2
    refused = login(guarded)
    assert refused.status_code == 429
    assert 0 < int(refused.headers["retry-after"]) <= 13


def test_the_token_opens_for_programs(guarded: TestClient) -> None:
    assert guarded.get("/start.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    for told in ("Bearer wrong-token-here", "Bearer", f"Basic {TOKEN}", f"Bearer {PASSWORD}", "Bearer ışık"):
        assert guarded.get("/start.json", headers={"authorization": told.encode()}).status_code == 401
    assert login(guarded, TOKEN).status_code == 303


def test_a_cookie_cannot_be_made_or_changed(guarded: TestClient) -> None:
    login(guarded)
    true = guarded.cookies[COOKIE]
    for forged in ("", "x", true[:-1], f"{true}x", Sessions(b"another").written(Sessions(b"another").begin("x")), "." * 50):
        guarded.cookies.clear()
        assert guarded.get("/", headers={"cookie": f"{COOKIE}={forged}"}).status_code == 401, forged
    assert guarded.get("/", headers={"cookie": f"{COOKIE}={true}"}).status_code == 200


def test_logged_out_the_cookie_opens_nothing_more(guarded: TestClient) -> None:
    login(guarded)
    true = guarded.cookies[COOKIE]
    assert guarded.post("/logout", data={"csrf": token(guarded, "/logout")}).status_code == 303
    assert guarded.get("/", headers={"cookie": f"{COOKIE}={true}"}).status_code == 401


def test_logging_in_begins_another_session(guarded: TestClient) -> None:
    """A session that someone else put into the browser is worth nothing."""
    before = token(guarded)
    login(guarded)
    assert token(guarded, "/logout") != before
    assert guarded.post("/logout", data={"csrf": before}).status_code == 403


def test_a_session_ends_with_time() -> None:
    now = [1_900_000_000.0]
    kept = Sessions(b"secret", clock=lambda: now[0])
    session = kept.begin("Ayşe")
    kept.end(session)
    assert kept.read(kept.written(session)).user == ""
    now[0] += LASTS + 1
    kept.end(kept.begin())
    assert session.ident not in kept._ended, "what is too old anyway need not be remembered"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/logout", "/", "/nothing", "/api/v1/pairs", "/read"])
def test_no_write_without_the_token_of_a_page(alone: TestClient, method: str, path: str) -> None:
    true = token(alone, "/logout")
    for shown in ({}, {"csrf": ""}, {"csrf": true[:-1]}, {"csrf": "0" * 64}, {"csrf": f"{true}x"}):
        assert alone.request(method, path, data=shown).status_code == 403
    alone.cookies.clear()
    assert alone.request(method, path, data={"csrf": true}).status_code == 403, "the token of another browser"


def test_the_token_in_a_form_of_either_encoding_or_in_a_header(alone: TestClient) -> None:
    true = token(alone, "/logout")
    assert alone.post("/logout", data={"text": "a=b&c", "csrf": true}).status_code == 303
    true = token(alone, "/logout")
    assert alone.post("/logout", data={"csrf": true}, files={"file": ("a.txt", b"x")}).status_code == 303
    true = token(alone, "/logout")
    assert alone.post("/logout", headers={"x-csrf-token": true}).status_code == 303


@pytest.mark.parametrize("sent", [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": HERE + ":9"}, {"sec-fetch-site": "cross-site"},
                                  {"sec-fetch-site": "same-site"}])  # fmt: skip
def test_no_write_from_the_page_of_another_site(alone: TestClient, sent: dict[str, str]) -> None:
    assert alone.post("/logout", data={"csrf": token(alone, "/logout")}, headers=sent).status_code == 403


def test_a_write_from_a_page_of_this_site(alone: TestClient) -> None:
    sent = {"origin": HERE, "sec-fetch-site": "same-origin"}
    assert alone.post("/logout", data={"csrf": token(alone, "/logout")}, headers=sent).status_code == 303


def test_what_is_too_long_is_refused(guarded: TestClient) -> None:
    assert login(guarded, "x" * 20_000).status_code == 413


def test_one_client_may_ask_so_often(guarded: TestClient) -> None:
    guarded.app.state.gate.reads.clock = lambda: 0  # type: ignore[attr-defined]
    assert [guarded.get("/login").status_code for _ in range(123)] == [200] * 120 + [429] * 3


@given(st.lists(st.integers(0, 30_000_000_000), max_size=80), st.integers(1, 600), st.integers(1, 20))
def test_no_stretch_of_time_lets_more_through(steps: list[int], minutely: int, burst: int) -> None:
    now = [0]
    rates = Rates(minutely, burst, clock=lambda: now[0])
    passed: list[int] = []
    for step in steps:
        now[0] += step
        if rates.wait("a") == 0:
            passed.append(now[0])
    for i, first in enumerate(passed):
        for n, last in enumerate(passed[i:], 1):
            assert n <= burst + (last - first) // rates.each


@given(st.integers(1, 600), st.integers(1, 20))
def test_after_the_wait_it_may_ask_again(minutely: int, burst: int) -> None:
    now = [1]
    rates = Rates(minutely, burst, clock=lambda: now[0])
    while not (wait := rates.wait("a")):
        pass
    assert rates.wait("b") == 0
    now[0] += ceil(wait * 1e9) + 1
    assert rates.wait("a") == 0


def test_clients_without_end_take_no_room_without_end() -> None:
    rates = Rates(1, 1, most=100)
    for n in range(1000):
        rates.wait(str(n))
    assert len(rates._full_again) == 100


@pytest.mark.parametrize(("address", "told"), [
    ("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"), ("::ffff:192.0.2.1", "192.0.2.1"), ("fe80::1%eth0", "fe80::"), ("x", "x"),
])  # fmt: skip
def test_a_client_is_an_address_or_a_network(address: str, told: str) -> None:
    assert client(address) == told


@pytest.mark.parametrize("to", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "evil", "", "/a\r\nb: c",
                                "/\t/evil", "/login?to=/login", "/" + "a" * 3000])  # fmt: skip
def test_the_login_leads_nowhere_else(to: str) -> None:
    assert _inside(to) == "/"


def test_a_guard_needs_something_to_guard_with() -> None:
    for told in ({}, {"password": "short"}, {"token": "short"}, {"password": PASSWORD, "token": "x"}):
        with pytest.raises(Unguarded):
            Guard.of(**told)
    assert PASSWORD not in repr(GUARD)
    assert TOKEN not in repr(GUARD)
    assert Guard.of(GUARD.password).opens(PASSWORD), "a password may be given as its hash"
    assert not Guard.of(token=TOKEN).opens("")
    assert not Guard.of(PASSWORD).opens("")


@pytest.mark.parametrize("path", ["/pair/az-ru?speaker=a%00b", "/search?q=%00", "/person/%00", "/api/v1/records?topic=%00", "/a%00b"])
def test_nothing_is_asked_with_u_0000(alone: TestClient, path: str) -> None:
    """No text holds it, and PostgreSQL cannot be asked for it."""
    assert alone.get(path).status_code == 422


def test_two_guards_share_no_sessions(demo: str) -> None:
    with TestClient(create(demo, public=GUARD), base_url=HERE) as one, TestClient(create(demo, public=Guard.of(PASSWORD)), base_url=HERE) as other:
        login(one)
        assert other.get("/", headers={"cookie": f"{COOKIE}={one.cookies[COOKIE]}"}).status_code == 401
