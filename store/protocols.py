"""What the rooms ask of a library and of a reader's marks, without asking which one it is."""

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import Protocol

from store.models import CatalogueRow, Issue


class CatalogueReader(Protocol):
    """A library whose catalogue and issues can be read."""

    def rows(self) -> tuple[CatalogueRow, ...]:
        """Return the catalogue, newest issue first."""

    def issue(self, name: str) -> Issue:
        """Return the issue of this id.

        Raises NotFoundError, and LibraryError when it cannot be read.
        """


class CatalogueOnDisk(CatalogueReader, Protocol):
    """A library that lies in a folder, and its index with it."""

    @property
    def path(self) -> Path:
        """The library's folder."""

    @property
    def address(self) -> str:
        """What opens it from anywhere on this machine."""

    @property
    def place(self) -> str:
        """Differs for every library, and for a copy of one elsewhere."""


class ReadersMarks(Protocol):
    """What one reader has marked: keys of articles, as they are now and will be."""

    def read_keys(self) -> Set[str]:
        """Return the keys of the articles that have been read."""

    def starred_keys(self) -> Set[str]:
        """Return the keys of the articles that are starred."""

    def tags(self) -> Mapping[str, Set[str]]:
        """Return the tags in use, each with the keys of the articles that have it."""

    def changes(self, since: int) -> tuple[int, Sequence[str]]:
        """Return how many changes from read to unread or back there were, and the keys `since`."""
