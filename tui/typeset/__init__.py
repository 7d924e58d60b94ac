"""Typesetting: Chinese line breaking, articles set in lines of cells, columns and pages."""

from tui.typeset.bars import bar
from tui.typeset.breaking import break_lines, break_text
from tui.typeset.cells import fit, sign, width
from tui.typeset.layout import Layout, first_row, lay_out, runs_in
from tui.typeset.setting import (
    Align,
    Field,
    Line,
    Role,
    Run,
    Setting,
    set_article,
    set_text,
    source_text,
    texts,
)

__all__ = [
    "Align",
    "Field",
    "Layout",
    "Line",
    "Role",
    "Run",
    "Setting",
    "bar",
    "break_lines",
    "break_text",
    "first_row",
    "fit",
    "lay_out",
    "runs_in",
    "set_article",
    "set_text",
    "sign",
    "source_text",
    "texts",
    "width",
]
