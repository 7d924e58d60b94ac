"""The grid: what the terminal shows, what it should show, and the shortest way between the two.

Stock Textual sends a changed widget whole (5 kB for one step of the cursor); the cells tell that
only two rows changed. Only sequences that every terminal and emulator knows are used: CUP, CUF,
CUB, CUD, CUU, CR, LF, EL, ECH, ED, IL, DL, ICH, DCH and SGR; and of a terminal that has left and
right margins, DECSLRM with DECSTBM, SU and SD.
"""

from collections.abc import Iterable

from store.hostile import bare
from tui.terminal.scrolling import Shift, shifted, slid
from tui.terminal.sgr import change, of_space
from tui.typeset.cells import character_width

Cell = tuple[str, str]
"""A character (with what combines with it) and its SGR parameters; ``""`` for the right half of a
wide character."""

BLANK: Cell = (" ", "")

_NOT_SENT = "\t\n\f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
"""What is drawn in no cell: breaks, and colours of skin, to which many terminals give two cells."""

PLACEHOLDER = "\U0010eeee"
"""What stands in each cell of a picture that is placed by characters, in the colour of its number;
the first of each row bears the mark of that row, and those after it count on (see kitty.py)."""

_FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: two of them are a flag."""

SOMEWHERE = -1
"""The cursor's column when it is not known."""


def cells_of(text: str, style: str, width: int) -> list[Cell]:
    """Return `text` as `width` cells: two for a wide character, none for what is hidden.

    `width` is what the layout counted. Where it counts a sequence of emoji differently from its
    characters one by one, the row is filled up or cut so that the columns behind it stay in place.
    """
    blank = (" ", of_space(style))
    cells: list[Cell] = []
    for character in bare(text):
        taken = character_width(character)
        if character == " ":
            cells.append(blank)
        elif taken == 0:
            if character not in _NOT_SENT:
                _combine(cells, character)
        else:
            cells.append((character, style))
            if taken == 2:
                cells.append(("", style))
    return _fitted(cells, width, blank)


def _fitted(cells: list[Cell], width: int, blank: Cell) -> list[Cell]:
    """Return exactly `width` cells: filled up with blanks, or cut without halving a character."""
    if len(cells) > width and cells[width][0] == "":
        return [*cells[: width - 1], blank] if width else []
    return [*cells[:width], *[blank] * (width - len(cells))]


def _combine(cells: list[Cell], mark: str) -> None:
    """Add `mark` to the last character of `cells`, if there is one."""
    at = len(cells) - 1
    while at >= 0 and cells[at][0] == "":
        at -= 1
    if at >= 0:
        text, style = cells[at]
        cells[at] = (text + mark, style)


class Grid:
    """The terminal's cells: as they are, as far as is known, and as they should be."""

    def __init__(self, shown: list[list[Cell]] | None = None) -> None:
        """Start from `shown`, which the terminal shows already, or from no cells at all."""
        self._shown = shown or []
        self._wanted = [list(row) for row in self._shown]
        self._height = len(self._shown)
        self._width = len(self._shown[0]) if shown else 0
        self._dirty: set[int] = set()
        self._known = True
        self._at: tuple[int, int] | None = None
        self._style = ""
        self.margins = False
        """Whether the terminal has left and right margins, so that one pane scrolls alone."""

    @property
    def known(self) -> bool:
        """Whether anything is known of what the terminal shows."""
        return self._known

    def rows(self) -> list[list[Cell]]:
        """Return the cells that are wanted, row by row."""
        return [list(row) for row in self._wanted]

    def resize(self, width: int, height: int) -> None:
        """Change the size; what the terminal shows after that is unknown."""
        if (width, height) != (self._width, self._height):
            self._width, self._height = width, height
            self._wanted = [[BLANK] * width for _ in range(height)]
            self.forget()

    def forget(self) -> None:
        """Assume nothing about what the terminal shows: the next difference paints everything."""
        self._known = False

    def put(self, y: int, x: int, cells: list[Cell]) -> None:
        """Place `cells` in row `y` from column `x` on; what lies outside the grid is cut off."""
        if not (0 <= y < self._height and 0 <= x < self._width):
            return
        row = self._wanted[y]
        cells = _fitted(cells, min(len(cells), self._width - x), BLANK)
        end = x + len(cells)
        for edge in (x, end):  # a wide character that loses one half loses the other
            if x < end and edge < self._width and row[edge][0] == "":
                row[edge - 1] = (" ", row[edge - 1][1])
                row[edge] = (" ", row[edge][1])
        row[x:end] = cells
        self._dirty.add(y)

    def difference(self, *, scrolls: bool = True) -> str:
        """Return what makes the terminal show what is wanted, and count it as sent.

        Unless it `scrolls`, no row is moved, and nothing within one.
        """
        out: list[str] = []
        if not self._known:
            out.append("\x1b[m\x1b[H\x1b[2J")
            self._shown = [[BLANK] * self._width for _ in range(self._height)]
            self._dirty = set(range(self._height))
            self._at, self._known = (0, 0), True
        elif scrolls:
            self._scroll(out)
        for y in sorted(self._dirty):
            if scrolls:
                self._slide(y, out)
            if self._shown[y] != self._wanted[y]:
                self._row(y, out)
                self._shown[y] = list(self._wanted[y])
        self._dirty.clear()
        self._restyle("", out)
        return "".join(out)

    def move(self, y: int, x: int) -> str:
        """Return what moves the terminal's cursor there; ``""`` if it is there already."""
        out: list[str] = []
        self._go(y, x, out)
        return "".join(out)

    def _scroll(self, out: list[str]) -> None:
        """Let the terminal move rows that have only moved: delete them here, insert them there."""
        if len(self._dirty) <= 2:
            return
        shift = shifted(self._shown, self._wanted, margins=self.margins)
        if shift is None:
            return
        if shift.left or shift.right:
            self._scroll_between(shift, out)
            return
        top, bottom, by, *_ = shift
        count = abs(by)
        gone, come = (top, bottom) if by > 0 else (bottom - count, top - count)
        for at, order in ((gone, "M"), (come, "L")):
            if at + count < self._height:  # else they come and go at the screen's end by themselves
                self._go(at, 0, out)
                out.append(f"\x1b[{'' if count == 1 else count}{order}")
        del self._shown[gone : gone + count]
        self._shown[come:come] = [[BLANK] * self._width for _ in range(count)]
        self._dirty = set(range(self._height))

    def _scroll_between(self, shift: Shift, out: list[str]) -> None:
        """Let the terminal move what stands between two columns; what is beside it stays."""
        rows = shift.rows
        count = "" if abs(shift.by) == 1 else abs(shift.by)
        out.append(
            f"\x1b[?69h\x1b[{shift.left + 1};{self._width - shift.right}s"
            f"\x1b[{rows.start + 1};{rows.stop}r\x1b[{count}{'S' if shift.by > 0 else 'T'}"
            "\x1b[?69l\x1b[r"
        )
        self._at = (0, 0)
        self._shown[rows.start : rows.stop] = [shift.row(self._shown, y, BLANK) for y in rows]
        self._dirty = set(range(self._height))

    def _slide(self, y: int, out: list[str]) -> None:
        """Let the terminal move part of row `y`: delete cells at one end, insert them at another.

        What stands beside it moves with the first, and back with the second.
        """
        slide = slid(self._shown[y], self._wanted[y])
        if slide is None:
            return
        count = abs(slide.by)
        self._restyle("", out)
        for at, order in ((slide.gone, "P"), (slide.come, "@")):
            if at + count < self._width:  # else they come and go at the row's end by themselves
                self._go(y, at, out)
                out.append(f"\x1b[{'' if count == 1 else count}{order}")
        self._shown[y] = slide.row(self._shown[y], BLANK)

    def _row(self, y: int, out: list[str]) -> None:
        """Write the changed runs of row `y`."""
        wanted = self._wanted[y]
        for at, end in self._runs(y):
            self._go(y, at, out)
            while at < end:
                text, style = wanted[at]
                # An attribute that a space does not show may stay on for it.
                if style != self._style and not (text == " " and of_space(self._style) == style):
                    self._restyle(style, out)
                blanks = _blank_run(wanted, at) if text == " " and not style else 0
                if at + blanks == self._width and blanks > 3:
                    self._at = (y, at)
                    out.append("\x1b[K")
                    return
                blanks = min(blanks, end - at)
                if blanks > (5 if at + blanks == end else 10):
                    self._at = (y, at)
                    out.append(f"\x1b[{blanks}X")
                    at += blanks
                    if at < end:
                        self._go(y, at, out)
                    continue
                out.append(text)
                at += 2 if at + 1 < self._width and wanted[at + 1][0] == "" else 1
                # At the right edge, and behind such a character, terminals disagree where it is.
                following = wanted[at][0] if at < end else ""
                moved = at < self._width and not _is_of_doubtful_width(text, following)
                self._at = (y, at if moved else SOMEWHERE)
                if not moved and at < end:
                    self._go(y, at, out)

    def _runs(self, y: int) -> Iterable[tuple[int, int]]:
        """Yield the stretches [start, end) of row `y` that have changed, near ones as one.

        A gap of unchanged cells is written again where that takes no more than jumping over it.
        No stretch begins within a wide character, wanted or shown: one that loses a half loses the
        other too, and two different wide characters differ in their first halves.
        """
        shown, wanted = self._shown[y], self._wanted[y]
        changed = [x for x in range(self._width) if shown[x] != wanted[x]]
        start = end = changed[0]
        for x in changed:
            if x > end and not _is_short(wanted[end:x], wanted[end - 1][1]):
                yield start, end
                start = x
            end = x + 1
        yield start, end

    def _restyle(self, style: str, out: list[str]) -> None:
        out.append(change(self._style, style))
        self._style = style

    def _go(self, y: int, x: int, out: list[str]) -> None:
        """Move the cursor to row `y`, column `x` in the fewest bytes.

        Of ways equally short it takes the one that is the same in all rows, which ``ssh -C``
        compresses better.
        """
        if self._at == (y, x):
            return
        ways = []
        if self._at is not None:
            here_y, here_x = self._at
            if here_y == y and here_x != SOMEWHERE:
                ways.append(_step(x - here_x, "C", "D"))
            elif here_x == x:
                ways.append(_step(y - here_y, "B", "A"))
            if 0 <= y - here_y < 3:  # not at the lowest row, where a line feed would scroll
                ways.append("\r" + "\n" * (y - here_y) + (_step(x, "C", "D") if x else ""))
        ways.append(f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H")
        out.append(min(ways, key=len))
        self._at = (y, x)


def _is_of_doubtful_width(text: str, following: str) -> bool:
    """Return whether terminals differ in how wide they draw a cell's `text`: emoji, or a mark.

    A vowel sign of an Indian script takes a cell of its own in tmux, and an emoji two or one. The
    letters of a flag, a cell each, are sent together. A picture's characters are of one.
    """
    return (len(text) > 1 and not text.startswith(PLACEHOLDER)) or (
        "\U0001f000" <= text < "\U00020000" and not {text, following} <= _FLAGS
    )


def _step(by: int, forth: str, back: str) -> str:
    count = "" if abs(by) == 1 else str(abs(by))
    return f"\x1b[{count}{forth if by > 0 else back}"


def _is_short(gap: list[Cell], style: str) -> bool:
    """Return whether writing `gap` again, in `style`, takes no more than jumping over it."""
    jump = 3 if len(gap) == 1 else 4
    return sum(len(text.encode()) for text, _ in gap) <= jump and all(
        own == (of_space(style) if text == " " else style) for text, own in gap
    )


def _blank_run(row: list[Cell], at: int) -> int:
    """Return how many cells from `at` on are blank in the terminal's own colours."""
    end = at
    while end < len(row) and row[end] == BLANK:
        end += 1
    return end - at
