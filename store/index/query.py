"""The query language: what a reader types to narrow the articles.

    query  = group { blank group }          every group must hold
    group  = term { "|" term }              one of its terms must hold
    term   = [ "-" ] [ field ":" ] value    "-": it must not
    value  = '"' anything '"' | characters other than blank, "|" and '"'

"|" binds closer than a blank: whatever is added after a blank narrows. Fields and their values:

    headline: 标题: title:   words in kicker, headline or subhead
    byline: 作者:            words in a byline          column: 栏目:   words in the column's name
    paper: 报:               a piece of its name, or the beginning of its address
    page: 版:                a page's number            kind: 类:      see KINDS
    date: 日期:              2019, 2019-11 or 2019-11-19, or two with ".." between, either left out
    is: 是:                  see MARKS             tag: 标签:  one of the reader's tags

A term without a field is looked for in everything printed; in Latin letters and without quotation
marks it also stands for the words whose pinyin it fits. Width, case, script and the form of
quotation marks make no difference: ：｜－“” are : | - and ".
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from store.index.conditions import (
    ALONE,
    Condition,
    Contains,
    Dated,
    Field,
    Marked,
    OfKind,
    OfPaper,
    OnPage,
    Scope,
    Tagged,
)
from store.index.folded import FoldedArticle
from store.messages import Message
from store.models import Kind
from store.words.fold import fold
from store.words.latin import is_latin

FIELDS = {
    "headline": ("标题", "title"),
    "byline": ("作者", "记者", "author"),
    "column": ("栏目",),
    "paper": ("报", "报纸"),
    "page": ("版", "版面"),
    "date": ("日期",),
    "is": ("是",),
    "kind": ("类", "类型", "体裁"),
    "tag": ("标签",),
}
"""The fields, and other names of each."""

MARKS: dict[str, tuple[Literal["read", "starred"], bool]] = {
    **dict.fromkeys(("unread", "未读"), ("read", False)),
    **dict.fromkeys(("read", "已读"), ("read", True)),
    **dict.fromkeys(("starred", "星标", "收藏"), ("starred", True)),
}
"""The marks that may be asked for, and whether they must be there."""

KINDS: dict[str, Kind] = {
    **dict.fromkeys(("news", "新闻", "消息"), "news"),
    **dict.fromkeys(("photo", "图片", "照片"), "photo"),
    **dict.fromkeys(("commentary", "评论", "言论"), "commentary"),
    **dict.fromkeys(("notice", "公告", "通知"), "notice"),
    **dict.fromkeys(("document", "文件", "文献"), "document"),
    **dict.fromkeys(("brief", "简讯"), "brief"),
}

NAMES = {alias: name for name, others in FIELDS.items() for alias in (name, *others)}
"""The field that each name means."""

_WHERE: dict[str, Field] = {"headline": "head", "byline": "byline", "column": "column"}
_TERM = re.compile(
    r'(?P<bar>\|)|(?P<minus>-?)(?:(?P<field>[^\s"|:]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s|"]*))'
)
_DAY = r"(?:(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[-年月]?)?"
_DATES = re.compile(_DAY + r"(?:(\.{2,3}|~|至)" + _DAY + ")?")


Groups = tuple[tuple[tuple[Condition, bool], ...], ...]
"""Groups of conditions, each condition with whether it must hold: one of each group must."""


class Query(Struct, frozen=True):
    """A query understood: `groups` of conditions, each with whether it must hold or must not.

    ``problems`` are sentences about what was not understood, which narrows nothing. What one of the
    queries in ``hiding`` finds is left out, without having been asked for.
    """

    groups: Groups = ()
    problems: tuple[Message, ...] = ()
    hiding: tuple["Query", ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it finds everything."""
        return not (self.groups or self.hiding)

    def without(self, hiding: Iterable["Query"]) -> "Query":
        """Return the query for what this one finds and none of `hiding` does."""
        return replace(self, hiding=(*self.hiding, *hiding))

    def conditions(self) -> Iterator[Condition]:
        """Yield all its conditions, wanted or not, asked for or not."""
        for group in self.groups:
            for condition, _ in group:
                yield condition
        for query in self.hiding:
            yield from query.conditions()

    @property
    def words(self) -> tuple[Contains, ...]:
        """The terms that are looked for, without those that must not be there."""
        return tuple(
            condition
            for group in self.groups
            for condition, wanted in group
            if wanted and isinstance(condition, Contains)
        )

    @property
    def latin(self) -> frozenset[str]:
        """The terms in Latin letters that may stand for words, wanted or not."""
        return frozenset(
            asked.term for asked in self.conditions() if isinstance(asked, Contains) and asked.latin
        )

    @property
    def of_marks(self) -> bool:
        """Whether what it finds changes with a reader's marks."""
        return any(isinstance(asked, Marked | Tagged) for asked in self.conditions())

    @property
    def tagged(self) -> bool:
        """Whether it asks for tags."""
        return any(isinstance(asked, Tagged) for asked in self.conditions())

    def matches(self, article: FoldedArticle, scope: Scope = ALONE) -> bool:
        """Tell whether `article` is what is asked for."""
        asked_for = all(
            any(condition.holds(article, scope) is wanted for condition, wanted in group)
            for group in self.groups
        )
        return asked_for and not any(query.matches(article, scope) for query in self.hiding)

    def hits(self, article: FoldedArticle, scope: Scope = ALONE) -> int:
        """Return in how many places of `article` the terms stand."""
        return sum(
            len(words.needles(scope).find_all(words.within(article))) for words in self.words
        )


def parse(text: str) -> Query:
    """Return what `text` asks for, as far as it is understood; nothing is ever raised."""
    groups: list[list[tuple[Condition, bool]]] = []
    problems: list[Message] = []
    joined = False
    for found in _TERM.finditer(fold(text)):
        if found["bar"]:
            joined = bool(groups)
        elif found[0]:
            if not joined:
                groups.append([])
            joined = False
            understood = _understood(found, problems.append)
            if understood is not None:
                condition, wanted = understood
                groups[-1].append((condition, wanted is not bool(found["minus"])))
    return Query(tuple(tuple(group) for group in groups if group), tuple(problems))


def _understood(
    found: re.Match[str], problem: Callable[[Message], None]
) -> tuple[Condition, bool] | None:
    """Return the condition of one term, and whether it is to hold without a "-" before it.

    None when it says nothing or is not understood.
    """
    name = NAMES.get(found["field"] or "", "")
    quoted = found["quoted"] is not None
    value = found["quoted"] if quoted else found["bare"]
    if not value or not value.strip():
        problem(Message("“{term}” lacks a word after it.", {"term": found[0]}))
        return None
    value = value.replace("\n", " ")
    if found["field"] and not name:
        if re.fullmatch("[a-z]+", found["field"]) and not value.startswith("//"):
            problem(
                Message(
                    "“{field}:” is no field; it was looked for as text.", {"field": found["field"]}
                )
            )
        return Contains(f"{found['field']}:{value}"), True
    if name in ("", *_WHERE):
        return Contains(value, _WHERE.get(name, "text"), not quoted and is_latin(value)), True
    value = value.strip()
    if name == "is" and value in MARKS:
        mark, wanted = MARKS[value]
        return Marked(mark), wanted
    condition = _of_field(name, value)
    if condition is None:
        problem(
            Message(
                "“{term}” is not understood: {why}.", {"term": found[0], "why": _EXPECTED[name]}
            )
        )
        return None
    return condition, True


_EXPECTED = {
    "date": Message("a date is 2019, 2019-11, 2019-11-19 or two of these with .. between"),
    "is": Message("it is unread, read or starred"),
    "kind": Message("kinds are {kinds}", {"kinds": ", ".join(dict.fromkeys(KINDS.values()))}),
}


def _of_field(name: str, value: str) -> Condition | None:
    match name:
        case "paper":
            return OfPaper(value)
        case "page":
            return OnPage(value.lstrip("0") or value)
        case "date":
            return _dated(value)
        case "tag":
            return Tagged(value)
        case "kind" if value in KINDS:
            return OfKind(KINDS[value])
    return None


def _dated(value: str) -> Dated | None:
    found = _DATES.fullmatch(value)
    if found is None:
        return None
    first, last, dots = found.groups()[:3], found.groups()[4:], found[4]
    try:
        return Dated(_first(*first), _last(*(last if dots else first)))
    except ValueError:  # the 31st of February
        return None


def _first(year: str | None, month: str | None, day: str | None) -> date:
    return date(int(year), int(month or 1), int(day or 1)) if year else date.min


def _last(year: str | None, month: str | None, day: str | None) -> date:
    if not year:
        return date.max
    of_year = int(month or 12)
    return date(int(year), of_year, int(day or calendar.monthrange(int(year), of_year)[1]))
