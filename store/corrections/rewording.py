"""The words of lines set right: a line reworded, lines joined to one, one divided.

All three are one thing: some lines that stand together, and what they are to be instead. Where the
press reads those lines in another way than it did when they were set right, the change is carried
over to what it reads now, if the words around it are the same (a three-way merge).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product, takewhile

from msgspec.structs import replace

from store.corrections.lines import (
    BYLINE,
    CAPTION,
    CREDIT,
    HEADS,
    lines_by_number,
    nearest,
    plain,
    with_caption,
)
from store.models import Article, Byline, Part
from store.press.forms.bylines import merge_bylines, read_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.forms.signed_text import byline_of_lead, byline_of_tail
from store.press.text.join_text import join_text

CONTEXT = 3
"""So many characters around a change, on both sides together, must be what they were."""
CONTEXTS = (12, 6, 3, 1)
"""The characters on one side that are looked for, the most first."""
LARGEST, MOST = 10**5, 300
"""The longest text that a change is carried to, and the most clauses that are compared."""
_CLAUSE = re.compile(r"(?<=[，。；：！？、,;:!?\s])")


def reworded(story: Article, at: int, before: str, after: str) -> Article | None:
    """Return `story` with the lines `before`, which stood at line `at`, as the lines `after`.

    None where they are not in it any more. What is so already stays as it is.
    """
    found = _found(story, at, before)
    if found is not None:
        count = len(before.split("\n"))
        return _put(story, found, count, _lines(after))
    if _found(story, at, after) is not None:
        return story
    if at >= 0:
        now = merged(before, after, "\n".join(story.paragraphs))
        return None if now is None else with_paragraphs(story, _lines(now))
    held = lines_by_number(story).get(at)
    now = merged(before, after, held) if held else None
    return None if now is None else _put(story, at, 1, (now,))


def stands_in(story: Article, at: int, lines: str) -> bool:
    """Return whether `lines` stand in `story` as they are."""
    return _found(story, at, lines) is not None


def merged(before: str, after: str, now: str) -> str | None:
    """Return `now`, another reading of `before`, with what made `after` of that.

    What is so in `now` already stays. None where the words around a change are others, or stand
    there more than once.
    """
    if max(map(len, (before, after, now))) > LARGEST:
        return None
    pieces, done = [], 0
    for first, last, text in _changes(before, after):
        found = _span(before, first, last, text, now)
        if found is None or found[0] < done:
            return None
        pieces += [now[done : found[0]], text]
        done = found[1]
    return "".join(pieces) + now[done:]


def read_people(text: str) -> tuple[Byline, ...]:
    """Return the people of a byline as the press reads it; what it cannot read are names."""
    names = tuple(filter(None, re.split(r"[\s、,，]+", text)))
    return read_byline(text) or (Byline("", names),)


def with_paragraphs(story: Article, paragraphs: Sequence[str]) -> Article:
    """Return `story` with these paragraphs, and with what hangs on them where it belongs now.

    People whom the beginning and the end named before, and do not any more, leave its byline for
    those whom they name now.
    """
    old, new = story.paragraphs, tuple(paragraphs)
    first, rest = common_ends(old, new)
    span, made = old[first : len(old) - rest], new[first : len(new) - rest]
    beyond, shift = first + len(span), len(made) - len(span)
    within = [at for at in story.crossheads if first <= at < beyond]
    if shift:
        within = [first] if made and within and len(within) == len(span) else []
    crossheads = (
        *(at for at in story.crossheads if at < first),
        *within,
        *(at + shift for at in story.crossheads if at >= beyond),
    )

    def moved(part: Part) -> Part:
        if part.paragraph < first:
            return part
        if part.paragraph >= beyond:
            return replace(part, paragraph=part.paragraph + shift)
        paragraph, offset = _moved(span, made, part.paragraph - first, part.offset)
        return replace(part, paragraph=first + paragraph, offset=offset)

    return replace(
        story,
        paragraphs=new,
        crossheads=crossheads,
        parts=tuple(map(moved, story.parts)),
        lead_in=read_lead_in("".join(new[:1])),
        byline=_renamed(story.byline, _named(old), _named(new)),
    )


def _found(story: Article, at: int, lines: str) -> int | None:
    """Return where `lines` stand in `story` now: the nearest to `at`."""
    wanted = [plain(line) for line in lines.split("\n")]
    held = {number: plain(text) for number, text in lines_by_number(story).items()}
    found = [
        number
        for number in held
        if [held.get(number + n) for n in range(len(wanted))] == wanted
        and (len(wanted) == 1 or number >= 0)
    ]
    return nearest(found, at)


def _put(story: Article, at: int, count: int, lines: tuple[str, ...]) -> Article:
    """Return `story` with `lines` in place of the `count` lines from `at` on."""
    if at >= 0:
        before, after = story.paragraphs[:at], story.paragraphs[at + count :]
        return with_paragraphs(story, (*before, *lines, *after))
    text = join_text(lines)
    if at <= CAPTION:
        return with_caption(story, CAPTION - at, text)
    if at == BYLINE:
        return replace(story, byline=read_people(text))
    return with_field(story, at, text)


def with_field(story: Article, at: int, text: str) -> Article:
    """Return `story` with `text` as its head line or its credit, which are fields of their own."""
    return _FIELDS[at](story, text)


_FIELDS: dict[int, Callable[[Article, str], Article]] = {
    HEADS.index("column") - len(HEADS): lambda story, text: replace(story, column=text),
    HEADS.index("kicker") - len(HEADS): lambda story, text: replace(story, kicker=text),
    HEADS.index("headline") - len(HEADS): lambda story, text: replace(story, headline=text),
    HEADS.index("subhead") - len(HEADS): lambda story, text: replace(story, subhead=text),
    CREDIT: lambda story, text: replace(story, credit=text),
}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (line.strip() for line in text.split("\n"))))


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield from where to where in `before` there is another text in `after`, and which.

    Clauses are compared; of what differs that is taken away which is the same at either end.
    """
    old, new = _CLAUSE.split(before), _CLAUSE.split(after)
    steps: Iterable[tuple[str, int, int, int, int]] = [("replace", 0, len(old), 0, len(new))]
    if max(len(old), len(new)) <= MOST:
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, i1, i2, j1, j2 in steps:
        if tag == "equal":
            continue
        start = len("".join(old[:i1]))
        pairs = [*zip(old[i1:i2], new[j1:j2], strict=False)]
        if i2 - i1 != j2 - j1:
            pairs = [("".join(old[i1:i2]), "".join(new[j1:j2]))]
        for was, text in pairs:
            first, rest = common_ends(was, text)
            if was != text:
                yield start + first, start + len(was) - rest, text[first : len(text) - rest]
            start += len(was)


def _span(before: str, first: int, last: int, text: str, now: str) -> tuple[int, int] | None:
    """Return where in `now` that stands which was changed, as it was or as it was made.

    It is found by what stood around it, as much of that as is there.
    """
    lefts = {min(first, most) for most in CONTEXTS}
    rights = {min(len(before) - last, most) for most in CONTEXTS}
    around = sorted(product(lefts, rights), key=lambda pair: (-sum(pair), -min(pair)))
    either = sorted((before[first:last], text), key=len, reverse=True)
    for left, right in around:
        for held in either:
            wanted = f"{before[first - left : first]}{held}{before[last : last + right]}"
            if left + right >= CONTEXT and now.count(wanted) == 1:
                start = now.index(wanted) + left
                return start, start + len(held)
    return None


def common_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how much both have in common at their beginning, and at the end of what is left."""
    first = _alike(zip(one, other, strict=False))
    return first, _alike(zip(reversed(one[first:]), reversed(other[first:]), strict=False))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _moved(
    span: tuple[str, ...], made: tuple[str, ...], paragraph: int, offset: int
) -> tuple[int, int]:
    """Return where the character `offset` of this paragraph of `span` stands in `made`."""
    old, new = "".join(span), "".join(made)
    at = sum(map(len, span[:paragraph])) + min(offset, len(span[paragraph]))
    first, rest = common_ends(old, new)
    if at > first:
        at = at + len(new) - len(old) if at >= len(old) - rest else first
    for number, text in enumerate(made):
        if at < len(text):
            return number, at
        at -= len(text)
    return len(made), 0


def _named(paragraphs: tuple[str, ...]) -> tuple[Byline, ...]:
    """Return the people whom the beginning and the end of a text name as its authors."""
    people = byline_of_lead(paragraphs[0]) if paragraphs else ()
    for paragraph in paragraphs[-2:]:
        people = merge_bylines(people, byline_of_tail(paragraph))
    return people


def _renamed(
    byline: tuple[Byline, ...], before: tuple[Byline, ...], after: tuple[Byline, ...]
) -> tuple[Byline, ...]:
    """Return `byline` with those named `after` instead of those named `before`."""
    gone = {name for each in before for name in each.names}
    gone -= {name for each in after for name in each.names}
    known = {name for each in before for name in each.names} - gone
    come = (
        replace(each, names=tuple(name for name in each.names if name not in known))
        for each in after
    )
    if not gone and before == after:
        return byline
    left = (
        replace(each, names=tuple(name for name in each.names if name not in gone))
        for each in byline
    )
    kept = tuple(each for each in left if each.names)
    return merge_bylines(tuple(each for each in come if each.names), kept)
