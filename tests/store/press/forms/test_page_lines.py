"""Page lines: every form that is printed, alone in a line or before what they stand over."""

import pytest

from store.press.forms.page_lines import page_line_within, read_page_line, read_story_page
from store.press.text.characters import folded


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("青溪时报 2034年3月12日 第 12 版", "12", ""),
        ("青溪时报 2034年3月12日 星期日 第二十版", "20", ""),
        ("2034-03-12 第12版 要闻", "12", "要闻"),
        ("第 16 版 2034年3月12日", "16", ""),
        ("中華民國一二三年三月十二日 星期日 第一版", "1", ""),
        ("A4:视点总第2960期 >2034-03-12编印", "A4", "视点"),
        ("B12 副刊 責任編輯:簡寧 2034 年 3 月 12 日(星期日)", "B12", "副刊"),
        ("A03社会", "A3", "社会"),
        ("青溪时报 | 第4版 | 街巷 | 2034年3月12日 农历正月廿二 星期日", "4", "街巷"),
        ("——青溪时报，2034-03-12，第3版", "3", ""),
        ("01版头版 -", "1", "头版"),
        ("01 经济 —", "1", "经济"),
        ("B12 副刊 責任編輯:簡寧 二 ○ 三 四 年 三 月 十二 日", "B12", "副刊"),
        ("【02版】", "2", ""),
        ("副刊　B12", "B12", "副刊"),
        ("青溪时报/2034年/3月/12日/第012版", "12", ""),
        ("青溪时报 2034年3月12日 星期日 B03 声明", "B3", "声明"),
        ("<<< B03 >>>", "B3", ""),
        ("B 03 副刊", "B3", "副刊"),
        ("=== 第3版 副刊 ===", "3", "副刊"),
        ("B12副刊責任編輯:簡寧 二〇三四年三月十二日", "B12", "副刊"),
        ("━━ 02版 副刊 ━━", "2", "副刊"),
        ("■2版■副刊", "2", "副刊"),
        ("【02】副刊", "2", "副刊"),
        ("（02版·副刊）", "2", "副刊"),
        ("▌02 副刊▐", "2", "副刊"),
        ("〔2版·财经·市场〕", "2", "财经·市场"),
        ("06/综合新闻", "6", "综合新闻"),
        ("3版　副刊　责编：白露　版式：简宁", "3", "副刊"),
        ("青溪周刊·社会 第24版 2034-03-12", "24", "社会"),
        ("青溪时报 综合新闻版 12 2034-03-12", "12", "综合新闻版"),
        ("版次：02　版名：副刊", "2", "副刊"),
        ("B12｜副刊｜2034 年 3 月 12 日 星期日", "B12", "副刊"),
    ],
)
def test_alone(text: str, number: str, name: str) -> None:
    page = read_page_line(text, folded(text))
    assert page
    begin, end = page.name
    assert (page.number, text[begin:end] if begin >= 0 else "") == (number, name)


@pytest.mark.parametrize(
    "text",
    [
        "《青溪时报》（2034年3月12日 第 05 版）",
        "《 青溪时报 》（ 2034年03月12日   05 版）",
        "——《青溪时报》2034年3月12日第5版",
        "来源：青溪时报 2034年3月12日 第05版",
        "【今日青溪】2034-03-12 第05版",
        "[ 青溪时报 2034年3月12日 第05版 ]",
        "（青溪周报，2034年3月12日，第5版）",
    ],
)
def test_a_paper_with_its_page_stands_by_a_story(text: str) -> None:
    page = read_page_line(text, folded(text))
    assert page
    assert (page.number, page.dated, page.names_paper) == ("5", True, True)


@pytest.mark.parametrize(
    "text",
    [
        "（02版）",
        "（A04）",
        "今日8版",
        "维生素 B12",
        "--A--",
        "三座桥 2034年3月12日开工",
        "详见3版",
        "［14版］",
        "12℃/副刊",
        "4月11日 晴 12",
    ],
)
def test_no_page_line(text: str) -> None:
    assert read_page_line(text, folded(text)) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("01版头版 - 古桥修好之后", "古桥修好之后"),
        ("02版综合 - 青溪-南渡航线今日复航", "青溪-南渡航线今日复航"),
        ("08版副刊 - 雨夜", "雨夜"),
        ("08版 - 副刊", ""),
        ("A02·民生 | 早市搬进新棚", "早市搬进新棚"),
        ("A03教科文新闻：早市搬进新棚", "早市搬进新棚"),
        ("2版-早市搬进新棚", "早市搬进新棚"),
        ("02 要闻 — 早市搬进新棚", "早市搬进新棚"),
        ("【03版】早市搬进新棚", "早市搬进新棚"),
        ("02版 | 要闻 | 早市搬进新棚", "早市搬进新棚"),
        ("A02 要闻 ‖ 早市搬进新棚", "早市搬进新棚"),
        ("A05：民生·早市搬进新棚", "早市搬进新棚"),
        ("A05：民生·健康", ""),
        ("B12 副刊 編輯:簡寧 2034 年 3 月 12 日(星期日) 老橋" + "修" * 40, "老橋" + "修" * 40),
        ("青溪時報 2034 年 3 月 12 日 星期日 B12 老橋" + "修" * 40, "老橋" + "修" * 40),
        ("（03版）早市搬进新棚", ""),
        ("01版：要闻", ""),
        ("3月12日 - 早市搬进新棚", ""),
        ("B12｜副刊｜2034 年 3 月 12 日", ""),
    ],
)
def test_before_what_it_stands_over(text: str, rest: str) -> None:
    end = page_line_within(text)
    assert (text[end:] if end else "") == rest
    if end:
        assert read_page_line(text[:end].strip(), folded(text[:end].strip()))


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("第1版(要闻)", "1", "要闻"),
        ("第1版(要闻)专栏:", "1", "要闻"),
        ("【02版 副刊】", "2", "副刊"),
        ("版次：3", "3", ""),
        ("A05", "A5", ""),
        ("【青溪时报 2034年3月12日 第6版 社会】", "6", "社会"),
        ("青溪时报|2034-03-12|第6版", "6", ""),
        ("2|副刊", "2", "副刊"),
        ("第2版()专栏:", "2", ""),
        ("副刊 04", "4", "副刊"),
    ],
)
def test_the_page_before_a_story_on_one_line(text: str, number: str, name: str) -> None:
    plain = folded(text)
    found = read_story_page(plain)
    assert found is not None
    begin, end = found.name
    assert (found.number, text[begin:end] if begin >= 0 else "") == (number, name)
