"""What crosses the wire: bytes for each action, beside newsboat, less and Textual's own output.

Run it as ``python -m tests.bench.wire [COLUMNSxROWS …]``. Each program shows the same headlines and
the same articles, in a pty of its own; the bytes are exact, the time of the start is not. A program
that is not installed is left out. ``stock`` is dubao with Textual's own output, ``margins`` dubao
on a terminal that can scroll one pane alone.

``list`` rows count what the list itself takes: while a key is held, the article follows at the end.
What newsboat and less cannot do is compared with what comes closest: an article that follows with
the article opened, list and article after a resize with both, each on a screen of its own, a letter
in the filter with the filter applied.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from html import escape
from pathlib import Path
from shutil import copy, which
from statistics import mean, median
from time import monotonic
from types import MappingProxyType

from store.library.library import open_library
from store.models import Keyword
from tests.bench.papers import made
from tests.conftest import PaperBuilder
from tests.tui.conftest import Terminal

STORIES = 500
TOGETHER = 8
"""So many invented articles are one here: 6,000 characters, a page or two on any screen."""

LONG = 32
"""And so many are the first one, in which pages are turned."""

INDENT = "　　"
"""Begins a paragraph where a program does not set it itself."""

WORD = "县"
"""What is filtered by: one letter to dubao, found in a part of the headlines."""

NEWEST = datetime(2024, 3, 5, tzinfo=UTC)
"""When the first article came; the others before it, so that all programs list them alike."""

SIZES = ((80, 24), (200, 60))


def stories(count: int = STORIES) -> Iterator[tuple[str, list[str], tuple[Keyword, ...]]]:
    """Yield so many headlines, each with its paragraphs and keywords."""
    articles = [
        article for number in range(1 + count // 25) for article in made(number)[0].articles
    ]
    for at in range(count):
        turns = range(TOGETHER if at else LONG)
        together = (articles[(at + turn * 7) % len(articles)] for turn in turns)
        paragraphs = [
            INDENT + paragraph for article in together for paragraph in article.paragraphs
        ]
        headline = articles[at].headline or f"{WORD}里的消息 {at}"
        yield headline, paragraphs, articles[at].keywords


@dataclass
class Measured:
    """A program in its terminal, and what each action has cost so far."""

    terminal: Terminal
    told: dict[str, float] = field(default_factory=dict)

    def take(self, action: str, *keys: str) -> None:
        """Press `keys`, and put down what the answer took."""
        self.told[action] = self.terminal.cost(*keys, quiet=0.5)

    def held(self, key: str, times: int) -> list[int]:
        """Hold `key`: return what each step took but the first and last, which are followed."""
        steps = []
        for _ in range(times):
            self.terminal.press(key)
            steps.append(self.terminal.read_for(0.03))
        self.terminal.settle(0.7)
        return steps[2:-1]


@contextmanager
def running(
    command: list[str], environment: dict[str, str], columns: int, rows: int
) -> Iterator[Measured]:
    """Give `command` in a terminal of this size, its first screen painted."""
    terminal = Terminal(command, columns, rows, environment)
    try:
        begun = monotonic()
        terminal.until(lambda: len(terminal.text.split()) > 9, 30)
        measured = Measured(terminal, {"start, ms": round((monotonic() - begun) * 1000)})
        terminal.settle(1.5)
        yield measured
    finally:
        terminal.close()


def dubao(
    folder: Path, columns: int, rows: int, setting: Mapping[str, str] = MappingProxyType({})
) -> dict[str, float]:
    """Return what dubao takes where the environment has this `setting`, too."""
    command = [str(Path(sys.executable).with_name("dubao")), "--library", str(folder / "library")]
    environment = {"HOME": str(folder), **setting}
    with running(command, environment, columns, rows) as at:
        at.told["start to article"] = len(at.terminal.received)
        at.take("to another pane", "enter")
        at.take("article: page", "pagedown")
        at.take("article: line", "down")
        at.take("page view", "f")
        at.take("page view: neighbour", "down")
        at.take("page view: turned", "}")
        at.terminal.cost("escape", quiet=0.5)
        at.terminal.cost("left", quiet=0.5)
        at.take("step, article follows", "down")
        at.told["list: step"] = round(median(at.held("down", 9)))
        at.told["list: over the edge"] = round(mean(at.held("down", 2 * rows)))
        at.take("page, article follows", "pagedown")
        at.told["list: page"] = round(median(at.held("pagedown", 6)))
        at.take("to the filter", "/")
        at.terminal.cost("headline:", quiet=0.5)
        at.told["a letter in the filter"] = at.terminal.cost(WORD, quiet=0.2)
        at.told["  and at rest"] = at.terminal.settle(0.7)
        _quiet(at, columns, rows)
        at.told["resize, list and article"] = at.told["resize"]
    with running(command, environment, 79, rows) as at_79:
        at_79.take("article opened", "enter")
        at_79.take("article alone: page", "pagedown")
        steps = [at_79.terminal.cost("down", quiet=0.1) for _ in range(12)]
        at_79.told["article alone: line"] = round(mean(steps))
        at_79.take("  turned to vertical", "V")
        at_79.take("  vertical: page", "pagedown")
        steps = [at_79.terminal.cost("down", quiet=0.1) for _ in range(12)]
        at_79.told["  vertical: column"] = round(mean(steps))
    del at_79.told["start, ms"], at_79.told["article opened"]
    return at.told | at_79.told


def newsboat(folder: Path, columns: int, rows: int) -> dict[str, float]:
    """Return what newsboat takes; its feed is in `folder`."""
    copy(folder / "cache", folder / "unread")  # else it begins at the article after the last read
    command, environment = ["newsboat", *_options(folder, "unread")], {"HOME": str(folder)}
    with running(command, environment, columns, rows) as at:
        at.terminal.cost("enter", quiet=0.5)
        start, down = len(at.terminal.received), "\x1bOB"
        at.take("article opened", "enter")
        at.take("article: page", "pagedown")
        at.take("article: line", down)
        steps = [at.terminal.cost(down, quiet=0.1) for _ in range(12)]
        at.told["article alone: line"] = round(mean(steps))
        at.terminal.resize(columns + 20, rows + 6)
        shown = at.terminal.settle(0.7)
        at.terminal.resize(columns, rows)
        at.terminal.settle(0.7)
        at.take("to another pane", "q")
        at.take("list: step", down)
        steps = [at.terminal.cost(down, quiet=0.03) for _ in range(2 * rows)]
        at.told["list: over the edge"] = round(mean(steps[rows:]))
        at.take("list: page", "pagedown")
        opened = at.told["article opened"]
        at.told["start to article"] = start + opened
        at.told["step, article follows"] = at.told["list: step"] + opened
        at.told["page, article follows"] = at.told["list: page"] + opened
        at.terminal.cost("F", f'title =~ "{WORD}"', quiet=0.5)
        at.take("a letter in the filter", "enter")
        _quiet(at, columns, rows)
        at.told["resize, list and article"] = at.told["resize"] + shown
    return at.told


def less(folder: Path, columns: int, rows: int) -> dict[str, float]:
    """Return what less takes for the files in `folder`."""
    command = ["less", str(folder / "heads"), str(folder / "text")]
    with running(command, {"LESSCHARSET": "utf-8"}, columns, rows) as at:
        start = len(at.terminal.received)
        at.take("list: step", "\x1bOB")
        at.take("list: page", "pagedown")
        at.told["article opened"] = at.terminal.cost(":", "n", quiet=0.5)
        at.told["start to article"] = start + at.told["article opened"]
        at.take("article: page", "pagedown")
        at.take("article: line", "\x1bOB")
        _quiet(at, columns, rows)
    with running(command, {"LESSCHARSET": "utf-8"}, 79, rows) as at_79:
        at_79.terminal.cost(":", "n", quiet=0.5)
        at_79.take("article alone: page", "pagedown")
    del at_79.told["start, ms"]
    return at.told | at_79.told


def _quiet(at: Measured, columns: int, rows: int) -> None:
    """Put down what nobody asked for, and a resize."""
    # A terminal reports its focus to programs that ask for it.
    asked = b"\x1b[?1004h" in at.terminal.received
    at.told["focus out/in"] = at.terminal.cost("\x1b[O", "\x1b[I", quiet=0.5) if asked else 0
    at.told["idle 10 s"] = at.terminal.settle(10, 11)
    at.terminal.resize(columns + 20, rows + 6)
    at.told["resize"] = at.terminal.settle(0.7)


def fill(folder: Path) -> None:
    """Write the headlines and articles into `folder`, in the shape that each program wants."""
    told = list(stories())
    builder = PaperBuilder("临江报").on(2024, 3, 5).page("1")
    for headline, paragraphs, keywords in told:
        plain = (paragraph.removeprefix(INDENT) for paragraph in paragraphs)
        builder.article(headline, *plain, keywords=keywords)
    with open_library(folder / "library") as library:
        builder.add_to(library)
    (folder / "heads").write_text("\n".join(headline for headline, *_ in told))
    (folder / "text").write_text("\n".join(told[0][1]))
    items = "".join(
        f"<item><title>{escape(headline)}</title><guid>{number}</guid>"
        f"<pubDate>{format_datetime(NEWEST - timedelta(minutes=number))}</pubDate><description>"
        f"{escape('<br>'.join(paragraphs))}</description></item>"
        for number, (headline, paragraphs, _) in enumerate(told)
    )
    (folder / "feed.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>临江报</title>'
        f"<link>x</link><description>x</description>{items}</channel></rss>"
    )
    (folder / "urls").write_text(f"file://{folder / 'feed.xml'}\n")
    (folder / "config").write_text("prepopulate-query-feeds no\n")
    if which("newsboat"):
        reload = ["newsboat", *_options(folder), "-x", "reload"]
        filled = Terminal(reload, environment={"HOME": str(folder)})
        filled.gone(120)
        filled.close()


def _options(folder: Path, cache: str = "cache") -> list[str]:
    return ["-u", f"{folder}/urls", "-c", f"{folder}/{cache}", "-C", f"{folder}/config"]


def main() -> None:
    """Measure every program and print a table for each size: bytes, and the ratio to newsboat's."""
    sizes = [tuple(map(int, word.split("x"))) for word in sys.argv[1:]] or SIZES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        for columns, rows in sizes:
            programs: dict[str, Callable[[Path, int, int], dict[str, float]]] = {
                "dubao": dubao,
                "margins": partial(dubao, setting={"XTERM_VERSION": "XTerm(390)"}),
                "stock": partial(dubao, setting={"DUBAO_STOCK_OUTPUT": "1"}),
                **({"newsboat": newsboat} if which("newsboat") else {}),
                **({"less": less} if which("less") else {}),
            }
            table = {name: run(folder, columns, rows) for name, run in programs.items()}
            _print(f"{columns}x{rows}", table)


def _print(title: str, table: dict[str, dict[str, float]]) -> None:
    base = table.get("newsboat", {})
    print(title.ljust(28) + "".join(name.rjust(17) for name in table))
    for action in table["dubao"]:
        cells = []
        for told in table.values():
            value, other = told.get(action), base.get(action) or table.get("less", {}).get(action)
            ratio = f"({value / other:.2f})" if value and other else ""
            cells.append(("" if value is None else f"{value:,} {ratio:>7}").rjust(17))
        print(action.ljust(28) + "".join(cells))
    print()


if __name__ == "__main__":
    main()
