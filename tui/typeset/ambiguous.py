"""Characters of ambiguous width (UAX 11): “ ” ‘ ’ — … · × │ are one cell, or two.

Most terminals draw them in one. Those that stand in an East Asian tradition draw them in two, or
can be told to: mintty, PuTTY, iTerm2, ``xterm -cjk_width``, GNU screen with ``cjkwidth on``.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from rich import cells, segment
from rich._unicode_data import load as load_cell_table

from tui.typeset.cells import forget_widths

LAST = 0x1FFFF
"""No code point beyond this one is ambiguous, but for private use."""

_SINGLE = cells._is_single_cell_widths


def draw_ambiguous(wide: bool) -> None:
    """Count two cells for these characters from now on, or one; call it before any is measured.

    It is Rich, by which Textual measures, too, that is told: by its table of widths, and by what it
    takes for single cells without a look at that.
    """
    load, single = (_load_wide, str.isascii) if wide else (load_cell_table, _SINGLE)
    for module in (cells, segment):
        vars(module).update(load_cell_table=load, _is_single_cell_widths=single)
    cells.get_character_cell_size.cache_clear()
    cells.cached_cell_len.cache_clear()
    segment.Segment._split_cells.cache_clear()
    forget_widths()


@cache
def _load_wide(unicode_version: str = "auto") -> cells.CellTable:
    """Return Rich's table of widths with two cells for what it has as one and is ambiguous."""
    table = load_cell_table(unicode_version)
    unlike_one = {
        code for first, last, _ in table.widths for code in range(first, min(last, LAST) + 1)
    }
    widths = [*table.widths, *((first, last, 2) for first, last in _ambiguous(unlike_one))]
    variable = frozenset(
        each for each in table.narrow_to_wide if unicodedata.east_asian_width(each) != "A"
    )
    return cells.CellTable(table.unicode_version, sorted(widths), variable)


def _ambiguous(without: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of ambiguous code points that are not `without`."""
    first = None
    for code in range(0xA0, LAST + 1):
        if unicodedata.east_asian_width(chr(code)) == "A" and code not in without:
            first = code if first is None else first
        elif first is not None:
            yield first, code - 1
            first = None
