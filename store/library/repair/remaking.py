"""Issues made again of their originals, where their own files are lost or damaged."""

import hashlib
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from store.backends.files import Files
from store.errors import NotFoundError, SourceError
from store.identity import numbered
from store.library.catalogue import slot
from store.library.catalogue_file import Change
from store.library.issue_file import StoredIssue, file_of, load, save
from store.library.originals import original_file, unpack
from store.library.placement import composed, place
from store.library.repair.salvage import salvage
from store.messages import Message
from store.models import CatalogueRow, Issue, Paper

Read = Callable[[Sequence[tuple[str, bytes]]], list[list[Issue] | Message]]
"""Reads sources, names with bytes: returns the issues in each, or why it cannot be read."""

NAME = "original.txt"
"""Stands for a source's name, which its original does not know: no day can be read from it."""


def read_plainly(sources: Sequence[tuple[str, bytes]]) -> list[list[Issue] | Message]:
    """Read sources with the press alone: their articles get no keywords."""
    from store.press.read import read

    found: list[list[Issue] | Message] = []
    for name, data in sources:
        try:
            found.append([result.issue for result in read(data, name)])
        except SourceError as error:
            found.append(error.message)
    return found


def wrong_original(files: Files, sha256: str) -> Message | None:
    """Return what is wrong with an original that should be there, None if it is whole.

    Raises LibraryError when that cannot be known.
    """
    try:
        name = original_file(sha256)
    except NotFoundError as error:
        return error.message
    packed = files.read(name)
    if packed is None:
        return Message("{file}: missing; its issue cannot be read again.", {"file": name})
    if hashlib.sha256(unpack(packed)).hexdigest() != sha256:
        return Message("{file}: damaged.", {"file": name})
    return None


class Remade(Struct, frozen=True):
    """What came of it: the row that the issue has now and how it was made, or why it was not."""

    row: CatalogueRow | None
    how: Message


class Remaking:
    """Makes issues again within a change of the library in `files`: their files are written."""

    def __init__(self, files: Files, change: Change, read: Read) -> None:
        self._files = files
        self._change = change
        self._read = read

    def again(
        self, row: CatalogueRow, whole: Sequence[str], damaged: bytes, *, apart: bool
    ) -> Remade:
        """Make the issue of `row` of those of its originals that are `whole`.

        With it comes what can be read in its `damaged` file of what had been set right in it.
        `apart` lets it keep its id, which is otherwise another issue's: then it goes where its day
        says. Raises LibraryError when it cannot be written.
        """
        read = self._read([(NAME, self._original(sha256)) for sha256 in whole])
        issues: list[Issue] = []
        for each in read:
            if isinstance(each, Message):
                return Remade(None, each)
            issues += each
        parsed = tuple(self._dated(issue, row) for issue in issues if _is_of(row, issue))
        if not parsed:
            return self._found(issues)
        found = salvage(damaged)
        stored = StoredIssue(parsed=parsed, corrections=found.corrections)
        new = self._kept(stored, row, found.aliases) if apart else self._placed(stored)
        how = Message("made again of its originals, without what had been set right in it")
        if found.corrections:
            how = Message(
                "made again of its originals, with {count} corrections that could still be read",
                {"count": len(found.corrections)},
            )
        return Remade(new, _with_words(how, parsed))

    def anew(self, sources: Sequence[str]) -> list[Remade]:
        """Make issues of these whole originals, which no issue has.

        Raises LibraryError when they cannot be written.
        """
        read = self._read([(NAME, self._original(sha256)) for sha256 in sources])
        return [
            Remade(None, issues) if isinstance(issues, Message) else self._found(issues)
            for issues in read
        ]

    def _found(self, issues: Sequence[Issue]) -> Remade:
        rows = [row for i in issues if (row := self._placed(StoredIssue(parsed=(i,))))]
        how = Message("read again as {issue}", {"issue": ", ".join(row.id for row in rows)})
        return Remade(rows[0] if rows else None, _with_words(how, issues))

    def renewed(self, rows: Sequence[CatalogueRow]) -> list[CatalogueRow]:
        """Write whole issues that come in beside others under numbers that no change has had.

        A change that failed has left them, and the next one that counted took its number: whoever
        has seen the changes up to that one would take them for known. Raises LibraryError.
        """
        new = []
        for number, row in enumerate(rows, self._change.catalogue.revision):
            new.append(replace(row, revision=number))
            save(self._files, load(self._files, row), new[-1])
            self._change.stale.append(file_of(row))
        return new

    def lacks_original(self, row: CatalogueRow) -> bool:
        """Return whether an original of `row` is not there.

        Originals are written before their issue, and go before it when what is removed is emptied.
        """
        try:
            names = [original_file(sha256) for sha256 in row.originals]
        except NotFoundError:
            return True
        return any(self._files.stamp(name) is None for name in names)

    def _original(self, sha256: str) -> bytes:
        return unpack(self._files.read(original_file(sha256)) or b"")

    def _dated(self, issue: Issue, row: CatalogueRow) -> Issue:
        """Return `issue` with the date and the paper of `row` where it has none."""
        paper = Paper(issue.paper.name or row.paper, issue.paper.publishers)
        return replace(issue, date=issue.date or row.date, paper=paper)

    def _kept(
        self, stored: StoredIssue, row: CatalogueRow, aliases: dict[str, str]
    ) -> CatalogueRow:
        issue = numbered(composed(stored)[0], row.id)
        keys = {article.key for article in issue.articles}
        former = {name: key for name, key in aliases.items() if key in keys}
        stored = replace(stored, issue=issue, aliases=former)
        new = stored.row(row.aliases, self._change.catalogue.revision)
        new = replace(new, removed=row.removed)
        save(self._files, stored, new)
        if slot(new) != slot(row):
            self._change.drop([row])
        self._change.put(new)
        return new

    def _placed(self, stored: StoredIssue) -> CatalogueRow | None:
        placed, _ = place(self._change, stored, None)
        return self._change.catalogue.at(placed.issue.id)


def _is_of(row: CatalogueRow, issue: Issue) -> bool:
    """Return whether `issue`, one of those in an original, is what `row` was read from."""
    return not issue.sources[0].part or issue.sources[0].id in row.sources


def _with_words(how: Message, issues: Sequence[Issue]) -> Message:
    """Return `how`, and how to get keywords where the articles of `issues` have none."""
    articles = [article for issue in issues for article in issue.articles]
    if not articles or any(article.keywords for article in articles):
        return how
    return Message("{how}; dubao reindex --words makes its keywords", {"how": how})


def hopeless(wrong: Message, why: Message) -> Message:
    """Return what is wrong with a file, and why it cannot be made again."""
    return Message("{wrong} It cannot be made again: {why}", {"wrong": wrong, "why": why})
