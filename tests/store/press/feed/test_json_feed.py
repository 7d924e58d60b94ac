"""JSON Feed: what is not as it should be costs itself alone."""

import json

import pytest

from store.errors import SourceError
from store.press.feed.entries import MOST, Entry
from store.press.feed.json_feed import read_json_feed

VERSION = '"version": "https://jsonfeed.org/version/1.1"'


def feed(*items: object) -> str:
    return f'{{{VERSION}, "title": "临江报", "items": {json.dumps(items, ensure_ascii=False)}}}'


def test_an_entry_of_1_0_and_one_of_1_1() -> None:
    one = {"id": "1", "title": "甲", "content_text": "文", "author": {"name": "江一帆"}}
    two = {"id": 2, "summary": "乙", "authors": [{"name": "江一帆"}, {"name": "文小舟"}, 5, {}]}
    found = read_json_feed(feed(one, two), "a.json")
    assert found.title == "临江报"
    assert found.entries == (
        Entry("甲", guid="1", author="江一帆", content="文", is_plain=True),
        Entry(guid="2", author="江一帆、文小舟、", summary="乙", is_plain=True),
    )


def test_what_is_of_another_type_is_not_read() -> None:
    odd = {"id": None, "title": ["x"], "content_html": {"a": 1}, "tags": "abc", "url": 7.5}
    assert read_json_feed(feed("rubbish", None, 5, odd), "a").entries == (Entry(is_plain=True),)


def test_a_feed_whose_end_is_missing_gives_its_whole_entries() -> None:
    text = feed({"title": "甲"}, {"title": "乙"}, {"title": "丙"})
    found = read_json_feed(text[:-8], "a")
    assert found.title == "临江报"
    assert [entry.title for entry in found.entries] == ["甲", "乙"]


@pytest.mark.parametrize(
    "text",
    ["[]", "7", f'{{{VERSION}, "items": ' + "[" * 100_000, feed(*[{}] * (MOST + 1))],
)
def test_what_cannot_be_read_is_told_in_one_sentence(text: str) -> None:
    with pytest.raises(SourceError, match=r"^a\.json: "):
        assert not read_json_feed(text, "a.json").entries
