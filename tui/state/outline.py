"""The issue list as rows: saved filters, then paper → issue → page → headlines, folded.

A plain object that knows no screen; what is unfolded is its only state.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal, Protocol

from msgspec import Struct

from store.errors import DubaoError
from store.index.hits import EVERYTHING, Left
from store.models import Article, CatalogueRow, IndexEntry, Issue, Page, RowStamp, issue_of
from store.protocols import CatalogueReader, ReadersMarks
from store.reader.saved_filters import SavedFilter
from tui.language import _
from tui.state.outline_rows import UNCOUNTED, Folds, OutlineRow
from tui.state.saved_filter_rows import SHELF, SavedFilterRows
from tui.state.unread_counts import UnreadCounts

UNFOLDED_BY_FILTER = 100
"""While a filter narrows, issues unfold by themselves until this many headlines are shown."""

KEPT_CONTENTS = 200
"""Issues whose headlines are kept: 10 kB each, and half a millisecond to read again."""


class ReadersFilters(Protocol):
    """The saved filters of a reader."""

    def all(self) -> Sequence[SavedFilter]:
        """Return the saved filters, in their order."""


class MarksAndFilters(ReadersMarks, Protocol):
    """A reader's marks, and with them their saved filters."""

    @property
    def filters(self) -> ReadersFilters:
        """The saved filters."""


class Narrowed(Protocol):
    """What the outline lists: a library, one reader's marks, and what their filter leaves."""

    @property
    def library(self) -> CatalogueReader:
        """The library."""

    @property
    def marks(self) -> MarksAndFilters:
        """The reader's marks."""

    def hits(self) -> Left:
        """Return the articles that the filter leaves."""

    def narrowed(self) -> bool:
        """Return whether the reader narrows what is shown: hiding leaves articles out, too."""


class Outline:
    """Which nodes are unfolded, and the rows that follow from it."""

    def __init__(self, session: Narrowed) -> None:
        self._session = session
        self._unfolded: set[str] = set()
        self._folded_in_filter: set[str] = set()
        self._of: tuple[tuple[CatalogueRow, ...], Left] = ((), EVERYTHING)
        self._papers: dict[str, list[CatalogueRow]] = {}
        self._all_papers = self._papers
        self._unread = UnreadCounts(session.marks)
        self.shelf = SavedFilterRows(self._unread)
        self._issue_rows: dict[str, tuple[CatalogueRow, OutlineRow]] = {}
        self._contents: dict[RowStamp, Sequence[_Page]] = {}
        """Pages with their headlines, by the stamp of their issue's row."""

    def folds(self) -> Folds:
        """Return how the nodes are folded now."""
        return Folds(frozenset(self._unfolded), frozenset(self._folded_in_filter))

    def restore(self, folds: Folds) -> None:
        """Fold the nodes as they were."""
        self._unfolded = set(folds.unfolded)
        self._folded_in_filter = set(folds.folded_in_filter)

    def unfold(self, article_or_issue: str) -> None:
        """Unfold the paper and issue above this address, and the issue itself."""
        name = issue_of(article_or_issue)
        for row in self._session.library.rows():
            if row.id == name:
                self._unfolded |= {row.paper, name}
                self._folded_in_filter -= {row.paper, name}

    def set_folded(self, row: OutlineRow, folded: bool) -> None:
        """Fold or unfold a paper's, an issue's or a page's `row`."""
        if self._session.narrowed() or row.kind in ("shelf", "page"):
            (self._folded_in_filter.add if folded else self._folded_in_filter.discard)(row.id)
        else:
            (self._unfolded.discard if folded else self._unfolded.add)(row.id)

    def rows(self, *, counted: bool = True) -> list[OutlineRow]:
        """Return the rows to be shown, papers in the order of their newest issue.

        What is beneath a folded row is looked at only if unread articles are to be `counted`.
        """
        self._look()
        hits, filtered = self._of[1], self._session.narrowed()
        folded = SHELF in self._folded_in_filter
        saved = self._session.marks.filters.all()
        out = list(self.shelf.rows(saved, self._all_papers if counted else {}, folded))
        shown = 0
        for paper, issues in self._papers.items():
            unread = self._unread.of_paper(paper, issues, hits) if counted else UNCOUNTED
            unfolded = self._is_unfolded(paper, filtered)
            out.append(OutlineRow("paper", paper, 0, paper or _("unknown paper"), unread, unfolded))
            if not unfolded:
                continue
            for row in issues:
                unfolded = self._is_unfolded(row.id, filtered and shown < UNFOLDED_BY_FILTER)
                unread = self._unread.of(row, hits) if counted or unfolded else UNCOUNTED
                out.append(self._issue_row(row, unread, unfolded))
                if unfolded:
                    inside = list(self._inside(row))
                    shown += len(inside)
                    out += inside
        return out

    def keys(self, row: OutlineRow) -> tuple[str, ...]:
        """Return the keys of the articles beneath `row`, of those that the filter leaves.

        Raises DubaoError when a page's or an article's issue cannot be read.
        """
        rows, hits = self._session.library.rows(), self._session.hits()
        if row.kind in ("shelf", "filter"):
            return self.shelf.keys(row, rows)
        if row.kind == "paper":
            return hits.keys(each for each in rows if each.paper == row.id)
        issue = issue_of(row.id)
        if row.kind == "issue":
            return hits.keys(each for each in rows if each.id == issue)
        if issue not in hits or all(each.id != issue for each in rows):
            return ()
        left = hits.select(issue, self._session.library.issue(issue).articles)
        return tuple(each.key for each in left if row.id in (each.id, f"{issue}/{each.page}"))

    def keys_within(
        self, where: Literal["above", "below", "shown"], cursor: int
    ) -> tuple[str, ...]:
        """Return the keys of the articles above or below a row of the list, or of all."""
        rows = [row for row in self.rows() if row.kind not in ("shelf", "filter")]
        if where == "shown":
            whole = (self.keys(row) for row in rows if row.kind == "paper")
            return tuple(chain.from_iterable(whole))
        first = len(self.rows()) - len(rows)
        part = rows[: max(0, cursor - first)] if where == "above" else rows[cursor - first + 1 :]
        ends = (row for row in part if row.kind == "article" or not row.unfolded)
        return tuple(chain.from_iterable(self.keys(row) for row in ends))

    def _is_unfolded(self, name: str, by_itself: bool) -> bool:
        if by_itself:
            return name not in self._folded_in_filter
        return name in self._unfolded

    def _look(self) -> None:
        """Sort the issues by paper, if the catalogue or what the filter leaves has changed."""
        self._unread.follow()
        rows, hits = self._session.library.rows(), self._session.hits()
        if self._of[0] is not rows:
            self._unread.forget()
            self._all_papers = _by_paper(rows)
        if self._of[0] is not rows or self._of[1] is not hits:
            self._unread.forget("")
            self._papers = self._all_papers
            if hits is not EVERYTHING:
                bare = not self._session.narrowed()  # hiding leaves contents without articles
                left = (row for row in rows if row.id in hits or (bare and not row.keyed))
                self._papers = _by_paper(left)
        self._of = rows, hits

    def _issue_row(self, issue: CatalogueRow, unread: int, unfolded: bool) -> OutlineRow:
        """Return the row of an issue, the same one while nothing about it has changed."""
        of, row = self._issue_rows.get(issue.id, (None, None))
        if row is None or of is not issue or (row.unread, row.unfolded) != (unread, unfolded):
            label = _day(issue) or self._file(issue)
            row = OutlineRow("issue", issue.id, 1, label, unread, unfolded)
            self._issue_rows[issue.id] = issue, row
        return row

    def _file(self, row: CatalogueRow) -> str:
        """Return the name of the file that an undated issue was read from, or the end of its id.

        Of a path or an address that is what stands last in it.
        """
        try:
            sources = self._session.library.issue(row.id).sources
        except DubaoError:
            sources = ()
        path = sources[0].name.rstrip("/") if sources else row.id.replace("-", "/")
        return path.rpartition("/")[2]

    def _inside(self, row: CatalogueRow) -> Iterator[OutlineRow]:
        """Yield the rows beneath an unfolded issue: its pages, and the headlines on them.

        Where there are no pages the headlines stand beneath the issue. One without articles has the
        entries of its contents box beneath it.
        """
        if not row.keyed:
            yield from self._entries(row)
            return
        hits = self._of[1]
        read, starred = self._session.marks.read_keys(), self._session.marks.starred_keys()
        for page in self._pages(row):
            left = [head for head in page.heads if hits.holds((row.id, head.at))]
            if not left:
                continue
            unread = sum(head.key not in read for head in left)
            unfolded = page.id not in self._folded_in_filter
            if page.label:
                yield OutlineRow("page", page.id, 2, page.label, unread, unfolded)
            if unfolded or not page.label:
                for head in left:
                    new, star = int(head.key not in read), head.key in starred
                    yield OutlineRow(
                        "article",
                        head.id,
                        3,
                        head.title,
                        new,
                        starred=star,
                        doubtful=head.doubtful,
                        stub=head.stub,
                    )

    def _entries(self, row: CatalogueRow) -> Iterator[OutlineRow]:
        try:
            index = self._session.library.issue(row.id).index
        except DubaoError:
            return
        for number, entry in enumerate(index):
            yield OutlineRow("entry", f"{row.id}/contents.{number}", 2, entry_text(entry), 0)

    def _pages(self, row: CatalogueRow) -> "Sequence[_Page]":
        """Return the pages of an issue, which is read once; one that cannot be read has none."""
        pages = self._contents.get(row.stamp)
        if pages is None:
            try:
                pages = _contents(self._session.library.issue(row.id))
            except DubaoError:
                return ()
            if len(self._contents) >= KEPT_CONTENTS:
                self._contents.clear()
            self._contents[row.stamp] = pages
        return pages


class _Head(Struct, frozen=True):
    """What the list knows of an article: where it stands in the issue, and what is said of it."""

    at: int
    id: str
    key: str
    title: str
    doubtful: bool
    stub: bool


class _Page(Struct, frozen=True):
    """What the list knows of a page: its address, its label, and the headlines on it."""

    id: str
    label: str
    heads: tuple[_Head, ...]


def _contents(issue: Issue) -> tuple[_Page, ...]:
    """Return what the list shows beneath an issue."""
    heads: dict[str, list[_Head]] = {}
    for at, article in enumerate(issue.articles):
        head = _Head(at, article.id, article.key, title(article), article.doubtful, article.stub)
        heads.setdefault(article.page, []).append(head)
    pages = [page for page, _ in by_page(issue)]
    lacking = "未标版次" if len(pages) > 1 else ""  # what comes by a feed has no pages
    return tuple(
        _Page(
            f"{issue.id}/{page.number}",
            page_label(page) or lacking,
            tuple(heads.get(page.number, ())),
        )
        for page in pages
    )


def _by_paper(rows: Iterable[CatalogueRow]) -> dict[str, list[CatalogueRow]]:
    papers: dict[str, list[CatalogueRow]] = {}
    for row in rows:
        papers.setdefault(row.paper, []).append(row)
    return papers


def as_listed(rows: Iterable[CatalogueRow]) -> list[CatalogueRow]:
    """Return the issues in the list's order: paper by paper, the newest issue's paper first."""
    return list(chain.from_iterable(_by_paper(rows).values()))


def by_page(issue: Issue) -> Iterator[tuple[Page, list[Article]]]:
    """Yield the pages of `issue` in print order, each with its articles."""
    pages = {page.number: page for page in issue.pages}
    for article in issue.articles:
        pages.setdefault(article.page, Page(article.page))
    for number, page in pages.items():
        yield page, [a for a in issue.articles if a.page == number]


def in_order(issue: Issue) -> Iterable[Article]:
    """Return the articles of `issue` as the list shows them, page by page."""
    return (article for _, articles in by_page(issue) for article in articles)


def page_label(page: Page) -> str:
    """Return a page as the trade names it: ``1版 要闻``; ``""`` where it has no number or name."""
    number = f"{page.number}版" if page.number else ""
    return f"{number} {page.name}".strip()


def entry_text(entry: IndexEntry) -> str:
    """Return an entry of the contents box on one line."""
    page = f"{entry.page}版" if entry.page else ""
    return " ".join(filter(None, (entry.title, entry.subtitle, page)))


def title(article: Article) -> str:
    """Return what stands for an article in a list: its headline, or how it begins."""
    return article.headline or _beginning(article.paragraphs) or article.column or "……"


def _beginning(paragraphs: Sequence[str]) -> str:
    """Return how a text begins, with an ellipsis where it goes on."""
    text = "".join(paragraphs)
    return f"{text[:39]}…" if len(text) > 40 else text


def _day(row: CatalogueRow) -> str:
    """Return an issue's day, or from which on it may be; ``""`` where nothing tells it."""
    if row.date is not None:
        return row.date.isoformat()
    return _("undated ≥ {day}").format(day=row.not_before) if row.not_before else ""
