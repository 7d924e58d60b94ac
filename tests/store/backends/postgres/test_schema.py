"""What makes an archive, once and again."""

import pytest

from store.backends.postgres.files import PostgresFiles
from store.backends.postgres.schema import make_archive
from store.backends.postgres.seen import Seen
from store.errors import LibraryError
from tests.clusters import Cluster, needs_postgres

pytestmark = [needs_postgres, pytest.mark.slow]


def test_what_is_there_already_stays(cluster: Cluster, archive: PostgresFiles) -> None:
    archive.write("catalogue.json", b"{}")
    make_archive(cluster.address())
    assert archive.read("catalogue.json") == b"{}"


def test_a_database_without_one_says_how_to_make_it(cluster: Cluster) -> None:
    files = PostgresFiles(Seen(cluster.address("postgres")))
    with pytest.raises(LibraryError, match="dubao library init makes one"):
        files.read("catalogue.json")


def test_who_may_not_make_one_is_told(cluster: Cluster) -> None:
    with pytest.raises(LibraryError, match=r"no library can be made there \(permission denied"):
        make_archive(cluster.address("postgres", user="hei"))


def test_a_database_that_is_not_there_is_told(cluster: Cluster) -> None:
    with pytest.raises(LibraryError, match='database "nowhere" does not exist'):
        make_archive(cluster.address("nowhere"))
