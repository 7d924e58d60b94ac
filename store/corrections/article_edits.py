"""Edits of one article: joined with another, divided in two, a line given another role.

All are pure functions, and lose nothing: what has no place in an article any more is handed back.
"""

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from store.corrections.lines import (
    BYLINE,
    CAPTION,
    HEADS,
    byline_text,
    line_at,
    line_name,
    plain,
    with_caption,
)
from store.corrections.rewording import read_people, with_field
from store.corrections.settling import settled
from store.models import Article, Byline, HeadWords, Jump, Keyword, Part
from store.press.forms.bylines import merge_bylines
from store.press.forms.lead_ins import read_lead_in
from store.press.text.characters import ends_sentence
from store.press.text.join_text import join_text
from store.words.article_words import ArticleWords


def joined(story: Article, rest: Article) -> tuple[Article, tuple[str, ...]]:
    """Return `story` with `rest` at its end, and the jump notes that have no place any more.

    The head lines of `rest` become crossheads; without any, a sentence that was cut is made whole.
    """
    heads = tuple(filter(None, (getattr(rest, head) for head in HEADS)))
    paragraphs, added = story.paragraphs, (*heads, *rest.paragraphs)
    first, offset = len(paragraphs), 0
    crossheads = (*range(len(heads)), *(len(heads) + at for at in rest.crossheads))
    if _cut(story, added, crossheads):
        first, offset = first - 1, len(paragraphs[-1])
        paragraphs, added = (*paragraphs[:-1], join_text((paragraphs[-1], added[0]))), added[1:]
    away = rest.page != story.page
    begin = (Part(rest.page, first, offset, lines=rest.lines, area=rest.area),) if away else ()
    jump, noted = _onward(story, rest)
    whole = replace(
        story,
        paragraphs=(*paragraphs, *added),
        crossheads=(*story.crossheads, *(first + at for at in crossheads)),
        byline=merge_bylines(story.byline, rest.byline),
        captions=(*story.captions, *rest.captions),
        credit=" ".join(filter(None, (story.credit, rest.credit))),
        jump=jump,
        parts=(*story.parts, *begin, *_shifted(rest.parts, first + len(heads))),
        keywords=_all_of(story.keywords, rest.keywords),
        lines=story.lines if away else _around(story.lines, rest.lines),
    )
    known = {keyword.word for keyword in whole.keywords}
    names = (name for name in _all_of(story.names, rest.names) if name.word not in known)
    return settled(_led(replace(whole, names=tuple(names))), "bounds"), noted


def divided(story: Article, at: int, key: str) -> tuple[Article, Article]:
    """Return `story` up to its paragraph `at`, and the rest as an article of this `key`.

    A crosshead that the rest begins with becomes its headline, as does the one over a joined
    continuation. What stands at the end (credit, jump) goes with it. People and keywords go where
    the text holds them.
    """
    before = tuple(part for part in story.parts if (part.paragraph, part.offset) <= (at, 0))
    here = tuple(part for part in before[-1:] if (part.paragraph, part.offset) == (at, 0))
    paragraphs, crossheads = story.paragraphs[at:], _less(story.crossheads, at)
    headline = here[0].headline if here else ""
    if not headline and 0 in crossheads:
        headline, paragraphs, crossheads = paragraphs[0], paragraphs[1:], _less(crossheads, 1)
    moved = len(paragraphs) - len(story.paragraphs)
    returns = story.jump is not None and story.jump.resolved and bool(here)
    headless = replace(story, column="", kicker="", subhead="", head_words=HeadWords())
    second = replace(
        headless,
        key=key,
        page=before[-1].page if before else story.page,
        headline=headline,
        paragraphs=paragraphs,
        crossheads=crossheads,
        captions=(),
        continues=None,
        jump=None if returns else story.jump,
        parts=_shifted((part for part in story.parts if part not in before), moved),
        lines=here[0].lines if here else story.lines,
    )
    first = replace(
        story,
        paragraphs=story.paragraphs[:at],
        crossheads=tuple(cross for cross in story.crossheads if cross < at),
        credit="",
        jump=replace(story.jump, resolved=False) if story.jump and returns else None,
        parts=before[: len(before) - len(here)],
    )
    return _shared(settled(_led(first), "bounds"), settled(_led(second), "head", "bounds"))


def relabelled(story: Article, at: int, role: str) -> tuple[Article, tuple[str, ...]]:
    """Return `story` with its line `at` as a `role`, and what is no part of it any more.

    Print order is kept: a line that comes to a place that is taken is set beside what is there,
    and head lines that become text stand before the first paragraph. But there is one headline:
    the line that was it becomes the kicker if it stood above the new one, else the subhead.
    """
    text, head = line_at(story, at), BYLINE < at < 0
    if "byline" in (role, line_name(at).template):
        story = settled(story, "byline")
    elif head or role in HEADS:
        story = settled(story, "head")
    elif role == "furniture":
        story = settled(story, "bounds")
    if role == line_name(at).template:
        return story, ()
    if role == "byline":
        return _signed(_led(_taken(story, at)), text)
    if role in HEADS:
        return _led(_headed(_taken(story, at), at, text, role)), ()
    if role == "furniture":
        return _led(_taken(story, at)), (text,)
    if at < 0:
        story, at = _lowered(story, at)
    crossheads = {*story.crossheads} - {at} | ({at} if role == "crosshead" else set())
    return _led(replace(story, crossheads=tuple(sorted(crossheads)))), ()


def lines_of(article: Article) -> tuple[str, ...]:
    """Return every line that `article` prints, but those of the byline."""
    heads = (getattr(article, head) for head in HEADS)
    jumps = (jump.text for jump in (article.continues, article.jump) if jump)
    parts = (part.headline for part in article.parts)
    lines = (*heads, *article.paragraphs, *article.captions, article.credit, *jumps, *parts)
    return tuple(filter(None, lines))


def worded(article: Article, words: ArticleWords | None) -> Article:
    """Return `article` with these words, else with the keywords and names its text still holds."""
    if words is not None:
        known = words.head_words != HeadWords()
        head_words = words.head_words if known else article.head_words
        return replace(article, keywords=words.keywords, names=words.names, head_words=head_words)
    text = plain(f"{_text(article)}\n{byline_text(article.byline)}")
    return replace(
        article, keywords=_within(article.keywords, text), names=_within(article.names, text)
    )


def _cut(story: Article, added: tuple[str, ...], crossheads: tuple[int, ...]) -> bool:
    """Return whether the first line `added` goes on in the middle of the last of `story`."""
    last = len(story.paragraphs) - 1
    whole = last < 0 or last in story.crossheads or ends_sentence(story.paragraphs[last])
    return bool(added) and not whole and 0 not in crossheads


def _onward(story: Article, rest: Article) -> tuple[Jump | None, tuple[str, ...]]:
    """Return the jump of the two joined, and the notes that have no more place in them."""
    noted = [rest.continues.text] if rest.continues else []
    if story.jump and rest.jump:
        noted.append(story.jump.text)
    jump = rest.jump or story.jump
    if jump and jump is story.jump and jump.to == rest.page:
        jump = replace(jump, resolved=True)
    return jump, tuple(noted)


def _shared(first: Article, second: Article) -> tuple[Article, Article]:
    """Return both parts with the people and keywords that each one's text holds."""
    near, far = _text(first), _text(second)

    def people(keep: Callable[[str], bool]) -> tuple[Byline, ...]:
        kept = (replace(b, names=tuple(filter(keep, b.names))) for b in first.byline)
        return tuple(byline for byline in kept if byline.names)

    return (
        replace(
            first,
            byline=people(lambda name: plain(name) in near or plain(name) not in far),
            keywords=_within(first.keywords, near),
            names=_within(first.names, near),
        ),
        replace(
            second,
            byline=people(lambda name: plain(name) in far),
            keywords=_within(second.keywords, far),
            names=_within(second.names, far),
        ),
    )


def _within(words: tuple[Keyword, ...], text: str) -> tuple[Keyword, ...]:
    return tuple(word for word in words if plain(word.word) in text)


def _signed(story: Article, text: str) -> tuple[Article, tuple[str, ...]]:
    """Return `story` with the people of `text` in its byline, and that line if there was more."""
    people = read_people(text)
    signed = replace(story, byline=merge_bylines(story.byline, people))
    printed = _bare(byline_text(signed.byline))
    whole = _bare(byline_text(people)) == _bare(text) and all(
        _bare(name) in printed for each in people for name in (each.role, *each.names)
    )
    return signed, () if whole else (text,)


def _bare(text: str) -> str:
    """Return `text` without what parts names and roles."""
    return re.sub(r"[、,:/|·□■●]", "", plain(text))


def _headed(story: Article, at: int, text: str, head: str) -> Article:
    """Return `story` with `text`, that stood at line `at`, as its `head`."""
    slot = HEADS.index(head) - len(HEADS)
    held = getattr(story, head)
    if held and head == "headline":
        above = slot < at or at <= BYLINE
        story = _headed(replace(story, headline=""), slot, held, "kicker" if above else "subhead")
        held = ""
    both = (text, held) if BYLINE < at < slot else (held, text)
    return with_field(story, slot, " ".join(filter(None, both)))


def _lowered(story: Article, at: int) -> tuple[Article, int]:
    """Return `story` with its line `at`, which is no paragraph, as one, and which that is.

    What stands above the text becomes the first, what stands beneath it the last.
    """
    text, story = line_at(story, at), _taken(story, at)
    if at < BYLINE:
        return replace(story, paragraphs=(*story.paragraphs, text)), len(story.paragraphs)
    lowered = replace(
        story,
        paragraphs=(text, *story.paragraphs),
        crossheads=tuple(cross + 1 for cross in story.crossheads),
        parts=_shifted(story.parts, 1),
    )
    return lowered, 0


def _taken(story: Article, at: int) -> Article:
    """Return `story` without its line `at`."""
    if at <= CAPTION:
        return with_caption(story, CAPTION - at, "")
    if at == BYLINE:
        return replace(story, byline=())
    if at < 0:
        return with_field(story, at, "")
    parts = (
        replace(
            part,
            paragraph=part.paragraph - (part.paragraph > at),
            offset=0 if part.paragraph == at else part.offset,
        )
        for part in story.parts
    )
    return replace(
        story,
        paragraphs=story.paragraphs[:at] + story.paragraphs[at + 1 :],
        crossheads=tuple(cross - (cross > at) for cross in story.crossheads if cross != at),
        parts=tuple(parts),
    )


def _led(article: Article) -> Article:
    """Return `article` with the lead-in that its first paragraph has."""
    return replace(article, lead_in=read_lead_in("".join(article.paragraphs[:1])))


def _text(article: Article) -> str:
    return plain("\n".join(lines_of(article)))


def _all_of(first: tuple[Keyword, ...], second: tuple[Keyword, ...]) -> tuple[Keyword, ...]:
    """Return the keywords of both by weight, each once."""
    found: dict[str, Keyword] = {}
    for keyword in sorted((*first, *second), key=lambda keyword: -keyword.weight):
        found.setdefault(keyword.word, keyword)
    return tuple(found.values())


def _less(numbers: Iterable[int], by: int) -> tuple[int, ...]:
    return tuple(number - by for number in numbers if number >= by)


def _shifted(parts: Iterable[Part], by: int) -> tuple[Part, ...]:
    return tuple(replace(part, paragraph=max(0, part.paragraph + by)) for part in parts)


def _around(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int]:
    return min(first[0], second[0]), max(first[1], second[1])
