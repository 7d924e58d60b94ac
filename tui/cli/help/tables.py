"""The tables of help that are made from what they tell of: keys, fields of the filter, commands."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from tui.language import _, chosen

Meaning = TypeVar("Meaning")

WIDTH = 80
"""Cells of a line at most."""


def keys() -> Iterator[str]:
    """Yield every command of the reader with its keys, place by place."""
    from tui.all_commands import sections

    for number, (place, commands) in enumerate(sections().items()):
        if number:
            yield ""
        yield _(place).replace("`", "")
        yield from aligned(((each.keys_shown(), _(each.title)) for each in commands), 18)


def fields() -> Iterator[str]:
    """Yield the fields that a query may name, with what else they are called, and their values."""
    from store.index.query.fields import FIELD_OF, KIND_OF, STATE_OF

    values = {"is": _named(STATE_OF).values(), "kind": _named(KIND_OF).values()}
    for field, names in _named(FIELD_OF).items():
        first, *others = values.get(field, ("",))
        yield from aligned([(f"{names}:", first), *(("", other) for other in others)], 28)


def commands() -> Iterator[str]:
    """Yield every command with what it does."""
    from tui.cli.parser import COMMANDS, module_of

    yield from aligned(((name, _(module_of(name).HELP)) for name in COMMANDS), 14)


TABLES = {"keys": keys, "fields": fields, "commands": commands}
"""What a line ``[[NAME]]`` of a topic stands for."""


def aligned(rows: Iterable[tuple[str, str]], column: int) -> Iterator[str]:
    """Yield `rows` as lines of two columns, the second of which begins after `column` cells."""
    from tui.typeset import break_text, width

    for first, second in rows:
        lines = break_text(second, WIDTH - column - 2) or [""]
        if width(first) >= column:
            yield f"  {first}"
            first = ""
        for line in lines:
            yield f"  {first}{' ' * (column - width(first))}{line}".rstrip()
            first = ""


def _named(names: Mapping[str, Meaning]) -> dict[Meaning, str]:
    """Return the names of each thing, parted by commas, those of the language chosen first."""
    of_each: dict[Meaning, list[str]] = {}
    for name, meaning in names.items():
        of_each.setdefault(meaning, []).append(name)
    english = chosen() == "en"
    return {
        meaning: ", ".join(sorted(each, key=lambda name: name.isascii() != english))
        for meaning, each in of_each.items()
    }
