"""上海科技报: an issue's number, lists of pages that nobody names, an answer for each story."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, TEXT, Read, dumped, told

pytestmark = pytest.mark.slow

API = "http://www.shkjb.com/api/paper"


def test_the_paper_of_numbered_issues(web: PaperSite, read: Read) -> None:
    web.put("http://www.shkjb.com/", "<div id=app></div>")
    web.put(f"{API}/issue/date/{LATELY}", dumped({"response": {"issue": 4321}}))
    for day in range(3):
        web.put(f"{API}/{LATELY:%Y%m%d}/page/A{day + 3}/article/list", dumped({"response": []}))
    for number, title in (("A1", "老桥通车"), ("A2", "春茶上市"), ("B1", "书屋开张")):
        listed = [{"title": title, "zindex": f"{number}-01"}]
        web.put(f"{API}/{LATELY:%Y%m%d}/page/{number}/article/list", dumped({"response": listed}))
        story = {"response": [{"title": title, "content": TEXT}]}
        web.put(f"{API}/media/content/{number}-01/4321", dumped(story))
    issue = read("shkjb")
    assert told(issue) == [("A1", "老桥通车"), ("A2", "春茶上市"), ("B1", "书屋开张")]
    assert (issue.date, issue.articles[2].paragraphs) == (LATELY, LINES)
    assert not [path for path in web.paths() if "/page/D" in path], "C has no pages"
