"""Fetching while one reads: another process does it, and the lowest line says how far it is.

What comes is shown as whatever else changes in the library is: by the look of each second.
"""

from collections.abc import Callable
from contextlib import aclosing
from time import monotonic

from store.library.library import Library
from tui.language import _
from tui.screens.arrivals.program import running
from tui.screens.reading.host import Host

TODAY = "date:today"
"""What the filter asks for to leave the day's papers."""

BETWEEN = 0.5
"""Seconds between two lines about a fetch at least: each is some hundred bytes to the terminal."""


class Fetching:
    """Has subscriptions, a story or an address fetched into `library`, one thing at a time."""

    def __init__(
        self, host: Host, library: Library | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        self._host = host
        self._library = library
        self._clock = clock
        self._busy = False

    def action_today(self) -> None:
        """Leave the papers of today alone in the list, or all of them again."""
        text = self._host.panes.filter_pane.text
        self._host.narrow_by("" if text == TODAY else TODAY)

    def action_fetch(self, name: str = "") -> None:
        """Fetch what is new of all subscriptions, or of that of this name."""
        self.run("fetch", *((name,) if name else ()))

    def action_full_text(self) -> None:
        """Fetch the whole text of the article shown, where its beginning alone is here."""
        article = self._host.article
        if article is None:
            return
        if not article.stub:
            self._host.tell(_("The article is whole."))
        elif not article.url:
            self._host.tell(_("Where the whole article stands is not known."))
        else:
            self.run("fetch", article.url)

    def action_subscribe(self) -> None:
        """Ask for an address or a paper's name, and subscribe to it."""
        self._host.ask(_("subscribe to (address or paper):"), self._subscribe)

    def _subscribe(self, address: str) -> None:
        if address := address.strip():
            self.run("subscribe", "--", address)

    def run(self, *words: str) -> None:
        """Run a command of dubao's beside the reader, and tell what it says."""
        if self._host.outside.restricted:
            self._host.tell(_("Guests cannot do that."))
        elif self._busy:
            self._host.tell(_("A fetch is under way already."))
        else:
            self._busy = True
            self._host.work_along("fetch", lambda: self._run(words))

    async def _run(self, words: tuple[str, ...]) -> None:
        folder = str((self._library or self._host.session.library).path)
        told, said = -BETWEEN, ""
        self._host.tell(_("Fetching…"))
        try:
            async with aclosing(running(("--library", folder, *words))) as lines:
                async for line in lines:
                    said = line.removeprefix("dubao: ") or said
                    if self._clock() - told >= BETWEEN:
                        told = self._clock()
                        self._host.tell(said)
        finally:
            self._busy = False
        self._host.tell(said or _("Nothing new has come."))
        self._host.look()
