"""What has been fetched and is not in the library yet: after a kill it is not asked for again.

It lies in the reader's cache, a file for each address, and goes when its page is kept.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from store.backends import atomic, opening
from store.locations import cache_folder
from store.net.client import MOST

_FOLDER = "fetching"


class Spool:
    """The bodies of one subscription of the library at this path, by their addresses.

    What cannot be kept or read there is fetched again, and no error.
    """

    def __init__(self, library: str, name: str, folder: Path | None = None) -> None:
        self._whose = f"{library}\n{name}"
        self._within = folder

    @cached_property
    def _folder(self) -> Path:
        """Where they lie, looked up when it is first needed: most feeds need none."""
        whose = hashlib.sha256(self._whose.encode("utf-8", "replace")).hexdigest()[:32]
        return (self._within or cache_folder()) / _FOLDER / whose

    def get(self, url: str) -> bytes | None:
        """Return what came from `url`, None if nothing is there."""
        try:
            return opening.read(self._path(url), MOST)
        except OSError:
            return None

    def put(self, url: str, body: bytes) -> None:
        """Keep what came from `url`."""
        with suppress(OSError):
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            atomic.write(self._path(url), body, mode=atomic.PRIVATE, durable=False)

    def drop(self, urls: Iterable[str]) -> None:
        """Remove what came from `urls`: it is in the library."""
        for url in urls:
            with suppress(OSError):
                self._path(url).unlink(missing_ok=True)
        with suppress(OSError):  # there is more
            self._folder.rmdir()

    def _path(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()
