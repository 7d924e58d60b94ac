"""What is typed at ``:``: a command by its name, what it is given, and which articles it is for.

    command = name [argument] [scope]
    scope = this | page | issue | above | below | shown | /query

The scope is ``this``, the article shown, where none is given. ``above`` and ``below`` are what
stands so in the list, with what is folded there; ``shown`` is all that the filter leaves.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from store.models import Article, issue_of
from tui.state.outline import Outline
from tui.state.outline_rows import OutlineRow
from tui.state.session import Session
from tui.typed import GIVEN, SCOPED

Scope = Literal["this", "page", "issue", "above", "below", "shown", "query"]
SCOPES: tuple[Scope, ...] = get_args(Scope)[:-1]

LETTERS: Mapping[str, Scope] = {scope[0]: scope for scope in SCOPES}
"""The letter of each scope: t, p, i, a, b, s."""

IN_EDITORS = {"q": "quit", "q!": "quit", "qa": "quit", "wq": "quit", "x": "quit", "h": "help"}
"""What hands that know vi type; there is nothing to write: all is kept at once."""


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
        return ParsedCommand(IN_EDITORS.get(name, name), rest.strip())
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


def keys_of(
    command: ParsedCommand,
    session: Session,
    outline: Outline,
    article: Article | None,
    cursor: int,
) -> tuple[str, ...]:
    """Return the keys of the articles that `command` is for.

    `article` is the one shown, and `cursor` the number of the list's row that the cursor is on.
    """
    if command.scope == "query":
        return _found_by(command.query, session)
    if command.scope in ("above", "below", "shown"):
        return outline.keys_within(command.scope, cursor)
    if article is None:
        return ()
    issue = issue_of(article.id)
    row = OutlineRow("article", article.id, 0, "", 0)
    if command.scope == "page":
        row = OutlineRow("page", f"{issue}/{article.page}", 0, "", 0)
    elif command.scope == "issue":
        row = OutlineRow("issue", issue, 0, "", 0)
    return outline.keys(row)


def _found_by(text: str, session: Session) -> tuple[str, ...]:
    """Return the keys of the articles that a query finds; of one that asks nothing, none."""
    from store.index.query.parse import parse as parse_query  # not before the first paint

    query = parse_query(text)
    found = session.narrowing.answer(query, lambda: False) if query.groups else None
    return found.hits.keys(session.library.rows()) if found else ()
