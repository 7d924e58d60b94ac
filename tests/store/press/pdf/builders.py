"""Pieces of pages, for tests of what is made of them."""

from store.press.pdf.blocks import Block
from store.press.pdf.columns import Edges, TextRow
from store.press.pdf.items import Measure
from store.press.pdf.rows import Row
from store.press.pdf.runs import Run

MEASURE = Measure(10.0, 6.0)
EDGES = Edges(0.0, 100.0)


def run(text: str, start: float, top: float, size: float = 10.0, *, cross: bool = False) -> Run:
    """Return a run of full-width letters; one that stands across goes from line to line."""
    length = len(text) * size
    end, bottom = (start + size, top + length) if cross else (start + length, top + size)
    return Run(text, start, top, end, bottom, size, 0, cross)


def row(text: str, start: float, top: float, size: float = 10.0, *, cross: bool = False) -> Row:
    """Return a row of one run."""
    one = run(text, start, top, size, cross=cross)
    return Row([one], one.start, one.top, one.end, one.bottom, size, cross)


def text_row(text: str, at: int = 0, start: float = 0.0, size: float = 10.0) -> TextRow:
    """Return a line of a column of ten letters, so many lines from its top."""
    top = 16.0 * at
    return TextRow(text, start, top, start + len(text) * size, top + size, size, edges=EDGES)


def column(*texts: str, indented: bool = False) -> list[Block]:
    """Return a column of one paragraph."""
    rows = [
        text_row(text, at, 20.0 if indented and not at else 0.0) for at, text in enumerate(texts)
    ]
    return [Block(rows, indented=indented, first=True)]


def head(text: str, size: float = 20.0) -> Block:
    """Return a headline."""
    return Block([text_row(text, size=size)], head=True)
