"""What may import what, and when: the arrows of the house, and a quick start."""

import subprocess
import sys
from functools import cache

import pytest

pytestmark = pytest.mark.slow


@cache
def loaded_after(statement: str) -> frozenset[str]:
    """Return the modules that a fresh interpreter holds after `statement`."""
    program = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return frozenset(done.stdout.split())


EVERY_STORE_MODULE = """
import importlib, pkgutil, store
for module in pkgutil.walk_packages(store.__path__, "store."):
    importlib.import_module(module.name)
"""


def test_the_store_knows_no_screen() -> None:
    loaded = loaded_after(EVERY_STORE_MODULE)
    assert "store.library.library" in loaded
    assert not {name for name in loaded if name.split(".")[0] in {"tui", "textual", "rich"}}


@pytest.mark.parametrize("library", ["jieba", "pypinyin"])
def test_the_store_loads_no_dictionary_before_an_import(library: str) -> None:
    assert library not in loaded_after(EVERY_STORE_MODULE)


@pytest.mark.parametrize(
    "library",
    [
        "jieba",
        "pypinyin",
        "rich.progress",
        "lxml",
        "readability",
        "pypdfium2",
        "store.net",
        "urllib3",
        "socks",
        "PIL",
    ],
)
def test_the_reader_starts_without(library: str) -> None:
    loaded = loaded_after("import tui.app")
    assert "textual" in loaded
    assert library not in loaded


def test_the_picture_is_painted_before_anything_is_imported() -> None:
    """What is loaded then takes 8 ms beside the interpreter itself; pathlib alone takes 5."""
    known = loaded_after("import collections.abc, contextlib, json, re, signal, termios")
    picture = {"tui", "tui.cli", "tui.cli.main", "tui.terminal", "tui.terminal.picture"}
    picture |= {"tui.terminal.size"}
    assert loaded_after("from tui.cli.main import main") - known == picture


def test_the_first_sight_of_a_paper_waits_for_no_screen() -> None:
    loaded = loaded_after(
        "import tui.cli.commands.reading.read, tui.first_paint"
        ", store.library.library, store.reader.marks"
    )
    assert "tui.typeset" in loaded
    heavy = {"textual", "asyncio", "rich.console", "jieba", "pypinyin", "sqlite3", "tomllib"}
    assert not loaded & heavy


def test_nothing_is_parsed_where_there_are_no_words() -> None:
    loaded = loaded_after("import tui.cli.commands.reading.read as read; read.by_itself()")
    assert not {"argparse", "tui.cli.parser"} & loaded


def test_the_reader_imports_its_own_command_alone() -> None:
    loaded = loaded_after("from tui.cli.parser import parse; parse([])")
    assert not loaded & {"textual", "rich", "tinydb", "jieba", "pypinyin", "msgspec"}
    assert {name for name in loaded if name.startswith("tui.cli.")} <= {
        "tui.cli.parser",
        "tui.cli.output",
        "tui.cli.commands",
        "tui.cli.commands.reading",
        "tui.cli.commands.reading.read",
        "tui.cli.main",
    }


@pytest.mark.parametrize(
    "later",
    [
        "store.index.query",
        "store.index.search",
        "tui.state.filter",
        "tui.screens.editing",
        "tui.screens.front",
        "tui.makeup",
        "tui.screens.gallery",
        "tui.pictures",
        "tui.panes.filter_line",
        "tui.panes.keywords",
        "tui.panes.question",
        "tui.screens.help",
    ],
)
def test_what_is_not_needed_for_the_first_paint_comes_later(later: str) -> None:
    assert later not in loaded_after("import tui.app")


def test_the_page_view_and_the_gallery_find_all_imported_that_was_imported_ahead() -> None:
    ahead = """
import tui.app
from tui.screens.ahead import import_ahead
steps = []
import_ahead(lambda seconds, step: steps.append(step), lambda: False)
while steps: steps.pop()()
"""
    screens = "\nimport tui.screens.front, tui.screens.gallery"
    assert loaded_after(ahead) == loaded_after(ahead + screens)


def test_the_reader_starts_without_lines_to_type_in() -> None:
    start = "from tui.terminal.environment import import_textual; import_textual(); import tui.app"
    loaded = loaded_after(start)
    assert "textual.app" in loaded
    assert not {"textual.widgets._input", "textual.command", "textual.types"} & loaded


def test_panes_know_neither_screens_nor_the_app() -> None:
    loaded = loaded_after(
        "import tui.panes.article, tui.panes.filter, tui.panes.issues, tui.panes.status"
    )
    assert not {name for name in loaded if name.startswith(("tui.screens", "tui.app", "tui.cli"))}


def test_the_reader_starts_without_the_press() -> None:
    press = {"store.press.dump.read", "lxml", "pypdfium2", "importlib.metadata"}
    assert not press & loaded_after("import tui.app, tui.cli.commands.reading.read")
