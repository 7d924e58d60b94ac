"""What of a reader's state travels, and how it lies here then."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from store.backends.memory import MemoryFiles
from store.backends.tables import packed
from store.errors import LibraryError, NewerError
from store.models import Issue
from store.reader.clippings import MOST_IN_FILE, Clips, Cutting
from store.reader.exchange.kinds import NOTHING, kinds
from store.reader.filter_history import FilterHistory
from store.reader.mark_records import FEW_FILES, MANY
from store.reader.marks import Marks

KEYS = [f"{number:02x}" * 8 for number in range(FEW_FILES + 1)]


@pytest.fixture
def state() -> MemoryFiles:
    """Give the files of a state in which nothing is."""
    return MemoryFiles()


def taken(files: MemoryFiles, name: str, there: bytes = NOTHING) -> bytes:
    """Return what travels of a file once what is there is taken in."""
    (kind,) = (kind for kind in kinds(files) if kind.owns(name))
    return kind.take(name, NOTHING, there, kind.asides(name))


def test_marks_travel_with_what_was_done_to_many(state: MemoryFiles) -> None:
    marks = Marks(state)
    marks.mark_all(KEYS, read=True)
    other = MemoryFiles()
    taken(other, "marks/00.json", taken(state, "marks/00.json"))
    assert Marks(other).get(KEYS[0]) == marks.get(KEYS[0])
    assert other.read(MANY) is None


def test_what_was_done_to_many_is_folded_where_something_comes(state: MemoryFiles) -> None:
    other = MemoryFiles()
    Marks(state).mark_all(KEYS, read=True)
    Marks(other).mark(KEYS[0], starred=True)
    taken(state, "marks/00.json", taken(other, "marks/00.json"))
    marks = Marks(state)
    assert marks.starred_keys() == {KEYS[0]}
    assert marks.read_keys() == set(KEYS)


def test_clippings_travel_by_the_month(
    state: MemoryFiles, builder: Callable[..., Any], clock: Callable[[], datetime]
) -> None:
    issue: Issue = builder().on(2024, 3, 5).page("A1").article("古桥修好了", "石匠说。").issue()
    clips = Clips(state, clock)
    clips.clip_all([Cutting(issue, issue.articles[0])] * (MOST_IN_FILE + 2))
    (clipped,) = (kind for kind in kinds(state) if "clips" in str(kind.stamps()))
    (month,) = clipped.stamps()
    other = MemoryFiles()
    taken(other, month, taken(state, month))
    assert list(Clips(other).all()) == list(clips.all())
    assert len(other.names("clips")) == 2


def test_what_was_asked_keeps_its_order(state: MemoryFiles) -> None:
    for text in ("一", "二", "三"):
        FilterHistory(state).keep(text)
    other = MemoryFiles()
    taken(other, "asked.json", taken(state, "asked.json"))
    assert FilterHistory(other).all() == ("三", "二", "一")


def test_what_is_no_kind_does_not_travel(state: MemoryFiles) -> None:
    names = ("marks/many.json", "marks/0.json", "moments.json", "../place.json", "clips/x.json")
    assert not any(kind.owns(name) for kind in kinds(state) for name in names)


def test_what_is_there_is_checked(state: MemoryFiles) -> None:
    marks = kinds(state)[0]
    marks.check("marks/00.json", packed({}))
    newer = b'{"dubao":{"1":{"schema":999}},"marks":{}}'
    with pytest.raises(NewerError, match="a newer dubao has put it into the archive"):
        marks.check("marks/00.json", newer)
    with pytest.raises(LibraryError, match="is not what dubao wrote"):
        marks.check("marks/00.json", b"{}")
