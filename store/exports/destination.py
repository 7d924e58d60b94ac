"""A file that a reader names for what leaves a library."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from store.backends.atomic import replacing
from store.errors import DubaoError


def destination(name: str, *, force: bool | None = False) -> Path:
    """Return where the file of this name lies, which is there already only with `force`.

    None for `force` is of who cannot say ``--force``. Raises DubaoError.
    """
    path = Path(name).absolute()  # of a link it is the name that is written, not what it leads to
    if path.exists() and not path.is_file():
        raise DubaoError("{file}: not a regular file; name another.", file=name)
    if os.path.lexists(path) and force is None:
        raise DubaoError("{file}: the file already exists; name another.", file=name)
    if os.path.lexists(path) and not force:
        raise DubaoError("{file}: the file already exists; use --force to overwrite it.", file=name)
    return path


@contextmanager
def writing_to(name: str, *, force: bool | None = False) -> Iterator[BinaryIO]:
    """Yield the file of this name to be written to, as `destination` allows it.

    It appears when the block has ended, whole, and not at all when the block fails. Raises
    DubaoError.
    """
    path = destination(name, force=force)
    try:
        with replacing(path) as file:
            yield file
    except OSError as error:
        raise DubaoError("{file}: cannot be written ({why}).", file=name, why=error) from error
