"""What the driver keeps from the terminal, and how its output goes there."""

import os

from tui.terminal.driver import Outlet


def test_a_frame_is_one_write_and_its_end_is_told() -> None:
    out, into = os.pipe()
    told: list[str] = []
    outlet = Outlet(into, lambda: told.append("taken"), lambda: told.append("lost"))
    outlet.write("读")
    outlet.write("报\ud800")
    assert told == []
    outlet.flush()
    assert (os.read(out, 100).decode(), told) == ("读报?", ["taken"])
    os.close(out)
    os.close(into)


def test_a_terminal_that_is_gone_is_lost() -> None:
    out, into = os.pipe()
    os.close(out)
    told: list[str] = []
    outlet = Outlet(into, lambda: told.append("taken"), lambda: told.append("lost"))
    outlet.write("读报")
    outlet.flush()
    assert told == ["lost"]
    os.close(into)
