"""What the controllers may know, and that each command has one of them."""

import pkgutil
import subprocess
import sys

import pytest

import tui.screens.reading
from tui.screens.reading.host import actions_of

TEXTUAL = {"outside", "panes", "screen", "view", "keys"}
"""The modules of the reading screen that are made of Textual, or bind its keys."""

CONTROLLERS = [
    module.name
    for module in pkgutil.iter_modules(tui.screens.reading.__path__)
    if module.name not in TEXTUAL
]


class Both:
    """A controller of two actions."""

    def action_star(self) -> None:
        """Star."""

    def action_step(self, by: int) -> None:
        """Step."""

    def other(self) -> None:
        """Do something else."""


def test_actions_are_the_methods_named_so() -> None:
    both = Both()
    assert actions_of(both, object()) == {"star": both.action_star, "step": both.action_step}


@pytest.mark.slow
def test_no_controller_loads_textual() -> None:
    modules = ", ".join(f"tui.screens.reading.{name}" for name in CONTROLLERS)
    program = f"import sys, {modules}; print('textual' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
