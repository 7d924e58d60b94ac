"""新京报: one list in JSON, stories in pages."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import DAY, LINES, PAGE, Read, dumped, told

pytestmark = pytest.mark.slow


def test_the_capital_paper(web: PaperSite, read: Read) -> None:
    """新京报: one list in JSON, stories in pages."""
    root = "http://epaper.bjnews.com.cn/"
    leads = "<meta http-equiv='refresh' content='0;url=html/2026/20260927/20260927_A01/index.html'>"
    web.put(root, leads)
    story = {"mainTitle": "老桥<br/>通车", "articleHref": "20260927_A01_01_9090_21.html"}
    tea = {"mainTitle": "春茶上市", "articleHref": "20260927_A02_01_9091_22.html"}
    pages = [
        {"pageNo": "A01", "pageName": "要闻", "onePageArticleList": [story]},
        {"pageNo": "A02", "pageName": "评论", "onePageArticleList": [tea]},
    ]
    folder = f"{root}html/2026/20260927/"
    web.put(f"{folder}data.json", dumped(pages))
    web.put(f"{folder}20260927_A01/20260927_A01_01_9090_21.html", PAGE.format("老桥 通车"))
    web.put(f"{folder}20260927_A02/20260927_A02_01_9091_22.html", PAGE.format("春茶上市"))
    issue = read("xjb")
    assert told(issue) == [("A1", "老桥 通车"), ("A2", "春茶上市")]
    assert (issue.date, issue.articles[1].paragraphs) == (DAY, LINES)
