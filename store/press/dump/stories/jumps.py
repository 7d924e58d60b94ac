"""Stories that jump: （下转2版） meets （上接1版） on another page, and the two are one article."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from store.models import Article, Jump, Part
from store.press.dump.lines.lines import Line
from store.press.dump.lines.parting import cut
from store.press.forms.bylines import merge_bylines
from store.press.forms.patterns import JUMP_FROM, JUMP_TO, PAGE
from store.press.text.characters import ends_sentence
from store.press.text.join_text import join_text
from store.press.text.numbers import page_number

_TO = re.compile(rf" *(?:\({JUMP_TO}\)|(?<=[。”!！?？]){JUMP_TO})$")
_FROM = re.compile(rf"(?:\({JUMP_FROM}\)|{JUMP_FROM}(?= )) *")
_PAGE = re.compile(PAGE + r"(?= *版?[)]?$)", re.IGNORECASE)
_ENGLISH = re.compile(r"page (\w+)", re.IGNORECASE)
_NOTE = 24
"""The most characters of a note."""


def split_jump_notes(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with the jump notes within paragraphs set on lines of their own."""
    parted: list[Line] = []
    for line in lines:
        note = _FROM.match(line.folded[:_NOTE]) if "接" in line.text[:5] else None
        if note and note.end() < len(line.text):
            before, line = cut(line, note.end())
            parted.append(before)
        ends = line.text[-1:] in "版)）" and len(line.text) > _NOTE
        onward = _TO.search(line.folded[-_NOTE:]) if ends else None
        if onward:
            before, line = cut(line, len(line.text) - _NOTE + onward.start())
            parted.append(before)
        parted.append(line)
    return parted


def read_jump(note: Line) -> Jump:
    """Return the jump that a note such as （下转第二版） prints."""
    plain = note.folded.strip("() ")
    found = _ENGLISH.search(plain) or _PAGE.search(plain)
    return Jump(page_number(found.group(found.lastindex or 0)) if found else "", note.text)


def join_jumps(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return `articles` with each open jump joined to its continuation, where that is present.

    A jump fits a continuation that stands on the page it names and names the jump's page in turn.
    Of several, the one whose headline is most like the story's is taken, and of equals the first.
    A joined story keeps its place and the continuation gives up its own; what cannot be joined
    stays as it is.
    """
    joined: list[Article | None] = list(articles)
    waiting = _waiting(articles)
    # Last first, so that a continuation that jumps again is whole before it is joined itself.
    for at in range(len(joined) - 1, -1, -1):
        story = joined[at]
        while story is not None and story.jump is not None and not story.jump.resolved:
            found = _continuation(story, at, joined, waiting)
            rest = joined[found] if found is not None else None
            if found is None or rest is None:
                break
            story = joined[at] = _join(story, rest)
            joined[found] = None
    return tuple(article for article in joined if article is not None)


_Waiting = dict[tuple[str, str], list[int]]
_COMPARED = 20
"""How many continuations between the same two pages are compared; papers have two or three."""


def _waiting(articles: Sequence[Article]) -> _Waiting:
    """Return the places of open continuations, by their own page and the page they come from."""
    found: _Waiting = {}
    for at, article in enumerate(articles):
        if article.continues is not None and not article.continues.resolved:
            pages = page_number(article.page), page_number(article.continues.to)
            found.setdefault(pages, []).append(at)
    return found


def _continuation(
    story: Article, at: int, articles: Sequence[Article | None], waiting: _Waiting
) -> int | None:
    """Return the place of the continuation that fits the `story` at this place best, if any."""
    assert story.jump is not None
    here = page_number(story.parts[-1].page if story.parts else story.page)
    there = page_number(story.jump.to)
    best, found = -1.0, None
    for pages in ((there, here), (there, "")):
        places = waiting.get(pages, [])
        while places and articles[places[0]] is None:
            places.pop(0)
        for place in places[:_COMPARED]:
            other = articles[place]
            if other is not None and place != at:
                likeness = _likeness(story.headline, other.headline)
                if likeness > best:
                    best, found = likeness, place
    return found


def _likeness(headline: str, shortened: str) -> float:
    """Return the share of a continuation's headline that stands in the story's, from 0 to 1."""
    if not shortened:
        return 0.0
    blocks = SequenceMatcher(None, headline, shortened, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(shortened)


def _join(story: Article, rest: Article) -> Article:
    """Return `story` with its continuation `rest`; a sentence that the jump has cut is whole."""
    assert story.jump is not None
    paragraphs = list(story.paragraphs)
    added = list(rest.paragraphs)
    crossheads = [*rest.crossheads]
    was_cut = bool(
        paragraphs
        and added
        and not ends_sentence(paragraphs[-1])
        and 0 not in crossheads
        and len(paragraphs) - 1 not in story.crossheads
    )
    if was_cut:
        first = len(paragraphs) - 1
        begin = Part(rest.page, first, len(paragraphs[-1]), rest.headline, rest.lines, rest.area)
        paragraphs[-1] = join_text((paragraphs[-1], added.pop(0)))
    else:
        first = len(paragraphs)
        begin = Part(rest.page, first, 0, rest.headline, rest.lines, rest.area)
    parts = [replace(part, paragraph=part.paragraph + first) for part in rest.parts]
    return replace(
        story,
        paragraphs=(*paragraphs, *added),
        crossheads=(*story.crossheads, *(index + first for index in crossheads)),
        captions=(*story.captions, *rest.captions),
        byline=merge_bylines(story.byline, rest.byline),
        signed=(*story.signed, *rest.signed),
        credit=story.credit or rest.credit,
        jump=rest.jump or replace(story.jump, resolved=True),
        parts=(*story.parts, begin, *parts),
        confidence=min(story.confidence, rest.confidence),
        doubts=tuple(dict.fromkeys((*story.doubts, *rest.doubts))),
    )
