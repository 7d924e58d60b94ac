"""Tables of documents: pages that are laid out in cells, forms with labels, and tables of data."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from store.press.document.paragraph import Paragraph
from store.press.dump.lines.kinds import BODY, BYLINE, COLUMN, HEAD
from store.press.text.characters import ends_sentence

Cell = Sequence[Paragraph]

_SHORT, _LONG = 30, 60
"""Characters of a cell of data, or of a head; and of one that holds text."""
_LABELS = (
    (re.compile(r"(?:稿件)?(?:标题|题目|主题|主标题|引题|肩题|副题|副标题)[:：]?"), HEAD),
    (re.compile(r"(?:作者|记者|通讯员|供稿人?|撰稿)[:：]?"), BYLINE),
    (re.compile(r"栏目(?:名称)?[:：]?"), COLUMN),
    (re.compile(r"(?:稿件)?(?:正文|内容|全文)[:：]?"), ""),
)
"""What the forms in which offices send in a story call its parts."""


def read_table(rows: Sequence[Sequence[Cell]]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a table in the order in which they are to be read.

    Cells come row by row; but heads side by side over texts side by side, column by column.
    """
    at = 0
    filled = [[_filled(cell) for cell in row] for row in rows]
    while at < len(filled):
        row, below = filled[at], filled[at + 1] if at + 1 < len(filled) else []
        if _are_stories(row, below):
            for cells in zip(row, below, strict=True):
                for cell in cells:
                    yield from cell
            at += 2
            continue
        yield from _row(row)
        at += 1


def _filled(cell: Cell) -> list[Paragraph]:
    return [each for each in cell if each.text.strip()]


def _row(cells: Sequence[list[Paragraph]]) -> Iterator[Paragraph]:
    told = [cell for cell in cells if cell]
    if len(told) == 2 and len(told[0]) == 1:
        for label, role in _LABELS:
            if label.fullmatch("".join(told[0][0].text.split())):
                yield from (replace(each, role=role or each.role) for each in told[1])
                return
    if len(told) > 1 and all(map(_is_short, told)):
        text = " ".join(" ".join(cell[0].text.split()) for cell in told)
        yield replace(told[0][0], text=text, role=BODY)
        return
    for cell in told:
        yield from cell


def _are_stories(row: Sequence[list[Paragraph]], below: Sequence[list[Paragraph]]) -> bool:
    """Return whether heads stand in a `row`, side by side, and their texts in the row `below`."""
    heads = [cell for cell in row if cell]
    texts = [cell for cell in below if cell]
    if len(heads) < 2 or len(heads) != len(texts) or len(row) != len(below):
        return False
    return all(map(_is_short, heads)) and all(sum(len(p.text) for p in c) >= _LONG for c in texts)


def _is_short(cell: Sequence[Paragraph]) -> bool:
    return len(cell) == 1 and len(cell[0].text) <= _SHORT and not ends_sentence(cell[0].text)
