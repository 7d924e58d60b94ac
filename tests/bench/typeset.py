"""Measure line breaking against textwrap and rich, in one run: ``python tests/bench/typeset.py``.

Prints for each its speed (UTF-8, the best of five interleaved rounds), how many times quicker ours
is, and how many lines in 100 begin or end with a mark that clreq forbids there. Then each kind of
spacing, and our breaks beside ICU's where its library is installed. Text is the sample paper, or
the files named.
"""

import ctypes
import re
import sys
import textwrap
import time
from collections.abc import Callable, Sequence
from ctypes.util import find_library
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
from tui.typeset.breaking import NO_END, NO_START, Breaker
from tui.typeset.setting import set_in
from tui.typeset.spacing import AS_PRINTED, Spacing

MEASURE = 48
MEASURES = (20, 34, 48, 60, 76)
SPACINGS = {
    "as printed": AS_PRINTED,
    "marks by half": Spacing(half=True),
    "Latin apart": Spacing(apart=True),
    "both": Spacing(half=True, apart=True),
}
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


def set_whole(article: Article, spacing: Spacing) -> None:
    """Set all of `article` anew."""
    _ = set_in.__wrapped__(article, MEASURE, MEASURE, False, spacing, "printed").lines


def icu_breaks(text: str) -> set[int] | None:
    """Return where ICU lets a line of Chinese end, by its strict rules; None without ICU."""
    name = find_library("icuuc") or ""
    version = re.search(r"\d+$", name)
    if version is None or max(text) > "\uffff":
        return None
    icu = ctypes.CDLL(name)
    open_, next_ = (icu[f"ubrk_{each}_{version[0]}"] for each in ("open", "next"))
    close = icu[f"ubrk_close_{version[0]}"]
    open_.restype = ctypes.c_void_p
    packed, failed, ends = text.encode("utf-16-le"), ctypes.c_int(0), set[int]()
    at_lines = ctypes.c_int(2)
    breaks = ctypes.c_void_p(
        open_(at_lines, b"zh@lb=strict", packed, ctypes.c_int32(len(text)), ctypes.byref(failed))
    )
    while (end := next_(breaks)) >= 0:
        ends.add(end)
    close(breaks)
    return ends


def against_icu(paragraphs: Sequence[str], spacing: Spacing) -> str:
    """Return how many of our breaks are forbidden, how many ICU would not make, what is alone."""
    count = bad = unlike = alone = 0
    for text in paragraphs:
        permitted = icu_breaks(text)
        breaker = Breaker(text, spacing=spacing)
        for measure in MEASURES:
            spans = breaker.lines(measure, 4)
            alone += len(spans) > 1 and breaker.is_alone(*spans[-1])
            for (_, end), (start, _) in pairwise(spans):
                count += 1
                bad += text[start] in NO_START or text[end - 1] in NO_END
                unlike += permitted is not None and start not in permitted
    return (
        f"  {count} breaks at {len(MEASURES)} measures: {bad} forbidden, {unlike} where ICU has "
        f"none; {alone} paragraphs end with a character alone"
    )


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

    whole = dict.fromkeys(SPACINGS, float("inf"))
    for _ in range(ROUNDS):
        for name, spacing in SPACINGS.items():
            whole[name] = min(whole[name], seconds(partial(set_whole, many, spacing)))
    columns = min(seconds(lambda: opened(False)) for _ in range(ROUNDS))
    scrolled = min(seconds(lambda: opened(True)) for _ in range(ROUNDS))
    vertical = min(seconds(lambda: opened(False, vertical=True)) for _ in range(ROUNDS))
    print(
        f"4,000 characters broken in {each * 1e3:.1f} ms; 500 kB opened in {columns * 1e3:.0f} ms "
        f"in columns, {scrolled * 1e3:.0f} ms to be scrolled, {vertical * 1e3:.0f} ms vertically"
    )
    for name, taken in whole.items():
        print(f"all of it set, {name}, in {taken * 1e3:.0f} ms")
        print(against_icu(paragraphs, SPACINGS[name]))


if __name__ == "__main__":
    main()
