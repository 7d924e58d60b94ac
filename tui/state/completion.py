"""How a filter line may go on: fields, their values as the library has them, and keywords."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from store.patterns import pattern
from tui.state.filter_line import term

if TYPE_CHECKING:
    from tui.state.session import Session

COLUMNS_OF = 30
"""Newest issues whose columns are offered: a paper's columns return within a month; 40 ms."""

INITIALS = {
    "bt": "标题", "zz": "作者", "jz": "记者", "lm": "栏目", "bz": "报纸", "bm": "版面",
    "rq": "日期", "lx": "类型", "tc": "体裁", "bq": "标签",
}  # fmt: skip
"""What one types for the Chinese names of fields: the initials of their pinyin."""

_PART = '[^\\s"“”|｜:：]'
_LAST = pattern(f"-?(?:(?P<field>{_PART}+)[:：])?(?P<value>{_PART}*)$")


class Completion:
    """Completes what one reader types."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def offers(self, text: str) -> tuple[int, tuple[str, ...]]:
        """Return where in `text` its last piece begins, and what may stand there instead."""
        from store.words.fold import fold  # not before the first paint

        found = _LAST.search(text)
        if found is None or len(re.findall('["“”]', text)) % 2:
            return len(text), ()
        value, name = fold(found["value"]), found["field"]
        if name:
            offered = self._values(fold(name), value)
        else:
            offered = (*_fields(value), *self._words(value)) if value else ()
        others = (each for each in dict.fromkeys(offered) if each != found["value"])
        return found.start("value"), tuple(others)

    def _values(self, name: str, value: str) -> Iterable[str]:
        """Return the values of a field that begin with `value`; `name` is one of the field's."""
        from store.index.query.fields import FIELD_OF, KIND_OF, STATE_OF
        from store.words.fold import fold

        like = (value or name).isascii()
        every: Iterable[str] = ()
        match FIELD_OF.get(name):
            case "headline" | "byline":
                return self._words(value)
            case "paper":
                rows = self._session.library.rows()
                named = (row for row in rows if value in fold(row.paper) or value in row.id)
                return [_quoted(row.paper) for row in named]
            case "is":
                every = (state for state in STATE_OF if state.isascii() is like)
            case "kind":
                every = (kind for kind in KIND_OF if kind.isascii() is like)
            case "tag":
                every = sorted(self._session.marks.tags())
            case "page":
                every = self._pages()
            case "date":
                every = self._months()
            case "column":
                every = self._columns()
        return (_quoted(each) for each in every if each and fold(each).startswith(value))

    def _words(self, begun: str) -> list[str]:
        words = self._session.narrowing.words(begun) if begun else ()
        return [term(word) for word in words]

    def _pages(self) -> list[str]:
        pages = {page: 0 for row in self._session.library.rows() for page in row.pages}
        return sorted(pages, key=lambda page: (len(page), page))

    def _months(self) -> dict[str, int]:
        return {f"{row.date:%Y-%m}": 0 for row in self._session.library.rows() if row.date}

    def _columns(self) -> dict[str, int]:
        newest = islice(self._session.library.rows(), COLUMNS_OF)
        issues = (self._session.library.issue(row.id) for row in newest)
        return {article.column: 0 for issue in issues for article in issue.articles}


def _fields(begun: str) -> list[str]:
    """Return the fields whose name begins so, or whose Chinese name has these initials."""
    from store.index.query.fields import FIELD_OF

    named = [f"{name}:" for name in FIELD_OF if name.startswith(begun)]
    return [*named, f"{INITIALS[begun]}:"] if begun in INITIALS else named


def _quoted(value: str) -> str:
    return value if re.fullmatch(f"{_PART}+", value) else f'"{value}"'
