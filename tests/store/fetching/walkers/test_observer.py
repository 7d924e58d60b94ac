"""经济观察报: lists without pages that are leafed through."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import DAY, LINES, PAGE, Read, told

pytestmark = pytest.mark.slow


def test_the_observer(web: PaperSite, read: Read) -> None:
    """经济观察报: lists without pages that are leafed through."""
    cover = (
        "<div class=dzkw_dzb_box><input type=hidden id=e_cid_1 value=1290>"
        "<input type=hidden id=e_cbqh_1 value=2026-09-27></div>"
        "<input type=hidden id=e_cid_2 value=1289><input type=hidden id=e_cbqh_2 value=2026-09-20>"
    )
    web.put("http://www.eeo.com.cn/epaper/eeocover/1.shtml", cover)
    first = "http://app.eeo.com.cn/?app=epaper&controller=text&action=eeolist&cid=261&qid=1290"
    more = f"<a class=next href='{first}&page=2'>下一页</a>"
    links = "<a href=/eeo/2026/0925/1.shtml>老桥通车</a><a href=/eeo/2026/0925/2.shtml>春茶上市</a>"
    web.put(first, f"<html><ul>{links}</ul>{more}</html>")
    web.put(f"{first}&page=2", "<html><a href=/eeo/2026/0926/3.shtml>河边的书屋</a></html>")
    for at, title in (("0925/1", "老桥通车"), ("0925/2", "春茶上市"), ("0926/3", "河边的书屋")):
        web.put(f"http://app.eeo.com.cn/eeo/2026/{at}.shtml", PAGE.format(title))
    issue = read("jjgcb")
    assert told(issue) == [("1", "老桥通车"), ("1", "春茶上市"), ("1", "河边的书屋")]
    assert (issue.date, issue.articles[2].paragraphs) == (DAY, LINES)
