"""The words of lines set right: a line reworded, lines joined to one, one divided.

All three are one thing: some lines that stand together, and what they are to be instead. Where the
press reads those lines in another way than it did when they were set right, the change is carried
over to what it reads now, if the words around it are the same (a three-way merge).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

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
from store.press.forms.bylines import byline_of_lead, byline_of_tail, merge_bylines, read_byline
from store.press.forms.lead_ins import read_lead_in
from store.press.text.join_text import join_text

CONTEXT = 3
"""So many characters around a change, on both sides together, must be what they were."""
LARGEST = 10**7
"""The most pairs of characters that are compared to carry a change over."""


def reworded(story: Article, at: int, before: str, after: str) -> Article | None:
    """Return `story` with the lines `before`, which stood at line `at`, as the lines `after`.

    None where they are not in it any more. What is so already stays as it is.
    """
    found = _found(story, at, before)
    if found is not None:
        count = len(before.split("\n"))
        return _put(story, found, count, tuple(after.split("\n")))
    if _found(story, at, after) is not None:
        return story
    if at >= 0:
        now = merged(before, after, "\n".join(story.paragraphs))
        return None if now is None else with_paragraphs(story, _lines(now))
    now = merged(before, after, lines_by_number(story).get(at, ""))
    return None if now is None else _put(story, at, 1, (now,))


def stands_in(story: Article, at: int, lines: str) -> bool:
    """Return whether `lines` stand in `story` as they are."""
    return _found(story, at, lines) is not None


def merged(before: str, after: str, now: str) -> str | None:
    """Return `now`, another reading of `before`, with what made `after` of that.

    What is so in `now` already stays. None where the words around a change are others.
    """
    if not before or len(before) * len(now) > LARGEST:
        return None
    places = _places(before, now)
    pieces, done = [], 0
    for tag, first, last, begin, end in _opcodes(before, after):
        if tag == "equal":
            continue
        found = _span(places, first, last, (before[first:last], after[begin:end]), now)
        if found is None or found[0] < done:
            return None
        pieces += [now[done : found[0]], after[begin:end]]
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


def _places(before: str, now: str) -> list[int]:
    """Return for each character of `before` where it stands in `now`, -1 where it does not."""
    places = [-1] * len(before)
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    for start, there, length in matcher.get_matching_blocks():
        places[start : start + length] = range(there, there + length)
    return places


def _opcodes(before: str, after: str) -> Iterator[tuple[str, int, int, int, int]]:
    """Yield what makes `after` of `before`, as `difflib` does, in steps that stand apart.

    Of two long texts it is one step, between what they have in common at either end.
    """
    first, rest = common_ends(before, after)
    ends = len(before) - rest, len(after) - rest
    if len(before) * len(after) > LARGEST:
        yield "replace", first, ends[0], first, ends[1]
        return
    matcher = SequenceMatcher(None, before[first : ends[0]], after[first : ends[1]], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield tag, first + i1, first + i2, first + j1, first + j2


def _span(
    places: list[int], first: int, last: int, either: tuple[str, str], now: str
) -> tuple[int, int] | None:
    """Return where in `now` that stands which was changed, as it was or as it was made.

    None unless what stands around is what it was.
    """
    left = _run(places[max(0, first - CONTEXT) : first][::-1], -1)
    right = _run(places[last : last + CONTEXT], 1)
    cut_off = (first > 0 and not left) or (last < len(places) and not right)
    if cut_off or len(left) + len(right) < CONTEXT:
        return None
    for text in sorted(either, key=len, reverse=True):  # else nothing would be found everywhere
        start = left[0] + 1 if left else right[0] - len(text)
        end = right[0] if right else start + len(text)
        if start >= 0 and end - start == len(text) and now[start:end] == text:
            return start, end
    return None


def common_ends(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how much both have in common at their beginning, and at the end of what is left."""
    first = _alike(zip(one, other, strict=False))
    return first, _alike(zip(reversed(one[first:]), reversed(other[first:]), strict=False))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _run(places: list[int], step: int) -> list[int]:
    """Return these places as far as each stands a `step` from the one before it."""
    run: list[int] = []
    for place in places:
        if place < 0 or (run and place != run[-1] + step):
            break
        run.append(place)
    return run


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
