"""The command line: ``dubao``, ``dubao PATH…``, and one subcommand for each thing to be done.

Exit status 0: done; 1: nothing found, or some inputs failed and some did not; 2: wrong use, or no
input could be read. Errors are one sentence on standard error. Nothing heavy is imported until a
command needs it, and next to nothing before the picture of where one left off is painted.
"""

import sys

from tui.terminal.picture import painted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.terminal.picture import Picture


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run the command that `argv` (or the process's arguments) names; return the exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        with painted(words) as picture:
            status = _run(words, picture)
            sys.stdout.flush()
    except BrokenPipeError:
        from tui.cli.output import hush

        hush()
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _run(words: "list[str]", picture: "Picture | None") -> int:
    from contextlib import nullcontext

    from store.config import read_config
    from store.errors import DubaoError
    from tui import language
    from tui.cli.commandline import confined, language_in, parsed
    from tui.cli.output import complain

    language.choose()
    try:
        config = read_config()
        language.choose(language_in(words) or config.language)
        arguments = parsed(words)
        arguments.given, arguments.config, arguments.picture = words, config, picture
        with confined(arguments) if arguments.restricted else nullcontext():
            status: int = arguments.run(arguments)
    except DubaoError as error:
        if picture:
            picture.give_back()
        complain(str(error))
        return 2
    return status
