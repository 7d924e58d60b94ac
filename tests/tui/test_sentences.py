"""What `store` says is said in the interface's language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from tomllib import loads

import pytest

import store
from tui import language
from tui.sentences import said

TABLE = Path(language.__file__).parent / "locale" / "zh" / "sentences.toml"


@pytest.fixture
def chinese() -> Iterator[None]:
    """Let the interface speak Chinese."""
    language.choose("zh")
    yield
    language.choose("en")


def sentences() -> Iterator[tuple[str, str]]:
    """Yield the sentences in the code of `store`, with ``{}`` for what is filled in, and where."""
    folder = Path(store.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        passed = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}  # docstrings
        passed |= {id(p) for node in nodes if isinstance(node, ast.JoinedStr) for p in node.values}
        for node in nodes:
            text = "" if id(node) in passed else _shape(node)
            if text.endswith(".") and " " in text and re.search("[a-z]{3}", text):
                yield text, f"{path.relative_to(folder)}:{node.lineno}"  # type: ignore[attr-defined]


def _shape(node: ast.AST) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    if not all(isinstance(part, ast.Constant | ast.FormattedValue) for part in parts):
        return ""
    texts = [part.value if isinstance(part, ast.Constant) else "{}" for part in parts]
    return "".join(text if isinstance(text, str) else "" for text in texts)


def test_every_sentence_has_its_chinese() -> None:
    table = loads(TABLE.read_text("utf-8"))
    found = dict(sentences())
    assert len(found) > 60
    assert {where: text for text, where in found.items() if text not in table} == {}
    for shape, translated in table.items():
        places = re.findall(r"{(\d)}", translated)
        assert sorted(places) == [str(n) for n in range(shape.count("{}"))], shape


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "a/b.txt: there is no such file; check its name.",
            "a/b.txt：没有这个文件，请检查文件名。",
        ),
        (
            "/x/marks/0a.json: cannot be written, and is left as it was (No space left on device).",
            "/x/marks/0a.json：无法写入，已保持原样（磁盘已满）。",
        ),
        ("{0}: there is no such file; check its name.", "{0}：没有这个文件，请检查文件名。"),
        ("二月三十日", "二月三十日"),
        ("of no shape that is known", "of no shape that is known"),
    ],
)
def test_what_is_filled_in_is_kept_or_said_too(sentence: str, wanted: str) -> None:
    assert said(sentence) == wanted


def test_in_english_all_is_as_it_is() -> None:
    assert said("A paper needs a name.") == "A paper needs a name."


@pytest.mark.usefixtures("chinese")
def test_the_command_line_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    from tui.cli.main import main

    assert main(["--lang", "zh", "import", "missing.txt"]) == 2
    assert capsys.readouterr().err == "dubao: missing.txt：没有这个文件，请检查文件名。\n"
