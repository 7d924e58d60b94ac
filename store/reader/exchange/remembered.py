"""What a host remembers of its last exchange with an archive: what both had, and what was sent.

It lies in the reader's state, ``archive/KEY.json`` and the files beneath ``archive/KEY``: whoever
copies, restores or removes the state does that to both. The records are written before what says
of which change they are: after a kill they are merged once more, which changes nothing.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated

from msgspec import Meta, Struct

from store.backends.files import Files
from store.backends.state_files import StateRecords
from store.bounds import Hash

FOLDER, _TABLE = "archive", "exchanged"


class Exchanged(Struct, frozen=True, omit_defaults=True):
    """A file as it was exchanged last.

    `change` is the archive's, 0 before there is one; `stamp` (its digest) and `asides` are this
    host's; `sent` is the digest of what was sent, which may have arrived though nothing was heard.
    """

    change: int = 0
    stamp: Hash = ""
    asides: Annotated[int, Meta(ge=0, le=2**31)] = 0
    sent: Hash = ""


class Remembered:
    """What is remembered in `files` of the archive and the role that `key` stands for."""

    def __init__(self, files: Files, key: str) -> None:
        self._files = files
        self._folder = f"{FOLDER}/{key}"
        self._records = StateRecords(files, f"{self._folder}.json", _TABLE, Exchanged)

    def all(self) -> dict[str, Exchanged]:
        """Return what is known of each file."""
        return self._records.read(self._records.place)

    def base(self, name: str) -> bytes | None:
        """Return what both had of this file, packed. Raises LibraryError."""
        return self._files.read(f"{self._folder}/{name}")

    def keep(self, known: Mapping[str, Exchanged], bases: Mapping[str, bytes]) -> None:
        """Keep what is known of all, and what both have now of some. Raises LibraryError."""
        if bases:
            self._files.write_all({f"{self._folder}/{each}": bases[each] for each in bases})
        self._records.put_all({self._records.place: known})


def digest(held: bytes) -> str:
    """Return what tells these bytes from others."""
    return sha256(held).hexdigest()[:32]
