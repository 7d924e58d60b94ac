"""What can still be read of an issue's file that is damaged: what no original can give back."""

import json
import re
from collections.abc import Iterator
from typing import TypeVar

from msgspec import Struct

from store.backends.serialization import from_plain
from store.corrections.correction import Correction
from store.errors import LibraryError
from store.models import CatalogueRow

T = TypeVar("T")

LOST = "\ufffd"
"""Stands in the text for bytes that are no UTF-8: what has it is not what was written."""


class Salvage(Struct, frozen=True):
    """What could be read: the issue's row, its corrections in order, and former article ids."""

    row: CatalogueRow | None = None
    corrections: tuple[Correction, ...] = ()
    aliases: dict[str, str] = {}


def salvage(data: bytes) -> Salvage:
    """Return what can be read in the bytes of a damaged file, record by record.

    A table is read up to the first record that is not whole.
    """
    text = data.decode("utf-8", "replace")
    rows = _records(text, "row", CatalogueRow)
    aliases = _records(text, "aliases", dict[str, str])
    return Salvage(
        next(iter(rows.values()), None),
        tuple(_records(text, "corrections", Correction).values()),
        next(iter(aliases.values()), {}),
    )


def _records(text: str, table: str, kind: type[T]) -> dict[str, T]:
    """Return the whole records of this table by name; of an older kind there are none."""
    found: dict[str, T] = {}
    try:
        for name, plain in _members(text, table):
            found[name] = from_plain(plain, kind)
    except (LibraryError, RecursionError):
        pass
    return found


def _members(text: str, table: str) -> Iterator[tuple[str, object]]:
    """Yield the members of the table's object, one after another, while they are whole."""
    # Within a string the quotes would be escaped.
    start = re.search(rf'[{{,]"{table}":\{{', text)
    decoder = json.JSONDecoder()
    at = start.end() if start else len(text)
    while found := re.compile(r'"([^"\\]*)":').match(text, at):
        try:
            plain, end = decoder.raw_decode(text, found.end())
        except ValueError:
            return
        if LOST in text[at:end]:
            return
        yield found[1], plain
        at = end + 1 if text[end : end + 1] == "," else len(text)
