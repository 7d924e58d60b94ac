"""A file that a reader names for what leaves a library."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from store.backends.atomic import replacing
from store.errors import DubaoError


@contextmanager
def writing_to(name: str, *, force: bool = False) -> Iterator[BinaryIO]:
    """Yield the file of this name to be written to, which is there already only with `force`.

    It appears when the block has ended, whole, and not at all when the block fails. Raises
    DubaoError.
    """
    path = Path(name).absolute()  # of a link it is the name that is written, not what it leads to
    if path.exists() and not path.is_file():
        raise DubaoError("{file}: not a regular file; name another.", file=name)
    if os.path.lexists(path) and not force:
        raise DubaoError("{file}: the file already exists; use --force to overwrite it.", file=name)
    try:
        with replacing(path) as file:
            yield file
    except OSError as error:
        raise DubaoError("{file}: cannot be written ({why}).", file=name, why=error) from error
