"""The colour themes: two of the terminal's own sixteen colours, and two of true colour.

The panes' style sheets name what a colour is for: ``$ground`` and ``$ink`` (the paper and its
letters), ``$faint`` (what stands by), ``$head`` (papers, pages, columns), ``$author`` (bylines),
``$hit`` (what a filter found) and ``$wrong`` (what is missing or left out).
"""

from collections.abc import Mapping

from textual.theme import Theme

ANSI: Mapping[str, str] = {
    "ground": "ansi_default",
    "ink": "ansi_default",
    "faint": "ansi_bright_black",
    "head": "ansi_cyan",
    "author": "ansi_green",
    "hit": "ansi_yellow",
    "wrong": "ansi_red",
}
"""The terminal's own colours: fewer bytes, and the reader's choice."""


def _theme(name: str, *, dark: bool, **colours: str) -> Theme:
    return Theme(
        name=name,
        primary=colours["head"],
        background=colours["ground"],
        foreground=colours["ink"],
        dark=dark,
        variables=colours,
    )


# Contrast with the ground (WCAG): letters 11:1 and more, all else that is read 4.5:1 and more.
NIGHT = _theme(
    "night", dark=True, ground="#16181d", ink="#d9d4c7", faint="#8f8b82",
    head="#7fb4ca", author="#98bb6c", hit="#e6c384", wrong="#e88388",
)  # fmt: skip
PAPER = _theme(
    "paper", dark=False, ground="#f6f1e3", ink="#2b2722", faint="#6f685c",
    head="#1f5f7a", author="#41661f", hit="#7d5300", wrong="#a3262a",
)  # fmt: skip

THEMES = ("ansi-dark", "ansi-light", NIGHT.name, PAPER.name)
"""The names that the configuration and the command ``theme`` take."""
