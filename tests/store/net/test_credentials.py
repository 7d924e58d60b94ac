"""Secrets under names, for their owner alone."""

from pathlib import Path

import pytest

from store.errors import DubaoError
from store.net.credentials import Credentials

COOKIES = ".linjiang.example\tTRUE\t/\tFALSE\t0\tlogin\tgeheim\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "dubao" / "credentials"


@pytest.mark.parametrize(
    ("url", "bare"),
    [
        ("https://li:p%40ss@paper.example:81/a@b?c", "https://paper.example:81/a@b?c"),
        ("socks5h://li@[::1]:1080", "socks5h://[::1]:1080"),
    ],
)
def test_who_asks_is_kept_apart_from_the_address(url: str, bare: str, folder: Path) -> None:
    assert Credentials(folder).keep_login("临江", url) == bare
    assert Credentials(folder).with_login("临江", bare) == url
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_where_nobody_asks_nothing_is_kept(folder: Path) -> None:
    assert Credentials(folder).keep_login("a", "http://a.example/") == "http://a.example/"
    assert not folder.exists()


def test_a_proxy_is_kept_whole(folder: Path) -> None:
    kept = Credentials(folder)
    kept.keep_proxy("office", "socks5://li:geheim@proxy.example")
    assert kept.proxy("office") == "socks5h://li:geheim@proxy.example:1080"
    with pytest.raises(DubaoError, match="no address of a proxy"):
        kept.keep_proxy("office", "gopher://li:geheim@proxy.example")


def test_no_name_stands_for_itself(folder: Path) -> None:
    kept = Credentials(folder)
    assert (kept.proxy(""), kept.proxy("none"), kept.cookies("")) == ("", "none", "")
    assert kept.with_login("", "http://a.example/") == "http://a.example/"


def test_cookies_are_kept_as_a_file(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "cookies.txt"
    file.write_text(COOKIES)
    kept = Credentials(folder)
    kept.keep_cookies("linjiang", str(file))
    file.unlink()
    path = Path(kept.cookies("linjiang"))
    assert path.read_text() == COOKIES
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_is_no_file_of_cookies_is_not_kept(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "cookies.txt"
    file.write_text("login=geheim")
    with pytest.raises(DubaoError, match=r"cookies\.txt"):
        Credentials(folder).keep_cookies("linjiang", str(file))
    assert not folder.exists()


def test_what_others_can_read_is_not_used(folder: Path) -> None:
    kept = Credentials(folder)
    kept.keep_login("a", "http://li:geheim@a.example/")
    (folder / "a.login").chmod(0o640)
    with pytest.raises(DubaoError, match="chmod 600") as caught:
        kept.with_login("a", "http://a.example/")
    assert "geheim" not in str(caught.value)


def test_what_is_forgotten_is_asked_for_again(folder: Path) -> None:
    kept = Credentials(folder)
    kept.keep_login("a", "http://li:geheim@a.example/")
    kept.forget("a")
    kept.forget("a")
    assert list(folder.iterdir()) == []
    with pytest.raises(DubaoError, match="subscribe --edit"):
        kept.with_login("a", "http://a.example/")
    with pytest.raises(DubaoError, match="subscribe --edit"):
        kept.cookies("a")


@pytest.mark.parametrize("name", ["", "..", "../a", "a/b", ".a", "a\0", "a" * 200])
def test_a_name_leads_nowhere_else(name: str, folder: Path) -> None:
    with pytest.raises(DubaoError, match="cannot be a name"):
        Credentials(folder).keep_login(name, "http://li:geheim@a.example/")


def test_a_disk_that_cannot(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DubaoError, match="cannot be written"):
        Credentials(tmp_path / "file" / "c").keep_login("a", "http://li:x@a.example/")
