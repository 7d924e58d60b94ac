"""The front page of an issue (头版) as lines: headlines by weight in the order of the pages, 导读.

A plain object: it is handed an issue and what has been read of it, and knows no screen.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from store.models import Article, IndexEntry, Issue
from tui.language import _
from tui.state.outline import by_page, entry_text, page_label, title
from tui.typeset import Align, Line, Role, on_screen, set_text

BRIEF = 150
"""Characters below which a story is a brief: one in seven of those in real papers."""


DOT = "· "
"""What a brief stands behind."""

Text = tuple[str, Role, Sequence[int]]
"""A text to be set in its role, and where its words end if that is known."""


class Item(Struct, frozen=True):
    """Something to be opened: an article, or the entry of the contents box that announces one."""

    page: str
    article: Article | None = None
    entry: IndexEntry | None = None


class FrontLine(Struct, frozen=True):
    """A line of the front page: of the item with this number, or of none (-1)."""

    line: Line
    item: int = -1


def contents_of(issue: Issue) -> Article | None:
    """Return the contents box of an issue without articles as a text to be set; else None."""
    if issue.articles or not issue.index:
        return None
    kicker = " ".join(filter(None, (issue.paper.name, str(issue.date or issue.not_before))))
    entries = tuple(entry_text(entry) for entry in issue.index)
    return Article(kicker=kicker, headline=_("Inside"), paragraphs=entries)


class Front:
    """The front page of an issue, set at `measure` cells.

    The story that leads a page stands in the middle, between its kicker and its subhead; the others
    stand at the left, briefs behind a dot.
    """

    def __init__(self, issue: Issue, measure: int) -> None:
        self.items: list[Item] = []
        self._measure = measure
        self.lines = list(self._set(issue))
        self.heads = [self._head(number) for number in range(len(self.items))]
        """The number of each item's headline, or of its first line."""

    def item_of(self, article: str) -> int:
        """Return the number of the item that is the article of this id; 0 if there is none."""
        found = (n for n, i in enumerate(self.items) if i.article and i.article.id == article)
        return next(found, 0)

    def _head(self, item: int) -> int:
        lines = [number for number, line in enumerate(self.lines) if line.item == item]
        heads = (number for number in lines if self.lines[number].line.role == "headline")
        return next(heads, lines[0])

    def _set(self, issue: Issue) -> Iterator[FrontLine]:
        number = "" if issue.number is None else f"第{issue.number}期"
        day = str(issue.date or "") or f"≥ {issue.not_before}".rstrip(" ≥")
        yield from self._lines(
            [(issue.paper.name, "headline", ()), (f"{day} {number}", "kicker", ())]
        )
        for turn, (page, articles) in enumerate(by_page(issue)):
            yield FrontLine(Line())
            if label := page_label(page):
                yield from self._lines([(label, "column", ())], centred=False)
            for place, article in enumerate(articles):
                yield from self._story(article, leads=not place)
            if not turn:
                yield from self._contents(issue)
        if not issue.pages and not issue.articles:
            yield from self._contents(issue)

    def _story(self, article: Article, leads: bool) -> Iterator[FrontLine]:
        self.items.append(Item(article.page, article))
        words = article.head_words
        head: list[Text] = [
            (article.kicker, "kicker", words.kicker),
            (title(article), "headline", words.headline),
        ]
        if leads:
            head.append((article.subhead, "subhead", words.subhead))
            yield from self._lines(head, len(self.items) - 1)
            yield FrontLine(Line())
            return
        if sum(map(len, article.paragraphs)) < BRIEF:
            ends = tuple(len(DOT) + end for end in words.headline)
            head = [(f"{DOT}{title(article)}", "headline", ends)]
        yield from self._lines(head, len(self.items) - 1, centred=False)

    def _contents(self, issue: Issue) -> Iterator[FrontLine]:
        if issue.index:
            yield FrontLine(Line())
            yield from self._lines([(_("Inside"), "crosshead", ())], centred=False)
        for entry in issue.index:
            self.items.append(Item(entry.page, entry=entry))
            yield from self._lines(
                [(entry_text(entry), "caption", ())], len(self.items) - 1, centred=False
            )

    def _lines(
        self, texts: Iterable[Text], item: int = -1, centred: bool = True
    ) -> Iterator[FrontLine]:
        """Yield the lines of some texts, each in its role."""
        align: Align = "centre" if centred else "left"
        for text, role, words in texts:
            lines = set_text(
                text.strip(),
                role,
                role,
                self._measure,
                align=align,
                prepare=on_screen,
                words=words,
            )
            for line in lines:
                yield FrontLine(line, item)
