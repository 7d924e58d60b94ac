"""The charset of a web page: what the bytes prove first, and then what is declared."""

import codecs
import re

from store.press.text.decode import Decoded, decode

_DECLARED_WITHIN = 4096
"""Bytes at the beginning in which a page may declare its charset."""
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_READ_AS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "hz": "hz",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "big5hkscs",
    "euc_jp": "euc_jp",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""Charsets that are believed when they are declared, and the larger ones that they stand for.

Those of the west are not: they read any bytes, and servers declare them for everything.
"""


def decode_page(data: bytes, declared: str = "") -> Decoded | None:
    """Return the text of a page; `declared` is what its header says. None when it is no text.

    UTF-8 where the bytes are that; else what is declared, the header first and then each
    declaration in the page, as an archive may have put its own before it; else a guess.
    """
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE))
    if marked or 0 in data[:_DECLARED_WITHIN]:
        return decode(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 1.0, 0)
    except UnicodeDecodeError:
        pass
    found = [name.decode("ascii", "replace") for name in _CHARSET.findall(data[:_DECLARED_WITHIN])]
    for name in (declared, *found):
        if (charset := _known(name)) and (text := _strictly(data, charset)) is not None:
            return Decoded(text, charset, 0.95, 0)
    return decode(data)


def _known(name: str) -> str:
    try:
        return _READ_AS.get(codecs.lookup(name).name, "") if name else ""
    except LookupError:
        return ""


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None
