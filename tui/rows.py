"""A line of the issue list."""

from typing import Literal

from msgspec import Struct

RowKind = Literal["shelf", "filter", "paper", "issue", "page", "article"]

UNCOUNTED = -1
"""Stands for a number that has not been counted."""


class Row(Struct, frozen=True):
    """One line of the list.

    `id` is an address: a paper's name, an issue's id, ``ISSUE/PAGE`` or an article's id, or
    ``filter:NAME``. `unread` counts articles beneath it (within the filter); it is `UNCOUNTED`
    where that takes too long.
    """

    kind: RowKind
    id: str
    depth: int
    label: str
    unread: int
    unfolded: bool = False
    starred: bool = False
