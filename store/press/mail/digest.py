"""A mail of several stories, set as a page is: its headings and paragraphs as lines with looks."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from store.press.document.paragraph import TITLE, Paragraph
from store.press.document.set_lines import set_lines
from store.press.dump.lines.kinds import CAPTION, FURNITURE, HEAD
from store.press.dump.lines.look import Look, SetLine
from store.press.markup.paragraphs import Block, paragraphs_of
from store.press.markup.parse import Element
from store.press.markup.text import HEADINGS, text_of
from store.press.signs import MANY_LINKS
from store.press.text.characters import ends_sentence
from store.press.web.headline import bare

_AROUND = re.compile(
    r"退订|取消订阅|浏览器(?:中)?(?:查看|打开)|(?:无法|不能)(?:正常)?(?:查看|显示)|自动发送.{0,6}勿(?:直接)?回复"
    r"|您?收到(?:此|这封)邮件|转发给(?:朋友|好友)|更新(?:您的)?(?:偏好|资料)"
    r"|unsubscribe|view (?:this email )?in (?:your )?browser|manage (?:your )?preferences"
    r"|having trouble viewing|you(?:'re| are) receiving this|how you receive|privacy policy"
    r"|all rights reserved|版权所有|^read in app$|^thanks for reading\b.{0,60}\bsubscribe"
    r"|^(?:尊敬的|亲爱的|各位)?.{0,12}[您你家]?好[：:，,！!]?$|^(?:dear|hello|hi)\b.{0,30},$"
    r"|^祝(?:好|安|编安|顺利)[。！!]?$|^此致|^敬礼[！!]?$",
    re.IGNORECASE,
)
_SUBSCRIBERS = re.compile(r"退订|取消订阅|unsubscribe", re.IGNORECASE)
"""What stands beneath the last story, over the address of those who send it."""
_MORE = re.compile(
    r"\s*[\[（(【]?"
    r"(?:(?:点击|继续)?(?:阅读|查看)(?:全文|原文|更多|详情)|read (?:more|the full \w+))"
    r"[\]）)】]?[\s>»→.…]*\Z",
    re.IGNORECASE,
)
"""A link behind a summary, to the whole of it."""
_BRACKETED = re.compile(r"^[ \t\u3000]*【([^【】\n]{5,60})】[ \t\u3000\r]*$", re.MULTILINE)
"""A shorter one is a column's name."""
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


def digest_lines(root: Element, sender: str = "") -> list[SetLine]:
    """Return the lines of a page in a mail from `sender`, whose name may stand over the stories."""
    blocks = paragraphs_of([root]).blocks
    levels = [block.level for block in blocks]
    over = _level_of_stories(root, blocks)
    end = _end_of_stories(blocks)
    paragraphs = []
    for at, block in enumerate(blocks):
        alone = block.level < over and levels.count(block.level) == 1
        names = bool(block.level) and (alone or bare(block.text) == bare(sender))
        paragraphs.append(_paragraph(block, names or at >= end or _is_around(block.text)))
    return set_lines(paragraphs)


def bracketed_lines(text: str) -> list[SetLine]:
    """Return the lines of a mail without markup that sets its headlines in brackets, else none.

    Brackets stand for bold letters, and two or more headlines have them: 【老桥修好了】.
    """
    if len(_BRACKETED.findall(text)) < 2:
        return []
    return [
        SetLine(found[1], Look(bold=True, role=HEAD))
        if (found := _BRACKETED.match(line))
        else SetLine(line)
        for line in text.split("\n")
    ]


def tells_subscribers(lines: Sequence[str]) -> bool:
    """Return whether one of the `lines` around stories is for those who subscribe to them."""
    return any(map(_SUBSCRIBERS.search, lines))


def _end_of_stories(blocks: Sequence[Block]) -> int:
    """Return where what is for those who subscribe begins, beneath all stories."""
    end = len(blocks)
    for at in range(len(blocks) - 1, -1, -1):
        if _SUBSCRIBERS.search(blocks[at].text):
            end = at
        elif blocks[at].level or _is_head(blocks[at]):
            break
    return end


def _level_of_stories(root: Element, blocks: Sequence[Block]) -> int:
    """Return the level of the headings of two stories or more that are linked to; 0 where none are.

    What stands alone above these is the name of the mail.
    """
    linked = {text_of(node) for node in root.iter(*HEADINGS) if node.find(".//a") is not None}
    levels = [*_levels_linked(blocks, linked)]
    return min((level for level in levels if levels.count(level) > 1), default=0)


def _levels_linked(blocks: Sequence[Block], linked: set[str]) -> Iterator[int]:
    """Yield the level of each heading that leads to its story, or over a line that does."""
    level = 0
    for block, following in pairwise([*blocks, Block("")]):
        if block.level:
            level = block.level
        if level and (
            _MORE.fullmatch(block.text) or (block.text in linked and not following.level)
        ):
            yield level
            level = 0


def _paragraph(block: Block, around: bool) -> Paragraph:
    role = FURNITURE if around else CAPTION if block.caption else ""
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
