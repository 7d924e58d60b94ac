"""The text of an entry: its paragraphs and pictures, without what a feed puts around them."""

import html
import re
from collections.abc import Container, Iterable, Sequence
from urllib.parse import urljoin

from msgspec import Struct

from store.models import Picture
from store.press.feed.entries import Entry
from store.press.markup.furniture import ends_body, is_furniture, signature
from store.press.markup.paragraphs import Block, Paragraphs, paragraphs_of, paragraphs_of_text
from store.press.markup.parse import finder, parse
from store.press.markup.surroundings import drop_surroundings
from store.press.markup.text import line_of
from store.press.text.characters import ends_sentence
from store.press.text.clean import printable
from store.press.text.web_address import canonical

_BODY = finder(
    "//founder-content|//*[@id='ozoom' or @id='articleContent' or @id='contenttext' or @id='zoom']"
)
"""Where the body stands in an e-paper's page that a feed gives whole (SOURCES, section 3)."""
_MORE = re.compile(
    r"\W*(?:(?:点击|點擊)?(?:阅读|閱讀|查看|浏览)(?:全文|更多|详情|詳情)"
    r"|(?:点击|點擊)?(?:继续阅读|繼續閱讀)|全文(?:阅读|閱讀)"
    r"|(?:continue reading|read (?:more|the full|full|on)|keep reading)\b.{0,120})\W*",
    re.IGNORECASE,
)
"""A line that leads to the rest of a story."""
_ORIGINAL = re.compile(
    r"\W*(?:点击|點擊|戳)?(?:(?:阅读|閱讀|查看|浏览)原文|(?:文章)?原文(?:链接|地址)?|view original)"
    r"\W*(?:https?://\S+)?",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:\.{3}|…)[\])】]?$")
_CUT_MARK = re.compile(r" ?[\[(【](?:\.{3}|…{1,2})[\])】]$")
_CUT_WITHIN = 8
"""A text that was cut ends so, in its last characters."""
_AROUND = re.compile(
    r"(?:19|20)\d\d *[年-]\d\d?[月-]\d\d?日?(?: *星期.)?(?: *\d\d?:\d\d(?::\d\d)?)?"
    r"|获取更多RSS[:：].*|https?://\S+|.{0,30}版 *权 *所 *有.{0,160}|copyright\b.{0,120}"
    r"|The post .{1,300} (?:appeared )?first .{1,200}|.{1,300} was originally published in .{1,300}"
    r"|(?:this article )?(?:was )?(?:originally|first) (?:published|appeared) (?:at|on|in) .{1,200}"
    r"|[©▌]? ?(?:微信编辑|本文来源|文章来源)[:：|｜丨].{1,80}|©.{1,40}"
    r"|(?:share|like|tweet|email|print) this\W*|click to (?:share|email|print) .{1,80}"
    r"|(?:facebook|twitter|reddit|pinterest|linkedin|tumblr|微信|微博|QQ空间|朋友圈)"
    r"|(?:分享到?|责任编辑|责编|本文来源|来源|原文(?:链接|地址))[:：].{0,60}"
    r"|\W*(?:一版|本版|[一二三四五六七八九十]版)?(?:责编|版式设计)[:：].{0,200}",
    re.IGNORECASE,
)
"""Lines before and after an entry's text that are none of it."""
_LONGEST_AROUND, _SHORT = 400, 20
_LEGAL = re.compile(
    r"版 *权|转载|轉載|声明|聲明|未经|copyright|rights reserved|appeared|published", re.I
)
_TOLD = 60
"""Characters of a paragraph that says something, if it ends as a sentence does."""
_ADVERTISEMENT = re.compile(r"\W*(?:广告|廣告|advertisements?|sponsored|推广)\W*", re.IGNORECASE)
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


def read_title(title: str) -> str:
    """Return the headline that a `title` is, on one line: markup only if it looks like that."""
    if _MARKUP.search(title):
        title = html.unescape(_TAG.sub("", _BREAK.sub(" ", title)))
    return line_of(title)


def read_body(entry: Entry, headline: str, base: str, file: str) -> Body:
    """Return the text of an `entry`: its content, or its summary where that is all or more.

    Addresses in it are relative to `base`. Raises SourceError when its markup is larger or more
    deeply nested than any that is read.
    """
    whole = _whole(entry)
    has_blocks = bool(_BLOCK.search(whole))
    found = _paragraphs(whole, entry.is_plain, has_blocks, file)
    blocks = [block for block in found.blocks if not _is_advertisement(block.text)]
    captions = [block.text for block in blocks if block.caption]
    told = _once([block for block in blocks if not block.caption])
    leads_on = any(_leads_on(block.text) for block in told[-4:])
    told = _without_rest(told, headline)
    pictures = [(image.address, image.caption) for image in found.images] or entry.pictures
    shown = _shown(pictures, base, {headline, whole})
    captions += [picture.caption for picture in shown if picture.caption]
    is_cut = leads_on or not told or bool(_CUT.search(told[-1].text[-_CUT_WITHIN:]))
    is_summary = len(told) == 1 and not has_blocks and len(told[0].text) <= _SUMMARY
    return Body(
        _texts(told),
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


def _paragraphs(whole: str, is_plain: bool, has_blocks: bool, file: str) -> Paragraphs:
    """Return the paragraphs of a text, which may be markup."""
    is_plain = is_plain and _MARKUP.search(whole) is None
    if is_plain or ("<" not in whole and "&" not in whole):
        return paragraphs_of_text(printable(whole))
    if not has_blocks:
        whole = whole.replace("\n", "<br>")
    root = parse(whole, file)
    if "class=" in whole or "style=" in whole:
        drop_surroundings(root)
    if "id=" in whole or "<founder" in whole:
        return paragraphs_of(_BODY(root)[:1] or [root])
    return paragraphs_of([root])


def _once(blocks: list[Block]) -> list[Block]:
    """Return `blocks` without their second half, where a program has put a story there again."""
    half, odd = divmod(len(blocks), 2)
    again = not odd and all(blocks[at].text == blocks[half + at].text for at in range(half))
    return blocks[:half] if again else blocks


def _texts(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the texts of `blocks`, without the mark with which a program has cut the last."""
    texts = [block.text for block in blocks]
    if texts and (found := _CUT_MARK.search(texts[-1][-_CUT_WITHIN:])):
        texts[-1] = texts[-1].removesuffix(found[0])
    return tuple(texts)


def _shown(
    pictures: Iterable[tuple[str, str]], base: str, told: Container[str]
) -> tuple[Picture, ...]:
    """Return pictures with their whole addresses; what is `told` anyway is no caption."""
    found = []
    for address, caption in list(pictures)[:_MOST_PICTURES]:
        url = canonical(urljoin(base, address))
        caption = "" if caption in told else caption
        if url or caption:
            found.append(Picture(url, caption))
    return tuple(dict.fromkeys(found))


def _without_rest(blocks: list[Block], headline: str) -> list[Block]:
    """Return `blocks` without the lines around the text; those that say who wrote it stay."""
    blocks = blocks[: _end(blocks)]
    first, last = 0, len(blocks)
    while first < last - 1 and (blocks[first].text == headline or _is_beside(blocks[first].text)):
        first += 1
    while last > first and _is_beside(blocks[last - 1].text):
        last -= 1
    return [
        block
        for at, block in enumerate(blocks)
        if first <= at < last or (block.text != headline and not _is_around(block.text))
    ]


def _end(blocks: Sequence[Block]) -> int:
    """Return where the text ends: before titles of other stories that stand under 相关阅读."""
    end = len(blocks)
    for at in range(len(blocks) - 1, 0, -1):
        text = blocks[at].text
        if ends_body(text):
            end = at
        elif ends_sentence(text) and not _is_beside(text):
            break
    return end


def _is_advertisement(text: str) -> bool:
    return len(text) <= _SHORT and bool(_ADVERTISEMENT.fullmatch(text))


def _leads_on(text: str) -> bool:
    return len(text) <= _LONGEST_AROUND and bool(_MORE.fullmatch(text))


def _is_beside(text: str) -> bool:
    """Return whether a line stands beside a text: one around it, or who wrote it."""
    if len(text) > _LONGEST_AROUND:
        return False
    if len(text) > _TOLD and ends_sentence(text) and not _LEGAL.search(text):
        return False
    return _is_around(text) or bool(signature(text))


def _is_around(text: str) -> bool:
    if _MORE.fullmatch(text) or _ORIGINAL.fullmatch(text) or _AROUND.fullmatch(text):
        return True
    return is_furniture(text)


def _is_crosshead(blocks: Sequence[Block], at: int, block: Block) -> bool:
    """Return whether a bold short line that ends no sentence stands above others of the text."""
    return (
        block.bold
        and len(block.text) <= _CROSSHEAD
        and not block.text.startswith(("（", "(", "—"))
        and not ends_sentence(block.text)
        and any(not other.bold for other in blocks[at + 1 :])
    )
