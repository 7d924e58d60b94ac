"""What stands around an entry's text: dates, ways to the rest, credits, buttons, other titles."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from store.press.markup.furniture import ends_body, is_furniture, signature
from store.press.markup.paragraphs import Block
from store.press.text.characters import ends_sentence

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
_CUT, _CUT_WITHIN = re.compile(r" ?[\[(【](?:\.{3}|…{1,2})[\])】]$"), 8
"""The mark with which a program has cut a text, and in how many characters it stands."""
_TRAILING, _FEW = ("...", "…"), 2
"""How a text of a few paragraphs ends that was cut, and a longer one that was not."""
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


def story_of(blocks: Sequence[Block], headline: str) -> tuple[list[Block], bool]:
    """Return the `blocks` of a story of this `headline` alone, and whether its end is missing."""
    told = _once([block for block in blocks if not _is_advertisement(block.text)])
    is_cut = any(_leads_on(block.text) for block in told[-4:])
    told = _without_rest(told, headline)
    if not told:
        return [], True
    last = told[-1].text
    if mark := _CUT.search(last[-_CUT_WITHIN:]):
        return [*told[:-1], replace(told[-1], text=last.removesuffix(mark[0]))], True
    return told, is_cut or (len(told) <= _FEW and last.endswith(_TRAILING))


def _once(blocks: list[Block]) -> list[Block]:
    """Return `blocks` without their second half, where a program has put a story there again."""
    half, odd = divmod(len(blocks), 2)
    again = not odd and all(blocks[at].text == blocks[half + at].text for at in range(half))
    return blocks[:half] if again else blocks


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
