"""The day: as printed in any form; else the newest that stories report, never with a year."""

from datetime import date

import pytest

from store.models import Article
from store.press.forms.dates import date_in_name, not_before, printed_date


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月12日 星期二",
        "２０２４年３月１２日",
        "二〇二四年三月十二日",
        "二零二四年三月十二日",
        "二Ｏ二四年三月十二日",
        "2 0 2 4 年 3 月 1 2 日",
        "中華民國113年3月12日 星期二",
        "中華民國一一三年三月十二日",
        "民國一百一十三年三月十二日",
        "民國113.3.12 星期二",
        "民國 113 . 03 . 12",
        "中華民國113/3/12",
        "民國一一三·三·一二",
        "113年3月12日 星期二",
        "Tuesday, March 12, 2024",
        "( 2024-03-12 )",
        "青溪时报/2024年/3月/12日/第005版",
        "青溪日报 2024.3.12",
        "《今日青溪》( 2024年3月12日 第 13 版 )",
        "《今日青溪》（2024-03-12 07版 要闻）",
    ],
)
def test_printed(text: str) -> None:
    assert printed_date([text]) == date(2024, 3, 12)


def test_a_papers_own_day_wins_over_its_sites() -> None:
    lines = ["发表于 2034-11-02 21:08", "《青溪日报》1996年8月14日第2版"]
    assert printed_date(lines) == date(1996, 8, 14)


def test_the_first_month_has_a_name_of_its_own() -> None:
    assert printed_date(["民國一一三年元月三日　星期三"]) == date(2024, 1, 3)


def test_printed_over_several_lines() -> None:
    assert printed_date(["2024年3月", "12", "星期二", "青溪时报"]) == date(2024, 3, 12)


@pytest.mark.parametrize(
    "text",
    [
        "《论修桥》（一九五七年二月二十七日）",
        "总第1806期",
        "2024年",
        "3月12日",
        "2024年13月40日",
        "0000-1234567",
    ],
)
def test_not_printed(text: str) -> None:
    assert printed_date([text]) is None


def test_a_files_name_may_have_it() -> None:
    assert date_in_name("papers/qingxi_20240312_01.txt") == date(2024, 3, 12)
    assert date_in_name("2023-01-01/front.txt") is None
    assert date_in_name("paper-2019-11-19.txt") == date(2019, 11, 19)


@pytest.mark.parametrize(
    ("openings", "proved"),
    [
        (["3月9日，", "3月11日下午，会议召开。3月10日，"], "03-11"),
        (["3月9日，", "集市将于3月20日开张，"], "03-09"),
        (["2019年11月5日，", "近日，"], ""),
        (["12月30日，", "1月2日，"], "01-02"),
        ([], ""),
    ],
)
def test_what_the_text_proves(openings: list[str], proved: str) -> None:
    assert not_before([Article(paragraphs=(opening,)) for opening in openings]) == proved
