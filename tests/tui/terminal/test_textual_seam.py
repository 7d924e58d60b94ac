"""The internals of Textual: each is there as the seam uses it, and only the seam uses them."""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import filterfalse
from pathlib import Path
from types import ModuleType
from typing import Any, get_type_hints

import pytest
from rich.segment import ControlType, Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import ScreenResume
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

import tui
from store.hostile import bare
from tui.terminal import textual_seam
from tui.terminal.textual_seam import PassingScreen

Use = tuple[type, str, ast.Call | None]
"""The class that has an internal name, the name, and the call of it if it is called."""

Function = ast.FunctionDef | ast.AsyncFunctionDef

ROOT = Path(tui.__file__).parent
SEAM = Path(textual_seam.__file__)
WIDTHS = ROOT / "typeset" / "ambiguous.py"
"""Where Rich's table of widths is changed, which it has no public name for."""
OTHERS = sorted(path for path in ROOT.rglob("*.py") if path not in (SEAM, WIDTHS))


def is_inner(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def textual_bases(cls: type) -> list[type]:
    return [base for base in cls.__mro__ if base.__module__.partition(".")[0] == "textual"]


@cache
def set_in(cls: type) -> set[str]:
    """Return the names that the methods of a class set on its instances."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(cls) or cls))
    (body,) = (n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == cls.__name__)
    return {
        node.attr
        for node in ast.walk(body)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }


def has(cls: type, name: str) -> bool:
    """Return whether what Textual makes of this class has an attribute of this name."""
    bases = textual_bases(cls)
    return any(name in vars(base) or name in set_in(base) for base in bases)


def of_self(node: ast.expr) -> bool:
    """Return whether this is ``self``, ``cls`` or ``super()``."""
    if isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Name) and node.id in ("self", "cls", "super")


def calls(tree: ast.AST) -> dict[ast.expr, ast.Call]:
    return {node.func: node for node in ast.walk(tree) if isinstance(node, ast.Call)}


def attributes(tree: ast.AST) -> Iterator[ast.Attribute]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))


def uses_in_class(body: ast.ClassDef) -> Iterator[Use]:
    """Yield the internals that a class of the seam overrides or reads on itself."""
    cls = getattr(textual_seam, body.name)
    base = next(iter(textual_bases(cls)), None)
    if base is None:
        return
    called = calls(body)
    for node in body.body:
        if isinstance(node, Function) and is_inner(node.name):
            yield base, node.name, None
    for attribute in attributes(body):
        if of_self(attribute.value) and is_inner(attribute.attr):
            yield base, attribute.attr, called.get(attribute)


def uses_in_function(body: Function) -> Iterator[Use]:
    """Yield what a function of the seam reads on the objects whose class it names."""
    function = getattr(textual_seam, body.name)
    classes = get_type_hints(function)
    for node in ast.walk(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            name = ast.unparse(node.annotation)
            classes[node.target.id] = getattr(textual_seam, name)
    called = calls(body)
    for attribute in attributes(body):
        if isinstance(attribute.value, ast.Name) and attribute.value.id in classes:
            cls = classes[attribute.value.id]
            cls = getattr(cls, "__origin__", cls)
            if textual_bases(cls):
                yield cls, attribute.attr, called.get(attribute)


def uses() -> Iterator[Use]:
    for node in ast.parse(SEAM.read_text()).body:
        if isinstance(node, ast.ClassDef):
            yield from uses_in_class(node)
        elif isinstance(node, Function):
            yield from uses_in_function(node)


USES = list(uses())


def test_the_seam_is_read_as_it_is_meant() -> None:
    names = {f"{cls.__name__}.{name}" for cls, name, _ in USES}
    assert names > {
        "App._display", "App._driver", "Screen._compositor", "Screen._dispatch_message",
        "Screen._on_timer_update", "Compositor.render_full_update", "ChopsUpdate.chop_ends",
        "LayoutUpdate.strips", "LinuxDriver._must_signal_resume",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cls", "name", "call"), USES, ids=[f"{cls.__name__}.{name}" for cls, name, _ in USES]
)
def test_each_internal_is_there_and_takes_what_it_is_given(
    cls: type, name: str, call: ast.Call | None
) -> None:
    assert has(cls, name), f"Textual's {cls.__name__} has no {name} any more"
    if call is not None and name in dir(cls):
        function: Callable[..., Any] = getattr(cls, name)
        positional = [None] * sum(not isinstance(each, ast.Starred) for each in call.args)
        keywords = {each.arg: None for each in call.keywords if each.arg}
        inspect.signature(function).bind(None, *positional, **keywords)


def overrides() -> Iterator[tuple[Any, Any]]:
    for cls in vars(textual_seam).values():
        if inspect.isclass(cls) and cls.__module__ == textual_seam.__name__:
            for name, ours in vars(cls).items():
                theirs = [vars(base)[name] for base in textual_bases(cls) if name in vars(base)]
                if theirs and inspect.isfunction(ours):
                    yield ours, theirs[0]


OVERRIDES = list(overrides())


@pytest.mark.parametrize(("ours", "theirs"), OVERRIDES, ids=lambda each: each.__qualname__)
def test_each_override_is_called_as_textual_calls_its_own(
    ours: Callable[..., Any], theirs: Callable[..., Any]
) -> None:
    kinds = [parameter.kind for parameter in inspect.signature(theirs).parameters.values()]
    assert [each.kind for each in inspect.signature(ours).parameters.values()] == kinds
    assert inspect.iscoroutinefunction(ours) == inspect.iscoroutinefunction(theirs)


def test_the_display_still_goes_the_way_that_is_taken_over() -> None:
    assert list(inspect.signature(LayoutUpdate).parameters) == ["strips", "region"]
    assert list(inspect.signature(ChopsUpdate).parameters) == ["chops", "spans", "chop_ends"]
    assert ScreenResume().refresh_styles
    assert "_no_default_action" in inspect.getsource(Message.prevent_default)
    assert "WriterThread(self._file)" in inspect.getsource(LinuxDriver)


def reached_into(path: Path) -> Iterator[str]:
    """Yield what a module imports of Textual's inside, or reads of others that is theirs."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import | ast.ImportFrom):
            module = (getattr(node, "module", None) or "").split(".")
            names = [alias.name for alias in node.names]
            if {"textual", "rich"} & {module[0], *(name.partition(".")[0] for name in names)}:
                parts = [*module, *(part for name in names for part in name.split("."))]
                yield from (part for part in parts if is_inner(part) or part == "drivers")
        elif isinstance(node, ast.Attribute) and is_inner(node.attr) and not of_self(node.value):
            yield ast.unparse(node)


def has_no_public_name(name: str) -> bool:
    """Return whether it is the end of a process, or the arguments of a parser."""
    return name == "os._exit" or name.endswith("._actions")


def test_nobody_else_imports_internals_or_reaches_into_others() -> None:
    assert len(OTHERS) > 100
    reached = {path: [*filterfalse(has_no_public_name, reached_into(path))] for path in OTHERS}
    assert not {path: names for path, names in reached.items() if names}


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(tui.__path__, "tui."):
        yield importlib.import_module(found.name)


def test_no_class_has_an_internal_name_of_textual() -> None:
    """Neither to use it nor by accident: what Textual calls so would be another thing."""
    for module in modules():
        own = {name: cls for name, cls in vars(module).items()
               if inspect.isclass(cls) and textual_bases(cls)}  # fmt: skip
        if module is textual_seam or not own:
            continue
        tree = ast.parse(inspect.getsource(module))
        for body in (node for node in tree.body if isinstance(node, ast.ClassDef)):
            cls = own.get(body.name)
            if cls is None:
                continue
            names = {each.attr for each in attributes(body) if of_self(each.value)}
            names |= {node.name for node in body.body if isinstance(node, Function)}
            assert not [name for name in names if is_inner(name) and has(cls, name)], body.name


@pytest.mark.parametrize(
    "bad",
    ["\x1b]52;c;eA==\x07", "\x9b31m", "\u202e", "\n\t", "\u2800", "\u0301" * 9],
)
def test_textuals_own_output_is_bare_and_as_wide(bad: str) -> None:
    strip = Strip([Segment(f"桥{bad}通"), Segment("", control=[(ControlType.BELL,)])])
    layout = textual_seam.bare_update(LayoutUpdate([[strip]], Region(0, 0, 9, 1)))
    chops = textual_seam.bare_update(ChopsUpdate([{0: strip, 9: None}], [(0, 0, 9)], [[9, 12]]))
    assert isinstance(layout, LayoutUpdate)
    assert isinstance(chops, ChopsUpdate)
    for one in (*layout.strips[0], chops.chops[0][0]):
        assert isinstance(one, Strip)
        assert one.cell_length == strip.cell_length
        parts = list(one)
        text = "".join(part.text for part in parts)
        assert bare(text) == text
        assert not re.search("[\x00-\x1f]", text)
        assert parts[-1].control


async def test_a_screen_is_left_once_and_takes_none_below_it_away() -> None:
    app: App[None] = App()
    async with app.run_test() as pilot:
        below, above = PassingScreen[None](), PassingScreen[None]()
        await app.push_screen(below)
        await app.push_screen(above)
        below.dismiss()
        assert app.screen is above
        above.dismiss()
        above.dismiss()
        await pilot.pause()
        assert app.screen is below
