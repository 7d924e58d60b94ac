"""Printing: columns line up by cells, and nothing printed is obeyed by a terminal."""

import json

import pytest

from tui.cli.output import (
    escape_controls,
    found_nothing,
    json_printer,
    print_error,
    print_hanging,
    print_lines,
    print_table,
)
from tui.typeset import width

EVIL = "桥\x1b]0;title\x07\x9b2J\u202e"


def test_columns_line_up_by_cells(capsys: pytest.CaptureFixture[str]) -> None:
    print_table([("古桥", "1", "x"), ("a", "10", "")])
    print_table(iter([("a", "x")]), [["wide"]])
    print_table([])
    assert capsys.readouterr().out == "古桥  1   x\na     10\na     x\n"


def test_control_characters_are_taken_out(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines(EVIL)
    print_table([(EVIL, EVIL)])
    print_error(EVIL)
    said = capsys.readouterr()
    assert not set("\x1b\x07\x9b\u202e") & set(said.out + said.err)


def test_what_is_printed_as_one_line_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    print_lines("a\nb")
    print_table([("a\nb", "c\rd"), ("水\x0c", "汛")])
    print_error("a\n\ndubao: b")
    said = capsys.readouterr()
    assert said.out == "a b\na b  c d\n水   汛\n"
    assert said.err == "dubao: a  dubao: b\n"


def test_what_is_long_is_set_in_on_a_terminal_and_whole_in_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "古桥修好了" * 30
    print_hanging(long, "  ")
    assert capsys.readouterr().out == f"  {long}\n"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    print_hanging(long, "  ")
    first, *others = capsys.readouterr().out.splitlines()
    assert first.startswith("  古")
    assert all(line.startswith("    ") for line in others)
    assert max(map(width, (first, *others))) <= 80
    assert "".join(line.strip() for line in (first, *others)) == long


def test_a_row_that_is_too_long_for_the_terminal_goes_on_beneath_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"https://news.example/{'a' * 60}"
    rows = [("桥", "古桥修好了" * 10), ("star", "short"), ("报", address)]
    print_table(rows)
    assert len(capsys.readouterr().out.splitlines()) == 3
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    print_table(rows)
    first, second, *others = capsys.readouterr().out.splitlines()
    assert (first[:4], second[:6]) == ("桥    "[:4], " " * 6)
    assert max(width(first), width(second)) <= 80
    assert first[5:] + second[6:] == "古桥修好了" * 10
    assert others == ["star  short", "报", f"  {address}"]
    print_table([("x" * 60, "古桥 " * 20)])
    assert [line[:4] for line in capsys.readouterr().out.splitlines()] == ["xxxx", "  古桥", "    "]


def test_nothing_found_is_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert found_nothing("There is none.") == 1
    assert capsys.readouterr() == ("", "dubao: There is none.\n")


@pytest.mark.parametrize("items", [[], [1], [1, {"a": [2]}]])
def test_json_is_an_array_however_many_there_are(
    items: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    with json_printer(as_array=True) as put:
        for item in items:
            put(item)
    assert json.loads(capsys.readouterr().out) == items


def test_json_alone_is_no_array(capsys: pytest.CaptureFixture[str]) -> None:
    with json_printer(as_array=False) as put:
        put({"a": 1})
    assert json.loads(capsys.readouterr().out) == {"a": 1}


def test_escaped_json_means_the_same() -> None:
    plain = json.dumps({"headline": EVIL}, ensure_ascii=False)
    escaped = escape_controls(plain)
    assert json.loads(escaped, strict=False) == {"headline": EVIL}
    assert not set("\x1b\x07\x9b\u202e") & set(escaped)
