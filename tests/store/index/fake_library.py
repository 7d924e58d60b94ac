"""A library that counts what is read of it, and of which an issue may be damaged."""

from store.errors import LibraryError
from store.library.library import Library
from store.models import CatalogueRow, Issue


class CountingLibrary:
    """Reads another library; `reads` counts issues, the `damaged` one cannot be read."""

    def __init__(self, library: Library, damaged: str = "") -> None:
        self._library = library
        self._damaged = damaged
        self.reads = 0
        self.path = library.path
        self.address = library.address
        self.place = library.place

    def rows(self) -> tuple[CatalogueRow, ...]:
        return self._library.rows()

    def issue(self, name: str) -> Issue:
        self.reads += 1
        if name == self._damaged:
            raise LibraryError("damaged")
        return self._library.issue(name)
