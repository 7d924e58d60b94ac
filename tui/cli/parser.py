"""Parsing the command line: which command its words name, and the arguments of that."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import Any

from store.patterns import pattern
from tui.guests.restricted import SWITCH, is_restricted
from tui.language import LANGUAGES, N_, _, lend

COMMANDS = {
    "read": "reading.read",
    "import": "arrival.import_",
    "watch": "arrival.watch",
    "subscribe": "arrival.subscribe",
    "unsubscribe": "arrival.unsubscribe",
    "subscriptions": "arrival.subscriptions",
    "papers": "arrival.papers",
    "fetch": "arrival.fetch",
    "list": "reading.list",
    "show": "reading.show",
    "brief": "reading.brief",
    "search": "reading.search",
    "export": "filing.export",
    "move": "filing.move",
    "edit": "filing.edit",
    "reimport": "arrival.reimport",
    "remove": "upkeep.remove",
    "check": "upkeep.check",
    "clips": "filing.clips",
    "keywords": "reading.keywords",
    "trend": "reading.trend",
    "similar": "reading.similar",
    "filters": "filing.filters",
    "words": "setup.words",
    "reindex": "upkeep.reindex",
    "serve": "setup.serve",
    "library": "setup.library",
    "config": "setup.config",
    "keys": "setup.keys",
    "completion": "setup.completion",
    "help": "setup.help",
}
"""The modules of the commands; only the one that is called is imported: all take 60 ms.

A command is a file in the folder of its theme, and a row here. It has ``HELP``, ``add_arguments``,
which declares its arguments, and ``run``, which returns the exit status; ``FOR_MORE``, if it has
that, says what to use for that which it does not take.
"""

OLD_NAMES = {"kin": "similar"}
"""Former names of commands: they still work, and no help lists them."""


ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("expected one argument"),
    N_("unrecognized arguments: %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)
"""What argparse says itself, for the catalogue."""

_GLOBAL = ("--library", "--lang", "--guest", SWITCH)
"""What goes before a command."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments in `argv`, with the function that runs the command as ``run``.

    Wrong use is reported on standard error and ends the process with status 2.
    """
    words = [_as_query(word) for word in _with_command(list(argv))]
    lend()
    parser = _parser(words)
    arguments: argparse.Namespace
    arguments, unknown = parser.parse_known_args(words)
    if unknown:
        _refuse(parser, arguments.command, unknown, named=arguments.command in argv)
    for name, value in vars(arguments).items():
        if name not in PATHS:
            setattr(arguments, name, _valid(value))
    arguments.restricted = is_restricted(words)
    if arguments.guest is not None and not arguments.restricted:
        parser.error(_("--guest works only with --restricted"))
    return arguments


def _refuse(parser: "_Parser", name: str, unknown: list[str], *, named: bool) -> None:
    """End with the usage of the command of this name, where one is `named`, and what to use."""
    told = _("unrecognized arguments: %s") % " ".join(unknown)
    if use := getattr(module_of(name), "FOR_MORE", ""):
        told = _("{what}; {use}").format(what=told, use=_(use))
    (command_parser(name) if named else parser).error(told)


def _as_query(word: str) -> str:
    """Return a condition that is to be left out, ``-is:unread``, as no option: a blank goes before.

    No option is followed by a colon, or written in Chinese.
    """
    return f" {word}" if _LEFT_OUT.match(word) else word


_LEFT_OUT = pattern(r"-(?:[a-z]+[:：]|[“\"]|[^\x00-\x7f\ud800-\udfff])")

PATHS = {"files", "library", "to", "output", "keys", "host_key"}
"""Arguments that are paths: they stay as they are, bytes that may not decode."""


def _valid(value: object) -> object:
    """Return `value` with U+FFFD for the bytes that do not decode, where it is text."""
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return [_valid(each) for each in value] if isinstance(value, list) else value


def language_in(words: Sequence[str]) -> str:
    """Return the language that `words` ask for before their command, or ``""``."""
    before = "=".join(words[: _command_at(words)]).split("=")
    return next((b for a, b in pairwise(before) if a == "--lang"), "")


def _command_at(words: Sequence[str]) -> int:
    """Return where in `words` the command stands, or would stand: after the global options."""
    at = 0
    while words[at : at + 1] and words[at].partition("=")[0] in _GLOBAL:
        at += 1 if "=" in words[at] or words[at] == SWITCH else 2
    return at


def _with_command(words: list[str]) -> list[str]:
    """Return `words` with the name of their command: ``read`` where they name none."""
    at = _command_at(words)
    before, rest = words[:at], words[at:]
    if not rest:
        return [*before, "read"]
    first = OLD_NAMES.get(rest[0], rest[0])
    if first in {*COMMANDS, "-h", "--help", "--version"}:
        return [*before, first, *rest[1:]]
    return [*before, "read", *rest]


class _Parser(argparse.ArgumentParser):
    """A parser whose messages, which repeat what was typed, are fit for a terminal.

    `named` is the command whose words it parses.
    """

    named = ""

    def format_help(self) -> str:
        """Return the help, with examples and defaults."""
        from tui.cli.help.formatting import Formatter  # not where a command runs

        self.explain()
        self.formatter_class = Formatter
        return super().format_help()

    def parse_known_args(self, *given: Any, **more: Any) -> Any:
        """Parse; what is wrong is told with the names that the help has."""
        _name_values(self)
        return super().parse_known_args(*given, **more)

    def explain(self) -> None:
        """Tell examples of the command, and what holds where nothing is given."""
        _name_values(self)
        if self.named:
            from tui.cli.help.examples import EXAMPLES  # not where a command runs

            self.epilog = "\n  ".join((_("examples:"), *EXAMPLES[self.named]))
        for action in self._actions:
            told = action.help or ""
            if action.nargs != 0 and action.default not in _NO_DEFAULT and _("default") not in told:
                action.help = told + _(" (default: %(default)s)")

    def _print_message(self, message: str, file: Any = None) -> None:
        from store.press.text.clean import printable

        if file is sys.stdout:  # argparse passes over what cannot be written
            file.write(printable(message))
        else:
            super()._print_message(printable(message), file)


def _name_values(parser: argparse.ArgumentParser) -> None:
    """Call what the arguments of `parser` take by its name in the interface's language."""
    for action in parser._actions:
        if isinstance(action.metavar, str):
            action.metavar = "|".join(map(_, action.metavar.split("|")))
        elif action.metavar:
            action.metavar = tuple(map(_, action.metavar))
        elif action.option_strings and action.nargs != 0 and not action.choices:
            action.metavar = _(action.dest.upper())


class _Version(argparse.Action):
    """Prints the version; the package's metadata take 30 ms to load, so only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *rest: object) -> None:
        from importlib.metadata import version

        print(f"dubao {version('dubao')}")
        parser.exit()


def _parser(words: list[str]) -> _Parser:
    """Return a parser of `words`: it knows their command, or all where none is named."""
    parser = _Parser(
        prog="dubao",
        description=_("Read newspapers in the terminal. Without a command, open the reader."),
        epilog=_("dubao PATH… imports these files, then opens the reader on them."),
    )
    _add_global_options(parser)
    commands = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), required=True, dest="command"
    )
    named = words[_command_at(words) :][:1]
    for name in [name for name in COMMANDS if [name] == named] or COMMANDS:
        command = commands.add_parser(name, help=_(module_of(name).HELP))
        _describe(command, name)
        command.set_defaults(run=module_of(name).run)
    return parser


_NO_DEFAULT: tuple[object, ...] = (None, "", [], argparse.SUPPRESS)


def command_parser(name: str) -> argparse.ArgumentParser:
    """Return a parser of what follows the command of this name: for whoever tells of it."""
    parser = _Parser(prog=f"dubao {name}")
    _describe(parser, name)
    parser.explain()
    return parser


def _describe(parser: _Parser, name: str) -> None:
    """Have `parser` take, and tell in its help, what the command of this name takes."""
    module = module_of(name)
    parser.named = name
    parser.description = _(module.HELP)
    module.add_arguments(parser)


def whole_parser() -> argparse.ArgumentParser:
    """Return a parser of the whole command line, with every command."""
    return _parser([])


def global_parser() -> argparse.ArgumentParser:
    """Return a parser of what goes before a command."""
    parser = _Parser(prog="dubao")
    _add_global_options(parser)
    return parser


def module_of(name: str) -> ModuleType:
    """Return the module of the command of this name."""
    return import_module(f"tui.cli.commands.{COMMANDS[name]}")


def _add_global_options(parser: argparse.ArgumentParser) -> None:
    """Declare what goes before a command."""
    parser.add_argument("--version", action=_Version, nargs=0, help=_("print the version"))
    parser.add_argument(
        "--library",
        metavar="DIR",
        help=_("the library's folder, or its address in PostgreSQL (default: DUBAO_LIBRARY)"),
    )
    parser.add_argument(
        SWITCH, action="store_true", help=_("guest mode: reading only, and nothing is saved")
    )
    parser.add_argument(
        "--guest", metavar="NAME", help=_("with --restricted: keep the marks of this guest")
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=_("the interface's language"))
