"""The command line: ``dubao``, ``dubao PATH…``, and one subcommand for each thing to be done.

Exit status 0: done; 1: nothing found, or some inputs failed and some did not; 2: wrong use, or no
input could be read. Errors are one sentence on standard error. Nothing heavy is imported until a
command needs it.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from store.errors import DubaoError
from tui import language
from tui.cli.output import complain, hush
from tui.language import _

COMMANDS = {
    "read": "reading",
    "import": "importing",
    "list": "listing",
    "show": "showing",
    "search": "searching",
    "export": "exporting",
    "move": "moving",
    "edit": "editing",
    "reimport": "reimporting",
    "remove": "removing",
    "check": "checking",
    "keywords": "keywords",
    "trend": "trending",
}
"""The modules of the commands; only the one that is called is imported: all take 60 ms."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (or the process's arguments) names; return the exit status."""
    language.choose()
    words = _with_command(list(sys.argv[1:] if argv is None else argv))
    try:
        arguments = _parser(words).parse_args(words)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except DubaoError as error:
        complain(str(error))
        return 2
    except BrokenPipeError:
        hush()
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _command_at(words: list[str]) -> int:
    """Return where in `words` a command stands, or would stand: behind the library."""
    if words and words[0].partition("=")[0] == "--library":
        return 1 if "=" in words[0] else 2
    return 0


def _with_command(words: list[str]) -> list[str]:
    """Return `words` with ``read`` put in where no command is named: ``dubao PATH…``."""
    at = _command_at(words)
    if words[at : at + 1] and words[at] in {*COMMANDS, "-h", "--help", "--version"}:
        return words
    return [*words[:at], "read", *words[at:]]


class _Version(argparse.Action):
    """Prints the version; the package's metadata take 30 ms to load, so only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: Any) -> None:
        from importlib.metadata import version

        print(f"dubao {version('dubao')}")
        parser.exit()


def _parser(words: list[str]) -> argparse.ArgumentParser:
    """Return a parser of `words`: it knows their command, or all where none is named."""
    named = words[_command_at(words) :][:1]
    parser = argparse.ArgumentParser(
        prog="dubao",
        description=_("Read newspapers in the terminal. Without a command: open the reader."),
        epilog=_("dubao PATH… imports these files, then opens the reader there."),
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=_("print the version"))
    parser.add_argument(
        "--library", metavar="DIR", help=_("the library's folder (else DUBAO_LIBRARY)")
    )
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    for name in [name for name in COMMANDS if [name] == named] or COMMANDS:
        module = import_module(f"tui.cli.{COMMANDS[name]}")
        command = commands.add_parser(name, help=_(module.HELP), description=_(module.HELP))
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser
