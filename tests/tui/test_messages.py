"""What `store` says is said in the interface's language."""

import ast
import re
from collections.abc import Iterator
from inspect import Parameter, signature
from pathlib import Path
from string import Formatter

import pytest
from msgspec.structs import replace

import store
from store.config_changes import set_setting
from store.doubts import Doubt
from store.errors import DubaoError, LibraryError, NetError, SourceError
from store.exports.destination import writing_to
from store.messages import Message
from store.models import Article
from tui import language
from tui.messages import doubt_reasons, doubted_parts, translated


@pytest.fixture
def chinese() -> Iterator[None]:
    """Let the interface speak Chinese."""
    language.choose("zh")
    yield
    language.choose("en")


NO_FIELDS = {name for name, given in signature(NetError).parameters.items()
             if given.kind is Parameter.KEYWORD_ONLY}  # fmt: skip
"""What an error is told beside the fields of its sentence."""


def made() -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls in `store` that make a message or an error, and where they are."""
    folder = Path(store.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text("utf-8")
        if not re.search(r"Message\(|template\(|Error\(", source):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                name = node.func.id
                if name in ("Message", "template") or name.endswith("Error"):
                    yield f"{path.relative_to(folder)}:{node.lineno}", node


def filled(call: ast.Call) -> set[str] | None:
    """Return the names of the fields that `call` fills in; None where they stand elsewhere."""
    assert isinstance(call.func, ast.Name)
    if call.func.id == "template":
        return None
    if call.func.id != "Message":
        return {keyword.arg or "" for keyword in call.keywords} - NO_FIELDS
    if len(call.args) == 1:
        return set()
    if not isinstance(call.args[1], ast.Dict):
        return None
    return {
        key.value
        for key in call.args[1].keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def test_every_template_is_given_the_fields_that_it_has() -> None:
    count = 0
    for where, call in made():
        template = call.args[0]
        assert not isinstance(template, ast.JoinedStr | ast.BinOp), where
        given = filled(call)
        if isinstance(template, ast.Constant) and given is not None:
            count += 1
            found = Formatter().parse(str(template.value))
            names = {name for _, name, *_ in found if name is not None}
            assert names == given, where
    assert count > 60


FULL = OSError(28, "No space left on device")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        (
            SourceError("{file}: there is no such file; check its name.", file="a/b.txt").message,
            "a/b.txt：没有这个文件，请检查文件名。",
        ),
        (
            LibraryError("{file}: cannot be read ({why}).", file=Path("/x"), why=FULL).message,
            "/x：无法读取（磁盘已满）。",
        ),
        (
            SourceError("{file}: there is no such file; check its name.", file="{why}").message,
            "{why}：没有这个文件，请检查文件名。",
        ),
        (Message("二月{三十}日"), "二月{三十}日"),
        (Message("of no template that is known"), "of no template that is known"),
    ],
)
def test_what_is_filled_in_is_kept_or_said_too(message: Message, wanted: str) -> None:
    assert translated(message) == wanted


def test_in_english_all_is_as_it_is() -> None:
    assert translated(Message("A paper needs a name.")) == "A paper needs a name."


@pytest.mark.usefixtures("chinese")
def test_the_command_line_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    from tui.cli.main import main

    assert main(["--lang", "zh", "import", "missing.txt"]) == 2
    assert capsys.readouterr().err == "dubao：missing.txt：没有这个文件，请检查文件名。\n"


def test_what_is_doubtful_is_told_in_short_and_with_reasons() -> None:
    article = Article(confidence=0.4)
    assert (doubted_parts(article), doubt_reasons(article)) == ("doubtful", "doubtful")
    doubts = (
        Doubt("bounds", "near_call"),
        Doubt("bounds", "odd_page"),
        Doubt("head", "none_found"),
    )
    sure = replace(article, confidence=0.9, doubts=doubts)
    assert (doubted_parts(sure), doubt_reasons(sure)) == ("", "")


@pytest.mark.usefixtures("chinese")
def test_why_a_file_cannot_be_written_is_told_in_chinese_wherever_it_is_told(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DubaoError) as exported, writing_to(str(tmp_path / "none" / "a.md")):
        pass
    with pytest.raises(DubaoError) as configured:
        set_setting("theme", "night", tmp_path / "file" / "config.toml")
    told = [translated(error.value.message) for error in (exported, configured)]
    assert [sentence.partition("：")[2] for sentence in told] == [
        "无法写入（没有这个文件或文件夹）。",
        "配置无法读取（这不是文件夹）。",
    ]


@pytest.mark.usefixtures("chinese")
def test_doubts_are_told_in_chinese_with_chinese_stops() -> None:
    doubts = (Doubt("bounds", "odd_page"), Doubt("head", "none_found"))
    article = Article(confidence=0.4, doubts=doubts)
    assert doubted_parts(article) == "存疑：首尾、标题"
    assert doubt_reasons(article) == "存疑——首尾：本版有许多行，两种读法都说得通；标题：没有找到"
