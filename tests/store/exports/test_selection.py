"""What leaves a library: what names and queries mean, and the lines of JSON."""

import json
from typing import Any

import pytest

from store.backends.serialization import from_plain, to_plain
from store.errors import NotFoundError
from store.exports.selection import articles_of, issue_json, json_lines, select
from store.library.library import Library
from store.models import Article, Issue
from store.press_warnings import PressWarning

NEW, OLD = "linjiangbao-2024-03-06", "linjiangbao-2024-03-05"


@pytest.fixture
def library(library: Library, builder: Any) -> Library:
    """Give a library with two issues: of two articles, and of one."""
    builder().on(2024, 3, 5).page("1").article("修桥").article("放水").add_to(library)
    builder().on(2024, 3, 6).page("1").article("通车").add_to(library)
    return library


def test_without_names_everything_is_meant_newest_first(library: Library) -> None:
    assert list(select(library, ()).items()) == [(NEW, None), (OLD, None)]


def test_articles_are_gathered_by_their_issue_in_the_order_named(library: Library) -> None:
    meant = select(library, [f"{OLD}/1.2", NEW, f"{OLD}/1.1", f"{NEW}/1.1"])
    assert list(meant.items()) == [(OLD, {f"{OLD}/1.1", f"{OLD}/1.2"}), (NEW, None)]
    issue = library.issue(OLD)
    assert [a.headline for a in articles_of(issue, frozenset([f"{OLD}/1.2"]))] == ["放水"]
    assert articles_of(issue, None) == issue.articles


def test_a_query_narrows_what_is_named(library: Library) -> None:
    found = [f"{NEW}/1.1", f"{OLD}/1.1"]
    old, new = frozenset(found[1:]), frozenset(found[:1])
    assert select(library, (), found) == {NEW: new, OLD: old}
    assert select(library, [OLD], found) == {OLD: old}
    assert select(library, [f"{OLD}/1.2"], found) == {}
    assert select(library, (), ()) == {}


def test_what_is_not_there_is_an_error(library: Library) -> None:
    with pytest.raises(NotFoundError, match="closest"):
        select(library, [OLD, "linjiangbao-2024-03-07"])


def test_a_line_holds_every_field_of_its_article(library: Library) -> None:
    issue = library.issue(OLD)
    lines = list(json_lines(issue, issue.articles))
    assert not any("\n" in line for line in lines)
    records = [json.loads(line) for line in lines]
    of = ("issue", "paper", "date")
    assert [[record.pop(field) for field in of] for record in records] == 2 * [
        [OLD, "临江报", "2024-03-05"]
    ]
    assert [set(record) for record in records] == 2 * [set(to_plain(Article()))]
    assert tuple(from_plain(record, Article) for record in records) == issue.articles


def test_the_warnings_of_an_issue_are_english_sentences_in_json() -> None:
    issue = Issue(id="a", warnings=(PressWarning("pages_missing", {"expected": 4, "found": 3}),))
    plain = issue_json(issue)
    assert plain["warnings"] == ["The paper says it has 4 pages; 3 were found."]
    assert plain["id"] == "a"
