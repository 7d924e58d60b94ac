"""What is told of a page without parsing it: its address, its day, what it links to."""

from datetime import date

import pytest

from store.press.mirror import HOST, Place
from store.press.outline import Outline, leads_to, links_of, outline, own_address, place

PATH = "paper/layout/202403/12/node_01.html"
FOLDER = f"{HOST}paper/layout/202403/12"
DAY = date(2024, 3, 12)
NODE = "http://paper.example/layout/202403/12/node_01.html"


def test_the_links_of_a_page() -> None:
    text = """<A HREF=node_02.html>第02版：综合</A> <a daoxiang='c_1.html'>桥</a>
    <img src="page.jpg"> <a href="node_02.html?x=1&amp;y=2">又一次</a> <a href="">"""
    found = [f"{FOLDER}/{name}" for name in ("node_02.html", "c_1.html", "page.jpg")]
    assert links_of(text, HOST + PATH) == found


@pytest.mark.parametrize(
    "text",
    [
        '<META HTTP-EQUIV="Refresh" CONTENT="0; URL=12/node_01.html">',
        "<script>window.location = '12/node_01.html'</script>",
        "<meta content='0;url=12/node_01.html' http-equiv=refresh>",
        "<meta http-equiv=refresh content='0;url=12/node_01.html?v=1'>",
    ],
)
def test_a_page_that_leads_on(text: str) -> None:
    assert leads_to(text, f"{HOST}202403/index.html") == f"{HOST}202403/12/node_01.html"
    assert leads_to(text + "老桥修好了。" * 999, f"{HOST}202403/index.html") == ""


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f"<!-- saved from url=(0050){NODE} -->", NODE),
        (f"<html>\n<!-- Mirrored from {NODE[7:]} by HTTrack Website Copier/3.x -->", NODE),
        (f"<html><!--\n Page saved with SingleFile \n url: {NODE} \n saved date: x-->", NODE),
        (f"<!-- {NODE} -->\n<html>", NODE),
        (f"<html><!-- {NODE} -->", ""),
        (f"<link href='{NODE}?utm_source=x' rel=canonical>", NODE),
        ("<link rel=canonical href='https://u:p@paper.example/a?b=1&amp;c=2'>",
         "https://paper.example/a?b=1&c=2"),
        (f"<meta content='{NODE}' property='og:url'>", NODE),
        ("<meta property='og:url' content='javascript:x'>", ""),
        ("<p>老桥", ""),
    ],
)  # fmt: skip
def test_a_pages_own_address(text: str, address: str) -> None:
    assert own_address(text) == address


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (PATH, "", Place(PATH, "", DAY)),
        ("1.html", f"<!-- {NODE} -->", Place("1.html", NODE, DAY)),
        ("1.html", f"<a href='{NODE}'><a href=/203104/05/a.html><a href={NODE}1>",
         Place("1.html", "", DAY)),
        ("1.html", "<p>老桥", Place("1.html")),
    ],
)  # fmt: skip
def test_where_a_page_lies(path: str, text: str, found: Place) -> None:
    assert place(path, text.encode()) == found
    assert outline(path, text.encode()).place == found


def test_an_outline() -> None:
    text = f"<a href=node_01.html>第01版：要闻</a><a href='{NODE}'>第02版：综合</a>"
    found = outline(PATH, text.encode("gb18030"))
    assert found.lists
    assert found.links == (f"{FOLDER}/node_01.html", NODE)
    assert not outline(PATH, "<p>老桥".encode()).lists
    assert outline(PATH, bytes(range(256)) * 9) == Outline(Place(PATH))
