"""Types of arguments: each turns the text of one into a value, or says what it must be.

They raise ArgumentTypeError, of which argparse makes a line on standard error and status 2.
"""

from argparse import ArgumentTypeError
from contextlib import suppress
from datetime import date

from store.dates import day_in
from tui.language import _

WIDEST = 1000
"""Cells: no line is wider."""

MONTH = 31 * 24 * 60
"""Minutes: nobody is waited for longer."""


def day(text: str) -> date:
    """Return the day that `text` names, see `store.dates`."""
    found = day_in(text)
    if found is None:
        raise ArgumentTypeError(
            _("{text} is not a day; write it as 2019-11-19, 11-19 or yesterday").format(text=text)
        )
    return found


def at_least_one(text: str) -> int:
    """Return the number that `text` gives, 1 or more."""
    number = _whole_number(text)
    if number < 1:
        raise ArgumentTypeError(_("must be 1 or more, not {text}").format(text=text))
    return number


def cells(text: str) -> int:
    """Return the number of cells or columns that `text` gives, from 1 to 1000."""
    number = _whole_number(text)
    if not 1 <= number <= WIDEST:
        raise ArgumentTypeError(_("must be from 1 to 1000, not {text}").format(text=text))
    return number


def minutes(text: str) -> float:
    """Return the minutes that `text` gives: more than none, less than a month."""
    with suppress(ValueError):
        if 0 < (found := float(text)) < MONTH:
            return found
    raise ArgumentTypeError(_("must be a number of minutes, not {text}").format(text=text))


def _whole_number(text: str) -> int:
    """Return the number in `text`, or -1 when that is no whole number in plain digits."""
    return int(text) if text.isascii() and text.isdigit() else -1
