"""The progress bar of a long command: on a terminal, and only there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from tui.language import _

if TYPE_CHECKING:
    from rich.progress import Progress


class Step(Protocol):
    """Is called after each item, or after several, with whether it failed."""

    def __call__(
        self, failed: bool = False, *, by: int = 1, total: int | None = None, what: str = ""
    ) -> None:
        """Show that `by` more items are done, of another `total` if it has turned out so.

        `what` is done now, unless it is what was done before.
        """


@contextmanager
def progress(what: str, total: int, least: int = 2) -> Iterator[Step]:
    """Show a bar for `what`, unless `total` is less than `least`; yield its step.

    It has items done of all, rate, time left, failures.
    """
    if total < least or not sys.stderr.isatty():
        yield _unseen
        return
    from rich.markup import escape

    failures = 0

    def step(
        failed: bool = False, *, by: int = 1, total: int | None = None, what: str = ""
    ) -> None:
        nonlocal failures
        failures += failed
        bar.update(task, advance=by, total=total)
        speed = bar.tasks[0].speed
        bar.update(
            task,
            description=escape(what) or None,
            rate=_("{rate} a second").format(rate=f"{speed:.1f}") if speed else "",
            failures=_("{n} failed").format(n=failures) if failures else "",
        )

    with _bar() as bar:
        task = bar.add_task(what, total=total, rate="", failures="")
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


def _unseen(failed: bool = False, *, by: int = 1, total: int | None = None, what: str = "") -> None:
    """Show nothing."""
