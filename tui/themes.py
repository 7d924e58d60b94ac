"""The colour themes, as Textual knows themes."""

from textual.theme import Theme

from tui.styles import palette_of


def _theme(name: str, *, dark: bool) -> Theme:
    colours = palette_of(name)
    return Theme(
        name=name,
        primary=colours["head"],
        background=colours["ground"],
        foreground=colours["ink"],
        dark=dark,
        variables=dict(colours),
    )


def themes() -> tuple[Theme, ...]:
    """Return the themes in true colour, with the reader's own; the others are Textual's own."""
    return _theme("night", dark=True), _theme("paper", dark=False)
