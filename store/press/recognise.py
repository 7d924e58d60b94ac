"""What is this? The kind of a source, told from its bytes, and what to do with one not read.

Each kind of source that is read gets a folder of its own beside this module.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from store.errors import SourceError
from store.messages import Message, template
from store.press.text.decode import Decoded, decode
from store.press.text.mending.mojibake import LOST, redecode

LIMIT = 16 * 1024 * 1024
"""The largest source in bytes: a thick issue of text has some 0.5 MB."""


class SourceKind(Struct, frozen=True):
    """A kind of source, and the message for a reader who brings one that is not read."""

    name: str
    refusal: str = ""
    """A template with ``{file}`` and perhaps ``{what}``, that says what to do; empty where the
    kind is read."""
    what: Message | str = ""


TEXT = SourceKind("text")
BINARY = SourceKind(
    "binary", template("{file}: this is binary data; text dumps are read, so save it as text.")
)
MARKUP = SourceKind(
    "markup", template("{file}: this is a web page or a feed; text dumps are read, save its text.")
)
JSON = SourceKind("json", template("{file}: this is JSON; text dumps are read, so save its text."))
RUINED = SourceKind(
    "ruined",
    template(
        "{file}: most characters were lost when this was saved; get the text again, as UTF-8."
    ),
)
_MOST_LOST = 0.4
_RUINS = ("锟斤拷", "ï¿½")
"""What the sign for a lost character becomes when it is decoded wrongly."""


def _foreign(name: str, what: Message) -> SourceKind:
    save_as_text = template("{file}: this is {what}; text dumps are read, so save it as text.")
    return SourceKind(name, save_as_text, what)


_FIRST_BYTES = (
    (b"%PDF", _foreign("pdf", Message("a PDF"))),
    (b"\x89PNG", _foreign("png", Message("a PNG image"))),
    (b"\xff\xd8\xff", _foreign("jpeg", Message("a JPEG image"))),
    (b"GIF8", _foreign("gif", Message("a GIF image"))),
    (b"II*\0", _foreign("tiff", Message("a TIFF image"))),
    (b"MM\0*", _foreign("tiff", Message("a TIFF image"))),
    (b"PK\x03\x04", _foreign("zip", Message("a zip archive or an office document"))),
    (b"\x1f\x8b", _foreign("gzip", Message("a gzip archive"))),
    (b"BZh", _foreign("bzip2", Message("a bzip2 archive"))),
    (b"\xfd7zXZ", _foreign("xz", Message("an xz archive"))),
    (b"7z\xbc\xaf", _foreign("7z", Message("a 7z archive"))),
    (b"Rar!", _foreign("rar", Message("a RAR archive"))),
    (b"\xd0\xcf\x11\xe0", _foreign("office", Message("an old office document"))),
    (b"{\\rtf", _foreign("rtf", Message("an RTF document"))),
    (b"\x7fELF", _foreign("program", Message("a program"))),
    (b"ID3", _foreign("sound", Message("a sound file"))),
    (b"RIFF", _foreign("riff", Message("a sound, film or WebP file"))),
)
"""What files of other kinds begin with."""
_MARKUP_START = re.compile(
    r"\s*<(?:!doctype|html|head|body|\?xml|rss|feed|meta|script|div|table)\b", re.IGNORECASE
)
_PAGE_TAG = re.compile(r"<(?:html|head|body)\b[^>]{0,200}>", re.IGNORECASE)
"""A web page's own tags near its beginning, where comments and scripts may stand before them."""
_PAGE_TAG_WITHIN = 4_000
_JSON_START = re.compile(r'\s*(?:\{\s*"|\[\s*[\[{"])')


class Recognised(Struct, frozen=True):
    """What a source is, and its text where it has any."""

    kind: SourceKind
    decoded: Decoded | None = None


def recognise(data: bytes) -> Recognised:
    """Return the kind of the source that `data` is, whether it is read or not."""
    for first, kind in _FIRST_BYTES:
        if data.startswith(first):
            return Recognised(kind)
    decoded = decode(data)
    if decoded is None:
        return Recognised(BINARY)
    text, redecoded = redecode(decoded.text)
    decoded = replace(decoded, text=text, redecoded=redecoded)
    return Recognised(_of_text(text), decoded)


def recognise_text(data: bytes, file: str) -> Decoded:
    """Return `data` decoded when it is the text of pages.

    Raises SourceError, naming the `file` and what to do, when it is empty, too large, or of a kind
    that is not read.
    """
    if not data.strip():
        raise SourceError(
            "{file}: the file is empty; choose one that holds a page's text.", file=file
        )
    if len(data) > LIMIT:
        raise SourceError(
            "{file}: {size:,} bytes are more than the limit of {limit:,}; split the file.",
            file=file,
            size=len(data),
            limit=LIMIT,
        )
    found = recognise(data)
    if found.decoded is None or found.kind.refusal:
        raise SourceError(found.kind.refusal, file=file, what=found.kind.what)
    return found.decoded


def _lost(text: str) -> float:
    """Return the share of characters that a program has put for those it could not write."""
    found = text.count(LOST) + text.count("?") + sum(text.count(each) for each in _RUINS) * 3
    return found / max(1, sum(map(len, text.split())))


def _of_text(text: str) -> SourceKind:
    if _lost(text) > _MOST_LOST:
        return RUINED
    if _MARKUP_START.match(text) or _PAGE_TAG.search(text, 0, _PAGE_TAG_WITHIN):
        return MARKUP
    if _JSON_START.match(text) and text.rstrip()[-1:] in "]}":
        return JSON
    return TEXT
