"""What stands above a page: the masthead of the first one (报头), the line over others (报眉)."""

from collections.abc import Iterator

from store.models import Issue, Page
from tui.makeup.geometry import Rect
from tui.makeup.heads import spaced_out
from tui.makeup.pieces import Drawn, Piece, placed, rule
from tui.state.outline import page_label
from tui.typeset import Line, Role, on_one_line, set_text, width

WEEK = "一二三四五六日"

TALL = 36
"""Rows of a page from which on its masthead stands between blank lines."""


FAR_APART = 3
"""Blanks between the characters of a paper's name."""


def day_of(issue: Issue) -> str:
    """Return the day of an issue as papers print it, or what is known of it."""
    if issue.date is None:
        return f"≥ {issue.not_before}".rstrip(" ≥")
    day = issue.date
    return f"{day.year}年{day.month}月{day.day}日 星期{WEEK[day.weekday()]}"


class MastheadBlock:
    """The masthead, where it stands in a corner of the page with a story beside it (报眼)."""

    narrowest = 24
    items = ()

    def __init__(self, issue: Issue) -> None:
        self._issue = issue

    def least(self, width: int) -> int:
        """Return the rows of the paper's name and of its day."""
        return len(self._lines(width))

    def most(self, width: int) -> int:
        """Return those with a blank one above and beneath."""
        return self.least(width) + 2

    def draw(self, box: Rect) -> list[Drawn]:
        """Return it in the middle of `box`."""
        lines = self._lines(box.width)[: box.height]
        down = (box.height - len(lines)) // 2
        return [Drawn(box, placed(lines, box.x, box.y + down))]

    def _lines(self, width: int) -> list[Line]:
        issue = self._issue
        number = "" if issue.number is None else f"第{issue.number}期"
        name = spaced_out(issue.paper.name, "headline", "", width, blanks=FAR_APART)
        day = set_text(f"{day_of(issue)}  {number}".strip(), "kicker", "", width)
        return [*name, *day]


def over_page(issue: Issue, page: Page, width: int, height: int, *, first: bool) -> list[Piece]:
    """Return what stands over a page of so many cells, from above; its last row is a rule.

    On the first page the paper's name is in the middle, on others the page's.
    """
    number = "" if issue.number is None else f"第{issue.number}期"
    count = f"今日{len(issue.pages)}版" if len(issue.pages) > 1 else ""
    label = page_label(page) if page.number or page.name else ""
    if first:
        middle, aside = issue.paper.name, [label, number, count]
    else:
        middle, aside = label or issue.paper.name, [issue.paper.name]
    row = int(first and height >= TALL)
    texts = [day_of(issue), middle, "  ".join(filter(None, aside))]
    pieces = list(_in_one_row(texts, width, row, FAR_APART if first else 1))
    return [*pieces, *rule(Rect(0, 2 * row + 1, width, 1), double=True)]


def _in_one_row(texts: list[str], width: int, y: int, blanks: int) -> Iterator[Piece]:
    """Yield texts at the left, spaced out in the middle, and at the right, as far as they fit."""
    name = spaced_out(texts[1], "headline", "", width, blanks=blanks)[:1]
    yield from placed(name, 0, y)
    begin = name[0].pad if name else width
    left, right = (on_one_line(texts[at]) for at in (0, 2))
    yield from _aside(left, 0, begin - 2, y)
    end = width - _cells(right)
    if name and end >= begin + _cells(name[0].text) + 2:
        yield from _aside(right, end, width, y)


def _aside(text: str, x: int, end: int, y: int) -> Iterator[Piece]:
    role: Role = "kicker"
    if text and x + _cells(text) <= end:
        yield from placed(set_text(text, role, "", end - x, align="left"), x, y)


def _cells(text: str) -> int:
    return width(text)
