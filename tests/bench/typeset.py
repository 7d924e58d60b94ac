"""Measure line breaking against textwrap and rich, in one run: ``python tests/bench/typeset.py``.

Prints for each its speed (UTF-8, the best of five interleaved rounds), how many times quicker ours
is, and how many lines in 100 begin or end with a mark that clreq forbids there. Text is the sample
paper, or the files named.
"""

import sys
import textwrap
import time
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from io import StringIO
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.text import Text

from store.models import Article
from tui.panes.article import AT_ONCE
from tui.typeset import break_lines, break_text, lay_out
from tui.typeset.breaking import NO_END, NO_START
from tui.typeset.setting import set_in
from tui.typeset.spacing import AS_PRINTED

MEASURE = 48
ROUNDS = 5
Wrap = Callable[[str], list[str]]

console = Console(file=StringIO(), width=MEASURE)


def by_rich(text: str) -> list[str]:
    """Break `text` as rich does."""
    return [line.plain for line in Text(text).wrap(console, MEASURE)]


def by_textwrap(text: str) -> list[str]:
    """Break `text` as textwrap does, which counts two characters for each that is wide."""
    return textwrap.wrap(text, MEASURE // 2)


def forbidden(lines: list[str]) -> int:
    """Return how many breaks between `lines` stand beside a mark that forbids them."""
    shown = [line.strip() for line in lines if line.strip()]
    return sum(left[-1] in NO_END or right[0] in NO_START for left, right in pairwise(shown))


def run(wrap: Wrap, paragraphs: list[str]) -> None:
    """Break all `paragraphs`."""
    for text in paragraphs:
        wrap(text)


def seconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    named = [Path(name).read_text("utf-8") for name in sys.argv[1:]]
    sources = named or [files("store").joinpath("sample/qingxi.txt").read_text("utf-8")]
    paragraphs = [line for text in sources for line in text.splitlines() if len(line) > 30]
    size = sum(len(text.encode()) for text in paragraphs)
    wraps: dict[str, Wrap] = {"dubao": lambda text: break_text(text, MEASURE), "rich": by_rich,
                              "textwrap": by_textwrap}  # fmt: skip
    best = dict.fromkeys(wraps, float("inf"))
    for _ in range(ROUNDS):
        for name, wrap in wraps.items():
            best[name] = min(best[name], seconds(partial(run, wrap, paragraphs)))
    for name, wrap in wraps.items():
        lines = [wrap(text) for text in paragraphs]
        bad, count = sum(map(forbidden, lines)), sum(map(len, lines))
        print(
            f"{name:9} {size / best[name] / 1e6:6.2f} MB/s  {best[name] / best['dubao']:5.2f} times"
            f"  {100 * bad / count:5.1f} of 100 lines forbidden"
        )
    characters = "".join(paragraphs)
    some = (characters * (1 + 4000 // len(characters)))[:4000]
    many = Article(paragraphs=tuple(paragraphs * (1 + 500_000 // size)))
    each = min(seconds(lambda: break_lines(some, MEASURE)) for _ in range(ROUNDS))

    def opened(scrolled: bool, vertical: bool = False) -> None:
        set_in.cache_clear()
        layout = lay_out(many, 118, 48, scrolled=scrolled, vertical=vertical)
        layout.count(AT_ONCE)
        for y in range(48):
            list(layout.runs(0, y, 118))

    set_anew = set_in.__wrapped__  # without the cache
    whole = min(
        seconds(lambda: set_anew(many, MEASURE, MEASURE, False, AS_PRINTED, "printed").lines)
        for _ in range(ROUNDS)
    )
    columns = min(seconds(lambda: opened(False)) for _ in range(ROUNDS))
    scrolled = min(seconds(lambda: opened(True)) for _ in range(ROUNDS))
    vertical = min(seconds(lambda: opened(False, vertical=True)) for _ in range(ROUNDS))
    print(
        f"4,000 characters broken in {each * 1e3:.1f} ms; 500 kB opened in {columns * 1e3:.0f} ms "
        f"in columns, {scrolled * 1e3:.0f} ms to be scrolled, {vertical * 1e3:.0f} ms vertically; "
        f"all of it set in {whole * 1e3:.0f} ms"
    )


if __name__ == "__main__":
    main()
