"""The filter on the screen: asked off its thread, shown when it has answered, its index kept up."""

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence
from contextlib import aclosing
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import DubaoError
from tui.language import _, plural
from tui.messages import translated
from tui.panes.filter import FilterPane
from tui.screens.reading.debounce import Debounced
from tui.screens.reading.marking import MarkingScreen
from tui.state.session import Session

if TYPE_CHECKING:
    from store.index.query import Query
    from store.index.results import Facet, Results


class FilteringScreen(MarkingScreen):
    """A screen with a filter pane, whose filter narrows the list."""

    class Narrowed(Message):
        """The filter has an answer to `query`."""

        def __init__(self, query: "Query", found: "Results") -> None:
            super().__init__()
            self.query = query
            self.found = found

    class Counted(Message):
        """The keywords of what the filter leaves have been counted."""

        def __init__(self, query: "Query", facets: "Sequence[Facet]") -> None:
            super().__init__()
            self.query = query
            self.facets = facets

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.typing = Debounced(self)
        self._count = ""

    @property
    def filter_pane(self) -> FilterPane:
        """The filter pane."""
        return self.query_one(FilterPane)

    @property
    def narrowed_by(self) -> str:
        """What the list is narrowed by."""
        return self.filter_pane.text

    @abstractmethod
    def here(self) -> str:
        """Return the address of the article shown, or of the last one."""

    @abstractmethod
    def answered(self, *, whole: bool) -> None:
        """Know that the filter's answer is shown, or the `whole` of it, with its keywords."""

    def asked(self) -> Sequence[str]:
        """Return the filters that this reader used before, newest first."""
        try:
            return self.session.marks.asked.all()
        except DubaoError as error:
            self.tell(translated(error.message))
            return ()

    def offers(self, text: str) -> tuple[int, tuple[str, ...]]:
        """Return where the last piece of a filter begins, and what may stand in its place."""
        from tui.state.completion import Completion  # not before the first paint

        try:
            return Completion(self.session).offers(text)
        except DubaoError as error:
            self.tell(translated(error.message))
            return 0, ()

    @on(FilterPane.Asked)
    def _asked(self, event: FilterPane.Asked) -> None:
        with self.telling():
            self.session.marks.asked.keep(event.text)

    @on(FilterPane.Typed)
    def _typed(self, event: FilterPane.Typed) -> None:
        self.search(event.text)

    def search(self, text: str) -> None:
        """Ask for what `text` leaves, off the screen's thread; the question before is given up."""
        narrowing = self.session.narrowing
        query = narrowing.ask(text)

        def ask() -> None:
            worker = get_current_worker()
            found = narrowing.answer(query, lambda: worker.is_cancelled)
            if found is None or worker.is_cancelled:
                return
            self.post_message(self.Narrowed(query, found))
            facets = narrowing.facets(query, found, lambda: worker.is_cancelled)
            if facets is not None and not worker.is_cancelled:
                self.post_message(self.Counted(query, facets))

        self.run_worker(ask, thread=True, exclusive=True, group="filter", exit_on_error=False)

    @on(Narrowed)
    def _narrowed(self, event: Narrowed) -> None:
        """Show what the filter leaves, unless another letter has been typed since."""
        narrowing = self.session.narrowing
        before = narrowing.hits
        name = self.here()
        spot = self.session.spot(name)
        if not narrowing.narrow(event.query, event.found, spot):
            return
        if narrowing.hits is not before:
            name = name if narrowing.leaves(spot) else self.session.first()
            self.issues.show(self.outline.rows(), name)
            self._after_typing("article", partial(self.show, name))
        self._tell_filter(event.found)
        self.answered(whole=False)

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        """Show the keywords of what is left, unless another letter has been typed since."""
        if event.query == self.session.narrowing.query:
            expansions = self.session.narrowing.expansions()
            show = partial(self.filter_pane.show_keywords, event.facets, expansions)
            self._after_typing("keywords", show)
            self.answered(whole=True)

    def _after_typing(self, what: str, show: Callable[[], None]) -> None:
        """Show at rest what each letter would send two kilobytes of, or at once to who reads."""
        if self.focused is not None and self.focused.id == "filter-line":
            self.typing.ask(what, show)
        else:
            show()

    def _tell_filter(self, found: "Results") -> None:
        total = sum(row.articles for row in self.session.rows())
        left = plural("{n} of {total} article", "{n} of {total} articles", total).format(
            n=found.articles, total=total
        )
        self._count = left
        self.filter_pane.show_summary(left, self.session.narrowing.told())

    def renew(self) -> None:
        """Ask anew what the filter leaves, for the library is another; the index follows."""
        self.search(self.narrowed_by)
        self.index()

    def index(self) -> None:
        """Bring the index up to date, unless it is a guest who reads."""
        if getattr(self.app, "denied", None):
            return
        self.run_worker(self._keep_index(), exclusive=True, group="index", exit_on_error=False)

    def indexed(self) -> None:
        """Know that the index is up to date."""
        self.session.narrowing.renew()
        self.search(self.narrowed_by)

    async def _keep_index(self) -> None:
        """Bring the index up to date beside the reader, and show how far that is."""
        narrowing, folder = self.session.narrowing, self.session.library.path
        try:
            if not folder.is_dir() or not await asyncio.to_thread(narrowing.lacking):
                return
        except DubaoError:
            return  # what the look of each second tells
        from store.index.background import indexing

        async with aclosing(indexing(folder)) as steps:
            async for done, total in steps:
                percent = _("indexing {percent}%").format(percent=100 * done // max(total, 1))
                self.filter_pane.show_summary(self._count, percent)
        self.indexed()
