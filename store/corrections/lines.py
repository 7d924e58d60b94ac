"""The lines of an article that can be set right, and the numbers by which corrections know them.

Paragraphs count from 0. Head lines count backwards from the first paragraph, then come the line of
the byline, that of the credit, and the captions, further back one by one.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from store.errors import CorrectionError
from store.messages import Message, template
from store.models import Article, Byline
from store.words.fold import fold

HEADS = (template("column"), template("kicker"), template("headline"), template("subhead"))
"""Head lines in print order; they count backwards from the first paragraph: -4, -3, -2, -1."""

BYLINE, CREDIT, CAPTION = -5, -6, -7
"""The lines of the people and of the credit, and the first caption."""

_ALONE = {number: HEADS[number] for number in range(-len(HEADS), 0)} | {
    BYLINE: template("byline"),
    CREDIT: template("credit"),
}


def lines_by_number(article: Article) -> dict[int, str]:
    """Return the lines of `article` that can be set right, by their numbers, in print order."""
    lines = {number: getattr(article, HEADS[number]) for number in range(-len(HEADS), 0)}
    lines[BYLINE] = byline_text(article.byline)
    lines |= dict(enumerate(article.paragraphs))
    lines |= {CAPTION - at: text for at, text in enumerate(article.captions)}
    lines[CREDIT] = article.credit
    return {number: text for number, text in lines.items() if text}


def line_at(article: Article, at: int) -> str:
    """Return the text of line `at`. Raises CorrectionError when there is none."""
    text = lines_by_number(article).get(at, "")
    if not text:
        raise CorrectionError("{id}: it has no {what}.", id=article.id, what=line_name(at))
    return text


def nearest(numbers: Iterable[int], at: int) -> int | None:
    """Return which of these lines is nearest to `at`: head lines and text stand together."""

    def distance(number: int) -> tuple[bool, int]:
        return (number <= BYLINE) != (at <= BYLINE), abs(number - at)

    return min(numbers, key=distance, default=None)


def line_name(at: int) -> Message:
    """Return what line `at` is called in a message."""
    if at >= 0:
        return Message("paragraph {number}", {"number": at + 1})
    if at <= CAPTION:
        return Message("caption {number}", {"number": CAPTION - at + 1})
    return Message(_ALONE[at])


def line_number(name: str) -> int | None:
    """Return the number of the line that readers call so: ``3``, ``headline``, ``caption2``."""
    for number, called in _ALONE.items():
        if name == called:
            return number
    count = name.removeprefix("caption")
    if name == "caption":
        return CAPTION
    if not (count.isascii() and count.isdigit() and 0 < int(count) < 2**31):
        return None
    return int(count) - 1 if count == name else CAPTION - int(count) + 1


def byline_text(byline: tuple[Byline, ...]) -> str:
    """Return the people of a byline on one line, with their roles."""
    people = (f"{each.role} {each.between.join(each.names)}".strip() for each in byline)
    return " ".join(filter(None, people))


def plain(text: str) -> str:
    """Return `text` in the form in which texts are compared: folded, without white space."""
    return "".join(fold(text).split())


def with_caption(article: Article, at: int, text: str) -> Article:
    """Return `article` with `text` as its caption `at`, or without that where it is empty.

    A picture has its caption, too.
    """
    held = article.captions[at]
    after = article.captions[at + 1 :]
    captions = (*article.captions[:at], *filter(None, (text,)), *after)
    pictures = (
        replace(each, caption=text) if each.caption == held else each for each in article.pictures
    )
    return replace(article, captions=captions, pictures=tuple(pictures))
