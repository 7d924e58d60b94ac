"""What becomes of records that two hosts have: three-way, by what both had when they last met.

What one of them alone has changed is changed; a rule for each kind says what becomes of the rest.
Each is the same whichever host merges, and merging once more changes nothing.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Generic, NamedTuple, TypeVar

from msgspec.structs import replace

from store.backends.serialization import to_json
from store.models import Mark, Past
from store.reader.briefed import MOST, Keys
from store.reader.clippings import Clip
from store.reader.filter_history import KEPT, Questions
from store.reader.mark_records import KEPT_PAST, new_mark
from store.reader.place import Place
from store.reader.saved_filters import PLACES as LIBRARIES
from store.reader.saved_filters import SavedFilter

T = TypeVar("T")

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Side(NamedTuple, Generic[T]):
    """What one host has, by name, and when it was last changed."""

    records: Mapping[str, T]
    at: datetime = NEVER


class Rule(NamedTuple, Generic[T]):
    """How records of a kind are merged.

    ``both`` makes one of two that differ, the later side's last, and of what both sides had.
    ``goes`` tells of a record that one side no longer has whether the other is to lose it, too, by
    what it was and is there. Without it nothing is ever taken away.
    """

    both: Callable[[T | None, T, T], T]
    goes: Callable[[T, T], bool] | None = None


def merge(base: Mapping[str, T], one: Side[T], other: Side[T], rule: Rule[T]) -> dict[str, T]:
    """Return what both sides are to have, where both had `base`."""
    first, last = sorted((one, other), key=lambda side: (side.at, to_json(side.records)))
    merged: dict[str, T] = {}
    for name in dict.fromkeys((*first.records, *last.records)):
        before = base.get(name)
        held, new = first.records.get(name), last.records.get(name)
        if held is None or new is None:
            there = held if new is None else new
            if there is not None and not (before and rule.goes and rule.goes(before, there)):
                merged[name] = there
        elif held == new or new == before:
            merged[name] = held
        else:
            merged[name] = new if held == before else rule.both(before, held, new)
    return merged


def both_marks(before: Mark | None, one: Mark, other: Mark) -> Mark:
    """Return a mark with what either side did to it; the later can be undone, as ever."""
    before = before or new_mark(one.key)
    tags = {*one.tags, *other.tags} - ({*before.tags} - ({*one.tags} & {*other.tags}))
    done = (
        _changed(before.read, one.read, other.read),
        _changed(before.starred, one.starred, other.starred),
        tuple(sorted(tags)),
    )
    first, last = sorted(
        (one, other), key=lambda mark: (mark.changed or NEVER, _done(mark) == done, to_json(mark))
    )
    if _done(last) == done:
        return last
    past = Past(first.read, first.starred, first.tags, first.changed)
    filtered = one.filtered and other.filtered
    kept = (*first.past, past)[-KEPT_PAST:]
    return Mark(one.key, *done, last.changed, kept, filtered)


def _done(mark: Mark) -> tuple[bool, bool, tuple[str, ...]]:
    return mark.read, mark.starred, mark.tags


def _changed(before: bool, one: bool, other: bool) -> bool:
    return one if one != before else other


def both_clips(before: Clip | None, one: Clip, other: Clip) -> Clip:
    """Return a clipping with the note of either side, or with both notes.

    What was noted on one side while it was dropped on the other is there again.
    """
    first, last = sorted((one, other), key=to_json)
    was = before.note if before else ""
    notes = [clip.note for clip in (first, last) if clip.note != was] or [was]
    if len(notes) > 1:
        notes = [note for note in notes if not any(note in each for each in notes if each != note)]
    drops = [clip.dropped for clip in (first, last) if clip.dropped]
    dropped = max(drops) if len(drops) > 1 else None
    return replace(last, note=" / ".join(dict.fromkeys(notes)), dropped=dropped)


def both_filters(before: SavedFilter | None, first: SavedFilter, last: SavedFilter) -> SavedFilter:
    """Return a filter as it was chosen last, which has acted wherever either has."""
    if chosen_of(first) != chosen_of(last):
        return first if before and chosen_of(last) == chosen_of(before) else last
    places = sorted({*first.seen, *last.seen})
    seen = {each: max(one.seen.get(each, -2) for one in (first, last)) for each in places}
    return replace(last, seen=dict(list(seen.items())[-LIBRARIES:]))


def chosen_of(saved: SavedFilter) -> object:
    """Return what the reader chose of a filter, without how far it has acted."""
    return saved.name, saved.query, saved.action, saved.tag


def both_questions(before: Questions | None, first: Questions, last: Questions) -> Questions:
    """Return the questions of both sides: what is new on either comes first."""
    known = before.texts if before else ()
    new = [text for side in (last, first) for text in side.texts if text not in known]
    return Questions(tuple(dict.fromkeys((*new, *last.texts, *first.texts)))[:KEPT])


def both_briefed(_before: Keys | None, first: Keys, last: Keys) -> Keys:
    """Return the articles of which either side has told, those of the later side last."""
    known = {*last.keys}
    before = [key for key in first.keys if key not in known]
    return Keys((*before, *last.keys)[-MOST:])


MARKS = Rule(both_marks)
CLIPS: Rule[Clip] = Rule(both_clips, lambda _, there: there.dropped is not None)
FILTERS = Rule(both_filters, lambda before, there: chosen_of(before) == chosen_of(there))
PLACES: Rule[Place] = Rule(lambda _before, _first, last: last)
QUESTIONS = Rule(both_questions)
BRIEFED = Rule(both_briefed)
