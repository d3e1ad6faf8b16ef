"""The tool that rewrites cases puts back what was taken from them, where it stood."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import rewrite_cases

ACTS = ["# a remark", "Kenya ordusu, Somali'yi bombaladı.", "  ASSAULT: KE > SO", "", "Nijer, Çad'ı kınadı.", "  ACCUSE: NE > TD"]
PEOPLE = ["Rusya Devlet Başkanı İgor Sokolov, Astana'da konuştu.", "  İgor Sokolov | Devlet Başkanı | RU | -", ""]
SPOKEN = [
    "# two lines", "Norveç Başbakanı Ole Bakken, “Geleceğiz.” dedi.", "> direct | Ole Bakken | Geleceğiz.",
    "Bakken, görüşmelerin süreceğini söyledi.", "> indirect | Ole Bakken | görüşmelerin süreceğini", "",
]  # fmt: skip


@pytest.mark.parametrize(("case", "whole"), [("acts_told", ACTS), ("people", PEOPLE), ("statements_told", SPOKEN)])
def test_truth_is_put_back_where_it_stood(case: str, whole: list[str]) -> None:
    assert rewrite_cases.rewritten(case, whole) == whole
    bare = [line for line in whole if not line.startswith(("  ", "> "))]
    assert rewrite_cases.rewritten(case, bare) == whole


def test_what_a_case_need_not_tell_is_left_alone() -> None:
    text = "Çin Dışişleri Bakanı Li Wei, Pekin'i ziyaret eden Pakistanlı mevkidaşı Ali Han ile görüştü."
    met = [text, "  meeting held: Li Wei + Ali Han @ Pekin ; occasion: zirve", ""]
    assert rewrite_cases.rewritten("meetings", [text, ""]) == [text, "  meeting held: Ali Han + Li Wei @ Pekin", ""]
    assert rewrite_cases.rewritten("meetings", met) == met


def test_topics_are_those_of_all_paragraphs() -> None:
    line = "other | Başkan dün akşam ülkesine döndü. | Törende marşlar çalındı."
    assert rewrite_cases.rewritten("topics", [line, f"trade{line[5:]}"]) == [line, line]


def test_every_file_that_it_names_is_there() -> None:
    assert {"acts", "meetings_told", "statements_press", "topics"} <= set(rewrite_cases.files())
    assert not {"acts_planned", "figures"} & set(rewrite_cases.files())
