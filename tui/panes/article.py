"""The article's text, set by our own typesetter and drawn line by line."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from store.models import Article
from tui.commands import Command, bindings
from tui.language import N_
from tui.panes.lines import Lines
from tui.typeset import Part, Run, Setting, set_article, source_text

Spans = tuple[tuple[int, int], ...]
Highlighter = Callable[[str], Spans]

MEASURE = 76
"""The widest measure in cells: 38 characters; 24 to 38 read best (clreq, section 5.1)."""

ROLES = ("column", "kicker", "headline", "subhead", "byline", "lead", "crosshead", "caption",
         "credit", "jump")  # fmt: skip


def texts(article: Article) -> Iterator[tuple[Part, str]]:
    """Yield the texts of `article` in which hits are marked."""
    for part in ("column", "kicker", "headline", "subhead", "byline", "credit"):
        yield part, source_text(article, part)
    for number, paragraph in enumerate(article.paragraphs):
        yield ("body", number), paragraph


def no_hits(text: str) -> Spans:
    """Mark nothing."""
    del text
    return ()


class ArticlePane(Lines):
    """One article; it shows what it is given and tells when its end has been read to."""

    component_prefix = "article"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{role}" for role in (*ROLES, "hit")}
    DEFAULT_CSS = """
    ArticlePane .article--column { color: ansi_cyan; }
    ArticlePane .article--headline { text-style: bold; }
    ArticlePane .article--crosshead { text-style: bold; }
    ArticlePane .article--byline { color: ansi_green; }
    ArticlePane .article--lead { color: ansi_green; }
    ArticlePane .article--credit { color: ansi_green; }
    ArticlePane .article--jump { color: ansi_cyan; }
    ArticlePane .article--hit { text-style: reverse; color: ansi_yellow; }
    """
    HELP = N_("The article. Space turns the page and goes on to the next unread one.")
    KEYS: ClassVar[list[Command]] = [
        Command("down,j", "line(1)", N_("A line down")),
        Command("up,k", "line(-1)", N_("A line up")),
        Command("pagedown,ctrl+f", "leaf(1)", N_("A page down")),
        Command("pageup,ctrl+b,b", "leaf(-1)", N_("A page up"), N_("back")),
        Command("home,g", "edge(0)", N_("To the beginning")),
        Command("end,G", "edge(1)", N_("To the end")),
        Command("n", "hit(1)", N_("To the next hit of the filter")),
        Command("N", "hit(-1)", N_("To the hit before")),
        Command("left,h", "leave", N_("Back to the list"), N_("list")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    @dataclass
    class EndSeen(Message):
        """The reader has paged or scrolled to the end of this article."""

        article: Article

    @dataclass
    class Scrolled(Message):
        """Another part of the article is seen."""

    @dataclass
    class Left(Message):
        """The reader wants back to the list."""

    def __init__(self) -> None:
        super().__init__(id="article")
        self.article: Article | None = None
        self.setting: Setting | None = None
        self._marks: dict[Part, Spans] = {}

    def show(self, article: Article | None, highlight: Highlighter = no_hits) -> None:
        """Show `article` from its beginning, or the same one again at its place.

        `highlight` returns the stretches of a headline or paragraph to be marked.
        """
        same = article is not None and self.article is not None and article.id == self.article.id
        place = self.place() if same else (0, 0)
        marks = {part: highlight(text) for part, text in texts(article)} if article else {}
        if same and article == self.article and marks == self._marks:
            return
        self.article, self._marks = article, marks
        self._set()
        self.go_to(*place)
        self.refresh()

    def place(self) -> tuple[int, int]:
        """Return the paragraph and the offset in it of the first body line seen."""
        return self.setting.place_at(self.top) if self.setting and self.top else (0, 0)

    def go_to(self, paragraph: int, offset: int) -> None:
        """Bring this place to the head of the pane; the article's beginning for (0, 0)."""
        at_start = (paragraph, offset) == (0, 0) or self.setting is None
        line = 0 if at_start or self.setting is None else self.setting.line_at(paragraph, offset)
        self.top = max(0, min(line, self.last_top))
        self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        """Set the text anew for this width, at the same place."""
        place = self.place()
        self._set()
        self.go_to(*place)
        self.refresh()

    def line_count(self) -> int:
        """Return how many lines the article has at this width."""
        return len(self.setting.lines) if self.setting else 0

    def line(self, number: int, cells: int) -> Strip:
        """Return line `number`, its measure centred in the pane."""
        assert self.setting is not None
        set_line = self.setting.lines[number]
        left = max(0, (cells - self._measure) // 2) + set_line.pad
        segments = [Segment(" " * left, self.rich_style)]
        for run in set_line.runs:
            segments += self._segments(run)
        strip = Strip(segments)
        return strip.adjust_cell_length(cells, self.rich_style)

    @property
    def progress(self) -> str:
        """How far one has read: a percentage, or nothing when all of it is seen at once."""
        if not self.last_top:
            return ""
        return f"{min(100, 100 * (self.top + self.size.height) // self.line_count())}%"

    def page_on(self) -> bool:
        """Turn to the next page; return False when there is none."""
        return self._scroll(self.top + max(1, self.size.height - 1))

    def action_line(self, by: int) -> None:
        """Scroll by so many lines."""
        self._scroll(self.top + by)

    def action_leaf(self, by: int) -> None:
        """Scroll by so many pages, one line kept in view."""
        self._scroll(self.top + by * max(1, self.size.height - 1))

    def action_edge(self, end: int) -> None:
        """Scroll to the beginning or the end."""
        self._scroll(self.last_top if end else 0)

    def action_hit(self, by: int) -> None:
        """Bring the next line with a hit to the head of the pane, or the one before."""
        lines = self.setting.lines if self.setting else ()
        hits = [n for n, line in enumerate(lines) if any(self._hit_spans(r) for r in line.runs)]
        at = bisect_right(hits, self.top) if by > 0 else bisect_left(hits, self.top) - 1
        if hits:
            self._scroll(hits[at % len(hits)])

    def action_leave(self) -> None:
        """Tell that the reader wants back to the list."""
        self.post_message(self.Left())

    def tell_end(self) -> None:
        """Tell that the end is on the screen, where it is: called once the reader is inside."""
        if self.article is not None and self.at_end:
            self.post_message(self.EndSeen(self.article))

    def _scroll(self, top: int) -> bool:
        moved = self.scroll_lines(top)
        if moved:
            self.post_message(self.Scrolled())
        self.tell_end()
        return moved

    @property
    def _measure(self) -> int:
        return max(2, min(MEASURE, self.size.width - 2))

    def _set(self) -> None:
        wide = self.size.width
        self.setting = set_article(self.article, self._measure) if self.article and wide else None

    def _segments(self, run: Run) -> list[Segment]:
        """Return the run in its role's style, the filter's hits marked."""
        style = self.rich_style + self._look(run.role)
        marks = self._hit_spans(run)
        if not marks:
            return [Segment(run.text, style)]
        segments, at = [], 0
        for start, end in marks:
            segments += [
                Segment(run.text[at:start], style),
                Segment(run.text[start:end], style + self.look("hit")),
            ]
            at = end
        return [s for s in (*segments, Segment(run.text[at:], style)) if s.text]

    def _hit_spans(self, run: Run) -> list[tuple[int, int]]:
        """Return the hits within `run`, as offsets in its text."""
        return [
            (max(start, run.start) - run.start, min(end, run.end) - run.start)
            for start, end in self._marks.get(run.part, ())
            if start < run.end and end > run.start
        ]

    def _look(self, role: str) -> Style:
        return self.look(role) if role in ROLES else Style.null()
