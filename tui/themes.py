"""The colour themes, as Textual knows themes."""

from textual.theme import Theme

from tui.styles import NIGHT, PAPER, Palette


def _theme(name: str, colours: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["head"],
        background=colours["ground"],
        foreground=colours["ink"],
        dark=dark,
        variables=dict(colours),
    )


THEMES = (_theme("night", NIGHT, dark=True), _theme("paper", PAPER, dark=False))
"""The themes in true colour; the others are Textual's own."""
