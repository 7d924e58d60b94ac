"""Files of an archive that were read before, kept on this machine: they are read from here.

Each is kept with its stamp, so that only what has changed comes over the line again. Where no
server answers, reading goes on with what was seen last: one sentence says so, and the servers are
asked again by a thread, so that nobody waits for them. Writing says why it cannot be done.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from store.backends.files import Home, Stamp
from store.backends.locking import Waiting, quietly
from store.backends.postgres.copies import ROOM, Copies, Heading
from store.backends.postgres.seen import REST, Seen
from store.errors import AwayError, LibraryError
from store.messages import Message, template

if TYPE_CHECKING:
    from store.backends.postgres.files import PostgresFiles

T = TypeVar("T")

MINUTE = 60.0

_CATALOGUE = ("catalogue.json", "recent.json")
_LOOKED_AT = (*_CATALOGUE, "library.json")
"""What is looked at after each change; one answer tells of all."""

_KEPT = (*_LOOKED_AT, "issues/")
SINCE = template("{why} What is shown is of {since}, until one answers again.")


class CachedFiles:
    """The files of an archive, and what was `seen` and read of them before.

    They are opened by `connect` when they are first needed: who opens them `lazily` begins with
    what was read before, until they are to `follow`. `told` is told when no server answers.
    """

    def __init__(
        self,
        connect: "Callable[[], PostgresFiles]",
        seen: Seen,
        *,
        told: Waiting = quietly,
        lazily: bool = False,
        room: int = ROOM,
    ) -> None:
        self._connect = connect
        self._seen = seen
        self._told = told
        self._kept = Copies(seen.folder / "copies", room)
        self._noted = 0.0
        self._away = threading.Event()
        self._told_away = False
        self._stamps: dict[str, Stamp | None] = {}
        self._stamps_at = -1
        self._lazily = lazily and self._holds_catalogue() and bool(self._kept.names("issues"))

    @cached_property
    def _below(self) -> "PostgresFiles":
        """The archive itself."""
        return self._connect()

    def follow(self, *, at_once: bool = False) -> None:
        """Ask the servers from now on: at once, or when one has answered a thread that asks."""
        lazily, self._lazily = self._lazily, False
        if lazily and not at_once:
            self._away.set()
            threading.Thread(target=self._wait, name="archive", daemon=True).start()

    def home(self) -> Home:
        """Return where the archive lies."""
        return self._seen.home()

    def where(self, name: str) -> str:
        """Return what the archive calls this file."""
        return f"{self._seen.address} {name}".rstrip()

    def stamp(self, name: str) -> Stamp | None:
        """Return this file's stamp, or that of what is kept of it while no server answers."""
        return self._or_kept(lambda: self._stamp_now(name), lambda: self._kept_stamp(name))

    def dated(self, name: str) -> datetime | None:
        """Return when this file was written; None while no server answers."""
        return self._or_kept(lambda: self._below.dated(name), lambda: None)

    def stamps(self, folder: str) -> dict[str, Stamp]:
        """Return the names and stamps of the JSON files in this folder, as far as is known."""
        return self._or_kept(lambda: self._below.stamps(folder), lambda: self._kept_stamps(folder))

    def read(self, name: str) -> bytes | None:
        """Return this file's bytes: what is kept of it, if that is what it is now."""
        if not name.startswith(_KEPT):
            return self._below.read(name)
        return self._or_kept(lambda: self._fresh(name), lambda: self._kept_bytes(name))

    def write(self, name: str, data: bytes) -> None:
        """Put `data` in place of this file."""
        self._below.write(name, data)

    def write_all(self, files: Mapping[str, bytes]) -> None:
        """Put `files` in their places."""
        self._below.write_all(files)

    def remove(self, name: str) -> None:
        """Take this file away."""
        self._below.remove(name)

    def move(self, name: str, to: str) -> None:
        """Give this file the name `to`."""
        self._below.move(name, to)

    def names(self, folder: str) -> list[str]:
        """Return the names of all files beneath this folder, as far as is known."""
        return self._or_kept(lambda: self._below.names(folder), lambda: self._kept.names(folder))

    @contextmanager
    def lock(self, patience: float | None = None) -> Iterator[None]:
        """Hold the archive's lock; the catalogue is kept as it is then, for who begins lazily."""
        with self._below.lock(patience):
            yield
        for name in _CATALOGUE:
            with suppress(LibraryError):
                self._fresh(name)

    def alone(self, doing: str) -> AbstractContextManager[None]:
        """Be the only one who is doing something with the archive."""
        return self._below.alone(doing)

    def lock_key(self) -> tuple[int, ...]:
        """Return the archive's own."""
        return self._below.lock_key()

    def writable(self) -> bool:
        """Return whether this reader's role may change the files."""
        return self._below.writable()

    def _or_kept(self, ask: Callable[[], T], kept: Callable[[], T]) -> T:
        """Return what the servers say, or what is kept while none answers.

        Whoever writes reads from the server that is written.
        """
        if self._writing():
            return ask()
        if not self._lazily and not self._away.is_set():
            try:
                answer = ask()
            except AwayError as error:
                if not self._holds_catalogue():
                    raise
                self._go_away(error)
            else:
                self._note_answer()
                return answer
        return kept()

    def _writing(self) -> bool:
        """Return whether this thread holds the archive's lock."""
        return "_below" in self.__dict__ and self._below.writing()

    def _holds_catalogue(self) -> bool:
        """Return whether enough is kept to read on with."""
        return self._kept.hold_any(_CATALOGUE)

    def _go_away(self, error: AwayError) -> None:
        """Read what is kept until a server answers, which a thread waits for."""
        if self._away.is_set():
            return
        self._away.set()
        self._tell(error)
        threading.Thread(target=self._wait, name="archive", daemon=True).start()

    def _tell(self, error: AwayError) -> None:
        """Tell that no server answers, and of when it is what is shown."""
        self._told_away = True
        since = f"{self._last_answer().astimezone():%m-%d %H:%M}"
        self._told(Message(SINCE, {"why": error.message, "since": since}))

    def _note_answer(self) -> None:
        """Remember when a server answered last, to the minute: the date of the folder says it."""
        if time.monotonic() - self._noted > MINUTE:
            self._noted = time.monotonic()
            self._told_away = False
            with suppress(OSError):
                os.utime(self._kept.folder)

    def _last_answer(self) -> datetime:
        return datetime.fromtimestamp(self._kept.folder.stat().st_mtime, UTC)

    def _wait(self) -> None:
        """Look again and again whether a server answers."""
        pause = threading.Event()
        while not self._answers():
            pause.wait(REST)
        self._away.clear()

    def _answers(self) -> bool:
        """Return whether a server answers; what else is wrong is told to whoever asks next."""
        try:
            self._below.stamp("catalogue.json")
        except AwayError as error:
            if not self._told_away:
                self._tell(error)
            return False
        except LibraryError:
            return True
        return True

    def _fresh(self, name: str) -> bytes | None:
        """Return the bytes of this file as it is now, which are kept from then on."""
        stamp = self._stamp_now(name)
        kept = self._kept.read(name) if stamp else None
        if kept and kept[0].stamp == stamp:
            return kept[1]
        change, stamp, data = self._below.fetch(name)
        if stamp and data is not None:
            self._kept.keep(name, Heading(stamp, change), data)
        return data

    def _stamp_now(self, name: str) -> Stamp | None:
        """Return this file's stamp; none is asked for twice while nothing has changed."""
        if self._writing():
            return self._below.stamp(name)
        change = self._below.change()
        if change != self._stamps_at:
            self._stamps, self._stamps_at = {}, change
        stamps = self._stamps
        if name not in stamps:
            stamps |= self._stamps_as_of(change, name)
        return stamps[name]

    def _stamps_as_of(self, change: int, name: str) -> dict[str, Stamp | None]:
        """Return this file's stamp, perhaps others': its copy's, if nothing has changed since."""
        kept = self._kept.heading(name)
        if kept and kept.change == change:
            return {name: kept.stamp}
        names = _LOOKED_AT if name in _LOOKED_AT else (name,)
        now, found = self._below.stamps_of(names)
        for each, stamp in found.items():
            kept = self._kept.heading(each)
            if kept and kept.stamp == stamp:
                self._kept.note(each, Heading(stamp, now))
        return {each: found.get(each) for each in names}

    def _kept_bytes(self, name: str) -> bytes | None:
        kept = self._kept.read(name)
        return kept[1] if kept else None

    def _kept_stamp(self, name: str) -> Stamp | None:
        kept = self._kept.heading(name)
        return kept.stamp if kept else None

    def _kept_stamps(self, folder: str) -> dict[str, Stamp]:
        stamps = {name: self._kept_stamp(name) for name in self._kept.names(folder)}
        return {name: stamp for name, stamp in stamps.items() if stamp}
