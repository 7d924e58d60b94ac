"""The small reader that the tests drive: as a class, and as a program."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("reader.py")
START = (
    "from tui.terminal import environment; environment.prepare(); "
    "import runpy; runpy.run_path(sys.argv[0], run_name='__main__')"
)


@pytest.fixture(scope="session")
def reader() -> ModuleType:
    """Give the module of the small reader."""
    spec = importlib.util.spec_from_file_location("small_reader", PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Give the file into which the small reader writes why it leaves."""
    path = tmp_path / "state"
    path.touch()
    return path


@pytest.fixture
def command(state: Path) -> list[str]:
    """Give the command that starts the small reader."""
    root = Path(__file__).parents[3]
    code = f"import sys; sys.path.insert(0, {str(root)!r}); sys.argv = sys.argv[1:]; {START}"
    return [sys.executable, "-c", code, str(PROGRAM), str(state)]


@pytest.fixture
def run(terminal: Callable[..., Any], command: list[str]) -> Callable[..., Any]:
    """Give a factory of terminals in which the small reader stands ready, 500 headlines shown.

    It is started by the command `through`, if one is given; `mouse` asks for the mouse.
    """

    def start(through: tuple[str, ...] = (), mouse: bool = False, **options: Any) -> Any:
        opened = terminal([*through, *command, *["mouse"] * mouse], **options)
        opened.until("0 ")
        opened.settle()
        return opened

    return start
