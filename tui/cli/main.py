"""The entry point of the command line: ``dubao``, ``dubao PATH…``, and the subcommands.

Exit status 0: done; 1: nothing found, or some inputs failed and some did not; 2: wrong use, or no
input could be read. Errors are one sentence on standard error. Nothing heavy is imported until a
command needs it, and next to nothing before the picture of the last session is painted.
"""

import os
import sys

from tui.terminal.picture import restored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from tui.terminal.picture import Picture


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command that `argv` (or the process's arguments) names; return the exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        with restored(words) as picture:
            status = _run(words, picture)
            sys.stdout.flush()
    except SystemExit:
        return _ended()
    except BrokenPipeError:
        from tui.cli.output import silence_output

        silence_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        return _cannot(error)
    return status


def _ended() -> int:
    """End as the parser of arguments has asked, once what it has said is out."""
    leaving = sys.exception()
    try:
        sys.stdout.flush()
    except OSError as error:
        return _cannot(error)
    assert isinstance(leaving, SystemExit)
    raise leaving


def _cannot(error: OSError) -> int:
    """Say that a stream, or what no command has foreseen, fails; return the exit status of that."""
    from store.errors import reason_of
    from store.messages import Message
    from tui.cli.output import print_error, silence_output
    from tui.language import N_

    silence_output()
    why = reason_of(error)
    if error.filename is None:
        news = N_("The output cannot be written, or the input not be read ({why}).")
        print_error(Message(news, {"why": why}))
    else:
        print_error(
            Message(N_("{file}: {why}."), {"file": os.fsdecode(error.filename), "why": why})
        )
    return 2


def _run(words: "list[str]", picture: "Picture | None") -> int:
    from contextlib import nullcontext

    from store.config import read_config
    from store.errors import DubaoError
    from tui import language
    from tui.cli.output import print_error
    from tui.cli.streams import stand_streams
    from tui.terminal.environment import ambiguous_is_wide

    stand_streams()
    language.choose()
    try:
        config = read_config()
        language.choose(_language_in(words) or config.language)
        if ambiguous_is_wide(config.ambiguous):
            from tui.typeset.ambiguous import draw_ambiguous

            draw_ambiguous(wide=True)
        if "_ARGCOMPLETE" in os.environ:
            from tui.cli.completing import complete

            complete()
        arguments = _parsed(words)
        arguments.given, arguments.config, arguments.picture = words, config, picture
        with _confined(arguments) if arguments.restricted else nullcontext():
            status: int = arguments.run(arguments)
        if config.state != "here":
            from tui.cli.libraries import exchange_marks

            exchange_marks(arguments)
    except DubaoError as error:
        if picture:
            picture.give_back()
        print_error(error.message)
        return 2
    return status


def _language_in(words: "list[str]") -> str:
    """Return the language that `words` ask for, or ``""``."""
    if not words:
        return ""
    from tui.cli.parser import language_in

    return language_in(words)


def _parsed(words: "list[str]") -> "Namespace":
    """Return the arguments in `words`; where there are none, nothing that parses is imported."""
    if not words:
        from tui.cli.commands.reading.read import by_itself

        return by_itself()
    from tui.cli.parser import parse

    return parse(words)


def _confined(arguments: "Namespace") -> "AbstractContextManager[None]":
    """Return what keeps a guest to reading. Raises DubaoError when they ask for more."""
    from store.errors import DubaoError
    from tui.guests import restricted
    from tui.language import _

    if arguments.command != "read" or arguments.files:
        raise DubaoError(_("Guests can only read; leave out everything after --restricted."))
    return restricted.confined(arguments.guest)
