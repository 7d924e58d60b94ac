"""Secrets are kept under a name of their address, and go with the last who needs them."""

from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.backends.memory import MemoryFiles
from store.net.credentials import Credentials
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.tui.cli.support import Dubao
from tui.cli.fetching.subscribed import forget_unused, secret_name


def test_the_name_has_the_host_and_no_secret(tmp_path: Path) -> None:
    name = secret_name("/library", "https://ye:hush@a.example:81/x")
    assert name.startswith("a-example-81-")
    assert name == secret_name("/library", "https://a.example:81/x")
    assert name != secret_name("/other", "https://a.example:81/x")
    assert secret_name("/library", "feeds.opml").startswith("list-")


def test_what_another_needs_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("a", "b"):
        Credentials().keep_proxy(name, "http://p.example:8")
    there = Subscriptions(MemoryFiles())
    there.save(Subscription("x", "https://x.example/", "feed", proxy="b"))
    forget_unused({"a", "b"}, there)
    assert [path.name for path in tmp_path.rglob("*.proxy")] == ["b.proxy"]


def test_a_proxy_that_is_used_no_more_is_forgotten(dubao: Dubao, tmp_path: Path) -> None:
    Subscriptions(DiskFiles(tmp_path / "data" / "dubao")).save(
        Subscription("x", "https://x.example/", "feed")
    )
    assert dubao("subscribe", "--edit", "x", "--proxy", "http://ye:psst@p.example:8")[0] == 0
    assert list(tmp_path.rglob("*.proxy"))
    assert dubao("subscribe", "--edit", "x", "--proxy", "none")[0] == 0
    assert not list(tmp_path.rglob("*.proxy"))
