"""The thread that exchanges while one reads."""

from pathlib import Path
from threading import Event

import pytest

from store.backends.disk import state_files
from store.errors import LibraryError
from store.messages import Message
from store.reader.exchange import carrier
from store.reader.exchange.carrier import Carrier, exchange_once
from store.reader.marks import open_marks
from tests.store.reader.exchange.hosts import HeldArchive

KEY = "00" * 8
PATIENCE = 60.0


@pytest.fixture
def archive(held: HeldArchive, monkeypatch: pytest.MonkeyPatch) -> HeldArchive:
    """Give what every address leads to."""
    monkeypatch.setattr(carrier, "open_state", lambda address: held)
    return held


def test_what_is_marked_goes_at_the_end_at_the_latest(archive: HeldArchive, tmp_path: Path) -> None:
    one = Carrier("postgresql://here/papers", state_files(tmp_path / "one"))
    one.begin()
    open_marks(tmp_path / "one").mark(KEY, read=True)
    one.end(PATIENCE)
    exchange_once("postgresql://here/papers", state_files(tmp_path / "other"), print)
    assert open_marks(tmp_path / "other").get(KEY).read


def test_one_that_never_began_ends_at_once(archive: HeldArchive, tmp_path: Path) -> None:
    Carrier("postgresql://here/papers", state_files(tmp_path)).end(PATIENCE)
    assert archive.held == {}


def test_an_archive_that_is_away_is_not_told_of(archive: HeldArchive, tmp_path: Path) -> None:
    told: list[Message] = []
    archive.away = True
    away = Carrier("postgresql://here/papers", state_files(tmp_path), told.append)
    away.begin()
    away.end(PATIENCE)
    assert told == []


def test_what_is_wrong_is_told_once(
    archive: HeldArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        asked.append(1)
        if len(asked) > 2:
            enough.set()
        raise LibraryError("this role may keep no marks")

    asked: list[int] = []
    told: list[Message] = []
    enough = Event()
    monkeypatch.setattr(carrier, "EVERY", 0)
    monkeypatch.setattr(archive, "key", fail)
    failing = Carrier("postgresql://here/papers", state_files(tmp_path), told.append)
    failing.begin()
    assert enough.wait(PATIENCE)
    failing.end(PATIENCE)
    assert list(map(str, told)) == ["this role may keep no marks"]
