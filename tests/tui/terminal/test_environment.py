"""What is settled before Textual is imported."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.terminal import environment

ROOT = Path(__file__).parents[3]

WITHOUT = (
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tui.terminal import environment as e;"
)


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT + code], env=environment, capture_output=True, check=True
    )
    return done.stdout.decode()


@pytest.mark.slow
def test_it_imports_nothing_heavy() -> None:
    heavy = (
        "print([m for m in ('textual', 'rich', 'asyncio', 'jieba', 'store') if m in sys.modules])"
    )
    assert run(f"e.prepare(); {heavy}") == "[]\n"


@pytest.mark.slow
def test_an_environment_can_load_no_code_and_write_no_files() -> None:
    names = ("TEXTUAL_DRIVER", "TEXTUAL_LOG", "TEXTUAL_SCREENSHOT", "TEXTUAL_PRESS")
    given = {**dict.fromkeys(names, "evil:Driver"), "TEXTUAL": "debug,devtools"}
    told = run(
        "e.prepare(); from textual import constants as c, features as f; import os;"
        "print(c.DRIVER, c.LOG_FILE, c.SCREENSHOT_DELAY, repr(c.PRESS), 'TEXTUAL' in os.environ)",
        **given,
    )
    assert told == "None None -1 '' False\n"


@pytest.mark.slow
def test_textual_is_quiet_and_patient() -> None:
    told = (
        "; from textual import constants as c;"
        "print(c.TEXTUAL_ANIMATIONS, c.DISABLE_KITTY_KEY, c.ESCAPE_DELAY)"
    )
    assert run(f"e.prepare(){told}") == "none True 0.05\n"
    assert run(f"e.prepare(){told}", ESCDELAY="100") == "none True 0.1\n"
    assert run(f"e.prepare(){told}", ESCDELAY="a while") == "none True 0.05\n"


@pytest.mark.parametrize(
    "damage",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "gbk:strict"},
    ],
)
@pytest.mark.slow
def test_chinese_is_written_whatever_the_locale_says(damage: dict[str, str]) -> None:
    assert run("e.prepare(); print('\\u4e34\\u6c5f\\udc80')", **damage) == "临江?\n"


@pytest.mark.slow
def test_a_pipe_cannot_be_drawn_on() -> None:
    assert "terminal" in run("print(e.terminal_can_draw())", TERM="xterm")


@pytest.mark.parametrize(("kind", "can"), [("xterm", True), ("dumb", False), ("unknown", False)])
def test_a_terminal_can_be_drawn_on_if_it_places_its_cursor(
    terminal: Callable[..., Any], kind: str, can: bool
) -> None:
    told = terminal(
        [sys.executable, "-c", WITHOUT + "print('<', e.terminal_can_draw(), '>')"],
        columns=200,
        environment={"TERM": kind},
    )
    told.until(">")
    assert ("<  >" in told.text) is can


@pytest.mark.parametrize(
    ("setting", "locale", "wide"),
    [
        ("wide", "C.UTF-8", True),
        ("", "C.UTF-8", False),
        ("", "zh_CN.UTF-8@cjkwide", True),
        ("", "zh_CN.GB18030@cjknarrow", False),
        ("narrow", "zh_CN.UTF-8@cjkwide", False),
        ("", "zh_CN.GB18030", True),
        ("", "zh_TW.Big5", True),
        ("", "ja_JP.eucJP", True),
        ("", "", False),
    ],
)
def test_ambiguous_signs_are_as_wide_as_is_set_or_the_locale_says(
    monkeypatch: pytest.MonkeyPatch, setting: str, locale: str, wide: bool
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("LC_CTYPE", locale)
    assert environment.ambiguous_is_wide(setting) is wide


@pytest.mark.parametrize(
    ("setting", "terminal", "there"),
    [
        ("", {"TERM": "xterm-256color"}, False),
        ("yes", {"TERM": "xterm-256color"}, True),
        ("yes", {"TERM": "tmux-256color"}, False),
        ("yes", {"TERM": "xterm-256color", "TMUX": "/tmp/x"}, False),
        ("", {"TERM": "mlterm"}, True),
        ("no", {"TERM": "mlterm"}, False),
        ("", {"TERM": "xterm-kitty"}, False),
        ("", {"TERM": "xterm-ghostty"}, True),
        ("", {"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}, True),
        ("", {"TERM": "xterm", "XTERM_VERSION": "XTerm(379)", "KONSOLE_VERSION": "230800"}, False),
        ("", {"TERM": "tmux-256color", "XTERM_VERSION": "XTerm(379)", "TMUX": "/tmp/x"}, False),
        ("", {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, True),
        ("", {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm", "TMUX": "/tmp/x"}, False),
        ("", {"TERM": "screen", "TERM_PROGRAM": "iTerm.app", "STY": "1.x"}, False),
        ("", {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, False),
        ("", {"TERM": "rxvt-unicode", "XTERM_VERSION": "XTerm(379)"}, False),
        ("", {}, False),
    ],
)
def test_a_terminal_has_margins_as_is_set_or_its_name_says(
    monkeypatch: pytest.MonkeyPatch, setting: str, terminal: dict[str, str], there: bool
) -> None:
    for name in ("TERM", "XTERM_VERSION", *environment.OTHERS):
        monkeypatch.delenv(name, raising=False)
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    assert environment.terminal_has_margins(setting) is there


@pytest.mark.parametrize("cells", [1, 2, -1])
def test_an_east_asian_locale_is_asked_for_its_widths(
    monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setattr(environment, "_system_width", lambda _sign: cells)
    assert environment.ambiguous_is_wide("") is (cells == 2)


@pytest.mark.slow
def test_asyncio_comes_without_tls_which_stays_at_hand() -> None:
    loaded = "import sys; print('_ssl' in sys.modules, 'asyncio' in sys.modules)"
    assert run(f"e.import_textual(); {loaded}") == "False True\n"
    runs = "import asyncio, ssl; asyncio.run(asyncio.sleep(0)); print(ssl.create_default_context)"
    assert "function" in run(f"e.import_textual(); {runs}")


@pytest.mark.slow
def test_textual_comes_without_its_palette_which_stays_at_hand() -> None:
    loaded = "import sys; print(*(f'textual.{m}' in sys.modules for m in ('app', 'command')))"
    assert run(f"e.import_textual(); {loaded}") == "True False\n"
    palette = "from tui.screens.palette import Palette; from textual.screen import Screen"
    shown = "print(Palette.__base__.__module__, issubclass(Palette, Screen))"
    assert run(f"e.import_textual(); {palette}; {shown}") == "textual.command True\n"


@pytest.mark.slow
def test_a_palette_that_is_imported_already_stays() -> None:
    same = "import textual.command as c; e.import_textual(); import textual.app as a"
    assert run(f"{same}; print(a.CommandPalette is c.CommandPalette)") == "True\n"
