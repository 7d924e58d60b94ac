"""How the screen comes up, without a terminal."""

import pytest

from store.reader.place import Place
from tests.tui.screens.reading.conftest import NEW, OLD
from tests.tui.screens.reading.fake_host import FakeHost
from tui.screens.reading.opening import NARROWING_PATIENCE, PATIENCE, Opening, Start

LEFT = Place(NEW, f"{NEW}/1.2", 0, 1, reading=True)


def opening(host: FakeHost, start: Start, place: Place) -> tuple[Opening, list[str]]:
    ready: list[str] = []
    return Opening(host, start, place, lambda: ready.append("ready")), ready


async def test_it_begins_where_one_left_off(host: FakeHost) -> None:
    opened, ready = opening(host, Start(notice="Welcome."), LEFT)
    opened.begin()
    assert (host.here(), host.panes.focused_name) == (f"{NEW}/1.2", "issues")
    await opened.finish()
    assert (host.panes.article_pane.at, host.panes.focused_name) == ((0, 1), "article")
    assert (ready, host.told) == (["ready"], "Welcome.")
    host.timers[-1].ring()
    assert ready == ["ready"], "once and no more"


async def test_an_issue_that_is_asked_for_comes_first(host: FakeHost) -> None:
    opened, _ready = opening(host, Start(issue=OLD), LEFT)
    opened.begin()
    assert host.here() == f"{OLD}/1.1"


@pytest.mark.parametrize(
    ("patient", "patience", "ready_at"), [(False, NARROWING_PATIENCE, 1), (True, PATIENCE, 2)]
)
async def test_the_first_paint_waits_for_the_filter_but_not_for_long(
    host: FakeHost, patient: bool, patience: float, ready_at: int
) -> None:
    opened, ready = opening(host, Start(patient=patient), Place(NEW, f"{NEW}/1.1", filter="古桥"))
    opened.begin()
    await opened.finish()
    assert (host.panes.filter_pane.text, ready) == ("古桥", [])
    assert host.timers[-1].delay == patience
    for number, whole in enumerate((False, True), 1):
        opened.filter_answered(whole=whole)
        assert bool(ready) is (number >= ready_at)


async def test_what_the_next_start_shows_is_known_without_a_filter(host: FakeHost) -> None:
    opened, _ready = opening(host, Start(), LEFT)
    host.session.marks.leave(LEFT)
    assert await opened.show_next_start()
    assert host.here() == f"{NEW}/1.2"
    query = host.session.narrowing.ask("古桥")
    found = host.session.narrowing.answer(query, lambda: False)
    assert found is not None
    host.session.narrowing.narrow(query, found)
    assert not await opened.show_next_start()
