"""Options are the fields of a subscription; what is not given changes nothing."""

import argparse
from pathlib import Path

import pytest

from store.errors import DubaoError
from store.net.credentials import Credentials
from tui.cli.fetching.options import add_options, changes


def given(tmp_path: Path, *words: str) -> dict[str, object]:
    """Return what these options change."""
    parser = argparse.ArgumentParser()
    add_options(parser)
    return changes(parser.parse_args(words), Credentials(tmp_path), "secret")


def test_each_option_is_a_field(tmp_path: Path) -> None:
    assert given(tmp_path) == {}
    assert given(tmp_path, "--every", "90m") == {"every": 90, "at": ""}
    assert given(tmp_path, "--pause", "auto", "--no-pictures") == {"pause": None, "pictures": False}
    assert given(tmp_path, "--keep", "0", "--tag", "") == {"keep_days": 0, "tags": ()}
    assert given(tmp_path, "--certificate", "") == {"certificate": ""}


def test_a_certificate_is_named_by_its_whole_path_and_must_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DubaoError, match="no certificate can be read"):
        given(tmp_path, "--certificate", str(tmp_path / "none.pem"))
    looked_at: list[str] = []
    monkeypatch.setattr("store.net.tls.context", looked_at.append)
    there = str(Path.home() / "x.pem")
    assert given(tmp_path, "--certificate", "~/x.pem") == {"certificate": there}
    assert looked_at == [there]


def test_a_proxy_and_cookies_are_named_and_kept_apart(tmp_path: Path) -> None:
    cookies = tmp_path / "cookies.txt"
    cookies.write_text(".a.example\tTRUE\t/\tFALSE\t0\tname\thush\n")
    own = given(
        tmp_path / "own", "--proxy", "http://ye:psst@a.example:8", "--cookies", str(cookies)
    )
    assert own == {"proxy": "secret", "cookies": "secret"}
    kept = Credentials(tmp_path / "own")
    assert "psst" in kept.proxy("secret")
    assert "hush" in Path(kept.cookies("secret")).read_text()
    assert given(tmp_path, "--proxy", "none") == {"proxy": "none"}
