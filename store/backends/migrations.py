"""The shapes that dubao's files have had, and how an older one is brought forward.

Each file says in its table ``dubao`` which schema it has. An older file is brought forward whenever
it is read, and is written so when it is next changed; a newer one is refused.
"""

from collections.abc import Callable
from typing import Any

Shape = dict[str, dict[str, dict[str, Any]]]
"""A file's documents by table and name."""

SCHEMA = 2
"""The shape of the files that this dubao writes, and the newest that it reads."""


def forward(tables: Shape, schema: int) -> Shape:
    """Return `tables`, which have the older shape `schema`, in the shape of today."""
    for step in range(schema, SCHEMA):
        tables = _STEPS[step](tables)
    return tables


def _keys_in_one(tables: Shape) -> Shape:
    """Write the keys of a catalogue's row one after another: a third of the bytes."""
    for row in tables.get("issues", {}).values():
        row["keyed"] = "".join(row.pop("keys", ()))
    return tables


_STEPS: dict[int, Callable[[Shape], Shape]] = {1: _keys_in_one}
