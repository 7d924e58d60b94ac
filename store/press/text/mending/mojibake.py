"""Text that was decoded in a wrong encoding and saved so: decoded again, where that is certain.

What stands in such a text is told line by line from characters that one encoding's bytes make in
another, and in a text that reads like nothing at all every line is tried.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from store.press.text.likeness import count_wide, likeness

LOST = "\ufffd"
_SAMPLE = 1500
"""Characters from the middle of a text, by which the whole is judged."""
_STRANGE = 0.04
"""Below this likeness a text reads like nothing."""
_LIKE = 0.1
"""From this likeness on it reads like a newspaper."""
_LEAST = 20
"""Characters by which a whole text is judged."""
_TRIED = 20_000
"""How many characters of the lines in question show the way in which they went wrong."""
_FEW_LOST, _MANY_LOST = 0.2, 0.7
"""Shares of lost characters in a text, and in a line of it, that is worth decoding anew."""


class _Route(NamedTuple):
    """A way in which text went wrong: the encoding it was read in, and the one it is written in."""

    read: str
    written: str


_UTF8_AS_GBK = _Route("gb18030", "utf-8")
_ROUTES = (
    _Route("cp1252", "utf-8"),
    _UTF8_AS_GBK,
    _Route("big5hkscs", "utf-8"),
    _Route("cp1252", "gb18030"),
    _Route("cp1252", "big5hkscs"),
    _Route("gb18030", "big5hkscs"),
    _Route("big5hkscs", "gb18030"),
)
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_WESTERN_BYTES = {chr(byte): byte for byte in range(256)} | {
    bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0xA0)
}
_WESTERN_BYTES[LOST] = 0xFF
_TRAIL = "".join(re.escape(char) for char, byte in _WESTERN_BYTES.items() if 0x80 <= byte < 0xC0)
_WESTERN = rf"[\xe2-\xef][{_TRAIL}{LOST}?]{{1,2}}|(?:[\xa1-\xf9][\xa1-\xfe]){{3}}"
"""What UTF-8, GB 18030 and Big5 look like when each byte is taken for a western letter."""


def redecode(text: str) -> tuple[str, int]:
    """Return `text` with the lines that were decoded wrongly decoded anew, and how many."""
    if not (_first_signs().search(text) or _reads_like_nothing(text)):
        return text, 0
    lines = text.split("\n")
    suspects = list(range(len(lines))) if _reads_like_nothing(text) else _suspects(lines)
    certain = bool(_PRIVATE_USE.search(text))
    route = _best([lines[at] for at in suspects], certain) if suspects else None
    if route is None:
        return text, 0
    changed = 0
    for at in suspects:
        anew = _decoded(lines[at], route, certain)
        if anew != lines[at] and 0 <= _lost(anew) <= _MANY_LOST:
            lines[at] = anew
            changed += 1
    return "\n".join(lines), changed


def is_strange(text: str) -> bool:
    """Return whether `text` still looks as if it had been decoded wrongly, by much of it."""
    if not _first_signs().search(text):
        return _reads_like_nothing(text)
    lines = text.split("\n")
    suspects = sum(len(lines[at]) for at in _suspects(lines))
    return suspects * 5 > len(text) or _reads_like_nothing(text)


def _reads_like_nothing(text: str) -> bool:
    start = max(0, (len(text) - _SAMPLE) // 2)
    sample = text[start : start + _SAMPLE]
    wide = count_wide(sample)
    return wide >= _LEAST and wide * 4 > len(sample) and likeness(sample) < _STRANGE


def _suspects(lines: Sequence[str]) -> list[int]:
    """Return which lines show by their characters that they were decoded wrongly."""
    return [at for at, line in enumerate(lines) if _first_signs().search(line) and _suspect(line)]


def _suspect(line: str) -> bool:
    found = sum(len(match[0]) for match in _signs().finditer(line))
    return found >= 4 and found * 4 > count_wide(line)


@cache
def _rare() -> str:
    """Return what UTF-8 becomes in GBK: 涓, 鍥, 鏂, whose bytes begin one and go on with it."""
    codes = (bytes([lead, trail]) for lead in range(0xE3, 0xEA) for trail in range(0x80, 0xC0))
    return "".join(code.decode("gb18030") for code in codes)


@cache
def _first_signs() -> re.Pattern[str]:
    """Return the pattern of characters without which there are no signs: quickly looked for."""
    return re.compile(f"[\xc0-\xff{_rare()}]")


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{_rare()}]|{_WESTERN}")


def _best(lines: Sequence[str], certain: bool) -> _Route | None:
    """Return the route on which `lines` come out as newspaper text, or None."""
    found = []
    sample = "\n".join(lines)[:_TRIED]
    for route in _ROUTES:
        anew = _decoded(sample, route, certain)
        if 0 <= _lost(anew) <= _FEW_LOST:
            found.append((likeness(anew), route))
    share, route = max(found, default=(0.0, _UTF8_AS_GBK))
    return route if share >= _LIKE and share > likeness(sample) + _STRANGE else None


def _lost(text: str) -> float:
    """Return the share of lost characters among those that are not ASCII; -1 for no text."""
    wide = count_wide(text)
    return text.count(LOST) / wide if wide else -1.0


def _decoded(text: str, route: _Route, certain: bool) -> str:
    """Return `text` decoded anew; nothing when its characters do not come from there."""
    data = _bytes(text, route.read)
    if route.written == "utf-8":
        data = _with_lost_bytes(data, certain=certain and route == _UTF8_AS_GBK)
        return data.decode("utf-8", "replace")
    try:
        return data.decode(route.written)
    except UnicodeDecodeError:  # a byte that is lost shifts all that come after it
        return ""


def _bytes(text: str, encoding: str) -> bytes:
    """Return the bytes that were read as `text`, 0xFF for what was lost; none if it cannot be."""
    if encoding == "cp1252":
        codes = [_WESTERN_BYTES.get(char, -1) for char in text]
        return bytes(codes) if -1 not in codes else b""
    try:
        # Code page 936 has the euro sign for a byte that GB 18030 does not read.
        pieces = [piece.encode(encoding) for piece in re.split(f"[{LOST}€]", text)]
    except UnicodeEncodeError:
        return b""
    between = [b"\xff" if char == LOST else b"\x80" for char in re.findall(f"[{LOST}€]", text)]
    return b"".join(left + right for left, right in zip(pieces, [*between, b""], strict=True))


_MIDDLE = re.compile(rb"(?<=[\xe2-\xef])[\xff?](?=[\x80-\xbf\xff?])")
_LAST = re.compile(rb"(?<=[\xe2-\xef][\x80-\xbf])[\xff?](?=[\xe2-\xef])")
_HOLE = re.compile(rb"[\xe2-\xef](?:[\xff?][\x80-\xbf\xff?]|[\x80-\xbf][\xff?]|[\xff?])")
_DATE = re.compile(
    rb"(?P<year>[12][0-9]{3})\xe5\xb9[\xff?](?P<month>[0-9]{1,2})\xe6\x9c[\xff?]"
    rb"(?P<day>[0-9]{1,2})\xe6\x97[\xff?]"
)
_WHOLE_DATE = rb"\g<year>%s\g<month>%s\g<day>%s" % ("年".encode(), "月".encode(), "日".encode())


def _with_lost_bytes(data: bytes, *, certain: bool) -> bytes:
    """Return UTF-8 with one sign for each character that has lost a byte.

    A date is whole without it. Where all other bytes have come through GBK, as its private
    characters tell, only 0x80 is lost within a run, and is put back.
    """
    data = _DATE.sub(_WHOLE_DATE, data)
    if certain:
        data = _LAST.sub(b"\x80", _MIDDLE.sub(b"\x80", data))
    return _HOLE.sub(b"\xff", data)
