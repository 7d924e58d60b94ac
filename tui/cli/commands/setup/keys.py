"""``dubao keys``: every command of the reader, its name and its keys."""

import argparse

from tui.cli.output import print_error, print_json, print_table
from tui.language import N_, _

HELP = N_("list the reader's commands, their names and keys")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao keys``."""
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def run(arguments: argparse.Namespace) -> int:
    """List the commands with their keys; exit status 1 when the configured keys have a fault."""
    from store.config import read_config
    from tui.all_commands import checked, sections

    keys = read_config().keys
    listed = [
        (_(place).replace("`", ""), command.name, command.rebound(keys).keys_shown(), command)
        for place, commands in sections().items()
        for command in commands
    ]
    if arguments.json:
        print_json([{"place": p, "name": n, "keys": k.split()} for p, n, k, _command in listed])
    else:
        print_table((place, name, shown, _(c.title)) for place, name, shown, c in listed)
    wrong = checked(keys)
    for sentence in wrong:
        print_error(sentence)
    return 1 if wrong else 0
