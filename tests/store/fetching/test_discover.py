"""Where a paper begins whose dated page is known."""

import pytest

from store.fetching.discover import entries_of


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        (
            "https://paper.people.com.cn/rmrb/pc/content/202609/28/content_3.html",
            "https://paper.people.com.cn/rmrb/pc/layout/index.html",
        ),
        ("http://a.example/html/2031-04/05/node_2.htm", "http://a.example/html/"),
        ("http://a.example/x/html/2031-04/05/node_2.htm", "http://a.example/x/paperindex.htm"),
        (
            "http://a.example/x/content/20310405/Page01AA.htm",
            "http://a.example/x/content/PaperIndex.htm",
        ),
    ],
)
def test_the_entry_is_looked_for_above_the_day(page: str, entry: str) -> None:
    assert entry in entries_of(page)


def test_a_page_without_a_day_has_none() -> None:
    assert entries_of("https://a.example/news.html") == []
