"""What belongs to one issue, told by the links of its pages."""

import pytest

from store.press.page_links import leads_to, links_of, same_issue, target

PATH = "paper/layout/202403/12/node_01.html"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("node_02.html", "paper/layout/202403/12/node_02.html"),
        ("../../../content/202403/12/content_7.html", "paper/content/202403/12/content_7.html"),
        ("./node_02.html?v=1#top", "paper/layout/202403/12/node_02.html"),
        ("a.html?x=1&amp;y=2", "paper/layout/202403/12/a.html"),
        ("%E6%A1%A5.html", "paper/layout/202403/12/桥.html"),
        ("../../../../../secret.html", ""),
        ("/etc/passwd", ""),
        ("//other.example/a.html", ""),
        ("https://other.example/a.html", ""),
        ("javascript:void(0)", ""),
        ("#top", ""),
        ("http://[x", ""),
    ],
)
def test_where_a_link_leads(address: str, path: str) -> None:
    assert target(address, PATH) == path


def test_the_links_of_a_page() -> None:
    text = """<A HREF=node_02.html>第02版：综合</A> <a daoxiang='c_1.html'>桥</a>
    <img src="page.jpg"> <a href="node_02.html">又一次</a> <a href="">"""
    folder = "paper/layout/202403/12"
    found = [f"{folder}/{name}" for name in ("node_02.html", "c_1.html", "page.jpg")]
    assert links_of(text, PATH) == found


@pytest.mark.parametrize(
    "text",
    [
        '<META HTTP-EQUIV="Refresh" CONTENT="0; URL=12/node_01.html">',
        "<script>window.location = '12/node_01.html'</script>",
        "<meta http-equiv=refresh content='0;url=12/node_01.html?v=1'>",
    ],
)
def test_a_page_that_leads_on(text: str) -> None:
    assert leads_to(text, "202403/index.html") == "202403/12/node_01.html"
    assert leads_to(text + "老桥修好了。" * 999, "202403/index.html") == ""


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("paper/content/202403/12/content_7.html", True),
        ("paper/2024-03/12/content_7.html", True),
        ("paper/content/202403/11/node_01.html", False),
        ("paper/index.html", True),
    ],
)
def test_of_one_day(other: str, same: bool) -> None:
    assert same_issue(PATH, other) is same
