"""What a reader has seen of an archive: no server shows them less, no superseded one is written.

It is kept in their cache: the last change of their own to each archive, by its address, and the
highest timeline of each cluster, by its own number, which standbys share.
"""

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from store.backends import atomic, opening
from store.backends.files import Home
from store.backends.serialization import decode, to_json
from store.errors import LibraryError
from store.locations import cache_folder

T = TypeVar("T")

REST = 5.0
"""Seconds for which a server that did not answer is not asked again."""

_MOST = 2**16


class Seen:
    """What was seen of the archive at `address`, by this process and by those before it."""

    def __init__(self, address: str) -> None:
        name = hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:16]
        self.address = address
        self._timelines = cache_folder() / "archives" / "timelines.json"
        self.folder = cache_folder() / "archives" / name
        self._written = self.folder / "written.json"
        self.change = _read(self._written, int, 0)
        """The highest change that this process has seen, or a former one has made."""

    def home(self) -> Home:
        """Return the address, which is what it is known by; what is made of it is cached here."""
        return Home(self.address, self.folder, (self.address,), self.address)

    def note_change(self, change: int) -> None:
        """Remember in this process that it has seen the archive as of this change."""
        self.change = max(self.change, change)

    def note_written(self, change: int) -> None:
        """Remember for good that this change was made.

        What cannot be kept is remembered by this process alone.
        """
        self.change = change
        _keep(self._written, change)

    def timeline(self, cluster: int) -> int:
        """Return the highest timeline on which this cluster was seen to be written."""
        return _read(self._timelines, dict[int, int], {}).get(cluster, 0)

    def note_timeline(self, cluster: int, timeline: int) -> None:
        """Remember for good that this cluster is on this timeline."""
        known = _read(self._timelines, dict[int, int], {})
        if known.get(cluster, 0) < timeline:
            _keep(self._timelines, known | {cluster: timeline})


def _read(path: Path, kind: type[T], otherwise: T) -> T:
    try:
        return decode(opening.read(path, _MOST), kind)
    except (OSError, LibraryError):
        return otherwise


def _keep(path: Path, value: object) -> None:
    with suppress(OSError):
        opening.make(path.parent, 0o700)
        atomic.write(path, to_json(value), mode=atomic.PRIVATE, durable=False)
