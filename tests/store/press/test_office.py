"""Documents of offices told apart."""

import io
import zipfile

import pytest

from store.press.office import ole_kind, zipped_kind


def zipped(*names: str, first: bytes = b"") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), first)  # its date is 1980
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("mimetype", first=b"application/epub+zip"), "epub"),
        (zipped("mimetype", first=b"application/vnd.oasis.opendocument.text"), "odt"),
        (zipped("mimetype", first=b"application/vnd.oasis.opendocument.text-template"), "odt"),
        (zipped("mimetype", first=b"application/vnd.oasis.opendocument.spreadsheet"), "table"),
        (zipped("mimetype", first=b"application/vnd.oasis.opendocument.presentation"), "slides"),
        (zipped("content.xml", "META-INF/manifest.xml"), "odt"),
        (zipped("a.opf", "META-INF/container.xml"), "epub"),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (zipped("word/document2.xml", "_rels/.rels"), "docx"),
        (zipped("[Content_Types].xml", "docProps/app.xml"), "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "table"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "slides"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        (zipped("Index/Document.iwa"), "pages"),
        (zipped("[Content_Types].xml", "word/document.xml")[:90], "docx"),
        (zipped("a.txt", "稿/word/document.xml"), "zip"),
        (zipped("a.docx", first=zipped("[Content_Types].xml", "word/document.xml")), "zip"),
    ],
)
def test_zip_archives(data: bytes, kind: str) -> None:
    assert zipped_kind(data).code == kind


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        ("WordDocument", "doc"),
        ("Workbook", "table"),
        ("PowerPoint Document", "slides"),
        ("EncryptedPackage", "locked"),
        ("__properties_version1.0", "outlook"),
        ("Contents", "office"),
    ],
)
def test_ole_files(stream: str, kind: str) -> None:
    assert ole_kind(b"\xd0\xcf\x11\xe0" + bytes(600) + stream.encode("utf-16-le")).code == kind
