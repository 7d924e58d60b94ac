"""What the model says of itself: catalogue rows, warnings, addresses."""

import pytest
from msgspec.structs import replace

from store.backends.serialization import decode, to_json
from store.config import Config
from store.corrections.correction import Correction
from store.errors import LibraryError
from store.library.catalogue_file import Counted
from store.library.overlay import IssueCorrections
from store.models import Article, CatalogueRow, Mark, issue_of
from store.reader.clippings import Clip
from store.reader.marks import Moment
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter

CLIP = {
    "id": "a",
    "taken": "2024-03-05T10:00:00Z",
    "article": "a/1.1",
    "key": "a",
    "paper": "临江报",
    "date": None,
    "page": "1",
    "headline": "甲",
}
ROW = CatalogueRow("linjiangbao-2024-03-05", "临江报", keyed="a" * 16 + "b" * 16, revision=3)


def test_a_row_has_its_articles_keys_in_order() -> None:
    assert ROW.keys == ("a" * 16, "b" * 16)
    assert ROW.articles == 2
    assert replace(ROW, keyed="").keys == ()


def test_a_stamp_changes_with_the_issue_and_with_ones_own_corrections() -> None:
    assert ROW.stamp == replace(ROW, aliases=("x",)).stamp
    assert len({ROW.stamp, replace(ROW, revision=4).stamp, replace(ROW, own="x").stamp}) == 3


@pytest.mark.parametrize(
    "address",
    ["linjiangbao-2024-03-05", "linjiangbao-2024-03-05/A5", "linjiangbao-2024-03-05/1.3"],
)
def test_an_address_is_in_one_issue(address: str) -> None:
    assert issue_of(address) == "linjiangbao-2024-03-05"


HUGE = "x" * 2_000
ROW_OF_FILE = {"id": "a", "paper": "临江报"}


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (CatalogueRow, ROW_OF_FILE | {"id": HUGE}),
        (CatalogueRow, ROW_OF_FILE | {"revision": -1}),
        (CatalogueRow, ROW_OF_FILE | {"revision": 2**60}),
        (CatalogueRow, ROW_OF_FILE | {"pages": [HUGE]}),
        (CatalogueRow, ROW_OF_FILE | {"sources": [HUGE]}),
        (CatalogueRow, ROW_OF_FILE | {"sources": ["a"] * 70_000}),
        (CatalogueRow, ROW_OF_FILE | {"aliases": ["a"] * 70_000}),
        (CatalogueRow, ROW_OF_FILE | {"own": HUGE}),
        (CatalogueRow, ROW_OF_FILE | {"removed": "2024-03-05T10:00:00"}),
        (Mark, {"key": HUGE}),
        (Mark, {"key": "a", "changed": "2024-03-05T10:00:00"}),
        (Mark, {"key": "a", "tags": ["a"] * 2_000}),
        (Mark, {"key": "a", "past": [{}] * 2_000}),
        (Mark, {"key": "a", "past": [{"changed": "2024-03-05T10:00:00"}]}),
        (Place, {"article": HUGE}),
        (SavedFilter, {"name": "a", "query": "a", "seen": {str(n): n for n in range(70_000)}}),
        (Moment, {"at": "2024-03-05T10:00:00"}),
        (Correction, {"action": "page", "article": HUGE}),
        (Correction, {"action": "page", "at": 2**40}),
        (Correction, {"action": "page", "at": -(2**40)}),
        (Clip, CLIP | {"page": HUGE}),
        (Clip, CLIP | {"taken": "2024-03-05T10:00:00"}),
        (IssueCorrections, {"row": ROW_OF_FILE, "corrections": [], "over": -5}),
        (Counted, {"revision": 2**60}),
        (Config, {"theme": HUGE}),
        (Config, {"keys": {"quit": HUGE}}),
    ],
)
def test_what_a_file_says_beyond_all_bounds_is_refused(kind: type, record: object) -> None:
    with pytest.raises(LibraryError):
        decode(to_json(record), kind)


def test_an_article_of_an_older_file_has_no_area() -> None:
    article = decode(b'{"headline": "x", "paragraphs": ["y"]}', Article)
    assert (article.area, article.url, article.stub, article.pictures) == ((), "", False, ())


@pytest.mark.parametrize(
    "field",
    [
        b'"area": [[0, 1001]]',
        b'"area": [[-1, 0]]',
        b'"area": [[1]]',
        b'"url": "%b"' % (b"x" * 9999),
    ],
)
def test_a_place_or_an_address_that_cannot_be_is_refused(field: bytes) -> None:
    with pytest.raises(LibraryError):
        decode(b"{%b}" % field, Article)
