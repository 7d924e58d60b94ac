"""What an article, a word or an issue is related to, to choose from."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import DubaoError
from store.models import issue_of
from tui.commands import Command, bindings
from tui.language import N_, _
from tui.messages import translated
from tui.panes.keywords import KeywordList
from tui.screens.reading.filtering import FilteringScreen
from tui.screens.reading.moving import MovingScreen
from tui.state.outline import title

if TYPE_CHECKING:
    from tui.state.related import Cancelled, Choice


class RelatingScreen(FilteringScreen, MovingScreen):
    """A screen that leads from an article to what is like it, and from a word through time."""

    KEYS: ClassVar[list[Command]] = [
        Command("a", "alike", N_("What is most like the article, and other prints of its story")),
        Command("T", "timeline", N_("How often the filter's words were met, and on which pages")),
        Command("o", "links", N_("The article's links: opened by the terminal, or copied")),
        Command("i", "new_words", N_("What is new in the issue against the thirty before")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    class Related(Message):
        """There are `choices`; `then` takes the value of the one chosen, or `none` is told."""

        def __init__(
            self, title: str, choices: "Sequence[Choice]", then: Callable[[str], None], none: str
        ) -> None:
            super().__init__()
            self.title = title
            self.choices = choices
            self.then = then
            self.none = none

    def action_alike(self) -> None:
        """Show what is most like the article shown."""
        article = self.reading.article
        if article is None:
            return

        def find(cancelled: "Cancelled") -> "Sequence[Choice]":
            from tui.state.related import alike  # this and the others not before the first paint

            return alike(self.session, article, cancelled)

        self._relate(find, title(article), self.go, _("Nothing here is like this article."))

    def action_links(self) -> None:
        """Show the addresses in the article; terminals open them where they stand (OSC 8)."""
        article = self.reading.article
        if article is None:
            return

        def find(_cancelled: "Cancelled") -> "Sequence[Choice]":
            from tui.state.related import links

            return links(article)

        self._relate(find, title(article), self._copy, _("There is no link in the article."))

    def _copy(self, address: str) -> None:
        self.app.copy_to_clipboard(address)
        self.tell(_("Copied, where the terminal lets programs copy (OSC 52)."))

    def action_timeline(self) -> None:
        """Show how often what the filter asks for was met over time."""
        if self.narrowed_by.strip():
            self._draw(self.narrowed_by)
        else:
            self.tell(_("Type what to filter by first: / goes to the filter line."))

    @on(KeywordList.Drawn)
    def _drawn(self, event: KeywordList.Drawn) -> None:
        self._draw(f'"{event.word}"')

    def _draw(self, query: str) -> None:
        def find(cancelled: "Cancelled") -> "Sequence[Choice]":
            from tui.state.related import over_time

            return over_time(self.session, query, cancelled)

        self._relate(find, query, self._narrow_by, _("Nothing has been found."))

    def action_new_words(self) -> None:
        """Show the keywords of the issue that the thirty before it had not."""
        issue = issue_of(self.here())
        if not issue:
            return

        def find(_cancelled: "Cancelled") -> "Sequence[Choice]":
            from tui.state.related import new_words

            return new_words(self.session, issue)

        nothing = _("The issue has no keyword that the thirty before it had not.")
        self._relate(find, _("new in {issue}").format(issue=issue), self._narrow_by, nothing)

    def _relate(
        self,
        find: "Callable[[Cancelled], Sequence[Choice]]",
        title: str,
        then: Callable[[str], None],
        none: str,
    ) -> None:
        """Find what is related, off the screen's thread, and let the reader choose."""

        def ask() -> None:
            worker = get_current_worker()
            choices: Sequence[Choice] = ()
            told = none
            try:
                choices = find(lambda: worker.is_cancelled)
            except DubaoError as error:
                told = translated(error.message)
            if not worker.is_cancelled:
                self.post_message(self.Related(title, choices, then, told))

        self.run_worker(ask, thread=True, exclusive=True, group="related", exit_on_error=False)

    @on(Related)
    def _related(self, event: Related) -> None:
        if not event.choices:
            self.tell(event.none)
            return
        from tui.screens.choosing import ChoosingScreen  # not before the first paint

        def chosen(value: str | None) -> None:
            if value:
                event.then(value)

        self.app.push_screen(ChoosingScreen(event.title, event.choices), chosen)

    def _narrow_by(self, query: str) -> None:
        self.filter_pane.fill()
        self.filter_pane.text = query
