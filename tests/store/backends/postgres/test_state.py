"""What readers keep in an archive: each sees and writes their own, whatever SQL they send."""

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import errors

from store.backends.disk import state_files
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.backends.postgres.state import ArchiveState
from store.errors import AwayError, LibraryError
from store.reader.exchange.exchange import Exchange
from store.reader.marks import open_marks
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]

KEY = "00" * 8


@pytest.fixture
def states(cluster: Cluster, archive: PostgresFiles) -> Iterator[Callable[[str], ArchiveState]]:
    """Give a function that returns what a role keeps in an archive where nothing is kept yet."""
    cluster.sql("TRUNCATE dubao.state", database="papers")
    opened = []

    def open_state(role: str) -> ArchiveState:
        opened.append(ArchiveState(cluster.address(user=role)))
        return opened[-1]

    yield open_state
    for state in opened:
        state.close()


States = Callable[[str], ArchiveState]


def test_a_change_is_made_to_what_was_read(states: States) -> None:
    one, other = states("lan"), states("lan")
    assert one.changes() == {}
    assert one.put({"a.json": (0, b"1"), "b.json": (0, b"2")}) == {"a.json": 1, "b.json": 1}
    assert other.put({"a.json": (0, b"3"), "b.json": (1, b"4")}) == {"b.json": 2}
    assert one.changes() == {"a.json": 1, "b.json": 2}
    assert one.read(["a.json", "b.json", "c.json"]) == {"a.json": (1, b"1"), "b.json": (2, b"4")}
    assert one.key() == other.key()


def test_each_role_has_its_own(states: States) -> None:
    states("lan").put({"a.json": (0, b"lan's")})
    states("ye").put({"a.json": (0, b"ye's")})
    assert states("lan").read(["a.json"]) == {"a.json": (1, b"lan's")}
    assert states("ye").read(["a.json"]) == {"a.json": (1, b"ye's")}
    assert states("postgres").changes() == {}
    assert len({states(role).key() for role in ("lan", "ye", "postgres")}) == 3


@pytest.mark.parametrize("role", ["lan", "ye"])
def test_another_ones_rows_are_out_of_reach(states: States, cluster: Cluster, role: str) -> None:
    other = {"lan": "ye", "ye": "lan"}[role]
    states(other).put({"a.json": (0, b"mine")})
    states(role).put({"b.json": (0, b"own")})
    with psycopg.connect(cluster.address(user=role), autocommit=True) as own:
        assert own.execute("SELECT owner, name FROM dubao.state").fetchall() == [(role, "b.json")]
        assert own.execute("UPDATE dubao.state SET data = ''").rowcount == 1
        assert own.execute("DELETE FROM dubao.state WHERE name = 'a.json'").rowcount == 0
        for hostile in (
            f"INSERT INTO dubao.state VALUES ('{other}', 'c.json', '', 1)",
            f"INSERT INTO dubao.state VALUES ('{other}', 'a.json', '', 1) ON CONFLICT (owner, name)"
            " DO UPDATE SET data = ''",
            f"UPDATE dubao.state SET owner = '{other}'",
            "TRUNCATE dubao.state",
            "ALTER TABLE dubao.state DISABLE ROW LEVEL SECURITY",
            "DROP POLICY own ON dubao.state",
            "SET row_security = off; TABLE dubao.state",
            f"SET ROLE {other}",
            f"SET SESSION AUTHORIZATION {other}",
            "CREATE TRIGGER seen BEFORE INSERT ON dubao.state EXECUTE FUNCTION f()",
        ):
            with pytest.raises((errors.InsufficientPrivilege, errors.Error)) as refused:
                own.execute(hostile.encode())
            assert isinstance(refused.value, errors.InsufficientPrivilege), hostile
    assert states(other).read(["a.json"]) == {"a.json": (1, b"mine")}


def test_who_is_no_reader_is_told(states: States) -> None:
    with pytest.raises(LibraryError, match="this role may keep no marks there"):
        states("hei").changes()


def test_an_archive_made_before_says_what_adds_it(states: States, cluster: Cluster) -> None:
    cluster.sql("DROP TABLE dubao.state", database="papers")
    with pytest.raises(LibraryError, match="dubao library init adds what lacks"):
        states("lan").changes()
    make_archive(cluster.address())
    assert states("lan").changes() == {}


def test_what_is_too_large_is_neither_put_nor_read(
    states: States, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LibraryError):
        states("lan").put({"a" * 101: (0, b"")})
    cluster.sql(
        "ALTER TABLE dubao.state DROP CONSTRAINT state_data_check",
        "INSERT INTO dubao.state VALUES ('lan', 'a.json', repeat('a', 65 * 1048576)::bytea, 3)",
        database="papers",
    )
    assert states("lan").read(["a.json"]) == {"a.json": (3, b"")}


def test_a_reader_is_the_same_on_two_hosts(states: States, tmp_path: Path) -> None:
    one, other = (Exchange(state_files(tmp_path / each), states("lan")) for each in ("1", "2"))
    ye = Exchange(state_files(tmp_path / "ye"), states("ye"))
    open_marks(tmp_path / "1").mark(KEY, starred=True)
    open_marks(tmp_path / "2").mark(KEY, read=True)
    for each in (one, other, one, ye):
        each.run()
    for host in ("1", "2"):
        mark = open_marks(tmp_path / host).get(KEY)
        assert (mark.read, mark.starred) == (True, True)
    assert not (tmp_path / "ye" / "marks").exists()


def test_no_server(cluster: Cluster) -> None:
    with pytest.raises(AwayError):
        ArchiveState("postgresql://lan@127.0.0.1:1/papers").changes()


def test_tables_of_other_types_are_read_as_what_they_should_be(cluster: Cluster) -> None:
    with psycopg.connect(cluster.address(), autocommit=True) as connection:
        connection.execute("CREATE DATABASE altered")
        make_archive(cluster.address("altered"))
        state = ArchiveState(cluster.address("altered"))
        state.put({"a.json": (0, b"1"), "b.json": (0, b"2")})
        with psycopg.connect(cluster.address("altered"), autocommit=True) as other:
            other.execute("ALTER TABLE dubao.state DROP CONSTRAINT state_data_check")
            other.execute(
                "ALTER TABLE dubao.state ALTER change TYPE text, ALTER change DROP NOT NULL,"
                " ALTER data TYPE text USING convert_from(data, 'UTF8')"
            )
            other.execute("UPDATE dubao.state SET change = NULL WHERE name = 'b.json'")
        assert state.changes() == {"a.json": 1}
        assert state.read(["a.json", "b.json"]) == {"a.json": (1, b"1")}
        state.close()
        connection.execute("DROP DATABASE altered WITH (FORCE)")
