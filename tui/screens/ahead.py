"""What other screens are made of, imported before their key is pressed: 20 ms of the first page."""

from collections.abc import Callable
from importlib import import_module

BEGIN = 1.0
"""Seconds from the first paint on in which nothing is imported: one begins to read."""

PAUSE = 0.05
"""Seconds between two modules: a key that comes meanwhile waits for one at most, some 5 ms."""

MODULES = (
    "tui.makeup.story",
    "tui.makeup.plan",
    "tui.makeup.sheets",
    "tui.panes.page",
    "tui.panes.front",
    "tui.screens.front",
    "email.message",
    "store.press.mime",
    "store.press.package",
    "tui.pictures.within",
    "tui.pictures.asking",
    "tui.panes.illustration",
    "tui.screens.gallery",
)
"""What the page view and the gallery need, each after what it is made of."""


def import_ahead(
    after: Callable[[float, Callable[[], None]], object], busy: Callable[[], bool]
) -> None:
    """Import the modules one by one, none while a key is being answered: while we are `busy`.

    `after` calls a function after so many seconds.
    """
    left = iter(MODULES)

    def step() -> None:
        if busy():
            after(PAUSE, step)
            return
        module = next(left, "")
        if module:
            import_module(module)
            after(PAUSE, step)

    after(BEGIN, step)
