"""What a room of the press is given: one source, recognised, decoded, and what a reader knows."""

import hashlib
from datetime import date, datetime

from msgspec import Struct

from store.models import Source
from store.press.kinds import DUMP, SourceKind
from store.press.mirror import File
from store.press.text.decode import Decoded
from store.press.text.web_address import canonical


class Material(Struct, frozen=True):
    """One source, to be read by the room of its kind.

    `name` is what it is called in messages and records. `files` are those of a mirrored issue;
    another source is its one file, with an empty path. `decoded` is its text, where it is text and
    no mirror. `day` and `paper` are what a reader knows, and win over what is printed: a room that
    finds several days makes one issue of them when it is given a `day`. `arrived` is when a source
    was fetched, and its `name` then its address.
    """

    name: str
    data: bytes
    kind: SourceKind = DUMP
    files: tuple[File, ...] = ()
    decoded: Decoded | None = None
    day: date | None = None
    paper: str = ""
    arrived: datetime | None = None
    told: bool = False
    """Whether a reader said of what kind it is."""

    @property
    def address(self) -> str:
        """Where it was fetched, in the form in which addresses are kept; ``""`` for a file."""
        return canonical(self.name) if self.arrived else ""

    def source(self) -> Source:
        """Return the record of this source, which each of its issues bears."""
        encoding = self.decoded.encoding if self.decoded else "utf-8"
        sha256 = hashlib.sha256(self.data).hexdigest()
        return Source(self.name, self.kind.code, sha256, encoding, kind_told=self.told)
