"""Documents of offices told apart: zip archives by what their directory names, and OLE files.

The names within zip archives are those of ECMA-376 (Word), OASIS OpenDocument, EPUB OCF and GB/T
33190 (OFD); the streams of OLE files are in MS-CFB, each name in UTF-16.
"""

import re
from collections.abc import Collection

from store.press.kinds import DOCX, EPUB, KINDS, ODT, ZIP, SourceKind
from store.press.package import paths_of

_NAME_AT = 30
"""Where the name of the first file stands in a zip archive."""
_TYPES = (
    (b"application/epub+zip", EPUB),
    (b"application/vnd.oasis.opendocument.text", ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", KINDS["table"]),
    (b"application/vnd.oasis.opendocument.presentation", KINDS["slides"]),
)
"""What the first file of some zip archives says, which is called ``mimetype`` and not packed."""
_PARTS = (
    (re.compile(r"word/document\d*\.xml"), DOCX),
    (re.compile(r"META-INF/container\.xml"), EPUB),
    (re.compile(r"xl/workbook\.(?:xml|bin)"), KINDS["table"]),
    (re.compile(r"ppt/presentation\.xml"), KINDS["slides"]),
    (re.compile(r"OFD\.xml"), KINDS["ofd"]),
    (re.compile(r"Index/Document\.iwa"), KINDS["pages"]),
    (re.compile(r"META-INF/manifest\.xml"), ODT),
    (re.compile(r"\[Content_Types\]\.xml"), DOCX),
)
"""What else their directory names."""
_STREAMS = (
    ("EncryptedPackage", KINDS["locked"]),
    ("__properties_version1.0", KINDS["outlook"]),
    ("WordDocument", KINDS["doc"]),
    ("Workbook", KINDS["table"]),
    ("PowerPoint Document", KINDS["slides"]),
)


def zipped_kind(data: bytes) -> SourceKind:
    """Return what the zip archive `data` is; of one that is cut off, what its first file says."""
    return kind_of(data, paths_of(data))


def kind_of(start: bytes, paths: Collection[str]) -> SourceKind:
    """Return what a zip archive is that begins with `start` and holds files at `paths`."""
    first = start[_NAME_AT : _NAME_AT + 120]
    if first.startswith(b"mimetype"):
        for name, kind in _TYPES:
            if name in first:
                return kind
    for form, kind in _PARTS:
        if any(map(form.fullmatch, paths)):
            return kind
    return DOCX if not paths and first.startswith((b"[Content_Types].xml", b"_rels/.rels")) else ZIP


def ole_kind(data: bytes) -> SourceKind:
    """Return what the OLE file `data` is."""
    for name, kind in _STREAMS:
        if name.encode("utf-16-le") in data:
            return kind
    return KINDS["office"]
