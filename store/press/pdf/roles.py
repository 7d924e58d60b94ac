"""What the place of a block on its page says that it is: a caption, or of the masthead."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from store.press.dump.lines.kinds import CAPTION, COLUMN, CROSSHEAD, FURNITURE, HEAD
from store.press.forms.bylines import is_byline
from store.press.forms.masthead import tells_issue
from store.press.forms.page_lines import read_page_line
from store.press.forms.patterns import unspaced
from store.press.forms.surnames import are_people
from store.press.pdf.blocks import Block, is_full
from store.press.pdf.edges import is_name
from store.press.pdf.items import AT_EDGE, Measure
from store.press.pdf.shapes import Box, Shapes
from store.press.text.characters import ends_sentence, folded

_BELOW = 2.0
"""How far beneath a picture its caption stands, in parts of a letter's size."""
_WITHIN = 0.7
_MOST_LINES = 5
_SMALLER = 0.97
_CAPTION = re.compile(
    r"[（(]?(?:[上下左右]图|图[为①-⑨\d]|[▲△◀▶↑↓←→])|.*(?:[摄攝]|资料图片?)[）)]?$"
)
_SURE_HEAD, _ALIKE = 1.4, 0.7
"""The size of a headline beside that of the text, and that of others beside a headline's."""
_LONGEST_CROSSHEAD, _LONGEST_LABEL = 18, 10
_TOP = 0.25
"""The part of a page's height in which a masthead stands."""


def tell_captions(columns: Sequence[Sequence[Block]], shapes: Shapes, measure: Measure) -> None:
    """Tell the captions of pictures: short, beneath one, and set or worded as they are."""
    pictures = [*shapes.pictures, *_empty(shapes.frames, columns)]
    if not pictures:
        return
    for blocks in columns:
        for block in blocks:
            if block.head or len(block.rows) > _MOST_LINES:
                continue
            small = block.size < _SMALLER * measure.size or block.bold
            if (small or _CAPTION.match(block.text)) and any(
                _stands_beneath(block, picture, measure.size) for picture in pictures
            ):
                block.role = CAPTION


def _empty(frames: Sequence[Box], columns: Sequence[Sequence[Block]]) -> list[Box]:
    """Return the frames in which nothing is written."""
    rows = [row for blocks in columns for block in blocks for row in block.rows]
    return [
        frame
        for frame in frames
        if not any(
            frame.start <= (row.start + row.end) / 2 <= frame.end
            and frame.top <= (row.top + row.bottom) / 2 <= frame.bottom
            for row in rows
        )
    ]


def _stands_beneath(block: Block, picture: Box, size: float) -> bool:
    row = block.rows[0]
    shared = min(row.end, picture.end) - max(row.start, picture.start)
    below = row.top - picture.bottom
    return shared > _WITHIN * (row.end - row.start) and -size < below < _BELOW * size


def tell_masthead(columns: Sequence[Sequence[Block]], height: float) -> None:
    """Tell the paper's own name, which is set like a headline, and the day and number by it."""
    blocks = [block for column in columns for block in column]
    for block in blocks:
        if block.framed == AT_EDGE and not block.head and tells_issue(block.text):
            block.role = FURNITURE
    first = next((at for at, block in enumerate(blocks) if _is_story(block)), len(blocks))
    heads = [
        at
        for at, block in enumerate(blocks[:first])
        if block.head and block.rows[0].top < _TOP * height
    ]
    named = [at for at in heads if is_name(blocks[at].text)]
    for at in named or [at for at in heads[:1] if _is_dated(blocks, at)]:
        blocks[at].role = FURNITURE


def _is_story(block: Block) -> bool:
    return len(block.rows) > 2 and not block.head


def _is_dated(blocks: Sequence[Block], at: int) -> bool:
    """Return whether the day or the number of the issue stands beside a line, or beneath it."""
    row = blocks[at].rows[0]
    following = blocks[at + 1 : at + 2]
    beside = [
        each.text
        for each in blocks[max(0, at - 4) : at + 5]
        if not each.head
        and each.rows[0].bottom > row.top
        and (each.rows[0].top < row.bottom or each in following)
    ]
    return any(tells_issue(text) and not _is_source(text) for text in beside)


def _is_source(text: str) -> bool:
    """Return whether this says in which paper the story above it stood: 《…》（date, page）."""
    page = read_page_line(text, folded(text))
    return page is not None and page.names_paper


def tell_heads(blocks: Sequence[Block], measure: Measure) -> None:
    """Tell the heads among a page's `blocks`, in the order of reading.

    Crossheads may be somewhat larger than the text, but not nearly as large as headlines.
    """
    least = _SURE_HEAD * measure.size
    for block in blocks:
        if block.head and not block.role and block.size >= least:
            block.role = HEAD
            least = min(_SURE_HEAD * measure.size, _ALIKE * block.size)


def tell_labels(blocks: Sequence[Block]) -> None:
    """Tell the labels of columns (栏目) among `blocks`: short, and right over a headline."""
    for block, below in pairwise(blocks):
        alone = block.first and not (block.head or block.role) and len(block.rows) == 1
        over = below.role == HEAD and below.framed == block.framed
        if alone and over and len(block.text) <= _LONGEST_LABEL and _is_title(block.text):
            block.role = COLUMN


def _is_title(text: str) -> bool:
    """Return whether a short line is no sentence and names nobody."""
    plain = unspaced(folded(text))
    named = are_people(plain) or is_byline(plain)
    return not (named or ends_sentence(text.rstrip("：:”’！？!?")) or text[-1] in "，、；,;）)")


def tell_crossheads(blocks: Sequence[Block]) -> None:
    """Tell the crossheads among a page's `blocks`: short, set in, over a paragraph, nobody's name.

    There may be two of them over one paragraph.
    """
    at = 0
    for short, run in groupby(blocks, key=_is_crosshead):
        found = list(run)
        at += len(found)
        below = blocks[at] if at < len(blocks) else None
        if short and len(found) <= 2 and below and below.indented and ends_sentence(below.text):
            for block in found:
                block.role = CROSSHEAD


def _is_crosshead(block: Block) -> bool:
    if block.role or block.head or not block.indented or len(block.rows) > 1:
        return False
    text = block.text
    if len(text) > _LONGEST_CROSSHEAD:
        return False
    return _is_title(text) and not is_full(block.rows[0])
