"""The beginning of a story's text in columns, with a picture over the last of them."""

from collections.abc import Sequence

from store.models import Article
from tui.makeup.geometry import Rect
from tui.makeup.heads import at_left, cut_short, ending
from tui.makeup.pieces import Piece, placed
from tui.typeset import Line, Run, set_article, set_text, sign, width

COLUMN, BETWEEN = 27, 3
"""Cells of a column of text at least, and between two of them."""

FRAME = 4, 9
"""Rows of a picture at least and at most."""

WIDTH_TO_HEIGHT = 0.3
"""Rows of a picture for each cell across: a cell is twice as high as it is wide."""

CAPTION_LINES = 2
"""Lines of a caption at most."""

BESIDE_PICTURE = 3
"""Rows of text that a picture in a single column leaves at least."""


def text_columns(width: int) -> tuple[int, int]:
    """Return how many columns a text has in a box, and the measure of each."""
    count = max(1, (width + BETWEEN) // (COLUMN + BETWEEN))
    return count, (width - BETWEEN * (count - 1)) // count


def rows_of(text: Article, pictured: Article, width: int) -> int:
    """Return about how many rows a text takes, with the picture of the story that it is of."""
    columns, measure = text_columns(width)
    body = sum(_rows(paragraph, measure) for paragraph in text.paragraphs)
    return -(-(body + len(picture(pictured, measure, FRAME[1] + 4))) // columns)


def body(text: Article, pictured: Article, box: Rect) -> list[Piece]:
    """Return the beginning of a text in columns of like length, as far as `box` has room.

    Where there is room for the picture of `pictured`, it stands at the top of the last column.
    """
    columns, measure = text_columns(box.width)
    room = box.height if columns > 1 else box.height - BESIDE_PICTURE
    above = picture(pictured, measure, room if pictured.kind != "photo" else box.height)
    asked = columns * box.height
    lines = [line for line in set_article(text, measure).at_least(asked + 9) if line.runs]
    depth = max(len(above), -(-(len(lines) + len(above)) // columns))
    depth = min(depth, box.height)
    if depth < 1:
        return []
    shown = lines[: depth * columns - len(above)]
    if shown and len(lines) > len(shown):
        shown[-1] = ending(shown[-1], measure)
    pieces: list[Piece] = []
    for column in range(columns):
        held = shown[column * depth : (column + 1) * depth]
        if column == columns - 1:
            held = [*above, *held]
        pieces += placed(held, box.x + column * (measure + BETWEEN), box.y)
    return pieces


def picture(article: Article, measure: int, room: int) -> list[Line]:
    """Return the lines of a story's first picture, its caption and a blank one; [] without room."""
    if not article.pictures and article.kind != "photo":
        return []
    captions = (*(each.caption for each in article.pictures), *article.captions)
    caption = _caption(next(filter(None, captions), ""), measure)
    rows = min(FRAME[1], round(measure * WIDTH_TO_HEIGHT), room - len(caption) - 1)
    if rows < FRAME[0]:
        return []
    shade = Line((Run(sign("░", ":") * measure, "rule", "", 0, 0),))
    return [*[shade] * rows, *caption, Line()]


def _caption(text: str, measure: int) -> Sequence[Line]:
    lines = at_left(list(set_text(text, "caption", "", measure)))
    return cut_short(lines, CAPTION_LINES, measure)


def _rows(text: str, measure: int) -> int:
    """Return about how many rows a paragraph takes."""
    return 1 + (width(text) + 4) // max(1, measure - 1)
