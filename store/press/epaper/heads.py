"""The head of an article on its page: kicker, headline, subhead, author (SOURCES, section 3)."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from store.press.epaper.founder import Founder
from store.press.forms.bylines import is_byline
from store.press.markup.parse import Element, finder
from store.press.markup.text import HEADINGS, text_of
from store.press.text.characters import folded

_PLACES = (
    ("//*[@id='suptitle']", "//*[@id='title']", "//*[@id='subtitle']", "//*[@id='author']"),
    ("//*[@id='PreTitle']", "//*[@id='Title']", "//*[@id='SubTitle']", "//*[@id='Author']"),
    ("//*[@class='bt1']", "//*[@class='bt11']", "//*[@class='bt3']", "//*[@class='zz']"),
    ("//*[@class='bt0']", "//*[@class='bt1']", "//*[@class='bt2']", "//*[@class='zz']"),
)
"""Where papers put kicker, headline, subhead and author: by ids, by classes of Founder's."""
_FINDERS = [[finder(place) for place in places] for places in _PLACES]
_ANY_PLACE = re.compile(r"id=[\"']?(?:title|Title)\b|class=[\"']?(?:bt11?|wz)\b")
_ROWS = finder("//table[contains(concat(' ',@class,' '),' wz ')]//tr[not(.//table)]/td[1]")
_AUTHORS = finder(
    "//*[@class='sec' or @class='zz' or @class='author' or @class='zuozhe' or @id='author']"
)
_BEFORE_DATE = re.compile(r"《|\d{4} *[-年./]|第? *\w{1,4} *版")
_AUTHOR = re.compile(r"^[■□●◆\s]*(?:作 *者|文) *[:：]?\s*")


class Head(Struct, frozen=True):
    """The parts of a head as printed; what is not there is ``""``."""

    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    author: str = ""


def read_head(
    root: Element, text: str, body: Sequence[Element], founder: Founder, known: Sequence[str]
) -> Head:
    """Return the head of the article whose `body` stands in the page `root`.

    `known` has what the article is called elsewhere: the text of its link, and the page's title.
    A headline that is printed is believed when it and one of these contain each other.
    """
    if founder.headline:
        author = founder.author or _author(root)
        return Head(founder.kicker, founder.headline, founder.subhead, author)
    heads = [*_of_places(root, text), *_of_headings(root, body)]
    believed = (head for head in heads if any(agree(head.headline, name) for name in known))
    head = next(believed, None)
    if head is None:
        given = known[0] if known else ""
        head = Head(headline=given) if given else next(iter(heads), Head())
    return head if head.author else Head(head.kicker, head.headline, head.subhead, _author(root))


def agree(one: str, other: str) -> bool:
    """Return whether two headlines contain each other but for blanks, marks and what is cut off."""
    first, second = _bare(one), _bare(other)
    return bool(first and second) and (first in second or second in first)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, folded(text)))


def _of_places(root: Element, text: str) -> Iterator[Head]:
    """Yield the heads that stand in places known by name."""
    if not _ANY_PLACE.search(text):
        return
    for finders in _FINDERS:
        found = [
            next((line for node in find(root) if (line := text_of(node))), "") for find in finders
        ]
        if found[1]:
            yield Head(*found)
    rows = [text_of(node) for node in _ROWS(root)][:4]
    if len(rows) == 4 and rows[1]:
        yield Head(*rows)


def _of_headings(root: Element, body: Sequence[Element]) -> Iterator[Head]:
    """Yield the heads that runs of headings with one parent make, those before the body last first.

    The largest heading of a run is the headline, what stands above it the kicker, beneath it the
    subhead, unless it names the author.
    """
    within = {node for each in body for node in each.iter(*HEADINGS)}
    runs: dict[Element, list[tuple[str, str]]] = {}
    for node in root.iter(*HEADINGS):
        parent = node.getparent()
        if node not in within and parent is not None and (line := text_of(node)):
            runs.setdefault(parent, []).append((str(node.tag), line))
    for run in reversed(runs.values()):
        main = min(range(len(run)), key=lambda at: (run[at][0], at))
        under = [line for _, line in run[main + 1 :]]
        authors = [line for line in under if is_byline(folded(line))]
        yield Head(
            " ".join(line for _, line in run[:main]),
            run[main][1],
            " ".join(line for line in under if line not in authors),
            " ".join(authors),
        )


def _author(root: Element) -> str:
    """Return who wrote as a page prints it apart: before the day, without 作者."""
    for node in _AUTHORS(root):
        line = text_of(node)
        printed = _BEFORE_DATE.search(line)
        line = line[: printed.start()] if printed else line
        if line := _AUTHOR.sub("", line).strip(" （("):
            return line
    return ""
