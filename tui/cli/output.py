"""What the commands print: cleaned of control characters, whatever a paper or a name holds."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from tui.language import _


def say(*lines: str) -> None:
    """Print `lines` on standard output."""
    from store.press.text.clean import printable  # 3 ms: here, as most calls of dubao say nothing

    for line in lines:
        print(printable(line))


def complain(sentence: str) -> None:
    """Print one sentence on standard error."""
    from store.press.text.clean import printable
    from tui.sentences import said

    print(f"dubao: {printable(said(sentence))}", file=sys.stderr)


def at_least_one(text: str) -> int:
    """Return the number that an argument gives: one or more."""
    if text.isascii() and text.isdigit() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(_("{text} is not a number from 1 on").format(text=text))


def nothing(sentence: str) -> int:
    """Say on standard error that there is nothing, and return the exit status of that."""
    complain(sentence)
    return 1


def hush() -> None:
    """Print nothing on standard output any more: whoever read it has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_json(plain: object) -> None:
    """Print `plain` (models may stand in it) as JSON, indented."""
    from store.backends.serialization import to_json

    print(escaped(to_json(plain, indent=True).decode()))


@contextmanager
def saying_json(*, as_array: bool) -> Iterator[Callable[[object], None]]:
    """Yield what prints one thing after another, as the items of one array or each by itself."""
    count = 0

    def put(plain: object) -> None:
        nonlocal count
        if as_array:
            print("," if count else "[")
        count += 1
        say_json(plain)

    try:
        yield put
    finally:
        if as_array:
            print("]" if count else "[]")


def escaped(text: str) -> str:
    """Return JSON that says what `text` says, with escapes where a terminal might obey it."""
    import json

    from store.press.text.clean import SUSPECT

    return SUSPECT.sub(lambda found: json.dumps(found[0])[1:-1], text)


def table(rows: Iterable[Sequence[str]], columns: Sequence[Iterable[str]] | None = None) -> None:
    """Print `rows` with their columns lined up by cells; the last column is left ragged.

    Where it is known what the other `columns` hold, rows are printed as they come.
    """
    from store.press.text.clean import printable
    from tui.typeset import width

    if columns is None:
        rows = list(rows)
        columns = list(zip(*rows, strict=True))[:-1]
    sizes = [max((width(printable(cell)) for cell in column), default=0) for column in columns]
    for row in rows:
        *cells, last = map(printable, row)
        padded = (
            cell + " " * (size - width(cell)) for cell, size in zip(cells, sizes, strict=True)
        )
        print("  ".join((*padded, last)).rstrip())
