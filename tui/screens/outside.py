"""What the reading screen leads to: other screens, the terminal's clipboard, other programs."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from textual.screen import Screen

from store.config import Front
from store.library.library import Library
from store.models import Article
from tui.screens.standing import named, nodes_above
from tui.state.session import Session
from tui.terminal.textual_seam import send

if TYPE_CHECKING:
    from tui.state.related import Choice

# Other screens are imported when they are opened: not before the first paint.


class Outside:
    """Opens screens over `screen`, and reaches the application that it belongs to."""

    def __init__(
        self, screen: Screen[None], session: Callable[[], Session], front: Front = "page"
    ) -> None:
        self._screen = screen
        self._session = session
        self._front = front

    @property
    def restricted(self) -> bool:
        """Whether it is a guest who reads."""
        return bool(getattr(self._screen.app, "denied", None))

    def open_front(self, issue: str, article: str, then: Callable[[str], None]) -> None:
        """Show the front page of an issue, and hand the article chosen to `then`."""
        from tui.screens.front import FrontScreen

        self._open(FrontScreen(self._session(), issue, article, self._front), then)

    def open_calendar(self, issue: str, then: Callable[[str], None]) -> None:
        """Show the issues of the paper of `issue`, and hand the one chosen to `then`."""
        from tui.screens.calendar import CalendarScreen

        self._open(CalendarScreen(self._session(), issue), then)

    def open_pictures(self, article: Article) -> None:
        """Show the pictures of `article`."""
        from tui.screens.gallery import GalleryScreen

        self._screen.app.push_screen(GalleryScreen(self._session(), article))

    def open_editing(self, article: Article, then: Callable[[str], None]) -> None:
        """Let `article` be set right, and hand its address then to `then`."""
        from tui.screens.editing import EditScreen

        self._open(EditScreen(self._session(), article), then)

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
        from tui.screens.arrivals.subscriptions import SubscriptionsScreen

        self._open(SubscriptionsScreen(library, fetch, edit, news), then)

    def open_clippings(self, then: Callable[[str], None]) -> None:
        """Show the clippings, and hand the address of the article chosen to `then`."""
        from tui.screens.clippings.screen import ClippingsScreen

        self._open(ClippingsScreen(self._session()), then)

    def choose(self, title: str, choices: "Sequence[Choice]", then: Callable[[str], None]) -> None:
        """Let the reader choose, and hand the value of what is chosen to `then`."""
        from tui.screens.choosing import ChoosingScreen

        self._open(ChoosingScreen(title, choices), then)

    def _open(self, screen: Screen[str], then: Callable[[str], None]) -> None:
        def closed(value: str | None) -> None:
            if value:
                then(value)

        self._screen.app.push_screen(screen, closed)

    def copy(self, text: str) -> str:
        """Send `text` to the clipboard of the terminal, through SSH as well; return what to say."""
        from tui.terminal.clipboard import way_for

        way = way_for(text, os.environ, restricted=self.restricted)
        send(self._screen.app, way.sequence)
        return way.told

    def suspended(self) -> AbstractContextManager[None]:
        """Leave the terminal to another program for the time of a block."""
        return self._screen.app.suspend()

    def command_names(self) -> Iterable[str]:
        """Return the names of all that can be done where one stands."""
        commands = (listed for _node, _help, listed in nodes_above(self._screen))
        return [command.name for each in commands for command in each]

    async def run(self, command: str) -> bool:
        """Do what the command of this name does; return False where there is none."""
        found = named(self._screen, command)
        if found is None:
            return False
        node, meant = found
        await self._screen.app.run_action(meant.action, node)
        return True

    def set_theme(self, name: str) -> None:
        """Show everything in the colours of this theme."""
        self._screen.app.theme = name
