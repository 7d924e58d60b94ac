"""The progress bar of a long command: on a terminal, and only there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING, Protocol

from tui.language import _

if TYPE_CHECKING:
    from rich.progress import Progress


SLIP = 0.01
"""What parts of items may be too much or too little when they are put together."""


class Step(Protocol):
    """Is called after each item, or after several, with whether it failed."""

    def __call__(
        self, failed: bool = False, *, by: float = 1, total: int | None = None, what: str = ""
    ) -> None:
        """Show that `by` more items are done, of another `total` if it has turned out so.

        A part of an item is a fraction. Where more are done than were expected, nobody knows how
        many there are.

        `what` is done now, unless it is what was done before.
        """


@contextmanager
def progress(what: str, total: int, least: int = 2) -> Iterator[Step]:
    """Show a bar for `what`, unless `total` is less than `least`; yield its step.

    It has items done of all, rate, time left, failures; until something is done it swings.
    """
    if total < least or not sys.stderr.isatty():
        yield _unseen
        return
    from rich.markup import escape

    failures = 0

    def step(
        failed: bool = False, *, by: float = 1, total: int | None = None, what: str = ""
    ) -> None:
        nonlocal failures
        failures += failed
        if by:
            bar.start_task(task)
        bar.update(task, advance=by, total=total)
        if bar.tasks[0].completed > (bar.tasks[0].total or inf) + SLIP:
            bar.tasks[0].total = None
        speed = bar.tasks[0].speed
        bar.update(
            task,
            description=escape(what) or None,
            rate=_("{rate} a second").format(rate=f"{speed:.1f}") if speed else "",
            failures=_("{n} failed").format(n=failures) if failures else "",
        )

    with _bar() as bar:
        task = bar.add_task(what, start=False, total=total, rate="", failures="")
        yield step


def _bar() -> "Progress":
    """Return a bar; what is printed meanwhile may go elsewhere, so it redirects nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    return Progress(
        "{task.description}",
        BarColumn(),
        MofNCompleteColumn(),
        "{task.fields[rate]}",
        TimeRemainingColumn(),
        "{task.fields[failures]}",
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _unseen(
    failed: bool = False, *, by: float = 1, total: int | None = None, what: str = ""
) -> None:
    """Show nothing."""
