"""A page of the issue as it is made up: boxes to go through in any direction."""

import sys
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from store.models import Article, Issue, Page
from tui.commands import Command, bindings
from tui.language import N_, _, plural
from tui.makeup.neighbours import Direction, neighbour
from tui.makeup.pieces import Piece, Target
from tui.makeup.sheets import Sheet, sheets
from tui.panes.lines import Lines
from tui.state.front_page import Item
from tui.state.outline import by_page, page_label
from tui.typeset import Field, Run, source_text, width
from tui.typeset.lazy_sequence import LazySequence

Spans = tuple[tuple[int, int], ...]

FAINT = ("kicker", "subhead")
"""What stands back behind a headline."""


class PageView(Lines):
    """One page at a time, as large as the terminal; the cursor is on one of its stories."""

    HELP = N_("The page: boxes as the paper set them, or made up by weight. Bold is unread.")
    KEYS: ClassVar[list[Command]] = [
        Command("enter", "choose", N_("Read the story"), N_("open")),
        Command(
            "right_curly_bracket,pagedown,space", "page(1)", N_("To the next page"), N_("page")
        ),
        Command("left_curly_bracket,pageup", "page(-1)", N_("To the page before")),
        Command("right,l", "go('right')", N_("To the story at the right")),
        Command("left,h", "go('left')", N_("To the story at the left")),
        Command("down,j", "go('down')", N_("To the story beneath")),
        Command("up,k", "go('up')", N_("To the story above")),
        Command("J,right_square_bracket", "step(1)", N_("To the next article")),
        Command("K,left_square_bracket", "step(-1)", N_("To the article before")),
        Command("home,g", "edge(0)", N_("To the first story of the page")),
        Command("end,G", "edge(1)", N_("To the last story of the page")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class Chosen(Message):
        """The reader wants to read this."""

        item: Item

    class Turned(Message):
        """Another page is shown."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._issue: Issue | None = None
        self._pages: list[Page] = []
        self._page = 0
        self._sheets: LazySequence[Sheet] = LazySequence(())
        self._sheet = 0
        self.at = 0
        """The number of the target under the cursor."""
        self._wanted: Item | None = None
        self._strips: dict[int, Strip] = {}
        """The rows that are drawn as they are now."""
        self._found: dict[tuple[str, Field], Spans] = {}
        self._read: Set[str] = frozenset()
        self._left: Set[str] | None = None
        self._highlight: Callable[[str], Spans] = lambda _text: ()

    def show(
        self,
        issue: Issue,
        read: Set[str],
        article: str = "",
        left: Set[str] | None = None,
        highlight: Callable[[str], Spans] = lambda _text: (),
    ) -> None:
        """Show the page of `issue` that this article is on, the cursor on it, or the first page.

        `read` are the keys of the articles that have been read, `left` the ids of those that a
        filter leaves; `highlight` returns what it found in a text.
        """
        self._issue, self._read, self._left, self._highlight = issue, read, left, highlight
        self._found = {}
        self._pages = [page for page, _ in by_page(issue)] or [Page("")]
        wanted = next((each for each in issue.articles if each.id == article), None)
        self._wanted = Item(wanted.page, wanted) if wanted else None
        numbers = [page.number for page in self._pages]
        self._page = numbers.index(wanted.page) if wanted else 0
        self._show(self._wanted)

    def on_resize(self) -> None:
        """Make the page up for the new size, the cursor on the same story."""
        self._show(self.item or self._wanted)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        known = self._sheets.at_least(self._sheet + 1)
        return known[min(self._sheet, len(known) - 1)] if known else None

    @property
    def target(self) -> Target | None:
        """What the cursor is on."""
        targets = self.sheet.targets if self.sheet else ()
        return targets[min(self.at, len(targets) - 1)] if targets else None

    @property
    def item(self) -> Item | None:
        """The story, or the entry of the contents box, that the cursor is on."""
        return self.target.item if self.target else None

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._pages[self._page] if self._pages else None

    def told(self) -> tuple[str, ...]:
        """Return which page is shown, which sheet of it, and how many of its stories are unread."""
        if self._issue is None or self.page is None:
            return ()
        articles = [each for each in self._issue.articles if each.page == self.page.number]
        unread = sum(article.key not in self._read for article in articles)
        more = self.sheet is not None and (self._sheet or self.sheet.more)
        count = len(self._sheets.known) if self._sheets.whole else 0
        return tuple(
            filter(
                None,
                (
                    page_label(self.page) if self.page.number or self.page.name else "",
                    f"{self._sheet + 1}/{count or '…'}" if more else "",
                    plural("{n} story", "{n} stories", len(articles)).format(n=len(articles)),
                    _("{n} unread").format(n=unread) if unread else "",
                ),
            )
        )

    def line_count(self) -> int:
        """Return how many rows there are."""
        return len(self.sheet.rows) if self.sheet else 0

    def line(self, number: int, cells: int) -> Strip:
        """Return a row of the page; Textual asks for each twice when a screen comes up."""
        strip = self._strips.get(number)
        if strip is None or strip.cell_length != cells:
            strip = self._strips[number] = self._drawn(number, cells)
        return strip

    def notify_style_update(self) -> None:
        """Draw all rows anew in other colours."""
        self._strips.clear()
        super().notify_style_update()

    def _drawn(self, number: int, cells: int) -> Strip:
        sheet, segments, at = self.sheet, [], 0
        assert sheet is not None
        for piece in sheet.rows[number]:
            item = sheet.targets[piece.target].item if piece.target >= 0 else None
            segments.append(Segment(" " * (piece.x - at), self.rich_style))
            segments += self._segments(piece, item)
            at = piece.x + sum(width(run.text) for run in piece.runs)
        return Strip([each for each in segments if each.text]).adjust_cell_length(
            cells, self.rich_style
        )

    def standing(self) -> Offset:
        """Return where the headline under the cursor begins."""
        return Offset(*self.target.head) if self.target else Offset(0, 0)

    def action_choose(self) -> None:
        """Read what is under the cursor; from what has no room, turn to the next sheet."""
        if self.item is not None:
            self.post_message(self.Chosen(self.item))
        elif self.target is not None:
            self.action_page(1)

    def action_go(self, direction: Direction) -> None:
        """Go to the neighbour in a direction."""
        if self.sheet and self.sheet.targets:
            self._move(neighbour(self.sheet.targets, self.at, direction))

    def action_step(self, by: int) -> None:
        """Go on by so many stories of the page, in the order in which they stand."""
        self._move(self.at + by)

    def action_edge(self, end: int) -> None:
        """Go to the first story of the page, or to the last."""
        self._move(len(self.sheet.targets) - 1 if end and self.sheet else 0)

    def action_page(self, by: int) -> None:
        """Turn to the next sheet of the page, or to the next page; or to the one before."""
        sheet = self._sheet + by
        if 0 <= sheet < len(self._sheets.at_least(sheet + 1)):
            self._sheet = sheet
        elif 0 <= self._page + by < len(self._pages):
            self._page += by
            self._make_up()
            if by < 0:
                self._sheet = len(self._sheets.at_least(sys.maxsize)) - 1
        else:
            return
        self.at = 0
        self.post_message(self.Turned())
        self._draw_anew()

    def to_page(self, page: str) -> bool:
        """Turn to the page of this number; return False if there is none."""
        numbers = [each.number for each in self._pages]
        if page not in numbers:
            return False
        self._page, self.at = numbers.index(page), 0
        self._make_up()
        self.post_message(self.Turned())
        self._draw_anew()
        return True

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the story clicked on; read it if the cursor is there already."""
        targets = self.sheet.targets if self.sheet else ()
        for number, target in enumerate(targets):
            box = target.box
            if box.x <= event.x < box.right and box.y <= event.y < box.bottom:
                if number == self.at:
                    self.action_choose()
                self._move(number)

    def _draw_anew(self) -> None:
        self._strips.clear()
        self.refresh()

    def _move(self, number: int) -> None:
        targets = self.sheet.targets if self.sheet else ()
        number = max(0, min(number, len(targets) - 1))
        if number != self.at:
            before, self.at = self.at, number
            for box in (targets[before].box, targets[number].box):
                for y in range(box.y, box.bottom):
                    self._strips.pop(y, None)
                self.refresh(Region(0, box.y, self.size.width, box.height))

    def _show(self, item: Item | None) -> None:
        """Make the page up, the cursor on this item of it or on the first."""
        self.at = 0
        if self._issue is not None and self.size.width:
            self._make_up()
            if item is not None:
                self._find(item)
            self._draw_anew()

    def _make_up(self) -> None:
        assert self._issue is not None
        made = sheets(self._issue, self._pages[self._page], *self.size)
        self._sheets, self._sheet = LazySequence(made), 0

    def _find(self, item: Item) -> None:
        """Put the cursor on this item of the page, on whichever sheet it stands."""
        number = 0
        while number < len(known := self._sheets.at_least(number + 1)):
            if known[number].holds(item):
                items = [target.item for target in known[number].targets]
                self._sheet, self.at = number, items.index(item) if item in items else 0
                return
            number += 1

    def _segments(self, piece: Piece, item: Item | None) -> Iterator[Segment]:
        """Yield a piece of `item` in its style, the filter's hits marked."""
        article = item.article if item else None
        style = self.rich_style
        if self._left is not None and article and article.id not in self._left:
            style += self.named_style("faint")
        heads = any(run.role == "headline" for run in piece.runs)
        if heads and (article is None or article.key not in self._read):
            style += self.named_style("unread")
        if piece.target == self.at and (heads or article is None):
            style += self.named_style("cursor")
        for run in piece.runs:
            yield from self._marked(run, article, style + self._role(run.role))

    def _role(self, role: str) -> Style:
        return self.named_style("faint" if role in FAINT else "" if role == "headline" else role)

    def _marked(self, run: Run, article: Article | None, style: Style) -> Iterator[Segment]:
        at = 0
        for start, end in self._hits(article, run.field) if article and run.field else ():
            first, last = max(start, run.start) - run.start, min(end, run.end) - run.start
            if first < last:
                yield Segment(run.text[at:first], style)
                yield Segment(run.text[first:last], style + self.named_style("hit"))
                at = last
        yield Segment(run.text[at:], style)

    def _hits(self, article: Article, field: Field) -> Spans:
        """Return what the filter found in a text; it is looked for once, not for each line."""
        found = self._found.get((article.id, field))
        if found is None:
            found = self._highlight(source_text(article, field))
            self._found[article.id, field] = found
        return found
