"""The filter: asked off the screen's thread, and shown when it has answered."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from store.errors import DubaoError
from store.reader.place import Place
from tui.language import plural
from tui.screens.reading.debounce import Debounced
from tui.screens.reading.host import Cancelled, Host
from tui.state.outline_rows import Folds

if TYPE_CHECKING:
    from store.index.query.query import Query
    from store.index.results import Facet, Results


class _Before(Struct, frozen=True):
    """Where the reader was before a filter, the row under the list's cursor, and its folds."""

    place: Place
    row: str
    folds: Folds


class Filtering:
    """Narrows the list by the filter line."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._typing = Debounced(host)
        self._left = ""
        """How much the filter leaves, in words."""
        self._before: _Before | None = None

    def history(self) -> Sequence[str]:
        """Return the filters that this reader used before, newest first."""
        try:
            return self._host.session.marks.asked.all()
        except DubaoError as error:
            self._host.tell_error(error)
            return ()

    def offers(self, text: str) -> tuple[int, tuple[str, ...]]:
        """Return where the last piece of a filter begins, and what may stand in its place."""
        from tui.state.completion import Completion  # not before the first paint

        try:
            return Completion(self._host.session).offers(text)
        except DubaoError as error:
            self._host.tell_error(error)
            return 0, ()

    def keep(self, text: str) -> None:
        """Keep a filter that was used among those of before."""
        with self._host.telling():
            self._host.session.marks.asked.keep(text)

    def narrow_by(self, query: str) -> None:
        """Write `query` into the filter line; what it leaves follows."""
        self._host.panes.filter_pane.fill()
        self._host.panes.filter_pane.text = query

    def give_back(self) -> None:
        """Show everything again."""
        if self._host.panes.filter_pane.text:
            self._host.panes.filter_pane.clear()

    def search(self, text: str) -> None:
        """Ask for what `text` leaves; the question before is given up."""
        narrowing = self._host.session.narrowing
        query = narrowing.ask(text)
        self._note_place(query)
        shown = self._host.expected.begin("filter")
        if narrowing.answers(query):
            shown()

        def answer(cancelled: Cancelled) -> None:
            try:
                found = narrowing.answer(query, cancelled)
                if found is None or cancelled():
                    return
                self._host.call_later(partial(self._show_found, query, found))
            finally:
                self._host.call_later(shown)
            facets = narrowing.facets(query, found, cancelled)
            if facets is not None and not cancelled():
                self._host.call_later(partial(self._show_keywords, query, facets))

        self._host.work("filter", answer)

    def _note_place(self, query: "Query") -> None:
        """Note where the reader is when a filter is begun at the keys of its pane."""
        panes = self._host.panes
        typed = panes.focused_name in ("filter-line", "keywords")
        if query.groups and typed and self._before is None and not self._host.session.narrowed():
            row = panes.issues.row
            folds = self._host.outline.folds()
            self._before = _Before(self._host.place(), row.id if row else "", folds)

    def show_now(self) -> None:
        """Show at once what was waiting for a pause in typing."""
        self._typing.now()

    def _show_found(self, query: "Query", found: "Results") -> None:
        """Show what the filter leaves, unless another letter has been typed since."""
        session = self._host.session
        narrowing, before = session.narrowing, session.narrowing.hits
        name = self._host.here()
        spot, again = session.spot(name), narrowing.answers(query)
        if not narrowing.narrow(query, found, spot):
            return
        if not query.groups and self._before is not None:
            before_it, self._before = self._before, None
            self._host.outline.restore(before_it.folds)
            self._host.return_to(before_it.place, before_it.row)
        elif narrowing.hits is not before:
            stays = narrowing.leaves(spot)
            name = name if stays else session.first()
            self._host.show_list("" if stays and again else name)
            self._after_typing("article", partial(self._host.show, name))
        total = sum(row.articles for row in session.library.rows())
        left = plural("{n} of {total} article", "{n} of {total} articles", total)
        self._left = left.format(n=narrowing.count(total), total=total)
        self._host.panes.filter_pane.show_summary(self._left, narrowing.told())
        self._host.filter_answered(whole=False)

    def _show_keywords(self, query: "Query", facets: "Sequence[Facet]") -> None:
        """Show the keywords of what is left, unless another letter has been typed since."""
        narrowing = self._host.session.narrowing
        if query == narrowing.query:
            show = partial(
                self._host.panes.filter_pane.show_keywords, facets, narrowing.expansions()
            )
            self._after_typing("keywords", show)
            self._host.filter_answered(whole=True)

    def tell_beside(self, news: str) -> None:
        """Tell `news` beneath how much the filter leaves."""
        self._host.panes.filter_pane.show_summary(self._left, news)

    def _after_typing(self, what: str, show: Callable[[], None]) -> None:
        """Show it at a pause in typing: at each letter it would send two kilobytes a time."""
        if self._host.panes.focused_name == "filter-line":
            self._typing.ask(what, show)
        else:
            show()
