"""Where the index in a database cannot be read, a search reads everything and says why."""

import time
from itertools import count
from pathlib import Path

import pytest

from store.backends.postgres import connection
from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.errors import AwayError, LibraryError
from store.index.query.parse import parse
from store.index.results import Budget, GivenUpError
from store.index.search import Searcher
from store.index.server.kept import ServerIndex
from store.index.server.writer import writing
from store.index.update import update
from store.locations import config_file
from store.models import Article, Issue
from store.reader.marks import Marks
from tests.clusters import Cluster, followed, needs_postgres, running
from tests.store.index.test_exact import Shelf

pytestmark = [needs_postgres, pytest.mark.slow]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give a library of one article."""
    shelf = Shelf(tmp_path)
    shelf.put("a", Issue(articles=(Article(key="0" * 16, headline="古桥修好"),)))
    return shelf


def test_where_no_index_can_lie_all_is_read(cluster: Cluster, shelf: Shelf, marks: Marks) -> None:
    address = cluster.address("postgres")
    found = Searcher(shelf, marks, ServerIndex(address)).search(parse("古桥"))
    assert found.articles == 1
    assert "dubao library init makes it" in str(found.notes[0])
    with pytest.raises(LibraryError, match="dubao library init adds what lacks"), writing(address):
        pass


def test_while_no_server_answers_all_is_read(shelf: Shelf, marks: Marks) -> None:
    index = ServerIndex("postgresql://127.0.0.1:1/papers")
    found = Searcher(shelf, marks, index).search(parse("古桥"))
    assert found.articles == 1
    assert "none of its servers can be connected to" in str(found.notes[0])


def test_a_search_that_is_given_up_ends_on_the_server(
    cluster: Cluster, archive: PostgresFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CANCEL", 60.0)
    looks = count()
    index = ServerIndex(cluster.address())
    moment = index.moment(Budget(lambda: next(looks) > 3))
    with pytest.raises(GivenUpError), moment as (_, tables):
        tables._connection.execute("SELECT pg_sleep(1000)")
    with index.moment(Budget()) as (_, tables):
        assert not list(tables.words(["古桥"]))
    index.close()


def test_a_standby_is_searched_and_goes_on_once_it_is_promoted(
    shelf: Shelf, marks: Marks, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("DUBAO_CACHE", str(tmp_path / "cache"))
    config_file().parent.mkdir(parents=True)
    config_file().write_text('search = "server"\n')
    with running() as primary:
        primary.sql("CREATE DATABASE papers")
        make_archive(primary.address())
        for name, role in (("lan", "reader"), ("ye", "keeper")):
            primary.sql(f"CREATE ROLE {name} LOGIN IN ROLE dubao_{role}")
        with followed(primary) as standby:
            hosts = f"{standby.host},{primary.host}/papers"
            shelf.address = f"postgresql://ye@{hosts}"
            reader = Searcher(shelf, marks, ServerIndex(f"postgresql://lan@{hosts}"))

            def found() -> tuple[int, int]:
                results = reader.search(parse("古桥"))
                assert not results.notes
                return results.articles, results.read_through

            assert update(shelf)
            end = time.monotonic() + 60
            while found() != (1, 0):  # it is on its way to the standby
                assert time.monotonic() < end
            primary.stop()
            assert found() == (1, 0)
            shelf.put("b", Issue(articles=(Article(key="1" * 16, headline="古桥通车"),)))
            with pytest.raises(AwayError, match="standbys"):
                update(shelf)
            assert found() == (2, 1)
            standby.promote()
            assert update(shelf)
            assert found() == (2, 0)
