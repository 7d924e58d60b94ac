"""温州商报: a catalogue, then the stories of each page."""

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, TEXT, Read, dumped, form, told

pytestmark = pytest.mark.slow

ROOT = "http://szb.66wz.com"
API = f"{ROOT}/digitalNewspaper/web"
NAMES = {"11": "第01版：要闻", "12": "第02版：本地"}
TITLES = {"11": "老桥通车", "12": "春茶上市"}


def catalogue(posted: bytes) -> str:
    asked = form(posted)
    assert asked["digitalNewspaperMark"] == "wzsb"
    if asked["publishTime"] != str(LATELY):
        return dumped({"msg": "暂无数据"})
    pages = [{"layoutCatalogId": int(each), "editionName": name} for each, name in NAMES.items()]
    return dumped({"code": 200, "msg": pages})


def stories(posted: bytes) -> str:
    page = form(posted)["layoutCatalogId"]
    story = {"layoutDetailId": 7, "documentTitle": TITLES[page], "documentContent": TEXT}
    return dumped({"msg": [story | {"layoutDetailId": int(page) * 10, "edition": page}]})


def test_the_merchants_paper(web: PaperSite, read: Read) -> None:
    web.put(f"{ROOT}/newspaper?mediaKey=wzsb", "<div id=app></div>")
    web.reply(f"{API}/layoutCatalog/listByDigitalNewspaperMarkAndPublishTime", catalogue)
    web.reply(f"{API}/layoutDetail/listByLayoutCatalogId", stories)
    issue = read("wzsb")
    assert told(issue) == [("1", "老桥通车"), ("2", "春茶上市")]
    assert (issue.date, issue.paper.name, issue.pages[1].name) == (LATELY, "温州商报", "本地")
    assert issue.articles[0].paragraphs == LINES
    assert "docId=110" in issue.articles[0].url
