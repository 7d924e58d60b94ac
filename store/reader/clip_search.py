"""Which clippings a query finds: as in the filter, but that Latin letters stand for no pinyin."""

from collections.abc import Iterable, Iterator

from store.index.folded import fold_issue
from store.index.query.conditions import Scope
from store.index.query.parse import parse
from store.models import Article, Byline, Issue, Paper, issue_of
from store.reader.clippings import Clip
from store.reader.marks import Marks
from store.words.search_fold import search_fold


def article_of(clip: Clip) -> Article:
    """Return a clipping as an article, with the reader's own note for its caption."""
    return Article(
        id=clip.article,
        key=clip.key,
        page=clip.page,
        kicker=clip.kicker,
        headline=clip.headline,
        subhead=clip.subhead,
        byline=(Byline("", clip.authors),) if clip.authors else (),
        paragraphs=clip.paragraphs,
        captions=(clip.note,) if clip.note else (),
    )


def matching(clips: Iterable[Clip], text: str, marks: Marks) -> Iterator[Clip]:
    """Yield those of `clips` that the query `text` finds, their notes searched, too."""
    query = parse(text)
    tags = {search_fold(tag): keys for tag, keys in marks.tags().items()}
    scope = Scope(marks.read_keys(), marks.starred_keys(), tags)
    for clip in clips:
        issue = Issue(
            id=issue_of(clip.article),
            paper=Paper(clip.paper),
            date=clip.date,
            articles=(article_of(clip),),
        )
        if all(query.matches(article, scope) for article in fold_issue(issue)):
            yield clip
