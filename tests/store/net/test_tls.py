"""Whom we trust, and what is said of others."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from store.errors import NetError
from store.net.client import Client, Request
from tests.site.proxies import Http, Proxy, Socks, proxying
from tests.site.troubles import PAGE, Troubles, serving

Certified = Callable[..., str]


@pytest.fixture
def certified(tmp_path: Path) -> Certified:
    """Give a function that makes a certificate with its key, signed by itself, from day to day."""

    def make(host: str = "127.0.0.1", days: tuple[int, int] = (-1, 9)) -> str:
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "临江报")])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
            .not_valid_before(now + timedelta(days[0]))
            .not_valid_after(now + timedelta(days[1]))
            .add_extension(
                x509.SubjectAlternativeName([x509.IPAddress(ip_address(host))]), critical=False
            )
            .sign(key, SHA256())
        )
        path = tmp_path / f"{host}.pem"
        path.write_bytes(
            key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            + made.public_bytes(Encoding.PEM)
        )
        return str(path)

    return make


@contextmanager
def trusted(certificate: str, known: str = "") -> Iterator[Troubles]:
    server = Troubles()
    server.speak_tls(certificate, known)
    with serving(server):
        yield server


def test_who_is_not_known_is_not_trusted(client: Client, certified: Certified) -> None:
    with trusted(certified()) as server, pytest.raises(NetError) as caught:
        client.get(Request(f"{server.url}/page", allow_private=True))
    assert caught.value.code == "tls"
    assert "--certificate" in str(caught.value)


def test_who_is_vouched_for_is_trusted(client: Client, certified: Certified) -> None:
    certificate = certified()
    with trusted(certificate) as server:
        url = f"{server.url}/page"
        request = Request(url, certificate=certificate, allow_private=True)
        assert client.get(request).body == PAGE
        with pytest.raises(NetError):
            client.get(Request(url, allow_private=True, pause=0.0))


@pytest.mark.parametrize(("kind", "scheme"), [(Http, "http"), (Socks, "socks5h")])
def test_tls_goes_through_a_proxy(
    kind: type[Http | Socks], scheme: str, client: Client, certified: Certified
) -> None:
    certificate = certified()
    with trusted(certificate) as server, proxying(Proxy(kind, server.server_port)) as proxy:
        request = Request(
            f"{server.url}/page",
            proxy=f"{scheme}://127.0.0.1:{proxy.port}",
            certificate=certificate,
            allow_private=True,
        )
        assert client.get(request).body == PAGE
        assert proxy.asked == [f"127.0.0.1:{server.server_port}"]


def test_what_leads_away_from_tls_is_told_no_login(
    client: Client, certified: Certified, server: Troubles
) -> None:
    certificate = certified()
    with trusted(certificate) as safe:
        login = safe.url.replace("//", "//li:geheim@")
        request = Request(
            f"{login}/redirect/301/?to={server.url}/page",
            certificate=certificate,
            allow_private=True,
        )
        answer = client.get(request)
        assert "Authorization" in safe.asked[0].headers
    assert (answer.url, answer.moved) == (f"{server.url}/page", "")
    assert "Authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    ("host", "days", "said"),
    [
        ("127.0.0.9", (-1, 9), "another host"),
        ("127.0.0.1", (-9, -1), "expired"),
        ("127.0.0.1", (1, 9), "not valid yet"),
    ],
)
def test_what_is_wrong_is_told(
    host: str, days: tuple[int, int], said: str, client: Client, certified: Certified
) -> None:
    certificate = certified(host, days)
    with trusted(certificate) as server, pytest.raises(NetError, match=said) as caught:
        client.get(Request(f"{server.url}/page", certificate=certificate, allow_private=True))
    assert caught.value.code == "tls"


def test_a_server_may_ask_who_we_are(client: Client, certified: Certified, tmp_path: Path) -> None:
    whole = certified()
    alone = tmp_path / "alone.pem"
    text = Path(whole).read_text()
    alone.write_text(text[text.index("-----BEGIN CERT") :])
    with trusted(whole, known=whole) as server:
        url = f"{server.url}/page"
        known = Request(url, certificate=whole, allow_private=True)
        assert client.get(known).body == PAGE
        with pytest.raises(NetError):
            client.get(Request(url, certificate=str(alone), allow_private=True, pause=0.0))


def test_a_locked_key_is_told_and_asks_nobody(client: Client, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    file = tmp_path / "locked.pem"
    file.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"geheim"))
    )
    with pytest.raises(NetError) as caught:
        client.get(Request("https://a.example/", certificate=str(file)))
    assert caught.value.code == "file"


def test_what_speaks_no_tls(client: Client, server: Troubles) -> None:
    url = server.url.replace("http", "https")
    with pytest.raises(NetError, match="no TLS is spoken there; try http://") as caught:
        client.get(Request(url, allow_private=True))
    assert caught.value.code == "tls"


def test_a_certificate_that_is_none(client: Client, tmp_path: Path) -> None:
    path = tmp_path / "none.pem"
    path.write_text("no certificate")
    for file in (str(path), str(tmp_path / "missing.pem")):
        with pytest.raises(NetError) as caught:
            client.get(Request("https://a.example/", certificate=file, pause=0.0))
        assert caught.value.code == "file"
        assert file in str(caught.value)


def test_who_hangs_up_at_once_is_not_called_unsafe(client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        Thread(target=lambda: server.accept()[0].close()).start()
        with pytest.raises(NetError) as caught:
            client.get(Request(f"https://127.0.0.1:{server.getsockname()[1]}/", allow_private=True))
    assert caught.value.code == "broken"


def test_to_close_ends_tls_too(client: Client, certified: Certified) -> None:
    certificate = certified()
    with trusted(certificate) as server:
        request = Request(f"{server.url}/silent", certificate=certificate, allow_private=True)
        caught: list[NetError] = []

        def ask() -> None:
            with pytest.raises(NetError) as error:
                client.get(request)
            caught.append(error.value)

        thread = Thread(target=ask)
        thread.start()
        server.came.wait()
        client.close()
        thread.join()
    assert caught[0].code == "stopped"


def test_patience_ends_with_tls_too(hasty: Client, certified: Certified) -> None:
    certificate = certified()
    with trusted(certificate) as server, pytest.raises(NetError) as caught:
        hasty.get(Request(f"{server.url}/dribble", certificate=certificate, allow_private=True))
    assert caught.value.code == "timeout"
