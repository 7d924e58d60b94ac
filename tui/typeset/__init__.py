"""Typesetting: Chinese line breaking, articles set in lines of cells, columns and pages."""

from tui.typeset.bars import bar
from tui.typeset.breaking import break_lines, break_text, on_one_line, on_screen
from tui.typeset.cells import fit, sign, width
from tui.typeset.headlines import break_headline
from tui.typeset.layout import Layout, first_row, lay_out
from tui.typeset.script import next_script, script_shown, show_in
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
from tui.typeset.spacing import space_as

__all__ = [
    "Align",
    "Field",
    "Layout",
    "Line",
    "Role",
    "Run",
    "Setting",
    "bar",
    "break_headline",
    "break_lines",
    "break_text",
    "first_row",
    "fit",
    "lay_out",
    "next_script",
    "on_one_line",
    "on_screen",
    "script_shown",
    "set_article",
    "set_text",
    "show_in",
    "sign",
    "source_text",
    "space_as",
    "texts",
    "width",
]
