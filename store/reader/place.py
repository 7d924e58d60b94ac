"""Where a reader left off."""

from msgspec import Struct
from msgspec.structs import force_setattr

from store.bounds import Address, Text

FAR, WIDE, LONG = 10**9, 10**3, 10**4
"""The furthest paragraph or character, the widest list in cells, the longest filter of a place."""


class Place(Struct, frozen=True):
    """Where a reader left off: addresses, a paragraph with a character offset, and the filter.

    ``scrolled``: in one column, not by pages; ``alone``: the article has the whole screen; at most
    ``panes`` are shown, the list has ``list_width`` cells, both 0 where the screen decides;
    ``reading``: in the article, not the list; ``script`` of the texts and the ``setting`` of the
    article, horizontal or vertical, are ``""`` where none is chosen.
    """

    issue: Address = ""
    article: Address = ""
    paragraph: int = 0
    offset: int = 0
    filter: Text = ""
    scrolled: bool = False
    alone: bool = False
    panes: int = 0
    list_width: int = 0
    reading: bool = False
    script: Text = ""
    setting: Text = ""

    def __post_init__(self) -> None:
        """Bring what a file may say into what a screen can show."""
        for name, most in (("paragraph", FAR), ("offset", FAR), ("panes", 3), ("list_width", WIDE)):
            value = getattr(self, name)
            if not 0 <= value <= most:
                force_setattr(self, name, min(max(value, 0), most))
        if len(self.filter) > LONG:
            force_setattr(self, "filter", "")
