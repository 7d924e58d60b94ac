"""``dubao keys``: every command of the reader, its name and its keys."""

import argparse

from msgspec import Struct, field

from tui.cli.output import print_error, print_json, print_table
from tui.language import N_, _

HELP = N_("list the reader's commands, their names and keys")


class _Listed(Struct):
    """One command: where it can be used, by which keys, and what it does there, each once."""

    name: str
    places: dict[str, None] = field(default_factory=dict)
    keys: dict[str, None] = field(default_factory=dict)
    titles: dict[str, None] = field(default_factory=dict)


def _plain(one: _Listed) -> dict[str, object]:
    return {"name": one.name, "places": list(one.places), "keys": list(one.keys)}


def _row(one: _Listed) -> tuple[str, ...]:
    places = _(", ").join(one.places)
    return one.name, " ".join(one.keys), f"{_('; ').join(one.titles)} ({places})"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao keys``."""
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the commands with their keys; exit status 1 when the configured keys have a fault."""
    from store.config import read_config
    from tui.all_commands import checked, sections
    from tui.commands import key_name, named_today

    config = read_config()
    keys = named_today(config.keys)
    listed: dict[str, _Listed] = {}
    for place, commands in sections().items():
        for command in commands:
            one = listed.setdefault(command.name, _Listed(command.name))
            one.places[_(place).replace("`", "")] = None
            one.keys |= dict.fromkeys(map(key_name, command.rebound(keys).keys.split(",")))
            one.titles[_(command.title)] = None
    if arguments.json:
        print_json(list(map(_plain, listed.values())))
    else:
        print_table(map(_row, listed.values()))
    wrong = checked(keys, config.macros)
    for sentence in wrong:
        print_error(sentence)
    return 1 if wrong else 0
