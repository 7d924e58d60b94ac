"""How the text of a page flows from column to column, and around what stands between.

What breaks off at a column's foot goes on at the head of another: the next one, or, where a
headline, a frame or a picture stands between, the first that begins in the middle of a sentence.
"""

from collections.abc import Iterable, Iterator, Sequence

from store.press.dump.lines.kinds import CAPTION
from store.press.pdf.blocks import Block
from store.press.text.characters import ends_sentence

_ALIKE = 1.06


def flow(columns: Iterable[Sequence[Block]], *, indented: bool) -> list[Block]:
    """Return the blocks of a page's `columns` in the order in which they are read.

    Text that begins in the middle of a sentence is looked for a story to go on with only where
    paragraphs are `indented`, which tells.
    """
    streams: list[list[Block]] = []
    around: dict[int, list[Block]] = {}
    for blocks in columns:
        for run in _runs(blocks):
            first = run[0]
            stream = around.get(first.framed)
            if stream is None or (first.head and stream):
                stream = []
                streams.append(stream)
            elif indented and _begins_within(first) and not _fits(stream, first):
                stream = next((each for each in reversed(streams) if _fits(each, first)), stream)
            around[first.framed] = stream
            _add(stream, run)
    return [block for stream in streams for block in stream]


def _runs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Yield the `blocks` of a column by the stories that they are of, before each head."""
    start = 0
    for at in range(1, len(blocks)):
        if blocks[at].head and not blocks[at - 1].head:
            yield blocks[start:at]
            start = at
    yield blocks[start:]


def _begins_within(block: Block) -> bool:
    """Return whether a column begins with this as the rest of a paragraph."""
    if not block.first or block.indented or block.head or block.role:
        return False
    return len(block.rows) > 1 or ends_sentence(block.rows[0].text)


def _last(stream: Sequence[Block]) -> Block | None:
    """Return the last block of a story's own text."""
    return next((block for block in reversed(stream) if block.role != CAPTION), None)


def _fits(stream: Sequence[Block], block: Block) -> bool:
    """Return whether `block` may go on with the text that ends `stream`."""
    last = _last(stream)
    if last is None or last.framed != block.framed:
        return False
    if not last.breaks_off(block.rows[0].text):
        return False
    alike = last.size < _ALIKE * block.size and block.size < _ALIKE * last.size
    widest = max(row.end - row.start for row in block.rows)
    edges = last.rows[-1].edges
    wide = widest > edges.end - edges.start + 2 * block.size
    return alike and last.bold == block.bold and not wide


def _add(stream: list[Block], blocks: Sequence[Block]) -> None:
    """Put `blocks` behind `stream`; the first may go on with the paragraph that ends it."""
    first, *rest = blocks
    last = _last(stream)
    if last is not None and _begins_within(first) and _fits(stream, first):
        last.rows += first.rows
    else:
        stream.append(first)
    stream += rest
