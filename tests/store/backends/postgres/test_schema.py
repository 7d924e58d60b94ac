"""What makes an archive, once and again."""

import psycopg
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


_RIGHTS = """
SELECT relname, string_agg(may, ' ' ORDER BY may) FROM pg_class
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS may
WHERE relnamespace = 'dubao'::regnamespace AND relkind = 'r'
    AND has_table_privilege(%s, pg_class.oid, may) GROUP BY relname
"""


def test_one_made_before_gets_what_it_lacks_and_roles_no_more_than_they_need(
    cluster: Cluster, archive: PostgresFiles
) -> None:
    archive.write("catalogue.json", b"{}")
    with psycopg.connect(cluster.address(), autocommit=True) as connection:

        def rights(role: str) -> dict[str, str]:
            return dict(connection.execute(_RIGHTS, (role,)).fetchall())

        made = rights("dubao_reader").keys()
        added = [name for name in made if name not in ("archive", "files")]
        connection.execute(f"DROP TABLE {', '.join(f'dubao.{name}' for name in added)}".encode())
        assert rights("dubao_reader").keys() == {"archive", "files"}
        make_archive(cluster.address())
        written = "DELETE INSERT SELECT UPDATE"
        reader, keeper = rights("dubao_reader"), rights("dubao_keeper")
        assert reader == dict.fromkeys(made, "SELECT") | {"state": written}
        assert keeper == dict.fromkeys(made, written) | {"archive": "SELECT"}
        assert rights("hei") == {}
    assert archive.read("catalogue.json") == b"{}"
    assert PostgresFiles(Seen(cluster.address(user="lan"))).read("catalogue.json") == b"{}"


def test_who_does_not_own_one_cannot_add_to_it(cluster: Cluster, archive: PostgresFiles) -> None:
    archive.write("catalogue.json", b"{}")
    for user in ("lan", "ye"):
        with pytest.raises(LibraryError, match="no library can be made there"):
            make_archive(cluster.address(user=user))
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
