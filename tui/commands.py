"""What a reader can do: one list of commands for each node of the screen.

From a node's list come its key bindings, the hint line, the help page, the command palette and the
README's table of keys. A command's action is also the id of its binding; its name is what the
configuration calls it, where it can be given other keys.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from msgspec import Struct
from msgspec.structs import replace
from textual.binding import Binding

from tui.language import _
from tui.typed import GIVEN, SCOPED, nearest

KEY_NAMES = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "space": "Space", "enter": "Enter",
    "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "pageup": "PgUp",
    "pagedown": "PgDn", "home": "Home", "end": "End", "slash": "/", "question_mark": "?",
    "f1": "F1", "right_square_bracket": "]", "left_square_bracket": "[", "colon": ":",
    "right_curly_bracket": "}", "left_curly_bracket": "{", "greater_than_sign": ">",
    "less_than_sign": "<", "vertical_line": "|", "apostrophe": "'", "backspace": "Backspace",
    "minus": "-", "comma": ",", "full_stop": ".", "equals_sign": "=", "semicolon": ";",
    "left_parenthesis": "(", "right_parenthesis": ")", "plus": "+", "asterisk": "*",
}  # fmt: skip

TYPED = {"space", *(key for key, name in KEY_NAMES.items() if name.isascii() and len(name) == 1)}
"""Textual's names of keys that type a character."""


NAMES = {
    "pane(1)": "next-pane", "pane(-1)": "previous-pane",
    "step(1)": "next-article", "step(-1)": "previous-article",
    "page(1)": "next-page", "page(-1)": "previous-page",
    "issue(1)": "next-issue", "issue(-1)": "previous-issue",
    "picture(1)": "next-picture", "picture(-1)": "previous-picture",
    "paper(1)": "next-paper", "paper(-1)": "previous-paper",
    "day(1)": "next-day", "day(-1)": "previous-day",
    "day(7)": "next-week", "day(-7)": "previous-week",
    "month(1)": "next-month", "month(-1)": "previous-month",
    "hit(1)": "next-hit", "hit(-1)": "previous-hit", "doubtful": "next-doubtful",
    "move(1)": "down", "move(-1)": "up", "line(1)": "line-down", "line(-1)": "line-up",
    "leaf(1)": "page-down", "leaf(-1)": "page-up", "edge(0)": "first", "edge(1)": "last",
    "unfold(1)": "unfold", "unfold(0)": "fold",
    "unfold(True)": "show-prints", "unfold(False)": "hide-prints",
    "widen(1)": "widen-list", "widen(-1)": "narrow-list", "widen(0)": "reset-list-width",
    "letter('keep')": "keep-place", "letter('seek')": "find-place", "letter('read')": "mark-read",
    "ask('text')": "change-words", "ask('divide')": "divide-paragraph", "ask('page')": "set-page",
    "ask('date')": "set-date", "ask('paper')": "set-paper", "join_line": "join-paragraph",
    "narrow('filter')": "to-filter", "narrow('save_filter')": "to-save-filter",
    "relabel('furniture')": "set-aside", "order": "command-line",
}  # fmt: skip
"""The names of commands that their actions do not give. They were named by those once, as
``step-on`` and ``edge-0``, which configurations may still say."""


class Command(Struct, frozen=True):
    """One thing a reader can do.

    `keys` are Textual's key names, separated by commas; `action` is what they run; `title` is a
    message of the catalogue; `hint` is a short word for the hint line, or ``""``.
    """

    keys: str
    action: str
    title: str
    hint: str = ""

    @property
    def name(self) -> str:
        """What the configuration calls it: ``star``, ``next-article``, ``relabel-headline``."""
        return NAMES.get(self.action) or _derived(self.action)

    def rebound(self, keys: Mapping[str, str]) -> "Command":
        """Return the command with the keys that `keys` has for its name, or as it is."""
        return replace(self, keys=keys.get(self.name, self.keys))

    def while_typing(self) -> "Command | None":
        """Return the command with those keys that type nothing, or None if none is left."""
        keys = (key for key in self.keys.split(",") if " " not in key)
        left = [key for key in keys if len(key) > 1 and key not in TYPED]
        return replace(self, keys=",".join(left)) if left else None

    def without(self, taken: Set[str]) -> "Command | None":
        """Return the command with those keys that are not `taken`, or None if none is left."""
        left = [key for key in self.keys.split(",") if key not in taken]
        return replace(self, keys=",".join(left)) if left else None

    def keys_shown(self) -> str:
        """Return the keys as they are printed on keyboards, separated by blanks."""
        return " ".join(key_name(key) for key in self.keys.split(","))


def _derived(action: str) -> str:
    """Return a name that is made of an action and its argument."""
    name, _, argument = action.rstrip(")").replace("_", "-").partition("(")
    argument = {"1": "on", "-1": "back"}.get(argument, argument.strip("'\""))
    return f"{name}-{argument}" if argument else name


FORMER = {_derived(action): name for action, name in NAMES.items()}
"""The names of today by those of before."""


def named_today(keys: Mapping[str, str]) -> dict[str, str]:
    """Return the `keys` of a configuration with the names of today for those of before."""
    return {FORMER.get(name, name): value for name, value in keys.items()}


COUNTED = ("move", "line", "leaf", "step", "page", "issue")
"""Actions whose argument is a number of steps."""


def counted(action: str, count: int) -> str:
    """Return `action` going `count` times as far, if it is one that goes by steps."""
    name, _, steps = action.rstrip(")").partition("(")
    if count and name in COUNTED:
        return f"{name}({int(steps) * count})"
    return action


def key_name(key: str) -> str:
    """Return Textual's `key`, or several to be pressed in turn, as printed on keyboards."""
    if " " in key:
        return " ".join(map(key_name, key.split()))
    if key.startswith("ctrl+"):
        return "Ctrl+" + key.removeprefix("ctrl+").upper()
    return KEY_NAMES.get(key, key)


def keymap(
    places: Mapping[str, Sequence[Command]],
    keys: Mapping[str, str],
    macros: Mapping[str, str] | None = None,
) -> tuple[dict[str, str], list[str]]:
    """Return Textual's key map for the `keys` that a reader has set, by the names of commands.

    `places` are all commands by the place where they can be used. With the map come sentences on
    what is impossible: a name that no command has, and a key that two commands of one place would
    have, or that begins a sequence (`sequences`).
    """
    by_name = {command.name: command for commands in places.values() for command in commands}
    meant = [name for commands in (macros or {}).values() for name in commands_of(commands)]
    unknown = [name for name in keys if name not in by_name]
    unknown += [name for name in meant if name not in by_name and not is_typed(name)]
    wrong = [_no_command(name, (*by_name, *SCOPED, *GIVEN)) for name in unknown]
    rebound = [[command.rebound(keys) for command in commands] for commands in places.values()]
    for commands in rebound:
        wrong += _twice_set(commands)
    for commands in rebound:
        wrong += _begun_elsewhere(commands, sequences(keys, macros or {}))
    mapped = {}
    for name, value in keys.items():
        single = [key for key in value.split(",") if " " not in key]
        if single and name in by_name:
            mapped[by_name[name].action] = ",".join(single)
    return mapped, list(dict.fromkeys(wrong))


def is_typed(command: str) -> bool:
    """Return whether a macro's command is one that is typed at ``:``, as ``star shown``."""
    return command.split(" ")[0] in (*SCOPED, *GIVEN)


def _no_command(name: str, names: Iterable[str]) -> str:
    if near := nearest(name, names):
        return _("There is no command {n}; is it {near}?").format(n=name, near=near)
    return _("There is no command {n}; dubao keys lists them.").format(n=name)


def _twice_set(commands: Iterable[Command]) -> Iterator[str]:
    """Yield a sentence for each key that two of these commands of one place have."""
    taken: dict[str, str] = {}
    for command in commands:
        for key in command.keys.split(","):
            other = taken.setdefault(key, command.name)
            if other != command.name:
                clash = _("The key {key} is set for {one} and for {other}.")
                yield clash.format(key=key_name(key), one=other, other=command.name)


def _begun_elsewhere(
    commands: Iterable[Command], sequences: Mapping[tuple[str, ...], str]
) -> Iterator[str]:
    """Yield a sentence for each key of a command that begins a sequence, too."""
    begun = {sequence[0]: name for sequence, name in sequences.items()}
    for command in commands:
        for key in begun.keys() & set(command.keys.split(",")):
            clash = _("The key {key} is set for {one} and begins the keys of {other}.")
            yield clash.format(key=key_name(key), one=command.name, other=begun[key])


def sequences(
    keys: Mapping[str, str], macros: Mapping[str, str] | None = None
) -> dict[tuple[str, ...], str]:
    """Return the sequences (``"g f"``: keys pressed in turn) among `keys`, with their commands.

    With them go the keys of `macros`, each with its commands, parted by commas.
    """
    played = {tuple(pressed.split()): names for pressed, names in (macros or {}).items()}
    return played | {
        tuple(key.split()): name
        for name, value in keys.items()
        for key in value.split(",")
        if " " in key.strip()
    }


def commands_of(macro: str) -> list[str]:
    """Return the names of today of a macro's commands."""
    names = (name.strip() for name in macro.split(","))
    return [FORMER.get(name, name) for name in names if name]


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Return Textual's bindings of `commands`; it knows no sequences of keys."""
    single = ((c, ",".join(key for key in c.keys.split(",") if " " not in key)) for c in commands)
    return [Binding(keys, c.action, c.title, show=False, id=c.action) for c, keys in single]


def hints(commands: Iterable[Command], most: int = 5) -> tuple[str, ...]:
    """Return the hint line's pieces: `most` commands with a hint, and their keys.

    They are the first ones, and at the end the nearest way out and the help. Where there are these
    one is not told how to quit.
    """
    hinted = [c for c in commands if c.hint]
    last = [c for c in hinted if "escape" in c.keys.split(",")][:1]
    last += [c for c in hinted if c.action == "help"]
    first = [c for c in hinted if c not in last and not (last and c.action == "quit")]
    shown = [*first[: most - len(last)], *last]
    return tuple(f"{key_name(c.keys.split(',')[0])} {_(c.hint)}" for c in shown)
