"""Keys that take one letter, without a terminal."""

from typing import get_args

import pytest

from tests.tui.screens.reading.conftest import NEW, OLD
from tests.tui.screens.reading.fake_host import FakeHost
from tui.screens.reading.command_line import CommandLine
from tui.screens.reading.layout import PaneLayout
from tui.screens.reading.letters import NO_LETTER, Letters, Purpose
from tui.screens.reading.navigation import Navigation


@pytest.fixture
def letters(host: FakeHost) -> Letters:
    return Letters(host, Navigation(host), CommandLine(host, PaneLayout(host, host.place())))


def test_a_place_is_kept_and_found(host: FakeHost, letters: Letters) -> None:
    letters.action_letter("keep")
    assert letters.take("q")
    host.show(f"{OLD}/1.1")
    letters.action_letter("seek")
    assert "(q)" in host.told
    assert letters.take("q")
    assert host.here() == f"{NEW}/1.1"
    letters.action_letter("seek")
    assert letters.take("x")
    assert host.told == "There is no mark x."


def test_a_scope_is_marked_read(host: FakeHost, letters: Letters) -> None:
    letters.action_letter("read")
    assert letters.take("i")
    assert len(host.session.marks.read_keys()) == 3
    letters.action_letter("read")
    assert letters.take("x")
    assert host.told == "None of these letters: nothing is marked."


@pytest.mark.parametrize("purpose", get_args(Purpose))
def test_what_is_no_letter_ends_the_waiting(
    host: FakeHost, letters: Letters, purpose: Purpose
) -> None:
    assert not letters.take("q"), "nothing is waited for"
    letters.action_letter(purpose)
    assert letters.take("3")
    assert host.told == NO_LETTER[purpose], "in words of what was wanted"
    assert not letters.take("q")
    host.show("")
    letters.action_letter("keep")
    assert not letters.take("q"), "there is no place to be kept"
