"""Saved filters on the screen: the shelf at the head of the list, and what they hide."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.worker import get_current_worker

from store.errors import DubaoError
from store.reader.saved_filters import Action, SavedFilter
from tui.commands import Command, bindings
from tui.language import N_, _, plural
from tui.panes.issues import IssueList
from tui.screens.reading.filtering import FilteringScreen
from tui.state.unread_counts import Hits

if TYPE_CHECKING:
    from store.reader.filter_actions import Due

ACTIONS: Mapping[str, Action] = {"n": "", "r": "read", "s": "star", "h": "hide", "t": "tag"}
"""What is to be done to what a filter finds, by the letter that answers."""


class ShelvingScreen(FilteringScreen):
    """A screen on which filters are saved, and do what they do."""

    KEYS: ClassVar[list[Command]] = [
        Command("S", "save_filter", N_("Save the filter, with what is done to what it finds")),
        Command("full_stop", "show_hidden", N_("Show what saved filters hide, or hide it again")),
        Command("W", "why_hidden", N_("Tell which saved filters hide this article")),
    ]
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(KEYS))

    _shelved_at: tuple[object, object] = (None, None)

    class Shelved(Message):
        """What these saved filters find, by name, and what they have to mark."""

        def __init__(
            self, saved: Sequence[SavedFilter], found: Mapping[str, Hits], due: "Sequence[Due]"
        ) -> None:
            super().__init__()
            self.saved = saved
            self.found = found
            self.due = due

    def indexed(self) -> None:
        """Ask again: what would have been read through for too long is known now."""
        super().indexed()
        self.shelve()

    def noticed(self) -> None:
        """Ask again where filters, the library, or marks that a filter asks for have changed."""
        from store.index.query import parse

        saved, now = self.session.saved(), self._stamps_now()
        if now != self._shelved_at or any(parse(each.query).of_marks for each in saved):
            if now[0] != self._shelved_at[0]:
                self.search(self.narrowed_by)
            self.shelve()

    def _stamps_now(self) -> tuple[object, object]:
        return self.session.marks.filters.stamp(), self.session.library.stamps()

    def shelve(self) -> None:
        """Ask for what the saved filters find, off the screen's thread."""
        with self.telling():
            self._shelved_at = self._stamps_now()
            saved = self.session.saved()
            if saved:
                ask = partial(self._ask_for, saved)
                self.run_worker(ask, thread=True, exclusive=True, group="shelf")
            else:
                self.outline.shelf.take((), {})

    def _ask_for(self, saved: Sequence[SavedFilter]) -> None:
        from store.reader.filter_actions import due  # not before the first paint

        worker, library = get_current_worker(), self.session.library
        try:
            rows = library.rows()
            found = self.session.narrowing.found_by(saved, lambda: worker.is_cancelled)
            if found and not worker.is_cancelled:
                marking = list(due(saved, library.path, rows, found))
                self.post_message(self.Shelved(saved, found, marking))
        except DubaoError:
            return  # what the look of each second tells

    @on(Shelved)
    def _take_up(self, event: Shelved) -> None:
        from store.reader.filter_actions import act

        with self.telling():
            self.outline.shelf.take(event.saved, event.found)
            act(event.due, self.session.marks.filters, self.session.marks)
            self.issues.show(self.outline.rows())

    @on(IssueList.Picked)
    def _picked(self, event: IssueList.Picked) -> None:
        """Narrow by a saved filter; by one that hides, to what it hides."""
        named = (each for each in self.session.saved() if each.name == event.row.label)
        for saved in named:
            if saved.action == "hide" and not self.session.narrowing.shows_hidden:
                self.action_show_hidden()
            self.filter_pane.fill()
            self.filter_pane.text = saved.query

    @on(IssueList.Dropped)
    def _dropped(self, event: IssueList.Dropped) -> None:
        """Forget a saved filter; what it asked stays in the filter line, to be saved again."""
        with self.telling():
            saved = self.session.marks.filters.drop(event.row.label)
            self.filter_pane.fill()
            self.filter_pane.text = saved.query
            self.look()
            self.tell(_("{name} is dropped; S saves it again.").format(name=saved.name))

    def action_save_filter(self) -> None:
        """Ask for a name, and for what is to be done, and save the filter."""
        query = self.narrowed_by.strip()
        if not query:
            self.tell(_("Type what to filter by first: / goes to the filter line."))
            return
        self.ask(_("save “{query}” as:").format(query=query), partial(self._ask_what, query))

    def _ask_what(self, query: str, name: str) -> None:
        """Ask what is to be done to what the filter finds, having told how much that is."""
        found = self.session.narrowing.found
        number = found.articles if found else 0
        question = plural(
            "{n} article: n nothing, r read, s star, h hide, t TAG:",
            "{n} articles: n nothing, r read, s star, h hide, t TAG:",
            number,
        )
        self.ask(question.format(n=number), partial(self._save, query, name))

    def _save(self, query: str, name: str, answer: str) -> None:
        letter, _blank, tag = answer.partition(" ")
        if letter not in ACTIONS:
            self.tell(_("{answer} is none of n, r, s, h and t TAG.").format(answer=answer))
            return
        from store.reader.filter_actions import query_of

        with self.telling():
            saved = SavedFilter(name, query, ACTIONS[letter], "-".join(tag.split()))
            query_of(saved)
            self.session.marks.filters.save(saved)
            if saved.action == "hide":
                self.filter_pane.clear()
            self.look()
            self.tell(_("Saved as {name}.").format(name=name))

    def action_show_hidden(self) -> None:
        """Show what saved filters hide, or hide it again."""
        narrowing = self.session.narrowing
        narrowing.shows_hidden = not narrowing.shows_hidden
        self.search(self.narrowed_by)
        if narrowing.shows_hidden:
            self.tell(_("What saved filters hide is shown."))
        else:
            self.tell(_("What saved filters hide is hidden again."))

    def action_why_hidden(self) -> None:
        """Tell which saved filters hide the article shown."""
        with self.telling():
            saved = self.session.saved()
            names = self.outline.shelf.hiding(self.session.spot(self.here()), saved)
            if names:
                self.tell(_("Hidden by: {names}").format(names=", ".join(names)))
            else:
                self.tell(_("No saved filter hides this article; . shows those that are hidden."))
