"""Days are the paper's: China's, unless it says otherwise."""

from datetime import UTC, date, datetime

import pytest

from store.errors import DubaoError
from store.subscriptions import zones
from store.subscriptions.zones import SHANGHAI, day_in, zone_named

EVENING = datetime(2024, 3, 1, 17, 0, tzinfo=UTC)


def test_a_day_is_counted_in_the_zone() -> None:
    assert day_in(SHANGHAI, EVENING) == date(2024, 3, 2)
    assert day_in("UTC", EVENING) == date(2024, 3, 1)


def test_china_needs_no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise LookupError(name)

    monkeypatch.setattr(zones, "ZoneInfo", missing)
    assert (
        zone_named(SHANGHAI).utcoffset(EVENING)
        == EVENING.astimezone(zone_named(SHANGHAI)).utcoffset()
    )
    with pytest.raises(DubaoError, match="no time zone Europe/Berlin"):
        zone_named("Europe/Berlin")


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "清溪", "A" * 5000])
def test_what_is_no_zone_is_told(name: str) -> None:
    with pytest.raises(DubaoError):
        zone_named(name)
