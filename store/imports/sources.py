"""Sources of an import: finding them, loading their bytes, and reading them with the press."""

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from store.bounds import LARGEST, Instant
from store.errors import SourceError
from store.hostile import readable
from store.messages import Message
from store.models import Issue
from store.press.mirror import File, pack
from store.press.recognise import LIMIT, most_bytes, read_whole
from store.press.result import PressResult

DEEPEST = 64
"""Folders within folders that are looked into."""


class Known(Struct, frozen=True):
    """What a reader knows of sources: their date, paper and kind (see `store.press.kinds`).

    ``arrived`` is when they were fetched.
    """

    day: date | None = None
    paper: str = ""
    kind: str = ""
    arrived: Instant | None = None


NOTHING = Known()


class Input(Struct, frozen=True):
    """One source to be read: the file at `path`, or `data`, for which that stands in messages.

    `top` is the folder or the archive that was named, and `inner` the way from there. A mirrored
    issue has `members`, of which each file is one. `pictures` are those that lie beside pages.
    `refusal` says why it cannot be read.
    """

    path: str
    data: bytes | None = None
    top: str = ""
    inner: str = ""
    members: tuple["Input", ...] = ()
    pictures: tuple["Input", ...] = ()
    refusal: Message | None = None

    @property
    def name(self) -> str:
        """What it is called in messages and records."""
        return readable(self.path)

    @property
    def files(self) -> int:
        """How many files it is made of."""
        return len(self.members) or 1


class Fetched(Struct, frozen=True):
    """What came from an address."""

    data: bytes
    address: str


class Reading(Struct, frozen=True):
    """What came of reading one source: its issues, or why there are none."""

    results: tuple[PressResult, ...] = ()
    error: Message | None = None

    def issues(self) -> list[Issue]:
        """Return the issues that were read."""
        return [each.issue for each in self.results]

    def with_issues(self, issues: Iterable[Issue]) -> "Reading":
        """Return this with `issues` in place of those that were read, in their order."""
        pairs = zip(self.results, issues, strict=True)
        return replace(self, results=tuple(replace(each, issue=issue) for each, issue in pairs))


class Loaded(Struct, frozen=True):
    """A source with its bytes, and what is known of it."""

    name: str
    data: bytes
    known: Known = NOTHING


class Sources(Struct, frozen=True):
    """Sources to be read together; keywords are made if `words` says so."""

    sources: tuple[Loaded, ...]
    words: bool = True


def gather(paths: Iterable[str]) -> Iterator[Input]:
    """Yield the inputs that `paths` name: files, and the files within folders, sorted by name.

    Inside folders, names that begin with a dot are skipped. No file is opened, and only the names
    in the folders on the way are held in memory. A folder without files, or one that cannot be
    listed, is yielded itself, so that `load` says what is wrong with it.
    """
    for path in paths:
        path = os.path.normpath(path)
        if not Path(path).is_dir():
            yield Input(path)
            continue
        names = _files_in(path)
        for name in chain((next(names, path),), names):
            yield Input(name, top=path, inner=readable(name[len(path) :].lstrip("/")))


def load(source: Input, most: int = LIMIT) -> bytes:
    """Return the bytes of `source`; of a mirrored issue all its files in one.

    Raises SourceError when they cannot be read, or are more than the press takes.
    """
    if source.refusal:
        raise SourceError(source.refusal)
    if source.members:
        return _packed(source)
    if source.data is not None:
        return source.data
    name = source.name
    try:
        with open(source.path, "rb") as file:
            data = read_whole(file, most)
    except FileNotFoundError:
        raise SourceError("{file}: there is no such file; check its name.", file=name) from None
    except IsADirectoryError:
        raise SourceError(
            "{file}: this folder holds no files; name one that does.", file=name
        ) from None
    except OSError as error:
        raise SourceError(
            "{file}: {why}; check the file and its permissions.", file=name, why=error
        ) from error
    most = max(most, most_bytes(data))
    if len(data) > most:
        raise _too_large(name, most)
    return data


def _packed(source: Input) -> bytes:
    """Return the files of a mirrored issue in one. Raises SourceError."""
    files: list[File] = []
    left = LARGEST
    for member in source.members:
        files.append(File(member.inner, load(member)))
        left -= len(files[-1].data)
        if left < 0:
            raise SourceError(
                "{file}: its pages are more than {limit:,} bytes in all; import them one by one.",
                file=source.name,
                limit=LARGEST,
            )
    return pack(files)


def _too_large(name: str, most: int) -> SourceError:
    return SourceError(
        "{file}: larger than the limit of {limit:,} bytes; split the file.", file=name, limit=most
    )


def _files_in(folder: str) -> Iterator[str]:
    """Yield the files beneath `folder`, sorted by name; folders that are too deep, themselves."""
    waiting = [(folder, True, 0)]
    while waiting:
        path, is_folder, depth = waiting.pop()
        if not is_folder or depth > DEEPEST:
            yield path
            continue
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name, reverse=True)
        except OSError:
            yield path
            continue
        waiting += [
            (entry.path, entry.is_dir(follow_symlinks=False), depth + 1)
            for entry in entries
            if not entry.name.startswith(".") and _is_input(entry)
        ]


def _is_input(entry: os.DirEntry[str]) -> bool:
    """Return whether it is a file, a folder, or what cannot be looked at, such as a broken link.

    What is wrong with the last `load` says.
    """
    if not entry.is_symlink():
        return entry.is_dir() or entry.is_file()
    try:
        return stat.S_ISREG(Path(entry.path).stat().st_mode)
    except OSError:
        return True
