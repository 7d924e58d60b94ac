"""An issue read anew by a better press: what changes, and how keys follow their stories."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import nullcontext
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from store.corrections.correction import Correction
from store.identity import numbered
from store.library.fetches import is_fetch, news_of
from store.library.issue_file import StoredIssue, load
from store.library.merging import compose
from store.library.placement import composed, place
from store.library.view import LibraryView
from store.models import Article, HeadWords, Issue, Paper
from store.words.fold import fold

ENOUGH = 0.5
"""An article is the same story when half of its lines, or of its headline and opening, agree."""

OPENING = 60
"""Characters of the text that are compared, as many as a key is made of."""


class Reread(Struct, frozen=True):
    """An issue before and after its originals were read anew.

    `unfit` are the corrections that do not fit what is read now; they are kept. `changed` tells
    whether the press reads anything in another way than before.
    """

    before: Issue
    after: Issue
    unfit: tuple[Correction, ...] = ()
    changed: bool = True

    @property
    def added(self) -> tuple[str, ...]:
        """The headlines of articles that were not there."""
        return _headlines(self.after, self.before)

    @property
    def removed(self) -> tuple[str, ...]:
        """The headlines of articles that are gone."""
        return _headlines(self.before, self.after)

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """The headlines that have changed: what they were, and what they are."""
        headlines = ((old.headline, new.headline) for old, new in self._both())
        return tuple(pair for pair in headlines if pair[0] != pair[1])

    @property
    def reset(self) -> int:
        """How many articles have the headline they had, and other text or another place."""
        return sum(
            old.headline == new.headline and _bare(old) != _bare(new) for old, new in self._both()
        )

    def _both(self) -> tuple[tuple[Article, Article], ...]:
        old = {article.key: article for article in self.before.articles}
        return tuple((old[a.key], a) for a in self.after.articles if a.key in old)


class Carried(Struct, frozen=True):
    """A source read anew with the old keys, what key became which, and whether it differs."""

    source_issue: Issue
    followed: Mapping[str, str]
    changed: bool


def reread(view: LibraryView, name: str, parsed: Iterable[Issue], *, keep: bool = True) -> Reread:
    """Put `parsed` in place of the source issues of the issue of this id, and return the change.

    See `store.library.library.Library.reread`. Raises NotFoundError and LibraryError.
    """
    anew = {source_issue.sources[0].id: source_issue for source_issue in parsed}
    with view.catalogue_file.changing() if keep else nullcontext() as change:
        row = (change.catalogue if change else view.catalogue_file.current()).named(name)[0]
        stored = load(view.files, row)
        pairs = [
            carried(old, _news(anew.get(old.sources[0].id, old), old, stored))
            for old in stored.parsed
        ]
        now = replace(stored, parsed=tuple(pair.source_issue for pair in pairs))
        changed = any(pair.changed for pair in pairs)
        issue, unfit = composed(now)
        after = numbered(issue)
        if change and changed:
            followed = {old: new for pair in pairs for old, new in pair.followed.items()}
            placed, _ = place(change, now, row, followed)
            after = placed.issue
    return Reread(stored.issue, after, unfit, changed)


def _news(new: Issue, old: Issue, stored: StoredIssue) -> Issue:
    """Return `new`, which is `old` read anew, without what other fetches of a feed tell."""
    if not is_fetch(new):
        return new
    others = [source_issue for source_issue in stored.parsed if source_issue is not old]
    return news_of(new, others, {article.key for article in old.articles})


def reword(
    view: LibraryView, names: Iterable[str], make: Callable[[list[Issue]], list[Issue]]
) -> int:
    """Have `make` give the articles of these issues keywords anew; return how many changed.

    See `store.library.library.Library.reword`. Raises NotFoundError and LibraryError.
    """
    catalogue = view.catalogue_file.current()
    rows = [catalogue.named(name)[0] for name in names]
    before = [(row, load(view.files, row)) for row in rows]
    made = iter(make([source_issue for _, stored in before for source_issue in stored.parsed]))
    changed = 0
    with view.catalogue_file.changing() as change:
        for row, stored in before:
            parsed = tuple(next(made) for _ in stored.parsed)
            if parsed != stored.parsed and change.catalogue.at(row.id) == row:
                place(change, replace(stored, parsed=parsed), row)
                changed += 1
    return changed


def carried(old: Issue, new: Issue) -> Carried:
    """Return `new`, read anew from the source of `old`, with what stays of it.

    Date and paper stay where `old` has them, for a reader may have given them. Each article takes
    the key of the old one that it is most like; an old one that is left over is followed by the
    one that is most like it. What is the same as before keeps its keywords.
    """
    old, new = (numbered(compose([source_issue]), old.id) for source_issue in (old, new))
    pairs = sorted(
        (
            (likeness(one, other), -a, -b)
            for a, one in enumerate(old.articles)
            for b, other in enumerate(new.articles)
        ),
        reverse=True,
    )
    nearest: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, a, b in (pair for pair in pairs if pair[0] >= ENOUGH):
        nearest.setdefault(-a, -b)
        if -a not in taken.values():
            taken.setdefault(-b, -a)
    articles = tuple(
        _kept(old.articles[taken[at]], article) if at in taken else article
        for at, article in enumerate(new.articles)
    )
    followed = {old.articles[a].key: articles[b].key for a, b in nearest.items()}
    source_issue = replace(
        new,
        articles=articles,
        paper=Paper(old.paper.name or new.paper.name, new.paper.publishers or old.paper.publishers),
        date=old.date or new.date,
        not_before=old.not_before if old.date else new.not_before,
    )
    return Carried(source_issue, followed, source_issue != old)


def likeness(one: Article, other: Article) -> float:
    """Return how much two articles of one source are the same story: 0 to 1, 2 for one key."""
    if one.key == other.key:
        return 2.0
    shared = min(one.lines[1], other.lines[1]) - max(one.lines[0], other.lines[0]) + 1
    longest = max(a.lines[1] - a.lines[0] + 1 for a in (one, other))
    lines = shared / longest if any(one.lines) and any(other.lines) else 0.0
    if lines >= 1:
        return 1.0
    matcher = SequenceMatcher(None, _start(one), _start(other), autojunk=False)
    return max(lines, matcher.ratio() if matcher.quick_ratio() >= ENOUGH else 0.0)


def _start(article: Article) -> str:
    text = "".join("".join(article.paragraphs).split())[:OPENING]
    return fold("".join(article.headline.split()) + text)


def _kept(old: Article, new: Article) -> Article:
    """Return `new` with the key of `old`, and with its keywords where it is the same."""
    new = replace(new, key=old.key)
    same = replace(new, keywords=old.keywords, names=old.names)
    return same if _bare(same) == _bare(old) else new


def _bare(article: Article) -> Article:
    """Return `article` without its address and words."""
    return replace(article, id="", position=0, keywords=(), names=(), head_words=HeadWords())


def _headlines(issue: Issue, other: Issue) -> tuple[str, ...]:
    keys = {article.key for article in other.articles}
    return tuple(article.headline for article in issue.articles if article.key not in keys)
