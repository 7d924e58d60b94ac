"""The article's text, set by our own typesetter and drawn line by line."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from store.models import Article
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.panes.lines import Lines
from tui.typeset import Field, Layout, Role, Run, first_row, lay_out, texts

Spans = tuple[tuple[int, int], ...]
Highlighter = Callable[[str], Spans]
Hit = tuple[int, Field, int]
"""The setting's line in which it begins, the field that it is in, and its offset there."""

AT_ONCE = 1000
"""Lines set at once, in some 10 ms: more than any newspaper story has, so that its pages are known;
what is longer is set as it is read."""


def no_hits(text: str) -> Spans:
    """Mark nothing."""
    del text
    return ()


class ArticlePane(Lines):
    """Shows one article, and tells when the reader has reached its end."""

    HELP = N_("The article. Space turns the page and goes on to the next unread one.")
    KEYS: ClassVar[list[Command]] = [
        Command("down,j", "line(1)", N_("A line down")),
        Command("up,k", "line(-1)", N_("A line up")),
        Command("pagedown,ctrl+f", "leaf(1)", N_("A page down")),
        Command("pageup,ctrl+b,b", "leaf(-1)", N_("A page up"), N_("page back")),
        Command("home,g", "edge(0)", N_("To the beginning")),
        Command("end,G", "edge(1)", N_("To the end")),
        Command("c", "rearrange", N_("Columns by pages, or one column to scroll")),
        Command("V", "turn", N_("Columns from right to left, top to bottom, or lines as before")),
        Command("enter", "follow", N_("Follow the jump to where the story goes on")),
        Command("left,h", "leave", N_("Back to the list"), N_("list")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class EndSeen(Message):
        """The reader has paged or scrolled to the end of this article."""

        article: Article

    class Scrolled(Message):
        """Another part of the article is shown."""

    @dataclass
    class HitsPassed(Message):
        """The reader wants a hit beyond the last one of this article (`by` 1) or the first (-1)."""

        article: Article
        by: int

    @dataclass
    class Followed(Message):
        """The reader wants to follow the story's jump."""

        article: Article

    class Left(Message):
        """The reader wants to go back to the list."""

    def __init__(
        self, *, scrolled: bool = False, hang: bool = False, setting: str = "horizontal"
    ) -> None:
        super().__init__(id="article")
        self.article: Article | None = None
        self._text: Article | None = None
        """What is set: the article, or contents that are none."""
        self.scrolled = scrolled
        self.setting = setting
        self._hang = hang
        self._numbered = False
        self._laid: Layout | None = None
        self._place = (0, 0)
        self._marks: dict[Field, Spans] = {}
        self._hits: list[Hit] | None = None
        self._here: Hit | None = None
        self._awaited = 0  # the hit to go to once the text is set

    def show(self, article: Article | None, highlight: Highlighter = no_hits) -> None:
        """Show `article` from its beginning, or the same article again at its place.

        `highlight` returns the spans (start, end) of a text that are to be marked.
        """
        same = article is not None and self.article is not None and article.id == self.article.id
        place = self._place if same else (0, 0)
        marks = {field: highlight(text) for field, text in texts(article)} if article else {}
        if same and article == self.article and marks == self._marks:
            return
        self.article = self._text = article
        self._marks = marks
        self._here = self._here if same else None
        self._set(place)

    def show_contents(self, text: Article) -> None:
        """Show the contents of an issue as a text, with no article."""
        self.show(None)
        self._text = text
        self._set((0, 0))

    def place(self) -> tuple[int, int]:
        """Return the paragraph, and the offset in it, of the first line shown or last gone to."""
        return self._place

    def go_to(self, paragraph: int, offset: int) -> None:
        """Scroll to this place; (0, 0) is the beginning of the article."""
        place = (paragraph, offset)
        self.scroll_lines(first_row(self._laid, place) if self._laid else 0)
        self._place = place
        self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        """Set the text for the new size, and stay at the same place."""
        self.set_anew()

    def number(self, *, on: bool) -> None:
        """Show the paragraphs' numbers, or no more; every line stays where it is."""
        self._numbered = on
        self._set(self._place)

    def set_anew(self) -> None:
        """Set the text again, and stay at the same place."""
        self._set(self._place)

    def standing(self) -> Offset:
        """Return the first cell of the row with the hit gone to, or of the first row shown."""
        if self._laid is None:
            return Offset(0, 0)
        row = self.top
        if self._here and self._here in (self._hits or ()):
            row = self._laid.row_of(self._here[0])
        by = row - self.top if self._is_seen(row) else 0
        return Offset(*self._laid.cell(by, self.size.width))

    @property
    def shown(self) -> int:
        """How many rows of the layout the window shows: columns, where they stand upright."""
        return self._laid.rows if self._laid else self.size.height

    @property
    def last_top(self) -> int:
        """The greatest `top`: upright, the last page repeats no columns to be full."""
        count, step = self.line_count(), max(1, self.shown - 1)
        if self.setting != "vertical" or self._laid is None or self._laid.step > 1:
            return super().last_top
        return -(-max(0, count - self.shown) // step) * step

    def line_count(self) -> int:
        """Return how many rows are known at this size: enough to turn the page twice."""
        least = max(AT_ONCE, self.top + 3 * self.shown)
        return self._laid.count(least) if self._laid else 0

    def render_line(self, y: int) -> Strip:
        """Return row `y` of the window, what is set centred in the pane as a whole."""
        cells = self.size.width
        runs = self._laid.runs(self.top, y, cells) if self._laid else ()
        styles: dict[Role, Style] = {}
        segments: list[Segment] = []
        for run in runs:
            if run.role not in styles:
                styles[run.role] = self.rich_style + self.named_style(run.role)
            segments += self._segments(run, styles[run.role])
        strip = Strip(Segment.simplify(segments))
        return strip.adjust_cell_length(cells, self.rich_style)

    def scroll_lines(self, top: int) -> bool:
        """Scroll to row `top`, by whole steps of the layout and at least one."""
        step = self._laid.step if self._laid else 1
        steps = -(-abs(top - self.top) // step)
        moved = super().scroll_lines(self.top + steps * (step if top > self.top else -step))
        if moved and self._laid:
            first = self._laid.first_line(self.top)
            self._place = self._laid.setting.place_at(first) if self.top else (0, 0)
        return moved

    @property
    def progress(self) -> str:
        """How far the reader is: the page, or a percentage; ``""`` when everything is shown.

        Vertical setting is told with it.
        """
        told = (_("vertical") if self.setting == "vertical" else "", self._progress())
        return " ".join(filter(None, told))

    def _progress(self) -> str:
        if self._laid is None or self.article is None or not self.last_top:
            return ""
        page, pages = self._laid.page(self.top)
        if page:
            return f"{page}/{pages}"
        below = self._laid.first_line(min(self.top + self.shown, self.line_count() - 1))
        paragraph, offset = self._laid.setting.place_at(below)
        lengths = [len(text) for text in self.article.paragraphs]
        read = sum(lengths[:paragraph]) + offset
        return f"{100 if self.at_end else 100 * read // max(1, sum(lengths))}%"

    def page_on(self) -> bool:
        """Turn to the next page; return False when there is none."""
        return not self.at_end and self._scroll(self.top + max(1, self.shown - 1))

    def action_line(self, by: int) -> None:
        """Scroll by so many lines; in columns, turn the page."""
        self._scroll(self.top + by)

    def action_leaf(self, by: int) -> None:
        """Scroll by so many pages; in one column a line is kept in view."""
        self._scroll(self.top + by * max(1, self.shown - 1))

    def action_edge(self, end: int) -> None:
        """Scroll to the beginning or the end."""
        if end and self._laid:
            self._laid.count(sys.maxsize)
        self._scroll(self.last_top if end else 0)

    def to_hit(self, by: int) -> None:
        """Go to the next hit, or the one before; tell where there is none in this article."""
        hits, layout = self._all_hits(), self._laid
        self._awaited = 0 if layout else by
        if self.article is None or layout is None:
            return
        rows = [layout.row_of(line) for line, _part, _start in hits]
        if self._here in hits and self._is_seen(rows[hits.index(self._here)]):
            at = hits.index(self._here) + by
        else:
            at = bisect_left(rows, self.top) if by > 0 else bisect_right(rows, self.top) - 1
        if 0 <= at < len(hits):
            self._go_to_hit(layout, hits[at])
        else:
            self.post_message(self.HitsPassed(self.article, by))

    def enter_hits(self, by: int) -> bool:
        """Go to the first hit of the article, or with -1 to the last; return False without any."""
        hits = self._all_hits()
        if hits and self._laid:
            self._go_to_hit(self._laid, hits[0 if by > 0 else -1])
        return bool(hits)

    def _go_to_hit(self, layout: Layout, hit: Hit) -> None:
        """Mark `hit` as the one gone to, and scroll to it if it is not shown."""
        self._here = hit
        self.refresh()
        row = layout.row_of(hit[0])
        if not self._is_seen(row):
            layout.count(row + self.shown)
            self._scroll(row)

    def action_rearrange(self) -> None:
        """Switch between pages of columns and one column to scroll, staying at the same place."""
        self.scrolled = not self.scrolled
        self._set(self._place)

    def action_turn(self) -> None:
        """Switch between vertical and horizontal setting, staying at the same place."""
        self.setting = "horizontal" if self.setting == "vertical" else "vertical"
        self._set(self._place)

    def action_follow(self) -> None:
        """Tell that the reader wants to follow the story's jump."""
        if self.article is not None:
            self.post_message(self.Followed(self.article))

    def action_leave(self) -> None:
        """Tell that the reader wants to go back to the list."""
        self.post_message(self.Left())

    def tell_end(self) -> None:
        """Tell it if the end of the article is shown."""
        if self.article is not None and self._laid and self.at_end:
            self.post_message(self.EndSeen(self.article))

    def _scroll(self, top: int) -> bool:
        moved = self.scroll_lines(top)
        if moved:
            self.post_message(self.Scrolled())
        self.tell_end()
        return moved

    def _set(self, place: tuple[int, int]) -> None:
        """Set the article for the present size and layout, and go to `place`."""
        wide, high = self.size
        self._laid = self._hits = None
        if self._text and wide:
            self._laid = lay_out(
                self._text,
                max(2, wide - 2),
                high,
                scrolled=self.scrolled,
                hang=self._hang,
                vertical=self.setting == "vertical",
                numbered=self._numbered,
            )
        self.top = 0
        self.go_to(*place)
        if self._awaited:
            self.to_hit(self._awaited)
        self.refresh()

    def _is_seen(self, row: int) -> bool:
        return self.top <= row < self.top + self.shown

    def _all_hits(self) -> list[Hit]:
        """Return the filter's hits in reading order; they are found when first asked for."""
        if self._hits is None:
            marked = self._laid is not None and any(self._marks.values())
            self._hits = list(self._find_hits(self._laid)) if self._laid and marked else []
        return self._hits

    def _find_hits(self, layout: Layout) -> Iterator[Hit]:
        """Yield each hit with the line in which it begins; the whole article is set for it."""
        for number, line in enumerate(layout.setting.lines):
            for run in line.runs:
                for start, _end in self._marks.get(run.field, ()):
                    if run.start <= start < run.end:
                        yield number, run.field, start

    def _segments(self, run: Run, plain: Style) -> list[Segment]:
        """Return the run in its role's style, the filter's hits marked."""
        segments, at = [], 0
        for start, end in self._marks.get(run.field, ()):
            first, last = max(start, run.start) - run.start, min(end, run.end) - run.start
            if run.start == run.end and start < run.start < end:  # a cell that is not in the text
                first, last = 0, len(run.text)
            if first >= last:
                continue
            here = self._here is not None and self._here[1:] == (run.field, start)
            marked = plain + self.named_style("here" if here else "hit")
            segments += [Segment(run.text[at:first], plain), Segment(run.text[first:last], marked)]
            at = last
        segments.append(Segment(run.text[at:], plain))
        return [segment for segment in segments if segment.text]
