"""What saved filters do to what they find: at once, to what comes later, and never twice."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.backends.files import Files
from store.errors import DubaoError
from store.index.query.parse import parse
from store.index.search import Searcher
from store.library.library import Library, open_library
from store.reader.filter_actions import Due, act, due, find, hidden, query_of
from store.reader.marks import Marks
from store.reader.saved_filters import PLACES, Action, SavedFilter, SavedFilters

Builder = Callable[..., Any]


@pytest.fixture
def filters(files: Files) -> SavedFilters:
    return SavedFilters(files)


class Rig:
    """A library, its reader's marks and filters, and a search."""

    def __init__(self, library: Library, marks: Marks, filters: SavedFilters) -> None:
        self.library, self.marks, self.filters = library, marks, filters

    def act(self) -> int:
        return act(self.due(), self.filters, self.marks)

    def due(self, library: Library | None = None) -> list[Due]:
        of, saved = library or self.library, self.filters.all()
        return list(due(saved, of.place, of.rows(), find(saved, Searcher(of, self.marks))))

    def left(self, query: str = "") -> list[str]:
        """Return the headlines that `query` finds and no filter hides."""
        asked = parse(query).without(hidden(self.filters.all()))
        found = Searcher(self.library, self.marks).search(asked).hits
        return [
            article.headline
            for name in found
            for article in found.select(name, self.library.issue(name).articles)
        ]

    def key(self, headline: str) -> str:
        return next(
            article.key
            for row in self.library.rows()
            for article in self.library.issue(row.id).articles
            if article.headline == headline
        )


@pytest.fixture
def rig(library: Library, marks: Marks, filters: SavedFilters, builder: Builder) -> Rig:
    builder().on(2024, 3, 1).page("1").article("防汛一").article("春茶").add_to(library)
    return Rig(library, marks, filters)


@pytest.mark.parametrize(
    ("action", "tag", "of"),
    [
        ("read", "", lambda marks: marks.read_keys()),
        ("star", "", lambda marks: marks.starred_keys()),
        ("tag", "水利", lambda marks: marks.tags().get("水利", set())),
    ],
)
def test_it_is_done_to_what_is_there_and_to_what_comes(
    rig: Rig, builder: Builder, action: Action, tag: str, of: Callable[[Marks], set[str]]
) -> None:
    rig.filters.save(SavedFilter("水", "防汛", action, tag))
    assert rig.act() == 1
    assert of(rig.marks) == {rig.key("防汛一")}
    assert rig.act() == 0
    builder().on(2024, 3, 2).page("1").article("防汛二").article("古桥").add_to(rig.library)
    assert rig.act() == 1
    assert of(rig.marks) == {rig.key("防汛一"), rig.key("防汛二")}


def test_what_a_reader_did_is_not_taken_back(rig: Rig, builder: Builder) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "read"))
    rig.act()
    rig.marks.mark(rig.key("防汛一"), read=False)
    paper = builder().on(2024, 3, 1).page("2").article("防汛三")
    paper.add_to(rig.library)  # the issue is another now
    assert rig.act() == 1
    assert rig.marks.read_keys() == {rig.key("防汛三")}


def test_two_filters_that_mark_both_act_on_what_comes(rig: Rig, builder: Builder) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "star"))
    rig.filters.save(SavedFilter("春", "一 | 二", "tag", "春"))
    assert rig.act() == 2
    builder().on(2024, 3, 2).page("1").article("防汛二").add_to(rig.library)
    assert rig.act() == 2
    both = {rig.key("防汛一"), rig.key("防汛二")}
    assert rig.marks.starred_keys() == rig.marks.tags()["春"] == both


def test_what_a_reader_undid_is_left_alone_by_every_filter(rig: Rig, builder: Builder) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "star"))
    rig.filters.save(SavedFilter("春", "一", "tag", "春"))
    rig.act()
    rig.marks.undo()
    builder().on(2024, 3, 1).page("2").article("新").add_to(rig.library)  # the issue is another
    assert rig.act() == 0
    assert not rig.marks.tags()


def test_what_was_cut_off_is_done_the_next_time(
    rig: Rig, builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "star"))
    rig.act()
    paper = builder().on(2024, 3, 2).page("1")
    for number in range(5):
        paper.article(f"防汛 {number}")
    paper.add_to(rig.library)
    found = rig.due()
    (cut,) = found
    rig.marks.mark_all(cut.keys[:2], starred=True, by_filter=True)
    assert rig.act() == 5
    assert rig.marks.starred_keys() >= set(cut.keys)


def test_it_can_be_undone_as_one(rig: Rig, builder: Builder) -> None:
    builder().on(2024, 3, 2).page("1").article("防汛二").add_to(rig.library)
    rig.filters.save(SavedFilter("水", "防汛", "tag", "水利"))
    assert rig.act() == 2
    assert len(rig.marks.undo()) == 2
    assert not rig.marks.tags()


def test_a_second_library_has_its_own_count(rig: Rig, builder: Builder, tmp_path: Path) -> None:
    builder().on(2024, 3, 2).page("1").article("古桥").add_to(rig.library)
    rig.filters.save(SavedFilter("水", "防汛", "read"))
    rig.act()
    other = open_library(tmp_path / "other")
    builder("清溪报").on(2024, 3, 1).page("1").article("防汛").add_to(other)
    assert act(rig.due(other), rig.filters, rig.marks) == 1


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("防汛", ["春茶", "桥"]),
        ("-防汛", ["防汛一"]),
        ("防汛 一", ["春茶", "桥"]),
        ("防汛 桥", ["防汛一", "春茶", "桥"]),
        ("防汛 | 桥", ["春茶"]),
        ("防汛 | 茶 -一", ["防汛一", "桥"]),
        ("is:read", ["防汛一", "春茶", "桥"]),
    ],
)
def test_what_is_hidden_is_left_out_while_the_filter_stands(
    rig: Rig, builder: Builder, query: str, left: list[str]
) -> None:
    builder().on(2024, 2, 1).page("1").article("桥").add_to(rig.library)
    rig.filters.save(SavedFilter("x", query, "hide"))
    assert rig.act() == 0
    assert rig.left() == left
    assert rig.left("春") == [headline for headline in left if "春" in headline]
    rig.filters.drop("x")
    assert rig.left() == ["防汛一", "春茶", "桥"]


def test_a_filter_without_an_action_does_nothing(rig: Rig) -> None:
    rig.filters.save(SavedFilter("水", "防汛"))
    assert rig.act() == 0


@pytest.mark.parametrize("query", ["date:foo", "|", '"', "-"])
def test_a_filter_that_would_find_everything_is_refused_and_does_nothing(
    rig: Rig, query: str
) -> None:
    with pytest.raises(DubaoError, match="narrows something"):
        query_of(SavedFilter("x", query, "read"))
    rig.filters.save(SavedFilter("x", query, "read"))
    rig.filters.save(SavedFilter("y", query, "hide"))
    assert rig.act() == 0
    assert len(rig.left()) == 2


def test_a_filter_dropped_while_it_acts_does_not_come_back(rig: Rig) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "read"))
    found = rig.due()
    assert found[0].keys
    rig.filters.drop("水")
    act(found, rig.filters, rig.marks)
    assert rig.filters.all() == ()


def test_a_library_that_has_moved_is_acted_on_without_undoing_anything(
    rig: Rig, builder: Builder, tmp_path: Path
) -> None:
    shelf = open_library(tmp_path / "papers")
    builder().on(2024, 3, 1).page("1").article("防汛一").article("防汛二").add_to(shelf)
    moved = Rig(shelf, rig.marks, rig.filters)
    moved.filters.save(SavedFilter("水", "防汛", "star"))
    assert moved.act() == 2
    key = moved.key("防汛一")
    moved.marks.mark(key, starred=False)
    (tmp_path / "link").symlink_to(shelf.path)
    moved.library = open_library(tmp_path / "link")
    assert not moved.due(), "a link is the same place"
    shelf.path.rename(tmp_path / "elsewhere")
    moved.library = open_library(tmp_path / "elsewhere")
    moved.act()
    assert key not in moved.marks.starred_keys()
    assert not moved.due()


def test_a_library_that_says_it_is_far_ahead_holds_no_filter_up(rig: Rig, builder: Builder) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "star"))
    rig.act()
    (saved,) = rig.filters.all()
    rig.filters.done(saved, rig.library.place, 2**40)
    builder().on(2024, 3, 2).page("1").article("防汛二").add_to(rig.library)
    rig.act()
    assert rig.marks.starred_keys() == {rig.key("防汛一"), rig.key("防汛二")}


def test_a_filter_saved_in_an_empty_library_leaves_alone_what_was_marked(
    rig: Rig, builder: Builder, tmp_path: Path
) -> None:
    key = rig.key("防汛一")
    rig.marks.mark(key, starred=True)
    rig.marks.mark(key, starred=False)
    empty = Rig(open_library(tmp_path / "empty"), rig.marks, rig.filters)
    empty.filters.save(SavedFilter("水", "防汛", "star"))
    assert empty.act() == 0
    paper = builder().on(2024, 3, 1).page("1").article("防汛一").article("春茶")
    paper.add_to(empty.library)
    assert empty.act() == 0
    assert not rig.marks.starred_keys()


def test_it_is_known_of_so_many_places_how_far_a_filter_has_acted(rig: Rig) -> None:
    rig.filters.save(SavedFilter("水", "防汛", "star"))
    for number in range(PLACES + 2):
        (saved,) = rig.filters.all()
        rig.filters.done(saved, f"place {number % (PLACES + 1)}", number)
    (saved,) = rig.filters.all()
    assert len(saved.seen) == PLACES
    assert saved.seen["place 0"] == PLACES + 1
