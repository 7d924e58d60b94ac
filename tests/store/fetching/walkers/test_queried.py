"""广西法治日报: queries of a search engine."""

import json

import pytest

from tests.site.server import PaperSite
from tests.store.fetching.walkers.conftest import LATELY, LINES, Read, dumped, form, told

pytestmark = pytest.mark.slow

ROOT = "http://ipaper.pagx.cn"
TITLES = {"p1": "老桥通车", "p2": "春茶上市"}


def found(*hits: dict[str, object]) -> str:
    return dumped({"took": 2, "hits": {"total": len(hits), "hits": hits}})


def answered(posted: bytes) -> str:
    asked = form(posted)
    terms: dict[str, object] = {}
    for each in json.loads(asked["query"])["query"]["bool"]["must"]:
        terms |= each["term"]
    if asked["index"] == "bz_article":
        page = str(terms["bz_page.id_no_analyzer_sore"])
        source = {"title_ngram_sore": TITLES[page], "text1_fielddata": "\n".join(LINES)}
        return found({"_id": f"a{page}", "_source": source})
    if terms["bz.date_date_sore"] != str(LATELY):
        return found()
    return found(
        {"_id": "p1", "_source": {"name_ngram_sore": "第01版：要闻", "index_int_sore": 1}},
        {"_id": "p2", "_source": {"name_ngram_sore": "第02版：本地", "index_int_sore": 2}},
    )


def test_the_paper_of_law(web: PaperSite, read: Read) -> None:
    web.put(f"{ROOT}/bz/html/index.html", "<div id=app></div>")
    web.reply(f"{ROOT}/data/query", answered)
    issue = read("gxfzrb")
    assert told(issue) == [("1", "老桥通车"), ("2", "春茶上市")]
    assert (issue.date, issue.pages[1].name) == (LATELY, "本地")
    assert issue.articles[0].paragraphs == LINES
    assert web.asked[-1].headers["site"] == "gxfzb"
