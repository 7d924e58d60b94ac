"""An archive in memory, and a host whose reader exchanges their state with it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from store.backends.disk import state_files
from store.backends.serialization import decode, to_json
from store.errors import AwayError
from store.messages import Message
from store.reader.clippings import Clips, open_clips
from store.reader.exchange.exchange import Exchange
from store.reader.marks import Marks, open_marks


class HeldArchive:
    """What one reader keeps, in memory; `before_put` is done once, before the next change.

    It begins with what is `copied` in a file, and copies itself there.
    """

    def __init__(self, copied: Path | None = None) -> None:
        self.copied = copied
        there = copied.read_bytes() if copied and copied.exists() else b"{}"
        self.held: dict[str, tuple[int, bytes]] = decode(there, dict[str, tuple[int, bytes]])
        self.away = False
        self.lost = False
        self.puts = 0
        self.before_put: Callable[[], object] | None = None

    def key(self) -> str:
        self._ask()
        return "0123"

    def changes(self) -> dict[str, int]:
        self._ask()
        return {name: change for name, (change, _) in self.held.items()}

    def read(self, names: Sequence[str]) -> dict[str, tuple[int, bytes]]:
        self._ask()
        return {name: self.held[name] for name in names if name in self.held}

    def put(self, files: Mapping[str, tuple[int, bytes]]) -> dict[str, int]:
        self._ask()
        do, self.before_put = self.before_put, None
        if do:
            do()
        self.puts += 1
        made = {}
        for name, (change, data) in files.items():
            if self.held.get(name, (0, b""))[0] == change:
                self.held[name] = change + 1, data
                made[name] = change + 1
        if self.copied:
            self.copied.write_bytes(to_json(self.held))
        if self.lost:
            self.lost = False
            raise AwayError("the server was lost")
        return made

    def close(self) -> None:
        """Nothing is to be closed."""

    def _ask(self) -> None:
        if self.away:
            raise AwayError("no server answers")


class Host:
    """A state folder, whose reader exchanges it with `archive`."""

    def __init__(self, folder: Path, archive: HeldArchive) -> None:
        self.folder = folder
        self.told: list[Message] = []
        self.exchange = Exchange(state_files(folder), archive, self.told.append)

    @property
    def marks(self) -> Marks:
        return open_marks(self.folder)

    @property
    def clips(self) -> Clips:
        return open_clips(self.folder)
