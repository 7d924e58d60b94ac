"""From the bytes of a mail to its parts: RFC 5322, MIME (RFC 2045 to 2047), and MHTML (RFC 2557).

The standard library reads them; how many parts there are, and how deep they lie, is bounded before.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from itertools import pairwise

from msgspec import Struct

from store.errors import SourceError
from store.press.markup.charset import decode_page
from store.press.text.clean import clean_line

MOST_BOUNDARIES, MOST_PARTS = 100, 5_000
"""How often a mail may be parted, and into how many: a saved page has one for each picture."""

_LONGEST, _MOST_COMMENTS = 4_000, 20
"""Characters of a field that is read, and comments in it: they are read one within another."""
_BOUNDARY = re.compile(rb"\bboundary\s*=|message/rfc822", re.IGNORECASE)
_BEFORE = re.compile(rb"\A\s*(?:\d{1,12}[ \t]*\r?\n|>?From [^\r\n]{0,200}\r?\n)")
"""What mail programs put before a mail in their own files: its length, or an envelope."""
_OF_LISTS = "list-unsubscribe", "list-id", "list-post"
_BOM = b"\xef\xbb\xbf"


_ENVELOPE = re.compile(
    rb"^From \S{1,200} [^\r\n]{0,80}\d\d:\d\d[^\r\n]{0,40}\r?\n(?=[A-Za-z][\w-]{1,60}:)",
    re.MULTILINE,
)
"""What stands before each mail in a box of them (RFC 4155)."""


class Part(Struct, frozen=True):
    """One part of a mail that is no other's whole."""

    kind: str
    """As ``text/html``."""
    data: bytes = b""
    charset: str = ""
    location: str = ""
    """The address that it was saved from."""
    id: str = ""
    """What others in the mail refer to it by (RFC 2392)."""
    file: str = ""
    """What it is called as an attachment."""
    flowed: bool = False
    """Its lines go on where they end with a blank (RFC 3676)."""


class Mail(Struct, frozen=True):
    """A mail: its header's fields as a reader sees them, and its parts in their order."""

    subject: str = ""
    sender: str = ""
    """The name, or the address where there is none."""
    sent: datetime | None = None
    location: str = ""
    """The address of the page that was saved so."""
    listed: bool = False
    """It went to all who subscribe to a list (RFC 2369, RFC 2919)."""
    parts: tuple[Part, ...] = ()


def mails_of(data: bytes) -> list[bytes]:
    """Return the mails in `data`, which is one mail or a box of them (mbox)."""
    if not data.startswith(b"From "):
        return [data]
    starts = [found.start() for found in _ENVELOPE.finditer(data)]
    return [data[at:end] for at, end in pairwise([*starts, len(data)])] or [data]


def read_message(data: bytes, name: str) -> Mail:
    """Return the mail that `data` is; `name` is what it is called.

    Raises SourceError when it has more parts, or deeper ones, than are read.
    """
    if len(_BOUNDARY.findall(data)) > MOST_BOUNDARIES:
        raise _too_much(name)
    message = message_from_bytes(_BEFORE.sub(b"", data.removeprefix(_BOM), count=1))
    parts = tuple(_parts(message, name))
    return Mail(
        _words(message, "subject"),
        _sender(message),
        _sent(message),
        _header(message, "snapshot-content-location") or _header(message, "content-location"),
        any(_header(message, name) for name in _OF_LISTS),
        parts,
    )


def _parts(message: Message, name: str) -> Iterator[Part]:
    for count, part in enumerate(message.walk()):
        if count > MOST_PARTS:
            raise _too_much(name)
        if not part.is_multipart():
            data = part.get_payload(decode=True)
            yield Part(
                part.get_content_type(),
                data if isinstance(data, bytes) else b"",
                _parameter(part, "charset"),
                _header(part, "content-location"),
                _header(part, "content-id").strip("<> \t\r\n"),
                _file(part),
                _parameter(part, "format").lower() == "flowed",
            )


def _sender(message: Message) -> str:
    name, address = parseaddr(_words(message, "from"))
    return name or address


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "date"))
    except (ValueError, OverflowError):
        return None


def _file(part: Message) -> str:
    """Return the name of an attachment, ``""`` for what is shown in the mail."""
    try:
        name = part.get_filename("")
    except (ValueError, LookupError):
        name = ""
    shown = part.get_content_disposition() != "attachment"
    return "" if shown and not name else _decoded(str(name)) or "attachment"


def _parameter(part: Message, name: str) -> str:
    try:
        return str(part.get_param(name) or "")
    except (ValueError, LookupError):
        return ""


def _header(message: Message, name: str) -> str:
    """Return a field as it is written, ``""`` for one that nobody writes."""
    for key, value in message.raw_items():
        if key.lower() == name:
            written = str(value)[:_LONGEST]
            return "" if written.count("(") > _MOST_COMMENTS else written
    return ""


def _words(message: Message, name: str) -> str:
    """Return a field as a reader sees it."""
    return _decoded(_header(message, name))


def _decoded(written: str) -> str:
    """Return what is written in encoded words, or in bytes that no field may have."""
    try:
        pieces = decode_header(written)
    except (HeaderParseError, ValueError):
        pieces = [(written, None)]
    return clean_line("".join(_piece(*piece) for piece in pieces))


def _piece(text: str | bytes, charset: str | None) -> str:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    decoded = decode_page(data, charset or "")
    return decoded.text if decoded else ""


def _too_much(name: str) -> SourceError:
    return SourceError(
        "{file}: this mail has more parts, or deeper ones, than are read; save its text.", file=name
    )
