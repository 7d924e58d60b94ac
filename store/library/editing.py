"""Setting an issue right, and undoing it: in the library, or for one reader alone."""

from collections.abc import Callable
from contextlib import nullcontext

from msgspec.structs import replace

from store.corrections.apply import apply, heirs
from store.corrections.correction import Correction
from store.errors import CorrectionError
from store.identity import numbered
from store.library.issue_file import load
from store.library.placement import composed, parted, place
from store.library.view import LibraryView
from store.models import Issue
from store.words.article_words import ArticleWords


def edit(view: LibraryView, name: str, correction: Correction) -> Issue:
    """Set one thing right in the issue of this id, and return what it is then.

    See `store.library.library.Library.edit`. Raises NotFoundError, CorrectionError and
    LibraryError.
    """
    files, catalogue_file = view.files, view.catalogue_file
    with catalogue_file.changing() if files.writable() else nullcontext() as change:
        row = (change.catalogue if change else view.catalogue()).named(name)[0]
        stored = load(files, row)
        own = view.own_corrections(stored)
        now = view.amended(stored).issue
        if numbered(apply(now, correction), row.id) == now:
            raise CorrectionError("{id}: it is so already; nothing was changed.", id=row.id)
        if change is None:
            return view.keep_own(row, (*own, correction)).issue
        corrections = (*stored.corrections, *own, correction)
        placed, _ = place(change, replace(stored, corrections=corrections), row)
    view.drop_own(row)
    return placed.issue


def undo(view: LibraryView, name: str) -> Correction | None:
    """Take the last correction of the issue of this id away and return it; None without any.

    See `store.library.library.Library.undo`. Raises NotFoundError and LibraryError.
    """
    row = view.catalogue().named(name)[0]
    own = view.own_corrections(load(view.files, row))
    if own:
        view.keep_own(row, own[:-1])
        return own[-1]
    return _undo_shared(view, name) if view.files.writable() else None


def reword_texts(view: LibraryView, name: str, make: Callable[[list[Issue]], list[Issue]]) -> bool:
    """Have `make` give the articles that a reader has reworded their words; return whether it has.

    See `store.library.library.Library.reword_texts`. Raises NotFoundError and LibraryError.
    """
    row = view.catalogue().named(name)[0]
    stored = load(view.files, row)
    shared = view.files.writable()
    held = stored.corrections if shared else view.own_corrections(stored)
    if not any(correction.rewords for correction in held):
        return False
    now = view.amended(stored)
    (made,) = make([now.issue])
    if made.warnings != now.issue.warnings:  # why there are no words
        return False
    words = {a.key: ArticleWords(a.keywords, a.names, a.head_words) for a in made.articles}
    _, unfit = composed(now)
    corrections = _with_words(held, unfit, words)
    if corrections == held:
        return False
    if not shared:
        view.keep_own(row, corrections)
        return True
    with view.catalogue_file.changing() as change:
        if change.catalogue.at(row.id) != row:
            return False
        place(change, replace(stored, corrections=corrections), row)
    return True


def _with_words(
    corrections: tuple[Correction, ...],
    unfit: tuple[Correction, ...],
    words: dict[str, ArticleWords],
) -> tuple[Correction, ...]:
    """Return `corrections`, the last one that rewords an article with the words of that."""
    last = {
        each.article: at
        for at, each in enumerate(corrections)
        if each.rewords and each not in unfit
    }
    return tuple(
        replace(each, words=words.get(each.article, each.words))
        if last.get(each.article) == at
        else each
        for at, each in enumerate(corrections)
    )


def _undo_shared(view: LibraryView, name: str) -> Correction | None:
    with view.catalogue_file.changing() as change:
        row = change.catalogue.named(name)[0]
        stored = load(view.files, row)
        if not stored.corrections:
            return None
        last = stored.corrections[-1]
        stored = replace(stored, corrections=stored.corrections[:-1])
        moved, rest = parted(stored, last.sources)
        if last.action in ("date", "paper") and rest.parsed:
            place(change, rest, row)
            place(change, moved, None)
        else:
            place(change, stored, row, heirs([last]))
    return last
