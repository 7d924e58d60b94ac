"""The first paint: list and article, drawn before Textual is imported.

Textual takes a fifth of a second to come up. If there is no picture of where one left off, the
first screen is made here from the library itself: all that it shows is true, and what it lacks
(counts, keywords, hints) comes with the reader.
"""

import os

from store.config import Config
from store.reader.place import Place
from tui.state.front_page import contents_of
from tui.state.layout import widths, window
from tui.state.outline import Outline
from tui.state.outline_rows import row_text
from tui.state.session import Session
from tui.styles import style
from tui.terminal.environment import colours
from tui.terminal.grid import Cell, cells_of
from tui.terminal.sgr import SYSTEMS, codes
from tui.typeset import first_row, lay_out, show_in, sign, space_as, width

OutlineRow = list[Cell]


def first_rows(
    session: Session, config: Config, width: int, height: int, *, start: str = ""
) -> list[OutlineRow] | None:
    """Return the first screen's rows at the issue `start`, else where one left off.

    None if a filter narrows or hides, as what it leaves is not known so quickly; if the article has
    the screen to itself; and in a terminal without a size. Raises DubaoError if the library cannot
    be read.
    """
    place = session.marks.place()
    hides = any(saved.action == "hide" for saved in session.marks.filters.all())
    if place.filter or hides or not (width and height):
        return None
    place = session.opening(place, start)
    if place.reading and (place.alone or not widths(width, place.panes, place.list_width).list):
        return None
    show_in(place.script, config.script)
    space_as(config)
    return _FirstScreen(config, width, height).rows(session, place)


class _FirstScreen:
    """A screen of so many cells, in the colours and layout that the reader has set."""

    def __init__(self, config: Config, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._theme, self._hang, self._setting = config.theme, config.hanging, config.setting
        self._colours = SYSTEMS[colours()]
        self._monochrome = bool(os.environ.get("DUBAO_MONOCHROME"))

    def rows(self, session: Session, place: Place) -> list[OutlineRow]:
        """Return the list, with the article beside it if there is room, and a blank line."""
        beside = widths(self._width, place.panes, place.list_width)
        rows = self._list(session, place, beside.list or self._width)
        if beside.list:
            right = beside.filter + 1 if beside.filter else 0
            cells = self._width - beside.list - 1 - right
            article = self._article(session, place, cells)
            rule = self._text(sign("│", "|"), 1, "faint")
            last = rule + self._text("", beside.filter) if beside.filter else []
            rows = [left + rule + text + last for left, text in zip(rows, article, strict=True)]
        return [*rows, self._text("", self._width)]

    def _text(self, text: str, cells: int, *styles: str) -> OutlineRow:
        shown = style("paper", self._theme)
        for name in styles:
            shown += style(name, self._theme)
        return cells_of(text, codes(shown, self._colours, self._monochrome), cells)

    def _list(self, session: Session, place: Place, cells: int) -> list[OutlineRow]:
        outline, high = Outline(session), self._height - 1
        at = place.article or place.issue
        outline.unfold(at)
        rows = outline.rows(counted=False)
        cursor = next((n for n, row in enumerate(rows) if row.id == at), 0)
        here = "cursor away" if place.reading else "cursor"
        top = window(0, cursor, high, len(rows), by_halves=cells < self._width)
        shown: list[OutlineRow] = []
        for number, row in enumerate(rows[top : top + high], top):
            text, name = row_text(row, cells)
            shown.append(self._text(text, cells, name, here if number == cursor else ""))
        return shown + [self._text("", cells)] * (high - len(shown))

    def _article(self, session: Session, place: Place, cells: int) -> list[OutlineRow]:
        blank, high = self._text("", cells), self._height - 1
        if place.article:
            article = session.library.article(place.article)[1]
        elif place.issue and (contents := contents_of(session.library.issue(place.issue))):
            article = contents
        else:
            return [blank] * high
        layout = lay_out(
            article,
            max(2, cells - 2),
            high,
            scrolled=place.scrolled,
            hang=self._hang,
            vertical=(place.setting or self._setting) == "vertical",
        )
        top = first_row(layout, (place.paragraph, place.offset))
        top = max(0, min(top, layout.count(top + layout.rows) - layout.rows))
        shown: list[OutlineRow] = []
        for y in range(high):
            runs = layout.runs(top, y, cells)
            row = [cell for run in runs for cell in self._text(run.text, width(run.text), run.role)]
            shown.append((row + blank)[:cells])
        return shown
