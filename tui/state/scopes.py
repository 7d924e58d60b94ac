"""Which articles a command typed at ``:`` is for."""

from collections.abc import Mapping
from itertools import compress

from store.models import Article, issue_of
from tui.state.command_line import SCOPES, ParsedCommand, Scope
from tui.state.outline import Outline
from tui.state.outline_rows import OutlineRow
from tui.state.session import Session

LETTERS: Mapping[str, Scope] = {scope[0]: scope for scope in SCOPES}
"""The letter of each scope: t, p, i, a, b, s."""


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
    from store.index.query import parse

    query = parse(text)
    found = session.narrowing.answer(query, lambda: False) if query.groups else None
    keys: list[str] = []
    for row in session.library.rows():
        mask = found.hits.get(row.id, b"") if found else b""
        keys += compress(row.keys, mask)
    return tuple(keys)
