"""From bytes to text: the encoding is the one that makes the bytes read like a newspaper.

Declared names do not count: GB2312 in the wild is GB18030, and dumps declare nothing.
"""

import codecs
from collections import Counter

from msgspec import Struct

from store.press.text.likeness import COMMON, likeness

_ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 32768
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes({*range(1, 32), 127} - set(b"\t\n\v\f\r\x1b"))


class Decoded(Struct, frozen=True):
    """Text as it came, its encoding, how sure that is (0 to 1), and characters beyond repair.

    `other` is how many lines were in another encoding than the rest, `redecoded` how many had been
    decoded wrongly and saved so.
    """

    text: str
    encoding: str
    sure: float
    broken: int
    other: int = 0
    redecoded: int = 0


def decode(data: bytes) -> Decoded | None:
    """Return `data` as text in the encoding that it is most likely in; None when it is no text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _marked(data, bom, encoding)
    sample = data[:_SAMPLE]
    if 0 in sample:
        if wide := _wide(data):
            return wide
        if _controls(sample) * 50 > len(sample):
            return None
    return _utf8(data) or _mixed(data) or _best(data)


def _controls(sample: bytes) -> int:
    """Return how many bytes of `sample` no text has; stray NULs are not counted."""
    return len(sample) - len(sample.translate(None, _CONTROLS))


def _marked(data: bytes, bom: bytes, encoding: str) -> Decoded:
    """Read what a mark says; UTF-8 may have lines of another encoding for all that."""
    found = _as(data, encoding, 1.0)
    if found.broken and encoding == "utf-8-sig":
        return _mixed(data.removeprefix(bom)) or found
    return found


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 1.0, 0)
    except UnicodeDecodeError:
        return None


def _mixed(data: bytes) -> Decoded | None:
    """Read lines of UTF-8 among lines of another encoding; None when there are none of either.

    Three bytes and more that are UTF-8 by chance hardly stand in a line of another encoding.
    """
    lines = data.split(b"\n")
    texts = [_utf8_line(line) for line in lines]
    others = [line for line, text in zip(lines, texts, strict=True) if text is None]
    if not others or not any(map(_chinese, filter(None, texts))):
        return None
    encoding = _of_lines(b"\n".join(others))
    whole = [
        line.decode(encoding, "replace") if text is None else text
        for line, text in zip(lines, texts, strict=True)
    ]
    broken = sum(text.count("\ufffd") for text in whole)
    in_utf8 = sum(text is not None and not text.isascii() for text in texts)
    main = encoding if len(others) > in_utf8 else "utf-8"
    return Decoded("\n".join(whole), main, 0.9, broken, min(len(others), in_utf8))


def _of_lines(data: bytes) -> str:
    """Return the encoding of a few lines that are not UTF-8: the nearest of those that read them.

    All but rare simplified characters are in GB 2312, half of Big5's bytes never.
    """
    for encoding in ("gb2312", "big5hkscs", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "big5hkscs" or _plain(text) > _plain(data.decode("gb18030", "replace")):
            return "gb18030" if encoding == "gb2312" else encoding
    return "gb18030"


def _plain(text: str) -> tuple[float, float]:
    """Return the share of Chinese characters among those that are not ASCII, and how common."""
    wide = [char for char in text if char > "\x7f"]
    return sum("\u4e00" <= char < "\ua000" for char in wide) / max(1, len(wide)), likeness(text)


def _utf8_line(line: bytes) -> str | None:
    """Return `line` read as UTF-8 if it is that, perhaps with a byte that was lost."""
    text = line.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if not broken and (text.isascii() or _chinese(text)):
        return text
    wide = sum(char > "\x7f" for char in text)
    return text if broken * 5 < wide else None


def _chinese(text: str) -> bool:
    return any(char > "\u2e7f" and char != "\ufffd" for char in text)


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 without its mark, in whichever order of bytes makes more of it readable."""
    tried = [_as(data, encoding, 0.9) for encoding in ("utf-16-le", "utf-16-be")]
    found = max(tried, key=_readable)
    return found if _readable(found) > 0.12 else None


def _readable(found: Decoded) -> float:
    seen = Counter(found.text[:_SAMPLE])
    common = sum(n for char, n in seen.items() if char in COMMON or " " <= char <= "~")
    return common / seen.total() if not seen["\0"] else 0.0


def _best(data: bytes) -> Decoded | None:
    """Choose among the encodings of Chinese by what they make of the bytes, else guess."""
    sample = data[:_SAMPLE]
    tried = sorted(
        ((_likeness(sample, encoding), encoding) for encoding in _ENCODINGS),
        reverse=True,
    )
    (best, encoding), (second, _) = tried[:2]
    if best > 0.08:
        return _as(data, encoding, min(1.0, 0.5 + best - max(second, 0.0)))
    if sum(byte < 128 for byte in sample) > len(sample) * 0.85:  # western text, curly quotes
        return _as(data, "cp1252", 0.6)
    from charset_normalizer import from_bytes  # 40 ms to import, seldom needed

    guess = from_bytes(sample).best()
    if guess is None:
        return None
    found = _as(data, guess.encoding, 0.4)
    return found if found.broken * 20 <= len(found.text) else None


def _likeness(sample: bytes, encoding: str) -> float:
    """Return the share of the commonest characters, less ten times that of broken ones."""
    text = sample.decode(encoding, "replace")
    seen = Counter(text)
    wide = sum(count for char, count in seen.items() if char > "\x7f")
    if not wide:
        return 0.0
    common = sum(count for char, count in seen.items() if char in COMMON)
    broken = seen["\ufffd"] - 1  # the sample may end inside a character
    return (common - 10 * max(broken, 0)) / wide


def _as(data: bytes, encoding: str, sure: float) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    return Decoded(text, encoding.removesuffix("-sig"), sure, broken)
