"""Ids are addresses that can be typed without an input method; keys are what stays the same.

An issue is ``jinrigongshu-2019-11-19`` (pinyin of the paper, date), or ``-undated-`` and the first
six hex digits of its source's sha256; an article is ``ISSUE/PAGE.POSITION``, with 0 for the page
where none is printed.
"""

import hashlib
from collections import defaultdict

from msgspec.structs import replace

from store.models import Article, Issue
from store.words.fold import fold
from store.words.pinyin import slug

MOST_LETTERS = 60
"""Letters of a paper's name in an address, which is the name of a file too."""
_HASH = 8
"""Hex digits that end a name which is cut."""


def issue_id(issue: Issue) -> str:
    """Return the address of `issue`, from its paper and date, or from its first source."""
    paper = _bounded(slug(issue.paper.name)) or "paper"
    if issue.date is not None:
        return f"{paper}-{issue.date.isoformat()}"
    return f"{paper}-undated-{issue.sources[0].sha256[:6] if issue.sources else '000000'}"


def _bounded(letters: str) -> str:
    """Return `letters`, or the first and a hash of all, so that two long names stay apart."""
    if len(letters) <= MOST_LETTERS:
        return letters
    whole = hashlib.sha256(letters.encode()).hexdigest()
    return f"{letters[: MOST_LETTERS - _HASH - 1]}-{whole[:_HASH]}"


def article_key(article: Article) -> str:
    """Return the stable key of `article`: 16 hex digits of headline and first 60 characters.

    Both are folded and stripped of white space, so that full or half width, case, script and line
    breaks do not matter.
    """
    headline = "".join(fold(article.headline).split())
    body = "".join(article.paragraphs)
    opening = "".join(fold(body[:160]).split())[:60]
    if len(opening) < 60:  # hardly anything but blanks: look at all of it
        opening = "".join(fold(body).split())[:60]
    return hashlib.sha256(f"{headline}\n{opening}".encode()).hexdigest()[:16]


def numbered(issue: Issue, name: str = "") -> Issue:
    """Return `issue` at the address `name`, or at its own, with its articles numbered.

    Positions count from 1 on each page, in the order of ``issue.articles``. An article without a
    key gets one; a key once given stays.
    """
    name = name or issue_id(issue)
    count: dict[str, int] = defaultdict(int)
    articles = []
    for article in issue.articles:
        count[article.page] += 1
        position = count[article.page]
        articles.append(
            replace(
                article,
                position=position,
                id=f"{name}/{article.page or '0'}.{position}",
                key=article.key or article_key(article),
            )
        )
    return replace(issue, id=name, articles=tuple(articles))
