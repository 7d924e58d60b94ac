"""中国知识产权报: the pages of a day, then their stories."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, TEXT, Read, dumped, form, told

pytestmark = pytest.mark.slow

ROOT = "http://sz.iprchn.com/bz"
TITLES = {"71": "老桥通车", "72": "春茶上市"}


def pages(posted: bytes) -> str:
    if form(posted)["date"] != str(LATELY):
        return dumped({"data": None})
    named = {71: "第01版：要闻", 72: "第02版：本地"}
    return dumped({"data": {"pages": [{"id": each, "name": name} for each, name in named.items()]}})


def stories(posted: bytes) -> str:
    page = form(posted)["pageId"]
    story = {"id": int(page) * 10, "title": TITLES[page], "text": TEXT, "index": 1, "pageId": page}
    return dumped({"data": {"articles": [story]}})


def test_the_paper_of_property(web: PaperSite, read: Read) -> None:
    web.put(f"{ROOT}/html/index.html", "<div id=app></div>")
    web.reply(f"{ROOT}/queryPageByDate", pages)
    web.reply(f"{ROOT}/queryArticleByPage", stories)
    issue = read("zgzscqb")
    assert told(issue) == [("1", "老桥通车"), ("2", "春茶上市")]
    assert (issue.date, issue.paper.name) == (LATELY, "中国知识产权报")
    assert issue.articles[1].paragraphs == LINES
