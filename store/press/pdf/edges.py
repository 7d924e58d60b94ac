"""What stands at the edges of a page: a masthead, or a running head with the page's number.

The pieces of a running head are one line, as they are read, whatever their sizes; a paper's name
stands for itself.
"""

import re
from collections.abc import Iterable, Sequence

from store.press.forms.masthead import has_name
from store.press.pdf.columns import Bold, TextRow, text_rows
from store.press.pdf.items import Measure
from store.press.pdf.rows import Row
from store.press.text.characters import folded, is_cjk

_NUMBER = re.compile(r"[-— ·]*第? *[A-Z]{0,2}[0-9]{1,3} *版?[-— ·]*")


def edge_rows(rows: Iterable[Row], measure: Measure, bold: Bold) -> list[TextRow]:
    """Return the lines that `rows` make, which stand over all stories of a page."""
    named: list[Row] = []
    others: list[Row] = []
    lines = [(row, _text(row)) for row in sorted(rows, key=lambda row: row.start)]
    for row, text in lines:
        (named if is_name(text) else others).append(row)
    found = text_rows(named, measure, bold)
    numbers = [row for row, text in lines if _NUMBER.fullmatch(folded(text))]
    if not numbers:
        return [*found, *text_rows(others, measure, bold)]
    head = [row for row in others if any(_overlap(row, number) for number in numbers)]
    rest = [row for row in others if row not in head]
    return [*found, _joined(head, measure), *text_rows(rest, measure, bold)]


def is_name(text: str) -> bool:
    """Return whether this is a paper's name by its form; in Latin letters any title may be one."""
    return is_cjk(text[0]) and has_name(text)


def _text(row: Row) -> str:
    return "".join(run.text for run in row.runs)


def _overlap(one: Row, other: Row) -> bool:
    return one.top < other.bottom and other.top < one.bottom


def _joined(rows: Sequence[Row], measure: Measure) -> TextRow:
    """Return a running head's pieces as one line, set as the text is."""
    return TextRow(
        " ".join(map(_text, rows)),
        rows[0].start,
        min(row.top for row in rows),
        rows[-1].end,
        max(row.bottom for row in rows),
        measure.size,
    )
