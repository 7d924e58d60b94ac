"""The room of EPUBs: whole papers, and hostile books."""

from datetime import date

import pytest

from store.errors import SourceError
from store.models import Issue
from store.press import package
from store.press.read import read
from tests.store.press.epub.books import (
    BOAT,
    CLEAN,
    FERRY,
    TRACK,
    WELL,
    anchored,
    book,
    calibre,
    page,
    pages,
    point,
    split,
    text,
)


def read_one(data: bytes) -> Issue:
    (result,) = read(data, "a.epub")
    assert result.report.kind == result.issue.sources[0].kind == "epub"
    return result.issue


@pytest.mark.parametrize("data", [calibre(), calibre(flattened=False), pages(), anchored()])
def test_a_days_paper(data: bytes) -> None:
    issue = read_one(data)
    assert (issue.paper.name, issue.date) == ("临江晚报", date(2031, 4, 5))
    assert [(each.number, each.name) for each in issue.pages] == [("1", "要闻"), ("2", "社会")]
    assert [(each.page, each.headline) for each in issue.articles] == [
        ("1", BOAT),
        ("1", CLEAN),
        ("2", TRACK),
    ]
    assert issue.articles[0].paragraphs == FERRY
    assert issue.articles[1].paragraphs == WELL


def test_an_article_says_where_it_was_taken_from_and_by_whom_it_is() -> None:
    first = read_one(calibre()).articles[0]
    assert first.url == "https://linjiang.example/2031/0405/00.html"
    assert first.byline[0].names == ("柳青舟",)


def test_a_book_without_sections_has_no_pages() -> None:
    issue = read_one(split())
    assert (issue.pages, {each.page for each in issue.articles}) == ((), {""})
    assert [each.headline for each in issue.articles] == [BOAT, CLEAN, TRACK]


@pytest.mark.parametrize(
    ("title", "metadata", "paper", "day"),
    [
        ("The Riverside Daily [Sat, 05 Apr 2031]", "", "The Riverside Daily", date(2031, 4, 5)),
        ("临江晚报（2031-04-06）", "", "临江晚报", date(2031, 4, 6)),
        ("今日早报合集", "<dc:date>2031-04-05</dc:date>", "今日早报合集", date(2031, 4, 5)),
        ("x", "<dc:date>nonsense</dc:date>", "x", None),
        ("x", "<dc:date>2031-04-04T23:00:00Z</dc:date>", "x", date(2031, 4, 5)),
    ],
)
def test_the_paper_and_the_day(title: str, metadata: str, paper: str, day: date | None) -> None:
    files = {"a.html": page(text(BOAT))}
    issue = read_one(book(files, point(BOAT, "a.html"), title=title, metadata=metadata))
    assert (issue.paper.name, issue.date) == (paper, day)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: book({}, ""), "no article was found in this book"),
        (lambda: book({"a.html": page("<p>渡口</p>")}, ""), "no article was found"),
        (lambda: calibre()[:-200], "damaged or locked"),
        (lambda: book({"a.html": page("<div>" * 3_000)}, ""), "more tags, or deeper ones"),
    ],
)
def test_what_cannot_be_read_ends_in_one_sentence(make: object, why: str) -> None:
    assert callable(make)
    with pytest.raises(SourceError, match=why) as caught:
        read(make(), "a.epub")
    assert str(caught.value).startswith("a.epub: ")


@pytest.mark.parametrize("bound", ["MOST_BYTES", "MOST_DIRECTORY"])
def test_a_book_that_unpacks_to_very_much_is_refused(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, bound, 3)
    with pytest.raises(SourceError, match=r"^a\.epub: this document holds more than one may"):
        read(calibre(), "a.epub")
