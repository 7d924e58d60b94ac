"""One reader on two hosts."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from store.backends.tables import packed
from store.errors import AwayError
from store.models import Issue, Mark
from store.reader.briefed import open_briefed
from store.reader.mark_records import FEW_FILES
from store.reader.place import Place
from store.reader.saved_filters import SavedFilter
from tests.store.reader.exchange.hosts import HeldArchive, Host

KEY, OTHER = "00" * 8, "ff" * 8
MANY = [f"{number:02x}" * 8 for number in range(FEW_FILES + 4)]


@pytest.fixture
def issue(builder: Callable[..., Any]) -> Issue:
    made: Issue = builder().on(2024, 3, 5).page("A1").article("古桥修好了", "石匠说。").issue()
    return made


def exchange(*hosts: Host) -> None:
    """Let these exchange, one after the other."""
    for host in hosts:
        host.exchange.run()


def test_what_one_did_on_one_host_is_on_the_other(hosts: tuple[Host, Host], issue: Issue) -> None:
    one, other = hosts
    one.marks.mark_all([KEY], starred=True, tag="桥")
    one.marks.filters.save(SavedFilter("洪水", "大水", "star"))
    one.marks.asked.keep("大水 -湖")
    one.marks.leave(Place(article="a/1", paragraph=3))
    one.clips.clip(issue, issue.articles[0])
    open_briefed(one.folder).keep([KEY])
    exchange(one, other)
    assert open_briefed(other.folder).keys() == (KEY,)
    assert other.marks.get(KEY) == one.marks.get(KEY)
    assert other.marks.tags() == {"桥": {KEY}}
    assert other.marks.filters.all() == one.marks.filters.all()
    assert other.marks.asked.all() == ("大水 -湖",)
    assert other.marks.place() == Place(article="a/1", paragraph=3)
    assert list(other.clips.all()) == list(one.clips.all()) != []


def test_nothing_is_sent_while_nothing_changes(hosts: tuple[Host, Host], held: HeldArchive) -> None:
    hosts[0].marks.mark(KEY, read=True)
    exchange(*hosts, *hosts)
    puts = held.puts
    exchange(*hosts, *hosts)
    assert held.puts == puts == 1


def test_both_change_one_mark(hosts: tuple[Host, Host]) -> None:
    one, other = hosts
    one.marks.mark(KEY, starred=True)
    exchange(one, other)
    one.marks.mark_all([KEY], read=True, tag="桥")
    other.marks.mark_all([KEY], starred=False, tag="水")
    exchange(one, other, one)
    mark = one.marks.get(KEY)
    assert (mark.read, mark.starred, mark.tags) == (True, False, ("桥", "水"))
    assert other.marks.get(KEY) == mark
    other.marks.undo()
    mark = other.marks.get(KEY)
    assert (mark.read, mark.starred, mark.tags) == (True, True, ("桥",))


def test_what_is_undone_on_one_host_is_undone_on_the_other(hosts: tuple[Host, Host]) -> None:
    one, other = hosts
    one.marks.mark_all(MANY, read=True)
    exchange(one, other)
    assert other.marks.read_keys() == set(MANY)
    other.marks.undo()
    exchange(other, one)
    assert one.marks.read_keys() == set() == other.marks.read_keys()


def test_many_marked_on_both(hosts: tuple[Host, Host]) -> None:
    one, other = hosts
    one.marks.mark_all(MANY, read=True)
    other.marks.mark_all(MANY[2:], starred=True)
    exchange(one, other, one)
    for host in hosts:
        assert host.marks.read_keys() == set(MANY)
        assert host.marks.starred_keys() == set(MANY[2:])


def test_two_hosts_send_at_once(hosts: tuple[Host, Host], held: HeldArchive) -> None:
    one, other = hosts
    one.marks.mark(KEY, read=True)
    other.marks.mark(KEY, starred=True)
    held.before_put = other.exchange.run
    exchange(one, other)
    for host in hosts:
        mark = host.marks.get(KEY)
        assert (mark.read, mark.starred) == (True, True)


def test_what_is_taken_away_on_one_host_is_gone_on_the_other(
    hosts: tuple[Host, Host], issue: Issue
) -> None:
    one, other = hosts
    clip = one.clips.clip(issue, issue.articles[0])
    one.marks.filters.save(SavedFilter("洪水", "大水", "star"))
    exchange(one, other)
    saved = other.marks.filters.all()[0]
    other.marks.filters.done(saved, "somewhere", 3)
    other.clips.note(clip.id, "存档")
    one.marks.filters.drop("洪水")
    one.clips.drop(clip.id)
    exchange(one, other, one)
    for host in hosts:
        assert host.marks.filters.all() == ()
        assert [each.note for each in host.clips.all()] == ["存档"]  # it was changed meanwhile


def test_an_archive_that_is_away_gets_it_later(hosts: tuple[Host, Host], held: HeldArchive) -> None:
    one, other = hosts
    held.away = True
    one.marks.mark(KEY, read=True)
    with pytest.raises(AwayError):
        exchange(one)
    assert one.marks.get(KEY).read
    held.away = False
    exchange(one, other)
    assert other.marks.get(KEY).read


def test_what_was_sent_may_have_arrived_though_nothing_was_heard(
    hosts: tuple[Host, Host], held: HeldArchive
) -> None:
    one, other = hosts
    one.marks.mark(OTHER, read=True)
    one.marks.mark(KEY, starred=True)
    held.lost = True
    with pytest.raises(AwayError):
        exchange(one)
    one.marks.undo()
    exchange(one, other)
    assert other.marks.starred_keys() == set() == one.marks.starred_keys()
    assert other.marks.read_keys() == {OTHER}


def test_an_archive_that_has_lost_it_gets_it_again(
    hosts: tuple[Host, Host], held: HeldArchive, issue: Issue
) -> None:
    one, other = hosts
    one.marks.mark(KEY, read=True)
    clip = one.clips.clip(issue, issue.articles[0])
    exchange(one)
    held.held.clear()
    exchange(other, one, other)
    assert one.marks.read_keys() == {KEY} == other.marks.read_keys()
    assert list(one.clips.all()) == [clip] == list(other.clips.all())


def test_what_is_lost_or_damaged_here_comes_back(hosts: tuple[Host, Host], issue: Issue) -> None:
    one, other = hosts
    clip = one.clips.clip(issue, issue.articles[0])
    one.marks.filters.save(SavedFilter("洪水", "大水", "star"))
    exchange(one, other)
    (one.folder / "filters.json").unlink()
    for path in (one.folder / "clips").glob("*.json"):
        path.write_bytes(b"no longer JSON")
    assert list(one.clips.all()) == []  # it is set aside
    exchange(one, other)
    for host in hosts:
        assert list(host.clips.all()) == [clip]
        assert len(host.marks.filters.all()) == 1


def test_a_state_that_is_taken_away_here_takes_nothing_from_the_archive(
    hosts: tuple[Host, Host], issue: Issue
) -> None:
    one, other = hosts
    clip = one.clips.clip(issue, issue.articles[0])
    exchange(one, other)
    shutil.rmtree(one.folder)
    exchange(one, other)
    assert list(one.clips.all()) == [clip] == list(other.clips.all())


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"no JSON",
        b'{"dubao":{"1":{"schema":1,"sum":1}},"marks":{}}',
        packed({"marks": {OTHER: Mark(OTHER, read=True)}}),
        packed({"marks": {KEY: Mark(OTHER, read=True)}}),
        packed({"marks": {KEY: {"key": KEY, "tags": 3}}}),
        b"[" * 100_000,
    ],
)
def test_what_the_archive_makes_up_is_refused_and_told_of_once(
    hosts: tuple[Host, Host], held: HeldArchive, hostile: bytes
) -> None:
    one = hosts[0]
    one.marks.mark(KEY, starred=True)
    one.marks.mark(OTHER, starred=True)
    exchange(one)
    before = (one.folder / "marks/00.json").read_bytes()
    held.held["marks/00.json"] = 7, hostile
    held.held["../../elsewhere.json"] = 1, hostile
    exchange(one, one)
    assert (one.folder / "marks/00.json").read_bytes() == before
    assert [str(told).partition(":")[0] for told in one.told] == ["marks/00.json"]
    one.marks.mark(OTHER, read=True)
    exchange(one)
    assert held.held["marks/ff.json"][0] == 2  # the others still travel


@pytest.mark.parametrize("change", [2**63 - 1, -(2**63)])
def test_no_number_of_a_change_is_too_much(
    hosts: tuple[Host, Host], held: HeldArchive, change: int
) -> None:
    one = hosts[0]
    one.marks.mark(KEY, starred=True)
    exchange(one)
    held.held["marks/00.json"] = change, held.held["marks/00.json"][1]
    exchange(one, one)
    assert one.marks.get(KEY).starred
    assert not list(one.folder.rglob("*.damaged-*"))


def test_a_kill_loses_nothing(
    hosts: tuple[Host, Host],
    held: HeldArchive,
    left_by_kills: Callable[[Path, Callable[[], object]], Any],
    tmp_path: Path,
) -> None:
    one, other = hosts
    one.marks.mark(KEY, starred=True)
    exchange(one, other)
    other.marks.mark(KEY, read=True)
    exchange(other)
    one.marks.mark_all([KEY], tag="桥")
    held.copied = one.folder / "there"
    lefts = list(left_by_kills(one.folder, one.exchange.run))
    assert len(lefts) > 10
    for number, left in enumerate(lefts):
        there = HeldArchive(left / "there")
        there.held = there.held or dict(held.held)
        shutil.copytree(other.folder, tmp_path / f"other-{number}")
        again, second = Host(left, there), Host(tmp_path / f"other-{number}", there)
        exchange(again, second)
        mark = again.marks.get(KEY)
        assert (mark.read, mark.starred, mark.tags) == (True, True, ("桥",))
        assert second.marks.get(KEY) == mark
        assert again.told == []
