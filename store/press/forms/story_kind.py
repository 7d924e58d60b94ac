"""What kind of story an article is: news, a picture, a commentary, a document."""

import re
from collections.abc import Sequence

from store.models import Kind
from store.press.forms.endings import is_finished
from store.press.text.characters import folded

COMMENTARY = re.compile(r"社论|评论员|[今人]日谈|论坛|短评|时评|锐评|快评|钟声|随笔|杂谈|观点|新论")
DOCUMENT = re.compile(
    r"(?:讲话|条例|规定|办法|意见|决定|通知|公告|公报|章程|细则)(?:[（(].*[)）])?$"
)
_FEW = 5
"""Paragraphs of a picture's text at most."""


def kind_of(
    head: str, paragraphs: Sequence[str], captions: Sequence[str], author: str, *, lead: bool
) -> Kind:
    """Return the kind of a story: `lead` is whether it opens with a lead-in (电头)."""
    if lead:
        return "news"
    if len(paragraphs) <= _FEW and (captions or is_caption(paragraphs)):
        return "photo"
    if COMMENTARY.search(head + author):
        return "commentary"
    return "document" if DOCUMENT.search(head) else "news"


def is_caption(paragraphs: Sequence[str]) -> bool:
    """Return whether all of a story is a paragraph that ends with who took its picture."""
    if len(paragraphs) != 1:
        return False
    return "摄" in folded(paragraphs[0][-8:]) and is_finished(paragraphs[0])
