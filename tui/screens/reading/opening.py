"""How the screen comes up: where the reader left off, filtered as before, in a single paint."""

from collections.abc import Callable

from msgspec import Struct, field

from store.config import Front
from store.index.hits import EVERYTHING
from store.library.library import Library
from store.messages import Message
from store.reader.place import Place
from tui.screens.reading.host import Host
from tui.state.session import Session

NARROWING_PATIENCE = 0.5
"""Seconds that the first paint waits for what the filter of last time leaves."""

PATIENCE = 3.0
"""Seconds that it waits for all of the screen, where a picture of it is painted already."""


class Start(Struct, frozen=True):
    """How the reader starts: at `issue`, else where it was left; `notice` is shown then.

    `first` says that whoever reads has not been here before.

    The article is in this `setting`, if none was chosen. With `hanging`, closing marks may hang in
    the margin. `patient` says that something is on the terminal already, and the first paint may
    wait for the keywords. `awaited` is an empty library, shown as soon as it holds something.
    `untold` are sentences, more of which may come, that are taken out when they are told. `front`
    is what a front page is shown as first; `at_front` is whether it is shown at once.
    With `follows`, where one leaves off on another host is gone to.
    `once_standing` is called when all of the screen is there.
    """

    issue: str = ""
    notice: str = ""
    first: bool = False
    hanging: bool = False
    patient: bool = False
    awaited: Library | None = None
    untold: list[Message] = field(default_factory=list)
    setting: str = "horizontal"
    front: Front = "page"
    at_front: bool = False
    follows: bool = False
    once_standing: Callable[[], object] = lambda: None


class Opening:
    """Brings the screen up at `place`.

    `ready` is called once, when the screen is complete enough for its first paint.
    """

    def __init__(self, host: Host, start: Start, place: Place, ready: Callable[[], None]) -> None:
        self._host = host
        self._start = start
        self._tell_ready = ready
        self._place = place
        self._is_ready = False

    def begin(self) -> None:
        """Show what can be shown before the panes have their size."""
        self.open(self._place, counted=self._start.patient)

    def open(self, place: Place, *, counted: bool = True) -> None:
        """Show the list and the article of `place`, with the focus in the list.

        Unless `counted`, what is folded away in the list is not counted.
        """
        place = self._host.session.opening(place, self._start.issue)
        at = place.article or place.issue
        self._host.outline.unfold(at)
        self._host.panes.issues.show(self._host.outline.rows(counted=counted), at)
        self._host.show(at)
        self._place = place
        self._host.panes.go_to("issues")

    async def finish(self) -> None:
        """Go to the place within the article, narrow as it was narrowed, and show all of it."""
        await self._go_within()
        if self._place.filter:
            self._host.narrow_by(self._place.filter)
        elif self._start.patient:
            self._host.panes.filter_pane.fill()
            self._host.search("")
        else:
            self._ready()
        self._host.set_timer(PATIENCE if self._start.patient else NARROWING_PATIENCE, self._ready)

    def filter_answered(self, *, whole: bool) -> None:
        """Let the first paint wait for no more."""
        if whole or not self._start.patient:
            self._ready()

    async def show_next_start(self) -> bool:
        """Show what the next start will show first; return False where that cannot be known.

        It cannot where a filter narrows or hides: the filter has to be run again then.
        """
        session = self._host.session
        if session.hits() is not EVERYTHING:
            return False
        self._host.begin(Session(session.library, session.marks, fuzzy=session.fuzzy))
        self._host.panes.issues.top = 0
        self.open(session.marks.place())
        self._host.panes.lay_out()
        await self._go_within()
        self._host.tell_place()
        return True

    async def _go_within(self) -> None:
        """Go to the place within the article once all panes have their size."""
        place = self._place
        await self._host.panes.settled()
        if place.reading:
            # not before: where there is room for one pane it was hidden
            self._host.panes.go_to("article")
        self._host.panes.article_pane.go_to(place.paragraph, place.offset)
        if self._start.notice:
            self._host.tell(self._start.notice)

    def _ready(self) -> None:
        if not self._is_ready:
            self._is_ready = True
            self._tell_ready()
