"""The pages in files: the same pages, links from file to file."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tutanak.errors import ExportError
from tutanak.ledger import Ledger
from tutanak.ledger.demo import reports
from tutanak.reading import read
from tutanak.web.site import MARK, address_of, build, file_of


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy of a ledger of two invented reports."""
    folder = tmp_path_factory.mktemp("site")
    with Ledger(folder / "two.db") as ledger:
        for row in list(reports())[:2]:
            ledger.add(read(**row, language="tr"))
        build(ledger, folder / "out")
    return folder / "out"


def test_every_link_leads_to_a_file(copy: Path) -> None:
    pages = sorted(copy.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r' (?:href|src)="([^"]*)"', text):
            path, _, fragment = unescape(link).partition("#")
            assert not path.startswith("/"), f"{page}: {link}"
            if path and "://" not in path:
                assert (page.parent / path).is_file(), f"{page}: {link} leads nowhere"
            if fragment and path.endswith(".html"):
                assert f'id="{fragment}"' in (page.parent / path).read_text(encoding="utf-8"), f"{page}: {link} has no such place"


def test_both_languages_and_all_forms_are_there(copy: Path) -> None:
    for lang, words in (("tr", "Azerbaycan – Rusya"), ("en", "Azerbaijan – Russia")):
        assert words in (copy / lang / "index.html").read_text(encoding="utf-8")
        assert (copy / lang / "pair" / "az-ru.json").is_file()
        assert (copy / lang / "pair" / "az-ru.csv").is_file()
    assert 'href="../../en/pair/az-ru.html"' in (copy / "tr" / "pair" / "az-ru.html").read_text(encoding="utf-8")


def test_what_needs_a_server_is_left_out(copy: Path) -> None:
    assert not [page for page in copy.rglob("*.html") if "<form" in page.read_text(encoding="utf-8")]
    assert not [path for path in copy.rglob("*") if path.name.startswith(("review", "read.", "search", "login"))]


def test_only_a_copy_of_ours_is_replaced(copy: Path, tmp_path: Path) -> None:
    assert (copy / MARK).is_file()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("my own", encoding="utf-8")
    with Ledger(tmp_path / "empty.db") as ledger:
        with pytest.raises(ExportError, match="already"):
            build(ledger, tmp_path / "mine")
        build(ledger, tmp_path / "new")
        build(ledger, tmp_path / "new")
    assert (tmp_path / "mine" / "thesis.txt").read_text(encoding="utf-8") == "my own"
    assert (tmp_path / "new" / "tr" / "index.html").is_file()


@pytest.mark.parametrize(("link", "address"), [
    ("/pair/az-ru?since=2031-03&until=2031-03#timeline", "/pair/az-ru?since=2031-03&until=2031-03"),
    ("/pair/az-ru?since=2031-03-04&until=2031-03-04", "/pair/az-ru"), ("/pair/az-ru?speaker=Ali&page=2", "/pair/az-ru?page=2"),
    ("/article/ffff?record=3c1f#r-3c1f", "/article/ffff"), ("/review?record=1", None), ("/search?q=x", None),
])  # fmt: skip
def test_links_mean_pages_of_the_copy(link: str, address: str | None) -> None:
    assert address_of(link, "tr") == (address, "tr")


@pytest.mark.parametrize(("address", "file"), [
    ("/", "tr/index.html"), ("/pair/az-ru?page=2", "tr/pair/az-ru--page-2.html"), ("/pair/az-ru.json", "tr/pair/az-ru.json"),
    ("/article/ffff/lights.css", "tr/article/ffff/lights.css"), ("/person/..%2F..%2Fetc", "tr/person/_/_/etc.html"),
    ("/person/h.e-ali", "tr/person/h.e-ali.html"),
])  # fmt: skip
def test_addresses_become_files_within_the_folder(address: str, file: str) -> None:
    assert file_of(address, "tr") == file
