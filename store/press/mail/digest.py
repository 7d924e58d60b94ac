"""A mail of several stories, set as a page is: its headings and paragraphs as lines with looks."""

import re
from itertools import pairwise

from store.press.document.paragraph import TITLE, Paragraph
from store.press.document.set_lines import set_lines
from store.press.dump.lines.kinds import CAPTION, FURNITURE
from store.press.dump.lines.look import SetLine
from store.press.markup.paragraphs import Block, paragraphs_of
from store.press.markup.parse import Element
from store.press.signs import MANY_LINKS
from store.press.text.characters import ends_sentence

_AROUND = re.compile(
    r"退订|取消订阅|浏览器(?:中)?(?:查看|打开)|(?:无法|不能)(?:正常)?(?:查看|显示)|自动发送.{0,6}勿(?:直接)?回复"
    r"|您?收到(?:此|这封)邮件|转发给(?:朋友|好友)|更新(?:您的)?(?:偏好|资料)"
    r"|unsubscribe|view (?:this email )?in (?:your )?browser|manage (?:your )?preferences"
    r"|having trouble viewing|you(?:'re| are) receiving this|how you receive|privacy policy"
    r"|all rights reserved|版权所有",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*[\[（(【]?"
    r"(?:(?:点击|继续)?(?:阅读|查看)(?:全文|原文|更多|详情)|read (?:more|the full \w+))"
    r"[\]）)】]?[\s>»→.…]*\Z",
    re.IGNORECASE,
)
"""A link behind a summary, to the whole of it."""
_SIZES = (12.0, 24.0, 20.0, 17.0, 15.0, 14.0, 14.0)
"""Points of text, and of headings by their level, as browsers show them."""
_AROUND_LENGTH, _HEAD, _STORY = 120, 40, 30


def is_digest(root: Element) -> bool:
    """Return whether a page is one of text, perhaps of several stories, and no page of a site.

    A page of a site leads elsewhere, and has no more than one heading over text.
    """
    blocks = [block for block in paragraphs_of([root]).blocks if not _is_around(block.text)]
    if len(list(root.iter("a"))) < MANY_LINKS:
        return any(len(block.text) >= _STORY for block in blocks)
    over_text = [
        (head.level or _is_head(head)) and len(text.text) >= _STORY
        for head, text in pairwise(blocks)
    ]
    return sum(map(bool, over_text)) > 1


def digest_lines(root: Element) -> list[SetLine]:
    """Return the lines of a page."""
    return set_lines([_paragraph(block) for block in paragraphs_of([root]).blocks])


def _paragraph(block: Block) -> Paragraph:
    role = FURNITURE if _is_around(block.text) else CAPTION if block.caption else ""
    return Paragraph(
        _MORE.sub("", block.text),
        size=_SIZES[block.level],
        bold=block.bold,
        centred=block.centred,
        level=block.level + TITLE if block.level else 0,
        role=role,
    )


def _is_head(block: Block) -> bool:
    return block.bold and len(block.text) <= _HEAD and not ends_sentence(block.text)


def _is_around(text: str) -> bool:
    """Return whether a line is one that mails have around what they tell."""
    return len(text) <= _AROUND_LENGTH and bool(_AROUND.search(text))
