"""The head of an article on its page: kicker, headline, subhead, author (SOURCES, section 3)."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from store.press.epaper.founder import Founder
from store.press.epaper.places import Places
from store.press.forms.bylines import is_byline
from store.press.markup.parse import Element, finder
from store.press.markup.text import HEADINGS, text_of
from store.press.text.characters import folded

_PLACES = (
    ("#suptitle", "#title", "#subtitle", "#author"),
    ("#PreTitle", "#Title", "#SubTitle", "#Author"),
    (".bt1", ".bt11", ".bt3", ".zz"),
    (".bt0", ".bt1", ".bt2", ".zz"),
    ("", ".leading_title", "", ".author"),
)
"""Where papers put kicker, headline, subhead and author: by ids, by classes of Founder's."""
_PINYIN = re.compile(
    r"(?:^|[-_])(?:(?P<kicker>yinti|jianti|meiti)|(?P<subhead>futi|fubiaoti|(?:zhuti|biaoti)2)"
    r"|(?P<headline>(?:zhuti|biaoti)1?)|(?P<author>zuozhe))(?=$|[-_])",
    re.IGNORECASE,
)
"""A part of a class in pinyin that says what stands there: 引题, 副题, 主题 or 标题, 作者."""
_ROWS = finder(".//tr[not(.//table)]/td[1]")
_AUTHORS = (".sec", ".zz", ".author", ".zuozhe", "#author", "#Author")
_BEFORE_DATE = re.compile(r"《|\d{4} *[-年./]|第? *\w{1,4} *版")
_AUTHOR = re.compile(r"^[■□●◆\s]*(?:作 *者|文) *[:：]?\s*")


class Head(Struct, frozen=True):
    """The parts of a head as printed; what is not there is ``""``."""

    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    author: str = ""


def read_head(
    root: Element, places: Places, body: Sequence[Element], founder: Founder, known: Sequence[str]
) -> Head:
    """Return the head of the article whose `body` stands in the page `root`.

    `known` has what the article is called elsewhere: the text of its link, and the page's title.
    A headline that is printed is believed when it and one of these contain each other.
    """
    if founder.headline:
        author = founder.author or _author(places)
        return Head(founder.kicker, founder.headline, founder.subhead, author)
    first: Head | None = None
    for head in chain(_of_places(places), _of_headings(root, body)):
        first = first or head
        if any(agree(head.headline, name) for name in known):
            break
    else:
        head = Head(headline=known[0]) if known else first or Head()
    return head if head.author else Head(head.kicker, head.headline, head.subhead, _author(places))


def agree(one: str, other: str) -> bool:
    """Return whether two headlines contain each other but for blanks, marks and what is cut off."""
    return _contain("".join(one.split()), "".join(other.split())) or _contain(
        _bare(one), _bare(other)
    )


def _contain(first: str, second: str) -> bool:
    return bool(first and second) and (first in second or second in first)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, folded(text)))


def _of_places(places: Places) -> Iterator[Head]:
    """Yield the heads that stand in places known by name, first in Founder's table of four rows."""
    for table in places.get(".wz", ()):
        rows = [text_of(node) for node in _ROWS(table)][:4]
        if len(rows) == 4 and rows[1]:
            yield Head(*rows)
    for names in _PLACES:
        if names[1] in places:
            found = [_first_text(places.get(name, ())) for name in names]
            if found[1]:
                yield Head(*found)
    yield from _of_pinyin(places)


def _of_pinyin(places: Places) -> Iterator[Head]:
    """Yield the head whose parts have classes in pinyin: bmnr_con_yinti, bmnr_con_biaoti."""
    parts: dict[str, str] = {}
    for name, nodes in places.items():
        if found := _PINYIN.search(name.removeprefix(".")):
            parts.setdefault(found.lastgroup or "", _first_text(nodes))
    if parts.get("headline"):
        yield Head(**parts)


def _first_text(nodes: Sequence[Element]) -> str:
    return next((line for node in nodes if (line := text_of(node))), "")


def _of_headings(root: Element, body: Sequence[Element]) -> Iterator[Head]:
    """Yield the heads that runs of headings with one parent make, those before the body last first.

    The largest heading of a run is the headline, what stands above it the kicker, beneath it the
    subhead, unless it names the author.
    """
    runs: dict[Element, list[tuple[str, str]]] = {}
    for node in root.iter(*HEADINGS):
        if not (line := text_of(node)):
            continue
        parent = node.getparent()
        if parent is not None and not any(each in body for each in node.iterancestors()):
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


def _author(places: Places) -> str:
    """Return who wrote as a page prints it apart: before the day, without 作者."""
    for node in (node for name in _AUTHORS for node in places.get(name, ())):
        line = text_of(node)
        printed = _BEFORE_DATE.search(line)
        line = line[: printed.start()] if printed else line
        if line := _AUTHOR.sub("", line).strip(" （("):
            return line
    return ""
