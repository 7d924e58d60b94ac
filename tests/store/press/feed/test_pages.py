"""Pages: before the headline, or by categories."""

import pytest

from store.models import Page
from store.press.feed.pages import NO_PAGE, page_of_headline, pages_of_categories


@pytest.mark.parametrize(
    ("title", "page", "headline"),
    [
        ("01版要闻 - 新桥通车", Page("1", "要闻"), "新桥通车"),
        ("04版 -  新桥通车（要闻） ", Page("4"), "新桥通车（要闻）"),
        ("第03版：综合新闻 - 新桥通车", Page("3", "综合新闻"), "新桥通车"),
        ("A05版：新桥通车", Page("A5"), "新桥通车"),
        ("[02版] 新桥通车", Page("2"), "新桥通车"),
        ("2024版新桥 - 通车", None, "2024版新桥 - 通车"),
        ("新桥通车", None, "新桥通车"),
        ("3D打印 - 新桥通车", None, "3D打印 - 新桥通车"),
    ],
)
def test_the_page_before_a_headline(title: str, page: Page | None, headline: str) -> None:
    found, rest = page_of_headline(title)
    assert (found, rest.strip()) == (page, headline.strip() if page else headline)


def test_categories_are_pages_of_the_same_number_in_every_fetch() -> None:
    pages = pages_of_categories(["要闻", "国际", "要闻", "国际", ""])
    assert [page.name for page in pages] == ["要闻", "国际", "要闻", "国际", ""]
    assert pages[1] == pages_of_categories(["国际", "国际", "体育", "体育"])[0]
    assert pages[1].number.isascii()


def test_keywords_and_one_category_alone_are_no_pages() -> None:
    assert pages_of_categories(["桥", "路", "灯"]) == [NO_PAGE] * 3
    assert pages_of_categories(["要闻"] * 4) == [NO_PAGE] * 4
