"""What an article, a word or an issue is related to, as choices that lead there.

Plain functions; each takes a moment and must not run in the screen's thread.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from store.index.query.parse import parse
from store.index.results import addresses
from store.index.similar import stories
from store.index.trends import Period, new_in, trend
from store.links import addresses_in
from store.models import Article, issue_of
from tui.language import _
from tui.state.outline import title
from tui.state.session import Session
from tui.typeset import on_one_line

MOST_PAGES = 8
"""Pages that are named beside a bar."""

Cancelled = Callable[[], bool]


class Choice(Struct, frozen=True):
    """One thing to choose: what it says, and the `value` chosen by it, ``""`` where there is none.

    `count`, where there is one, is drawn as a bar; `note` stands at the right. What stands `inside`
    is folded away at first.
    """

    text: str
    value: str
    note: str = ""
    count: int = -1
    inside: tuple["Choice", ...] = ()


def alike(session: Session, article: Article, cancelled: Cancelled) -> tuple[Choice, ...]:
    """Return the articles most like `article`, other prints of a story inside its first one.

    The article itself stands first if there are other prints of it. Raises LibraryError.
    """
    found = session.narrowing.like(article, cancelled)
    told = stories(session.library, article, found)
    return tuple(_story(session, prints) for prints in told if prints != (article,))


def over_time(session: Session, query: str, cancelled: Cancelled) -> tuple[Choice, ...]:
    """Return the days or months in which `query` was met, newest first, and those between.

    What is undated comes last. Raises LibraryError.
    """
    found = session.narrowing.answer(parse(query), cancelled)
    names, _problems = addresses(session.library, found.hits) if found else ((), ())
    periods: Iterable[Period] = trend(session.library.rows(), names) if names else ()
    periods = sorted(periods, key=lambda period: period.name, reverse=True)
    return tuple(_period(query, period) for period in periods)


def _period(query: str, period: Period) -> Choice:
    within = f"{query} date:{period.name}" if period.name else query
    pages = " ".join(f"{page}版" for page in period.pages[:MOST_PAGES] if page)
    value = within if period.articles else ""
    return Choice(period.name or _("undated"), value, pages, period.articles)


def new_words(session: Session, issue: str) -> tuple[Choice, ...]:
    """Return the keywords of an issue that none of the thirty before it has.

    Raises DubaoError.
    """
    words = new_in(session.library, issue)
    return tuple(Choice(facet.word, f'"{facet.word}"', "", facet.count) for facet in words)


def links(article: Article) -> tuple[Choice, ...]:
    """Return the address that `article` came from, and those of the web that it prints."""
    found = dict.fromkeys(filter(None, (article.url, *addresses_in(article))))
    return tuple(Choice(address, address) for address in found)


def _story(session: Session, prints: tuple[Article, ...]) -> Choice:
    first, *others = (_print(session, article) for article in prints)
    if not others:
        return first
    note = f"{first.note}  ×{len(prints)}"
    return Choice(first.text, first.value, note, inside=tuple(others))


def _print(session: Session, article: Article) -> Choice:
    issue = session.library.issue(issue_of(article.id))
    where = (issue.paper.name, str(issue.date or ""), f"{article.page}版" if article.page else "")
    return Choice(on_one_line(title(article)), article.id, " ".join(filter(None, where)))
