"""The one font that stands in for those which a PDF names and does not bring along.

PDFium passes over text whose letters have no shape, and a system without Chinese fonts has no shape
for them: what is read would hang on what is installed. So PDFium is told of one font only. In it
every letter of Unicode is a box, as wide and high as an ideograph, or half as wide.
"""

import ctypes
import struct
from functools import cache
from typing import TypeAlias

from pypdfium2 import raw

Buffer: TypeAlias = "ctypes._Pointer[ctypes.c_ubyte] | ctypes._Pointer[ctypes.c_char] | None"

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_HANDLE = 1
_NAME = b"Boxes\0"
_GROUPS = ((0x20, 0x52F, 1), (0x530, 0xD7FF, 2), (0xE000, 0x2FFFF, 2))
"""First and last letters, and their glyph: the narrow one for Latin and the like."""


@cache
def substitute_fonts() -> tuple[object, ...]:
    """Give PDFium the font; what is returned has to be kept as long as PDFium runs, and is."""
    font = box_font()
    info = raw.FPDF_SYSFONTINFO()
    types = dict(info._fields_)
    info.version = 1

    def data(_info: object, _font: object, table: int, buffer: Buffer, size: int) -> int:
        return 0 if table else _fill(font, buffer, size)

    does = {
        "Release": lambda _info: None,
        "EnumFonts": lambda _info, _mapper: None,
        "MapFont": lambda *_asked: _HANDLE,
        "GetFont": lambda _info, _name: None,
        "GetFontData": data,
        "GetFaceName": lambda _info, _font, buffer, size: _fill(_NAME, buffer, size),
        "GetFontCharset": lambda _info, _font: 1,
        "DeleteFont": lambda _info, _font: None,
    }
    calls = {name: types[name](do) for name, do in does.items()}
    for name, call in calls.items():
        setattr(info, name, call)
    raw.FPDF_SetSystemFontInfo(ctypes.byref(info))
    return info, calls


def _fill(data: bytes, buffer: Buffer, size: int) -> int:
    """Copy `data` to where PDFium wants it if there is room; return how long it is."""
    if buffer and size >= len(data):
        ctypes.memmove(buffer, data, len(data))
    return len(data)


def box_font() -> bytes:
    """Return the font: TrueType, of a glyph for no letter, a narrow one and a wide one.

    See OpenType 1.9; `cmap` format 13 gives one glyph to many letters.
    """
    narrow, wide = _box(_EM // 2), _box(_EM)
    groups = b"".join(struct.pack(">LLL", *group) for group in _GROUPS)
    letters = struct.pack(">HHLLL", 13, 0, 16 + len(groups), 0, len(_GROUPS)) + groups
    head = struct.pack(">LLLLHHQQ", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, _EM, 0, 0)
    head += struct.pack(">hhhhHHhhh", 0, _DESCENT, _EM, _ASCENT, 0, 8, 2, 1, 0)
    return font_file(
        {
            b"cmap": struct.pack(">HHHHL", 0, 1, 3, 10, 12) + letters,
            b"glyf": wide + narrow + wide,
            b"head": head,
            b"hhea": struct.pack(">LhhhHhhhhhh8xhH", 0x10000, _ASCENT, _DESCENT, 0, _EM,
                                 0, 0, _EM, 1, 0, 0, 0, 3),
            b"hmtx": struct.pack(">HhHhHh", _EM, 0, _EM // 2, 0, _EM, 0),
            b"loca": struct.pack(">LLLL", *(len(wide) * at for at in range(4))),
            b"maxp": struct.pack(">LHHHHHHHHHHHHHH", 0x10000, 3, 4, 1, 0, 0, 2, *[0] * 8),
        }
    )  # fmt: skip


def _box(width: int) -> bytes:
    """Return a glyph: one outline of four points."""
    box = struct.pack(">hhhhh", 1, 0, _DESCENT, width, _ASCENT)
    box += struct.pack(">HH", 3, 0)  # its last point; no instructions
    box += bytes([1, 1, 1, 1])  # all are on the outline
    box += struct.pack(">hhhh", 0, 0, width, 0)  # from point to point, across
    box += struct.pack(">hhhh", _DESCENT, _ASCENT - _DESCENT, 0, _DESCENT - _ASCENT)
    return box + bytes(-len(box) % 4)


def font_file(tables: dict[bytes, bytes]) -> bytes:
    """Return the file of a TrueType font with these `tables`, in the order of their names."""
    at = 12 + 16 * len(tables)
    directory, body = struct.pack(">LHHHH", 0x10000, len(tables), 64, 2, 48), b""
    for name, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        check = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sLLL", name, check, at + len(body), len(table))
        body += padded
    return directory + body
