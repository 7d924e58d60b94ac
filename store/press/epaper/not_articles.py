"""What stands among the articles of a page list and is none (SOURCES, section 2, rule 6)."""

import re
from collections.abc import Sequence

from store.models import IndexEntry
from store.press.forms.patterns import PAGE
from store.press.text.characters import folded
from store.press.text.numbers import page_number

_ADVERTISEMENT = re.compile(r"(?:整版|公益|分类|形象|商业)?广告\W*|整版图片?|广告位?\d*")
_EDITORS = re.compile(
    r"\W*(?:[一二三四五六七八九十\d]+版|本版|今日|本期|值班)?(?:责任?编辑?|责编|编辑|主编|美编|版式设计)(?:\W.*)?"
)
_NOTICE = re.compile(r"(?:公 *告|公 *示|声 *明|启 *事|遗失声明|通 *知)\W*")
_INDEX = re.compile(r"\W*(?:今日|本期|要闻|新闻|内页)?导 *[读览]\W*|\W*今日要[目览]\W*")
_ENDS_PAGE = re.compile(rf"\W*(?:详?见|下转)? *第? *({PAGE}) *版\W*")
_BEHIND = re.compile(rf"(.{{4,}}?)[(▶►→»·….\s]*(?:详?见|转)? *第? *({PAGE}) *版[)\s]*")
_SHORT = 60
"""Characters of a body that is no more than an editor's line."""


def is_advertisement(title: str) -> bool:
    """Return whether an entry of this title is an advertisement, or a page of one picture."""
    return bool(_ADVERTISEMENT.fullmatch(folded(title)))


def is_index(title: str) -> bool:
    """Return whether an entry of this title is the 导读 of the front page."""
    return bool(_INDEX.fullmatch(folded(title)))


def is_furniture(headline: str, paragraphs: Sequence[str], captions: Sequence[str]) -> bool:
    """Return whether what seems an article names the page's editors, or says nothing at all."""
    plain = folded(headline)
    if _EDITORS.fullmatch(plain):
        return sum(map(len, paragraphs)) <= _SHORT
    if _NOTICE.fullmatch(plain):
        return not any(paragraphs)
    return not headline and not any(paragraphs) and not any(captions)


def read_index(paragraphs: Sequence[str], page: str) -> tuple[IndexEntry, ...]:
    """Return the entries of a 导读: titles, with the page that stands behind them or beneath.

    Those that no page follows stand on `page`, where the box is.
    """
    entries: list[IndexEntry] = []
    waiting: list[str] = []

    def end(number: str) -> None:
        if waiting:
            entries.append(IndexEntry(waiting[0], " ".join(waiting[1:]), number))
            waiting.clear()

    for text in paragraphs:
        plain = folded(text)
        if found := _ENDS_PAGE.fullmatch(plain):
            end(page_number(found[1]))
        elif found := _BEHIND.fullmatch(plain):
            waiting.append(text[: found.end(1)].strip())
            end(page_number(found[2]))
        else:
            waiting.append(text)
    return (*entries, *(IndexEntry(text, "", page) for text in waiting))
