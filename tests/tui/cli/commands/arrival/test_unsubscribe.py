"""``dubao unsubscribe``: all that are named, or none."""

from pathlib import Path

from store.backends.disk import DiskFiles
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions
from tests.tui.cli.support import Dubao


def test_those_named_end_and_a_wrong_name_ends_none(dubao: Dubao, tmp_path: Path) -> None:
    there = Subscriptions(DiskFiles(tmp_path / "data" / "dubao"))
    there.save(*(Subscription(each, f"https://{each}.example/", "feed") for each in "abc"))
    status, _, err = dubao("unsubscribe", "a", "nobody")
    assert (status, "there are: a, b, c" in err) == (2, True)
    assert dubao("unsubscribe", "a", "https://b.example/")[0] == 0
    assert [each.name for each in there.all()] == ["c"]
