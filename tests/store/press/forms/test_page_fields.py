"""Page lines as fields: in any order, between any marks."""

import pytest

from store.press.forms.page_fields import read_page_fields
from store.press.text.characters import folded


@pytest.mark.parametrize(
    ("text", "number", "name", "dated"),
    [
        ("2034年3月12日 星期日 副刊 03", "03", "副刊", True),
        ("副刊 青溪时报 2034年3月12日 第3版", "3", "副刊", True),
        ("【第03版 副刊】", "03", "副刊", False),
        ("第3版 今日8版", "3", "", False),
        ("2034年3月12日 星期日 农历甲寅年正月廿二 第 3 版", "3", "", True),
        ("第02版：副刊　上一版　下一版", "02", "副刊", False),
    ],
)
def test_fields(text: str, number: str, name: str, *, dated: bool) -> None:
    plain = folded(text)
    found = read_page_fields(plain)
    assert found
    assert (found.number, plain[slice(*found.name)], found.dated) == (number, name, dated)


@pytest.mark.parametrize(
    "text",
    [
        "副刊",
        "12",
        "副刊 12",
        "第3版 第4版",
        "古桥修好之后，第3版",
        "2034年3月12日 星期日",
        "维生素 B12",
    ],
)
def test_no_page(text: str) -> None:
    assert read_page_fields(folded(text)) is None


@pytest.mark.parametrize("piece", ["版", "12 ", "副刊|", "第3", "责编 "])
def test_a_hostile_line_is_judged_at_once(piece: str) -> None:
    assert read_page_fields((piece * 40)[:69] + "。") is None
