"""A line of the issue list."""

from typing import Literal

from msgspec import Struct

from tui.typeset import fit, on_one_line, width

RowKind = Literal["shelf", "filter", "paper", "issue", "page", "article", "entry"]

UNCOUNTED = -1
"""Stands for a number that has not been counted."""


class OutlineRow(Struct, frozen=True):
    """One line of the list.

    `id` is an address: a paper's name, an issue's id, ``ISSUE/PAGE`` or an article's id, or
    ``filter:NAME``; an ``entry`` is one of the contents box of an issue without articles, at
    ``ISSUE/contents.NUMBER``. `unread` counts articles beneath it (within the filter); it is
    `UNCOUNTED` where that takes too long. `stub` says that an article is here in part.
    """

    kind: RowKind
    id: str
    depth: int
    label: str
    unread: int
    unfolded: bool = False
    starred: bool = False
    doubtful: bool = False
    stub: bool = False


def row_text(row: OutlineRow, cells: int) -> tuple[str, str]:
    """Return a row in so many cells (fold mark, label, unread count) and its style's name."""
    doubt = "?" if row.doubtful else "+" if row.stub else " "
    if row.kind in ("article", "entry"):
        mark, count, style = "*" if row.starred else " ", "", "unread" if row.unread else ""
    else:
        mark = "/" if row.kind == "filter" else "▾" if row.unfolded else "▸"
        count, style = f" {row.unread}" if row.unread > 0 else "", "head"
    start = " " * min(row.depth, 2) + mark + doubt
    return fit(start + on_one_line(row.label), max(0, cells - width(count))) + count, style


class Folds(Struct, frozen=True):
    """How the nodes of an outline are folded."""

    unfolded: frozenset[str]
    folded_in_filter: frozenset[str]
