"""A writer of small PDFs, and a setter of invented papers in them, for tests."""

import re
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.press.pdf.substitute import font_file

WIDTH, HEIGHT = 800.0, 1100.0
_WIDE = "\u0250"
_NO_START = "，。、；：？！”’）》」』】"


@dataclass
class Sheet:
    """A page: what is drawn on it, in points from its upper left corner."""

    width: float = WIDTH
    height: float = HEIGHT
    drawn: list[str] = field(default_factory=list)
    turn: int = 0

    def text(self, x: float, y: float, size: float, text: str, font: str = "song") -> None:
        """Write `text`, with its baseline at `y`."""
        self._show(f"1 0 0 1 {x:.2f} {self.height - y:.2f}", size, text, font)

    def down(self, x: float, y: float, size: float, text: str) -> None:
        """Write `text` downward from `y`, the middle of its letters at `x`."""
        self._show(f"1 0 0 1 {x:.2f} {self.height - y:.2f}", size, text, "vertical")

    def turned(self, x: float, y: float, size: float, text: str) -> None:
        """Write `text` upward, turned to the left by a quarter."""
        self._show(f"0 1 -1 0 {x:.2f} {self.height - y:.2f}", size, text, "song")

    def _show(self, matrix: str, size: float, text: str, font: str) -> None:
        codes = text.encode("utf-16-be").hex()
        self.drawn.append(f"BT /{font} {size} Tf {matrix} Tm <{codes}> Tj ET")

    def rule(self, x: float, y: float, length: float) -> None:
        """Draw a thin line across."""
        self.drawn.append(f"{x} {self.height - y} {length} 0.5 re f")

    def frame(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a frame, whose upper left corner is at `x` and `y`."""
        self.drawn.append(f"{x} {self.height - y - height} {width} {height} re S")

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture, whose upper left corner is at `x` and `y`."""
        place = f"{width} 0 0 {height} {x} {self.height - y - height}"
        self.drawn.append(f"q {place} cm /grey Do Q")


def embedded(sheets: Sequence[Sheet]) -> bytes:
    """Return the PDF of these pages as programs write it: with its fonts, and what letters are.

    Its codes are numbers of glyphs, each of which is drawn in eight strokes.
    """
    letters = sorted({char for sheet in sheets for char in _letters(sheet)})
    glyphs = {char: number for number, char in enumerate(letters, 1)}

    def numbered(match: re.Match[str]) -> str:
        return "<" + "".join(f"{glyphs[char]:04x}" for char in _decoded(match[1])) + "> Tj"

    renumbered = [
        Sheet(
            sheet.width,
            sheet.height,
            [_TEXT.sub(numbered, one) for one in sheet.drawn],
            sheet.turn,
        )
        for sheet in sheets
    ]
    names = "\n".join(
        f"<{number:04x}> <{char.encode('utf-16-be').hex()}>" for char, number in glyphs.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(glyphs)} beginbfchar\n{names}\nendbfchar endcmap end end"
    )
    widths = " ".join("500" if char < _WIDE else "1000" for char in letters)
    return pdf(renumbered, own=(_strokes(len(letters)), cmap, widths))


def letter_by_letter(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages with each letter drawn on its own, as browsers do that print them."""
    apart = []
    for sheet in sheets:
        drawn: list[str] = []
        for one in sheet.drawn:
            words = one.split()
            if words[0] != "BT":
                drawn.append(one)
                continue
            x, size = float(words[8]), float(words[2])
            for char in _decoded(words[11][1:-1]):
                words[8], words[11] = f"{x:.2f}", f"<{char.encode('utf-16-be').hex()}>"
                drawn.append(" ".join(words))
                x += size / 2 if char < _WIDE else size
        apart.append(Sheet(sheet.width, sheet.height, drawn, sheet.turn))
    return apart


_TEXT = re.compile("<([0-9a-f]*)> Tj")


def _decoded(codes: str) -> str:
    return bytes.fromhex(codes).decode("utf-16-be")


def _letters(sheet: Sheet) -> str:
    return "".join(_decoded(codes) for one in sheet.drawn for codes in _TEXT.findall(one))


def _strokes(count: int) -> bytes:
    """Return a TrueType font of so many glyphs, and one for no letter."""
    glyphs, places = b"", [0]
    for number in range(count + 1):
        glyph = struct.pack(">hhhhh", 8, 0, -100, 460, 850)
        glyph += b"".join(struct.pack(">H", 4 * stroke + 3) for stroke in range(8))
        glyph += struct.pack(">H", 0) + bytes([1] * 32)
        across, down = b"", b""
        for stroke in range(8):
            across += struct.pack(">hhhh", 50, 40 + number % 20, 0, -40 - number % 20)
            down += struct.pack(">hhhh", 60 if stroke else -100, 0, 30 + number % 30, 0)
        glyph += across + down
        glyphs += glyph + bytes(-len(glyph) % 4)
        places.append(len(glyphs))
    head = struct.pack(">LLLLHHQQ", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0)
    head += struct.pack(">hhhhHHhhh", 0, -100, 950, 850, 0, 8, 2, 1, 0)
    most = struct.pack(">LHHHHHHHHHHHHHH", 0x10000, count + 1, 32, 8, 0, 0, 2, *[0] * 8)
    return font_file(
        {
            b"glyf": glyphs,
            b"head": head,
            b"hhea": struct.pack(
                ">LhhhHhhhhhh8xhH", 0x10000, 880, -120, 0, 1000, 0, 0, 950, 1, 0, 0, 0, 1
            ),
            b"hmtx": struct.pack(">Hh", 1000, 0) + bytes(2 * count),
            b"loca": struct.pack(f">{len(places)}L", *places),
            b"maxp": most,
        }
    )


_FONTS = {"song": "STSong-Light", "hei": "SimHei", "vertical": "STSong-Light"}


def pdf(
    sheets: Sequence[Sheet], *, extra: str = "", own: tuple[bytes, str, str] | None = None
) -> bytes:
    """Return the PDF of these pages; `extra` stands in its trailer.

    Its fonts are its `own`: a file, the names of its letters and their widths; or none.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    one = _add_own(objects, *own) if own else 0
    fonts = " ".join(f"/{name} {one or _add_font(objects, name)} 0 R" for name in _FONTS)
    grey = _add(
        objects,
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray /Length 1 >>\nstream\n7\nendstream",
    )
    kids = []
    for sheet in sheets:
        content = _add(objects, _stream("\n".join(sheet.drawn).encode()))
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] "
            f"/Rotate {sheet.turn} /Contents {content} 0 R /Resources << /Font << {fonts} >> "
            f"/XObject << /grey {grey} 0 R >> >> >>"
        )
        kids.append(_add(objects, page))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>"
    return written(objects, extra=extra)


def _add(objects: list[str], one: str) -> int:
    objects.append(one)
    return len(objects)


def _stream(data: bytes) -> str:
    packed = zlib.compress(data).decode("latin-1")
    return f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n{packed}\nendstream"


def _add_font(objects: list[str], name: str) -> int:
    """Add a font that is not brought along: ideographs as wide as high, Latin letters half."""
    base = _FONTS[name]
    way = "V" if name == "vertical" else "H"
    described = _add(
        objects,
        f"<< /Type /FontDescriptor /FontName /{base} /Flags 6 /FontBBox [-25 -254 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 /CapHeight 880 >>",
    )
    inner = _add(
        objects,
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{base} /DW 1000 /W [1 95 500] "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> "
        f"/FontDescriptor {described} 0 R >>",
    )
    return _add(
        objects,
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{base} /Encoding /UniGB-UCS2-{way} "
        f"/DescendantFonts [{inner} 0 R] >>",
    )


def _add_own(objects: list[str], font: bytes, names: str, widths: str) -> int:
    """Add a font that is brought along, and what its letters are called."""
    file, named = _add(objects, _stream(font)), _add(objects, _stream(names.encode()))
    described = _add(
        objects,
        "<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 -100 950 850] "
        f"/ItalicAngle 0 /Ascent 880 /Descent -120 /StemV 93 /FontFile2 {file} 0 R >>",
    )
    inner = _add(
        objects,
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDToGIDMap /Identity "
        f"/DW 1000 /W [1 [{widths}]] /FontDescriptor {described} 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    )
    return _add(
        objects,
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H "
        f"/DescendantFonts [{inner} 0 R] /ToUnicode {named} 0 R >>",
    )


def written(objects: Iterable[str], *, extra: str = "") -> bytes:
    """Return the file that holds these `objects`, of which the first is the catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(places) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<< /Size {count} /Root 1 0 R {extra} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def wrapped(paragraphs: Iterable[str], letters: int, *, narrow: float = 0.5) -> list[str]:
    """Return `paragraphs` in lines of so many letters, a mark that may begin no line hung behind.

    Latin letters and digits are as wide as `narrow` says.
    """
    indent = "\u3000\u3000"
    lines = []
    for paragraph in paragraphs:
        line, width = indent, float(len(indent))
        for char in paragraph:
            wide = narrow if char < _WIDE else 1.0
            if width + wide > letters and char not in _NO_START:
                lines.append(line)
                line, width = "", 0.0
            line += char
            width += wide
        lines.append(line)
    return lines


@dataclass(frozen=True)
class Column:
    """A column: its upper left corner, and how many lines and letters it has."""

    x: float
    y: float
    lines: int
    letters: int = 14
    size: float = 10.0
    pitch: float = 16.0


def columns(x: float, y: float, count: int, lines: int, gutter: float = 15.0) -> list[Column]:
    """Return so many columns beside each other."""
    return [Column(x + at * (140.0 + gutter), y, lines) for at in range(count)]


def fill(sheet: Sheet, lines: Sequence[str], places: Iterable[Column]) -> None:
    """Set `lines` into columns, one after another; raises ValueError when there is no room."""
    left = list(lines)
    for place in places:
        for at, line in enumerate(left[: place.lines]):
            blank = len(line) - len(line.lstrip("\u3000"))
            x = place.x + blank * place.size
            sheet.text(x, place.y + at * place.pitch, place.size, line.lstrip("\u3000"))
        left = left[place.lines :]
    if left:
        raise ValueError(f"{len(left)} lines are left over")
