"""Addresses in the form in which they are kept: nothing private, nothing that tells two apart."""

from datetime import date

import pytest

from store.press.text.web_address import canonical, day_in, join, resolved

PAGE = "https://paper.qingxi.example/content/202403/12/content_7.html"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (PAGE, PAGE),
        (f" {PAGE}\n", PAGE),
        (PAGE.replace("https://", "https://user:secret@"), PAGE),
        (f"{PAGE}#top", PAGE),
        (f"{PAGE}?utm_source=x&spm=1&id=7", f"{PAGE}?id=7"),
        ("HTTP://Paper.Qingxi.Example:80", "http://paper.qingxi.example/"),
        ("http://qingxi.example:8080/a", "http://qingxi.example:8080/a"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://", ""),
        ("http://a:b/", ""),
        ("http://[x/", ""),
        (f"{PAGE}?id={'7' * 3000}", ""),
    ],
)
def test_an_address(address: str, kept: str) -> None:
    assert canonical(address) == kept


@pytest.mark.parametrize(
    "path",
    [
        "content/203104/05/a",
        "read.do?m=i&idate=1_2031-04-05",
        "html/2031-04/05/a",
        "20310405/a",
        "2031/20310405/a",
        "2031/04/05/a",
    ],
)
def test_days(path: str) -> None:
    assert day_in(f"http://x/{path}") == date(2031, 4, 5)


def test_no_day() -> None:
    assert day_in("http://x/20311399/content_20310230.htm") is None


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("../../../content/203104/05/content_7.html?div=-1#top",
         "http://x/p/content/203104/05/content_7.html"),
        ("content_7.htm%3Fdiv=-1", "http://x/p/layout/203104/05/content_7.htm"),
        ("content_7.htm@div=-1.html", "http://x/p/layout/203104/05/content_7.htm"),
        ("/read.do?id=3", "http://x/read.do?id=3"),
        ("//y/a.html", "http://y/a.html"),
        ("https://y/a.html", "https://y/a.html"),
        ("https://Y/a.html@div=1#top", "https://Y/a.html"),
        ("javascript:void(0)", ""),
        ("#", ""),
        ("http://[x", ""),
        ("ftp://x/a", ""),
    ],
)  # fmt: skip
def test_links_are_made_whole(link: str, whole: str) -> None:
    assert resolved("http://x/p/layout/203104/05/node_01.html", link) == whole


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        (PAGE, PAGE),
        ("../a.html;x?id=1#top", "http://x/a.html;x?id=1#top"),
        ("http:///b", "http://x/b"),
        ("", "http://x/p/node_01.html"),
        ("http://[x", ""),
    ],
)
def test_what_is_joined(link: str, whole: str) -> None:
    assert join("http://x/p/node_01.html", link) == whole


def test_to_a_broken_address_nothing_is_joined() -> None:
    assert join("http://[x", "a.html") == ""
