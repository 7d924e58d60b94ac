"""The text of an entry: its paragraphs and pictures, without what a feed puts around them."""

import html
import re
from collections.abc import Container, Iterable, Sequence

from msgspec import Struct

from store.errors import SourceError
from store.models import Picture
from store.press.feed.around import story_of
from store.press.feed.entries import Entry
from store.press.markup.paragraphs import Block, Paragraphs, paragraphs_of, paragraphs_of_text
from store.press.markup.parse import finder, parse
from store.press.markup.surroundings import drop_surroundings
from store.press.markup.text import line_of
from store.press.text.characters import ends_sentence
from store.press.text.clean import printable
from store.press.text.web_address import canonical, join

_BODY = finder(
    "//founder-content|//*[@id='ozoom' or @id='articleContent' or @id='contenttext' or @id='zoom']"
)
"""Where the body stands in an e-paper's page that a feed gives whole (SOURCES, section 3)."""
_EDITORS = re.compile(r"\W*(?:[一二三四五六七八九十\d]{1,2}版|本版)(?:责编|编辑|责任编辑)[:：].*")
_NOTHING = 60
_BLOCK = re.compile(r"<(?:p|div|br|li|h\d|blockquote|section|td)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</[a-z][a-z0-9]{0,9}\s*>|<(?:br|hr|img|p|embed|link|meta)\b[^<>]*>|&#?\w{1,31};",
    re.IGNORECASE,
)
"""What text has that is markup for all that is said of it."""
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|</?[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/?p|/?div)\b[^<>]*>", re.IGNORECASE)
_SUMMARY = 300
"""Characters of a summary."""
_CROSSHEAD = 30
"""Characters of a crosshead at most."""
_MOST_PICTURES = 1000


class Body(Struct, frozen=True):
    """The text of an entry."""

    paragraphs: tuple[str, ...] = ()
    crossheads: tuple[int, ...] = ()
    captions: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    is_stub: bool = False
    """Whether no more than the beginning of the story, or a summary, is there."""
    is_unread: bool = False
    """Whether its markup is larger or more deeply nested than any that is read."""


def read_title(title: str) -> str:
    """Return the headline that a `title` is, on one line: markup only if it looks like that."""
    if _MARKUP.search(title):
        title = html.unescape(_TAG.sub("", _BREAK.sub(" ", title)))
    return line_of(title)


def read_body(entry: Entry, headline: str, base: str) -> Body:
    """Return the text of an `entry`: its content, or its summary where that is all or more.

    Addresses in it are relative to `base`.
    """
    whole = _whole(entry)
    has_blocks = bool(_BLOCK.search(whole))
    try:
        found = _paragraphs(whole, entry.is_plain, has_blocks)
    except SourceError:
        return Body(is_stub=True, is_unread=True)
    captions = [block.text for block in found.blocks if block.caption]
    told, is_cut = story_of([block for block in found.blocks if not block.caption], headline)
    pictures = [(image.address, image.caption) for image in found.images] or entry.pictures
    shown = _shown(pictures, base, {headline, whole})
    captions += [picture.caption for picture in shown if picture.caption]
    is_summary = len(told) == 1 and not has_blocks and len(told[0].text) <= _SUMMARY
    return Body(
        tuple(block.text for block in told),
        tuple(at for at, block in enumerate(told) if _is_crosshead(told, at, block)),
        tuple(dict.fromkeys(captions)),
        shown,
        (is_cut and not captions) or is_summary,
    )


def is_no_story(headline: str, body: Body) -> bool:
    """Return whether an entry names the editors of its page, or says nothing at all."""
    if _EDITORS.fullmatch(headline):
        return sum(map(len, body.paragraphs)) <= _NOTHING
    return not (headline or body.paragraphs or body.captions)


def _whole(entry: Entry) -> str:
    """Return the longer of an entry's texts, which may have been escaped twice."""
    whole = max(entry.content, entry.summary, key=len)
    if "&lt;" in whole and "<" not in whole and _MARKUP.search(unescaped := html.unescape(whole)):
        return unescaped
    return whole


def _paragraphs(whole: str, is_plain: bool, has_blocks: bool) -> Paragraphs:
    """Return the paragraphs of a text, which may be markup. Raises SourceError."""
    is_plain = is_plain and _MARKUP.search(whole) is None
    if is_plain or ("<" not in whole and "&" not in whole):
        return paragraphs_of_text(printable(whole))
    if not has_blocks:
        whole = whole.replace("\n", "<br>")
    root = parse(whole, "")
    if "class=" in whole or "style=" in whole:
        drop_surroundings(root)
    if "id=" in whole or "<founder" in whole:
        return paragraphs_of(_BODY(root)[:1] or [root])
    return paragraphs_of([root])


def _shown(
    pictures: Iterable[tuple[str, str]], base: str, told: Container[str]
) -> tuple[Picture, ...]:
    """Return pictures with their whole addresses; what is `told` anyway is no caption."""
    found = []
    for address, caption in list(pictures)[:_MOST_PICTURES]:
        url = canonical(join(base, address))
        caption = "" if caption in told else caption
        if url or caption:
            found.append(Picture(url, caption))
    return tuple(dict.fromkeys(found))


def _is_crosshead(blocks: Sequence[Block], at: int, block: Block) -> bool:
    """Return whether a bold short line that ends no sentence stands above others of the text."""
    return (
        block.bold
        and len(block.text) <= _CROSSHEAD
        and not block.text.startswith(("（", "(", "—"))
        and not ends_sentence(block.text)
        and any(not other.bold for other in blocks[at + 1 :])
    )
