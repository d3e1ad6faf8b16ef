"""Stories: what is one text with what, found among many, at a cost that does not grow."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("rensa")
from tutanak.stories import Gathering, Print, likeness
from tutanak.stories.index import CROWD, Index, Memory
from tutanak.stories.keys import BANDS, KEPT, keys
from tutanak.stories.likeness import apart
from tutanak.stories.relations import BACKGROUND, SURE, Known, relation
from tutanak.stories.swapped import swapped, swaps

CASES = Path(__file__).parent / "cases" / "tr" / "stories.txt"


def blocks() -> Iterator[tuple[str, str, str]]:
    """(story, relation, text) of the cases; the first text of a story has no relation."""
    for block in CASES.read_text(encoding="utf-8").split("\n@ ")[1:]:
        head, _, text = block.partition("\n")
        story, _, told = head.partition(" ")
        yield story, told, text.strip()


FIRST = {story: text for story, told, text in blocks() if not told}
RETOLD = [(story, told, text) for story, told, text in blocks() if told]
ONE = [(story, told, text) for story, told, text in RETOLD if told not in (BACKGROUND, "none")]


@pytest.mark.parametrize(("story", "told", "text"), RETOLD, ids=lambda value: value[:20])
def test_what_was_made_of_a_text(story: str, told: str, text: str) -> None:
    old, new = Known(Print(FIRST[story])), Known(Print(text))
    assert relation(new, old, likeness(new.print, old.print)) == (None if told == "none" else told)


@pytest.mark.parametrize(("story", "told", "text"), ONE, ids=lambda value: value[:20])
@pytest.mark.parametrize("turned", [False, True])
def test_a_story_in_any_order(story: str, told: str, text: str, turned: bool) -> None:
    gathering = Gathering()
    for other in FIRST.values():
        if other != FIRST[story]:
            gathering.add(other)
    first, second = (text, FIRST[story]) if turned else (FIRST[story], text)
    begun, joined = gathering.add(first), gathering.add(second)
    assert begun.to is None
    assert joined.story == begun.story
    assert joined.relation == told or turned


def test_background_is_told_and_not_merged() -> None:
    gathering = Gathering()
    begun = gathering.add(FIRST["liman"])
    joined = gathering.add(next(text for _, told, text in RETOLD if told == BACKGROUND))
    assert joined.to is None
    assert joined.background == (begun.story,)


def test_outlets_and_addresses_say_what_a_text_cannot() -> None:
    text = next(text for _, told, text in RETOLD if told == "republished")
    old = Known(Print(FIRST["liman"]), "https://a.example/1", "Kıyı Ajansı")
    like = likeness(Print(text), old.print)
    assert relation(Known(Print(text), "https://a.example/1", "Kıyı Ajansı"), old, like) == "revision"
    assert relation(Known(Print(text), "https://a.example/2", "Kıyı Ajansı"), old, like) == "update"
    assert relation(Known(Print(text), "https://b.example/1", "Doruk Postası"), old, like) == "republished"
    assert relation(Known(Print("Bambaşka bir haber."), "https://a.example/1"), old, likeness(Print("Bambaşka bir haber."), old.print)) == "revision"


def test_swaps_are_shown_word_by_word() -> None:
    spun = next(text for _, told, text in RETOLD if told == "spun")
    old, new = Print(FIRST["liman"]).words, Print(spun).words
    shown = [(" ".join(old[s.first : s.last]), " ".join(new[s.start : s.end])) for s in swaps(old, new)]
    assert ("ziyaret", "seyahat") in shown
    assert ("lider", "önder") in shown
    assert all(a != b for a, b in shown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Toplam 12 kişi yaralandı.", "Toplam 15 kişi yaralandı."),  # a corrected number is no swap
        ("Bakan anlaşmayı imzaladı.", "Bakan anlaşmanın imzalandığını"),  # nor is another ending
        ("Heyet dün geldi.", "Heyet dün sabah saatlerinde geldi."),  # nor what was put in
    ],
)
def test_what_an_editor_changes_is_no_swap(one: str, other: str) -> None:
    assert not list(swaps(Print(one).words, Print(other).words))


WORDS = sorted({word for text in FIRST.values() for word in Print(text).words})
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    a, b = Print(one), Print(other)
    assert likeness(a, b).certainty == pytest.approx(likeness(b, a).certainty) or len(a.words) == len(b.words)
    assert 0 <= likeness(a, b).certainty <= 1
    assert 0 <= swapped(a.words, b.words) <= 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_print_and_keys(text: str) -> None:
    its = keys(Print(text))
    assert len(its.kept) <= BANDS + 2 * KEPT
    assert set(its.kept) <= set(its.asked)
    assert keys(Print(text)) == its


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(sorted(FIRST)), st.integers(0, 10**6))
def test_a_spun_copy_by_any_dictionary_is_found_and_flagged(story: str, seed: int) -> None:
    draw = random.Random(seed)
    plain = sorted({word for word in FIRST[story].split() if word.isalpha() and word.islower()})
    meant = {word: "".join(draw.sample("abcçdefgğhıijklmnoöprsştuüvyz", 7)) for word in draw.sample(plain, len(plain) // 4)}
    copy = " ".join(meant.get(word, word) for word in FIRST[story].split(" "))
    gathering = Gathering()
    gathering.add(FIRST[story])
    assert gathering.add(copy).relation == "spun"


RICH = (
    "Cumhurbaşkanı Devletbaşı, resmi formel, ziyaret seyahat, mevkidaşı muadili, Görüşmenin Mükalemenin, ardından peşinden, düzenlenen "
    "tertiplenen, ülke diyar, ticaret alışveriş, geçen evvelki, yıl sene, artarak fazlalaşarak, ulaştığını vardığını, Hedefimiz Muradımız, "
    "rakamı adedi, içinde dahilinde, Limanı'nın Rıhtımı'nın, genişletilmesine büyütülmesine, ilişkin dair, önümüzdeki gelecek, "
    "imzalanacağını mühürleneceğini, belirtti açıkladı, yıllık senelik, kapasitesi hacmi, yükselecek tırmanacak, yatırım sarfiyat, ülkelerin "
    "diyarların, ifadelerini sözlerini, inşaatın yapımın, tamamlanacağını bitirileceğini, kaydetti bildirdi, lider şef, sınır hudut, yeniden "
    "tekrar, konusunda meselesinde, yılındaki senesindeki"
)
"""Words of a story and what a machine with a rich dictionary puts in for them, in names of offices and works too."""


def test_a_copy_with_very_many_swaps_is_told_by_all_that_stands_in_its_place() -> None:
    meant = dict(pair.split(" ") for pair in RICH.split(", "))
    copy = re.sub(r"[\w']+", lambda word: meant.get(word[0], word[0]), FIRST["liman"])
    old, new = Known(Print(FIRST["liman"])), Known(Print(copy), spin=0.9)
    like = likeness(new.print, old.print)
    assert like.certainty < SURE
    assert (relation(new, old, like), relation(old, new, like)) == ("spun", "original")
    gathering = Gathering()
    begun = gathering.add(FIRST["liman"])
    assert gathering.add(copy).story == begun.story


def test_a_short_text_is_found_in_a_long_one_and_the_other_way_round() -> None:
    lines = FIRST["liman"].split("\n")
    long = "\n".join(chain(lines, (text.split("\n")[0] for text in FIRST.values()), ["Ayrıca birçok başka konu da konuşuldu."]))
    short = "\n".join(lines[:2])
    for first, second in ((long, short), (short, long)):
        index = Index([first, second].__getitem__)
        assert not index.add(0, first)
        assert [near.number for near in index.add(1, second)] == [0]


def test_no_key_is_ever_long_to_read() -> None:
    shelf = Memory()
    index = Index(lambda _: FIRST["liman"], shelf)
    for number in range(2 * CROWD):
        found = index.add(number, FIRST["liman"])
        assert bool(found) == (0 < number < CROWD) or number >= CROWD
    kept = keys(Print(FIRST["liman"])).kept
    assert max(Counter(key for key, numbers in shelf.near(kept) for _ in numbers).values()) == CROWD


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(sorted(FIRST)), min_size=1, max_size=60), st.integers(1, 9), st.sets(st.integers(0, 59)))
def test_what_is_foreseen_is_found_as_what_is_not(stories: list[str], portion: int, strangers: set[int]) -> None:
    """In portions, with some articles in between that were not foreseen; every text many times, so that keys become crowded too."""
    texts = [FIRST[story] for story in stories]
    alone, among = Index(texts.__getitem__), Index(texts.__getitem__)
    for number, text in enumerate(texts):
        if number % portion == 0:
            among.foresee((n, texts[n]) for n in range(number, min(number + portion, len(texts))) if n not in strangers)
        assert among.add(number, text) == alone.add(number, text)
    assert sorted(among.shelf.near(keys(Print(texts[0])).asked)) == sorted(alone.shelf.near(keys(Print(texts[0])).asked))


def test_the_weights_hold_traps_off() -> None:
    sure = [likeness(Print(text), Print(FIRST[story])).certainty for story, _, text in ONE]
    traps = [likeness(Print(text), Print(FIRST[story])).certainty for story, told, text in RETOLD if told in (BACKGROUND, "none")]
    assert min(sure) > SURE > max(traps)


def test_what_is_apart_at_a_glance_is_apart() -> None:
    assert not any(apart(Print(text), Print(FIRST[story])) for story, _, text in ONE)
    assert apart(Print(FIRST["liman"]), Print(FIRST["deprem"]))
