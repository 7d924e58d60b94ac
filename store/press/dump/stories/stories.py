"""From labelled lines to stories: which lines belong together, and what each becomes."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from store.models import Article, Byline
from store.press.dump.classify.decode import OVER, Label
from store.press.dump.lines import kinds
from store.press.dump.lines.lines import Line
from store.press.dump.stories.heads import read_head
from store.press.dump.stories.jumps import read_jump
from store.press.forms.bylines import merge_bylines, read_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.signed_text import byline_of_lead, byline_of_tail
from store.press.forms.story_kind import kind_of
from store.press.text.join_text import join_text

_OPENS = {kinds.COLUMN, kinds.HEAD, kinds.LEAD, kinds.BACK}
_GOES_BEFORE = {
    kinds.COLUMN: {kinds.COLUMN},
    kinds.HEAD: {kinds.COLUMN, kinds.HEAD},
    kinds.LEAD: {kinds.COLUMN, kinds.HEAD, kinds.BYLINE, kinds.BACK, kinds.CAPTION, kinds.CROSSHEAD,
                kinds.TAIL, kinds.CREDIT},
    kinds.BACK: {kinds.COLUMN, kinds.HEAD},
}  # fmt: skip
_OF_NO_STORY_ABOVE = OVER | {kinds.FURNITURE, kinds.INDEX}
_NEAR = 2.0
_OPENING = 3
"""In so many paragraphs a story says again what its headline says."""
_PICTURED = re.compile(r"[摄攝图圖影]")


class StoryLines(Struct):
    """The lines of one story, by what they are in it."""

    columns: list[Line] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    bylines: list[Line] = field(default_factory=list)
    paragraphs: list[list[str]] = field(default_factory=list)
    """Each in the pieces that columns have cut it into."""
    crossheads: list[int] = field(default_factory=list)
    captions: list[Line] = field(default_factory=list)
    credits: list[Line] = field(default_factory=list)
    jump: Line | None = None
    back: Line | None = None
    lines: list[Line] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    """How each of its lines was judged."""
    behind: tuple[Label, ...] = ()
    """How the line that ends it was, if it may be one of its own."""
    next_line: Line | None = None
    """That line."""
    unsure: float = 0.0
    """The share of its page's lines that were near calls."""
    head_margin: float = 9.0
    """How much likelier its headline was than another (see `Head`)."""
    other_headline: str = ""
    joins: int = 0
    last: str = ""
    """The kind of the last line taken."""


class GroupedPage(Struct):
    """The lines of a page, each in one story, the contents or the furniture."""

    stories: list[StoryLines] = field(default_factory=list)
    contents: list[Line] = field(default_factory=list)
    furniture: list[Line] = field(default_factory=list)


def group_lines(lines: Sequence[Line], labels: Sequence[Label]) -> GroupedPage:
    """Return the stories, the contents and the furniture of a page; each line is in one of them."""
    page = GroupedPage()
    story: StoryLines | None = None
    unsure = sum(label.margin < _NEAR for label in labels) / max(len(labels), 1)
    for line, label in zip(lines, labels, strict=True):
        if label.kind == kinds.FURNITURE:
            page.furniture.append(line)
            continue
        if label.kind == kinds.INDEX:
            page.contents.append(line)
            story = None
            continue
        if story is None or _begins(story, label.kind):
            if story and _may_be_its_own(label):
                story.behind, story.next_line = (label,), line
            story = StoryLines(unsure=unsure)
            page.stories.append(story)
        _take(story, line, label)
    return page


def _may_be_its_own(behind: Label) -> bool:
    """Return whether the line behind a story may belong to it, as far as another reading is known.

    Headline or name of a column, headline or furniture: the story ends before it either way.
    """
    return behind.learned in ("", behind.kind) or behind.learned not in _OF_NO_STORY_ABOVE


def _begins(story: StoryLines, kind: str) -> bool:
    """Return whether a line of this kind begins a new story after the one at hand."""
    if kind not in _OPENS:
        return False
    if kind == kinds.LEAD and story.paragraphs:
        return story.last not in (kinds.CROSSHEAD, kinds.BYLINE)
    return story.last not in _GOES_BEFORE[kind]


def _take(story: StoryLines, line: Line, label: Label) -> None:
    """Put `line` in its place in `story`."""
    kind = label.kind
    story.lines.append(line)
    story.labels.append(label)
    if kind == kinds.COLUMN:
        story.columns.append(line)
    elif kind == kinds.HEAD:
        story.heads.append(line)
    elif kind == kinds.BYLINE:
        story.bylines.append(line)
    elif kind == kinds.CAPTION:
        story.captions.append(line)
    elif kind == kinds.CREDIT:
        story.credits.append(line)
    elif kind == kinds.JUMP:
        story.jump = line
    elif kind == kinds.BACK:
        story.back = line
    elif kind == kinds.REST and story.paragraphs:
        story.paragraphs[-1].append(line.text)
        story.joins += 1
    else:
        if kind == kinds.CROSSHEAD:
            story.crossheads.append(len(story.paragraphs))
        story.paragraphs.append([line.text])
    story.last = kind


def make_article(story: StoryLines, page: str, source: str, repeated: frozenset[str]) -> Article:
    """Return the article that `story` makes on `page`; how sure it is, `judged` says."""
    paragraphs = tuple(map(join_text, story.paragraphs))
    head = read_head([*story.columns, *story.heads], repeated, "".join(paragraphs[:_OPENING]))
    credit = " ".join(line.text for line in story.credits)
    captions = tuple(line.text for line in story.captions)
    if not paragraphs and head.headline:
        # A picture's text under a headline is the story.
        paragraphs, captions = captions, ()
    lead_in = read_lead_in(paragraphs[0]) if paragraphs else ""
    signed = [people for line in story.bylines for people in read_byline(line.text)]
    story.head_margin, story.other_headline = head.margin, head.other
    return Article(
        page=page,
        kind=kind_of(
            head.column + head.headline,
            paragraphs,
            _pictured(story),
            "".join(line.text for line in story.bylines),
            lead=bool(lead_in),
        ),
        column=head.column,
        kicker=head.kicker,
        headline=head.headline,
        subhead=head.subhead,
        byline=_byline(story, signed, paragraphs),
        signed=tuple(name for byline in signed for name in byline.names),
        lead_in=lead_in,
        paragraphs=paragraphs,
        crossheads=tuple(story.crossheads),
        captions=captions,
        credit=credit,
        jump=read_jump(story.jump) if story.jump else None,
        continues=read_jump(story.back) if story.back else None,
        lines=(story.lines[0].first, story.lines[-1].last),
        source=source,
    )


def _byline(
    story: StoryLines, signed: Sequence[Byline], paragraphs: Sequence[str]
) -> tuple[Byline, ...]:
    people: tuple[Byline, ...] = ()
    sources: Iterable[tuple[Byline, ...]] = (
        tuple(signed),
        byline_of_lead(paragraphs[0]) if paragraphs else (),
        *(byline_of_tail(paragraph) for paragraph in paragraphs[-2:]),
        *(read_byline(line.text) for line in story.credits),
    )
    for found in sources:
        people = merge_bylines(people, found)
    return people


def _pictured(story: StoryLines) -> list[str]:
    """Return the lines that tell of a story's pictures."""
    credited = [line.text for line in story.credits if _PICTURED.search(line.text)]
    return [*(line.text for line in story.captions), *credited]
