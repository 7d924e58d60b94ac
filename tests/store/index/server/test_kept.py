"""Where the index in a database cannot be read, a search reads everything and says why."""

from pathlib import Path

import pytest

from store.errors import LibraryError
from store.index.query.parse import parse
from store.index.search import Searcher
from store.index.server.kept import ServerIndex
from store.index.server.writer import writing
from store.models import Article, Issue
from store.reader.marks import Marks
from tests.clusters import Cluster, needs_postgres
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
