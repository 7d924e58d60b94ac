"""The text of a mail's part: in the right charset, its flowing lines whole, forwards unwrapped."""

import re

from store.press.markup.charset import decode_page
from store.press.mime import Part
from store.press.text.join_text import join_text

_FIELDS = (
    "[发寄]件人|发送时间|[发送寄件]{0,2}日期|收件人|抄送|主[题旨]|From|Sent|To|Cc|Subject|Date"
)
_FORWARDED = re.compile(
    r"^(?:[> ]*-{2,}[^\n]{0,60}-{2,}[ \t]*\n)?"
    rf"(?:[> *]*(?:{_FIELDS})\*?[ \t]*[:：][^\n]*\n(?:[> ]*\n)?){{3,9}}",
    re.MULTILINE,
)
"""What mail programs put over a mail that is sent on."""
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_MOSTLY = 0.8
_SIGNATURE = "-- "
_SIGNED = re.compile(r"\n-- ?\n(?:.{0,120}\n?){1,12}\Z")
"""A signature (RFC 3676), which is no paper's."""


def text_of(part: Part) -> str:
    """Return the text of a part, whether it is markup or not; ``""`` for what is no text."""
    decoded = decode_page(part.data, part.charset)
    return decoded.text if decoded else ""


def plain_text(part: Part) -> str:
    """Return the text of a part that is no markup, as whoever wrote it would read it."""
    text = text_of(part).replace("\r\n", "\n")
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) > _MOSTLY * sum(map(bool, lines)):
        text = _QUOTED.sub("", text)
    if part.flowed:
        text = _flowing(text)
    return _FORWARDED.sub("\n", _SIGNED.sub("\n", text))


def _flowing(text: str) -> str:
    """Return `text` with the lines put together that go on (RFC 3676)."""
    whole: list[list[str]] = [[]]
    for line in text.split("\n"):
        whole[-1].append(line.rstrip(" "))
        if not line.endswith(" ") or line == _SIGNATURE:
            whole.append([])
    return "\n".join(join_text(lines) for lines in whole)
