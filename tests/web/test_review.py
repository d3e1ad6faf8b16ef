"""The review: judged by forms that work without JavaScript, nothing overwritten, corrections as test cases."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from tutanak.ledger import Ledger
from tutanak.web.app import create

HERE = "http://127.0.0.1"


class Reviewer:
    """Someone before the review's forms."""

    def __init__(self, client: TestClient) -> None:
        self.client = client

    @property
    def ledger(self) -> Ledger:
        kept: Ledger = self.client.app.state.ledger  # type: ignore[attr-defined]
        return kept

    def page(self, **asked: object) -> str:
        answer = self.client.get("/review", params={"lang": "en", **asked})  # type: ignore[dict-item]
        assert answer.status_code == 200
        return answer.text

    def now(self, **asked: object) -> str:
        """The id of the record whose turn it is."""
        return re.findall(r'action="/review/(\w+)/judge"', self.page(**asked))[0]

    def send(self, path: str, **fields: str) -> Response:
        token = re.findall(r'name="csrf" value="([^"]+)"', self.page())[0]
        return self.client.post(path, data={"csrf": token, "reviewer": "Ayşe", **fields})


@pytest.fixture
def desk(demo: str, tmp_path: Path) -> Iterator[Reviewer]:
    """A copy of the ledger of invented reports, to be reviewed."""
    where = shutil.copy(demo, tmp_path / "review.db")
    with Ledger(where) as ledger, TestClient(create(ledger), base_url=HERE) as client:
        yield Reviewer(client)


def test_the_least_sure_come_first(desk: Reviewer) -> None:
    rows = desk.client.get("/review.json").json()
    assert [row["confidence"] for row in rows] == sorted(row["confidence"] for row in rows)
    assert desk.now() == rows[0]["id"]


def test_the_queue_is_narrowed(desk: Reviewer) -> None:
    rows = desk.client.get("/review.json?pair=az-ru&kind=figures&sure=1&since=2031-04").json()
    assert rows
    assert {row["kind"] for row in rows} == {"figures"}
    assert all(row["status"] == "shown" and row["day"] >= "2031-04" for row in rows)
    assert desk.client.get("/review?kind=rumours").status_code == 422


@pytest.mark.parametrize(("verdict", "status"), [("accept", "shown"), ("reject", "rejected")])
def test_a_record_is_judged_and_the_next_has_its_turn(desk: Reviewer, verdict: str, status: str) -> None:
    first = desk.now()
    answer = desk.send(f"/review/{first}/judge", verdict=verdict, why="checked")
    assert answer.status_code == 200
    assert f'action="/review/{first}/undo"' in answer.text
    assert f'action="/review/{first}/judge"' not in answer.text
    shown = desk.ledger.show(first)
    assert shown.told.status == status
    assert [(r.verdict, r.reviewer, r.why) for r in shown.reviews] == [(verdict, "Ayşe", "checked")]


def test_a_decision_is_taken_back_by_another(desk: Reviewer) -> None:
    first = desk.now()
    desk.send(f"/review/{first}/judge", verdict="accept")
    desk.send(f"/review/{first}/undo")
    shown = desk.ledger.show(first)
    assert [r.verdict for r in shown.reviews] == ["accept", "undo"]
    assert shown.told.status == "doubtful"
    assert desk.now() == first
    assert "nothing can be taken back" in desk.send(f"/review/{first}/undo").text
    assert desk.ledger.audit() == []


def test_a_correction_supersedes_and_can_be_taken_back(desk: Reviewer) -> None:
    told = next(t for t in desk.ledger.queue("AZ", "RU", kinds=["figures"]) if t.words == "yüzde 12")
    form = re.findall(r'name="was\.(\w+)" value="([^"]*)"', desk.page(record=told.id))
    sent = {f"field.{name}": value for name, value in form} | {f"was.{name}": value for name, value in form}
    answer = desk.send(f"/review/{told.id}/judge", verdict="correct", **{**sent, "field.bound": "about", "field.measure": "ticaret hacmi"})
    assert answer.status_code == 200
    old = desk.ledger.show(told.id)
    assert old.told.status == "replaced"
    new = old.kin[0]
    assert (new.body["bound"], new.said("measure"), new.body["value"]) == ("about", "ticaret hacmi", 12)
    assert new.body["period"] == old.told.body["period"]
    desk.send(f"/review/{told.id}/undo")
    assert desk.ledger.show(told.id).told.status == "shown"
    assert desk.ledger.show(new.id).told.status == "rejected"
    assert desk.ledger.audit() == []


def test_a_form_with_nothing_changed_corrects_nothing(desk: Reviewer) -> None:
    first = desk.now()
    answer = desk.send(f"/review/{first}/judge", verdict="correct", **{"field.layer": "done", "was.layer": "done"})
    assert answer.status_code == 422
    assert "nothing was changed" in answer.text
    assert desk.ledger.show(first).reviews == ()


def test_what_was_typed_is_kept_where_it_was_wrong(desk: Reviewer) -> None:
    told = desk.ledger.queue(kinds=["figures"])[0]
    answer = desk.send(f"/review/{told.id}/judge", verdict="correct", **{"field.measure": "böyle <söz> yok", "was.measure": ""})
    assert answer.status_code == 422
    assert "has no words" in answer.text
    assert 'value="böyle &lt;söz&gt; yok"' in answer.text


def test_a_missed_record_is_added(desk: Reviewer) -> None:
    told = desk.ledger.queue("AZ", "RU", kinds=["meetings"])[0]
    evidence = told.said("evidence") or ""
    fields = {"new.acts.type": "COOPERATE", "new.acts.source": "Azerbaycan", "new.acts.target": "Rusya", "new.figures.value": "3"}
    answer = desk.send(f"/review/{told.id}/note", kind="acts", words=evidence, **fields)
    assert answer.status_code == 200
    decided = desk.ledger.decisions(1)[0]
    assert decided.verdict == "add"
    made = desk.ledger.show(decided.target).told
    assert (made.body["type"], made.body["source"], made.words) == ("COOPERATE", ["AZ"], evidence)
    assert "needs" in desk.send(f"/review/{told.id}/note", kind="acts", words=evidence).text


def test_a_comment_judges_nothing(desk: Reviewer) -> None:
    first = desk.now()
    answer = desk.send(f"/review/{first}/judge", verdict="comment", why="Kaynağa soruldu <i>")
    assert f'action="/review/{first}/judge"' in answer.text
    assert "Kaynağa soruldu &lt;i&gt;" in answer.text
    assert desk.send(f"/review/{first}/judge", verdict="comment", why=" ").status_code == 422


def test_reviewed_articles_become_test_cases(desk: Reviewer) -> None:
    assert desk.client.get("/review/gold.jsonl").content == b""
    source = desk.ledger.queue(kinds=["figures"])[0].source
    for told in [t for t in desk.ledger.queue() if t.source == source]:
        desk.send(f"/review/{told.id}/judge", verdict="accept" if told.status == "shown" else "reject")
    lines = desk.client.get("/review/gold.jsonl").text.splitlines()
    assert len(lines) == 1
    assert source.title
    assert source.title in lines[0]


def test_a_write_without_the_pages_token_is_refused(desk: Reviewer) -> None:
    first = desk.now()
    assert desk.client.post(f"/review/{first}/judge", data={"verdict": "accept"}).status_code == 403
    assert desk.ledger.show(first).reviews == ()


@pytest.mark.parametrize(("path", "status"), [("/review/ffff/judge", 404), ("/review/ffff/note", 404), ("/review/ffff/undo", 404)])
def test_what_is_not_there_cannot_be_judged(desk: Reviewer, path: str, status: int) -> None:
    assert desk.send(path, verdict="accept").status_code == status


def test_an_unknown_verdict_judges_nothing(desk: Reviewer) -> None:
    assert desk.send(f"/review/{desk.now()}/judge", verdict="burn").status_code == 422
    assert desk.ledger.decisions() == []


def test_an_empty_queue_says_so(empty: TestClient) -> None:
    assert "Nothing waits here" in empty.get("/review?lang=en").text
