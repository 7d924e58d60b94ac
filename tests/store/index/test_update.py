"""The index keeps up with its library, and what befalls it costs a search nothing but time."""

import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest

from store.backends.locking import held
from store.errors import LibraryError
from store.index import update as subject
from store.index.query.parse import parse
from store.index.search import open_searcher
from store.index.storage.database import FORMAT
from store.index.storage.location import index_file
from store.index.update import update
from store.index.writer import Writer
from store.library.library import Library
from store.models import Keyword
from store.reader.marks import Marks
from tests.forks import ended, forked

Papers = Callable[[int], object]
Results = Callable[[str], tuple[int, int]]


@pytest.fixture
def papers(library: Library, builder: Callable[..., Any]) -> Papers:
    """Give a function that adds the issue of a day in March."""
    return lambda day: builder("临江报").on(2024, 3, day).article(f"第{day}座桥").add_to(library)


@pytest.fixture
def found(library: Library, marks: Marks) -> Results:
    """Give a function: how many articles a query finds, and how many were read through for it."""
    searcher = open_searcher(library, marks)

    def find(typed: str) -> tuple[int, int]:
        result = searcher.search(parse(typed))
        return result.articles, result.read_through

    return find


def test_progress_is_told(
    library: Library, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (1, 2, 3):
        papers(day)
    monkeypatch.setattr(subject, "BATCH", 2)
    told: list[tuple[int, int]] = []
    update(library, progress=lambda *steps: told.append(steps))
    assert told == [(2, 3), (3, 3)]
    update(library, progress=lambda *steps: told.append(steps))
    assert len(told) == 2


def test_what_is_imported_meanwhile_is_taken_in(
    library: Library, papers: Papers, found: Results
) -> None:
    papers(1)
    update(library, progress=lambda done, total: papers(2) if done == 1 else None)
    assert found("桥") == (2, 0)


def test_an_issue_without_articles_takes_nobody_s_place(
    library: Library, builder: Callable[..., Any], papers: Papers, found: Results
) -> None:
    papers(1)
    builder("清溪报").on(2024, 3, 5).add_to(library)
    papers(9)
    update(library)
    assert found("桥") == (2, 0)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"no database" * 1000,
        lambda data: data[:5000],
        lambda data: data[:4096] + os.urandom(len(data) - 4096),
    ],
)
def test_a_damaged_index_is_made_anew(
    library: Library, papers: Papers, found: Results, damage: Callable[[bytes], bytes]
) -> None:
    papers(1)
    update(library)
    path = index_file(library)
    path.write_bytes(damage(path.read_bytes()))
    papers(2)
    assert found("桥")[0] == 2
    update(library)
    assert found("桥") == (2, 0)


def test_an_index_of_another_format_is_made_anew(
    library: Library, papers: Papers, found: Results
) -> None:
    papers(1)
    update(library)
    base = sqlite3.connect(index_file(library))
    base.execute(f"PRAGMA user_version = {FORMAT + 1}")
    base.close()
    assert found("桥") == (1, 1)
    update(library)
    assert found("桥") == (1, 0)


def test_a_deleted_index_is_missed_by_nobody(
    library: Library, papers: Papers, found: Results
) -> None:
    papers(1)
    update(library)
    assert found("桥") == (1, 0)
    index_file(library).unlink()
    assert found("桥") == (1, 1)
    update(library)
    assert found("桥") == (1, 0)


def test_one_at_a_time(library: Library, papers: Papers, found: Results) -> None:
    papers(1)
    with held(library.path / ".index.lock"):
        assert not update(library)
    assert found("桥") == (1, 1)
    assert update(library)
    assert found("桥") == (1, 0)


def test_a_read_only_library_has_its_index_in_the_reader_s_cache(
    library: Library, papers: Papers, marks: Marks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers(1)
    monkeypatch.setattr("store.index.storage.location.os.access", lambda path, mode: False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    before = set(library.path.rglob("*"))
    update(library)
    assert index_file(library).is_relative_to(tmp_path / "cache")
    assert set(library.path.rglob("*")) == before
    searcher = open_searcher(library, marks)
    assert searcher.search(parse("桥")).read_through == 0


def test_an_index_that_cannot_be_written_is_told_of(
    library: Library, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    papers(1)
    update(library)
    papers(2)
    before = index_file(library).stat().st_ino
    monkeypatch.setattr(Writer, "put", full)
    with pytest.raises(LibraryError, match="index cannot be written"):
        update(library)
    assert index_file(library).stat().st_ino == before, "nothing is wrong with it"


def test_a_folder_or_a_link_in_its_place_gives_way(
    library: Library, papers: Papers, found: Results
) -> None:
    papers(1)
    path = index_file(library)
    puts: tuple[Callable[[], None], ...] = (
        path.mkdir,
        lambda: path.symlink_to("victim"),
        lambda: os.mkfifo(path),
    )
    for put in puts:
        put()
        assert found("桥") == (1, 1)
        update(library)
        assert found("桥") == (1, 0)
        assert not (library.path / "victim").exists()
        path.unlink()


def test_where_others_may_write_it_lies_in_the_reader_s_cache(
    library: Library, papers: Papers, found: Results, tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    papers(1)
    library.path.chmod(0o777)
    planted = library.path / "index.sqlite3"
    planted.symlink_to("victim")
    update(library)
    assert found("桥") == (1, 0)
    assert index_file(library).is_relative_to(tmp_path / "cache")
    assert not (library.path / "victim").exists()


CRAFTED = [
    "DROP TABLE words; CREATE VIEW words AS WITH RECURSIVE c (x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS number, x AS folded, x AS word,"
    " x AS kind, x AS articles, x AS uses FROM c",
    'DROP TABLE texts; CREATE TABLE texts (rest, head, byline, "column")',
    "CREATE TRIGGER bad BEFORE INSERT ON issues BEGIN SELECT RAISE(FAIL, 'no'); END",
    "CREATE TABLE more (a)",
    "ALTER TABLE issues DROP COLUMN own",
    "UPDATE issues SET keywords = NULL",
    "UPDATE issues SET keywords = x'ffffff'",
    "UPDATE issues SET articles = -5",
    "UPDATE issues SET articles = 9223372036854775807",
    "UPDATE issues SET id = NULL",
    "UPDATE OR REPLACE issues SET first = 4611686018427387904",
    "DELETE FROM issues",
    "UPDATE words SET word = NULL",
    "UPDATE words SET kind = '字'",
    "UPDATE words SET uses = 1e300",
    "UPDATE OR REPLACE words SET folded = '字'",
    "UPDATE OR REPLACE words SET number = 5",
    "UPDATE spellings SET key = '字'",
    "DELETE FROM texts_data",
    "UPDATE texts_data SET block = x'ffffffffffffffff'",
    "UPDATE texts_config SET v = 99",
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE (' WHERE name = 'words'",
    "PRAGMA journal_mode = WAL",
]
"""What somebody may make of an index: by malice, or a disk that errs."""


@pytest.mark.parametrize("crafted", CRAFTED)
def test_a_crafted_index_is_read_past_and_made_anew(
    library: Library, builder: Any, marks: Marks, crafted: str
) -> None:
    bridge = Keyword("古桥", 0.5, "topic", ("gu qiao",))
    hill = Keyword("青山", 0.5, "place", ("qing shan",))
    paper = builder("临江报").on(2024, 3, 1)
    paper.article("修桥", "古桥与青山", keywords=(bridge, hill)).add_to(library)
    update(library)
    with closing(sqlite3.connect(index_file(library), isolation_level=None)) as base:
        base.execute("PRAGMA writable_schema = ON")
        base.executescript(crafted)
    searcher = open_searcher(library, marks)
    for query in ("修桥", "gq", "gq|qs"):
        assert searcher.search(parse(query)).articles == 1
    facets = searcher.facets(searcher.search(parse("桥")))
    assert {facet.word for facet in facets} == {"古桥", "青山"}
    update(library, anew=True)
    searched = open_searcher(library, marks).search(parse("gq"))
    assert (searched.articles, searched.read_through, searched.notes) == (1, 0, ())


def test_a_damaged_index_is_told_of_until_it_is_made_anew(
    library: Library, papers: Papers, marks: Marks
) -> None:
    papers(1)
    update(library)
    path = index_file(library)
    path.write_bytes(path.read_bytes()[:5000])
    searcher = open_searcher(library, marks)
    (note,) = searcher.search(parse("桥")).notes
    assert str(path) in str(note)
    update(library)
    assert searcher.search(parse("桥")).notes == ()


def test_waste_is_cleared_away(
    library: Library, papers: Papers, found: Results, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "ROOM", 0)
    papers(1)
    for _ in range(5):
        library.remove("linjiangbao-2024-03-01")
        library.empty()
        papers(1)
        update(library)
    base = sqlite3.connect(index_file(library))
    ((articles,),) = base.execute("SELECT count(*) FROM issues")
    assert articles <= 3
    assert found("桥") == (1, 0)


def test_the_index_of_a_folder_is_not_shared(library: Library) -> None:
    with pytest.raises(LibraryError, match="only the index that a host keeps"):
        subject.refuse_to_share(library)


@pytest.mark.parametrize("step", ["between two commits", "within one"])
def test_a_writer_that_dies_harms_nothing(
    library: Library, papers: Papers, found: Results, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    for day in range(1, 6):
        papers(day)
    monkeypatch.setattr(subject, "BATCH", 2)

    def act() -> None:
        if step == "within one":
            put = Writer._count
            monkeypatch.setattr(
                Writer, "_count", lambda *given: put(*given) if given[0].next < 3 else die()
            )
            update(library)
        update(library, progress=lambda done, total: die())

    assert ended(forked(act)) == -signal.SIGKILL
    articles, read_through = found("桥")
    assert articles == 5
    assert 0 < read_through < 5
    assert update(library)
    assert found("桥") == (5, 0)


def die() -> NoReturn:
    """End this process as a power cut does."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
