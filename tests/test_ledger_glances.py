"""What pages ask a ledger at a glance, and decisions taken back, on both stores."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, select

from tutanak.errors import NotFound, Unclear
from tutanak.ledger import Ledger
from tutanak.ledger.asking import SPEAKING, Asked, balance, ids, narrowed, tied
from tutanak.ledger.demo import fill
from tutanak.ledger.prepared import Among, Prepared
from tutanak.ledger.tables import documents, records, ties
from tutanak.ledger.telling import tell

PAIR = ("AZ", "RU")
WHO = "Ayşe"


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger of the invented reports."""
    fill(ledger)
    return ledger


def test_records_are_counted_over_time(filled: Ledger) -> None:
    years, months = (filled.glance(PAIR, Asked(), per) for per in (4, 7))
    assert {t.stretch for t in years.tallies} == {"2031", "2032"}
    assert all(len(t.stretch) == 7 for t in months.tallies)
    total, _ = filled.timeline(PAIR, Asked())
    for kind in ("statements", "meetings", "figures"):
        assert sum(t.records for t in years.tallies if t.kind == kind) == total[kind]
        assert sum(t.records for t in months.tallies if t.kind == kind) == total[kind]
    assert (years.first, years.last) == filled.days(PAIR) == ("2031-03-04", "2032-07-19")


@pytest.mark.parametrize("asked", [
    Asked(), Asked(since="2031-06"), Asked(until="2031"), Asked(since="2031-03", until="2031-03"), Asked(since="2032", kinds=("figures",)),
    Asked(kinds=("statements", "acts")), Asked(outlet="Hayali Haber"), Asked(speaker="nazarov"), Asked(topic="trade"), Asked(doubtful=True),
    Asked(since="2031", until="2031", doubtful=True, speaker="nazarov"),
])  # fmt: skip
def test_what_was_read_once_is_counted_as_the_database_does(filled: Ledger, asked: Asked) -> None:
    """Days and kinds are picked out of the records of a pair here, the rest by the database; both as if each list were asked for alone."""
    kinds = asked.kinds or ("statements", "positions", "meetings", "figures", "undertakings", "acts")
    with filled.store.reading() as connection:
        whole = tied(connection, PAIR, Asked())
        found = whole.within(asked) or tied(connection, PAIR, asked)
        for some in (kinds, kinds[:1]):
            for limit, offset in ((1000, 0), (7, 0), (5, 3)):
                assert found.ids(some, limit, offset) == ids(connection, PAIR, asked, some, limit, offset)
        every = list(connection.execute(narrowed(select(ties.c.kind), PAIR, asked)).scalars())
        assert found.totals() == {kind: every.count(kind) for kind in sorted(set(every))}
        assert found.rows
        assert (whole.within(asked) is None) == bool(asked.outlet or asked.speaker or asked.topic or asked.doubtful)


def test_who_said_how_much(filled: Ledger) -> None:
    """As the database counts it, record by record."""
    with filled.store.reading() as connection:
        whole = tied(connection, PAIR, Asked())
        said = tell(connection, whole.ids(("statements",), 1000))
        for asked in (Asked(), Asked(since="2032"), Asked(speaker="nazarov")):
            shares = balance(connection, PAIR, whole.within(asked) or tied(connection, PAIR, asked))
            one = next(share for share in shares if share.name == "Elçin Nazarov")
            his = [told for told in said if "Elçin Nazarov" in told.names("speaker") and told.day >= asked.since]
            assert (one.statements, one.words) == (len(his), sum(told.words.count(" ") + 1 for told in his))
            assert (one.first, one.last) == (min(told.day for told in his), max(told.day for told in his))
            assert one.topics["trade"] == sum("trade" in told.minutes.topics for told in his)


def test_a_prepared_question_takes_lists_of_any_length(filled: Ledger) -> None:
    numbered = Prepared(lambda: select(records.c.id).where(Among(records.c.id, "ids")).order_by(records.c.id))
    named = Prepared(lambda: select(documents.c.id).where(Among(documents.c.sha256, "shas"), documents.c.blanked == bindparam("blanked")))
    with filled.store.reading() as connection:
        every = list(connection.execute(select(records.c.id).order_by(records.c.id)).scalars())
        for wanted in ([], every[:1], every, list(range(-40_000, 40_000)), tuple(every)):
            assert [row[0] for row in numbered.rows(connection, ids=wanted)] == (sorted(wanted) if len(wanted) <= len(every) else every)
        shas = list(connection.execute(select(documents.c.sha256)).scalars())
        assert len(named.rows(connection, shas=[*shas, "ı", "'); --"], blanked=False)) == len(shas)
        assert named.rows(connection, shas=shas, blanked=True) == []
        with pytest.raises(KeyError):
            numbered.rows(connection, numbers=every)


def test_outlets_and_topics_are_those_of_what_is_wanted(filled: Ledger) -> None:
    glance = filled.glance(PAIR, Asked(outlet="Hayali Haber"), 4)
    assert len(glance.outlets) > 1  # the outlet itself is left open, so that another can be chosen
    assert set(glance.topics) < set(filled.glance(PAIR, Asked(), 4).topics)
    total, told = filled.timeline(PAIR, Asked(outlet="Hayali Haber"))
    assert told
    assert {t.source.outlet for t in told} == {"Hayali Haber"}
    assert sum(total.values()) < sum(filled.timeline(PAIR, Asked())[0].values())


def test_the_pulse_of_each_pair(filled: Ledger) -> None:
    pairs = [(a, b) for a, b, _ in filled.pairs()]
    pulses = filled.pulses(pairs)
    assert {pair: sum(months.values()) for pair, months in pulses.items()} == {(a, b): n for a, b, n in filled.pairs()}
    assert filled.pulses([]) == {}


def test_who_speaks_on_what(filled: Ledger) -> None:
    assert "trade" in next(s.topics for s in filled.sheet(PAIR, Asked()).shares if s.name == "Elçin Nazarov")


def test_what_was_entered_last(filled: Ledger) -> None:
    latest = filled.latest(3)
    assert len(latest) == 3
    assert latest[0].pair == ("AB", "TR")
    assert [e.source for e in filled.latest(1, offset=2)] == [latest[2].source]


def test_the_articles_of_a_pair(filled: Ledger) -> None:
    told = filled.articles(PAIR, Asked(limit=100))
    days = [source.published for source, _ in told]
    assert days == sorted(days, key=str, reverse=True)
    assert all(n for _, n in told)
    assert filled.articles(PAIR, Asked(limit=2, offset=1)) == told[1:3]


def test_a_body_is_found_as_records_tie_it(filled: Ledger) -> None:
    assert filled.tied("avrupa komisyonu") == "Avrupa Komisyonu"
    assert filled.tied("azerbaijan") == "AZ"
    with pytest.raises(NotFound):
        filled.tied("atlantis")


def test_one_article_as_the_ledger_has_it(filled: Ledger) -> None:
    sha = filled.latest(1)[0].source.sha256
    told = filled.article(sha[:12])
    assert told["doc"]["sha256"] == sha
    assert told["stands"]
    hashes = [r["ledger"]["hash"] for r in told["meetings"]]
    assert [t.id for t in filled.told(hashes)] == hashes
    with pytest.raises(NotFound):
        filled.article("ffffffff")
    with pytest.raises(NotFound):
        filled.article("")


def test_a_text_that_was_replaced_still_tells_its_records(filled: Ledger) -> None:
    old = next(e for e in filled.latest(50) if e.source.title == "Nazarov ile Sokolov Bakü’de görüştü")
    told = filled.article(old.source.sha256)
    assert not told["stands"]
    assert {r["ledger"]["standing"] for r in told["figures"]} == {"withdrawn"}


def test_an_undertaking_is_followed_from_any_of_its_steps(filled: Ledger) -> None:
    steps = [t for t in filled.sheet(PAIR, Asked(kinds=("undertakings",))).timeline if "Hazar" in t.words]
    assert len(steps) > 2
    assert {filled.followed(t.id).steps[0].id for t in steps} == {filled.followed(steps[0].id).steps[0].id}
    with pytest.raises(NotFound, match="not an undertaking"):
        filled.followed(filled.sheet(PAIR, Asked(kinds=("figures",))).timeline[0].id)


def test_records_in_which_someone_stands(filled: Ledger) -> None:
    actor = filled.person("Elçin Nazarov").actor
    total, first = filled.stands(actor.id, SPEAKING, limit=2)
    assert total > len(first) == 2
    assert not {t.id for t in first} & {t.id for t in filled.stands(actor.id, SPEAKING, limit=2, offset=2)[1]}
    assert filled.person(actor.key).actor == actor


def test_a_decision_is_taken_back(filled: Ledger) -> None:
    first = filled.queue(unsure=True, limit=1)[0]
    waiting = filled.waiting()
    filled.review(first.id, "accept", WHO)
    assert (filled.waiting(), filled.show(first.id).told.status) == (waiting - 1, "shown")
    filled.undo(first.id, WHO)
    assert (filled.waiting(), filled.show(first.id).told.status) == (waiting, first.status)
    assert [r.verdict for r in filled.decisions(2)] == ["undo", "accept"]
    with pytest.raises(Unclear, match="nothing can be taken back"):
        filled.undo(first.id, WHO)
    assert filled.audit() == []


def test_a_record_by_hand_is_taken_back(filled: Ledger) -> None:
    told = filled.sheet(PAIR, Asked(kinds=("meetings",))).timeline[0]
    fields = {"type": "COOPERATE", "source": "AZ", "target": "RU"}
    made = filled.note(told.source.sha256, "acts", told.said("evidence") or "", fields, WHO)
    filled.undo(made, WHO)
    assert filled.show(made).told.status == "rejected"
    assert filled.audit() == []


def test_a_correction_that_was_taken_back_is_made_again(filled: Ledger) -> None:
    told = filled.queue(*PAIR, kinds=["figures"])[0]
    made = filled.review(told.id, "correct", WHO, fields={"value": "5.5"})
    for _ in range(2):
        filled.undo(told.id, WHO)
        assert (filled.show(told.id).told.status, filled.show(made).told.status) == (told.status, "rejected")
        assert filled.review(told.id, "correct", WHO, fields={"value": "5.5"}) == made
        assert (filled.show(told.id).told.status, filled.show(made).told.status) == ("replaced", "shown")
        with pytest.raises(Unclear, match="nothing changes"):
            filled.review(told.id, "correct", WHO, fields={"value": "5.5"})
    assert [k.id for k in filled.show(told.id).kin] == [made], "entered once"
    assert [r.verdict for r in filled.show(made).reviews] == ["reject", "undo"] * 2
    assert [r.verdict for r in filled.show(told.id).reviews] == ["correct", "undo"] * 2 + ["correct"]
    assert filled.audit() == []


def test_another_correction_may_follow_one_that_was_taken_back(filled: Ledger) -> None:
    told = filled.queue(*PAIR, kinds=["figures"])[0]
    made = filled.review(told.id, "correct", WHO, fields={"value": "5.5"})
    filled.undo(told.id, WHO)
    other = filled.review(told.id, "correct", WHO, fields={"value": "5.6"})
    assert [filled.show(i).told.status for i in (told.id, made, other)] == ["replaced", "rejected", "shown"]
    with pytest.raises(Unclear, match="nothing changes"):
        filled.review(told.id, "correct", WHO, fields={"value": str(told.body["value"])})
    assert filled.audit() == []


def test_one_correction_of_a_record_stands(filled: Ledger) -> None:
    told = filled.queue(*PAIR, kinds=["figures"])[0]
    made, other = (filled.review(told.id, "correct", WHO, fields={"value": value}) for value in ("5.5", "5.6"))
    assert [filled.show(i).told.status for i in (told.id, made, other)] == ["replaced", "rejected", "shown"]
    assert filled.review(told.id, "correct", WHO, fields={"value": "5.5"}) == made
    assert [filled.show(i).told.status for i in (told.id, made, other)] == ["replaced", "shown", "rejected"]
    filled.undo(told.id, WHO)
    assert [filled.show(i).told.status for i in (told.id, made, other)] == ["shown", "rejected", "rejected"]
    assert filled.audit() == []


def test_a_record_by_hand_that_was_taken_back_is_added_again(filled: Ledger) -> None:
    told = filled.sheet(PAIR, Asked(kinds=("meetings",))).timeline[0]
    given = told.source.sha256, "acts", told.said("evidence") or "", {"type": "COOPERATE", "source": "AZ", "target": "RU"}, WHO
    made = filled.note(*given)
    filled.undo(made, WHO)
    assert filled.note(*given) == made
    assert filled.show(made).told.status == "shown"
    with pytest.raises(Unclear, match="nothing changes"):
        filled.note(*given)
    filled.undo(made, WHO)
    assert filled.show(made).told.status == "rejected"
    assert filled.audit() == []


def test_the_least_sure_of_all_come_first(filled: Ledger) -> None:
    sure = [t.confidence for t in filled.queue(unsure=True)]
    assert sure == sorted(sure)
    assert [t.id for t in filled.queue(unsure=True, limit=2, offset=1)] == [t.id for t in filled.queue(unsure=True)][1:3]
