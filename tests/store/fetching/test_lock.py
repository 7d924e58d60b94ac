"""One fetcher at a time in a library; reading it and writing it go on."""

from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.errors import HeldError
from store.fetching.lock import only_fetcher
from store.library.library import Library
from store.subscriptions.models import Subscription
from store.subscriptions.subscriptions import Subscriptions


def test_a_second_fetcher_is_told_at_once_who_fetches(tmp_path: Path) -> None:
    with only_fetcher(DiskFiles(tmp_path / "new")):
        with (
            pytest.raises(HeldError, match="one is enough") as told,
            only_fetcher(DiskFiles(tmp_path / "new")),
        ):
            pass
        assert "process" in str(told.value)
    with only_fetcher(DiskFiles(tmp_path / "new")):
        pass


def test_who_subscribes_meanwhile_does_not_wait(
    library: Library, subscriptions: Subscriptions
) -> None:
    with only_fetcher(library.files):
        subscriptions.save(Subscription("a", "https://a.example/", "epaper"))
        assert subscriptions.all()
