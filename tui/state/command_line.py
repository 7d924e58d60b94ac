"""What is typed at ``:``: a command by its name, what it is given, and which articles it is for.

    command = name [argument] [scope]
    scope = this | page | issue | above | below | shown | /query

The scope is ``this``, the article shown, where none is given. ``above`` and ``below`` are what
stands so in the list, with what is folded there; ``shown`` is all that the filter leaves.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

Scope = Literal["this", "page", "issue", "above", "below", "shown", "query"]
SCOPES: tuple[Scope, ...] = get_args(Scope)[:-1]

SCOPED = ("read", "unread", "star", "unstar", "tag", "untag")
"""What is done to the articles of a scope."""

GIVEN = ("filter", "go", "theme", "panes")
"""What is given a word or a line, and has no scope."""


class ParsedCommand(Struct, frozen=True):
    """A command as it was understood; `query` is that of the scope ``query``."""

    name: str
    argument: str = ""
    scope: Scope = "this"
    query: str = ""


def parse(text: str) -> ParsedCommand:
    """Return the command that `text` is."""
    name, _, rest = text.strip().partition(" ")
    if name not in SCOPED:
        return ParsedCommand(name, rest.strip())
    argument, slash, query = f" {rest}".partition(" /")
    if slash:
        return ParsedCommand(name, argument.strip(), "query", query.strip())
    words = argument.split()
    for scope in SCOPES:
        if words[-1:] == [scope]:
            return ParsedCommand(name, " ".join(words[:-1]), scope)
    return ParsedCommand(name, " ".join(words))


def offers(
    text: str, names: Iterable[str], choices: Mapping[str, Sequence[str]]
) -> tuple[int, tuple[str, ...]]:
    """Return where the last word of a command begins, and what may stand there.

    `names` are those of commands, `choices` the words that each may be given.
    """
    begin = text.rfind(" ") + 1
    name, *before = text[:begin].split() or [""]
    if not name:
        known: Iterable[str] = sorted({*names, *SCOPED, *GIVEN})
    else:
        given = () if before else choices.get(name, ())
        known = (*given, *(SCOPES if name in SCOPED else ()))
    return begin, tuple(word for word in known if word.startswith(text[begin:]))
