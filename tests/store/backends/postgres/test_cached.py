"""Files of an archive that are kept here, and read while no server answers."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from store.backends.postgres.cached import CachedFiles
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.seen import Seen
from store.errors import AwayError
from store.messages import Message
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty cache."""
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path))
    return tmp_path


@pytest.fixture
def told() -> list[Message]:
    """Give what is told."""
    return []


@pytest.fixture
def files(archive: PostgresFiles, cluster: Cluster, told: list[Message]) -> CachedFiles:
    """Give files of an archive that holds an issue."""
    archive.write_all({"recent.json": b"{}", "issues/a/a-1.json": b"old", "sources/0.gz": b"0"})
    return cached(cluster, told=told.append)


def cached(cluster: Cluster, **how: Any) -> CachedFiles:
    """Return the files of the archive as a process has them that begins now."""
    seen = Seen(cluster.address())
    return CachedFiles(lambda: PostgresFiles(seen), seen, **how)


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let no server answer until it is undone, and servers be asked again at once."""

    def fail(*_: object) -> None:
        raise AwayError("no server of it answers.")

    monkeypatch.setattr("store.backends.postgres.cached.REST", 0.01)
    monkeypatch.setattr("store.backends.postgres.files.MOMENT", -1.0)
    with monkeypatch.context() as gone:
        gone.setattr(PostgresFiles, "_asked", fail)
        yield gone


def test_what_was_read_once_comes_over_the_line_no_more(
    files: CachedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.read("issues/a/a-1.json") == b"old"
    monkeypatch.setattr(PostgresFiles, "fetch", lambda *_: pytest.fail("it is here"))
    assert files.read("issues/a/a-1.json") == b"old"


def test_nothing_is_asked_of_what_is_kept_while_nothing_has_changed(
    files: CachedFiles, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.read("issues/a/a-1.json") == b"old"
    monkeypatch.setattr(PostgresFiles, "stamps_of", lambda *_: pytest.fail("it is known"))
    assert cached(cluster).read("issues/a/a-1.json") == b"old"


def test_after_a_change_it_is_asked_once_whether_what_is_kept_is_that_yet(
    files: CachedFiles,
    archive: PostgresFiles,
    cluster: Cluster,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert files.read("issues/a/a-1.json") == b"old"
    archive.write("recent.json", b"[1]")
    assert cached(cluster).read("issues/a/a-1.json") == b"old"
    monkeypatch.setattr(PostgresFiles, "stamps_of", lambda *_: pytest.fail("it is known"))
    monkeypatch.setattr(PostgresFiles, "fetch", lambda *_: pytest.fail("it is here"))
    assert cached(cluster).read("issues/a/a-1.json") == b"old"


def test_what_has_changed_is_read_anew(files: CachedFiles, archive: PostgresFiles) -> None:
    assert files.read("issues/a/a-1.json") == b"old"
    archive.write("issues/a/a-1.json", b"new")
    assert files.read("issues/a/a-1.json") == b"new"
    archive.remove("issues/a/a-1.json")
    assert files.read("issues/a/a-1.json") is None


def test_reading_goes_on_with_what_was_read_and_one_sentence_says_so(
    files: CachedFiles, told: list[Message], request: pytest.FixtureRequest
) -> None:
    files.read("recent.json")
    stamp = files.stamp("issues/a/a-1.json")
    files.read("issues/a/a-1.json")
    away: pytest.MonkeyPatch = request.getfixturevalue("away")
    assert files.stamp("issues/a/a-1.json") == stamp
    assert files.read("issues/a/a-1.json") == b"old"
    (sentence,) = map(str, told)
    assert sentence.startswith("no server of it answers. What is shown is of ")
    away.undo()
    until_asked()
    assert files.stamp("sources/0.gz")
    assert len(told) == 1


def test_without_anything_kept_it_is_an_error(files: CachedFiles, away: object) -> None:
    with pytest.raises(AwayError):
        files.stamp("recent.json")


def test_whoever_writes_reads_no_copy(files: CachedFiles, archive: PostgresFiles) -> None:
    files.read("recent.json")
    with files.lock():
        files.write("recent.json", b"[1]")
        assert files.read("recent.json") == b"[1]"
    assert files.read("recent.json") == b"[1]"


def test_what_was_kept_first_goes_when_there_is_no_room(
    archive: PostgresFiles, cluster: Cluster, cache: Path
) -> None:
    names = [f"issues/a/a-{number}.json" for number in range(4)]
    archive.write_all(dict.fromkeys(names, b"x" * 1000))
    for name in names:
        cached(cluster, room=2500).read(name)
    kept = sorted(path.name for path in cache.rglob("a-*.json"))
    assert kept == ["a-2.json", "a-3.json"]


def test_nobody_else_may_look_into_it(files: CachedFiles, cache: Path) -> None:
    files.read("issues/a/a-1.json")
    assert not any(path.stat().st_mode & 0o077 for path in cache.rglob("*"))


def test_who_begins_lazily_asks_nobody_before_following(
    files: CachedFiles, archive: PostgresFiles, cluster: Cluster
) -> None:
    files.read("recent.json")
    files.read("issues/a/a-1.json")
    archive.write("recent.json", b"[1]")
    connections = []

    def connect() -> PostgresFiles:
        connections.append(cluster)
        return archive

    later = CachedFiles(connect, Seen(cluster.address()), lazily=True)
    assert later.read("recent.json") == b"{}"
    assert not connections
    later.follow()
    until_asked()
    assert later.read("recent.json") == b"[1]"


def test_who_begins_lazily_begins_with_what_was_written_here(
    files: CachedFiles, cluster: Cluster
) -> None:
    files.read("issues/a/a-1.json")
    with files.lock():
        files.write("recent.json", b"[2]")
    seen = Seen(cluster.address())
    later = CachedFiles(lambda: pytest.fail("nobody is asked"), seen, lazily=True)
    assert later.read("recent.json") == b"[2]"


def test_who_cannot_begin_with_that_asks_at_once(
    files: CachedFiles, archive: PostgresFiles, cluster: Cluster
) -> None:
    files.read("recent.json")
    files.read("issues/a/a-1.json")
    archive.write("recent.json", b"[3]")
    later = cached(cluster, lazily=True)
    later.follow(at_once=True)
    assert later.read("recent.json") == b"[3]"


def test_the_first_one_who_begins_lazily_asks_at_once(
    archive: PostgresFiles, cluster: Cluster
) -> None:
    archive.write("recent.json", b"{}")
    assert cached(cluster, lazily=True).read("recent.json") == b"{}"


def until_asked() -> None:
    """Wait until the servers have answered the threads that ask."""
    for waiting in threading.enumerate():
        if waiting.name == "archive":
            waiting.join(60)
