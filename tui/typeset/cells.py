"""How wide text is on a terminal, in cells.

Widths are those of ``rich.cells``, by which Textual lays out the screen, so that what is set and
what is drawn agree: a Chinese character or full-width mark is 2 cells, “ ” ‘ ’ — … · are 1, or 2
where the terminal draws them so (`tui.typeset.ambiguous`).
"""

from rich.cells import cell_len, get_character_cell_size, split_graphemes

from store.patterns import pattern

BLANKS = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space that is drawn, as the inside of a character class."""

_BREAKS = pattern("[\t-\r\x85\u2028\u2029]")
_HIDDEN = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e00ff"
)
_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
_SUSPECT = pattern(f"[{_HIDDEN}\u200d]")
_UNSEEN = pattern(f"[{_HIDDEN}]|(?<![\ufe0f{_PICTURES}])\u200d|\u200d(?![{_PICTURES}])")
_IN_CLUSTERS = pattern("[\u200d\ufe0f]")


class _Widths(dict[str, int]):
    """The width of each character, looked up when first met."""

    def __missing__(self, character: str) -> int:
        self[character] = cells = get_character_cell_size(character)
        return cells


_WIDTHS = _Widths()


def character_width(character: str) -> int:
    """Return the width of one character in cells."""
    return _WIDTHS[character]


def forget_widths() -> None:
    """Look every character up again: terminals differ."""
    _WIDTHS.clear()


def width(text: str) -> int:
    """Return the width of `text` in cells."""
    return len(text) if text.isascii() else cell_len(text)


def fit(text: str, cells: int) -> str:
    """Return `text` cut or padded to exactly `cells`; no wide character or cluster is halved."""
    size = width(text)
    if size <= cells:
        return text + " " * (cells - size)
    kept, used = 0, 0
    for size in advances(text):
        if used + size > cells:
            break
        kept, used = kept + 1, used + size
    return text[:kept] + " " * (cells - used)


def sign(preferred: str, plain: str) -> str:
    """Return a sign to be drawn in one cell: the preferred one, if that is so wide here."""
    return preferred if width(preferred) == 1 else plain


def visible(text: str) -> str:
    """Return `text` with U+FFFD for whatever would act on a terminal or be invisible.

    These are controls, bidi marks, zero-width blanks, joiners (except in emoji) and lone
    surrogates; a tab or line break becomes one blank. One character becomes one character, so that
    offsets hold.
    """
    if _SUSPECT.search(text) is None:
        return text
    return _UNSEEN.sub("\ufffd", _BREAKS.sub(" ", text))


def advances(text: str) -> list[int]:
    """Return how many cells each character of `text` adds.

    The first character of a cluster (combining marks, emoji sequences) counts for all of it, the
    others for 0.
    """
    if _IN_CLUSTERS.search(text) is None:
        return list(map(_WIDTHS.__getitem__, text))
    cells = [0] * len(text)
    for start, _end, size in split_graphemes(text)[0]:
        cells[start] = size
    return cells
