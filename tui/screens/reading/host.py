"""The reading screen as its controllers see it.

A controller is a plain object with one part of what the screen does: it is handed a `Host`, keeps
its own state, and imports no Textual. Its methods named ``action_…`` are what keys run.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Literal, Protocol

from store.errors import DubaoError
from store.library.library import Library
from store.models import Article
from store.reader.place import Place
from tui.state.layout import Breakpoints, Widths
from tui.state.outline import Outline
from tui.state.outline_rows import OutlineRow
from tui.state.session import Session
from tui.terminal.expected import Expected

if TYPE_CHECKING:
    from store.index.results import Facet
    from tui.state.keyword_rows import Expansion
    from tui.state.related import Choice

Action = Callable[..., Awaitable[None] | None]
"""What a key runs, with the arguments that stand in its action."""

PaneName = Literal["issues", "article", "filter-line", "keywords"]
"""What can have the focus."""

Cancelled = Callable[[], bool]
"""Tells a thread whether its work is given up."""

OnAnswer = Callable[[str], Awaitable[None] | None]
"""Takes an answer."""

Refuse = Callable[[str], str]
"""Tells for a text why it is no answer; ``""`` if it is one."""

Completer = Callable[[str], tuple[int, tuple[str, ...]]]
"""Tells for a text where its last piece begins, and what may stand in that piece's place."""

Spans = tuple[tuple[int, int], ...]


class ListView(Protocol):
    """The issue list."""

    cursor: int
    top: int

    @property
    def row(self) -> OutlineRow | None:
        """The row under the cursor."""

    def show(self, rows: list[OutlineRow], cursor_on: str = "") -> None:
        """Show `rows`, the cursor on the row of that id."""


class ArticleView(Protocol):
    """The article pane."""

    article: Article | None

    def show(self, article: Article | None, highlight: Callable[[str], Spans] = ...) -> None:
        """Show `article`, with the stretches of its texts that `highlight` returns marked."""

    def show_contents(self, text: Article) -> None:
        """Show the contents of an issue as a text, with no article."""

    def place(self) -> tuple[int, int]:
        """Return the paragraph and the offset in it at which the reader is."""

    def go_to(self, paragraph: int, offset: int) -> None:
        """Bring this place to the head of the pane."""

    def to_hit(self, by: int) -> None:
        """Go to the next hit of the article, or the one before."""

    def enter_hits(self, by: int) -> bool:
        """Go to the first hit of the article, or with -1 to the last; return False without any."""

    def page_on(self) -> bool:
        """Turn to the next page; return False when there is none."""

    def number(self, *, on: bool) -> None:
        """Show the paragraphs' numbers, or no more."""


class FilterView(Protocol):
    """The filter pane."""

    text: str

    def fill(self) -> bool:
        """Make its widgets, if they are not there yet."""

    def clear(self) -> None:
        """Empty the filter line."""

    def show_summary(self, count: str, rest: str) -> None:
        """Show how much is left, and a second line about it."""

    def show_keywords(self, facets: "Sequence[Facet]", expansions: "Sequence[Expansion]") -> None:
        """Show keywords, and above them what Latin letters stand for."""


class PaneRow(Protocol):
    """The three panes side by side, as far as there is room."""

    @property
    def issues(self) -> ListView:
        """The issue list."""

    @property
    def article_pane(self) -> ArticleView:
        """The article pane."""

    @property
    def filter_pane(self) -> FilterView:
        """The filter pane."""

    @property
    def focused_name(self) -> str:
        """The `PaneName` of what has the focus, ``""`` where it is something else."""

    @property
    def terminal_width(self) -> int:
        """The terminal's columns."""

    @property
    def list_width(self) -> int:
        """The cells that the list has now, 0 where one pane has the screen for itself."""

    def go_to(self, name: PaneName) -> None:
        """Put the focus there."""

    def set_breakpoints(self, breakpoints: Breakpoints) -> None:
        """Show as many panes as these breakpoints say for the terminal's width."""

    def set_widths(self, cells: Widths) -> None:
        """Give list and filter their widths; the article has the rest."""

    def lay_out(self) -> None:
        """Give every pane its size now."""

    def draw_anew(self) -> None:
        """Set and draw again what is shown: texts are in another script."""

    async def settled(self) -> None:
        """Wait until the panes have taken in what they have been sent."""


class Surroundings(Protocol):
    """What is beyond the reading screen: other screens, the terminal's clipboard, programs."""

    @property
    def restricted(self) -> bool:
        """Whether it is a guest who reads."""

    def open_front(self, issue: str, article: str, then: Callable[[str], None]) -> None:
        """Show the front page of an issue, and hand the article chosen to `then`."""

    def open_calendar(self, issue: str, then: Callable[[str], None]) -> None:
        """Show the issues of the paper of `issue`, and hand the one chosen to `then`."""

    def open_subscriptions(
        self,
        library: Library,
        fetch: Callable[[str], None],
        edit: Callable[[str, str], None],
        news: Callable[[], str],
        then: Callable[[str], None],
    ) -> None:
        """Show the subscriptions of `library`, and hand the issue chosen to `then`.

        `fetch` has one of them fetched, by its name, `edit` changed, and `news` tells how far that
        is.
        """

    def open_clippings(self, then: Callable[[str], None]) -> None:
        """Show the clippings, and hand the address of the article chosen to `then`."""

    def open_pictures(self, article: Article) -> None:
        """Show the pictures of `article`."""

    def choose(self, title: str, choices: "Sequence[Choice]", then: Callable[[str], None]) -> None:
        """Let the reader choose, and hand the value of what is chosen to `then`."""

    def suspended(self) -> AbstractContextManager[None]:
        """Leave the terminal to another program for the time of a block."""

    def command_names(self) -> Iterable[str]:
        """Return the names of all that can be done where one stands."""

    async def run(self, command: str) -> bool:
        """Do what the command of this name does; return False where there is none."""

    def set_theme(self, name: str) -> None:
        """Show everything in the colours of this theme."""


class Timer(Protocol):
    """Something that will happen."""

    def stop(self) -> None:
        """Let it not happen."""


class Timing(Protocol):
    """What lets things happen later."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call `callback` after `delay` seconds."""


class Host(Timing, Protocol):
    """Where one reads: what is shown, and what can be asked of the screen as a whole."""

    session: Session
    outline: Outline
    expected: Expected

    @property
    def panes(self) -> PaneRow:
        """The panes."""

    @property
    def outside(self) -> Surroundings:
        """What is beyond this screen."""

    @property
    def article(self) -> Article | None:
        """The article shown."""

    def begin(self, session: Session) -> None:
        """Show what is in `session` from now on."""

    def here(self) -> str:
        """Return the address of the article shown, or of the last one."""

    def place(self) -> Place:
        """Return where the reader is: article, place in it, filter, and how one reads."""

    # Telling and asking

    def tell(self, news: str) -> None:
        """Tell one sentence in the lowest line."""

    def tell_error(self, error: DubaoError) -> None:
        """Tell what went wrong."""

    def telling(self) -> AbstractContextManager[None]:
        """Tell what went wrong in the block, which is left then."""

    def tell_hints(self) -> None:
        """Tell what can be done, in the place of what was told before."""

    def tell_place(self) -> None:
        """Tell where the reader is."""

    def copy(self, text: str) -> None:
        """Send `text` to the clipboard of the terminal, and tell of it."""

    def ask(
        self,
        question: str,
        then: OnAnswer,
        complete: Completer | None = None,
        refuse: Refuse | None = None,
        default: str = "",
        over: Callable[[], None] | None = None,
    ) -> None:
        """Ask for a line, completed by `complete`, and hand it to `then`.

        One that `refuse` has a reason against stays to be mended; an empty one counts as `default`.
        Answered or not, `over` is called before the answer is handed on.
        """

    # Showing

    def show_list(self, cursor_on: str = "") -> None:
        """Show the list as it is now, with the cursor on the row of this id."""

    def show(self, name: str) -> None:
        """Show the article at this address, or the contents of an issue without articles.

        ``""`` shows nothing.
        """

    def go(self, name: str, otherwise: str = "") -> None:
        """Bring the reader to this article, with a way back; without one tell `otherwise`."""

    def mark_read(self, article: Article) -> None:
        """Mark the article read: its end was seen."""

    def return_to(self, place: Place, row: str) -> None:
        """Bring the reader back to `place` and to this row of the list, with a way back."""

    def search(self, text: str) -> None:
        """Ask for what `text` leaves, and narrow the list by it when that is known."""

    def narrow_by(self, query: str) -> None:
        """Write `query` into the filter line; what it leaves follows."""

    def filter_answered(self, *, whole: bool) -> None:
        """Take note that the filter's answer is shown, or the `whole` of it, with its keywords."""

    def look(self) -> None:
        """Show what has been changed, here or by other sessions."""

    # Work that takes a moment

    def work(self, group: str, job: Callable[[Cancelled], None]) -> None:
        """Do `job` in a thread of its own; what this group was doing is given up."""

    def work_along(self, group: str, job: Callable[[], Awaitable[None]]) -> None:
        """Do `job` in the screen's own thread; what this group was doing is given up."""

    def after_paint(self, callback: Callable[[], None]) -> None:
        """Call `callback` once what has been told and shown is on the terminal."""

    def call_later(self, callback: Callable[[], None]) -> None:
        """Call `callback` in the screen's turn; any thread may ask for that."""


def actions_of(*controllers: object) -> dict[str, Action]:
    """Return what `controllers` do, by the names of actions: their methods ``action_NAME``."""
    return {
        name.removeprefix("action_"): getattr(controller, name)
        for controller in controllers
        for name in dir(controller)
        if name.startswith("action_")
    }
