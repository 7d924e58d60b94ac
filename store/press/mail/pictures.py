"""Pictures that a mail brings along: its markup refers to them by ``cid:`` (RFC 2392).

They stay within the mail, as those of a book or of a saved page do; an address that leads nowhere
else stands for each.
"""

import hashlib
import re
from collections.abc import Sequence
from urllib.parse import unquote

from msgspec.structs import replace

from store.models import Article, Picture
from store.press.markup.paragraphs import Image, paragraphs_of
from store.press.markup.parse import Element
from store.press.mime import Mail, mails_of, read_message
from store.press.result import PressResult
from store.press.text.web_address import canonical

_WITHIN = "http://mail.invalid/"
_REFERENCE = re.compile(r"""(\bsrc\s*=\s*["']?)cid:([^\s"'<>]{1,200})""", re.IGNORECASE)
_MOST = 200
"""Pictures of a mail at most."""


def with_addresses(markup: str, mail: Mail) -> str:
    """Return `markup` with addresses for the pictures that `mail` brings along."""
    brought = {part.id for part in mail.parts if part.kind.startswith("image/")} - {""}

    def address(found: re.Match[str]) -> str:
        name = unquote(found[2])
        return found[1] + _address(name) if name in brought else found[0]

    return _REFERENCE.sub(address, markup) if brought else markup


def with_pictures(result: PressResult, root: Element) -> PressResult:
    """Return `result`, whose lines are the paragraphs of `root`, with the pictures among them."""
    images = [each for each in paragraphs_of([root]).images if each.address.startswith(_WITHIN)]
    if not images:
        return result
    found: dict[int, list[Picture]] = {}
    articles = result.issue.articles
    for image in images[:_MOST]:
        if (at := _whose(image, articles)) is not None:
            caption = image.caption if image.caption in articles[at].captions else ""
            found.setdefault(at, []).append(Picture(image.address, caption))
    pictured = tuple(
        replace(article, pictures=tuple(dict.fromkeys(found.get(at, ()))))
        for at, article in enumerate(articles)
    )
    return replace(result, issue=replace(result.issue, articles=pictured))


def part_with(mail: bytes, address: str) -> bytes:
    """Return the part of a mail, a box of them or a saved page at `address`, ``b""`` for none.

    Raises SourceError for one that cannot be read.
    """
    for each in mails_of(mail):
        for part in read_message(each, "").parts:
            at = canonical(part.location), part.id and _address(part.id)
            if address and address in at:
                return part.data
    return b""


def _address(name: str) -> str:
    return _WITHIN + hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:32]


def _whose(image: Image, articles: Sequence[Article]) -> int | None:
    """Return which of `articles` a picture stands in, right over, or else right beneath."""
    line = image.at + 1
    for at, article in enumerate(articles):
        first, last = article.lines
        if first <= line <= last:
            return at
    return next((at for at, each in enumerate(articles) if each.lines[1] == image.at), None)
