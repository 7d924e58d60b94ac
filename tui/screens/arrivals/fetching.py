"""Fetching while one reads: another process does it, and the lowest line says how far it is.

What comes is shown as whatever else changes in the library is: by the look of each second.
"""

import shlex
from collections.abc import Callable
from contextlib import aclosing, suppress
from datetime import datetime
from time import monotonic

from store.errors import DubaoError
from store.library.library import Library
from store.models import issue_of
from store.moments import utc_now
from tui.language import _
from tui.screens.arrivals.program import running
from tui.screens.reading.host import Host

BETWEEN = 0.5
"""Seconds between two lines about a fetch at least: each is some hundred bytes to the terminal."""


class Fetching:
    """Has subscriptions, a story or an address fetched into `library`, one thing at a time."""

    def __init__(
        self, host: Host, library: Library | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        self._host = host
        self._own = library
        self._clock = clock
        self._busy = False
        self.news = ""
        """What was told last."""

    @property
    def _library(self) -> Library:
        return self._own or self._host.session.library

    def action_fetch(self, name: str = "") -> None:
        """Fetch what is new of all subscriptions, or of that of this name."""
        self.run("fetch", *(("--", name) if name else ("--all",)))

    def action_subscriptions(self) -> None:
        """Show the papers subscribed to, and go to the issue chosen there."""

        def go_to_issue(issue: str) -> None:
            self._host.look()  # it may have come just now
            self._host.go(self._host.session.first(issue), _("The filter leaves nothing of it."))

        self._host.outside.open_subscriptions(
            self._library, self.action_fetch, self.edit, lambda: self.news, go_to_issue
        )

    def edit(self, name: str, options: str) -> None:
        """Change the subscription of this name by `options`, as they are typed for the command."""
        try:
            words = shlex.split(options)
        except ValueError:
            self._tell(_("A quotation mark is missing."))
            return
        self.run("subscribe", "--edit", *words, "--", name)

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
            self.run("fetch", "--into", issue_of(article.id), "--", article.url)

    def action_subscribe(self) -> None:
        """Ask for an address or a paper's name, and subscribe to it."""
        self._host.ask(_("subscribe to (address or paper):"), self._subscribe)

    def _subscribe(self, address: str) -> None:
        if address := address.strip():
            self.run("subscribe", "--", address)

    def run(self, *words: str) -> None:
        """Run a command of dubao's beside the reader, and tell what it says."""
        if self._host.outside.restricted:
            self._tell(_("Guests cannot do that."))
        elif self._busy:
            self._tell(_("A fetch is under way already."))
        else:
            self._busy = True
            self._host.work_along("fetch", lambda: self._run(words))

    async def _run(self, words: tuple[str, ...]) -> None:
        address, begun = self._library.address, utc_now()
        told, said = -BETWEEN, ""
        self._tell(_("Fetching…"))
        try:
            async with aclosing(running(("--library", address, *words))) as lines:
                async for line in lines:
                    said = line.removeprefix("dubao: ") or said
                    if self._clock() - told >= BETWEEN:
                        told = self._clock()
                        self._tell(said)
        finally:
            self._busy = False
        self._tell(self._came(begun) or said or _("Nothing new has come."))
        self._host.look()

    def _came(self, begun: datetime) -> str:
        """Return what subscriptions have brought since then, ``""`` where none was fetched."""
        from tui.screens.arrivals.states import came_since  # not before the first paint

        with suppress(DubaoError):
            return came_since(self._library.files, begun)
        return ""

    def _tell(self, news: str) -> None:
        self.news = news
        self._host.tell(news)
