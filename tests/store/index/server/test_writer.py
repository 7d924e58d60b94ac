"""The index in a database and the one in a file find what reading everything through finds."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.backends.postgres import statements
from store.errors import LibraryError
from store.index.query.parse import parse
from store.index.search import Searcher, open_searcher
from store.index.server.kept import ServerIndex
from store.index.server.writer import writing
from store.index.trends import Period, trend
from store.index.update import update
from store.locations import config_file
from store.models import Article, Issue, Keyword
from store.reader.marks import Marks
from tests.clusters import Cluster, needs_postgres
from tests.store.index.test_exact import Shelf, compare, put, queries

pytestmark = [needs_postgres, pytest.mark.slow]

BRIDGE = Keyword("古桥", 0.5, "topic", ("gu qiao",))
PAPER = Issue(
    articles=(
        Article(key="0" * 16, headline="古桥修好", keywords=(BRIDGE,)),
        Article(key="1" * 16, headline="另一座桥", keywords=(BRIDGE,)),
    )
)


@pytest.fixture
def address(cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give an archive whose index is empty, and is the one that is set."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    config_file().parent.mkdir(parents=True)
    config_file().write_text('search = "server"\n')
    with writing(cluster.address()) as writer:
        assert writer
        writer.empty()
    return cluster.address()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15
)
@given(
    st.lists(st.lists(put, min_size=1, max_size=3), min_size=1, max_size=3),
    st.lists(queries, min_size=4, max_size=8),
    st.booleans(),
)
def test_all_three_ways_find_the_same(
    address: str,
    marks: Marks,
    rounds: list[list[tuple[str, Issue | None]]],
    asked: list[str],
    fuzzy: bool,
) -> None:
    marks.mark_all([f"{n:016}" for n in range(0, 40, 2)], read=True)
    with writing(address) as writer:
        assert writer
        writer.empty()
    with TemporaryDirectory() as folder, closing(ServerIndex(address)) as index:
        archive = Shelf(Path(folder), address=address)
        shelf = Shelf(Path(folder), held=archive.held)
        looking = Searcher(archive, marks, index, fuzzy=fuzzy)
        local = open_searcher(shelf, marks, fuzzy=fuzzy)
        reading = Searcher(shelf, marks, fuzzy=fuzzy)
        for changes in rounds:
            for change in changes:
                archive.put(*change)
            compare(looking, reading, asked)
            assert update(archive)
            assert update(shelf)
            compare(looking, reading, asked)
            compare(looking, local, asked)
            compare_beside(looking, local, archive)


def compare_beside(looking: Searcher, local: Searcher, shelf: Shelf) -> None:
    """Check that both say the same of what is asked beside a search, of each article there."""
    for _, issue in shelf.held.values():
        for article in issue.articles:
            assert looking.like(article, most=2) == local.like(article, most=2)
            for word in article.keywords:
                periods = [over_time(searcher, shelf, word.word) for searcher in (looking, local)]
                assert periods[0] == periods[1]


def over_time(searcher: Searcher, shelf: Shelf, word: str) -> tuple[Period, ...]:
    """Return in how many articles a word was met, by day or month."""
    hits = searcher.search(parse(word)).hits
    places = {name: range(len(shelf.issue(name).articles)) for name in hits}
    found = [f"{name}/{at}" for name in hits for at in hits.select(name, places[name])]
    return trend(shelf.rows(), found)


def test_what_is_put_in_is_not_read(address: str, marks: Marks, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, address=address)
    shelf.put("a", PAPER)
    searcher = open_searcher(shelf, marks)
    assert searcher.search(parse("古桥")).read_through
    assert update(shelf)
    found = searcher.search(parse("古桥"))
    assert (found.articles, found.read_through, found.notes) == (1, 0, ())
    assert [facet.word for facet in searcher.facets(searcher.search(parse("桥")))] == ["古桥"]
    assert searcher.words("gq") == ("古桥",)


def test_an_index_is_made_anew(address: str, marks: Marks, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, address=address)
    shelf.put("a", PAPER)
    assert update(shelf)
    with psycopg.connect(address, autocommit=True) as other:
        other.execute("UPDATE dubao.index_state SET format = 1")
        searcher = open_searcher(shelf, marks)
        found = searcher.search(parse("古桥"))
        assert found.articles == 1
        assert "dubao reindex makes it anew" in str(found.notes[0])
        assert update(shelf)
        assert not searcher.search(parse("古桥")).notes
        ((issues,),) = other.execute("SELECT count(*) FROM dubao.index_issues")
        assert issues == 1


def test_nothing_is_left_for_searches_to_go_through(
    address: str, cluster: Cluster, marks: Marks, tmp_path: Path
) -> None:
    letters = "".join(map(chr, range(0x4E00, 0x5200)))
    texts = [letters[at:] + letters[:at] for at in range(0, 400, 20)]
    shelf = Shelf(tmp_path, address=address)
    shelf.put("a", Issue(articles=tuple(Article(paragraphs=(text,)) for text in texts)))
    assert update(shelf)
    assert open_searcher(shelf, marks).search(parse(letters[:3])).articles == len(texts)
    with psycopg.connect(address) as other:
        ((pages,),) = other.execute("SELECT gin_clean_pending_list('dubao.index_grams')")
    assert pages <= 8


def test_one_writes_at_a_time(address: str, tmp_path: Path) -> None:
    with psycopg.connect(address, autocommit=True) as other:
        other.execute(statements.TRY, (statements.LOCKS, "index"))
        assert not update(Shelf(tmp_path, address=address))
    assert update(Shelf(tmp_path, address=address))


def test_who_only_reads_leaves_it_to_others(address: str, cluster: Cluster, tmp_path: Path) -> None:
    reader = Shelf(tmp_path, address=cluster.address(user="lan"))
    reader.put("a", PAPER)
    assert update(reader)
    with psycopg.connect(address) as other:
        ((issues,),) = other.execute("SELECT count(*) FROM dubao.index_issues")
    assert not issues
    with pytest.raises(LibraryError, match="this role reads the index there and cannot rebuild it"):
        update(reader, anew=True)


def test_a_keeper_writes_what_a_reader_finds(
    address: str, cluster: Cluster, marks: Marks, tmp_path: Path
) -> None:
    keeper = Shelf(tmp_path, address=cluster.address(user="ye"))
    keeper.put("a", PAPER)
    assert update(keeper)
    assert update(keeper, anew=True)
    reader = Shelf(tmp_path, held=keeper.held, address=cluster.address(user="lan"))
    assert open_searcher(reader, marks).search(parse("古桥")).read_through == 0
