"""Files in memory, which live as long as the process does."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path

from store.backends.files import Home, Stamp
from store.moments import utc_now


class MemoryFiles:
    """Files that nobody else can read or write."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[bytes, Stamp]] = {}
        self._dates: dict[str, datetime] = {}
        self._writes = count(1)

    def home(self) -> Home:
        """Return that they lie in this process."""
        return Home("memory", Path("memory"), (f"memory/{id(self)}",), str(os.getpid()))

    def where(self, name: str) -> str:
        """Return what to call this file in a sentence."""
        return f"memory/{name}"

    def stamp(self, name: str) -> Stamp | None:
        """Return the number of the write that made this file; None when there is no such file."""
        return self._files[name][1] if name in self._files else None

    def dated(self, name: str) -> datetime | None:
        """Return when this file was written; None when there is no such file."""
        return self._dates.get(name)

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder."""
        return {name: self._files[name][1] for name in self.names(folder) if name.endswith(".json")}

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes, or None when there is no such file."""
        return self._files[name][0] if name in self._files else None

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file."""
        self._files[name] = data, (next(self._writes),)
        self._dates[name] = utc_now()

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Put `files` in their places."""
        for name, data in files.items():
            self.write(name, data)

    def remove(self, name: str) -> None:
        """Take this file away if it is there."""
        self._files.pop(name, None)
        self._dates.pop(name, None)

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`."""
        self._files[to] = self._files.pop(name)
        self._dates[to] = self._dates.pop(name)

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder."""
        within = f"{folder}/" if folder else ""
        return sorted(name for name in self._files if name.startswith(within))

    def follow(self, *, at_once: bool = False) -> None:
        """Do nothing: there is nobody else."""

    @contextmanager
    def lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold nothing: there is one writer."""
        del patience
        yield

    @contextmanager
    def alone(self, doing: str) -> Iterator[None]:
        """Hold nothing, as `lock`."""
        del doing
        yield

    def lock_key(self) -> tuple[int, ...]:
        """Return what is the same for these files alone."""
        return (id(self),)

    def writable(self) -> bool:
        """Return that the files may be changed."""
        return True
