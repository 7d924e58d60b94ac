"""What links are called."""

import pytest

from store.press.epaper.labels import Label, leads_about, read_label


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("第01版：要闻", "1", "要闻"),
        ("A01：头版", "A1", "头版"),
        ("01版：要　闻", "1", "要闻"),
        ("A01 头版", "A1", "头版"),
        ("Ａ０２版:综合", "A2", "综合"),
        ("第二版：副刊", "2", "副刊"),
        ("[03]：国际", "3", "国际"),
        ("第12版", "12", ""),
        ("第1版　　　　　要闻", "1", "要闻"),
        ("04版：文化 PDF", "4", "文化"),
        ("T01", "T1", ""),
    ],
)
def test_pages(text: str, number: str, name: str) -> None:
    assert read_label(text) == (number, name)


@pytest.mark.parametrize(
    "text", ["3：0 临江队大胜", "2031年老桥修好", "100 天冲刺", "上一版", "要闻", "A", "00版", ""]
)
def test_what_is_no_page(text: str) -> None:
    assert read_label(text) is None


def test_a_pages_own_address_makes_up_for_a_word() -> None:
    assert read_label("01 要闻", of_page=True) == ("1", "要闻")
    assert read_label("[01]:", of_page=True) == ("1", "")


@pytest.mark.parametrize(
    "text", ["上一版", "4下一版", "上一期", "版面导航", "返回目录", "PDF下载", "放大"]
)
def test_what_leads_about(text: str) -> None:
    assert leads_about(text)


def test_a_headline_leads_nowhere() -> None:
    assert not leads_about("上一版课文的老桥")


def test_a_stroke_parts_a_number_from_a_name_and_not_from_a_day() -> None:
    assert read_label("01 - 封面") == Label("1", "封面")
    assert read_label("09-28 要闻") is None
