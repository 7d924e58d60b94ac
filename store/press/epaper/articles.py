"""From the page of an article to the article: who wrote it, what kind it is, where it jumps."""

import re

from store.models import Area, Article, Byline, Jump, Picture
from store.press.epaper.article_page import ArticlePage
from store.press.forms.bylines import merge_bylines, read_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.patterns import JUMP_FROM, JUMP_TO, PAGE
from store.press.forms.signed_text import byline_of_lead, byline_of_tail
from store.press.forms.story_kind import kind_of
from store.press.text.characters import folded
from store.press.text.numbers import page_number

_JUMP = re.compile(rf"\((?:{JUMP_TO})\)$|^(?:{JUMP_TO})$")
_BACK = re.compile(rf"^\((?:{JUMP_FROM})\)|^(?:{JUMP_FROM})$")
_NUMBER = re.compile(PAGE + r"(?= *版?\)?$)", re.IGNORECASE)
_WITHIN = 24
"""Characters of a jump line."""


def make_article(page: ArticlePage, number: str, source: str, area: Area = ()) -> Article:
    """Return the article that its `page` holds, on the page of this `number`."""
    paragraphs, jump, back = _without_jumps(page)
    crossheads = tuple(at for at in page.crossheads if at < len(paragraphs))
    lead_in = read_lead_in(paragraphs[0]) if paragraphs else ""
    return Article(
        page=number,
        kind=kind_of(page.headline, paragraphs, page.captions, page.author, lead=bool(lead_in)),
        kicker=page.kicker,
        headline=page.headline,
        subhead=page.subhead,
        byline=_byline(page.author, paragraphs),
        lead_in=lead_in,
        paragraphs=paragraphs,
        crossheads=crossheads,
        captions=page.captions,
        jump=jump,
        continues=back,
        source=source,
        area=area,
        url=page.address,
        pictures=tuple(Picture(photo.address, photo.caption) for photo in page.photos[:1000]),
    )


def _byline(author: str, paragraphs: tuple[str, ...]) -> tuple[Byline, ...]:
    """Return who wrote: who is named apart, else in the lead-in and at the end."""
    if author and (people := read_byline(author)):
        return people
    people = ()
    if paragraphs:
        people = merge_bylines(people, byline_of_lead(paragraphs[0]))
    for paragraph in paragraphs[-2:]:
        people = merge_bylines(people, byline_of_tail(paragraph))
    return people


def _without_jumps(page: ArticlePage) -> tuple[tuple[str, ...], Jump | None, Jump | None]:
    """Return the paragraphs without the lines （下转第二版） and （上接第一版）, and these.

    An e-paper has such a story whole on either page.
    """
    paragraphs = list(page.paragraphs)
    jump = back = None
    if paragraphs and page.crossheads[:1] != (0,):
        first = paragraphs[0]
        if found := _BACK.search(folded(first[:_WITHIN])):
            back = _jump(first[: found.end()])
            paragraphs[0] = first[found.end() :].lstrip()
    if paragraphs:
        last = paragraphs[-1]
        plain = folded(last[-_WITHIN:])
        if found := _JUMP.search(plain):
            at = len(last) - len(plain) + found.start()
            jump = _jump(last[at:])
            paragraphs[-1] = last[:at].rstrip()
    if paragraphs and not paragraphs[-1]:
        paragraphs.pop()
    return tuple(paragraphs), jump, back


def _jump(note: str) -> Jump:
    found = _NUMBER.search(folded(note).strip("() "))
    return Jump(page_number(found[0]) if found else "", note.strip())
