"""The subscriptions of a library: kept, changed, dropped, and how they fare."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.backends.disk import DiskFiles
from store.errors import DubaoError, NotFoundError
from store.messages import Message
from store.subscriptions import subscriptions as module
from store.subscriptions.models import FetchedDay, FetchState, Subscription
from store.subscriptions.subscriptions import Subscriptions, check_subscriptions

FEED = Subscription("清溪", "https://news.example/feed.xml", "feed", tags=("本地",))
PAPER = Subscription("岭北", "https://paper.example/", "epaper", pause=0.5)
DAY = date(2024, 3, 1)


@pytest.fixture
def kept(tmp_path: Path) -> Subscriptions:
    kept = Subscriptions(DiskFiles(tmp_path / "library"))
    kept.save(FEED, PAPER)
    return kept


def test_what_is_kept_is_there_for_everyone_in_order(kept: Subscriptions, tmp_path: Path) -> None:
    other = Subscriptions(DiskFiles(tmp_path / "library"))
    assert other.all() == (FEED, PAPER)
    assert other.named("岭北") == other.named("https://paper.example/") == PAPER


def test_a_namesake_is_replaced_where_it_stands(kept: Subscriptions) -> None:
    before = kept.stamps()
    kept.save(replace(FEED, every=30))
    assert [each.every for each in kept.all()] == [30, 0]
    assert kept.stamps() != before


def test_an_unknown_name_is_told_with_those_that_there_are(kept: Subscriptions) -> None:
    with pytest.raises(NotFoundError, match="清溪, 岭北"):
        kept.named("青石")
    kept.drop("清溪")
    kept.drop("岭北")
    with pytest.raises(NotFoundError, match="dubao subscribe"):
        kept.drop("岭北")


def test_what_is_too_much_is_refused(kept: Subscriptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    with pytest.raises(DubaoError, match="at most"):
        kept.save(replace(FEED, name="青石"))
    with pytest.raises(DubaoError, match="characters"):
        kept.save(replace(FEED, name="长" * 65))
    assert kept.all() == (FEED, PAPER)


def test_how_it_fares_is_kept_beside_and_goes_with_the_subscription(kept: Subscriptions) -> None:
    failed = FetchState(
        asked=datetime(2024, 3, 1, tzinfo=UTC), error=Message("{file}: lost.", {"file": "x"})
    )
    day = FetchedDay(pages=("01",), articles=("https://paper.example/1",))
    kept.note({"岭北": failed}, {("岭北", DAY): day})
    kept.note({"清溪": FetchState(came=3)})
    assert kept.states() == {"岭北": failed, "清溪": FetchState(came=3)}
    assert kept.days("岭北") == {DAY: day}
    assert kept.days("岭") == {}
    assert kept.all() == (FEED, PAPER)
    assert kept.drop("岭北") == PAPER
    assert kept.states() == {"清溪": FetchState(came=3)}
    assert kept.days("岭北") == {}


def test_titles_are_given_to_those_who_lack_them(kept: Subscriptions) -> None:
    kept.save(replace(PAPER, title="岭北周刊"))
    before = kept.stamps()
    kept.entitle({})
    kept.entitle({"岭北": "山里", "青石": "青石报"})
    assert kept.stamps() == before
    kept.entitle({"清溪": "清溪日报", "岭北": "山里"})
    assert [each.title for each in kept.all()] == ["清溪日报", "岭北周刊"]


def test_days_are_forgotten(kept: Subscriptions) -> None:
    kept.note(days={("岭北", DAY): FetchedDay(missing=True)})
    kept.note(forget=[("岭北", DAY)])
    assert kept.days("岭北") == {}


def test_a_damaged_file_is_told_and_what_is_whole_in_it_stays(
    kept: Subscriptions, tmp_path: Path
) -> None:
    files = DiskFiles(tmp_path / "library")
    assert check_subscriptions(files) == []
    path = tmp_path / "library" / "subscriptions.json"
    data = path.read_bytes()
    path.write_bytes(data.replace(b'"kind":"epaper"', b'"kind":"no kind"'))
    (found,) = check_subscriptions(files)
    assert (found.file, found.mended) == ("subscriptions.json", None)
    (mended,) = check_subscriptions(files, repair=True)
    assert "subscriptions.json.damaged-1" in str(mended.mended)
    assert kept.all() == (FEED,)
    assert check_subscriptions(files) == []
