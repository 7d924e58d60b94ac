"""The byline over an article: who signed it on a line apart, and whom its text leaves out."""

import re

from store.models import Article
from store.patterns import pattern
from store.words.fold import fold

_BEGINNING, _END = 200, 110
"""How many characters of the first and the last paragraphs may name who wrote."""
_AFTER_TEXT = pattern(r"[。！？!?][”’]?([^。！？!?]*)$")


def shown_byline(article: Article) -> str:
    """Return the people of the byline, with their roles, whom a line of their own prints.

    Others are shown unless the text names them as its authors: a name that stands in it without
    its role is somebody's, perhaps another's.
    """
    first = (paragraph[:_BEGINNING] for paragraph in article.paragraphs[:1])
    last = [paragraph[-_END:] for paragraph in article.paragraphs[-2:]]
    ends = _squeezed("\n".join((*first, *last, *article.captions)))
    closing = " ".join(found[1] for text in last if (found := _AFTER_TEXT.search(text)))
    signed = _squeezed(f"{article.lead_in} {article.credit} {closing}")
    people = []
    for byline in article.byline:
        names = [
            name
            for name in byline.names
            if name in article.signed or not _named(name, byline.role, ends, signed)
        ]
        if names or not byline.names:
            people.append(f"{byline.role} {byline.between.join(names)}".strip())
    return " ".join(people)


def _named(name: str, role: str, ends: str, signed: str) -> bool:
    """Return whether a text names this person: in the signature, or elsewhere by this role."""
    name, role = _squeezed(name), re.escape(_squeezed(role))
    if name in signed:
        return True
    if name not in ends or not role:
        return False
    plain = re.escape(name)
    before = rf"{role}[:/]?[^。，；？！!?,:]{{0,40}}?{plain}"
    return bool(re.search(rf"{before}|{plain}[^。，；？！!?,:]{{0,20}}?{role}", ends))


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())
