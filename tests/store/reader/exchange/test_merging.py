"""Merging: the same on every host, once and again, and nothing that was done is lost."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.models import Mark
from store.reader.briefed import Keys
from store.reader.clippings import Clip
from store.reader.exchange.merging import (
    BRIEFED,
    CLIPS,
    FILTERS,
    MARKS,
    PLACES,
    QUESTIONS,
    Side,
    merge,
)
from store.reader.filter_history import Questions
from store.reader.mark_records import Action, new_mark
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter

START = datetime(2024, 3, 5, tzinfo=UTC)
moments = st.integers(0, 9).map(lambda minutes: START + timedelta(minutes=minutes))
keys = st.sampled_from(["00" * 8, "01" * 8])
actions = st.builds(
    Action,
    st.sampled_from([None, True, False]),
    st.sampled_from([None, True, False]),
    st.sampled_from(["", "桥", "水"]),
    st.sampled_from(["", "桥"]),
)
done = st.lists(st.tuples(keys, actions), max_size=4)


def after(marks: dict[str, Mark], done: list[tuple[str, Action]], start: int) -> dict[str, Mark]:
    """Return marks after this was done to them, a minute after the other."""
    for minute, (key, action) in enumerate(done, start):
        mark = marks.get(key) or new_mark(key)
        marks = marks | {key: action.done_to(mark, START + timedelta(minutes=minute))}
    return marks


@given(done, done, done, moments, moments, st.integers(9, 12))
def test_marks(
    before: list[tuple[str, Action]],
    one: list[tuple[str, Action]],
    other: list[tuple[str, Action]],
    at: datetime,
    later: datetime,
    start: int,
) -> None:
    base = after({}, before, 0)
    here = Side(after(base, one, 10), at)
    there = Side(after(base, other, start), later)
    merged = merge(base, here, there, MARKS)
    assert merge(base, there, here, MARKS) == merged
    for side in (here, there):
        assert merge(base, Side(merged, max(at, later)), side, MARKS) == merged
    for key, mark in merged.items():
        was = base.get(key, Mark(key))
        for side in (here, there):  # whoever has changed something finds it as they left it
            left = side.records.get(key, was)
            assert left.read in (was.read, mark.read)
            assert left.starred in (was.starred, mark.starred)
            assert {*left.tags} - {*was.tags} <= {*mark.tags}
            assert not ({*was.tags} - {*left.tags}) & {*mark.tags}


clips = st.builds(
    Clip,
    st.just("20240305000000000000"),
    st.just(START),
    st.just("a/1"),
    st.just("00" * 8),
    st.just("临江报"),
    st.none(),
    st.just("A1"),
    st.just("古桥"),
    note=st.sampled_from(["", "存档", "存", "再看"]),
    dropped=st.sampled_from([None, START, START + timedelta(minutes=1)]),
)
filters = st.builds(
    SavedFilter,
    st.just("洪水"),
    st.sampled_from(["大水", "湖"]),
    st.sampled_from(["", "star"]),
    seen=st.dictionaries(st.sampled_from(["a", "b"]), st.integers(0, 3)),
)
questions = st.builds(Questions, st.lists(st.sampled_from("一二三四"), unique=True).map(tuple))
briefed = st.builds(Keys, st.lists(st.sampled_from("1234"), unique=True).map(tuple))
places = st.builds(Place, article=st.sampled_from(["a/1", "a/2"]))
KINDS = st.sampled_from(
    [
        (clips, CLIPS),
        (filters, FILTERS),
        (questions, QUESTIONS),
        (places, PLACES),
        (briefed, BRIEFED),
    ]
)


@given(st.data(), KINDS, moments, moments)
def test_other_records(
    data: st.DataObject, kind: tuple[Any, Any], at: datetime, later: datetime
) -> None:
    records, rule = kind
    held = st.dictionaries(st.just("one"), records, max_size=1)
    base = data.draw(held)
    here, there = Side(data.draw(held), at), Side(data.draw(held), later)
    merged = merge(base, here, there, rule)
    assert merge(base, there, here, rule) == merged
    assert merge(base, Side(merged, START + timedelta(days=1)), there, rule) == merged
    for side, changed in ((here, there), (there, here)):
        if side.records == base and (changed.records or rule is FILTERS):
            assert merged == changed.records


def test_what_is_new_on_either_side_is_asked_last() -> None:
    base, one, other = Questions(("旧",)), Questions(("桥", "旧")), Questions(("水", "旧"))
    merged = merge({"one": base}, Side({"one": one}, START), Side({"one": other}), QUESTIONS)
    assert merged["one"].texts == ("桥", "水", "旧")


def test_what_either_side_has_told_of_is_told_of() -> None:
    one, other = Side({"last": Keys(("1", "2"))}, START), Side({"last": Keys(("3", "1"))})
    assert merge({}, one, other, BRIEFED) == {"last": Keys(("3", "1", "2"))}


def test_a_filter_changed_here_is_not_what_acted_there() -> None:
    base = SavedFilter("洪水", "大水", "star")
    here, there = replace(base, query="大水 -湖"), replace(base, seen={"a": 3})
    for late in (START, START - timedelta(days=9)):
        merged = merge(
            {"洪水": base}, Side({"洪水": here}, late), Side({"洪水": there}, START), FILTERS
        )
        assert merged == {"洪水": here}


def test_both_notes_on_a_clipping_stay() -> None:
    base = Clip("20240305000000000000", START, "a/1", "0" * 16, "临江报", None, "A1", "古桥")
    one, other = replace(base, note="存档"), replace(base, note="再看")
    merged = merge({"c": base}, Side({"c": one}), Side({"c": other}), CLIPS)
    assert merged["c"].note in ("存档 / 再看", "再看 / 存档")
