"""Issues and articles as plain text, set for a width in cells."""

import shutil
from collections.abc import Iterator, Sequence

from store.models import Article, Issue, Page

WIDEST = 76
"""Cells in a line unless another width is asked for: 38 Chinese characters."""


def text_of(
    issue: Issue,
    articles: Sequence[Article],
    width: int | None = None,
    columns: int = 1,
    *,
    headed: bool = True,
    doubted: bool = False,
    placed: bool = False,
) -> Iterator[str]:
    """Yield the lines of these articles, beneath the issue's head where they are to be `headed`.

    They are `width` cells wide, else as wide as the terminal, up to 76 cells. Where they are to be
    `doubted`, what is doubtful of an article is told under its head; where they are to be `placed`,
    its page and its id stand over it.
    """
    from tui.messages import doubt_reasons
    from tui.state.outline import page_label
    from tui.typeset.plain import plain_issue_head, plain_lines

    width = width or min(shutil.get_terminal_size().columns, WIDEST)
    if headed:
        yield from plain_issue_head(issue, width)
    pages = {page.number: page for page in issue.pages}
    for number, article in enumerate(articles):
        if number or headed:
            yield ""
        if placed:
            label = page_label(pages.get(article.page, Page(article.page)))
            if label and (not number or article.page != articles[number - 1].page):
                yield from (label, "")
            yield article.id
        remark = doubt_reasons(article) if doubted else ""
        yield from plain_lines(article, width, columns=columns, remark=remark)
