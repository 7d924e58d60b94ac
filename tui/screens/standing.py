"""What can be done where one stands: the focused node's commands, and those of all above it."""

from collections.abc import Iterator
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from tui.commands import FORMER, Command, hints
from tui.language import _
from tui.terminal.lean import takes_text


def nodes_above(screen: Screen[Any]) -> Iterator[tuple[DOMNode, str, list[Command]]]:
    """Yield (node, help text, commands) from the focused widget of `screen` up to the app.

    A command has those keys that nothing nearer takes; one that has none left is not told of. A
    line to type in takes every key that types a character, and those that edit it.
    """
    keys: dict[str, str] = getattr(screen.app, "keys_set", {})
    denied: frozenset[str] = getattr(screen.app, "denied", frozenset())
    start: DOMNode = screen.focused or screen
    typing = takes_text(screen.focused)
    taken: set[str] = set()
    for node in start.ancestors_with_self:
        commands: list[Command] = []
        for kind in type(node).__mro__:
            commands += [command.rebound(keys) for command in kind.__dict__.get("KEYS", [])]
        commands = [c for c in commands if c.action.partition("(")[0] not in denied]
        if typing:
            commands = [left for c in commands if (left := c.while_typing())]
        commands = [left for c in commands if (left := c.without(taken))]
        taken |= {key for command in commands for key in command.keys.split(",")}
        if typing and node is start:
            taken |= _editing_keys()
        text = getattr(node, "HELP", None)
        if commands:
            yield node, _(text) if isinstance(text, str) else "", commands


def _editing_keys() -> set[str]:
    """Return the keys that edit a line."""
    from textual.widgets import Input

    made = (Binding.make_bindings([binding]) for binding in Input.BINDINGS)
    return {binding.key for bound in made for binding in bound}


def named(screen: Screen[Any], name: str) -> tuple[DOMNode, Command] | None:
    """Return the command of this name where one stands on `screen`, and the node it is of."""
    for node, _help, commands in nodes_above(screen):
        for command in commands:
            if command.name == FORMER.get(name, name):
                return node, command
    return None


def hints_for(screen: Screen[Any]) -> tuple[str, ...]:
    """Return what the hint line says where one stands on `screen`."""
    return hints(command for _node, _help, listed in nodes_above(screen) for command in listed)
