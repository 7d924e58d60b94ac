"""The look of a command's help: values named in the interface's language, columns in cells."""

import argparse
from collections.abc import Iterator
from copy import copy

from tui.language import N_, _

VALUES = (
    N_("ADDRESS"), N_("ARCHIVE"), N_("CLIP"), N_("DAY"), N_("DAYS"), N_("DIR"), N_("FILE"),
    N_("FOLDER"), N_("HOST"), N_("ID"), N_("INTERVAL"), N_("ISSUE"), N_("KIND"), N_("MINUTES"),
    N_("NAME"), N_("PAGES"), N_("PAPER"), N_("PATH"), N_("PORT"), N_("QUERY"), N_("ROLE"),
    N_("SECONDS"), N_("SETTING"), N_("TAG"), N_("TEXT"), N_("TIMES"), N_("TOPIC"), N_("VALUE"),
    N_("WORD"), N_("ZONE"),
)  # fmt: skip
"""What arguments are called that take a value."""

_FILLER = "\0"
"""Stands behind a wide character while argparse counts characters for cells."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Sets arguments and their help in columns, however wide their characters are."""

    def add_argument(self, action: argparse.Action) -> None:
        """Tell of an argument."""
        told = copy(action)
        told.help = action.help and _filled(action.help)
        if isinstance(action.metavar, str):
            told.metavar = _filled(action.metavar)
        elif action.metavar:
            told.metavar = tuple(map(_filled, action.metavar))
        super().add_argument(told)

    def start_section(self, heading: str | None) -> None:
        """Begin a section; its heading ends in the colon of the interface's language."""
        super().start_section(heading and heading + _FILLER)

    def format_help(self) -> str:
        """Return the whole."""
        return super().format_help().replace(_FILLER + ":", _(":")).replace(_FILLER, "")


def _filled(text: str) -> str:
    return "".join(_with_fillers(text))


def _with_fillers(text: str) -> Iterator[str]:
    from tui.typeset.cells import advances  # not where a command runs

    for character, cells in zip(text, advances(text), strict=True):
        yield character + _FILLER * (cells - 1)
