"""Keys out of bytes, in whatever pieces they come over the line."""

from collections.abc import Iterable

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from tui.terminal.key_reader import KeyReader


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
    assert keys(reader.pause()) == []
    clock.now += 10
    assert keys(reader.pause()) == ["escape"]
    assert keys(reader.pause()) == []
    assert keys(reader.feed(b"[")) == ["left_square_bracket"]


def test_what_is_pasted_is_no_keys(reader: KeyReader) -> None:
    (pasted,) = [each for each in reader.feed(b"\x1b[200~jq\x1b[201~") if isinstance(each, Paste)]
    assert pasted.text == "jq"
