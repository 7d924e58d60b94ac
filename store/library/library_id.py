"""Which library it is: an id of its own, which lies in it and goes where it goes.

A library reached through a link, or moved, is the same one; another that takes its place is not.
The id is random, and is written with the first change; one of older versions has none until it
next changes, and where it may not be changed it is known by its real path. What a reader kept under
that is carried over once there is an id (`store.library.overlay`).

A copy has the id of what it was copied from, and the two may change apart. What a reader set right
lies over both, if both are of one owner: it is the same paper, and is held against what each of the
two has. What follows a library change by change, such as its index or how far saved filters have
acted, is kept for each place apart; in a new place it is made anew, which undoes nothing.

Whoever writes a library may write the id of another into it. So the owner of the folder counts too,
whom nobody else can pretend to be; and what is kept under an id is only ever laid over.
"""

import os
from contextlib import suppress
from typing import Annotated

from msgspec import Meta, Struct

from store.backends.files import Files, Stamp
from store.backends.tables import Tables, write
from store.errors import LibraryError

FILE = "library.json"


class LibraryId(Struct, frozen=True):
    """What the file holds: 128 random bits."""

    id: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


class Identity:
    """What the library in `files` is known by in a reader's state and cache."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._read: tuple[Stamp | None, str] = (None, "")
        self._known: tuple[str | None, tuple[str, ...], str] = (None, (), "")
        """What was made of an id: the names and the place."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it is known by and was before, the present name first: id and owner, then paths."""
        return self._current()[0]

    @property
    def place(self) -> str:
        """What it is known by here: a copy elsewhere, and another library here, have another."""
        return self._current()[1]

    def _current(self) -> tuple[tuple[str, ...], str]:
        """Return names and place, which are made once: every look at the catalogue asks."""
        known = self._id()
        if known != self._known[0]:
            home = self._files.home()
            names = (f"{known} {home.owner}", *home.places) if known else home.places
            self._known = known, names, f"{known} {_as_text(home.places[0])}".lstrip()
        return self._known[1:]

    def make(self) -> None:
        """Give the library an id if it has none; the caller holds the lock. Raises LibraryError."""
        if self._files.stamp(FILE) is None:
            write_id(self._files, new_id())

    def _id(self) -> str:
        """Return the library's id, or ``""`` while it has none that can be read."""
        if not self._read[1]:
            with suppress(LibraryError):
                stamp = self._files.stamp(FILE)
                if stamp != self._read[0]:
                    self._read = stamp, ""
                    self._read = stamp, read_id(self._files)
        return self._read[1]


def read_id(files: Files) -> str:
    """Return the id in the library's file, ``""`` if there is none.

    Raises DamagedError, and NewerError when a newer dubao has written it.
    """
    found = Tables(files, FILE, verify=True).named("library", "this", LibraryId)
    return found.id if found else ""


def new_id() -> str:
    """Return an id that no library has."""
    return os.urandom(16).hex()


def write_id(files: Files, name: str) -> None:
    """Give the library this id; the caller holds the lock. Raises LibraryError."""
    write(files, FILE, {"library": {"this": LibraryId(name)}})


def _as_text(path: str) -> str:
    """Return `path`, or its bytes in hexadecimal digits where they are no text, to be written."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).hex()
    return path
