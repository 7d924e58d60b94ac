"""The masthead: the paper's name, its publishers, its number, its pages."""

import pytest

from store.press.forms.masthead import read_masthead, tells_issue


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["青溪时报", "2024年3月12日 星期二"], "青溪时报"),
        (["中共青溪县委机关报", "青溪时报", "今日 4 版"], "青溪时报"),
        (["2024年3月", "12", "星期二", "青溪时报"], "青溪时报"),
        (["今日青溪", "中共青溪县委员会主办"], "今日青溪"),
        (["THE QINGXI DAILY", "Saturday, March 12, 2024"], "THE QINGXI DAILY"),
        (["青溪日报 数字报纸", "00001版:要闻"], "青溪日报"),
        (["( 2024-03-12 ) 稿件来源:青溪电讯 要 闻"], "青溪电讯"),
        (["《青溪时报》（2034年3月12日 第 05 版）"], "青溪时报"),
        (["《 青溪时报 》（ 2034年03月12日   06 版）"], "青溪时报"),
        (["【今日青溪】2034-03-12 第04版"], "今日青溪"),
        (["（青溪周报，2034年3月12日，第8版）"], "青溪周报"),
        (["稿源：青溪导报　日期：2034年3月12日"], "青溪导报"),
        (["( 2034-03-12 )稿件来源:青溪新报人物"], "青溪新报"),
        (["2034年3月12日 青溪青年报 第14版：要闻"], "青溪青年报"),
        (["青溪都市报　2034年3月12日　第12版"], "青溪都市报"),
        (["青溪导报 | 2034-03-12 22:47"], "青溪导报"),
        (["今日青溪", "2034-03-12"], "今日青溪"),
        (["青溪日报 |", "| 2034年3月12日"], "青溪日报"),
        (["青溪时报/2034年/3月/12日/第005版", "教育"], "青溪时报"),
        (["【青溪时报 2034年3月12日 第6版 社会】"], "青溪时报"),
        (["青溪联播文字稿", "2024年3月12日"], "青溪联播"),
        (["=== 今日青溪 2034-03-12 ==="], "今日青溪"),
        (["青溪时讯 星期日", "2034.03.12"], "青溪时讯"),
        (["青溪电讯 2034/03/12", "References"], "青溪电讯"),
        (["◇ 青溪新报 ◇", "◇ 2034年3月12日 ◇"], "青溪新报"),
        (["青溪新闻数字报", "2034年3月12日"], "青溪新闻"),
        (["青溪日报（2034年3月12日）"], "青溪日报"),
        (["青溪日报2034年3月12日第2版"], "青溪日报"),
        (["青溪晚报 EVENING EDITION"], "青溪晚报"),
        (["来源： 青溪周刊　　时间：2034-03-12"], "青溪周刊"),
        (["2034-03-12 10:20　青溪电讯　阅读：1024"], "青溪电讯"),
        (["分享", "今日青溪", "2034-03-12"], "今日青溪"),
        (["打印页面", "首页 > 城事", "2034-03-12"], ""),
        (["新闻热线：0000-1234567"], ""),
        ([], ""),
    ],
)
def test_the_name(lines: list[str], name: str) -> None:
    assert read_masthead(lines).paper.name == name


def test_publishers_and_number() -> None:
    masthead = read_masthead(
        [
            "青溪时报",
            "中共青溪县委员会、青溪县人民政府主办 青溪县融媒体中心承办",
            "第118号（总第418期）",
        ]
    )
    assert masthead.paper.publishers == ("中共青溪县委员会", "青溪县人民政府", "青溪县融媒体中心")
    assert masthead.number == 418


def test_a_front_pages_masthead_says_who_publishes_or_which_issue_it_is() -> None:
    assert read_masthead(["青溪时报", "第118号（总第418期）"]).front
    assert read_masthead(["青溪时报", "青溪县融媒体中心承办"]).front
    assert not read_masthead(["青溪时报", "2024年3月12日 星期二"]).front


def test_how_many_pages_there_should_be() -> None:
    assert read_masthead(["总第1806期 今日8版"]).pages == 8
    assert read_masthead(["第8版"]).pages == 0


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("2031年4月5日 星期六", True),
        ("国内统一刊号：CN00-0001", True),
        ("Saturday, April 5, 2031", True),
        ("5 April 2031", True),
        ("老桥修好了", False),
        ("2031年4月5日，县里的老桥修好了，" * 5, False),
    ],
)
def test_a_short_line_may_tell_the_issue(text: str, tells: bool) -> None:
    assert tells_issue(text) == tells
