"""The same typesetting as plain text: for ``dubao show``, pipes and screen readers."""

import sys
from collections.abc import Iterator

from store.models import Article, Issue
from tui.typeset.breaking import break_text, on_one_line
from tui.typeset.cells import width as cells
from tui.typeset.columns import GAP, ColumnRow, fit_columns, lay_columns
from tui.typeset.setting import set_article, set_text


def plain_lines(
    article: Article, width: int, *, columns: int = 1, remark: str = ""
) -> Iterator[str]:
    """Yield the lines of `article` within `width` cells, in `columns` if so many fit.

    A `remark` about the article stands between its head and its body.
    """
    columns, measure = fit_columns(width, columns)
    setting = set_article(article, measure, head=columns * (measure + GAP) - GAP)
    drawn = [_drawn(row) for page in lay_columns(setting, columns=columns) for row in page.rows]
    if remark:
        drawn[setting.head : setting.head] = [*break_text(remark, width), ""]
    yield from drawn


def unset_lines(article: Article) -> Iterator[str]:
    """Yield the head and the paragraphs of `article`, one line each, as one pastes them."""
    for line in set_article(article, sys.maxsize).lines:
        if text := line.text.strip():
            yield text


def plain_issue_head(issue: Issue, width: int) -> Iterator[str]:
    """Yield the masthead of `issue` within `width` cells: name, publishers, date, 导读."""
    dated = issue.date.isoformat() if issue.date else f"≥ {issue.not_before}".rstrip(" ≥")
    number = "" if issue.number is None else f"第{issue.number}期"
    for text in (issue.paper.name, *issue.paper.publishers, f"{dated} {number}"):
        for line in set_text(text, "headline", "headline", width):
            yield _drawn(((0, line),))
    if issue.index:
        yield ""
    for entry in issue.index:
        page = f"{entry.page}版" if entry.page else ""
        text = " ".join(filter(None, (entry.title, entry.subtitle, page)))
        yield from break_text(on_one_line(text), width)


def _drawn(row: ColumnRow) -> str:
    text = ""
    for x, line in row:
        text += " " * (x + line.pad - cells(text)) + line.text
    return text.rstrip()
