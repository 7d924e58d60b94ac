"""Pictures in the program as installed: what is sent to each kind of terminal, and taken back."""

import re
import signal
import sys
from collections.abc import Callable
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from store.library.library import open_library
from store.models import Picture
from store.subscriptions.pictures import Pictures
from tests.tui.conftest import Terminal
from tests.tui.pictures.test_kitty import decoded as kitty_decoded
from tests.tui.pictures.test_sixel import decoded as sixel_decoded

pytestmark = pytest.mark.slow

BRIDGE = Picture("https://qing.example/bridge.png", "河上的老桥")
KITTY = re.compile(rb"(?:\x1b_Ga=T[^\x1b]*\x1b\\)(?:\x1b_Gq=2,m=[^\x1b]*\x1b\\)*")
GONE = rb"\x1b_Ga=d,d=I,q=2,i=\d+\x1b\\"


@pytest.fixture
def pillow() -> Any:
    """Give Pillow, where it is installed."""
    return pytest.importorskip("PIL.Image")


@pytest.fixture
def reader(
    pillow: Any,
    tmp_path: Path,
    builder: Any,
    home: dict[str, str],
    terminal: Callable[..., Terminal],
) -> Callable[..., Terminal]:
    """Give what opens a reader of an article with a picture, half red and half blue."""
    library = open_library(tmp_path / "library")
    paper = builder("清溪日报").on(2031, 4, 5).page("1")
    paper.article("老桥", "桥修好了。", pictures=(BRIDGE,)).add_to(library)
    image = pillow.new("RGB", (320, 160), "red")
    image.paste("blue", (160, 0, 320, 160))
    out = BytesIO()
    image.save(out, "PNG")
    article = library.issue(library.rows()[0].id).articles[0]
    Pictures(library.files).keep({(article.source, BRIDGE.url): out.getvalue()})

    def read(shelled: bool = False, **environment: str) -> Terminal:
        command = [str(Path(sys.executable).with_name("dubao")), "--library", str(library.path)]
        opened = terminal(command, environment={**home, **environment}, shelled=shelled)
        opened.until("桥修好了")
        opened.settle()
        return opened

    return read


def test_blocks_stand_on_the_screen_and_leave_no_trace(reader: Callable[..., Terminal]) -> None:
    at = reader(COLORTERM="truecolor")
    before = at.text
    at.press("p")
    at.until(lambda: [at.screen.buffer[5][x].bg for x in (10, 70)] == ["ff0000", "0000ff"])
    at.settle()
    assert "河上的老桥" in at.text.replace(" ", "")
    at.press("ctrl+l")
    at.settle()
    assert at.screen.buffer[5][70].bg == "0000ff"
    at.press("escape")
    at.until(lambda: at.text == before)
    assert b"\x1b_G" not in at.received
    assert b"\x1bP" not in at.received


def test_kitty_gets_the_picture_once_and_is_rid_of_it(
    reader: Callable[..., Terminal], pillow: Any
) -> None:
    at = reader(TERM="xterm-kitty")
    at.press("p")
    at.until(lambda: KITTY.search(bytes(at.received)) is not None)
    at.settle()
    (sent,) = KITTY.findall(bytes(at.received))
    said, png = kitty_decoded(sent.decode())
    shown = pillow.open(BytesIO(png)).convert("RGB")
    assert (said["c"], said["r"]) == ("80", "20")
    assert shown.getpixel((2, 2)) == (255, 0, 0)
    assert shown.getpixel((shown.width - 2, 2)) == (0, 0, 255)
    at.press("f1")  # the help stands over it
    at.until(lambda: re.search(GONE, bytes(at.received)) is not None)
    at.press("escape")
    at.until(lambda: len(KITTY.findall(bytes(at.received))) == 2)
    at.press("ctrl+q")
    assert at.gone() == 0
    assert len(re.findall(GONE, bytes(at.received))) == 2
    assert at.received.rindex(b"a=d") < at.received.rindex(b"\x1b[?1049l")


def test_a_picture_is_sent_again_after_a_stop_and_at_another_size(
    reader: Callable[..., Terminal],
) -> None:
    at = reader(TERM="xterm-kitty", shelled=True)
    at.press("p")
    at.until(lambda: len(KITTY.findall(bytes(at.received))) == 1)
    at.settle()
    at.press("ctrl+z")
    at.until(at.stopped)
    at.signal(signal.SIGCONT)
    at.until(lambda: len(KITTY.findall(bytes(at.received))) == 2)
    assert re.search(GONE, bytes(at.received))
    at.settle()
    at.resize(60, 12)
    at.until(lambda: b"c=36,r=9" in KITTY.findall(bytes(at.received))[-1])
    sizes = re.findall(rb"c=(\d+),r=(\d+)", bytes(at.received))
    assert [size for size, _again in groupby(sizes)] == [(b"80", b"20"), (b"36", b"9")]


def test_sixels_show_the_picture(reader: Callable[..., Terminal]) -> None:
    at = reader(TERM="foot")
    at.press("p")
    sent = re.compile(rb"\x1b7\x1bP0;1q([!-~]*)\x1b\\\x1b8")
    at.until(lambda: sent.search(bytes(at.received)) is not None)
    (sixels,) = sent.findall(bytes(at.received))
    pixels, colours = sixel_decoded(sixels)
    middle = pixels[len(pixels) // 2]
    assert middle[0] is not None
    assert middle[-1] is not None
    assert (colours[middle[0]], colours[middle[-1]]) == ((100, 0, 0), (0, 0, 100))


def test_without_colours_the_caption_is_told(reader: Callable[..., Terminal]) -> None:
    at = reader(NO_COLOR="1")
    at.press("p")
    at.until("Pictures are not shown here")
