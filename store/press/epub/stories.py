"""From the chapters of a book to its articles and pages: sections are pages, as a paper's are."""

from collections.abc import Iterable, Sequence
from itertools import count, pairwise

from msgspec import Struct
from msgspec.structs import replace

from store.models import Article, Page
from store.press.epub.chapters import Chapter, between
from store.press.forms.page_lines import read_page_line
from store.press.markup.paragraphs import Block, Paragraphs
from store.press.package import within
from store.press.text.characters import ends_sentence, folded
from store.press.text.clean import clean_line
from store.press.text.numbers import page_order
from store.press.web.read import read_chapter

_NAME, _LONGEST_NAME, _HEAD = 6, 40, 40
"""Characters of a page's or a section's name, which are fewer than a headline's."""


class Stories(Struct, frozen=True):
    """What a book holds: its pages, their articles, and the lines that belong to neither."""

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    lines: tuple[str, ...]


def stories_of(chapters: Sequence[Chapter]) -> Stories:
    """Return the articles of `chapters`, and the pages that their sections are."""
    sections: list[str] = []
    articles: list[Article] = []
    lines: list[str] = []
    for chapter in chapters:
        section, pieces = _divided(chapter)
        for title, body in pieces:
            article = read_chapter(chapter.root, body, title, chapter.address, within(chapter.path))
            if article is None:
                lines += [block.text for block in body.blocks]
            else:
                sections.append(section)
                articles.append(article)
    pages = _pages(dict.fromkeys(sections))
    placed = [
        replace(article, page=pages[section].number)
        for article, section in zip(articles, sections, strict=True)
    ]
    once = {page.number: page for page in pages.values() if page.number}
    return Stories(
        tuple(sorted(once.values(), key=lambda page: page_order(page.number))),
        tuple(sorted(placed, key=lambda article: page_order(article.page))),
        tuple(dict.fromkeys(lines)),
    )


def _divided(chapter: Chapter) -> tuple[str, list[tuple[str, Paragraphs]]]:
    """Return the section of a chapter, and its stories: several where it is a whole page."""
    blocks = chapter.body.blocks
    named = next((block.text for block in blocks[:2] if _is_page(block.text)), "")
    section = named or (chapter.title if _is_page(chapter.title) else chapter.section)
    title = "" if chapter.title == section else chapter.title
    named_to = max(
        (at + 1 for at, block in enumerate(blocks[:2]) if block.text == section), default=0
    )
    body = between(chapter.body, named_to, len(blocks))
    if len(title) <= _NAME and _tell_headings(body.blocks):
        section, title = section or title, ""
    level = _story_level(body.blocks, title)
    if not level:
        return section, [(title, body)]
    starts = [at for at, block in enumerate(body.blocks) if block.level == level]
    ends = [*starts[1:], len(body.blocks)]
    return section or _name_over(body.blocks[: starts[0]]), [
        (body.blocks[start].text, between(body, start, end))
        for start, end in zip(starts, ends, strict=True)
    ]


def _tell_headings(blocks: Sequence[Block]) -> bool:
    """Give lines in bold over text a level where a page has no headings; return whether it has."""
    heads = [
        head
        for head, text in pairwise(blocks)
        if head.bold and not text.bold and len(head.text) <= _HEAD and not ends_sentence(head.text)
    ]
    if len(heads) < 2 or any(block.level for block in blocks):
        return False
    for head in heads:
        head.level = 1
    return True


def _story_level(blocks: Sequence[Block], title: str) -> int:
    """Return the level of the headings that each stand over a story; 0 where there is but one."""
    for level in sorted({block.level for block in blocks} - {0}):
        here = [at for at, block in enumerate(blocks) if block.level == level]
        over_text = [at for at in here if blocks[at + 1 : at + 2] and not blocks[at + 1].level]
        if len(over_text) > 1 and len(over_text) * 2 >= len(here):
            return level
        first = blocks[here[0]].text
        if over_text or (first == title and len(first) > _NAME):
            return 0
    return 0


def _name_over(blocks: Sequence[Block]) -> str:
    """Return the name of a page that stands over its stories."""
    return next((block.text for block in blocks if block.level), "")


def _pages(sections: Iterable[str]) -> dict[str, Page]:
    """Return the page that each section is: by the number in its name, else by its place.

    A book without sections has no pages.
    """
    sections = list(sections)
    if sections == [""]:
        return {"": Page("")}
    pages = {section: _numbered(section) for section in sections}
    taken = {page.number for page in pages.values()}
    unused = (str(number) for number in count(1) if str(number) not in taken)
    return {
        section: page if page.number else replace(page, number=next(unused))
        for section, page in pages.items()
    }


def _numbered(section: str) -> Page:
    line = read_page_line(section, folded(section))
    if line is None:
        return Page("", clean_line(section)[:_LONGEST_NAME])
    begin, end = line.name
    return Page(line.number, "".join(section[begin:end].split()) if begin >= 0 else "")


def _is_page(text: str) -> bool:
    return read_page_line(text, folded(text)) is not None
