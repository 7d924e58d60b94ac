"""Parsing the command line: where the command stands, and what goes before it."""

import os

import pytest

from tui.cli.parser import language_in, parse


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], "read"),
        (["list"], "list"),
        (["page.txt"], "read"),
        (["--library", "list", "page.txt"], "read"),
        (["--library=x", "--lang", "en", "list"], "list"),
        (["--restricted"], "read"),
        (["kin", "a/1.1"], "similar"),
    ],
)
def test_a_command_is_found_behind_the_global_options(words: list[str], command: str) -> None:
    assert parse(words).command == command


def test_without_a_command_all_words_are_files_to_read() -> None:
    assert parse(["page.txt", "list"]).files == ["page.txt", "list"]


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["--lang", "zh", "list"], "zh"),
        (["--lang=zh"], "zh"),
        (["list", "--lang", "zh"], ""),
        ([], ""),
    ],
)
def test_the_language_stands_before_the_command(words: list[str], language: str) -> None:
    assert language_in(words) == language


@pytest.mark.parametrize("words", [["--guest", "mei"], ["list", "--nonsense"], ["--lang", "la"]])
def test_wrong_use_ends_the_process_with_status_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(words)
    assert ended.value.code == 2
    assert "dubao" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["list", "--\x1b]52;c;eA==\x07"], ["list", "--limit", "\x9b31m"], ["--lang", "\x1b[1m"]],
)
def test_what_was_typed_is_echoed_clean(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse(words)
    said = capsys.readouterr().err
    assert said
    assert not {*said} & {"\x1b", "\x07", "\x9b"}


def test_text_is_made_valid_and_paths_stay() -> None:
    raw = os.fsdecode(b"\xc7\xe0")
    assert "\udcc7" not in parse(["search", raw]).query
    assert parse(["--library", raw, "import", raw]).files == [raw]
    assert parse(["--library", raw, "list"]).library == raw
