"""Styles by the names of what they are for, in the colours of the theme chosen.

A theme names its colours by their use: ``ground`` and ``ink`` (the paper and its letters),
``faint`` (what is secondary), ``head`` (papers, pages, columns), ``author`` (bylines), ``hit``
(what a filter found) and ``wrong`` (what is missing or left out); ``faint-style`` is how letters
are set that may be fainter still. Style sheets use them with a ``$`` before the name.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from rich.style import Style

from store.errors import DubaoError
from store.patterns import pattern
from tui.language import _

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
    "rule": "$faint-style $faint",
    "hit": "reverse $hit",
    "here": "reverse bold underline $hit",
}
"""Attributes and colours by the name of what they are for; what is not here is plain."""


LEAST_CONTRAST = 4.5
"""Contrast (WCAG) of what is read with its ground at least."""

_OWN: dict[str, str] = {}
"""The reader's own colours, by their use, over those of any theme."""


def take_colours(colours: Mapping[str, str]) -> None:
    """Take the reader's own colours from now on: ``#rrggbb``, or the name of one of sixteen.

    Raises DubaoError for a use or a colour that there is not.
    """
    for use, colour in colours.items():
        if use not in ANSI:
            names = ", ".join(ANSI)
            raise DubaoError(
                _("There is no colour for {use}; there are {names}.").format(use=use, names=names)
            )
        if not (colour in _STYLES if use == "faint-style" else _COLOUR.fullmatch(colour)):
            raise DubaoError(_("{use}: {colour} is no colour.").format(use=use, colour=colour))
    _OWN.clear()
    _OWN.update({use: _named(colour) for use, colour in colours.items()})
    style.cache_clear()


def palette_of(theme: str) -> Palette:
    """Return the colours of this theme, or of the default one, with the reader's own."""
    return {**PALETTES[theme_named(theme)], **_OWN}


def hard_to_read(theme: str) -> Iterator[str]:
    """Yield a sentence for each of the reader's colours that is too like the ground.

    What the terminal makes of its own colours is not known.
    """
    palette = palette_of(theme)
    ground = palette["ground"]
    for use, colour in palette.items():
        if use == "ground" or not (use in _OWN or "ground" in _OWN):
            continue
        if colour.startswith("#") and ground.startswith("#"):
            found = contrast(colour, ground)
            if found < LEAST_CONTRAST:
                news = _("{use} is hard to read on its ground: {n}:1, {least}:1 is the least.")
                yield news.format(use=use, n=f"{found:.1f}", least=LEAST_CONTRAST)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, ``#rrggbb``, as WCAG 2 counts it: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


_STYLES = ("none", "dim", "italic")
_COLOUR = pattern(
    "#[0-9a-fA-F]{6}|(ansi_)?(default|(bright_)?(black|red|green|yellow|blue|magenta|cyan|white))"
)


def _named(colour: str) -> str:
    """Return a colour as style sheets name it."""
    own = colour in _STYLES or colour.startswith(("#", "ansi_"))
    return colour if own else f"ansi_{colour}"


def theme_named(name: str) -> str:
    """Return the theme of this name, or the default."""
    return name if name in PALETTES else next(iter(PALETTES))


@lru_cache(256)
def style(name: str, theme: str) -> Style:
    """Return the style of this name in a theme; the null style where there is none."""
    palette = palette_of(theme)
    words = []
    for word in STYLES.get(name, "").split():
        colour = palette[word[1:]] if word.startswith("$") else word
        words.append(colour.removeprefix("ansi_"))
    return Style.parse(" ".join(word for word in words if word != "none"))
