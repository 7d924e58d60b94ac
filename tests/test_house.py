"""The rules of the house, held against every file of the tree: who may know whom, and how large.

The order of the rooms stands here and nowhere else. An import counts wherever it stands: at the
top, within a function, or for the type checker alone.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]

FLOORS = (
    "store.patterns",
    "store.bounds store.messages store.locations store.markup store.hostile store.moments",
    "store.dates",
    "store.errors",
    "store.press_warnings store.doubts",
    "store.models",
    "store.protocols",
    "store.backends",
    "store.config store.net store.processes store.sample",
    "store.config_changes store.words",
    "store.identity store.links",
    "store.press.result store.press.text store.press.kinds store.press.limits store.press.zips",
    "store.press.mirror store.press.barriers",
    "store.press.signs store.press.area store.press.package",
    "store.press.office",
    "store.press.forms store.press.recognise",
    "store.press.material store.press.outline",
    "store.press.markup",
    "store.press.mime",
    "store.press.dump store.press.epaper store.press.feed store.press.web",
    "store.press.document store.press.pdf",
    "store.press.mail store.press.epub",
    "store.press",
    "store.corrections",
    "store.library",
    "store.subscriptions",
    "store.index",
    "store.exports",
    "store.reader",
    "store.imports",
    "store.fetching",
    "tui.language",
    "tui.messages tui.styles tui.typeset",
    "tui.themes",
    "tui.terminal",
    "tui.pictures",
    "tui.typed",
    "tui.commands",
    "tui.state",
    "tui.makeup",
    "tui.panes",
    "tui.screens",
    "tui.all_commands",
    "tui.first_paint",
    "tui.guests",
    "tui.app",
    "tui.cli",
)
"""The rooms, each line above the one before it: what stands lower knows nothing of what is higher,
and rooms of one line know nothing of each other."""

ROOMS = {each: floor for floor, line in enumerate(FLOORS) for each in line.split()}
"""Each room's floor."""

LINES = 350
FUNCTION = 40
FILES = 18


@cache
def modules() -> dict[str, Path]:
    """Return the path of each module of the two packages, by its full name."""
    found = {}
    for package in ("store", "tui"):
        for path in (ROOT / package).rglob("*.py"):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts).removesuffix(".__init__")] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    """Return the parsed source of a module."""
    return ast.parse(modules()[name].read_text("utf-8"))


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """Return all that the source of a module is made of."""
    return tuple(ast.walk(tree(name)))


@cache
def imports(name: str) -> frozenset[str]:
    """Return the full names of all that a module imports anywhere: modules, where ours, exactly."""
    found = set()
    for node in nodes(name):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}: imports are written in full"
            for alias in node.names:
                within = f"{node.module}.{alias.name}"
                found.add(within if within in modules() else str(node.module))
    return frozenset(found - {name})


def room(name: str) -> tuple[int, str]:
    """Return the floor and the room in which a module stands: the innermost that is named."""
    while name not in ROOMS:
        name = name.rpartition(".")[0]
        if not name:
            return -1, ""
    return ROOMS[name], name


def test_every_module_stands_in_a_room() -> None:
    roots = {"store", "tui"}
    assert not [name for name in modules() if not room(name)[1] and name not in roots]
    assert ROOMS.keys() <= modules().keys()


def test_no_arrow_goes_upward_or_to_the_room_beside() -> None:
    def upward() -> Iterator[str]:
        for name in modules():
            floor, here = room(name)
            for other in imports(name) & modules().keys():
                above, there = room(other)
                if here and there != here and above >= floor:
                    yield f"{name} -> {other}"

    assert not list(upward())


def test_the_store_imports_no_screen() -> None:
    screens = {"tui", "textual", "rich"}
    assert not [
        f"{name} -> {other}"
        for name in modules()
        for other in imports(name)
        if name.split(".")[0] == "store" and other.split(".")[0] in screens
    ]


def circle(imported: Mapping[str, Set[str]]) -> str:
    """Return the first circle of modules, given what each imports, or ``""``.

    To import a module runs the packages on the way to it, but those that one stands in run already.
    """
    graph = {
        name: {*others, *(each for other in others for each in way(other) if each not in way(name))}
        for name, others in imported.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return " -> ".join(error.args[1])
    return ""


def way(name: str) -> list[str]:
    """Return a module and the packages that it stands in, the innermost first."""
    parts = name.split(".")
    return [".".join(parts[:end]) for end in range(len(parts), 0, -1)]


def test_no_imports_go_in_a_circle() -> None:
    assert circle({name: imports(name) & modules().keys() for name in modules()}) == ""


def test_a_circle_through_a_package_is_one() -> None:
    assert circle({"a": {"c"}, "a.b": set(), "c": {"a.b"}})
    assert circle({"a": {"a.b"}, "a.b": {"a"}})
    assert circle({"a": {"a.b"}, "a.b": {"a.c"}, "a.c": {"d"}, "d": set()}) == ""


def test_no_command_imports_another() -> None:
    commands = {name for name in modules() if name.startswith("tui.cli.commands.")}
    commands -= {name for name in commands if modules()[name].name == "__init__.py"}
    assert not [f"{name} -> {other}" for name in commands for other in imports(name) & commands]


def test_no_folder_has_many_files() -> None:
    held = defaultdict(set)
    for path in modules().values():
        if path.name != "__init__.py":
            held[str(path.parent.relative_to(ROOT))].add(path.name)
    assert not [folder for folder, files in held.items() if len(files) > FILES]


def test_no_module_is_long() -> None:
    def long() -> Iterator[str]:
        for name, path in modules().items():
            if path.read_text("utf-8").count("\n") > LINES:
                yield name

    assert not list(long())


def test_no_function_is_long() -> None:
    def long() -> Iterator[str]:
        for name in modules():
            for node in nodes(name):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    assert node.end_lineno
                    if node.end_lineno - node.lineno >= FUNCTION:
                        yield f"{name}.{node.name}"

    assert not list(long())


def behaves(node: ast.AST) -> bool:
    """Return whether this is a function that does something: more than its docstring says."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return not all(
        isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) for each in node.body
    )


def test_what_behaves_has_its_tests_in_the_same_place() -> None:
    def untested() -> Iterator[str]:
        for name, path in modules().items():
            if path.name == "__init__.py" or not any(map(behaves, nodes(name))):
                continue
            within = path.relative_to(ROOT)
            if not (ROOT / "tests" / within.with_name(f"test_{path.name}")).exists():
                yield name

    assert not list(untested())
