"""Bar charts in the terminal: a line for each name and count."""

import shutil
from collections.abc import Iterator, Sequence

from tui.typeset import bar, width

WIDEST = 100
"""Cells: a chart is never wider, however wide the terminal."""


def bar_chart(rows: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield a line for each name and count: the name, the count, and a bar of ``#``."""
    names = max((width(name) for name, _ in rows), default=0)
    most = max((count for _, count in rows), default=0)
    digits = len(str(most))
    cells = max(4, min(shutil.get_terminal_size().columns, WIDEST) - names - digits - 4)
    for name, count in rows:
        share = bar(count, most, cells, sign="#")
        yield f"{name}{' ' * (names - width(name))}  {count:>{digits}}  {share}".rstrip()
