"""解放军报: all stories of all pages in one answer."""

from datetime import date

import pytest

from store.library.library import Library
from tests.site.server import PaperSite
from tests.store.fetching.conftest import Fetch
from tests.store.fetching.walkers.conftest import DAY, LINES, TEXT, Read, dumped, own, told

pytestmark = pytest.mark.slow


def army(web: PaperSite) -> None:
    """解放军报: all stories of all pages in one answer."""
    papers = [{"paperName": "中国国防报", "paperData": "2026-09-28"}]
    papers.append({"paperName": "解放军报", "paperData": "2026-09-27"})
    web.put("http://rmt-zuul.81.cn/api-paper/api/newestPaper", dumped({"code": 0, "data": papers}))
    bridge = {"id": 987, "title": "老桥 通车", "title2": "两岸都来看", "content": TEXT}
    tea = {"id": 988, "title": "春茶上市", "content": TEXT, "author": "张三"}
    pages = [
        {"paperNumber": "01", "paperBk": "要闻", "xyList": [bridge]},
        {"paperNumber": "02", "paperBk": "评论", "xyList": [tea]},
        {"paperNumber": "03", "paperBk": "广告", "xyList": []},
    ]
    where = "http://www.81.cn/_szb/jfjb/2026/09/27/index.json"
    web.put(where, dumped({"paperInfo": pages}))


def test_the_army_paper(web: PaperSite, read: Read) -> None:
    army(web)
    issue = read("jfjb")
    assert told(issue) == [("1", "老桥 通车"), ("2", "春茶上市")]
    assert (issue.date, issue.paper.name) == (DAY, "解放军报")
    first, second = issue.articles
    assert (first.subhead, first.paragraphs) == ("两岸都来看", LINES)
    assert second.byline[0].names == ("张三",)
    assert first.url.endswith("?paperName=jfjb&paperDate=2026-09-27&paperNumber=01&articleid=987")
    assert len(web.asked) == 2


def test_an_issue_that_is_in_is_not_asked_for_again(
    web: PaperSite, read: Read, fetched: Fetch
) -> None:
    army(web)
    read("jfjb")
    web.asked.clear()
    came, _ = fetched(own("jfjb"))
    assert (came, len(web.asked)) == ([], 1)


def test_other_days_of_it_and_days_without_an_issue(
    web: PaperSite, fetched: Fetch, library: Library
) -> None:
    army(web)
    _, (ended,) = fetched(own("jfjb"), days=[date(2026, 9, 26), DAY])
    assert ended.state.error is None
    assert [row.date for row in library.rows()] == [DAY]


def test_an_issue_in_which_nothing_stands_is_an_error_and_comes_later(
    web: PaperSite, read: Read, fetched: Fetch, library: Library
) -> None:
    army(web)
    where = "http://www.81.cn/_szb/jfjb/2026/09/27/index.json"
    web.put(where, dumped({"paperInfo": []}))
    _, (ended,) = fetched(own("jfjb"))
    assert "no page and no article" in str(ended.state.error)
    assert library.rows() == ()
    army(web)
    assert len(read("jfjb").articles) == 2
