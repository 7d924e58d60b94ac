"""The installed command in a terminal of its own, from an empty machine on."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from store.sample import NAME, sample
from tests.site.papers import Paper, headlines
from tests.site.server import PaperSite, serving

DUBAO = str(Path(sys.executable).with_name("dubao"))
SEED = sorted((Path(__file__).parents[4] / "shared" / "seed").glob("*.txt"))
HOSTILE = (
    "\x1b]0;taken\x07\x1b]52;c;ZXZpbA==\x07\x1b[2J\x1b[31m\x9b31m\x9d0;taken\x9c\x0e\x05\u202e\u2066"
    "[@click=app.quit]老桥[/][/nope]"
)

pytestmark = pytest.mark.slow

Open = Callable[..., Any]


@pytest.fixture
def reader(terminal: Open, home: Mapping[str, str]) -> Open:
    """Give an opener of the reader: ``reader(*arguments, columns=80, …)``."""

    def opener(*arguments: str, **options: Any) -> Any:
        environment = {**home, **options.pop("environment", {})}
        return terminal([DUBAO, *arguments], environment=environment, **options)

    return opener


def test_an_empty_library_shows_the_sample_and_says_so(reader: Open) -> None:
    screen = reader()
    screen.until("A sample paper; ? helps. Read your own: dubao import FILE")
    assert "青溪时报" in screen.text
    screen.press("q")
    assert screen.gone() == 0
    assert b"\x1b[?1049l" in screen.received


def test_the_first_start_says_what_takes_a_while_and_keeps_the_keys(
    reader: Open, tmp_path: Path
) -> None:
    screen = reader(environment={"XDG_CACHE_HOME": str(tmp_path)})
    screen.until(lambda: b"Preparing the sample paper" in screen.received)
    screen.press("/", "hwx")
    screen.until("/hwx")
    assert screen.received.index(b"\r\x1b[K") < screen.received.index(b"\x1b[?1049h")
    assert b"/hwx" not in screen.received[: screen.received.index(b"\x1b[?1049h")]


def test_guests_are_not_told_to_import(reader: Open) -> None:
    screen = reader("--restricted")
    screen.until("A sample paper; ? helps.")
    assert "dubao import" not in screen.text


def test_the_interface_speaks_chinese(reader: Open) -> None:
    screen = reader(environment={"LANG": "zh_CN.UTF-8"})
    screen.until("这是样报")


def test_a_page_is_imported_opened_filtered_and_left(reader: Open, tmp_path: Path) -> None:
    page = tmp_path / NAME
    page.write_bytes(sample())
    screen = reader("--library", str(tmp_path / "library"), "read", str(page), columns=120, rows=40)
    screen.until("贺闻溪在全县古桥保护工作现场会上强调")
    screen.press("/", "hwx", "enter")
    screen.until("/hwx")
    screen.until("→ 贺闻溪")
    screen.press("escape", "q")
    assert screen.gone() == 0


def test_a_paper_is_subscribed_fetched_and_read(
    reader: Open, home: Mapping[str, str], tmp_path: Path
) -> None:
    paper = Paper("ljrb", "B")
    library = ("--library", str(tmp_path / "library"))
    with serving(PaperSite()) as site:
        subscribe = ["subscribe", "--allow-private", "--pause", "0", site.publish(paper)]
        for arguments in (subscribe, ["fetch"]):
            done = subprocess.run(
                [DUBAO, *library, *arguments],
                env=dict(home),
                capture_output=True,
                text=True,
                check=False,
            )
            assert (done.returncode, done.stderr) == (0, "")
    screen = reader(*library, columns=120, rows=40)
    for headline in headlines(paper, paper.newest):
        screen.until(headline)
    screen.press("q")
    assert screen.gone() == 0


def test_what_goes_down_the_wire(reader: Open) -> None:
    screen = reader()
    screen.until(lambda: b"\x1b[?2004h" in screen.received)
    start = screen.settle()
    assert len(screen.received) < 5000, start
    assert screen.settle(quiet=1.5) == 0
    assert screen.cost("\x1b[O", "\x1b[I") == 0
    screen.press("h", "h", "h")
    screen.settle()
    assert screen.cost("down") <= 160  # in the list alone: no article follows a folded row
    screen.press("home", "enter", "enter")
    screen.settle()
    screen.press("down", "down", "down", "enter")
    screen.settle()
    assert screen.cost("pagedown") <= 2100
    assert screen.cost("left") <= 200


def test_a_dropped_line_keeps_the_place(reader: Open) -> None:
    screen = reader()
    screen.until("A sample paper")
    screen.press("g", "down", "down", "down", "down")
    screen.until("春耕一线")
    screen.settle()
    screen.signal(signal.SIGHUP)
    screen.gone()
    again = reader()
    again.until("头茬春茶今日开园 早市鲜叶每斤九十元")


@pytest.mark.parametrize("keys", ["jk", "/\x1b", "\x10\x1b", "s"])
def test_leaving_overtakes_a_mass_of_keys(reader: Open, keys: str) -> None:
    screen = reader()
    screen.until("A sample paper")
    screen.until(lambda: b"\x1b[?2004h" in screen.received)
    for _ in range(20):  # each is more than waits for Ctrl+Q, and less than stays unread
        screen.press(keys * 100)
        screen.read_for(0)
    screen.press("ctrl+q")
    assert screen.gone() == 0


def test_nothing_of_a_hostile_paper_gets_out(reader: Open, tmp_path: Path) -> None:
    page = tmp_path / "hostile.txt"
    text = (
        f"青溪时报\n\n{HOSTILE}修好了\n\n本报讯(记者 {HOSTILE}白露)县里{HOSTILE}修桥,今天通行。\n"
    )
    page.write_text(text, encoding="utf-8")
    screen = reader("--library", str(tmp_path / "library"), "read", str(page))
    screen.until("[@click=app.quit]老桥[/][/nope]")
    screen.press("enter", "/", "老桥", "enter", "?")
    screen.until("In every pane")
    screen.press("escape")
    sent = screen.received.decode()
    for payload in ("\x1b]", "\x9b", "\x9d", "\x0e", "\x05", "\u202e", "\u2066", "taken"):
        assert payload not in sent
    assert not re.search(r"\x1b\[31m.*老桥", sent)
    screen.press("q")
    assert screen.gone() == 0


@pytest.mark.skipif(not SEED, reason="the real page is not here")
def test_a_real_front_page_is_read(reader: Open, tmp_path: Path) -> None:
    screen = reader("--library", str(tmp_path), "read", str(SEED[0]), columns=200, rows=50)
    screen.until("周江勇在全市乡镇(街道)党(工)委书记工作交流会上强调")
    screen.press("/", "zjm")
    screen.until("4 of 6 articles")
    screen.until("朱建明 (4)")


def test_without_a_terminal_the_text_is_plain(home: Mapping[str, str]) -> None:
    import subprocess

    done = subprocess.run(
        [DUBAO], env={**home, "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=False
    )
    assert "Not a terminal" in done.stderr
    assert "一桥一策护好古桥" in done.stdout
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + done.stderr
