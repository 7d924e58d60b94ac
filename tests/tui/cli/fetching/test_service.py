"""The service fetches what is due, sleeps until the next is, and ends at a signal."""

import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest

from store.backends.disk import DiskFiles
from store.library.library import open_library
from store.moments import utc_now
from store.subscriptions.models import FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions
from tui.cli import saved_filters
from tui.cli.fetching import service


def test_it_sleeps_until_the_next_is_due_and_not_for_long() -> None:
    assert service.pause_before(None) == service.LONGEST
    assert service.pause_before(utc_now() + timedelta(days=1)) == service.LONGEST
    assert service.pause_before(utc_now()) == 1
    assert 1 < service.pause_before(utc_now() + timedelta(seconds=30)) <= 30


def test_it_fetches_what_is_due_and_a_signal_ends_its_sleep(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = open_library(tmp_path)
    there = Subscriptions(DiskFiles(tmp_path))
    own = Subscription("a", "https://a.example/", "feed")
    there.save(own)
    fetched = []

    def fetch(_library: object, _there: object, wanted: list[Subscription], *, quiet: bool) -> None:
        fetched.append((wanted, quiet))
        there.note({"a": FetchState(due=utc_now() + timedelta(hours=1))})

    monkeypatch.setattr(service, "fetch_now", fetch)
    monkeypatch.setattr(saved_filters, "apply_all", lambda _library: None)
    monkeypatch.setattr(time, "sleep", lambda _seconds: signal.raise_signal(signal.SIGTERM))
    assert service.serve(library, there) == 0
    assert fetched == [([own], False)]
    assert "next: " in capsys.readouterr().out
