"""Bringing a library's index up to date, with a progress bar."""

from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.cli.output import print_error
from tui.cli.progress import progress
from tui.language import _

if TYPE_CHECKING:
    from store.library.library import Library


def update_index(library: "Library", *, anew: bool = False) -> bool:
    """Bring the index up to date, or rebuild it; return False if another process is doing so.

    Raises LibraryError when it cannot be written.
    """
    from store.index.update import update

    shown = 0

    def show(done: int, _total: int) -> None:
        nonlocal shown
        step(by=done - shown)
        shown = done

    with progress(_("indexing"), sum(row.articles for row in library.rows())) as step:
        return update(library, anew=anew, progress=show)


def update_index_if_possible(library: "Library") -> None:
    """Bring the index up to date; a failure goes to standard error.

    A search reads through what the index lacks, so that failing costs time only.
    """
    try:
        update_index(library)
    except DubaoError as error:
        print_error(error.message)
