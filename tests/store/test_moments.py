"""What is done next is later than all before."""

from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from store import moments
from store.moments import TICK, next_moment, utc_now


def test_a_clock_that_goes_on_is_believed() -> None:
    now = utc_now()
    assert next_moment(now) == next_moment(now, None, now - timedelta(days=1)) == now


def test_a_clock_set_back_or_standing_still_is_not() -> None:
    now = utc_now()
    assert next_moment(now, now) == now + TICK
    assert next_moment(now, None, now + timedelta(days=1)) == now + timedelta(days=1) + TICK


def test_the_papers_today_is_chinas(monkeypatch: pytest.MonkeyPatch) -> None:
    class Evening(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Evening":
            return cls.fromtimestamp(datetime(2024, 3, 1, 17, tzinfo=UTC).timestamp(), tz)

    monkeypatch.setattr(moments, "datetime", Evening)
    assert moments.papers_today() == date(2024, 3, 2)
