"""The issues read last, kept in memory: the one cache of parsed issues."""

from threading import Lock

from store.backends.files import Stamp
from store.library.issue_file import StoredIssue
from store.models import CatalogueRow, RowStamp

KEPT_ISSUES = 8
"""Issues kept in memory: one is some 100 KB; more would not be looked at soon."""

_Key = tuple[RowStamp, Stamp | None]


class IssueCache:
    """A few parsed issues by the stamp of their row and of their file; threads may share it."""

    def __init__(self, size: int = KEPT_ISSUES) -> None:
        self._size = size
        self._issues: dict[_Key, StoredIssue] = {}
        self._turn = Lock()

    def get(self, row: CatalogueRow, file: Stamp | None) -> StoredIssue | None:
        """Return the issue of `row`, or None unless it was put here while its file was the same."""
        with self._turn:
            stored = self._issues.pop((row.stamp, file), None)
            if stored is not None:
                self._issues[row.stamp, file] = stored  # behind those that were not asked for
            return stored

    def put(self, row: CatalogueRow, file: Stamp | None, stored: StoredIssue) -> None:
        """Keep the issue of `row`; the one that was not asked for longest gives way to it."""
        with self._turn:
            self._issues[row.stamp, file] = stored
            while len(self._issues) > self._size:
                del self._issues[next(iter(self._issues))]
