"""From the command to the first headline on the screen, beside the barest Textual app.

Run it as a script: ``python tests/bench/start.py [RUNS]``. Both sides start in turn, each in a
terminal of its own; printed are the medians in milliseconds and the ratio.
"""

import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from time import perf_counter

BAREST = """
from textual.app import App
from textual.widget import Widget
from rich.text import Text
class Line(Widget):
    def render(self): return Text("一桥一策护好古桥")
class Barest(App):
    def compose(self): yield Line()
Barest().run(mouse=False)
"""
HEADLINE = "一桥一策护好古桥".encode()
DUBAO = str(Path(sys.executable).with_name("dubao"))


def first_headline(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Return the seconds until the headline has come out of the terminal."""
    master, slave = pty.openpty()
    ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begun = perf_counter()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    )
    os.close(slave)
    received = b""
    try:
        while HEADLINE not in received and perf_counter() - begun < 60:
            if select.select([master], [], [], 0.1)[0]:
                received += os.read(master, 65536)
        return perf_counter() - begun
    finally:
        process.kill()
        process.wait()
        os.close(master)


def main(runs: int = 9) -> None:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{n}_HOME": f"{home}/{n}" for n in ("DATA", "STATE", "CACHE", "CONFIG")}
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8",
                       "HOME": home, **folders}  # fmt: skip
        sides = {"barest Textual app": [sys.executable, "-c", BAREST], "dubao": [DUBAO]}
        times: dict[str, list[float]] = {name: [] for name in sides}
        first_headline([DUBAO], environment)  # makes the sample library
        for _ in range(runs):
            for name, command in sides.items():
                times[name].append(first_headline(command, environment) * 1000)
        for name, taken in times.items():
            print(f"{name:20} {statistics.median(taken):6.0f} ms  (min {min(taken):.0f})")
        pairs = [d / b for d, b in zip(times["dubao"], times["barest Textual app"], strict=True)]
        print(f"ratio                {statistics.median(pairs):6.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
