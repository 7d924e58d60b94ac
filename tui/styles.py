"""Styles by the names of what they are for, in the colours of the theme chosen.

A theme names its colours by their use: ``ground`` and ``ink`` (the paper and its letters),
``faint`` (what is secondary), ``head`` (papers, pages, columns), ``author`` (bylines), ``hit``
(what a filter found) and ``wrong`` (what is missing or left out); ``faint-style`` is how letters
are set that may be fainter still. Style sheets use them with a ``$`` before the name.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style

Palette = Mapping[str, str]

ANSI: Palette = {
    "ground": "ansi_default",
    "ink": "ansi_default",
    "faint": "ansi_default",
    "faint-style": "dim",
    "head": "ansi_cyan",
    "author": "ansi_green",
    "hit": "ansi_yellow",
    "wrong": "ansi_red",
}
"""The terminal's own colours: fewer bytes, and the reader's choice. None of them is sure to differ
from the ground but the default, as in Solarized bright black is the ground itself."""

LIGHT: Palette = {**ANSI, "head": "ansi_blue", "author": "ansi_blue", "hit": "ansi_magenta"}
"""Those of them that stand out on a light ground."""

# Contrast with the ground (WCAG): letters at least 11:1, all else that is read at least 4.5:1.
NIGHT: Palette = {
    "ground": "#16181d", "ink": "#d9d4c7", "faint": "#8f8b82", "faint-style": "none",
    "head": "#7fb4ca", "author": "#98bb6c", "hit": "#e6c384", "wrong": "#e88388",
}  # fmt: skip
PAPER: Palette = {
    "ground": "#f6f1e3", "ink": "#2b2722", "faint": "#6f685c", "faint-style": "none",
    "head": "#1f5f7a", "author": "#41661f", "hit": "#7d5300", "wrong": "#a3262a",
}  # fmt: skip

PALETTES: Mapping[str, Palette] = {
    "ansi-dark": ANSI,
    "ansi-light": LIGHT,
    "night": NIGHT,
    "paper": PAPER,
}
"""By the names that the configuration and the command ``theme`` take; the first is the default."""

STYLES: Mapping[str, str] = {
    "paper": "$ink on $ground",
    "faint": "$faint-style $faint",
    "cursor": "reverse",
    "cursor away": "underline",
    "head": "$head",
    "unread": "bold",
    "group": "bold",
    "kept": "bold $hit",
    "left out": "$wrong",
    "missing": "$wrong",
    "column": "$head",
    "headline": "bold",
    "crosshead": "bold",
    "byline": "$author",
    "lead": "$author",
    "credit": "$author",
    "jump": "underline $head",
    "hit": "reverse $hit",
    "here": "reverse bold underline $hit",
}
"""Attributes and colours by the name of what they are for; what is not here is plain."""


def theme_named(name: str) -> str:
    """Return the theme of this name, or the default."""
    return name if name in PALETTES else next(iter(PALETTES))


@lru_cache(256)
def style(name: str, theme: str) -> Style:
    """Return the style of this name in a theme; the null style where there is none."""
    palette = PALETTES[theme_named(theme)]
    words = []
    for word in STYLES.get(name, "").split():
        colour = palette[word[1:]] if word.startswith("$") else word
        words.append(colour.removeprefix("ansi_"))
    return Style.parse(" ".join(word for word in words if word != "none"))
