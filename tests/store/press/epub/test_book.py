"""What a book says of itself."""

import pytest

from store.errors import SourceError
from store.press.epub.book import Book, Entry, read_book
from store.press.package import Package
from tests.store.press.epub.books import book, calibre, entry, page, point


def told(data: bytes) -> Book:
    return read_book(Package(data, "a.epub"), "a.epub")


def test_what_calibre_says() -> None:
    found = told(calibre())
    assert found.title == "临江晚报 [周六, 05 4月 2031]"
    assert (found.series, found.moment) == ("临江晚报", "2031-04-04T23:10:00+00:00")
    assert found.files[:3] == tuple(
        f"OEBPS/{path}" for path in ("titlepage.xhtml", "index.html", "feed_0/index.html")
    )
    assert [(each.title, each.depth, each.leaf) for each in found.contents[:3]] == [
        ("要闻", 0, False),
        ("一条船渡了七十年", 1, True),
        ("四十车淤泥换来一井清水", 1, True),
    ]


def test_the_contents_of_an_epub_3() -> None:
    listed = entry("要闻", "a%20b.xhtml#x", entry("渡口", "#y")) + "<li><span>社会</span></li>"
    found = told(book({"a%20b.xhtml": ""}, listed, nav=True))
    assert found.contents == (
        Entry("要闻", "OEBPS/a b.xhtml", "x", 0, leaf=False),
        Entry("渡口", "OEBPS/n.xhtml", "y", 1),
        Entry("社会"),
    )


def test_each_file_comes_once_and_only_if_it_is_there() -> None:
    data = book({"a.xhtml": page("x")}, "", spine=["a.xhtml"] * 9_000)
    assert told(data).files == ("OEBPS/a.xhtml",)
    items = '<item id="i0" href="../../etc/passwd" media-type="application/xhtml+xml"/>'
    opf = f"<package><manifest>{items}</manifest><spine><itemref idref='i0'/></spine></package>"
    assert told(book({}, "", more={"OEBPS/a.opf": opf})).files == ()


def test_a_book_without_a_container_has_its_document_somewhere() -> None:
    data = book({"a.xhtml": page("x")}, "", more={"META-INF/container.xml": "<container/>"})
    assert told(data).files == ("OEBPS/a.xhtml",)


@pytest.mark.parametrize(
    ("path", "uri", "locked"),
    [("OEBPS/a.xhtml", "OEBPS/a.xhtml", True), ("OEBPS/f.ttf", "OEBPS/f.ttf", False)],
)
def test_a_lock_is_told_where_it_is_on_the_text(path: str, uri: str, locked: bool) -> None:
    locks = f'<encryption><e:CipherReference xmlns:e="x" URI="{uri}"/></encryption>'
    data = book({"a.xhtml": page("x")}, "", more={"META-INF/encryption.xml": locks})
    if not locked:
        assert told(data).files
        return
    with pytest.raises(SourceError, match=r"^a\.epub: this book is sold under a lock \(DRM\)"):
        told(data)


@pytest.mark.parametrize("document", ["<package", "<!DOCTYPE a [<!ENTITY b 'c'>]>"])
def test_a_damaged_one_is_told(document: str) -> None:
    with pytest.raises(SourceError, match="damaged"):
        told(book({}, "", more={"OEBPS/a.opf": document}))


def test_deep_contents_are_damaged_ones() -> None:
    deep = ""
    for at in range(300):
        deep = point(str(at), "a.xhtml", deep)
    with pytest.raises(SourceError, match="damaged"):
        told(book({"a.xhtml": ""}, deep))
