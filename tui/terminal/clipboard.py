"""To the clipboard of the terminal (OSC 52), also where tmux or GNU screen stands between.

Both keep a program's OSC 52 to themselves as they come. tmux takes a text for its own buffer, and
hands it on to its terminal with ``load-buffer -w`` (tmux 3.2). Before, and where the setting
``allow-passthrough`` says so (tmux 3.3), it passes on what is wrapped in ``DCS tmux;``. GNU screen
passes on any device control string, of at most 768 bytes.
"""

import subprocess
from base64 import b64encode
from collections.abc import Mapping

from msgspec import Struct

from tui.language import _

PATIENCE = 2.0
"""Seconds that tmux has for its answer."""

HANDED = "#{client_name} #{client_termfeatures}"
WHETHER = (";", "display", "-p", HANDED, ";", "show-messages", "-T")
"""What tmux is asked besides: who its terminal is, and what each terminal can."""

PIECE = 600
"""Bytes of a device control string: GNU screen would print what is beyond 768 (MAXSTR)."""


class Way(Struct, frozen=True):
    """How a text goes: the `sequence` for the terminal, and what is said of it."""

    sequence: str
    told: str


def way_for(text: str, environment: Mapping[str, str], *, restricted: bool = False) -> Way:
    """Return how `text` gets from here to the clipboard; tmux has it already, where that is here.

    A guest's (`restricted`) starts no program, and goes to their own terminal alone.
    """
    plain = f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"
    kind = environment.get("TERM", "")
    if not restricted and environment.get("TMUX"):
        return _through_tmux(text, plain, kind)
    if (environment.get("STY") and not restricted) or kind.startswith("screen."):
        return Way(_for_screen(plain), _copied())
    if kind.startswith(("tmux", "screen")):  # beyond an SSH line; each drops what it does not know
        wrapped = for_tmux(plain) if kind.startswith("tmux") else _for_screen(plain)
        return Way(plain + wrapped, _where_tmux_lets())
    return Way(plain, _copied())


def _through_tmux(text: str, plain: str, kind: str) -> Way:
    """Give `text` to tmux; return what its terminal, that may be no tmux at all, gets beside."""
    beside = "" if kind.startswith(("tmux", "screen")) else plain
    told = _tmux(text, "load-buffer", "-w", "-", *WHETHER)
    if told is not None and _handed_on(told):
        return Way(beside, _("Copied; in tmux the prefix and ] paste it, too."))
    wrapped = for_tmux(plain)
    if told is None and _tmux(text, "load-buffer", "-") is None:
        return Way(plain + wrapped, _where_tmux_lets())
    sentence = _("Copied into tmux; to pass it on: set -as terminal-features ',*:clipboard'")
    return Way(beside + wrapped, sentence)


def _handed_on(told: str) -> bool:
    """Return whether tmux hands a text on to its terminal, by what it has `told` of that.

    The terminal has the feature by its name, or the capability ``Ms`` by terminfo (Alacritty, st)
    or by one's ``terminal-overrides``; of either alone the other does not know.
    """
    here, _, capabilities = told.partition("\n")
    client, _, features = here.partition(" ")
    if "clipboard" in features:
        return True
    terminals = capabilities.split("Terminal ")
    own = (each for each in terminals if f" for {client}," in each.partition("\n")[0])
    return any(" Ms: (string)" in each for each in own)


def _where_tmux_lets() -> str:
    return _("Copied. If nothing pastes, that tmux needs: set -s set-clipboard on")


def _copied() -> str:
    return _("Copied, where the terminal lets programs copy (OSC 52).")


def _tmux(text: str, *words: str) -> str | None:
    """Return what tmux answers when it gets `text`; None where it refuses, or is not there."""
    try:
        done = subprocess.run(
            ["tmux", *words],
            input=text.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def for_tmux(sequence: str) -> str:
    """Return `sequence` as tmux passes it on to its terminal, where it lets programs do that."""
    return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _for_screen(sequence: str) -> str:
    pieces = (sequence[at : at + PIECE] for at in range(0, len(sequence), PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
