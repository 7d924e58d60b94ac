"""Kitty's protocol, read back by a small terminal: the picture that was sent, and nothing else."""

import re
from base64 import b64decode

import pytest

from tui.pictures.kitty import MOST_ROWS, PIECE, characters, removed, shown
from tui.terminal.grid import PLACEHOLDER as PLACE

SEQUENCE = re.compile(r"\x1b_G([^;\x1b]*);?([A-Za-z0-9+/=]*)\x1b\\")


def decoded(sent: str) -> tuple[dict[str, str], bytes]:
    """Return what the first sequence of a picture says, and all that they hold."""
    found = list(SEQUENCE.finditer(sent))
    assert "".join(each[0] for each in found) == sent
    said = [dict(pair.split("=") for pair in each[1].split(",")) for each in found]
    assert all(each["q"] == "2" for each in said), "the terminal would answer"
    assert [each["m"] for each in said] == ["1"] * (len(found) - 1) + ["0"]
    assert all(len(each[2]) <= PIECE for each in found)
    return said[0], b64decode("".join(each[2] for each in found))


@pytest.mark.parametrize("size", [1, 3072, 3073, 50_000])
def test_a_picture_comes_whole(size: int) -> None:
    png = bytes(range(256)) * (size // 256 + 1)
    said, held = decoded("".join(shown(png[:size], 7, 40, 20)))
    assert held == png[:size]
    assert (said["a"], said["f"], said["i"], said["c"], said["r"]) == ("T", "100", "7", "40", "20")
    assert said["C"] == "1", "the cursor stays"


def test_a_picture_within_tmux_is_placed_by_characters() -> None:
    said, _ = decoded("".join(shown(b"png", 7, 3, 2, by_characters=True)))
    assert said["U"] == "1"
    assert "C" not in said
    assert list(characters(3, 2)) == [PLACE + "\u0305" + PLACE * 2, PLACE + "\u030d" + PLACE * 2]


def test_every_row_has_a_mark_of_its_own() -> None:
    rows = list(characters(1, MOST_ROWS))
    assert len(set(rows)) == MOST_ROWS >= 60


def test_a_picture_goes_out_of_memory_too() -> None:
    said = SEQUENCE.fullmatch(removed(7))
    assert said
    assert set(said[1].split(",")) == {"a=d", "d=I", "q=2", "i=7"}
