"""Opening a library: the one that is named, else the reader's own; and what follows a change."""

from argparse import Namespace
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from store.config import Config
from store.errors import AwayError, LibraryError
from store.library.issue_file import load, save
from store.library.library import Library, open_library
from store.messages import Message
from store.reader.marks import Marks, open_marks
from store.reader.saved_filters import SavedFilter
from tests.tui.cli.support import ISSUE, Dubao
from tui.cli.libraries import carrier_of, library_of


def test_it_is_the_one_named_or_the_readers_own(dubao: Dubao, tmp_path: Path) -> None:
    with library_of(Namespace(library="there")) as library:
        assert library.path == Path("there")
    with library_of(Namespace(library=None)) as library:
        assert library.path == tmp_path / "data" / "dubao"


@pytest.mark.parametrize(
    "changes",
    [
        [("edit", f"{ISSUE}/1.1", "--split", "2")],
        [("remove", ISSUE), ("remove", "--undo")],
        [("reimport", ISSUE)],
        [("check", "--repair")],
        [("move", "--all", "--to", "other")],
    ],
    ids=lambda changes: changes[0][0],
)
def test_filters_act_on_whatever_changes(
    dubao: Dubao, page: str, changes: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    dubao("import", page)
    followed: list[Path] = []
    monkeypatch.setattr(
        "tui.cli.saved_filters.apply_all", lambda library: followed.append(library.path)
    )
    library = open_library()
    if changes[0][0] == "check":
        (library.path / "recent.json").unlink()
    elif changes[0][0] == "reimport":
        spoil(library)
    for words in changes:
        assert dubao(*words)[0] == 0, words
    assert followed
    followed.clear()
    for words in (("list",), ("search", "大桥"), ("check",), ("show", f"{ISSUE}/1.1")):
        dubao(*words)
    assert not followed


def spoil(library: Library) -> None:
    """Let the sample be read otherwise than it was."""
    with library._catalogue_file.changing() as change:
        (row,) = change.catalogue.rows
        stored = load(library.files, row)
        first, *rest = stored.issue.articles
        first = replace(first, headline="另一个", keywords=())
        stored = replace(stored, issue=replace(stored.issue, articles=(first, *rest)), parsed=())
        stored = replace(stored, parsed=(stored.issue,))
        save(library.files, stored, row)


def test_an_article_that_an_edit_makes_is_marked(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    marks = open_marks()
    dubao("filters", "all", "date:2024", "--star")
    before = len(marks.starred_keys())
    assert dubao("edit", f"{ISSUE}/1.1", "--split", "2")[0] == 0
    assert len(open_marks().starred_keys()) == before + 1


@pytest.mark.parametrize("words", [("edit", f"{ISSUE}/1.1", "--split", "2"), ("remove", ISSUE)])
def test_what_was_done_stands_when_filters_cannot_act(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    dubao("import", page)
    open_marks().filters.save(SavedFilter("all", "date:2024", "star"))
    before = open_library().rows()

    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(Marks, "mark_all", fail)
    status, out, errors = dubao(*words)
    assert status == 0
    assert out
    assert open_library().rows() != before
    assert errors.endswith("change: The disk is full.\n")


def test_what_came_before_an_error_is_followed(
    dubao: Dubao, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dubao("import", page)
    followed: list[object] = []
    monkeypatch.setattr("tui.cli.saved_filters.apply_all", followed.append)
    assert dubao("remove", ISSUE, "none")[0] == 2
    assert open_library().rows() == ()
    assert len(followed) == 1


def set_archive(tmp_path: Path) -> None:
    """Have marks lie in the archive."""
    config = tmp_path / "config" / "dubao" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('state = "archive"\n')


def test_marks_stay_here_where_the_library_is_no_archive(
    dubao: Dubao, page: str, tmp_path: Path
) -> None:
    set_archive(tmp_path)
    status, _, errors = dubao("import", page)
    assert (status, errors.count("your marks stay here, for the library is no archive")) == (0, 1)
    assert "marks stay" not in dubao("list")[2]


def test_what_a_command_marks_goes_to_the_archive_or_later(
    dubao: Dubao, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = []

    def exchange(address: str, *_: object) -> None:
        addresses.append(address)
        raise AwayError("{file}: no server of it answers ({why}).", file=address, why="refused")

    set_archive(tmp_path)
    monkeypatch.setattr("store.reader.exchange.carrier.exchange_once", exchange)
    monkeypatch.setenv("DUBAO_LIBRARY", "postgresql://far.example/papers")
    status, _, errors = dubao("clips")
    assert (status, addresses) == (1, ["postgresql://far.example/papers"])
    assert "What you marked is kept here, and goes to the archive later" in errors


def test_a_carrier_is_for_readers_who_ask_for_it(tmp_path: Path) -> None:
    def carrier(state: Literal["here", "archive"], library: str, restricted: bool) -> bool:
        arguments = Namespace(config=Config(state=state), library=library, restricted=restricted)
        return carrier_of(arguments, told.append) is not None

    told: list[Message] = []
    archive = "postgresql://far.example/papers"
    assert carrier("archive", archive, restricted=False)
    assert not carrier("here", archive, restricted=False)
    assert told == []
    assert not carrier("archive", archive, restricted=True)
    assert not carrier("archive", str(tmp_path), restricted=False)
    assert len(told) == 2
