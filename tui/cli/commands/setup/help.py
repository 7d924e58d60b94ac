"""``dubao help``: topics explained at length, and the help of each command."""

import argparse

from store.errors import NotFoundError
from tui.cli.output import print_lines, print_table
from tui.language import N_, _

HELP = N_("explain a topic, or a command")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao help``."""
    parser.add_argument(
        "topic", nargs="?", metavar="TOPIC", help=_("a topic or a command (default: list topics)")
    )


def run(arguments: argparse.Namespace) -> int:
    """Print a topic's text, a command's help, or the topics. Raises NotFoundError."""
    from tui.cli.help.topics import text_of, topics
    from tui.cli.parser import COMMANDS, parse

    if arguments.topic is None:
        print_table(topics().items())
        print_lines(_("dubao help TOPIC explains one of these; dubao --help lists the commands."))
    elif arguments.topic in topics():
        print_lines(*text_of(arguments.topic).split("\n"))
    elif arguments.topic in COMMANDS:
        parse([arguments.topic, "--help"])  # which ends here
    else:
        raise NotFoundError(
            _("There is no help on {topic}; dubao help lists the topics.").format(
                topic=arguments.topic
            )
        )
    return 0
