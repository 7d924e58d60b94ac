"""A page: its letters in, its lines in the order of reading out, with how each is set and where."""

import ctypes
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from store.press.dump.lines.kinds import FURNITURE
from store.press.dump.lines.look import Look, SetLine
from store.press.pdf.blocks import Block, are_indented, blocks_of
from store.press.pdf.columns import set_edges, text_rows
from store.press.pdf.cut import read_parts
from store.press.pdf.edges import edge_rows
from store.press.pdf.flow import flow
from store.press.pdf.glyphs import frame_of, read_glyphs
from store.press.pdf.items import AT_EDGE, Measure
from store.press.pdf.roles import (
    tell_captions,
    tell_crossheads,
    tell_heads,
    tell_labels,
    tell_masthead,
)
from store.press.pdf.rows import read_rows
from store.press.pdf.runs import Run, read_runs
from store.press.pdf.shapes import Box, read_shapes

_HEAVY = re.compile(
    rb"bold|heavy|black|demi|hei|FZ[A-Z0-9]*HT|\xba\xda|\xe9\xbb\x91", re.IGNORECASE
)
"""Names of fonts that are set to stand out; the last are 黑 in GBK and in UTF-8."""
_FORCED = 1 << 18
"""The flag of a font that is bold (PDF 2.0, table 121)."""
_NAME, _SAMPLE = 128, 60


class PageText(NamedTuple):
    """What is printed on a page."""

    lines: list[SetLine]
    places: list[list[Box]]
    """Where each of the lines stands, from the page's upper left corner."""
    width: float
    height: float
    nameless: int
    """Letters for which the page does not say which they are."""
    pictures: Sequence[Box] = ()
    """Where its pictures stand, unless its lines run downward."""


def read_page(page: pdfium.PdfPage) -> PageText:
    """Return the lines of a page in the order in which they are read."""
    text = page.get_textpage()
    frame = frame_of(page, text)
    width, height = frame.size
    glyphs, nameless = read_glyphs(text, frame)
    runs, vertical = read_runs(glyphs, width)
    runs = [run for run in runs if _is_shown(run, width, height, vertical=vertical)]
    if not runs:
        return PageText([], [], width, height, nameless)
    measure = _measure(runs)
    shapes = read_shapes(page, frame, vertical=vertical)
    rows = read_rows(runs, measure.size, vertical=vertical)
    parts = list(read_parts(rows, shapes.frames, shapes.rules, measure))
    fonts = _Fonts(text, runs, measure)
    columns = [
        (edge_rows if part.framed == AT_EDGE else text_rows)(part.rows, measure, fonts.bold)
        for part in parts
    ]
    set_edges(columns, [*shapes.pictures, *shapes.frames], measure)
    indented = are_indented(columns)
    blocks = [
        blocks_of(rows, measure, part.framed) for part, rows in zip(parts, columns, strict=True)
    ]
    tell_captions(blocks, shapes, measure)
    tell_masthead(blocks, height if not vertical else width)
    ordered = flow(blocks, indented=indented)
    tell_heads(ordered, measure)
    tell_labels(ordered)
    tell_crossheads(ordered)
    lines = [_set_line(block, measure) for block in ordered]
    places = [_places(block, width, vertical=vertical) for block in ordered]
    pictures = () if vertical else shapes.pictures
    return PageText(lines, places, width, height, nameless, pictures)


def _is_shown(run: Run, width: float, height: float, *, vertical: bool) -> bool:
    """Return whether a run stands on the page, and not beside it, where printers set marks.

    Letters without a size, or larger than the page, are none.
    """
    along, down = (height, width) if vertical else (width, height)
    within = 0 <= run.start + run.end <= 2 * along and 0 <= run.top + run.bottom <= 2 * down
    return within and 0 < run.size < along + down


def _measure(runs: Sequence[Run]) -> Measure:
    """Return in what size most letters are set, and how far their lines stand apart."""
    letters: Counter[float] = Counter()
    for run in runs:
        letters[round(2 * run.size) / 2] += len(run.text)
    size = letters.most_common(1)[0][0] or 1.0
    text = sorted((round(run.start / size), run.top) for run in runs if abs(run.size - size) < 0.5)
    pitches = [
        below - above
        for (start, above), (other, below) in pairwise(text)
        if start == other and size / 2 < below - above < 3 * size
    ]
    pitch = median(pitches) if pitches else 1.5 * size
    return Measure(size, max(0.0, pitch - size))


class _Fonts:
    """Which runs are set in letters that stand out."""

    def __init__(self, text: pdfium.PdfTextPage, runs: Sequence[Run], measure: Measure) -> None:
        self._text = text.raw
        self._known: dict[int, bool] = {}
        """By the number of a run's first letter."""
        self._name = ctypes.create_string_buffer(_NAME)
        self._flags = ctypes.c_int()
        usual = [run for run in runs if abs(run.size - measure.size) < 0.5][:_SAMPLE]
        heavy = sum(self._heavy(run) for run in usual)
        self._all = 2 * heavy > len(usual)
        """Whether most text is set so, and nothing stands out by it."""

    def bold(self, run: Run) -> bool:
        """Return whether `run` stands out."""
        return not self._all and self._heavy(run)

    def _heavy(self, run: Run) -> bool:
        if (known := self._known.get(run.at)) is not None:
            return known
        raw.FPDFText_GetFontInfo(self._text, run.at, self._name, _NAME, self._flags)
        heavy = bool(self._flags.value & _FORCED) or _is_heavy(self._name.value)
        self._known[run.at] = heavy
        return heavy


@lru_cache(1000)
def _is_heavy(name: bytes) -> bool:
    """Return whether the font of this name is bold."""
    return _HEAVY.search(name) is not None


def _set_line(block: Block, measure: Measure) -> SetLine:
    if block.role == FURNITURE:
        return SetLine(block.text, Look(role=FURNITURE))
    ratio = block.size / measure.size
    # Letters must be larger by a full tenth to be so.
    size = round(ratio if ratio < 1 else ratio - 0.04, 1)
    look = Look(size, block.bold, block.centred, block.role)
    indent = "" if block.head or not block.indented else "\u3000\u3000"
    return SetLine(indent + block.text, look)


def _places(block: Block, width: float, *, vertical: bool) -> list[Box]:
    """Return the space of each line of `block`, from the left and from above."""
    boxes = []
    for row in block.rows:
        start, end = (row.start, row.end) if block.head else row.edges
        if vertical:
            boxes.append(Box(width - row.bottom, start, width - row.top, end))
        else:
            boxes.append(Box(start, row.top, end, row.bottom))
    return boxes
