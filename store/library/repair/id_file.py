"""Care for a library's id: what can still be read of it is kept, else it is made anew."""

import re
from collections.abc import Iterator

from store.backends.files import Files
from store.errors import DamagedError
from store.library.library_id import FILE, new_id, read_id, write_id
from store.library.repair.quarantine import Finding, Quarantine, now_at
from store.messages import Message


def check_id(files: Files, *, repair: bool) -> Iterator[Finding]:
    """Yield what is wrong with the file of the library's id, and mend it under the lock.

    Raises NewerError when a newer dubao has written it, LibraryError when it cannot be mended.
    """
    try:
        read_id(files)
    except DamagedError as error:
        mended = None
        if repair:
            found = re.search(rb'"id":"([0-9a-f]{32})"', files.read(FILE) or b"")
            place = Quarantine(files).keep_copy(FILE, error.message)
            write_id(files, found[1].decode() if found else new_id())
            how = Message("the library has a new id")
            if found:
                how = Message("the library keeps its id")
            mended = now_at(place, how)
        yield Finding(FILE, error.message, mended)
