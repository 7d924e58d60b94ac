"""Keys out of bytes, in whatever pieces they come over the line."""

from collections.abc import Iterable
from math import inf

import pytest
from textual import constants
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from tui.terminal.key_reader import LATE, KeyReader


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def keys(messages: Iterable[Message]) -> list[str]:
    return [message.key for message in messages if isinstance(message, Key)]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def reader(clock: Clock) -> KeyReader:
    return KeyReader(XTermParser(), clock)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([b"j", b"q"], ["j", "q"]),
        ([b"\x1b[A"], ["up"]),
        ([b"\x1b", b"[A"], ["up"]),
        ([b"\x1bq"], ["escape", "q"]),
        ([b"\x1b", b"q"], ["escape", "q"]),
        ([b"\x1b\x1b[B"], ["escape", "down"]),
        ([b"a\x1b/b"], ["a", "escape", "slash", "b"]),
        ([b"\x1b[", b"1", b"5~j"], ["f5", "j"]),
        ([b"\x1bO", b"A"], ["up"]),
        (["茶".encode()[:1], "茶".encode()[1:]], ["茶"]),
        ([b"\xff", b"j"], ["replacement_character", "j"]),
    ],
)
def test_keys_are_read(reader: KeyReader, pieces: list[bytes], expected: list[str]) -> None:
    assert [key for piece in pieces for key in keys(reader.feed(piece))] == expected


def test_an_esc_alone_is_a_key_once_nothing_has_followed_for_a_while(
    reader: KeyReader, clock: Clock
) -> None:
    assert keys(reader.feed(b"\x1b")) == []
    assert 0 < reader.patience() <= constants.ESCAPE_DELAY
    assert keys(reader.pause()) == []
    clock.now += constants.ESCAPE_DELAY
    assert keys(reader.pause()) == ["escape"]
    assert keys(reader.pause()) == []
    clock.now += 10
    assert keys(reader.pause()) == []
    assert reader.patience() == inf
    assert keys(reader.feed(b"[")) == ["left_square_bracket"]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (["[A"], "up"),
        (["[", "A"], "up"),
        (["[1", ";5A"], "ctrl+up"),
        (["OB"], "down"),
        (["O", "P"], "f1"),
        (["[5~"], "pageup"),
        (["[A\x1b[B"], "up down"),
        (["[Ax"], "up x"),
        (["[?9~"], ""),
        (["j"], "j"),
        (["[j"], "left_square_bracket j"),
        (["[", "j"], "left_square_bracket j"),
        (["Ok"], "O k"),
        (["茶"], "茶"),
        (["\x1b", "[A"], "escape up"),
    ],
)
def test_the_rest_of_a_key_may_come_late_and_is_no_command(
    reader: KeyReader, clock: Clock, pieces: list[str], expected: str
) -> None:
    found = keys(reader.feed(b"\x1b"))
    for piece in pieces:
        clock.now += LATE - 0.01
        found += keys(reader.pause())
        found += keys(reader.feed(piece.encode()))
        found += keys(reader.pause())
    assert found == ["escape", *expected.split()]


def test_what_might_be_the_rest_of_a_key_is_typed_once_nothing_more_has_come(
    reader: KeyReader, clock: Clock
) -> None:
    list(reader.feed(b"\x1b"))
    clock.now += LATE
    assert keys(reader.pause()) == ["escape"]
    assert keys(reader.feed(b"[")) == []
    clock.now += LATE
    assert keys(reader.pause()) == ["left_square_bracket"]
    assert keys(reader.feed(b"A")) == ["A"]


@pytest.mark.parametrize("sequence", ["\x1b[99z", "\x1b[?9~", "\x1bOz", f"\x1b[{'1;' * 20}A"])
def test_a_sequence_that_nobody_knows_types_nothing(
    reader: KeyReader, clock: Clock, sequence: str
) -> None:
    assert keys(reader.feed(f"j{sequence}k{sequence}".encode())) == ["j", "k"]
    clock.now += 10
    assert keys(reader.pause()) == []
    assert keys(reader.feed(b"q\x1b[A")) == ["q", "up"]


def test_what_is_pasted_is_no_keys(reader: KeyReader) -> None:
    (pasted,) = [each for each in reader.feed(b"\x1b[200~jq\x1b[201~") if isinstance(each, Paste)]
    assert pasted.text == "jq"


class Counted(XTermParser):
    """A parser that counts what it is given."""

    given = 0

    def feed(self, data: str) -> Iterable[Message]:
        self.given += len(data)
        return super().feed(data)


def skimmed(mass: bytes) -> tuple[list[str], int]:
    """Return the keys that are found in pieces of a mass, and how many characters were parsed."""
    parser = Counted()
    reader, found = KeyReader(parser), list[str]()
    for at in range(0, len(mass), 4096):
        found += keys(reader.feed(mass[at : at + 4096], skim=True))
    return found, parser.given


@pytest.mark.parametrize("typed", [b"j", b"/g\x1b", b"Tq", "茶".encode(), b"\x1bOA"])
def test_leaving_is_found_in_a_mass_without_parsing_it(typed: bytes) -> None:
    found, parsed = skimmed(typed * (1 << 18) + b"\x11")
    assert found[-1] == "ctrl+q"
    assert parsed < 2000


def test_what_leaves_may_be_any_key_but_a_letter() -> None:
    assert skimmed(b"ab\x1b[21~cd\x1b[21~\x03ef")[0] == ["f10", "ctrl+c"]


def test_what_is_pasted_is_no_keys_though_it_is_skimmed_or_cut_in_two() -> None:
    reader = KeyReader(XTermParser())
    assert not list(reader.feed(b"\x1b[200~a\x11\x1b[20"))
    assert not keys(reader.feed(b"0~b\x11c" * 9, skim=True))
    assert not keys(reader.feed(b"\x1b[201", skim=True))
    assert keys(reader.feed(b"~j")) == ["j"]
    assert not keys(reader.feed(b"\x1b[200", skim=True))
    assert not keys(reader.feed(b"~q\x11\x1b[201~"))


def test_a_sequence_that_comes_in_slow_pieces_is_one(reader: KeyReader, clock: Clock) -> None:
    assert not list(reader.feed(b"\x1b["))
    clock.now += LATE - 0.01
    assert not list(reader.pause())
    assert keys(reader.feed(b"A")) == ["up"]
    assert not list(reader.feed(b"\x1b["))
    clock.now += LATE
    assert keys(reader.pause()) == ["escape"]
    assert keys(reader.feed(b"A")) == ["up"], "later still it is that key"
