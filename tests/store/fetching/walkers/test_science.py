"""科技日报: each question is posted."""

import json

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import DAY, LINES, TEXT, Read, dumped, told

pytestmark = pytest.mark.slow


def science(web: PaperSite) -> None:
    """科技日报: each question is posted."""
    api = "http://epaper.stdaily.com/stdailynewspaperapi/uv/article"
    web.put("http://epaper.stdaily.com/statics/technology-site/index.html", "<div id=app></div>")
    days = {"dateList": ["2026-09-19", "2026-09-27", "2099-01-01"]}
    web.put(f"{api}/period/date", dumped({"status": 200, "obj": days}))
    editions = [
        {"id": "ed2", "editionName": "第02版：要 闻", "weight": 2, "editionCode": "02"},
        {"id": "ed1", "editionName": "第01版：今日要闻", "weight": 1, "editionCode": "01"},
    ]
    web.put(f"{api}/period/periodTime", dumped({"status": 200, "obj": {"editionList": editions}}))
    web.reply(
        f"{api}/article/editionId",
        lambda asked: dumped(
            {"list": [{"id": f"{json.loads(asked)['id']}-a1", "title": "<p>老桥通车</p>"}]}
        ),
    )
    web.reply(
        f"{api}/article/articleId",
        lambda asked: dumped(
            {
                "obj": {
                    "articleVo": {
                        "title": f"<p>老桥通车{json.loads(asked)['id'][:3]}</p>",
                        "subtitle": None,
                        "author": "张三",
                        "content": TEXT,
                    }
                }
            }
        ),
    )


def test_the_science_paper(web: PaperSite, read: Read) -> None:
    science(web)
    issue = read("kjrb")
    assert told(issue) == [("1", "老桥通车ed1"), ("2", "老桥通车ed2")]
    assert [(page.number, page.name) for page in issue.pages] == [("1", "今日要闻"), ("2", "要闻")]
    assert (issue.date, issue.articles[0].paragraphs) == (DAY, LINES)
    posted = [each for each in web.asked if each.body]
    assert len(posted) == 6
    assert all(each.headers["x-requested-with"] == "XMLHttpRequest" for each in posted)
    assert json.loads(posted[1].body)["periodTime"] == "2026-09-27"
