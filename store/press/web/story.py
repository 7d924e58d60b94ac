"""From a page's paragraphs to a story: what is text, what a crosshead, what a caption."""

import re
from collections.abc import Sequence

from msgspec import Struct

from store.models import Picture
from store.press.forms.patterns import DATE
from store.press.forms.sections import read_sections
from store.press.markup.furniture import (
    author_of,
    ends_body,
    is_day,
    is_furniture,
    names_editors,
    signature,
)
from store.press.markup.paragraphs import Block, Image, Paragraphs
from store.press.text.characters import ends_sentence, folded
from store.press.text.web_address import canonical, resolved
from store.press.web.headline import Head, bare

_CAPTION = re.compile(
    r"^(?:▲|△|↑|→|←|\(?(?:上|下|左|右|本)?图[为片:：]|资料图|图注|图说|图\d+[:：]?|视频截图|配图)"
    r"|(?:摄影?|供图|资料图片?|视频截图|视觉中国|图虫创意|网络图|截图)[)）]?。?$"
)
"""How what stands beneath a picture begins or ends (folded)."""
_POSTED = re.compile(
    r"[^。，；：！？,;:!?]{0,16}?(?:[0-9]{1,3} *(?:秒钟?|分钟|个?小时|天|周|个?星期|个月)前|刚刚)"
)
"""A line over a story (folded) with how long ago it was posted, and perhaps by whom."""
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATED = re.compile(
    rf"[^。，；！？;!?]{{0,24}}?(?:(?:{DATE}|[0-9]{{1,2}}月[0-9]{{1,2}}日)"
    rf"|(?:{_MONTH}\.? [0-9]{{1,2}}|[0-9]{{1,2}} {_MONTH}\.?),? [0-9]{{4}})"
    r"[^。，；！？;!?]{0,24}",
    re.IGNORECASE,
)
"""A line over a story (folded) with a day, and perhaps with who wrote it and for whom."""
_HALF_DAY = re.compile(r" ?[ap]\.m\.$")
_LONGEST_CAPTION, _CROSSHEAD = 160, 36
_BEFORE = 300
"""Characters of a site's lines that stand at most before a story's headline."""
_TOLD = 60
"""Characters of a story that stand before the line that says who edited it."""
_FEW = 1000
"""Pictures that are kept."""


class Story(Struct, frozen=True):
    """The text of an article, and the lines that are none of it, in their order."""

    paragraphs: tuple[str, ...] = ()
    crossheads: tuple[int, ...] = ()
    captions: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    lines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    """Names that stand alone on some of them, over the text or behind it."""


def read_story(body: Paragraphs, head: Head, page: str = "") -> Story:
    """Return what the `body` of a page with this `head` holds; `page` is its address, if told."""
    start, end = _bounds(body.blocks, head.headline)
    heads = {bare(head.headline), bare(head.kicker), bare(head.subhead)}
    blocks = body.blocks[start:end]
    known = {bare(image.caption) for image in body.images if len(image.caption) > 1}
    paragraphs: list[str] = []
    crossheads: list[int] = []
    captions: list[str] = []
    lines: list[str] = []
    authors: list[str] = []
    last = _last(blocks)
    folded_blocks = [folded(block.text) for block in blocks]
    sections = read_sections(folded_blocks).crossheads
    for at, (block, plain) in enumerate(zip(blocks, folded_blocks, strict=True)):
        over = not any(map(ends_sentence, paragraphs))
        signs = over or at == last
        author = author_of(block.text) if signs else ""
        authors += [author] if author else []
        signed = author or (signs and signature(block.text))
        posted = over and _is_posted(block, plain)
        if signed or posted or is_furniture(block.text):
            lines.append(block.text)
        elif not paragraphs and bare(block.text) in heads:
            continue
        elif _is_caption(block, plain, known):
            captions.append(block.text)
        else:
            if at in sections or _is_crosshead(block, plain):
                crossheads.append(len(paragraphs))
            paragraphs.append(block.text)
    return Story(
        tuple(paragraphs or captions),
        tuple(crossheads),
        tuple(dict.fromkeys(captions)) if paragraphs else (),
        _pictures([image for image in body.images if start <= image.at < end], captions, page),
        tuple(lines),
        tuple(authors),
    )


def _is_posted(block: Block, plain: str) -> bool:
    """Return whether a line over a story says when it was posted, and nothing of it."""
    if _POSTED.fullmatch(plain):
        return True
    said = block.bold or block.level or block.caption or ends_sentence(_HALF_DAY.sub("", plain))
    return not said and bool(_DATED.fullmatch(plain))


def _bounds(blocks: Sequence[Block], headline: str) -> tuple[int, int]:
    """Return where a story begins and ends among `blocks`: after its headline, if that is there."""
    plain = bare(headline)
    passed = 0
    start = 0
    for at, block in enumerate(blocks):
        if bare(block.text) == plain:
            start = at + 1
            break
        passed += len(block.text)
        if passed > _BEFORE:
            break
    end = _end(blocks, start)
    while end > start + 1 and is_day(blocks[end - 1].text):
        if ends_sentence(blocks[end - 2].text):
            break
        end -= 2  # another story's title, and its day
    return start, end


def _end(blocks: Sequence[Block], start: int) -> int:
    """Return where what follows a story begins: behind who edited it, or where it says so."""
    told = 0
    for at in range(start, len(blocks)):
        text = blocks[at].text
        if told and ends_body(text):
            return at
        if told >= _TOLD and names_editors(text):
            return at + 1
        told += len(text)
    return len(blocks)


def _last(blocks: Sequence[Block]) -> int:
    """Return which of the `blocks` is the last that is no furniture."""
    return max((at for at, block in enumerate(blocks) if not is_furniture(block.text)), default=-1)


def _is_crosshead(block: Block, plain: str) -> bool:
    """Return whether a block is a crosshead: a heading, even of words quoted, or a bold line."""
    if len(plain) > _CROSSHEAD:
        return False
    return block.level > 0 or (block.bold and not ends_sentence(plain))


def _is_caption(block: Block, plain: str, known: set[str]) -> bool:
    if len(plain) > _LONGEST_CAPTION:
        return False
    if block.caption or bare(block.text) in known:
        return True
    return bool(_CAPTION.search(plain)) and (block.after_picture or block.centred)


def _pictures(images: Sequence[Image], captions: Sequence[str], page: str) -> tuple[Picture, ...]:
    """Return the pictures that have an address, and those that a caption belongs to.

    Addresses are whole where that of the `page` is known.
    """
    printed = {bare(caption): caption for caption in captions}
    found = []
    for image in images[:_FEW]:
        caption = printed.get(bare(image.caption), "")
        where = f"https:{image.address}" if image.address.startswith("//") else image.address
        address = canonical(resolved(page, where))
        if address or caption:
            found.append(Picture(address, caption))
    return tuple(dict.fromkeys(found))
