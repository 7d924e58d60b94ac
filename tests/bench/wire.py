"""What crosses the wire: bytes for each action, beside less, newsboat and stock Textual.

Run it as ``python -m tests.bench.wire [COLUMNSxROWS]`` (80x24). Each program shows the same 500
headlines and the same articles, in a pty of its own; the bytes are exact, the time of the start is
not. A program that is not installed is left out. ``dubao`` is the reader itself, ``lean`` the small
reader of the tests on LeanApp, ``stock`` the same with Textual's own output, ``textual`` a plain
application of an OptionList and a Static with everything as Textual has it by default.
"""

import sys
import tempfile
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from shutil import which
from time import monotonic

from store.library import open_library
from tests.conftest import PaperBuilder
from tests.tui.conftest import Terminal
from tests.tui.terminal import reader
from tests.tui.terminal.conftest import PROGRAM, START

ROOT = Path(__file__).parents[2]

PLAIN = """
import sys; sys.path.insert(0, sys.argv[1])
from tests.tui.terminal.reader import ARTICLE, HEADLINES
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Header, Input, OptionList, Static
class Plain(App):
    BINDINGS = [("f1", "stand('OptionList')"), ("f2", "stand('#text')"), ("f3", "stand('Input')")]
    def compose(self):
        yield Header()
        yield Input()
        with Horizontal():
            yield OptionList(*HEADLINES, markup=False)
            with VerticalScroll(id="text", can_focus=True):
                yield Static("\\n".join(ARTICLE), markup=False)
        yield Footer()
    def on_mount(self):
        self.action_stand("OptionList")
    def action_stand(self, name):
        self.query_one(name).focus()
Plain().run()
"""


@dataclass
class Program:
    """A program, how to start it, and which keys its actions take."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    heads: tuple[str, ...] = ()
    """Keys from the start to the list of headlines."""
    down: str = "\x1bOB"
    """The key as a terminal sends it to programs that ask for application mode."""
    page: str = "pagedown"
    text: tuple[str, ...] = ("f2",)
    """Keys from there to the article."""


def programs(folder: Path) -> list[Program]:
    """Return the programs to be compared that are there, with their files in `folder`."""
    python = sys.executable
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv = sys.argv[1:]; {START}"
    small = [python, "-c", code, str(PROGRAM), str(folder / "state")]
    (folder / "heads").write_text("\n".join(reader.HEADLINES))
    (folder / "text").write_text("\n".join(reader.ARTICLE))
    found = [
        _dubao(folder),
        Program("lean", small, down="down"),
        Program("stock", small, {"DUBAO_STOCK_OUTPUT": "1"}, down="down"),
        Program("textual", [python, "-c", PLAIN, str(ROOT)], down="down"),
    ]
    if which("less"):
        files = [str(folder / "heads"), str(folder / "text")]
        found.append(Program("less", ["less", *files], {"LESSCHARSET": "utf-8"}, text=(":", "n")))
    if which("newsboat"):
        found.append(_newsboat(folder))
    return found


def _dubao(folder: Path) -> Program:
    """Return the reader, with one issue of the headlines; the article stands in each."""
    builder = PaperBuilder("临江报").on(2024, 3, 5).page("1")
    for line in reader.HEADLINES:
        builder.article(line, *reader.ARTICLE)
    with open_library(folder / "library") as library:
        builder.add_to(library)
    command = [str(Path(sys.executable).with_name("dubao")), "--library", str(folder / "library")]
    return Program("dubao", [*command, "read"], {"HOME": str(folder)}, down="down", text=("enter",))


def _newsboat(folder: Path) -> Program:
    """Return newsboat with one feed of the headlines, the article in each item."""
    body = escape("<br>".join(reader.ARTICLE))
    items = "".join(
        f"<item><title>{escape(line)}</title><guid>{n}</guid><description>{body}</description></item>"
        for n, line in enumerate(reader.HEADLINES)
    )
    feed = folder / "feed.xml"
    feed.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>临江报</title>'
        f"<link>x</link><description>x</description>{items}</channel></rss>"
    )
    (folder / "urls").write_text(f"file://{feed}\n")
    (folder / "config").write_text("prepopulate-query-feeds no\n")
    options = [
        "-u",
        str(folder / "urls"),
        "-c",
        str(folder / "cache"),
        "-C",
        str(folder / "config"),
    ]
    command = ["newsboat", *options]
    filled = Terminal([*command, "-x", "reload"], environment={"HOME": str(folder)})
    filled.gone(60)
    filled.close()
    return Program("newsboat", command, {"HOME": str(folder)}, ("enter",), text=("enter",))


def measure(program: Program, columns: int, rows: int) -> dict[str, int]:
    """Return the bytes of each action of `program`, and the start's milliseconds."""
    terminal = Terminal(program.command, columns, rows, program.environment)
    told: dict[str, int] = {}
    try:
        begun = monotonic()
        terminal.until(lambda: len(terminal.text.split()) > 9, 30)
        told["start, ms"] = round((monotonic() - begun) * 1000)
        terminal.settle(0.8)
        for key in program.heads:
            terminal.cost(key, quiet=0.5)
        start = len(terminal.received)
        told["step"] = terminal.cost(program.down, quiet=0.5)
        told["edge"] = max(terminal.cost(program.down, quiet=0.1) for _ in range(rows))
        told["list page"] = terminal.cost(program.page, quiet=0.5)
        # A terminal reports its focus to programs that ask for it.
        asked = b"\x1b[?1004h" in terminal.received
        told["focus out/in"] = terminal.cost("\x1b[O", "\x1b[I", quiet=0.5) if asked else 0
        article = sum(terminal.cost(key, quiet=0.5) for key in program.text)
        told["start to article"] = start + article
        told["article page"] = terminal.cost(program.page, quiet=0.5)
        told["idle 3 s"] = terminal.settle(3, 4)
        terminal.resize(columns + 20, rows + 6)
        told["resize"] = terminal.settle(0.5)
    finally:
        terminal.close()
    return told


def main() -> None:
    """Measure every program and print the table: bytes, and how many times newsboat's they are."""
    columns, rows = map(int, sys.argv[1].split("x")) if sys.argv[1:] else (80, 24)
    with tempfile.TemporaryDirectory() as name:
        compared = programs(Path(name))
        table = {program.name: measure(program, columns, rows) for program in compared}
    base = table.get("newsboat", table["lean"])
    print(f"{columns}x{rows}".ljust(18) + "".join(name.rjust(17) for name in table))
    for action in table["lean"]:
        cells = (
            f"{told[action]:,} {_ratio(told[action], base[action]):>7}" for told in table.values()
        )
        print(action.ljust(18) + "".join(cell.rjust(17) for cell in cells))


def _ratio(value: int, base: int) -> str:
    return f"({value / base:.2f})" if base else ""


if __name__ == "__main__":
    main()
