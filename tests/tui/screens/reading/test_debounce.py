"""A step is followed at once, a held key only where it comes to rest."""

from collections.abc import Callable, Iterator
from typing import Any, cast

from textual.widget import Widget

from tui.screens.reading.debounce import AT_ONCE, REST, CursorFollower, Debounced


class Waiting:
    """A timer that rings when the test says so."""

    def __init__(self, seconds: float, ring: Callable[[], None]) -> None:
        self.seconds = seconds
        self.ring = ring
        self.stopped = False

    def stop(self) -> None:
        self.stopped = True


class FakeWidget:
    """A widget whose timers are kept."""

    def __init__(self) -> None:
        self.timers: list[Waiting] = []

    def set_timer(self, seconds: float, ring: Callable[[], None]) -> Waiting:
        self.timers.append(Waiting(seconds, ring))
        return self.timers[-1]


def following(times: Iterator[float]) -> tuple[CursorFollower, FakeWidget, list[Any]]:
    widget, followed = FakeWidget(), list[Any]()
    follow = CursorFollower(cast(Widget, widget), lambda: followed.append(1), lambda: next(times))
    return follow, widget, followed


def test_a_step_is_followed_at_once() -> None:
    follow, widget, followed = following(iter([10.0, 10.0 + 2 * REST]))
    follow.moved()
    widget.timers[-1].ring()
    follow.moved()
    widget.timers[-1].ring()
    assert len(followed) == 2
    assert [timer.seconds for timer in widget.timers] == [AT_ONCE, AT_ONCE]


def test_a_held_key_is_followed_where_it_rests() -> None:
    follow, widget, followed = following(iter([10.0 + n * REST / 3 for n in range(5)]))
    for _ in range(5):
        follow.moved()
    assert [timer.stopped for timer in widget.timers] == [True, True, True, True, False]
    assert widget.timers[-1].seconds == REST
    assert followed == []
    widget.timers[-1].ring()
    assert len(followed) == 1


def test_what_follows_typing_is_done_once_for_each_thing() -> None:
    widget, done = FakeWidget(), list[str]()
    at_rest = Debounced(cast(Widget, widget))
    for number in range(3):
        at_rest.ask("article", lambda n=number: done.append(f"article {n}"))  # type: ignore[misc]
    at_rest.ask("keywords", lambda: done.append("keywords"))
    assert [timer.stopped for timer in widget.timers] == [True, True, True, False]
    widget.timers[-1].ring()
    at_rest.now()
    assert done == ["article 2", "keywords"]


def test_what_is_done_next_finds_the_cursor_followed_once() -> None:
    follow, widget, followed = following(iter([10.0]))
    follow.catch_up()
    assert followed == []
    follow.moved()
    follow.catch_up()
    follow.catch_up()
    assert len(followed) == 1
    assert widget.timers[-1].stopped
