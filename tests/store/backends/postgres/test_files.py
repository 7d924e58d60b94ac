"""Files in PostgreSQL: one transaction, one writer, and what a role may do."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psycopg
import pytest

from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.backends.postgres.seen import Seen
from store.errors import HeldError, LibraryError, NewerError
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]


@pytest.fixture
def other(cluster: Cluster, archive: PostgresFiles) -> PostgresFiles:
    """Give the same files, as another process has them."""
    return PostgresFiles(Seen(cluster.address()), patience=0.05)


def test_what_is_written_under_one_lock_is_seen_all_at_once(
    archive: PostgresFiles, other: PostgresFiles
) -> None:
    with archive.lock():
        archive.write("catalogue.json", b"{}")
        archive.write_all({"issues/a/a-1.json": b"1", "sources/0.gz": b"2"})
        assert archive.names("") == ["catalogue.json", "issues/a/a-1.json", "sources/0.gz"]
        assert other.names("") == []
    assert other.names("") == ["catalogue.json", "issues/a/a-1.json", "sources/0.gz"]
    assert other.read("sources/0.gz") == b"2"


def test_no_other_thread_sees_what_may_be_undone_yet(archive: PostgresFiles) -> None:
    archive.write("catalogue.json", b"old")
    with archive.lock(), ThreadPoolExecutor(1) as other:
        archive.write("catalogue.json", b"new")
        assert archive.read("catalogue.json") == b"new"
        assert other.submit(archive.read, "catalogue.json").result() == b"old"
    assert archive.read("catalogue.json") == b"new"


def test_what_fails_leaves_everything_as_it_was(archive: PostgresFiles) -> None:
    archive.write("catalogue.json", b"old")

    def fail() -> None:
        with archive.lock():
            archive.write("catalogue.json", b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert archive.read("catalogue.json") == b"old"


def test_a_stamp_changes_with_its_file_and_never_returns(archive: PostgresFiles) -> None:
    stamps = []
    for data in (b"1", b"2", b"1"):
        archive.write("catalogue.json", data)
        stamps.append(archive.stamp("catalogue.json"))
    archive.remove("catalogue.json")
    assert archive.stamp("catalogue.json") is None
    archive.write("catalogue.json", b"1")
    assert len({*stamps, archive.stamp("catalogue.json"), None}) == 5


def test_json_of_a_folder_alone_has_stamps(archive: PostgresFiles) -> None:
    names = ("marks/a.json", "marks/b.txt", "marks/in/c.json", "d.json")
    archive.write_all(dict.fromkeys(names, b""))
    assert archive.stamps("marks") == {"marks/a.json": archive.stamp("marks/a.json")}


def test_a_lock_left_by_the_dead_is_free(archive: PostgresFiles, other: PostgresFiles) -> None:
    lock = archive.lock()
    lock.__enter__()
    archive.write("catalogue.json", b"half")
    archive.close()  # as the death of its process does
    with other.lock():
        assert other.read("catalogue.json") is None


def test_threads_write_one_after_another(archive: PostgresFiles) -> None:
    def count(_: int) -> None:
        with archive.lock():
            archive.write("catalogue.json", b"%d" % (int(archive.read("catalogue.json") or 0) + 1))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(count, range(12)))
    assert archive.read("catalogue.json") == b"12"


def test_one_alone_does_a_thing_while_others_write(
    archive: PostgresFiles, other: PostgresFiles
) -> None:
    with archive.alone("fetching"):
        other.write("catalogue.json", b"{}")
        with pytest.raises(HeldError), other.alone("fetching"):
            pass
        with other.alone("watching"):
            pass
    with other.alone("fetching"):
        pass


@pytest.mark.parametrize("name", ["../a", "/etc/a", "a//b", "a/./b"])
def test_no_name_leads_elsewhere(archive: PostgresFiles, name: str) -> None:
    with pytest.raises(LibraryError, match="leads elsewhere"):
        archive.write(name, b"")


def test_a_file_of_a_stranger_is_read_within_its_bound(
    archive: PostgresFiles, cluster: Cluster
) -> None:
    put = "INSERT INTO dubao.files VALUES ('library.json', convert_to(repeat(' ', %s), 'utf8'), 1)"
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute(put, (2**21,))
    with pytest.raises(LibraryError, match="larger than any that dubao writes"):
        archive.read("library.json")


def test_tables_of_a_newer_dubao_are_refused(archive: PostgresFiles, cluster: Cluster) -> None:
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("UPDATE dubao.archive SET version = 99")
        try:
            with pytest.raises(NewerError, match="newer dubao"):
                archive.read("catalogue.json")
        finally:
            connection.execute("UPDATE dubao.archive SET version = 1")


def test_one_that_may_only_be_read_is_not_written(cluster: Cluster) -> None:
    files = PostgresFiles(Seen(cluster.address()), readonly=True)
    assert not files.writable()
    with pytest.raises(LibraryError, match="may only be read"), files.lock():
        pass
    with pytest.raises(LibraryError, match="may only be read"), files.alone("fetching"):
        pass
    with pytest.raises(LibraryError, match="may only be read"):
        files.lock_key()


def test_a_role_may_do_what_it_was_granted(cluster: Cluster, archive: PostgresFiles) -> None:
    archive.write("catalogue.json", b"{}")
    reader = PostgresFiles(Seen(cluster.address(user="lan")))
    keeper = PostgresFiles(Seen(cluster.address(user="ye")))
    assert reader.read("catalogue.json") == keeper.read("catalogue.json") == b"{}"
    assert not reader.writable()
    assert keeper.writable()
    with pytest.raises(LibraryError, match="may not do that"), reader.lock():
        reader.write("catalogue.json", b"[]")
    keeper.write("catalogue.json", b"[1]")
    assert reader.read("catalogue.json") == b"[1]"
    stranger = PostgresFiles(Seen(cluster.address(user="hei")))
    with pytest.raises(LibraryError, match="may not do that"):
        stranger.read("catalogue.json")


@pytest.fixture
def tampered(cluster: Cluster) -> Iterator[psycopg.Connection]:
    """Give a connection by which the tables of another archive are changed."""
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE tampered")
        make_archive(cluster.address("tampered"))
        with psycopg.connect(cluster.address("tampered"), autocommit=True) as other:
            yield other
        connection.execute("DROP DATABASE tampered WITH (FORCE)")


_ALTERED = (
    "DROP CONSTRAINT archive_pkey, DROP CONSTRAINT archive_one_check",
    "ALTER version TYPE text",
    "ALTER change TYPE text USING 'x'",
    "ALTER change DROP NOT NULL, ALTER change TYPE bigint USING NULL",
    "ALTER version DROP NOT NULL, ALTER version TYPE int USING NULL",
)


@pytest.mark.parametrize("altered", _ALTERED)
def test_an_archive_of_other_types_is_told_or_read(
    cluster: Cluster, tampered: psycopg.Connection, altered: str
) -> None:
    tampered.execute(f"ALTER TABLE dubao.archive {altered}".encode())
    if "DROP CONSTRAINT" in altered:
        tampered.execute("INSERT INTO dubao.archive VALUES (true, 1, 5)")
    files = PostgresFiles(Seen(cluster.address("tampered")))
    for ask in (files.change, files.writable, lambda: files.names(""), lambda: files.read("a")):
        with suppress(LibraryError):
            ask()
    files.close()


def test_files_of_other_types_are_read_as_what_they_should_be(
    cluster: Cluster, tampered: psycopg.Connection
) -> None:
    tampered.execute("INSERT INTO dubao.files VALUES ('issues/a.json', 'x', 3)")
    tampered.execute(
        "ALTER TABLE dubao.files ALTER change TYPE text,"
        " ALTER data TYPE text USING convert_from(data, 'UTF8')"
    )
    files = PostgresFiles(Seen(cluster.address("tampered")))
    assert files.read("issues/a.json") == b"x"
    assert files.stamp("issues/a.json") == (3, 1)
    assert files.stamps("issues") == {"issues/a.json": (3, 1)}
    tampered.execute("ALTER TABLE dubao.files ALTER data DROP NOT NULL")
    tampered.execute("UPDATE dubao.files SET data = NULL")
    assert files.stamps("issues") == {}
    assert files.stamp("issues/a.json") is None
    files.close()


def test_names_that_lead_elsewhere_are_neither_listed_nor_read(
    cluster: Cluster, archive: PostgresFiles
) -> None:
    away = ("issues/../../a.json", "/tmp/a.json", "issues//a.json")
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        for name in away:
            connection.execute("INSERT INTO dubao.files VALUES (%s, 'x', 1)", (name,))
    assert archive.names("") == []
    assert archive.stamps("issues/../..") == {}
    for name in away:
        with pytest.raises(LibraryError):
            archive.read(name)
