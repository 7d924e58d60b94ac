"""Saved filters: counted at the head of the list, hiding and marking what they find."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.errors import DubaoError
from store.index.hits import Hits
from store.reader.saved_filters import Action, SavedFilter
from tui.language import _, plural
from tui.screens.reading.host import Cancelled, Host
from tui.state.outline_rows import OutlineRow

if TYPE_CHECKING:
    from store.reader.filter_actions import Due

LETTERS: Mapping[str, Action] = {"n": "", "r": "read", "s": "star", "h": "hide", "t": "tag"}
"""What a filter does to what it finds, by the letter that the reader answers with."""


class SavedFilters:
    """Saves filters, counts what they find, and does what they do."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._asked_at: tuple[object, object] = (None, None)

    # What they find

    def refresh_if_changed(self) -> None:
        """Ask again where filters, the library, or marks that a filter asks for have changed."""
        from store.index.query.parse import parse

        saved, now = self._all(), self._stamps()
        if now != self._asked_at or any(parse(each.query).of_marks for each in saved):
            if now[0] != self._asked_at[0]:
                self._host.search(self._host.panes.filter_pane.text)
            self.refresh()

    def refresh(self) -> None:
        """Ask for what the saved filters find, off the screen's thread."""
        with self._host.telling():
            self._asked_at = self._stamps()
            saved = self._all()
            if saved:
                self._host.work("shelf", partial(self._find, saved))
            else:
                self._host.outline.shelf.take((), {})

    def _all(self) -> Sequence[SavedFilter]:
        return self._host.session.marks.filters.all()

    def _stamps(self) -> tuple[object, object]:
        session = self._host.session
        return session.marks.filters.stamp(), session.library.stamps()

    def _find(self, saved: Sequence[SavedFilter], cancelled: Cancelled) -> None:
        from store.reader.filter_actions import due  # not before the first paint

        session = self._host.session
        try:
            rows = session.library.rows()
            found = session.narrowing.found_by(saved, cancelled)
            if found and not cancelled():
                marking = list(due(saved, session.library.place, rows, found))
                self._host.call_later(partial(self._take, saved, found, marking))
        except DubaoError:
            return  # what the look of each second tells

    def _take(
        self, saved: Sequence[SavedFilter], found: Mapping[str, Hits], marking: "Sequence[Due]"
    ) -> None:
        """Show what these filters find, by their names, and mark what they have to mark."""
        from store.reader.filter_actions import act, unfinished

        with self._host.telling():
            marks = self._host.session.marks
            self._host.outline.shelf.take(saved, found)
            try:
                act(marking, marks.filters, marks)
            except DubaoError as error:
                raise unfinished(error) from error
            finally:
                self._host.show_list()

    # What is done with one in the list

    def pick(self, row: OutlineRow) -> None:
        """Narrow by the saved filter of a row; by one that hides, to what it hides."""
        for saved in self._all():
            if saved.name == row.label:
                if saved.action == "hide" and not self._host.session.narrowing.shows_hidden:
                    self.action_show_hidden()
                self._host.narrow_by(saved.query)

    def drop(self, row: OutlineRow) -> None:
        """Forget a saved filter; what it asked stays in the filter line, to be saved again."""
        with self._host.telling():
            saved = self._host.session.marks.filters.drop(row.label)
            self._host.narrow_by(saved.query)
            self._host.look()
            news = _("{name} is dropped; S saves it again.")
            self._host.tell(news.format(name=saved.name))

    # Saving one

    def action_save_filter(self) -> None:
        """Save the filter under a name, with an action; both are asked for.

        Enter alone takes the query for its name, and nothing for its action.
        """
        query = self._host.panes.filter_pane.text.strip()
        if not query:
            self._host.tell(_("Type what to filter by first: / goes to the filter line."))
            return
        question = _("save “{query}” as (Enter: under these words):").format(query=query)
        self._host.ask(question, partial(self._ask_whether, query), default=query)

    def _ask_whether(self, query: str, name: str) -> None:
        """Ask whether the filter that has this name is to be replaced, if one has it."""
        there = next((saved for saved in self._all() if saved.name == name), None)
        if there is None:
            self._ask_what(query, name)
            return

        def answered(answer: str) -> None:
            if answer == "y":
                self._ask_what(query, name)
            else:
                self._host.tell(_("{name} stays as it was.").format(name=name))

        question = _("{name} is saved already, for “{query}”; y replaces it, n does not:")
        self._host.ask(question.format(name=name, query=there.query), answered, default="n")

    def _ask_what(self, query: str, name: str) -> None:
        """Ask for the action, and say how many articles it would apply to."""
        found = self._host.session.narrowing.found
        number = found.articles if found else 0
        question = plural(
            "{n} article: Enter keeps it; r read, s star, h hide, t TAG:",
            "{n} articles: Enter keeps it; r read, s star, h hide, t TAG:",
            number,
        )
        save = partial(self._save, query, name)
        self._host.ask(question.format(n=number), save, refuse=_refuse, default="n")

    def _save(self, query: str, name: str, answer: str) -> None:
        letter, _blank, tag = answer.partition(" ")
        from store.reader.filter_actions import query_of

        with self._host.telling():
            saved = SavedFilter(name, query, LETTERS[letter], "-".join(tag.split()))
            query_of(saved)
            self._host.session.marks.filters.save(saved)
            if saved.action == "hide":
                self._host.panes.filter_pane.clear()
            self._host.look()
            news = {
                "": _("Saved as {name}: counted at the head of the list, and nothing more."),
                "read": _("Saved as {name}: what it finds is marked read."),
                "star": _("Saved as {name}: what it finds is starred."),
                "hide": _("Saved as {name}: what it finds is hidden."),
                "tag": _("Saved as {name}: what it finds is tagged {tag}."),
            }
            self._host.tell(news[saved.action].format(name=name, tag=saved.tag))

    # What they hide

    def action_show_hidden(self) -> None:
        """Show what saved filters hide, or hide it again."""
        narrowing = self._host.session.narrowing
        narrowing.shows_hidden = not narrowing.shows_hidden
        self._host.search(self._host.panes.filter_pane.text)
        if narrowing.shows_hidden:
            self._host.tell(_("What saved filters hide is shown."))
        else:
            self._host.tell(_("What saved filters hide is hidden again."))

    def action_why_hidden(self) -> None:
        """Tell which saved filters hide the article shown."""
        with self._host.telling():
            spot = self._host.session.spot(self._host.here())
            names = self._host.outline.shelf.hiding(spot, self._all())
            if names:
                news = _("Hidden by: {names}").format(names=", ".join(names))
            else:
                news = _("No saved filter hides this article; . shows those that are hidden.")
            self._host.tell(news)


def _refuse(answer: str) -> str:
    """Return why this is nothing that a saved filter does, ``""`` if it is."""
    letter, _blank, tag = answer.partition(" ")
    if letter in LETTERS and bool(tag.strip()) is (letter == "t"):
        return ""
    return _("{answer} is none of n, r, s, h and t TAG.").format(answer=answer)
