"""Answers of papers' own interfaces."""

import json
from datetime import date

import pytest

from store.press.epaper.interfaces import Answer, read_answer

ANSWERS: dict[str, object] = {
    "解放军报": {
        "paperInfo": [
            {"paperNumber": "01", "paperBk": "要闻", "xyList": [{"id": 7, "title": "<p>老桥</p>"}]},
            {"paperNumber": "02", "paperBk": "副刊", "xyList": [{"id": 8, "title": "新&amp;桥"}]},
        ]
    },
    "新京报": [
        {"pageNo": "A01", "pageName": "A01：要闻", "onePageArticleList": [
            {"mainTitle": "老<br/>桥", "articleHref": "a.htm", "articleAuthor": "赵青"}]},
        {"pageNo": "A02", "pageName": "副刊", "onePageArticleList": [{"mainTitle": "新桥"}]},
    ],
    "南充": {
        "date": "2031-04-05",
        "layoutlist": [
            {"layoutno": "01", "name": "要闻", "infolist": {"list": [{"title": "老桥"}]}},
            {"layoutno": "02", "name": "副刊", "infolist": {"list": [{"title": "新桥"}]}},
        ],
    },
    "温州": {
        "data": [
            {"editionName": "01版：要闻", "documentTitle": "老桥",
             "documentContent": "<p>甲。</p><p>乙&nbsp;。</p>"},
            {"editionName": "02版：副刊", "documentTitle": "新桥"},
        ]
    },
    "纪检": [
        {"BC": "01", "BM": "要闻", "IRCATELOG": [{"DOCTITLE": "老桥", "ZB_GUID": "x"}]},
        {"BC": "02", "BM": "副刊", "IRCATELOG": [{"DOCTITLE": "新桥"}]},
    ],
}  # fmt: skip


def read(said: object) -> Answer:
    answer = read_answer(json.dumps(said, ensure_ascii=False))
    assert answer is not None
    return answer


@pytest.mark.parametrize("paper", ANSWERS)
def test_pages_and_titles(paper: str) -> None:
    answer = read(ANSWERS[paper])
    assert [page.name for page in answer.pages] == ["要闻", "副刊"]
    assert [page.number.lstrip("A") for page in answer.pages] == ["1", "2"]
    assert [entry.page.lstrip("A") for entry in answer.entries] == ["1", "2"]
    assert [entry.title.replace(" ", "")[0] for entry in answer.entries] == ["老", "新"]


def test_a_list_that_comes_last_first_is_turned_round() -> None:
    answer = read(
        {
            "success": True,
            "object": {
                "page": {"pnumber": "02", "pname": "副刊"},
                "pagelist": [
                    {"pnumber": "01", "pname": "要闻"},
                    {"pnumber": "02", "pname": "副刊"},
                ],
                "articlelist": [{"id": 2, "title": "后"}, {"id": 1, "title": "前"}],
            },
        }
    )
    assert [(entry.page, entry.title) for entry in answer.entries] == [("2", "前"), ("2", "后")]


def test_bodies_days_and_people() -> None:
    assert read(ANSWERS["温州"]).bodies == {0: ("甲。", "乙 。")}
    assert read(ANSWERS["南充"]).day == date(2031, 4, 5)
    assert read(ANSWERS["新京报"]).authors == {0: "赵青"}


@pytest.mark.parametrize(
    "text",
    ['{"status": "500", "msg": "no access!"}', '{"success": false, "articlelist": []}', "[]", "{",
     "[" * 100_000, '{"paperInfo": null}', '{"paperInfo": [{"xyList": [1, null]}]}',
     '[{"onePageArticleList": 7}]', '{"DOCTITLE": 7}'],
)  # fmt: skip
def test_a_refusal_is_no_issue(text: str) -> None:
    assert read_answer(text) is None
