"""The sample paper, which the reader shows while the library is empty."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING

from store.errors import DubaoError
from tui.language import _
from tui.messages import translated

if TYPE_CHECKING:
    from store.library.library import Library


def sample_library(
    preparing: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> "Library":
    """Return a library that holds the sample paper, from the cache where it is there already.

    It is otherwise made within `preparing`, which takes two seconds, in the place of what cannot be
    read there. Raises DubaoError when it cannot be kept.
    """
    import hashlib
    import shutil

    from store.backends import opening
    from store.library.library import open_library
    from store.locations import cache_folder
    from store.sample import sample

    text = sample()
    version = hashlib.sha256(text).hexdigest()[:8]
    folder = cache_folder() / f"sample-{version}"
    with suppress(DubaoError):
        if _is_whole(library := open_library(folder)):
            return library
    try:
        with preparing():
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):  # what writes there says so
                opening.make(folder, 0o700)
            library = open_library(folder)
            _import(library, text)
    except DubaoError as error:
        raise DubaoError(
            _("The library is empty, and the sample paper cannot be saved: {why}").format(
                why=translated(error.message)
            )
        ) from error
    return library


def _is_whole(library: "Library") -> bool:
    """Return whether the library holds an issue. Raises DubaoError when it cannot be read."""
    return any(library.issue(row.id) for row in library.rows())


def _import(library: "Library", text: bytes) -> None:
    from store.imports.pipeline import import_inputs
    from store.imports.sources import Input
    from store.sample import NAME

    for outcome in import_inputs(library, [Input(NAME, text)]):
        if outcome.error:
            raise DubaoError(outcome.error)
