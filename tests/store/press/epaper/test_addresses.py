"""Addresses: pages, articles, days and folders."""

import pytest

from store.press.epaper.addresses import (
    folder_of,
    is_article,
    is_other,
    is_page,
    number_in,
)


@pytest.mark.parametrize(
    "name",
    ["node_2.htm", "node_A01.html", "Page01BC.htm", "nbs.D110000gmrb_01.htm", "col01.html",
     "NODE_2.HTM", "PageArticleIndexBT.htm"],
)  # fmt: skip
def test_pages(name: str) -> None:
    assert is_page(f"http://x/2031-04/05/{name}")
    assert not is_article(f"http://x/2031-04/05/{name}")


@pytest.mark.parametrize(
    "name",
    ["content_7.htm", "content_7_2.htm", "c123.html", "Articel01002NR.htm",
     "nw.D110000gmrb_20310405_2-12.htm"],
)  # fmt: skip
def test_articles(name: str) -> None:
    assert is_article(f"http://x/2031-04/05/{name}")
    assert not is_page(f"http://x/2031-04/05/{name}")


def test_pages_and_articles_lie_in_one_folder() -> None:
    folder = folder_of("http://x/p/layout/203104/05/node_01.html")
    assert folder.holds("http://x/p/content/203104/05/content_7.html")
    assert folder.holds("http://articles.x/p/content/203104/05/content_7.html")
    assert not folder.holds("http://x/p/content/203104/04/content_7.html")
    assert not folder.holds("http://x/other/content/203104/05/content_7.html")
    assert not folder.holds("http://x/about.html")


def test_numbers_in_addresses() -> None:
    assert number_in("http://x/node_03.html") == "03"
    assert number_in("http://x/nw.D110000gmrb_20310405_2-12.htm") == "12"
    assert number_in("http://x/Articel02003NR.htm") == "02"
    assert number_in("http://x/node_2.htm") == ""


def test_files_of_other_kinds() -> None:
    assert is_other("http://x/a.PDF")
    assert is_other("http://x/a.jpg.2")
    assert not is_other("http://x/a.shtml")
