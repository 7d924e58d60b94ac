"""What is none among articles, and the entries of a 导读."""

import pytest

from store.models import IndexEntry
from store.press.epaper.not_articles import is_advertisement, is_furniture, is_index, read_index


@pytest.mark.parametrize("title", ["广告", "整版广告", "公益广告", "整版图"])
def test_advertisements(title: str) -> None:
    assert is_advertisement(title)


def test_a_story_about_advertisements_is_one() -> None:
    assert not is_advertisement("广告牌下的老桥")


@pytest.mark.parametrize(
    "title", ["本版责编：赵青", "责编", "一版责编：赵　青  二版责编：林芮", "责任编辑 赵青"]
)
def test_editors(title: str) -> None:
    assert is_furniture(title, ["版式设计：钱明"], [])
    assert not is_furniture(title, ["望江县的老桥修好了。" * 20], [])


def test_a_notice_without_text() -> None:
    assert is_furniture("公告", [], [])
    assert not is_furniture("公告", ["老桥封闭施工。"], [])
    assert not is_furniture("图片报道", [], ["老桥。"])


@pytest.mark.parametrize("title", ["导读", "今日导读", "导 读"])
def test_a_contents_box(title: str) -> None:
    assert is_index(title)


def test_entries_with_their_pages_behind_or_beneath() -> None:
    assert read_index(["老桥修好", "第六版", "新路通车 ▶3版", "春茶上市"], "1") == (
        IndexEntry("老桥修好", "", "6"),
        IndexEntry("新路通车", "", "3"),
        IndexEntry("春茶上市", "", "1"),
    )
