"""``dubao completion``: a script by which a shell completes commands, options, ids and queries."""

import argparse

from tui.language import N_, _

HELP = N_("print a script that has a shell complete dubao's words")

SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``dubao completion``."""
    parser.add_argument(
        "shell",
        choices=SHELLS,
        help=_('the shell; in its start-up file: eval "$(dubao completion bash)"'),
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the script."""
    from argcomplete.shell_integration import shellcode

    print(shellcode(["dubao"], shell=arguments.shell))
    return 0
