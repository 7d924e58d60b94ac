"""Printing: whatever a paper or a name holds, no control character reaches the terminal."""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from store.messages import Message

HANGING = "  "
"""What the further lines of one thing begin with."""

NARROWEST = 24
"""Cells in which text is still broken into lines."""


def print_lines(*lines: str) -> None:
    """Print `lines` on standard output, each on one line."""
    for line in lines:
        print(on_one_line(line))


def on_one_line(text: str) -> str:
    """Return `text` as it is printed: what is one thing, such as a name, is one line."""
    from store.press.text.clean import printable  # 3 ms, and the reader prints nothing

    return printable(text).replace("\n", " ")


def print_error(news: "str | Message") -> None:
    """Print one sentence on standard error, a message in the language chosen."""
    from store.messages import Message
    from tui.language import _
    from tui.messages import translated

    sentence = translated(news) if isinstance(news, Message) else news
    try:
        print(_("dubao: {news}").format(news=on_one_line(sentence)), file=sys.stderr)
    except OSError:
        _silence(sys.stderr)


def found_nothing(sentence: str) -> int:
    """Print on standard error that there is nothing; return the exit status of that, 1."""
    print_error(sentence)
    return 1


def silence_output() -> None:
    """Discard what is still printed on standard output: whoever read it has gone."""
    _silence(sys.stdout)


def _silence(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_json(plain: object) -> None:
    """Print `plain`, which may hold models, as indented JSON."""
    from store.backends.serialization import to_json

    print(escape_controls(to_json(plain, indent=True).decode()))


@contextmanager
def json_printer(*, as_array: bool) -> Iterator[Callable[[object], None]]:
    """Yield a function that prints one thing after another: items of one array, or each alone."""
    count = 0

    def put(plain: object) -> None:
        nonlocal count
        if as_array:
            print("," if count else "[")
        count += 1
        print_json(plain)

    try:
        yield put
    finally:
        if as_array:
            print("]" if count else "[]")


def escape_controls(text: str) -> str:
    """Return JSON that means the same as `text`, with what a terminal might obey escaped."""
    import json

    from store.hostile import SUSPECT, bare, suspects

    def escaped(found: re.Match[str]) -> str:
        return found[0] if bare(found[0]) == found[0] else json.dumps(found[0])[1:-1]

    return suspects().sub(escaped, text) if SUSPECT.search(text) else text


def print_hanging(text: str, indent: str = "") -> None:
    """Print `text` on one line; on a terminal on as many as it takes, the further ones set in."""
    lines = _broken(on_one_line(text), len(indent) + len(HANGING))
    for at, line in enumerate(lines):
        print(f"{indent}{HANGING if at else ''}{line}")


def _broken(line: str, before: int) -> list[str]:
    """Return `line` as lines for a terminal that has so many cells before them.

    Nobody tells where a line begins that a terminal has wrapped. A program wants it whole, and an
    address is whole for whoever copies it.
    """
    from tui.typeset import break_text, width

    room = max(NARROWEST, shutil.get_terminal_size().columns - before)
    if not sys.stdout.isatty() or width(line) <= room or _is_one_word(line):
        return [line]
    return break_text(line, room)


def _is_one_word(line: str) -> bool:
    return line.isascii() and " " not in line


def print_table(
    rows: Iterable[Sequence[str]], columns: Sequence[Iterable[str]] | None = None
) -> None:
    """Print `rows` with their columns aligned, in cells; the last column is left ragged.

    Where it does not fit a terminal it goes on beneath itself, or beneath the row.

    With `columns`, which hold whatever the columns before the last may hold, rows are printed as
    they come; without, all are awaited.
    """
    from tui.typeset import width

    if columns is None:
        rows = list(rows)
        columns = list(zip(*rows, strict=True))[:-1]
    sizes = [max((width(on_one_line(cell)) for cell in column), default=0) for column in columns]
    for row in rows:
        *cells, last = map(on_one_line, row)
        padded = (
            cell + " " * (size - width(cell)) for cell, size in zip(cells, sizes, strict=True)
        )
        _print_row("".join(f"{cell}  " for cell in padded), last)


def _print_row(before: str, last: str) -> None:
    from tui.typeset import width

    taken = width(before)
    room = shutil.get_terminal_size().columns - taken
    if not sys.stdout.isatty() or width(last) <= room:
        print(f"{before}{last}".rstrip())
    elif room < NARROWEST or _is_one_word(last):
        print(before.rstrip())
        print_hanging(last, HANGING)
    else:
        first, *others = _broken(last, taken)
        print(f"{before}{first}", *(" " * taken + each for each in others), sep="\n")
