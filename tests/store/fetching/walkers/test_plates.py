"""新快报: the plates of a day, and a page for each story."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, PAGE, Read, dumped, told

pytestmark = pytest.mark.slow

ROOT = "http://epaper.xkb.com.cn"


def test_the_quick_paper(web: PaperSite, read: Read) -> None:
    web.put(f"{ROOT}/", "<div id=app></div>")
    plates = [
        {"edition": f"A0{n}", "version": name, "coodrs": [{"id": n, "title": title}, {"id": 9}]}
        for n, name, title in ((1, "要闻", "老桥通车"), (2, "本地", "春茶上市"))
    ]
    web.put(f"{ROOT}/getPlate/date/{LATELY}", dumped({"code": 1, "data": plates}))
    for n, title in ((1, "老桥通车"), (2, "春茶上市")):
        web.put(f"{ROOT}/view/{n}", PAGE.format(title))
    issue = read("xkb")
    assert told(issue) == [("A1", "老桥通车"), ("A2", "春茶上市")]
    assert (issue.date, issue.pages[0].name) == (LATELY, "要闻")
    assert issue.articles[0].paragraphs == LINES
