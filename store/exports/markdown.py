"""An issue or some of its articles as Markdown, for reading and keeping elsewhere."""

from collections.abc import Iterable, Iterator

from store.exports.bylines import shown_byline
from store.exports.citation import source_of
from store.markup import escape_markdown
from store.models import Article, Issue


def markdown(issue: Issue, articles: Iterable[Article]) -> Iterator[str]:
    """Yield the lines of a Markdown document: the issue's paper and date, then `articles`.

    An issue with neither is called as its first source is. Each article ends with its source, which
    names its page.
    """
    date = str(issue.date or "")
    name = " ".join(filter(None, (issue.paper.name, date)))
    files = (source.name for source in issue.sources)
    yield f"# {escape_markdown(name or next(files, '')) or '……'}"
    for article in articles:
        yield ""
        yield from _head(article)
        yield from _body(article)
        yield ""
        yield f"— {escape_markdown(source_of(issue, article))}"


def _head(article: Article) -> Iterator[str]:
    for above in filter(None, (article.column, article.kicker)):
        yield escape_markdown(above)
        yield ""
    yield f"## {escape_markdown(article.headline) or '……'}"
    if article.subhead:
        yield ""
        yield f"**{escape_markdown(article.subhead)}**"
    if named := shown_byline(article):
        yield ""
        yield f"*{escape_markdown(named)}*"


def _body(article: Article) -> Iterator[str]:
    for number, paragraph in enumerate(article.paragraphs):
        yield ""
        mark = "### " if number in article.crossheads else ""
        yield f"{mark}{escape_markdown(paragraph)}"
    for below in filter(None, (*article.captions, article.credit)):
        yield ""
        yield f"*{escape_markdown(below)}*"
