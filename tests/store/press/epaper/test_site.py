"""A mirror's files by their addresses."""

from store.press.epaper.site import Site, is_told, open_page
from store.press.mirror import HOST, File

SITE = Site(
    [
        File("paper.example/p/node_01.html", b"<html><p>\xe6\xa1\xa5"),
        File("paper.example/p/a b.html", b"<html>"),
        File("index.html", b"<html>"),
        File("paper.example/p/a.jpg", b"\xff\xd8\xff"),
    ],
    "mirror",
)


def test_what_an_address_names() -> None:
    node = f"{HOST}paper.example/p/node_01.html"
    assert SITE.find("http://paper.example/p/node_01.html") == node
    assert SITE.find(f"{HOST}paper.example/p/a.jpg") == "", "a picture is no page"


def test_pages_come_by_their_paths() -> None:
    assert [address.removeprefix(HOST) for address in SITE.addresses()] == [
        "index.html",
        "paper.example/p/a b.html",
        "paper.example/p/node_01.html",
    ]


def test_a_page_is_opened() -> None:
    page = SITE.open(f"{HOST}paper.example/p/node_01.html")
    assert page is not None
    assert page.text == "<html><p>桥"
    assert SITE.open(f"{HOST}none.html") is None


def test_a_body_that_comments_alone_show() -> None:
    page = open_page("<td><!--enpcontent--><P>甲。<P>乙。<!--/enpcontent--></td>".encode(), "a")
    assert page is not None
    (body,) = page.root.iter("founder-content")
    assert "".join(map(str, body.itertext())) == "甲。乙。"


def test_a_page_knows_its_own_address() -> None:
    page = open_page(b"<link rel=canonical href=http://paper.example/a>", "a")
    assert page is not None
    assert page.own == "http://paper.example/a"
    assert is_told(page.own)
    assert not is_told(f"{HOST}a")
