"""The door to the terminal: what a process that was taken over might answer does not pass."""

import os
import signal
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from store.errors import OVERTIME, WorkerError
from store.processes import Worker
from tui.pictures import asking
from tui.pictures.asking import DIED, TOO_LONG, Artist, fits
from tui.pictures.drawing import PNG, Drawn, Room, Wish

WISH = Wish(b"", Room(80, 20))
GOOD = Drawn(2, 1, 2, bytes([0, 1, 1, 0]), bytes(6))


@pytest.mark.parametrize(
    "drawn",
    [
        replace(GOOD, columns=81),
        replace(GOOD, rows=21),
        replace(GOOD, columns=0),
        replace(GOOD, across=3),
        replace(GOOD, data=bytes(5)),
        replace(GOOD, data=bytes([0, 1, 1, 2])),
        replace(GOOD, palette=b""),
    ],
)
def test_blocks_are_numbers_of_colours(drawn: Drawn) -> None:
    assert fits(GOOD, WISH)
    assert not fits(drawn, WISH)


def test_a_terminal_of_16_colours_gets_no_others() -> None:
    plain = replace(GOOD, palette=b"")
    wish = replace(WISH, colours="standard")
    assert fits(plain, wish)
    assert not fits(replace(plain, data=bytes([0, 16, 0, 0])), wish)
    assert not fits(GOOD, wish)


def test_sixels_end_where_their_string_does() -> None:
    wish = replace(WISH, encoding="sixel", budget=100)
    assert fits(replace(GOOD, data=b"#0~~-"), wish)
    assert not fits(replace(GOOD, data=b"~\x1b\\\x1b]52;c;bHM=\a"), wish)
    assert not fits(replace(GOOD, data=b"~" * 101), wish)


def test_a_png_is_one_and_within_its_budget() -> None:
    wish = replace(WISH, encoding="kitty", budget=100)
    assert fits(replace(GOOD, data=PNG), wish)
    assert not fits(replace(GOOD, data=b"GIF89a"), wish)
    assert not fits(replace(GOOD, data=PNG + bytes(100)), wish)


@pytest.mark.parametrize(("said", "template"), [(OVERTIME, TOO_LONG), ("SIGSEGV", DIED)])
def test_who_dies_of_a_picture_is_told_of(
    monkeypatch: pytest.MonkeyPatch, said: str, template: str
) -> None:
    def die(*asked: object) -> Drawn:
        raise WorkerError(said)

    monkeypatch.setattr(Worker, "ask", die)
    refusal = Artist().draw(WISH).refusal
    assert refusal
    assert refusal.template == template


def test_what_does_not_fit_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Worker, "ask", lambda *asked: replace(GOOD, rows=99))
    refusal = Artist().draw(WISH).refusal
    assert refusal
    assert refusal.template == DIED


@pytest.mark.slow
def test_pictures_are_drawn_in_a_process_beside_this_one(picture: Callable[..., bytes]) -> None:
    artist = Artist()
    try:
        first = artist.draw(Wish(picture(), Room(80, 20)))
        assert first.columns
        process = artist._worker._process
        assert process
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert artist.draw(Wish(picture(), Room(80, 20))) == first
        assert artist.draw(Wish(b"no picture", Room(80, 20))).refusal
    finally:
        artist.close()


@pytest.mark.slow
def test_a_process_that_is_stopped_is_given_up_and_the_next_picture_is_drawn(
    picture: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 600)
    artist, wish = Artist(), Wish(picture(), Room(80, 20))
    try:
        first = artist.draw(wish)
        process = artist._worker._process
        assert process
        os.kill(process.pid, signal.SIGSTOP)
        monkeypatch.setattr(asking, "PATIENCE", 0.2)
        refusal = artist.draw(replace(wish, data=wish.data + bytes(2**20))).refusal
        assert refusal
        assert refusal.template == TOO_LONG
        monkeypatch.setattr(asking, "PATIENCE", 600)
        assert artist.draw(wish) == first
    finally:
        artist.close()
