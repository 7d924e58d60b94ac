"""Folders into which files are put: which of these have come whole, and are to be imported.

By looking again and again, as no system tells of what comes over NFS or SMB. A file has come whole
when it has the same size and date as at the look before; each is given once, until it changes,
and none that had been taken in before the watch began.
"""

import stat
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from time import time
from types import MappingProxyType

from store.errors import SourceError
from store.imports.sources import Input, gather
from store.reader.watched import Look

_BEGUN = 60
"""Seconds for which a file that is empty may have been made to be written."""


class Watch:
    """Some folders, and what has been seen in them."""

    def __init__(
        self, folders: Sequence[str], taken: Mapping[str, Look] = MappingProxyType({})
    ) -> None:
        """Watch these folders, of whose files some are `taken` in. Raises SourceError for none."""
        for folder in folders:
            if not Path(folder).is_dir():
                raise SourceError("{file}: there is no such folder to watch.", file=folder)
        self._folders = [str(Path(folder).absolute()) for folder in folders]
        self._seen: dict[str, Look] = {}
        self._given = dict(taken)

    def look(self) -> list[Input]:
        """Return the files that have come whole since the last look, each once.

        What cannot be looked at now, such as a folder whose server is away, is looked for again.
        """
        before, self._seen = self._seen, dict(_looks(gather(self._folders)))
        there = {
            path: look
            for path, look in self._seen.items()
            if look == before.get(path) and look != self._given.get(path)
        }
        self._given |= there
        return [each for each in gather(self._folders) if each.path in there]

    def looks(self, inputs: Iterable[Input]) -> dict[str, Look]:
        """Return what these files, which were given, looked like, by their paths."""
        return {each.path: self._given[each.path] for each in inputs}


def _looks(inputs: Iterable[Input]) -> Iterable[tuple[str, Look]]:
    """Yield the paths of the files with what they look like, but of those that are just begun."""
    for each in inputs:
        try:
            found = Path(each.path).stat()
        except OSError:
            continue
        begun = not found.st_size and time() - found.st_mtime < _BEGUN
        if stat.S_ISREG(found.st_mode) and not begun:
            yield each.path, (found.st_size, found.st_mtime_ns)
