"""A reading screen without a terminal: what a controller shows, tells and asks is kept."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from store.errors import DubaoError
from store.library.library import Library
from store.models import Article, issue_of
from store.reader.marks import Marks
from store.reader.place import Place
from tui.screens.reading.host import Cancelled, Completer, Host, OnAnswer, PaneName, Refuse, Spans
from tui.state.layout import Breakpoints, Widths
from tui.state.outline import Outline
from tui.state.outline_rows import OutlineRow
from tui.state.related import Choice
from tui.state.session import Session
from tui.terminal.expected import Expected


class FakeTimer:
    """A timer that rings when a test says so."""

    def __init__(self, delay: float, ring: Callable[[], None]) -> None:
        self.delay = delay
        self.ring = ring
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


@dataclass
class FakeList:
    """An issue list."""

    rows: list[OutlineRow] = field(default_factory=list)
    cursor: int = 0
    top: int = 0

    @property
    def row(self) -> OutlineRow | None:
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: list[OutlineRow], cursor_on: str = "") -> None:
        self.rows = rows
        self.cursor = next((n for n, row in enumerate(rows) if row.id == cursor_on), self.cursor)


@dataclass
class FakeArticle:
    """An article pane of one page."""

    article: Article | None = None
    contents: Article | None = None
    at: tuple[int, int] = (0, 0)

    def show(
        self, article: Article | None, highlight: Callable[[str], Spans] = lambda _text: ()
    ) -> None:
        self.article, self.at = article, (0, 0)

    def show_contents(self, text: Article) -> None:
        self.article, self.contents = None, text

    def place(self) -> tuple[int, int]:
        return self.at

    def go_to(self, paragraph: int, offset: int) -> None:
        self.at = (paragraph, offset)

    def to_hit(self, by: int) -> None:
        pass

    def enter_hits(self, by: int) -> bool:
        return False

    def page_on(self) -> bool:
        return False

    def number(self, *, on: bool) -> None:
        pass


@dataclass
class FakeFilter:
    """A filter pane."""

    text: str = ""
    summary: tuple[str, str] = ("", "")
    keywords: Sequence[Any] = ()

    def fill(self) -> bool:
        return True

    def clear(self) -> None:
        self.text = ""

    def show_summary(self, count: str, rest: str) -> None:
        self.summary = (count, rest)

    def show_keywords(self, facets: Sequence[Any], expansions: Sequence[Any]) -> None:
        self.keywords = facets


@dataclass
class FakePanes:
    """The panes of a terminal of 120 columns."""

    issues: FakeList = field(default_factory=FakeList)
    article_pane: FakeArticle = field(default_factory=FakeArticle)
    filter_pane: FakeFilter = field(default_factory=FakeFilter)
    focused_name: str = "issues"
    terminal_width: int = 120
    breakpoints: Breakpoints = field(default_factory=list)
    widths: Widths = field(default_factory=Widths)
    one_pane: bool = False
    drawn: int = 0

    @property
    def list_width(self) -> int:
        return 0 if self.one_pane else self.widths.list

    def go_to(self, name: PaneName) -> None:
        self.focused_name = name

    def set_breakpoints(self, breakpoints: Breakpoints) -> None:
        self.breakpoints = breakpoints

    def set_widths(self, cells: Widths) -> None:
        self.widths = cells

    def lay_out(self) -> None:
        pass

    def draw_anew(self) -> None:
        self.drawn += 1

    async def settled(self) -> None:
        pass


@dataclass
class FakeOutside:
    """What the screen leads to; `chosen` is what is chosen wherever there is a choice."""

    restricted: bool = False
    chosen: str = ""
    opened: list[tuple[str, ...]] = field(default_factory=list)
    choices: Sequence[Choice] = ()
    commands: tuple[str, ...] = ("star", "next-article")
    theme: str = ""

    def open_front(self, issue: str, article: str, then: Callable[[str], None]) -> None:
        self._open(then, "front", issue, article)

    def open_calendar(self, issue: str, then: Callable[[str], None]) -> None:
        self._open(then, "calendar", issue)

    def open_subscriptions(
        self,
        library: Library,
        fetch: Callable[[str], None],
        edit: Callable[[str, str], None],
        news: Callable[[], str],
        then: Callable[[str], None],
    ) -> None:
        self._open(then, "subscriptions", str(library.path))

    def open_clippings(self, then: Callable[[str], None]) -> None:
        self._open(then, "clippings")

    def open_pictures(self, article: Article) -> None:
        self.opened.append(("pictures", article.id))

    def choose(self, title: str, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
        self.choices = choices
        self._open(then, "choices", title)

    def _open(self, then: Callable[[str], None], *what: str) -> None:
        self.opened.append(what)
        if self.chosen:
            then(self.chosen)

    def copy(self, text: str) -> str:
        self.opened.append(("copied", text))
        return "copied"

    def suspended(self) -> "nullcontext[None]":
        return nullcontext()

    def command_names(self) -> Iterable[str]:
        return self.commands

    async def run(self, command: str) -> bool:
        self.opened.append(("ran", command))
        return command in self.commands

    def set_theme(self, name: str) -> None:
        self.theme = name


class FakeHost(Host):
    """Where one reads; threads and later turns happen at once."""

    def __init__(self, library: Library, marks: Marks) -> None:
        self.begin(Session(library, marks))
        self.expected = Expected()
        self._panes = FakePanes()
        self._outside = FakeOutside()
        self.told = ""
        self.asked = ""
        self.searched: list[str] = []
        self.went: list[str] = []
        self.looks = 0
        self.answered: list[bool] = []
        self.timers: list[FakeTimer] = []
        self.waiting: list[Callable[[], None]] | None = None
        """What is called later, where a test wants that to be later."""
        self._answer: OnAnswer = print
        self.completer: Completer | None = None

    def begin(self, session: Session) -> None:
        self.session = session
        self.outline = Outline(session)

    @property
    def panes(self) -> FakePanes:
        return self._panes

    @property
    def outside(self) -> FakeOutside:
        return self._outside

    @property
    def article(self) -> Article | None:
        return self.panes.article_pane.article

    def here(self) -> str:
        return self.article.id if self.article else ""

    def place(self) -> Place:
        name = self.here()
        return Place(issue_of(name), name, *self.panes.article_pane.at)

    def tell(self, news: str) -> None:
        self.told = news

    def tell_error(self, error: DubaoError) -> None:
        self.told = str(error)

    @contextmanager
    def telling(self) -> Iterator[None]:
        try:
            yield
        except DubaoError as error:
            self.tell_error(error)

    def tell_hints(self) -> None:
        self.told = ""

    def tell_place(self) -> None:
        pass

    def copy(self, text: str) -> None:
        self.outside.copy(text)

    def ask(
        self,
        question: str,
        then: OnAnswer,
        complete: Completer | None = None,
        refuse: Refuse | None = None,
        default: str = "",
        over: Callable[[], None] | None = None,
    ) -> None:
        self.asked, self._answer, self.completer = question, then, complete

    def answer(self, text: str) -> None:
        """Answer the question that was asked last."""
        result = self._answer(text)
        if result is not None:
            asyncio.run(_awaited(result))

    def show_list(self, cursor_on: str = "") -> None:
        self.panes.issues.show(self.outline.rows(), cursor_on)

    def show(self, name: str) -> None:
        article = self.session.library.article(name)[1] if name else None
        self.panes.article_pane.show(article)

    def go(self, name: str, otherwise: str = "") -> None:
        self.went.append(name)
        if name:
            self.show(name)
        else:
            self.tell(otherwise)

    def after_paint(self, callback: Callable[[], None]) -> None:
        callback()

    def mark_read(self, article: Article) -> None:
        self.session.marks.mark(article.key, read=True)

    def return_to(self, place: Place, row: str) -> None:
        self.show(place.article)

    def search(self, text: str) -> None:
        self.searched.append(text)

    def narrow_by(self, query: str) -> None:
        self.panes.filter_pane.text = query

    def filter_answered(self, *, whole: bool) -> None:
        self.answered.append(whole)

    def look(self) -> None:
        self.looks += 1

    def work(self, group: str, job: Callable[[Cancelled], None]) -> None:
        job(lambda: False)

    def work_along(self, group: str, job: Callable[[], Awaitable[None]]) -> None:
        asyncio.run(_awaited(job()))

    def call_later(self, callback: Callable[[], None]) -> None:
        if self.waiting is None:
            callback()
        else:
            self.waiting.append(callback)

    def set_timer(self, delay: float, callback: Callable[[], None]) -> FakeTimer:
        self.timers.append(FakeTimer(delay, callback))
        return self.timers[-1]


async def _awaited(result: Awaitable[None]) -> None:
    await result
