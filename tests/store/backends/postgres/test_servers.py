"""Which server is read, and which is written: a primary and its standby, one of which dies."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.backends.postgres import servers
from store.backends.postgres.connection import Connection
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.backends.postgres.seen import Seen
from store.errors import AwayError, LibraryError
from tests.clusters import Cluster, followed, needs_postgres, running


def test_warnings_of_psycopg_are_not_written_into_the_screen() -> None:
    handlers = logging.getLogger("psycopg").handlers
    assert any(isinstance(handler, logging.NullHandler) for handler in handlers)


@pytest.mark.slow
@needs_postgres
def test_a_server_that_is_too_old_is_told(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path))
    monkeypatch.setattr(servers, "OLDEST", 99)
    with pytest.raises(AwayError, match=r"it is PostgreSQL \d+, and a library needs 99"):
        PostgresFiles(Seen(cluster.address())).read("catalogue.json")


@pytest.mark.slow
@needs_postgres
def test_whoever_reads_waits_for_one_that_does_not_answer_once(
    archive: PostgresFiles, cluster: Cluster, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path))
    monkeypatch.setattr(servers, "REST", 0.0)
    archive.write("catalogue.json", b"{}")
    asked = list[str]()
    opened = servers.Server.opened

    def noting(server: servers.Server) -> Connection:
        asked.append(server.name)
        return opened(server)

    monkeypatch.setattr(servers.Server, "opened", noting)
    files = PostgresFiles(Seen(f"postgresql://postgres@127.0.0.1:1,{cluster.host}/papers"))
    for _ in range(3):
        assert files.read("catalogue.json") == b"{}"
    assert asked == ["127.0.0.1:1", cluster.host]
    away = PostgresFiles(Seen("postgresql://postgres@127.0.0.1:1/papers"))
    for _ in range(3):
        with pytest.raises(AwayError):
            away.read("catalogue.json")
    assert asked[2:] == ["127.0.0.1:1"] * 3


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Cluster, Cluster]]:
    """Give a primary with an archive, and a standby that follows it."""
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path))
    with running() as primary:
        primary.sql("CREATE DATABASE papers")
        make_archive(primary.address())
        with followed(primary) as standby:
            yield primary, standby


@pytest.mark.slow
@needs_postgres
def test_a_failover_loses_nothing_and_the_former_primary_is_not_written(
    pair: tuple[Cluster, Cluster], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    primary, standby = pair
    primary.wait_for_standby(True)
    both = f"postgresql://postgres@{standby.host},{primary.host}/papers"
    files = PostgresFiles(Seen(both))
    for number in range(5):
        files.write("catalogue.json", b"%d" % number)
        assert files.read("catalogue.json") == b"%d" % number, "one's own writes are seen"
    primary.stop()
    assert files.read("catalogue.json") == b"4", "the standby answers"
    with pytest.raises(AwayError, match="standbys"):
        files.write("catalogue.json", b"5")
    standby.wait_for_standby(False)
    standby.promote()
    files.write("catalogue.json", b"6")
    assert files.read("catalogue.json") == b"6"
    primary.wait_for_standby(False)
    primary.start()
    again = PostgresFiles(Seen(both))
    again.write("catalogue.json", b"7")
    assert files.read("catalogue.json") == b"7", "of two primaries the later one is written"
    the_former_first = f"postgresql://postgres@{primary.host},{standby.host}/papers"
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "another reader's"))
    assert PostgresFiles(Seen(the_former_first)).read("catalogue.json") == b"7", "and read"
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path))
    with pytest.raises(LibraryError, match="was the primary before another one took over"):
        PostgresFiles(Seen(primary.address())).write("catalogue.json", b"8")
