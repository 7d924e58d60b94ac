"""Parting lines that hold two things: a page line and what follows it, a note and its paragraph."""

from collections.abc import Sequence

from msgspec.structs import replace

from store.press.dump.lines.kinds import HEAD
from store.press.dump.lines.lines import Line
from store.press.forms.page_lines import MAY_BEGIN, SHORT, page_line_within


def cut(line: Line, at: int) -> tuple[Line, Line]:
    """Return `line` as two, the second from the character `at` on."""
    before = replace(line, text=line.text[:at].strip())
    return before, replace(line, text=line.text[at:].strip(), gap=0)


def split_page_lines(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with what follows a page line, a headline or a whole page, set apart.

    A row of such lines is a list of links.
    """
    # Folding each line would cost more than a look at how it begins.
    ends = [page_line_within(line.text) if MAY_BEGIN.match(line.text) else 0 for line in lines]
    parted: list[Line] = []
    for at, (line, end) in enumerate(zip(lines, ends, strict=True)):
        listed = any(ends[max(0, at - 1) : at]) or any(ends[at + 1 : at + 2])
        if end and not listed:
            page, rest = cut(line, end)
            kind = HEAD if len(line.text) <= SHORT else ""
            parted += (page, replace(rest, kind=kind))
        else:
            parted.append(line)
    return parted
