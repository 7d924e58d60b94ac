"""From the command to the first headline on the screen, beside the barest Textual app.

Run it as a script: ``python tests/bench/start.py [RUNS]``. All start in turn, each in a terminal of
its own; printed are the medians in milliseconds and the ratios. ``dubao`` starts without a picture
of where one left off, ``again`` with it; ``answers`` is when the reader itself stands.
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
from contextlib import suppress
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
STANDS = b"A sample paper"
DUBAO = str(Path(sys.executable).with_name("dubao"))


def first_headline(
    command: Sequence[str],
    environment: Mapping[str, str],
    leave: bytes = b"",
    wanted: bytes = HEADLINE,
) -> float:
    """Return the seconds until `wanted` has come out of the terminal; then type `leave`."""
    master, slave = pty.openpty()
    ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    begun = perf_counter()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
    )
    os.close(slave)
    received = b""
    try:
        while wanted not in received and perf_counter() - begun < 60:
            if select.select([master], [], [], 0.1)[0]:
                received += os.read(master, 65536)
        taken = perf_counter() - begun
        if leave:
            os.write(master, leave)
            while process.poll() is None:
                if select.select([master], [], [], 0.1)[0]:
                    with suppress(OSError):
                        os.read(master, 65536)
        return taken
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
        barest, picture = [sys.executable, "-c", BAREST], Path(home, "CACHE/dubao/picture.json")
        times: dict[str, list[float]] = {
            "barest Textual app": [], "dubao": [], "  answers": [], "again": [],
        }  # fmt: skip
        first_headline([DUBAO], environment)  # makes the sample library
        for _ in range(runs):
            picture.unlink(missing_ok=True)
            for taken, command, leave, wanted in zip(
                times.values(),
                (barest, [DUBAO], [DUBAO], [DUBAO]),
                (b"", b"", b"q", b""),
                (HEADLINE, HEADLINE, STANDS, HEADLINE),
                strict=True,
            ):
                taken.append(first_headline(command, environment, leave, wanted) * 1000)
    base = times["barest Textual app"]
    for name, taken in times.items():
        ratio = statistics.median(one / other for one, other in zip(taken, base, strict=True))
        told = f"{statistics.median(taken):6.0f} ms  (min {min(taken):.0f})  {ratio:5.2f}"
        print(f"{name:20} {told}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
