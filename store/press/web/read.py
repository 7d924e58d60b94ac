"""The room of web pages: a page of any site in, an issue of one article out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from store.errors import SourceError
from store.messages import template
from store.models import Article, Byline, Issue, Paper, Source
from store.press.forms.bylines import merge_bylines, read_byline
from store.press.forms.dates import printed_date
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.signed_text import byline_of_lead, byline_of_tail
from store.press.forms.site_lines import read_site_line
from store.press.forms.story_kind import kind_of
from store.press.forms.surnames import is_person
from store.press.kinds import BINARY
from store.press.markup.charset import decode_page
from store.press.markup.furniture import is_furniture, signature
from store.press.markup.meta import title_of
from store.press.markup.paragraphs import Paragraphs, paragraphs_of
from store.press.markup.parse import Element, finder, parse
from store.press.markup.surroundings import drop_surroundings
from store.press.markup.text import text_of
from store.press.material import Material
from store.press.outline import own_address
from store.press.recognise import refused
from store.press.result import PressResult, Report
from store.press.text.characters import folded
from store.press.text.clean import clean_line
from store.press.text.web_address import canonical
from store.press.web.body import body_of
from store.press.web.headline import Head, bare, head_of_chapter, read_head
from store.press.web.page_facts import PageFacts
from store.press.web.sites import host_of, site_name
from store.press.web.story import Story, read_story

ARTICLES = template("articles")
SITE_LINES = template("lines of the site's own")

_SOURCE = re.compile(r"(?:来源|稿源|出处|转自) *[:|丨] *([^ |:,;()\[\]]{2,20})")
_AUTHOR = re.compile(r"(作者|撰文|撰稿|记者|通讯员) *[:|丨︱] *([^|:()\[\]]{2,40})")
_POSTS = "记者", "通讯员"
_NAMED = finder(
    "//*[contains(concat(' ', translate(@class, '-_', '  '), ' '), ' author ')"
    " or @itemprop='author' or @rel='author']"
)
"""The nodes that are marked as the name of an author: author, author-name, post_author."""
_STAMP = re.compile(r"^\s*\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*(?:\d{1,2}:\d\d(?::\d\d)?)?\s*")
_AROUND, _LINE = 14, 200
"""How many lines before and after a story are read for who wrote it and when; how long they are."""
_LEAST = 24
"""Characters that a story has at least, in paragraphs with sentences."""
_SENTENCE = re.compile(r"[。！？；，]|[.,;!?](?: |$)")
_DAY_IN_ADDRESS = re.compile(r"(20\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?!\d)")


class _Read(Struct):
    """What is read in a page."""

    head: Head
    story: Story
    facts: PageFacts
    own: str
    """The page's own address, where it is told."""
    addresses: list[str]
    """That, and others of its site."""
    before: list[str]
    """Lines between the headline and the story."""
    after: list[str]
    """The site's lines right behind the story."""
    named: Sequence[str] = ()
    """What the page marks as names of authors, wherever they stand."""


def read_page(material: Material) -> Sequence[PressResult]:
    """Return the issue of the article on a page.

    Raises SourceError when it has none.
    """
    decoded = decode_page(material.data)
    if decoded is None:
        raise refused(BINARY, material.name)
    root = parse(decoded.text, material.name)
    links = len(list(root.iter("a")))
    read = _read(root, decoded.text, material)
    if not read.head.headline or not _tells(read.story):
        raise SourceError(
            "{file}: no article was found in this web page, which has {links} links; open an "
            "article and save it.",
            file=material.name,
            links=links,
        )
    source = replace(material.source(), encoding=decoded.encoding)
    issue = _issue(material, source, read)
    lines = len(issue.furniture)
    report = Report(
        taken=((ARTICLES, 1), (SITE_LINES, lines)) if lines else ((ARTICLES, 1),),
        encoding=decoded.encoding,
        encoding_sure=decoded.sure,
        articles=((issue.articles[0].kind, 1),),
    )
    return [PressResult(issue, report)]


def read_chapter(
    root: Element, body: Paragraphs, title: str, address: str, page: str = ""
) -> Article | None:
    """Return the article that the `body` of a book's chapter is, all of which is its own.

    It stands in the page `root`, was taken from `address`, and the contents call it by `title`;
    each of these but the body may be missing. Its pictures lie by the address `page`. None where no
    story is told.
    """
    head = head_of_chapter(body.blocks, title)
    story = read_story(body, head, page)
    if not (head.headline and _tells(story)):
        return None
    lines = [block.text for block in body.blocks]
    before, after = _around(lines, head.headline, story.paragraphs)
    return _article(_Read(head, story, PageFacts(root), canonical(address), [], before, after), "")


def _tells(story: Story) -> bool:
    """Return whether there are sentences in a story."""
    said = [text for text in (*story.paragraphs, *story.captions) if _SENTENCE.search(text)]
    return bool(story.paragraphs) and sum(map(len, said)) >= _LEAST


def _read(root: Element, text: str, material: Material) -> _Read:
    facts = PageFacts(root)
    title, titles = title_of(root), facts.titles()
    own = material.address or own_address(text)
    addresses = [own, *_addresses(root)]
    drop_surroundings(root)
    head = read_head(root, title, titles)
    lines = [block.text for block in paragraphs_of([root]).blocks]
    story = read_story(body_of(root, material.name), head, own)
    before, after = _around(lines, head.headline, story.paragraphs)
    named = [text_of(node) for node in _NAMED(root)]
    return _Read(head, story, facts, own, addresses, before, after, named)


def _addresses(root: Element) -> Iterator[str]:
    """Yield other addresses of the page's site."""
    for node in root.iter("link", "meta"):
        address = node.get("href") or node.get("content") or ""
        if node.get("rel") in ("alternate", "shortcut icon") or "url=" in address:
            yield address.rpartition("url=")[2]


def _around(
    lines: list[str], headline: str, paragraphs: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return the lines between the headline and the story, and the site's right behind it."""
    if not paragraphs:
        return [], []
    first = lines.index(paragraphs[0]) if paragraphs[0] in lines else 0
    plain = bare(headline)
    heads = [at for at, line in enumerate(lines[:first]) if bare(line) == plain]
    start = max(heads[-1] + 1 if heads else 0, first - _AROUND)
    before = lines[start:first]
    last = lines.index(paragraphs[-1]) if paragraphs[-1] in lines else len(lines)
    after = []
    for line in lines[last + 1 : last + 1 + _AROUND]:
        if not is_furniture(line):
            break
        after.append(line)
    return [line for line in before if len(line) <= _LINE], after


def _issue(material: Material, source: Source, read: _Read) -> Issue:
    printed = _source_of(read)
    site = site_name(read.head.site_parts, read.facts.site(), read.addresses)
    paper = clean_line(material.paper) or site or printed or host_of(read.addresses)
    told = [line for line in (*read.before, *read.story.lines, *read.after) if _is_told(line)]
    if printed and not any(printed in line for line in told):
        told.append(f"来源：{printed}")
    return Issue(
        paper=Paper(paper),
        date=material.day or _day(read),
        articles=(_article(read, source.sha256),),
        furniture=tuple(dict.fromkeys(told)),
        sources=(source,),
    )


def _article(read: _Read, sha256: str) -> Article:
    head, story = read.head, read.story
    lead_in = read_lead_in(story.paragraphs[0])
    people = _people(read)
    names = "".join(byline.role for byline in people)
    return Article(
        page="",
        kind=kind_of(head.headline, story.paragraphs, story.captions, names, lead=bool(lead_in)),
        kicker=head.kicker,
        headline=head.headline,
        subhead=head.subhead,
        byline=people,
        lead_in=lead_in,
        paragraphs=story.paragraphs,
        crossheads=story.crossheads,
        captions=story.captions,
        source=sha256,
        url=read.own,
        pictures=story.pictures,
    )


def _people(read: _Read) -> tuple[Byline, ...]:
    """Return who wrote: named in a line apart, in the story's own forms, or in the page's head."""
    people: tuple[Byline, ...] = ()
    for line in (*read.before, *read.story.lines):
        people = merge_bylines(people, _byline_of(line))
    for line in read.story.authors:
        people = merge_bylines(people, read_byline(line))
    people = merge_bylines(people, byline_of_lead(read.story.paragraphs[0]))
    for paragraph in read.story.paragraphs[-2:]:
        people = merge_bylines(people, byline_of_tail(paragraph))
    return people or _told_author(read)


def _byline_of(line: str) -> tuple[Byline, ...]:
    line = _STAMP.sub("", line)
    plain = folded(line)
    if found := _AUTHOR.search(plain):
        names = tuple(name for name in re.split(r"[ 、,/&]+", found[2]) if is_person(name))
        if names:
            role = found[1] if found[1] in _POSTS else "作者"
            return (Byline(role, names),)
    signed = read_site_line(line, plain) is None and signature(line)
    return read_byline(signed) if signed else ()


def _told_author(read: _Read) -> tuple[Byline, ...]:
    """Return the author in the page's head, else the one marked over the story.

    A person's name counts, and no site's.
    """
    author = read.facts.author()
    if not author:
        named = (name for name in read.named if any(name in line for line in read.before))
        author = next(filter(is_person, named), "")
    if is_person(author):
        return (Byline("作者", (author,)),)
    western = author.isascii() and " " in author and len(author) <= 60 and "@" not in author
    chinese = any("\u4e00" <= char < "\ua000" for char in read.head.headline)
    if not western or chinese:
        return ()
    names = re.split(r",? and |, ", author.removeprefix("By "))
    return (Byline("By", tuple(name for name in names if name)),)


def _source_of(read: _Read) -> str:
    """Return the paper or site that the article came from, as it is printed or told."""
    for line in (*read.before, *read.story.lines, *read.after):
        if found := _SOURCE.search(folded(line)):
            return found[1]
    return read.facts.source()[:40]


def _is_told(line: str) -> bool:
    """Return whether a line says whence or when a story is, or who edited it."""
    plain = folded(line)
    return bool(
        _SOURCE.search(plain) or printed_date([line]) or re.search("编辑|责编|原标题", plain)
    )


def _day(read: _Read) -> date | None:
    """Return the day of an article: as its head tells, as printed beside it, as in its address."""
    if day := read.facts.day():
        return day
    for line in (*read.before, *read.story.lines):
        if day := printed_date([line]):
            return day
    if day := read.facts.day_in_scripts():
        return day
    for address in read.addresses:
        if found := _DAY_IN_ADDRESS.search(address):
            try:
                return date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
    return None
