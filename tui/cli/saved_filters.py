"""What saved filters do to the articles that they find."""

from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import print_error
from tui.cli.queries import searcher_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.library.library import Library
    from store.reader.marks import Marks
    from store.reader.saved_filters import SavedFilter


def apply_all(library: "Library") -> None:
    """Let every saved filter act on what is new in `library`; a failure goes to standard error."""
    from store.reader.marks import open_marks

    marks = open_marks(told=print_error)
    apply(marks.filters.all(), library, marks)


def apply(filters: "Sequence[SavedFilter]", library: "Library", marks: "Marks") -> int:
    """Let `filters` act on what they have not seen yet; return how many articles were marked.

    A failure goes to standard error: it undoes nothing of what they follow.
    """
    try:
        return _apply(filters, library, marks)
    except DubaoError as error:
        from store.reader.filter_actions import unfinished

        print_error(unfinished(error).message)
        return 0


def _apply(filters: "Sequence[SavedFilter]", library: "Library", marks: "Marks") -> int:
    from store.reader.filter_actions import act, due, find, is_due

    rows = library.rows()  # before the search: what comes meanwhile is for the next time
    acting = [saved for saved in filters if is_due(saved, library.place, rows)]
    if not acting:
        return 0
    found = find(acting, searcher_of(library, marks))
    return act(due(filters, library.place, rows, found), marks.filters, marks)
