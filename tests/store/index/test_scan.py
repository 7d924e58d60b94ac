"""Reading a library through, and what is kept of it for the next time."""

import pytest
from msgspec.structs import replace

from store.index import scan
from store.index.folded import Needles
from store.index.hits import Hits
from store.index.query.conditions import Scope
from store.index.query.parse import parse
from store.index.results import Budget, Facet, GivenUpError
from store.index.scan import Scan
from store.library.library import Library
from store.messages import Message
from tests.store.index.fake_library import CountingLibrary

NEW, OLD = "qingxibao-2024-03-05", "qingxibao-2023-12-31"

pytestmark = pytest.mark.parametrize("indexed", ["no index"], indirect=True)


def test_a_query_finds_articles_and_what_its_letters_stand_for(shelf: Library) -> None:
    read = Scan(shelf).over(shelf.rows(), Budget())
    scope = Scope(stands_for={"lsc": Needles(("lsc", "林守诚"))})
    hits, stood = read.find(parse("lsc"), scope)
    assert hits == Hits({NEW: b"\1\1\0"})
    assert stood == {"林守诚": 2}
    assert read.articles == 5


def test_words_are_counted_as_keywords_and_as_names(shelf: Library) -> None:
    read = Scan(shelf).over(shelf.rows(), Budget())
    assert read.uses("gq") == {"古桥": 2}
    assert read.uses("pty") == {"裴听雨": 1}
    assert read.uses("古") == {"古桥": 2}


def test_keywords_of_hits_and_of_each_article(shelf: Library) -> None:
    read = Scan(shelf).over(shelf.rows()[:1], Budget())
    assert read.keywords(Hits({NEW: b"\0\1\1"})) == {
        "重庆": Facet("重庆", "place", 1),
        "古桥": Facet("古桥", "topic", 1),
    }
    assert read.words_of_each() == [
        (NEW, 0, frozenset(("古桥", "林守诚"))),
        (NEW, 1, frozenset()),
        (NEW, 2, frozenset(("重庆", "古桥"))),
    ]


def test_an_issue_that_cannot_be_read_is_told_of_and_hides_no_other(shelf: Library) -> None:
    broken = CountingLibrary(shelf, OLD)
    read = Scan(broken).over(broken.rows(), Budget())
    hits, _ = read.find(parse("修缮|旧闻"), Scope())
    assert list(hits) == [NEW]
    assert read.problems == (Message("damaged"),)


def test_reading_is_given_up(shelf: Library) -> None:
    with pytest.raises(GivenUpError):
        Scan(shelf).over(shelf.rows(), Budget(lambda: True)).uses("gq")


def test_folded_text_is_kept_while_there_is_room(
    shelf: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = CountingLibrary(shelf)
    kept = Scan(counted)
    for _ in range(2):
        kept.over(counted.rows(), Budget()).uses("gq")
        assert counted.reads == 3
    monkeypatch.setattr(scan, "KEPT", 0)
    roomless = Scan(counted)
    for reads in (6, 9):
        roomless.over(counted.rows(), Budget()).uses("gq")
        assert counted.reads == reads


def test_what_is_not_asked_for_is_forgotten(shelf: Library) -> None:
    counted = CountingLibrary(shelf)
    kept, rows = Scan(counted), shelf.rows()
    for some in (rows, rows[:1], rows):
        kept.over(some, Budget()).uses("gq")
    assert counted.reads == 5


@pytest.mark.parametrize("change", [{"revision": 99}, {"own": "1f"}])
def test_an_issue_whose_row_has_changed_is_read_again(
    shelf: Library, change: dict[str, object]
) -> None:
    counted = CountingLibrary(shelf)
    kept, rows = Scan(counted), shelf.rows()
    for some in (rows, (replace(rows[0], **change), *rows[1:])):
        kept.over(some, Budget()).uses("gq")
    assert counted.reads == 4
