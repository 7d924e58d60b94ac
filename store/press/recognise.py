"""What is this? The kind of a source, told from its bytes alone, and never from its name."""

import re
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from store.bounds import LARGEST
from store.errors import SourceError
from store.press.kinds import (
    BINARY,
    DUMP,
    EPAPER,
    FEED,
    GZIP,
    INTERFACE,
    JSON,
    KINDS,
    MAIL,
    MHTML,
    PDF,
    RUINED,
    TAR,
    ZIP,
    SourceKind,
)
from store.press.mirror import is_mirror
from store.press.office import ole_kind, zipped_kind
from store.press.signs import is_feed, markup_kind
from store.press.text.decode import Decoded, decode
from store.press.text.genre import certain_genre
from store.press.text.mending.mojibake import LOST, redecode

LIMIT = 16 * 1024 * 1024
"""The largest source in bytes: a thick issue of text has some 0.5 MB. Mirrors may be larger."""

HEAD = 4096
"""Bytes at the start of a file that tell whether it is an archive or may be a page."""

_ZIP, _GZIP, _OLE = b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"
_MARKUP_BYTES = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<[!?a-z]|<(?:html|head|body)\b", re.IGNORECASE)
_FIELD_BYTES = re.compile(rb"\s*(?:>?From |[A-Za-z][A-Za-z-]{1,40}:[ \t])")
_FIRST_BYTES = (
    (b"%PDF", PDF),
    (b"\x89PNG", KINDS["png"]),
    (b"\xff\xd8\xff", KINDS["jpeg"]),
    (b"GIF8", KINDS["gif"]),
    (b"II*\0", KINDS["tiff"]),
    (b"MM\0*", KINDS["tiff"]),
    (_ZIP, ZIP),
    (_GZIP, GZIP),
    (b"BZh", KINDS["bzip2"]),
    (b"\xfd7zXZ", KINDS["xz"]),
    (b"7z\xbc\xaf", KINDS["7z"]),
    (b"Rar!", KINDS["rar"]),
    (_OLE, KINDS["office"]),
    (b"{\\rtf", KINDS["rtf"]),
    (b"\x7fELF", KINDS["program"]),
    (b"ID3", KINDS["sound"]),
    (b"RIFF", KINDS["riff"]),
)
"""What files of other kinds begin with."""
_SHOWN = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\0\0\1\0", b"wOF")
"""What pictures and fonts begin with that pages have."""
_CODE, _MOST_TEXT = (b"{", b"}", b";", b"="), 40
"""What programs and styles are full of: one in forty bytes at least."""
_PDF_LATER, _PDF_WITHIN = re.compile(rb"[\x00-\x20\xef\xbb\xbf]{0,1000}%PDF-[12]"), 1024
"""Some programs write blanks, or the mark of UTF-8, before a PDF; readers look so far for it."""
_TAR_AT, _TAR = 257, b"ustar"
"""What stands in the first header of a tar archive, and where (POSIX.1, pax)."""
_TOLD_APART = {_ZIP: zipped_kind, _OLE: ole_kind}
"""What tells files that begin alike apart."""
_WORD_XML = re.compile(
    r"\s*<\?xml[^>]{0,200}>\s*<\?mso-application\s+progid=[\"']Word\.Document", re.IGNORECASE
)
_MARKUP_START = re.compile(
    r"\s*<(?:!doctype|!--|html|head|body|\?xml|opml|meta|script|div|table)\b",
    re.IGNORECASE,
)
_PAGE_TAG = re.compile(r"<(?:html|head|body)\b[^>]{0,200}>", re.IGNORECASE)
"""A web page's own tags near its beginning, where comments and scripts may stand before them."""
_PAGE_TAG_WITHIN = 4_000
_MOST_LOST = 0.4
_RUINS = ("锟斤拷", "ï¿½")
"""What the sign for a lost character becomes when it is decoded wrongly."""

_JSON_START = re.compile(r'\s*(?:\{\s*"|\[\s*[\[{"])')
_JSON_FIELD = re.compile(r'\s*\{\s*"[^"\n]{1,100}"\s*:')
_PAIRS = (("{", "}"), ("[", "]"))
"""What JSON that is cut off begins with, and the brackets of which it lacks the second."""
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
_INTERFACE = re.compile(
    r'"(?:paperInfo|paperNumber|onePageArticleList|pagelist|articlelist|layoutlist|infolist'
    r'|IRCATELOG|documentTitle|editionName|mainTitle)"\s*:'
)
"""Names in the answers of papers that have an interface of their own (SOURCES, section 5)."""
_HEADERS = re.compile(
    r"\s*(?:\d{1,12}[ \t]*\n|>?From [^\n]{0,200}\n)?"
    r"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*+\n(?:[ \t]++[^\s][^\n]*+\n)*+){3,}+\r?\n"
)
"""The header of a mail: three fields or more, and an empty line (RFC 5322)."""
_FIELD = re.compile(r"^(from|subject|date|mime-version|content-type|received):", re.I | re.M)
_SAVED = re.compile(r"^content-type:\s*multipart/related", re.I | re.M)
_SENT = re.compile(r"^(?:to|received|message-id|return-path|delivered-to):", re.I | re.M)
"""What the header of a page that was saved (RFC 2557) has, and what that of a mail has."""


class Readable(Protocol):
    """What bytes are read from: a file, or what unpacks one."""

    def read(self, size: int, /) -> bytes:
        """Return so many bytes, or fewer at the end."""


class Recognised(Struct, frozen=True):
    """What a source is, and its text where it has any."""

    kind: SourceKind
    decoded: Decoded | None = None


def recognise(data: bytes) -> Recognised:
    """Return the kind of the source that `data` is, whether it is read or not."""
    if is_mirror(data):
        return Recognised(EPAPER)
    for first, kind in _FIRST_BYTES:
        if data.startswith(first):
            tell = _TOLD_APART.get(first)
            return Recognised(tell(data) if tell else kind)
    if data.startswith(_TAR, _TAR_AT):
        return Recognised(TAR)
    if _PDF_LATER.match(data, 0, _PDF_WITHIN):
        return Recognised(PDF)
    decoded = text_of(data)
    return Recognised(BINARY) if decoded is None else Recognised(_of_text(decoded.text), decoded)


def text_of(data: bytes) -> Decoded | None:
    """Return `data` decoded, also where that was done wrongly once before; None for no text."""
    decoded = decode(data)
    if decoded is None:
        return None
    text, redecoded = redecode(decoded.text)
    return replace(decoded, text=text, redecoded=redecoded)


def foreign_archive(data: bytes) -> SourceKind | None:
    """Return the kind of the archive that `data` is, whose files are sources; None for others.

    Documents, archives of dubao's own and mirrored issues are none. The beginning of a document
    may be taken for one.
    """
    if data.startswith(_GZIP):
        return GZIP
    if data.startswith(_TAR, _TAR_AT):
        return TAR
    own = data.startswith(b"dubao", 30)
    return ZIP if data.startswith(_ZIP) and not own and zipped_kind(data) is ZIP else None


def may_be_markup(start: bytes) -> bool:
    """Return whether a file that begins with `start` can be a page of markup, and is no mail."""
    return _MARKUP_BYTES.search(start) is not None and not _FIELD_BYTES.match(start)


def is_picture(start: bytes) -> bool:
    """Return whether a file that begins with `start` is a picture or a font, and never read."""
    return start.startswith(_SHOWN)


def may_be_part(start: bytes) -> bool:
    """Return whether a file that begins with `start` is a picture, a font, or seems a program."""
    if is_picture(start):
        return True
    json = start.lstrip()[:1] in (b"{", b"[")
    return not json and sum(map(start.count, _CODE)) * _MOST_TEXT > len(start) > 0


def recognise_text(data: bytes, file: str) -> Decoded:
    """Return `data` decoded when it is the text of pages.

    Raises SourceError, naming the `file` and what to do, when it is empty, too large, or of another
    kind.
    """
    check_size(data, file)
    found = recognise(data)
    if found.decoded is None or found.kind is not DUMP:
        raise refused(found.kind, file)
    return found.decoded


def most_bytes(start: bytes) -> int:
    """Return how large the source that begins with `start` may be.

    A mirror is many files, and a PDF has its pictures and its fonts in it.
    """
    return LARGEST if is_mirror(start) or _PDF_LATER.match(start, 0, _PDF_WITHIN) else LIMIT


def read_whole(file: Readable, most: int = LIMIT) -> bytes:
    """Return the bytes of a source, `most` or what its kind may have; one more of a larger one."""
    data = file.read(most + 1)
    if len(data) > most:
        data += file.read(max(most, most_bytes(data)) - most)
    return data


def check_size(data: bytes, file: str) -> None:
    """Raise SourceError when a source is empty or too large."""
    most = most_bytes(data)
    if not data or data.isspace():
        raise SourceError(
            "{file}: the file is empty; choose one that holds a page's text.", file=file
        )
    if len(data) > most:
        raise SourceError(
            "{file}: {size:,} bytes are more than the limit of {limit:,}; split the file.",
            file=file,
            size=len(data),
            limit=most,
        )


def refused(kind: SourceKind, file: str) -> SourceError:
    """Return the error that sources of this kind are not read, and what to do."""
    return SourceError(kind.refusal, file=file, what=kind.name)


def _lost(text: str) -> float:
    """Return the share of characters that a program has put for those it could not write."""
    found = text.count(LOST) + text.count("?") + sum(text.count(each) for each in _RUINS) * 3
    return found / max(1, sum(map(len, text.split())))


def _of_text(text: str) -> SourceKind:
    if is_feed(text):
        return FEED
    if _lost(text) > _MOST_LOST:
        return RUINED
    header = _HEADERS.match(text)
    if header and len({found.lower() for found in _FIELD.findall(header[0])}) >= 3:
        return MHTML if _SAVED.search(header[0]) and not _SENT.search(header[0]) else MAIL
    if _WORD_XML.match(text):
        return KINDS["word-xml"]
    if _MARKUP_START.match(text) or _PAGE_TAG.search(text, 0, _PAGE_TAG_WITHIN):
        return markup_kind(text)
    if _JSON_START.match(text) and _JSON_FEED.search(text):
        return FEED
    whole = _JSON_START.match(text) and text.rstrip()[-1:] in "]}"
    if whole or (_JSON_FIELD.match(text) and any(text.count(a) > text.count(b) for a, b in _PAIRS)):
        return INTERFACE if _INTERFACE.search(text) else JSON
    genre = certain_genre(text)
    return KINDS[genre.value] if genre else DUMP
