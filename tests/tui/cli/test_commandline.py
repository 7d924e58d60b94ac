"""The command line as a whole: its commands, exit statuses, sentences and languages."""

import ast
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from tests.tui.cli.support import Dubao
from tui import language
from tui.cli import commands
from tui.cli.help.examples import EXAMPLES
from tui.cli.parser import COMMANDS, OLD_NAMES, parse

COMMANDS_FOLDER = Path(commands.__file__).parent
MODULES = sorted(COMMANDS_FOLDER.glob("*/[!_]*.py"))
MOST_IN_A_FOLDER = 18


def imports_of(path: Path) -> set[str]:
    """Return the names of all modules that this one imports, wherever it does."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_no_helper_imports_a_command() -> None:
    helpers = set(COMMANDS_FOLDER.parent.rglob("*.py")) - set(COMMANDS_FOLDER.rglob("*.py"))
    helpers.remove(COMMANDS_FOLDER.parent / "main.py")  # it opens the reader without a parser
    found = {path.name: imports_of(path) for path in helpers}
    assert not [n for n, names in found.items() if any("tui.cli.commands" in m for m in names)]


def test_a_command_is_one_file_and_one_row() -> None:
    files = {f"{path.parent.name}.{path.stem}" for path in MODULES}
    assert files == set(COMMANDS.values())
    assert len(COMMANDS) == len(files)
    for module in map(import_module, (f"tui.cli.commands.{name}" for name in files)):
        assert module.HELP
        assert callable(module.add_arguments)
        assert callable(module.run)


def test_folders_have_room() -> None:
    for folder in {COMMANDS_FOLDER.parent, *(path.parent for path in MODULES)}:
        assert len(list(folder.glob("[!_]*.py"))) <= MOST_IN_A_FOLDER, folder


def test_every_command_has_two_examples_that_can_be_given(dubao: Dubao) -> None:
    assert EXAMPLES.keys() == COMMANDS.keys()
    for name, examples in EXAMPLES.items():
        assert len(set(examples)) == 2
        assert all(parse(shlex.split(each)[1:]).command == name for each in examples)
        assert all(each in dubao(name, "--help")[1] for each in examples)


def test_a_default_is_told_once(dubao: Dubao) -> None:
    assert "(default: 8022)" in dubao("serve", "--help")[1]
    assert "default: -" not in dubao("export", "--help")[1]


def test_the_help_names_every_command_and_no_old_name(dubao: Dubao) -> None:
    shown = dubao("--help")[1].split()
    assert COMMANDS.keys() <= set(shown)
    assert not OLD_NAMES.keys() & set(shown)


@pytest.mark.parametrize("old", OLD_NAMES)
def test_an_old_name_works_as_the_new_one_does(dubao: Dubao, old: str) -> None:
    assert dubao(old, "--help") == dubao(OLD_NAMES[old], "--help")
    assert dubao("--lang", "en", old, "--help")[0] == 0


def test_wrong_use_is_status_2(dubao: Dubao) -> None:
    assert dubao("import")[0] == 2
    assert dubao("list", "--nonsense")[0] == 2
    assert dubao("no-such-file.txt")[0] == 2


def test_a_command_that_is_mistyped_is_told_the_nearest(dubao: Dubao) -> None:
    for typed, meant in (("lsit", "list"), ("serch", "search"), ("subscibe", "subscribe")):
        status, out, err = dubao(typed)
        assert (status, out, f"is it dubao {meant}?" in err) == (2, "", True)
    assert "is it" not in dubao("page.txt")[2]
    assert "dubao help sources tells about it" in dubao("sources")[2]


def test_help_is_translated(dubao: Dubao, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "zh")
    try:
        assert "在终端里读报" in dubao("--help")[1]
    finally:
        language.choose("en")


def test_what_argparse_says_is_chinese_too(dubao: Dubao) -> None:
    status, _, err = dubao("--lang", "zh", "show")
    assert (status, "用法：" in err, "缺少参数：编号" in err) == (2, True, True)


def test_where_there_is_nothing_a_sentence_says_so(dubao: Dubao, page: str) -> None:
    dubao("import", page)
    for words in (
        ("search", "无此词"),
        ("keywords", "无此词"),
        ("remove", "--undo"),
        ("remove", "--list"),
        ("words",),
        ("clips",),
        ("filters",),
    ):
        status, out, err = dubao(*words)
        assert (status, out) == (1, ""), words
        assert err.startswith("dubao: "), words


@pytest.mark.parametrize(
    "words",
    [
        ("search", "date:foo"),
        ("search", "|"),
        ("trend", "date:foo"),
        ("keywords", "is:odd"),
        ("export", "--query", "date:foo", "-o", "x.md"),
        ("move", "--query", "date:foo", "--to", "other"),
    ],
)
def test_a_query_that_asks_for_nothing_is_refused(
    dubao: Dubao, page: str, tmp_path: Path, words: tuple[str, ...]
) -> None:
    dubao("import", page)
    status, out, err = dubao(*words)
    assert (status, out) == (2, "")
    assert "is not understood" in err or "does not search for anything" in err
    assert not (tmp_path / "x.md").exists()
    assert not (tmp_path / "other").exists()


def test_a_library_is_a_folder(dubao: Dubao, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    status, _, err = dubao("--library", "file", "list")
    assert (status, "this is no folder" in err) == (2, True)
