"""What signs of doubt say to a reader: what is doubted, in which line, and what that may be."""

from collections.abc import Iterable, Iterator

from store.doubts import Doubt, Part, Reason
from store.models import Article
from store.press.dump.classify.decode import OVER, Label
from store.press.dump.lines.kinds import BODY, BYLINE, CROSSHEAD, HEAD
from store.press.dump.lines.lines import Line
from store.press.dump.stories.doubt_signs import (
    disputed_byline,
    open_paragraphs,
    unread_byline,
)
from store.press.dump.stories.stories import StoryLines
from store.press.text.characters import cells

_EXCERPT, _HEADLINE = 40, 80
"""Cells of a line by which it is known again, and of another headline, which may begin as the one
that was taken."""
_PLAIN: dict[str, tuple[Part, Reason]] = {
    "no text": ("bounds", "no_text"),
    "odd page": ("bounds", "odd_page"),
    "unsure page": ("bounds", "odd_page"),
    "people in head": ("head", "names_people"),
    "lead-in in head": ("head", "odd_form"),
    "number in head": ("head", "numbered"),
    "sentence in head": ("head", "sentence"),
    "open bracket in head": ("head", "open_bracket"),
    "short under kicker": ("head", "short"),
    "head not in text": ("head", "not_named"),
    "many blanks in head": ("head", "odd_form"),
    "date in head": ("head", "dated"),
    "head goes on": ("head", "goes_on"),
    "shorter than others": ("bounds", "unlike_others"),
}
"""Signs that say all there is to say: the others are of one line."""
_NEXT = ("next without headline", "next without lead-in")
_NEAR = ("head near", "head toss-up")


def told(
    found: Iterable[str], story: StoryLines, article: Article, following: Article | None
) -> Iterator[Doubt]:
    """Yield what the signs `found` speak against, in their order, each line once.

    `following` is the article behind this one on its page.
    """
    lines: set[str] = set()
    for sign in found:
        for doubt in _of_sign(sign, story, article, following):
            if not doubt.line or doubt.line not in lines:
                yield doubt
            lines.add(doubt.line)


def excerpt(line: str, most: int = _EXCERPT) -> str:
    """Return the beginning of `line`, of so many cells, by which it is known again."""
    if cells(line) <= most:
        return line
    kept = line[: most - 1]
    while cells(kept) >= most:
        kept = kept[:-1]
    return f"{kept}…"


def of_byline(story: StoryLines) -> Iterator[Doubt]:
    """Yield what is doubtful of a story's people."""
    if unread := unread_byline(story):
        yield Doubt("byline", "odd_form", excerpt(unread))
    if disputed := disputed_byline(story):
        line, kind = disputed
        yield Doubt("byline", "readings_differ", excerpt(line), kind, BYLINE)


def _of_sign(
    sign: str, story: StoryLines, article: Article, following: Article | None
) -> Iterator[Doubt]:
    if sign in _PLAIN:
        yield Doubt(*_PLAIN[sign])
    elif sign == "no headline":
        yield Doubt("head", "none_found", excerpt(_opening(article)))
    elif sign in _NEAR:
        yield Doubt("head", "near_call", excerpt(story.other_headline, _HEADLINE))
    elif sign == "paragraph is open":
        for paragraph in open_paragraphs(article)[:1]:
            yield Doubt("bounds", "broken_off", excerpt(paragraph[::-1])[::-1])
    elif sign == "one crosshead":
        for at in article.crossheads:
            line = excerpt(article.paragraphs[at])
            yield Doubt("bounds", "near_call", line, CROSSHEAD, HEAD)
    elif sign == "next alike" and following:
        line = excerpt(following.headline)
        yield Doubt("bounds", "next_begins", line, HEAD, CROSSHEAD)
    elif sign in _NEXT and following:
        yield Doubt("bounds", "next_headless", excerpt(following.headline or _opening(following)))
    else:
        yield from _of_lines(sign, story)


def _of_lines(sign: str, story: StoryLines) -> Iterator[Doubt]:
    """Yield the doubt about that line which was the nearest call of those with this sign."""
    own = [(label, line, False) for line, label in zip(story.lines, story.labels, strict=True)]
    behind = [(label, story.next_line, True) for label in story.behind if story.next_line]
    if sign == "head disputed":
        judged = [each for each in own if each[0].bounds]
    elif sign == "another kind":
        judged = [each for each in (*own, *behind) if _differ(each[0])]
    elif sign == "toss-up":
        judged = [*own, *behind]
    else:
        return
    if judged:
        yield _about(sign, *min(judged, key=lambda each: each[0].margin))


def _about(sign: str, label: Label, line: Line, next_begins: bool) -> Doubt:
    reason: Reason = "readings_differ" if sign == "another kind" else "near_call"
    other = _other(label)
    if next_begins:
        reason = "next_begins"
        other = label.learned if _differ(label) else BODY
    part: Part = "head" if label.kind in OVER and other in OVER else "bounds"
    return Doubt(part, reason, excerpt(line.text), label.kind, other)


def _other(label: Label) -> str:
    """Return what a line may be instead: over a story where it is in one, or the reverse."""
    if _differ(label):
        return label.learned
    return BODY if label.kind in OVER else HEAD


def _differ(label: Label) -> bool:
    return bool(label.learned) and label.learned != label.kind


def _opening(article: Article) -> str:
    return next(iter((*article.paragraphs, *article.captions)), "")
