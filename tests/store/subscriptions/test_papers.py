"""Papers that are known: found by code, name, pinyin and initials."""

from urllib.parse import urlsplit

import pytest

from store.errors import NotFoundError
from store.subscriptions.papers import known_papers, paper_named, papers_like


def test_each_is_told_apart_and_has_an_address() -> None:
    papers = known_papers()
    assert len({each.code for each in papers}) == len(papers) > 30
    assert len({each.entry for each in papers}) == len(papers)
    for each in papers:
        assert urlsplit(each.entry).scheme in ("http", "https")
        assert each.code.isascii()
        assert len(each.pinyin.split()) >= len(each.name) - 1
        assert paper_named(each.code) == each


@pytest.mark.parametrize("text", ["rmrb", "人民日报", "renminribao", "RMRB", "人民 日报"])
def test_one_is_found_by_what_it_is_called(text: str) -> None:
    assert paper_named(text).code == "rmrb"


def test_beginnings_and_parts_find_several() -> None:
    assert {"rmrb", "rmrbhwb"} <= {each.code for each in papers_like("renmin")}
    assert {each.code for each in papers_like("读书")} == {"zhdsb"}
    assert papers_like("") == list(known_papers())
    with pytest.raises(NotFoundError, match="several"):
        paper_named("renmin")


def test_what_is_close_is_told() -> None:
    with pytest.raises(NotFoundError, match="rmrb"):
        paper_named("rmbr")
    with pytest.raises(NotFoundError, match="gmrb"):
        paper_named("……")
