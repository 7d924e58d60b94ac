"""A picture in its place on the screen, and beneath it what is told of it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from tui.language import N_
from tui.panes.lines import Lines
from tui.pictures import blocks, kitty
from tui.pictures.drawing import Drawn
from tui.pictures.ways import Way
from tui.terminal.clipboard import for_tmux
from tui.terminal.environment import colours
from tui.terminal.graphic import Graphic
from tui.typeset import break_text, fit

MEASURE = 76
"""The widest that what is told is set, in cells."""

SHARE = 3
"""What is told takes one of so many rows at most, and four in any case."""


class Illustration(Lines):
    """One picture with its caption."""

    HELP = N_("The pictures of an article, one at a time, as well as the terminal can show them.")
    DEFAULT_CSS: ClassVar[str] = "Illustration { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__(id="illustration")
        self._told: Sequence[tuple[str, str]] = ()
        self._rows: list[Strip] = []
        self._drawn_for = Size()
        self._graphic: tuple[Size, int, str, str] | None = None

    def tell(self, told: Sequence[tuple[str, str]]) -> None:
        """Show these texts, each in a style by its name, and no picture."""
        self._told, self._rows, self._graphic = told, [], None
        self.refresh()

    def room(self) -> tuple[int, int]:
        """Return the columns and rows that there are for a picture above what is told."""
        return self.size.width, max(0, self.size.height - len(self._lines()) - 1)

    def draw(self, drawn: Drawn, way: Way, number: int) -> None:
        """Show a picture, which the terminal knows by this number, above what is told."""
        left = (self.size.width - drawn.columns) // 2
        indent = Segment(" " * left, self.rich_style)
        self._graphic = None
        rows: list[list[Segment]] = [[] for _ in range(drawn.rows)]
        if way.encoding == "blocks":
            rows = list(_blocks(drawn, halves=way.halves))
        elif way.encoding == "kitty" and way.within:
            style = Style(color=_colour_of(number))
            rows = [[Segment(row, style)] for row in kitty.characters(drawn.columns, drawn.rows)]
        if way.encoding in ("kitty", "sixel"):
            self._graphic = self.size, left, *_sequences(drawn, way, number)
        self._rows, self._drawn_for = [Strip([indent, *row]) for row in rows], self.size
        self.refresh()

    def graphic(self) -> Graphic | None:
        """Return what stands over the cells, where the picture is none of them.

        At another size it has to be drawn anew first.
        """
        if self._graphic is None or self._graphic[0] != self.size:
            return None
        _, left, shown, removed = self._graphic
        return Graphic(self.region.x + left, self.region.y, shown, removed)

    def line_count(self) -> int:
        """Return how many lines there are: as many as there is room for."""
        return self.size.height

    def line(self, number: int, cells: int) -> Strip:
        """Return a line: of the picture, or of what is told, which stands lowest."""
        if number < len(self._rows) and self.size == self._drawn_for:
            return self._rows[number].adjust_cell_length(cells, self.rich_style)
        lines = self._lines()
        told = number - (self.size.height - len(lines))
        text, name = lines[told] if told >= 0 else ("", "plain")
        left = max(0, (cells - MEASURE) // 2)
        style = self.rich_style + self.named_style(name)
        return Strip([Segment(fit(" " * left + text, cells), style)], cells)

    def _lines(self) -> list[tuple[str, str]]:
        """Return the lines of what is told, with the names of their styles."""
        measure = max(2, min(MEASURE, self.size.width - 1))
        lines = [(line, name) for text, name in self._told for line in break_text(text, measure)]
        return lines[: max(4, self.size.height // SHARE)]


def _colour_of(number: int) -> Color:
    """Return the colour that says which picture characters place: one of 24 bits, or of 256."""
    return Color.from_rgb(0, 0, number) if colours() == "truecolor" else Color.from_ansi(number)


def _blocks(drawn: Drawn, *, halves: bool) -> Iterator[list[Segment]]:
    """Yield the rows of a picture in blocks, neighbours of one style as one."""
    inks = [_colour(number, drawn.palette) for number in range(256)]
    for row in blocks.pairs(drawn.data, drawn.across, halves=halves):
        segments: list[Segment] = []
        for above, below in row:
            text, ink = (" ", None) if above == below else (blocks.HALF, inks[above])
            segments.append(Segment(text, Style(color=ink, bgcolor=inks[below])))
        yield list(Segment.simplify(segments))


def _colour(number: int, palette: bytes) -> Color | None:
    if not palette:
        return Color.from_ansi(number)
    parts = palette[3 * number : 3 * number + 3]
    return Color.from_rgb(*parts) if len(parts) == 3 else None


def _sequences(drawn: Drawn, way: Way, number: int) -> tuple[str, str]:
    """Return what shows a picture on the terminal, the cursor staying, and what removes it."""
    if way.encoding == "sixel":
        return f"\x1b7\x1bP0;1q{drawn.data.decode('ascii')}\x1b\\\x1b8", ""
    shown = kitty.shown(drawn.data, number, drawn.columns, drawn.rows, by_characters=way.within)
    removed = kitty.removed(number)
    if way.within:
        return "".join(map(for_tmux, shown)), for_tmux(removed)
    return "".join(shown), removed
