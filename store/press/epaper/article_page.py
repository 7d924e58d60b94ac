"""An article's page: its head, its paragraphs, its pictures, and the page that it stood on."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from store.press.barriers import is_error
from store.press.epaper.addresses import UNKNOWN, misdated, number_in
from store.press.epaper.body import find_body
from store.press.epaper.founder import Founder
from store.press.epaper.heads import read_head
from store.press.epaper.labels import read_label
from store.press.epaper.papers import headline_in, paper_in
from store.press.epaper.places import places_of
from store.press.forms.bylines import is_byline
from store.press.forms.dates import printed_date
from store.press.markup.meta import title_of
from store.press.markup.paragraphs import Block, Image, Paragraphs, caption_of, paragraphs_of
from store.press.markup.parse import Element, finder, parse
from store.press.markup.text import text_of
from store.press.text.characters import folded
from store.press.text.clean import clean_line
from store.press.text.numbers import page_number
from store.press.text.web_address import canonical, day_in, resolved

_BEFORE = finder(
    "preceding::text()[not(parent::a or parent::script or parent::style or parent::title)]"
    "[contains(.,'版') or contains(.,'年') or contains(.,'《')][not(ancestor::a)]"
    "[position() <= 60]/parent::*"
)
"""The nodes before another, the nearest ones, whose text may name a paper, a day or a page.

Scripts and styles, the longest texts of a page, are passed over before any is searched.
"""
_LONGEST = 60
"""Characters of a line that tells the page."""
_PAGE = re.compile(r"第? *([A-Z]{0,3}\d{1,3}) *版", re.IGNORECASE)
_PAPER = re.compile(r"《([^《》]{2,16})》[（( ]")
_CROSSHEAD, _LONGEST_CAPTION = 30, 300
_BRACKETS = ("（", "(", "【", "［", "[")
_PICTURE = re.compile(
    r"\.(?:gif|svg)(?:$|\?)|/(?:icon|logo|button|public\d?|template|tplimg)s?/|blank|spacer", re.I
)


class Photo(Struct, frozen=True):
    """A picture of an article: its whole address, and what stands beneath it."""

    address: str
    caption: str = ""


class ArticlePage(Struct, frozen=True):
    """What an article's page holds; what is not there is empty.

    `page` is the number of the page that it stood on, without zeros. `crossheads` are positions in
    `paragraphs`, `captions` those of its `photos`, and others that stand by them.
    """

    address: str = ""
    kicker: str = ""
    headline: str = ""
    subhead: str = ""
    author: str = ""
    paper: str = ""
    day: date | None = None
    misdated: date | None = None
    """The day that is printed, where the address names another."""
    page: str = ""
    page_name: str = ""
    paragraphs: tuple[str, ...] = ()
    crossheads: tuple[int, ...] = ()
    captions: tuple[str, ...] = ()
    photos: tuple[Photo, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it says no more than that an article is not there."""
        said = self.paragraphs
        return sum(map(len, said)) <= _LONGEST and any(map(is_error, said))


def read_article_page(
    root: Element, founder: Founder, address: str = "", link: str = ""
) -> ArticlePage:
    """Return the article on the page at `address`, parsed to `root`.

    `founder` is what Founder's tags in it say. `link` is how a page list calls the article: that
    says of what page and paper it is, too, and without it, the lines above the body do.
    """
    places = places_of(root)
    body = find_body(root, places)
    title = title_of(root)
    head = read_head(root, places, body, founder, list(filter(None, (link, title))))
    headline = head.headline if link or head.headline != title else headline_in(title)
    held = paragraphs_of(body)
    captions, paragraphs, crossheads = _parted(held)
    known = address or f"{UNKNOWN}index.html"
    photos = _photos([*_before(body), *held.images], known)
    captions = [*(photo.caption for photo in photos if photo.caption), *captions]
    told = list(_told(body[0])) if body and not link else []
    page, name = _page(told)
    printed = founder.day or printed_date(told)
    return ArticlePage(
        address=canonical(address),
        kicker=head.kicker,
        headline=headline,
        subhead=head.subhead,
        author=head.author,
        paper=founder.paper or _paper(told, title, headline),
        day=day_in(address) or printed,
        misdated=misdated(address, [printed] if printed else []),
        page=founder.page or page or page_number(number_in(address)),
        page_name=name,
        paragraphs=tuple(paragraphs or captions),
        crossheads=tuple(crossheads),
        captions=tuple(dict.fromkeys(captions)) if paragraphs else (),
        photos=tuple(photos),
    )


def read_held(markup: str, title: str, file: str) -> ArticlePage:
    """Return the article of this `title` whose `markup` a page list holds."""
    captions, paragraphs, crossheads = _parted(paragraphs_of([parse(markup, file)]))
    return ArticlePage(
        headline=title,
        paragraphs=tuple(paragraphs or captions),
        crossheads=tuple(crossheads),
        captions=tuple(captions) if paragraphs else (),
    )


def _parted(held: Paragraphs) -> tuple[list[str], list[str], list[int]]:
    """Return captions, paragraphs, and which of these are crossheads."""
    captions = [block.text for block in held.blocks if _is_caption(block)]
    blocks = [block for block in held.blocks if not _is_caption(block)]
    last = len(blocks) - 1
    crossheads = [at for at, block in enumerate(blocks) if at < last and _is_crosshead(block)]
    # Two in a row are one crosshead in two lines; where all is bold, nothing is.
    if len(crossheads) * 2 > len(blocks):
        crossheads = []
    return captions, [block.text for block in blocks], crossheads


def _is_caption(block: Block) -> bool:
    return block.caption or (block.after_picture and block.centred and not block.bold)


def _is_crosshead(block: Block) -> bool:
    text = block.text
    if not (block.bold or block.centred) or len(text) > _CROSSHEAD or text[-1] in "。；，,;":
        return False
    return not text.startswith(_BRACKETS) and not is_byline(folded(text))


def _before(body: Sequence[Element]) -> Iterator[Image]:
    """Yield the pictures that stand before the body, in the same table or box."""
    if not body:
        return
    box = next(body[0].iterancestors("table", "div"), None)
    for node in () if box is None else box.iter("img", str(body[0].tag)):
        if node is body[0]:
            return
        if node.tag == "img" and not node.get("usemap"):
            yield Image(node.get("src") or "", caption_of(node) or _beneath(node, box))


def _beneath(image: Element, box: Element | None) -> str:
    """Return what stands in the table that an image has of its own within `box`."""
    own = next(image.iterancestors("table", "figure"), None)
    line = "" if own is None or own is box else text_of(own)
    return line if len(line) <= _LONGEST_CAPTION else ""


def _photos(images: Sequence[Image], address: str) -> list[Photo]:
    """Return pictures of the paper, not of the page's design, each once."""
    found: dict[str, Photo] = {}
    for image in images:
        where = resolved(address, image.address)
        if where and not (_PICTURE.search(where) and not image.caption):
            shown = "" if where.startswith(UNKNOWN[:20]) else canonical(where)
            found.setdefault(where, Photo(shown, clean_line(image.caption)))
    return list(found.values())


def _told(body: Element) -> Iterator[str]:
    """Yield the lines above the body that may name the paper, its day and page."""
    for node in _BEFORE(body):
        line = text_of(node)
        if len(line) <= _LONGEST:
            yield line
            continue
        for own in (node.text, *(child.tail for child in node)):
            if own and (line := clean_line(own)) and len(line) <= _LONGEST:
                yield line


def _page(told: Sequence[str]) -> tuple[str, str]:
    """Return the number and the name of the page that these lines tell, the nearest first."""
    for line in reversed(told):
        if label := read_label(line):
            return label
    for line in reversed(told):
        if found := _PAGE.search(folded(line)):
            return page_number(found[1]), ""
    return "", ""


def _paper(told: Sequence[str], title: str, headline: str) -> str:
    for line in told:
        if found := _PAPER.search(line):
            return found[1]
    return paper_in(title, headline)
