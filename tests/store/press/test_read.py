"""The door of the press: kinds with and without a room, and several issues in one source."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from store.errors import SourceError
from store.models import Article, IndexEntry, Issue, Paper
from store.press.kinds import KINDS, READ
from store.press.material import Material
from store.press.mirror import File, pack
from store.press.read import ROOMS, kinds_read, read
from store.press.result import PressResult, Report
from store.sample import NAME, sample

FEED = b"<rss>\n</rss>"


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Material]]:
    """Give a function that lets a kind be read as issues of these days; it returns what came."""
    came: list[Material] = []

    def register(kind: str, *days: date | None, **fields: Any) -> list[Material]:
        def read(material: Material) -> Sequence[PressResult]:
            came.append(material)
            issue = Issue(Paper("临江报"), sources=(material.source(),))
            issue = replace(issue, **{"articles": (Article(headline="新桥"),), **fields})
            return [PressResult(replace(issue, date=day), Report()) for day in days]

        monkeypatch.setitem(ROOMS, kind, read)
        return came

    return register


def test_the_text_of_pages_is_read_in_its_room() -> None:
    (result,) = read(sample(), NAME)
    assert (result.issue.sources[0].kind, result.report.kind) == ("dump", "dump")
    assert result.issue.articles


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\3\4", "a zip archive; unpack it"),
        (b"{\\rtf1", "an RTF document; open it in Word, WPS or LibreOffice, save it as .docx"),
        (
            b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
            "an old document of Word or WPS",
        ),
        (b"\x89PNG", "a PNG image, which has no text"),
        (b'{"a": 1}', "JSON, but no feed and no answer of a known e-paper"),
        (b"\x7fELF", "a program; choose a page, a feed, a document"),
    ],
)
def test_a_kind_without_a_room_is_refused_with_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data, "a.txt")
    assert str(caught.value).startswith(f"a.txt: this is {what}")


def test_each_of_several_issues_has_its_part_of_the_source(room: Any) -> None:
    room("feed", date(2024, 3, 5), date(2024, 3, 6), None, None)
    results = read(FEED, "feed.xml")
    assert [r.issue.sources[0].part for r in results] == [
        "2024-03-05",
        "2024-03-06",
        "undated",
        "undated-2",
    ]
    assert results[0].issue.articles[0].id == "linjiangbao-2024-03-05/1.1"
    assert {result.report.kind for result in results} == {"feed"}


def test_one_issue_is_the_whole_source(room: Any) -> None:
    room("feed", date(2024, 3, 5))
    (result,) = read(FEED, "feed.xml")
    assert result.issue.sources[0].part == ""


def test_a_reader_who_says_what_it_is_is_believed(room: Any) -> None:
    came = room("web", None)
    read(sample(), NAME, kind="web")
    (material,) = came
    assert material.kind is KINDS["web"]
    assert material.decoded
    assert material.source().kind_told


def test_what_a_reader_knows_comes_to_the_room(room: Any) -> None:
    came = room("feed", None)
    read(FEED, "a\x1b[2Jb", day=date(2024, 3, 5), paper="临江报")
    (material,) = came
    assert (material.name, material.day, material.paper) == ("ab", date(2024, 3, 5), "临江报")
    assert material.files == (File("", FEED),)


def test_a_mirrored_issue_comes_with_its_files(room: Any) -> None:
    came = room("epaper", date(2024, 3, 5))
    read(pack([File("a/1.html", b"x")]), "pages")
    assert came[0].files == (File("a/1.html", b"x"),)


def test_a_contents_list_is_an_issue_and_nothing_is_none(room: Any) -> None:
    room("feed", None, articles=(), index=(IndexEntry("新桥"),))
    assert read(FEED, "a.xml")
    room("feed", None, articles=())
    with pytest.raises(SourceError, match=r"a\.xml: neither an article nor a contents list"):
        read(FEED, "a.xml")


def test_every_room_is_of_a_kind() -> None:
    assert {*ROOMS} <= {kind.code for kind in READ}
    assert [kind.code for kind in kinds_read()] == [*ROOMS]


def test_a_kind_that_a_reader_told_wrongly_is_named_with_what_it_looks_like() -> None:
    with pytest.raises(SourceError) as error:
        read(sample(), NAME, kind="epub")
    assert str(error.value) == (
        f"{NAME}: this cannot be read as an EPUB; it looks like the text of pages: leave out --as."
    )
