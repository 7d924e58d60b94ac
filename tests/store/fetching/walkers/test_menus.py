"""中国纪检监察报: a calendar, a menu of pages, lists, stories."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, TEXT, Read, dumped, form, told

pytestmark = pytest.mark.slow

API = "http://jjjcb.ccdi.gov.cn/reader/layout"
TITLES = {"01": "老桥<br>通车", "02": "春茶上市"}


def test_the_paper_of_discipline(web: PaperSite, read: Read) -> None:
    web.put("http://jjjcb.ccdi.gov.cn/epaper/", "<div id=app></div>")
    web.reply(f"{API}/getSZBDate.do", lambda _posted: dumped([f"{LATELY:%Y/%m/%d}", "2099/01/01"]))
    pages = [
        {"IRCATELOG": each, "BC": each, "BM": name}
        for each, name in (("01", "要闻"), ("02", "评论"))
    ]

    def menu(posted: bytes) -> str:
        assert form(posted) == {"docPubTime": f"{LATELY:%Y%m%d}"}
        return dumped(pages)

    def listed(posted: bytes) -> str:
        asked = form(posted)
        assert asked["docpubtime"] == f"{LATELY:%Y/%m/%d}"
        return dumped([{"ZB_GUID": f"g{asked['bc']}", "DOCTITLE": TITLES[asked["bc"]]}])

    def story(posted: bytes) -> str:
        guid = form(posted)["guid"]
        told = {"docTitle": TITLES[guid[1:]], "yt": "望江见闻", "fb": "", "docAuthor": "张三"}
        return dumped(told | {"content": TEXT})

    web.reply(f"{API}/findBmMenu.do", menu)
    web.reply(f"{API}/getBmDetail.do", listed)
    web.reply(f"{API}/detailData.do", story)
    issue = read("jjjcb")
    assert told(issue) == [("1", "老桥 通车"), ("2", "春茶上市")]
    assert (issue.date, issue.pages[1].name) == (LATELY, "评论")
    first = issue.articles[0]
    assert (first.kicker, first.byline[0].names, first.paragraphs) == ("望江见闻", ("张三",), LINES)
    assert first.url == "http://jjjcb.ccdi.gov.cn/epaper/index.html?guid=g01"
