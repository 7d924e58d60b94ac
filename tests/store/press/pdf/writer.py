"""A writer of small PDFs, and a setter of invented papers in them, for tests."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 800.0, 1100.0
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


_FONTS = {"song": "STSong-Light", "hei": "SimHei", "vertical": "STSong-Light"}


def pdf(sheets: Sequence[Sheet], *, extra: str = "") -> bytes:
    """Return the PDF of these pages; `extra` stands in its trailer."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = " ".join(f"/{name} {_add_font(objects, name)} 0 R" for name in _FONTS)
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
            wide = narrow if char < "\u0250" else 1.0
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
