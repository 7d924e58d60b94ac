"""What a page of markup is, told by its signs: an outline, made without parsing it.

The signs of e-papers are those of SOURCES, section 1 (what proves a family), and of section 2: a
page list has links that are called 第01版：要闻 or A01：头版.
"""

import html
import re

from store.press.barriers import LITTLE, barrier
from store.press.kinds import (
    EPAPER,
    EPAPER_ARTICLE,
    FRONT,
    LISTING,
    LOGIN,
    OPML,
    SEARCH,
    WEB,
    SourceKind,
)

_I = re.IGNORECASE
_PROLOGUE = r"[\s\ufeff]*(?:(?><\?.{0,2000}?\?>|<!--.{0,4000}?-->|<!DOCTYPE[^>\[]{0,500}"
_PROLOGUE += r"(?:\[.{0,100000}?\]\s{0,20})?>)\s*+){0,20}+"
_FEED_ROOT = r"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s/>]"
_FEED = re.compile(_PROLOGUE + _FEED_ROOT, _I | re.DOTALL)
_FEED_BEHIND = re.compile(rf"<\?xml\b[^<>]{{0,200}}\?>{_PROLOGUE}{_FEED_ROOT}", _I | re.DOTALL)
_FEED_WITHIN = 8_000
"""A feed behind the warnings of the program that has made it begins among so many characters."""
_SUBSCRIPTIONS = re.compile(rf"{_PROLOGUE}<opml[\s>]", _I | re.DOTALL)
_LIST_SIGN = re.compile(
    r"<meta\s[^>]{0,200}pagetype[^>]{0,60}content\s*=\s*['\"]?2\b|<founder-type>\s*2"
    r"|id\s*=\s*['\"]?(?:webtree|layoutlist|bmdhTable|listpage)\b|layout-catalogue-list"
    r"|bmml_con_div_name|class\s*=\s*['\"]?(?:Chunkiconlist|conRList|gebanlist)\b",
    _I,
)
_ARTICLE_SIGN = re.compile(
    r"<founder-(?:content|title)>|<founder-type>\s*1"
    r"|id\s*=\s*['\"]?(?:ozoom|zhenwenzone|contenttext)\b|class\s*=\s*['\"]?contenttext\b"
    r"|nw\.D\d{6}\w{2,8}_\d{8}|<(?!a\b)\w{1,9}\s[^<>]{0,300}\bneirong\s*=",
    _I,
)
_BODY_SIGN = re.compile(
    r"<meta\s[^>]{0,200}pagetype[^>]{0,60}content\s*=\s*['\"]?1\b|<!--\s*enp(?:property|content)"
    r"|(?:id|class)\s*=\s*['\"]?(?:articleContent|article_content|zoom|newsdetatext|detail-text"
    r"|dzb-desc-box|leading_title)\b",
    _I,
)
_PRINTED_ON = re.compile(r"第(?:\s|&nbsp;)*[A-Z]{0,3}\d{1,3}(?:\s|&nbsp;)*版|日\s*[A-Z]?\d\d版", _I)
"""Where an e-paper's body stands, and the page that it was printed on: the two together tell.

Sites are made with the same programs as e-papers."""
_PAGE_LINK = re.compile(
    r"<a\b[^>]{0,600}>\s*(?:<[^>]{0,200}>\s*){0,4}"
    r"(?:第\s*[A-Z]{0,3}\d{1,3}\s*版|\[?[A-Z]{0,3}\d{1,3}\]?\s*版?\s*[:：])"
    r"|<a\b[^>]{0,300}\bhref\s*=\s*['\"]?(?:[^'\"<>\s]{0,200}/)?Page\d\d[A-Z0-9]{1,4}\.html?\b",
    _I,
)
"""A link that is called as a page is, or leads to one as PaperIndex names them (C)."""
_LISTING = re.compile(
    r"<title>\s*(?:(?:Index of|Directory listing for|Directory:?) ?/"
    r"|[\w.:-]{1,80} - /[^<]{0,200}/\s*</title)"
    r"|>\[To Parent Directory\]<",
    _I,
)
"""What Apache, nginx, Python and IIS call the listing of a folder."""
_PASSWORD = re.compile(r"<input\b[^>]{0,300}type\s*=\s*['\"]?password", _I)
_SEARCH = re.compile(
    r"<title\b[^>]{0,100}>(?:[^<]{0,100}?[\s_|–—-])?[^<\s_|–—-]{0,12}(?:搜索结果|站内搜索|全站搜索"
    r"|全文检索|检索结果|新闻搜索|资讯搜索|百度搜索|搜狗搜索|的相关(?:新闻|资讯|文章)"
    r"|search results?|google search)"
    r"\s*(?:[_|–—(（-][^<]{0,60})?</title",
    _I,
)
_ASKED = re.compile(r"<title\b[^>]{0,100}>[^<]{0,100}(?:搜索|检索|搜尋|search)\s*[_<|–—-]", _I)
_FOUND = re.compile(
    r"(?:找到|搜索到|检索到|共有?|约有)[^\d<>]{0,12}[\d,]{1,12}\s*(?:条|个|篇|项|則)[^\d<>]{0,4}"
    r"(?:结果|记录|新闻|资讯|文章)|[\d,]{1,12} results\b",
    _I,
)
"""A title and a count that a page of what was found has."""
_DROPPED = re.compile(r"<(script|style|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", _I | re.S)
_LINK = re.compile(r"<a\b[^<>]*>(.*?)(?:</a\s*>|(?=<a\b)|\Z)", _I | re.S)
_TAG = re.compile(r"<[^<>]*>")
_LOOKED_AT = 2_000_000
"""Characters of a page that are looked at."""

MANY_LINKS, MOSTLY = 20, 0.5
"""A page that leads elsewhere has so many links at least, and so much of its text is theirs."""
_BLOCK = re.compile(
    r"</?(?:p|div|li|td|tr|ul|h[1-6]|br|dd|dt|section|article|figure|footer)\b[^<>]*>", _I
)
_SENTENCE = re.compile(r"[。！？；，]|[.,;!?] ")
_LEGAL = re.compile(r"版权|转载|备案|许可证|ICP|举报|Copyright|©|rights reserved", _I)
_SENTENCE_LENGTH, STORY = 30, 90
"""Characters of a paragraph that says something; so many of them tell a story."""
FEW_SUMMARIES, SUMMARY = 6, 300
"""Six summaries and more, none of them longer, make a list of stories."""
_LINKED = "\0"
_OFFICE = re.compile(
    r"<html\b[^>]{0,1000}urn:schemas-microsoft-com:office:word"
    r"|<meta\s[^>]{0,200}(?:generator|progid)[^>]{0,80}(?:Microsoft Word|Word\.Document|WPS Office"
    r"|LibreOffice|OpenOffice)",
    _I,
)
"""What offices write at the head of a page; what is pasted from them has their classes alone."""
_OFFICE_WITHIN = 20_000


def is_feed(text: str) -> bool:
    """Return whether a text is a feed, though a program may have put its warnings before it."""
    if _FEED.match(text):
        return True
    return _FEED_BEHIND.search(text, 0, _FEED_WITHIN) is not None


def markup_kind(text: str) -> SourceKind:
    """Return what the markup `text` is."""
    text = text[:_LOOKED_AT]
    if _SUBSCRIPTIONS.match(text):
        return OPML
    if _LISTING.search(text):
        return LISTING
    if _LIST_SIGN.search(text):
        return EPAPER
    if _ARTICLE_SIGN.search(text):
        return EPAPER_ARTICLE
    if _BODY_SIGN.search(text) and _PRINTED_ON.search(text):
        return EPAPER_ARTICLE
    if _has_page_links(text):
        return EPAPER
    return _of_site(text, _DROPPED.sub(" ", text))


def is_by_office(text: str) -> bool:
    """Return whether the markup `text` is a document that Word, WPS or LibreOffice saved so."""
    return _OFFICE.search(text, 0, _OFFICE_WITHIN) is not None


def names_pages(text: str) -> bool:
    """Return whether the markup `text` names the pages of an e-paper."""
    text = text[:_LOOKED_AT]
    return bool(_LIST_SIGN.search(text)) or _has_page_links(text)


def _has_page_links(text: str) -> bool:
    return len(_PAGE_LINK.findall(text)) >= 2


def _of_site(whole: str, text: str) -> SourceKind:
    """Return whether a page of any site is one to read, or what else it is.

    `text` is the `whole` without scripts, styles and comments.
    """
    links = [_bare(found) for found in _LINK.findall(text)]
    if _SEARCH.search(text) or (_ASKED.search(text) and _FOUND.search(text)):
        return SEARCH
    lines = _lines(text)
    told = _told(lines)
    if _PASSWORD.search(text) and sum(told) < STORY:
        return LOGIN
    stands = barrier(whole, [line for line, _ in lines]) if sum(told) < LITTLE else None
    if stands or len(links) < MANY_LINKS:
        return stands or WEB
    if sum(told) < STORY:
        leads_on = sum(map(len, links)) >= MOSTLY * len(_bare(text))
        return FRONT if leads_on else WEB
    longest = max(told)
    summaries = len(told) >= FEW_SUMMARIES and longest < min(SUMMARY, sum(told) / 3)
    return FRONT if summaries else WEB


def _lines(text: str) -> list[tuple[str, bool]]:
    """Return the lines of a page without links, and whether each has had some."""
    lines = []
    for block in _BLOCK.split(_LINK.sub(_LINKED, text)):
        plain = html.unescape(_TAG.sub("", block)).strip()
        if plain:
            lines.append((plain.replace(_LINKED, ""), _LINKED in plain))
    return lines


def _told(lines: list[tuple[str, bool]]) -> list[int]:
    """Return how many characters each run of paragraphs has that say something.

    A run ends where a line is made of links: so do the summaries beneath the titles of a list, and
    not the paragraphs of a story.
    """
    runs = [0]
    for plain, linked in lines:
        if len(plain) < _SENTENCE_LENGTH:
            if linked:
                runs.append(0)
        elif _SENTENCE.search(plain) and not _LEGAL.search(plain):
            runs[-1] += len(plain)
    return [run for run in runs if run]


def _bare(markup: str) -> str:
    return "".join(_TAG.sub("", markup).split())
