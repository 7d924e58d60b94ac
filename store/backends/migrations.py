"""The schemas that dubao's files have had, and how an older file is brought forward.

Each file says in its table ``dubao`` which schema it has. An older file is brought forward whenever
it is read, and is written so when it next changes; a newer one is refused.
"""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Raw, Struct

from store.backends.serialization import decode, to_json

Record = dict[str, Any]
"""What stands in a table under one name."""

Shape = dict[str, dict[str, Record]]
"""A file's documents by table and name."""

Packed = dict[str, Raw]
"""A file's tables by name, each as it stands in the file."""

SCHEMA = 4
"""The schema of the files that this dubao writes, and the newest that it reads."""


class Step(Struct, frozen=True):
    """One schema to the next: what `change` does, in place, to each document of these `tables`."""

    tables: tuple[str, ...]
    change: Callable[[Record], None]


def forward(tables: Packed, schema: int) -> Packed:
    """Return `tables`, which have the older `schema`, as they are today.

    Tables that did not change stay packed. Raises LibraryError, and what a table of another shape
    raises: KeyError, TypeError and the like.
    """
    steps = [_STEPS[each] for each in range(schema, SCHEMA)]
    changed = dict(tables)
    for table in {name for step in steps for name in step.tables} & tables.keys():
        documents = decode(tables[table], dict[str, Record])
        for step in steps:
            if table in step.tables:
                for document in documents.values():
                    step.change(document)
        changed[table] = Raw(to_json(documents))
    return changed


def _as_before(_record: Record) -> None:
    """Leave a record as it is: what is new in its schema, older versions have not written."""


def _join_keys(row: Record) -> None:
    """Write the keys of a catalogue's row one after another: a third of the bytes."""
    if "keys" in row:
        row["keyed"] = "".join(row.pop("keys"))


def _warnings_as_data(issue: Record) -> None:
    """Give the warnings of an issue, which were English sentences, their codes and fields."""
    if "warnings" in issue:
        issue["warnings"] = [_warning(sentence) for sentence in issue["warnings"]]


def _warning(sentence: str) -> Record:
    for code, pattern in _SENTENCES.items():
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            fields = {name: _field(name, text) for name, text in found.groupdict().items()}
            return {"code": code, "fields": fields}
    return {"code": "note", "fields": {"text": sentence}}


def _field(name: str, text: str) -> str | int:
    return int(text) if name in ("count", "expected", "found") else text


_SENTENCES = {
    "taken_out": r"(?P<count>[0-9]{1,9}) (?P<what>[a-z ]+) were taken out\.",
    "undecodable": r"(?P<count>[0-9]{1,9}) characters could not be decoded as (?P<encoding>.+)\.",
    "encoding_guessed": r"The encoding is a guess: (?P<encoding>.+)\.",
    "pages_missing": r"The paper says it has (?P<expected>[0-9]{1,9}) pages; "
    r"(?P<found>[0-9]{1,9}) were found\.",
    "no_article": r"No article was found\.",
    "no_keywords": r"No keywords were made, for the worker failed: (?P<why>.*)",
}
"""The sentences of schema 2, by the codes that they have now."""

_STEPS: dict[int, Step] = {
    1: Step(("issues",), _join_keys),
    2: Step(("issue", "readings"), _warnings_as_data),
    3: Step((), _as_before),  # corrections of words and bylines, which older versions refuse
}
