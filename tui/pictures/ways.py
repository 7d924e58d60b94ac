"""What the terminal can do with a picture, as its name or the reader says: it is never asked.

An answer that comes late, or to a program that has ended by then, would be typed into the shell.
tmux is asked, where it runs on this machine: that is a program's answer, not the terminal's.
"""

import subprocess
from collections.abc import Mapping

from msgspec import Struct

from store.config import PicturesSetting
from tui.pictures.drawing import Encoding

PATIENCE = 2.0
"""Seconds that tmux has for its answer."""

_KITTY = ("xterm-kitty", "xterm-ghostty", "ghostty", "wezterm")
_KITTY_PROGRAMS = ("ghostty", "WezTerm")
_SIXEL = ("foot", "mlterm", "contour", "yaft", "sixel", "xterm-sixel")
_SIXEL_PROGRAMS = ("mintty", "iTerm.app", "contour")
_PLACING = ("xterm-kitty", "xterm-ghostty")
"""Terminals that place a picture by characters, which within tmux is the only way."""


class Way(Struct, frozen=True):
    """How pictures are shown: their `encoding`, None for not at all, and whether `within` tmux.

    Blocks have two colours in a cell where they are `halves`. A `cell` is taken to have so many
    pixels where the system does not know: too few make a picture small, too many tear the screen.
    """

    encoding: Encoding | None = None
    within: bool = False
    halves: bool = True
    cell: tuple[int, int] = (8, 16)


def way(
    setting: PicturesSetting,
    environment: Mapping[str, str],
    *,
    drawn_by_us: bool = True,
    restricted: bool = False,
    narrow: bool = True,
) -> Way:
    """Return how pictures are shown.

    What is not `drawn_by_us` alone can be no graphic. A guest's (`restricted`) starts no program,
    and the name of their terminal decides, not what is set here. Half a block is one cell where
    those are `narrow`.
    """
    if setting == "off" or environment.get("DUBAO_MONOCHROME"):
        return Way()
    plain = Way("blocks", halves=narrow)
    if setting == "blocks" or not drawn_by_us:
        return plain
    within = _is_within(environment)
    if within and environment.get("TEXTUAL_COLOR_SYSTEM") == "standard":
        return plain  # a picture's number is told by a colour
    if setting != "auto" and not restricted:
        return _graphic(setting, environment, within=within)
    if within:
        can_ask = environment.get("TMUX") and not restricted
        return _through_tmux(plain) if can_ask else plain
    encoding = _by_name(environment)
    return _graphic(encoding, environment) if encoding else plain


def _graphic(encoding: Encoding, environment: Mapping[str, str], *, within: bool = False) -> Way:
    """Return this way; Windows Terminal draws sixels as if its cells were a VT340's."""
    if encoding != "sixel":
        return Way(encoding, within)
    return Way(encoding, within, cell=(10, 20) if environment.get("WT_SESSION") else (6, 12))


def _is_within(environment: Mapping[str, str]) -> bool:
    """Return whether tmux or GNU screen stands between us and the terminal."""
    kind = environment.get("TERM", "")
    return kind.startswith(("tmux", "screen")) or bool(environment.get("TMUX"))


def _by_name(environment: Mapping[str, str]) -> Encoding | None:
    """Return what a terminal is known for."""
    kind, program = environment.get("TERM", ""), environment.get("TERM_PROGRAM", "")
    if kind in _KITTY or program in _KITTY_PROGRAMS:
        return "kitty"
    if kind.startswith(_SIXEL) or program in _SIXEL_PROGRAMS or environment.get("WT_SESSION"):
        return "sixel"
    return None


def _through_tmux(plain: Way) -> Way:
    """Return what passes through tmux, as it says itself.

    Sixels it takes for its own where it was built for them (3.4); a picture in kitty's protocol
    passes where the option ``allow-passthrough`` lets it.
    """
    said = _tmux("#{client_termname} #{client_termfeatures} #{?allow-passthrough,pass,}")
    name, features, passing = (*said.split(" "), "", "", "")[:3]
    if "sixel" in features.split(","):
        return _graphic("sixel", {}, within=True)
    if name in _PLACING and passing:
        return Way("kitty", within=True)
    return plain


def _tmux(form: str) -> str:
    """Return what tmux says in this form, ``""`` where it says nothing."""
    try:
        done = subprocess.run(
            ["tmux", "display", "-p", form],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip("\n")
