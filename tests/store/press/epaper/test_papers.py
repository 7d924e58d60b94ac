"""Paper and headline in a page's title."""

import pytest

from store.press.epaper.papers import headline_in, paper_in, paper_itself


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("老桥修好了-临江日报-临江网", "老桥修好了"),
        ("临江日报--2031-04-05--老桥修好了", "老桥修好了"),
        ("临江日报-老桥修好了", "老桥修好了"),
    ],
)
def test_titles(title: str, headline: str) -> None:
    assert paper_in(title) == "临江日报"
    if "2031" not in title:
        assert headline_in(title) == headline


def test_a_page_s_name_may_stand_behind_the_paper_s() -> None:
    assert paper_in("临江日报 要闻") == "临江日报"
    assert paper_in("临江日报数字报 第01版：要闻") == "临江日报"
    assert paper_in("老桥 临江日报") == ""


def test_a_headline_is_no_paper() -> None:
    assert paper_in("老桥登上日报", "老桥登上日报") == ""


@pytest.mark.parametrize(
    "edition", ["数字报", "电子报", "数字版", "电子版", "多媒体数字报", " · 电子版"]
)
def test_an_e_paper_is_the_paper_itself(edition: str) -> None:
    assert paper_itself(f"临江日报{edition}") == "临江日报"
    assert paper_in(f"临江日报{edition}-第01版：要闻") == "临江日报"
    assert headline_in(f"临江日报{edition}-老桥修好了") == "老桥修好了"


@pytest.mark.parametrize("name", ["数字报", "电子报", "临江数字报", "临江日报"])
def test_a_name_that_is_no_more_than_an_edition_stays(name: str) -> None:
    assert paper_itself(name) == name
