"""What of an article's lines, its text and the articles around it speaks for or against it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median

from store.models import Article
from store.press.dump.classify.decode import FLOOR
from store.press.dump.classify.topics import pairs
from store.press.dump.lines.kinds import BODY, BYLINE, CROSSHEAD, HEAD, LEAD
from store.press.dump.stories.stories import StoryLines
from store.press.forms.bylines import read_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.text.characters import ends_sentence

NEAR = 2.0
"""A margin below which another reading is nearly as likely: it is e² times less so."""
_TOSS_UP = 1.0
_UNSURE, _ODD = 0.1, 0.25
"""Shares of near calls that few well read pages have."""
_NOBODY = re.compile("[评評][论論][员員]")
"""A paper's own voice has no name."""
_TEXT = (HEAD, LEAD, BODY, CROSSHEAD)
_SHORTER, _COMPARED = 0.25, 2
"""Less than this share of the usual length is short, where more than so many articles stand."""
_USUAL = 0.3
"""The share of a page's articles with a lead-in from which one is expected."""
_OPENING = 400
"""How many characters of a text name what its headline names."""
_FEWEST_PAIRS = 4
"""A headline of four characters, as literary pieces have, need not be in its text."""
_COMPARED_TEXT, _FEWEST_ALIKE, _ALIKE = 1500, 40, 0.07
"""Characters of an article of which pairs are compared with the next one's, how few of those say
nothing, and from which share on two articles are one: of pairs that no third on the page has."""
_SHORT_HEAD = 7
"""The most characters of a headline that may be the end of the line above it."""
_OPEN, _CLOSE = "（(《【「“", "）)》】」”"
_ALREADY_OVER = ")）]】:：;；"
_IN_HEADS = (
    (
        "people in head",
        re.compile(r"[记記]者|通[讯訊][员員]|作者|[摄攝]|文[/／]|图[/／]|[Bb]y |编辑|編輯|责编"),
    ),
)
_IN_HEADLINE = (
    (
        "number in head",
        re.compile(
            r"[0-9０-９]+[.、．:： ]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[●■◆▲★○◎□•①-⑳]"
        ),
    ),
    ("date in head", re.compile(r".*\d{4} *[年./-] *\d{1,2} *[月./-] *\d{1,2}")),
    ("many blanks in head", re.compile(r"(?=.*[\u4e00-\u9fff])[^ ]* [^ ]* ")),
    ("head goes on", re.compile(r"[a-z]")),
    ("sentence in head", re.compile(r".*[。；;]")),
)


class Around:
    """What is usual among the articles of a page."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.led = sum(bool(article.lead_in) for article in articles) / max(1, len(articles))
        self.length = median(map(_length, articles)) if articles else 0.0

    def goes_on(self, at: int) -> bool:
        """Return whether the next article, which names nobody, is about what the one here is.

        A crosshead that was taken for a headline makes two of one.
        """
        if len(self.articles) <= _COMPARED or at + 1 >= len(self.articles):
            return False
        following = self.articles[at + 1]
        if following.lead_in or following.byline or not following.headline:
            return False
        own, others = self._pairs[at : at + 2]
        shared = sum(self._held[pair] == 2 for pair in own & others)
        fewest = min(len(own), len(others))
        return fewest > _FEWEST_ALIKE and shared > _ALIKE * fewest

    @cached_property
    def _pairs(self) -> list[set[tuple[str, str]]]:
        texts = ("\n".join(article.paragraphs) for article in self.articles)
        return [set(pairwise(text[:_COMPARED_TEXT])) for text in texts]

    @cached_property
    def _held(self) -> Counter[tuple[str, str]]:
        """In how many articles each pair of characters stands."""
        held: Counter[tuple[str, str]] = Counter()
        for own in self._pairs:
            held.update(own)
        return held


def signs(story: StoryLines, article: Article, around: Around, at: int) -> Iterator[str]:
    """Yield the names of the signs of the `article` that stands at a place of its page."""
    yield from _of_lines(story)
    yield from _of_head(story, article)
    yield from _of_text(article, signed=story.head_margin >= NEAR)
    yield from _of_place(article, around, at)


def unread_byline(story: StoryLines) -> str:
    """Return a line that should name a story's people and is in no known form, or ``""``."""
    signed = (line.text for line in story.bylines if not _NOBODY.search(line.text))
    return next((text for text in signed if not read_byline(text)), "")


def disputed_byline(story: StoryLines) -> tuple[str, str] | None:
    """Return a line of text or head that names people by what was learned alone, and its kind."""
    for line, label in zip(story.lines, story.labels, strict=True):
        if label.learned == BYLINE and label.kind in _TEXT:
            return line.text, label.kind
    return None


def open_paragraphs(article: Article) -> list[str]:
    """Return the paragraphs that break off, but for one that a jump cuts where it will."""
    texts = [text for at, text in enumerate(article.paragraphs) if at not in article.crossheads]
    return list(filter(_is_open, texts[:-1] if article.jump else texts))


def _of_lines(story: StoryLines) -> Iterator[str]:
    judged = [*story.labels, *story.behind]
    if min((label.margin for label in judged), default=0.0) < _TOSS_UP:
        yield "toss-up"
    if any(label.learned and label.learned != label.kind for label in judged):
        yield "another kind"
    if any(label.margin < FLOOR for label in story.labels if label.bounds):
        yield "head disputed"
    if story.unsure > _UNSURE:
        yield "unsure page"
    if story.unsure > _ODD:
        yield "odd page"


def _of_head(story: StoryLines, article: Article) -> Iterator[str]:
    if not article.headline and not article.continues:
        yield "no headline"
    if story.head_margin < NEAR:
        yield "head near"
    if story.head_margin < _TOSS_UP:
        yield "head toss-up"
    if article.kicker and 0 < len(article.headline) <= _SHORT_HEAD:
        yield "short under kicker"
    if _count(article.headline, _OPEN) != _count(article.headline, _CLOSE):
        yield "open bracket in head"
    if read_lead_in(article.headline):
        yield "lead-in in head"
    if not _names_its_topic(article):
        yield "head not in text"
    heads = " ".join((article.kicker, article.headline, article.subhead))
    yield from (name for name, form in _IN_HEADS if form.search(heads))
    yield from (name for name, form in _IN_HEADLINE if form.match(article.headline))


def _of_text(article: Article, *, signed: bool) -> Iterator[str]:
    """Yield the signs of the text; `signed`: that people are named says that all is in order.

    It does not where the head might be read otherwise.
    """
    paragraphs = article.paragraphs
    if not paragraphs and not article.captions:
        yield "no text"
    if open_paragraphs(article):
        yield "paragraph is open"
    if len(paragraphs) == 2:
        yield "two paragraphs"
    if len(article.crossheads) == 1:
        yield "one crosshead"
    if signed and article.lead_in:
        yield "lead-in"
    if signed and article.byline:
        yield "byline"
    if article.credit:
        yield "credit"


def _of_place(article: Article, around: Around, at: int) -> Iterator[str]:
    following = around.articles[at + 1 : at + 2]
    if following and not following[0].headline and not following[0].continues:
        yield "next without headline"
    if around.led > _USUAL and any(_lacks_lead_in(each) for each in following):
        yield "next without lead-in"
    if around.goes_on(at):
        yield "next alike"
    if len(around.articles) > _COMPARED and _length(article) < _SHORTER * around.length:
        yield "shorter than others"


def _count(text: str, marks: str) -> int:
    return sum(map(text.count, marks))


def _names_its_topic(article: Article) -> bool:
    """Return whether any two characters of the headline stand together in how the text begins."""
    named = pairs(article.headline)
    opening = "\n".join(article.paragraphs)[:_OPENING]
    return len(named) < _FEWEST_PAIRS or any(pair in opening for pair in named)


def _lacks_lead_in(article: Article) -> bool:
    """Return whether `article` is news as others are that have a lead-in, and has none."""
    return article.kind == "news" and not article.lead_in and not article.continues


def _length(article: Article) -> int:
    return sum(map(len, article.paragraphs))


def _is_open(text: str) -> bool:
    return not ends_sentence(text) and text[-1:] not in _ALREADY_OVER
