"""The text of an entry: its paragraphs and pictures, without what a feed puts around them."""

import re
from collections.abc import Sequence

from msgspec import Struct

from store.models import Picture
from store.press.feed.entries import Entry
from store.press.markup.paragraphs import Block, Image, Paragraphs, paragraphs_of
from store.press.markup.parse import Element, finder, parse
from store.press.text.characters import ends_sentence
from store.press.text.clean import clean_line, printable
from store.press.text.web_address import canonical

_BODY = finder(
    "//founder-content|//*[@id='ozoom' or @id='articleContent' or @id='contenttext' or @id='zoom']"
)
"""Where the body stands in an e-paper's page that a feed gives whole (SOURCES, section 3)."""
_MORE = re.compile(
    r"[\[(（【<]?\s*(?:(?:阅读|查看)(?:全文|原文|更多)|(?:点击)?(?:继续阅读|查看详情)|全文阅读"
    r"|閱讀全文|繼續閱讀"
    r"|(?:continue reading|read (?:more|the full|full))\b.{0,120})\W*",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:\.{3}|…{1,2}|\[(?:\.{3}|…)\]|\(\.{3}\))\s*$")
_AROUND = re.compile(
    r"(?:19|20)\d\d *[年-]\d\d?[月-]\d\d?日?(?: *星期.)?|获取更多RSS[:：].*|https?://\S+"
    r"|.{0,30}版 *权 *所 *有.{0,160}|copyright\b.{0,120}"
    r"|The post .{1,300} (?:appeared )?first .{1,200}"
    r"|(?:分享到?|责任编辑|责编|本文来源|来源|原文(?:链接|地址))[:：].{0,60}"
    r"|\W*(?:一版|本版|[一二三四五六七八九十]版)?(?:责编|版式设计)[:：].{0,200}",
    re.IGNORECASE,
)
"""Lines before and after an entry's text that are none of it."""
_EDITORS = re.compile(r"\W*(?:[一二三四五六七八九十\d]{1,2}版|本版)(?:责编|编辑|责任编辑)[:：].*")
_NOTHING = 60
_BLOCK = re.compile(r"<(?:p|div|br|li|h\d|blockquote|section)\b", re.IGNORECASE)
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


def read_body(entry: Entry, file: str) -> Body:
    """Return the text of an `entry`: its content, or its summary where that is all or more.

    Raises SourceError when its markup is larger or more deeply nested than any that is read.
    """
    whole = entry.content
    if len(entry.summary) > len(whole):
        whole = entry.summary
    has_blocks = bool(_BLOCK.search(whole))
    if entry.is_plain or ("<" not in whole and "&" not in whole):
        lines = [clean_line(line) for line in printable(whole).split("\n")]
        found = Paragraphs([Block(line) for line in lines if line])
    else:
        found = paragraphs_of(_within(parse(whole, file)))
    return _of_blocks(found.blocks, found.images, has_blocks=has_blocks)


def is_no_story(headline: str, body: Body) -> bool:
    """Return whether an entry names the editors of its page, or says nothing at all."""
    if _EDITORS.fullmatch(headline):
        return sum(map(len, body.paragraphs)) <= _NOTHING
    return not (headline or body.paragraphs or body.captions)


def _within(root: Element) -> Sequence[Element]:
    found = _BODY(root)
    return found[:1] or [root]


def _of_blocks(blocks: Sequence[Block], images: Sequence[Image], *, has_blocks: bool) -> Body:
    captions = [block.text for block in blocks if block.caption]
    told = [block for block in blocks if not block.caption]
    cut = any(_MORE.fullmatch(block.text) for block in told[-4:])
    told = _without_rest([block for block in told if not _MORE.fullmatch(block.text)])
    paragraphs = tuple(block.text for block in told)
    pictures = tuple(
        Picture(canonical(image.address), image.caption) for image in images[:_MOST_PICTURES]
    )
    captions += [each.caption for each in pictures if each.caption]
    cut = cut or not paragraphs or bool(_CUT.search(paragraphs[-1]))
    return Body(
        paragraphs,
        tuple(at for at, block in enumerate(told) if _is_crosshead(told, at, block)),
        tuple(dict.fromkeys(captions)),
        tuple(each for each in pictures if each.url or each.caption),
        (cut and not captions) or (len(paragraphs) == 1 and not has_blocks),
    )


def _without_rest(blocks: list[Block]) -> list[Block]:
    """Return `blocks` without the lines around the text."""
    first, last = 0, len(blocks)
    while first < last and _AROUND.fullmatch(blocks[first].text):
        first += 1
    while last > first and _AROUND.fullmatch(blocks[last - 1].text):
        last -= 1
    return blocks[first:last]


def _is_crosshead(blocks: Sequence[Block], at: int, block: Block) -> bool:
    """Return whether a bold short line that ends no sentence stands above others of the text."""
    return (
        block.bold
        and len(block.text) <= _CROSSHEAD
        and not block.text.startswith(("（", "(", "—"))
        and not ends_sentence(block.text)
        and any(not other.bold for other in blocks[at + 1 :])
    )
