"""解放日报: an answer for each page and for each story."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LINES, Read, dumped, told

pytestmark = pytest.mark.slow


def test_the_journal(web: PaperSite, read: Read) -> None:
    """解放日报: an answer for each page, its last story first, and one for each story."""
    root = "http://www.jfdaily.com/journal"
    papers = [{"code": "whb", "jdate": "2026-09-26"}, {"code": "jfrb", "jdate": "2026-09-27"}]
    web.put(f"{root}/list.do", dumped({"success": True, "object": {"departList": papers}}))
    pages = [{"pnumber": "01", "pname": "要闻"}, {"pnumber": "02", "pname": "评论"}]
    stories = {"01": [(22, "春茶上市"), (21, "老桥通车")], "02": [(23, "河边的书屋")]}
    for page, listed in stories.items():
        said = {"pagelist": pages, "articlelist": [{"id": n, "title": t} for n, t in listed]}
        answer = dumped({"success": True, "object": said})
        web.put(f"{root}/2026-09-27/getJournalPage.do?page={page}&code=jfrb", answer)
        for number, title in listed:
            article = {"id": number, "title": title, "content": "<br/>".join(LINES)}
            told_of = dumped({"object": {"article": article}})
            web.put(f"{root}/getJournalPageArticle.do?id={number}", told_of)
    issue = read("jfrb")
    assert told(issue) == [("1", "老桥通车"), ("1", "春茶上市"), ("2", "河边的书屋")]
    assert issue.articles[0].paragraphs == LINES
    assert issue.articles[0].url == f"{root}/getMobileArticle.htm?id=21"
    assert len(web.asked) == 1 + 2 + 3
