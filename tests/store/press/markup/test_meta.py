"""What a page says of itself."""

import pytest

from store.press.markup.meta import leads_on, meta_of, title_of
from store.press.markup.parse import parse


def test_title_and_meta() -> None:
    root = parse("<title>老桥<br>-临江日报</title><META NAME=Author content=' 赵青 '>", "a")
    assert title_of(root).startswith("老桥")
    assert meta_of(root, "author") == "赵青"
    assert meta_of(root, "keywords") == ""


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ("<META HTTP-EQUIV='REFRESH' CONTENT='0; URL=20310405/IssueIndex.htm'>",
         "20310405/IssueIndex.htm"),
        ('<meta content="0;url=node_1.htm" http-equiv=refresh>', "node_1.htm"),
        ("<script>window.location.href = 'node_1.htm';</script>", "node_1.htm"),
        ("<script>location.replace('node_1.htm')</script>", "node_1.htm"),
        ("<script>if (x) location.href = 'm.htm'; y()</script>老桥", ""),
        ("<meta http-equiv=refresh content=60>", ""),
    ],
)  # fmt: skip
def test_where_a_page_leads(markup: str, address: str) -> None:
    assert leads_on(parse(markup, "a.html")) == address
