"""Carrying a reader's state between this host and an archive, both ways.

What lies here is what one reads and marks, as ever; an exchange takes in what has changed there,
merged by record, and sends what is new here. Of two hosts that send at once one is told that there
is something newer, takes that in and sends again. A kill between any two steps loses nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import NamedTuple, Protocol

from msgspec.structs import replace

from store.backends.files import Files
from store.backends.locking import quietly
from store.backends.state_files import Told
from store.errors import HeldError, LibraryError
from store.messages import once
from store.reader.exchange.kinds import NOTHING, Carried, kinds
from store.reader.exchange.remembered import Exchanged, Remembered, digest

ATTEMPTS = 8
"""How often one sends again what another host was quicker with."""

TOGETHER = 8
"""Files that are taken in under one lock, and sent in one go."""


class Archive(Protocol):
    """Where the state of one reader lies for all hosts. Everything may raise LibraryError."""

    def key(self) -> str:
        """Return what stands for this archive and this reader's role in it."""

    def changes(self) -> dict[str, int]:
        """Return the names of the files, and the number of each one's last change."""

    def read(self, names: Sequence[str]) -> dict[str, tuple[int, bytes]]:
        """Return the last change and the bytes of those of these files that are there."""

    def put(self, files: Mapping[str, tuple[int, bytes]]) -> dict[str, int]:
        """Put these in place of what was there as of the change given, 0 where nothing was.

        Returns the changes that this made; those that another host has changed are left out.
        """


class _There(NamedTuple):
    """What is there of a file, as of which change."""

    change: int
    held: bytes


class _Taken(NamedTuple):
    """What is here of a file once what was there is taken in, and whether that is to be sent."""

    held: bytes
    asides: int
    send: bool


class Exchange:
    """Exchanges the state in `files` with an archive. What is refused is told of once."""

    def __init__(self, files: Files, archive: Archive, told: Told = quietly) -> None:
        self._files = files
        self._archive = archive
        self._told = once(told)
        self._kinds = kinds(files, told)
        self._refused: set[tuple[str, int]] = set()

    def run(self) -> None:
        """Exchange what has changed here or there.

        Nothing is done where another session of this host is exchanging. Raises AwayError when no
        server answers, LibraryError.
        """
        remembered = Remembered(self._files, self._archive.key())
        with suppress(HeldError), self._files.alone("exchange"):
            for _ in range(ATTEMPTS):
                changes, stamps = self._archive.changes(), self._stamps()
                names = iter(list(self._changed(remembered.all(), changes, stamps)))
                done = True
                while group := list(islice(names, TOGETHER)):
                    done &= self._exchange(group, remembered)
                if done:
                    return

    def _stamps(self) -> dict[str, str]:
        stamps = (each for kind in self._kinds for each in kind.stamps().items())
        return {name: digest(repr(stamp).encode()) for name, stamp in stamps}

    def _changed(
        self,
        known: Mapping[str, Exchanged],
        changes: Mapping[str, int],
        stamps: Mapping[str, str],
    ) -> Iterator[str]:
        """Yield the files that are not as they were exchanged."""
        for name in sorted({*changes, *stamps}):
            then, change = known.get(name, Exchanged()), changes.get(name, 0)
            same = (change, stamps.get(name, "")) == (then.change, then.stamp)
            if not same and (name, change) not in self._refused and self._owned(name):
                yield name

    def _exchange(self, names: Sequence[str], remembered: Remembered) -> bool:
        """Exchange these files; return False when another host has been quicker with one."""
        known = {name: Exchanged() for name in names} | remembered.all()
        there = {name: _There(0, NOTHING) for name in names}
        there |= {name: _There(*each) for name, each in self._archive.read(names).items()}
        there = {name: each for name, each in there.items() if self._is_sound(name, *each)}
        before = self._stamps()
        with self._files.lock():
            taken = {
                name: each
                for name in there
                if (each := self._take(name, there[name], known[name], before, remembered))
            }
            stamps = self._stamps()
        put = {name: (there[name].change, each.held) for name, each in taken.items() if each.send}
        made: Mapping[str, int] = {}
        if put:
            sent = {n: replace(known[n], sent=digest(held)) for n, (_, held) in put.items()}
            remembered.keep(known | sent, {})
            made = self._archive.put(put)
        settled = {name: each for name, each in taken.items() if name in made or not each.send}
        for name, each in settled.items():
            change = made.get(name, there[name].change)
            known[name] = Exchanged(change, stamps.get(name, ""), each.asides)
        remembered.keep(known, {name: each.held for name, each in settled.items()})
        return len(made) == len(put)

    def _is_sound(self, name: str, change: int, held: bytes) -> bool:
        """Return whether what is there can be taken; if not, it is not looked at again."""
        try:
            self._kind(name).check(name, held)
        except LibraryError as error:
            self._refused.add((name, change))
            self._told(error.message)
            return False
        return True

    def _take(
        self,
        name: str,
        there: _There,
        then: Exchanged,
        stamps: Mapping[str, str],
        remembered: Remembered,
    ) -> _Taken | None:
        """Take in what is there of this file, under the lock; None if it cannot be kept here."""
        kind = self._kind(name)
        lost = there.change < then.change or (then.stamp and name not in stamps)
        base = NOTHING if lost else _base(remembered, name, then, there.held)
        try:
            held = kind.take(name, base, there.held, then.asides)
            return _Taken(held, kind.asides(name), not kind.same(name, held, there.held))
        except LibraryError as error:
            self._told(error.message)
            return None

    def _owned(self, name: str) -> bool:
        return any(kind.owns(name) for kind in self._kinds)

    def _kind(self, name: str) -> Carried:
        return next(kind for kind in self._kinds if kind.owns(name))


def _base(remembered: Remembered, name: str, then: Exchanged, there: bytes) -> bytes:
    """Return what both had of this file: what was sent, where that has arrived after all."""
    if then.sent and then.sent == digest(there):
        return there
    try:
        return (remembered.base(name) if then.change else None) or NOTHING
    except LibraryError:
        return NOTHING
