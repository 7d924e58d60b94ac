"""What must be settled before Textual is imported: its switches, our streams, the terminal.

Imports nothing heavy; Textual reads these variables once, when it is imported.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TextIO, cast

from tui.language import _

DEFAULTS = {
    "TEXTUAL_ANIMATIONS": "none",  # one page of scrolling: 6 kB instead of 50
    "TEXTUAL_DISABLE_KITTY_KEY": "1",  # the protocol garbles input-method commits of 5 characters
    "TEXTUAL_SMOOTH_SCROLL": "0",  # would ask for mouse reports in pixels
    "TEXTUAL_THEME": "ansi-dark",  # or its style sheets are parsed twice: 10 ms
    "ESCDELAY": "50",  # ms; the rest of a key that comes later is understood all the same
}
"""Switches for Textual; ESCDELAY is the reader's own where it is set."""

INJECTING = ("TEXTUAL", "TEXTUAL_DRIVER", "TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_SCREENSHOT",
             "TEXTUAL_PRESS", "TEXTUAL_DEVTOOLS_HOST", "TEXTUAL_DEVTOOLS_PORT")  # fmt: skip
"""Variables through which an environment could load code or write files."""

BLIND = ("dumb", "unknown")
"""Terminals that cannot place a cursor; Textual would send them 58 kB of escapes."""


EAST_ASIAN = ("gb", "big5", "euc", "sjis")
"""Beginnings of the character sets of locales in which “ ” — … are two cells."""

LINKING = ("xterm", "tmux", "screen", "alacritty", "foot", "wezterm", "rxvt", "contour", "konsole")
"""Beginnings of the names of terminals that understand links (OSC 8), or at least ignore them;
the Linux console and older terminals might print them."""


WITH_MARGINS = ("mlterm", "mintty", "contour", "wezterm", "xterm-ghostty", "ghostty", "iterm2")
"""Beginnings of the names of terminals that have left and right margins (DECSLRM)."""

WITHOUT_MARGINS = ("tmux", "screen", "linux", "xterm-kitty", "alacritty", "rxvt")
"""Beginnings of the names of those that have none, whatever is set for the terminals of others."""

PROGRAMS_WITH_MARGINS = ("iTerm.app", "WezTerm", "mintty", "ghostty")
"""What these terminals call themselves, of whatever kind they say that they are."""

OTHERS = ("TMUX", "STY", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "ALACRITTY_WINDOW_ID")
"""Variables of programs that may run within xterm, or have been started there, and are not it."""


def terminal_has_margins(setting: str) -> bool:
    """Return whether one pane can be scrolled alone: as it is set, or by the terminal's name.

    Whoever calls itself xterm mostly is not; xterm itself says which version it is, to programs of
    its own machine. To ask the terminal would leave its answer to whoever reads next.
    """
    kind = os.environ.get("TERM", "")
    multiplexed = any(map(os.environ.get, ("TMUX", "STY")))
    if setting == "no" or multiplexed or kind.startswith(WITHOUT_MARGINS):
        return False
    if setting == "yes" or kind.startswith(WITH_MARGINS):
        return True
    if not kind.startswith("xterm"):
        return False
    if os.environ.get("TERM_PROGRAM") in PROGRAMS_WITH_MARGINS:
        return True
    return bool(os.environ.get("XTERM_VERSION")) and not any(map(os.environ.get, OTHERS))


def terminal_knows_links() -> bool:
    """Return whether the terminal may be sent links (OSC 8)."""
    return os.environ.get("TERM", "").startswith(LINKING)


def colours() -> str:
    """Return how many colours the terminal has: ``standard`` (16), ``256`` or ``truecolor``."""
    asked = os.environ.get("TEXTUAL_COLOR_SYSTEM", "")
    if asked in ("standard", "256", "truecolor"):
        return asked
    if os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    kind = os.environ.get("TERM", "")
    return "256" if kind.endswith(("-256color", "-kitty")) else "standard"


def prepare() -> None:
    """Set Textual's switches and repair our streams; call it before Textual is imported.

    Streams speak UTF-8, whatever ``PYTHONIOENCODING`` and the locale say, and replace what they
    cannot write. The lean output honours ``NO_COLOR`` itself: Textual's own way sends more.
    """
    for name in INJECTING:
        os.environ.pop(name, None)
    for name, value in DEFAULTS.items():
        if name != "ESCDELAY" or not os.environ.get(name, "").isdigit():
            os.environ[name] = value
    os.environ["TEXTUAL_COLOR_SYSTEM"] = colours()
    if os.environ.pop("NO_COLOR", ""):
        os.environ["DUBAO_MONOCHROME"] = "1"
    for stream in (sys.__stdout__, sys.__stderr__, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def ambiguous_is_wide(setting: str) -> bool:
    """Return whether the terminal draws “ ” — … in two cells: as it is set, or by the locale.

    That says so by its modifier (``zh_CN.UTF-8@cjkwide``), its character set, or its own widths,
    which some systems have for East Asian languages, and some people install.
    """
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    locale = next((value for name in names if (value := os.environ.get(name))), "").lower()
    name, _at, modifier = locale.partition("@")
    told = setting or modifier.removeprefix("cjk")
    if told in ("wide", "narrow"):
        return told == "wide"
    if name.partition(".")[2].startswith(EAST_ASIAN):
        return True
    return name.startswith(("zh", "ja", "ko")) and _system_width("“") == 2


def _system_width(character: str) -> int:
    """Return the cells of a character by the system's locale; -1 where it does not tell."""
    import ctypes

    try:
        return int(ctypes.CDLL(None).wcwidth(ord(character)))
    except (OSError, AttributeError):
        return -1


def terminal_can_draw() -> str:
    """Return ``""`` if the reader can draw its screen, else a sentence that says why not."""
    if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stdout__)):
        return _("Not a terminal: the reader needs one; here is plain text.")
    if os.environ.get("TERM", "") in BLIND:
        return _("This terminal cannot place its cursor; here is plain text.")
    return ""


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


class _NamesAlone(ModuleType):
    """A module in which there is a class of every name, with nothing in it."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {})
        setattr(self, name, made)
        return made


@contextmanager
def _imported_as(name: str, module: ModuleType | None) -> Iterator[None]:
    """Have `module` imported by this name for the time of a block.

    None is taken for a module that is not there. One that is imported already stays what it is.
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = cast("ModuleType", module)
    try:
        yield
    finally:
        del sys.modules[name]


def import_textual() -> None:
    """Import Textual's application without what it can do without: a tenth of the reader's start.

    asyncio's TLS the reader's own loop never speaks. The palette of commands, with the widgets that
    it is made of, is imported by the one that opens it: of Textual's palette the application needs
    the names alone, to open it where an application has none of its own.
    """
    with _imported_as("ssl", None):
        import asyncio
    with _imported_as("textual.command", _NamesAlone("textual.command")):
        import textual.app
    assert asyncio
    assert textual.app
