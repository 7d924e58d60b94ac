"""The catalogue in memory: its order, and which issue is meant by a name, a source or a day."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from store.errors import NotFoundError
from store.models import CatalogueRow
from store.words.fold import fold


class Catalogue:
    """The rows of a library's issues, given in the order of their import.

    `rows` holds them newest first: by date, papers of one day by name; after these the undated, by
    what their text proves (``not_before``), the last imported first.
    """

    def __init__(self, rows: Iterable[CatalogueRow] = ()) -> None:
        rows = tuple(rows)
        dated = [(row.date, row) for row in rows if row.date]
        dated.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].paper, pair[1].id))
        undated = [row for row in reversed(rows) if not row.date]
        undated.sort(key=lambda row: row.not_before, reverse=True)
        self.rows = (*(row for _, row in dated), *undated)
        self._by_id = {row.id: row for row in rows}
        self._by_source = {sha256: row for row in rows for sha256 in row.sources}

    def named(self, name: str) -> tuple[CatalogueRow, ...]:
        """Return the issue of this id, and then those that had it before.

        Raises NotFoundError when there is none.
        """
        own = self._by_id.get(name)
        found = (*((own,) if own else ()), *(row for row in self.rows if name in row.aliases))
        if not found:
            raise not_found("issue", name, self._by_id)
        return found

    def holding(self, sha256: str) -> CatalogueRow | None:
        """Return the issue that was read from this source."""
        return self._by_source.get(sha256)

    def of_day(self, paper: str, day: date | None) -> CatalogueRow | None:
        """Return the issue of this paper and day; an undated one is never the same as another."""
        same = (row for row in self.rows if row.date == day and fold(row.paper) == fold(paper))
        return next(same, None) if day else None

    def free(self, name: str) -> str:
        """Return `name`, or ``name-2`` and so on while another issue has it.

        Papers whose names are spelt alike in pinyin share no issue.
        """
        names = (name if turn == 1 else f"{name}-{turn}" for turn in count(1))
        return next(each for each in names if each not in self._by_id)


def not_found(what: str, name: str, names: Iterable[str]) -> NotFoundError:
    """Return the error that no `what` has this name, with the closest of `names`."""
    from difflib import get_close_matches  # 4 ms, for a mistyped name alone

    close = get_close_matches(name, names, n=3)
    hint = (
        f"the closest names are {', '.join(close)}" if close else "dubao list shows what there is"
    )
    return NotFoundError(f"There is no {what} {name}; {hint}.")
