"""南充日报: a file for each page."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, TEXT, Read, dumped, told

pytestmark = pytest.mark.slow

ROOT = "http://xncrb.cnncw.cn"


def test_the_paper_of_layouts(web: PaperSite, read: Read) -> None:
    web.put(f"{ROOT}/", "<div id=app></div>")
    layouts = [{"pageno": f"A{n}", "pagename": name} for n, name in ((1, "要闻"), (2, "本地"))]
    for number, title in (("A1", "老桥通车"), ("A2", "春茶上市")):
        story = {"title": title, "content": TEXT, "url": f"/html/{number}.html", "pdf": "x"}
        page = {"layoutlist": layouts, "infolist": {"list": [story]}}
        web.put(f"{ROOT}/upload/ncrb/{LATELY:%Y%m%d}/{LATELY:%Y%m%d}-{number}.json", dumped(page))
    issue = read("ncrb")
    assert told(issue) == [("A1", "老桥通车"), ("A2", "春茶上市")]
    assert (issue.date, issue.pages[1].name) == (LATELY, "本地")
    assert issue.articles[1].paragraphs == LINES
    assert issue.articles[1].url == f"{ROOT}/html/A2.html"
