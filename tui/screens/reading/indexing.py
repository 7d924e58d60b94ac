"""The index of the library, brought up to date beside the reader."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress

from store.backends.opening import is_folder
from store.errors import DubaoError
from tui.language import _
from tui.messages import translated
from tui.screens.reading.host import Host


class Indexing:
    """Keeps the index up to date; `tell` is told how far that is, `then` is called at the end."""

    def __init__(self, host: Host, tell: Callable[[str], None], then: Callable[[], None]) -> None:
        self._host = host
        self._tell = tell
        self._then = then
        self._told: set[str] = set()
        """What has been told of failures: each is told once."""

    def start(self) -> None:
        """Bring the index up to date, unless it is a guest who reads."""
        if not self._host.outside.restricted:
            self._host.work_along("index", self._bring_up_to_date)

    def reword(self, issue: str) -> None:
        """Extract the words of what has been set right in `issue`, unless it is a guest's."""
        if not self._host.outside.restricted:
            self._host.work_along("words", lambda: self._reword(issue))

    async def _reword(self, issue: str) -> None:
        from store.imports.keywords import reword_texts
        from store.processes import Worker

        library = self._host.session.library
        with suppress(DubaoError), Worker() as worker:  # reindex --words extracts them, too
            await asyncio.to_thread(reword_texts, library, issue, worker)

    async def _bring_up_to_date(self) -> None:
        session = self._host.session
        narrowing, library = session.narrowing, session.library
        try:
            if not is_folder(library.path) or not await asyncio.to_thread(narrowing.lacking):
                return
        except DubaoError:
            return  # what the look of each second tells
        from store.index.background import indexing

        failure = ""
        try:
            async with aclosing(indexing(library.address)) as steps:
                async for done, total in steps:
                    percent = 100 * done // max(total, 1)
                    self._tell(_("indexing {percent}%").format(percent=percent))
        except DubaoError as error:
            failure = translated(error.message)
        self._host.session.narrowing.renew()
        self._then()
        if failure not in ("", *self._told):
            self._told.add(failure)
            self._host.tell(failure)
