"""An index in the archive: a host that has none begins with it, where it is whole."""

import zlib
from pathlib import Path

import psycopg
import pytest
from msgspec.structs import replace

from store.errors import LibraryError
from store.index.query.parse import parse
from store.index.search import open_searcher
from store.index.server import exchange as subject
from store.index.server.exchange import take
from store.index.storage.location import index_file
from store.index.update import share, update
from store.models import Article, Issue
from store.reader.marks import Marks
from tests.clusters import Cluster, needs_postgres
from tests.store.index.test_exact import Shelf

pytestmark = [needs_postgres, pytest.mark.slow]

PAPER = Issue(articles=(Article(key="0" * 16, headline="古桥修好"),))
OTHER = Issue(articles=(Article(key="1" * 16, headline="古桥又坏"),))


class Unread(Shelf):
    """A library of which nothing is to be read."""

    def issue(self, name: str) -> Issue:
        return pytest.fail(f"{name} is read")


@pytest.fixture
def keeper(cluster: Cluster, tmp_path: Path) -> Shelf:
    """Give the library as a host has it that has shared its index."""
    shelf = Shelf(tmp_path / "keeper", address=cluster.address(user="ye"))
    shelf.path.mkdir()
    shelf.put("a", PAPER)
    assert update(shelf)
    share(shelf)
    return shelf


@pytest.fixture
def host(keeper: Shelf, cluster: Cluster, tmp_path: Path) -> Shelf:
    """Give the same as a host has it that has no index."""
    (tmp_path / "host").mkdir()
    return Shelf(tmp_path / "host", keeper.held, address=cluster.address(user="lan"))


def found(shelf: Shelf, marks: Marks) -> tuple[int, int]:
    """Return how many articles a search finds, and how many it reads for that."""
    results = open_searcher(shelf, marks).search(parse("古桥"))
    return results.articles, results.read_through


def test_a_host_without_an_index_reads_no_issue_that_is_in_the_one_that_lies_there(
    host: Shelf, marks: Marks
) -> None:
    new = Unread(host.path, host.held, address=host.address)
    assert update(new)
    assert found(new, marks) == (1, 0)


def test_what_has_changed_since_is_put_in(host: Shelf, marks: Marks) -> None:
    host.put("b", OTHER)
    assert update(host)
    assert found(host, marks) == (2, 0)


def test_a_host_keeps_the_index_that_it_has(
    host: Shelf, marks: Marks, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert update(host)
    monkeypatch.setattr(subject, "take", lambda *_: pytest.fail("it has one"))
    assert update(host)


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE dubao.index_copy SET format = 1",
        "UPDATE dubao.index_copy SET part = 7",
        "UPDATE dubao.index_copy SET data = 'no'",
        "UPDATE dubao.index_copy SET data = substr(data, 1, 100)",
        "INSERT INTO dubao.index_copy SELECT n, format, '' FROM dubao.index_copy,"
        " generate_series(1, 20) AS n",
        "DELETE FROM dubao.index_copy",
    ],
)
def test_where_it_is_none_the_index_is_built(
    host: Shelf, cluster: Cluster, marks: Marks, broken: str
) -> None:
    with psycopg.connect(cluster.address(), autocommit=True) as other:
        other.execute(broken.encode())
    assert not take(host, index_file(host))
    assert list(host.path.iterdir()) == []
    assert update(host)
    assert found(host, marks) == (1, 0)


@pytest.mark.parametrize("inside", [b"x" * 5000, b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_no_index_is_made_anew(
    host: Shelf, cluster: Cluster, marks: Marks, inside: bytes
) -> None:
    with psycopg.connect(cluster.address(), autocommit=True) as other:
        other.execute("UPDATE dubao.index_copy SET data = %s", (zlib.compress(inside),))
    assert update(host)
    assert found(host, marks) == (1, 0)


def test_no_more_is_unpacked_than_a_part_has(host: Shelf, cluster: Cluster) -> None:
    bomb = zlib.compress(b"\0" * (subject.PART + 1))
    with psycopg.connect(cluster.address(), autocommit=True) as other:
        other.execute("UPDATE dubao.index_copy SET data = %s", (bomb,))
    assert not take(host, index_file(host))


def test_who_only_reads_shares_nothing(host: Shelf) -> None:
    assert update(host)
    with pytest.raises(LibraryError, match=r"cannot be put there .*permission denied"):
        share(host)


def test_an_index_that_is_damaged_is_not_shared(keeper: Shelf) -> None:
    index_file(keeper).write_bytes(b"no index" * 1000)
    with pytest.raises(LibraryError, match=r"cannot be put there \(file is not a database"):
        share(keeper)


def test_what_one_has_set_right_alone_is_not_shared(keeper: Shelf) -> None:
    row, issue = keeper.held["a"]
    keeper.held["a"] = replace(row, own="mine"), issue
    assert update(keeper)
    with pytest.raises(LibraryError, match="what you alone have set right"):
        share(keeper)
