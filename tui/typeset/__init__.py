"""From paragraphs to lines of cells: Chinese line breaking, the setting of articles, columns."""

from tui.typeset.breaking import break_lines, break_text
from tui.typeset.cells import width
from tui.typeset.layout import Layout, lay_out
from tui.typeset.setting import (
    Align,
    Line,
    Part,
    Role,
    Run,
    Setting,
    set_article,
    set_text,
    source_text,
)

__all__ = [
    "Align",
    "Layout",
    "Line",
    "Part",
    "Role",
    "Run",
    "Setting",
    "break_lines",
    "break_text",
    "lay_out",
    "set_article",
    "set_text",
    "source_text",
    "width",
]
