"""``dubao subscriptions``: name, last fetch, what came or what failed, when it is due."""

from datetime import UTC, datetime
from pathlib import Path

from store.backends.disk import DiskFiles
from store.messages import Message
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.tui.cli.support import Dubao


def test_each_is_a_row(dubao: Dubao, tmp_path: Path) -> None:
    assert dubao("subscriptions")[0] == 1
    there = Subscriptions(DiskFiles(tmp_path / "data" / "dubao"))
    there.save(*(Subscription(each, f"https://{each}.example/", "feed") for each in "ab"))
    now = datetime(2031, 4, 5, 8, tzinfo=UTC)
    there.note({"a": FetchState(asked=now, came=3, due=now, error=Message("It is gone."))})
    status, out, _ = dubao("subscriptions")
    first, second = out.splitlines()
    assert status == 0
    assert "3 new articles" in first
    assert "It is gone." in first
    assert "never fetched" in second
    assert second.endswith("https://b.example/")


def test_what_is_set_is_shown(dubao: Dubao, tmp_path: Path) -> None:
    there = Subscriptions(DiskFiles(tmp_path / "data" / "dubao"))
    there.save(Subscription("a", "https://a.example/", "epaper", pages="1-4", keep_days=30))
    assert "--pages 1-4 --keep 30" in dubao("subscriptions")[1]
    assert "--pages 1-4 → --pages 2" in dubao("subscribe", "--edit", "a", "--pages", "2")[1]
