"""An issue or some of its articles as Markdown, for reading and keeping elsewhere."""

import re
from collections.abc import Iterable, Iterator

from store.models import Article, Issue

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])|^(\s*\d*)([-+=.)])(?=\s)")


def markdown(issue: Issue, articles: Iterable[Article]) -> Iterator[str]:
    """Yield the lines of a Markdown document; the papers' own text is never markup in it."""
    yield f"# {plain(' '.join(filter(None, (issue.paper.name, str(issue.date or '')))))}"
    for article in articles:
        yield ""
        yield from _article(article)


def _article(article: Article) -> Iterator[str]:
    head = plain(article.headline) or "……"
    for above in filter(None, (article.column, article.kicker)):
        yield plain(above)
        yield ""
    yield f"## {head}"
    if article.subhead:
        yield ""
        yield f"**{plain(article.subhead)}**"
    people = "  ".join(f"{b.role} {'、'.join(b.names)}".strip() for b in article.byline)
    if people and not article.lead_in:
        yield ""
        yield f"*{plain(people)}*"
    for number, paragraph in enumerate(article.paragraphs):
        yield ""
        yield ("### " if number in article.crossheads else "") + plain(paragraph)
    for below in (*article.captions, article.credit):
        if below:
            yield ""
            yield f"*{plain(below)}*"


def plain(text: str) -> str:
    """Return `text` with what Markdown would take for markup escaped."""
    return _SPECIAL.sub(lambda m: "\\" + m[1] if m[1] else f"{m[2]}\\{m[3]}", text)
