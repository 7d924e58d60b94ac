"""Sources of one day, and a look at all that a library holds."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from store.library.library import Library
from store.models import Issue, Jump

Builder = Callable[..., Any]
Contents = Callable[[Path], dict[str, bytes]]

DAY = date(2024, 3, 5)
ID = "linjiangbao-2024-03-05"
OUT = Jump("2", "（下转2版）")
BACK = Jump("1", "（上接1版）")


def front(builder: Builder) -> Any:
    return builder().on(2024, 3, 5).page("1").article("喜讯", "桥通了，", jump=OUT)


def inside(builder: Builder) -> Any:
    page = builder(source="2.txt").on(2024, 3, 5).page("2")
    return page.article("喜讯之二", "人人叫好。", continues=BACK).article("新校舍")


def everything(library: Library) -> list[tuple[Issue, tuple[str, ...]]]:
    """Return each issue, having checked that the catalogue tells the truth about it."""
    issues = []
    for row in library.rows():
        issue = library.issue(row.id)
        assert row.keys == tuple(article.key for article in issue.articles)
        assert row.pages == tuple(page.number for page in issue.pages)
        assert row.sources == tuple(source.sha256 for source in issue.sources)
        for sha256 in row.sources:
            assert library.holds(sha256) == row.id
            assert library.original(sha256)
        issues.append((issue, row.aliases))
    return issues
