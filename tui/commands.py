"""What a reader can do: one list of commands per node of the screen.

From a node's list come its key bindings, the hint line, the help page, the command palette and the
README's table of keys; the command's action is also the binding's id, so that keys can be rebound.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual.binding import Binding

from tui.language import _

KEY_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "space": "Space", "enter": "Enter",
    "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "pageup": "PgUp",
    "pagedown": "PgDn", "home": "Home", "end": "End", "slash": "/", "question_mark": "?",
    "f1": "F1", "right_square_bracket": "]", "left_square_bracket": "[", "colon": ":",
    "right_curly_bracket": "}", "left_curly_bracket": "{", "greater_than_sign": ">",
    "less_than_sign": "<", "vertical_line": "|", "apostrophe": "'", "backspace": "Backspace",
}  # fmt: skip

TYPED = {"space", *(key for key, name in KEY_NAMES.items() if name.isascii() and len(name) == 1)}
"""Textual's names of keys that type a character."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a reader can do.

    `keys` are Textual's key names, parted by commas; `action` is what they run; `title` is a
    message of the catalogue; `hint` is the short word for the hint line, or ``""``.
    """

    keys: str
    action: str
    title: str
    hint: str = ""

    def while_typing(self) -> "Command | None":
        """Return the command with the keys that type nothing, or None when none is left."""
        left = [key for key in self.keys.split(",") if len(key) > 1 and key not in TYPED]
        return replace(self, keys=",".join(left)) if left else None

    def keys_shown(self) -> str:
        """Return the keys as they are printed on keyboards, parted by blanks."""
        return " ".join(key_name(key) for key in self.keys.split(","))


def key_name(key: str) -> str:
    """Return Textual's `key` as it is printed on keyboards."""
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return KEY_NAMES.get(key, key)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return Textual's bindings of `commands`."""
    return [Binding(c.keys, c.action, c.title, show=False, id=c.action) for c in commands]


def hints(commands: Iterable[Command], most: int = 5) -> tuple[str, ...]:
    """Return the hint line's pieces: the first `most` commands with a hint, and their keys."""
    shown = [c for c in commands if c.hint][:most]
    return tuple(f"{key_name(c.keys.split(',')[0])} {_(c.hint)}" for c in shown)
