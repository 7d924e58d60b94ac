"""Addresses of every kind that libpq takes, each host of which is connected to by itself."""

from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from store.backends.postgres.conninfo import hosts
from store.errors import LibraryError


@pytest.fixture(autouse=True)
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a service file name two hosts, and the environment none."""
    path = tmp_path / "services"
    path.write_text("[papers]\nhost=near.example,far.example\nport=5433,5434\npassword=hush\n")
    monkeypatch.setenv("PGSERVICEFILE", str(path))
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    for name in ("PGSERVICE", "PGHOST", "PGHOSTADDR", "PGPORT", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("postgresql:///papers", ["localhost"]),
        ("postgresql://a.example/papers", ["a.example"]),
        ("postgresql://lan@a.example:5433,b:5434/papers", ["a.example:5433", "b:5434"]),
        ("postgresql://a.example:5433,b.example/papers", ["a.example:5433", "b.example"]),
        ("postgresql://a.example,b.example/papers?sslmode=require", ["a.example", "b.example"]),
        ("postgresql://a,b/papers?port=5433", ["a:5433", "b:5433"]),
        ("postgresql:///papers?host=a,b&port=5433,5434", ["a:5433", "b:5434"]),
        ("postgresql://[::1]/papers", ["[::1]"]),
        ("postgresql://lan@[fe80::1]:5433,[::1]:5434/papers", ["[fe80::1]:5433", "[::1]:5434"]),
        ("postgresql://a,b/papers?hostaddr=10.0.0.1,10.0.0.2", ["a", "b"]),
        ("postgresql:///papers?hostaddr=10.0.0.1,10.0.0.2", ["10.0.0.1", "10.0.0.2"]),
        ("postgresql://%2Frun%2Fpg/papers", ["/run/pg"]),
        ("postgresql://%2Frun%2Fpg:5433,b/papers", ["/run/pg:5433", "b"]),
        ("postgresql://lan%40town@a.example:5433/papers", ["a.example:5433"]),
        ("postgresql://a.example:5433/papers@town", ["a.example:5433"]),
        ("service=papers", ["near.example:5433", "far.example:5434"]),
        ("postgresql://?service=papers", ["near.example:5433", "far.example:5434"]),
        ("service=papers host=a port=5432", ["a"]),
    ],
)
def test_each_host_of_an_address_is_a_server(address: str, names: list[str]) -> None:
    assert [name for _, name in hosts(address)] == names
    for info, name in hosts(address):
        parts = conninfo_to_dict(info)
        assert "search_path" in str(parts["options"])
        assert "," not in f"{parts.get('host')}{parts.get('hostaddr')}{parts.get('port')}", name


def test_a_host_is_connected_to_as_the_address_says() -> None:
    address = (
        "postgresql://lan%40town@a:5433,[::1]/papers@town?sslmode=verify-full&connect_timeout=9"
    )
    first, second = (conninfo_to_dict(info) for info, _ in hosts(address))
    assert (first["host"], first["port"]) == ("a", "5433")
    assert second["host"] == "::1"
    assert "port" not in second
    for parts in (first, second):
        assert (parts["user"], parts["dbname"]) == ("lan@town", "papers@town")
        assert (parts["sslmode"], parts["target_session_attrs"]) == ("verify-full", "any")


def test_the_environment_names_hosts_where_an_address_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PGAPPNAME", "\udcff")
    monkeypatch.setenv("PGHOST", "a.example,b.example")
    assert [name for _, name in hosts("postgresql:///papers")] == ["a.example", "b.example"]
    monkeypatch.setenv("PGSERVICE", "papers")
    assert [name for _, name in hosts("postgresql://c.example/papers?port=1")] == ["c.example:1"]


def test_passwords_that_others_may_read_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords = tmp_path / "passwords"
    passwords.write_text("*:*:*:lan:hush\n")
    passwords.chmod(0o640)
    monkeypatch.setenv("PGPASSFILE", str(passwords))
    with pytest.raises(LibraryError, match=r"passwords: others may read it.*chmod 600"):
        list(hosts("postgresql://a.example/papers"))
    assert len(list(hosts("service=papers"))) == 2, "which has a password of its own"
    passwords.chmod(0o600)
    assert len(list(hosts("postgresql://a.example/papers"))) == 1


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ye:hush@a.example/papers",
        "postgresql://ye:hush@a.example",
        "postgresql://ye:hush@a.example:5433,[::1]:5434/papers",
        "postgresql://a.example/x?password=hush",
        "postgresql://a.example/x?password=hush&colour=red",
        "postgresql://a.example/x?sslpassword=hush",
        "postgresql://ye:hush%ZZ@a.example/papers",
        "postgresql://ye:hu/hush@a.example/papers",
        "postgresql://ye:hu/hush@a.example",
        "postgresql://ye:123/hush@a.example/papers",
        "postgresql://ye:hush@a.example/papers?colour=red",
        "service=papers password=hush",
        "service=papers password='hush",
    ],
)
def test_an_address_with_a_password_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(LibraryError, match="pgpass") as caught:
        list(hosts(address))
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://a.example/papers?colour=red",
        "postgresql://[::1/papers",
        "postgresql://a,b,c/papers?port=1,2",
        "postgresql://a,b/papers?hostaddr=10.0.0.1",
    ],
)
def test_what_libpq_cannot_read_is_told(address: str) -> None:
    with pytest.raises(LibraryError, match="no address of a database") as caught:
        list(hosts(address))
    assert address in str(caught.value)
