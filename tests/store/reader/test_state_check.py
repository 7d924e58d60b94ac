"""Every kind of file of a reader's state, spoiled in every way: what is read, said and checked."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.backends.disk import DiskFiles
from store.backends.migrations import SCHEMA
from store.backends.tables import Tables
from store.corrections.correction import Correction
from store.errors import NewerError
from store.library.library_id import Identity
from store.library.overlay import IssueCorrections, Overlay
from store.messages import Message
from store.models import Article, CatalogueRow, Issue, Paper
from store.moments import utc_now
from store.reader.briefed import open_briefed
from store.reader.clippings import open_clips
from store.reader.marks import open_marks
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter
from store.reader.state_check import KINDS, check_state
from store.reader.watched import open_watched
from tests.store.damage import unsummed

KEYS = ("0123456789abcdef", "01ffffffffffffff")


MANY = [f"{number:02x}ffffffffffffff" for number in range(100, 120)]


def garbage(data: bytes) -> bytes:
    return b"\x00\xff{{{"


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def deep(data: bytes) -> bytes:
    return b"[" * 100_000


def misshapen(data: bytes) -> bytes:
    """Give the first record of each table another shape."""
    tables = json.loads(data)
    for name, records in tables.items():
        if name != "dubao":
            records[next(iter(records))] = [7]
    return json.dumps(tables).encode()


def newer(data: bytes) -> bytes:
    return data.replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 1))


LIBRARY = Identity(DiskFiles(Path("/library")))

WAYS = (garbage, cut, deep, misshapen, newer)


def use(folder: Path, told: Callable[[Message], None]) -> list[Any]:
    """Return what there is of each kind, as the reader and the commands ask for it."""
    marks = open_marks(folder, told=told)
    marks.next_moment()
    overlay = Overlay(DiskFiles(folder, private=True), LIBRARY, told)
    return [
        marks.place(),
        dict(marks.places()),
        [each.name for each in marks.filters.all()],
        marks.asked.all(),
        sorted(marks.read_keys()),
        marks.tags(),
        [mark.key for mark in marks.all()],
        [clip.article for clip in open_clips(folder, told=told).all()],
        open_briefed(folder, told).keys(),
        open_watched(folder, told).of("here"),
        list(overlay.entries()),
    ]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Give a state with records of each kind, two where there can be more than one."""
    marks = open_marks(tmp_path)
    marks.leave(Place("a"))
    marks.leave(Place("b"), "b")
    marks.filters.save(SavedFilter("水", "防汛"))
    marks.filters.save(SavedFilter("茶", "春茶"))
    marks.note(utc_now())
    marks.asked.keep("春茶")
    marks.asked.keep("防汛")
    marks.mark_all(KEYS, read=True, tag="x")
    marks.mark_all(MANY, read=True)
    marks.mark_all(MANY, starred=True)
    article = Article(id="i/1.1", page="1", key=KEYS[0], paragraphs=("一",))
    clips = open_clips(tmp_path)
    clips.clip(Issue(paper=Paper("临江报")), article)
    clips.clip(Issue(paper=Paper("临江报")), article)
    open_briefed(tmp_path).keep(KEYS)
    open_watched(tmp_path).keep("here", {"/in/a": (7, 1), "/in/b": (8, 2)})
    overlay = Overlay(DiskFiles(tmp_path, private=True), LIBRARY)
    for name in ("a", "b"):
        overlay.keep(
            name, IssueCorrections(CatalogueRow(name, ""), (Correction("page", KEYS[0], "2"),))
        )
    return tmp_path


def files_of(state: Path) -> list[Path]:
    return sorted(state.rglob("*.json"))


def test_a_whole_state_is_whole(state: Path) -> None:
    assert len(files_of(state)) == len(KINDS)
    assert check_state(state) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("at", range(len(KINDS)))
def test_one_goes_on_without_what_cannot_be_read_and_is_told_once(
    state: Path, at: int, way: Callable[[bytes], bytes]
) -> None:
    path = files_of(state)[at]
    before = path.read_bytes()
    spoiled = way(before)
    path.write_bytes(spoiled)
    (found,) = check_state(state)
    assert path.name in str(found.wrong)
    assert path.read_bytes() == spoiled, "a look changes nothing"
    said: list[Message] = []
    first = use(state, said.append)
    aside = path.with_name(f"{path.name}.damaged-1")
    if way is newer:
        assert (path.read_bytes(), aside.exists()) == (spoiled, False)
        assert check_state(state, repair=True)[0].mended is None
        assert path.read_bytes() == spoiled
    else:
        assert aside.read_bytes() == spoiled, "nothing is lost"
        assert check_state(state) == []
        assert [str(each).count(path.name) for each in said] == [2]
        said.clear()
        assert use(state, said.append) == first
        assert said == []


@pytest.mark.parametrize("way", [garbage, misshapen])
@pytest.mark.parametrize("at", range(len(KINDS)))
def test_a_repair_sets_it_aside_and_keeps_what_is_whole(
    state: Path, at: int, way: Callable[[bytes], bytes]
) -> None:
    path = files_of(state)[at]
    tables = {k: len(v) for k, v in json.loads(path.read_bytes()).items() if k != "dubao"}
    path.write_bytes(way(path.read_bytes()))
    (found,) = check_state(state, repair=True)
    assert "damaged-1" in str(found.mended)
    assert check_state(state) == []
    left = Tables(DiskFiles(state), str(path.relative_to(state)))
    for table, number in tables.items():
        assert len(left.records(table, Any)) == (number - 1 if way is misshapen else 0)


def test_what_is_written_over_a_damaged_file_stands_and_the_other_is_aside(state: Path) -> None:
    (state / "place.json").write_bytes(b"{")
    marks = open_marks(state)
    marks.leave(Place("c"))
    assert open_marks(state).place() == Place("c")
    assert (state / "place.json.damaged-1").read_bytes() == b"{"
    (state / "place.json").write_bytes(b"[")
    assert open_marks(state).place() == Place()
    assert (state / "place.json.damaged-2").read_bytes() == b"["


def test_what_a_newer_dubao_has_written_is_not_written_over(state: Path) -> None:
    path = state / "place.json"
    path.write_bytes(newer(path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(NewerError):
        open_marks(state).leave(Place("c"))
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["place.json", "filters.json", "asked.json"])
def test_a_folder_in_the_place_of_a_file_is_set_aside(state: Path, name: str) -> None:
    (state / name).unlink()
    (state / name).mkdir()
    (state / name / "x").write_text("x")
    said: list[Message] = []
    use(state, said.append)
    assert len(said) == 1
    assert (state / f"{name}.damaged-1" / "x").exists()
    assert check_state(state) == []


def test_moments_that_cannot_be_compared_hold_nobody_up(state: Path) -> None:
    for path in (state / "moments.json", *(state / "marks").iterdir()):
        path.write_bytes(re.sub(rb"(T[0-9:.]+)Z", rb"\1", unsummed(path.read_bytes())))
    told: list[Message] = []
    use(state, told.append)
    assert told
    marks = open_marks(state, told=told.append)
    assert marks.next_moment()
    assert marks.mark(KEYS[0], read=True).changed
