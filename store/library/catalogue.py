"""The catalogue in memory: its order, and which issue is meant by a name, a source or a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from itertools import chain, count
from types import MappingProxyType

from store.errors import NotFoundError
from store.messages import Message, template
from store.models import Article, CatalogueRow, original_of
from store.words.fold import fold

_NONE: Mapping[str, CatalogueRow] = MappingProxyType({})


def slot(row: CatalogueRow) -> str:
    """Return the name under which the catalogue has `row`: its id, while it is not removed.

    A removed issue leaves its id to another; no id has a full stop.
    """
    return row.id if row.removed is None else f"{row.id}.{row.revision}"


class Rows:
    """Some of a catalogue's rows by slot, in the order of their import, and slots `gone` from it.

    What is looked for is sorted out once, when it is first asked for.
    """

    def __init__(self, rows: Mapping[str, CatalogueRow] = _NONE, gone: Iterable[str] = ()) -> None:
        self.by_slot = rows
        self.gone = frozenset(gone)

    def changed(self, put: Iterable[CatalogueRow] = (), gone: Iterable[str] = ()) -> "Rows":
        """Return these rows with `put` among them and the slots `gone` no more."""
        new, gone = {slot(row): row for row in put}, frozenset(gone)
        left = {name: row for name, row in self.by_slot.items() if name not in gone}
        rows = Rows({**left, **new}, (self.gone | gone) - new.keys())
        if new and len(rows.by_slot) == len(self.by_slot) + len(new):
            rows._find_as(self, Rows(new))
        return rows

    def _find_as(self, before: "Rows", new: "Rows") -> None:
        """Take over what has been sorted out of the rows `before`, to which these have `new` ones.

        In a change of many issues it would be sorted out anew for each.
        """
        originals = {
            source: row for source, row in new.by_source.items() if source not in row.sources
        }
        self.by_source = (
            originals
            | before.by_source
            | {source: row for row in new._live() for source in row.sources}
        )
        self.by_day = before.by_day | new.by_day
        self.by_paper = {
            **before.by_paper,
            **{
                name: [*before.by_paper.get(name, ()), *rows] for name, rows in new.by_paper.items()
            },
        }
        self.by_alias = {
            **before.by_alias,
            **{
                name: [*before.by_alias.get(name, ()), *rows] for name, rows in new.by_alias.items()
            },
        }
        self.revision = max(before.revision, new.revision)
        self.removed = before.removed + new.removed

    @cached_property
    def by_source(self) -> dict[str, CatalogueRow]:
        """The issues by the id of each of their sources, and one by the sha256 of each original."""
        found = {original_of(source): row for row in self._live() for source in row.sources}
        return found | {source: row for row in self._live() for source in row.sources}

    @cached_property
    def by_day(self) -> dict[tuple[str, date], CatalogueRow]:
        """The dated issues by folded paper and day."""
        papers = {row.paper for row in self.by_slot.values()}
        folded = {paper: fold(paper) for paper in papers}
        return {(folded[row.paper], row.date): row for row in self._live() if row.date}

    @cached_property
    def by_paper(self) -> dict[str, list[CatalogueRow]]:
        """The issues by folded paper."""
        found: dict[str, list[CatalogueRow]] = {}
        for row in self._live():
            found.setdefault(row.paper, []).append(row)
        folded: dict[str, list[CatalogueRow]] = {}
        for paper, rows in found.items():
            folded.setdefault(fold(paper), []).extend(rows)
        return folded

    @cached_property
    def by_alias(self) -> dict[str, list[CatalogueRow]]:
        """The issues by the ids that they had before."""
        found: dict[str, list[CatalogueRow]] = {}
        for row in self._live():
            for name in row.aliases:
                found.setdefault(name, []).append(row)
        return found

    @cached_property
    def revision(self) -> int:
        """The highest revision among the rows, -1 without any."""
        return max((row.revision for row in self.by_slot.values()), default=-1)

    @cached_property
    def removed(self) -> tuple[tuple[datetime, CatalogueRow], ...]:
        """The removed issues, each with the moment when."""
        return tuple((row.removed, row) for row in self.by_slot.values() if row.removed)

    def _live(self) -> Iterator[CatalogueRow]:
        return (row for row in self.by_slot.values() if row.removed is None)


class Catalogue:
    """The rows of a library's issues: `base`, and `recent`, what has changed since.

    `counted` is the number of the last change, which rows that are gone may have been of.
    """

    def __init__(
        self, base: Rows | None = None, recent: Rows | None = None, counted: int = -1
    ) -> None:
        self.base = base or Rows()
        self.recent = recent or Rows()
        self._counted = counted

    def changed(self, put: Iterable[CatalogueRow] = (), gone: Iterable[str] = ()) -> "Catalogue":
        """Return the catalogue with `put` in it and the slots `gone` no more."""
        return Catalogue(self.base, self.recent.changed(put, gone), self.counted)

    def folded(self) -> "Catalogue":
        """Return the same rows with nothing recent, in which rows are found sooner."""
        return Catalogue(Rows(self.all()), None, self.counted)

    def all(self) -> dict[str, CatalogueRow]:
        """Return every row by slot, removed ones too, in the order of their import."""
        new = self.recent.by_slot
        rows = {
            name: new.get(name, row)
            for name, row in self.base.by_slot.items()
            if name not in self.recent.gone
        }
        return {**rows, **new}

    @cached_property
    def rows(self) -> tuple[CatalogueRow, ...]:
        """The rows newest first: by date, papers of one day by name, and after these the undated.

        The undated go by what their text proves (``not_before``), the last imported first.
        """
        rows = [row for row in self.all().values() if row.removed is None]
        dated = [(row.date, row) for row in rows if row.date]
        dated.sort(key=lambda pair: (-pair[0].toordinal(), pair[1].paper, pair[1].id))
        undated = [row for row in reversed(rows) if not row.date]
        undated.sort(key=lambda row: row.not_before, reverse=True)
        return (*(row for _, row in dated), *undated)

    @cached_property
    def removed(self) -> tuple[CatalogueRow, ...]:
        """The removed issues' rows, the last removed first."""
        rows = [pair for pair in self.base.removed if self._holds(pair[1])]
        rows += self.recent.removed
        rows.sort(key=lambda pair: pair[0], reverse=True)
        return tuple(row for _, row in rows)

    def at(self, name: str) -> CatalogueRow | None:
        """Return the issue whose id this is now."""
        return self._of(self.recent.by_slot.get(name), self.base.by_slot.get(name))

    def named(self, name: str) -> tuple[CatalogueRow, ...]:
        """Return the issue of this id, and then those that had it before.

        Raises NotFoundError when there is none.
        """
        own = self.at(name)
        found = (
            *((own,) if own else ()),
            *self.recent.by_alias.get(name, ()),
            *(row for row in self.base.by_alias.get(name, ()) if self._holds(row)),
        )
        if found:
            return found
        if any(row.id == name for row in self.removed):
            raise NotFoundError(
                "{id} has been removed; dubao remove --undo {id} restores it.", id=name
            )
        nothing = template("There is no issue {id}; {hint}.")
        raise not_found(nothing, name, [row.id for row in self.rows])

    def holding(self, source: str) -> CatalogueRow | None:
        """Return the issue that was read from the source of this id.

        Of a sha256 alone, of which several issues were read, it is one of them.
        """
        return self._of(self.recent.by_source.get(source), self.base.by_source.get(source))

    def of_day(self, paper: str, day: date | None) -> CatalogueRow | None:
        """Return the issue of this paper and day; an undated one is never the same as another."""
        if day is None:
            return None
        key = fold(paper), day
        return self._of(self.recent.by_day.get(key), self.base.by_day.get(key))

    def of_paper(self, paper: str) -> tuple[CatalogueRow, ...]:
        """Return the issues of this paper, in no order."""
        name = fold(paper)
        kept = (row for row in self.base.by_paper.get(name, ()) if self._holds(row))
        return (*kept, *self.recent.by_paper.get(name, ()))

    def free(self, name: str, last: str = "") -> str:
        """Return `name`, or ``name-2`` and so on while another issue has it.

        Papers whose names are spelt alike in pinyin share no issue. One of these names that the
        issue had `last` is taken first, for addresses should stay.
        """
        names: Iterator[str] = (name if turn == 1 else f"{name}-{turn}" for turn in count(1))
        stem, _, number = last.rpartition("-")
        if stem == name and number.isdecimal():
            names = chain([last], names)
        return next(each for each in names if self.at(each) is None)

    @property
    def counted(self) -> int:
        """The number of the last change; before the first it is -1."""
        return max(self.base.revision, self.recent.revision, self._counted)

    @property
    def revision(self) -> int:
        """The number of the next change: no file of an issue has or ever had it."""
        return self.counted + 1

    def _of(self, recent: CatalogueRow | None, base: CatalogueRow | None) -> CatalogueRow | None:
        """Return the one that was found, unless what is recent has changed the other."""
        return recent or (base if base and self._holds(base) else None)

    def _holds(self, base: CatalogueRow) -> bool:
        """Return whether a row of the base still is as it was."""
        name = slot(base)
        return name not in self.recent.gone and name not in self.recent.by_slot


def not_found(nothing: str, name: str, names: Iterable[str]) -> NotFoundError:
    """Return the error that there is nothing of this name, with the closest of `names`.

    `nothing` says so: a template with an `id` and a `hint`.
    """
    from difflib import get_close_matches  # 4 ms, for a mistyped name alone

    close = get_close_matches(name, names, n=3)
    if close:
        hint = Message("the closest names are {names}", {"names": ", ".join(close)})
    else:
        hint = Message("dubao list shows what there is")
    return NotFoundError(nothing, id=name, hint=hint)


def no_article(name: str, articles: Iterable[Article]) -> NotFoundError:
    """Return the error that there is no article `name` among those of its issue.

    It tells which is the last of its page, or, where there is no such page, which pages there are.
    """
    page = name.rpartition(".")[0]
    last = {article.id.rpartition(".")[0]: article.id for article in articles}
    if page in last:
        hint = Message("the last one on this page is {last}", {"last": last[page]})
    elif last:
        pages = ", ".join(each.partition("/")[2] for each in last)
        hint = Message("there are these pages: {pages}", {"pages": pages})
    else:
        hint = Message("the issue has none")
    return NotFoundError("There is no article {id}; {hint}.", id=name, hint=hint)
