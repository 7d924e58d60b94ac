"""What goes down the wire of the small reader, counted in bytes at 80x24.

Beside these budgets newsboat takes 229 for a step, 260 at the list's edge, 1,675 for a page of its
list, 1,991 for a page of its article and 4,183 from the start to an article.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_idle_and_changes_of_the_window_send_nothing(run: Run) -> None:
    terminal = run()
    assert terminal.settle(quiet=1.5) == 0
    assert terminal.cost("\x1b[O", "\x1b[I") == 0


@pytest.mark.parametrize(
    ("before", "keys", "budget"),
    [
        ([], ["down"], 160),
        (["down"] * 22, ["down"], 1700),
        ([], ["pagedown"], 1750),
        ([], ["f2"], 8),  # the cursor alone, which stands in the pane that has the focus
        (["f2"], ["pagedown"], 1650),
        (["f3"], ["云"], 1750),
        ([], ["f3"], 25),
    ],
    ids=["step", "edge", "list page", "pane", "article page", "letter", "filter"],
)
def test_an_action_stays_within_its_budget(
    run: Run, before: list[str], keys: list[str], budget: int
) -> None:
    terminal = run()
    for key in before:
        terminal.cost(key, quiet=0.05)
    terminal.settle()
    assert terminal.cost(*keys) <= budget


def test_the_start_paints_the_screen_once_and_asks_the_terminal_nothing(run: Run) -> None:
    terminal = run()
    assert len(terminal.received) <= 3300
    for question in (
        b"?1004",
        b"$p",
        b"\x1b[>",
        b"\x1b[<",
        b"\x1b]",
        b"\x1b[c",
        b"\x1b[6n",
        b"?100",
    ):
        assert question not in terminal.received
    assert b"\x1b[?2004h" in terminal.received  # bracketed paste


def test_the_mouse_is_asked_for_clicks_and_drags_alone_and_let_go(run: Run) -> None:
    """Mode 1003 would report every movement over the line."""
    terminal = run(mouse=True)
    terminal.press("q")
    terminal.gone()
    for mode in (b"1000", b"1002", b"1006"):
        switches = re.findall(rb"\x1b\[\?%b([hl])" % mode, terminal.received)
        assert switches[0] == b"h"
        assert switches[-1] == b"l"
    assert b"?1003" not in terminal.received


def test_no_colour_is_sent_to_those_who_want_none(run: Run) -> None:
    terminal = run(environment={"NO_COLOR": "1"})
    cells = [cell for row in terminal.screen.buffer.values() for cell in row.values()]
    assert {(cell.fg, cell.bg) for cell in cells} == {("default", "default")}
    assert any(cell.bold for cell in cells)


def test_a_resize_paints_once(run: Run) -> None:
    terminal = run()
    terminal.resize(100, 30)
    assert terminal.settle() <= 5000
    assert "29 " in terminal.text or "28 " in terminal.text


def test_all_that_a_key_changes_is_one_frame(run: Run, state: Path) -> None:
    """A frame is a packet, 36 bytes of it overhead."""
    terminal = run()
    terminal.cost("n")
    for _ in range(8):
        terminal.cost("b")
    terminal.press("n")
    terminal.until(lambda: state.read_text().count("\n") == 2)
    before, after = (int(line.split()[0]) for line in state.read_text().splitlines())
    assert after - before == 8


def test_a_stalled_line_gets_the_last_frame_instead_of_all(run: Run, state: Path) -> None:
    """Sixty pages of 10 kB pass while nobody reads; the pty's own buffer holds some 4 to 20 kB."""
    terminal = run(columns=200, rows=60)
    for _ in range(30):
        terminal.press("pagedown", "pageup")
    terminal.press("end", "m")
    terminal.stall(lambda: state.read_text() == "mark\n")
    assert terminal.settle() < 40_000
    assert "499 " in terminal.text


def test_the_stock_output_is_one_variable_away(run: Run) -> None:
    lean = run()
    stock = run(environment={"DUBAO_STOCK_OUTPUT": "1"})
    assert len(stock.received) > 2 * len(lean.received)
    assert stock.text == lean.text
    lean.cost("pagedown")
    stock.cost("pagedown")
    assert stock.text == lean.text


def test_bytes_that_are_no_text_are_survived(run: Run) -> None:
    """A terminal that speaks GBK sends 岭 as C1 EB: no UTF-8."""
    terminal = run()
    terminal.press("f3")
    terminal.send(b"\xc1\xeb\xff\xfe")
    terminal.settle()
    terminal.press("云")
    terminal.until("云")
    terminal.cost("f1")
    terminal.press("q")
    assert terminal.gone() == 0


def test_keys_typed_ahead_reach_what_the_keys_before_them_opened(run: Run) -> None:
    """All in one packet, as after a stall: the filter gets the word, the notice its Esc."""
    terminal = run()
    terminal.press("f3", "云", "f1", "o", "escape", "f3", "白")
    terminal.until(lambda: terminal.text.startswith("白"))
    terminal.settle()
    terminal.press("f1", "o", "escape", "q")
    assert terminal.gone() == 0


def test_no_key_overtakes_a_line_to_type_in_that_comes_late(run: Run) -> None:
    terminal = run()
    terminal.press("l", "q", "白")
    terminal.until("q白")
    terminal.press("f1", "q")
    assert terminal.gone() == 0


@pytest.mark.parametrize("pieces", [[b"\x1b", b"[B"], ["云".encode()[:1], "云".encode()[1:]]])
def test_input_may_come_in_pieces(run: Run, pieces: list[bytes]) -> None:
    terminal = run()
    if pieces[0] != b"\x1b":
        terminal.cost("f3")
    for piece in pieces:
        terminal.send(piece)
        terminal.settle(quiet=0.2)
    assert "\ufffd" not in terminal.text
    assert "[B" not in terminal.text
    rows = terminal.screen.buffer
    assert "云" in terminal.text.splitlines()[0] or rows[2][0].reverse
